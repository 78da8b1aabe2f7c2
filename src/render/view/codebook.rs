//! The codebook as a page: every table of the data, column by column.

use serde::Serialize;

use super::super::data::Chapter;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::Entry;

#[derive(Debug, Serialize)]
struct View<'v> {
    chapters: &'v [Chapter],
    contents: Vec<Entry>,
}

/// The page of the codebook.
pub(crate) fn page(press: &Press, place: Place, chapters: &[Chapter]) -> anyhow::Result<String> {
    let entry = |chapter: &Chapter| Entry {
        words: chapter.label().to_owned(),
        anchor: chapter.collection().to_owned(),
        under: Vec::new(),
    };
    let view = View { chapters, contents: chapters.iter().map(entry).collect() };
    let sheet = Sheet {
        title: press.words().say("codebook"),
        description: Some(press.words().say("codebook-describe")),
        section: "",
        crumbs: &[(press.words().say("data"), "data/index.html".to_owned())],
        of: None,
    };
    press.print(place, &sheet, "codebook.html", &view)
}
