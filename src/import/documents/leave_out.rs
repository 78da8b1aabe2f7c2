//! What a document carries that no record needs: contents lists and page numbers.
//!
//! In: blocks. Out: the same without them, and a doubt for each, so that nothing goes in silence.

use super::block::{Block, Kind};
use super::doubts::{Doubts, quoted};
use super::rules::LEFT_OUT;
use crate::import::markings;

/// Takes contents lists and page numbers out.
pub(crate) fn sift(blocks: Vec<Block>, doubts: &mut Doubts) -> Vec<Block> {
    let contents = contents(&blocks);
    let mut kept = Vec::with_capacity(blocks.len());
    let mut left: Option<(usize, usize)> = None;
    for (n, block) in blocks.into_iter().enumerate() {
        if contents.get(n).copied().unwrap_or(false) {
            let from = left.map_or(block.line, |(from, _)| from);
            left = Some((from, block.line));
            continue;
        }
        if let Some((from, to)) = left.take() {
            doubts.at(from, &LEFT_OUT, format!("the contents list is left out (lines {from} to {to})"));
        }
        match &block.kind {
            Kind::Paragraph { text, .. } if is_page_number(text) => {
                doubts.at(block.line, &LEFT_OUT, format!("the page number {} is left out", quoted(text, 20)));
            }
            Kind::Paragraph { text, .. } if is_running_head(text) => {
                doubts.at(
                    block.line,
                    &LEFT_OUT,
                    format!("the head or foot of a page, {}, is left out", quoted(text, 60)),
                );
            }
            _ => kept.push(block),
        }
    }
    if let Some((from, to)) = left {
        doubts.at(from, &LEFT_OUT, format!("the contents list is left out (lines {from} to {to})"));
    }
    kept
}

/// For each block whether it belongs to a contents list: rows of section numbers, page numbers and
/// what the converter made of the words between; lines with leaders of dots.
fn contents(blocks: &[Block]) -> Vec<bool> {
    let mut belongs = vec![false; blocks.len()];
    let mut n = 0;
    while n < blocks.len() {
        let run = blocks.iter().skip(n).take_while(|block| block.cells().is_some()).count();
        if run == 0 {
            let leads = blocks.get(n).is_some_and(|block| has_leaders(block.text()));
            let headed = blocks.get(n).is_some_and(|block| {
                let words = block.text().trim_matches(['*', ':', ' ']).to_lowercase();
                matches!(words.as_str(), "contents" | "table of contents")
                    && blocks.get(n + 1).is_some_and(|next| has_leaders(next.text()) || is_listing(next))
            });
            if let Some(mark) = belongs.get_mut(n).filter(|_| leads || headed) {
                *mark = true;
            }
            n += 1;
            continue;
        }
        let rows = blocks.get(n..n + run).unwrap_or_default();
        let paged = rows.iter().filter(|row| ends_in_a_page(row)).count();
        if run >= 3 && rows.first().is_some_and(is_listing) && paged * 4 >= run {
            let listing = rows.iter().take_while(|row| is_listing(row)).count();
            belongs.iter_mut().skip(n).take(listing).for_each(|mark| *mark = true);
        }
        n += run;
    }
    belongs
}

/// A row whose first word is a section number: `4.1.`
fn is_listing(block: &Block) -> bool {
    let Some(cells) = block.cells() else { return false };
    cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| is_section_number(cell))
}

fn ends_in_a_page(block: &Block) -> bool {
    let last = block.cells().and_then(|cells| cells.iter().rfind(|cell| !cell.is_empty()));
    last.is_some_and(|cell| cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `4.` or `4.1` or `4.1.`; `4` alone may number the rows of any table.
fn is_section_number(cell: &str) -> bool {
    cell.contains('.')
        && cell
            .split('.')
            .filter(|part| !part.is_empty())
            .all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
        && cell.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `Principles ......... 5`.
fn has_leaders(text: &str) -> bool {
    (text.contains("....") || text.contains(". . . ") || text.contains("……"))
        && text.trim_end().ends_with(|letter: char| letter.is_ascii_digit())
}

/// `4`, `Page 4 of 14`, `- 4 -`, `4 | Page`.
pub(super) fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split([' ', '|', '-', '–', '/', '*']).map(str::trim).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = words.iter().filter(|word| is_number(word)).count();
    (1..=2).contains(&numbers)
        && words.iter().all(|word| is_number(word) || matches!(*word, "page" | "of" | "p." | "p"))
}

/// `Town forum, 22/11/26   Page 1 of 3`; one that says who may see the document stays.
fn is_running_head(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '|', '\t']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let paged = |words: &[&str]| match words {
        [page, number] => *page == "page" && is_number(number),
        [page, number, of, all] => *page == "page" && is_number(number) && *of == "of" && is_number(all),
        _ => false,
    };
    let ends =
        |length: usize| words.len() > length && paged(words.get(words.len() - length..).unwrap_or_default());
    let starts = words.len() > 4 && paged(words.get(..4).unwrap_or_default());
    let leads = ["see", "on", "from", "to", "at", "and"];
    let before = |length: usize| words.len().checked_sub(length + 1).and_then(|n| words.get(n));
    let cited = [2, 4]
        .into_iter()
        .any(|length| ends(length) && before(length).is_some_and(|word| leads.contains(word)));
    let marked = ["official", "secret", "restricted", "confidential", "members", "sensitive"];
    words.len() <= 16
        && (ends(2) || ends(4) || starts)
        && !cited
        && !marked.iter().any(|word| lower.contains(word))
        && markings::find([(1, text)]).is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::block;
    use super::*;

    fn sifted(text: &str) -> (Vec<String>, Vec<String>) {
        let mut doubts = Doubts::about(&"x".into());
        let blocks = sift(block::read(text), &mut doubts);
        let words = |block: &Block| block.cells().map_or(block.text().to_owned(), |cells| cells.join("|"));
        (blocks.iter().map(words).collect(), doubts.sorted().into_iter().map(|doubt| doubt.message).collect())
    }

    #[test]
    fn leaves_a_garbled_contents_list_out() {
        let (kept, doubts) = sifted(
            "# Note\n\n1.\tSTAR\tART\t1\n2.\tTASK\tKS\t2\n\t2.1.\tWhy\t\n3.\tE\tND\t9\n\n## 1. Start\n",
        );
        assert_eq!(kept, ["Note", "1. Start"]);
        assert_eq!(doubts, ["the contents list is left out (lines 3 to 6)"]);
        let (kept, _) = sifted("Contents\n\n1. Start ........ 3\n2. End ........ 4\n\nText.");
        assert_eq!(kept, ["Text."]);
    }

    #[test]
    fn leaves_heads_of_pages_out() {
        let (kept, doubts) = sifted(
            "11/22/26      Page 1 of 3\n\nText on page 3\n\nTown forum | Page 2\n\nOFFICIAL – Page 3 of 3\n\nNot for circulation   Page 3 of 3\n",
        );
        assert_eq!(kept, ["Text on page 3", "OFFICIAL – Page 3 of 3", "Not for circulation   Page 3 of 3"]);
        assert_eq!(doubts.len(), 2);
    }

    #[test]
    fn leaves_page_numbers_out_and_keeps_numbers_of_rows() {
        let (kept, doubts) = sifted("Text.\n\n4\n\nPage 5 of 14\n\n1\tx\n2\ty\n3\tz\n\n2018\n");
        assert_eq!(kept, ["Text.", "1|x", "2|y", "3|z", "2018"]);
        assert_eq!(doubts.len(), 2);
    }
}
