//! Write-ups as stories: what is found in whole ones, in odd ones, and in anything at all.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

use super::WriteUp;
use crate::model::outline::Outline;
use crate::model::text::{self, tests::mangled};

const WHOLE: &str = include_str!("../../../tests/fixtures/write-up.md");

fn owners(write_up: &WriteUp, number: u32) -> Vec<String> {
    let action = write_up.actions.iter().find(|action| action.number == number);
    action
        .map(|action| action.responsible.iter().map(|party| party.name.to_string()).collect())
        .unwrap_or_default()
}

fn wordings(write_up: &WriteUp, number: u32) -> Vec<&str> {
    let action = write_up.actions.iter().find(|action| action.number == number);
    action
        .map(|action| action.wordings.iter().map(|wording| wording.text.as_str()).collect())
        .unwrap_or_default()
}

fn numbers(write_up: &WriteUp) -> Vec<u32> {
    write_up.actions.iter().map(|action| action.number).collect()
}

#[test]
fn a_whole_write_up_gives_its_actions_and_its_rows() {
    let write_up = WriteUp::read(WHOLE);
    assert_eq!(numbers(&write_up), (1..=20).collect::<Vec<_>>());
    assert!(write_up.actions.iter().all(|action| !action.responsible.is_empty()));
    assert_eq!(write_up.rows.len(), 24);
    let by_section = |section| write_up.rows.iter().filter(|row| row.section == Some(section)).count();
    assert_eq!([by_section(1), by_section(3), by_section(4), by_section(5)], [4, 5, 8, 7]);
}

#[test]
fn owners_stand_apart_with_their_letters_kept() {
    let write_up = WriteUp::read(WHOLE);
    assert_eq!(owners(&write_up, 1), ["HO", "CSOs"]);
    assert_eq!(owners(&write_up, 3), ["HO"]);
    assert_eq!(write_up.actions[2].responsible[0].written.as_deref(), Some("НО"));
    assert_eq!(write_up.actions[11].responsible[0].written, None);
    let at = write_up.actions[0].responsible_at.clone().unwrap();
    assert_eq!(&WHOLE[at], "HO & CSOs");
}

#[test]
fn a_number_that_the_list_has_twice_is_told_with_its_second_place() {
    let list = |second: &str| {
        format!(
            "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Put up a sign | Town Hall |\n\
             | **Action 1:** {second} | League |\n\nThe league: action 1 goes on.\n"
        )
    };
    let twice = |text: &str| WriteUp::read(text).actions[0].twice_at.clone().map(|at| text[at].to_owned());
    let text = list("Count the cars");
    assert_eq!(twice(&text).as_deref(), Some("Action 1"));
    assert!(
        WriteUp::read(&text).actions[0].twice_at.clone().unwrap().start > text.find("Town Hall").unwrap()
    );
    assert_eq!(twice(&list("Put up a **sign**")), None);
    assert!(WriteUp::read(WHOLE).actions.iter().all(|action| action.twice_at.is_none()));
}

#[test]
fn an_action_worded_twice_keeps_both_wordings() {
    let write_up = WriteUp::read(WHOLE);
    assert_eq!(
        wordings(&write_up, 5),
        ["Talk to the insurers before the season opens.", "Talk to insurers early."]
    );
    assert_eq!(wordings(&write_up, 8), ["Write to the lifeboat crews."]);
    assert_eq!(
        wordings(&write_up, 19),
        [
            "Share the list of empty chairs.",
            "Involve will put the list of empty chairs where everybody can add to it."
        ]
    );
    assert_eq!(wordings(&write_up, 10), ["Circulate the pilots' rule book.", "Circulate the rule book."]);
    assert_eq!(wordings(&write_up, 13)[1], "Draft a paper on sharing.");
    assert_eq!(wordings(&write_up, 12)[1], "List who is told.");
}

#[test]
fn rows_name_their_actions() {
    let write_up = WriteUp::read(WHOLE);
    let named: Vec<&[u32]> = write_up.rows.iter().map(|row| &*row.actions).collect();
    assert_eq!(named[13..16], [&[] as &[u32], &[9], &[1]]);
    assert_eq!(named[19], [11, 12]);
    assert_eq!(named[22], [14, 15, 16, 17]);
    assert_eq!(named[23], [18, 14, 15, 16]);
    assert_eq!(write_up.rows[7].question, "");
    assert_eq!(write_up.rows[5].response, "");
}

