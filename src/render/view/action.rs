//! An action's page, and actions in lists.

use serde::Serialize;

use super::super::html::{Html, escaped, link, none, status};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::after::After;
use super::card::number;
use super::facts::Facts;
use super::record::Title;
use super::{Entry, Fact, Pager, headings, kinds, section};
use crate::model::action::{Action, State};
use crate::model::kinds::Kind;
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct View {
    title: Title,
    id: String,
    state: &'static str,
    contents: Vec<Entry>,
    facts: Vec<Fact>,
    /// Each wording with where it stands: more than one where the write-up words it twice.
    wordings: Vec<Wording>,
    body: Option<Html>,
    after: After,
    pager: Option<Pager>,
}

#[derive(Debug, Serialize)]
struct Wording {
    label: String,
    words: Html,
}

/// An action in a list of another page.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    pub(super) anchor: Option<String>,
    /// The anchor of the passage that it stands in.
    pub(super) passage: Option<String>,
    id: String,
    state: &'static str,
    number: Html,
    words: Html,
    outcome: Html,
}

/// The page of an action.
pub(super) fn page(press: &Press, place: Place, index: usize, action: &Action) -> anyhow::Result<String> {
    let of = press.record(index);
    let facts = Facts::of(press, place, index);
    let words = |label: &str, text: &str| Wording {
        label: press.words().say(label).to_owned(),
        words: press.field(place, workshop(press, action).unwrap_or(index), text),
    };
    let mut wordings: Vec<Wording> = Vec::new();
    let several = !action.other_wordings.is_empty();
    wordings.extend(
        action
            .wording
            .iter()
            .map(|text| words(if several { "in-list-of-actions" } else { "as-promised" }, text)),
    );
    wordings.extend(action.other_wordings.iter().map(|text| words("in-discussion", text)));
    let after = After::of(press, place, index, facts.further, facts.other);
    let mut contents = vec![section("facts", press.words().say("facts"))];
    if !wordings.is_empty() {
        contents.push(section("wording", press.words().say("wording")));
    }
    contents.extend(headings(of.body.outline()));
    contents.extend(after.contents(press.words()));
    let mut title = Title::of(press, place, index);
    title.kind = kind(press, place, action);
    let view = View {
        title,
        id: of.id.as_str().to_owned(),
        state: action.state.as_str(),
        contents,
        facts: facts.first,
        wordings,
        body: (!of.body.is_empty()).then(|| press.body(place, index, &of.body)),
        after,
        pager: Pager::beside(press, place, index, press.words().say("actions")),
    };
    let description = press.sentence(index);
    let facts = press.citation(place, index);
    let sheet = Sheet {
        title: &of.title,
        description: Some(description.unwrap_or(&of.title)),
        section: "actions",
        crumbs: &[(press.words().say("actions"), "actions/index.html".to_owned())],
        of: Some((index, &facts)),
    };
    press.print(place, &sheet, "action.html", &view)
}

fn workshop(press: &Press, action: &Action) -> Option<usize> {
    press.edition().index_of(&action.workshop.as_ref()?.id)
}

/// `Action 3 of Workshop 1`, with the way to where it was promised; or its number in the log.
fn kind(press: &Press, place: Place, action: &Action) -> Html {
    let said = workshop(press, action).zip(action.number).map(|(workshop, number)| {
        let href = format!("{}#action-{number}", press.site.addresses.record(workshop));
        let title = match &press.record(workshop).kind {
            Kind::Workshop(of) if of.number.is_some() => {
                press.words().fill("workshop-n", args![number = of.number.unwrap_or_default()])
            }
            _ => press.record(workshop).title.clone(),
        };
        let workshop = link(&place.href(&href), &title);
        press.words().markup("action-n-of", args![number = number, workshop = workshop])
    });
    let logged = |number| press.words().markup("number-in-log", args![number = number]);
    let logged = action.log_number.map(logged);
    let words: Vec<String> = said.into_iter().chain(logged).collect();
    Html::new(&if words.is_empty() { escaped(press.words().say("action")) } else { words.join(" · ") })
}

/// Actions in a list of another page; `anchored` where that page is their workshop's.
pub(super) fn items(press: &Press, place: Place, actions: &[usize], anchored: bool) -> Vec<Item> {
    actions.iter().filter_map(|index| item(press, place, *index, anchored)).collect()
}

fn item(press: &Press, place: Place, index: usize, anchored: bool) -> Option<Item> {
    let record = press.record(index);
    let Kind::Action(action) = &record.kind else { return None };
    let label = match (anchored, action.number) {
        (true, Some(number)) => press.words().fill("action-n", args![number = number]),
        _ => number(press, action),
    };
    let mut outcome = state(press, action.state);
    let names = kinds::names(press, action);
    if !names.is_empty() {
        outcome.push_str(" · ");
        outcome.push_str(&escaped(&names));
    }
    if let Some(due) = due(press, place, index, action) {
        outcome.push_str(" · ");
        outcome.push_str(&press.words().markup("due-inline", args![date = due]));
    }
    for artefact in &action.artefacts {
        if let Some(found) = press.reference(place, artefact) {
            outcome.push_str(" · ");
            outcome.push_str(&press.words().markup("led-to-inline", args![artefacts = found]));
        }
    }
    Some(Item {
        anchor: action.number.filter(|_| anchored).map(|number| format!("action-{number}")),
        passage: None,
        id: record.id.as_str().to_owned(),
        state: action.state.as_str(),
        number: Html::new(&link(&press.href(place, index), &label)),
        words: promise(press, place, index, action),
        outcome: Html::new(&outcome),
    })
}

/// When an action is due: the date, or the words of the write-up where they are none.
pub(super) fn due(press: &Press, place: Place, index: usize, action: &Action) -> Option<String> {
    let written = || {
        let words = action.due_as_written.as_deref()?;
        let words = press.line(place, workshop(press, action).unwrap_or(index), words);
        Some(press.words().markup("as-written", args![words = words.as_str()]))
    };
    action.due.map(|due| press.time(due)).or_else(written)
}

/// The state of an action as a status.
pub(super) fn state(press: &Press, state: State) -> String {
    status(state.as_str(), press.words().named("state", state.as_str()))
}

/// What was promised: its wording, else the record's title.
pub(super) fn promise(press: &Press, place: Place, index: usize, action: &Action) -> Html {
    match &action.wording {
        Some(wording) => press.line(place, workshop(press, action).unwrap_or(index), wording),
        None => Html::new(&press.name(index)),
    }
}

/// What came of an action, in a few words.
pub(super) fn outcome(press: &Press, place: Place, index: usize, action: &Action) -> Html {
    let led: Vec<String> = action.artefacts.iter().filter_map(|to| press.reference(place, to)).collect();
    let mut words: Vec<String> = Vec::new();
    if !led.is_empty() {
        words.push(press.words().markup("led-to", args![artefacts = led.join(", ")]));
    }
    if let Some(note) = &action.note {
        words.push(press.line(place, index, note).as_str().to_owned());
    }
    if words.is_empty() {
        let evidence = press.references(place, &action.evidence);
        words.extend(evidence.first().map(|first| first.as_str().to_owned()));
    }
    if words.is_empty() {
        Html::new(&none(press.words().say("no-evidence")))
    } else {
        Html::new(&words.join(". "))
    }
}
