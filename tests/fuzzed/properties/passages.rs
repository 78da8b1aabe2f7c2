//! Marks of confidentiality: what is left for an audience is taken from the source, the public sees no
//! more than members, nothing that is fenced or redacted is left, and to filter twice is to filter once.

use std::collections::BTreeSet;

use annals::model::access::Visibility;
use annals::model::passages::{Mark, Visible, faults, hides, reasons, visible};

const MARKS: [&str; 4] =
    ["CANARY", "::: members\nCANARY\n:::\n", "[[redact: r]]CANARY[[/redact]]", "<!-- CANARY -->"];

/// Holds of any text.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let [public, members, private] =
        [Visibility::Public, Visibility::Members, Visibility::Private].map(|level| of(text, level));
    for left in [&public, &members, &private] {
        for (start, _) in left.text.char_indices() {
            assert!(text.is_char_boundary(left.source_of(start)));
        }
    }
    // Where a mark is at fault (a redaction that goes across a fence, say), nothing is published.
    if faults(text).is_empty() {
        assert!(letters(&public, text).is_subset(&letters(&members, text)));
        assert!(letters(&members, text).is_subset(&letters(&private, text)));
    }
    for at in faults(text).iter().map(|(at, _)| *at).chain(hides(text)) {
        assert!(text.is_char_boundary(at));
    }
    for (at, _) in reasons(text) {
        assert!(text.get(at).is_some());
    }
    // What is code may change with what is taken out of it.
    if !text.contains("```") && !text.contains("~~~") {
        let once = public.text.into_owned();
        assert_eq!(of(&once, Visibility::Public).text, once);
        // Whatever stands around it, what is hidden behind a mark of its own is gone.
        for mark in &MARKS[1..] {
            let around = format!("{text}\n\n{mark}\n\n{text}");
            assert!(!of(&around, Visibility::Public).text.contains("CANARY"), "{around:?}");
        }
    }
}

fn of(text: &str, level: Visibility) -> Visible<'_> {
    visible(text, level, Mark::Markdown)
}

/// The bytes of the source that are left, spaces aside.
fn letters(left: &Visible<'_>, text: &str) -> BTreeSet<usize> {
    let shown = left.text.char_indices().map(|(at, letter)| (left.source_of(at), letter));
    let is_there = |at: usize, letter: char| text[at..].starts_with(letter) && !letter.is_whitespace();
    shown.filter(|(at, letter)| is_there(*at, *letter)).map(|(at, _)| at).collect()
}
