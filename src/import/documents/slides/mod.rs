//! The slide pack of a workshop → its record: number, date, purpose, agenda, papers; and what its
//! slides say as the body.
//!
//! In: text in which a stretch of empty lines, a form feed or a rule ends a slide. Out: a draft of
//! the workshop and one of each paper on its agenda. Empty slides are dropped, and so are slides that
//! have nothing but a title; the latter are named. A pack shows what was put to people, not what they
//! answered: nothing here is taken for decided.

mod agenda;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use self::agenda::Agenda;
use super::block::{self, Block, Kind};
use super::doubts::{Doubts, quoted};
use super::inline::{Case, unmarked};
use super::lists;
use super::markdown::{self, Piece};
use super::meeting::Meeting;
use super::rules::{CUT_TEXT, DOUBTFUL_NUMBER, LEFT_OUT};
use super::write_up;
use crate::import::{Draft, Imported, markings};
use crate::model::id::RecordId;
use crate::model::text::slug;

/// A slide.
#[derive(Debug)]
struct Slide {
    line: usize,
    title: Option<String>,
    blocks: Vec<Block>,
}

/// Reads a slide pack.
pub fn read(file: &Arc<str>, text: &str) -> Imported {
    of_blocks(file, block::read(text))
}

/// Reads one whose blocks another reader has made.
pub(super) fn of_blocks(file: &Arc<str>, blocks: Vec<Block>) -> Imported {
    let mut doubts = Doubts::about(file);
    let blocks = write_up::tidy(blocks, &mut doubts);
    let marks = markings::find(blocks.iter().map(|block| (block.line, block.words())));
    markings::doubt(&marks, &mut doubts);
    let passages: Vec<(usize, &str)> = blocks
        .iter()
        .filter(|block| !block.text().is_empty())
        .map(|block| (block.line, block.text()))
        .collect();
    let running = passages.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n");
    let meeting = Meeting::of(&passages, &running, &mut doubts);
    let slides = slides(&blocks);
    let shown = slides.len();
    let (front_page, rest) = front_page(slides);
    let title = title(&meeting, front_page.as_ref());
    let workshop = RecordId::new("workshops", &meeting.slug(&title));

    let mut pack = Pack {
        doubts: &mut doubts,
        purpose: Vec::new(),
        agenda: None,
        pieces: Vec::new(),
        last: None,
        lone: None,
        left: 0,
    };
    if let Some(page) = &front_page {
        pack.subtitle(page, &title);
    }
    rest.into_iter().for_each(|slide| pack.slide(slide));
    pack.drop_lone();
    let Pack { purpose, agenda, pieces, left, .. } = pack;
    let agenda = agenda.unwrap_or_default();
    let papers = papers(&agenda, &meeting, &workshop, &mut doubts);

    let mut front = front(&meeting, &title, &purpose, &agenda, &papers);
    markings::apply(&marks, &mut front, false);
    let figures = [
        ("slides", shown),
        ("slides left out", left),
        ("purposes", purpose.len()),
        ("items of the agenda", agenda.items.len()),
        ("papers", papers.len()),
        ("questions", running.matches('?').count()),
        ("steps of the plan", steps(&pieces)),
    ];
    let mut drafts = vec![Draft { id: workshop, front_matter: front, body: markdown::write(&pieces) }];
    drafts.extend(papers);
    // What is drawn out of a pack is for no more people than the pack.
    drafts.iter_mut().skip(1).for_each(|paper| markings::apply(&marks, &mut paper.front_matter, false));
    Imported {
        recognised: "a slide pack".to_owned(),
        drafts,
        figures: figures
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| (name.to_owned(), count))
            .collect(),
        doubts: doubts.sorted(),
        ..Imported::default()
    }
}

/// Cuts at page breaks. Empty slides leave no trace: nothing tells them from empty lines.
fn slides(blocks: &[Block]) -> Vec<Slide> {
    let mut slides = Vec::new();
    for part in blocks.split(|block| block.kind == Kind::PageBreak).filter(|part| !part.is_empty()) {
        let mut part = part.to_vec();
        let title = match &part[0].kind {
            Kind::Heading { text, .. } => Some(unmarked(text)),
            _ => None,
        };
        let line = part[0].line;
        if title.is_some() {
            part.remove(0);
        }
        slides.push(Slide { line, title, blocks: part });
    }
    slides
}

/// The first slide, if it is a front page: few words and no list.
fn front_page(mut slides: Vec<Slide>) -> (Option<Slide>, Vec<Slide>) {
    let is_front = slides.first().is_some_and(|slide| {
        slide.blocks.len() <= 6
            && slide
                .blocks
                .iter()
                .all(|block| matches!(block.kind, Kind::Paragraph { .. } | Kind::Heading { .. }))
    });
    if is_front {
        let rest = slides.split_off(1);
        (slides.pop(), rest)
    } else {
        (None, slides)
    }
}