#[test]
fn mentions_are_found_outside_code_and_links() {
    let write_up = WriteUp::read(WHOLE);
    assert!(write_up.mentions.iter().all(|mention| mention.number <= 20));
    let sees: Vec<&str> = write_up.mentions.iter().map(|mention| &WHOLE[mention.at.clone()]).collect();
    assert_eq!(sees.iter().filter(|see| **see == "Action 12").count(), 3);
}

#[test]
fn actions_in_a_numbered_list_take_its_numbers() {
    let write_up = WriteUp::read(
        "## Agreed actions\n\n1. Send the slides (HO).\n2. Ask the guild (Involve and CSOs)\n   - by letter\n3. Feed the Data Protection Impact Assessment (DPIA).\n",
    );
    assert_eq!(numbers(&write_up), [1, 2, 3]);
    assert_eq!(wordings(&write_up, 1), ["Send the slides"]);
    assert_eq!(owners(&write_up, 2), ["Involve", "CSOs"]);
    assert_eq!(owners(&write_up, 3), [""; 0]);
}

#[test]
fn actions_in_a_bulleted_list_are_known_by_their_labels() {
    let write_up = WriteUp::read(
        "## What we will do\n\n- **Action 3:** Send the slides (НО)\n- **Action 1:** Ask the guild (CSOs)\n",
    );
    assert_eq!(numbers(&write_up), [1, 3]);
    assert_eq!(owners(&write_up, 3), ["HO"]);
    assert_eq!(wordings(&write_up, 3), ["Send the slides"]);
}

#[test]
fn two_unnumbered_lists_count_on() {
    let write_up = WriteUp::read(
        "# Actions\n\n## HO\n\n1. One\n2. Two\n\n## CSOs\n\n1. Three\n\n# Notes\n\n1. Not one\n",
    );
    assert_eq!(numbers(&write_up), [1, 2, 3]);
    assert_eq!(wordings(&write_up, 3), ["Three"]);
}

#[test]
fn a_summary_of_next_steps_is_no_list_of_actions() {
    let write_up = WriteUp::read(
        "## Next steps & actions\n\n- HO to sleep on it.\n\n## Priority order\n\n1. Sharing\n2. Images\n",
    );
    assert_eq!(write_up, WriteUp::default());
}

#[test]
fn other_heads_and_dates_are_understood() {
    let write_up = WriteUp::read(
        "| No. | What | Who | By when |\n|-|-|-|-|\n| 1 | Send slides | HO/CSOs | 31 July 2019 |\n| 2 | Ask | TBC | |\n",
    );
    assert_eq!(numbers(&write_up), [1, 2]);
    assert_eq!(owners(&write_up, 1), ["HO", "CSOs"]);
    assert_eq!(write_up.actions[0].due.as_deref(), Some("31 July 2019"));
    assert_eq!((owners(&write_up, 2).len(), write_up.actions[1].responsible_at.is_some()), (0, true));
}

#[test]
fn an_action_that_only_an_answer_makes_is_an_action() {
    let write_up =
        WriteUp::read("| Issue | Reply |\n|-|-|\n| Slides? | Yes. Action 4: HO to send them.<br>Soon. |\n");
    assert_eq!(numbers(&write_up), [4]);
    assert_eq!(wordings(&write_up, 4), ["HO to send them."]);
    assert_eq!(owners(&write_up, 4), [""; 0]);
}

#[test]
fn a_row_that_goes_on_with_the_one_above_is_no_action() {
    let write_up = WriteUp::read(
        "| Action | Owner |\n|-|-|\n| Action 1: Send | HO |\n| the slides | |\n| Action 2: Ask | HO |\n",
    );
    assert_eq!(numbers(&write_up), [1, 2]);
}

#[test]
fn marks_around_a_whole_action_are_dropped() {
    let write_up = WriteUp::read("**Action 1: HO to act**\n\n**Action 2: HO** to act\n");
    assert_eq!(wordings(&write_up, 1), ["HO to act"]);
    assert_eq!(wordings(&write_up, 2), ["**HO** to act"]);
}

