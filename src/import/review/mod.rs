//! What an import was unsure of → a list that an editor can work through.
//!
//! In: what each document was recognised as, the records it made, and the doubts at their lines. Out: a
//! `Review`, which is shown in two ways: a few lines for a terminal, and a checklist in Markdown. The
//! doubts stand by document and by kind, those to decide before those to look over; what is the same
//! doubt in many places is said once, with its places. It decides nothing and drops nothing.

pub mod checklist;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::airtable::faults;
use super::documents::rules;
use crate::diag::{Diagnostic, Rule, Severity};
use crate::model::id::RecordId;

/// What a document was recognised as, and what it made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The document.
    pub file: Arc<str>,
    /// `a slide pack: 20 slides`.
    pub what: String,
    /// The records it made, in its order.
    pub records: Vec<RecordId>,
}

/// Where the file of a record is, or will be.
type Place<'a> = &'a dyn Fn(&RecordId) -> String;

/// The doubts of an import, in the order in which an editor takes them up.
#[derive(Debug, Default)]
pub struct Review {
    documents: Vec<Document>,
}

/// The doubts about one file.
#[derive(Debug)]
struct Document {
    file: Arc<str>,
    told: Vec<Made>,
    kinds: Vec<Kind>,
}

/// What a document was recognised as, and where what it made lies.
#[derive(Debug)]
struct Made {
    what: String,
    records: Vec<String>,
}

/// The doubts of one kind.
#[derive(Debug)]
struct Kind {
    code: &'static str,
    severity: Severity,
    doubts: Vec<Doubt>,
}

/// One doubt, and every place where it is the same.
#[derive(Clone, Debug)]
struct Doubt {
    message: String,
    help: Option<String>,
    lines: Vec<usize>,
}

/// So many doubts of a kind are spelt out on a terminal; of the others only the lines are named.
const SPELT_OUT: usize = 3;

impl Review {
    /// Puts the doubts in order. Errors are none of them: with an error there is nothing to review.
    pub fn of(told: Vec<Told>, doubts: &[Diagnostic], place: Place<'_>) -> Self {
        let mut documents: Vec<Document> = Vec::new();
        for Told { file, what, records: ids } in told {
            let made = Made { what, records: records(&ids, place) };
            match documents.iter_mut().find(|document| document.file == file) {
                Some(document) => document.told.push(made),
                None => documents.push(Document { file, told: vec![made], kinds: Vec::new() }),
            }
        }
        let mut by_file: BTreeMap<&Arc<str>, Vec<&Diagnostic>> = BTreeMap::new();
        for doubt in doubts.iter().filter(|doubt| doubt.severity < Severity::Error) {
            by_file.entry(&doubt.file).or_default().push(doubt);
        }
        for (file, doubts) in by_file {
            let kinds = kinds(&doubts);
            match documents.iter_mut().find(|document| document.file == *file) {
                Some(document) => document.kinds = kinds,
                None => documents.push(Document { file: Arc::clone(file), told: Vec::new(), kinds }),
            }
        }
        Review { documents }
    }

    /// How many things there are to decide, and how many to look over: the same doubt in many places
    /// is one thing.
    pub fn counts(&self) -> (usize, usize) {
        let all = || self.documents.iter().flat_map(|document| &document.kinds);
        let of = |severity| -> usize {
            all().filter(|kind| kind.severity == severity).map(|kind| kind.doubts.len()).sum()
        };
        (of(Severity::Warning), of(Severity::Remark))
    }

    /// A few lines a document: what it is, what is to decide, and which kinds are to look over.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        for Document { file, told, kinds } in &self.documents {
            if !text.is_empty() {
                text.push('\n');
            }
            let what: Vec<&str> = told.iter().map(|told| told.what.as_str()).collect();
            let what = if what.is_empty() { String::new() } else { format!(": {}", what.join("; ")) };
            let _ = writeln!(text, "{file}{what}");
            for (severity, head) in HEADS {
                let kinds: Vec<&Kind> = kinds.iter().filter(|kind| kind.severity == severity).collect();
                if !kinds.is_empty() {
                    let _ = writeln!(text, "  {head}:");
                }
                for kind in kinds {
                    if severity == Severity::Warning {
                        kind.spell_out(&mut text)
                    } else {
                        kind.name(&mut text)
                    }
                }
            }
        }
        text
    }
}

/// What the weight of a doubt asks of an editor.
const HEADS: [(Severity, &str); 2] =
    [(Severity::Warning, "to decide"), (Severity::Remark, "done, to look over")];

/// The doubts of one file by kind, in the order of their first lines.
fn kinds(doubts: &[&Diagnostic]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for doubt in doubts {
        let found = kinds.iter().position(|kind| kind.code == doubt.code);
        let at = found.unwrap_or_else(|| {
            kinds.push(Kind { code: doubt.code, severity: doubt.severity, doubts: Vec::new() });
            kinds.len() - 1
        });
        let Some(kind) = kinds.get_mut(at) else { continue };
        let same = kind.doubts.iter_mut().find(|one| one.message == doubt.message && one.help == doubt.help);
        match same {
            Some(same) => same.lines.push(doubt.line),
            None => kind.doubts.push(Doubt {
                message: doubt.message.clone(),
                help: doubt.help.clone(),
                lines: vec![doubt.line],
            }),
        }
    }
    kinds
}

