//! What links to a record: on its page, or, where that is much, on a page of its own beside it.
//!
//! In: the backlinks of a record and the lists that its page shows. Out: groups of links with the passages
//! they name; and the page `<record>/links.html`, which has everything where a reader of the record would
//! have had to scroll past it. Nothing is said twice on a page: a record that a list above has already named
//! is not named again among the backlinks, which say so.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::super::html::{Html, link};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::card::cards;
use super::{Entry, section};
use crate::compose::Site;
use crate::compose::backlinks::{self, GroupEntry};
use crate::compose::report::name;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::words::args;

/// Longer groups of backlinks are folded up.
const LONG: usize = 10;

/// More links than this stand on a page of their own.
const MANY: usize = 50;

/// More issues than this, raised or discussed at one workshop, are told by number on its page.
const MANY_ISSUES: usize = 20;

/// What the backlinks of a workshop and of a topic repeat: field, collection of the records that refer.
const REPEATED: [(&str, &str); 10] = [
    ("raised", "issues"),
    ("at", "issues"),
    ("workshop", "actions"),
    ("workshop", "papers"),
    ("topic", "issues"),
    ("topic", "actions"),
    ("topics", "papers"),
    ("topics", "workshops"),
    ("topic", "artefacts"),
    ("topic", "interests"),
];

/// What links to a record, as its page says it.
#[derive(Debug, Serialize)]
pub(super) struct Linked {
    groups: Vec<Group>,
    /// What of it the lists above have: “issues, papers and actions”.
    above: Option<String>,
    /// The page that has all of it, where that is not this one.
    apart: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Group {
    label: String,
    anchor: String,
    count: usize,
    /// Whether there are so many that the group is folded up.
    folded: bool,
    /// None where they stand on a page of their own.
    links: Vec<Html>,
}

/// A page of what links to a record.
#[derive(Debug, Serialize)]
struct View {
    title: String,
    of: Html,
    lede: String,
    contents: Vec<Entry>,
    lists: Vec<List>,
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct List {
    anchor: &'static str,
    label: String,
    records: Vec<Html>,
}

impl Linked {
    /// What links to a record, for its page.
    pub(super) fn of(press: &Press, place: Place, index: usize) -> Self {
        let told = Told::of(press.site, index);
        let apart = (!press.whole && has_page(press.site, index)).then(|| address(place.path()));
        let from = apart.is_none().then_some(Within(place, ""));
        Linked {
            groups: groups(press, index, &told.groups, from.as_ref()),
            above: (!told.above.is_empty()).then(|| press.words().row(&told.above)),
            apart: apart.map(|path| place.href(&crate::compose::address::url(&path))),
        }
    }

