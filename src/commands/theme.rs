//! `annals theme`: the files that make a site's looks, whose each is, and how to take one out.

use std::path::Path;

use anyhow::{Result, bail};

use super::{Status, print};
use crate::diag::Finding;
use crate::model::config::Config;
use crate::publish;
use crate::read;
use crate::render::theme;
use crate::render::unread::{nearest, unread};

/// What was asked for.
#[derive(Debug)]
pub enum Asked {
    /// The files.
    List,
    /// One of them.
    Show(String),
    /// A copy of one, to be changed.
    Eject(String),
}

/// Lists the files, prints one or copies one.
///
/// # Errors
/// A file that the theme has not, one that was taken out before, or a fault of the disk.
pub fn run(root: &Path, asked: &Asked) -> Result<Status> {
    let name = read::settings(root)?.0.theme;
    let own = read::theme_files(root, &name)?;
    match asked {
        Asked::List => {
            for path in theme::built_in().iter().map(|(path, _)| *path) {
                let by = if own.iter().any(|(own, _)| own == path) { "own" } else { "built in" };
                print::result(&format!("{by:8}  {path}"));
            }
            let added = own.iter().filter(|(path, _)| built_in(path).is_none());
            added.for_each(|(path, _)| print::result(&format!("own       {path}")));
        }
        Asked::Show(file) => match own.iter().find(|(path, _)| path == file) {
            Some((_, bytes)) => print::bytes(bytes)?,
            None => print::bytes(known(file)?)?,
        },
        Asked::Eject(file) => {
            let bytes = known(file)?;
            let to = root.join("themes").join(&name).join(file);
            if own.iter().any(|(path, _)| path == file) {
                bail!("{} is there already: edit it, or delete it for the built-in one", to.display());
            }
            publish::filed(&to, bytes)?;
            print::result(&format!("{}", to.display()));
        }
    }
    Ok(Status::Clean)
}

/// What is wrong with the site's own theme, as far as that can be told without a page.
///
/// # Errors
/// A file of it that may not be read.
pub(super) fn faults(root: &Path, config: &Config) -> Result<Vec<Finding>> {
    let files = read::theme_files(root, &config.theme)?;
    let mut findings = unread(&files, &config.theme, &config.languages);
    for language in &config.languages {
        if let Err(error) = theme::Theme::of_site(files.clone(), language) {
            print::of_theme(root, error, &mut findings)?;
            break;
        }
    }
    Ok(findings)
}

/// A file of the built-in theme.
fn built_in(file: &str) -> Option<&'static [u8]> {
    theme::built_in().iter().find(|(path, _)| *path == file).map(|(_, bytes)| *bytes)
}

fn known(file: &str) -> Result<&'static [u8]> {
    let Some(bytes) = built_in(file) else {
        let near = nearest(file, &[]).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        bail!("the theme has no file {file}{near}; `annals theme list` has them all");
    };
    Ok(bytes)
}
