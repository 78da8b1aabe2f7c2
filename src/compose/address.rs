//! Where everything is: addresses relative to the site's base, as CONTRACT has them.
//!
//! Addresses are paths of files; [`url`] makes one fit to stand in a link.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::collections;
use crate::audience::Edition;
use crate::model::alias;
use crate::model::erratum;
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;

/// The address of every record, and the old addresses that lead to them.
#[derive(Debug, Default)]
pub struct Addresses {
    of_record: Vec<Arc<str>>,
    aliases: BTreeMap<Arc<str>, usize>,
    /// The actions on the page of each workshop: the workshop's index and the number.
    on_workshop: BTreeSet<(usize, u32)>,
}

impl Addresses {
    /// The addresses of an edition: `<collection>/<slug>.html`; a report's is
    /// `reports/<slug>/index.html`.
    pub fn of(edition: &Edition) -> Self {
        let records = edition.records();
        let of_record: Vec<Arc<str>> =
            records.iter().map(|record| address(edition, &record.id).into()).collect();
        Addresses {
            aliases: aliases(edition, &of_record),
            on_workshop: records
                .iter()
                .filter_map(|record| match &record.kind {
                    Kind::Action(action) => {
                        Some((edition.index_of(&action.workshop.as_ref()?.id)?, action.number?))
                    }
                    _ => None,
                })
                .collect(),
            of_record,
        }
    }

    /// The address of a record, without a leading slash.
    pub fn record(&self, index: usize) -> &str {
        &self.of_record[index]
    }

    /// The address a reference leads to, with `#part` where the record has that part; `None` where
    /// the edition does not hold the record.
    pub fn reference(&self, edition: &Edition, link: &Ref) -> Option<String> {
        let index = edition.index_of(&link.id)?;
        let address = self.record(index);
        if link.id.collection() == "reports" {
            return Some(in_report(edition, link, address));
        }
        Some(match &link.part {
            Some(part) if self.has_part(edition, index, part) => format!("{address}#{part}"),
            _ => address.to_owned(),
        })
    }

    /// Whether the page of a record has an anchor of this name: a part of its body, an action of a
    /// workshop, or an entry of an issue's history.
    fn has_part(&self, edition: &Edition, index: usize, part: &str) -> bool {
        let record = edition.record(index);
        let number = |prefix: &str| part.strip_prefix(prefix).and_then(|rest| rest.parse::<u32>().ok());
        record.body.has_part(part)
            || number("action-").is_some_and(|n| self.on_workshop.contains(&(index, n)))
            || match &record.kind {
                Kind::Issue(issue) => {
                    number("event-").is_some_and(|n| n >= 1 && n as usize <= issue.history.len())
                }
                _ => false,
            }
    }

    /// The record that had this name, where no other one has it now.
    pub fn renamed(&self, id: &RecordId) -> Option<usize> {
        self.aliases.get(format!("{id}.html").as_str()).copied()
    }

    /// Old addresses, relative to the base, and the records they lead to.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, usize)> {
        self.aliases.iter().map(|(alias, index)| (&**alias, *index))
    }
}

/// The address of an edition of a report, where it stays.
pub fn edition_page(report: &RecordId, number: u32) -> String {
    format!("reports/{}/edition-{number}/index.html", report.slug())
}

/// The address at which a report is cited: once its edition is frozen for this audience the one where
/// it stays, and until then the report's own.
pub fn cited(edition: &Edition, report: &RecordId, number: u32) -> String {
    let lock = edition.lock_of(report).filter(|lock| lock.audience == edition.audience().up_to());
    match lock.and_then(|lock| lock.edition(number)) {
        Some(frozen) => edition_page(report, frozen.edition),
        None => address(edition, report),
    }
}

/// The address of a place in a report: `#edition-1/p-14` is paragraph 14 of its frozen edition 1.
fn in_report(edition: &Edition, link: &Ref, address: &str) -> String {
    let (number, paragraph) = erratum::place(link.part.as_deref());
    let frozen = number.and_then(|number| edition.lock_of(&link.id)?.edition(number));
    let anchor = paragraph.map_or_else(String::new, |paragraph| format!("#{paragraph}"));
    match (frozen, number) {
        (Some(frozen), _) => format!("{}{anchor}", edition_page(&link.id, frozen.edition)),
        (None, None) => format!("{address}{anchor}"),
        (None, Some(_)) => address.to_owned(),
    }
}

