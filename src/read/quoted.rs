//! Where words that a reader quotes stand in the file they were written in.
//!
//! In: words as they were printed. Out: the line of the file. Between the words of a file stand marks
//! that are not printed (Markdown, YAML, the ends of lines), so only letters and digits are compared.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::path::Path;

use crate::source;

/// So many words in a row are looked for, the most first.
const RUNS: [usize; 4] = [12, 8, 6, 4];

/// The line on which printed words stand in a file; none where they are not in it, or so short that
/// they might be anywhere.
pub(super) fn line(root: &Path, file: &str, printed: &str) -> Option<usize> {
    let text = source::text(std::fs::read(root.join(file)).ok()?).ok()?;
    let at = find(&text, printed)?;
    Some(source::line_and_column(&text, at).0)
}

fn find(text: &str, printed: &str) -> Option<usize> {
    let (file, printed) = (words(text), words(printed));
    let runs = RUNS.iter().copied().filter(|run| *run < printed.len());
    for run in std::iter::once(printed.len()).chain(runs) {
        for wanted in printed.windows(run.max(1)) {
            let is_same = |here: &&[(String, usize)]| here.iter().zip(wanted).all(|(a, b)| a.0 == b.0);
            let mut all = file.windows(wanted.len()).filter(is_same);
            let Some(first) = all.next() else { continue };
            // A word or two may stand in many places, of which none is the one.
            if wanted.len() >= 4 || all.next().is_none() {
                return first.first().map(|(_, at)| *at);
            }
        }
    }
    None
}

/// The words of a text in small letters, and the byte at which each begins.
fn words(text: &str) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut is_open = false;
    // Where a link leads is not printed.
    let mut beyond = 0;
    for (at, letter) in text.char_indices() {
        if at < beyond {
            continue;
        }
        if let Some(rest) = text[at..].strip_prefix("](") {
            beyond = at + 2 + rest.find(')').filter(|end| !rest[..*end].contains('\n')).unwrap_or(0);
        }
        // A soft hyphen is in the middle of a word.
        if letter == '\u{ad}' {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_open = false;
            continue;
        }
        if !std::mem::replace(&mut is_open, true) {
            found.push((String::new(), at));
        }
        if let Some((word, _)) = found.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_of(text: &str, printed: &str) -> Option<usize> {
        Some(source::line_and_column(text, find(text, printed)?).0)
    }

    #[test]
    fn finds_words_whatever_marks_stand_between_them() {
        let text = "---\ntitle: A\n---\n\nThe **Board** said\n[so](papers/x) in *March*.\n\nOther words.\n";
        assert_eq!(line_of(text, "The Board said so in March"), Some(5));
        assert_eq!(line_of(text, "said so in March, and then more was said"), Some(5));
        assert_eq!(line_of(text, "Other words."), Some(8));
        assert_eq!(line_of(text, "words that are nowhere in this file"), None);
    }

    #[test]
    fn a_word_that_stands_twice_is_not_guessed() {
        assert_eq!(line_of("one two\none", "one"), None);
        assert_eq!(line_of("one two\none", "two"), Some(1));
        assert_eq!(line_of("one", ""), None);
    }
}
