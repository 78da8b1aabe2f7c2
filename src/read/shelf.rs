//! What files held when they were last read: a server that reads an archive again and again parses only what
//! changed.
//!
//! In: the files of an archive, in order. Out: what each holds and means, as if it had been read. What a file holds is
//! told by its bytes and its name, and by nothing else. Its bytes are looked at again unless the disk says
//! that they are the same (place, size and times), and says so in time: what is written in the same moment
//! in which it is read bears the same time before and after, so a file that was new when it was read is read
//! once more. (git does so too.) Nothing of this goes to the disk.

use std::collections::HashMap;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::attachments::Files;
use super::file;
use super::lower::{self, Context, Lowered, Raw};
use super::records::{self, Read};
use super::references::Index;
use super::walk::Found;
use crate::model::config::Config;
use crate::model::record::Record;
use crate::model::schema::Schema;

/// Files that were read, and what was understood of them.
#[derive(Debug)]
pub struct Shelf {
    items: HashMap<Arc<str>, Arc<Item>>,
    /// What was understood of an item.
    lowered: HashMap<Arc<str>, (Arc<Item>, Arc<Lowered>)>,
    /// What it was understood by, beside the file itself.
    context: Option<(Config, Index)>,
    /// How coarse the times of the disk may be, in seconds.
    coarse: i64,
}

impl Default for Shelf {
    fn default() -> Self {
        Shelf { items: HashMap::new(), lowered: HashMap::new(), context: None, coarse: COARSE }
    }
}

/// A file that was read.
#[derive(Debug)]
struct Item {
    stamp: Option<Stamp>,
    /// Whether it was long written when it was read.
    is_settled: bool,
    bytes: [u8; 32],
    read: Read,
}

/// What the disk says of a file. No user can set the second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    place: (u64, u64),
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

/// Those of FAT are the coarsest in use.
const COARSE: i64 = 2;

impl Shelf {
    /// What these files hold.
    pub(super) fn read(&mut self, found: &[Found]) -> anyhow::Result<Vec<Read>> {
        let stamps: Vec<Option<Stamp>> = found.par_iter().map(|file| Stamp::of(&file.path)).collect();
        // The newest change is not later than now: what is much older is not being written any more.
        let newest = stamps.iter().flatten().map(|stamp| stamp.changed.0).max().unwrap_or(i64::MIN);
        let files = found.par_iter().zip(stamps);
        let items: Vec<(Arc<str>, Arc<Item>)> = files
            .map(|(file, stamp)| Ok((Arc::clone(&file.file), self.item(file, stamp, newest)?)))
            .collect::<anyhow::Result<_>>()?;
        let read = items.par_iter().map(|(_, item)| item.read.clone()).collect();
        self.items = items.into_iter().collect();
        Ok(read)
    }

    /// What these files mean. It depends on them, on the settings and on what references can lead to, so that
    /// a new name or title has all of them looked at again; and on the disk, where they name attachments, so
    /// that these are looked at each time.
    pub(super) fn lowered(&mut self, raws: Vec<Raw>, context: Context<'_>) -> Vec<Lowered> {
        let is_same = self
            .context
            .as_ref()
            .is_some_and(|(config, index)| config == context.config && index == context.index);
        let known = |file: &Arc<str>| {
            let (item, lowered) = self.lowered.get(file).filter(|_| is_same)?;
            Arc::ptr_eq(item, self.items.get(file)?).then(|| Arc::clone(lowered))
        };
        let understood = |raw: Raw| {
            let file = Arc::clone(&raw.file);
            let lowered = known(&file).unwrap_or_else(|| Arc::new(lower::lower(raw, context)));
            (file, lowered)
        };
        let all: Vec<(Arc<str>, Arc<Lowered>)> = raws.into_par_iter().map(understood).collect();
        let records = all.par_iter().map(|(_, lowered)| Lowered::clone(lowered)).collect();
        let keep = |(file, lowered): (Arc<str>, Arc<Lowered>)| {
            let item = self.items.get(&file).filter(|_| lowered.record.attachments().next().is_none())?;
            Some((Arc::clone(&file), (Arc::clone(item), lowered)))
        };
        self.lowered = all.into_iter().filter_map(keep).collect();
        if !is_same {
            self.context = Some((context.config.clone(), context.index.clone()));
        }
        records
    }

    /// What a file means now, by the settings and the names of when all were read; none where it was not among
    /// them, or something is wrong with it.
    pub(super) fn retold(&self, root: &Path, file: &str) -> Option<Record> {
        let (file, item) = self.items.get_key_value(file)?;
        let (config, index) = self.context.as_ref()?;
        let found = Found { path: root.join(&**file), file: Arc::clone(file), id: item.read.id()?.clone() };
        let bytes = file::plain(&found.path, file::LARGEST).ok()?.ok()?;
        let raw = records::of_bytes(&found, bytes).sound()?;
        let (schema, files) = (Schema::of(config), Files::of(root, &config.roots));
        let Lowered { record, findings, .. } =
            lower::lower(raw, Context { config, schema: &schema, index, files: &files });
        findings.is_empty().then_some(record)
    }

