//! `annals new`: a record with the fields of its collection.

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::model::access::Visibility;
use crate::model::config::{Config, Root};
use crate::model::id::RecordId;
use crate::{check, import, read};

/// Writes the record and says where it is. What is for members is not put into a folder whose source
/// everybody can read where there is another.
///
/// # Errors
/// A fault of the world, a name that cannot be a collection's, or a record that is there already.
pub fn run(root: &Path, collection: &str, title: &str, today: civil::Date, show: Show) -> Result<Status> {
    if title.trim().is_empty() {
        bail!("a record needs a title");
    }
    let reading = read::archive(root)?;
    if let Some(near) = check::collection_meant(&reading.archive, collection) {
        bail!("there is no collection `{collection}`: did you mean `{near}`?");
    }
    let config = reading.archive.config();
    let records = folder(config, collection).context("annals.yaml names no folder of records")?;
    let schema = reading.archive.schema();
    let file = import::template::write(root, &records.path, schema, collection, title, today)?;
    print::result(&format!("{}", file.display()));
    if records.public_repository {
        let closed = config.roots.iter().find(|other| !other.public_repository);
        let other = closed.map_or("a private folder".to_owned(), |closed| format!("{}/", closed.path));
        let told = match is_closed(config, collection) {
            true => format!(
                "{collection} are for members, and everybody can read this folder: move it to {other}"
            ),
            false => format!("everybody can read this folder: a record for members belongs in {other}"),
        };
        print::notice(show, &told);
    }
    Ok(Status::Clean)
}

/// Begins the translation of a record into a language, and says where it is.
///
/// # Errors
/// A fault of the world, a language that the archive does not have, a record that is not there, a report, or
/// a translation that is there already.
pub fn translation(root: &Path, id: &str, language: &str) -> Result<Status> {
    let (config, _) = read::settings(root)?;
    if !config.languages.iter().skip(1).any(|known| known == language) {
        bail!(
            "{language} is none of the other languages of this archive: add it to `languages` in annals.yaml"
        );
    }
    let id = id.strip_suffix(".md").unwrap_or(id);
    let id = id.strip_prefix("content/").unwrap_or(id);
    let of =
        RecordId::parse(id).with_context(|| format!("{id} is not a record, as in issues/who-may-search"))?;
    if of.collection() == "reports" {
        bail!("a report stays in the language in which it is signed");
    }
    let begun = read::translation(root, &of)?.with_context(|| format!("no file holds a record {of}"))?;
    let file = import::template::translation(root, &begun, language)?;
    print::result(&format!("{}", file.display()));
    Ok(Status::Clean)
}

/// The folder that a record of this collection goes to.
fn folder<'c>(config: &'c Config, collection: &str) -> Option<&'c Root> {
    let closed = config.roots.iter().find(|root| !root.public_repository && is_closed(config, collection));
    let first = config.roots.first()?;
    Some(if first.public_repository { closed.unwrap_or(first) } else { first })
}

/// Whether records of this collection that say nothing are not for everybody.
fn is_closed(config: &Config, collection: &str) -> bool {
    config.visibility_of(collection) > Visibility::Public
}
