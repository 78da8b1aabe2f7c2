//! What a compiled report must hold, whatever draws it.

use std::collections::BTreeSet;

use super::entry::Entry;
use super::fixture::{by_chapter, dialogue};
use super::moves::Move;
use super::tree::{self, Block, Inline, Part, Row, Target, Voice};
use super::{CompiledReport, reports};
use crate::audience::Edition;
use crate::model::action::State;
use crate::model::standing::{Heading, Rule};
use crate::model::words::of_language;

/// The first year's report of the dialogue.
fn plain(line: &[Inline]) -> String {
    tree::plain(&of_language("en"), line)
}

fn first(edition: &Edition) -> CompiledReport {
    reports(edition).pop().unwrap()
}

fn second(edition: &Edition) -> CompiledReport {
    reports(edition).remove(0)
}

fn entries(report: &CompiledReport) -> Vec<&Entry> {
    report.chapters.iter().flat_map(CompiledReport::entries).collect()
}

fn entry<'r>(edition: &Edition, report: &'r CompiledReport, slug: &str) -> &'r Entry {
    entries(report)
        .into_iter()
        .find(|entry| edition.record(entry.issue).id.slug() == slug)
        .unwrap_or_else(|| panic!("no issue {slug} in the report"))
}

fn words(report: &CompiledReport, id: &str) -> String {
    let paragraphs = report.paragraphs();
    let known: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
    let found = paragraphs.iter().find(|paragraph| paragraph.id == id);
    plain(&found.unwrap_or_else(|| panic!("no paragraph {id}; there are {known:?}")).content)
}

fn cells(report: &CompiledReport, id: &str) -> Vec<Vec<String>> {
    fn find<'t>(blocks: &'t [Block], id: &str) -> Option<&'t super::tree::Table> {
        blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.id == id => Some(table),
            Block::Section(section) => find(&section.blocks, id),
            _ => None,
        })
    }
    let table = report.chapters.iter().find_map(|chapter| find(&chapter.blocks, id));
    let rows = &table.unwrap_or_else(|| panic!("no table {id}")).rows;
    rows.iter().map(|row| row.cells.iter().map(|cell| plain(cell)).collect()).collect()
}

#[test]
fn the_newest_report_comes_first() {
    let edition = dialogue();
    let days: Vec<String> = reports(&edition).iter().map(|report| report.as_of.to_string()).collect();
    assert_eq!(days, ["2019-12-31", "2019-07-31"]);
}

#[test]
fn chapters_stand_in_their_order() {
    let edition = dialogue();
    let report = first(&edition);
    let titles: Vec<&str> = report.chapters.iter().map(|chapter| chapter.id.as_str()).collect();
    assert_eq!(
        titles.join(" "),
        "summary account changes method topic-images topic-sharing topic-unused no-topic actions timetable \
         interests documents participants withheld glossary references errata"
    );
}

#[test]
fn every_issue_stands_once_under_the_heading_that_its_rule_gives() {
    let edition = dialogue();
    let report = first(&edition);
    let standing: Vec<String> = entries(&report)
        .into_iter()
        .map(|entry| {
            let slug = edition.record(entry.issue).id.slug();
            format!("{slug}: {} ({})", entry.heading.as_str(), entry.rule.name())
        })
        .collect();
    assert_eq!(
        standing,
        [
            "settled: resolved (discussed and resolved)",
            "no-dispute: unresolved (discussed and not resolved)",
            "in-talks: outstanding (discussion to continue)",
            "kept: outstanding (agreed, work to do)",
            "reopened: resolved (discussed and resolved)",
            "silent: outstanding (not yet discussed)",
            "aside: set-aside (set aside)",
            "overruled: unresolved (discussion to continue)",
        ]
    );
    assert_eq!(report.counts.total(), standing.len());
    for chapter in &report.chapters {
        for block in &chapter.blocks {
            if let Block::Section(section) = block
                && let Some((heading, n)) = section.heading
            {
                assert_eq!(section.blocks.len(), n);
                assert!(section.title.starts_with(&n.to_string()), "{}", section.title);
                assert!(
                    CompiledReport::entries(chapter).iter().filter(|entry| entry.heading == heading).count()
                        == n
                );
            }
        }
    }
}

