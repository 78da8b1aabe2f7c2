//! A whole archive to start from: one record of each kind, settings, and what publishes it.
//!
//! In: the folder it goes to, and where it will be built. Out: the files of `starter/`, as they are
//! but for the program's version, and what editors read. A folder in which there is anything is left
//! alone.
#![expect(clippy::disallowed_methods, reason = "import/ writes content")]

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Where an archive is checked and published on each merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ci {
    /// Workflows of GitHub, and its Pages.
    Github,
    /// A pipeline of GitLab, and its Pages.
    Gitlab,
}

/// A file of `starter/`: where it goes in the archive, and what is in it.
macro_rules! starter {
    ($($to:literal $(from $from:literal)?;)*) => {
        &[$(($to, include_str!(concat!("../../starter/", starter!(@from $to $($from)?))))),*]
    };
    (@from $to:literal $from:literal) => { $from };
    (@from $to:literal) => { $to };
}

const ARCHIVE: &[(&str, &str)] = starter! {
    ".editorconfig" from "editorconfig";
    ".gitattributes" from "gitattributes";
    ".gitignore" from "gitignore";
    ".vscode/extensions.json" from "vscode/extensions.json";
    ".vscode/settings.json" from "vscode/settings.json";
    "README.md";
    "annals.yaml";
    "content/actions/2024-03-12-first-workshop-action-1.md";
    "content/artefacts/footway-counts.md";
    "content/cases/northmere-bridge-forum.md";
    "content/components/bridge-workshops.md";
    "content/interests/a-bridge-for-children.md";
    "content/issues/footway-on-both-sides.md";
    "content/locations/northmere.md";
    "content/methods/deliberative-workshop.md";
    "content/milestones/2024-09-environmental-impact-assessment.md";
    "content/organisations/northmere-council.md";
    "content/pages/about.md";
    "content/papers/traffic-counts-v1-0.md";
    "content/reports/2024.md";
    "content/sources/council-minutes.md";
    "content/topics/walking-and-cycling.md";
    "content/workshops/2024-03-12-first-workshop.md";
};

const GITHUB: &[(&str, &str)] = starter! {
    ".github/workflows/check.yml" from "github/check.yml";
    ".github/workflows/publish.yml" from "github/publish.yml";
};

const GITLAB: &[(&str, &str)] = starter! {
    ".gitlab-ci.yml" from "gitlab-ci.yml";
};

/// Where the program can be had, if its manifest says; a workflow that took a name from a registry in
/// which nobody of ours registered it would run whatever a stranger puts there.
pub const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Writes the archive, and `beside`, other files by their path in it; says how many files it wrote.
///
/// # Errors
/// A folder that is not empty (a `.git` does not count), or a fault of the disk.
pub fn write(folder: &Path, ci: Option<Ci>, beside: &[(String, String)]) -> Result<usize> {
    if folder.exists() && !folder.is_dir() {
        bail!("{} is a file: name a folder that is empty or not there yet", folder.display());
    }
    if let Some(first) = first_in(folder)? {
        bail!(
            "{} is not empty (there is {first} in it), and nothing was written: name a folder that is empty \
             or not there yet",
            folder.display()
        );
    }
    let workflow = match ci {
        Some(Ci::Github) => GITHUB,
        Some(Ci::Gitlab) => GITLAB,
        None => &[],
    };
    let own = ARCHIVE.iter().chain(workflow).map(|(path, text)| {
        let text = if path.ends_with(".yml") {
            let text = text.replace("{{version}}", env!("CARGO_PKG_VERSION"));
            text.replace("{{repository}}", REPOSITORY)
        } else {
            (*text).to_owned()
        };
        ((*path).to_owned(), text)
    });
    let files: Vec<(String, String)> = own.chain(beside.iter().cloned()).collect();
    for (path, text) in &files {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(files.len())
}

/// A name of something in a folder, the first one; a new repository is an empty folder.
fn first_in(folder: &Path) -> Result<Option<String>> {
    if !folder.exists() {
        return Ok(None);
    }
    let told = || format!("cannot read {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(told)? {
        names.push(entry.with_context(told)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names.into_iter().find(|name| name != ".git"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_starter_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
        let files = walkdir::WalkDir::new(&folder).into_iter().filter_map(Result::ok);
        let on_disk = files.filter(|entry| entry.file_type().is_file()).count();
        assert_eq!(ARCHIVE.len() + GITHUB.len() + GITLAB.len(), on_disk);
    }

    #[test]
    fn a_folder_with_something_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert!(write(folder.path(), Some(Ci::Gitlab), &[]).is_ok(), "a new repository is empty");
        let refused = write(folder.path(), None, &[]).unwrap_err().to_string();
        assert!(refused.contains("is not empty (there is .editorconfig in it)"), "{refused}");
        let refused = write(&folder.path().join("annals.yaml"), None, &[]).unwrap_err().to_string();
        assert!(refused.contains("is a file"), "{refused}");
    }
}
