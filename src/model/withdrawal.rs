//! Words that are taken out of a frozen edition, because a record that it tells of may not be seen any more.
//!
//! In: an edition, what is to go, and why. Out: the edition with a mark in each place where it stood, its
//! numbers as they were, and an entry on the withdrawal. The entry names a withdrawn record by a
//! digest alone: whoever has the record finds it again, and nobody reads its name in the lock.

mod held;

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil;
use sha2::{Digest, Sha256};

use super::id::RecordId;
use super::lock::{Form, Frozen, Passage};
use super::passages;
use crate::model::text::hex;

pub use self::held::{as_withdrawn, closed, meant, named, records, restored};

/// An entry on words that were taken out of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day.
    pub on: civil::Date,
    /// The reason, as the key of one in `annals.yaml`.
    pub reason: String,
    /// The lasting names of the passages that words were taken out of.
    pub passages: Vec<String>,
    /// The digest of the record that was withdrawn, where it was one: [`digest`].
    pub record: Option<String>,
    /// The seal that the edition had before.
    pub before: String,
}

/// What is taken out.
#[derive(Clone, Copy, Debug)]
pub enum Withdrawn<'w> {
    /// A record, with its title of now, if it is there: its own paragraph, rows of tables, links and titles.
    Record(&'w RecordId, Option<&'w str>),
    /// A paragraph, by its number.
    Paragraph(&'w str),
    /// Words, wherever they stand.
    Words(&'w str),
}

impl<'w> Withdrawn<'w> {
    /// What is no record: `p-14`, or words.
    pub fn said(what: &'w str) -> Self {
        let number = what.strip_prefix("p-");
        let number = number.filter(|number| number.starts_with(|first: char| first.is_ascii_digit()));
        number.map_or(Withdrawn::Words(what), Withdrawn::Paragraph)
    }
}

/// The digest by which the entry of a withdrawal knows a record: SHA-256 of the seal of before and its name, 64
/// hex digits.
pub fn digest(before: &str, id: &RecordId) -> String {
    hex(&Sha256::digest(format!("{before}\n{id}")))
}

/// An edition without what is withdrawn; `None` where it does not tell of it.
pub fn withdraw(frozen: &Frozen, what: Withdrawn<'_>, reason: &str, on: civil::Date) -> Option<Frozen> {
    let issue_of = |passage: &Passage| {
        let slug = passage.id.strip_prefix("issue-").filter(|_| matches!(passage.form, Form::Issue(_)));
        slug.map(|slug| RecordId::new("issues", slug))
    };
    // The paragraph of an issue is the issue.
    let of_paragraph = match what {
        Withdrawn::Paragraph(number) => {
            let found = frozen.passages.iter().find(|one| one.number.as_deref() == Some(number));
            found.and_then(issue_of)
        }
        _ => None,
    };
    let what = of_paragraph.as_ref().map_or(what, |id| Withdrawn::Record(id, None));
    let out = Out::new(what, reason, &frozen.passages);
    let mut changed = frozen.clone();
    let passages = out.of_passages(&mut changed.passages);
    let mut is_changed = !passages.is_empty();
    let mut line = |text: &mut String, mark: &str| {
        if let Some(without) = out.without(text, mark) {
            *text = without;
            is_changed = true;
        }
    };
    line(&mut changed.title, PLAIN);
    changed.authors.iter_mut().for_each(|author| line(author, PLAIN));
    changed.facts.iter_mut().for_each(|(_, words)| line(words, &out.mark));
    changed.cited.iter_mut().for_each(|cited| line(&mut cited.words, PLAIN));
    let mut record = None;
    if let Withdrawn::Record(id, _) = what {
        for said in &mut changed.issues {
            let is_it = said.issue.as_ref() == Some(id);
            if is_it {
                said.issue = None;
                said.evidence.clear();
            }
            let evidence = said.evidence.len();
            said.evidence.retain(|name| !names(name, id));
            is_changed |= is_it || said.evidence.len() != evidence;
        }
        let cited = changed.cited.len();
        changed.cited.retain(|cited| !names(&cited.passage, id));
        is_changed |= changed.cited.len() != cited;
        record = Some(id);
    }
    if !is_changed {
        return None;
    }
    // What nothing but the withdrawn issue cited says what it rests on.
    let still: BTreeSet<&String> = changed.issues.iter().flat_map(|said| &said.evidence).collect();
    changed.cited.retain(|cited| still.contains(&cited.passage));
    let before = frozen.seal();
    let record = record.map(|id| digest(&before, id));
    changed.withdrawn.push(Withdrawal { on, reason: reason.to_owned(), passages, record, before });
    Some(changed)
}

/// The mark in text that is shown as it is.
const PLAIN: &str = "[withheld]";

/// Whether a name (`workshops/x#p-4`) is that of a record, of a part of it, or of an action of it.
fn names(name: &str, id: &RecordId) -> bool {
    let name = name.split('#').next().unwrap_or_default();
    name == id.as_str() || actions_of(id).is_some_and(|own| name.starts_with(&own))
}

/// How the names of the actions of a workshop begin.
fn actions_of(id: &RecordId) -> Option<String> {
    (id.collection() == "workshops").then(|| format!("actions/{}-action-", id.slug()))
}

/// What is taken out, and what stands in its place.
struct Out<'w> {
    what: Withdrawn<'w>,
    mark: String,
    /// Words that go wherever they stand.
    words: Vec<Cow<'w, str>>,
    /// How the ends of links begin that go with their words.
    links: Vec<String>,
}