#[test]
fn why_is_told_with_place_and_date() {
    let edition = dialogue();
    let report = first(&edition);
    let why = |slug: &str| words(&report, &format!("issue-{slug}"));
    assert_eq!(
        why("kept"),
        "Partly agreed at Workshop 3 on 5 December 2018; the work was under way on 11 July 2019."
    );
    assert_eq!(why("settled"), "Agreed at Workshop 3 on 5 December 2018; no work was needed.");
    assert_eq!(why("no-dispute"), "Discussed at Workshop 3 on 5 December 2018; not agreed.");
    assert_eq!(why("in-talks"), "Discussed at Workshop 3 on 5 December 2018; no agreement is on record.");
    assert_eq!(why("silent"), "Raised on 3 July 2018; no discussion of it is on record.");
    assert_eq!(
        why("aside"),
        "Found to be out of scope at Workshop 3 on 5 December 2018. It lies outside LEDS (Law Enforcement Data Service)."
    );
}

#[test]
fn what_happened_after_the_period_is_not_there() {
    let edition = dialogue();
    let (one, two) = (first(&edition), second(&edition));
    assert!(entries(&one).iter().all(|entry| edition.record(entry.issue).id.slug() != "later"));
    assert_eq!(entry(&edition, &one, "kept").history.len(), 2);
    assert_eq!(entry(&edition, &two, "kept").history.len(), 3);
    assert_eq!(entry(&edition, &two, "kept").heading, Heading::Resolved);
    // An action made later is left out, and a state that came later had not come.
    let states = |report: &CompiledReport| cells(report, "table-actions").len();
    assert_eq!(states(&one), 2);
    let count = |report: &CompiledReport, state: State| {
        report.actions[State::ALL.iter().position(|known| *known == state).unwrap()]
    };
    assert_eq!((one.actions.iter().sum::<usize>(), two.actions.iter().sum::<usize>()), (3, 4));
    assert_eq!((count(&one, State::Open), count(&one, State::Closed)), (1, 0));
    assert_eq!((count(&two, State::Open), count(&two, State::Closed)), (1, 1));
}

#[test]
fn positions_are_the_latest_of_each_party_and_silence_is_told() {
    let edition = dialogue();
    let report = first(&edition);
    let positions: Vec<String> = entry(&edition, &report, "kept")
        .positions
        .iter()
        .map(|stated| format!("{}: {} {}", stated.party, plain(&stated.view), plain(&stated.place)))
        .collect();
    assert_eq!(
        positions,
        [
            "Home Office: A review is near. in Outputs and progress, version 1.0, 11 July 2019",
            "CSOs: Wants a date. at Workshop 3 on 5 December 2018",
        ]
    );
    // Where one party was heard, the other is not left out; where none was, nothing is told.
    let told = |slug: &str| entry(&edition, &report, slug).positions.len();
    assert_eq!((told("settled"), told("in-talks")), (2, 0));
    assert!(entry(&edition, &report, "settled").positions[1].view.is_empty());
}

#[test]
fn silence_is_a_finding() {
    let edition = dialogue();
    let report = first(&edition);
    let silence = |slug: &str| &entry(&edition, &report, slug).silence;
    assert_eq!(plain(&silence("kept").words), "The last evidence that is published is of 11 July 2019.");
    assert_eq!(
        plain(&silence("no-dispute").words),
        "The last evidence that is published is of 5 December 2018, seven months before 31 July 2019."
    );
    assert_eq!(plain(&silence("silent").words), "No evidence is published.");
    assert_eq!(plain(&silence("kept").promised), "The next discussion was announced for 11 September 2019.");
    assert_eq!(
        plain(&silence("no-dispute").promised),
        "A discussion announced for 14 May 2019 is not on record."
    );
}

