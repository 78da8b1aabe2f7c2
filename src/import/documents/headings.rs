//! The headings of a document → its title, and headings at the levels that a body has.
//!
//! Converters mark levels by the size of the letters, so that one chapter is `##` and the next
//! `####`. Section numbers are surer: they give the level, and are then taken off. A body starts at
//! level 2, since level 1 is the title of the page.

mod points;

use super::block::{Block, Kind, Marker, is_field};
use super::inline::{Case, unmarked};
use crate::model::write_up::label;

/// Settles the levels of all headings. Out: the title with its line, where there is one, and the
/// blocks without it.
pub(crate) fn settle(mut blocks: Vec<Block>, case: &Case) -> (Option<(usize, String)>, Vec<Block>) {
    points::list(&mut blocks);
    points::mark_bold(&mut blocks);
    let is_marked = blocks.iter().any(|block| matches!(block.kind, Kind::Heading { .. }));
    let mut before_lists = false;
    for n in 0..blocks.len() {
        // Short lines in a row, or after a colon, are a list.
        let in_list = before_lists || blocks.get(n + 1).is_some_and(is_short_line);
        before_lists = blocks.get(n).is_some_and(|block| is_short_line(block) || block.text().ends_with(':'));
        if let Some(block) = blocks.get_mut(n) {
            if is_marked {
                unmark_false_heading(block);
            } else {
                mark_plain_heading(block, n == 0, in_list);
            }
        }
    }
    if !is_marked {
        points::mark_lone(&mut blocks);
    }
    let title = title(&mut blocks, case);
    let numbered = blocks.iter().any(|block| is_heading(block) && number(block.text()).is_some());
    let top = blocks.iter().filter_map(level_of).min().unwrap_or(2);
    let (mut chapter, mut last) = (1, 1);
    for block in &mut blocks {
        let Kind::Heading { level, text } = &mut block.kind else { continue };
        let plain = unmarked(text);
        let depth = number(&plain);
        let words = depth.map_or(plain.as_str(), |(_, words)| words);
        let wanted = match depth {
            Some((depth, _)) => {
                chapter = depth + 1;
                chapter
            }
            // In a numbered document a heading without a number is a part of the section above it.
            None if numbered => chapter + 1,
            None => level.saturating_sub(top) + 2,
        };
        // No level is jumped over on the way down.
        *level = wanted.clamp(2, 6).min(last + 1);
        last = *level;
        *text = case.lower(words);
    }
    (title, blocks)
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, Kind::Heading { .. })
}