    fn item(&self, found: &Found, stamp: Option<Stamp>, newest: i64) -> anyhow::Result<Arc<Item>> {
        let known = self.items.get(&found.file);
        if let Some(known) = known.filter(|known| known.is_settled && known.stamp == stamp) {
            return Ok(Arc::clone(known));
        }
        let is_settled = stamp.is_some_and(|stamp| stamp.changed.0 < newest.saturating_sub(self.coarse));
        let item = match file::plain(&found.path, file::LARGEST)? {
            Ok(bytes) => {
                let sum = Sha256::digest(&bytes).into();
                let read = match known.filter(|known| known.bytes == sum) {
                    Some(known) => known.read.clone(),
                    None => records::of_bytes(found, bytes),
                };
                Item { stamp, is_settled, bytes: sum, read }
            }
            Err(unfit) => {
                Item { stamp, is_settled: false, bytes: [0; 32], read: records::unread(found, unfit) }
            }
        };
        Ok(Arc::new(item))
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let found = path.symlink_metadata().ok()?;
        Some(Stamp {
            place: (found.dev(), found.ino()),
            size: found.size(),
            modified: (found.mtime(), found.mtime_nsec()),
            changed: (found.ctime(), found.ctime_nsec()),
        })
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test writes what it reads")]
mod tests {
    use super::*;
    use crate::read;

    /// What an archive says when it is read with and without a shelf.
    fn is_as_read(root: &Path, shelf: &mut Shelf) -> usize {
        let told = |reading: read::Reading| {
            let records: Vec<String> =
                reading.archive.records().iter().map(|record| format!("{record:?}")).collect();
            (records, format!("{:?}", reading.findings))
        };
        let plain = told(read::archive(root).unwrap());
        assert_eq!(told(read::archive_again(root, shelf).unwrap()), plain);
        plain.0.len()
    }

    #[test]
    fn what_is_on_the_shelf_is_what_is_in_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let mut shelf = Shelf::default();
        write("annals.yaml", "title: T\n");
        for n in 0..9 {
            write(&format!("content/cases/c{n}.md"), &format!("---\ntitle: Case {n}\n---\nSee [[c{n}]].\n"));
        }
        assert_eq!(is_as_read(folder.path(), &mut shelf), 9);
        assert_eq!(is_as_read(folder.path(), &mut shelf), 9);
        // Of the same length, in the same moment, in its place.
        write("content/cases/c1.md", "---\ntitle: Case X\n---\nSee [[c1]].\n");
        assert_eq!(is_as_read(folder.path(), &mut shelf), 9);
        write("content/cases/c2.md", "no front matter");
        write("content/cases/c3.md", "---\ntitle: [\n---\n");
        std::fs::remove_file(folder.path().join("content/cases/c4.md")).unwrap();
        std::fs::rename(folder.path().join("content/cases/c5.md"), folder.path().join("content/cases/d5.md"))
            .unwrap();
        // Two change places: the bytes are known, under other names.
        let (c6, c7) = (folder.path().join("content/cases/c6.md"), folder.path().join("content/cases/c7.md"));
        let both = (std::fs::read(&c6).unwrap(), std::fs::read(&c7).unwrap());
        std::fs::write(&c6, both.1).unwrap();
        std::fs::write(&c7, both.0).unwrap();
        assert_eq!(is_as_read(folder.path(), &mut shelf), 6);
        assert_eq!(is_as_read(folder.path(), &mut shelf), 6);
        assert_eq!(shelf.items.len(), 8, "what is gone leaves the shelf");
    }

    #[test]
    fn what_a_file_means_follows_what_others_say() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        // Every file is another size after each step: none has to be looked at again to be sure.
        let mut shelf = Shelf { coarse: -1, ..Shelf::default() };
        let mut steps: Vec<(&str, &str)> = vec![
            ("annals.yaml", "title: T\n"),
            (
                "content/papers/a.md",
                "---\ntitle: A\ncases: [b]\nattachments: [/assets/x.txt]\n---\n[b](../cases/b.md)\n",
            ),
            (
                "content/actions/one.md",
                "---\ntitle: One\nresponsible: Town Hall\nworkshop: w\nnumber: 1\n---\n",
            ),
            ("content/cases/b.md", "---\ntitle: B\nairtable_id: recAAAAAAAAAAAAAA\n---\n"),
            ("content/assets/x.txt", "x"),
        ];
        steps.extend([
            ("content/assets/x.txt", "longer"),
            ("content/organisations/hall.md", "---\ntitle: Town Hall\n---\n"),
            ("content/workshops/w.md", "---\ntitle: W\n---\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Do | Town Hall |\n"),
            ("content/cases/c.md", "---\ntitle: C\nlinks: [recAAAAAAAAAAAAAA]\naliases: [cases/old]\n---\n[o](old.md)\n"),
            ("annals.yaml", "title: T\ndefault_visibility: public\ncollections: {cases: {fields: {links: {reference: cases}}}}\n"),
            ("content/organisations/hall.md", "---\ntitle: The hall\n---\n"),
        ]);
        for (path, text) in steps {
            write(path, text);
            if folder.path().join("annals.yaml").exists() {
                is_as_read(folder.path(), &mut shelf);
                is_as_read(folder.path(), &mut shelf);
            }
        }
        assert!(shelf.lowered.len() >= 4 && !shelf.lowered.contains_key("content/papers/a.md"));
    }

    #[test]
    fn a_file_that_was_new_when_it_was_read_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "a").unwrap();
        let stamp = Stamp::of(&path).unwrap();
        let found = Found { path, file: "a.md".into(), id: crate::model::id::RecordId::new("cases", "a") };
        let shelf = Shelf::default();
        let settled = |newest: i64| shelf.item(&found, Some(stamp), newest).unwrap().is_settled;
        assert!(!settled(stamp.changed.0) && !settled(stamp.changed.0 + COARSE));
        assert!(settled(stamp.changed.0 + COARSE + 1));
    }
}
