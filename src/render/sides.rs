//! A site in several languages: the main one at the addresses that it has alone, every other one below
//! a folder of its name with the same addresses in it.
//!
//! In: the sites, and what pages each has. Out: for a page the ways to it in the other languages, and a
//! sink that puts files below a folder. Files that are the same in every language (style sheets,
//! attachments, tables, PDF) stay in the main place, and every page leads there.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::html::{Html, link};
use super::pages::{Page, What};
use super::place::Place;
use super::press::Press;
use super::report::named_language;
use super::theme::Theme;
use crate::compose::Site;
use crate::compose::address::url;
use crate::model::kinds::Kind;
use crate::model::words::args;
use crate::publish::sink::{Digest, Next, Sink};

/// The site in one more language.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    /// What is to be published in it.
    pub site: &'s Site<'s>,
    /// The theme in its words.
    pub theme: &'s Theme,
}

/// The languages of a site, the main one first; none where there is only one.
#[derive(Debug, Default)]
pub(crate) struct Languages(Vec<Language>);

/// A language, and the pages that there are in it.
#[derive(Debug)]
struct Language {
    tag: String,
    /// Its name in itself.
    name: String,
    /// Its folder: empty, or ending in `/`.
    folder: String,
    pages: BTreeSet<String>,
}

/// The way to a page in a language.
#[derive(Debug, Serialize)]
pub(crate) struct Way {
    /// The language.
    pub(crate) lang: String,
    /// Its name in itself.
    pub(crate) name: String,
    /// The way: to the page itself, or to the home page where there is no such page in that language.
    pub(crate) href: String,
    /// Whether the page is in this language.
    pub(crate) current: bool,
}

/// Where a page is in a language, for programs.
#[derive(Debug, Serialize)]
pub(crate) struct Alternate {
    /// The language, or `x-default`.
    pub(crate) lang: String,
    /// Where.
    pub(crate) href: String,
}

impl Languages {
    /// The languages of these sites, each with its plan.
    ///
    /// # Errors
    /// A page of the main language where another language has its folder.
    pub(crate) fn of(sites: &[(&Site, &[Page])]) -> anyhow::Result<Arc<Self>> {
        let of = |(site, plan): &(&Site, &[Page])| {
            let (edition, tag) = (site.edition, site.edition.language());
            let is_page = |page: &&Page| !matches!(page.what, What::Alias(_) | What::NotFound);
            Language {
                tag: tag.to_owned(),
                name: edition.words().find("language", tag).unwrap_or(tag).to_owned(),
                folder: edition.config().folder_of(tag),
                pages: plan.iter().filter(is_page).map(|page| page.path.clone()).collect(),
            }
        };
        let all: Vec<Language> = sites.iter().map(of).collect();
        for other in all.iter().skip(1) {
            let main = sites.first().map_or(&[][..], |(_, plan)| plan);
            if let Some(page) = main.iter().find(|page| page.path.starts_with(&other.folder)) {
                anyhow::bail!(
                    "{} lies where the site in `{}` is put: rename the collection or the old address",
                    page.path,
                    other.tag
                );
            }
        }
        Ok(Arc::new(Languages(all)))
    }

    /// Whether there is only one.
    pub(crate) fn is_single(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages beside the main one: where their sites are.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.iter().skip(1).map(|language| &*language.folder)
    }

    /// The ways from a page to the same in every language.
    pub(crate) fn ways(&self, press: &Press, place: Place) -> Vec<Way> {
        let here = press.edition().language();
        let way = |language: &Language| {
            let is_there = language.pages.contains(place.path());
            let path = if is_there { place.path() } else { "index.html" };
            Way {
                lang: language.tag.clone(),
                name: language.name.clone(),
                href: match language.tag == here {
                    true if is_there => place.href(path),
                    _ => press.shared(place, &format!("{}{}", language.folder, url(path))),
                },
                current: language.tag == here,
            }
        };
        self.0.iter().map(way).collect()
    }

    /// Where the same page is in every language that has it; nothing where none but its own does.
    pub(crate) fn alternates(&self, press: &Press, place: Place) -> Vec<Alternate> {
        if place.depth().is_none() {
            return Vec::new();
        }
        let with: Vec<&Language> = self.0.iter().filter(|one| one.pages.contains(place.path())).collect();
        if with.len() < 2 {
            return Vec::new();
        }
        let at = |language: &Language| self.address(press, place, language);
        let mut all: Vec<Alternate> =
            with.iter().map(|one| Alternate { lang: one.tag.clone(), href: at(one) }).collect();
        let main = with.iter().find(|one| one.folder.is_empty());
        all.extend(main.map(|one| Alternate { lang: "x-default".to_owned(), href: at(one) }));
        all
    }

    /// The address of a page in a language; the way to it where no address is known.
    fn address(&self, press: &Press, place: Place, language: &Language) -> String {
        let path = place.path();
        let folder = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        match press.edition().config().address() {
            Some(base) => format!("{base}{}{}", language.folder, url(folder.unwrap_or(path))),
            None => press.shared(place, &format!("{}{}", language.folder, url(path))),
        }
    }

    /// What the page of a record says of its words not being a translation, or an old one.
    pub(crate) fn note(&self, press: &Press, place: Place, index: usize) -> Option<Html> {
        let (edition, words) = (press.edition(), press.words());
        if edition.config().is_main() || self.is_single() {
            return None;
        }
        let (record, main) = (press.record(index), edition.config().main_language());
        let original = self.0.first().filter(|one| one.pages.contains(place.path()));
        let way = original.map(|one| press.shared(place, &format!("{}{}", one.folder, url(place.path()))));
        let told = match (&record.kind, record.translated) {
            (Kind::Report(_), _) => return None,
            _ if edition.is_untranslated(index) => {
                words.markup("not-translated", args![language = named_language(words, main)])
            }
            (_, Some(told)) if told.is_outdated_within => {
                let link = way.map(|way| {
                    link(&way, words.say("read-original")).replacen(
                        "<a ",
                        &format!("<a hreflang=\"{main}\" "),
                        1,
                    )
                });
                format!("{} {}", words.say("outdated-translation"), link.unwrap_or_default())
            }
            _ => return None,
        };
        Some(Html::new(told.trim_end()))
    }
}

/// A sink that puts files below a folder.
pub(crate) struct Below<'s> {
    pub(crate) folder: &'s str,
    pub(crate) sink: &'s dyn Sink,
}

impl Sink for Below<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.sink.file(&format!("{}{path}", self.folder), bytes)
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        self.sink.shared(&format!("{}{path}", self.folder), bytes)
    }

    fn parts(&self, path: &str, next: Next<'_>) -> anyhow::Result<()> {
        self.sink.parts(&format!("{}{path}", self.folder), next)
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.sink.copy(&format!("{}{path}", self.folder), from)
    }

    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        self.sink.again(&format!("{}{path}", self.folder), digest)
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.sink.last(&format!("{}{path}", self.folder), digest)
    }
}
