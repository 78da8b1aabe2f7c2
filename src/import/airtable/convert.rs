//! Tables → drafts of records.
//!
//! In: the tables of a run, what is in the archive, and what `annals.yaml` says. Out: drafts, and
//! every doubt at its line. A record keeps the name it has; a new one is named by its title, and two
//! that would get one name are an error. Links become names across all tables of the run.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde_yaml::{Mapping as Front, Value as Yaml};

use super::access;
use super::cells::{self, Around};
use super::existing::{Existing, Known};
use super::faults;
use super::links::Links;
use super::mapping::{Mapped, Mapping, Want};
use super::table::{Cell, Form, Row, Table};
use crate::diag::{Finding, Rule, Spot};
use crate::import::Draft;
use crate::import::ledger::Origin;
use crate::model::config::AirtableConfig;
use crate::model::id::RecordId;
use crate::model::schema::Schema;
use crate::model::text::slug;

/// What a run depends on beside its tables.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The collections and their fields.
    pub schema: &'a Schema,
    /// What `annals.yaml` says of the base.
    pub config: Option<&'a AirtableConfig>,
    /// What is in the archive.
    pub existing: &'a Existing,
    /// The attachments that are in the archive, by their ids in the base.
    pub files: &'a BTreeMap<String, Arc<str>>,
}

/// What came out of the tables.
#[derive(Debug, Default)]
pub struct Converted {
    /// The records, with what the ledger calls their source.
    pub drafts: Vec<(Draft, Origin)>,
    /// What is unsure, each at its line.
    pub doubts: Vec<Finding>,
}

/// A row that has a name.
struct Named<'a> {
    row: &'a Row,
    table: &'a Table,
    mapping: &'a Mapping,
    id: RecordId,
    title: String,
}

/// Makes drafts of the rows of all tables.
pub fn drafts(mut tables: Vec<Table>, context: Context<'_>) -> Converted {
    let mut doubts = Vec::new();
    let mappings: Vec<_> = tables.iter().map(|table| mapping(table, context, &mut doubts)).collect();
    for (table, mapping) in tables.iter_mut().zip(&mappings) {
        take_ids(table, mapping);
    }
    let tables = &tables;
    let named = names(tables, &mappings, context, &mut doubts);
    let mut links = Links::of(context.existing);
    for one in &named {
        links.add(&one.id, one.row.id.as_ref(), Some(&one.title));
    }
    let converted = named.par_iter().map(|one| draft(one, &links, context));
    let converted: Vec<_> = converted.collect();
    let mut drafts = Vec::with_capacity(converted.len());
    for (one, (draft, found)) in named.iter().zip(converted) {
        drafts.push((draft, Origin::table(&*one.table.source)));
        doubts.extend(found);
    }
    Converted { drafts, doubts }
}

/// A finding at a place of the table's document; a live table has none.
fn finding(table: &Table, rule: &'static Rule, at: usize, message: impl Into<String>) -> Finding {
    Finding::new(rule, &table.file, table.spot(at), message)
}

/// What becomes of the table's fields; those that nobody mapped are reported once each.
fn mapping(table: &Table, context: Context<'_>, doubts: &mut Vec<Finding>) -> Mapping {
    let said = context.config.and_then(|config| {
        config.tables.iter().find(|(name, _)| *name == table.collection).map(|(_, said)| said)
    });
    let mapping = Mapping::of(table, said, context.schema.collection(&table.collection));
    let mut unmapped: BTreeMap<&str, (usize, &Cell)> = BTreeMap::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if *mapping.get(&cell.field) == Mapped::Unmapped {
            unmapped.entry(&cell.field).or_insert((0, cell)).0 += 1;
        }
    }
    doubts.extend(access::doubts(table, &mapping));
    for (field, (rows, first)) in unmapped {
        let shown = table.shown(field);
        let message =
            format!("the field {shown} is not mapped, so it was not written ({rows} records have it)");
        let help = format!(
            "map it in annals.yaml under `airtable.tables.{}.fields`, to a key or to \"\" to leave it in the base",
            table.collection
        );
        doubts.push(finding(table, &faults::UNMAPPED_FIELD, first.at, message).help(help));
    }
    if let Some((a, b, key)) = mapping.twice() {
        let message =
            format!("the fields {} and {} are both mapped to `{key}`", table.shown(a), table.shown(b));
        doubts.push(finding(table, &faults::SAME_NAME, 0, message));
    }
    mapping
}

