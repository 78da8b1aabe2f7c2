//! The pieces of a report's page, in the order of the document.
//!
//! In: chapters. Out: a flat stream in which chapters and sections are opened and closed; each piece
//! is one thing for the template to draw.

use serde::Serialize;

use crate::compose::report::entry::Entry;
use crate::compose::report::tree::{Block, Chapter, Inline, Paragraph, Part, Row, Section, Table, Voice};
use crate::compose::report::words::count;
use crate::model::id::Ref;

use super::super::html::{Html, capital, dated, time};
use super::action_mark::ActionMark;
use super::bars::FigureView;
use super::charts::ChartView;
use super::line::Pen;
use super::view::speaker;

/// One thing to draw; `is` tells which.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum Piece {
    ChapterOpen {
        id: String,
        title: String,
        lang: Option<String>,
        topic: Option<String>,
        number: Option<u32>,
    },
    ChapterClose {
        topic: bool,
    },
    SectionOpen {
        id: String,
        title: String,
        lang: Option<String>,
        level: u8,
        heading: Option<&'static str>,
        count: usize,
    },
    SectionClose,
    /// Who speaks from here on.
    Voice {
        words: String,
        voice: &'static str,
    },
    Paragraph(Numbered),
    Words {
        words: Html,
    },
    Table(TableView),
    Figure(Box<FigureView>),
    Chart(Box<ChartView>),
    Issue(Box<IssueView>),
    Terms {
        terms: Vec<TermView>,
    },
    References {
        works: Vec<Work>,
    },
    Withheld {
        reason: String,
        count: usize,
        words: String,
    },
}

/// A numbered paragraph.
#[derive(Debug, Serialize)]
pub(super) struct Numbered {
    number: String,
    id: String,
    voice: &'static str,
    words: Html,
    more: Option<Html>,
    /// What is known to be wrong in it.
    errata: Vec<Html>,
}

#[derive(Debug, Serialize)]
pub(super) struct TableView {
    id: String,
    caption: String,
    columns: Vec<ColumnView>,
    rows: Vec<Vec<CellView>>,
    /// Of each row, the action that it tells of.
    actions: Vec<Option<ActionMark>>,
}

#[derive(Debug, Serialize)]
struct CellView {
    label: String,
    numbers: bool,
    words: Html,
}

