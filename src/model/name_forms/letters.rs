//! A text in plain letters, in which forms of names are looked for.
//!
//! In: any text. Out: its letters without what does not count (accents, markup, entities, kinds of hyphens), and
//! where each of them is written.

use std::ops::Range;

use crate::model::look_alike;

/// Text in plain letters, and where each of its bytes stood.
#[derive(Debug)]
pub(in crate::model) struct Folded {
    /// ASCII letters and digits, apostrophes, and single spaces for anything else.
    pub(in crate::model) text: String,
    at: Places,
}

/// Where bytes stood: where the letter began and where it ended.
#[derive(Debug)]
struct Places {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Folded {
    /// Where a range of the plain text is written.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at.starts.get(range.start).copied().unwrap_or_default();
        let end = range.end.checked_sub(1).and_then(|last| self.at.ends.get(last)).copied();
        start..end.unwrap_or(start).max(start)
    }

    /// What is written between two ranges of the plain text, the first before the second.
    pub(super) fn between<'t>(
        &self,
        written: &'t str,
        first: &Range<usize>,
        second: &Range<usize>,
    ) -> &'t str {
        written.get(self.source(first).end..self.source(second).start).unwrap_or_default()
    }

    /// The word that ends before a place, if no letter stands between.
    pub(super) fn word_before(&self, at: usize) -> Option<Range<usize>> {
        let before = self.text.get(..at)?.strip_suffix(' ')?;
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        (start < before.len()).then_some(start..before.len())
    }

    /// The word that begins behind a place, if no letter stands between.
    pub(super) fn word_after(&self, at: usize) -> Option<Range<usize>> {
        let after = self.text.get(at..)?.strip_prefix(' ')?;
        let length = after.find(' ').unwrap_or(after.len());
        (length > 0).then_some(at + 1..at + 1 + length)
    }
}

/// Text in plain letters: accents, markup, entities and kinds of apostrophes, hyphens and spaces do
/// not count.
pub(in crate::model) fn folded(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    let mut at = Places { starts: Vec::with_capacity(text.len()), ends: Vec::with_capacity(text.len()) };
    let mut add = |letter: char, range: Range<usize>| {
        if letter != ' ' || !out.ends_with(' ') {
            out.push(letter);
            at.starts.push(range.start);
            at.ends.push(range.end);
        }
    };
    let mut done = 0;
    for (start, letter) in text.char_indices() {
        if start < done {
            continue;
        }
        let number = if letter == '&' { numbered(&text[start..]) } else { None };
        let (letter, length) = number.unwrap_or((letter, letter.len_utf8()));
        let end = start + length;
        if number.is_some() {
            done = end;
        }
        match letter {
            '0'..='9' | 'a'..='z' | 'A'..='Z' => add(letter, start..end),
            '\'' | '’' | '‘' | 'ʼ' | '′' => add('\'', start..end),
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\0' => {}
            '&' if number.is_none() => {
                let (length, words) = entity(&text[start..]);
                done = start + length;
                words.chars().for_each(|letter| add(letter, start..done));
            }
            '<' if number.is_none() => {
                done = start + tag(&text[start..]);
                add(' ', start..done);
            }
            letter if letter.is_alphanumeric() => {
                match look_alike::within_latin(&text[..start], letter, &text[end..]) {
                    Some(meant) => add(meant, start..end),
                    None => {
                        let plain = deunicode::deunicode_char(letter).unwrap_or("x");
                        plain
                            .chars()
                            .filter(char::is_ascii_alphanumeric)
                            .for_each(|letter| add(letter, start..end));
                    }
                }
            }
            _ => add(' ', start..end),
        }
    }
    Folded { text: out, at }
}

/// How long an entity is, and what it stands for.
fn entity(text: &str) -> (usize, &'static str) {
    const KNOWN: [(&str, &str); 8] = [
        ("&amp;", " and "),
        ("&shy;", ""),
        ("&zwnj;", ""),
        ("&zwj;", ""),
        ("&apos;", "'"),
        ("&rsquo;", "'"),
        ("&lsquo;", "'"),
        ("&nbsp;", " "),
    ];
    let known = KNOWN.iter().find(|(entity, _)| text.starts_with(entity));
    known.map_or((1, " and "), |(entity, words)| (entity.len(), words))
}

/// The letter that an entity says by its number, and how long the entity is.
fn numbered(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("&#")?;
    let (digits, base) = digits.strip_prefix(['x', 'X']).map_or((digits, 10), |digits| (digits, 16));
    let length = digits.bytes().take(8).position(|byte| !byte.is_ascii_alphanumeric())?;
    let letter = char::from_u32(u32::from_str_radix(&digits[..length], base).ok()?)?;
    let start = text.len() - digits.len() + length;
    Some((letter, start + usize::from(text[start..].starts_with(';'))))
}

/// How long a tag of HTML is; a bracket that begins none is itself.
fn tag(text: &str) -> usize {
    let opens = text[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
    text.bytes().take(120).position(|byte| byte == b'>').filter(|_| opens).map_or(1, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_does_not_count() {
        assert_eq!(folded("Café & Société—<b>x</b>’s").text, "Cafe and Societe x 's");
        assert_eq!(folded("a &amp; b&nbsp;c").text, "a and b c");
        assert_eq!(folded("&#67;a&#xE9;&shy;&#8203;&#60;b> &#; &#x").text, "Cae b and and x");
    }

    #[test]
    fn words_stand_beside_each_other_and_are_written_somewhere() {
        let (text, plain) = ("Dr. Q. Zanétti", folded("Dr. Q. Zanétti"));
        let family = plain.text.find("Zanetti").unwrap();
        let first = plain.word_before(family).unwrap();
        assert_eq!(
            (&plain.text[first.clone()], plain.between(text, &first, &(family..family + 7))),
            ("Q", ". ")
        );
        assert_eq!(plain.word_before(0), None);
        assert_eq!(plain.word_after(2), Some(3..4));
    }
}
