//! What changed, newest first, by month.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, machine_date};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use crate::compose::address::edition_page;
use crate::compose::changes::{Change, What};
use crate::model::action::State;
use crate::model::discussions::Discussions;
use crate::model::kinds::Kind;
use crate::model::standing::Rule;
use crate::model::words::args;

/// How many changes the page tells; all of them are in the records' own pages.
const MOST: usize = 500;

#[derive(Debug, Serialize)]
struct View {
    feed: String,
    feed_json: String,
    months: Vec<Month>,
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct Month {
    anchor: String,
    label: Html,
    changes: Vec<Told>,
}

/// A change as a reader is told it.
#[derive(Debug, Serialize)]
pub(crate) struct Told {
    pub(crate) id: String,
    pub(crate) on: Html,
    pub(crate) href: String,
    pub(crate) title: Html,
    pub(crate) what: Html,
}

/// The page of changes.
pub(crate) fn page(press: &Press, place: Place) -> anyhow::Result<String> {
    let changes = &press.site.changes;
    let mut months: Vec<Month> = Vec::new();
    for change in changes.iter().take(MOST) {
        let (words, anchor) = month(press, change);
        let told = told(press, place, change);
        match months.last_mut() {
            Some(last) if last.anchor == anchor => last.changes.push(told),
            _ => months.push(Month { anchor, label: Html::text(&words), changes: vec![told] }),
        }
    }
    // Coarse dates may come between the days of their own months.
    let mut seen = std::collections::BTreeSet::new();
    for month in &mut months {
        while !seen.insert(month.anchor.clone()) {
            month.anchor.push('x');
        }
    }
    let rest = changes.len().saturating_sub(MOST);
    let view = View {
        feed: place.href("feed.xml"),
        feed_json: place.href("feed.json"),
        months,
        more: (rest > 0).then(|| capital(&super::count(press.words(), rest, "n-changes-older"))),
    };
    let sheet = Sheet {
        title: press.words().say("what-changed"),
        description: Some(press.words().say("changes-describe")),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "changes.html", &view)
}

fn month(press: &Press, change: &Change) -> (String, String) {
    let on = change.on;
    match on.month() {
        Some(month) => {
            let words = args![month = press.words().month(month), year = i64::from(on.year())];
            (press.words().fill("date-month", words), format!("_m{:04}-{month:02}", on.year()))
        }
        None => (on.year().to_string(), format!("_m{:04}", on.year())),
    }
}

/// A change as a reader is told it.
pub(crate) fn told(press: &Press, place: Place, change: &Change) -> Told {
    let record = press.record(change.record);
    Told {
        id: record.id.as_str().to_owned(),
        on: Html::new(&press.time(change.on)),
        href: place.href(&page_of(press, change)),
        title: press.title(change.record),
        what: Html::new(&what(press, change)),
    }
}

/// The page that a change is about.
pub(crate) fn page_of(press: &Press, change: &Change) -> String {
    match change.what {
        What::Frozen(edition) => edition_page(&press.record(change.record).id, edition),
        _ => press.site.addresses.record(change.record).to_owned(),
    }
}

fn what(press: &Press, change: &Change) -> String {
    let record = press.record(change.record);
    let collection = press.edition().schema().collection(record.id.collection());
    let singular = collection.map_or_else(
        || crate::model::schema::Collection::unknown(record.id.collection()).singular,
        |known| known.singular.clone(),
    );
    match (&change.what, &record.kind) {
        (What::Event(n), Kind::Issue(issue)) => match issue.history.get(*n) {
            Some(event) => {
                let discussed = Discussions::of(&issue.history[..=*n]).any();
                let heading = Rule::of(discussed, event.agreement, event.work).heading();
                let mark = super::figure::mark(press, heading);
                let at = event.at.as_ref().and_then(|to| press.edition().index_of(&to.id));
                match at {
                    Some(at) => {
                        let args = args![heading = mark, meeting = press.name(at)];
                        press.words().markup("issue-now-after", args)
                    }
                    None => press.words().markup("issue-now", args![heading = mark]),
                }
            }
            None => escaped(press.words().say("issue-changed")),
        },
        (What::Judged(n) | What::RanOut(n), Kind::Issue(issue)) => {
            let key =
                if matches!(change.what, What::Judged(_)) { "issue-judged" } else { "issue-judgement-over" };
            match issue.editorial.get(*n) {
                Some(judgement) => {
                    let heading = super::figure::mark(press, judgement.heading);
                    press.words().markup(key, args![heading = heading])
                }
                None => escaped(press.words().say("issue-changed")),
            }
        }
        (What::State, Kind::Action(action)) => action_now(press, action.state),
        (What::Earlier(n), Kind::Action(action)) => {
            action_now(press, action.earlier.get(*n).map_or(action.state, |earlier| earlier.state))
        }
        (What::Delivered, _) => escaped(press.words().say("publication-delivered")),
        (What::Reported, _) => escaped(press.words().say("report-dated")),
        (What::Frozen(number), _) => press.words().markup("edition-signed", args![number = *number]),
        (What::Erratum, _) => escaped(press.words().say("erratum-told")),
        (What::Released, _) => press.words().markup("record-released", args![kind = escaped(&singular)]),
        _ => press.words().markup("record-updated", args![kind = escaped(&singular)]),
    }
}

fn action_now(press: &Press, state: State) -> String {
    press.words().markup("action-now", args![state = super::action::state(press, state)])
}

/// The part of a change's page that it is about.
pub(crate) fn part(change: &Change) -> String {
    match change.what {
        What::Event(n) => format!("#{}", crate::compose::address::event_anchor(n)),
        _ => String::new(),
    }
}

/// The day of a change as a feed needs it.
pub(crate) fn day(change: &Change) -> String {
    machine_date(change.on)
        .filter(|text| text.len() == 10)
        .unwrap_or_else(|| change.on.earliest().to_string())
}
