//! Links that editors write in Markdown → references to records.
//!
//! One place says which destinations name a record, so that backlinks and rendered links agree.

use pulldown_cmark::{Event, Parser, Tag};

use crate::audience::Edition;
use crate::model::id::{RecordId, Ref};
use crate::model::record::Record;
use crate::model::text;

/// The record that a link's destination names, as it is written in a record's Markdown; `None`
/// where it leads elsewhere or where the edition does not hold the record.
pub fn resolve(edition: &Edition, from: &Record, destination: &str) -> Option<Ref> {
    let link = named(edition.config().base_url.as_deref(), &from.id, destination)?;
    edition.index_of(&link.id).map(|_| link)
}

/// The record that a destination would name if there were one: `<collection>/<slug>`, the path of
/// its file (`../<collection>/<slug>.md`, `<slug>.md` beside it), or the address of its page
/// (`/<collection>/<slug>.html`, also in full); each with or without `#part`.
pub fn named(base_url: Option<&str>, from: &RecordId, destination: &str) -> Option<Ref> {
    let destination = match base_url.and_then(|base| destination.strip_prefix(base)) {
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

/// The destinations of every link in a text, in order, without those that plainly lead elsewhere.
pub fn destinations(base_url: Option<&str>, markdown: &str) -> Vec<String> {
    let leads_elsewhere = |destination: &str| leads_elsewhere(base_url, destination);
    if !may_name_a_record(markdown, leads_elsewhere) {
        return Vec::new();
    }
    Parser::new_ext(markdown, text::markdown())
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) if !leads_elsewhere(&dest_url) => {
                Some(dest_url.into_string())
            }
            _ => None,
        })
        .collect()
}

/// Whether there is a link worth parsing the whole text for. Most bodies have none.
fn may_name_a_record(markdown: &str, leads_elsewhere: impl Fn(&str) -> bool) -> bool {
    markdown.contains("]:")
        || markdown
            .match_indices("](")
            .any(|(at, _)| !leads_elsewhere(markdown[at + 2..].trim_start_matches([' ', '\n', '<'])))
}

/// Whether a destination is a part of the same page or on another site.
fn leads_elsewhere(base_url: Option<&str>, destination: &str) -> bool {
    destination.starts_with(['#', '?'])
        || destination.starts_with("mailto:")
        || destination.starts_with("http") && !base_url.is_some_and(|base| destination.starts_with(base))
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
    use proptest::prelude::*;

    use super::*;
    use crate::compose::fixture::{Fixture, id, record};

    fn name(destination: &str) -> Option<String> {
        named(Some("https://example.org/archive/"), &id("workshops/one"), destination)
            .map(|link| link.to_string())
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
    fn only_what_the_edition_holds_resolves() {
        let edition = Fixture::new().with(record("issues/q", "Q")).edition("2019-07-11");
        let from = &edition.records()[0];
        assert!(resolve(&edition, from, "issues/q").is_some());
        assert!(resolve(&edition, from, "issues/secret").is_none());
    }

    #[test]
    fn destinations_are_those_of_links_alone() {
        let text = "See [one](../issues/q.md) and [two][2], `[no](x/y)`, ![i](a/b.png), [in](#p-1).\n\n\
                    [2]: papers/p \"title\"\n";
        assert_eq!(destinations(None, text), ["../issues/q.md", "papers/p"]);
        assert!(destinations(None, "nothing [here](#p-1) or [there](https://example.org/a/b)").is_empty());
        let base = Some("https://example.org/");
        assert_eq!(destinations(base, "[t](https://example.org/a/b)"), ["https://example.org/a/b"]);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            named(None, &id("a/b"), &text);
            destinations(None, &text);
        }
    }
}
