//! Findings for people: how many are not told one by one.
//!
//! In: how many. Out: a line.

use super::print::{self, Show};

/// So many are told one by one.
pub(super) const FEW: usize = 3;

/// Says how many findings wait until records can be read that are left out now.
pub(super) fn waiting(show: Show, count: usize) {
    if count > 0 {
        let found = print::counted(count, "finding");
        let line =
            format!("{found} held back that may only follow from what could not be read: mend that first");
        print::notice(show, &line);
    }
}
