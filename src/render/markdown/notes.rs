//! Footnotes: numbered in the order in which they are first referred to, with links back.

use crate::model::words::{Words, args};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::html::escaped;
/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels in the order of their first reference, with how often each was referred to.
    referred: Vec<(String, usize)>,
    /// What the notes say, by label.
    said: BTreeMap<String, String>,
}

impl Notes {
    /// Prints a reference.
    pub(super) fn refer(&mut self, label: &str, out: &mut String) {
        let at = match self.referred.iter().position(|(known, _)| known == label) {
            Some(at) => at,
            None => {
                self.referred.push((label.to_owned(), 0));
                self.referred.len() - 1
            }
        };
        self.referred[at].1 += 1;
        let (number, time) = (at + 1, self.referred[at].1);
        let _ = write!(
            out,
            "<sup><a href=\"#fn-{number}\" id=\"{}\" aria-label=\"Note {number}\">{number}</a></sup>",
            anchor(number, time)
        );
    }

    /// Keeps what a note says, as HTML.
    pub(super) fn define(&mut self, label: &str, html: String) {
        self.said.entry(label.to_owned()).or_insert(html);
    }

    /// Prints the notes; those that nothing refers to come last, without a link back.
    pub(super) fn print(mut self, words: &Words, out: &mut String) {
        if self.said.is_empty() {
            return;
        }
        let label = escaped(words.say("notes"));
        let _ = writeln!(out, "<section class=\"footnotes\" aria-label=\"{label}\"><ol>");
        for (at, (label, times)) in self.referred.iter().enumerate() {
            let number = at + 1;
            let mut html = self.said.remove(label).unwrap_or_default();
            let mut back = String::new();
            for time in 1..=*times {
                let _ = write!(
                    back,
                    " <a href=\"#{}\" aria-label=\"{}\">↩</a>",
                    anchor(number, time),
                    words.markup("back-to-note", args![number = number])
                );
            }
            match html.strip_suffix("</p>\n") {
                Some(kept) => html = format!("{kept}{back}</p>"),
                None => html.push_str(&back),
            }
            let _ = writeln!(out, "<li id=\"fn-{number}\">{html}</li>");
        }
        for html in self.said.values() {
            let _ = writeln!(out, "<li>{}</li>", html.trim_end());
        }
        out.push_str("</ol></section>\n");
    }
}

fn anchor(number: usize, time: usize) -> String {
    if time == 1 { format!("ref-{number}") } else { format!("ref-{number}-{time}") }
}
