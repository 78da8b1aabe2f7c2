//! Attachments: where each is published, and in which form.
//!
//! In: the files that the records of an edition name. Out: their addresses, and copies in the sink,
//! each file once. The address holds the start of the file's SHA-256, so that two files of one name
//! never clash and a changed file has a new address.

use std::collections::BTreeMap;

use super::press::Press;
use crate::model::links::names_file;
use crate::model::record::Record;
use crate::model::text::slug;
use crate::model::value::{AttachedFile, Attachment};
use crate::model::words::Words;
use crate::model::words::args;
use crate::publish::sink::Sink;

/// Kinds of pictures that a page may show. SVG is not among them: it can run scripts.
const PICTURES: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/// Endings of files that a browser shows or saves and never runs, and no server takes for a program.
const INERT: [&str; 65] = [
    "7z", "avi", "avif", "bib", "bin", "bmp", "bz2", "csv", "dbf", "doc", "docx", "dta", "eml", "epub",
    "flac", "geojson", "gif", "gpx", "gz", "heic", "ics", "jpeg", "jpg", "json", "log", "m4a", "m4v", "md",
    "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "mpga", "msg", "odp", "ods", "odt", "oga", "ogg", "ogv",
    "opus", "parquet", "pdf", "png", "por", "ppt", "pptx", "rds", "ris", "rtf", "sav", "shp", "sqlite",
    "tar", "tif", "tiff", "tsv", "txt", "wav", "webm", "webp", "xls", "xlsx",
];

/// Where a file is published: `assets/files/<first 12 of SHA-256>/<clean name>.<right extension>`, with
/// `.bin` behind it where a browser or a server might run what is in the file: an SVG that is opened by
/// its address has the rights of the whole site, and a host takes `.bin` for something to save.
pub(crate) fn address(attachment: &Attachment, file: &AttachedFile) -> String {
    let name = &*attachment.name;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut clean = slug(stem);
    clean.truncate(80);
    let start = file.sha256.get(..12).unwrap_or(&file.sha256);
    let clean = clean.trim_end_matches('-');
    if !can_run(file) {
        return format!("assets/files/{start}/{clean}.{}", file.extension);
    }
    let mut ending = slug(&file.extension);
    ending.truncate(10);
    format!("assets/files/{start}/{clean}.{ending}.bin")
}

/// Whether a browser that opens the file, or a server that keeps it, might run what is in it; such a
/// file is only saved.
pub(crate) fn can_run(file: &AttachedFile) -> bool {
    !INERT.contains(&&*file.extension)
}

/// The address of the file of a record that a link in its Markdown names.
pub(crate) fn named(record: &Record, url: &str) -> Option<String> {
    find(record, url).map(|(attachment, file)| address(attachment, file))
}

/// The same for a picture that a page may show.
pub(crate) fn picture(record: &Record, url: &str) -> Option<String> {
    shown(find(record, url)?.0)
}

/// The address of an attachment that a page may show as a picture.
pub(crate) fn shown(attachment: &Attachment) -> Option<String> {
    let file = attachment.file.as_ref()?;
    PICTURES.contains(&&*file.media_type).then(|| address(attachment, file))
}

fn find<'r>(record: &'r Record, url: &str) -> Option<(&'r Attachment, &'r AttachedFile)> {
    // The audience filter asks the same question of a link: both must have one answer.
    let (_, _, found) = record.attachments().find(|(_, _, attachment)| names_file(attachment, url))?;
    Some((found, found.file.as_ref()?))
}

/// Copies every file that a record of the edition names; returns how many bytes they have.
pub(crate) fn copy(press: &Press, sink: &dyn Sink) -> anyhow::Result<u64> {
    let mut files = BTreeMap::new();
    for record in press.edition().records() {
        for (_, _, attachment) in record.attachments() {
            if let Some(file) = &attachment.file {
                files.entry(address(attachment, file)).or_insert(file);
            }
        }
    }
    let mut bytes = 0;
    for (address, file) in files {
        sink.copy(&address, &file.path)?;
        bytes += file.size;
    }
    Ok(bytes)
}

/// A size for readers: `1.8 MB`, `412 kB`, `12 bytes`.
pub(crate) fn size(words: &Words, bytes: u64) -> String {
    match bytes {
        0..1_000 => words.fill("n-bytes", args![count = i64::try_from(bytes).unwrap_or(i64::MAX)]),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_clean_and_has_the_right_extension() {
        let file = AttachedFile {
            path: "content/cases/x.pdf".into(),
            size: 3,
            sha256: "9d3f0c7a61b2e84f5a7c".into(),
            media_type: "image/png".into(),
            extension: "png".into(),
            misnamed: true,
            asides: std::sync::Arc::new([]),
        };
        let attachment = Attachment {
            written: "x.pdf".into(),
            name: "Annual Report – 2018.2020 (FINAL).pdf".into(),
            file: None,
            visibility: crate::model::access::Visibility::Public,
        };
        assert_eq!(
            address(&attachment, &file),
            "assets/files/9d3f0c7a61b2/annual-report-2018-2020-final.png"
        );
    }

    #[test]
    fn what_might_run_is_only_saved() {
        let file = |extension: &str| AttachedFile {
            path: "content/assets/x".into(),
            size: 3,
            sha256: "9d3f0c7a61b2e84f5a7c".into(),
            media_type: "text/plain".into(),
            extension: extension.into(),
            misnamed: false,
            asides: std::sync::Arc::new([]),
        };
        let attachment = Attachment {
            written: "x".into(),
            name: "Map.x".into(),
            file: None,
            visibility: crate::model::access::Visibility::Public,
        };
        for ending in ["svg", "html", "xhtml", "js", "php", "mht", "xml", "wasm", "htaccess"] {
            let address = address(&attachment, &file(ending));
            assert_eq!(address, format!("assets/files/9d3f0c7a61b2/map.{ending}.bin"));
        }
        assert_eq!(address(&attachment, &file("a/../b?<")), "assets/files/9d3f0c7a61b2/map.a-b.bin");
        assert!(INERT.is_sorted() && address(&attachment, &file("pdf")).ends_with("/map.pdf"));
    }

    #[test]
    fn sizes_read_well() {
        let size = |bytes| size(&crate::model::words::of_language("en"), bytes);
        assert_eq!([size(12), size(411_600), size(1_800_000)], ["12 bytes", "412 kB", "1.8 MB"]);
    }
}
