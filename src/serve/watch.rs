//! Files that change → word that the site has to be made again.
//!
//! In: what to watch, asked again after every build, since a folder may come and go. Out: one word for a
//! burst of changes, however many files a checkout or a rename takes.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// How long nothing may change before a burst is over. An editor that saves by renaming takes a few
/// milliseconds, and a person does not notice a twentieth of a second.
const QUIET: Duration = Duration::from_millis(40);

/// Watches files and folders.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watch {
    /// Watches nothing yet; word goes to `changed`.
    pub(super) fn new(changed: Sender<()>) -> Result<Self> {
        let told = move |events: DebounceEventResult| {
            // Reading changes nothing; what the watcher could not follow may have changed anything.
            let is_change = |kind: &EventKind| {
                !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
            };
            if events.map_or(true, |events| events.iter().any(|event| is_change(&event.kind))) {
                // Nobody listens any more when the server ends.
                let _ = changed.send(());
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
