//! Text → the stretches of it that an audience may not see, without the marks around them.

use std::ops::Range;

use super::{Mark, visible};
use crate::model::access::Visibility;

/// Where the words stand that those who may see things up to a level do not see.
pub fn hidden(text: &str, up_to: Visibility) -> Vec<Range<usize>> {
    let stood = |level| {
        let left = visible(text, level, Mark::Markdown);
        let pieces = left.pieces.iter().filter(|piece| piece.length > 0);
        pieces.map(|piece| piece.old..piece.old + piece.length).collect::<Vec<_>>()
    };
    // Who may see all sees the words without the marks.
    let (all, seen) = (stood(Visibility::Private), stood(up_to));
    let mut seen = seen.into_iter().peekable();
    let mut hidden = Vec::new();
    for piece in all {
        let mut at = piece.start;
        while let Some(shown) = seen.next_if(|shown| shown.start < piece.end) {
            if shown.start > at {
                hidden.push(at..shown.start);
            }
            at = at.max(shown.end);
        }
        if at < piece.end {
            hidden.push(at..piece.end);
        }
    }
    hidden.retain(|range| text.get(range.clone()).is_some_and(|words| !words.trim().is_empty()));
    hidden
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tells_what_is_hidden_without_its_marks() {
        let text = "One [[redact: p5]]Somebody[[/redact]] two.\n\n::: members\n\nThree.\n\n:::\n\n::: private\nFour.\n:::\nEnd <!-- note -->.\n";
        let told = |up_to| hidden(text, up_to).into_iter().map(|at| text[at].trim()).collect::<Vec<_>>();
        assert_eq!(told(Visibility::Public), ["Somebody", "Three.", "Four.", "<!-- note -->"]);
        assert_eq!(told(Visibility::Members), ["Four."]);
        assert!(told(Visibility::Private).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_cut_where_letters_begin(text in crate::model::text::tests::mangled()) {
            for range in hidden(&text, Visibility::Public) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
