//! Who may see a record, and on what authority.

use std::sync::Arc;

use jiff::civil;

use super::date::Date;
use super::participants::Place;
use crate::diag::FieldPath;

/// For whom something is meant. Ordered from the most open to the most closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The members of the dialogue.
    Members,
    /// Never rendered.
    Private,
}

impl Visibility {
    /// Reads the word as written in front matter.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim() {
            "public" => Some(Visibility::Public),
            "members" => Some(Visibility::Members),
            "private" => Some(Visibility::Private),
            _ => None,
        }
    }

    /// The word as written in front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Members => "members",
            Visibility::Private => "private",
        }
    }
}

/// Why a once-confidential document may be public.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Release {
    /// Who released it.
    pub by: String,
    /// When.
    pub on: Date,
    /// On what ground.
    pub basis: String,
}

/// One person's or organisation's consent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignOff {
    /// Who signed.
    pub who: String,
    /// When.
    pub on: Option<Date>,
    /// What was signed, in words.
    pub covers: Option<String>,
    /// The parts of the record that it covers: keys of fields, `body`, anchors of passages, or
    /// `archive` for every record; `None` where it covers the whole record.
    pub parts: Option<Vec<Arc<str>>>,
}

impl SignOff {
    /// Whether it holds on a day; one that nobody dated does.
    pub fn is_in_force(&self, today: civil::Date) -> bool {
        self.on.is_none_or(|on| on.latest() <= today)
    }

    /// Whether it names this part.
    pub fn is_for(&self, part: &str) -> bool {
        self.parts.as_ref().is_some_and(|parts| parts.iter().any(|known| &**known == part))
    }

    /// Whether it covers a place in its record.
    pub fn covers_place(&self, place: Place<'_>) -> bool {
        let passage = || place.passage.is_some_and(|n| self.is_for(&format!("p-{n}")));
        self.parts.is_none() || self.is_for(place.key) || self.is_for("archive") || passage()
    }
}

/// A field that is withheld from the public on purpose, with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Redaction {
    /// The field, or a part of it.
    pub path: FieldPath,
    /// The reason, a key of `redaction_reasons`.
    pub reason: String,
}

/// Who may see a record. Default deny: what nobody marked is for members.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Access {
    /// The visibility in force: the record's, else its collection's, else the archive's default;
    /// `Private` where the word was not understood.
    pub visibility: Visibility,
    /// Not in the public edition before this date; where it is coarse, not before the last day it may
    /// mean. Members see it all the same.
    pub embargo: Option<Date>,
    /// Set where a once-confidential document was released.
    pub release: Option<Release>,
    /// Who consented to what.
    pub sign_offs: Vec<SignOff>,
    /// What is withheld from the public on purpose.
    pub redactions: Vec<Redaction>,
    /// A draft is for members even where it is marked public.
    pub draft: bool,
}
