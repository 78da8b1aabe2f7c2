//! An address → the file of a site that answers it.
//!
//! In: the path that a browser asked for, decoded, and the files of a site. Out: bytes with their type
//! and status. It reads no disk: a path can name nothing but a file of the site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::publish::memory::Kept;

/// What a browser gets.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer<'f> {
    /// A file: status, type, bytes.
    File(u16, &'static str, Cow<'f, [u8]>),
    /// The address of the folder, with the stroke at its end that makes its links right.
    Moved(String),
    /// Nothing is there, not even a page that says so.
    Nothing,
}

/// The answer to a path, which begins with no stroke; `turned` is the build that last changed the page there.
pub(super) fn answer<'f>(files: &'f BTreeMap<String, Kept>, path: &str, turned: u64) -> Answer<'f> {
    let bytes = |path: &str| match files.get(path) {
        Some(Kept::Bytes(bytes)) => Some(bytes.as_slice()),
        _ => None,
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    let path = whole(path);
    if let Some(bytes) = bytes(&path) {
        return file(200, &path, bytes, turned);
    }
    if !is_folder && files.contains_key(&format!("{path}/index.html")) {
        return Answer::Moved(format!("/{path}/"));
    }
    bytes("404.html").map_or(Answer::Nothing, |bytes| file(404, "404.html", bytes, turned))
}

/// The file that a path names: of a folder, its first page.
fn whole(path: &str) -> Cow<'_, str> {
    let is_folder = path.is_empty() || path.ends_with('/');
    if is_folder { Cow::Owned(format!("{path}index.html")) } else { Cow::Borrowed(path) }
}

/// The page that a browser sees that asked for a path.
pub(super) fn page<'p>(files: &BTreeMap<String, Kept>, path: &'p str) -> Cow<'p, str> {
    let path = whole(path);
    if files.contains_key(&*path) { path } else { Cow::Borrowed("404.html") }
}

fn file<'f>(status: u16, path: &str, bytes: &'f [u8], turned: u64) -> Answer<'f> {
    let kind = kind(path);
    let bytes = if path.ends_with(".html") { Cow::Owned(live(bytes, turned)) } else { Cow::Borrowed(bytes) };
    Answer::File(status, kind, bytes)
}

/// A page with the line, before its end, that makes it live.
fn live(page: &[u8], turned: u64) -> Vec<u8> {
    let end = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(end);
    let line = format!(
        "<link rel=\"stylesheet\" href=\"/_annals/live.css\">\
         <script src=\"/_annals/live.js\" data-page=\"{turned}\" defer></script>\n"
    );
    [before, line.as_bytes(), after].concat()
}

/// The media type of a file of a site, by its ending; what is unknown is saved, not shown.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "jsonld" => "application/ld+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "bib" | "ris" | "cff" | "yaml" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> BTreeMap<String, Kept> {
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Kept::Bytes(text.as_bytes().to_vec().into())))
            .collect()
    }

    fn text(answer: Answer<'_>) -> (u16, String) {
        match answer {
            Answer::File(status, _, bytes) => (status, String::from_utf8(bytes.into_owned()).unwrap()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_folder_is_answered_by_its_first_page() {
        let site = site(&[("index.html", "home"), ("cases/index.html", "cases"), ("404.html", "lost")]);
        assert!(text(answer(&site, "", 7)).1.starts_with("home"));
        assert!(text(answer(&site, "cases/", 7)).1.starts_with("cases"));
        assert_eq!(answer(&site, "cases", 7), Answer::Moved("/cases/".to_owned()));
        assert_eq!(text(answer(&site, "cases/x.html", 7)).0, 404);
        assert_eq!(text(answer(&site, "../annals.yaml", 7)).0, 404);
        assert_eq!(answer(&BTreeMap::new(), "x", 7), Answer::Nothing);
    }

    #[test]
    fn only_pages_are_made_live() {
        let site = site(&[("index.html", "<body>a</body></html>"), ("data/a.csv", "</body>")]);
        let (_, page) = text(answer(&site, "index.html", 7));
        assert!(page.starts_with("<body>a<link") && page.ends_with("</script>\n</body></html>"), "{page}");
        assert_eq!(text(answer(&site, "data/a.csv", 7)).1, "</body>");
    }
}
