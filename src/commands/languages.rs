//! An archive in its other languages: what an audience sees in each, and the themes in their words.
//!
//! In: the archive and the edition in its main language. Out: the editions, themes and sites of the others,
//! for `stages`. An archive in one language has none.

use anyhow::Result;

use crate::audience::{self, Edition};
use crate::compose::{self, Site};
use crate::model::archive::Archive;
use crate::render::theme::Theme;
use crate::render::{self, Side};

/// What an audience may see in another language.
#[derive(Debug)]
pub(super) struct Other {
    pub(super) archive: Archive,
    pub(super) edition: Edition,
}

/// Themes: that of the main language, and those of the others.
pub(super) type Themes = (Theme, Vec<Theme>);

impl Other {
    /// Every language but the main one.
    pub(super) fn all(main: &Archive, edition: &Edition) -> Vec<Self> {
        let of = |language: &String| {
            let archive = main.speaking(language);
            Other { edition: audience::in_language(edition, &archive), archive }
        };
        edition.config().languages.iter().skip(1).map(of).collect()
    }

    /// The site.
    pub(super) fn site(&self) -> Site<'_> {
        compose::site(&self.edition)
    }

    fn speaking(self, theme: &Result<Theme>) -> Self {
        let Other { archive, edition } = self;
        Other { archive, edition: speaking(edition, theme) }
    }
}

fn speaking(edition: Edition, theme: &Result<Theme>) -> Edition {
    match theme {
        Ok(theme) => edition.speaking(theme.words()),
        Err(_) => edition,
    }
}

/// The editions in the words of the theme, and the theme in each language.
pub(super) fn dressed(
    edition: Edition,
    others: Vec<Other>,
    files: Result<Vec<(String, Vec<u8>)>>,
) -> (Edition, Vec<Other>, Result<Themes>) {
    let files = match files {
        Ok(files) => files,
        Err(fault) => return (edition, others, Err(fault)),
    };
    let dress = |language: &str| Theme::of_site(files.clone(), language);
    let theme = dress(edition.language());
    let edition = speaking(edition, &theme);
    let dressed = others.into_iter().map(|other| {
        let theme = dress(other.edition.language());
        (other.speaking(&theme), theme)
    });
    let (others, themes): (Vec<_>, Vec<_>) = dressed.unzip();
    let all = |theme| Ok((theme, themes.into_iter().collect::<Result<_>>()?));
    (edition, others, theme.and_then(all))
}

/// The sites in other languages with their themes, ready to be made.
pub(super) fn sides<'s>(others: &'s [Site<'s>], themes: &'s [Theme]) -> Vec<Side<'s>> {
    others.iter().zip(themes).map(|(site, theme)| Side { site, theme }).collect()
}

/// How many pages a site will have, in all languages.
pub(super) fn pages(site: &Site, sides: &[Side]) -> usize {
    render::pages(site) + sides.iter().map(|side| render::pages(side.site)).sum::<usize>()
}
