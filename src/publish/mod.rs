//! The sinks: where rendered files go.
//!
//! `Sink` is what render writes into. `Folder` stages a site beside the live one and exchanges the
//! two at the end, so that the live folder is always one whole site; `Memory` keeps the files for
//! tests, the live server and whoever wants them without a disk. `Scan` stands before either and looks
//! for secrets in everything that passes.

pub mod apart;
pub mod folder;
pub mod memory;
pub mod scan;
pub mod sink;

pub use folder::Folder;
pub use memory::Memory;
pub use scan::Scan;
pub use sink::Sink;

/// Writes one file that was asked for by name.
///
/// # Errors
/// A fault of the disk, with the file's name.
#[expect(clippy::disallowed_methods, reason = "publish/ writes files")]
pub fn one_file(file: &std::path::Path, bytes: &[u8]) -> anyhow::Result<()> {
    use anyhow::Context as _;
    std::fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

/// Writes one file, and makes its folder where there is none.
///
/// # Errors
/// A fault of the disk, with the file's name.
#[expect(clippy::disallowed_methods, reason = "publish/ writes files")]
pub fn filed(file: &std::path::Path, bytes: &[u8]) -> anyhow::Result<()> {
    use anyhow::Context as _;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    one_file(file, bytes)
}

/// Keeps a file for a later run, in place of those in its folder whose names begin with `before`. It is
/// there whole or not at all, whenever the program is stopped.
///
/// # Errors
/// A fault of the disk, with the file's name.
#[expect(clippy::disallowed_methods, reason = "publish/ writes files")]
pub fn keep(file: &std::path::Path, before: &str, bytes: &[u8]) -> anyhow::Result<()> {
    use anyhow::Context as _;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for old in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if old.file_name().to_string_lossy().starts_with(before) {
                // What is left behind costs only room.
                let _ = std::fs::remove_file(old.path());
            }
        }
    }
    let half = file.with_extension(format!("half-{}", std::process::id()));
    one_file(&half, bytes)?;
    std::fs::rename(&half, file).with_context(|| format!("cannot write {}", file.display()))
}
