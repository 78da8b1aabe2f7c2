//! The small steps by which a record is rewritten for an audience: texts, names, references.
//!
//! In: one value of a record. Out: the same as the audience may see it, and whether that changed it.
//! Which values a record has is for the files beside this one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Audience;
use super::links::{self, Fate};
use super::names;
use super::sight::{Leads, Sight};
use crate::model::access::Visibility;
use crate::model::body::Body;
use crate::model::id::Ref;
use crate::model::kinds::Named;
use crate::model::links::{PAGES, is_elsewhere, local, named, names_file};
use crate::model::participants::{self, Place};
use crate::model::passages::{self, Mark};
use crate::model::record::Record;

/// What is withheld in a record: reasons in words, and how often each.
pub(super) type Reasons = BTreeMap<String, usize>;

/// A record being rewritten.
pub(super) struct Rewrite<'a> {
    pub(super) sight: &'a Sight<'a>,
    /// Whether anything had to be changed.
    pub(super) changed: bool,
    /// What it withholds on purpose.
    pub(super) withheld: Reasons,
    counts: bool,
    /// The record whose words are being rewritten, by its place in the archive.
    speaker: usize,
    /// The field that they stand in.
    key: Arc<str>,
}

impl<'a> Rewrite<'a> {
    pub(super) fn new(sight: &'a Sight<'a>, index: usize) -> Self {
        Rewrite {
            sight,
            changed: false,
            withheld: Reasons::new(),
            counts: true,
            speaker: index,
            key: "".into(),
        }
    }

    /// The same, for what stands in this field.
    pub(super) fn at(&mut self, key: &str) -> &mut Self {
        if self.sight.has_names() {
            self.key = key.into();
        }
        self
    }

