//! What render writes into.

/// Takes files as they are made, from many threads at once.
pub trait Sink: Sync {
    /// Takes a file; the path is relative to the site's base, with `/` between its parts.
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()>;

    /// Takes a copy of a file of the archive; `from` is relative to the archive's root.
    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()>;
}
