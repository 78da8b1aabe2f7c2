//! The world that Typst sees: the theme's files, the data and the pictures of one document, and the fonts.
//!
//! In: a theme, JSON and pictures. Out: a `World` that knows nothing else: no disk, no network, no packages
//! and no clock.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

use crate::render::broken::Broken;
use crate::render::document::Pictures;
use crate::render::theme::{self, Theme};

/// The file that lays a document out which names none.
const MAIN: &str = "report.typ";

/// The fonts that are in the program.
static EMBEDDED: LazyLock<Vec<Font>> =
    LazyLock::new(|| typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect());

/// Typst's own functions, the ones for table heads among them.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// What documents of one theme are set with: its files and the fonts, read once for all of them.
pub struct Fittings {
    sources: BTreeMap<String, Source>,
    /// Those of them that are not the program's own.
    changed: BTreeSet<String>,
    files: BTreeMap<String, Bytes>,
    pub(super) fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    /// What the files are, in short.
    pub(super) sum: [u8; 32],
}

/// What one document is set from.
pub(super) struct Desk<'f> {
    main: FileId,
    fittings: &'f Fittings,
    /// The data of the document, and its pictures.
    own: BTreeMap<&'f str, Bytes>,
}

impl std::fmt::Debug for Fittings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Fittings").field("fonts", &self.fonts.len()).finish_non_exhaustive()
    }
}

impl Fittings {
    /// The files of a theme and its fonts, before those in the program.
    ///
    /// # Errors
    /// A file of the theme that is not UTF-8.
    pub fn of(theme: &Theme) -> anyhow::Result<Self> {
        let (mut sources, mut changed, mut files) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let mut sum = Sha256::new();
        for (path, bytes) in theme.typst_files() {
            sum.update(format!("\n{path} {}\n", bytes.len()));
            sum.update(bytes);
            if path.ends_with(".typ") {
                let text = std::str::from_utf8(bytes).map_err(|fault| {
                    let row = bytes[..fault.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
                    Broken(format!("this is not UTF-8: {fault}\n --> {path}:{row}:1"))
                })?;
                if !theme::built_in().contains(&(path, bytes)) {
                    changed.insert(path.to_owned());
                }
                sources.insert(path.to_owned(), Source::new(id(path)?, text.to_owned()));
            } else {
                files.insert(path.to_owned(), Bytes::new(bytes.to_vec()));
            }
        }
        let own = files.iter().filter(|(path, _)| path.starts_with("fonts/"));
        let own = own.flat_map(|(_, bytes)| Font::iter(bytes.clone()));
        let fonts: Vec<Font> = own.chain(EMBEDDED.iter().cloned()).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Fittings { sources, changed, files, fonts, book, sum: sum.finalize().into() })
    }
}

impl<'f> Desk<'f> {
    pub(super) fn new(
        fittings: &'f Fittings,
        data: Vec<u8>,
        pictures: &'f Pictures,
        template: &str,
    ) -> anyhow::Result<Self> {
        let mut own: BTreeMap<&str, Bytes> =
            pictures.iter().map(|(path, bytes)| (&**path, Bytes::new(bytes.clone()))).collect();
        own.insert("data.json", Bytes::new(data));
        let main = id(if template.is_empty() { MAIN } else { template })?;
        Ok(Desk { main, fittings, own })
    }

    /// The Typst files that the theme of the site brings, by path.
    pub(super) fn own_sources(&self) -> &BTreeSet<String> {
        &self.fittings.changed
    }
}

fn id(path: &str) -> anyhow::Result<FileId> {
    let path = VirtualPath::new(path).map_err(|fault| anyhow::anyhow!("{path}: {fault}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fittings.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        refuse_packages(id)?;
        let path = id.vpath().get_without_slash();
        self.fittings.sources.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        refuse_packages(id)?;
        let path = id.vpath().get_without_slash();
        if let Some(source) = self.fittings.sources.get(path) {
            return Ok(Bytes::from_string(source.clone()));
        }
        let found = self.own.get(path).or_else(|| self.fittings.files.get(path));
        found.cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fittings.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Packages come from the network; a report is set from what is here.
fn refuse_packages(id: FileId) -> FileResult<()> {
    match id.root() {
        VirtualRoot::Package(package) => Err(FileError::Package(PackageError::NotFound(package.clone()))),
        VirtualRoot::Project => Ok(()),
    }
}
