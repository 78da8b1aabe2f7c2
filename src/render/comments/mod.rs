//! What reviewers said of a draft, as text, JSON and a Markdown table.
//!
//! In: a `Listing`, in which every remark is tied to its place. Out: text. Ties nothing and knows
//! neither Word nor the archive.

mod json;
mod table;
mod text;

pub use json::json;
pub use table::markdown;
pub use text::text;

use crate::model::date::Date;

/// What came back on a draft.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The report, as in `reports/2018-2019`; none where the files name none.
    pub report: Option<String>,
    /// The edition that the draft is of.
    pub edition: Option<u32>,
    /// What was said, in the order of each document.
    pub remarks: Vec<Remark>,
    /// The places that say something else by now, or are gone.
    pub changed: Vec<Spot>,
    /// How many changes of looks there are, of which nothing is told.
    pub looks: usize,
}

/// What a reviewer said.
#[derive(Clone, Debug)]
pub struct Remark {
    /// The Word file it is in.
    pub file: String,
    /// `comment`, `reply`, `change`, or `untracked`: a change that nobody tracked, or with nothing `added` a
    /// paragraph that was taken out.
    pub kind: &'static str,
    /// Who; empty where nobody knows.
    pub author: String,
    /// When, as the file says.
    pub date: Option<String>,
    /// What it is on.
    pub spot: Spot,
    /// The lasting name of the last place, where it is on several.
    pub through: Option<String>,
    /// The words it is on.
    pub on: String,
    /// What it says.
    pub words: String,
    /// What was deleted.
    pub removed: String,
    /// What was inserted.
    pub added: String,
    /// Whether somebody marked it as dealt with.
    pub done: bool,
    /// The remark it replies to, by its index.
    pub answers: Option<usize>,
}

/// A place in the draft, and what it is now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Its lasting name; none where the draft has none here.
    pub id: Option<String>,
    /// Its number in the draft, or that of the paragraph above it.
    pub number: Option<String>,
    /// Whether it stands below the numbered paragraph rather than in it.
    pub is_below: bool,
    /// Its number now.
    pub now: Option<String>,
    /// What became of it.
    pub since: Since,
    /// The file and the line that it was made from.
    pub source: Option<(String, usize)>,
    /// Whether the program compiled it from many records.
    pub is_compiled: bool,
}

/// What became of a place since the draft was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// It says what it said.
    Same,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Gone,
    /// Nobody can tell: the draft does not name it.
    #[default]
    Unknown,
}

impl Since {
    /// The word in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Since::Same => "same",
            Since::Changed => "changed",
            Since::Gone => "gone",
            Since::Unknown => "unknown",
        }
    }

    /// The same in words; nothing where nothing became of it.
    fn in_words(self) -> &'static str {
        match self {
            Since::Changed => "changed since the draft",
            Since::Gone => "not in the report any more",
            Since::Same | Since::Unknown => "",
        }
    }
}

impl Spot {
    /// What a reader calls it: `paragraph 14`, `below paragraph 14`.
    fn name(&self) -> String {
        let below = if self.is_below { "below " } else { "" };
        match (&self.number, &self.id) {
            (Some(number), _) => format!("{below}paragraph {number}"),
            (None, Some(id)) => format!("{below}{id}"),
            (None, None) => "a place without a name".to_owned(),
        }
    }

    /// Its number now, where it is another, and what became of it.
    fn became(&self) -> Vec<String> {
        let mut told = Vec::new();
        if let (Some(now), true) = (&self.now, self.now != self.number && self.number.is_some()) {
            told.push(format!("now {now}"));
        }
        let since = self.since.in_words();
        told.extend((!since.is_empty()).then(|| since.to_owned()));
        told
    }

    fn source(&self) -> String {
        match &self.source {
            Some((file, line)) => format!("{file}:{line}"),
            None if self.is_compiled => "compiled from the records".to_owned(),
            None => String::new(),
        }
    }
}

impl Remark {
    /// Whether it is a paragraph that somebody took out without a mark.
    fn is_taken_out(&self) -> bool {
        self.kind == "untracked" && self.added.is_empty()
    }

    /// The day of the remark in words.
    fn day(&self) -> Option<String> {
        let date = self.date.as_deref()?;
        let day: Option<Date> = date.get(..10).and_then(|day| day.parse().ok());
        Some(day.map_or_else(|| clean(date), Date::in_words))
    }

    fn author(&self) -> String {
        let author = clean(&self.author);
        if author.is_empty() { "somebody".to_owned() } else { author }
    }
}

/// Words of another on one line, without what a terminal would obey.
fn clean(words: &str) -> String {
    let plain: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
