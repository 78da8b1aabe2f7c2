//! Who may see a record, and on what authority.

use super::date::Date;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Who released it.
    pub by: String,
    /// When.
    pub on: Date,
    /// On what ground.
    pub basis: String,
}

/// One person's or organisation's consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Who signed.
    pub who: String,
    /// When.
    pub on: Option<Date>,
    /// What the consent covers.
    pub covers: Option<String>,
}

/// Who may see a record. Default deny: what nobody marked is for members.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A draft is for members even where it is marked public.
    pub draft: bool,
}
