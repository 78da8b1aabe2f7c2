//! Names of participants → only those that a sign-off covers.
//!
//! In: a record's sign-offs and the names in it. Out: the names that may be told in public. A group
//! stands in for a name that may not be told. Free text is not looked through here; `check` does
//! that.

use std::sync::Arc;

use crate::model::access::SignOff;
use crate::model::kinds::Participants;

/// Whether somebody signed that the name may be told.
pub(super) fn is_signed_off(name: &str, sign_offs: &[SignOff]) -> bool {
    sign_offs.iter().any(|sign_off| sign_off.who.trim().eq_ignore_ascii_case(name.trim()))
}

/// Leaves out the names that nobody signed for; their groups stay. Tells whether that changed
/// anything.
pub(super) fn keep_signed_off(participants: &mut Participants, sign_offs: &[SignOff]) -> bool {
    let before = participants.names.len();
    let mut groups: Vec<Arc<str>> = Vec::new();
    participants.names.retain(|participant| {
        let kept = is_signed_off(&participant.name, sign_offs);
        if !kept {
            groups.extend(participant.group.clone());
        }
        kept
    });
    for group in groups {
        if participants.groups.iter().all(|(known, _)| *known != group) {
            participants.groups.push((group, None));
        }
    }
    participants.names.len() != before
}
