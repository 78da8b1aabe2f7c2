//! Files that changed while an archive is in memory → the records of which only the text is another.
//!
//! In: an archive, the shelf that it was read with, and paths. Out: records as they are now. It looks at these
//! files and no other, so that it takes the same moment in every archive. What more than one file has to say
//! about (a title, a name, an action in a write-up) is left to whoever reads the archive again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;

use super::shelf::Shelf;
use crate::model::archive::Archive;
use crate::model::body::Form;
use crate::model::record::Record;

/// More files than a person saves at once are a checkout.
const MANY: usize = 8;

pub(super) fn records(
    root: &Path,
    shelf: &Shelf,
    archive: &Archive,
    changed: &BTreeSet<PathBuf>,
) -> Vec<Arc<Record>> {
    let Ok(root) = absolute(root) else { return Vec::new() };
    if changed.len() > MANY {
        return Vec::new();
    }
    let record = |path: &PathBuf| {
        let file = path.strip_prefix(&root).ok()?.to_str()?;
        let now = shelf.retold(&root, file)?;
        let was = archive.get(&now.id)?;
        is_retold(was, &now).then(|| Arc::new(now))
    };
    changed.iter().filter_map(record).collect()
}

/// Whether a record has another text that leads nowhere it should not, and is the same in all else. What a
/// write-up holds is told in other places, too.
fn is_retold(was: &Record, now: &Record) -> bool {
    let as_it_was = Record { body: was.body.clone(), source: was.source.clone(), ..now.clone() };
    now.body.form() == Form::Prose
        && now.dangling.is_empty()
        && was.body.text() != now.body.text()
        && as_it_was == *was
}
