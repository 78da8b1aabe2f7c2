//! `annals new`: a record with the fields of its collection.

use std::path::Path;

use anyhow::{Result, bail};
use jiff::civil;

use super::{Status, print};
use crate::{import, read};

/// Writes the record and says where it is.
///
/// # Errors
/// A fault of the world, a name that cannot be a collection's, or a record that is there already.
pub fn run(root: &Path, collection: &str, title: &str, today: civil::Date) -> Result<Status> {
    if title.trim().is_empty() {
        bail!("a record needs a title");
    }
    let reading = read::archive(root)?;
    let file = import::template::write(root, reading.archive.schema(), collection, title, today)?;
    print::result(&format!("{}", file.display()));
    Ok(Status::Clean)
}
