//! A sink that publishes into a folder, atomically.
//!
//! Files are staged in a folder beside the live one; `finish` exchanges the two in one step and
//! then sweeps the old one away. A build that stops half-way, for whatever reason, leaves the live
//! site as it was; what it had staged is swept by the next build. Files that have not changed are
//! linked to the live ones, not written again.
#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};

use super::sink::{Digest, Next, Sink};

use crate::spent::{self, Work};

/// A site being staged.
#[derive(Debug)]
pub struct Folder {
    live: PathBuf,
    staged: PathBuf,
    made: Mutex<BTreeSet<PathBuf>>,
    bytes: AtomicU64,
    files: AtomicU64,
    /// What is left for the next build, which nobody publishes: it lies beside the site, not in it.
    note: PathBuf,
    // Held until the build ends: two builds of one folder wait for each other. The file also says
    // that Annals made the folder, so that nobody's own `public/` is ever exchanged away.
    _lock: File,
    /// Whether what is staged has become the live site.
    is_done: bool,
}

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
}

impl Folder {
    /// Begins to stage `output/name`.
    ///
    /// # Errors
    /// A folder that cannot be made or written, another build at work, or an `output/name` that
    /// Annals did not make.
    pub fn begin(output: &Path, name: &str) -> Result<Self> {
        fs::create_dir_all(output).with_context(|| format!("cannot make {}", output.display()))?;
        let live = output.join(name);
        let staged = output.join(format!(".{name}.staged"));
        let lock_path = output.join(format!(".{name}.lock"));
        if fs::symlink_metadata(&live).is_ok_and(|found| found.is_symlink()) {
            bail!(
                "{} is a symbolic link, and a folder would take its place: name another folder with --output",
                live.display()
            );
        }
        if !lock_path.exists() && fs::read_dir(&live).is_ok_and(|mut files| files.next().is_some()) {
            bail!(
                "{} was not made by annals and would be replaced: move it away, or choose another --output",
                live.display()
            );
        }
        let lock =
            File::create(&lock_path).with_context(|| format!("cannot write {}", lock_path.display()))?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            bail!("another build is writing {}: wait for it to end", live.display());
        }
        // A build that was stopped between two renames left the live site under its other name.
        let old = old(output, name);
        if !live.exists() && old.exists() {
            fs::rename(&old, &live).with_context(|| format!("cannot write {}", live.display()))?;
        }
        for left in [&staged, &old] {
            sweep(left)?;
        }
        let note = output.join(format!(".{name}.made"));
        let _ = fs::remove_file(half(&note));
        fs::create_dir(&staged).with_context(|| format!("cannot make {}", staged.display()))?;
        Ok(Folder {
            live,
            staged,
            made: Mutex::default(),
            bytes: AtomicU64::new(0),
            files: AtomicU64::new(0),
            note,
            _lock: lock,
            is_done: false,
        })
    }

    /// What the last build left.
    pub fn note(&self) -> Option<Vec<u8>> {
        fs::read(&self.note).ok()
    }

    /// Leaves something for the next build, which gets it if this one is published. A disk that has no room
    /// for it fails nothing: the next build does without.
    pub fn leave(&self, bytes: &[u8]) {
        if fs::write(half(&self.note), bytes).is_err() {
            let _ = fs::remove_file(half(&self.note));
        }
    }

    /// Puts the staged site in the live one's place.
    ///
    /// # Errors
    /// A fault of the disk; the live site is then still the old one.
    pub fn finish(mut self) -> Result<Published> {
        let failed = || format!("cannot put the new site in the place of {}", self.live.display());
        if self.live.exists() {
            match renameat_with(CWD, &self.staged, CWD, &self.live, RenameFlags::EXCHANGE) {
                Ok(()) => {
                    self.is_done = true;
                    sweep(&self.staged)?;
                }
                // Some file systems cannot exchange: two renames, as close together as can be.
                Err(_) => {
                    let name = self.live.file_name().unwrap_or_default().to_string_lossy();
                    let old = old(self.live.parent().unwrap_or(Path::new(".")), &name);
                    fs::rename(&self.live, &old).with_context(failed)?;
                    if let Err(error) = fs::rename(&self.staged, &self.live) {
                        fs::rename(&old, &self.live).with_context(failed)?;
                        return Err(error).with_context(failed);
                    }
                    self.is_done = true;
                    sweep(&old)?;
                }
            }
        } else {
            fs::rename(&self.staged, &self.live).with_context(failed)?;
        }
        self.is_done = true;
        if fs::rename(half(&self.note), &self.note).is_err() {
            let _ = fs::remove_file(&self.note);
        }
        Ok(Published { files: self.files.load(Ordering::Relaxed), bytes: self.bytes.load(Ordering::Relaxed) })
    }

    fn place(&self, path: &str) -> Result<PathBuf> {
        let staged = self.staged.join(path);
        if let Some(parent) = staged.parent() {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            if !made.contains(parent) {
                fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
                made.insert(parent.to_owned());
            }
        }
        Ok(staged)
    }

    fn whole(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let staged = self.place(path)?;
        let live = self.live.join(path);
        self.count(bytes.len() as u64);
        if is_same(&live, bytes) && fs::hard_link(&live, &staged).is_ok() {
            return Ok(());
        }
        write(&staged, bytes)
    }

    // The live file may have been edited in its place since: only its bytes tell.
    fn found(&self, path: &str, digest: &Digest) -> Option<Vec<u8>> {
        let live = self.live.join(path);
        let is_file = fs::symlink_metadata(&live).is_ok_and(|found| found.is_file());
        let bytes = is_file.then(|| fs::read(&live).ok())?;
        bytes.filter(|bytes| Digest::of(bytes) == *digest)
    }

    fn linked(&self, path: &str, digest: &Digest) -> Result<Option<Arc<Vec<u8>>>> {
        let Some(bytes) = self.found(path, digest) else { return Ok(None) };
        let staged = self.place(path)?;
        if fs::hard_link(self.live.join(path), &staged).is_err() {
            write(&staged, &bytes)?;
        }
        self.count(bytes.len() as u64);
        Ok(Some(Arc::new(bytes)))
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }
}