    /// The record whose words are being rewritten, as it is in the archive.
    pub(super) fn speaker(&self) -> &'a Record {
        self.sight.record(self.speaker)
    }

    /// Rewrites what another record's body says, told again in this one: it was counted there, and
    /// its links are as they were written there.
    pub(super) fn told_by(&mut self, speaker: Option<usize>, rewrite: impl FnOnce(&mut Self)) {
        let own = (self.speaker, Arc::clone(&self.key));
        self.speaker = speaker.unwrap_or(self.speaker);
        self.at("body").uncounted(rewrite);
        (self.speaker, self.key) = own;
    }

    /// The most closed level that the audience may see.
    pub(super) fn up_to(&self) -> Visibility {
        self.sight.audience.up_to()
    }

    /// Whether the audience is everybody.
    pub(super) fn is_public(&self) -> bool {
        self.sight.audience == Audience::Public
    }

    /// Rewrites what says again what was counted already.
    pub(super) fn uncounted(&mut self, rewrite: impl FnOnce(&mut Self)) {
        self.counts = false;
        rewrite(self);
        self.counts = true;
    }

    /// Counts a withholding, with its reason in the words of `annals.yaml` where it has some.
    pub(super) fn count(&mut self, reason: &str) {
        if !self.counts {
            return;
        }
        let declared = &self.sight.archive.config().redaction_reasons;
        let words = declared.iter().find(|(key, _)| key == reason).map_or(reason, |(_, words)| words);
        let words = if words.is_empty() { "no reason given" } else { words };
        *self.withheld.entry(words.to_owned()).or_default() += 1;
    }

    /// Rewrites Markdown.
    pub(super) fn markdown(&mut self, text: &mut String) {
        if let Some(left) = self.left(text, Mark::Markdown) {
            *text = left;
        }
    }

    /// Rewrites every text of a list, or one that may be absent, as Markdown.
    pub(super) fn markdowns<'t>(&mut self, texts: impl IntoIterator<Item = &'t mut String>) {
        texts.into_iter().for_each(|text| self.markdown(text));
    }

    /// Rewrites text that is shown as it is.
    pub(super) fn plain(&mut self, text: &mut String) {
        if let Some(left) = self.left(text, Mark::Plain) {
            *text = left;
        }
    }

    /// Rewrites every plain text of a list, or one that may be absent.
    pub(super) fn plains<'t>(&mut self, texts: impl IntoIterator<Item = &'t mut String>) {
        texts.into_iter().for_each(|text| self.plain(text));
    }

    /// Rewrites a plain text that is shared.
    pub(super) fn name(&mut self, text: &mut Arc<str>) {
        if let Some(left) = self.left(text, Mark::Plain) {
            *text = left.into();
        }
    }

    /// Rewrites text that says who somebody is, where a family name alone is a name.
    pub(super) fn party(&mut self, text: &mut Arc<str>) {
        if self.sight.has_names() {
            let place = Place { record: self.sight.record(self.speaker), key: &self.key, passage: None };
            let names = &self.sight.names;
            let may = |named: &participants::Named| names.may_be_told(&named.who, place, self.sight.today);
            if let Some(masked) = names.masked_owners(text, &may) {
                (*text, self.changed) = (masked.into(), true);
            }
        }
        self.name(text);
    }

    /// The same of one that is not shared, if there is one.
    pub(super) fn parties<'t>(&mut self, texts: impl IntoIterator<Item = &'t mut String>) {
        for text in texts {
            let mut party: Arc<str> = text.as_str().into();
            self.party(&mut party);
            if *party != **text {
                *text = party.as_ref().to_owned();
            }
        }
    }

    /// Rewrites every shared text of a list, or one that may be absent.
    pub(super) fn names<'t>(&mut self, texts: impl IntoIterator<Item = &'t mut Arc<str>>) {
        texts.into_iter().for_each(|text| self.name(text));
    }

    fn left(&mut self, text: &str, mark: Mark) -> Option<String> {
        let mut now = Cow::Borrowed(text);
        if passages::may_hide(text) {
            let left = passages::visible(text, self.up_to(), mark);
            left.withheld.iter().for_each(|reason| self.count(reason));
            now = left.text;
        }
        if self.sight.has_names()
            && let Some(masked) = self.masked(&now)
        {
            now = Cow::Owned(masked);
        }
        if mark == Mark::Markdown
            && let Some(led) = links::rewritten(&now, &|to| self.fate(to))
        {
            now = Cow::Owned(led);
        }
        if now == text {
            return None;
        }
        self.changed = true;
        Some(now.into_owned())
    }

    /// The text with what stands in for the names that may not be told here.
    fn masked(&self, text: &str) -> Option<String> {
        let place = Place { record: self.sight.record(self.speaker), key: &self.key, passage: None };
        let names = &self.sight.names;
        names.masked(text, &|named| names.may_be_told(&named.who, place, self.sight.today))
    }

    /// Rewrites a body, of which only what may be seen is left.
    pub(super) fn body(&mut self, body: &Body) -> Option<String> {
        let record = self.sight.record(self.speaker);
        let masked = match self.sight.has_names() {
            true => names::masked_body(body, &self.sight.names, record, self.sight.today),
            false => None,
        };
        let text = masked.as_deref().unwrap_or(body.text());
        links::rewritten(text, &|to| self.fate(to)).or(masked)
    }

    /// What becomes of a link in Markdown. A record that is hidden and one that is not there are the
    /// same, and so are files.
    fn fate(&self, url: &str) -> Fate {
        let (sight, speaker) = (self.sight, self.sight.record(self.speaker));
        let base = sight.archive.config().base_url.as_deref();
        if let Some(part) = url.strip_prefix('#') {
            return match sight.lead(&speaker.id, &Ref { id: speaker.id.clone(), part: Some(part.into()) }) {
                Leads::There => Fate::Stays,
                Leads::To(Ref { part: Some(part), .. }) => Fate::To(format!("#{part}")),
                Leads::To(_) | Leads::Nowhere => Fate::Words,
            };
        }
        if url.is_empty() || url.starts_with('?') || is_elsewhere(base, url) {
            return Fate::Stays;
        }
        if let Some(to) = named(base, &speaker.id, url)
            && sight.find(&to.id).is_some()
        {
            let bare = url.split('#').next().unwrap_or(url);
            return match sight.lead(&speaker.id, &to) {
                Leads::There => Fate::Stays,
                Leads::To(Ref { part: Some(part), .. }) => Fate::To(format!("{bare}#{part}")),
                Leads::To(_) | Leads::Nowhere => Fate::To(bare.to_owned()),
            };
        }
        let local = local(base, url).unwrap_or(url);
        let path = local.trim_start_matches(['.', '/']).split('#').next().unwrap_or_default();
        let is_list = path.strip_suffix("/index.html").is_some_and(|folder| sight.shows_any_of(folder));
        let is_file = speaker.attachments().any(|(key, _, file)| {
            file.visibility <= self.up_to() && !sight.hides(&speaker.id, key) && names_file(file, url)
        });
        if is_list || is_file || PAGES.contains(&path) { Fate::Stays } else { Fate::Words }
    }

    /// Rewrites an address that is a value of its own. One below the site's address that leads to nothing
    /// which can be seen is empty then.
    pub(super) fn url(&mut self, url: &mut String) {
        if local(self.sight.archive.config().base_url.as_deref(), url).is_some() {
            match self.fate(url) {
                Fate::Stays => {}
                Fate::To(to) => (*url, self.changed) = (to, true),
                Fate::Words => (*url, self.changed) = (String::new(), true),
            }
        }
        self.plain(url);
    }

    /// Rewrites a reference; drops it where it leads to nothing that the audience may see.
    pub(super) fn link(&mut self, link: &mut Option<Ref>) {
        let from = &self.speaker().id;
        match link.as_ref().map(|link| self.sight.lead(from, link)) {
            None | Some(Leads::There) => return,
            Some(Leads::To(now)) => *link = Some(now),
            Some(Leads::Nowhere) => *link = None,
        }
        self.changed = true;
    }

    /// Rewrites a list of references.
    pub(super) fn links(&mut self, links: &mut Vec<Ref>) {
        self.led(links, |link| Some(link));
    }

    /// Rewrites documents named by references or by words.
    pub(super) fn documents(&mut self, documents: &mut Vec<Named>) {
        self.led(documents, |document| match document {
            Named::Record(link) => Some(link),
            Named::Words(_) => None,
        });
        for document in documents {
            if let Named::Words(words) = document {
                self.plain(words);
            }
        }
    }

    /// Rewrites a list whose items hold a reference each, or none; an item whose reference leads
    /// nowhere goes.
    pub(super) fn led<T>(&mut self, items: &mut Vec<T>, link: impl Fn(&mut T) -> Option<&mut Ref>) {
        let from = &self.speaker().id;
        items.retain_mut(|item| {
            let Some(link) = link(item) else { return true };
            match self.sight.lead(from, link) {
                Leads::There => return true,
                Leads::To(now) => *link = now,
                Leads::Nowhere => {
                    self.changed = true;
                    return false;
                }
            }
            self.changed = true;
            true
        });
    }
}
