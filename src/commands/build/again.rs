//! What a build takes over from the last one.
//!
//! In: the folder, which keeps what the last build left. Out: the manifest of the last build, where it is one
//! and may be used; where the time went and how many pages were taken over, for whoever asks.

use super::Build;
use crate::commands::laps::{self, Laps};
use crate::commands::print;
use crate::publish::Folder;
use crate::render::Summary;
use crate::render::manifest::Manifest;
use crate::spent;

/// The manifest of the last build.
pub(super) fn last(build: &Build, folder: &Folder) -> Option<Manifest> {
    let note = folder.note().filter(|_| build.cache)?;
    let manifest = Manifest::from_bytes(&note);
    if manifest.is_none() {
        print::notice(build.show, "What the last build left cannot be used: every page is made anew.");
    }
    manifest
}

/// Has the time of all work counted, where somebody asked where it goes.
pub(super) fn ask(build: &Build) {
    if build.timings {
        spent::ask();
    }
}

/// Where the time went, and how many pages were taken over, for whoever asked.
pub(super) fn tell(build: &Build, laps: &Laps, made: &Summary) {
    if build.timings {
        laps.lines().iter().chain(&laps::work()).for_each(|line| print::aside(line));
        print::aside(&format!("pages    {:>8} made {:>8} kept", made.made, made.kept));
    }
}
