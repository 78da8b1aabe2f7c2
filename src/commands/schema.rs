//! `annals schema`: what front matter and `annals.yaml` may say, for editors.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::Value;

use super::{Status, print};
use crate::model::config::Config;
use crate::model::schema::Schema;
use crate::publish;
use crate::read::{self, json_schema};

/// Prints one schema, or writes all of them. Outside an archive they are those of the built-in
/// collections.
///
/// # Errors
/// A collection that is not declared, or a fault of the world.
pub fn run(root: Option<&Path>, of: Option<&str>, out: Option<&Path>) -> Result<Status> {
    let config = match root {
        Some(root) => read::settings(root)?.0,
        None => Config::titled("Archive"),
    };
    let schema = Schema::of(&config);
    if let Some(folder) = out {
        let files = json_schema::files(&schema);
        for (name, value) in &files {
            publish::filed(&folder.join(name), pretty(value)?.as_bytes())?;
        }
        print::result(&format!("{}: {} files", folder.display(), files.len()));
        return Ok(Status::Clean);
    }
    let value = match of {
        None => json_schema::any_record(&schema),
        Some("annals.yaml") => json_schema::settings(),
        Some("snippets") => json_schema::snippets(&schema),
        Some(name) => match schema.collection(name) {
            Some(collection) => json_schema::record(collection),
            None => {
                let names = schema.collections().iter().map(|one| &*one.name);
                let near = print::nearest(name, names.chain(["annals.yaml", "snippets"]));
                bail!("no collection {name} is built in or in annals.yaml{near}")
            }
        },
    };
    print::result(pretty(&value)?.trim_end());
    Ok(Status::Clean)
}

/// JSON that people can read too.
///
/// # Errors
/// None that content can cause.
pub(super) fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
