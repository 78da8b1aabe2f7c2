//! A workshop's page: facts, agenda, the write-up with its actions in their place, what was raised.

use std::ops::Range;

use serde::Serialize;

use super::super::html::Html;
use super::super::place::Place;
use super::super::press::Press;
use super::action::{Item, items};
use super::after::After;
use super::card::cards;
use super::facts::Facts;
use super::linked;
use super::record::{self, Title};
use super::{Entry, Fact, Pager, headings, section};
use crate::model::kinds;
use crate::model::record::Record;
use crate::model::words::Words;

#[derive(Debug, Serialize)]
struct View {
    title: Title,
    contents: Vec<Entry>,
    facts: Vec<Fact>,
    agenda: Vec<Agenda>,
    body: Option<Html>,
    /// The actions, unless the write-up shows them in their place.
    actions: Vec<Item>,
    papers: Vec<Html>,
    raised: Issues,
    discussed: Issues,
    after: After,
    pager: Option<Pager>,
}

/// The issues raised or discussed at a workshop.
#[derive(Debug, Serialize)]
struct Issues {
    count: usize,
    /// How many are under each heading, and where they are listed, where that is not here.
    told: Option<String>,
    href: String,
    records: Vec<Html>,
}

#[derive(Debug, Serialize)]
struct Agenda {
    time: Option<String>,
    item: Html,
    papers: Vec<Html>,
}

#[derive(Debug, Serialize)]
struct Actions {
    items: Vec<Item>,
}

/// The page of a workshop.
pub(super) fn page(
    press: &Press,
    place: Place,
    index: usize,
    of: &kinds::Workshop,
) -> anyhow::Result<String> {
    let record = press.record(index);
    let found = press.site.workshops.view(index);
    let mut actions = items(press, place, found.map_or(&[], |view| &view.actions), true);
    let body = match list_of_actions(record, &mut actions) {
        Some((table, items)) => {
            let list = press.part(place, "parts/actions.html", &Actions { items })?;
            Some(press.body_with(place, index, &record.body, (table, list.as_str().to_owned())))
        }
        None if record.body.is_empty() => None,
        None => Some(press.body(place, index, &record.body)),
    };
    let (raised, discussed) = linked::issues(press.site, index).unwrap_or_default();
    let facts = Facts::of(press, place, index);
    let after = After::of(press, place, index, facts.further, facts.other);
    let view = View {
        title: Title::of(press, place, index),
        contents: Vec::new(),
        facts: facts.first,
        agenda: agenda(press, place, index, of),
        body,
        actions,
        papers: cards(press, place, 3, found.map_or(&[], |view| &view.papers))?,
        raised: Issues::of(press, place, index, "raised", &raised)?,
        discussed: Issues::of(press, place, index, "discussed", &discussed)?,
        after,
        pager: Pager::beside(press, place, index, press.words().say("workshops")),
    };
    let view = View { contents: contents(press.words(), &view, record), ..view };
    record::print(press, place, index, "workshop.html", &view)
}

impl Issues {
    fn of(press: &Press, place: Place, index: usize, what: &str, issues: &[usize]) -> anyhow::Result<Self> {
        let apart = !press.whole && linked::has_page(press.site, index);
        let path = linked::address(place.path());
        let under = press.site.standings.by_heading(issues);
        let numbers: Vec<String> = under
            .iter()
            .filter(|(_, found)| !found.is_empty())
            .map(|(heading, found)| {
                format!("{} {}", found.len(), press.words().named("heading-full", heading.as_str()))
            })
            .collect();
        Ok(Issues {
            count: issues.len(),
            told: apart.then(|| press.words().row(&numbers)),
            href: format!("{}#_{what}", place.href(&crate::compose::address::url(&path))),
            records: if apart { Vec::new() } else { cards(press, place, 3, issues)? },
        })
    }
}

fn contents(words: &Words, view: &View, record: &Record) -> Vec<Entry> {
    let mut contents = Vec::new();
    if !view.agenda.is_empty() {
        contents.push(section("agenda", words.say("agenda")));
    }
    contents.extend(headings(record.body.outline()));
    for (label, anchor, number) in [
        ("actions", "actions", view.actions.len()),
        ("papers", "papers", view.papers.len()),
        ("issues-raised-here", "raised", view.raised.count),
        ("issues-discussed-here", "discussed", view.discussed.count),
    ] {
        if number > 0 {
            contents.push(section(anchor, format!("{} ({number})", words.say(label))));
        }
    }
    contents.extend(view.after.contents(words));
    contents
}

fn agenda(press: &Press, place: Place, index: usize, of: &kinds::Workshop) -> Vec<Agenda> {
    of.agenda
        .iter()
        .map(|item| Agenda {
            time: item.time.clone(),
            item: press.field(place, index, &item.item),
            papers: press.references(place, &item.papers),
        })
        .collect()
}

/// The write-up's own list of actions, if it is a table in which each row is one action: where the
/// table stands, and the actions with the anchors of its rows' passages. What is taken for it is
/// taken out of `actions`; actions in no row stay.
fn list_of_actions(record: &Record, actions: &mut Vec<Item>) -> Option<(Range<usize>, Vec<Item>)> {
    use pulldown_cmark::{Event, Parser, Tag};

    let write_up = record.body.write_up()?;
    let first = write_up.actions.iter().filter_map(|action| action.wordings.first());
    let start = first.map(|wording| wording.at.start).min()?;
    // Tables are few; the one that holds the first wording is the list of actions.
    let text = record.body.text();
    let mut events = Parser::new_ext(text, crate::model::text::markdown()).into_offset_iter();
    let table = events.find_map(|(event, at)| {
        (matches!(event, Event::Start(Tag::Table(_))) && at.contains(&start)).then_some(at)
    })?;
    let outline = record.body.outline();
    let mut taken = Vec::new();
    for (n, row) in outline.passages.iter().enumerate().filter(|(_, row)| table.contains(&row.start)) {
        let mut in_row = write_up
            .actions
            .iter()
            .filter(|action| action.wordings.first().is_some_and(|wording| row.contains(&wording.at.start)));
        let (Some(action), None) = (in_row.next(), in_row.next()) else { return None };
        let anchor = format!("action-{}", action.number);
        let at = actions.iter().position(|item| item.anchor.as_deref() == Some(&*anchor))?;
        taken.push((at, format!("p-{}", n + 1)));
    }
    let mut rest: Vec<Option<Item>> = std::mem::take(actions).into_iter().map(Some).collect();
    let items = taken
        .into_iter()
        .filter_map(|(at, passage)| {
            let mut item = rest.get_mut(at)?.take()?;
            item.passage = Some(passage);
            Some(item)
        })
        .collect();
    actions.extend(rest.into_iter().flatten());
    Some((table, items))
}
