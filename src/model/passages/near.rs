//! What looks like a mark of confidentiality and is none.
//!
//! In: any text. Out: where, and what is wrong. Nothing is hidden by it: what nobody can read as a mark is shown,
//! so that whoever meant one has to be told before anything is published.

use std::borrow::Cow;

use super::tokens::{Code, LINE_ENDS, fence, word};
use super::within;
use crate::model::access::Visibility;
use crate::model::look_alike;

/// Where a text has something that was perhaps meant for a mark, and the fault in a few words.
pub fn misses(text: &str) -> Vec<(usize, &'static str)> {
    let mut misses = Vec::new();
    let is_elsewhere = || ELSEWHERE.iter().any(|mark| text.contains(mark));
    if !text.contains("::") && !text.contains(ALIKE) && !text.contains(['[', '<', '{']) && !is_elsewhere() {
        return misses;
    }
    let code = Code::of(text);
    let mut start = 0;
    for line in text.split_inclusive(LINE_ENDS) {
        let at = start;
        start += line.len();
        if is_foreign(line) && (code.begins(at..start) || !code.holds(at)) {
            misses.push((at + line.len() - line.trim_start().len(), FOREIGN));
        }
        if code.holds(at) {
            continue;
        }
        let begins = at + line.len() - line.trim_start().len();
        if !is_mark(line) && (is_colons(line) || is_mark(&plain(line))) {
            let words = "this opens no passage: write `::: members` or `::: private`, with three colons";
            misses.push((begins, words));
        }
        if redactions(&plain(line)) > redactions(line) {
            let words = "letters of this mark only look like those that are meant: write `[[redact: reason]]` and `[[/redact]]` anew";
            misses.push((begins, words));
        }
        misses.extend(mixed(line).map(|found| (at + found, MIXED)));
        misses.extend(single(line).map(|found| (at + found, "a redaction stands in double brackets")));
    }
    misses
}

/// How blocks begin that other programs read.
const ELSEWHERE: [&str; 5] = ["```", "~~~", "!!!", "???", "[!"];

const FOREIGN: &str = "another program may hide this block, and here everybody reads it: write `::: members` or `::: private`, and `:::` below it";

/// Whether a line begins a block that is for some by the marks of another program: a block of code, a callout or an
/// admonition that is called so.
fn is_foreign(line: &str) -> bool {
    let bare = line.trim().trim_start_matches(['>', ' ', '\t']);
    let rest = match ELSEWHERE.iter().find_map(|mark| bare.strip_prefix(mark)) {
        Some(rest) => rest.trim_start_matches(['`', '~', ' ', '{', '.', '"']),
        None => return false,
    };
    let word = &rest[..rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())];
    // `[!members]` is a callout in a quotation, and elsewhere the words of a link.
    let is_one = !bare.starts_with("[!") || line.trim_start().starts_with('>');
    is_one && ["members", "private", "confidential"].contains(&&*word.to_ascii_lowercase())
}

/// Whether a line is a mark of a passage, or was perhaps meant for one.
pub fn is_like_a_mark(line: &str) -> bool {
    fence(line).is_some() || is_colons(line) || fence(&plain(line)).is_some()
}

/// Colons and brackets that are others than those of marks.
const ALIKE: [char; 8] =
    ['\u{ff1a}', '\u{2236}', '\u{ff3b}', '\u{ff3d}', '\u{27e6}', '\u{27e7}', '\u{301a}', '\u{301b}'];

/// A line in the letters that it seems to be written in.
fn plain(line: &str) -> Cow<'_, str> {
    if line.is_ascii() {
        return Cow::Borrowed(line);
    }
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '\u{ff1a}' | '\u{2236}' => plain.push(':'),
            '\u{ff3b}' => plain.push('['),
            '\u{ff3d}' => plain.push(']'),
            '\u{27e6}' | '\u{301a}' => plain.push_str("[["),
            '\u{27e7}' | '\u{301b}' => plain.push_str("]]"),
            // Nobody sees these.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            letter => plain.push(letter),
        }
    }
    Cow::Owned(look_alike::fold(&plain).unwrap_or(plain))
}

/// Whether a line is a mark of a passage for some, or holds one.
fn is_mark(line: &str) -> bool {
    line.contains(":::") && (fence(line).is_some() || within::marks(line).next().is_some())
}

/// How many marks of redactions a line holds.
fn redactions(line: &str) -> usize {
    let marks = line.match_indices("[[").map(|(at, _)| line[at..].trim_start_matches('['));
    marks.filter(|rest| word(rest).is_some()).count()
}

