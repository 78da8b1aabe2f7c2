//! The type of a file: what its first bytes tell, against what its name says.
//!
//! In: a name and the first bytes. Out: media type, fitting extension, and whether the two disagree.

use crate::model::value::LFS_POINTER;

/// The type of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Media {
    /// As in `application/pdf`.
    pub(super) media_type: &'static str,
    /// The extension that fits it, without the dot.
    pub(super) extension: String,
    /// Whether the bytes are of another type than the name says.
    pub(super) misnamed: bool,
}

/// Extension, media type, and whether a file of that type can be told by its first bytes.
const KNOWN: &[(&str, &str, bool)] = &[
    ("pdf", "application/pdf", true),
    ("png", "image/png", true),
    ("jpg", "image/jpeg", true),
    ("jpeg", "image/jpeg", true),
    ("gif", "image/gif", true),
    ("webp", "image/webp", true),
    ("tif", "image/tiff", true),
    ("tiff", "image/tiff", true),
    ("svg", "image/svg+xml", false),
    ("csv", "text/csv", false),
    ("txt", "text/plain", false),
    ("md", "text/markdown", false),
    ("html", "text/html", false),
    ("htm", "text/html", false),
    ("json", "application/json", false),
    ("xml", "application/xml", false),
    ("rtf", "application/rtf", true),
    ("eml", "message/rfc822", false),
    ("zip", "application/zip", true),
    ("doc", "application/msword", true),
    ("xls", "application/vnd.ms-excel", true),
    ("ppt", "application/vnd.ms-powerpoint", true),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", true),
    ("odt", "application/vnd.oasis.opendocument.text", true),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", true),
    ("odp", "application/vnd.oasis.opendocument.presentation", true),
    ("epub", "application/epub+zip", true),
    ("mp3", "audio/mpeg", true),
    ("wav", "audio/x-wav", true),
    ("ogg", "audio/ogg", true),
    ("mp4", "video/mp4", true),
    ("webm", "video/webm", true),
];

/// Extensions whose files look alike in their first bytes, so that none of them belies another.
const ALIKE: &[&[&str]] = &[
    &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
    &["doc", "xls", "ppt", "msi", "msg"],
    &["mp4", "m4v", "m4a", "mov"],
    &["ogg", "oga", "ogv", "opus"],
    &["webm", "mkv"],
    &["xml", "svg", "html", "htm", "xhtml"],
    &["mp3", "mpga"],
];

/// How a pointer of Git LFS begins.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v1\n";

/// The type of a file of this name that starts with these bytes.
pub(super) fn media(name: &str, head: &[u8]) -> Media {
    let written =
        name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    let written = written.unwrap_or_default().to_ascii_lowercase();
    let known = KNOWN.iter().find(|(extension, ..)| *extension == written);
    match infer::get(head) {
        Some(found) => {
            let (extension, media_type) = (found.extension(), found.mime_type());
            if known.is_some_and(|(_, said, _)| *said == media_type) || agree(&written, extension) {
                let media_type = known.map_or(media_type, |(_, said, _)| said);
                return Media { media_type, extension: written, misnamed: false };
            }
            // A text in no known format may begin like a script; its name knows better.
            let is_text = found.matcher_type() == infer::MatcherType::Text;
            match known {
                Some((_, said, false)) if is_text => {
                    Media { media_type: said, extension: written, misnamed: false }
                }
                _ => Media { media_type, extension: extension.to_owned(), misnamed: !written.is_empty() },
            }
        }
        None if head.starts_with(POINTER) => {
            Media { media_type: LFS_POINTER, extension: "txt".to_owned(), misnamed: false }
        }
        None => match known {
            Some((_, said, false)) => Media { media_type: said, extension: written, misnamed: false },
            known => {
                let is_text = !head.contains(&0) && is_utf8_start(head);
                let (media_type, extension) =
                    if is_text { ("text/plain", "txt") } else { ("application/octet-stream", "bin") };
                let misnamed = known.is_some();
                let extension = if misnamed || written.is_empty() { extension.to_owned() } else { written };
                Media { media_type, extension, misnamed }
            }
        },
    }
}

fn agree(a: &str, b: &str) -> bool {
    a == b || ALIKE.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// Whether the bytes are UTF-8, but for a last letter that is cut.
fn is_utf8_start(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    fn told(name: &str, head: &[u8]) -> (&'static str, String, bool) {
        let Media { media_type, extension, misnamed } = media(name, head);
        (media_type, extension, misnamed)
    }

    #[test]
    fn trusts_the_bytes_and_not_the_name() {
        assert_eq!(told("a.pdf", b"%PDF-1.7\n"), ("application/pdf", "pdf".into(), false));
        assert_eq!(told("scan of 3. July.pdf", PNG), ("image/png", "png".into(), true));
        assert_eq!(told("a.PNG", PNG), ("image/png", "png".into(), false));
        assert_eq!(told("a.jpeg", b"\xFF\xD8\xFF\xE0"), ("image/jpeg", "jpeg".into(), false));
        assert_eq!(told("a.pdf", b"<p>Not found"), ("text/html", "html".into(), true));
        assert_eq!(told("a.pdf", b"not found"), ("text/plain", "txt".into(), true));
        assert_eq!(told("a.pdf", b""), ("text/plain", "txt".into(), true));
        assert_eq!(told("a", PNG), ("image/png", "png".into(), false));
    }

    #[test]
    fn trusts_the_name_where_bytes_tell_nothing() {
        assert_eq!(told("a.csv", b"a,b\n"), ("text/csv", "csv".into(), false));
        assert_eq!(told("a.svg", b"<?xml version=\"1.0\"?><svg/>"), ("image/svg+xml", "svg".into(), false));
        assert_eq!(told("a.eml", b"From: a@example.org\n"), ("message/rfc822", "eml".into(), false));
        assert_eq!(told("a.xyz", b"\0\x01"), ("application/octet-stream", "xyz".into(), false));
        assert!(!told("a.docx", b"PK\x03\x04\x14\0\0\0").2);
    }
}
