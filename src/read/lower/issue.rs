//! An issue and its history.
//!
//! In: front matter. Out: `Issue`. Where an entry of the history is silent on agreement or work,
//! what the entry before it said still holds; that is filled in here, and no heading is derived.

use super::super::raw;
use super::super::yaml::Node;
use super::access::VISIBILITIES;
use super::common::listed;
use super::front::Front;
use super::topic::announced_on;
use super::unread_access;
use crate::diag::FieldPath;
use crate::model::access::Visibility;
use crate::model::announced::Announcement;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::issue::{Agreement, Editorial, Event, Issue, Position, Reply, Work, carry_over};
use crate::model::standing::Heading;

/// Takes an issue's own keys out of the front matter; entries of the history are for those who may
/// see the issue unless they say otherwise.
pub(super) fn issue(front: &mut Front<'_>, visibility: Visibility) -> Issue {
    let (raised_at, raised_on) = raised(front);
    Issue {
        topic: front.reference("topic", Some("topics")),
        raised_at,
        raised_on,
        actions: front.references("actions", Some("actions")),
        related: front.references("related", Some("issues")),
        next_discussion: next_discussion(front),
        history: history(front, visibility),
        editorial: editorial(front),
        replies: replies(front),
    }
}

/// A day alone, or days with those on which they were announced.
fn next_discussion(front: &mut Front<'_>) -> Vec<Announcement> {
    if !front.is_mapped("next_discussion") {
        let plain = |on| Announcement { on: Some(on), ..Announcement::default() };
        return front.day("next_discussion").map(plain).into_iter().collect();
    }
    let Some(value) = front.take("next_discussion") else { return Vec::new() };
    let one = |(n, item): (usize, &Node)| {
        let path = FieldPath::key("next_discussion").at(n);
        let (on, announced) = match item.as_text() {
            Some(on) => (Some(on), None),
            None => {
                let raw::Announced { on, announced, .. } = front.notes.shape(&path, item)?;
                (on, announced)
            }
        };
        let Some(on) = on else {
            front.notes.incomplete(&path, &["on"]);
            return None;
        };
        let on = Some(front.notes.date(&path.clone().then("on"), &on)?);
        Some(Announcement { on, announced: announced_on(front, &path, announced)?, note: None })
    };
    listed(value).iter().enumerate().filter_map(one).collect()
}

fn raised(front: &mut Front<'_>) -> (Option<Ref>, Option<Date>) {
    let Some(value) = front.take("raised") else { return (None, None) };
    let path = FieldPath::key("raised");
    // A bare date or a bare reference is clear enough.
    if let Some(text) = value.as_text() {
        return match text.contains('/') {
            true => (front.resolve(&path, &text, Some("workshops")), None),
            false => (None, front.notes.date(&path, &text)),
        };
    }
    let raw::Raised { at, on, .. } = front.notes.shape(&path, &value).unwrap_or_default();
    let at = at.and_then(|at| front.resolve(&path.clone().then("at"), &at, None));
    let on = on.and_then(|on| front.notes.date(&path.then("on"), &on));
    (at, on)
}

fn history(front: &mut Front<'_>, visibility: Visibility) -> Vec<Event> {
    let Some(value) = front.take("history") else { return Vec::new() };
    let items = listed(value);
    let path = |n| FieldPath::key("history").at(n);
    let events = items.iter().enumerate().filter_map(|(n, item)| event(front, &path(n), item, visibility));
    let mut history = events.collect::<Vec<_>>();
    carry_over(&mut history);
    history
}

fn event(front: &mut Front<'_>, path: &FieldPath, item: &Node, visibility: Visibility) -> Option<Event> {
    let raw::Event {
        on,
        at,
        discussed,
        agreement,
        work,
        positions: _,
        asserted_by,
        evidence,
        note,
        visibility: said,
        corrects,
        ..
    } = front.notes.shape(path, item)?;
    let key = |key: &str| path.clone().then(key);
    let at = at.and_then(|at| front.resolve(&key("at"), &at, None));
    let agreement = agreement.and_then(|word| {
        let words = Agreement::ALL.map(Agreement::as_str);
        front.notes.word(&key("agreement"), &word, &words, Agreement::parse)
    });
    let work = work
        .and_then(|word| front.notes.word(&key("work"), &word, &Work::ALL.map(Work::as_str), Work::parse));
    let own = own(front, path, item, said);
    let visibility = own.max(visibility);
    let positions = positions(front, path, item, (visibility, own));
    let asserted_by = asserted_by.and_then(|by| front.resolve(&key("asserted_by"), &by, None));
    let evidence = front.references_at(&key("evidence"), &evidence);
    let corrects = corrects.and_then(|date| front.notes.date(&key("corrects"), &date));
    let Some(on) = on else {
        front.notes.incomplete(path, &["on"]);
        return None;
    };
    Some(Event {
        on: front.notes.date(&key("on"), &on)?,
        at,
        // To agree or to disagree is to have discussed.
        stated_discussed: discussed,
        discussed: discussed.unwrap_or(agreement.is_some_and(|agreement| agreement != Agreement::NoneYet)),
        // What an entry does not say is carried over from those before it, once all are read.
        agreement: agreement.unwrap_or(Agreement::NoneYet),
        work: work.unwrap_or(Work::NoEvidence),
        stated_agreement: agreement,
        stated_work: work,
        positions,
        asserted_by,
        evidence,
        note,
        visibility,
        own,
        corrects,
    })
}

