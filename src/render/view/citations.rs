//! The page that says how each paragraph of a report is cited.
//!
//! In: the citations of a report or of a frozen edition, and where its page is. Out: the page by the
//! template `citations.html`: in words, BibTeX, RIS and CSL-JSON for each paragraph.

use serde::Serialize;

use super::super::cite::{self, CiteView};
use super::super::html::{Html, escaped, link};
use super::super::marked::in_language;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::super::report::{Citations, FILES};
use super::edition::signed;
use crate::compose::report::said::Said;
use crate::model::id::RecordId;
use crate::model::lock::Frozen;
use crate::model::words::args;

#[derive(Serialize)]
struct View {
    title: String,
    standing: String,
    report: Html,
    cite: CiteView,
    files: Vec<Html>,
    lasting: bool,
    /// The language of what was frozen, where it is not the page's.
    signed: Option<String>,
    paragraphs: Vec<Paragraph>,
}

#[derive(Serialize)]
struct Paragraph {
    number: String,
    about: Html,
    /// How a text cites it.
    in_text: Html,
    cite: CiteView,
}

/// The first words of a paragraph, marked where they are in another language.
fn about(pieces: &[Said]) -> Html {
    let markup: String = pieces
        .iter()
        .map(|Said { lang, words }| match lang {
            Some(lang) => in_language(lang, &escaped(words)),
            None => escaped(words),
        })
        .collect();
    Html::new(&markup)
}

/// The page, beside that of the report.
pub(crate) fn page(
    press: &Press,
    place: Place,
    id: &RecordId,
    citations: &Citations,
    frozen: Option<&Frozen>,
) -> anyhow::Result<String> {
    let Citations { report, paragraphs } = citations;
    let title = &report.whole.title;
    let standing = report.whole.note.as_deref().unwrap_or_default();
    let view = View {
        title: press.words().fill("how-to-cite-title", args![title = title]),
        standing: standing.to_owned(),
        report: Html::new(&link("index.html", title)),
        cite: CiteView::new(&report.key, &report.whole),
        files: FILES.iter().map(|(words, name)| Html::new(&link(name, words))).collect(),
        lasting: report.lasting,
        signed: frozen.and_then(|frozen| signed(press, frozen)),
        paragraphs: paragraphs
            .iter()
            .map(|one| Paragraph {
                number: one.number.clone(),
                about: about(&one.about),
                in_text: cite::among(press.words(), &one.citation.in_text),
                cite: CiteView::new(&one.citation.key, &one.citation.formats),
            })
            .collect(),
    };
    let description = press.words().fill("citations-describe", args![standing = standing]);
    let label = press.edition().schema().label("reports");
    let sheet = Sheet {
        title: &view.title,
        description: Some(&description),
        section: "reports",
        crumbs: &[
            (&*label, "reports/index.html".to_owned()),
            (title.as_str(), format!("reports/{}/index.html", id.slug())),
        ],
        of: None,
    };
    press.print(place, &sheet, "citations.html", &view)
}
