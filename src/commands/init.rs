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
         Next:\n  cd {to}\n  annals build         then open output/public/index.html\n  \
         annals check         while you put your own records in place of the example\n\
         README.md says where things are.{published}{from}",
        folder = folder.display(),
        to = pasted(&folder.display().to_string()),
    ));
    Ok(Status::Clean)
}

/// A path as it can be pasted into a shell: in quotes where something in it means more than itself; in single ones
/// where double ones leave it its meaning.
fn pasted(path: &str) -> String {
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    if path.chars().all(|letter| letter.is_alphanumeric() || "_-./:+,@%".contains(letter)) {
        path
    } else if path.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", path.replace('\'', "'\\''"))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_to_be_pasted_can_be() {
        for (path, pasted) in [
            ("/tmp/archive", "/tmp/archive"),
            ("Jahresübersicht", "Jahresübersicht"),
            ("Jahres bericht ü", "\"Jahres bericht ü\""),
            ("it's", "\"it's\""),
            ("a $HOME's", r"'a $HOME'\''s'"),
            ("-x", "./-x"),
        ] {
            assert_eq!(super::pasted(path), pasted);
        }
    }
}
