//! What of an edition hangs on the states of actions that are not known, and is not held against the records.
//!
//! In: a report as it would be if those actions had been in one state, and in another. Out: what is the same in
//! both is compared, and of tables and issues every line that tells of no such action.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::Site;
use crate::model::id::RecordId;
use crate::model::lock::{Form, Frozen, Lock, Passage};

use super::frozen::{differences, position};
use super::passages::passages;
use super::renamed::Renamed;

/// What hangs on what is not known; nothing where all is.
#[derive(Debug, Default)]
pub struct Hanging {
    /// The passages by their names, each with the lines that it has in any case.
    passages: BTreeMap<String, BTreeSet<String>>,
    /// The actions.
    names: BTreeSet<RecordId>,
}

/// What the report of a lock says in a site, under the names of then.
pub fn said(site: &Site, lock: &Lock) -> Vec<Passage> {
    let (Some(index), Some(frozen)) = (position(site, lock), lock.newest()) else { return Vec::new() };
    Renamed::since(site, frozen).back(passages(site, index))
}

impl Hanging {
    /// What differs between the passages of a report with one state of these actions and those with others.
    pub fn between(passages: &[Vec<Passage>], names: BTreeSet<RecordId>) -> Self {
        let lines = |passage: Option<&Passage>| -> BTreeSet<String> {
            passage.into_iter().flat_map(|one| one.text.lines()).map(str::to_owned).collect()
        };
        let mut hanging: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let pairs = passages.iter().skip(1).zip(passages);
        for difference in pairs.flat_map(|(one, other)| differences(one, other)) {
            let Some(passage) = difference.then.or(difference.now) else { continue };
            let (one, other) = (lines(difference.then), lines(difference.now));
            let here = hanging.entry(passage.id.clone()).or_insert_with(|| one.clone());
            here.retain(|line| one.contains(line) && other.contains(line));
        }
        Hanging { passages: hanging, names }
    }

    /// Takes what hangs on what is not known as it was frozen.
    pub(super) fn settle(&self, frozen: &Frozen, now: &mut Vec<Passage>) {
        if self.passages.is_empty() {
            return;
        }
        let was: BTreeMap<&str, &Passage> = frozen.passages.iter().map(|one| (&*one.id, one)).collect();
        now.retain(|passage| !self.passages.contains_key(&passage.id) || was.contains_key(&*passage.id));
        for passage in now.iter_mut() {
            if let (Some(lines), Some(was)) = (self.passages.get(&passage.id), was.get(&*passage.id))
                && self.may_be(was, lines)
            {
                passage.clone_from(was);
            }
        }
        let there: BTreeSet<String> = now.iter().map(|passage| passage.id.clone()).collect();
        let gone = self.passages.keys().filter(|id| !there.contains(*id));
        now.extend(gone.filter_map(|id| was.get(&**id).map(|was| Passage::clone(was))));
    }

    /// Whether a passage may have been so. A paragraph hangs as a whole; of a table and of an issue only what tells
    /// of the actions, or of nothing by its name.
    fn may_be(&self, was: &Passage, in_any_case: &BTreeSet<String>) -> bool {
        let mut lines = was.text.lines();
        match was.form {
            Form::Table | Form::Issue(_) => {
                in_any_case.iter().all(|line| was.text.lines().any(|there| there == line))
                    && lines.all(|line| {
                        in_any_case.contains(line) || !line.contains("](") || self.names_one(line)
                    })
            }
            Form::Paragraph | Form::Heading(_) => true,
        }
    }

    fn names_one(&self, line: &str) -> bool {
        let links = line.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        links.filter_map(RecordId::parse).any(|id| self.names.contains(&id))
    }
}
