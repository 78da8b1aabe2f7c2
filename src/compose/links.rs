//! Links that editors write in Markdown → references to records.
//!
//! Which destinations name a record is said in `model::links`, so that backlinks, rendered links and
//! the audience filter agree.

use memchr::memchr_iter;
use pulldown_cmark::{Event, Parser, Tag};

use crate::audience::Edition;
use crate::model::id::Ref;
pub use crate::model::links::named;
use crate::model::record::Record;
use crate::model::text;

/// The record that a link's destination names, as it is written in a record's Markdown; `None`
/// where it leads elsewhere or where the edition does not hold the record.
pub fn resolve(edition: &Edition, from: &Record, destination: &str) -> Option<Ref> {
    let link = named(edition.config().base_url.as_deref(), &from.id, destination)?;
    edition.index_of(&link.id).map(|_| link)
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
    memchr_iter(b']', markdown.as_bytes()).any(|at| {
        let rest = &markdown[at + 1..];
        rest.starts_with(':')
            || rest
                .strip_prefix('(')
                .is_some_and(|rest| !leads_elsewhere(rest.trim_start_matches([' ', '\n', '<'])))
    })
}

/// Whether a destination is a part of the same page or on another site.
fn leads_elsewhere(base_url: Option<&str>, destination: &str) -> bool {
    destination.starts_with(['#', '?'])
        || destination.starts_with("mailto:")
        || destination.starts_with("http") && !base_url.is_some_and(|base| destination.starts_with(base))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compose::fixture::{Fixture, record};

    #[test]
    fn only_what_the_edition_holds_resolves() {
        let edition = Fixture::new().with(record("issues/q", "Q")).edition("2019-07-11");
        let from = edition.record(0);
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
            destinations(None, &text);
        }
    }
}