/// Whether a line is colons, of whatever kind, and a word for whom something is.
fn is_colons(line: &str) -> bool {
    let is_colon = |letter: char| matches!(letter, ':' | '\u{ff1a}' | '\u{2236}');
    let bare = line.trim().trim_start_matches(['>', '-', '*', '+', '#', '_', ' ', '\t', '\\']);
    let word = bare.trim_start_matches(is_colon);
    let colons = &bare[..bare.len() - word.len()];
    // A single colon begins the definition of a term.
    let is_several = colons.chars().count() > 1 || colons.chars().any(|letter| letter != ':');
    let word = word.trim_end_matches(|letter| is_colon(letter) || matches!(letter, '*' | '_')).trim();
    // Where lines were joined, others follow.
    let first = word.split_whitespace().next().filter(|_| bare[colons.len()..].starts_with(' '));
    let level = Visibility::parse(&first.unwrap_or(word).to_ascii_lowercase());
    is_several && level.is_some_and(|level| level > Visibility::Public)
}

/// Where a line has a redaction in single brackets.
fn single(line: &str) -> Option<usize> {
    if !line.contains('[') {
        return None;
    }
    let small = line.to_ascii_lowercase();
    let found = ["[redact:", "[/redact]"].into_iter().flat_map(|mark| small.match_indices(mark));
    found.map(|(at, _)| at).filter(|at| !small[..*at].ends_with('[') && !is_in_code(line, *at)).min()
}

const MIXED: &str = "this hides nothing: write `::: members` or `::: private` and `:::` on lines of their own, or `[[redact: reason]]…[[/redact]]`";

/// Where a line has the one mark in the brackets of the other, or in those of another language.
fn mixed(line: &str) -> Option<usize> {
    const WORDS: [&str; 7] = ["members", "private", "confidential", "redacted", "withhold", "hide", "hidden"];
    if !line.contains(['[', '<', '{']) {
        return None;
    }
    let small = line.to_ascii_lowercase();
    let closes = |open: &str, rest: &str| match open {
        "[[" => rest.trim_start().starts_with([']', ':']),
        "<" => rest.trim_start().starts_with(['>', '/']),
        _ => rest.trim_start().starts_with(['}', '%']),
    };
    let begins = |open: &str, at: usize| {
        let rest = small[at + open.len()..].trim_start().trim_start_matches('/').trim_start();
        WORDS.iter().any(|word| rest.strip_prefix(word).is_some_and(|rest| closes(open, rest)))
    };
    let opened = ["[[", "<", "{%", "{"].into_iter().flat_map(|open| {
        let found = small.match_indices(open).map(|(at, _)| at);
        found.filter(|at| begins(open, *at)).collect::<Vec<_>>()
    });
    opened.filter(|at| !is_in_code(line, *at)).min()
}

/// Whether a byte of a line stands in code.
fn is_in_code(line: &str, at: usize) -> bool {
    line[..at].matches('`').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(text: &str) -> bool {
        !misses(text).is_empty()
    }

    #[test]
    fn what_was_perhaps_meant_for_a_mark_is_told() {
        for text in [
            ":: members\nsecret\n::",
            "::members",
            "> :: Members ::",
            "\u{ff1a}\u{ff1a}\u{ff1a} members",
            "\u{ff1a} private",
            "By [redact: principle-5]a name[/redact].",
            "By [Redact: x]a name.",
            "[[members]]Secret[[/members]]",
            "A [[ Private ]]secret",
            "[[withhold: principle]]Secret",
            "<members>Secret</members>",
            "Secret</private>",
            "{members}Secret{/members}",
            "{% private %}",
            ":: members Canary words",
            "**:: members**",
            "Words \u{ff1a}\u{ff1a}\u{ff1a} members",
            "By [[r\u{435}dact: x]]a name[[/redact]].",
            "By \u{ff3b}\u{ff3b}redact: x\u{ff3d}\u{ff3d}a name.",
            "By \u{27e6}redact: x\u{27e7}a name.",
            "By [[re\u{ad}dact: x]]a name.",
            "```members\nsecret\n```",
            "~~~ private\nsecret\n~~~",
            "```{.members}\nsecret",
            "> [!MEMBERS]\n> secret",
            "!!! members\n    secret",
            "??? confidential \"For us\"\n    secret",
        ] {
            assert!(is_near(text), "{text}");
        }
        assert_eq!(misses("One.\n  :: members\n")[0].0, 7);
    }

    #[test]
    fn marks_and_words_are_none() {
        for text in [
            "::: members\nsecret\n:::",
            "By [[redact: principle-5]]a name[[/redact]].",
            "Term\n: members",
            "std::members is a path, as 10::members is.",
            ":: public",
            "```\n:: members\n```",
            "`[redact: x]` is no mark.",
            "To the members: welcome.",
            "````md\n```members\nan example\n```\n````",
            "```rust\nprivate\n```",
            "> [!NOTE]\n> To members.",
            "!!! note\n    members",
            "Come!!! members are welcome",
            "\u{2236} a ratio, 3\u{2236}2, \u{ff3b}note\u{ff3d} and \u{27e6}n\u{27e7}",
        ] {
            assert!(!is_near(text), "{text}");
        }
    }
}
