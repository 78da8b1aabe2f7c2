//! Addresses that editors write in Markdown → names of records, and of files that a record names.
//!
//! In: an address as written. Out: what it would name. Whether there is such a record, and who may
//! see it, is not asked here.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::id::{RecordId, Ref};
use super::text;
use super::value::Attachment;

/// Pages that the program makes beside those of records and lists, as a link in Markdown may name
/// them.
pub const PAGES: [&str; 13] = [
    "lineage.html",
    "map.html",
    "progress.html",
    "timeline.html",
    "timetable.html",
    "search.html",
    "changes.html",
    "index.html",
    "withheld.html",
    "sign-offs.html",
    "data/codebook.html",
    "data/completeness.html",
    "data/index.html",
];

/// The part of an address below the address of the site, where it is written in full: with or without
/// a scheme, `http` or `https`, in any case.
pub fn local<'d>(base_url: Option<&str>, destination: &'d str) -> Option<&'d str> {
    let (base, written) = (without_scheme(base_url?)?, without_scheme(destination)?);
    let host = base.find('/')?;
    let same = written.get(..host)?.eq_ignore_ascii_case(&base[..host]);
    written[host..].strip_prefix(&base[host..]).filter(|_| same)
}

fn without_scheme(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("//")?;
    let is_web = ["", "http:", "https:"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_web.then_some(rest)
}

/// Whether an address leads out of the site.
pub fn is_elsewhere(base_url: Option<&str>, destination: &str) -> bool {
    (destination.contains(':') || destination.starts_with("//")) && local(base_url, destination).is_none()
}

/// Whether an address names a page that the program makes: one of [`PAGES`], or a collection's list.
pub fn is_page(base_url: Option<&str>, destination: &str) -> bool {
    let local = local(base_url, destination).unwrap_or(destination);
    let path = local.trim_start_matches(['.', '/']).split('#').next().unwrap_or_default();
    PAGES.contains(&path) || path.ends_with("/index.html")
}

/// Whether an address names this file of a record.
pub fn names_file(attachment: &Attachment, destination: &str) -> bool {
    let wanted = destination.trim_start_matches(['.', '/']).replace("%20", " ");
    *attachment.written == *wanted
        || *attachment.name == *wanted
        || attachment
            .file
            .as_ref()
            .is_some_and(|file| *file.path == *wanted || file.path.ends_with(&format!("/{wanted}")))
}

/// The record that a destination would name if there were one: `<collection>/<slug>`, the path of
/// its file (`../<collection>/<slug>.md`, `<slug>.md` beside it), or the address of its page
/// (`/<collection>/<slug>.html`, also in full); each with or without `#part`.
pub fn named(base_url: Option<&str>, from: &RecordId, destination: &str) -> Option<Ref> {
    let destination = match local(base_url, destination) {
        Some(local) => local,
        None if destination.starts_with("//") || destination.contains(':') => return None,
        None => destination,
    };
    let (path, part) = match destination.split_once('#') {
        Some((path, part)) => (path, Some(part).filter(|part| !part.is_empty())),
        None => (destination, None),
    };
    if path.contains(['?', '\\']) {
        return None;
    }
    let path = decode(path)?;
    let mut steps: Vec<&str> = path.split('/').collect();
    let leading = steps.iter().take_while(|step| matches!(**step, "" | "." | "..")).count();
    let beside = steps[..leading].iter().all(|step| *step == ".");
    steps.drain(..leading);
    if steps.len() > 2 && steps[0] == "content" {
        steps.remove(0);
    }
    if steps.len() == 3 && matches!(steps[2], "" | "index.html") {
        steps.pop();
    }
    let last = steps.pop()?;
    let file = last.strip_suffix(".md").or_else(|| last.strip_suffix(".html"));
    let id = match (steps.as_slice(), file) {
        ([], Some(stem)) if beside => RecordId::parse(&format!("{}/{stem}", from.collection())),
        ([collection], _) => RecordId::parse(&format!("{collection}/{}", file.unwrap_or(last))),
        _ => None,
    }?;
    Some(Ref { id, part: part.map(Into::into) })
}

/// A link or a picture as it is written in Markdown.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// The byte at which it begins.
    pub at: usize,
    /// Where it leads, as written.
    pub destination: String,
    /// Whether it is a picture.
    pub is_picture: bool,
}

/// Whether a text may have a link worth parsing it for; most have none.
pub fn may_lead(markdown: &str) -> bool {
    memchr::memchr_iter(b']', markdown.as_bytes()).any(|at| markdown[at + 1..].starts_with(['(', ':']))
}

/// The links and pictures of a text, in order.
pub fn written(markdown: &str) -> Vec<Written> {
    let events = Parser::new_ext(markdown, text::markdown()).into_offset_iter();
    let found = events.filter_map(|(event, at)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((dest_url, at.start, false)),
        Event::Start(Tag::Image { dest_url, .. }) => Some((dest_url, at.start, true)),
        _ => None,
    });
    found.map(|(url, at, is_picture)| Written { at, destination: url.into_string(), is_picture }).collect()
}

