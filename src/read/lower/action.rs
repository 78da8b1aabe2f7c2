//! An action that has a file of its own.
//!
//! In: front matter. Out: `Action`, without what the write-up says of it; `read::actions` joins the
//! two.

use std::sync::Arc;

use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::action::{Action, Earlier, Party, State, TakenOver};
use crate::model::id::Ref;
use crate::model::look_alike;

/// Takes an action's own keys out of the front matter.
pub(super) fn action(front: &mut Front<'_>) -> Action {
    Action {
        workshop: front.reference("workshop", Some("workshops")),
        number: front.count("number"),
        log_number: front.count("log_number"),
        raised: front.day("raised"),
        responsible: responsible(front),
        state: front.word("state", &State::ALL.map(State::as_str), State::parse).unwrap_or_default(),
        state_on: front.day("state_on"),
        earlier: earlier(front),
        due: front.day("due"),
        due_as_written: None,
        artefacts: front.references("artefact", Some("artefacts")),
        topic: front.reference("topic", Some("topics")),
        evidence: front.references("evidence", None),
        note: front.text("note"),
        wording: None,
        other_wordings: Vec::new(),
        extracted: false,
        taken_over: TakenOver::default(),
    }
}

/// The states before the one that holds: one without its day would tell nothing of any day.
fn earlier(front: &mut Front<'_>) -> Vec<Earlier> {
    let Some(value) = front.take("earlier") else { return Vec::new() };
    let one = |(n, item): (usize, &Node)| {
        let path = FieldPath::key("earlier").at(n);
        let raw::StateOn { state, on, .. } = front.notes.shape(&path, item)?;
        let missing = [("state", state.is_none()), ("on", on.is_none())];
        let missing: Vec<_> = missing.into_iter().filter_map(|(key, absent)| absent.then_some(key)).collect();
        let (Some(state), Some(on)) = (state, on) else {
            front.notes.incomplete(&path, &missing);
            return None;
        };
        let words = State::ALL.map(State::as_str);
        let state = front.notes.word(&path.clone().then("state"), &state, &words, State::parse)?;
        Some(Earlier { state, on: front.notes.date(&path.then("on"), &on)? })
    };
    listed(value).iter().enumerate().filter_map(one).collect()
}

fn responsible(front: &mut Front<'_>) -> Vec<Party> {
    let Some(value) = front.take("responsible") else { return Vec::new() };
    let items = match value {
        Node::Text(text) => vec![Node::Text(text)],
        other => other.into_items(),
    };
    let mut parties = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        let path = FieldPath::key("responsible").at(n);
        match item.as_text() {
            Some(text) => parties.extend(party(front, &path, text.trim())),
            None => front.notes.wrong_type(&path, item, "a name, or a reference to an organisation"),
        }
    }
    parties
}

/// A party by a reference, by the title of an organisation, or by a name that has no record.
fn party(front: &mut Front<'_>, path: &FieldPath, text: &str) -> Option<Party> {
    let index = front.context.index;
    let is_name =
        text.contains('/') || text == "missing-item" || super::super::references::is_airtable_id(text);
    let found = match is_name {
        true => Some(front.resolve(path, text, Some("organisations"))?),
        false => match index.resolve(text, Some("organisations")) {
            super::super::references::Target::Record(link) => Some(link),
            _ => None,
        },
    };
    if let Some(link) = found {
        let name = index.title(&link.id).cloned().unwrap_or_else(|| text.into());
        return Some(Party { name, written: None, organisation: Some(link), by_reference: true });
    }
    let (name, written) = match look_alike::fold(text) {
        Some(folded) => (Arc::from(folded), Some(Arc::from(text))),
        None => (Arc::from(text), None),
    };
    let organisation = index.organisation(&name).cloned().map(Ref::to);
    Some(Party { name, written, organisation, by_reference: false })
}
