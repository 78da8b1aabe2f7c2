//! A lock: what the final editions of a report said on the day on which each was frozen.
//!
//! A value type without IO. It holds the words of every edition, so that an edition stays readable
//! when the records have moved on, and two kinds of hashes: one a passage, and one over the whole
//! edition, which tells whether a hand has been in the file. A lock belongs to one audience, because
//! it holds what that audience could read.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil;
use sha2::{Digest, Sha256};

use super::access::Visibility;
use super::cited::Cited;
use super::date::Date;
use super::id::RecordId;
use super::standing::Heading;
use super::withdrawal::Withdrawal;
use crate::model::text::hex;

/// The language of an edition that does not say which.
pub const ENGLISH: &str = "en";

/// The frozen editions of one report, for one audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The file it is in, relative to the root.
    pub file: Arc<str>,
    /// The report.
    pub report: RecordId,
    /// Who could read it: `Public` or `Members`.
    pub audience: Visibility,
    /// Its editions, oldest first; never empty.
    pub editions: Vec<Frozen>,
}

/// An edition as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Its number, from 1.
    pub edition: u32,
    /// The date on its title page.
    pub date: Option<Date>,
    /// The day on which it was frozen: what was under embargo then is not in it.
    pub frozen_on: civil::Date,
    /// The day as at which it speaks.
    pub as_of: civil::Date,
    /// The version of the program that compiled it.
    pub program: String,
    /// The language it is in.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Who is named as its authors.
    pub authors: Vec<String>,
    /// Its title block: label and words, Markdown.
    pub facts: Vec<(String, String)>,
    /// Every issue, in its order.
    pub issues: Vec<FrozenIssue>,
    /// What was taken out of it since, in the order in which it was.
    pub withdrawn: Vec<Withdrawal>,
    /// The passages that are cited as evidence, as they read then; none in a lock of before they were kept.
    pub cited: Vec<Cited>,
    /// Everything it says, in its order.
    pub passages: Vec<Passage>,
}

/// Where an issue stood in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenIssue {
    /// The issue; none where it was withdrawn since.
    pub issue: Option<RecordId>,
    /// Its heading.
    pub heading: Heading,
    /// The row of the rule's table, by its name.
    pub rule: String,
    /// The number of its paragraph.
    pub paragraph: String,
    /// The passages that were named as evidence.
    pub evidence: Vec<String>,
}

/// A stretch of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub form: Form,
    /// Its number, where it is a numbered paragraph.
    pub number: Option<String>,
    /// Its lasting name.
    pub id: String,
    /// Who speaks, where it is a paragraph: `records`, `editors` or `matrix`.
    pub voice: Option<String>,
    /// The title of a chapter, section or issue; the caption of a table or figure.
    pub title: Option<String>,
    /// What it says: Markdown, its links by the names of records (`issues/x#event-2`).
    pub text: String,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The heading of a chapter or section, and what stands under it without a number.
    Heading(u8),
    /// A numbered paragraph.
    Paragraph,
    /// An issue: its numbered paragraph and all that is said of it; its heading.
    Issue(Heading),
    /// A table, or a figure as a table.
    Table,
}

impl Form {
    /// The word in a lock.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Heading(_) => "heading",
            Form::Paragraph => "paragraph",
            Form::Issue(_) => "issue",
            Form::Table => "table",
        }
    }
}

impl Lock {
    /// The edition of this number.
    pub fn edition(&self, number: u32) -> Option<&Frozen> {
        self.editions.iter().find(|frozen| frozen.edition == number)
    }

    /// The last edition that was frozen.
    pub fn newest(&self) -> Option<&Frozen> {
        self.editions.iter().max_by_key(|frozen| frozen.edition)
    }
}

impl Frozen {
    /// The heading under which an issue stood; `None` where it was not in this edition.
    pub fn heading_of(&self, issue: &RecordId) -> Option<Heading> {
        self.issues.iter().find(|known| known.issue.as_ref() == Some(issue)).map(|known| known.heading)
    }

    /// The passage of this number (`p-14`) or name.
    pub fn passage(&self, part: &str) -> Option<&Passage> {
        let number = part.strip_prefix("p-");
        let found = self.passages.iter().find(|one| number.is_some() && one.number.as_deref() == number);
        found.or_else(|| self.passages.iter().find(|one| one.number.is_some() && one.id == part))
    }

    /// The records that it names: its issues, its topics, and where its links lead.
    pub fn names(&self) -> BTreeSet<RecordId> {
        let links = self.passages.iter().flat_map(|passage| passage.text.split("](").skip(1));
        let links = links.filter_map(|rest| RecordId::parse(rest.split([')', '#']).next()?));
        let topics = self.passages.iter().filter_map(|one| Some(RecordId::new("topics", one.topic()?)));
        self.issues.iter().filter_map(|said| said.issue.clone()).chain(topics).chain(links).collect()
    }

