//! The theme: tera templates and assets, the embedded default overlaid by a site's own files.
//!
//! In: the files of `themes/<name>/`, as data. Out: `Theme`, which renders a view with a template.
//! Reads no disk: `read::theme_files` does. A fault in a template is an error that names the
//! template and the line, and, while rendering, the page.

use std::collections::BTreeMap;

use anyhow::Context as _;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::{html, shrink};
use crate::publish::sink::Digest;

/// The files of the default theme: the path within the theme, and the bytes.
macro_rules! embedded {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),*]
    };
}

const DEFAULT: &[(&str, &[u8])] = embedded![
    "assets/issue.css",
    "assets/lists.css",
    "assets/report.css",
    "assets/search.js",
    "assets/search/find.js",
    "assets/search/phrase.js",
    "assets/search/show.js",
    "assets/search/store.js",
    "assets/search/words.js",
    "assets/style.css",
    "case.typ",
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
    "templates/parts/pager.html",
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

/// The files of the built-in theme, by path within it, and their bytes.
pub fn built_in() -> &'static [(&'static str, &'static [u8])] {
    DEFAULT
}

/// Templates and assets, ready for use.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
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
    /// other files (a README, say) are left alone.
    ///
    /// # Errors
    /// A template that is not UTF-8 or not a template, with its name and line.
    pub fn load(overrides: Vec<(String, Vec<u8>)>) -> anyhow::Result<Self> {
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
        tera.register_filter("date", date);
        tera.register_filter("slug", |text: &str, _: Kwargs, _: &State| crate::model::text::slug(text));
        tera.register_filter("number", |number: i64, _: Kwargs, _: &State| grouped(number));
        let (mut assets, mut typst) = (Vec::new(), Vec::new());
        let mut templates = Vec::new();
        for (path, bytes) in files {
            if path.starts_with("assets/") {
                let is_style = path.ends_with(".css");
                let style = std::str::from_utf8(&bytes).ok().filter(|_| is_style).map(shrink::style);
                assets.push((path, style.map_or(bytes, String::into_bytes)));
            } else if path.ends_with(".typ") || path.starts_with("fonts/") {
                typst.push((path, bytes));
            } else if let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html"))
            {
                let text = String::from_utf8(bytes).map_err(|fault| {
                    let words = format!("the template '{name}' is not UTF-8: {fault}");
                    anyhow::Error::new(super::broken::Broken(words))
                })?;
                templates.push((name.to_owned(), text));
            }
        }
        let texts = templates.iter().map(|(_, text)| text.clone()).collect();
        tera.add_raw_templates(templates).map_err(fault).context("the theme cannot be used")?;
        Ok(Theme { tera, texts, assets, typst, digest })
    }

    /// The digest of all its files.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The text of every template: words that are the site's own.
    pub fn texts(&self) -> Vec<&str> {
        self.texts.iter().map(String::as_str).collect()
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
        self.tera
            .render(template, context)
            .map_err(fault)
            .with_context(|| format!("the template {template} cannot make the page {page}"))
    }
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
    anyhow::Error::new(super::broken::Broken(words))
}

/// `2018-07-03` as `3 July 2018`; what is no date is left as it is.
fn date(text: &str, _: Kwargs, _: &State) -> TeraResult<Value> {
    let words = text.parse::<crate::model::date::Edtf>().map(crate::model::date::Edtf::in_words);
    Ok(Value::from(words.unwrap_or_else(|_| text.to_owned())))
}

/// A number with its thousands set apart, as in `12,345`.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "−" } else { "" });
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
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
    fn numbers_and_dates_read_well() {
        assert_eq!(
            [grouped(0), grouped(999), grouped(12_345), grouped(-1_000_000)],
            ["0", "999", "12,345", "−1,000,000"]
        );
    }
}