/// `Workshop 3, 5 December 2018`, else the words of the front page.
fn title(meeting: &Meeting, front_page: Option<&Slide>) -> String {
    match (meeting.number, meeting.date) {
        (Some(number), Some(date)) => format!("Workshop {number}, {}", date.in_words()),
        (Some(number), None) => format!("Workshop {number}"),
        (None, date) => {
            let words =
                front_page.and_then(|page| page.title.clone()).unwrap_or_else(|| "Workshop".to_owned());
            date.map_or(words.clone(), |date| format!("{words}, {}", date.in_words()))
        }
    }
}

/// What the slides give so far.
struct Pack<'d> {
    doubts: &'d mut Doubts,
    purpose: Vec<String>,
    agenda: Option<Agenda>,
    pieces: Vec<Piece>,
    /// The title of the section that is open.
    last: Option<String>,
    /// A slide with nothing but a title, which may be that of the slide after it.
    lone: Option<(usize, String)>,
    left: usize,
}

impl Pack<'_> {
    /// What the front page says beside the meeting.
    fn subtitle(&mut self, page: &Slide, title: &str) {
        let mut lines: Vec<String> = page.title.iter().cloned().collect();
        lines.extend(page.blocks.iter().map(|block| unmarked(block.text())));
        for line in lines.into_iter().filter(|line| !line.is_empty() && line != title) {
            self.pieces.push(Piece::Paragraph(line));
        }
    }

    fn slide(&mut self, slide: Slide) {
        let Slide { line, title, mut blocks } = slide;
        self.doubt_copies(&blocks);
        let title = title.map(|title| Case::default().lower(title.trim_end_matches("...").trim()));
        let title = title.or_else(|| self.lone.take().map(|(_, title)| title));
        self.drop_lone();
        if blocks.iter().all(|block| block.text().trim().is_empty() && block.cells().is_none()) {
            self.lone = title.map(|title| (line, title));
            return;
        }
        if let Some(purpose) = purpose_of(title.as_deref(), &blocks)
            && self.purpose.is_empty()
        {
            self.purpose = purpose;
        }
        if title.as_deref().is_some_and(agenda::is_agenda) && self.agenda.is_none() {
            self.agenda = Some(Agenda::of(&blocks, self.doubts));
            return;
        }
        if let Some(title) = title
            && self.last.as_ref() != Some(&title)
        {
            self.pieces.push(Piece::Heading(2, title.clone()));
            self.last = Some(title);
        }
        // Every other heading of a slide is below its title, whatever size its letters have.
        for block in &mut blocks {
            if let Kind::Heading { level, text } = &mut block.kind {
                *level = 3;
                *text = unmarked(text).trim_end_matches("...").trim_end_matches(':').to_owned();
            }
        }
        let pieces = write_up::body::assemble(&blocks, self.doubts);
        self.pieces.extend(pieces);
    }

    /// Names a slide that had nothing but a title.
    fn drop_lone(&mut self) {
        let Some((line, title)) = self.lone.take() else { return };
        self.left += 1;
        self.doubts.at(
            line,
            &LEFT_OUT,
            format!("a slide with nothing but the title {} is left out", quoted(&title, 60)),
        );
    }

    /// A line of which the next one says the same, longer, is a picture's text read twice.
    fn doubt_copies(&mut self, blocks: &[Block]) {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        for pair in blocks.windows(2) {
            let [first, second] = pair else { continue };
            if !matches!((&first.kind, &second.kind), (Kind::Paragraph { .. }, Kind::Paragraph { .. })) {
                continue;
            }
            let (first_words, second_words) = (words(first.text()), words(second.text()));
            let shared = first_words.iter().filter(|word| second_words.contains(word)).count();
            if first_words.len() >= 5 && first_words != second_words && shared * 5 >= first_words.len() * 3 {
                let message =
                    format!("{} looks like a garbled copy of the line after it", quoted(first.text(), 80));
                self.doubts.at(first.line, &CUT_TEXT, message);
            }
        }
    }
}

