//! A compiled report as a document.
//!
//! In: the site and the index of a report. Out: a `Document` with its title page, its chapters in
//! order, and a voice named wherever another begins to speak.

use std::collections::BTreeMap;

use jiff::civil;

use crate::audience::Audience;
use crate::compose::Site;
use crate::compose::report::chart;
use crate::compose::report::tree::{self, Chapter, Section, Voice};
use crate::compose::report::words::{capital, count};
use crate::model::config::Paragraphs;
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::standing;
use crate::model::words::{Place, Words, args};

use super::super::chrome::license;
use super::super::report::{Sheet, speaker, svg};
use super::label;
use super::line::Pen;
use super::table::row_tags;
use super::tree::{
    Bar, Bars, Block, Chart, Column, Document, Fact, Heading, Inline, Paragraph, Said, Stamp, Status, Table,
    Tag, Term, Work,
};

/// How wide a chart is drawn, in pixels: as wide as a page between its margins, so that its words are
/// as large as those of a table.
const SHEET: u32 = 640;

/// A report of the site as a document, by its index.
pub fn of_report(site: &Site, index: usize) -> Document {
    let report = &site.reports()[index];
    let mut pen = Pen { site, report, notes: BTreeMap::new() };
    let mut notes = BTreeMap::new();
    report.chapters.iter().for_each(|chapter| gather_notes(&pen, &chapter.blocks, &mut notes));
    pen.notes = notes;
    let mut document = title(&pen);
    for chapter in &report.chapters {
        pen.chapter(chapter, &mut document.blocks);
    }
    label::settle(&mut document);
    document
}

fn gather_notes(pen: &Pen, blocks: &[tree::Block], notes: &mut BTreeMap<u32, Vec<Block>>) {
    for block in blocks {
        match block {
            tree::Block::Note(number, blocks) => {
                notes.insert(*number, pen.blocks(blocks));
            }
            tree::Block::Section(section) => gather_notes(pen, &section.blocks, notes),
            _ => {}
        }
    }
}

fn title(pen: &Pen) -> Document {
    let edition = pen.site.edition;
    let config = edition.config();
    let (report, title) = (pen.report, &pen.report.title);
    let record = edition.record(report.record);
    let date = title.date.unwrap_or(Date::from_day(report.as_of));
    let words = pen.words();
    let mut languages = config.language.split('-');
    Document {
        kind: words.say("annual-report").to_owned(),
        archive: config.title.clone(),
        title: title.title.clone(),
        short: title.title.clone(),
        language: languages.next().unwrap_or("en").to_owned(),
        region: languages.next().filter(|part| part.len() == 2).map(str::to_owned),
        standing: Some(title.standing(words)),
        draft: !title.is_final,
        number: number(words, &record.id, title.edition),
        date: title.date.map(|date| words.date(date)),
        stamp: stamp(date),
        authors: title.editors.iter().map(|editor| editor.name.clone()).collect(),
        lede: record.summary.as_deref().map_or_else(Vec::new, |summary| {
            pen.line(&crate::compose::report::prose_line(edition, record, summary))
        }),
        facts: facts(pen),
        cite: pen.line(&title.cite),
        audience: edition.audience().as_str(),
        notice: notice(edition.audience(), words),
        words: Said::of(words),
        long: true,
        template: "report.typ",
        blocks: Vec::new(),
    }
}

/// By what a report is known.
fn number(words: &Words, id: &RecordId, edition: u32) -> String {
    words.fill("title-edition-n", args![title = id.as_str(), number = edition])
}

/// A title with the day that it is of.
fn dated(words: &Words, title: &str, as_of: civil::Date) -> String {
    words.fill("report-titled-as-at", args![title = title, date = words.date(Date::from_day(as_of))])
}

/// What every page of a document says that is not for everybody.
pub(super) fn notice(audience: Audience, words: &Words) -> Option<String> {
    (audience == Audience::Members).then(|| words.say("paper-members-only").to_owned())
}

/// The first day that a date may mean.
pub(super) fn stamp(date: Date) -> Stamp {
    let day = date.earliest();
    Stamp { year: day.year().max(1), month: day.month(), day: day.day() }
}