/// What was meant for a link or a picture and is none, because there is a space in its address:
/// `[the plan](../papers/the plan.md)`. Readers see it as it is written.
pub fn with_spaces(markdown: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut brackets = memchr::memchr_iter(b']', markdown.as_bytes());
    // Hardly any text has one.
    if brackets.all(|end| spaced(markdown, end).is_none()) {
        return found;
    }
    let mut code = 0_usize;
    for (event, at) in Parser::new_ext(markdown, text::markdown()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Text(_) if code == 0 => {
                let ends = memchr::memchr_iter(b']', &markdown.as_bytes()[at.clone()]);
                found.extend(ends.filter_map(|end| spaced(markdown, at.start + end)));
            }
            _ => {}
        }
    }
    found
}

/// The longest address, and the longest text before it, that are looked at.
const LONGEST: usize = 300;

fn spaced(markdown: &str, bracket: usize) -> Option<Written> {
    let inner = markdown[bracket + 1..].strip_prefix('(')?;
    let end = inner.bytes().take(LONGEST).position(|byte| matches!(byte, b')' | b'\n'))?;
    let destination = inner.get(..end).filter(|_| inner[end..].starts_with(')'))?.trim();
    let (first, last) = (destination.split(' ').next()?, destination.rsplit(' ').next()?);
    let is_path = ["../", "./", "/", "http://", "https://"].iter().any(|start| first.starts_with(start))
        || last.rsplit_once('.').is_some_and(|(name, ending)| {
            let ending = ending.split('#').next().unwrap_or_default();
            !name.is_empty()
                && (2..=5).contains(&ending.len())
                && ending.bytes().all(|b| b.is_ascii_alphanumeric())
        });
    let is_one = first.len() < destination.len() && is_path && !destination.contains(['"', '<', '>', '(']);
    let words = bracket.saturating_sub(LONGEST)..bracket;
    let open = words.start + memchr::memrchr(b'[', &markdown.as_bytes()[words]).filter(|_| is_one)?;
    if markdown[open..bracket].contains("\n\n") {
        return None;
    }
    let is_picture = markdown[..open].ends_with('!');
    Some(Written { at: open - usize::from(is_picture), destination: destination.to_owned(), is_picture })
}

fn decode(path: &str) -> Option<String> {
    if !path.contains('%') {
        return Some(path.to_owned());
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = (byte == b'%').then_some(after).and_then(|after| {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            Some((u8::from_str_radix(digits, 16).ok()?, after.get(2..)?))
        });
        let (byte, after) = escaped.unwrap_or((byte, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(destination: &str) -> Option<String> {
        named(Some("https://example.org/archive/"), &RecordId::new("workshops", "one"), destination)
            .map(|link| link.to_string())
    }

    #[test]
    fn an_address_with_a_space_makes_no_link() {
        let found = |text: &str| -> Vec<(usize, String)> {
            with_spaces(text).into_iter().map(|one| (one.at, one.destination)).collect()
        };
        let one = |at, destination: &str| [(at, destination.to_owned())];
        assert_eq!(found("See [the plan](../papers/the plan.md)."), one(4, "../papers/the plan.md"));
        assert_eq!(found("A [*b*](traffic counts v1.md#p-2) c"), one(2, "traffic counts v1.md#p-2"));
        assert_eq!(found("![Map](my map.png)"), one(0, "my map.png"));
        for text in [
            "[a](b.md \"A title\") [c](<d e.md>) [f](g%20h.md)",
            "`[a](b c.md)` [a] (b c.md)",
            "    [a](b c.md)\n",
            "[sic](as he said it) [1](see p. 3)",
            "[a](b\nc.md)",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "(\\[a?|\\]|\\(| |\\)|!|é|x\\.md|\n){0,40}") {
            with_spaces(&text);
        }
    }

    #[test]
    fn every_way_to_write_a_record_is_understood() {
        for destination in [
            "issues/q",
            "issues/q.md",
            "/issues/q",
            "/issues/q.html",
            "../issues/q.md",
            "../issues/q.html",
            "../../content/issues/q.md",
            "/content/issues/q.md",
            "https://example.org/archive/issues/q.html",
            "HTTP://Example.ORG/archive/issues/q.html",
            "//example.org/archive/issues/q.html",
            "issues/%71",
        ] {
            assert_eq!(name(destination).as_deref(), Some("issues/q"), "{destination}");
        }
        assert_eq!(name("../issues/q.md#event-2").as_deref(), Some("issues/q#event-2"));
        assert_eq!(name("two.md").as_deref(), Some("workshops/two"));
        assert_eq!(name("./two.html#p-1").as_deref(), Some("workshops/two#p-1"));
        assert_eq!(name("../reports/2019/index.html").as_deref(), Some("reports/2019"));
        assert_eq!(name("/reports/2019/").as_deref(), Some("reports/2019"));
        assert_eq!(name("papers/images-v1.0").as_deref(), Some("papers/images-v1.0"));
    }

    #[test]
    fn what_leads_elsewhere_is_left_alone() {
        for destination in [
            "",
            "#p-4",
            "https://example.com/issues/q",
            "//example.com/x",
            "mailto:a@b",
            "two",
            "../two.md",
            "a/b/c",
            "x?y=1",
            "..",
            "/",
            "%",
        ] {
            assert_eq!(name(destination), None, "{destination}");
        }
    }

    #[test]
    fn pages_of_the_program_are_known() {
        for page in ["progress.html", "../search.html", "/data/index.html", "/cases/index.html#x"] {
            assert!(is_page(None, page), "{page}");
        }
        assert!(!is_page(None, "papers/p01.html"));
        assert!(is_elsewhere(None, "https://example.org/a"));
        assert!(!is_elsewhere(Some("https://example.org/"), "https://example.org/a"));
    }
}
