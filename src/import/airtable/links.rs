//! What a link may lead to: every record of the run and of the archive.
//!
//! In: names, titles and Airtable ids. Out: the record that an id, a title or a slug means.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::existing::Existing;
use crate::model::id::RecordId;

/// Records by all that they are called.
#[derive(Debug, Default)]
pub struct Links {
    by_airtable_id: BTreeMap<Arc<str>, RecordId>,
    by_title: BTreeMap<(Arc<str>, String), RecordId>,
    by_slug: BTreeMap<RecordId, ()>,
}

impl Links {
    /// The records that are in the archive.
    pub fn of(existing: &Existing) -> Self {
        let mut links = Links::default();
        for (id, known) in &existing.records {
            links.add(id, known.airtable_id.as_ref(), known.title.as_deref());
        }
        links
    }

    /// Adds a record; what it is called in this run counts before what it was called.
    pub fn add(&mut self, id: &RecordId, airtable_id: Option<&Arc<str>>, title: Option<&str>) {
        if let Some(airtable_id) = airtable_id {
            self.by_airtable_id.insert(Arc::clone(airtable_id), id.clone());
        }
        if let Some(title) = title {
            self.by_title.insert((id.collection().into(), title.trim().to_lowercase()), id.clone());
        }
        self.by_slug.insert(id.clone(), ());
    }

    /// The record that a text means; titles and slugs are looked for in the collection only.
    pub fn resolve(&self, written: &str, collection: Option<&Arc<str>>) -> Option<&RecordId> {
        let written = written.trim();
        if let Some(id) = self.by_airtable_id.get(written) {
            return Some(id);
        }
        if let Some(collection) = collection {
            let title = (Arc::clone(collection), written.to_lowercase());
            if let Some(id) = self.by_title.get(&title) {
                return Some(id);
            }
            let slug = RecordId::new(collection, written);
            return self.by_slug.get_key_value(&slug).map(|(id, ())| id);
        }
        RecordId::parse(written).and_then(|id| self.by_slug.get_key_value(&id).map(|(id, ())| id))
    }
}

/// Whether a text has the form of an Airtable record id: `rec` and fourteen letters or digits.
pub fn is_airtable_id(text: &str) -> bool {
    text.len() == 17 && text.starts_with("rec") && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_ids_titles_and_slugs() {
        let mut links = Links::default();
        let home = RecordId::new("organisations", "home-office");
        links.add(&home, Some(&"recHOMEAAAAAAAAAA".into()), Some("Home Office"));
        let organisations: Arc<str> = "organisations".into();
        for written in ["recHOMEAAAAAAAAAA", " home office ", "home-office"] {
            assert_eq!(links.resolve(written, Some(&organisations)), Some(&home), "{written}");
        }
        assert_eq!(links.resolve("organisations/home-office", None), Some(&home));
        assert_eq!(links.resolve("Home Office", Some(&"methods".into())), None);
        assert_eq!(links.resolve("Home Office", None), None);
    }
}