#[derive(Debug, Serialize)]
pub(super) struct TermView {
    term: String,
    words: Html,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    label: String,
    numbers: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct IssueView {
    slug: String,
    level: u8,
    title: String,
    lang: Option<String>,
    href: Option<String>,
    heading: &'static str,
    standing: Numbered,
    /// How it moved since the report before; nothing in a first report.
    movement: Option<String>,
    judgement: Option<JudgementView>,
    positions: Vec<PositionView>,
    replies: Vec<ReplyView>,
    /// Whether the parties differ, and none of them was asked to answer.
    unasked: bool,
    history: Vec<EventView>,
    history_words: String,
    actions: Vec<Html>,
    silence: Html,
    promised: Option<Html>,
}

#[derive(Debug, Serialize)]
struct JudgementView {
    words: String,
    reason: Html,
    by: String,
    on: Option<Html>,
}

#[derive(Debug, Serialize)]
struct PositionView {
    party: String,
    view: Option<Html>,
    place: Html,
}

#[derive(Debug, Serialize)]
struct ReplyView {
    party: String,
    state: &'static str,
    words: Html,
    view: Option<Html>,
}

#[derive(Debug, Serialize)]
struct EventView {
    on: Html,
    heading: &'static str,
    heading_words: String,
    words: Html,
    note: Option<Html>,
    evidence: Option<Html>,
    asserted_by: Option<Html>,
}

#[derive(Debug, Serialize)]
pub(super) struct Work {
    id: String,
    words: Html,
    passages: Option<Html>,
}

/// Adds the pieces of a chapter.
pub(super) fn chapter(pen: Pen, chapter: &Chapter, pieces: &mut Vec<Piece>) {
    let topic = match chapter.part {
        Part::Topic(index) => Some(pen.site.edition.record(index).id.slug().to_owned()),
        // The issues without a topic stand in a section of their own, as those of a topic do.
        Part::NoTopic => Some(String::new()),
        _ => None,
    };
    let counted = pen.site.edition.config().report.paragraphs == crate::model::config::Paragraphs::ByChapter;
    let is_topic = topic.is_some();
    pieces.push(Piece::ChapterOpen {
        id: chapter.id.clone(),
        title: chapter.title.clone(),
        lang: chapter.lang.clone(),
        topic,
        number: counted.then_some(chapter.number),
    });
    let mut stream = Stream { pen, pieces, voice: Voice::Records };
    chapter.blocks.iter().for_each(|block| stream.block(block, 3));
    pieces.push(Piece::ChapterClose { topic: is_topic });
}

struct Stream<'s, 'p> {
    pen: Pen<'s>,
    pieces: &'p mut Vec<Piece>,
    /// Who spoke last.
    voice: Voice,
}

impl Stream<'_, '_> {
    fn block(&mut self, block: &Block, level: u8) {
        let piece = match block {
            Block::Section(section) => return self.section(section, level),
            Block::Paragraph(paragraph) => {
                self.speaks(paragraph.voice);
                Piece::Paragraph(self.numbered(paragraph))
            }
            Block::Table(table) => Piece::Table(self.table(table)),
            Block::Figure(figure) => Piece::Figure(Box::new(FigureView::of(self.pen, figure))),
            Block::Chart(chart) => {
                Piece::Chart(Box::new(ChartView::of(self.pen.words(), chart, self.table(&chart.table))))
            }
            Block::Issue(entry) => Piece::Issue(Box::new(self.issue(entry, level))),
            Block::Terms(terms) => Piece::Terms {
                terms: terms
                    .iter()
                    .map(|(term, words)| TermView { term: term.clone(), words: self.pen.html(words) })
                    .collect(),
            },
            Block::References(references) => Piece::References {
                works: references
                    .iter()
                    .map(|reference| Work {
                        id: reference.id.clone(),
                        words: self.pen.html(&reference.words),
                        passages: optional(self.pen, &reference.passages),
                    })
                    .collect(),
            },
            Block::Withheld(reason, n) => {
                let words = count(self.pen.words(), "report-n-passages", *n);
                Piece::Withheld { reason: reason.clone(), count: *n, words }
            }
            // Notes stand at the end of the page.
            Block::Note(..) => return,
            other => Piece::Words { words: Html::new(&self.pen.blocks(std::slice::from_ref(other))) },
        };
        self.pieces.push(piece);
    }

    /// Tells who speaks from here on, where that is another than before.
    fn speaks(&mut self, voice: Voice) {
        if voice != self.voice {
            self.voice = voice;
            self.pieces.push(Piece::Voice {
                words: speaker(self.pen.words(), voice).to_owned(),
                voice: voice.as_str(),
            });
        }
    }

    fn section(&mut self, section: &Section, level: u8) {
        // A section that opens with another voice is that voice's, heading and all.
        if let Some(voice) = opening(&section.blocks) {
            self.speaks(voice);
        }
        self.pieces.push(Piece::SectionOpen {
            id: section.id.clone(),
            title: section.title.clone(),
            lang: section.lang.clone(),
            level: level.min(6),
            heading: section.heading.map(|(heading, _)| heading.as_str()),
            count: section.heading.map_or(0, |(_, n)| n),
        });
        section.blocks.iter().for_each(|block| self.block(block, level + 1));
        self.pieces.push(Piece::SectionClose);
    }

    fn numbered(&self, paragraph: &Paragraph) -> Numbered {
        let more = self.pen.blocks(&paragraph.more);
        Numbered {
            number: paragraph.number.to_string(),
            id: paragraph.id.clone(),
            voice: paragraph.voice.as_str(),
            words: self.pen.html(&paragraph.content),
            more: (!more.is_empty()).then(|| Html::new(&more)),
            errata: self
                .pen
                .report
                .errata_at(self.pen.site.edition, &paragraph.id)
                .iter()
                .map(|line| self.pen.html(line))
                .collect(),
        }
    }