    /// The seal: SHA-256 over everything the edition holds, in its order, 64 hex digits. Whoever
    /// changes a letter of it breaks the seal.
    pub fn seal(&self) -> String {
        let mut sum = Sum(Sha256::new());
        sum.add(&self.edition.to_string());
        sum.add(&self.date.map(|date| date.to_string()).unwrap_or_default());
        [self.frozen_on, self.as_of].iter().for_each(|day| sum.add(&day.to_string()));
        sum.add(&self.program);
        // What was frozen before there were others is in English.
        if self.language != ENGLISH {
            sum.add(&self.language);
        }
        sum.add(&self.title);
        self.authors.iter().for_each(|author| sum.add(author));
        self.facts.iter().for_each(|(label, words)| {
            sum.add(label);
            sum.add(words);
        });
        for issue in &self.issues {
            sum.add(issue.issue.as_ref().map_or("", RecordId::as_str));
            [issue.heading.as_str(), &issue.rule, &issue.paragraph].iter().for_each(|part| sum.add(part));
            issue.evidence.iter().for_each(|evidence| sum.add(evidence));
        }
        for entry in &self.withdrawn {
            sum.add(&entry.on.to_string());
            [&*entry.reason, entry.record.as_deref().unwrap_or_default(), &entry.before]
                .iter()
                .for_each(|part| sum.add(part));
            entry.passages.iter().for_each(|id| sum.add(id));
        }
        for cited in &self.cited {
            [&cited.passage, &cited.words, &cited.sha256].iter().for_each(|part| sum.add(part));
        }
        for passage in &self.passages {
            sum.add(passage.number.as_deref().unwrap_or_default());
            sum.add(&passage.id);
            sum.add(&passage.hash());
        }
        sum.hex()
    }
}

impl Passage {
    /// SHA-256 over what it is, who speaks, its title and its words, 64 hex digits. Its number is
    /// not part of it: a paragraph that only moved says what it said.
    pub fn hash(&self) -> String {
        let mut sum = Sum(Sha256::new());
        sum.add(self.form.as_str());
        match self.form {
            Form::Heading(level) => sum.add(&level.to_string()),
            Form::Issue(heading) => sum.add(heading.as_str()),
            Form::Paragraph | Form::Table => {}
        }
        sum.add(self.voice.as_deref().unwrap_or_default());
        sum.add(self.title.as_deref().unwrap_or_default());
        sum.add(&self.text);
        sum.hex()
    }

    /// The slug of the topic, where it is the heading of a topic's chapter.
    pub fn topic(&self) -> Option<&str> {
        self.id.strip_prefix("topic-").filter(|_| self.form == Form::Heading(2))
    }

    /// What a reader calls it: `paragraph 14`, `the table “Actions”`.
    pub fn name(&self) -> String {
        match (&self.number, &self.title) {
            (Some(number), _) => format!("paragraph {number}"),
            (None, Some(title)) if self.form == Form::Table => format!("the table “{title}”"),
            (None, Some(title)) if self.text.is_empty() => format!("the heading “{title}”"),
            (None, Some(title)) => format!("what stands under “{title}”"),
            (None, None) => format!("`{}`", self.id),
        }
    }
}

struct Sum(Sha256);

impl Sum {
    /// Adds a text with its length, so that no two rows of texts have one sum.
    fn add(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_be_bytes());
        self.0.update(text.as_bytes());
    }

    fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(number: &str, id: &str, text: &str) -> Passage {
        Passage {
            form: Form::Paragraph,
            number: Some(number.to_owned()),
            id: id.to_owned(),
            voice: Some("records".to_owned()),
            title: None,
            text: text.to_owned(),
        }
    }

    fn frozen() -> Frozen {
        Frozen {
            edition: 1,
            date: None,
            frozen_on: civil::date(2019, 8, 1),
            as_of: civil::date(2019, 7, 31),
            program: "0.1.0".to_owned(),
            language: "en".to_owned(),
            title: "Report".to_owned(),
            authors: Vec::new(),
            facts: Vec::new(),
            issues: vec![FrozenIssue {
                issue: Some(RecordId::new("issues", "a")),
                heading: Heading::Resolved,
                rule: "discussed and resolved".to_owned(),
                paragraph: "2".to_owned(),
                evidence: vec!["papers/p#p-1".to_owned()],
            }],
            withdrawn: Vec::new(),
            cited: vec![Cited {
                passage: "papers/p#p-1".to_owned(),
                words: "Kept.".to_owned(),
                sha256: "ab".to_owned(),
            }],
            passages: vec![passage("1", "summary-counts", "One."), passage("2", "issue-a", "Two.")],
        }
    }

    #[test]
    fn a_changed_letter_breaks_the_seal() {
        let seal = frozen().seal();
        let mut others = Vec::new();
        let mut change = |with: &dyn Fn(&mut Frozen)| {
            let mut other = frozen();
            with(&mut other);
            others.push(other.seal());
        };
        change(&|one| one.passages[0].text = "One!".to_owned());
        change(&|one| one.passages[0].number = Some("3".to_owned()));
        change(&|one| one.issues[0].heading = Heading::Outstanding);
        change(&|one| one.issues[0].evidence.clear());
        change(&|one| one.cited[0].sha256 = "ac".to_owned());
        change(&|one| one.cited.clear());
        change(&|one| one.issues[0].issue = None);
        change(&|one| one.passages.swap(0, 1));
        change(&|one| one.frozen_on = civil::date(2019, 8, 2));
        assert!(others.iter().all(|other| *other != seal));
        assert_eq!(frozen().seal(), seal);
    }

    #[test]
    fn a_passage_is_found_by_number_and_by_name() {
        let frozen = frozen();
        assert_eq!(frozen.passage("p-2").map(|one| &*one.text), Some("Two."));
        assert_eq!(frozen.passage("issue-a").map(|one| &*one.text), Some("Two."));
        assert_eq!(frozen.passage("p-3"), None);
        assert_eq!(passage("4", "x", "").name(), "paragraph 4");
    }
}
