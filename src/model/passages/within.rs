//! A line → the marks of a passage that stand in it behind other words.
//!
//! A mark has a line of its own. YAML joins lines (`>`, quotes, a value over several lines), and an editor
//! may set a mark in bold or behind a tag: nobody can tell then where its passage ends. It does not know
//! code but for a mark that begins it.

use std::ops::Range;

use crate::model::access::Visibility;

/// The marks in a line, each from its colons to its word, and for whom its passage is.
pub(super) fn marks(line: &str) -> impl Iterator<Item = (Range<usize>, Visibility)> {
    line.match_indices(":::").filter_map(move |(at, _)| {
        let before = &line[..at];
        // Code shows a mark, a stroke says that it is none, and of more colons the first three count.
        if before.ends_with(['`', '\\', ':']) || before.ends_with("<code>") || is_code(line, at) {
            return None;
        }
        let (level, length) = audience(&line[at..])?;
        let is_apart = line[at..].trim_start_matches(':').starts_with(is_blank);
        // `stats:::private` is a name in a language of computers.
        let is_name = !is_apart && before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        (level > Visibility::Public && !is_name).then_some((at..at + length, level))
    })
}

/// Whether a byte of a line stands in code that goes from one stroke to the next, in which nothing is taken out.
fn is_code(line: &str, at: usize) -> bool {
    let (before, after) = line.split_at(at);
    let (Some(start), Some(end)) = (before.rfind('`'), after.find('`')) else { return false };
    let inside = &line[start..at + end];
    before.matches('`').count() % 2 == 1 && !inside.contains("[[") && !inside.contains('<')
}

/// Whether words go on behind a mark that begins a line, as they do where lines were joined.
pub(super) fn goes_on(line: &str) -> bool {
    let Some(mark) = line.find(":::").map(|at| &line[at..]) else { return false };
    audience(mark).is_some_and(|(_, length)| {
        mark[length..]
            .trim_matches(|letter: char| is_blank(letter) || letter == ':')
            .starts_with(|letter: char| letter != '}')
    })
}

/// Whether a text may end within a mark, so that what follows may end it.
pub(super) fn may_go_on(text: &str) -> bool {
    // A mark is shorter than this.
    const NEAR: usize = 40;
    let from = (text.len().saturating_sub(NEAR)..).find(|at| text.is_char_boundary(*at));
    from.is_some_and(|from| text[from..].contains(":::"))
}

/// For whom a passage is whose mark a text begins with, and how long the mark is.
fn audience(text: &str) -> Option<(Visibility, usize)> {
    let bare = text.trim_start_matches(':').trim_start_matches(is_blank);
    let bare = bare.strip_prefix("{.").unwrap_or(bare);
    let rest = bare.trim_start_matches(char::is_alphabetic);
    let word = &bare[..bare.len() - rest.len()];
    let level = Visibility::parse(&word.to_ascii_lowercase())?;
    let is_whole = !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    is_whole.then_some((level, text.len() - rest.len()))
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_behind_other_words_is_told() {
        for line in [
            "Open. ::: members Canary ::: After.",
            "Open.:::members Canary",
            "**::: Members**",
            "# ::: private",
            "<p>::: members</p>",
            "Open.<br>::: {.members}",
            "these ::: members' words",
            "`code` ::: members `code`",
            "a ` ::: members",
        ] {
            assert_eq!(marks(line).count(), 1, "{line}");
        }
        assert_eq!(marks("A ::: members b ::: private c").count(), 2);
        assert_eq!(marks("A ::::: members").count(), 1);
    }

    #[test]
    fn words_and_code_are_none() {
        for line in [
            "Write `::: members` or `::: private` on a line.",
            "<code>::: members</code>",
            "In bold (`**::: members**`) it is none, in `a ::: private` neither.",
            "stats:::private(x) and std:::members",
            "A ::: B, a ::: public one, ::: membership",
            "A \\::: members",
            "To these: members, and :: members.",
        ] {
            assert_eq!(marks(line).count(), 0, "{line}");
        }
    }

    #[test]
    fn words_behind_a_mark_are_those_of_another_line() {
        assert!(goes_on("::: members Canary words\n"));
        assert!(goes_on("> ::: Members only"));
        assert!(!goes_on("::: members :::\n"));
        assert!(!goes_on("::: {.members}"));
        assert!(!goes_on("::: editors of this\n"));
    }
}
