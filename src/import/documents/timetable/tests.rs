//! Timetables as converters leave them, in words of our own.

use proptest::prelude::*;

use super::*;
use crate::diag::Spot;

const PAPER: &str = "# Lamps v1.0\n\n26 February 2019\n\nThis is the plan, and it may be seen only by members of the forum.\n\n## Introduction\n\n1. We plan.\n\n## Appendix A – dates\n\n";

fn imported(rows: &str) -> Imported {
    read(&"in/plan.md".into(), &format!("{PAPER}{rows}"))
}

fn milestones(rows: &str) -> Vec<(String, String)> {
    let drafts = imported(rows).drafts.into_iter().filter(|draft| draft.id.collection() == "milestones");
    let text = |draft: &Draft, key: &str| {
        draft.front_matter.get(key).and_then(|value| value.as_str()).unwrap_or("-").to_owned()
    };
    drafts.map(|draft| (text(&draft, "due"), text(&draft, "title"))).collect()
}

fn doubts(rows: &str) -> Vec<(usize, &'static str)> {
    let skipped = PAPER.lines().count();
    imported(rows)
        .doubts
        .into_iter()
        .filter_map(|doubt| match doubt.spot {
            Spot::Line(line, _) if line > skipped => Some((line - skipped, doubt.rule.code)),
            _ => None,
        })
        .collect()
}

fn due(rows: &str) -> Vec<String> {
    milestones(rows).into_iter().map(|(due, _)| due).collect()
}

#[test]
fn years_and_months_are_carried_down() {
    let rows = "2019\tSeptember\t<b>Guild</b> lights.\n\tOctober\t<b>Guild</b> rests.\n2020\t\t\n\tJune\t<b>Guild</b> sings.\n\t\t<b>Guild</b> dances.\n";
    assert_eq!(due(rows), ["2019-09", "2019-10", "2020-06", "2020-06"]);
    assert_eq!(doubts(rows), [(3, "stray_year")]);
}

#[test]
fn a_cell_that_a_page_break_cut_is_joined() {
    let rows = "2019\tMay\t<b>Guild</b> writes. <b>Objective - inform the</b>\n\n\n\n\t\t<b>people who paint.</b> It was asked for.\n";
    let imported = imported(rows);
    let milestone = &imported.drafts[1].front_matter;
    assert_eq!(milestone["objective"].as_str(), Some("Inform the people who paint."));
    assert_eq!(milestone["summary"].as_str(), Some("Guild writes. It was asked for."));
    assert!(milestone["doubt"].as_str().unwrap().contains("page break"));
    assert_eq!(doubts(rows), [(5, "split_cell")]);
}

#[test]
fn repeats_are_kept_and_flagged() {
    let rows = "2021\t<b>June</b>\t<b>Guild</b> asks all.\n\tJune\t<b>Guild</b> asks all.\n2022\tJune\t<b>Guild</b> asks all.\n";
    let imported = imported(rows);
    let repeats: Vec<_> = imported.drafts[1..]
        .iter()
        .map(|draft| draft.front_matter.get("repeats").and_then(|id| id.as_str()))
        .collect();
    assert_eq!(repeats, [None, Some("milestones/2021-06-guild-asks-all"), None]);
    assert_eq!(imported.drafts[2].id.as_str(), "milestones/2021-06-guild-asks-all-2");
    assert_eq!(doubts(rows), [(2, "repeated_row")]);
}

#[test]
fn a_month_without_text_and_text_without_a_month_are_one_entry() {
    let rows = "2021\tDecember\t<b>Guild</b> ends.\n\tFebruary\t\n2022\t\t<b>Guild</b> begins.\n";
    assert_eq!(due(rows), ["2021-12", "2022-02"]);
    assert_eq!(doubts(rows), [(2, "stray_month")]);
    assert_eq!(doubts("2021\tMarch\t\n\tMay\t<b>Guild</b> sings.\n"), [(1, "stray_month")]);
    assert_eq!(doubts("2021\t\t<b>Guild</b> sings.\n"), [(1, "stray_month")]);
}

#[test]
fn the_paper_comes_too_and_its_records_are_for_members() {
    let imported = imported("Date\tPublication\nMay 2019\tThe map is drawn.\n\nAll was said.\n");
    assert_eq!(imported.drafts[0].id.as_str(), "papers/lamps-v1-0");
    assert!(imported.drafts[0].body.ends_with("| Year | Month | Entry |\n| --- | --- | --- |\n| 2019 | May | The map is drawn. |\n\nAll was said.\n"), "{}", imported.drafts[0].body);
    let milestone = &imported.drafts[1].front_matter;
    assert_eq!(milestone["visibility"].as_str(), Some("members"));
    assert_eq!(milestone["source"].as_str(), Some("papers/lamps-v1-0#appendix-a-dates"));
    assert_eq!(imported.figures[0], ("milestones".to_owned(), 1));
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled(), rows in "[\tA-z0-9 \n]{0,200}") {
        read(&"x".into(), &text);
        imported(&rows);
    }
}
