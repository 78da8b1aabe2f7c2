//! An old address as editors write it → the file that has to stand there.

use std::sync::Arc;

use super::file_name::{has_ending, is_portable};
use super::id::RecordId;

/// The longest address that is taken, in bytes.
const LONGEST: usize = 1_000;

/// The path, relative to the site's base, of the page that an alias asks for: a leading slash and
/// a trailing `.html` are optional, a trailing slash means `index.html`, the site's own base may
/// stand before it.
///
/// `None` where no file can answer: an address elsewhere, a query, a path that climbs, nothing.
pub fn path(written: &str, base_url: Option<&str>) -> Option<String> {
    let written = written.trim();
    let local = base_url.and_then(|base| written.strip_prefix(base)).unwrap_or(written);
    let local = local.split('#').next().unwrap_or_default();
    if local.starts_with("//") || local.contains([':', '?', '\\', '*', '"', '<', '>', '|']) {
        return None;
    }
    if local.chars().any(char::is_control) {
        return None;
    }
    let mut parts: Vec<&str> = local.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() || parts.contains(&"..") || !parts.iter().all(|part| is_portable(part)) {
        return None;
    }
    // A folder with the name of a file would stand where that file does.
    let folders = if local.ends_with('/') { parts.len() } else { parts.len() - 1 };
    if parts.iter().take(folders).any(|part| has_ending(part)) || local.len() > LONGEST {
        return None;
    }
    if local.ends_with('/') {
        parts.push("index.html");
    }
    let path = parts.join("/");
    Some(if path.ends_with(".html") { path } else { path + ".html" })
}

/// The names of records that old addresses tell.
pub fn names(aliases: &[Arc<str>], base_url: Option<&str>) -> Vec<RecordId> {
    let name = |written: &Arc<str>| RecordId::parse(path(written, base_url)?.strip_suffix(".html")?);
    aliases.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_addresses_become_files() {
        for (written, file) in [
            ("/old/case", "old/case.html"),
            ("old/case.html", "old/case.html"),
            ("old/case/", "old/case/index.html"),
            (" ./old//case#top", "old/case.html"),
            ("https://example.org/archive/old", "old.html"),
        ] {
            assert_eq!(path(written, Some("https://example.org/archive/")).as_deref(), Some(file));
        }
    }

    #[test]
    fn what_no_file_can_answer_is_refused() {
        for written in [
            "",
            "/",
            "../up",
            "a/../b",
            "https://elsewhere.org/x",
            "//x/y",
            "a?b=1",
            "a\\b",
            "#x",
            "con",
            "a/NUL/b",
            "old.html/x",
            "a.html/",
            &"x".repeat(201),
            &"x/".repeat(600),
        ] {
            assert_eq!(path(written, None), None, "{written}");
        }
    }
}
