//! A small language for stories: an archive is written, commands are run, files are looked at.
//!
//! ```ignore
//! let site = Site::new().record("cases/a", "title: A\nvisibility: public", "Text.").build();
//! assert!(site.page("cases/a.html").contains("Text."));
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// An archive in a folder of its own.
pub struct Site {
    root: PathBuf,
    /// Deleted with the site, where it was made for it.
    _folder: Option<TempDir>,
}

/// What a command did.
pub struct Ran {
    /// Its exit status.
    pub status: i32,
    /// Its results.
    pub stdout: String,
    /// Its findings.
    pub stderr: String,
}

impl Site {
    /// An archive with nothing but a title, in which everything is public unless it says otherwise.
    pub fn new() -> Self {
        Site::empty().file("annals.yaml", "title: Test archive\ndefault_visibility: public\n")
    }

    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Site { root: folder.path().to_owned(), _folder: Some(folder) }
    }

    /// A folder that is there already, and stays.
    pub fn at(folder: &Path) -> Self {
        Site { root: folder.to_owned(), _folder: None }
    }

    /// A copy of a folder, as an archive.
    pub fn copy_of(from: &Path) -> Self {
        let site = Site::empty();
        copy(from, site.root());
        site
    }

    /// A copy of the archive that comes with the program.
    pub fn real() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let site = Site::empty();
        for folder in ["content", "themes"] {
            copy(&root.join(folder), &site.root().join(folder));
        }
        for file in ["annals.yaml", "accessibility.json"] {
            fs::copy(root.join(file), site.root().join(file)).unwrap();
        }
        site
    }

    /// Writes a file.
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// Writes a record.
    pub fn record(self, id: &str, front_matter: &str, body: &str) -> Self {
        self.file(&format!("content/{id}.md"), format!("---\n{front_matter}\n---\n\n{body}\n"))
    }

    /// Writes a file into an archive that is already there.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The archive's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Runs the program in the archive, on 22 November 2026.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in("", arguments)
    }

    /// Runs the program in the archive, with `CI` saying this.
    pub fn run_in(&self, ci: &str, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        command.current_dir(self.root()).args(arguments).env("NO_COLOR", "1").env("CI", ci);
        Ran::of(command.output().unwrap())
    }

    /// Builds the public edition without PDF, which must succeed.
    pub fn build(self) -> Built {
        self.build_for("public")
    }

    /// Builds an edition without PDF, which must succeed.
    pub fn build_for(self, audience: &str) -> Built {
        let ran = self.run(&["build", "--today", "2026-11-22", "--audience", audience, "--no-pdf"]);
        assert_eq!(ran.status, 0, "the build failed:\n{}", ran.stderr);
        let output = self.root().join("output").join(audience);
        Built { output, site: self }
    }
}

impl Ran {
    fn of(output: Output) -> Self {
        Ran {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// An archive and the site that was built of it.
pub struct Built {
    /// The archive.
    pub site: Site,
    output: PathBuf,
}

impl Built {
    /// The site that a command has built into `output`.
    pub fn of(site: Site, audience: &str) -> Self {
        let output = site.root().join("output").join(audience);
        Built { site, output }
    }

    /// The text of a page, which must be there.
    pub fn page(&self, path: &str) -> String {
        fs::read_to_string(self.output.join(path))
            .unwrap_or_else(|_| panic!("no page {path}; there are: {:#?}", self.files().keys()))
    }

    /// Every file by its path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.output, &self.output, &mut files);
        files
    }
}

fn gather(base: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(base, &path, files);
        } else {
            let name = path.strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
