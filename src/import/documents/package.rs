//! Zipped documents (`.docx`, `.xlsx`, `.ods`): looked into with care before anything reads them.
//!
//! In: bytes. Out: the parts by name, or the fault that keeps the document from being read: cut,
//! encrypted, or so packed that it would fill the memory.

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::source::{self, unreadable};
use crate::diag::{Finding, Spot};

/// Unpacked, a document may not be larger than this.
const LARGEST_UNPACKED: u64 = 256 * 1024 * 1024;

/// A zipped document.
pub(crate) struct Package<'b> {
    file: Arc<str>,
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

/// How the bytes of an encrypted Office document, or of one from before 2007, start.
pub(crate) const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

impl<'b> Package<'b> {
    /// Opens a document.
    ///
    /// # Errors
    /// One that is no zip file, cut, encrypted or too large.
    pub(crate) fn open(file: &Arc<str>, bytes: &'b [u8]) -> Result<Self, Finding> {
        source::size(file, bytes)?;
        if bytes.starts_with(COMPOUND_FILE) {
            let fault =
                unreadable(file, Spot::File, "the document is encrypted, or made by Office before 2007");
            return Err(fault.help("open it, take the password off, and save it as .docx, .xlsx or .ods"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
            unreadable(file, Spot::File, format!("the document is cut or damaged: {error}"))
                .help("fetch it again, or open it and save it anew")
        })?;
        let mut package = Package { file: Arc::clone(file), zip };
        let mut size: u64 = 0;
        for n in 0..package.zip.len() {
            let part = package.zip.by_index_raw(n).map_err(|error| {
                unreadable(file, Spot::File, format!("part {} of the document is damaged: {error}", n + 1))
            })?;
            if part.encrypted() {
                let message = format!("{} in it is encrypted", part.name().unwrap_or_default());
                return Err(unreadable(file, Spot::File, message).help("save it without a password"));
            }
            size = size.saturating_add(part.size());
        }
        if size > LARGEST_UNPACKED {
            let message = format!("unpacked, the document has {} MB", size / 1_048_576);
            return Err(unreadable(file, Spot::File, message).help("take out the pictures and save it again"));
        }
        if package.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data"))
        {
            let fault = unreadable(file, Spot::File, "the document is encrypted");
            return Err(fault.help("open it, take the password off, and save it again"));
        }
        Ok(package)
    }

    /// Whether the document has a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of the parts, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        // A name that is no text names no part that is read.
        let mut names: Vec<String> =
            self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
        names.sort();
        names
    }

    /// The text of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// A part that is cut or no UTF-8.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, Finding> {
        if !self.has(name) {
            return Ok(None);
        }
        let fault = |message: String| unreadable(&self.file, Spot::File, message);
        let part =
            self.zip.by_name(name).map_err(|error| fault(format!("{name} in it is damaged: {error}")))?;
        let mut text = String::new();
        // What the directory says of a part's size may be a lie.
        let read = part.take(LARGEST_UNPACKED).read_to_string(&mut text);
        read.map_err(|error| fault(format!("{name} in it is cut or damaged: {error}")))?;
        Ok(Some(text))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use super::*;

    /// A zipped document of these parts.
    pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn fault(bytes: &[u8]) -> String {
        Package::open(&"x.docx".into(), bytes).map(|_| ()).unwrap_err().message
    }

    #[test]
    fn refuses_what_cannot_be_read() {
        let whole = zipped(&[("a.xml", "<a/>")]);
        assert!(Package::open(&"x".into(), &whole).unwrap().part("a.xml").unwrap().is_some());
        assert!(fault(&whole[..whole.len() / 2]).contains("cut or damaged"));
        assert!(fault(COMPOUND_FILE).contains("encrypted"));
        assert!(
            fault(&zipped(&[("META-INF/manifest.xml", "<manifest:encryption-data/>")])).contains("encrypted")
        );
        assert!(fault(b"").contains("empty"));
    }
}
