//! A site's own theme: the files of `themes/<name>/`.
//!
//! In: the root and the theme's name. Out: paths and bytes, sorted. What they mean is for `render/`.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::path::Path;

use anyhow::Context;
use walkdir::{DirEntry, WalkDir};

/// The files of a theme by path relative to its folder, hidden ones left out; none where there is no
/// such folder.
pub(super) fn files(root: &Path, name: &str) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    // A theme is a folder of `themes/`, not a way to any other.
    if !super::walk::is_good_name(name) {
        return Ok(Vec::new());
    }
    let folder = root.join("themes").join(name);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let real = |path: &Path| path.canonicalize().with_context(|| format!("cannot read {}", path.display()));
    if !real(&folder)?.starts_with(real(root)?) {
        anyhow::bail!(
            "{} is a symbolic link that leads out of the archive: put the theme itself there",
            folder.display()
        );
    }
    let visible =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry.with_context(|| format!("cannot read the theme in {}", folder.display()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let relative = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        let bytes =
            std::fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
        files.push((parts.join("/"), bytes));
    }
    files.sort();
    Ok(files)
}
