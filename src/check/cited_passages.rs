//! The passages that records cite as evidence against those of an earlier revision.
//!
//! In: the archive as it was and as it is. Out: a finding a citation that stood there then, word for word, and
//! leads to other words now. What a frozen edition cites is told where the edition is looked at.

use crate::diag::{Finding, Spot, Step};
use crate::model::alias;
use crate::model::archive::Archive;
use crate::model::cited::{Cited, RULE};
use crate::model::id::Ref;
use crate::model::record::Record;

use super::{each, links};

/// The citations that lead to another passage than at an earlier revision.
pub fn cited_passages(before: &Archive, now: &Archive) -> Vec<Finding> {
    let mut findings = Vec::new();
    for record in now.records() {
        if !record.references().iter().any(|(_, link)| link.part.is_some()) {
            continue;
        }
        let Some(citing) = before.get(&record.id) else { continue };
        let cited_then = citing.references();
        for (path, link) in links::with_paths(record) {
            let is_evidence =
                path.steps().iter().any(|step| matches!(step, Step::Key(key) if &**key == "evidence"));
            let Some(target) = now.get(&link.id).filter(|_| is_evidence && link.part.is_some()) else {
                continue;
            };
            let then = as_then(before, now, target, link);
            if !cited_then.iter().any(|(_, known)| **known == then) {
                continue;
            }
            let cited = before.get(&then.id).and_then(|target| Cited::of(&target.body, &then));
            let Some(other) = cited.and_then(|cited| cited.other(&target.body)) else { continue };
            // What one folder holds is not told at a file of another, which others may read.
            let root = |record: &Record| now.config().root_of(&record.source.file).map(|root| &root.path);
            let words = if root(target) == root(record) { &*other.words } else { "its words are others" };
            let message = format!("`{link}`, cited here, is another passage now: {words}");
            let spot: Spot = each::own_spot(record, path);
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(other.help));
        }
    }
    findings
}

/// A reference by the name that its record had then.
fn as_then(before: &Archive, now: &Archive, target: &Record, link: &Ref) -> Ref {
    let known = |id: &_| before.get(id).is_some();
    let id = match known(&link.id) {
        true => None,
        false => alias::names(&target.aliases, now.config().base_url.as_deref()).into_iter().find(known),
    };
    Ref { id: id.unwrap_or_else(|| link.id.clone()), part: link.part.clone() }
}
