//! Fields that a record withholds on purpose → marks with the reason.
//!
//! In: a record, and its `redact:` list. Out: the record with a mark in place of each field: where a
//! page shows the field it shows the mark, and the mark is counted with those in texts. What has no
//! place for a mark of its own is withheld with the field it is in.

use super::hidden::hide_field;
use super::rewrite::Rewrite;
use crate::diag::Step;
use crate::model::access::Redaction;
use crate::model::body::Body;
use crate::model::issue::{Event, Issue, Position, carry_over};
use crate::model::kinds::Kind;
use crate::model::passages::mark;
use crate::model::record::Record;
use crate::model::value::{Field, Value};

/// Whether a record withholds its body as a whole: by its own name, or as the description that the
/// body repeats.
pub(super) fn of_body(record: &Record) -> Option<&Redaction> {
    let said = match record.field("description") {
        Some(Value::Text(text) | Value::Markdown(text)) => text.trim(),
        _ => "",
    };
    record.access.redactions.iter().find(|one| match one.path.root() {
        Some("body") => true,
        Some("description") => said == record.body.text().trim(),
        _ => false,
    })
}

/// Puts marks in place of the fields that a record withholds from the public.
pub(super) fn withhold(record: &mut Record, to: &mut Rewrite<'_>) {
    for Redaction { path, reason } in std::mem::take(&mut record.access.redactions) {
        to.changed = true;
        if !to.is_public() {
            continue;
        }
        let steps = path.steps();
        let part = match (&mut record.kind, steps) {
            (Kind::Issue(issue), [Step::Key(key), Step::Index(n), rest @ ..]) if &**key == "history" => {
                entry(issue, *n, rest, &mark(&reason))
            }
            (Kind::Workshop(workshop), [Step::Key(key), Step::Key(part), ..]) if &**key == "participants" => {
                let of = &mut workshop.participants;
                match &**part {
                    "count" => of.count = None,
                    "groups" => of.groups.clear(),
                    "names" => of.names.clear(),
                    _ => *of = Default::default(),
                }
                add(record, format!("participants.{part}").as_str(), &reason);
                true
            }
            _ => false,
        };
        if let Some(root) = path.root().filter(|_| !part) {
            whole(record, root, &reason, to);
        }
    }
}

/// Puts a mark in place of a whole field.
fn whole(record: &mut Record, key: &str, reason: &str, to: &mut Rewrite<'_>) {
    match key {
        "title" => {
            record.title = "[withheld]".to_owned();
            to.count(reason);
        }
        "summary" => record.summary = Some(mark(reason)),
        // Withheld where the body is looked at.
        "body" => {}
        key => {
            hide_field(record, key, to);
            add(record, key, reason);
        }
    }
}

fn add(record: &mut Record, key: &str, reason: &str) {
    record.fields.push(Field { key: key.into(), value: Value::Markdown(mark(reason)), declared: true });
}

/// Withholds an entry of a history, or one thing in it. Its date stays.
fn entry(issue: &mut Issue, n: usize, rest: &[Step], mark: &str) -> bool {
    let Some(event) = issue.history.get_mut(n) else { return false };
    match rest {
        [Step::Key(key)] if &**key == "note" => event.note = Some(mark.to_owned()),
        [Step::Key(key)] if matches!(&**key, "at" | "asserted_by") => {
            (event.at, event.asserted_by) = (None, None);
            event.note = Some(joined(event.note.take(), mark));
        }
        [Step::Key(key), Step::Index(m), within @ ..] if &**key == "positions" => {
            let Some(position) = event.positions.get_mut(*m) else { return false };
            match within {
                [Step::Key(key)] if &**key == "party" => {
                    position.party = "[withheld]".into();
                    position.view = joined(Some(std::mem::take(&mut position.view)), mark);
                }
                [Step::Key(key)] if &**key == "view" => position.view = mark.to_owned(),
                _ => *position = withheld(position, mark),
            }
        }
        [Step::Key(key)] if &**key == "positions" => {
            event.positions = event.positions.iter().take(1).map(|first| withheld(first, mark)).collect();
        }
        [Step::Key(key), ..] if &**key == "evidence" => {
            event.evidence.clear();
            event.note = Some(joined(event.note.take(), mark));
        }
        _ => {
            *event = bare(event, mark);
            carry_over(&mut issue.history);
        }
    }
    true
}

fn withheld(position: &Position, mark: &str) -> Position {
    Position {
        party: "[withheld]".into(),
        view: mark.to_owned(),
        visibility: position.visibility,
        own: position.own,
    }
}

fn joined(text: Option<String>, mark: &str) -> String {
    match text {
        Some(text) if !text.trim().is_empty() => format!("{} {mark}", text.trim_end()),
        _ => mark.to_owned(),
    }
}

/// An entry of which nothing but its date is told.
fn bare(event: &Event, mark: &str) -> Event {
    Event {
        on: event.on,
        at: None,
        discussed: false,
        stated_discussed: None,
        agreement: event.agreement,
        work: event.work,
        stated_agreement: None,
        stated_work: None,
        positions: Vec::new(),
        asserted_by: None,
        evidence: Vec::new(),
        note: Some(mark.to_owned()),
        visibility: event.visibility,
        own: event.own,
        corrects: None,
    }
}

/// The body that stands in for one that is withheld.
pub(super) fn body(body: &Body, reason: &str) -> Body {
    Body::new(&format!("{}\n", mark(reason)), body.form())
}
