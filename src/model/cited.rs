//! The passages that are cited as evidence, as they read when they were cited.
//!
//! In: a body and a reference to a part of it. Out: what that part says, as few words and a digest, and whether
//! it says something else by now. Passages are numbered in their order, so that a paragraph which is put in
//! between leads every number after it to another passage.

use sha2::{Digest, Sha256};

use super::body::Body;
use super::id::Ref;
use super::passages;
use crate::diag::{Rule, Severity};
use crate::model::text::hex;

/// A passage that is cited is another one now.
pub static RULE: Rule = Rule {
    code: "cited_passage_changed",
    severity: Severity::Warning,
    summary: "a passage that is cited as evidence is another one now",
    explanation: "\
Passages are cited by their number. A paragraph that is put between others moves the numbers after it, and everything that cites one of them leads to other words, without a letter of it having changed. The lock of a report holds a digest of each passage that its issues cite; `annals check --against REVISION` holds every other citation against that revision.

```text
Action 3: Share the list of storm overflows.     <- was `#p-4`, and is cited as such

It rained.                                       <- put in later, above it: what was `#p-4` is `#p-5`
```

Put what is new below what was there, best at the end, so that passages keep their numbers; or put the cited passage back as it was. A new edition cites its evidence as it reads on the day on which it is frozen.
",
};

/// What to do about it where nobody knows better.
const HELP: &str = "put what is new below what was there, so that passages keep their numbers and words";

/// How many characters of a passage are kept, to tell what it was.
const KEPT: usize = 80;

/// A passage as it read when it was cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its name: `workshops/one#p-4`.
    pub passage: String,
    /// Its first words.
    pub words: String,
    /// SHA-256 over all of its words, 64 hex digits.
    pub sha256: String,
}

/// How a passage reads in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// `it was “…”, and is “…”`.
    pub words: String,
    /// What to do about it.
    pub help: String,
    /// Words by which the passage is found in its file.
    pub stretch: String,
}

impl Cited {
    /// A passage as it reads; `None` where the body has no such passage. A heading is cited by its words,
    /// and cannot become another one.
    pub fn of(body: &Body, to: &Ref) -> Option<Self> {
        let words = body.words_of(to.part.as_deref()?)?;
        Some(Cited { passage: to.to_string(), words: start(&words), sha256: digest(&words) })
    }

    /// What stands there instead; `None` where it reads as it did, or is not there at all (which is a
    /// fault of its own). What was withheld since is withheld on purpose.
    pub fn other(&self, body: &Body) -> Option<Other> {
        let (_, part) = self.passage.split_once('#')?;
        let now = body.words_of(part)?;
        if digest(&now) == self.sha256 || [&*now, &*self.words].iter().any(|words| passages::has_marks(words))
        {
            return None;
        }
        let passages = (1..=body.outline().passages.len()).map(|n| format!("p-{n}"));
        let moved = passages
            .filter(|_| part.starts_with("p-"))
            .find(|part| body.words_of(part).is_some_and(|words| digest(&words) == self.sha256));
        let help = match moved {
            Some(part) => format!("what was cited stands at `#{part}` now: {HELP}"),
            None => HELP.to_owned(),
        };
        let words = format!("it was “{}”, and is “{}”", self.words, start(&now));
        Some(Other { words, help, stretch: body.stretch_of(part).unwrap_or_default() })
    }
}

/// The first words, and a mark of omission where there are more.
fn start(words: &str) -> String {
    match words.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

fn digest(words: &str) -> String {
    hex(&Sha256::digest(words.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::body::Form;
    use crate::model::id::RecordId;

    fn to(part: &str) -> Ref {
        Ref { id: RecordId::new("workshops", "one"), part: Some(part.into()) }
    }

    #[test]
    fn a_passage_that_moved_is_told_with_where_it_stands() {
        let was = Body::new("One.\n\n*Two*  words.\n\n| a | b |\n| - | - |\n| Why? | So. |\n", Form::Prose);
        let cited = Cited::of(&was, &to("p-2")).unwrap();
        assert_eq!((&*cited.passage, &*cited.words), ("workshops/one#p-2", "Two words."));
        assert_eq!(cited.other(&Body::new("One!\n\n**Two** words.\n", Form::Prose)), None);
        let other = cited.other(&Body::new("One.\n\nNew.\n\nTwo words.\n", Form::Prose)).unwrap();
        assert_eq!(other.words, "it was “Two words.”, and is “New.”");
        assert!(other.help.starts_with("what was cited stands at `#p-3` now: "), "{}", other.help);
        assert_eq!(cited.other(&Body::new("One.\n\n[[withheld: r]] words.\n", Form::Prose)), None);
        assert_eq!(cited.other(&Body::new("One.\n", Form::Prose)), None);
        assert_eq!(Cited::of(&was, &to("p-9")), None);
        assert_eq!(Cited::of(&was, &to("p-3")).map(|one| one.words).as_deref(), Some("Why? | So."));
    }
}
