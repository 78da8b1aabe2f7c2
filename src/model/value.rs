//! The values of fields that no part of the program computes with: shown, linked, exported.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::access::Visibility;
use super::date::Edtf;
use super::id::Ref;

/// A field of a record and its value.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Field {
    /// The key as written.
    pub key: Arc<str>,
    /// What was written there.
    pub value: Value,
    /// Whether the schema or `annals.yaml` declares it; what nobody declared is shown apart.
    pub declared: bool,
}

/// A value by its type.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Value {
    /// A line of plain text.
    Text(String),
    /// Text with Markdown in it.
    Markdown(String),
    /// Tags, each once, in the order written.
    Tags(Vec<Arc<str>>),
    /// References to other records; those that could not be resolved are in `Record::dangling`.
    Links(Vec<Ref>),
    /// A year.
    Year(i16),
    /// A date or an interval, as coarse as written.
    Date(Edtf),
    /// A count or another number, as written.
    Number(String),
    /// Yes or no.
    Boolean(bool),
    /// A web address.
    Url(String),
    /// An e-mail address.
    Email(String),
    /// Files.
    Attachments(Vec<Attachment>),
    /// Anything that fits none of these: kept as it was.
    Other(Data),
}

/// A file that a record names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attachment {
    /// The path as written.
    pub written: Arc<str>,
    /// The file's own name, as a reader should see it.
    pub name: Arc<str>,
    /// What was found on disk; `None` where the file is missing.
    pub file: Option<AttachedFile>,
    /// For whom this file is meant, among those who may see the record.
    pub visibility: Visibility,
}

/// What was found on disk for an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AttachedFile {
    /// The path relative to the archive's root.
    pub path: Arc<str>,
    /// Bytes.
    pub size: u64,
    /// SHA-256, 64 lower-case hex digits.
    pub sha256: Arc<str>,
    /// The media type that the file's first bytes tell, else the one that its name tells.
    pub media_type: Arc<str>,
    /// The file name extension that fits the media type, without the dot.
    pub extension: Arc<str>,
    /// Whether the bytes are of another type than the name says.
    pub misnamed: bool,
    /// What the file in the archive says beside what it shows; size and checksum are those of the copy
    /// that is published, without what is taken out.
    pub asides: Arc<[Aside]>,
}

/// The type of a file that Git LFS keeps elsewhere, and of which only the pointer is there.
pub const LFS_POINTER: &str = "text/x-git-lfs";

impl AttachedFile {
    /// Whether it is of a form that may say more than it shows and that nobody looks into. Text has nothing
    /// but what it shows.
    pub fn is_opaque(&self) -> bool {
        const KNOWN: &[&str] = &[
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/tiff",
            "application/pdf",
            "msword",
            "ms-excel",
            "ms-powerpoint",
            "openxmlformats",
            "opendocument",
            LFS_POINTER,
            "text/plain",
            "text/csv",
            "text/markdown",
            "application/json",
        ];
        !KNOWN.iter().any(|kind| self.media_type.contains(kind))
    }
}

/// Something that a file says beside what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Aside {
    /// What, as in `its author`.
    pub what: String,
    /// Whether the copy that is published is without it.
    pub taken_out: bool,
}

/// A value as a tree, for what nobody declared.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing.
    Null,
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Data>),
    /// A map, in the order written.
    Map(Vec<(String, Data)>),
}

impl Hash for Data {
    fn hash<H: Hasher>(&self, to: &mut H) {
        std::mem::discriminant(self).hash(to);
        match self {
            Data::Null => {}
            Data::Boolean(value) => value.hash(to),
            Data::Integer(value) => value.hash(to),
            Data::Float(value) => value.to_bits().hash(to),
            Data::Text(value) => value.hash(to),
            Data::List(value) => value.hash(to),
            Data::Map(value) => value.hash(to),
        }
    }
}
