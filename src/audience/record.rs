//! A record → the record as an audience may see it.
//!
//! In: a record of the archive that is in the edition. Out: the same record, shared where nothing in
//! it is above the audience, else a copy without that; and what it withholds on purpose.

use std::sync::Arc;

use super::rewrite::{Reasons, Rewrite};
use super::sight::Sight;
use super::{actions, hidden, kinds, redact, small_cells};
use crate::model::access::Access;
use crate::model::body::Body;
use crate::model::kinds::Kind;
use crate::model::passages::has_marks;
use crate::model::record::{Airtable, Record};
use crate::model::value::{Data, Field, Value};

/// The record at this place of the archive, as the audience may see it.
pub(super) fn rewritten(sight: &Sight<'_>, index: usize) -> (Arc<Record>, Reasons) {
    let source = sight.source(index);
    let mut copy = Record::clone(source);
    let mut to = Rewrite::new(sight, index);
    record(&mut copy, index, &mut to);
    let record = if to.changed { Arc::new(copy) } else { Arc::clone(source) };
    (record, to.withheld)
}

fn record(record: &mut Record, index: usize, to: &mut Rewrite<'_>) {
    actions::rewrite(record, index, to);
    redact::withhold(record, to);
    let Record {
        id: _,
        title,
        summary,
        access,
        participant,
        aliases: _,
        updated: _,
        airtable,
        fields,
        body,
        kind,
        source,
        dangling,
        translated,
    } = record;
    // That what is kept from the public has changed would tell of it.
    if let Some(told) = translated
        && to.is_public()
        && told.is_outdated_within != told.is_outdated
    {
        told.is_outdated_within = told.is_outdated;
        to.changed = true;
    }
    let extracted = !source.own_file;
    match extracted {
        true => to.told_by(workshop_of(kind, to), |to| to.plain(title)),
        false => to.at("title").plain(title),
    }
    to.at("summary").markdowns(summary);
    kinds::rewrite(kind, to);
    self::access(access, to);
    if to.is_public() && participant.take().is_some() {
        to.changed = true;
    }
    self::airtable(airtable, to);
    if !dangling.is_empty() {
        // What leads to a hidden record and what leads to nothing must look the same.
        dangling.clear();
        to.changed = true;
    }
    // A description that the body repeats is withheld once.
    let repeated = fields.iter().position(|field| {
        let said = match &field.value {
            Value::Text(text) | Value::Markdown(text) => text.trim(),
            _ => return false,
        };
        &*field.key == "description" && said == body.text().trim()
    });
    if let Some(left) = to.sight.left(index) {
        *body = left.body.clone();
        left.withheld.iter().for_each(|reason| to.count(reason));
        to.changed = true;
    }
    if let Some(now) = to.at("body").body(body) {
        *body = Body::new(&now, body.form());
        to.changed = true;
    }
    for (n, field) in fields.iter_mut().enumerate() {
        match repeated == Some(n) {
            true => to.uncounted(|to| self::field(field, to)),
            false => self::field(field, to),
        }
    }
    let (shown, is_public) = (fields.len(), to.is_public());
    // What is marked in the name of a field has no place for a mark: the field goes as a whole.
    fields.retain(|field| !is_public || !has_marks(&field.key));
    fields.retain(|field| match &field.value {
        Value::Links(links) => !links.is_empty(),
        Value::Attachments(files) => !files.is_empty(),
        Value::Url(url) => !url.is_empty(),
        _ => true,
    });
    to.changed |= fields.len() != shown;
    hidden::hide(record, to);
}

/// The workshop whose write-up holds an action.
fn workshop_of(kind: &Kind, to: &Rewrite<'_>) -> Option<usize> {
    match kind {
        Kind::Action(action) => to.sight.find(&action.workshop.as_ref()?.id),
        _ => None,
    }
}

fn access(access: &mut Access, to: &mut Rewrite<'_>) {
    let Access { visibility: _, embargo: _, release, sign_offs, redactions: _, draft: _ } = access;
    if to.is_public() && !sign_offs.is_empty() {
        // Who signed what is for members.
        sign_offs.clear();
        to.changed = true;
    }
    if let Some(release) = release {
        to.at("released").plain(&mut release.by);
        to.markdown(&mut release.basis);
    }
}

/// The ids of the base lead to what else is there, and the time a row was made tells its author.
fn airtable(from: &mut Option<Airtable>, to: &mut Rewrite<'_>) {
    let Some(Airtable { table, id, created }) = from else { return };
    if to.is_public() && (id.is_some() || created.is_some()) {
        (*id, *created) = (None, None);
        to.changed = true;
        if table.is_none() {
            *from = None;
        }
    }
}

fn field(field: &mut Field, to: &mut Rewrite<'_>) {
    if to.is_public() {
        to.changed |= small_cells::hide_field(field, to.sight.archive.config().small_cell);
    }
    let Field { key, value, declared: _ } = field;
    self::value(value, to.at(key));
}

fn value(value: &mut Value, to: &mut Rewrite<'_>) {
    match value {
        Value::Text(text) | Value::Email(text) | Value::Number(text) => to.plain(text),
        Value::Url(url) => to.url(url),
        Value::Markdown(text) => to.markdown(text),
        Value::Tags(tags) => tags.iter_mut().for_each(|tag| to.name(tag)),
        Value::Links(links) => to.links(links),
        Value::Other(data) => tree(data, to),
        Value::Attachments(files) => {
            let (named, up_to) = (files.len(), to.up_to());
            files.retain(|file| file.visibility <= up_to);
            to.changed |= files.len() != named;
            files.iter_mut().for_each(|file| to.name(&mut file.name));
        }
        Value::Year(_) | Value::Date(_) | Value::Boolean(_) => {}
    }
}

fn tree(data: &mut Data, to: &mut Rewrite<'_>) {
    match data {
        Data::Text(text) => to.plain(text),
        Data::List(items) => items.iter_mut().for_each(|item| tree(item, to)),
        Data::Map(entries) => {
            let named = entries.len();
            entries.retain(|(name, _)| !to.is_public() || !has_marks(name));
            to.changed |= entries.len() != named;
            for (name, value) in entries {
                to.plain(name);
                tree(value, to);
            }
        }
        Data::Null | Data::Boolean(_) | Data::Integer(_) | Data::Float(_) => {}
    }
}
