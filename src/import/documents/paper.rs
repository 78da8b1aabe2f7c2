//! A paper that was put to a workshop → its record: title, version, date, kind and marking from its
//! first page, and its body as clean Markdown.
//!
//! In: tidy blocks. Out: `Paper`, whose pieces another importer may add to. What is on the first page
//! is known by its looks: a heading that ends with a colon names a series, a lone date is the date.

use serde_yaml::Mapping;

use super::block::{Block, Kind};
use super::doubts::Doubts;
use super::headings;
use super::inline::{Case, unmarked};
use super::markdown::{self, Piece};
use super::rules::{DOUBTFUL_DATE, DOUBTFUL_NUMBER};
use super::write_up;
use super::written_date;
use crate::import::{Draft, Imported, markings};
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::text::slug;

/// A paper as read.
#[derive(Debug)]
pub(super) struct Paper {
    /// Its name.
    pub(super) id: RecordId,
    /// Its front matter.
    pub(super) front: Mapping,
    /// What follows its first page.
    pub(super) rest: Vec<Block>,
    /// Whether it is for members only.
    pub(super) restricted: bool,
    /// Its date.
    pub(super) date: Option<Date>,
}

/// Reads a paper that is nothing more than that.
pub fn read(file: &std::sync::Arc<str>, text: &str) -> Imported {
    of_blocks(file, super::block::read(text))
}

/// Reads a paper whose blocks another reader has made.
pub(super) fn of_blocks(file: &std::sync::Arc<str>, blocks: Vec<Block>) -> Imported {
    let mut doubts = Doubts::about(file);
    let blocks = write_up::tidy(blocks, &mut doubts);
    let paper = first_page(blocks, &mut doubts);
    let pieces = write_up::body::assemble(&paper.rest, &mut doubts);
    let passages = pieces.iter().filter(|piece| !matches!(piece, Piece::Heading(..))).count();
    Imported {
        recognised: "a paper".to_owned(),
        drafts: vec![paper.draft(&pieces)],
        figures: vec![("paragraphs, lists and tables".to_owned(), passages)],
        doubts: doubts.sorted(),
        ..Imported::default()
    }
}

impl Paper {
    /// The record, with this body.
    pub(super) fn draft(&self, pieces: &[Piece]) -> Draft {
        Draft { id: self.id.clone(), front_matter: self.front.clone(), body: markdown::write(pieces) }
    }
}

/// Whether blocks are a paper, for recognising it: the first page has a version, or says what kind of
/// paper it is, or has a date above numbered paragraphs.
pub(crate) fn is_paper(blocks: &[Block]) -> bool {
    let page = blocks.get(..length_of_first_page(blocks)).unwrap_or_default();
    let dated = page.iter().any(|block| written_date::first(block.text()).is_some());
    let numbered = blocks
        .iter()
        .any(|block| matches!(&block.kind, Kind::Item { marker: super::block::Marker::Number(_), .. }));
    page.iter().any(|block| version(block.text()).is_some()) || kind(page).is_some() || dated && numbered
}

/// Takes the first page off and reads it; the headings of the rest are settled.
pub(super) fn first_page(blocks: Vec<Block>, doubts: &mut Doubts) -> Paper {
    let marks = markings::find(blocks.iter().map(|block| (block.line, block.words())));
    markings::doubt(&marks, doubts);
    let page = length_of_first_page(&blocks);
    let (front_page, rest) = blocks.split_at_checked(page).unwrap_or((&blocks, &[]));

    let title = title(front_page, doubts);
    let version = front_page.iter().find_map(|block| version(block.text()));
    let date = date(front_page, doubts);
    let mut front = Mapping::new();
    front.insert("title".into(), title.clone().into());
    if let Some(version) = &version {
        front.insert("version".into(), version.clone().into());
    }
    if let Some(date) = date {
        front.insert("date".into(), date.to_string().into());
    }
    if let Some(kind) = kind(front_page) {
        front.insert("kind".into(), kind.into());
    }
    markings::apply(&marks, &mut front, true);

    // Sentences of the first page are part of the paper; its headings are in the front matter.
    let mut kept: Vec<Block> = front_page.iter().filter(|block| is_sentence(block)).cloned().collect();
    kept.extend(rest.iter().cloned());
    let (heading, mut settled) = headings::settle(kept, &Case::default());
    if let Some((line, text)) = heading {
        // It is no title here but the first heading of the body.
        let at = settled.iter().position(|block| block.line > line).unwrap_or(settled.len());
        settled.insert(at, Block { line, kind: Kind::Heading { level: 2, text } });
    }
    let name = match &version {
        Some(version) if !title.contains(version.as_str()) => format!("{title} v{version}"),
        _ => title,
    };
    Paper {
        id: RecordId::new("papers", &slug(&name)),
        front,
        rest: settled,
        restricted: marks.iter().any(|mark| mark.restricts),
        date,
    }
}

