//! What the template `report.html` sees of a report.
//!
//! In: a compiled report. Out: `ReportView`: the title block, the contents, and a stream of pieces
//! in the order of the document, sections opened and closed, so that a template needs no recursion.
//! Lines are markup already; everything larger is the template's.

use serde::Serialize;

use crate::compose::Site;
use crate::compose::address::edition_page;
use crate::compose::report::gone::{self, Gone};
use crate::compose::report::title::TitleBlock;
use crate::compose::report::tree::{Block, Chapter, Inline, Part, Section, Target, Voice};
use crate::compose::report::words::ordinal;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::record::Record;

use super::super::cite::{self, CiteView};
use super::super::html::{Html, capital, english_time, escaped, link};
use super::line::Pen;
use super::pieces::{self, Piece};

/// A report as its template sees it.
#[derive(Debug, Serialize)]
pub struct ReportView {
    title: String,
    /// What kind of thing it is, its edition and its date.
    kind: Html,
    lede: Option<Html>,
    facts: Vec<Fact>,
    contents: Vec<Item>,
    pieces: Vec<Piece>,
    notes: Vec<Note>,
    /// Paragraphs of earlier editions that this one has not, so that their addresses lead on.
    gone: Vec<GoneView>,
    cite: Option<CiteView>,
    /// How a text cites one paragraph, by the number of one.
    cite_paragraph: Option<Html>,
}

/// A paragraph of an earlier edition.
#[derive(Debug, Serialize)]
pub(crate) struct GoneView {
    anchors: Vec<String>,
    words: Html,
}

/// A fact of the title block.
#[derive(Debug, Serialize)]
struct Fact {
    label: &'static str,
    values: Vec<Html>,
}

/// An entry of the contents.
#[derive(Debug, Serialize)]
struct Item {
    anchor: String,
    words: String,
    under: Vec<Item>,
}

/// A note of a narrative.
#[derive(Debug, Serialize)]
struct Note {
    number: u32,
    words: Html,
}

/// A report of the site for its template, by its index; `pdf` is the way to its PDF and its words, if it has one.
pub fn html_view(site: &Site, index: usize, pdf: Option<(String, String)>) -> ReportView {
    let pen = Pen::new(site, index);
    let report = pen.report;
    let record = site.edition.record(report.record);
    let mut pieces = Vec::new();
    let mut notes = Vec::new();
    for chapter in &report.chapters {
        pieces::chapter(pen, chapter, &mut pieces);
        gather(pen, &chapter.blocks, &mut notes);
    }
    ReportView {
        title: report.title.title.clone(),
        kind: kind(&report.title, report.as_of),
        lede: record.summary.as_deref().map(|summary| lede(pen, record, summary)),
        facts: facts(pen, pdf),
        contents: report.chapters.iter().map(item).collect(),
        pieces,
        notes,
        gone: gone(pen),
        cite: None,
        cite_paragraph: None,
    }
}

fn gone(pen: Pen) -> Vec<GoneView> {
    let id = &pen.site.edition.record(pen.report.record).id;
    let Some(lock) = pen.site.edition.lock_of(id) else { return Vec::new() };
    let mut taken = pen.report.anchors.clone();
    taken.extend(pen.report.paragraphs().iter().map(|one| format!("p-{}", one.number)));
    let gone = gone::gone(lock, pen.report.title.edition, taken);
    gone.into_iter().map(|one| GoneView::of(one, |edition| pen.way(&edition_page(id, edition)))).collect()
}

impl GoneView {
    /// A paragraph that is gone, with the way to the page of its edition.
    pub(crate) fn of(gone: Gone, page: impl Fn(u32) -> String) -> Self {
        let Gone { anchors, number, edition } = gone;
        let href = format!("{}#p-{number}", page(edition));
        let place = format!("paragraph {number} of edition {edition}");
        GoneView { anchors, words: Html::new(&format!("See {}", link(&href, &place))) }
    }
}

impl ReportView {
    /// The same with how to cite it and its paragraphs.
    pub(crate) fn citing(mut self, site: &Site, index: usize) -> Self {
        let report = &site.reports()[index];
        let citation = &report.title.citation;
        self.cite = Some(CiteView::new(&citation.key, &citation.whole));
        let first = report.paragraphs().first().map(|one| one.number.to_string());
        self.cite_paragraph = first.map(|number| cite::words(&citation.in_text(&number)));
        self
    }
}

fn kind(title: &TitleBlock, as_of: jiff::civil::Date) -> Html {
    let mut words = format!("Annual report · {} edition · ", ordinal(title.edition));
    words.push_str(if title.is_final { "final" } else { "draft" });
    if let Some(date) = title.date {
        words.push_str(&format!(" of {}", english_time(date)));
    }
    if title.date != Some(Date::from_day(as_of)) {
        words.push_str(&format!(" · as at {}", english_time(Date::from_day(as_of))));
    }
    Html::new(&words)
}