impl Kind {
    /// The doubts one by one, as far as there are few.
    fn spell_out(&self, text: &mut String) {
        let shown = if self.doubts.len() <= SPELT_OUT + 1 { self.doubts.len() } else { SPELT_OUT };
        for doubt in self.doubts.iter().take(shown) {
            let _ = writeln!(text, "    {}: {} [{}]", lines(&doubt.lines), doubt.message, self.code);
        }
        let rest: Vec<usize> =
            self.doubts.iter().skip(shown).flat_map(|doubt| doubt.lines.iter().copied()).collect();
        if !rest.is_empty() {
            let _ = writeln!(
                text,
                "    {}: and {} more like them [{}]",
                lines(&rest),
                self.doubts.len() - shown,
                self.code
            );
        }
    }

    /// Only what kind it is, and the lines; one alone is spelt out.
    fn name(&self, text: &mut String) {
        let all: Vec<usize> = self.doubts.iter().flat_map(|doubt| doubt.lines.iter().copied()).collect();
        let what = match self.doubts.as_slice() {
            [one] => one.message.as_str(),
            _ => summary(self.code),
        };
        let _ = writeln!(text, "    {}: {what} [{}]", lines(&all), self.code);
    }
}

/// `line 3`, `lines 32–34, 40`.
fn lines(numbers: &[usize]) -> String {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in &numbers {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == *number => *end = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(start, end): &(usize, usize)| match end - start {
        0 => start.to_string(),
        1 => format!("{start}, {end}"),
        _ => format!("{start}–{end}"),
    };
    let noun = if numbers.len() == 1 { "line" } else { "lines" };
    format!("{noun} {}", runs.iter().map(run).collect::<Vec<_>>().join(", "))
}

fn rule(code: &str) -> Option<&'static Rule> {
    rules::RULES.iter().chain(faults::RULES).copied().find(|rule| rule.code == code)
}

/// What a kind of doubt is, in one line.
fn summary(code: &'static str) -> &'static str {
    rule(code).map_or(code, |rule| rule.summary)
}

/// The records of a document in a few words: the first by its path, the others counted by folder.
fn records(ids: &[RecordId], place: Place<'_>) -> Vec<String> {
    let paths: Vec<String> = ids.iter().map(place).collect();
    let mut said: Vec<String> = paths.first().map(|path| format!("`{path}`")).into_iter().collect();
    let mut folders: Vec<(&str, usize)> = Vec::new();
    for path in paths.iter().skip(1) {
        let own = path.rsplit_once('/').map_or(path.as_str(), |(folder, _)| folder);
        match folders.iter_mut().find(|(folder, _)| *folder == own) {
            Some((_, count)) => *count += 1,
            None => folders.push((own, 1)),
        }
    }
    said.extend(folders.iter().map(|(folder, count)| format!("{count} in `{folder}/`")));
    said
}

#[cfg(test)]
mod tests {
    use super::super::writer::path_of;
    use super::*;

    pub(super) fn doubt(code: &'static str, severity: Severity, line: usize, message: &str) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            message: message.to_owned(),
            help: None,
            file: "in/note.md".into(),
            line,
            column: 1,
            width: 1,
            source: String::new(),
        }
    }

    pub(super) fn told() -> Vec<Told> {
        let id = |name: &str| RecordId::parse(name).unwrap();
        vec![Told {
            file: "in/note.md".into(),
            what: "a workshop write-up: 20 actions".to_owned(),
            records: vec![id("workshops/w"), id("issues/a"), id("issues/b")],
        }]
    }

    #[test]
    fn says_the_same_doubt_once_and_what_is_to_decide_first() {
        let mut doubts: Vec<Diagnostic> = [32, 33, 34, 39]
            .map(|line| doubt("folded_letters", Severity::Remark, line, "the owner “НО” is read as “HO”"))
            .into();
        doubts.extend([52, 53, 60, 62, 68].map(|line| {
            doubt("doubtful_owner", Severity::Warning, line, &format!("no owner is named for “{line}”"))
        }));
        doubts.push(doubt("cut_name", Severity::Warning, 7, "a name seems to be missing"));
        let review = Review::of(told(), &doubts, &path_of);
        assert_eq!(review.counts(), (6, 1));
        insta::assert_snapshot!(review.summary(), @r"
        in/note.md: a workshop write-up: 20 actions
          to decide:
            line 52: no owner is named for “52” [doubtful_owner]
            line 53: no owner is named for “53” [doubtful_owner]
            line 60: no owner is named for “60” [doubtful_owner]
            lines 62, 68: and 2 more like them [doubtful_owner]
            line 7: a name seems to be missing [cut_name]
          done, to look over:
            lines 32–34, 39: the owner “НО” is read as “HO” [folded_letters]
        ");
    }

    #[test]
    fn names_runs_of_lines() {
        assert_eq!(lines(&[4]), "line 4");
        assert_eq!(lines(&[9, 4, 5, 5, 7, 8]), "lines 4, 5, 7–9");
    }

    #[test]
    fn names_the_records_of_a_document() {
        let told = told();
        assert_eq!(
            records(&told[0].records, &path_of).join("; "),
            "`content/workshops/w.md`; 2 in `content/issues/`"
        );
    }
}
