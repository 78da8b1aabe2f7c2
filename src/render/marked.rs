//! Words of records as markup, each marked where it is in another language than its page; and the ways to what all
//! languages share.
//!
//! In: a press, a place, words. Out: markup. Which words are in another language is decided in `audience::foreign`.

use std::ops::Range;

use super::html::{Html, escaped, link};
use super::links::From;
use super::markdown;
use super::place::Place;
use super::press::{Press, Sheet, cut};
use crate::model::body::Body;

impl<'s> Press<'s> {
    /// The way to a file that every language shares, by its address in the main place.
    pub(crate) fn shared(&self, place: Place, to: &str) -> String {
        let up = if self.edition().config().is_main() { "" } else { "../" };
        match (up, to) {
            ("", to) if !to.is_empty() => place.href(to),
            _ => format!("{}{up}{to}", place.base()),
        }
    }

    /// The language of words of a record, where it is not the one that is spoken.
    pub(crate) fn foreign(&self, index: usize, words: &str) -> Option<&'s str> {
        let edition = self.edition();
        edition.is_foreign(index, words).then(|| edition.config().main_language())
    }

    /// The title of a record as markup.
    pub(crate) fn name(&self, index: usize) -> String {
        let title = &self.record(index).title;
        self.inline(index, title, escaped(title)).as_str().to_owned()
    }

    /// The title of a record, for a template.
    pub(crate) fn title(&self, index: usize) -> Html {
        self.inline_plain(index, &self.record(index).title)
    }

    /// The title of a page where there is little room.
    pub(super) fn here(&self, sheet: &Sheet) -> Html {
        let short = cut(sheet.title, 70);
        match sheet.of.and_then(|(index, _)| self.foreign(index, sheet.title)) {
            Some(language) => Html::new(&in_language(language, &escaped(short))),
            None => Html::plain(short),
        }
    }

    /// The address on the web of a file that every language shares.
    pub(crate) fn shared_address(&self, path: &str) -> Option<String> {
        Some(format!("{}{}", self.edition().config().address()?, crate::compose::address::url(path)))
    }

    /// A link with words that begin with the title of a record.
    pub(crate) fn linked(&self, index: usize, href: &str, words: &str) -> String {
        let made = link(href, words);
        match self.foreign(index, &self.record(index).title) {
            Some(language) => made.replacen("<a ", &format!("<a lang=\"{language}\" "), 1),
            None => made,
        }
    }

    /// The body of a record as markup.
    pub(crate) fn body(&self, place: Place, index: usize, body: &Body) -> Html {
        self.blocks(
            index,
            body.text(),
            markdown::body(body, &From { press: self, place, index, table: None }),
        )
    }

    /// The same, with other markup in place of the table at these bytes.
    pub(crate) fn body_with(
        &self,
        place: Place,
        index: usize,
        body: &Body,
        table: (Range<usize>, String),
    ) -> Html {
        let made = markdown::body(body, &From { press: self, place, index, table: Some(table) });
        self.blocks(index, body.text(), made)
    }

    /// The words of a field of a record as markup: blocks where they need to be.
    pub(crate) fn field(&self, place: Place, index: usize, text: &str) -> Html {
        let made = markdown::field(text, &From { press: self, place, index, table: None });
        match made.trim_start().starts_with('<') {
            true => self.blocks(index, text, made),
            false => self.inline(index, text, made),
        }
    }

    /// The words of a field of a record where only inline markup fits.
    pub(crate) fn line(&self, place: Place, index: usize, text: &str) -> Html {
        self.inline(index, text, markdown::line(text, &From { press: self, place, index, table: None }))
    }

    /// Markup of words of a record, marked where they are in another language.
    pub(crate) fn inline(&self, index: usize, words: &str, markup: String) -> Html {
        match self.foreign(index, words) {
            Some(language) => Html::new(&in_language(language, &markup)),
            None => Html::new(&markup),
        }
    }

    /// Words of a record, for a template, marked where they are in another language.
    pub(crate) fn inline_plain(&self, index: usize, words: &str) -> Html {
        match self.foreign(index, words) {
            Some(language) => Html::new(&in_language(language, &escaped(words))),
            None => Html::plain(words),
        }
    }

    fn blocks(&self, index: usize, words: &str, markup: String) -> Html {
        match self.foreign(index, words) {
            Some(language) => Html::new(&format!("<div lang=\"{language}\">\n{markup}</div>\n")),
            None => Html::new(&markup),
        }
    }
}

/// Markup that is in another language than the page.
pub(crate) fn in_language(language: &str, markup: &str) -> String {
    format!("<span lang=\"{language}\">{markup}</span>")
}
