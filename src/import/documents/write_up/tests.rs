//! Write-ups as converters leave them, in words of our own.

use proptest::prelude::*;

use super::*;
use crate::diag::Spot;

fn imported(text: &str) -> Imported {
    read(&"in/note.md".into(), text, &[])
}

fn body(text: &str) -> String {
    imported(text).drafts.swap_remove(0).body
}

fn doubts(text: &str, code: &str) -> Vec<(usize, String)> {
    let of_code = imported(text).doubts.into_iter().filter(|doubt| doubt.rule.code == code);
    of_code
        .map(|doubt| match doubt.spot {
            Spot::Line(line, _) => (line, doubt.message),
            _ => (0, doubt.message),
        })
        .collect()
}

fn front(text: &str) -> String {
    serde_yaml::to_string(&imported(text).drafts[0].front_matter).unwrap()
}

#[test]
fn names_the_meeting() {
    let text = "# TUESDAY 3RD JULY TOWN FORUM NOTE\n\n## 1. Start\n\nThe first workshop of the Town Forum took the plan of 2018.\n";
    assert_eq!(
        front(text),
        "title: Tuesday 3rd July Town Forum note\nnumber: 1\ndate: 2018-07-03\nstatus: held\n"
    );
    assert_eq!(imported(text).drafts[0].id.as_str(), "workshops/2018-07-03-workshop-1");
    assert_eq!(doubts(text, "doubtful_date")[0].0, 1);
    assert_eq!(doubts(text, "doubtful_number")[0].0, 5);
}

#[test]
fn labels_of_every_make_are_read() {
    let text = "Actions\tResponsibility\n<b>Action 1</b> : Town (T) to map it.\tT & Guild\nAction 2: Guild to call.\tGuild\n\
                <b>Action 3:</b> Town to send it to 3 <sup>rd</sup> parties.\tT\n\n\n\n**Action 4:** Town to go on.\tT\n**Action 5**: Share it.\tGuild & T\n";
    let held = WriteUp::read(&body(text));
    let owners =
        |n: usize| held.actions[n].responsible.iter().map(|party| party.name.to_string()).collect::<Vec<_>>();
    assert_eq!(held.actions.iter().map(|action| action.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!((owners(0), owners(4)), (vec!["T".into(), "Guild".into()], vec!["Guild".into(), "T".into()]));
    assert_eq!(held.actions[2].wordings[0].text, "Town to send it to 3rd parties.");
    // One table, though a page breaks in it.
    assert_eq!(body(text).matches("| --- |").count(), 1);
}

#[test]
fn look_alike_owners_are_folded_and_named() {
    let text = "Actions\tResponsibility\nAction 1: Map it.\tHO\nAction 2: Call.\tНО\n";
    let held = WriteUp::read(&body(text));
    assert_eq!(&*held.actions[1].responsible[0].name, "HO");
    let doubts = doubts(text, "folded_letters");
    assert_eq!(
        doubts,
        [(3, "the owner “НО” has Cyrillic Н (U+041D) and О (U+041E); read as “HO”".to_owned())]
    );
}

#[test]
fn an_action_without_owner_is_a_doubt() {
    let text = "Actions\tResponsibility\nAction 1: Map it.\tTBC\n\nThe Guild said:\n\nAction 2: Call.\n";
    assert_eq!(doubts(text, "doubtful_owner").iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 6]);
}

#[test]
fn both_wordings_are_kept() {
    let text = "Actions\tOwner\nAction 1: Town to show the map to all.\tTown\n\n## Talk\n\nQuestions\tResponses\nIs there a map?\tAction 1: Town to show it.\nAnd later?\tSee Action 1.\n";
    let held = WriteUp::read(&body(text));
    let wordings: Vec<_> = held.actions[0].wordings.iter().map(|wording| wording.text.as_str()).collect();
    assert_eq!(wordings, ["Town to show the map to all.", "Town to show it."]);
    assert_eq!(held.rows[1].actions, [1]);
}

#[test]
fn tables_go_on_over_page_breaks_and_lists_in_cells_become_lines() {
    let text = "## 4. Talk\n\nDiscussion/Questions\tResponse/Actions\n<ul> <li>Be kind: to whom?</li> <li>And why         <ul> <li>to be said later.</li> </ul> </li> </ul>\t\n\tAction 1: Guild to say.\n\n\n\nMore lamps?\tNo.\n";
    let body = body(text);
    assert!(body.contains("| Be kind: to whom?<br>And why<br>– to be said later. | |"), "{body}");
    assert_eq!(WriteUp::read(&body).rows.len(), 3);
    assert_eq!(body.matches("| --- |").count(), 1);
    assert_eq!(doubts(text, "unpaired_row")[0].0, 5);
}

#[test]
fn rows_that_lost_their_columns_are_paired_between_the_tables() {
    let text = "## 5. Talk\n\nDiscussion/Questions\tResponse/Actions\nwho may see the map?\tTown said who.\n\n\n\n Are guilds asked? **Action 2:** Town to list the guilds.\n\n#### See Action 2.\n\n\n\nIs it the only map?\tNo.\n\nThe talk ended.\n";
    let body = body(text);
    let held = WriteUp::read(&body);
    assert_eq!(held.rows.len(), 2);
    assert!(body.contains("- Are guilds asked?\n  - **Action 2:** Town to list the guilds.\n- See Action 2.\n\n| Discussion/Questions"), "{body}");
    assert_eq!(doubts(text, "cut_text")[0].0, 4);
    assert_eq!(doubts(text, "unpaired_row")[0].0, 10);
    assert!(body.ends_with("The talk ended.\n"));
}

#[test]
fn paragraphs_between_two_tables_stay_prose() {
    let text = "Questions\tResponses\nWho?\tThey.\n\nAll went for a walk.\n\nWhy?\tSo.\n";
    let body = body(text);
    assert!(body.contains("\nAll went for a walk.\n"), "{body}");
    assert_eq!(WriteUp::read(&body).rows.len(), 2);
}

#[test]
fn contents_page_numbers_and_odd_bullets_go() {
    let text = "# Note\n\n1.\tTAS\tKS\t1\n2.\tEND\tEND\t2\n\t2.1.\tWhy\t\n\n# 1. Tasks\n\n• one\n- · two\n\n4\n\n\u{f0b7} three\n";
    assert_eq!(body(text), "## Tasks\n\n- one\n- two\n- three\n");
    assert_eq!(doubts(text, "left_out").iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 12]);
}