#[test]
fn an_overruling_is_marked_as_the_editors() {
    let edition = dialogue();
    let report = first(&edition);
    let overruled = entry(&edition, &report, "overruled");
    let judgement = overruled.judgement.as_ref().unwrap();
    assert_eq!((overruled.rule, overruled.heading), (Rule::DiscussionToContinue, Heading::Unresolved));
    assert_eq!(
        judgement.words(&of_language("en")),
        "The rule gives ‘outstanding’. The editor lists the issue as ‘discussed and not resolved’."
    );
    assert!(words(&report, "method-overruling").contains("one issue is so"));
}

#[test]
fn moves_are_those_between_the_two_days() {
    let edition = dialogue();
    let (one, two) = (first(&edition), second(&edition));
    assert!(entries(&one).iter().all(|entry| entry.movement == Move::First));
    let moved = |slug: &str| {
        let entry = entry(&edition, &two, slug);
        entry.movement.in_words(&of_language("en"), entry.heading)
    };
    assert_eq!(moved("kept"), "resolved");
    assert_eq!(moved("reopened"), "reopened");
    assert_eq!(moved("later"), "new");
    assert_eq!(moved("silent"), "still outstanding after 17 months");
    assert_eq!(moved("no-dispute"), "still not resolved after 12 months");
    assert_eq!(moved("aside"), "unchanged");
    assert_eq!(
        words(&two, "changes-moves"),
        "The report before this one, Annual report 2018–2019, speaks as at 31 July 2019. Of the nine issues \
         raised by now, one is new, one was resolved, one was reopened, two are still outstanding and \
         four are otherwise unchanged."
    );
    // The denominator stays whole.
    assert_eq!(cells(&two, "table-moves").len(), two.counts.total());
    assert_eq!(
        words(&two, "changes-carried"),
        "Two actions were carried over from the period before; one of them is still not closed."
    );
}

#[test]
fn the_flow_from_the_report_before_is_drawn() {
    let edition = dialogue();
    let two = second(&edition);
    let chapter = two.chapters.iter().find(|chapter| chapter.id == "changes").unwrap();
    let flow = chapter.blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let flow = flow.unwrap();
    assert_eq!(flow.id, "figure-moves");
    assert_eq!(
        flow.description,
        "Of nine issues, two stand under another heading than in the report before and one was raised since."
    );
    let cells = |row: &Row| row.cells.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" ");
    let rows: Vec<String> = flow.table.rows.iter().map(cells).collect();
    // Then, and now: resolved, unresolved, outstanding, set aside, all.
    assert_eq!(
        rows,
        [
            "Resolved 1 0 1 0 2",
            "Unresolved 0 2 0 0 2",
            "Outstanding 1 0 2 0 3",
            "Set aside 0 0 0 1 1",
            "Not yet raised 0 0 1 0 1"
        ]
    );
    let first = first(&edition);
    let chapter = first.chapters.iter().find(|chapter| chapter.id == "changes").unwrap();
    assert!(chapter.blocks.iter().all(|block| !matches!(block, Block::Chart(_))));
}

#[test]
fn paragraphs_are_counted_without_a_gap_and_named_once() {
    let edition = dialogue();
    for report in reports(&edition) {
        let paragraphs = report.paragraphs();
        for (paragraph, n) in paragraphs.iter().zip(1..) {
            assert_eq!((paragraph.number.chapter, paragraph.number.n), (None, n), "{}", paragraph.id);
        }
        let ids: BTreeSet<&str> = paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
        assert_eq!(ids.len(), paragraphs.len());
    }
}

#[test]
fn paragraphs_may_be_counted_by_chapter() {
    let edition = by_chapter();
    let report = first(&edition);
    let numbers: Vec<String> =
        report.paragraphs().iter().map(|paragraph| paragraph.number.to_string()).take(8).collect();
    assert_eq!(numbers.join(" "), "1.1 1.2 1.3 1.4 2.1 2.2 3.1 4.1");
}