impl<'w> Out<'w> {
    fn new(what: Withdrawn<'w>, reason: &str, passages: &[Passage]) -> Self {
        let (mut words, mut links) = (Vec::new(), Vec::new());
        match what {
            Withdrawn::Record(id, title) => {
                let (collection, slug) = (id.collection(), id.slug());
                let singular = collection.strip_suffix('s').unwrap_or(collection);
                links = vec![
                    format!("]({id})"),
                    format!("]({id}#"),
                    format!("](#{singular}-{slug})"),
                    format!("](#ref-{collection}-{slug})"),
                ];
                links.extend(actions_of(id).map(|own| format!("]({own}")));
                words.extend(title.map(Cow::Borrowed));
                let own = format!("{singular}-{slug}");
                let titled = passages.iter().filter(|one| one.id == own);
                words.extend(titled.filter_map(|one| one.title.clone()).map(Cow::Owned));
            }
            Withdrawn::Words(said) => words.push(Cow::Borrowed(said)),
            Withdrawn::Paragraph(_) => {}
        }
        words.retain(|words| !words.trim().is_empty());
        // The longest first, so that none is left in part.
        words.sort_by_key(|words| std::cmp::Reverse(words.len()));
        words.dedup();
        Out { what, mark: passages::mark(reason), words, links }
    }

    /// Takes it out of passages; their lasting names, where something went.
    fn of_passages(&self, passages: &mut [Passage]) -> Vec<String> {
        let mut touched = Vec::new();
        let mut chapter = 0;
        for passage in passages {
            chapter += usize::from(passage.form == Form::Heading(2));
            if self.of_passage(passage, chapter) {
                touched.push(passage.id.clone());
            }
        }
        touched
    }

    fn of_passage(&self, passage: &mut Passage, chapter: usize) -> bool {
        match self.what {
            Withdrawn::Paragraph(number) => {
                let is_it = passage.number.as_deref() == Some(number) && passage.text != self.mark;
                if is_it {
                    self.mark.clone_into(&mut passage.text);
                    passage.title = passage.title.as_ref().map(|_| PLAIN.to_owned());
                }
                return is_it;
            }
            Withdrawn::Record(id, _) if id.collection() == "issues" => {
                let slug = passage.id.strip_prefix("issue-");
                if slug == Some(id.slug()) && matches!(passage.form, Form::Issue(_)) {
                    let number = passage.number.clone().unwrap_or_default();
                    passage.id = format!("withdrawn-{number}");
                    passage.title = None;
                    self.mark.clone_into(&mut passage.text);
                    return true;
                }
            }
            Withdrawn::Record(id, _) if id.collection() == "topics" => {
                let own = format!("topic-{}", id.slug());
                let rest =
                    passage.id.strip_prefix(&own).filter(|rest| rest.is_empty() || rest.starts_with('-'));
                if let Some(rest) = rest {
                    passage.id = format!("withdrawn-topic-{chapter}{rest}");
                    self.texts(passage);
                    return true;
                }
            }
            _ => {}
        }
        self.texts(passage)
    }

