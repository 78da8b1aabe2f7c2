//! Numbered points and lines in bold that are headings, and those that are none.
//!
//! People mark headings in a note as they can: in bold, or by a number before a few words that text
//! follows. Points such as `2.1 …` that follow each other at once are a list.

use super::super::block::{Block, Kind, Marker, is_bold, is_point};
use super::super::written_date;

/// Makes items of points such as `2.1 …` where two or more of one depth follow each other.
pub(super) fn list(blocks: &mut [Block]) {
    let depth = |block: &Block| match &block.kind {
        Kind::Paragraph { text, .. } if is_point(text) => {
            text.split_whitespace().next().map(|number| number.trim_end_matches('.').matches('.').count())
        }
        _ => None,
    };
    let depths: Vec<Option<usize>> = blocks.iter().map(depth).collect();
    for (n, block) in blocks.iter_mut().enumerate() {
        let own = depths.get(n).copied().flatten();
        let beside =
            |at: Option<usize>| own.is_some() && at.and_then(|at| depths.get(at).copied()).flatten() == own;
        if !beside(n.checked_sub(1)) && !beside(Some(n + 1)) {
            continue;
        }
        let Kind::Paragraph { text, .. } = &block.kind else { continue };
        let Some((number, words)) = text.split_once([' ', '\t']) else { continue };
        let last = number.trim_end_matches(['.', ')']).rsplit('.').next().unwrap_or_default();
        let marker = Marker::Number(last.trim_start_matches('0').to_owned());
        block.kind = Kind::Item { indent: 0, marker, text: words.trim().to_owned() };
    }
}

/// Makes headings of lines in bold, in a document that has no others but its title.
pub(super) fn mark_bold(blocks: &mut [Block]) {
    let marked = blocks.iter().filter(|block| matches!(block.kind, Kind::Heading { .. })).count();
    let bold: Vec<bool> = blocks.iter().map(is_bold_line).collect();
    if marked > 1 || bold.iter().filter(|bold| **bold).count() < 2 {
        return;
    }
    let mut titled = marked == 1;
    for n in 0..blocks.len() {
        let is = |at: Option<usize>| at.and_then(|at| bold.get(at).copied()).unwrap_or(false);
        // Three in a row are a list; the line of the day under the title is none either.
        let in_list = is(n.checked_sub(1)) && (is(n.checked_sub(2)) || is(Some(n + 1)))
            || is(Some(n + 1)) && is(Some(n + 2));
        let Some(block) = blocks.get_mut(n).filter(|_| is(Some(n)) && !(in_list && n > 2)) else { continue };
        let text = block.text().trim_end_matches(':').trim_matches('*').trim().to_owned();
        let dated = n < 4 && written_date::all(&text).iter().any(|date| date.day.is_some());
        if titled && (dated || text.ends_with('.')) {
            continue;
        }
        block.kind = Kind::Heading { level: if titled || n > 2 { 2 } else { 1 }, text };
        titled = true;
    }
}

fn is_bold_line(block: &Block) -> bool {
    matches!(&block.kind, Kind::Paragraph { text, .. } if is_bold(text))
}

/// Makes headings of numbered points that stand alone, each with text of its own under it.
pub(super) fn mark_lone(blocks: &mut [Block]) {
    let found: Vec<usize> = (0..blocks.len()).filter(|n| is_lone(blocks, *n)).collect();
    if found.len() < 2 {
        return;
    }
    for n in found {
        let Some(block) = blocks.get_mut(n) else { continue };
        if let Kind::Item { marker: Marker::Number(number), text, .. } = &block.kind {
            block.kind = Kind::Heading { level: 2, text: format!("{number}. {text}") };
        }
    }
}

/// Whether a numbered item has few words, and no other numbered item beside it.
fn is_lone(blocks: &[Block], n: usize) -> bool {
    let number =
        |block: &&Block| matches!(&block.kind, Kind::Item { marker: Marker::Number(_), indent: 0, .. });
    let is_text = |block: &&Block| block.kind != Kind::PageBreak;
    let (before, after) = blocks.split_at(n);
    let Some((own, after)) = after.split_first() else { return false };
    let Kind::Item { marker: Marker::Number(digits), text, .. } = &own.kind else { return false };
    let short = text.split_whitespace().count() <= 8 && !text.ends_with(['.', ',', ';', '?', '!', ':']);
    let next = after.iter().find(is_text);
    number(&own)
        && short
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !before.iter().rfind(is_text).is_some_and(|block| number(&block))
        && next.is_some_and(|block| !number(&block))
}
