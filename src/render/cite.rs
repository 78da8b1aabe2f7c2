//! How to cite a page: the words, and the same as BibTeX, RIS and CSL-JSON.
//!
//! In: the facts of `compose::citing`. Out: a view for templates. Each format escapes what it gives a
//! meaning to; the words are escaped as HTML.

use serde::Serialize;

use super::html::{Html, escape, escaped};
use super::marked::in_language;
use crate::compose::citing::{Formats, Span};
use crate::model::words::{Words, of_language};

/// How to cite a page, for a template.
#[derive(Debug, Serialize)]
pub(crate) struct CiteView {
    words: Html,
    bibtex: String,
    ris: String,
    csl: Html,
}

impl CiteView {
    /// The citation of a page whose id makes its key.
    pub(crate) fn new(id: &str, facts: &Formats) -> Self {
        CiteView {
            words: words(&facts.words),
            bibtex: bibtex(id, facts),
            ris: ris(facts),
            csl: Html::between_tags(&csl([(id, facts)])),
        }
    }

    /// The same in these words.
    pub(crate) fn saying(self, words: Html) -> Self {
        CiteView { words, ..self }
    }
}

/// Words of a citation among those of a page: they are in English, whatever the page is in.
pub(crate) fn among(page: &Words, spans: &[Span]) -> Html {
    let made = words(spans);
    match page.is_english() {
        true => made,
        false => Html::new(&in_language("en", made.as_str())),
    }
}

/// Words as markup. No line breaks within the day on which a page was read; what programs read is made from
/// the same facts, with spaces as they are typed.
fn words(spans: &[Span]) -> Html {
    let english = of_language("en");
    let mut out = String::new();
    for span in spans {
        if let Some(url) = &span.url {
            out.push_str(&format!("<a href=\"{}\">", escaped(url)));
        }
        if span.italic {
            out.push_str("<cite>");
        }
        escape(&english.bound(&span.words), &mut out);
        if span.italic {
            out.push_str("</cite>");
        }
        if span.url.is_some() {
            out.push_str("</a>");
        }
    }
    Html::new(&out)
}

fn key(id: &str) -> String {
    id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

/// An entry of BibTeX, without a line feed at its end.
pub(crate) fn bibtex(id: &str, facts: &Formats) -> String {
    let mut out = String::with_capacity(384);
    let kind = if facts.edition.is_some() { "@report{" } else { "@online{" };
    out.push_str(kind);
    out.push_str(&key(id));
    out.push_str(",\n  author = {");
    for (n, name) in facts.authors.iter().enumerate() {
        out.push_str(if n > 0 { " and {" } else { "{" });
        tex(name, &mut out);
        out.push('}');
    }
    out.push_str("},\n  title = {");
    tex(&facts.title, &mut out);
    if let Some(note) = &facts.note {
        out.push_str("},\n  note = {");
        tex(note, &mut out);
    }
    let body = if facts.edition.is_some() { "institution" } else { "organization" };
    for part in ["},\n  ", body, " = {"] {
        out.push_str(part);
    }
    tex(&facts.site, &mut out);
    out.push_str("},\n  year = {");
    out.push_str(&facts.year.to_string());
    if let Some(url) = &facts.url {
        out.push_str("},\n  url = {");
        out.push_str(url);
    }
    if let Some(day) = facts.read {
        out.push_str("},\n  urldate = {");
        out.push_str(&day.to_string());
    }
    out.push_str("}\n}");
    out
}

/// Words in which TeX sees nothing but words.
fn tex(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(letter);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            letter => out.push(letter),
        }
    }
}

