//! Names of participants → only those that a sign-off covers.
//!
//! In: names of a record, and who signed what. Out: the names that may be told in public. A group
//! stands in for a name that may not be told. `check` reports names in free text, and a build stops
//! there; here they are replaced all the same, so that no command can tell them.

use std::sync::Arc;

use jiff::civil;

use crate::model::body::Body;
use crate::model::kinds::{Count, Participants};
use crate::model::participants::{Named, Names, Place};
use crate::model::record::Record;

/// Whether a name may be told at a place in a record. A name that is nobody's needs nobody's word.
pub(super) fn may_be_told(names: &Names, name: &str, place: Place<'_>, today: civil::Date) -> bool {
    names.may_be_told(&names.who(name), place, today)
}

/// Leaves out the names that nobody signed for; their groups stay. Tells whether that changed
/// anything.
pub(super) fn keep_signed_off(
    participants: &mut Participants,
    names: &Names,
    record: &Record,
    today: civil::Date,
) -> bool {
    let place = Place { record, key: "participants", passage: None };
    let before = participants.names.len();
    let mut groups: Vec<(Arc<str>, Option<Count>)> = Vec::new();
    participants.names.retain(|participant| {
        let kept = may_be_told(names, &participant.name, place, today);
        if !kept {
            groups.extend(participant.group.clone().map(|group| (group, None)));
        }
        kept
    });
    for group in groups {
        if participants.groups.iter().all(|(known, _)| *known != group.0) {
            participants.groups.push(group);
        }
    }
    for participant in &mut participants.names {
        participant.known_as.clear();
    }
    participants.names.len() != before
}

/// The text of a body with the names replaced that may not be told in their passage; `None` where
/// there are none.
pub(super) fn masked_body(body: &Body, names: &Names, record: &Record, today: civil::Date) -> Option<String> {
    names.masked(body.text(), &|named: &Named| {
        let passage = body.outline().passage_around(named.at.start);
        let place = Place { record, key: "body", passage };
        names.may_be_told(&named.who, place, today)
    })
}
