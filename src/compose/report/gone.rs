//! Paragraphs of earlier editions whose number or name the edition at hand has not.
//!
//! In: the lock of a report, and the anchors that are taken. Out: what is left, each leading to the
//! last edition that had it, so that an old address never leads to nothing.

use std::collections::BTreeSet;

use crate::model::lock::Lock;

/// A paragraph of an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The anchors by which it was known.
    pub anchors: Vec<String>,
    /// Its number there.
    pub number: String,
    /// The edition.
    pub edition: u32,
}

/// The numbers and names that only other editions have, each once, the last edition first.
pub fn gone(lock: &Lock, edition: u32, mut taken: BTreeSet<String>) -> Vec<Gone> {
    let mut gone = Vec::new();
    for frozen in lock.editions.iter().rev().filter(|frozen| frozen.edition != edition) {
        for passage in &frozen.passages {
            let Some(number) = &passage.number else { continue };
            let names = [format!("p-{number}"), passage.id.clone()];
            let anchors: Vec<String> = names.into_iter().filter(|name| taken.insert(name.clone())).collect();
            if !anchors.is_empty() {
                gone.push(Gone { anchors, number: number.clone(), edition: frozen.edition });
            }
        }
    }
    gone
}
