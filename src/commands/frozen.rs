//! What final editions said, held against the records: for every command that checks.
//!
//! In: the archive. Out: findings. Each lock is compared with its report as it was to be compiled on
//! the day on which it was frozen, for the audience it was frozen for.

use crate::audience::{self, Audience};
use crate::diag::Finding;
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::words;
use crate::{compose, render};

/// What is wrong with the frozen editions of an archive; nothing is done where there are none.
pub fn faults(archive: &Archive) -> Vec<Finding> {
    let mut findings = Vec::new();
    for lock in archive.locks() {
        let Some(newest) = lock.newest() else { continue };
        let audience = match lock.audience {
            Visibility::Public => Audience::Public,
            _ => Audience::Members,
        };
        // What was frozen is held against what the program says in the same language.
        let words = words::of_language(&newest.language);
        let edition = audience::edition(archive, audience, newest.frozen_on).speaking(&words);
        let site = compose::site(&edition);
        render::report::faults(&site, lock, &mut findings);
    }
    findings
}