/// A write-up of so many actions and rows, and what it should give.
fn generated() -> impl Strategy<Value = (String, usize, usize)> {
    let forms = prop::sample::select(vec![
        "Action {}: ",
        "**Action {}:** ",
        "**Action {}**: ",
        "<b>Action {}</b> : ",
    ]);
    (prop::collection::vec(forms, 0..30), prop::collection::vec(0usize..9, 0..6)).prop_map(
        |(actions, tables)| {
            let mut text = String::from("## Actions\n\n| Action | Owner |\n| - | - |\n");
            for (n, form) in actions.iter().enumerate() {
                text += &format!("| {}do thing {} | HO |\n", form.replace("{}", &(n + 1).to_string()), n + 1);
            }
            for (n, rows) in tables.iter().enumerate() {
                text += &format!("\n## Part {n}\n\nWe talked.\n\n| Question | Response |\n| - | - |\n");
                for row in 0..*rows {
                    let refers = if actions.is_empty() {
                        String::new()
                    } else {
                        format!(" See action {}.", row % actions.len() + 1)
                    };
                    text += &format!("| Why {row}? | Because.{refers} |\n");
                }
            }
            (text, actions.len(), tables.iter().sum())
        },
    )
}

#[test]
fn the_highest_number_may_be_followed_by_a_row_without_one() {
    let table =
        "| No | Action | Responsible |\n| --- | --- | --- |\n| 4294967295 | Go. | HO |\n|  | Stay. | HO |\n";
    assert!(!WriteUp::read(table).actions.is_empty());
}

proptest! {
    #[test]
    fn what_is_put_in_comes_out((text, actions, rows) in generated()) {
        let write_up = WriteUp::read(&text);
        prop_assert_eq!(write_up.actions.len(), actions);
        prop_assert_eq!(write_up.rows.len(), rows);
        prop_assert!(write_up.actions.iter().all(|action| action.wordings.len() == 1 && action.responsible.len() == 1));
    }

    #[test]
    fn anything_can_be_read_and_every_place_is_in_the_text(text in mangled()) {
        let write_up = WriteUp::read(&text);
        let outline = Outline::of(&text);
        for action in &write_up.actions {
            let places = action.label_at.iter().chain(&action.responsible_at).chain(action.wordings.iter().map(|wording| &wording.at));
            for at in places {
                prop_assert!(text.get(at.clone()).is_some(), "{at:?}");
            }
            prop_assert!(!action.wordings.is_empty());
        }
        for row in &write_up.rows {
            prop_assert!(text.get(row.at.clone()).is_some());
            prop_assert!(row.section.is_none_or(|section| section < outline.headings.len()));
        }
        prop_assert!(write_up.actions.is_sorted_by(|a, b| a.number < b.number));
        prop_assert!(write_up.mentions.is_sorted_by_key(|mention| mention.at.start));
        prop_assert!(write_up.mentions.is_sorted_by(|a, b| a.at.end <= b.at.start || a.at == b.at));
    }

    #[test]
    fn a_mention_is_never_more_than_one_piece_of_text(text in mangled()) {
        let mut pieces = Vec::new();
        let mut linked = 0;
        for (event, range) in Parser::new_ext(&text, text::markdown()).into_offset_iter() {
            match event {
                Event::Start(pulldown_cmark::Tag::Link { .. } | pulldown_cmark::Tag::Image { .. } | pulldown_cmark::Tag::CodeBlock(_)) => linked += 1,
                Event::End(pulldown_cmark::TagEnd::Link | pulldown_cmark::TagEnd::Image | pulldown_cmark::TagEnd::CodeBlock) => linked -= 1,
                Event::Text(_) if linked == 0 => pieces.push(range),
                _ => {}
            }
        }
        for mention in WriteUp::read(&text).mentions.iter().filter(|mention| !mention.at.is_empty()) {
            prop_assert!(
                pieces.iter().any(|piece| piece.start <= mention.at.start && mention.at.end <= piece.end),
                "{:?} in {:?}", &text[mention.at.clone()], text,
            );
        }
    }
}
