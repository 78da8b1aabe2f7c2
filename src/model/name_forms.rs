//! The forms in which a name may stand in a text, and where they do.
//!
//! In: names, and any text, which may be Markdown. Out: the bytes of the text at which a form stands as
//! whole words, as it is written or as it is shown. One automaton looks for all of them at once. Case
//! counts only where a name is one word, since the name of a group of people is often a common word.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::as_shown::blocks;

/// Every form of every name, ready to be looked for.
#[derive(Debug, Default)]
pub(super) struct Forms {
    forms: Vec<Form>,
    automaton: Option<AhoCorasick>,
}

/// A form of a name.
#[derive(Debug)]
struct Form {
    text: String,
    /// Whose it is.
    who: usize,
    way: Way,
}

/// How a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// As words.
    Words,
    /// As one word, whatever the case of its letters: in an address or behind a hash.
    Joined,
    /// As letters with full stops between them.
    Stopped,
}

/// From so many letters on, a name that is written as one word is no other word.
const JOINED: usize = 10;

impl Forms {
    /// Forms, each with whose it is.
    pub(super) fn of(names: Vec<(String, usize)>) -> Self {
        let mut forms = Vec::with_capacity(names.len() * 2);
        for (text, who) in names {
            let joined: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            if text.contains(' ') && joined.len() >= JOINED {
                forms.push(Form { text: joined, who, way: Way::Joined });
            }
            if text.len() > 1 && text.bytes().all(|letter| letter.is_ascii_uppercase()) {
                let stopped: Vec<String> = text.chars().map(String::from).collect();
                forms.push(Form { text: stopped.join(" "), who, way: Way::Stopped });
            }
            forms.push(Form { text, who, way: Way::Words });
        }
        let patterns = forms.iter().map(|form| form.text.as_str());
        let mut builder = AhoCorasickBuilder::new();
        let automaton = builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(patterns);
        Forms { automaton: automaton.ok().filter(|_| !forms.is_empty()), forms }
    }

    /// Where forms stand in a text, in its order; of two that overlap the longer one.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found = self.written(automaton, text);
        for block in blocks(text) {
            let shown = self.written(automaton, &block.text);
            found.extend(shown.into_iter().map(|(range, who)| (block.source_of(&range), who)));
        }
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut done = 0;
        found.retain(|(range, _)| {
            let is_new = range.start >= done;
            done = done.max(range.end);
            is_new
        });
        found
    }

    /// Where forms stand in a text as it is written, in no particular order.
    fn written(&self, automaton: &AhoCorasick, text: &str) -> Vec<(Range<usize>, usize)> {
        let Folded { text: plain, at } = folded(text);
        let hits = automaton.find_overlapping_iter(plain.as_str()).filter_map(|hit| {
            let form = &self.forms[hit.pattern().as_usize()];
            let range = hit.start()..hit.end();
            let end = at.ends.get(range.end - 1).copied().unwrap_or(text.len());
            let written = at.starts[range.start]..end;
            let stands = is_whole(plain.as_bytes(), &range)
                && match form.way {
                    Way::Words => is_cased(&plain[range.clone()], &form.text),
                    Way::Joined => true,
                    Way::Stopped => plain[range] == *form.text && is_stopped(&text[written.clone()]),
                };
            stands.then_some((written, form.who))
        });
        hits.collect()
    }
}

/// Whether there is a full stop, and nothing but a space beside it, between any two letters.
fn is_stopped(letters: &str) -> bool {
    letters.split('.').all(|letter| letter.trim_matches([' ', '\u{a0}']).len() == 1)
}

