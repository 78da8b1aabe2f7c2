//! The world that Typst sees: the theme's files, the data of one document, and the fonts.
//!
//! In: a theme and JSON. Out: a `World` that knows nothing else: no disk, no network, no packages
//! and no clock.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

use crate::render::theme::Theme;

/// The file that lays a document out which names none.
const MAIN: &str = "report.typ";

/// The fonts that are in the program.
static EMBEDDED: LazyLock<Vec<Font>> =
    LazyLock::new(|| typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect());

/// Typst's own functions, the ones for table heads among them.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// What one document is set from.
pub(super) struct Desk {
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
    pub(super) fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

/// The fonts for a theme: its own before those in the program.
pub(super) fn fonts(theme: &Theme) -> Vec<Font> {
    let own = theme.typst_files().filter(|(path, _)| path.starts_with("fonts/"));
    let own = own.flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec())));
    own.chain(EMBEDDED.iter().cloned()).collect()
}

impl Desk {
    pub(super) fn new(
        theme: &Theme,
        fonts: Vec<Font>,
        data: Vec<u8>,
        template: &str,
    ) -> anyhow::Result<Self> {
        let mut sources = BTreeMap::new();
        let mut files = BTreeMap::from([("data.json".to_owned(), Bytes::new(data))]);
        for (path, bytes) in theme.typst_files() {
            if path.ends_with(".typ") {
                let text = std::str::from_utf8(bytes)
                    .map_err(|fault| anyhow::anyhow!("the theme's {path} is not UTF-8: {fault}"))?;
                sources.insert(path.to_owned(), Source::new(id(path)?, text.to_owned()));
            } else {
                files.insert(path.to_owned(), Bytes::new(bytes.to_vec()));
            }
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let main = id(if template.is_empty() { MAIN } else { template })?;
        Ok(Desk { main, sources, files, fonts, book })
    }
}

fn id(path: &str) -> anyhow::Result<FileId> {
    let path = VirtualPath::new(path).map_err(|fault| anyhow::anyhow!("{path}: {fault}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        refuse_packages(id)?;
        let path = id.vpath().get_without_slash();
        self.sources.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        refuse_packages(id)?;
        let path = id.vpath().get_without_slash();
        if let Some(source) = self.sources.get(path) {
            return Ok(Bytes::from_string(source.clone()));
        }
        self.files.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
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
