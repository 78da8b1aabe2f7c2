//! The theme: tera templates and assets, the embedded default overlaid by a site's own files.
//!
//! In: the files of `themes/<name>/`, as data. Out: `Theme`, which renders a view with a template.
//! Reads no disk: `read::theme_files` does. A fault in a template is an error that names the
//! template and the line, and, while rendering, the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context as _;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::say::{self, Say, spoken};
use super::{broken, html, shrink};
use crate::model::words::{self, Words};
use crate::publish::sink::Digest;
use crate::spent::{self, Work};

/// The files of the default theme: the path within the theme, and the bytes.
macro_rules! embedded {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),*]
    };
}

const DEFAULT: &[(&str, &[u8])] = embedded![
    "assets/issue.css",
    "assets/languages.css",
    "assets/lists.css",
    "assets/report.css",
    "assets/search.js",
    "assets/search/find.js",
    "assets/search/phrase.js",
    "assets/search/say.js",
    "assets/search/show.js",
    "assets/search/store.js",
    "assets/search/words.js",
    "assets/style.css",
    "case.typ",
    "locales/cy.ftl",
    "locales/en.ftl",
    "paper.typ",
    "register.typ",
    "report.typ",
    "templates/404.html",
    "templates/action.html",
    "templates/alias.html",
    "templates/base.html",
    "templates/changes.html",
    "templates/citations.html",
    "templates/codebook.html",
    "templates/completeness.html",
    "templates/data.html",
    "templates/edition.html",
    "templates/facet.html",
    "templates/facets.html",
    "templates/home.html",
    "templates/issue.html",
    "templates/lineage.html",
    "templates/links.html",
    "templates/list.html",
    "templates/map.html",
    "templates/matrix.html",
    "templates/parts/actions.html",
    "templates/parts/after.html",
    "templates/parts/card.html",
    "templates/parts/cite.html",
    "templates/parts/contents.html",
    "templates/parts/facts.html",
    "templates/parts/figure.html",
    "templates/parts/foot.html",
    "templates/parts/head.html",
    "templates/parts/links.html",
    "templates/parts/measured.html",
    "templates/parts/pager.html",
    "templates/parts/signed.html",
    "templates/parts/title.html",
    "templates/parts/top.html",
    "templates/record.html",
    "templates/register.html",
    "templates/report.html",
    "templates/search.html",
    "templates/sign-offs.html",
    "templates/term.html",
    "templates/timeline.html",
    "templates/timetable.html",
    "templates/topic.html",
    "templates/withheld.html",
    "templates/workshop.html",
    "workshop.typ",
];

/// Room for a page, in bytes: most have less.
const USUAL: usize = 32 * 1024;

/// The files of the built-in theme, by path within it, and their bytes.
pub fn built_in() -> &'static [(&'static str, &'static [u8])] {
    DEFAULT
}

/// Templates and assets, ready for use.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    words: Arc<Words>,
    texts: Vec<String>,
    assets: Vec<(String, Vec<u8>)>,
    /// What PDF is set with.
    typst: Vec<(String, Vec<u8>)>,
    digest: Digest,
}

impl Theme {
    /// The default theme with these files in place of its own, by path within the theme.
    ///
    /// What is in `templates/` and ends in `.html` is a template and goes by its path in there; what
    /// is in `assets/` is published as it is, style sheets without comments and needless spaces;
    /// `tokens.css` is put at the end of the style sheet; `*.typ` and what is in `fonts/` set the PDF;
    /// `locales/<language>.ftl` are words, which [`words_of`] reads; other files (a README, say) are
    /// left alone. Its words are English.
    ///
    /// # Errors
    /// As those of [`Theme::speaking`].
    pub fn load(overrides: Vec<(String, Vec<u8>)>) -> anyhow::Result<Self> {
        Theme::of_site(overrides, "en")
    }

    /// The theme of a site in this language: these files in place of its own, and the words of the language.
    ///
    /// # Errors
    /// As those of [`Theme::speaking`] and of [`words_of`].
    pub fn of_site(overrides: Vec<(String, Vec<u8>)>, language: &str) -> anyhow::Result<Self> {
        let words = words_of(&overrides, language)?;
        Theme::speaking(overrides, words)
    }

