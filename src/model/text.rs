//! Words as anchors, as plain text, and as Markdown events: the one place that says which Markdown
//! this archive reads.

use std::borrow::Cow;

use pulldown_cmark::Options;

/// The Markdown that is understood: tables, footnotes, strikethrough, task lists and GitHub's
/// quotations.
///
/// Heading attributes are left out because they would let content set `onclick`, definition lists
/// because messy exports contain lone colons.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Bytes as hexadecimal digits, two a byte, in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect()
}

/// Words as an address or an anchor: lower-case ASCII letters and digits, runs of anything else
/// made one hyphen. Never empty: text without any such letter becomes `x`.
pub fn slug(text: &str) -> String {
    let ascii = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(deunicode::deunicode(text)) };
    let mut slug = String::with_capacity(ascii.len());
    for piece in ascii.bytes() {
        match piece {
            b'0'..=b'9' | b'a'..=b'z' => slug.push(char::from(piece)),
            b'A'..=b'Z' => slug.push(char::from(piece.to_ascii_lowercase())),
            b'\'' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if slug.is_empty() { "x".to_owned() } else { slug }
}

/// Text whose case, spacing and punctuation do not count.
pub fn folded(text: &str) -> String {
    let spaced = text.replace('&', " and ").to_lowercase();
    let words = spaced.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any text, and Markdown with its pieces in the wrong places: for what must never panic.
    pub(crate) fn mangled() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => prop::sample::select(PIECES).prop_map(str::to_owned),
            1 => "\\PC{0,12}",
        ];
        prop_oneof![prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()), any::<String>()]
    }

    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        " ",
        "\t",
        "    ",
        "# ",
        "## Actions\n",
        "- ",
        "1. ",
        "> ",
        "* ",
        "| ",
        " |",
        "\n| - | - |\n",
        "| Action | Responsible |\n| --- | --- |\n",
        "| Question | Response |\n| --- | --- |\n",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "[",
        "](x)",
        "![",
        "[^1]",
        "[^1]: ",
        "<b>",
        "</b>",
        "<br>",
        "<a href=\"Action 3\">",
        "</a>",
        "<!--",
        "-->",
        "<code>",
        "</code>",
        "Action 3",
        "Action 3:",
        "**Action 4:** ",
        "<b>Action 5</b> :",
        "actions 3–5",
        "Actions 6, 7 & 8",
        "See Action 9",
        "Action 99999999999999999999",
        "(HO)",
        "(НО & Involve)",
        "&nbsp;",
        "&amp;",
        "\\",
        "\\|",
        "é",
        "–",
        "::: members\n",
        ":::\n",
        "::: private\n",
        "::: secret\n",
        "[[redact: r]]",
        "[[redact",
        "[[/redact]]",
        "]]",
        "x",
        "\u{a0}",
        "\u{0}",
        "\r",
        "---\n",
        "===\n",
        "word ",
        "3",
        "–5",
    ];

    #[test]
    fn slugs_are_ascii_and_never_empty() {
        for (text, expected) in [
            ("Retention of custody images", "retention-of-custody-images"),
            ("  5.4. Security, Audit & Access  ", "5-4-security-audit-access"),
            ("Women's — “rights”", "womens-rights"),
            ("Größe 10", "grosse-10"),
            ("—", "x"),
            ("", "x"),
        ] {
            assert_eq!(slug(text), expected);
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_slug_that_is_its_own(text in any::<String>()) {
            let once = slug(&text);
            prop_assert!(!once.is_empty() && !once.starts_with('-') && !once.ends_with('-'));
            prop_assert!(once.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            prop_assert_eq!(slug(&once), once);
        }
    }
}
