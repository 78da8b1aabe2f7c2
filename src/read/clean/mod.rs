//! A file that a record names → the same file without what it says beside what it shows.
//!
//! In: a media type and the bytes. Out: the bytes as they are to be published, and what was found:
//! properties of a document, the place a photograph was taken, and also what cannot be taken out without
//! changing what a reader sees (comments, tracked changes, text under a black box). A file that is not
//! understood to the end stays as it is, byte for byte; the same bytes always give the same bytes.

mod covered;
mod drawn;
mod ends;
mod office;
mod path;
mod pdf;
mod picture;
mod unseen;

use crate::model::value::Aside;

/// A file as it is to be published.
#[derive(Debug)]
pub(super) struct Cleaned {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What it said beside what it shows.
    pub(super) asides: Vec<Aside>,
}

/// Takes out of a file what readers do not see.
pub(super) fn clean(media_type: &str, bytes: Vec<u8>) -> Cleaned {
    match media_type {
        "image/jpeg" | "image/png" | "image/webp" | "image/tiff" => picture::clean(media_type, bytes),
        "application/pdf" => pdf::clean(bytes),
        kind if kind.contains("openxmlformats") || kind.contains("opendocument") => office::clean(bytes),
        "application/msword" | "application/vnd.ms-excel" | "application/vnd.ms-powerpoint" => {
            Cleaned::left(bytes, "properties of a form that cannot be looked into; save it in today's form")
        }
        _ => Cleaned { bytes, asides: Vec::new() },
    }
}

/// Whether files of a kind are read to their end when the archive is read, to be cleaned.
pub(super) fn is_cleaned(media_type: &str) -> bool {
    ["image/jpeg", "image/png", "image/webp", "image/tiff", "application/pdf", "application/msword"]
        .contains(&media_type)
        || ["openxmlformats", "opendocument", "ms-excel", "ms-powerpoint"]
            .iter()
            .any(|kind| media_type.contains(kind))
}

impl Cleaned {
    /// A file that stays as it is, with something in it.
    fn left(bytes: Vec<u8>, what: &str) -> Self {
        Cleaned { bytes, asides: vec![left(what)] }
    }
}

fn taken(what: impl Into<String>) -> Aside {
    Aside { what: what.into(), taken_out: true }
}

fn left(what: impl Into<String>) -> Aside {
    Aside { what: what.into(), taken_out: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::AttachedFile;

    #[test]
    fn what_is_cleaned_is_not_said_to_be_published_as_it_is() {
        let is_opaque = |media_type: &str| {
            let file = AttachedFile {
                path: "a".into(),
                size: 1,
                sha256: "".into(),
                media_type: media_type.into(),
                extension: "x".into(),
                misnamed: false,
                asides: [].into(),
            };
            file.is_opaque()
        };
        for (media_type, is_known) in [
            ("application/pdf", true),
            ("image/jpeg", true),
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true),
            ("application/vnd.oasis.opendocument.text", true),
            ("application/msword", true),
            ("image/svg+xml", false),
            ("image/gif", false),
            ("application/rtf", false),
            ("application/zip", false),
            ("video/mp4", false),
            ("message/rfc822", false),
            ("text/html", false),
        ] {
            assert_eq!(is_cleaned(media_type), is_known, "{media_type}");
            assert_eq!(is_opaque(media_type), !is_known, "{media_type}");
        }
    }
}