#[test]
fn the_name_of_a_narrative_paragraph_comes_from_its_words() {
    let edition = dialogue();
    let report = first(&edition);
    let narrative = report
        .paragraphs()
        .into_iter()
        .find(|paragraph| paragraph.voice == Voice::Editors && paragraph.id.starts_with("topic-images-"))
        .unwrap();
    assert_eq!(narrative.id, "topic-images-886d13a9");
    assert!(matches!(narrative.more.as_slice(), [Block::List(None, items)] if items.len() == 2));
    let to = |piece: &Inline| match piece {
        Inline::Link(_, Target::Record(to)) => Some(to.to_string()),
        _ => None,
    };
    assert_eq!(narrative.content.iter().find_map(to).as_deref(), Some("workshops/2018-07-03-workshop-1#p-2"));
    let matrix = report.paragraphs().into_iter().find(|paragraph| paragraph.voice == Voice::Matrix).unwrap();
    assert_eq!(plain(&matrix.content), "Papers are being written.");
}

#[test]
fn the_account_keeps_its_headings_and_notes_and_no_markup() {
    let edition = dialogue();
    let report = first(&edition);
    let account = report.chapters.iter().find(|chapter| chapter.part == Part::Account).unwrap();
    let [Block::Paragraph(opening), Block::Section(section), Block::Note(1, _)] = account.blocks.as_slice()
    else {
        panic!("{:#?}", account.blocks)
    };
    assert_eq!(plain(&opening.content), "Opening words.[1]");
    assert_eq!(section.title, "What moved");
    let Block::Paragraph(moved) = &section.blocks[0] else { panic!("{:#?}", section.blocks) };
    assert_eq!(plain(&moved.content), "Much moved.");
}

#[test]
fn the_summary_reads_as_english() {
    let edition = dialogue();
    let report = first(&edition);
    assert_eq!(
        words(&report, "summary-counts"),
        "By 31 July 2019, eight issues had been raised in the dialogue. Two were discussed and resolved, two \
         were discussed and not resolved, three are outstanding and one was set aside as out of scope."
    );
    assert_eq!(
        words(&report, "summary-outstanding"),
        "Of the three outstanding issues, one has not been discussed, one is agreed and its work is not \
         shown to be done and one has been discussed without an agreement."
    );
    assert_eq!(
        words(&report, "summary-silence"),
        "For three of the five issues that are neither resolved nor set aside, no evidence of the last three \
         months is published and for one none is published at all."
    );
}

#[test]
fn the_rule_is_printed_as_it_is_applied() {
    let edition = dialogue();
    let rows = cells(&first(&edition), "table-rule");
    assert_eq!(rows.len(), Rule::ALL.len());
    for (row, rule) in rows.iter().zip(Rule::ALL) {
        assert_eq!(row[0], rule.condition());
        assert!(row[1].contains(rule.heading().in_words()));
    }
    let counted: usize = rows.iter().map(|row| row[2].parse::<usize>().unwrap()).sum();
    assert_eq!(counted, first(&edition).counts.total());
}

#[test]
fn the_back_of_the_report_is_there() {
    let edition = dialogue();
    let report = first(&edition);
    assert!(words(&report, "withheld-counts").contains("Nothing besides is declared"));
    assert_eq!(words(&report, "errata-none"), "No error has been recorded in this edition.");
    let references = report.chapters.iter().find(|chapter| chapter.part == Part::References).unwrap();
    let [Block::References(works)] = references.blocks.as_slice() else { panic!() };
    let works: Vec<String> = works.iter().map(|work| format!("{} {}", work.id, plain(&work.words))).collect();
    assert_eq!(
        works,
        [
            "ref-papers-progress-v1-0 Outputs and progress, version 1.0 (2019). 11 July 2019.",
            "ref-workshops-2018-12-05-workshop-3 Workshop 3: biometrics (2018). Record of the meeting. 5 December 2018.",
        ]
    );
    let participants = cells(&report, "table-participants");
    assert_eq!(participants[0][1..3], ["not given", "Civil society: 20\nCommissioners: fewer than 5"]);
    let interests = cells(&report, "table-interests");
    assert!(interests[0][3].starts_with("1 of 2 issues resolved"), "{interests:?}");
}