#[test]
fn footnotes_keep_their_place_or_say_that_it_is_lost() {
    let text = "The map is new<sup>1</sup>.\n\n<sup>1</sup> Drawn last year.\n\n<sup>&</sup>lt;sup>2</sup> To be seen.\n";
    assert_eq!(
        body(text),
        "The map is new[^1].\n\n[^1]: Drawn last year.\n\n*Where this note belongs is lost in the source.*[^2]\n\n[^2]: To be seen.\n"
    );
    assert_eq!(doubts(text, "lost_footnote_mark")[0].0, 5);
}

#[test]
fn a_list_without_bullets_gets_its_order_from_the_text() {
    let text = "These issue areas were named:\n\n**Lamps** \n\nTolls\n\nRe-painting of boats/carts\n\nThis list was prioritised, with the top two to be talked about first.\n";
    let body = body(text);
    assert!(body.contains("1. Lamps\n2. Tolls\n3. Re-painting of boats/carts\n"), "{body}");
    let doubts = doubts(text, "presumed_list");
    assert_eq!((doubts[0].0, doubts[1].0), (3, 9));
    assert!(doubts[1].1.contains("the first 2 of its 3 items"), "{doubts:?}");
}

#[test]
fn key_questions_become_drafts_of_issues() {
    let text = "# Note of 3 July 2018\n\n## 5. Areas\n\n### 5.1. Lamps\n\n# Key Questions/Themes\n\n- Oil who pays? And when?\n- Light.\n";
    let imported = imported(text);
    let issues: Vec<_> = imported.drafts.iter().filter(|draft| draft.id.collection() == "issues").collect();
    assert_eq!(
        serde_yaml::to_string(&issues[0].front_matter).unwrap(),
        "title: Oil who pays?\nraised:\n  at: workshops/2018-07-03-workshop\n  on: 2018-07-03\ndraft: true\n"
    );
    assert_eq!(issues[0].body, "Oil who pays? And when?\n\nRaised under the heading Lamps.\n");
    assert_eq!(issues[1].id.as_str(), "issues/lamps-light");
}

