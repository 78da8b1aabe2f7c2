//! What blocks are made of texts as converters leave them.

use proptest::prelude::*;

use super::*;

fn shapes(text: &str) -> Vec<String> {
    let shape = |block: Block| match block.kind {
        Kind::Heading { level, text } => format!("{}: h{level} {text}", block.line),
        Kind::Paragraph { text, indented } => {
            format!("{}: p{} {text}", block.line, if indented { "_" } else { "" })
        }
        Kind::Item { indent, marker: Marker::Bullet, text } => format!("{}: -{indent} {text}", block.line),
        Kind::Item { indent, marker: Marker::Number(number), text } => {
            format!("{}: {number}.{indent} {text}", block.line)
        }
        Kind::Row { cells, head } => {
            format!("{}: {} {}", block.line, if head { "head" } else { "row" }, cells.join(" | "))
        }
        Kind::Note { label, text } => format!("{}: note {label} {text}", block.line),
        Kind::PageBreak => format!("{}: break", block.line),
    };
    read(text).into_iter().map(shape).collect()
}

#[test]
fn joins_wrapped_lines() {
    assert_eq!(
        shapes("One\ntwo\n\n- three\n  four\n- five\n"),
        ["1: p One two", "4: -0 three four", "6: -0 five"]
    );
}

#[test]
fn makes_every_bullet_one_kind() {
    assert_eq!(
        shapes("• a\n· b\n- · c\n\u{f0b7} d\n  - i. e\n – f"),
        ["1: -0 a", "2: -0 b", "3: -0 c", "4: -0 d", "5: i.2 e", "6: -1 f"]
    );
}

#[test]
fn reads_rows_by_tabs_over_page_breaks() {
    let text = "Ask\tAnswer\n\tonly an answer\nonly a question\t\n\n\n\n\tafter the page\nx\ty\n\n\tan indented line";
    assert_eq!(
        shapes(text),
        [
            "1: row Ask | Answer",
            "2: row  | only an answer",
            "3: row only a question | ",
            "6: break",
            "7: row  | after the page",
            "8: row x | y",
            "10: p an indented line",
        ]
    );
}

#[test]
fn a_tab_that_only_indents_makes_no_row() {
    assert_eq!(shapes("\tJust text\n\n\t- item\n"), ["1: p Just text", "3: -4 item"]);
}

#[test]
fn reads_rows_between_bars() {
    assert_eq!(shapes("| A | B |\n|---|:--|\n| 1 \\| 2 | |\n"), ["1: head A | B", "3: row 1 | 2 | "]);
}

#[test]
fn reads_footnotes_also_garbled_ones() {
    assert_eq!(
        shapes("<sup>&</sup>lt;sup>1</sup> Later.\n\n[^2]: Sooner."),
        ["1: note 1 Later.", "3: note 2 Sooner."]
    );
}

#[test]
fn a_label_starts_a_paragraph_of_its_own() {
    assert_eq!(
        shapes("Action 1: Send it\nsoon.\nAction 2: Read it."),
        ["1: p Action 1: Send it soon.", "3: p Action 2: Read it."]
    );
}

#[test]
fn keeps_a_lost_bullet_in_mind() {
    assert_eq!(shapes(" Who pays?\n\nNobody."), ["1: p_ Who pays?", "3: p Nobody."]);
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled()) {
        let mut last = 0;
        for block in read(&text) {
            prop_assert!(block.line >= last);
            last = block.line;
        }
    }
}
