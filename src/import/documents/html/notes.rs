//! Footnotes of an HTML document: which element holds one, and which link leads to one.

use html5ever::tokenizer::Tag;

use super::attribute;

/// The label of the note that an element holds: `id="fn1"`.
pub(super) fn note_label(tag: &Tag) -> Option<String> {
    let id = attribute(tag, "id")?;
    let digits = ["fn:", "fn", "footnote-", "_ftn"].into_iter().find_map(|start| id.strip_prefix(start))?;
    is_label(digits).then(|| digits.to_owned())
}

/// The note that an address within the document leads to (`#fn1`, `#_ftn1`), or leads back from.
pub(super) fn note_number(address: &str) -> Option<(String, bool)> {
    let id = address.strip_prefix('#')?;
    let back =
        ["fnref:", "fnref", "_ftnref", "footnote-ref-"].into_iter().find_map(|start| id.strip_prefix(start));
    if let Some(digits) = back {
        return is_label(digits).then(|| (digits.to_owned(), false));
    }
    let digits = ["fn:", "fn", "footnote-", "_ftn"].into_iter().find_map(|start| id.strip_prefix(start))?;
    is_label(digits).then(|| (digits.to_owned(), true))
}

fn is_label(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}