/// Takes the ids of rows from the columns that hold them: a CSV has them nowhere else.
fn take_ids(table: &mut Table, mapping: &Mapping) {
    let (id, created) = (mapping.field_of("airtable_id"), mapping.field_of("airtable_createdTime"));
    for row in &mut table.rows {
        let cell = |field: Option<&Arc<str>>| {
            let cell = row.cells.iter().find(|cell| Some(&cell.field) == field)?;
            Some(Arc::from(cell.value.as_str()?.trim()))
        };
        let found = (cell(id), cell(created));
        row.id = row.id.take().or(found.0);
        row.created = row.created.take().or(found.1);
    }
}

/// Gives every row that has a title its name.
fn names<'a>(
    tables: &'a [Table],
    mappings: &'a [Mapping],
    context: Context<'_>,
    doubts: &mut Vec<Finding>,
) -> Vec<Named<'a>> {
    let mut named: Vec<Named<'a>> = Vec::new();
    let mut taken: BTreeMap<RecordId, usize> = BTreeMap::new();
    for (table, mapping) in tables.iter().zip(mappings) {
        for row in table.rows.iter().filter(|row| !row.cells.is_empty()) {
            let Some(title) = title(row, mapping, table.form) else {
                let which = row.id.as_ref().map(|id| format!("the record {id}")).unwrap_or("a row".into());
                let message = format!("{which} has no title, so it was left out");
                doubts.push(finding(table, &faults::UNTITLED_ROW, row.at, message));
                continue;
            };
            let id = name(table, row, &title, context.existing);
            let one = Named { row, table, mapping, id, title };
            match taken.get(&one.id).and_then(|at| named.get(*at)) {
                Some(other) => doubts.push(collision(&one, &called(other))),
                None => {
                    if let Some(known) = holder(&one, context.existing) {
                        let path = super::super::writer::path_of(&one.id);
                        let help = format!(
                            "if that record is gone from Airtable, delete {path} (or pull with --prune) and do this \
                             again; if it is not, tell them apart by their titles in Airtable"
                        );
                        let other = format!("{path} of the archive ({known})");
                        doubts.push(collision(&one, &other).help(help));
                    }
                    taken.insert(one.id.clone(), named.len());
                    named.push(one);
                }
            }
        }
    }
    named
}