/// How many blocks the first page has: headings, dates, versions and what says what the paper is, up
/// to the first heading after a sentence or the first list; in a text that marks no headings, up to
/// the last lone date or version.
fn length_of_first_page(blocks: &[Block]) -> usize {
    if !blocks.iter().any(|block| matches!(block.kind, Kind::Heading { .. })) {
        let opening = blocks.get(..blocks.len().min(15)).unwrap_or_default();
        if let Some(last) = opening.iter().rposition(|block| says_when_or_which(block.text())) {
            return last + 1;
        }
    }
    let mut sentences = false;
    for (n, block) in blocks.iter().enumerate() {
        let starts_body = match &block.kind {
            Kind::Heading { .. } => sentences,
            Kind::Item { .. } | Kind::Row { .. } => true,
            Kind::Paragraph { .. } => {
                // In a text without marked headings a short line after a sentence is one.
                let heads = sentences && !is_sentence(block) && !says_when_or_which(block.text());
                sentences |= is_sentence(block);
                heads
            }
            _ => false,
        };
        if starts_body || n > 30 {
            return n;
        }
    }
    blocks.len()
}

fn is_sentence(block: &Block) -> bool {
    let text = block.text();
    matches!(block.kind, Kind::Paragraph { .. })
        && text.split_whitespace().count() > 8
        && (text.contains(". ") || text.trim_end().ends_with(['.', '!', '?']))
}

/// A lone date or version.
fn says_when_or_which(text: &str) -> bool {
    text.split_whitespace().count() <= 6 && (version(text).is_some() || written_date::first(text).is_some())
}

/// The heading with a version in it, else the first one that is not of a series.
fn title(page: &[Block], doubts: &Doubts) -> String {
    let heads = || {
        page.iter()
            .filter(|block| {
                matches!(block.kind, Kind::Heading { .. } | Kind::Paragraph { .. }) && !is_sentence(block)
            })
            .map(|block| unmarked(block.text()))
            .filter(|text| !text.is_empty() && written_date::first(text).is_none())
            .filter(|text| !markings::find([(1, text.as_str())]).iter().any(|mark| mark.restricts))
    };
    let versioned =
        heads().find(|text| version(text).is_some() && !text.to_lowercase().starts_with("version"));
    let own = || {
        heads().find(|text| {
            !text.ends_with(':') && text.split_whitespace().count() > 1 && version(text).is_none()
        })
    };
    let any = || heads().next();
    let stem = || {
        let name = doubts.file().rsplit(['/', '\\']).next().unwrap_or_default();
        name.split('.').next().unwrap_or("paper").to_owned()
    };
    versioned.or_else(own).or_else(any).unwrap_or_else(stem).trim_end_matches(':').to_owned()
}

/// The version in `v1.0`, `Version 1.0`, `V 2`.
pub(super) fn version(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(['*', '(', ')', ',', ':'])).collect();
    let is_number = |text: &str| {
        !text.is_empty()
            && text.len() <= 6
            && text.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    words.iter().enumerate().find_map(|(n, word)| {
        let own = word
            .strip_prefix(['v', 'V'])
            .map(|rest| rest.trim_start_matches('.'))
            .filter(|rest| is_number(rest));
        let next = matches!(word.to_lowercase().as_str(), "version" | "v" | "v.")
            .then(|| words.get(n + 1))
            .flatten();
        own.or_else(|| next.copied().filter(|next| is_number(next)))
            .map(|found| found.trim_end_matches('.').to_owned())
    })
}

