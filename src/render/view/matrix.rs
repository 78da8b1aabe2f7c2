//! The progress matrix: one column a topic, one row an attribute.

use serde::Serialize;

use super::super::html::{Html, dated, escaped, link};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::matrix::{ATTRIBUTE_KEYS, Cell, Matrix, Part};

#[derive(Debug, Serialize)]
struct View {
    topics: Vec<Topic>,
    count: String,
    rows: Vec<Row>,
    as_at: Html,
    csv: String,
}

#[derive(Debug, Serialize)]
struct Topic {
    title: Html,
    href: String,
}

#[derive(Debug, Serialize)]
struct Row {
    label: String,
    derived: bool,
    cells: Vec<Shown>,
}

#[derive(Debug, Serialize)]
struct Shown {
    topic: String,
    label: String,
    html: Option<Html>,
}

/// The page of the matrix.
pub(crate) fn page(press: &Press, place: Place, matrix: &Matrix) -> anyhow::Result<String> {
    let rows = ATTRIBUTE_KEYS.iter().enumerate().map(|(n, key)| Row {
        label: press.words().named("matrix", key).to_owned(),
        derived: matrix.columns.iter().any(|column| column.cells.get(n).is_some_and(|cell| cell.derived)),
        cells: matrix
            .columns
            .iter()
            .map(|column| Shown {
                topic: press.record(column.topic).id.slug().to_owned(),
                label: column.title.clone(),
                html: column.cells.get(n).and_then(|parts| cell(press, place, column.topic, parts)),
            })
            .collect(),
    });
    let view = View {
        topics: matrix
            .columns
            .iter()
            .map(|column| Topic {
                title: press.inline_plain(column.topic, &column.title),
                href: press.href(place, column.topic),
            })
            .collect(),
        count: super::super::html::capital(&count(press.words(), matrix.columns.len(), "n-topic")),
        rows: rows.collect(),
        as_at: press.today(),
        csv: press.shared(place, "data/progress.csv"),
    };
    let sheet = Sheet {
        title: press.words().say("progress-by-topic"),
        description: Some(press.words().say("progress-describe")),
        section: "progress",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "matrix.html", &view)
}

/// What stands in a cell; `None` where nothing is recorded. Numbers stand in a row, anything else
/// of which there is more than one in a list.
pub(super) fn cell(press: &Press, place: Place, topic: usize, cell: &Cell) -> Option<Html> {
    let parts: Vec<String> = cell.parts.iter().map(|part| markup(press, place, topic, part)).collect();
    let markup = match (&*parts, cell.parts.first()) {
        ([], _) => return None,
        ([one], _) => one.clone(),
        (many, Some(Part::LogNumber(..))) => many.join(", "),
        (many, _) => format!("<ul class=\"links\"><li>{}</li></ul>", many.join("</li><li>")),
    };
    (!markup.is_empty()).then(|| Html::new(&dated(press.words(), &markup)))
}

fn markup(press: &Press, place: Place, topic: usize, part: &Part) -> String {
    match part {
        Part::Markdown(text) => press.line(place, topic, text).as_str().to_owned(),
        Part::Words(words) => escaped(words),
        Part::Link(to, words) => match press.site.addresses.reference(press.edition(), to) {
            Some(address) => link(&place.href(&address), words),
            None => escaped(words),
        },
        Part::LogNumber(number, Some(action)) => link(&press.href(place, *action), &number.to_string()),
        Part::LogNumber(number, None) => number.to_string(),
    }
}

/// The words of a cell, for data.
pub(crate) fn cell_words(cell: &Cell) -> String {
    let words = cell.parts.iter().map(|part| match part {
        Part::Markdown(text) => super::super::markdown::words(text),
        Part::Words(words) | Part::Link(_, words) => words.clone(),
        Part::LogNumber(number, _) => number.to_string(),
    });
    words.collect::<Vec<_>>().join("; ")
}