    /// The same with other words than the English ones.
    ///
    /// # Errors
    /// A template that is not UTF-8 or not a template, or that names a message which is not there, with
    /// its name and line.
    pub fn speaking(overrides: Vec<(String, Vec<u8>)>, words: Arc<Words>) -> anyhow::Result<Self> {
        let mut files: BTreeMap<String, Vec<u8>> =
            DEFAULT.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
        files.extend(overrides);
        // A theme may be no more than its own tokens: they come after those that they replace.
        if let (Some(tokens), Some(style)) = (files.remove("tokens.css"), files.get_mut("assets/style.css")) {
            style.push(b'\n');
            style.extend(tokens);
        }

        let digests = files.iter().map(|(path, bytes)| (path, Digest::of(bytes)));
        let digest = Digest::of_value(&digests.collect::<Vec<_>>());
        let mut tera = Tera::new();
        tera.set_escape_fn(|words, out| html::escape_to(words, out));
        let of = Arc::clone(&words);
        tera.register_filter("date", move |text: &str, _: Kwargs, _: &State| date(&of, text));
        tera.register_filter("slug", |text: &str, _: Kwargs, _: &State| crate::model::text::slug(text));
        let of = Arc::clone(&words);
        tera.register_filter("number", move |number: i64, _: Kwargs, _: &State| of.number(number));
        tera.register_function("t", Say(Arc::clone(&words)));
        let (mut assets, mut typst) = (Vec::new(), Vec::new());
        let mut templates = Vec::new();
        for (path, bytes) in files {
            if path.starts_with("assets/") {
                let is_style = path.ends_with(".css");
                let own = std::str::from_utf8(&bytes).ok().and_then(|text| match is_style {
                    true => Some(shrink::style(text)),
                    false => say::for_scripts(text, &words),
                });
                assets.push((path, own.map_or(bytes, String::into_bytes)));
            } else if path.ends_with(".typ") || path.starts_with("fonts/") {
                typst.push((path, bytes));
            } else if let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html"))
            {
                let text = String::from_utf8(bytes).map_err(|fault| {
                    let words = format!("the template '{name}' is not UTF-8: {fault}");
                    anyhow::Error::new(broken::Broken(words))
                })?;
                let text = spoken(&text, &words).map_err(|(line, fault)| at(name, line, &fault))?;
                templates.push((name.to_owned(), text));
            }
        }
        let texts = templates.iter().map(|(_, text)| text.clone()).collect();
        tera.add_raw_templates(templates).map_err(fault).context("the theme cannot be used")?;
        Ok(Theme { tera, words, texts, assets, typst, digest })
    }

    /// The digest of all its files.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The words that its templates have.
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// The text of every template, and every message: words that are the site's own.
    pub fn texts(&self) -> Vec<&str> {
        self.texts.iter().map(String::as_str).chain(self.words.texts()).collect()
    }

    /// The files that are published beside the pages, by address.
    pub fn assets(&self) -> &[(String, Vec<u8>)] {
        &self.assets
    }

    /// The files that PDF is set with, by path within the theme: `report.typ`, others that it
    /// imports, and fonts.
    pub fn typst_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.typst.iter().map(|(path, bytes)| (&**path, &**bytes))
    }

    /// A template filled in; `page` is named in the error.
    pub(crate) fn render(&self, template: &str, context: &Context, page: &str) -> anyhow::Result<String> {
        let mut out = Vec::with_capacity(USUAL);
        spent::on(Work::Templates, || self.tera.render_to(template, context, &mut out))
            .and_then(|()| String::from_utf8(out).map_err(tera::Error::message))
            .map_err(fault)
            .with_context(|| format!("the template {template} cannot make the page {page}"))
    }
}

/// The words of a language: those of the default theme with what a site's own files say in their place.
/// A language that the default theme has not takes what it does not say from English.
///
/// # Errors
/// A catalogue that is not one, with its path and line.
pub fn words_of(files: &[(String, Vec<u8>)], language: &str) -> anyhow::Result<Arc<Words>> {
    let path = format!("locales/{language}.ftl");
    let known = words::built_in(language);
    let Some((_, bytes)) = files.iter().find(|(name, _)| *name == path) else {
        return Ok(known.unwrap_or_else(|| words::of_language("en")));
    };
    let text =
        std::str::from_utf8(bytes).map_err(|fault| at(&path, 1, &format!("it is not UTF-8: {fault}")))?;
    let read = match known {
        Some(known) => known.with(text),
        None => Words::read(language, text).map(|own| own.or(&words::of_language("en"))),
    };
    read.map(Arc::new).map_err(|fault| at(&path, fault.line, &fault.words))
}

