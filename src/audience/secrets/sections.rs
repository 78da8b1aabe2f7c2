//! Markdown → its parts between headings, and the headings by themselves.
//!
//! In: Markdown. Out: its parts in order, of which the lines that head a section or a table are parts of
//! their own. Write-ups share their headings, and a page may have any word before one: words that stand
//! next to each other across a heading tell nothing of whose they are.

/// The parts of a text: what stands between the lines that head something, and each of those lines.
pub(super) fn sections(markdown: &str) -> Vec<&str> {
    let mut parts = Vec::with_capacity(16);
    let mut add = |range: std::ops::Range<usize>| {
        let part = markdown.get(range).unwrap_or_default();
        if !part.trim_start().is_empty() {
            parts.push(part);
        }
    };
    let (mut from, mut at) = (0, 0);
    let mut lines = markdown.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let end = at + line.len();
        if is_heading(line) || lines.peek().is_some_and(|below| is_rule(below)) && !is_rule(line) {
            add(from..at);
            add(at..end);
            from = end;
        }
        at = end;
    }
    add(from..at);
    parts
}

fn is_heading(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// Whether a line is drawn below a heading, or below the head of a table.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let is_drawn = |byte: u8| matches!(byte, b'-' | b'=' | b'|' | b':' | b' ' | b'\t');
    line.bytes().all(is_drawn) && (line.contains("--") || line.contains("==") || line.contains("|-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_and_the_head_of_a_table_stand_by_themselves() {
        let text = "Before.\nMore.\n\n## Talk\n\n| Said | Answer |\n| --- | :-: |\n| a | b |\n| c | d |\n\nEnd\n===\nof it";
        let parts: Vec<&str> = sections(text).into_iter().map(str::trim).collect();
        assert_eq!(
            parts,
            [
                "Before.\nMore.",
                "## Talk",
                "| Said | Answer |",
                "| --- | :-: |\n| a | b |\n| c | d |",
                "End",
                "===\nof it"
            ]
        );
        assert_eq!(sections("one line"), ["one line"]);
        assert!(sections("").is_empty() && sections("\n\n").is_empty());
    }

    #[test]
    fn nothing_of_a_text_is_in_no_part() {
        for text in ["# a\n# b\nc", "---\n---\na\n---", "|a|\n|-|\n|b|", "a\r\n--\r\n\r\nb", "\n\n# é\n--"] {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let parts: Vec<String> = sections(text).into_iter().flat_map(words).collect();
            assert_eq!(parts, words(text), "{text:?}");
        }
    }
}