/// The anchor of an entry of an issue's history, by its index: `event-1` is the first.
pub fn event_anchor(index: usize) -> String {
    format!("event-{}", index + 1)
}

/// The way from one page to another address: `../issues/x.html` from `workshops/y.html`, so that the
/// folder works under any sub-path and from disk. The shortest that is right from that page; within
/// one page only the `#part`.
pub fn relative(from: &str, to: &str) -> String {
    let (path, part) = match to.split_once('#') {
        Some((path, part)) => (path, Some(part)),
        None => (to, None),
    };
    if let Some(part) = part
        && path == from
    {
        return format!("#{part}");
    }
    let shared = from
        .split_inclusive('/')
        .zip(path.split_inclusive('/'))
        .take_while(|(from, to)| from == to && from.ends_with('/'))
        .fold(0, |length, (folder, _)| length + folder.len());
    let mut way = "../".repeat(from[shared..].matches('/').count());
    way.push_str(&to[shared..]);
    way
}

/// An address as it may stand in a link: what a URL reserves or forbids is percent-encoded, `/`,
/// and the `#` before a part are kept.
pub fn url(address: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@#".contains(&byte);
    if address.bytes().all(plain) {
        return Cow::Borrowed(address);
    }
    let mut url = String::with_capacity(address.len() + 8);
    for byte in address.bytes() {
        if plain(byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    Cow::Owned(url)
}

fn address(edition: &Edition, id: &RecordId) -> String {
    let collection = id.collection();
    if collection == "reports" {
        return format!("reports/{}/index.html", id.slug());
    }
    // The pages of the list have these names in the same folder; a record gives way to them.
    let mut stem = id.slug().to_owned();
    if is_list_page(&stem) {
        stem.push_str("-record");
        while edition.index_of(&RecordId::new(collection, &stem)).is_some() {
            stem.push_str("-record");
        }
    }
    format!("{collection}/{stem}.html")
}

fn is_list_page(stem: &str) -> bool {
    stem == "index"
        || stem
            .strip_prefix("page-")
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The old addresses that no page of the site has; of two records that ask for one, the first by id
/// gets it.
fn aliases(edition: &Edition, of_record: &[Arc<str>]) -> BTreeMap<Arc<str>, usize> {
    let mut aliases = BTreeMap::new();
    if edition.records().iter().all(|record| record.aliases.is_empty()) {
        return aliases;
    }
    let taken: BTreeSet<&str> = of_record.iter().map(|address| &**address).collect();
    let base_url = edition.config().base_url.as_deref();
    let collections: BTreeSet<&str> = collections(edition).into_iter().collect();
    for (index, record) in edition.records().iter().enumerate() {
        for written in &record.aliases {
            if let Some(path) = alias::path(written, base_url)
                && !taken.contains(&*path)
                && !is_made(&collections, edition, &path)
            {
                aliases.entry(path.into()).or_insert(index);
            }
        }
    }
    aliases
}

/// Whether the program itself may make a page of this name.
fn is_made(collections: &BTreeSet<&str>, edition: &Edition, path: &str) -> bool {
    match path.split_once('/') {
        None => [
            "index.html",
            "lineage.html",
            "progress.html",
            "timetable.html",
            "search.html",
            "changes.html",
            "404.html",
        ]
        .contains(&path),
        Some(("assets" | "data" | "search" | "tags", _)) => true,
        Some((folder, page)) => {
            page.strip_suffix(".html").is_some_and(is_list_page)
                && (collections.contains(folder) || edition.schema().collection(folder).is_some())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compose::fixture::{Fixture, action, event, issue, link, record, workshop};
    use crate::model::action::Action;
    use crate::model::issue::{Agreement, Work};

    #[test]
    fn every_record_has_the_address_of_the_contract() {
        let edition = Fixture::new()
            .with(record("cases/open-space", "Open Space"))
            .with(record("cases/index", "Index"))
            .with(record("reports/2018-2019", "Report"))
            .edition("2019-07-11");
        let addresses = Addresses::of(&edition);
        assert_eq!(addresses.record(0), "cases/index-record.html");
        assert_eq!(addresses.record(1), "cases/open-space.html");
        assert_eq!(addresses.record(2), "reports/2018-2019/index.html");
    }

    #[test]
    fn a_reference_names_a_part_only_where_the_page_has_it() {
        let promise = Action { workshop: Some(link("workshops/one")), number: Some(3), ..Action::default() };
        let edition = Fixture::new()
            .with(
                workshop("workshops/one", "Workshop 1", "2018-07-03")
                    .saying("## Questions\n\nOne.\n\nTwo.\n"),
            )
            .with(action("actions/one-action-3", "Action 3", promise))
            .with(issue(
                "issues/q",
                None,
                None,
                vec![event("2018-07-03", None, Agreement::Agreed, Work::Done)],
            ))
            .edition("2019-07-11");
        let addresses = Addresses::of(&edition);
        let to = |written: &str| addresses.reference(&edition, &link(written));
        assert_eq!(to("workshops/one#action-3").as_deref(), Some("workshops/one.html#action-3"));
        assert_eq!(to("workshops/one#questions").as_deref(), Some("workshops/one.html#questions"));
        assert_eq!(to("workshops/one#p-2").as_deref(), Some("workshops/one.html#p-2"));
        assert_eq!(to("workshops/one#p-3").as_deref(), Some("workshops/one.html"));
        assert_eq!(to("workshops/one#action-4").as_deref(), Some("workshops/one.html"));
        assert_eq!(to("issues/q#event-1").as_deref(), Some("issues/q.html#event-1"));
        assert_eq!(to("issues/q#event-2").as_deref(), Some("issues/q.html"));
        assert_eq!(to("issues/q#event-0").as_deref(), Some("issues/q.html"));
        assert_eq!(to("issues/elsewhere"), None);
        assert_eq!(event_anchor(0), "event-1");
    }

    #[test]
    fn old_addresses_never_take_the_place_of_a_page() {
        let edition = Fixture::new()
            .with(
                record("cases/a", "A")
                    .alias("/old/a")
                    .alias("cases/b")
                    .alias("/cases/")
                    .alias("cases/page-2"),
            )
            .with(record("cases/b", "B").alias("old/a.html").alias("search").alias("tags/x").alias("was/b/"))
            .edition("2019-07-11");
        let addresses = Addresses::of(&edition);
        let aliases: Vec<_> = addresses.aliases().collect();
        assert_eq!(aliases, [("old/a.html", 0), ("was/b/index.html", 1)]);
    }

    #[test]
    fn ways_are_minimal() {
        for (from, to, way) in [
            ("index.html", "actions/y.html", "actions/y.html"),
            ("actions/x.html", "actions/y.html", "y.html"),
            ("actions/x.html", "actions/x.html", "x.html"),
            ("actions/x.html", "actions/x.html#p-2", "#p-2"),
            ("actions/x.html", "issues/x.html#event-1", "../issues/x.html#event-1"),
            ("actions/x.html", "index.html", "../index.html"),
            ("reports/2019/index.html", "reports/2018/index.html", "../2018/index.html"),
            ("reports/2019/index.html", "reports/2019/report.json", "report.json"),
            ("reports/2019/index.html", "reports/index.html", "../index.html"),
            ("reports/index.html", "reports/2019/index.html", "2019/index.html"),
            ("tags/theme/a.html", "tags/topic/a.html", "../topic/a.html"),
            ("tags/theme/a.html", "assets/style.css", "../../assets/style.css"),
            ("a/b.html", "a", "../a"),
        ] {
            assert_eq!(relative(from, to), way, "from {from} to {to}");
        }
    }

    #[test]
    fn links_are_encoded() {
        assert_eq!(url("cases/a-b.html#p-1"), "cases/a-b.html#p-1");
        assert_eq!(url("cases/50% é?.html"), "cases/50%25%20%C3%A9%3F.html");
    }

    proptest! {
        /// Following the way leads there, under whatever sub-path the site stands.
        #[test]
        fn a_way_leads_there(
            from in "([ab]/){0,3}[abc]\\.html",
            to in "([ab]/){0,3}[abc]\\.html(#[a-z]+)?",
            base in "(/[xy]){0,2}/",
        ) {
            let way = relative(&from, &to);
            let mut folders: Vec<&str> = from.split('/').collect();
            let page = folders.pop().unwrap();
            let path = way.split('#').next().unwrap();
            let mut steps: Vec<&str> = path.split('/').collect();
            let name = steps.pop().unwrap();
            for step in steps {
                if step == ".." {
                    prop_assert!(folders.pop().is_some());
                } else {
                    folders.push(step);
                }
            }
            folders.push(if name.is_empty() { page } else { name });
            let there = format!("{base}{}", folders.join("/"));
            prop_assert_eq!(there, format!("{base}{}", to.split('#').next().unwrap()));
            prop_assert_eq!(way.split_once('#').map(|w| w.1), to.split_once('#').map(|t| t.1));
        }
    }
}
