//! The ledger of sign-offs: who signed what, and what waits.
//!
//! In: an edition. Out: rows for the members' edition; the public one has no sign-offs, and so no
//! ledger.

use crate::audience::{Audience, Edition};
use crate::model::access::{SignOff, Visibility};
use crate::model::kinds::Kind;
use crate::model::participants::{Names, Place};
use crate::model::record::Record;

/// Sign-offs and the names that wait for one, in the order of the records.
#[derive(Debug, Default)]
pub struct SignOffs {
    /// Records and what was signed in them.
    pub signed: Vec<(usize, SignOff)>,
    /// Records, names in them that nobody signed for, and what the public sees in their place.
    pub waiting: Vec<(usize, String, String)>,
}

impl SignOffs {
    /// The ledger of an edition.
    pub fn of(edition: &Edition) -> Self {
        let mut ledger = SignOffs::default();
        if edition.audience() == Audience::Public {
            return ledger;
        }
        let names = Names::of(edition.config(), edition.records().iter().map(|record| &**record));
        for (index, record) in edition.records().iter().enumerate() {
            if record.source.own_file {
                ledger.signed.extend(record.access.sign_offs.iter().map(|signed| (index, signed.clone())));
            }
            if record.access.visibility > Visibility::Public {
                continue;
            }
            for (name, key) in named(record) {
                let who = names.who(name);
                let here = Place { record, key, passage: None };
                let mut places = std::iter::once(here).chain(written_in(edition, record));
                if !places.any(|place| names.may_be_told(&who, place, edition.today())) {
                    let shown = match record.participant {
                        Some(_) => edition.words().say("shown-nothing").to_owned(),
                        None => names.stand_in(&who).to_owned(),
                    };
                    ledger.waiting.push((index, name.to_owned(), shown));
                }
            }
        }
        ledger
    }

    /// Whether nobody signed and nobody has to.
    pub fn is_empty(&self) -> bool {
        self.signed.is_empty() && self.waiting.is_empty()
    }
}

/// The names of participants that a record lists, each with its field.
fn named(record: &Record) -> Vec<(&str, &'static str)> {
    if record.participant.is_some() {
        return vec![(&record.title, "title")];
    }
    match &record.kind {
        Kind::Workshop(workshop) => {
            workshop.participants.names.iter().map(|one| (&*one.name, "participants")).collect()
        }
        Kind::Interest(interest) => {
            interest.registered_by.iter().map(|name| (name.as_str(), "registered_by")).collect()
        }
        Kind::Action(action) => {
            action.responsible.iter().map(|party| (&*party.name, "responsible")).collect()
        }
        _ => Vec::new(),
    }
}

/// Where the write-up names the owner of an action, if it is the write-up that does.
fn written_in<'e>(edition: &'e Edition, record: &'e Record) -> Option<Place<'e>> {
    let Kind::Action(action) = &record.kind else { return None };
    let workshop = action.workshop.as_ref().filter(|_| action.taken_over.responsible)?;
    Some(Place::of_owner(edition.get(&workshop.id)?, action.number))
}
