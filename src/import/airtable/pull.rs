//! The live base → sheets for the writer.
//!
//! In: which base and tables, a client, what the archive has. Out: the text of every record, the
//! records that the base has no more, and every doubt. Nothing of a table is written unless all tables
//! were read whole; attachments are kept as they come, so that a pull can go on where it stopped.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_yaml::{Mapping as Front, Value as Yaml};

use super::attachments::{Announced, Attachments};
use super::client::{Client, Refused, encoded};
use super::convert::{self, Context};
use super::existing::Existing;
use super::mapping::{Mapped, Mapping, Want};
use super::table::{Form, Row, Table};
use super::text::Text;
use super::{exported, faults, json};
use crate::diag::{Finding, Severity, Spot};
use crate::import::Draft;
use crate::import::folders::Folders;
use crate::import::ledger::Ledger;
use crate::import::writer::{Sheet, on_disk, path_of};
use crate::model::config::AirtableConfig;
use crate::model::id::RecordId;
use crate::model::schema::{FieldType, Schema};

/// What to pull.
#[derive(Clone, Copy)]
pub struct Pull<'a> {
    /// The folders of the archive's records.
    pub folders: &'a Folders,
    /// The base.
    pub base: &'a str,
    /// The tables and their fields.
    pub config: &'a AirtableConfig,
    /// The collections and their fields.
    pub schema: &'a Schema,
    /// Whether records that the base has no more are to go.
    pub prune: bool,
    /// Whether nothing at all may be written, attachments neither.
    pub dry_run: bool,
    /// Is told how far it got.
    pub tell: &'a dyn Fn(&str),
}

/// What was pulled.
#[derive(Debug, Default)]
pub struct Pulled {
    /// The records.
    pub sheets: Vec<Sheet>,
    /// The records that the base has no more and that are to go.
    pub gone: Vec<RecordId>,
    /// What is unsure.
    pub doubts: Vec<Finding>,
    /// Records by collection, as the base has them.
    pub figures: Vec<(String, usize)>,
    /// The ids of all attachments that the base announces.
    pub announced: BTreeSet<String>,
    /// The files of those that are here.
    pub attachments: Option<Attachments>,
}

/// Pulls the tables.
///
/// # Errors
/// A base that cannot be read whole, a fault of the disk.
pub fn pull(what: Pull<'_>, client: &Client) -> Result<Pulled> {
    if what.config.tables.is_empty() {
        bail!(
            "annals.yaml names no tables to pull: write them under `airtable.tables`, each with its fields"
        );
    }
    // 1. Every table, whole.
    let names = field_names(what, client)?;
    let mut tables = Vec::with_capacity(what.config.tables.len());
    for (collection, said) in &what.config.tables {
        let name = said.table.as_deref().unwrap_or(collection);
        let rows = rows(client, what.base, name, said.view.as_deref())
            .with_context(|| format!("the table {name}"))?;
        (what.tell)(&format!("{collection}: {} records", rows.len()));
        tables.push(Table {
            collection: Arc::clone(collection),
            file: "annals.yaml".into(),
            source: source(what.base, collection),
            form: Form::Json,
            text: None,
            names: names.get(name).cloned().unwrap_or_default(),
            rows,
        });
    }
    known_by_name(what.config, &tables)?;
    // 2. Their attachments.
    let mut pulled = Pulled::default();
    let mut attachments = Attachments::read(what.folders)?;
    let missed = fetch(what, client, &tables, &mut attachments, &mut pulled)?;
    // 3. Their records.
    let mut existing = Existing::read(what.folders)?;
    let upstream: BTreeSet<_> =
        tables.iter().flat_map(|table| &table.rows).filter_map(|row| row.id.clone()).collect();
    let gone = gone(what, &existing, &upstream)?;
    if what.prune {
        for id in &gone {
            existing.forget(id);
        }
    }
    pulled.figures = tables.iter().map(|table| (table.collection.to_string(), table.rows.len())).collect();
    let paths = attachments.paths();
    let context =
        Context { schema: what.schema, config: Some(what.config), existing: &existing, files: &paths };
    let mut converted = convert::drafts(tables, context);
    for (draft, _) in &mut converted.drafts {
        let id = draft.front_matter.get("airtable_id").and_then(|id| id.as_str());
        if id.is_some_and(|id| missed.contains(id)) {
            keep_files(what, draft)?;
        }
    }
    // What a trial run would fetch, and what could not be fetched and is told already, is not told again.
    let told = |doubt: &Finding| !missed.is_empty() && doubt.rule == &faults::ATTACHMENT_NOT_FETCHED;
    pulled.doubts.extend(converted.doubts.into_iter().filter(|doubt| !told(doubt)));
    let (sheets, faulty) = super::sheets(converted.drafts);
    pulled.sheets = sheets;
    pulled.doubts.extend(faulty);
    // 4. What the base has no more.
    let taken: BTreeSet<_> = pulled.sheets.iter().map(|sheet| sheet.id.clone()).collect();
    let gone = gone.into_iter().filter(|id| !taken.contains(id));
    if what.prune {
        pulled.gone = gone.collect();
    } else {
        pulled.doubts.extend(gone.map(|id| {
            let message = format!("{id} was deleted in Airtable");
            Finding::new(&faults::GONE_UPSTREAM, &path_of(&id).into(), Spot::File, message)
                .help("pull with --prune to remove it here too")
        }));
    }
    if pulled.doubts.iter().all(|doubt| doubt.rule.severity < Severity::Error) && !what.dry_run {
        attachments.finish()?;
    }
    pulled.attachments = Some(attachments);
    Ok(pulled)
}

