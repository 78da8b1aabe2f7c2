//! `annals new`: a record with the fields of its collection.

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::model::access::Visibility;
use crate::model::config::{Config, Root};
use crate::{import, read};

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
