//! The records that the folders of records hold already, as far as an import needs to know them.
//!
//! In: the root. Out: names, titles and Airtable ids, taken from the front matter's lines. Only what
//! stands on one line is read: faults of the content are for `check` to find, and a record that is
//! not understood here is simply one without an Airtable id.
#![expect(clippy::disallowed_methods, reason = "import/ reads content")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::import::folders::Folders;
use crate::model::id::RecordId;

/// What is there.
#[derive(Clone, Debug, Default)]
pub struct Existing {
    /// By name.
    pub records: BTreeMap<RecordId, Known>,
    /// The names by Airtable id.
    pub by_airtable_id: BTreeMap<Arc<str>, RecordId>,
}

/// What is known of a record that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Its title, where it stands on one line.
    pub title: Option<String>,
    /// Its id in the base.
    pub airtable_id: Option<Arc<str>>,
    /// When it was made in the base.
    pub created: Option<Arc<str>>,
}

impl Existing {
    /// Looks through the folders of records.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn read(folders: &Folders) -> Result<Self> {
        let mut files = Vec::new();
        for of in folders.paths().map(|of| folders.root.join(of)).filter(|of| of.is_dir()) {
            for entry in WalkDir::new(&of).min_depth(2).max_depth(2).sort_by_file_name() {
                let entry = entry.with_context(|| format!("cannot read {}", of.display()))?;
                let name = entry.file_name().to_string_lossy();
                let folder =
                    entry.path().parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
                if let Some(stem) = name.strip_suffix(".md").filter(|stem| !stem.starts_with('.'))
                    && entry.file_type().is_file()
                {
                    files.push((RecordId::new(&folder, stem), entry.path().to_owned()));
                }
            }
        }
        let known = files.into_par_iter().map(|(id, path)| {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok((id, known(&String::from_utf8_lossy(&bytes))))
        });
        let mut existing = Existing::default();
        for (id, known) in known.collect::<Result<Vec<_>>>()? {
            if let Some(airtable_id) = &known.airtable_id {
                existing.by_airtable_id.entry(Arc::clone(airtable_id)).or_insert_with(|| id.clone());
            }
            existing.records.entry(id).or_insert(known);
        }
        Ok(existing)
    }

    /// Forgets a record, as if it were not there.
    pub fn forget(&mut self, id: &RecordId) {
        if let Some(airtable_id) = self.records.remove(id).and_then(|known| known.airtable_id) {
            self.by_airtable_id.remove(&airtable_id);
        }
    }
}

fn known(text: &str) -> Known {
    let mut known = Known::default();
    let mut lines = text.trim_start_matches('\u{feff}').lines().peekable();
    if lines.next().map(str::trim_end) != Some("---") {
        return known;
    }
    while let Some(line) = lines.next().filter(|line| line.trim_end() != "---") {
        let Some((key, value)) = line.split_once(':') else { continue };
        if !matches!(key, "title" | "airtable_id" | "airtable_createdTime") {
            continue;
        }
        let goes_on = lines.peek().is_some_and(|next| next.starts_with([' ', '\t']));
        let Some(value) = scalar(value).filter(|_| !goes_on) else { continue };
        match key {
            "title" => known.title = Some(value),
            "airtable_id" => known.airtable_id = Some(value.into()),
            _ => known.created = Some(value.into()),
        }
    }
    known
}

fn scalar(value: &str) -> Option<String> {
    let value = value.trim();
    let is_plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let text = if is_plain { value.to_owned() } else { serde_yaml::from_str::<String>(value).ok()? };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;

    #[test]
    fn knows_titles_and_ids() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join("content").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(
            "cases/a.md",
            "---\nairtable_createdTime: '2022-09-02T10:39:45.000Z'\nairtable_id: recA\ntitle: 'It''s: a'\n---\ntitle: no\n",
        );
        write("cases/b.md", "---\ntitle: Long\n  title\nairtable_id: \"recB\"\n---\n");
        write("cases/c.md", "no front matter\nairtable_id: recC\n");
        write("cases/.d.md.importing", "---\nairtable_id: recD\n---\n");
        let existing = Existing::read(&Folders::of(root.path(), &Config::titled("T"))).unwrap();
        assert_eq!(existing.records.len(), 3);
        let a = &existing.records[&RecordId::new("cases", "a")];
        assert_eq!(
            (a.title.as_deref(), a.created.as_deref()),
            (Some("It's: a"), Some("2022-09-02T10:39:45.000Z"))
        );
        let ids: Vec<_> =
            existing.by_airtable_id.iter().map(|(id, record)| (&**id, record.as_str())).collect();
        assert_eq!(ids, [("recA", "cases/a"), ("recB", "cases/b")]);
    }
}
