//! Rows that lost their columns, in words of our own.

use super::super::super::block;
use super::*;

fn paired(text: &str, wordings: &[(u32, &str)]) -> (Vec<String>, Vec<(usize, &'static str)>) {
    let mut doubts = Doubts::about(&"x".into());
    let wordings = wordings.iter().map(|(number, words)| (*number, (*words).to_owned())).collect();
    let blocks: Vec<Block> =
        block::read(text).into_iter().filter(|block| block.kind != Kind::PageBreak).collect();
    let entries = pair(&blocks, &wordings, &mut doubts);
    let lines = entries.into_iter().map(|entry| format!("{}{}", "  ".repeat(entry.depth), entry.text));
    let doubts = doubts.sorted().into_iter().map(|doubt| match doubt.spot {
        crate::diag::Spot::Line(line, _) => (line, doubt.rule.code),
        _ => (0, doubt.rule.code),
    });
    (lines.collect(), doubts.collect())
}

#[test]
fn pairs_by_place_and_by_words() {
    let (lines, doubts) = paired(
        " Will bakers be asked about flour? **Action 2:** Town to list all bakers.\n\n\
         • Are lanterns lit at night?\n\nTown response: This stops falls.\n\n\
         Who paints the harbour bridge railings?\n\nWhere do market stalls go on Mondays?\n\n\
         Action 3: Town to paint the harbour bridge railings.\n",
        &[],
    );
    assert_eq!(
        lines,
        [
            "Will bakers be asked about flour?",
            "  **Action 2:** Town to list all bakers.",
            "Are lanterns lit at night?",
            "  Town response: This stops falls.",
            "Who paints the harbour bridge railings?",
            "  Action 3: Town to paint the harbour bridge railings.",
            "Where do market stalls go on Mondays?",
        ]
    );
    assert_eq!(
        doubts,
        [(1, "reconstructed_row"), (5, "reconstructed_row"), (9, "unpaired_row"), (11, "reconstructed_row"),]
    );
}

#[test]
fn joins_an_end_to_its_beginning() {
    let (lines, doubts) = paired(
        "Why are the tolls so high?\n\npaper on tolls, and on what they pay for.\n\nAction 4: Town committed to a\n",
        &[(4, "Town committed to a paper on tolls, and on more.")],
    );
    assert_eq!(
        lines,
        [
            "Why are the tolls so high?",
            "  Action 4: Town committed to a paper on tolls, and on what they pay for."
        ]
    );
    assert_eq!(doubts, [(3, "split_cell"), (5, "reconstructed_row")]);
}

#[test]
fn what_answers_in_the_same_breath_is_cut_off() {
    let (lines, _) =
        paired("CSOs asked for a map. Town explained that one is drawn.\n\nx Action 9: Go.", &[]);
    assert_eq!(
        lines[..2],
        ["CSOs asked for a map.".to_owned(), "  Town explained that one is drawn.".to_owned()]
    );
}

#[test]
fn keeps_what_belongs_nowhere() {
    let (lines, doubts) = paired("of nothing at all.\n\nTown replied so.\n", &[]);
    assert_eq!(lines, ["of nothing at all.", "Town replied so."]);
    assert!(doubts.iter().filter(|(_, code)| *code == "unpaired_row").count() >= 2, "{doubts:?}");
}
