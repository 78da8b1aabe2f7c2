//! `annals init`: a whole archive to start from.

use std::path::Path;

use anyhow::Result;

use super::schema::pretty;
use super::{Status, print};
use crate::import::starter::{self, Ci};
use crate::model::config::Config;
use crate::model::schema::Schema;
use crate::read::json_schema;

/// Writes the archive and says what to do next.
///
/// # Errors
/// A folder that is not empty, or a fault of the disk.
pub fn run(folder: &Path, ci: Option<Ci>) -> Result<Status> {
    let schema = Schema::of(&Config::titled("Example"));
    let mut beside = Vec::new();
    for (name, value) in json_schema::files(&schema) {
        beside.push((format!(".vscode/{name}"), pretty(&value)?));
    }
    let written = starter::write(folder, ci, &beside)?;
    let published = match ci {
        Some(Ci::Github) => {
            "\nOn GitHub, set Settings → Pages → Source to “GitHub Actions”; a merge then publishes."
        }
        Some(Ci::Gitlab) => {
            "\nOn GitLab, a merge publishes; .gitlab-ci.yml says how to add the daily schedule."
        }
        None => "",
    };
    let from = match ci {
        Some(_) if starter::REPOSITORY.is_empty() => {
            "\nSet ANNALS_FROM at the top of the workflow to the git address of Annals."
        }
        _ => "",
    };
    print::result(&format!(
        "{folder}: {written} files, an example of each kind of record\n\n\
         Next:\n  cd {folder}\n  annals build         then open output/public/index.html\n  \
         annals check         while you put your own records in place of the example\n\
         README.md says where things are.{published}{from}",
        folder = folder.display(),
    ));
    Ok(Status::Clean)
}