fn date(page: &[Block], doubts: &mut Doubts) -> Option<Date> {
    let dated = page.iter().flat_map(|block| {
        written_date::all(block.text()).into_iter().filter_map(move |date| Some((block, date, date.date()?)))
    });
    let all: Vec<_> = dated.collect();
    // `Last updated` says when this version was made; a date in a file name or header may be the meeting's.
    let updated = all.iter().find(|(block, ..)| block.text().to_lowercase().contains("updated"));
    let lone = all.iter().find(|(block, ..)| block.text().split_whitespace().count() <= 6);
    let Some((block, written, date)) = updated.or(lone).or(all.first()) else {
        doubts.of_all(&DOUBTFUL_DATE, "the first page gives no date");
        return None;
    };
    if written.two_ways {
        doubts.at(
            block.line,
            &DOUBTFUL_DATE,
            format!("the date is read with the day first, as {}", date.in_words()),
        );
    }
    if let Some((other, _, meeting)) = all.iter().find(|(_, _, other)| other != date) {
        let message = format!(
            "the first page also bears the date {}; {} is taken",
            meeting.in_words(),
            date.in_words()
        );
        doubts.at(other.line, &DOUBTFUL_DATE, message);
    }
    Some(*date)
}

/// What kind of paper it says it is.
fn kind(page: &[Block]) -> Option<&'static str> {
    let text = page.iter().map(|block| block.text().to_lowercase()).collect::<Vec<_>>().join("\n");
    let kinds = [
        ("discussion document", "discussion"),
        ("discussion paper", "discussion"),
        ("stimulus paper", "stimulus"),
        ("extemporary paper", "extemporary"),
        ("outputs and progress", "progress"),
        ("progress document", "progress"),
        ("progress paper", "progress"),
        ("progress report", "progress"),
    ];
    kinds.into_iter().find(|(words, _)| text.contains(words)).map(|(_, kind)| kind)
}

/// Doubts a paper whose paragraphs are numbered with gaps.
pub(super) fn doubt_numbers(blocks: &[Block], doubts: &mut Doubts) {
    let mut last = 0;
    for block in blocks {
        let Kind::Item { marker, indent: 0, .. } = &block.kind else { continue };
        let super::block::Marker::Number(number) = marker else { continue };
        let Ok(number) = number.parse::<u32>() else { continue };
        if number > last + 1 && last > 0 {
            doubts.at(block.line, &DOUBTFUL_NUMBER, format!("paragraph {number} follows paragraph {last}"));
        }
        last = number;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft(text: &str) -> (Draft, Vec<String>) {
        let mut imported = read(&"in/paper.md".into(), text);
        (
            imported.drafts.remove(0),
            imported.doubts.into_iter().map(|doubt| doubt.rule.code.to_owned()).collect(),
        )
    }

    #[test]
    fn reads_the_first_page() {
        let (draft, doubts) = draft(
            "# **Town Forum:**\n\n## **Lamps – the plan v1.2**\n\n26 February 2019\n\n### **Discussion Document**\n\n\
             This paper was written to help the talk. It may be viewed only by members of the forum.\n\n\
             ## Introduction\n\n1. The town wants lamps:\n  - on roads,\n  - on paths.\n2. **We heard**\n  - i. that oil is dear.\n\n\n\n- ii. that gas smells.\n\n3. So be it.\n",
        );
        assert_eq!(draft.id.as_str(), "papers/lamps-the-plan-v1-2");
        assert_eq!(
            serde_yaml::to_string(&draft.front_matter).unwrap(),
            "title: Lamps – the plan v1.2\nversion: '1.2'\ndate: 2019-02-26\nkind: discussion\nvisibility: members\nmarking: For members only\n"
        );
        assert_eq!(
            draft.body,
            "This paper was written to help the talk. It may be viewed only by members of the forum.\n\n\
             ## Introduction\n\n1. The town wants lamps:\n   - on roads,\n   - on paths.\n2. **We heard**\n   1. that oil is dear.\n   2. that gas smells.\n3. So be it.\n"
        );
        assert_eq!(doubts, ["marked_document"]);
    }

    #[test]
    fn reads_plain_first_pages() {
        let (draft, doubts) = draft(
            "17072019 Town Forum\n\nTown Forum:\n\nOutputs and progress\n\nLast updated: 11 July 2019\n\nVersion 1.0\n\n\
             Process document\n\nThis document names the outputs of the forum and says how far each of them has got.\n\nPurpose\n\nIt names the outputs.\n",
        );
        assert_eq!(draft.id.as_str(), "papers/outputs-and-progress-v1-0");
        assert!(draft.body.starts_with("## Process document\n\nThis document names"), "{}", draft.body);
        assert!(draft.body.contains("\n## Purpose\n"), "{}", draft.body);
        assert_eq!(doubts, ["doubtful_date"]);
    }

    proptest! {
        #[test]
        fn never_panics(text in crate::model::text::tests::mangled()) {
            draft(&text);
        }
    }
}
