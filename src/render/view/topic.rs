//! A topic's page: its column of the matrix, and everything that belongs to it.

use serde::Serialize;

use super::super::html::Html;
use super::super::place::Place;
use super::super::press::Press;
use super::action::{Item, items};
use super::after::After;
use super::card::cards;
use super::facts::Facts;
use super::record::{self, Title};
use super::{Entry, Fact, Pager, headings, section};
use crate::model::standing::Heading;

#[derive(Debug, Serialize)]
struct View {
    title: Title,
    slug: String,
    contents: Vec<Entry>,
    facts: Vec<Fact>,
    matrix: Option<String>,
    body: Option<Html>,
    issues: usize,
    headings: Vec<Under>,
    lists: Vec<Listed>,
    actions: Vec<Item>,
    after: After,
    pager: Option<Pager>,
}

/// The issues under a heading.
#[derive(Debug, Serialize)]
struct Under {
    heading: &'static str,
    count: usize,
    words: String,
    records: Vec<Html>,
}

#[derive(Debug, Serialize)]
struct Listed {
    anchor: &'static str,
    label: String,
    records: Vec<Html>,
}

/// The page of a topic.
pub(super) fn page(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    let of = press.record(index);
    let topic = press.site.topics.view(index);
    let lists = [
        ("papers", "papers", topic.map_or(&[][..], |topic| &topic.papers)),
        ("workshops", "workshops", topic.map_or(&[], |topic| &topic.workshops)),
        ("artefacts", "artefacts", topic.map_or(&[], |topic| &topic.artefacts)),
        ("interests", "interests-registered", topic.map_or(&[], |topic| &topic.interests)),
    ];
    let mut listed = Vec::new();
    for (anchor, label, records) in lists {
        if !records.is_empty() {
            let label = press.words().say(label).to_owned();
            listed.push(Listed { anchor, label, records: cards(press, place, 3, records)? });
        }
    }
    let issues = topic.map_or(&[][..], |topic| &topic.issues);
    let facts = Facts::of(press, place, index);
    let after = After::of(press, place, index, facts.further, facts.other);
    let view = View {
        title: Title::of(press, place, index),
        slug: of.id.slug().to_owned(),
        contents: Vec::new(),
        facts: facts.first,
        matrix: press.site.matrix.is_some().then(|| place.href("progress.html")),
        body: (!of.body.is_empty()).then(|| press.body(place, index, &of.body)),
        issues: issues.len(),
        headings: under(press, place, issues)?,
        lists: listed,
        actions: items(press, place, topic.map_or(&[], |topic| &topic.actions), false),
        after,
        pager: Pager::beside(press, place, index, press.words().say("topics")),
    };
    let mut contents = vec![section("progress", press.words().say("progress"))];
    contents.extend(headings(of.body.outline()));
    contents.push(section("issues", format!("{} ({})", press.words().say("issues"), view.issues)));
    contents.extend(
        view.lists
            .iter()
            .map(|list| section(list.anchor, format!("{} ({})", list.label, list.records.len()))),
    );
    if !view.actions.is_empty() {
        contents
            .push(section("actions", format!("{} ({})", press.words().say("actions"), view.actions.len())));
    }
    contents.extend(view.after.contents(press.words()));
    record::print(press, place, index, "topic.html", &View { contents, ..view })
}

/// The message that counts the issues under a heading.
fn issues_under(heading: Heading) -> &'static str {
    match heading {
        Heading::Resolved => "n-issues-resolved",
        Heading::Unresolved => "n-issues-unresolved",
        Heading::Outstanding => "n-issues-outstanding",
        Heading::SetAside => "n-issues-set-aside",
    }
}

fn under(press: &Press, place: Place, issues: &[usize]) -> anyhow::Result<Vec<Under>> {
    let mut under = Vec::new();
    for (heading, found) in press.site.standings.by_heading(issues) {
        if !found.is_empty() {
            under.push(Under {
                heading: heading.as_str(),
                count: found.len(),
                words: super::count(press.words(), found.len(), issues_under(heading)),
                records: cards(press, place, 4, &found)?,
            });
        }
    }
    Ok(under)
}
