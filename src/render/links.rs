//! Where links lead that stand in Markdown: from a page that shows a record's words, and from one
//! that shows the words of `annals.yaml`.
//!
//! In: an address as written. Out: the way to it from the page, or nothing where a reader would be
//! led nowhere. Which addresses name a record is decided in `compose::links`.

use std::ops::Range;

use super::files;
use super::markdown::Links;
use super::place::Place;
use super::press::Press;
use crate::audience::Edition;
use crate::compose::links;
use crate::model::id::Ref;
use crate::model::links::PAGES;
use crate::model::record::Record;
use crate::model::words::Words;

/// Where the links of a record's Markdown lead from a page.
pub(crate) struct From<'p, 's> {
    pub(crate) press: &'p Press<'s>,
    pub(crate) place: Place<'p>,
    pub(crate) index: usize,
    /// Markup in place of the table at these bytes.
    pub(crate) table: Option<(Range<usize>, String)>,
}

impl Links for From<'_, '_> {
    fn link(&self, url: &str) -> Option<String> {
        let (press, record) = (self.press, self.press.record(self.index));
        if url.starts_with('#') || url.is_empty() {
            // A part of the same record, from its own page or another one.
            let to = Ref { id: record.id.clone(), part: url.strip_prefix('#').map(Into::into) };
            let address = press.site.addresses.reference(press.edition(), &to)?;
            let own = press.site.addresses.record(self.index) == self.place.path();
            return Some(if own && !url.is_empty() { url.to_owned() } else { self.place.href(&address) });
        }
        if let Some(to) = links::resolve(press.edition(), record, url) {
            return press
                .site
                .addresses
                .reference(press.edition(), &to)
                .map(|address| self.place.href(&address));
        }
        if let Some(file) = files::named(record, url) {
            return Some(self.press.shared(self.place, &file));
        }
        elsewhere(press.edition(), record, self.place, url)
    }

    fn image(&self, url: &str) -> Option<String> {
        let record = self.press.record(self.index);
        files::picture(record, url).map(|file| self.press.shared(self.place, &file))
    }

    fn action(&self, number: u32) -> Option<String> {
        let press = self.press;
        let action = press.site.register.by_number(press.edition(), &press.record(self.index).id, number)?;
        Some(press.href(self.place, action))
    }

    fn words(&self) -> &Words {
        self.press.words()
    }

    fn reason<'w>(&'w self, key: &'w str) -> &'w str {
        reason(self.press.edition(), key)
    }

    fn table(&self, at: &Range<usize>) -> Option<String> {
        self.table.as_ref().filter(|(known, _)| known == at).map(|(_, markup)| markup.clone())
    }
}

/// The words for the key of a reason for withholding, the key where `annals.yaml` has none.
pub(crate) fn reason<'w>(edition: &'w Edition, key: &'w str) -> &'w str {
    let known = edition.config().redaction_reasons.iter().find(|(known, _)| known == key);
    known.map_or(key, |(_, words)| words)
}

/// A link that names no record of the edition: to the web it is kept, to a page that the program
/// makes it is made relative, and what names a record that is not there leads nowhere.
fn elsewhere(edition: &Edition, record: &Record, place: Place, url: &str) -> Option<String> {
    let base = edition.config().base_url.as_deref();
    let local = base.and_then(|base| url.strip_prefix(base));
    if local.is_none() && (url.contains(':') || url.starts_with("//")) {
        return Some(url.to_owned());
    }
    let path = local.unwrap_or(url).trim_start_matches(['.', '/']);
    let made = path.split('#').next().is_some_and(|path| {
        PAGES.contains(&path)
            || path.strip_suffix("/index.html").is_some_and(|folder| {
                folder == record.id.collection() || edition.schema().collection(folder).is_some()
            })
    });
    made.then(|| place.href(path))
}

/// Links of words that stand in no record.
pub(crate) struct Away<'p> {
    pub(crate) edition: &'p Edition,
    pub(crate) place: Place<'p>,
}

impl Links for Away<'_> {
    fn link(&self, url: &str) -> Option<String> {
        match url.contains(':') {
            true => Some(url.to_owned()),
            false => Some(self.place.href(url.trim_start_matches(['.', '/']))),
        }
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn action(&self, _: u32) -> Option<String> {
        None
    }

    fn words(&self) -> &Words {
        self.edition.words()
    }

    fn reason<'w>(&'w self, key: &'w str) -> &'w str {
        reason(self.edition, key)
    }

    fn table(&self, _: &Range<usize>) -> Option<String> {
        None
    }
}
