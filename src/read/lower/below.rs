//! Keys of access that stand in the text of a record, where they are words like any others.
//!
//! In: the text below the front matter. Out: where such a key stands, and its line: among the first lines, between
//! two lines `---` as a record that was pasted into another has them, and `visibility` on a line of its own
//! anywhere but in code. A sentence that begins so is none: the value has to be one that the key can have.

use super::super::messy;
use super::super::yaml::Node;
use super::unread_access::{is_closed, near, plain};
use crate::model::date::Edtf;
use crate::model::passages;

/// The bytes at which keys of access begin, with the line of each.
pub(super) fn keys(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let (mut start, mut is_head, mut is_block) = (0, true, false);
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if line.trim_end() == "---" {
            (is_head, is_block) = (false, !is_block);
        } else if line.trim().is_empty() {
            (is_head, is_block) = (false, false);
        } else if let Some((key, value)) = entry(line)
            && says(key, value, is_head, is_block)
        {
            let blank = line.len() - line.trim_start().len();
            found.push((at + blank, line.trim()));
        }
    }
    if !found.is_empty() {
        let is_code = passages::code(text);
        found.retain(|(at, _)| !is_code(*at));
    }
    found
}

/// A key and its value, without the marks of Markdown around them; none where the line is indented like code.
fn entry(line: &str) -> Option<(&str, &str)> {
    if line.starts_with("    ") || line.starts_with('\t') {
        return None;
    }
    let (key, value) = line.split_once(':').filter(|(key, _)| key.len() <= 40)?;
    // Sentences are no values, which is most of what has a colon in it.
    if value.split_whitespace().nth(3).is_some() && !value.contains(['[', '{']) {
        return None;
    }
    let marks: &[char] = &['>', '-', '*', '+', '#', '_', ' '];
    Some((
        key.trim_matches(marks),
        value.trim().trim_start_matches(['*', '_']).trim_end_matches(['*', '_']).trim(),
    ))
}

fn says(key: &str, value: &str, is_head: bool, is_block: bool) -> bool {
    let is_key =
        is_block || is_head && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    let node = Node::Text(value.to_owned());
    match near(&plain(key)) {
        Some("visibility") => {
            is_closed(&node) || is_key && value.split_whitespace().count() == 1 && is_near(value)
        }
        Some("embargo") => is_key && value.parse::<Edtf>().is_ok(),
        Some("draft") => is_key && messy::boolean(value) == Some(true),
        Some("redact") => is_key && (value.is_empty() || value.starts_with(['[', '{'])),
        _ => false,
    }
}

/// Whether a word is a slip away from one that closes.
fn is_near(word: &str) -> bool {
    let word = word.to_lowercase();
    ["members", "private"].iter().any(|known| strsim::damerau_levenshtein(&word, known) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_below_the_front_matter_are_found() {
        for (text, at) in [
            ("visibility: members\n\nWords.", 0),
            ("**Visibility:** members\n\nWords.", 0),
            ("visibility: membrs\n\nWords.", 0),
            ("---\nvisibility: private\n---\n\nWords.", 4),
            ("---\ntitle: A\nEmbargo: 2031-01-01\n---\n\nWords.", 13),
            ("embargo: 2031-01\ntitle: A\n---\nWords.", 0),
            ("---\ndraft: true\n---\n", 4),
            ("Words.\n\n> visibility: members\n", 8),
        ] {
            assert_eq!(keys(text).first().map(|(at, _)| *at), Some(at), "{text}");
        }
    }

    #[test]
    fn words_are_none() {
        for text in [
            "Visibility: poor, since it rained.",
            "Visibility: good\n\nWords.",
            "visibility: public\n",
            "Embargo: 2019-05-01\n\nA press release.",
            "Draft: we agreed that members see it.",
            "Words.\n\n---\n\nembargo: 2031-01-01\n",
            "```yaml\n---\nvisibility: members\n---\n```\n",
            "Write this:\n\n    visibility: members\n",
            "Marked `visibility: members`, it stays closed.",
        ] {
            assert_eq!(keys(text), [], "{text}");
        }
    }
}
