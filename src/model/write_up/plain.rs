//! A little Markdown or HTML → its bare words.
//!
//! For comparing, splitting and recognising what stands in a cell; what a reader sees is rendered
//! elsewhere, from the Markdown itself.

/// The words of a cell: tags, emphasis marks, brackets and the targets of links dropped, `<br>` a
/// line end, the common entities read, runs of spaces one space.
pub(super) fn of(cell: &str) -> String {
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(letter) = rest.chars().next() {
        let (taken, put) = match letter {
            '<' if tag(rest).is_some() => {
                let tag = tag(rest).unwrap_or_default();
                let breaks = tag.get(1..3).is_some_and(|name| name.eq_ignore_ascii_case("br"));
                (tag.len(), if breaks { "\n" } else { "" })
            }
            '&' => entity(rest).unwrap_or((1, "&")),
            ']' if rest.starts_with("](") => {
                (rest.bytes().take(200).position(|byte| byte == b')').map_or(1, |end| end + 1), "")
            }
            '*' | '_' | '`' | '\\' | '[' | ']' => (1, ""),
            letter => (letter.len_utf8(), &rest[..letter.len_utf8()]),
        };
        plain.push_str(put);
        rest = &rest[taken..];
    }
    tidy(&plain)
}

/// Runs of spaces made one space, runs with a line end one line end, none at the ends.
fn tidy(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The HTML tag that a text starts with.
pub(super) fn tag(text: &str) -> Option<&str> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    // No tag of a write-up is longer; a bound keeps a text full of `<` from being read over and over.
    text.bytes().take(200).position(|byte| byte == b'>').map(|end| &text[..=end])
}

/// The entity that a text starts with: its length, and what it stands for.
pub(super) fn entity(text: &str) -> Option<(usize, &'static str)> {
    const ENTITIES: [(&str, &str); 6] =
        [("&amp;", "&"), ("&nbsp;", " "), ("&#160;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")];
    ENTITIES.into_iter().find(|(name, _)| text.starts_with(name)).map(|(name, letter)| (name.len(), letter))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn keeps_the_words_alone() {
        assert_eq!(of("  <b>Action&nbsp;3</b> :  **HO**\tto *do* it "), "Action 3 : HO to do it");
        assert_eq!(of("one<br/>two<BR>  three"), "one\ntwo\nthree");
        assert_eq!(of("a &amp; b & c < d > e"), "a & b & c < d > e");
        assert_eq!(of("[Home *Office*](../organisations/home-office.md) [x]"), "Home Office x");
        assert_eq!(of("3 <sup>rd</sup>"), "3 rd");
    }
}
