//! Lines of a report as HTML and as Markdown.
//!
//! In: `Inline`s and where the report stands. Out: text that is safe to print: every word is
//! escaped, and a link that would lead nowhere is only its words.

use crate::compose::Site;
use crate::compose::address::{relative, url};
use crate::compose::report::CompiledReport;
use crate::compose::report::tree::{Inline, Picture, Target, withheld};
use crate::model::id::Ref;
use crate::model::words::{Words, args};

use super::super::files;
use super::super::html::{Html, escape, escaped, status, time};

/// Draws the lines of one report.
#[derive(Clone, Copy)]
pub(super) struct Pen<'s> {
    pub(super) site: &'s Site<'s>,
    pub(super) report: &'s CompiledReport,
    /// The address of the report.
    place: &'s str,
    /// Whether links are written by the names of records, to be resolved when they are shown.
    by_name: bool,
}

impl<'s> Pen<'s> {
    /// A pen for a report of the site.
    pub(super) fn new(site: &'s Site<'s>, index: usize) -> Self {
        let report = &site.reports()[index];
        Pen { site, report, place: site.addresses.record(report.record), by_name: false }
    }

    /// The same for words that are kept: their links name records, not addresses of today.
    pub(super) fn by_name(self) -> Self {
        Pen { by_name: true, ..self }
    }

