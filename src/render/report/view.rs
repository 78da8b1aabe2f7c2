//! What the template `report.html` sees of a report.
//!
//! In: a compiled report. Out: `ReportView`: the title block, the contents, and a stream of pieces
//! in the order of the document, sections opened and closed, so that a template needs no recursion.
//! Lines are markup already; everything larger is the template's.

use serde::Serialize;

use crate::compose::Site;
use crate::compose::address::edition_page;
use crate::compose::report::gone::{self, Gone};
use crate::compose::report::name;
use crate::compose::report::title::TitleBlock;
use crate::compose::report::tree::{Block, Chapter, Inline, Part, Section, Target, Voice, is_matrix};
use crate::compose::report::words::edition as edition_of;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::record::Record;
use crate::model::words::{Words, args};

use super::super::cite::{self, CiteView};
use super::super::html::{Html, capital, escaped, link, time};
use super::line::Pen;
use super::pieces::{self, Piece};

/// A report as its template sees it.
#[derive(Debug, Serialize)]
pub struct ReportView {
    title: Html,
    /// What kind of thing it is, its edition and its date.
    kind: Html,
    lede: Option<Html>,
    /// What is said of the language of its editors, where it is not the page's.
    told: Option<Html>,
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
    label: String,
    values: Vec<Html>,
}

/// An entry of the contents.
#[derive(Debug, Serialize)]
struct Item {
    anchor: String,
    words: Html,
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
        title: pen.html(&pen.of_report(&report.title.title)),
        kind: kind(pen.words(), &report.title, report.as_of),
        lede: record.summary.as_deref().map(|summary| lede(pen, record, summary)),
        told: told(pen),
        facts: facts(pen, pdf),
        contents: report.chapters.iter().map(|chapter| item(pen.words(), chapter)).collect(),
        pieces,
        notes,
        gone: gone(pen),
        cite: None,
        cite_paragraph: None,
    }
}

/// That its editors wrote another language.
fn told(pen: Pen) -> Option<Html> {
    let record = pen.site.edition.record(pen.report.record);
    let language = name::language(pen.site.edition, record, &record.title)?;
    Some(Html::new(
        &pen.words().markup("report-editors-write", args![language = named(pen.words(), &language)]),
    ))
}

/// The name of a language as markup: in the words of the page, and in itself where they have none for it.
pub(crate) fn named(words: &Words, language: &str) -> String {
    if let Some(name) = words.find("language-called", language) {
        return escaped(name);
    }
    let name = words.find("language", language).unwrap_or(language);
    format!("<span lang=\"{}\">{}</span>", escaped(language), escaped(name))
}

fn gone(pen: Pen) -> Vec<GoneView> {
    let id = &pen.site.edition.record(pen.report.record).id;
    let Some(lock) = pen.site.edition.lock_of(id) else { return Vec::new() };
    let mut taken = pen.report.anchors.clone();
    taken.extend(pen.report.paragraphs().iter().map(|one| format!("p-{}", one.number)));
    let gone = gone::gone(lock, pen.report.title.edition, taken);
    gone.into_iter()
        .map(|one| GoneView::of(pen.words(), one, |edition| pen.way(&edition_page(id, edition))))
        .collect()
}

impl GoneView {
    /// A paragraph that is gone, with the way to the page of its edition.
    pub(crate) fn of(words: &Words, gone: Gone, page: impl Fn(u32) -> String) -> Self {
        let Gone { anchors, number, edition } = gone;
        let href = format!("{}#p-{number}", page(edition));
        let words = words.markup("report-see-gone", args![number = number, edition = edition, place = href]);
        GoneView { anchors, words: Html::new(&words) }
    }
}

impl ReportView {
    /// The same with how to cite it and its paragraphs.
    pub(crate) fn citing(mut self, site: &Site, index: usize) -> Self {
        let report = &site.reports()[index];
        let citation = &report.title.citation;
        self.cite = Some(CiteView::new(&citation.key, &citation.whole));
        let first = report.paragraphs().first().map(|one| one.number.to_string());
        self.cite_paragraph =
            first.map(|number| cite::among(site.edition.words(), &citation.in_text(&number)));
        self
    }
}

fn kind(words: &Words, title: &TitleBlock, as_of: jiff::civil::Date) -> Html {
    let edition = edition_of(words, title.edition, true);
    let standing = words.say(if title.is_final { "final" } else { "draft" });
    let standing = match title.date {
        Some(date) => {
            words.markup("report-standing-of", args![standing = standing, date = time(words, date)])
        }
        None => standing.to_owned(),
    };
    let mut kind = words.markup("report-kind", args![edition = edition, standing = standing]);
    if title.date != Some(Date::from_day(as_of)) {
        kind.push_str(" · ");
        kind.push_str(&words.markup("report-as-at", args![date = time(words, Date::from_day(as_of))]));
    }
    Html::new(&kind)
}

