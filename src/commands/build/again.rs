//! What a build takes over from the last one.
//!
//! In: the folder, which keeps what the last build left. Out: the manifest of the last build, where it is one
//! and may be used; how many pages were taken over, for whoever asks where the time went.

use super::Build;
use crate::commands::print;
use crate::publish::Folder;
use crate::render::Summary;
use crate::render::manifest::Manifest;

/// The manifest of the last build.
pub(super) fn last(build: &Build, folder: &Folder) -> Option<Manifest> {
    let note = folder.note().filter(|_| build.cache)?;
    let manifest = Manifest::from_bytes(&note);
    if manifest.is_none() {
        print::notice(build.show, "What the last build left cannot be used: every page is made anew.");
    }
    manifest
}

/// How many pages were taken over.
pub(super) fn tell(build: &Build, made: &Summary) {
    if build.timings {
        print::aside(&format!("pages    {:>8} made {:>8} kept", made.made, made.kept));
    }
}
