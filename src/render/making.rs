//! What the site in one language is made of, and how the sites beside the main one are made.
//!
//! In: a site, its theme, what it has beside its pages, and a sink. Out: presses, and the files of a site in another
//! language below its folder. What all languages share is made with the main site.

use std::sync::Arc;

use super::manifest::{Again, Manifest};
use super::press::Press;
use super::sides::{Below, Languages};
use super::theme::Theme;
use super::{Before, Extras, data, feed, pages, sitemap};
use crate::audience::reads;
use crate::compose::Site;
use crate::publish::sink::Sink;

/// What the site in one language is made of.
#[derive(Clone, Copy)]
pub(super) struct Making<'m> {
    pub(super) site: &'m Site<'m>,
    pub(super) theme: &'m Theme,
    pub(super) extras: &'m Extras<'m>,
    pub(super) languages: &'m Arc<Languages>,
    pub(super) sink: &'m dyn Sink,
    pub(super) progress: &'m (dyn Fn(usize) + Sync),
}

impl<'m> Making<'m> {
    /// A press for it, and what it shares with every page.
    pub(super) fn press(&self, site: &'m Site<'m>) -> anyhow::Result<(Press<'m>, reads::Reads)> {
        let (press, shared) = reads::apart(|| press(site, self.theme, self.extras));
        let mut press = press?;
        press.languages = Arc::clone(self.languages);
        Ok((press, shared))
    }

    /// The files of the theme that are wanted.
    pub(super) fn assets(&self, wanted: impl Fn(&str) -> bool, sink: &dyn Sink) -> anyhow::Result<()> {
        let is_used = |path: &str| (self.extras.search || !of_search(path)) && wanted(path);
        let mut used = self.theme.assets().iter().filter(|(path, _)| is_used(path));
        used.try_for_each(|(path, bytes)| sink.file(path, bytes.clone()))
    }

    /// The site in another language, beside the main one: its pages, its feeds and what searches it.
    pub(super) fn beside(
        &self,
        (press, shared): (&Press, &reads::Reads),
        plan: &[pages::Page],
        data: &data::Made,
        before: Option<Before<'_>>,
    ) -> anyhow::Result<Option<(Manifest, usize)>> {
        let language = self.site.edition.language();
        let folder = self.site.edition.config().folder_of(language);
        let below = Below { folder: &folder, sink: self.sink };
        let last = before.and_then(|before| before.last?.of_language(language));
        let again = before.map(|before| {
            let before = Before { last, records: &[], ..before };
            Again::new(Manifest::of(before, press, self.theme, self.extras).sharing(shared), last)
        });
        let index = self.extras.search.then(|| pages::index(press, plan, again.as_ref(), &below));
        pages::print(press, plan, again.as_ref(), index.as_ref(), &below, self.progress)?;
        let searched = index.map(|index| index.finish(&below)).transpose()?;
        // Only the scripts of the search have words in them.
        self.assets(of_search, &below)?;
        feed::print(press, &below)?;
        sitemap::print(press, plan, &below)?;
        super::reports(self.site, &below)?;
        pages::data(press, &data.told_in(press), &below)?;
        Ok(again.map(|again| again.finish(searched)))
    }
}

/// A press for a site in one language.
pub(super) fn press<'s>(
    site: &'s Site<'s>,
    theme: &'s Theme,
    extras: &Extras<'_>,
) -> anyhow::Result<Press<'s>> {
    let mut press = Press::new(site, theme)?;
    let pdfs = extras.pdfs.iter();
    press.pdfs = pdfs.map(|(address, bytes)| (address.clone(), bytes.len() as u64)).collect();
    press.search = extras.search;
    Ok(press)
}

/// Whether a file of the theme is for the search.
fn of_search(path: &str) -> bool {
    path == "assets/search.js" || path.starts_with("assets/search/")
}
