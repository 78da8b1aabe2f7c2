//! What templates see: one `Serialize` struct a template, prepared from the site.
//!
//! A view holds words, addresses and ready markup, in the order in which they are printed; a
//! template has loops and conditions and nothing else. Publishing a new field is always a line here.

mod action;
mod after;
mod card;
mod changes;
mod citations;
mod codebook;
mod completeness;
mod data;
mod edition;
mod facets;
mod facts;
mod figure;
mod home;
mod issue;
mod kinds;
mod ledgers;
mod lineage;
mod linked;
mod list;
mod map;
mod matrix;
mod measured;
mod pairs;
mod record;
mod register;
mod search;
mod timeline;
mod timetable;
mod topic;
mod values;
mod withdrawn;
mod words;
mod workshop;

use serde::Serialize;

pub(crate) use changes::{
    day as change_day, page as changes, page_of as change_page, part as change_part, told,
};
pub(crate) use citations::page as citations;
pub(crate) use codebook::page as codebook;
pub(crate) use completeness::page as completeness;
pub(crate) use data::{DataFile, page as data};
pub(crate) use edition::page as edition;
pub(crate) use facets::{facet, index as facets, term};
pub(crate) use facts::description_is_body;
pub(crate) use home::page as home;
pub(crate) use ledgers::{sign_offs, withheld};
pub(crate) use lineage::page as lineage;
pub(crate) use linked::{address as links_address, has_page as has_links, page as links};
pub(crate) use list::page as list;
pub(crate) use map::{has_map, page as map};
pub(crate) use matrix::{cell_words, page as matrix};
pub(crate) use pairs::{page as pair, page_size as pair_page};
pub(crate) use record::page as record;
pub(crate) use register::page as register;
pub(crate) use search::{LETTERS_APART, letter, letter_address, page as search};
pub(crate) use timeline::page as timeline;
pub(crate) use timetable::page as timetable;
pub(crate) use words::{alias, not_found, report};

use super::html::{Html, escaped, is_from_right};
use super::marked::in_language;
use super::place::Place;
use super::press::Press;
use crate::model::body::Outline;
use crate::model::kinds::Kind;
use crate::model::words::Words;
use crate::model::words::args;

/// A label and what stands beside it.
#[derive(Debug, Serialize)]
pub(crate) struct Fact {
    label: String,
    values: Vec<Html>,
}

/// A link by its words.
#[derive(Debug, Serialize)]
pub(crate) struct Link {
    href: String,
    words: String,
}

/// An entry of a page's table of contents.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    words: String,
    anchor: String,
    under: Vec<Entry>,
}

/// A page's way to the pages before and after it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Pager {
    label: String,
    before: Option<Way>,
    here: Option<String>,
    after: Option<Way>,
}

/// The way to the page before or after.
#[derive(Debug, Serialize)]
pub(crate) struct Way {
    href: String,
    words: Html,
}

impl Pager {
    /// The way to what stands before and after a record, where that tells a reader something.
    pub(crate) fn beside(press: &Press, place: Place, index: usize, label: &str) -> Option<Pager> {
        let beside = press.site.neighbours.of_record(index);
        let to = |index: usize, before: &str| {
            let record = press.record(index);
            let words = match &record.kind {
                Kind::Action(action) => card::number(press, action),
                _ => record::short(&record.title).to_owned(),
            };
            let words = match press.foreign(index, &record.title) {
                Some(language) => {
                    let title = in_language(language, &escaped(&words));
                    Html::new(&format!("{}: {title}", escaped(before)))
                }
                None if is_from_right(&words) => {
                    Html::new(&format!("{}: <bdi>{}</bdi>", escaped(before), escaped(&words)))
                }
                None => Html::plain(&format!("{before}: {words}")),
            };
            Way { href: press.href(place, index), words }
        };
        let before = beside.previous.map(|index| to(index, press.words().say("previous")));
        let after = beside.next.map(|index| to(index, press.words().say("next")));
        (before.is_some() || after.is_some()).then(|| Pager {
            label: label.to_owned(),
            before,
            here: None,
            after,
        })
    }
}

/// The anchors of a page's own sections start with `_`, which no heading's anchor does, so that a
/// body with a heading "Actions" does not take the place of the section of actions.
pub(crate) fn section(anchor: &str, words: impl Into<String>) -> Entry {
    Entry { words: words.into(), anchor: format!("_{anchor}"), under: Vec::new() }
}

/// The headings of a body as contents: the topmost level, and what is one level below it.
pub(crate) fn headings(outline: &Outline) -> Vec<Entry> {
    let top = outline.headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let mut entries: Vec<Entry> = Vec::new();
    for heading in &outline.headings {
        let entry =
            Entry { words: heading.title.clone(), anchor: heading.anchor.to_string(), under: Vec::new() };
        match entries.last_mut() {
            Some(last) if heading.level == top + 1 => last.under.push(entry),
            _ if heading.level == top => entries.push(entry),
            _ => {}
        }
    }
    entries
}

/// A count with its noun, by a message that has both: `1 issue`, `12 issues`, `no issues`.
pub(crate) fn count(words: &Words, number: usize, message: &str) -> String {
    words.fill(message, args![count = number])
}

/// A count of records with the noun of their collection: `1 case`, `no cases`.
pub(crate) fn count_of(words: &Words, number: usize, one: &str, many: &str) -> String {
    words.fill("n-of", args![count = number, one = lower(one), many = lower(many)])
}

/// A noun as it stands within a sentence: `Annual reports` → `annual reports`, but `HO papers` as
/// it is.
pub(crate) fn lower(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