/// `around` is the visibility of the entry, and the one that it has of itself.
fn positions(
    front: &mut Front<'_>,
    path: &FieldPath,
    event: &Node,
    around: (Visibility, Visibility),
) -> Vec<Position> {
    let mut positions = Vec::new();
    for (path, item) in event.items_of(path, "positions") {
        let Some(raw::Position { party, view, visibility: said, .. }) = front.notes.shape(&path, item) else {
            continue;
        };
        let own = own(front, &path, item, said).max(around.1);
        let visibility = own.max(around.0);
        match (party, view) {
            (Some(party), Some(view)) => {
                positions.push(Position { party: party.trim().into(), view, visibility, own });
            }
            (None, _) => front.notes.incomplete(&path, &["party"]),
            (_, None) => front.notes.incomplete(&path, &["view"]),
        }
    }
    positions
}

/// The visibility that is written, which only ever narrows that of what it is in. Where its key is written
/// and no word behind it, nobody can tell who may see it.
fn own(front: &mut Front<'_>, path: &FieldPath, item: &Node, said: Option<String>) -> Visibility {
    let path = path.clone().then("visibility");
    match said {
        Some(word) => {
            front.notes.word(&path, &word, VISIBILITIES, Visibility::parse).unwrap_or(Visibility::Private)
        }
        None if item.has("visibility") => {
            unread_access::says_nothing(&mut front.notes, path);
            Visibility::Private
        }
        None => Visibility::Public,
    }
}

fn replies(front: &mut Front<'_>) -> Vec<Reply> {
    let Some(value) = front.take("replies") else { return Vec::new() };
    let mut replies = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("replies").at(n);
        let shape = front.notes.shape(&path, item);
        let Some(raw::Reply { party, asked, received, text, declined, signed_off, .. }) = shape else {
            continue;
        };
        let mut day = |key: &str, text: Option<String>| {
            text.and_then(|text| front.notes.date(&path.clone().then(key), &text))
        };
        let (asked, received) = (day("asked", asked), day("received", received));
        let signed_off = day("signed_off", signed_off);
        let Some(party) = party.map(|party| party.trim().into()) else {
            front.notes.incomplete(&path, &["party"]);
            continue;
        };
        let declined = declined.unwrap_or(false);
        replies.push(Reply { party, asked, received, text, declined, signed_off });
    }
    replies
}

fn editorial(front: &mut Front<'_>) -> Vec<Editorial> {
    let Some(value) = front.take("editorial") else { return Vec::new() };
    let path = FieldPath::key("editorial");
    match value {
        Node::List(items) => {
            let judged =
                items.iter().enumerate().filter_map(|(n, item)| judgement(front, &path.clone().at(n), item));
            judged.collect()
        }
        one => judgement(front, &path, &one).into_iter().collect(),
    }
}

fn judgement(front: &mut Front<'_>, path: &FieldPath, item: &Node) -> Option<Editorial> {
    let raw::Editorial { heading, reason, by, on, until, .. } = front.notes.shape(path, item)?;
    let missing: Vec<_> =
        [("heading", heading.is_none()), ("reason", reason.is_none()), ("by", by.is_none())]
            .into_iter()
            .filter_map(|(key, absent)| absent.then_some(key))
            .collect();
    let (Some(heading), Some(reason), Some(by)) = (heading, reason, by) else {
        front.notes.incomplete(path, &missing);
        return None;
    };
    let words = Heading::ALL.map(Heading::as_str);
    let heading = front.notes.word(&path.clone().then("heading"), &heading, &words, Heading::parse)?;
    // Without its date a judgement would count for every report there ever was.
    let mut day = |key: &str, written: Option<String>| match written {
        Some(written) => front.notes.date(&path.clone().then(key), &written).map(Some),
        None => Some(None),
    };
    Some(Editorial { heading, reason, by, on: day("on", on)?, until: day("until", until)? })
}