fn lede(pen: Pen, record: &Record, summary: &str) -> Html {
    pen.html(&crate::compose::report::prose_line(pen.site.edition, record, summary))
}

fn facts(pen: Pen, pdf: Option<(String, String)>) -> Vec<Fact> {
    let title = &pen.report.title;
    let mut facts = Vec::new();
    let mut add = |label, values: Vec<Html>| {
        if !values.is_empty() {
            facts.push(Fact { label, values });
        }
    };
    add("Period", title.period.iter().map(|period| Html::text(&period.in_words())).collect());
    let editors = title.editors.iter().map(|editor| {
        let mut words = escaped(&editor.name);
        if let Some(affiliation) = &editor.affiliation {
            words.push_str(&format!(", {}", escaped(affiliation)));
        }
        if let Some(orcid) = &editor.orcid {
            let address = format!("https://orcid.org/{orcid}");
            words.push_str(&format!(", {}", link(&address, &format!("ORCID {orcid}"))));
        }
        Html::new(&words)
    });
    add(if title.editors.len() == 1 { "Editor" } else { "Editors" }, editors.collect());
    add("Commissioned by", title.commissioned_by.iter().map(|words| Html::text(words)).collect());
    add("Independence", title.independence.iter().map(|words| Html::text(words)).collect());
    let before = title.previous.as_ref().and_then(|to| {
        let record = pen.site.edition.get(&to.id)?;
        Some(Html::new(&link(&pen.href(to)?, &record.title)))
    });
    add("Report before", before.into_iter().collect());
    add("Editions", editions(pen));
    let pdf = pdf.map(|(href, words)| link(&href, &words));
    let forms = pdf.into_iter().chain([link("report.json", "The same as data (JSON)")]);
    add("Other forms", forms.map(|form| Html::new(&form)).collect());
    add("Cite as", vec![pen.html(&title.cite)]);
    facts
}

/// The frozen editions, each at the address where it stays.
fn editions(pen: Pen) -> Vec<Html> {
    let id = &pen.site.edition.record(pen.report.record).id;
    let frozen = pen.site.edition.lock_of(id).into_iter().flat_map(|lock| &lock.editions);
    let one = frozen.map(|frozen| {
        let href = pen.way(&edition_page(id, frozen.edition));
        let words = link(&href, &format!("Edition {}", frozen.edition));
        Html::new(&format!("{words}, frozen on {}", english_time(Date::from_day(frozen.frozen_on))))
    });
    one.collect()
}

fn item(chapter: &Chapter) -> Item {
    let under = chapter.blocks.iter().filter_map(|block| match block {
        Block::Section(section) => {
            Some(Item { anchor: section.id.clone(), words: short(section), under: Vec::new() })
        }
        _ => None,
    });
    Item {
        anchor: chapter.id.clone(),
        words: match chapter.part {
            Part::Changes => "What changed".to_owned(),
            _ => chapter.title.clone(),
        },
        under: under.collect(),
    }
}

/// A section in the contents: `Outstanding (3)`.
fn short(section: &Section) -> String {
    match section.heading {
        Some((heading, n)) => format!("{} ({n})", capital(&heading.as_str().replace('-', " "))),
        None => section.title.clone(),
    }
}

fn gather(pen: Pen, blocks: &[Block], notes: &mut Vec<Note>) {
    for block in blocks {
        match block {
            Block::Note(number, blocks) => {
                let back = format!(
                    " <a href=\"#_note-{number}-from\" aria-label=\"Back to note {number} in the text\">↩</a>"
                );
                let words = pen.blocks(blocks);
                let words = match words.strip_suffix("</p>") {
                    Some(open) => format!("{open}{back}</p>"),
                    None => format!("{words}{back}"),
                };
                notes.push(Note { number: *number, words: Html::new(&words) });
            }
            Block::Section(section) => gather(pen, &section.blocks, notes),
            _ => {}
        }
    }
}

impl Pen<'_> {
    /// A link to a record or a part of it, by its short name.
    pub(super) fn link(self, to: &Ref) -> Inline {
        let words = crate::compose::report::name::of(self.site.edition, to);
        Inline::Link(vec![Inline::Text(words)], Target::Record(to.clone()))
    }
}

/// Who speaks, as a line above what is said.
pub(crate) fn speaker(voice: Voice) -> &'static str {
    match voice {
        Voice::Records => "Compiled from the records",
        Voice::Editors => "Written by the editors",
        Voice::Matrix => "From the progress matrix",
    }
}
