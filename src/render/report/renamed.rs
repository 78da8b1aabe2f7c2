//! Records that had another name when an edition was frozen → what a report says now, under the names of then.
//!
//! In: the old addresses of a site, and a frozen edition. Out: passages to compare with the edition's. What
//! was only renamed says what it said.

use std::collections::BTreeMap;

use crate::compose::Site;
use crate::model::id::RecordId;
use crate::model::lock::{Form, Frozen, Passage};

/// The names of then of the records that an edition names, by their names of now.
pub(super) struct Renamed(BTreeMap<RecordId, RecordId>);

impl Renamed {
    /// Looks for the names of an edition among the old addresses of a site.
    pub(super) fn since(site: &Site, frozen: &Frozen) -> Self {
        let mut renamed = BTreeMap::new();
        let mut aliases = site.addresses.aliases().peekable();
        if aliases.peek().is_none() {
            return Renamed(renamed);
        }
        let names = frozen.names();
        for (address, index) in aliases {
            let then = address.strip_suffix(".html").and_then(RecordId::parse);
            let now = &site.edition.record(index).id;
            // What it names by both names was put together since, and not renamed.
            if let Some(then) = then.filter(|then| names.contains(then) && !names.contains(now)) {
                renamed.insert(now.clone(), then);
            }
        }
        Renamed(renamed)
    }

    /// The name that a record has now.
    pub(super) fn now(&self, then: &RecordId) -> RecordId {
        let found = self.0.iter().find(|(_, known)| *known == then);
        found.map_or(then, |(now, _)| now).clone()
    }

    /// Passages as they were if nothing had been renamed.
    pub(super) fn back(&self, mut passages: Vec<Passage>) -> Vec<Passage> {
        for (now, then) in &self.0 {
            let of_issue = (now.collection() == "issues").then(|| format!("issue-{}", now.slug()));
            let chapter = (now.collection() == "topics").then(|| format!("topic-{}", now.slug()));
            let links = links(now).into_iter().zip(links(then)).collect::<Vec<_>>();
            let mut is_within = false;
            for passage in &mut passages {
                for (from, to) in &links {
                    if passage.text.contains(from) {
                        passage.text = passage.text.replace(from, to);
                    }
                }
                if of_issue.as_deref() == Some(&*passage.id) {
                    passage.id = format!("issue-{}", then.slug());
                }
                if passage.form == Form::Heading(2) {
                    is_within = chapter.as_deref() == Some(&*passage.id);
                }
                let rest =
                    chapter.as_deref().filter(|_| is_within).and_then(|id| passage.id.strip_prefix(id));
                if let Some(rest) = rest {
                    passage.id = format!("topic-{}{rest}", then.slug());
                }
            }
        }
        passages
    }
}

/// The ways in which links of a report name a record: by its name, and by its places in the report.
fn links(id: &RecordId) -> [String; 4] {
    let (collection, slug) = (id.collection(), id.slug());
    let singular = collection.strip_suffix('s').unwrap_or(collection);
    [
        format!("]({id})"),
        format!("]({id}#"),
        format!("](#{singular}-{slug})"),
        format!("](#ref-{collection}-{slug})"),
    ]
}
