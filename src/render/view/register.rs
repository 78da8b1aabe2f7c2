//! The register of actions: every promise by state, with what came of it.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, none};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::action::{self, outcome, promise};
use super::{Entry, card::number, count, kinds};
use crate::model::action::State;
use crate::model::kinds::Kind;
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct View {
    lede: Html,
    states: Vec<Entry>,
    groups: Vec<Group>,
    csv: String,
    lineage: Option<String>,
}

#[derive(Debug, Serialize)]
struct Group {
    anchor: String,
    status: Html,
    count: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    anchor: String,
    state: &'static str,
    href: String,
    number: String,
    promise: Html,
    responsible: Html,
    promised: Html,
    outcome: Html,
}

/// The page of the register.
pub(crate) fn page(press: &Press, place: Place) -> anyhow::Result<String> {
    let register = &press.site.register;
    let mut groups = Vec::new();
    for state in State::ALL {
        let rows: Vec<Row> =
            register.actions.iter().filter_map(|index| row(press, place, *index, state)).collect();
        if !rows.is_empty() {
            groups.push(Group {
                anchor: state.as_str().to_owned(),
                status: Html::new(&action::state(press, state)),
                count: count(press.words(), rows.len(), "n-action"),
                rows,
            });
        }
    }
    let today = press.today();
    let words = press.words();
    let all = capital(&count(words, register.actions.len(), "n-action"));
    let view = View {
        lede: Html::new(
            &words.markup("register-lede", args![actions = escaped(&all), date = today.as_str()]),
        ),
        states: State::ALL
            .into_iter()
            .filter(|state| register.count(*state) > 0)
            .map(|state| Entry {
                words: format!(
                    "{} ({})",
                    capital(words.named("state", state.as_str())),
                    register.count(state)
                ),
                anchor: state.as_str().to_owned(),
                under: Vec::new(),
            })
            .collect(),
        groups,
        csv: press.shared(place, "data/actions.csv"),
        lineage: (press.site.threads.reach.questions > 0).then(|| place.href("lineage.html")),
    };
    let sheet = Sheet {
        title: words.say("register-of-actions"),
        description: Some(words.say("register-describe")),
        section: "actions",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "register.html", &view)
}

fn row(press: &Press, place: Place, index: usize, state: State) -> Option<Row> {
    let record = press.record(index);
    let Kind::Action(action) = &record.kind else { return None };
    if action.state != state {
        return None;
    }
    let workshop = action.workshop.as_ref().and_then(|to| press.edition().get(&to.id));
    let promised = workshop.and_then(|workshop| workshop.date()).or(action.raised);
    let names = kinds::names(press, action);
    Some(Row {
        id: record.id.as_str().to_owned(),
        anchor: format!("action-{}", record.id.slug()),
        state: state.as_str(),
        href: press.href(place, index),
        number: number(press, action),
        promise: promise(press, place, index, action),
        responsible: Html::new(&if names.is_empty() {
            none(press.words().say("not-named"))
        } else {
            escaped(&names)
        }),
        promised: Html::new(
            &promised.map_or_else(|| none(press.words().say("not-known")), |on| press.time(on)),
        ),
        outcome: outcome(press, place, index, action),
    })
}
