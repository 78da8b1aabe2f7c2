//! Files that change → word that the site has to be made again.
//!
//! In: what to watch, asked again after every build, since a folder may come and go. Out: one word for a
//! burst of changes, however many files a checkout or a rename takes, with the paths that it named.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::Changed;

/// How long nothing may change before a burst is over. An editor that saves by renaming takes a few
/// milliseconds; one that takes longer has its site made twice.
const QUIET: Duration = Duration::from_millis(20);

/// Watches files and folders.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watch {
    /// Watches nothing yet; word goes to `changed`.
    pub(super) fn new(changed: Sender<Changed>) -> Result<Self> {
        let told = move |events: DebounceEventResult| {
            // Reading changes nothing; what the watcher could not follow may have changed anything.
            let is_change = |kind: &EventKind| {
                !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
            };
            let paths = events.map(|events| {
                let changes: Vec<_> = events.into_iter().filter(|event| is_change(&event.kind)).collect();
                let paths = changes.iter().flat_map(|event| event.paths.iter().cloned()).collect();
                (!changes.is_empty()).then_some(paths)
            });
            if let Some(paths) = paths.unwrap_or_else(|_| Some(Changed::new())) {
                // Nobody listens any more when the server ends.
                let _ = changed.send(paths);
            }
        };
        let debouncer = new_debouncer(QUIET, None, told).context("cannot watch files")?;
        Ok(Watch { debouncer })
    }

    /// Watches these folders, and those that were watched before and are there again.
    pub(super) fn these(&mut self, folders: Vec<(PathBuf, bool)>) {
        for (folder, with_all_below) in folders {
            let depth = if with_all_below { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            // What went away between the look and the watch comes to notice through the folder above it.
            let _ = self.debouncer.watch(&folder, depth);
        }
    }
}
