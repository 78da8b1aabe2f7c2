//! A review as a checklist in Markdown, written again with the ticks and notes that are in it.
//!
//! In: a review, and the file as it was. Out: the file's text: for each document what it is and what it
//! made, and one item a doubt, `- [ ] file:line what → what to do`. The same documents make the same
//! bytes. What an editor ticked stays ticked, and lines an editor wrote under an item stay under it;
//! notes on what is not found any more are kept at the end.
#![expect(clippy::disallowed_methods, reason = "import/ writes the review that was asked for")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::super::ledger;
use super::{Document, Doubt, HEADS, Kind, Review, lines, rule, summary};
use crate::diag::Severity;

/// The first line, by which a review is known again.
const TITLE: &str = "# Review of the import";

impl Review {
    /// Writes the checklist, over an earlier one only.
    ///
    /// # Errors
    /// A file that is no review, a fault of the disk.
    pub fn write(&self, path: &Path) -> Result<()> {
        let before = match fs::read_to_string(path) {
            Ok(text) if text.starts_with(TITLE) => text,
            Ok(_) => bail!("{} is there already, and is no review: name another file", path.display()),
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let text = self.checklist(&before);
        if text == before { Ok(()) } else { ledger::replace(path, text.as_bytes()) }
    }

    /// The checklist, with the ticks and notes of an earlier one.
    pub fn checklist(&self, before: &str) -> String {
        let mut done = marks(before);
        let (decide, look) = self.counts();
        let mut text = format!(
            "{TITLE}\n\nTo decide: {decide}. To look over: {look}. `annals import --review` keeps ticks, and notes indented under an item, when it writes this file again.\n"
        );
        for document in &self.documents {
            document.write(&mut text, &mut done);
        }
        let kept: Vec<(&String, &Marks)> = done.iter().filter(|(_, marks)| !marks.notes.is_empty()).collect();
        if !kept.is_empty() {
            text.push_str("\n## Notes on what is not found any more\n\n");
            kept.into_iter().for_each(|(item, marks)| marks.write(item, &mut text));
        }
        text
    }
}

impl Document {
    fn write(&self, text: &mut String, done: &mut BTreeMap<String, Marks>) {
        let _ = write!(text, "\n## {}\n", self.file);
        for told in &self.told {
            let made = &told.records;
            let made = if made.is_empty() { String::new() } else { format!(" Made: {}.", made.join("; ")) };
            let _ = write!(text, "\n{}.{made}\n", capital(&told.what));
        }
        if self.kinds.is_empty() {
            text.push_str("\nNothing to review.\n");
        }
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        for (severity, head) in HEADS {
            for kind in self.kinds.iter().filter(|kind| kind.severity == severity) {
                let _ = write!(
                    text,
                    "\n### {}: {}\n\n{}\n\n",
                    capital(head),
                    summary(kind.code),
                    what_to_do(kind)
                );
                let shared = shared_help(kind);
                if let Some(help) = shared {
                    let _ = write!(text, "{}.\n\n", capital(&plain(help)));
                }
                for doubt in &folded(kind) {
                    let item = item(name, doubt, shared.is_none());
                    done.remove(&item).unwrap_or_default().write(&item, text);
                }
            }
        }
    }
}

/// What a kind of doubt asks of an editor: the end of its explanation, after the example.
fn what_to_do(kind: &Kind) -> String {
    let explanation = rule(kind.code).map_or("", |rule| rule.explanation);
    let after = explanation.rsplit("```").next().unwrap_or_default();
    after.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// More doubts than this that differ in nothing but numbers and quoted words are one item.
const MOST_ALIKE: usize = 10;

/// The doubts of a kind, those that nobody has to decide folded into one where there are very many
/// alike: a log of a hundred entries that belong to no write-up is one thing to look over.
fn folded(kind: &Kind) -> Vec<Doubt> {
    let mut alike: Vec<(String, Vec<&Doubt>)> = Vec::new();
    for doubt in &kind.doubts {
        let pattern = pattern(&doubt.message);
        match alike.iter_mut().find(|(known, _)| kind.severity == Severity::Remark && *known == pattern) {
            Some((_, doubts)) => doubts.push(doubt),
            None => alike.push((pattern, vec![doubt])),
        }
    }
    let fold = |(_, doubts): (String, Vec<&Doubt>)| match doubts.as_slice() {
        [first, rest @ ..] if rest.len() >= MOST_ALIKE => vec![Doubt {
            message: format!("{}, and {} more like it", first.message, rest.len()),
            help: first.help.clone(),
            lines: doubts.iter().flat_map(|doubt| doubt.lines.iter().copied()).collect(),
        }],
        all => all.iter().map(|doubt| (*doubt).clone()).collect(),
    };
    alike.into_iter().flat_map(fold).collect()
}

/// A message without its numbers and quoted words.
fn pattern(message: &str) -> String {
    let mut quoted = false;
    message
        .chars()
        .filter(|letter| {
            quoted = *letter == '“' || quoted && *letter != '”';
            !quoted && !letter.is_ascii_digit()
        })
        .collect()
}

/// The word of help that all doubts of a kind have in common, where there are several.
fn shared_help(kind: &Kind) -> Option<&str> {
    let mut helps = kind.doubts.iter().map(|doubt| doubt.help.as_deref());
    let first = helps.next().flatten()?;
    (kind.doubts.len() > 1 && helps.all(|help| help == Some(first))).then_some(first)
}

/// `**note.md:3** no year stands with “3rd July” → mend …`
fn item(name: &str, doubt: &Doubt, helps: bool) -> String {
    let first = doubt.lines.first().copied().unwrap_or(1);
    let places = match doubt.lines.len() {
        0 | 1 => String::new(),
        count => format!(" ({count} places: {})", lines(&doubt.lines)),
    };
    let help =
        doubt.help.as_ref().filter(|_| helps).map(|help| format!(" → {}", plain(help))).unwrap_or_default();
    format!("**{name}:{first}**{places} {}{help}", plain(&doubt.message))
}

/// A message without what Markdown would take for marks of its own.
fn plain(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.replace("**", "").replace('<', "\\<")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What an editor did with an item.
#[derive(Debug, Default, PartialEq, Eq)]
struct Marks {
    ticked: bool,
    /// Lines written under it.
    notes: Vec<String>,
}

impl Marks {
    fn write(&self, item: &str, text: &mut String) {
        let _ = writeln!(text, "- [{}] {item}", if self.ticked { 'x' } else { ' ' });
        for note in &self.notes {
            let _ = writeln!(text, "{note}");
        }
    }
}

/// The items of a checklist that somebody ticked or wrote notes under.
fn marks(before: &str) -> BTreeMap<String, Marks> {
    let mut all: BTreeMap<String, Marks> = BTreeMap::new();
    let mut open: Option<String> = None;
    for line in before.lines() {
        let ticked = ["- [x] ", "- [X] "].iter().find_map(|mark| line.strip_prefix(mark));
        if let Some(item) = ticked.or_else(|| line.strip_prefix("- [ ] ")) {
            open = Some(item.to_owned());
            all.insert(item.to_owned(), Marks { ticked: ticked.is_some(), notes: Vec::new() });
        } else if line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            let marks = open.as_ref().and_then(|item| all.get_mut(item));
            marks.into_iter().for_each(|marks| marks.notes.push(line.trim_end().to_owned()));
        } else if !line.trim().is_empty() {
            open = None;
        }
    }
    all.retain(|_, marks| marks.ticked || !marks.notes.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::super::super::writer::path_of;
    use super::super::tests::{doubt, told};
    use super::*;

    fn review(lines: &[usize]) -> Review {
        let mut doubts: Vec<_> = lines
            .iter()
            .map(|line| doubt("folded_letters", Severity::Remark, *line, "“НО” is read as “HO”"))
            .collect();
        doubts.push(doubt(
            "cut_name",
            Severity::Warning,
            68,
            "a name seems to be missing in “by **us** <b>”",
        ));
        Review::of(told(), &doubts, &path_of)
    }

    #[test]
    fn is_a_list_to_tick_off() {
        insta::assert_snapshot!(review(&[32, 33]).checklist(""), @r"
        # Review of the import

        To decide: 1. To look over: 1. `annals import --review` keeps ticks, and notes indented under an item, when it writes this file again.

        ## in/note.md

        A workshop write-up: 20 actions. Made: `content/workshops/w.md`; 2 in `content/issues/`.

        ### To decide: a name seems to have been cut out of the text

        The words are imported as they are. Write `[name not given in the source]` where the name stood, so that a reader does not take the gap for a slip of yours.

        - [ ] **note.md:68** a name seems to be missing in “by us \<b>”

        ### Done, to look over: letters of another alphabet that look like Latin ones

        Nothing to do if the word is right now.

        - [ ] **note.md:32** (2 places: lines 32, 33) “НО” is read as “HO”
        ");
    }

    #[test]
    fn folds_very_many_alike_into_one() {
        let message = |line: &usize| format!("log entry {line} could not be joined: “x{line}”");
        let doubts: Vec<_> = (2..=40)
            .map(|line| doubt("unjoined_action", Severity::Remark, line, &message(&line)))
            .chain([doubt("unjoined_action", Severity::Remark, 50, "another thing")])
            .collect();
        let text = Review::of(told(), &doubts, &path_of).checklist("");
        assert_eq!(text.matches("- [ ] ").count(), 2, "{text}");
        assert!(
            text.contains("**note.md:2** (39 places: lines 2–40) log entry 2 could not be joined: “x2”, and 38 more like it"),
            "{text}"
        );
    }

    #[test]
    fn keeps_what_an_editor_did() {
        let first = review(&[32]).checklist("");
        assert_eq!(review(&[32]).checklist(&first), first);
        let worked = first
            .replace("- [ ] **note.md:68**", "- [x] **note.md:68**")
            .replace("is read as “HO”\n", "is read as “HO”\n  asked Jo, 3 May\n");
        assert_eq!(review(&[32]).checklist(&worked), worked);
        let later = review(&[40]).checklist(&worked);
        assert!(later.contains("- [x] **note.md:68**"), "{later}");
        assert!(
            later.ends_with("## Notes on what is not found any more\n\n- [ ] **note.md:32** “НО” is read as “HO”\n  asked Jo, 3 May\n"),
            "{later}"
        );
        assert_eq!(review(&[40]).checklist(&later), later);
    }

    #[test]
    fn is_written_over_an_earlier_review_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("review.md");
        review(&[1]).write(&path).unwrap();
        review(&[2]).write(&path).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("note.md:2"));
        fs::write(&path, "# My own notes\n").unwrap();
        assert!(review(&[1]).write(&path).unwrap_err().to_string().contains("is no review"));
    }
}
