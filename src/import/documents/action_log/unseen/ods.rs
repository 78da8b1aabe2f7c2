//! What of a spreadsheet of OpenDocument is not seen as it stands.
//!
//! In: its parts. Out: the same as of a workbook of Excel. Heads and feet belong to styles of pages, which
//! sheets share: each sheet has them all.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::docx::xml::Element;
use super::super::super::package::Package;
use super::{FOOT, HEAD, Unseen, each, margin, number, value};

/// What is not seen of the sheets, by their names.
pub(in super::super) fn of_open_document(package: &mut Package<'_>) -> BTreeMap<String, Unseen> {
    let mut part = |name: &str| package.part(name).ok().flatten().unwrap_or_default();
    let (content, styles) = (part("content.xml"), part("styles.xml"));
    let margins = margins(&styles);
    let mut reader = Reader::default();
    each(&content, |element, _| match element {
        Element::Open(name, attributes) => reader.open(name, attributes),
        Element::Close(name) => reader.close(name),
        Element::Text(_) => {}
    });
    for unseen in reader.sheets.values_mut() {
        unseen.margins.clone_from(&margins);
    }
    reader.sheets
}

fn margins(styles: &str) -> Vec<(&'static str, String)> {
    let (mut place, mut text, mut unseen) = (None, String::new(), Unseen::default());
    each(styles, |element, _| match element {
        Element::Open(name, _) => match name.as_str() {
            "header" | "header-first" | "header-left" => place = Some(HEAD),
            "footer" | "footer-first" | "footer-left" => place = Some(FOOT),
            "p" => text.clear(),
            _ => {}
        },
        Element::Text(words) if place.is_some() => text.push_str(words),
        Element::Text(_) => {}
        Element::Close(name) => match (name.as_str(), place) {
            ("p", Some(place)) => margin(&mut unseen, place, &text),
            (name, _) if name.starts_with("header") || name.starts_with("footer") => place = None,
            _ => {}
        },
    });
    // Every new document has the name of its sheet and the number of the page there.
    unseen.margins.retain(|(_, text)| !matches!(&**text, "???" | "Page 1" | "Page 1 / 99"));
    unseen.margins
}

#[derive(Default)]
struct Reader {
    sheets: BTreeMap<String, Unseen>,
    sheet: String,
    /// Styles of cells with a line through their words.
    struck: BTreeSet<String>,
    style: String,
    /// The first row of the element that is open, and the row after its last.
    rows: (usize, usize),
    /// The first column of the cell that is open, and the column after its last.
    columns: (usize, usize),
    is_struck: bool,
}

impl Reader {
    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let hidden = value(attributes, "visibility").is_some_and(|how| how != "visible");
        let style = value(attributes, "style-name");
        match name {
            "style" => self.style = value(attributes, "name").unwrap_or_default().to_owned(),
            "text-properties" => {
                let lines = ["text-line-through-style", "text-line-through-type"];
                if lines.iter().any(|line| value(attributes, line).is_some_and(|line| line != "none")) {
                    self.struck.insert(self.style.clone());
                }
            }
            "table" => {
                self.sheet = value(attributes, "name").unwrap_or_default().to_owned();
                (self.rows, self.columns) = ((1, 1), (0, 0));
                self.sheets.entry(self.sheet.clone()).or_default();
            }
            "table-column" => {
                let first = self.columns.1;
                let after = first + number(attributes, "number-columns-repeated").unwrap_or(1);
                self.columns = (first, after);
                self.note(hidden, |unseen| unseen.columns.push((first, after.saturating_sub(1))));
            }
            "table-row" => {
                let first = self.rows.1;
                let after = first + number(attributes, "number-rows-repeated").unwrap_or(1);
                (self.rows, self.columns) = ((first, after), (0, 0));
                self.note(hidden, |unseen| unseen.rows.push((first, after.saturating_sub(1))));
            }
            "table-cell" | "covered-table-cell" => {
                let first = self.columns.1;
                self.columns = (first, first + number(attributes, "number-columns-repeated").unwrap_or(1));
                self.is_struck = style.is_some_and(|style| self.struck.contains(style));
            }
            "p" | "span" => {
                let at = (self.rows.0, self.columns.0);
                let is_struck = self.is_struck || style.is_some_and(|style| self.struck.contains(style));
                self.note(is_struck, |unseen| {
                    let row = unseen.struck.entry(at.0).or_default();
                    if row.last() != Some(&at.1) {
                        row.push(at.1);
                    }
                });
            }
            "annotation" => {
                let at = (self.rows.0, self.columns.0);
                self.note(true, |unseen| unseen.comments.push(at));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "table-cell" {
            self.is_struck = false;
        }
    }

    fn note(&mut self, is_so: bool, note: impl FnOnce(&mut Unseen)) {
        if let Some(unseen) = self.sheets.get_mut(&self.sheet).filter(|_| is_so) {
            note(unseen);
        }
    }
}
