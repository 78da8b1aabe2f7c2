//! A sink that keeps the files in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::sink::Sink;

/// Files by path.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Kept>>,
}

/// A file that was put into memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// The path, relative to the archive's root, that it is a copy of.
    CopyOf(String),
}

impl Memory {
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
        self.keep(path, Kept::Bytes(bytes));
        Ok(())
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.keep(path, Kept::CopyOf(from.to_owned()));
        Ok(())
    }
}