fn source(base: &str, collection: &str) -> Arc<str> {
    format!("airtable:{base}/{collection}").into()
}

#[derive(Deserialize)]
struct Tables {
    tables: Vec<TableNames>,
}

#[derive(Deserialize)]
struct TableNames {
    id: String,
    name: String,
    #[serde(default)]
    fields: Vec<FieldName>,
}

#[derive(Deserialize)]
struct FieldName {
    id: String,
    name: String,
}

type Names = Vec<(Arc<str>, Arc<str>)>;

/// The names of fields by table name and id: records give only ids. Where the token may not see
/// them there are none, which matters only if `annals.yaml` uses names.
fn field_names(what: Pull<'_>, client: &Client) -> Result<BTreeMap<String, Names>> {
    let bytes = match client.json(&format!("/v0/meta/bases/{}/tables", encoded(what.base))) {
        Ok(bytes) => bytes,
        Err(error) => match error.downcast_ref::<Refused>() {
            Some(refused) if matches!(refused.status, 403 | 404) => return Ok(BTreeMap::new()),
            _ => return Err(error.context(format!("the base {}", what.base))),
        },
    };
    let Tables { tables } =
        serde_json::from_slice(&bytes).context("the list of tables is not what Airtable answers")?;
    let mut names = BTreeMap::new();
    for table in tables {
        let fields: Names =
            table.fields.into_iter().map(|field| (field.id.into(), field.name.into())).collect();
        names.insert(table.id, fields.clone());
        names.insert(table.name, fields);
    }
    Ok(names)
}

/// Refuses to go on where the base gives ids and `annals.yaml` names, with nothing to join them by:
/// every record would lose its fields.
fn known_by_name(config: &AirtableConfig, tables: &[Table]) -> Result<()> {
    for (table, (_, said)) in tables.iter().zip(&config.tables) {
        let by_name = said.fields.iter().any(|(field, _)| !is_field_id(field));
        let mut cells = table.rows.iter().flat_map(|row| &row.cells).peekable();
        let by_id = cells.peek().is_some() && cells.all(|cell| is_field_id(&cell.field));
        if by_name && by_id && table.names.is_empty() {
            bail!(
                "annals.yaml maps fields of {} by name, and the token may not see names: give it the scope \
                 schema.bases:read, or write the fields' ids (fld…)",
                table.collection
            );
        }
    }
    Ok(())
}

fn is_field_id(field: &str) -> bool {
    field.len() == 17 && field.starts_with("fld") && field.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Every record of a table.
fn rows(client: &Client, base: &str, table: &str, view: Option<&str>) -> Result<Vec<Row>> {
    let mut path =
        format!("/v0/{}/{}?pageSize=100&returnFieldsByFieldId=true", encoded(base), encoded(table));
    if let Some(view) = view {
        path.push_str(&format!("&view={}", encoded(view)));
    }
    let mut begun = 0;
    loop {
        begun += 1;
        match all_pages(client, &path, table) {
            // The list of a slow reader expires: it has to be begun anew.
            Err(error)
                if begun < 3 && error.downcast_ref::<Refused>().is_some_and(|told| told.status == 422) => {}
            other => return other,
        }
    }
}

fn all_pages(client: &Client, path: &str, table: &str) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = path.to_owned();
    loop {
        let file: Arc<str> = format!("{table}, page {}", seen.len() + 1).into();
        let answer = Text::of(&file, client.json(&next)?).and_then(|text| json::page(&text));
        let page = match answer {
            Ok(page) => page,
            Err(fault) => bail!("{file}: {}", fault.message),
        };
        rows.extend(page.rows);
        let Some(offset) = page.offset.filter(|offset| !offset.is_empty()) else { return Ok(rows) };
        if !seen.insert(offset.clone()) {
            bail!("the pages of {table} go round in a circle");
        }
        next = format!("{path}&offset={}", encoded(&offset));
    }
}

