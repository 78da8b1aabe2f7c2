//! References as written → records that exist.
//!
//! In: the names, Airtable ids and old addresses of all records. Out: a `Ref`, or why there is none.
//! Understood are `<collection>/<slug>`, a bare slug where the field names its collection, an
//! Airtable id, each with `#<part>`, and the exporter's `missing-item`. Texts that hold several
//! references are taken apart before they come here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::model::id::{RecordId, Ref};
use crate::model::record::{Dangling, Unresolved};

/// What can be referred to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// Sorted: near names are looked for here.
    ids: Vec<RecordId>,
    names: HashSet<RecordId>,
    airtable: HashMap<String, RecordId>,
    /// Old addresses without `.html`, and the names of extracted actions whose file has another one.
    aliases: HashMap<String, RecordId>,
    /// Files that could not be read: what refers to them is reported there, not again here.
    unread: HashSet<RecordId>,
    /// Titles of organisations in lower case, by which a responsible party is known.
    organisations: HashMap<String, RecordId>,
    titles: HashMap<RecordId, Arc<str>>,
}

/// What a reference leads to.
#[derive(Debug, PartialEq)]
pub(super) enum Target {
    /// A record.
    Record(Ref),
    /// A file that could not be read, which is reported already.
    Unread,
    /// Nothing.
    Nowhere(Unresolved),
}

impl Index {
    /// Adds records; those of one name once.
    pub(super) fn add_ids(&mut self, ids: impl IntoIterator<Item = RecordId>) {
        let ids: Vec<_> = ids.into_iter().collect();
        self.names.extend(ids.iter().cloned());
        self.ids.extend(ids);
        self.ids.sort();
        self.ids.dedup();
    }

    /// Adds a file that could not be read.
    pub(super) fn add_unread(&mut self, id: RecordId) {
        self.unread.insert(id);
    }

    /// Gives a record its Airtable id; the other record, where that id is taken.
    pub(super) fn add_airtable_id(&mut self, airtable_id: &str, id: &RecordId) -> Option<&RecordId> {
        let holder = self.airtable.entry(airtable_id.to_owned()).or_insert_with(|| id.clone());
        (holder != id).then_some(&*holder)
    }

    /// Gives a record an old address; the first to have it keeps it.
    pub(super) fn add_alias(&mut self, address: &str, id: &RecordId) {
        let address = address.trim_start_matches('/').trim_end_matches(".html");
        self.aliases.entry(address.to_owned()).or_insert_with(|| id.clone());
    }

    /// Tells the title of an organisation.
    pub(super) fn add_organisation(&mut self, title: &str, id: &RecordId) {
        self.organisations.entry(title.trim().to_lowercase()).or_insert_with(|| id.clone());
        self.titles.insert(id.clone(), title.trim().into());
    }

    /// Whether a record has this name.
    pub(super) fn contains(&self, id: &RecordId) -> bool {
        self.names.contains(id)
    }

    /// The organisation of this title.
    pub(super) fn organisation(&self, title: &str) -> Option<&RecordId> {
        self.organisations.get(&title.trim().to_lowercase())
    }

    /// The title of an organisation.
    pub(super) fn title(&self, id: &RecordId) -> Option<&Arc<str>> {
        self.titles.get(id)
    }

    /// What a reference leads to; a bare slug is looked for in `collection`.
    pub(super) fn resolve(&self, written: &str, collection: Option<&str>) -> Target {
        let written = written.trim();
        if written == "missing-item" {
            return Target::Nowhere(Unresolved::MissingItem);
        }
        let (name, part) = match written.split_once('#') {
            Some((name, part)) => (name, Some(part).filter(|part| !part.is_empty())),
            None => (written, None),
        };
        let found = |id: &RecordId| Target::Record(Ref { id: id.clone(), part: part.map(Into::into) });
        if is_airtable_id(name) {
            if let Some(id) = self.airtable.get(name) {
                return found(id);
            }
            return Target::Nowhere(Unresolved::NoSuchAirtableId);
        }
        let (collection, slug) = match (name.split_once('/'), collection) {
            (Some((collection, slug)), _) => (collection, slug),
            (None, Some(collection)) => (collection, name),
            (None, None) => return Target::Nowhere(Unresolved::NotAReference),
        };
        if collection.is_empty() || slug.is_empty() || slug.contains('/') {
            return Target::Nowhere(Unresolved::NotAReference);
        }
        let id = RecordId::new(collection, slug);
        if let Some(id) = self.names.get(&id) {
            return found(id);
        }
        if let Some(id) = self.aliases.get(id.as_str()) {
            return found(id);
        }
        if self.unread.contains(&id) {
            return Target::Unread;
        }
        let collection = Some(collection.into());
        Target::Nowhere(Unresolved::NoSuchRecord { collection, nearest: None })
    }