/// The purposes of the meeting: the list under `Purpose`, not the one under `Purpose of process`.
fn purpose_of(title: Option<&str>, blocks: &[Block]) -> Option<Vec<String>> {
    let is_purpose = |text: &str| {
        let lower = unmarked(text).to_lowercase();
        let lower = lower.trim_end_matches(':').trim();
        matches!(
            lower,
            "purpose"
                | "aim"
                | "aims"
                | "objectives"
                | "purpose of today"
                | "purpose of the day"
                | "aims of the day"
        ) || lower.starts_with("purpose of the workshop")
            || lower.starts_with("purpose of this workshop")
    };
    let at = if title.is_some_and(is_purpose) {
        0
    } else {
        blocks
            .iter()
            .position(|block| matches!(block.kind, Kind::Heading { .. }) && is_purpose(block.text()))?
            + 1
    };
    let items = blocks.get(at..)?.iter().take_while(|block| matches!(block.kind, Kind::Item { .. }));
    let entries = lists::nest(items.filter_map(|block| match &block.kind {
        Kind::Item { indent, marker, text } => Some((*indent, marker, text.as_str())),
        _ => None,
    }));
    // `To provide an opportunity to:` is said of the items under it, which are the purposes.
    let leads = |n: usize| {
        entries.get(n + 1).is_some_and(|next| entries.get(n).is_some_and(|own| next.depth > own.depth))
    };
    let leaves = entries
        .iter()
        .enumerate()
        .filter(|(n, _)| !leads(*n))
        .map(|(_, entry)| capital(&unmarked(&entry.text)));
    Some(leaves.collect()).filter(|purposes: &Vec<String>| !purposes.is_empty())
}

fn capital(text: &str) -> String {
    let mut letters = text.trim_end_matches([';', ',']).chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A record of each paper that the agenda names.
fn papers(agenda: &Agenda, meeting: &Meeting, workshop: &RecordId, doubts: &mut Doubts) -> Vec<Draft> {
    let suffix =
        meeting.number.map_or_else(|| workshop.slug().to_owned(), |number| format!("workshop-{number}"));
    let named = agenda.items.iter().filter(|item| item.is_paper);
    named
        .map(|item| {
            let mut front = Mapping::new();
            front.insert("title".into(), item.text.clone().into());
            if let Some(date) = meeting.date {
                front.insert("date".into(), date.to_string().into());
            }
            front.insert("workshop".into(), workshop.as_str().into());
            let message = format!(
                "the pack names the paper {} and gives neither its version nor its own date",
                quoted(&item.text, 60)
            );
            doubts.at(item.line, &DOUBTFUL_NUMBER, message);
            let id = RecordId::new("papers", &format!("{}-{suffix}", slug(&item.text)));
            Draft { id, front_matter: front, body: String::new() }
        })
        .collect()
}

fn front(meeting: &Meeting, title: &str, purpose: &[String], agenda: &Agenda, papers: &[Draft]) -> Mapping {
    let mut front = Mapping::new();
    front.insert("title".into(), title.into());
    if let Some(number) = meeting.number {
        front.insert("number".into(), number.into());
    }
    if let Some(date) = meeting.date {
        front.insert("date".into(), date.to_string().into());
    }
    let list =
        |texts: &[String]| Value::Sequence(texts.iter().map(|text| Value::from(text.as_str())).collect());
    if !purpose.is_empty() {
        front.insert("purpose".into(), list(purpose));
    }
    if !agenda.items.is_empty() {
        front.insert("agenda".into(), agenda.value(papers));
    }
    if !papers.is_empty() {
        let slugs: Vec<String> = papers.iter().map(|paper| paper.id.slug().to_owned()).collect();
        front.insert("papers".into(), list(&slugs));
    }
    front
}

/// The items of the plan: a list under a heading about the process in which items have names.
fn steps(pieces: &[Piece]) -> usize {
    let about = |text: &str| {
        ["process", "plan", "roadmap", "timeline", "next steps"]
            .iter()
            .any(|word| text.to_lowercase().contains(word))
    };
    let mut in_plan = false;
    let mut steps = 0;
    for piece in pieces {
        match piece {
            Piece::Heading(_, text) => in_plan = about(text),
            Piece::List(entries) if in_plan => {
                let named = entries.iter().filter(|entry| entry.text.contains(": ")).count();
                steps = steps.max(if named >= 3 { entries.len() } else { 0 });
            }
            _ => {}
        }
    }
    steps
}

/// Whether a text looks like a slide pack, for recognising it: many breaks, few words between them.
pub(crate) fn is_pack(blocks: &[Block]) -> bool {
    let breaks = blocks.iter().filter(|block| block.kind == Kind::PageBreak).count();
    let words: usize = blocks.iter().map(|block| block.text().split_whitespace().count()).sum();
    let heads = |word: &str| {
        blocks.iter().any(|block| {
            matches!(block.kind, Kind::Heading { .. }) && unmarked(block.text()).to_lowercase().contains(word)
        })
    };
    breaks >= 4 && words / (breaks + 1) <= 80 && (heads("agenda") || heads("workshop") || breaks >= 8)
}