fn facts(pen: &Pen) -> Vec<Fact> {
    let (report, title) = (pen.report, &pen.report.title);
    let config = pen.site.edition.config();
    let mut facts = Vec::new();
    let says = pen.words();
    let mut add = |key: &str, values: Vec<Vec<Inline>>| {
        if !values.is_empty() {
            facts.push(Fact { label: says.say(key).to_owned(), values });
        }
    };
    let words = |words: &str| vec![Inline::text(words)];
    add("field-period", title.period.iter().map(|period| words(&says.interval(*period))).collect());
    add("as-at", vec![words(&says.date(Date::from_day(report.as_of)))]);
    let editors = title.editors.iter().map(|editor| {
        let mut line = words(&editor.name);
        if let Some(affiliation) = &editor.affiliation {
            line.push(Inline::text(format!(", {affiliation}")));
        }
        if let Some(orcid) = &editor.orcid {
            let inner = words(&format!("ORCID {orcid}"));
            line.extend([
                Inline::text(", "),
                Inline::Web { to: format!("https://orcid.org/{orcid}"), inner },
            ]);
        }
        line
    });
    add(if title.editors.len() == 1 { "report-editor" } else { "field-editors" }, editors.collect());
    add("field-commissioned_by", title.commissioned_by.iter().map(|by| words(by)).collect());
    add("field-independence", title.independence.iter().map(|how| words(how)).collect());
    let before = title.previous.iter().filter_map(|to| {
        let record = pen.site.edition.get(&to.id)?;
        Some(match pen.address(to) {
            Some(to) => vec![Inline::Web { to, inner: words(&record.title) }],
            None => words(&record.title),
        })
    });
    add("field-previous", before.collect());
    add("report-publisher", config.publisher.iter().map(|publisher| words(publisher)).collect());
    let licence = config.licence.as_deref().map(|spdx| {
        let licence = license(spdx);
        match licence.href {
            Some(to) => vec![Inline::Web { to, inner: words(&licence.name) }],
            None => words(&licence.name),
        }
    });
    add("report-licence", licence.into_iter().collect());
    let id = &pen.site.edition.record(report.record).id;
    add("report-document-number", vec![words(&number(says, id, title.edition))]);
    facts
}