fn level_of(block: &Block) -> Option<u8> {
    match &block.kind {
        Kind::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

/// The first heading is the title, unless it has a section number or stands in the middle of things.
fn title(blocks: &mut Vec<Block>, case: &Case) -> Option<(usize, String)> {
    let at = blocks.iter().position(is_heading)?;
    let before = blocks.iter().take(at).filter(|block| block.kind != Kind::PageBreak).count();
    let block = blocks.get(at)?;
    if before > 2 || number(&unmarked(block.text())).is_some() {
        return None;
    }
    let block = blocks.remove(at);
    Some((block.line, case.lower(unmarked(block.text()).trim_end_matches(':'))))
}

/// The depth of a section number and the words after it: `4.1. The scope` is 2 deep.
fn number(text: &str) -> Option<(u8, &str)> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (number, words) = text.split_at(end);
    let parts: Vec<&str> = number.split('.').filter(|part| !part.is_empty()).collect();
    let is_number = !parts.is_empty() && parts.len() <= 4 && parts.iter().all(|part| part.len() <= 2);
    // `2018 in review` and `24 rows` are words.
    let marked = number.contains('.') || words.starts_with('\t');
    (is_number && marked && words.starts_with(char::is_whitespace)).then(|| (parts.len() as u8, words.trim()))
}

/// A cell that a converter took for a heading: it names an action, or ends as a sentence does.
fn unmark_false_heading(block: &mut Block) {
    let Kind::Heading { text, .. } = &block.kind else { return };
    let plain = unmarked(text);
    let is_label = label::label_at_start(text).is_some();
    let names_action = crate::model::write_up::mention::mentions(&plain, 0).len() == 1
        && plain.split_whitespace().count() <= 5
        && plain.ends_with('.');
    if is_label || names_action {
        block.kind = Kind::Paragraph { text: plain, indented: false };
    }
}

/// A heading of a text that marks none: a line in capitals, one with a section number, or a short
/// line without a full stop before longer ones.
fn mark_plain_heading(block: &mut Block, first: bool, in_list: bool) {
    let text = block.text().to_owned();
    let words = text.split_whitespace().count();
    let ends = text.ends_with(['.', ',', ';', '?', '!']);
    let shouts = text.chars().filter(|letter| letter.is_uppercase()).count() >= 4
        && !text.chars().any(char::is_lowercase);
    let is_new = match &block.kind {
        Kind::Paragraph { .. } => {
            let numbered = number(&text).is_some_and(|(depth, _)| depth > 1) && words <= 12 && !ends;
            let opens = first && words <= 14 && !ends && !text.ends_with(':');
            let short = opens || is_short_line(block) && !in_list;
            let names = label::label_at_start(&text).is_some();
            !names && (numbered || shouts && words <= 12 && !ends || short)
        }
        Kind::Item { marker: Marker::Number(number), .. } if shouts && words <= 10 => {
            block.kind = Kind::Heading { level: 2, text: format!("{number}. {text}") };
            return;
        }
        _ => false,
    };
    if is_new {
        let depth = number(&text).map_or(1, |(depth, _)| depth);
        block.kind = Kind::Heading { level: if first { 1 } else { depth + 1 }, text };
    }
}

/// Up to eight words that start with a capital and end without a mark.
fn is_short_line(block: &Block) -> bool {
    let Kind::Paragraph { text, indented: false } = &block.kind else { return false };
    let words = text.split_whitespace().count();
    (1..=8).contains(&words)
        && text.starts_with(|letter: char| letter.is_uppercase() || letter == '*')
        && text.ends_with(|letter: char| letter.is_alphanumeric() || letter == '*' || letter == ')')
        && !text.contains("://")
        && !is_field(text)
        && label::label_at_start(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::block;
    use super::*;

    fn settled(text: &str) -> (Option<String>, Vec<(u8, String)>) {
        let (title, blocks) = settle(block::read(text), &Case::default());
        let headings = blocks.into_iter().filter_map(|block| match block.kind {
            Kind::Heading { level, text } => Some((level, text)),
            _ => None,
        });
        (title.map(|(_, words)| words), headings.collect())
    }

    fn pairs(headings: &[(u8, &str)]) -> Vec<(u8, String)> {
        headings.iter().map(|(level, text)| (*level, (*text).to_owned())).collect()
    }

    #[test]
    fn takes_levels_from_section_numbers() {
        let (title, headings) = settled(
            "# A NOTE\n\n# 2. Tasks\n\n### 3. Start\n\n# 3.1. Why\n\n## Questions\n\n# 3.2 **How**\n\n#### See Action 3.\n",
        );
        assert_eq!(title.as_deref(), Some("A note"));
        assert_eq!(headings, pairs(&[(2, "Tasks"), (2, "Start"), (3, "Why"), (4, "Questions"), (3, "How")]));
    }

    #[test]
    fn keeps_the_levels_of_a_document_without_numbers() {
        let (title, headings) = settled("# Note\n\n## One\n\n#### Deep\n\n## 2018 in review\n");
        assert_eq!(title.as_deref(), Some("Note"));
        assert_eq!(headings, pairs(&[(2, "One"), (3, "Deep"), (2, "2018 in review")]));
    }

    #[test]
    fn finds_the_headings_of_plain_text() {
        let (title, headings) = settled(
            "Note of a meeting\n\nAGREED ACTIONS\n\n1. Send it.\n\n4.1. The scope\n\nA sentence is no heading.\n\nOther matters\n\nA long sentence follows here.\n",
        );
        assert_eq!(title.as_deref(), Some("Note of a meeting"));
        assert_eq!(headings, pairs(&[(2, "Agreed actions"), (3, "The scope"), (4, "Other matters")]));
    }
}