/// Whether whole words stand at a range, an ending of the possessive or the plural aside.
fn is_whole(text: &[u8], range: &Range<usize>) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let before = range.start.checked_sub(1);
    let is_joined = before.is_some_and(|at| text[at] == b'\'') && is_letter(range.start.checked_sub(2));
    if is_letter(before) || is_joined {
        return false;
    }
    let rest = &text[range.end..];
    ["", "'s", "s'", "s", "es", "es'", "'"].iter().any(|ending| {
        rest.starts_with(ending.as_bytes()) && !rest.get(ending.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// Whether letters have the case that makes one word a name: as it is written, or all of them large.
fn is_cased(found: &str, form: &str) -> bool {
    let is_loud = |word: &str| !word.bytes().any(|byte| byte.is_ascii_lowercase());
    form.contains(' ') || found == form || form.len() > 3 && is_loud(found)
}

/// The forms of a name and of what else it is called: with and without article and apostrophe, what
/// stands in brackets behind it, and persons by title and family name.
pub(super) fn forms<'n>(name: &'n str, others: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut forms = Vec::new();
    for name in std::iter::once(name).chain(others) {
        let (bare, inside) = match name.split_once('(') {
            Some((bare, inside)) => (bare, Some(inside.trim_end().trim_end_matches(')'))),
            None => (name, None),
        };
        for written in [Some(bare), inside].into_iter().flatten() {
            let whole = folded(written).text;
            let whole = whole.trim();
            let bare = whole.strip_prefix("The ").or_else(|| whole.strip_prefix("the ")).unwrap_or(whole);
            let legal = [" Ltd", " Limited", " plc", " PLC", " LLP", " CIC"];
            let bare = legal.iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
            forms.push(bare.to_owned());
            forms.push(bare.replace('\'', ""));
            if inside.is_none() {
                forms.extend(by_title(bare));
            }
        }
    }
    forms.retain(|form| form.len() > 1 && form.bytes().any(|byte| byte.is_ascii_alphabetic()));
    forms.sort();
    forms.dedup();
    forms
}

/// A person's family name behind each title; nothing where the name does not look like a person's.
fn by_title(name: &str) -> Vec<String> {
    const TITLES: [&str; 9] = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame"];
    const BODIES: [&str; 22] = [
        "league",
        "society",
        "trust",
        "group",
        "council",
        "office",
        "watch",
        "rights",
        "international",
        "alliance",
        "network",
        "campaign",
        "association",
        "foundation",
        "institute",
        "university",
        "police",
        "centre",
        "union",
        "forum",
        "board",
        "company",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let is_person = (2..=3).contains(&words.len())
        && words.iter().all(|word| word.starts_with(|first: char| first.is_ascii_uppercase()))
        && !words.iter().any(|word| BODIES.contains(&word.to_lowercase().as_str()));
    match words.last() {
        Some(family) if is_person => TITLES.iter().map(|title| format!("{title} {family}")).collect(),
        _ => Vec::new(),
    }
}

/// Text in plain letters, and where each of its bytes stood.
#[derive(Debug)]
pub(super) struct Folded {
    /// ASCII letters and digits, apostrophes, and single spaces for anything else.
    pub(super) text: String,
    at: Places,
}

/// Where bytes stood: where the letter began and where it ended.
#[derive(Debug)]
struct Places {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

/// Text in plain letters: accents, markup, entities and kinds of apostrophes, hyphens and spaces do
/// not count.
pub(super) fn folded(text: &str) -> Folded {
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
                let plain = deunicode::deunicode_char(letter).unwrap_or("x");
                plain.chars().filter(char::is_ascii_alphanumeric).for_each(|letter| add(letter, start..end));
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_what_does_not_count() {
        assert_eq!(folded("Café & Société—<b>x</b>’s").text, "Cafe and Societe x 's");
        assert_eq!(folded("a &amp; b&nbsp;c").text, "a and b c");
        assert_eq!(folded("&#67;a&#xE9;&shy;&#8203;&#60;b> &#; &#x").text, "Cae b and and x");
    }

    #[test]
    fn persons_have_titles_and_bodies_have_none() {
        let all = |name| forms(name, std::iter::empty());
        assert!(all("Jane Doe").contains(&"Dr Doe".to_owned()));
        assert_eq!(all("The Open Society (OS) "), ["OS", "Open Society"]);
        assert_eq!(all("Bus Company Ltd"), ["Bus Company"]);
    }

    proptest! {
        #[test]
        fn what_is_found_stands_there(text in "\\PC{0,30}(Parents' League|PARENTS’ LEAGUE|É)?\\PC{0,30}") {
            let found = Forms::of(vec![("Parents' League".to_owned(), 0), ("E".to_owned(), 1)]);
            let mut done = 0;
            for (at, _) in found.find(&text) {
                prop_assert!(text.get(at.clone()).is_some() && at.start >= done && at.end > at.start);
                done = at.end;
            }
        }
    }
}