/// A fault at a line of a file of the theme, as tera would tell it.
fn at(name: &str, line: usize, words: &str) -> anyhow::Error {
    anyhow::Error::new(broken::Broken(format!("error: {words}\n --> {name}:{line}:1")))
}

/// An error of tera with everything that tera knows of it: template, line, source line and caret.
fn fault(fault: tera::Error) -> anyhow::Error {
    let mut words = fault.to_string();
    let mut source = std::error::Error::source(&fault);
    while let Some(under) = source {
        words.push_str(": ");
        words.push_str(&under.to_string());
        source = under.source();
    }
    anyhow::Error::new(broken::Broken(words))
}

/// `2018-07-03` as `3 July 2018`; what is no date is left as it is.
fn date(words: &Words, text: &str) -> TeraResult<Value> {
    let words = text.parse::<crate::model::date::Edtf>().map(|date| words.edtf(date));
    Ok(Value::from(words.unwrap_or_else(|_| text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_default_theme_is_embedded() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut on_disk: Vec<String> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .filter_map(|entry| entry.ok().filter(|entry| entry.file_type().is_file()))
            .map(|entry| entry.path().strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        on_disk.sort();
        let embedded: Vec<&str> = DEFAULT.iter().map(|(path, _)| *path).collect();
        assert_eq!(embedded, on_disk);
    }

    #[test]
    fn a_site_overrides_file_by_file() {
        let theme = Theme::load(vec![
            ("templates/404.html".into(), b"gone".to_vec()),
            ("assets/extra.css".into(), b"p{}".to_vec()),
            ("README.md".into(), b"notes".to_vec()),
        ])
        .unwrap();
        assert_eq!(theme.render("404.html", &Context::new(), "404.html").unwrap(), "gone");
        let assets: Vec<&str> = theme.assets().iter().map(|(path, _)| &**path).collect();
        assert_eq!(assets.first(), Some(&"assets/extra.css"));
        assert_eq!(assets.last(), Some(&"assets/style.css"));
    }

    #[test]
    fn a_broken_template_names_itself_and_the_line() {
        let fault = Theme::load(vec![("templates/404.html".into(), b"<p>\n{% if %}".to_vec())]).unwrap_err();
        assert!(format!("{fault:#}").contains("404.html:2"), "{fault:#}");
        let fault = Theme::load(vec![("templates/404.html".into(), vec![0xff])]).unwrap_err();
        assert!(format!("{fault:#}").contains("404.html"), "{fault:#}");
    }

    #[test]
    fn a_failing_template_names_itself_the_line_and_the_page() {
        let theme =
            Theme::load(vec![("templates/404.html".into(), b"<p>\n\n{{ page.nothing.at_all }}".to_vec())])
                .unwrap();
        let fault = format!("{:#}", theme.render("404.html", &Context::new(), "cases/x.html").unwrap_err());
        assert!(fault.contains("404.html:3") && fault.contains("cases/x.html"), "{fault}");
    }

    #[test]
    fn a_site_may_say_one_word_another_way() {
        let own = |text: &str| vec![("locales/cy.ftl".to_owned(), text.as_bytes().to_vec())];
        let files = own("home = Adref\n");
        let words = words_of(&files, "cy").unwrap();
        assert_eq!((words.say("home"), words.say("search")), ("Adref", "Chwilio"));
        let theme = Theme::speaking(files, words).unwrap();
        assert!(theme.texts().contains(&"Adref"));
        let fault = format!("{:#}", words_of(&own("home = a\nhome { = b\n"), "cy").unwrap_err());
        assert!(fault.contains("locales/cy.ftl:2:1"), "{fault}");
    }

    #[test]
    fn a_template_that_asks_for_a_message_that_is_not_there_names_it() {
        let files = vec![("templates/404.html".to_owned(), b"<p>\n{{ t(\"no-such\") }}".to_vec())];
        let fault = format!("{:#}", Theme::load(files).unwrap_err());
        assert!(fault.contains("404.html:2") && fault.contains("no-such"), "{fault}");
    }
}