fn title(row: &Row, mapping: &Mapping, form: Form) -> Option<String> {
    let field = mapping.field_of("title")?;
    let cell = row.cells.iter().find(|cell| cell.field == *field)?;
    let (links, files) = (Links::default(), BTreeMap::new());
    let around = Around { links: &links, files: &files, form };
    let title = match cells::value(&cell.value, &Want::Text, around, &mut Vec::new())? {
        Yaml::String(text) => text,
        Yaml::Number(number) => number.to_string(),
        _ => return None,
    };
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// The name that the record has, or that its title makes.
fn name(table: &Table, row: &Row, title: &str, existing: &Existing) -> RecordId {
    let known = row.id.as_ref().and_then(|id| existing.by_airtable_id.get(id));
    if let Some(known) = known.filter(|known| known.collection() == &*table.collection) {
        return known.clone();
    }
    let mut stem = slug(title);
    // A file's name may not be longer than 255 bytes on any disk; this is long enough to tell apart.
    if stem.len() > LONGEST {
        stem.truncate(stem[..LONGEST].rfind('-').unwrap_or(LONGEST));
    }
    let is_list_page =
        stem == "index" || stem.strip_prefix("page-").is_some_and(|n| n.parse::<u32>().is_ok());
    if is_list_page {
        stem.push_str("-record");
    }
    // Of a title without any letter that an address can have, nothing is left to tell it apart.
    match &row.id {
        Some(id) if stem == "x" && !title.eq_ignore_ascii_case("x") => stem = id.to_ascii_lowercase(),
        _ => {}
    }
    RecordId::new(&table.collection, &stem)
}

const LONGEST: usize = 120;

/// The Airtable id of the archive's record of this name, where it is another than the row's.
fn holder<'e>(one: &Named<'_>, existing: &'e Existing) -> Option<&'e Arc<str>> {
    let held = existing.records.get(&one.id)?.airtable_id.as_ref()?;
    one.row.id.as_ref().is_some_and(|id| id != held).then_some(held)
}

fn called(one: &Named<'_>) -> String {
    let title = &one.title;
    match (&one.row.id, one.table.spot(one.row.at)) {
        (Some(id), _) => format!("`{title}` ({id})"),
        (None, Spot::Line(line, _)) => format!("`{title}` (line {line})"),
        (None, _) => format!("`{title}`"),
    }
}

fn collision(one: &Named<'_>, other: &str) -> Finding {
    let message = match &one.row.id {
        Some(id) if other.ends_with(&format!("({id})")) => {
            format!("{} stands twice", called(one))
        }
        _ => format!("{} and {other} would both be {}", called(one), one.id),
    };
    finding(one.table, &faults::SAME_NAME, one.row.at, message)
        .help("tell them apart by their titles in Airtable")
}

fn draft(one: &Named<'_>, links: &Links, context: Context<'_>) -> (Draft, Vec<Finding>) {
    let (mut doubts, mut body) = (Vec::new(), String::new());
    let around = Around { links, files: context.files, form: one.table.form };
    let mut keys: Vec<(usize, &Arc<str>, Yaml)> = Vec::with_capacity(one.row.cells.len());
    for cell in &one.row.cells {
        let Mapped::To(target) = one.mapping.get(&cell.field) else { continue };
        let mut found = Vec::new();
        let value = cells::value(&cell.value, &target.want, around, &mut found);
        doubts.extend(found.into_iter().map(|(rule, message)| {
            let message = format!("{message} (in {} of {})", one.table.shown(&cell.field), called(one));
            let mut finding = finding(one.table, rule, cell.at, message);
            if one.table.text.is_none() {
                finding.file = super::super::writer::path_of(&one.id).into();
            }
            finding
        }));
        match (&*target.key, value) {
            ("title" | "table" | "airtable_id" | "airtable_createdTime", _) | (_, None) => {}
            ("body", Some(Yaml::String(text))) => body = text,
            (key, Some(value)) => {
                // The base's own exporter repeats the description as the body, and records are read so.
                if let (true, Yaml::String(text)) = (key == "description" && body.is_empty(), &value) {
                    body.clone_from(text);
                }
                // A base writes it as its labels are: `Members`.
                let value = match value {
                    Yaml::String(text) if key == "visibility" => Yaml::String(text.trim().to_lowercase()),
                    other => other,
                };
                keys.push((target.rank, &target.key, value));
            }
        }
    }
    let visibility: Arc<str> = "visibility".into();
    let said = keys.iter().any(|(_, key, _)| ***key == *visibility);
    if !said && !access::closing(one.table, one.row, one.mapping).is_empty() {
        // Before every key of the collection's own, as an editor would write it.
        keys.push((0, &visibility, "members".into()));
    }
    keys.sort_by_key(|(rank, ..)| *rank);
    let mut front_matter = Front::with_capacity(keys.len() + 4);
    front_matter.insert("title".into(), one.title.as_str().into());
    front_matter.insert("table".into(), (*one.table.collection).into());
    let (id, created) = origin(one, context.existing);
    front_matter.extend(id.map(|id| ("airtable_id".into(), (*id).into())));
    front_matter.extend(created.map(|created| ("airtable_createdTime".into(), (*created).into())));
    front_matter.extend(keys.into_iter().map(|(_, key, value)| (Yaml::from(&**key), value)));
    (Draft { id: one.id.clone(), front_matter, body }, doubts)
}

/// Where the record came from: a CSV does not tell, but the archive's record of that name may.
fn origin(one: &Named<'_>, existing: &Existing) -> (Option<Arc<str>>, Option<Arc<str>>) {
    if one.row.id.is_some() {
        return (one.row.id.clone(), one.row.created.clone());
    }
    let known = existing.records.get(&one.id).cloned();
    let Known { airtable_id, created, .. } = known.unwrap_or_default();
    (airtable_id, created)
}

#[cfg(test)]
mod tests;