/// A reference of RIS, without a line feed at its end.
pub(crate) fn ris(facts: &Formats) -> String {
    let mut out = String::with_capacity(320);
    out.push_str(if facts.edition.is_some() { "TY  - RPRT" } else { "TY  - ELEC" });
    // A line of RIS ends at its line feed: words are one line.
    let mut add = |tag: &str, words: &str| {
        out.push_str(tag);
        for (n, word) in words.split_whitespace().enumerate() {
            if n > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
    };
    facts.authors.iter().for_each(|name| add("\nAU  - ", name));
    add("\nTI  - ", &facts.title);
    add("\nT2  - ", &facts.site);
    add("\nPY  - ", &facts.year.to_string());
    if let Some(note) = &facts.note {
        add("\nN1  - ", note);
    }
    if let Some(url) = &facts.url {
        add("\nUR  - ", url);
    }
    if let Some(day) = facts.read {
        add("\nY2  - ", &day.strftime("%Y/%m/%d").to_string());
    }
    out.push_str("\nER  - ");
    out
}

#[derive(Serialize)]
struct Csl<'f> {
    id: &'f str,
    r#type: &'static str,
    author: Vec<Literal<'f>>,
    title: &'f str,
    #[serde(rename = "container-title")]
    container: &'f str,
    issued: Parts,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Parts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'f str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'f str>,
}

#[derive(Serialize)]
struct Literal<'f> {
    literal: &'f str,
}

#[derive(Serialize)]
struct Parts {
    #[serde(rename = "date-parts")]
    parts: [Vec<i16>; 1],
}

/// Items of CSL-JSON, each with its id.
pub(crate) fn csl<'f>(items: impl IntoIterator<Item = (&'f str, &'f Formats)>) -> String {
    let items: Vec<Csl> = items.into_iter().map(|(id, facts)| item(id, facts)).collect();
    // A struct of strings and numbers is always JSON.
    serde_json::to_string(&items).unwrap_or_default()
}

fn item<'f>(id: &'f str, facts: &'f Formats) -> Csl<'f> {
    Csl {
        id,
        r#type: if facts.edition.is_some() { "report" } else { "webpage" },
        author: facts.authors.iter().map(|literal| Literal { literal }).collect(),
        title: &facts.title,
        container: &facts.site,
        issued: Parts { parts: [vec![facts.year]] },
        accessed: facts
            .read
            .map(|day| Parts { parts: [vec![day.year(), i16::from(day.month()), i16::from(day.day())]] }),
        note: facts.note.as_deref(),
        url: facts.url.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Formats {
        Formats {
            words: vec![Span::plain("A & B "), Span { italic: true, ..Span::plain("50% <of> it") }],
            authors: vec!["A & B".to_owned()],
            title: "50% <of> {it}\nall".to_owned(),
            site: "The site".to_owned(),
            year: 2019,
            date: None,
            edition: None,
            note: None,
            url: Some("https://example.org/a_b.html".to_owned()),
            read: Some(jiff::civil::date(2026, 11, 22)),
        }
    }

    #[test]
    fn no_line_breaks_within_the_day_of_reading() {
        let spans = [Span::plain("A place (Accessed: 23 November 2026).")];
        assert_eq!(words(&spans).as_str(), "A place (Accessed: 23\u{a0}November\u{a0}2026).");
    }

    #[test]
    fn every_format_escapes_its_own_marks() {
        let facts = facts();
        assert_eq!(words(&facts.words).as_str(), "A &amp; B <cite>50% &lt;of&gt; it</cite>");
        insta::assert_snapshot!(bibtex("issues/a_b", &facts), @r"
        @online{issues-a-b,
          author = {{A \& B}},
          title = {50\% <of> \{it\}
        all},
          organization = {The site},
          year = {2019},
          url = {https://example.org/a_b.html},
          urldate = {2026-11-22}
        }
        ");
        insta::assert_snapshot!(ris(&facts), @r"
        TY  - ELEC
        AU  - A & B
        TI  - 50% <of> {it} all
        T2  - The site
        PY  - 2019
        UR  - https://example.org/a_b.html
        Y2  - 2026/11/22
        ER  -
        ");
        assert!(
            csl([("issues/a_b", &facts)])
                .starts_with(r#"[{"id":"issues/a_b","type":"webpage","author":[{"literal":"A & B"}],"#)
        );
    }
}
