//! A sink that keeps the files in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::sink::{Digest, Sink};

/// Files by path.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Kept>>,
    /// Those of the last site.
    last: BTreeMap<String, Kept>,
}

/// A file that was put into memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its bytes.
    Bytes(Arc<Vec<u8>>),
    /// The path, relative to the archive's root, that it is a copy of.
    CopyOf(String),
}

impl Memory {
    /// A memory that knows the last site's files.
    pub fn after(last: BTreeMap<String, Kept>) -> Self {
        Memory { files: Mutex::default(), last }
    }

    /// The files that there are so far.
    pub fn so_far(&self) -> BTreeMap<String, Kept> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The files, by path.
    pub fn into_files(self) -> BTreeMap<String, Kept> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, path: &str, kept: Kept) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), kept);
    }
}

impl Sink for Memory {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.keep(path, Kept::Bytes(Arc::new(bytes)));
        Ok(())
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        self.keep(path, Kept::Bytes(Arc::clone(bytes)));
        Ok(())
    }

    // Nobody changes what is in memory: that it is of the last site is enough.
    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        let bytes = self.last(path, digest);
        bytes.iter().for_each(|bytes| self.keep(path, Kept::Bytes(Arc::clone(bytes))));
        Ok(bytes)
    }

    fn last(&self, path: &str, _: &Digest) -> Option<Arc<Vec<u8>>> {
        match self.last.get(path) {
            Some(Kept::Bytes(bytes)) => Some(Arc::clone(bytes)),
            _ => None,
        }
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.keep(path, Kept::CopyOf(from.to_owned()));
        Ok(())
    }
}