#[test]
fn a_cut_name_is_a_doubt_at_its_line() {
    let text = "# Note\n\nAll met.\n\nWe heard from programme, an officer on loan. explained his part.\n";
    assert_eq!(doubts(text, "cut_name").iter().map(|(line, _)| *line).collect::<Vec<_>>(), [5, 5]);
}

#[test]
fn a_gap_in_the_series_is_a_doubt() {
    let text = "Actions\tOwner\nAction 1: a.\tT\nAction 3: c.\tT\n\nSee Action 9.\n";
    let doubts = doubts(text, "doubtful_number");
    assert_eq!(
        doubts,
        [
            (3, "there is no action 2, though there is an action 3".to_owned()),
            (5, "action 9 is mentioned, and is nowhere defined".to_owned()),
        ]
    );
}

#[test]
fn other_write_ups_have_other_heads() {
    let text = "# Minutes, 14 May 2019\n\n| No. | Agreed actions | Who | By when |\n|---|---|---|---|\n| 1 | Send the map | Town, Guild | 1 June 2019 |\n| 2 | Ask \\| tell | Guild | |\n";
    let held = WriteUp::read(&body(text));
    assert_eq!(held.actions.len(), 2);
    assert_eq!(held.actions[0].due.as_deref(), Some("1 June 2019"));
    assert_eq!(held.actions[0].responsible.len(), 2);
    assert!(body(text).contains("Ask \\| tell"));
}

#[test]
fn numbered_lists_serve_for_tables() {
    let text = "# Minutes\n\n## Agreed actions\n\n1. Send the map by 1 June (Owner: Town)\n2. Ask the guilds (HO & Guild)\n\n## Other\n\n1. Not an action\n";
    let held = WriteUp::read(&body(text));
    assert_eq!(held.actions.len(), 2);
    assert_eq!(&*held.actions[0].responsible[0].name, "Town");
    assert_eq!(held.actions[1].responsible.len(), 2);
}

#[test]
fn plain_text_without_marks_is_read_too() {
    let text = "Note of the second workshop\n\nHeld on 4 October 2018.\n\nAGREED ACTIONS\n\nAction 1: Town to send it. (Town)\nAction 2: Guild to read it. (Guild)\n\n2.1. The scope\n\nIt was talked about at length.\n\x0cPage 2 of 3\n\nAnd again.\n";
    let imported = imported(text);
    assert_eq!(imported.drafts[0].id.as_str(), "workshops/2018-10-04-workshop-2");
    assert_eq!(WriteUp::read(&imported.drafts[0].body).actions.len(), 2);
    assert!(imported.drafts[0].body.contains("## Agreed actions\n"), "{}", imported.drafts[0].body);
    assert!(imported.drafts[0].body.contains("### The scope\n"), "{}", imported.drafts[0].body);
}

#[test]
fn a_ragged_row_is_a_doubt() {
    let text = "Actions\tOwner\nAction 1: a.\tT\tmore\n";
    assert_eq!(doubts(text, "ragged_row"), [(2, "the row has 3 cells, its table 2 columns".to_owned())]);
    assert!(body(text).contains("| T more |"));
}

#[test]
fn words_about_members_make_it_members_only() {
    let text = "# Note\n\nIt may be seen only by members of the forum.\n";
    assert!(front(text).contains("visibility: members"));
    assert_eq!(doubts(text, "marked_document")[0].0, 3);
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled()) {
        let imported = imported(&text);
        WriteUp::read(&imported.drafts[0].body);
    }

    /// Cells that hold Markdown's own marks do not move the columns of the table they are in.
    #[test]
    fn no_word_of_a_cell_moves_a_row(words in prop::collection::vec("[a-z|*_`<>&\\\\ ]{1,12}", 1..8)) {
        let rows: String = words.iter().map(|word| format!("Q {word}\tA {word} x\n")).collect();
        let held = WriteUp::read(&body(&format!("Question\tResponse\n{rows}")));
        prop_assert_eq!(held.rows.len(), words.len());
    }
}