impl Drop for Folder {
    /// A build that failed leaves nothing behind, where the disk lets it; one that was killed is swept
    /// after by the next.
    fn drop(&mut self) {
        if !self.is_done {
            let _ = sweep(&self.staged);
            let _ = fs::remove_file(half(&self.note));
        }
    }
}

impl Sink for Folder {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<()> {
        spent::on(Work::Write, || self.whole(path, &bytes))
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> Result<()> {
        spent::on(Work::Write, || self.whole(path, bytes))
    }

    fn parts(&self, path: &str, next: Next<'_>) -> Result<()> {
        let staged = self.place(path)?;
        let failed = || format!("cannot write {}", staged.display());
        let mut file = File::create_new(&staged).with_context(failed)?;
        let mut bytes = 0;
        while let Some(part) = next()? {
            spent::on(Work::Write, || file.write_all(&part)).with_context(failed)?;
            bytes += part.len() as u64;
        }
        self.count(bytes);
        Ok(())
    }

    fn again(&self, path: &str, digest: &Digest) -> Result<Option<Arc<Vec<u8>>>> {
        spent::on(Work::Write, || self.linked(path, digest))
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        spent::on(Work::Read, || self.found(path, digest)).map(Arc::new)
    }

    fn copy(&self, path: &str, from: &str) -> Result<()> {
        // Whoever stands before this sink reads the file, as it is to be published.
        bail!("{from} cannot become {path} before it is read")
    }
}

/// Writes a file that is not there yet: of two things of one name, or of two names that this disk takes for
/// one, the second would replace the first.
fn write(staged: &Path, bytes: &[u8]) -> Result<()> {
    let file = File::create_new(staged);
    file.and_then(|mut file| file.write_all(bytes))
        .with_context(|| format!("cannot write {}", staged.display()))
}

/// A note while it is written.
fn half(note: &Path) -> PathBuf {
    note.with_extension("made.half")
}

fn old(output: &Path, name: &str) -> PathBuf {
    output.join(format!(".{name}.old"))
}

fn sweep(folder: &Path) -> Result<()> {
    let mut swept = fs::remove_dir_all(folder);
    if swept.as_ref().is_err_and(|error| error.kind() == ErrorKind::PermissionDenied) {
        // Somebody closed a folder of the old site: what the program made it may open again.
        open(folder);
        swept = fs::remove_dir_all(folder);
    }
    match swept {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot sweep {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Lets the owner write in a folder and in those below it; what cannot be opened stays closed.
fn open(folder: &Path) {
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open(&entry.path());
        }
    }
}

fn is_same(live: &Path, bytes: &[u8]) -> bool {
    fs::symlink_metadata(live).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
        && fs::read(live).is_ok_and(|found| found == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(output: &Path, files: &[(&str, &str)]) -> Published {
        let folder = Folder::begin(output, "public").unwrap();
        for (path, text) in files {
            folder.file(path, text.as_bytes().to_vec()).unwrap();
        }
        folder.finish().unwrap()
    }

    #[test]
    fn exchanges_whole_sites_and_sweeps_what_is_gone() {
        let output = tempfile::tempdir().unwrap();
        let first = publish(output.path(), &[("index.html", "one"), ("cases/a.html", "a")]);
        assert_eq!(first, Published { files: 2, bytes: 4 });
        publish(output.path(), &[("index.html", "two")]);
        let live = output.path().join("public");
        assert_eq!(fs::read_to_string(live.join("index.html")).unwrap(), "two");
        assert!(!live.join("cases").exists(), "a stale page was left");
        let mut left: Vec<_> =
            fs::read_dir(output.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".public.lock", "public"]);
    }

    #[test]
    fn leaves_the_live_site_when_a_build_stops_half_way() {
        let output = tempfile::tempdir().unwrap();
        publish(output.path(), &[("index.html", "one")]);
        let folder = Folder::begin(output.path(), "public").unwrap();
        folder.file("index.html", b"half".to_vec()).unwrap();
        drop(folder);
        assert!(!output.path().join(".public.staged").exists(), "half a site was left behind");
        let live = output.path().join("public/index.html");
        assert_eq!(fs::read_to_string(&live).unwrap(), "one");
        publish(output.path(), &[("index.html", "two")]);
        assert_eq!(fs::read_to_string(&live).unwrap(), "two");
    }

    #[test]
    fn links_what_has_not_changed() {
        use std::os::unix::fs::MetadataExt;
        let output = tempfile::tempdir().unwrap();
        publish(output.path(), &[("same.html", "same"), ("other.html", "one")]);
        let inode = |name: &str| fs::metadata(output.path().join("public").join(name)).unwrap().ino();
        let before = inode("same.html");
        publish(output.path(), &[("same.html", "same"), ("other.html", "two")]);
        assert_eq!(inode("same.html"), before);
    }

    #[test]
    fn never_replaces_a_folder_that_is_not_its_own() {
        let output = tempfile::tempdir().unwrap();
        fs::create_dir(output.path().join("public")).unwrap();
        fs::write(output.path().join("public/thesis.txt"), "mine").unwrap();
        let refused = Folder::begin(output.path(), "public").unwrap_err();
        assert!(refused.to_string().contains("was not made by annals"), "{refused}");
        assert!(output.path().join("public/thesis.txt").exists());
    }

    #[test]
    fn never_replaces_a_link() {
        let output = tempfile::tempdir().unwrap();
        fs::create_dir(output.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink("elsewhere", output.path().join("public")).unwrap();
        let refused = Folder::begin(output.path(), "public").unwrap_err();
        assert!(refused.to_string().contains("is a symbolic link"), "{refused}");
    }

    #[test]
    fn a_site_that_was_put_aside_comes_back() {
        let output = tempfile::tempdir().unwrap();
        publish(output.path(), &[("index.html", "one")]);
        fs::rename(output.path().join("public"), output.path().join(".public.old")).unwrap();
        drop(Folder::begin(output.path(), "public").unwrap());
        assert_eq!(fs::read_to_string(output.path().join("public/index.html")).unwrap(), "one");
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let output = tempfile::tempdir().unwrap();
        let folder = Folder::begin(output.path(), "public").unwrap();
        folder.file("a.html", b"one".to_vec()).unwrap();
        let refused = folder.file("a.html", b"two".to_vec()).unwrap_err();
        assert!(format!("{refused:#}").contains("a.html: File exists"), "{refused:#}");
    }

    #[test]
    fn lets_only_one_build_in() {
        let output = tempfile::tempdir().unwrap();
        let first = Folder::begin(output.path(), "public").unwrap();
        let refused = Folder::begin(output.path(), "public").unwrap_err();
        assert!(refused.to_string().contains("another build"), "{refused}");
        first.finish().unwrap();
        Folder::begin(output.path(), "public").unwrap();
    }
}
