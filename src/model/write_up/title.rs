//! The wording of an action → a title for its record.

use pulldown_cmark::{Event, Parser, TagEnd};

use super::WrittenAction;
use crate::model::text;

/// How many letters a heading can hold.
const LONGEST: usize = 120;

impl WrittenAction {
    /// The first sentence of its first wording, without markup and cut to what a heading can hold;
    /// `Action 3` where there are no words.
    pub fn title(&self) -> String {
        let title = self.wordings.first().map(|wording| sentence(&wording.text)).unwrap_or_default();
        if title.is_empty() { format!("Action {}", self.number) } else { title }
    }
}

fn sentence(wording: &str) -> String {
    let plain = plain(wording);
    let sentence = match plain.split_once(". ") {
        Some((first, _)) if first.chars().count() >= 20 => first,
        _ => plain.trim_end_matches('.'),
    };
    match sentence.char_indices().nth(LONGEST) {
        None => sentence.to_owned(),
        Some((end, _)) => {
            let cut = sentence[..end].rsplit_once(' ').map_or(&sentence[..end], |(words, _)| words);
            format!("{}…", cut.trim_end_matches([',', ';', ':', ' ']))
        }
    }
}

/// The words; what is withheld says only that it is.
fn plain(wording: &str) -> String {
    let mut plain = String::with_capacity(wording.len());
    for event in Parser::new_ext(wording, text::markdown()) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                plain.push(' ')
            }
            Event::InlineHtml(_) | Event::Html(_) => plain.push(' '),
            _ => {}
        }
    }
    while let Some((before, rest)) = plain.split_once("[[withheld") {
        let after = rest.split_once("]]").map_or("", |(_, after)| after);
        plain = format!("{before}[withheld]{after}");
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