fn lede(pen: Pen, record: &Record, summary: &str) -> Html {
    pen.html(&crate::compose::report::prose_line(pen.site.edition, record, summary))
}

fn facts(pen: Pen, pdf: Option<(String, String)>) -> Vec<Fact> {
    let title = &pen.report.title;
    let mut facts = Vec::new();
    let words = pen.words();
    let mut add = |key: &str, values: Vec<Html>| {
        if !values.is_empty() {
            facts.push(Fact { label: words.say(key).to_owned(), values });
        }
    };
    add("field-period", title.period.iter().map(|period| Html::text(&words.interval(*period))).collect());
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
    add(if title.editors.len() == 1 { "report-editor" } else { "field-editors" }, editors.collect());
    let own = |words: &String| pen.html(&pen.of_report(words));
    add("field-commissioned_by", title.commissioned_by.iter().map(own).collect());
    add("field-independence", title.independence.iter().map(own).collect());
    let before = title.previous.as_ref().and_then(|to| {
        let record = pen.site.edition.get(&to.id)?;
        pen.href(to)?;
        Some(pen.html(&[Inline::Link(name::title(pen.site.edition, record), Target::Record(to.clone()))]))
    });
    add("field-previous", before.into_iter().collect());
    add("report-editions", editions(pen));
    let pdf = pdf.map(|(href, words)| link(&href, &words));
    let forms = pdf.into_iter().chain([link("report.json", words.say("same-as-data"))]);
    add("report-other-forms", forms.map(|form| Html::new(&form)).collect());
    add("report-cite-as", vec![pen.html(&title.cite)]);
    facts
}

/// The frozen editions, each at the address where it stays.
fn editions(pen: Pen) -> Vec<Html> {
    let id = &pen.site.edition.record(pen.report.record).id;
    let frozen = pen.site.edition.lock_of(id).into_iter().flat_map(|lock| &lock.editions);
    let one = frozen.map(|frozen| {
        let href = pen.way(&edition_page(id, frozen.edition));
        let date = time(pen.words(), Date::from_day(frozen.frozen_on));
        let args = args![number = frozen.edition, edition = href, date = date];
        Html::new(&pen.words().markup("report-edition-frozen", args))
    });
    one.collect()
}

/// A chapter in the contents, with its sections; but for what the matrix says, which every chapter of a topic has in
/// the same place and under the same name.
fn item(words: &Words, chapter: &Chapter) -> Item {
    let under = chapter.blocks.iter().filter_map(|block| match block {
        Block::Section(section) if !is_matrix(&section.id) => {
            Some(Item { anchor: section.id.clone(), words: short(words, section), under: Vec::new() })
        }
        _ => None,
    });
    Item {
        anchor: chapter.id.clone(),
        words: match chapter.part {
            Part::Changes => Html::text(words.say("what-changed")),
            _ => marked(chapter.lang.as_deref(), &chapter.title),
        },
        under: under.collect(),
    }
}

/// A section in the contents: `Outstanding (3)`.
fn short(words: &Words, section: &Section) -> Html {
    match section.heading {
        Some((heading, n)) => {
            Html::text(&format!("{} ({n})", capital(words.named("heading", heading.as_str()))))
        }
        None => marked(section.lang.as_deref(), &section.title),
    }
}

/// A title, marked where it is in another language than the report.
fn marked(lang: Option<&str>, title: &str) -> Html {
    match lang {
        Some(lang) => Html::new(&format!("<span lang=\"{}\">{}</span>", escaped(lang), escaped(title))),
        None => Html::text(title),
    }
}

fn gather(pen: Pen, blocks: &[Block], notes: &mut Vec<Note>) {
    for block in blocks {
        match block {
            Block::Note(number, blocks) => {
                let label = escaped(&pen.words().fill("back-to-note", args![number = *number]));
                let back = format!(" <a href=\"#_note-{number}-from\" aria-label=\"{label}\">↩</a>");
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
        Inline::Link(name::line(self.site.edition, to), Target::Record(to.clone()))
    }

    /// Words that the editors wrote of the report.
    fn of_report(self, words: &str) -> Vec<Inline> {
        let record = self.site.edition.record(self.report.record);
        name::spoken(self.site.edition, record, words, vec![Inline::Text(words.to_owned())])
    }

    /// A caption with its number.
    pub(super) fn captioned(self, key: &str, number: u32, caption: &str) -> String {
        self.words().fill(key, args![number = number, caption = caption])
    }
}

/// Who speaks, as a line above what is said.
pub(crate) fn speaker(words: &Words, voice: Voice) -> &str {
    words.named("report-voice", voice.as_str())
}