    /// Fills in the nearest names of references that lead nowhere.
    ///
    /// Comparing each with every name takes time, so of an archive that is full of them only the
    /// first different ones get a suggestion.
    pub(super) fn suggest<'d>(&self, dangling: impl IntoIterator<Item = &'d mut Dangling>) {
        let mut known: BTreeMap<(Arc<str>, String, bool), Option<RecordId>> = BTreeMap::new();
        for one in dangling {
            let Unresolved::NoSuchRecord { collection: Some(collection), nearest } = &mut one.why else {
                continue;
            };
            let written = one.written.split('#').next().unwrap_or_default().trim();
            let slug = written.rsplit('/').next().unwrap_or(written).to_owned();
            // A collection that was written may be the slip; one that the field is of is not.
            let is_typed = !written.contains('/');
            let key = (Arc::clone(collection), slug, is_typed);
            if known.len() >= MOST_SUGGESTIONS && !known.contains_key(&key) {
                continue;
            }
            nearest.clone_from(known.entry(key).or_insert_with_key(|(collection, slug, is_typed)| {
                self.nearest(collection, slug, *is_typed)
            }));
        }
    }

    fn nearest(&self, collection: &str, slug: &str, is_typed: bool) -> Option<RecordId> {
        let start = self.ids.partition_point(|id| id.collection() < collection);
        let end = self.ids.partition_point(|id| id.collection() <= collection);
        // A collection that does not exist may be the misspelling.
        let among = if start == end && !is_typed { &self.ids[..] } else { &self.ids[start..end] };
        let slug = slug.to_lowercase();
        among
            .iter()
            .map(|id| (strsim::jaro_winkler(id.slug(), &slug), id))
            .filter(|(likeness, _)| *likeness >= 0.88)
            // Of equally near ones the first.
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, id)| id.clone())
    }
}

const MOST_SUGGESTIONS: usize = 200;

/// Whether a text has the form of an Airtable record id: `rec` and fourteen letters or digits.
pub(super) fn is_airtable_id(text: &str) -> bool {
    text.len() == 17 && text.starts_with("rec") && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> RecordId {
        RecordId::parse(text).unwrap()
    }

    fn index() -> Index {
        let mut index = Index::default();
        index.add_ids(["organisations/home-office", "cases/leds", "papers/b", "papers/a"].map(id));
        assert_eq!(index.add_airtable_id("recsAOQKc05UmHlSY", &id("cases/leds")), None);
        index.add_alias("/cases/old-leds.html", &id("cases/leds"));
        index.add_unread(id("cases/broken"));
        index
    }

    fn found(written: &str, collection: Option<&str>) -> String {
        match index().resolve(written, collection) {
            Target::Record(link) => link.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn resolves_every_way_of_writing() {
        assert_eq!(found("home-office", Some("organisations")), "organisations/home-office");
        assert_eq!(found(" papers/a#p-14 ", None), "papers/a#p-14");
        assert_eq!(found("recsAOQKc05UmHlSY", Some("methods")), "cases/leds");
        assert_eq!(found("cases/old-leds", None), "cases/leds");
        assert_eq!(found("cases/broken", None), "Unread");
    }

    #[test]
    fn says_why_not() {
        assert_eq!(found("missing-item", None), "Nowhere(MissingItem)");
        assert_eq!(found("home-office", None), "Nowhere(NotAReference)");
        assert_eq!(found("a/b/c", None), "Nowhere(NotAReference)");
        assert_eq!(found("#p-3", None), "Nowhere(NotAReference)");
        assert_eq!(found("recIggAAAAAAAAAAA", None), "Nowhere(NoSuchAirtableId)");
        assert!(found("papers/c", None).starts_with("Nowhere(NoSuchRecord"));
    }

    #[test]
    fn suggests_the_nearest_name() {
        let dangle = |written: &str, collection: &str| Dangling {
            path: crate::diag::FieldPath::key("x"),
            written: written.into(),
            why: Unresolved::NoSuchRecord { collection: Some(collection.into()), nearest: None },
        };
        let mut all =
            [dangle("home-ofice#p-2", "organisations"), dangle("organisation/home-office", "organisation")];
        index().suggest(&mut all);
        for one in all {
            let Unresolved::NoSuchRecord { nearest, .. } = one.why else { panic!() };
            assert_eq!(nearest, Some(id("organisations/home-office")));
        }
        // A field that is of one collection is not answered with a record of another.
        let mut typed = [dangle("home-ofice", "issues")];
        index().suggest(&mut typed);
        assert_eq!(
            typed[0].why,
            Unresolved::NoSuchRecord { collection: Some("issues".into()), nearest: None }
        );
    }

    #[test]
    fn two_records_cannot_share_an_airtable_id() {
        let mut index = index();
        assert_eq!(index.add_airtable_id("recsAOQKc05UmHlSY", &id("cases/x")), Some(&id("cases/leds")));
    }
}