    /// The words of the report.
    pub(super) fn words(self) -> &'s Words {
        self.site.edition.words()
    }

    /// The way to an address of the site.
    pub(super) fn way(self, address: &str) -> String {
        url(&relative(self.place, address)).into_owned()
    }

    /// The way to a record or a part of it; `None` where the edition does not hold it.
    pub(super) fn href(self, to: &Ref) -> Option<String> {
        let address = self.site.addresses.reference(self.site.edition, to)?;
        Some(self.way(&address))
    }

    fn target(self, target: &Target) -> Option<String> {
        match target {
            Target::Record(to) if self.by_name => Some(to.to_string()),
            Target::Record(to) => self.href(to),
            Target::Here(anchor) => self.report.anchors.contains(anchor).then(|| format!("#{anchor}")),
            Target::Web(address) => Some(address.clone()),
        }
    }

    /// A line as markup.
    pub(super) fn html(self, line: &[Inline]) -> Html {
        let mut out = String::new();
        self.add_html(line, &mut out);
        Html::new(&out)
    }

    pub(super) fn add_html(self, line: &[Inline], out: &mut String) {
        for piece in line {
            let (open, inner, close) = match piece {
                Inline::Emphasis(inner) => ("<em>", inner, "</em>"),
                Inline::Strong(inner) => ("<strong>", inner, "</strong>"),
                Inline::Struck(inner) => ("<del>", inner, "</del>"),
                Inline::Title(inner) => ("<cite>", inner, "</cite>"),
                Inline::Spoken(language, inner) => {
                    out.push_str("<span lang=\"");
                    escape(language, out);
                    ("\">", inner, "</span>")
                }
                Inline::Link(inner, target) => match self.target(target) {
                    Some(href) => {
                        out.push_str("<a href=\"");
                        escape(&href, out);
                        ("\">", inner, "</a>")
                    }
                    None => ("", inner, ""),
                },
                Inline::Text(words) => {
                    escape(&self.words().bound(words), out);
                    continue;
                }
                Inline::Code(code) => {
                    out.push_str(&format!("<code>{}</code>", escaped(code)));
                    continue;
                }
                Inline::Date(date) => {
                    out.push_str(&time(self.words(), *date));
                    continue;
                }
                Inline::Heading(heading) => {
                    out.push_str(&status(heading.as_str(), self.words().named("heading", heading.as_str())));
                    continue;
                }
                Inline::State(state) => {
                    out.push_str(&status(state.as_str(), self.words().named("state", state.as_str())));
                    continue;
                }
                Inline::Outcome(outcome) => {
                    out.push_str(&status(outcome.as_str(), &outcome.said(self.words())));
                    continue;
                }
                Inline::Note(n, first) => {
                    // The way back leads to where the note is named first.
                    let id = if *first { format!(" id=\"_note-{n}-from\"") } else { String::new() };
                    let label = escaped(&self.words().fill("report-note", args![number = *n]));
                    out.push_str(&format!(
                        "<sup><a href=\"#_note-{n}\"{id} aria-label=\"{label}\">{n}</a></sup>"
                    ));
                    continue;
                }
                Inline::Withheld(key, words) => {
                    let (key, words) = (escaped(key), escaped(&withheld(self.words(), words)));
                    out.push_str(&format!("<span class=\"withheld\" data-withheld=\"{key}\">{words}</span>"));
                    continue;
                }
                Inline::Break => {
                    out.push_str("<br>");
                    continue;
                }
                Inline::Picture(picture) => {
                    self.add_picture(picture, out);
                    continue;
                }
            };
            out.push_str(open);
            self.add_html(inner, out);
            out.push_str(close);
        }
    }

    /// The way to a picture that a page may show; none from words that are kept, which outlive it.
    fn picture(self, picture: &Picture) -> Option<String> {
        let address = files::shown(&picture.attachment).filter(|_| !self.by_name)?;
        // Every language shares the files of the main one.
        let up = if self.site.edition.config().is_main() { "" } else { "../" };
        Some(format!("{up}{}", self.way(&address)))
    }

    fn add_picture(self, picture: &Picture, out: &mut String) {
        let alt = escaped(&picture.alt);
        match self.picture(picture) {
            Some(src) => {
                let src = escaped(&src);
                out.push_str(&format!("<img src=\"{src}\" alt=\"{alt}\" loading=\"lazy\">"));
            }
            None => out.push_str(&format!("<em>{alt}</em>")),
        }
    }

    /// A line as Markdown.
    pub(super) fn markdown(self, line: &[Inline]) -> String {
        let mut out = String::new();
        self.add_markdown(line, "  \n", &mut out);
        out
    }

    /// A line as Markdown in a cell of a table.
    pub(super) fn cell(self, line: &[Inline]) -> String {
        let mut out = String::new();
        self.add_markdown(line, "<br>", &mut out);
        out.replace('|', "\\|").replace('\n', " ")
    }

    fn add_markdown(self, line: &[Inline], line_end: &str, out: &mut String) {
        for piece in line {
            let (open, inner, close) = match piece {
                Inline::Emphasis(inner) | Inline::Title(inner) => ("*", inner, "*".to_owned()),
                Inline::Spoken(_, inner) => ("", inner, String::new()),
                Inline::Strong(inner) => ("**", inner, "**".to_owned()),
                Inline::Struck(inner) => ("~~", inner, "~~".to_owned()),
                Inline::Link(inner, target) => match self.target(target) {
                    Some(href) => {
                        ("[", inner, format!("]({})", href.replace(' ', "%20").replace(')', "%29")))
                    }
                    None => ("", inner, String::new()),
                },
                Inline::Text(words) => {
                    escape_markdown(words, out);
                    continue;
                }
                Inline::Code(code) => {
                    // A longer fence than any run of backticks inside.
                    let run = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                    let fence = "`".repeat(run + 1);
                    out.push_str(&format!("{fence} {code} {fence}"));
                    continue;
                }
                Inline::Date(date) => {
                    out.push_str(&self.words().date(*date));
                    continue;
                }
                Inline::Heading(heading) => {
                    out.push_str(&format!("**{}**", self.words().named("heading", heading.as_str())));
                    continue;
                }
                Inline::State(state) => {
                    out.push_str(&format!("**{}**", self.words().named("state", state.as_str())));
                    continue;
                }
                Inline::Outcome(outcome) => {
                    out.push_str(&format!("**{}**", outcome.said(self.words())));
                    continue;
                }
                Inline::Note(n, _) if self.by_name => {
                    out.push_str(&format!(
                        " ({})",
                        self.words().fill("report-note-inline", args![number = *n])
                    ));
                    continue;
                }
                Inline::Note(n, _) => {
                    out.push_str(&format!("[^{n}]"));
                    continue;
                }
                Inline::Withheld(_, words) => {
                    escape_markdown(&withheld(self.words(), words), out);
                    continue;
                }
                Inline::Break => {
                    out.push_str(line_end);
                    continue;
                }
                Inline::Picture(picture) => {
                    let mut alt = String::new();
                    escape_markdown(&picture.alt, &mut alt);
                    match self.picture(picture) {
                        Some(src) => out.push_str(&format!("![{alt}]({src})")),
                        None => out.push_str(&format!("*{alt}*")),
                    }
                    continue;
                }
            };
            out.push_str(open);
            self.add_markdown(inner, line_end, out);
            out.push_str(&close);
        }
    }
}

/// Words that Markdown would read as marks keep their letters.
pub(super) fn escape_markdown(words: &str, out: &mut String) {
    for letter in words.chars() {
        if matches!(letter, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '~') {
            out.push('\\');
        }
        out.push(letter);
    }
}
