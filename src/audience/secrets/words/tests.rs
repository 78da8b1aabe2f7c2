//! What is a word, however it is written.

use proptest::prelude::*;

use super::*;

/// Of each word all but what it is made of.
fn told(words: &[Word]) -> Vec<(u64, u8, u8)> {
    words.iter().map(|word| (word.hash, word.joint, word.length)).collect()
}

proptest! {
    #[test]
    fn many_letters_at_once_are_read_as_one_by_one_are(
        pieces in prop::collection::vec("([a-zA-Z0-9]{1,9}|[a-z]{60,70}|[ -/]|[\u{1}\n\t<]|[éß\u{ad}–語\u{301}]| {1,3}){0,25}", 1..4),
    ) {
        let (mut many, mut one) = (Words::default(), Words::default());
        for piece in &pieces {
            many.text(piece);
            piece.chars().for_each(|letter| one.letter(letter));
        }
        prop_assert_eq!(told(many.finish()), told(one.finish()));
    }
}

fn hashes(text: &str) -> Vec<u64> {
    Words::of(text).iter().map(|word| word.hash).collect()
}

#[test]
fn what_reads_the_same_is_the_same() {
    let plain = hashes("Jane Größe's note");
    for text in ["jane grosse s NOTE", "Jane–Gr\u{f6}\u{df}e’s **note**", "JA\u{ad}NE gro\u{308}sse's note."]
    {
        assert_eq!(hashes(text), plain, "{text}");
    }
    assert_ne!(hashes("note jane"), hashes("jane note"));
    assert_eq!(hashes("!?").len(), 0);
}

#[test]
fn joints_tell_a_slug_from_a_sentence() {
    let joints = |text| Words::of(text).iter().map(|word| word.joint).collect::<Vec<_>>();
    assert_eq!(joints("cases/a-b.html"), [0, b'/', b'-', b'.']);
    assert_eq!(joints("a - b"), [0, 0]);
}

#[test]
fn words_go_on_from_piece_to_piece() {
    let mut words = Words::default();
    words.text("Ja");
    words.text("ne");
    words.gap();
    words.bytes(b"Sm\xffith");
    assert_eq!(words.finish().len(), 3);
    assert_eq!(words.finish()[0].hash, hashes("jane")[0]);
    assert!(Words::of("a1")[0].is_mixed() && !Words::of("12")[0].has_letters());
}

#[test]
fn dashes_and_quotation_marks_are_told_without_a_table_and_are_no_letters() {
    for mark in '\u{2010}'..='\u{205f}' {
        assert!(!mark.is_alphanumeric(), "{mark}");
        assert_eq!(hashes(&format!("Jane{mark}Doe")), hashes("Jane Doe"), "{mark}");
    }
}