    fn texts(&self, passage: &mut Passage) -> bool {
        let title = passage.title.as_deref().and_then(|title| self.without(title, PLAIN));
        let lines: Vec<Option<String>> = passage.text.split('\n').map(|line| self.line(line)).collect();
        let is_changed = title.is_some() || lines.iter().any(Option::is_some);
        if title.is_some() {
            passage.title = title;
        }
        if lines.iter().any(Option::is_some) {
            let kept = passage.text.split('\n');
            let lines: Vec<Cow<'_, str>> = kept
                .zip(lines)
                .map(|(line, without)| without.map_or(Cow::Borrowed(line), Cow::Owned))
                .collect();
            passage.text = lines.join("\n");
        }
        is_changed
    }

    /// A line without it; `None` where it does not stand there. A row of a table goes as a whole.
    fn line(&self, line: &str) -> Option<String> {
        let without = self.without(line, &self.mark)?;
        let is_row = line.starts_with('|') && line.ends_with('|');
        if !is_row || !matches!(self.what, Withdrawn::Record(..)) {
            return Some(without);
        }
        let mut cells = 0;
        let mut before = ' ';
        for char in line.chars() {
            cells += usize::from(char == '|' && before != '\\');
            before = char;
        }
        Some(format!("| {} |{}", self.mark, "  |".repeat(cells.saturating_sub(2))))
    }

    /// A line without it, this mark in its place.
    fn without(&self, text: &str, mark: &str) -> Option<String> {
        let mut out = Cow::Borrowed(text);
        for to in &self.links {
            while let Some((from, until)) = out.find(to).and_then(|at| link(&out, at)) {
                let mut without = out.into_owned();
                without.replace_range(from..until, mark);
                out = Cow::Owned(without);
            }
        }
        for words in &self.words {
            if let Some(without) = replaced(&out, words, mark) {
                out = Cow::Owned(without);
            }
        }
        (out != text).then(|| out.into_owned())
    }
}

/// A text with a mark for words, where they stand as whole words: who takes out `Ann` leaves `Annual` alone.
fn replaced(text: &str, words: &str, mark: &str) -> Option<String> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    // What does not begin or end in a letter has a border of its own.
    let (first, last) = (is_letter(words.chars().next()), is_letter(words.chars().next_back()));
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices(words) {
        let (before, behind) = (&text[..at], &text[at + words.len()..]);
        let is_within =
            first && is_letter(before.chars().next_back()) || last && is_letter(behind.chars().next());
        if !is_within {
            out.push_str(&text[from..at]);
            out.push_str(mark);
            from = at + words.len();
        }
    }
    (from > 0).then(|| out + &text[from..])
}

/// Where words were last taken out of an edition.
pub fn places(frozen: &Frozen) -> String {
    let touched = frozen.withdrawn.last().map_or(&[][..], |entry| &entry.passages);
    let passages = frozen.passages.iter().filter(|passage| touched.contains(&passage.id));
    let names: Vec<String> = passages.map(|passage| passage.name()).collect();
    if names.is_empty() {
        "its title page, or what it names as evidence".to_owned()
    } else {
        names.join(", ")
    }
}

/// How often words stand in a text in another way: with other capitals, spaces or marks between them, or in an address.
pub fn left(text: &str, words: &str) -> usize {
    let folded = |text: &str| {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let wanted = folded(words);
    if wanted.is_empty() {
        return 0;
    }
    folded(text).windows(wanted.len()).filter(|some| *some == wanted).count()
}

/// The link of a line whose `](` is at a byte.
fn link(line: &str, at: usize) -> Option<(usize, usize)> {
    let until = at + line.get(at..)?.find(')')? + 1;
    let mut depth = 0_usize;
    for (n, char) in line.get(..at)?.char_indices().rev() {
        let is_escaped = line[..n].ends_with('\\');
        match char {
            ']' if !is_escaped => depth += 1,
            '[' if !is_escaped && depth == 0 => return Some((n, until)),
            '[' if !is_escaped => depth -= 1,
            _ => {}
        }
    }
    None
}