    fn table(&self, table: &Table) -> TableView {
        let row = |row: &Row| {
            let cells =
                row.cells.iter().zip(&table.columns).enumerate().map(|(n, (cell, column))| CellView {
                    label: column.label.clone(),
                    numbers: column.numbers,
                    // A month that heads a row is not broken within its year.
                    words: match (n, &**cell, self.pen.html(cell)) {
                        (0, [Inline::Text(_)], words) => Html::new(&dated(self.pen.words(), words.as_str())),
                        (_, _, words) => words,
                    },
                });
            cells.collect()
        };
        TableView {
            id: table.id.clone(),
            caption: self.pen.captioned("report-table-caption", table.number, &table.caption),
            columns: table
                .columns
                .iter()
                .map(|column| ColumnView { label: column.label.clone(), numbers: column.numbers })
                .collect(),
            rows: table.rows.iter().map(row).collect(),
            actions: table.rows.iter().map(|row| ActionMark::of(table, row)).collect(),
        }
    }

    fn issue(&self, entry: &Entry, level: u8) -> IssueView {
        let (pen, words) = (self.pen, self.pen.words());
        let id = &pen.site.edition.record(entry.issue).id;
        let first = entry.movement == crate::compose::report::moves::Move::First;
        IssueView {
            slug: id.slug().to_owned(),
            level: level.min(6),
            title: entry.title.clone(),
            lang: entry.lang.clone(),
            href: pen.href(&Ref::to(id.clone())),
            heading: entry.heading.as_str(),
            standing: self.numbered(&entry.standing),
            movement: (!first).then(|| entry.movement.in_words(words, entry.heading)),
            judgement: entry.judgement.as_ref().map(|judgement| JudgementView {
                words: judgement.words(words),
                reason: pen.html(&judgement.reason),
                by: judgement.by.clone(),
                on: judgement.on.map(|on| Html::new(&time(words, on))),
            }),
            positions: entry
                .positions
                .iter()
                .map(|stated| PositionView {
                    party: stated.party.clone(),
                    view: optional(pen, &stated.view),
                    place: pen.html(&stated.place),
                })
                .collect(),
            replies: entry
                .replies
                .iter()
                .map(|reply| ReplyView {
                    party: reply.party.clone(),
                    state: reply.state.as_str(),
                    words: pen.html(&reply.words),
                    view: optional(pen, &reply.view),
                })
                .collect(),
            unasked: entry.unasked,
            history: entry
                .history
                .iter()
                .map(|event| EventView {
                    on: Html::new(&time(words, event.on)),
                    heading: event.heading.as_str(),
                    heading_words: capital(words.named("heading", event.heading.as_str())),
                    words: pen.html(&event.words),
                    note: optional(pen, &event.note),
                    evidence: optional(pen, &event.evidence),
                    asserted_by: event.asserted_by.as_ref().map(|to| pen.html(&[pen.link(to)])),
                })
                .collect(),
            history_words: count(words, "report-n-entries", entry.history.len()),
            actions: entry.actions.iter().map(|promise| pen.html(&promise.words(pen.site.edition))).collect(),
            silence: pen.html(&entry.silence.words),
            promised: optional(pen, &entry.silence.promised),
        }
    }
}

/// Who speaks first in these blocks; an issue is always told from the records.
fn opening(blocks: &[Block]) -> Option<Voice> {
    match blocks.first()? {
        Block::Paragraph(paragraph) => Some(paragraph.voice),
        Block::Section(section) => opening(&section.blocks),
        Block::Issue(_) => Some(Voice::Records),
        _ => None,
    }
}

/// A line as markup, where there is one.
fn optional(pen: Pen, line: &[Inline]) -> Option<Html> {
    (!line.is_empty()).then(|| pen.html(line))
}