/// Fetches what is announced and mapped; the records of which some is not there now.
fn fetch(
    what: Pull<'_>,
    client: &Client,
    tables: &[Table],
    attachments: &mut Attachments,
    pulled: &mut Pulled,
) -> Result<BTreeSet<Arc<str>>> {
    let mut wanted: Vec<(&Table, &Row, Announced)> = Vec::new();
    for (table, (_, said)) in tables.iter().zip(&what.config.tables) {
        let mapping = Mapping::of(table, Some(said), what.schema.collection(&table.collection));
        for row in &table.rows {
            for cell in &row.cells {
                let is_files = matches!(mapping.get(&cell.field), Mapped::To(to) if matches!(to.want, Want::Files | Want::Any));
                if is_files {
                    wanted.extend(Announced::all_in(&cell.value).into_iter().map(|one| (table, row, one)));
                }
            }
        }
    }
    pulled.announced = wanted.iter().map(|(_, _, one)| one.id.clone()).collect();
    wanted.retain(|(_, _, one)| !attachments.has(one));
    if wanted.is_empty() {
        return Ok(BTreeSet::new());
    }
    if what.dry_run {
        (what.tell)(&format!("{} attachments would be fetched", wanted.len()));
        return Ok(wanted.iter().filter_map(|(_, row, _)| row.id.clone()).collect());
    }
    let mut missed = BTreeSet::new();
    for (n, (table, row, one)) in wanted.iter().enumerate() {
        // One file may hang in several records.
        if attachments.has(one) {
            continue;
        }
        (what.tell)(&format!("attachment {} of {}: {}", n + 1, wanted.len(), one.name));
        if let Some((rule, message)) = attachments.fetch(client, one)? {
            if rule == &faults::ATTACHMENT_NOT_FETCHED {
                missed.extend(row.id.clone());
            }
            let record = row.id.as_deref().unwrap_or_default();
            pulled.doubts.push(Finding::new(
                rule,
                &table.file,
                Spot::File,
                format!("{message} ({} {record})", table.collection),
            ));
        }
    }
    Ok(missed)
}

/// Keeps the attachments that a record has, where some could not be fetched today: what is lost on the way is
/// not taken back.
fn keep_files(what: Pull<'_>, draft: &mut Draft) -> Result<()> {
    let Some(path) = what.folders.found(&draft.id) else { return Ok(()) };
    let Some(found) = on_disk(&what.folders.root.join(path))? else { return Ok(()) };
    let found = String::from_utf8_lossy(&found);
    let front = exported::front(&found).and_then(|(front, _)| serde_yaml::from_str::<Front>(front).ok());
    let collection = what.schema.collection(draft.id.collection());
    for (key, old) in front.unwrap_or_default() {
        let name = key.as_str().unwrap_or_default();
        let kind = collection.and_then(|collection| collection.field(name)).map(|spec| spec.kind.clone());
        let is_files = kind.or_else(|| FieldType::by_convention(name)) == Some(FieldType::Attachment);
        let Yaml::Sequence(mut files) = old else { continue };
        if is_files {
            let new = draft.front_matter.get(&key).and_then(Yaml::as_sequence).cloned().unwrap_or_default();
            let more: Vec<Yaml> = new.into_iter().filter(|file| !files.contains(file)).collect();
            files.extend(more);
            draft.front_matter.insert(key, Yaml::Sequence(files));
        }
    }
    Ok(())
}

/// The records that were pulled from these tables before and that the base has no more.
fn gone(what: Pull<'_>, existing: &Existing, upstream: &BTreeSet<Arc<str>>) -> Result<Vec<RecordId>> {
    let sources: BTreeSet<_> = what.config.tables.iter().map(|(name, _)| source(what.base, name)).collect();
    let ledger = Ledger::read(what.folders)?;
    let pulled = ledger.records.iter().filter(|(_, entry)| sources.contains(entry.origin.source.as_str()));
    let ids = pulled.filter_map(|(path, _)| what.folders.record_of(path));
    let is_gone = |id: &RecordId| match existing.records.get(id) {
        Some(known) => known.airtable_id.as_ref().is_none_or(|airtable_id| !upstream.contains(airtable_id)),
        // Deleted here too: there is nothing left to report.
        None => false,
    };
    Ok(ids.filter(is_gone).collect())
}