    /// Whether nothing links to the record.
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.above.is_none()
    }
}

/// The address of the page of what links to a record, by the address of the record's.
pub(crate) fn address(record: &str) -> String {
    format!("{}/links.html", record.strip_suffix(".html").unwrap_or(record))
}

/// Whether what links to a record has a page of its own.
pub(crate) fn has_page(site: &Site, index: usize) -> bool {
    // Counting is cheaper than grouping, and nearly every record has few.
    let many = site.backlinks.to(index).len() > MANY && Told::of(site, index).links() > MANY;
    many || issues(site, index)
        .is_some_and(|(raised, discussed)| raised.len() + discussed.len() > MANY_ISSUES)
}

/// The issues raised at a workshop, and those discussed there and raised elsewhere.
pub(super) fn issues(site: &Site, index: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    let view = site.workshops.view(index)?;
    let elsewhere = |issue: &usize| !view.raised.contains(issue);
    Some((view.raised.clone(), view.discussed.iter().copied().filter(elsewhere).collect()))
}

/// The page of what links to a record.
pub(crate) fn page(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    let record = press.record(index);
    let told = Told::of(press.site, index);
    let mut lists = Vec::new();
    let (raised, discussed) = issues(press.site, index).unwrap_or_default();
    for (anchor, label, records) in
        [("raised", "issues-raised-there", raised), ("discussed", "issues-discussed-there", discussed)]
    {
        if !records.is_empty() {
            let label = format!("{} ({})", press.words().say(label), records.len());
            lists.push(List { anchor, label, records: cards(press, place, 3, &records)? });
        }
    }
    let to = press.href(place, index);
    let groups = groups(press, index, &told.groups, Some(&Within(place, &to)));
    let mut contents: Vec<Entry> =
        lists.iter().map(|list| section(list.anchor, list.label.clone())).collect();
    contents.extend(
        groups.iter().map(|group| section(&group.anchor, format!("{} ({})", group.label, group.count))),
    );
    let title = press.words().fill("what-links-to-record", args![title = &record.title]);
    let places = super::count(press.words(), told.links(), "n-place");
    let lede = press.words().fill("links-lede", args![title = &record.title, places = places]);
    let view = View {
        title: title.clone(),
        of: Html::new(&press.link(place, index)),
        lede,
        contents,
        lists,
        groups,
    };
    let label = press.edition().schema().label(record.id.collection());
    let collection = record.id.collection();
    let sheet = Sheet {
        title: &title,
        description: Some(&view.lede),
        section: collection,
        crumbs: &[
            (&label, format!("{collection}/index.html")),
            (&record.title, press.site.addresses.record(index).to_owned()),
        ],
        of: None,
    };
    press.print(place, &sheet, "links.html", &view)
}

/// What is told of a record's backlinks, and what the lists of its page tell already.
struct Told {
    groups: Vec<backlinks::Group>,
    above: Vec<String>,
}

impl Told {
    fn of(site: &Site, index: usize) -> Self {
        let shown = shown(site, index);
        let is_repeated = |group: &backlinks::Group| {
            REPEATED.contains(&(&*group.field, &*group.collection))
                && group.entries.iter().all(|entry| entry.parts.is_empty() && shown.contains(&entry.from))
        };
        let all = site.backlinks.groups(site.edition, index);
        let (repeated, groups): (Vec<_>, Vec<_>) = all.into_iter().partition(is_repeated);
        let mut above: Vec<String> = Vec::new();
        for group in repeated {
            let label = super::lower(&site.edition.schema().label(&group.collection));
            if !above.contains(&label) {
                above.push(label);
            }
        }
        Told { groups, above }
    }

    fn links(&self) -> usize {
        self.groups.iter().map(|group| group.entries.len()).sum()
    }
}

/// The records that the lists of a record's own page name.
fn shown(site: &Site, index: usize) -> BTreeSet<usize> {
    let lists: Vec<&Vec<usize>> = match &site.edition.record(index).kind {
        Kind::Workshop(_) => site
            .workshops
            .view(index)
            .map_or_else(Vec::new, |view| vec![&view.actions, &view.raised, &view.discussed, &view.papers]),
        Kind::Topic(_) => site.topics.view(index).map_or_else(Vec::new, |view| {
            vec![&view.issues, &view.papers, &view.workshops, &view.artefacts, &view.actions, &view.interests]
        }),
        _ => Vec::new(),
    };
    lists.into_iter().flatten().copied().collect()
}

/// Where links stand, and the way from there to the record that they lead to.
struct Within<'p>(Place<'p>, &'p str);

fn groups(press: &Press, index: usize, told: &[backlinks::Group], within: Option<&Within>) -> Vec<Group> {
    let group = |(n, group): (usize, &backlinks::Group)| Group {
        label: group.label.clone(),
        anchor: format!("links-{}", n + 1),
        count: group.entries.len(),
        folded: group.entries.len() > LONG,
        links: within.map_or_else(Vec::new, |within| {
            group.entries.iter().map(|entry| entry_link(press, index, entry, within)).collect()
        }),
    };
    told.iter().enumerate().map(group).collect()
}

fn entry_link(press: &Press, index: usize, entry: &GroupEntry, Within(place, to): &Within) -> Html {
    let mut markup = press.link(*place, entry.from);
    let parts = entry.parts.iter().filter(|part| has_part(press, index, part));
    let parts: Vec<String> = parts.filter_map(|part| part_link(press, to, part)).collect();
    if !parts.is_empty() {
        markup.push(' ');
        markup.push_str(&press.words().markup("on-parts", args![parts = parts.join(", ")]));
    }
    Html::new(&markup)
}

/// Whether the page of a record has the part that another record names.
fn has_part(press: &Press, index: usize, part: &Arc<str>) -> bool {
    let to = Ref { id: press.record(index).id.clone(), part: Some(Arc::clone(part)) };
    press.site.addresses.reference(press.edition(), &to).is_some_and(|address| address.contains('#'))
}

/// A part of the record's page as a link.
fn part_link(press: &Press, to: &str, part: &str) -> Option<String> {
    let (kind, number) = name::numbered(part)?;
    let words = press.words().fill(&format!("part-{kind}"), args![number = number]);
    Some(link(&format!("{to}#{part}"), &words))
}