impl Pen<'_> {
    fn chapter(&self, chapter: &Chapter, blocks: &mut Vec<Block>) {
        let counted = self.site.edition.config().report.paragraphs == Paragraphs::ByChapter;
        let words =
            if counted { format!("{} {}", chapter.number, chapter.title) } else { chapter.title.clone() };
        blocks.push(heading(1, &chapter.id, words, None));
        let mut voice = Voice::Records;
        chapter.blocks.iter().for_each(|block| self.block(block, 2, &mut voice, blocks));
    }

    /// Blocks that belong to a paragraph or stand in a note.
    pub(super) fn blocks(&self, blocks: &[tree::Block]) -> Vec<Block> {
        let mut made = Vec::new();
        blocks.iter().for_each(|block| self.block(block, 6, &mut Voice::Records, &mut made));
        made
    }

    fn block(&self, block: &tree::Block, level: u8, voice: &mut Voice, blocks: &mut Vec<Block>) {
        let made = match block {
            tree::Block::Section(section) => return self.section(section, level, voice, blocks),
            tree::Block::Paragraph(paragraph) => {
                speaks(self.words(), paragraph.voice, voice, blocks);
                blocks.push(self.paragraph(paragraph));
                return blocks.extend(self.blocks(&paragraph.more));
            }
            tree::Block::Plain(words) => {
                Block::Paragraph(Paragraph { words: self.line(words), ..Paragraph::default() })
            }
            tree::Block::List(start, items) => {
                Block::List { start: *start, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
            tree::Block::Quote(inner) => Block::Quote { blocks: self.blocks(inner) },
            tree::Block::Verbatim(words) => Block::Verbatim { words: words.trim_end().to_owned() },
            tree::Block::Table(table) => Block::Table(self.table(table)),
            tree::Block::Figure(figure) => Block::Bars(bars(self.words(), figure)),
            tree::Block::Chart(chart) => Block::Chart(self.chart(chart)),
            tree::Block::Issue(entry) => return self.issue(entry, level, blocks),
            tree::Block::Terms(terms) => Block::Terms {
                terms: terms
                    .iter()
                    .map(|(term, words)| Term { term: term.clone(), words: self.line(words) })
                    .collect(),
            },
            tree::Block::References(references) => {
                Block::References { works: references.iter().map(|work| self.work(work)).collect() }
            }
            tree::Block::Withheld(reason, n) => Block::Withheld {
                words: self.words().fill(
                    "withheld-here",
                    args![count = count(self.words(), "report-n-passages", *n), reason = reason],
                ),
            },
            // Notes stand at the foot of the page that names them.
            tree::Block::Note(..) => return,
        };
        blocks.push(made);
    }

    fn section(&self, section: &Section, level: u8, voice: &mut Voice, blocks: &mut Vec<Block>) {
        if let Some(opening) = opening(&section.blocks) {
            speaks(self.words(), opening, voice, blocks);
        }
        let mark = section.heading.map(|(heading, _)| heading.as_str());
        blocks.push(heading(level.min(6), &section.id, section.title.clone(), mark));
        section.blocks.iter().for_each(|block| self.block(block, level + 1, voice, blocks));
    }

    /// A numbered paragraph.
    pub(super) fn paragraph(&self, paragraph: &tree::Paragraph) -> Block {
        Block::Paragraph(Paragraph {
            number: Some(paragraph.number.to_string()),
            id: Some(paragraph.id.clone()),
            tag: Some(Tag::new(&paragraph.id, paragraph.source.clone())),
            words: self.line(&paragraph.content),
        })
    }

    /// A chart: the drawing of the page, on paper as wide as it is, and its numbers.
    fn chart(&self, chart: &chart::Chart) -> Chart {
        let table = self.table(&chart.table);
        // The numbers of a chart are a table without a name: its rows have that of the chart.
        let row_tags = row_tags(&chart.id, &chart.table);
        Chart {
            number: chart.number,
            id: Some(chart.id.clone()),
            caption: dated(self.words(), &chart.title, chart.as_of),
            alt: chart.description.clone(),
            svg: svg(chart, Sheet::Paper(SHEET)),
            // Numbers are narrow: a page has room for more columns of them than of words.
            table: Table {
                number: None,
                id: None,
                // On the next page it would else stand without a word of what it is.
                caption: self.words().fill("figure-as-table", args![number = chart.number]),
                tag: None,
                turned: false,
                row_tags,
                ..table
            },
            tag: Some(Tag::new(&chart.id, None)),
        }
    }

    fn work(&self, work: &tree::Reference) -> Work {
        let mut words = self.line(&work.words);
        if !work.passages.is_empty() {
            words.push(Inline::text(" "));
            for place in self.words().places("cited-at", &[]) {
                match place {
                    Place::Words(said) => words.push(Inline::text(said)),
                    Place::Of(_) => words.extend(self.line(&work.passages)),
                }
            }
        }
        if let Some(to) = work.record.as_ref().and_then(|record| self.address(&Ref::to(record.id.clone())))
            && !words.iter().any(|piece| matches!(piece, Inline::Web { .. }))
        {
            words.extend([Inline::text(" "), Inline::Web { inner: vec![Inline::text(to.clone())], to }]);
        }
        Work { id: Some(work.id.clone()), words }
    }
}

fn heading(level: u8, id: &str, words: String, mark: Option<&'static str>) -> Block {
    let tag = Some(Tag::new(id, None));
    Block::Heading(Heading { level, id: Some(id.to_owned()), words, link: None, mark, listed: true, tag })
}

/// Tells who speaks from here on, where that is another than before.
fn speaks(words: &Words, now: Voice, before: &mut Voice, blocks: &mut Vec<Block>) {
    if now != *before {
        *before = now;
        blocks.push(Block::Voice { voice: now.as_str(), words: speaker(words, now).to_owned() });
    }
}

/// Who speaks first in these blocks; an issue is always told from the records.
fn opening(blocks: &[tree::Block]) -> Option<Voice> {
    match blocks.first()? {
        tree::Block::Paragraph(paragraph) => Some(paragraph.voice),
        tree::Block::Section(section) => opening(&section.blocks),
        tree::Block::Issue(_) => Some(Voice::Records),
        _ => None,
    }
}

fn bars(words: &Words, figure: &tree::Figure) -> Bars {
    let statuses: Vec<Status> = standing::Heading::ALL
        .iter()
        .map(|heading| Status {
            mark: heading.as_str(),
            words: capital(words.named("heading", heading.as_str())),
        })
        .collect();
    let bars: Vec<Bar> = figure
        .bars
        .iter()
        .chain([&figure.total])
        .map(|bar| Bar { label: bar.label.clone(), counts: bar.counts.to_vec(), total: bar.total() })
        .collect();
    let number = |label: String| Column { label, numbers: true, share: 14 };
    let mut columns = vec![Column { label: words.say("topic").to_owned(), numbers: false, share: 34 }];
    columns.extend(statuses.iter().map(|status| number(status.words.clone())));
    columns.push(number(words.say("report-all").to_owned()));
    let row = |bar: &Bar| {
        let counts = bar.counts.iter().chain([&bar.total]).map(|count| vec![Inline::text(count.to_string())]);
        [vec![Inline::text(bar.label.clone())]].into_iter().chain(counts).collect()
    };
    let table = Table {
        number: None,
        id: None,
        caption: words.fill("figure-as-table", args![number = figure.number]),
        turned: false,
        columns,
        rows: bars.iter().map(row).collect(),
        tag: None,
        row_tags: Vec::new(),
    };
    Bars {
        table,
        number: figure.number,
        id: Some(figure.id.clone()),
        caption: dated(words, &figure.title, figure.as_of),
        alt: figure.description.clone(),
        statuses,
        bars,
        tag: Some(Tag::new(&figure.id, None)),
    }
}
