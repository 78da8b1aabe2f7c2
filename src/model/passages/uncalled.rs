//! A text that is left → the definitions in it that nothing in it calls: notes, and addresses of links, which
//! editors keep at the foot of a text.
//!
//! In: a text without what is hidden, and the text as it was written. Out: stretches of the first. A note that
//! only hidden words call is hidden with them. An address that nothing calls stands on no page, and is a note
//! among editors as an HTML comment is, which the public does not get. A note that nobody calls at all stands on
//! the page for everybody to see, and stays.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::model::access::Visibility;
use crate::model::text;

/// Whether a text may define something. Hardly any does.
pub(super) fn may_define(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"]:").is_some()
}

/// A note, or the address of a link.
struct Definition {
    at: Range<usize>,
    /// What calls it, as `[^b]` or `[b]`.
    name: String,
    is_note: bool,
}

#[derive(Default)]
struct Found {
    definitions: Vec<Definition>,
    /// What is called, and the note in which it is.
    calls: Vec<(Option<usize>, String)>,
}

/// Where what is left of a text defines what those who see it cannot call.
pub(super) fn uncalled(left: &str, source: &str, up_to: Visibility) -> Vec<Range<usize>> {
    let found = Found::of(left);
    if found.definitions.is_empty() {
        return Vec::new();
    }
    let (seen, all) = (brackets(left), brackets(source));
    let is_called_unseen = |name: &str| all.get(name) > seen.get(name);
    let mut callers: BTreeMap<&str, BTreeSet<Option<usize>>> = BTreeMap::new();
    for (from, to) in &found.calls {
        callers.entry(to).or_default().insert(*from);
    }
    let is_called =
        |n: usize, name: &str| callers.get(name).is_some_and(|all| all.iter().any(|from| *from != Some(n)));
    // What stands on the page: the text, notes that nobody calls, and what these call.
    let mut next: Vec<&str> =
        found.calls.iter().filter(|(from, _)| from.is_none()).map(|(_, to)| &**to).collect();
    let notes = || found.definitions.iter().enumerate().filter(|(_, one)| one.is_note);
    let alone = notes().filter(|(n, one)| !is_called(*n, &one.name) && !is_called_unseen(&one.name));
    next.extend(alone.map(|(_, one)| &*one.name));
    let mut within: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in &found.calls {
        if let Some(note) = from.and_then(|n| found.definitions.get(n)) {
            within.entry(&note.name).or_default().push(to);
        }
    }
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    while let Some(name) = next.pop() {
        if shown.insert(name) {
            next.extend(within.get(name).into_iter().flatten());
        }
    }
    let mut defined: BTreeSet<&str> = BTreeSet::new();
    let mut cut = Vec::new();
    for (n, one) in found.definitions.iter().enumerate() {
        // Of two addresses under one name the first counts.
        let is_first = one.is_note || defined.insert(&one.name);
        let is_shown = is_first && shown.contains(&*one.name);
        let is_of_some = is_first && (is_called(n, &one.name) || is_called_unseen(&one.name));
        if !is_shown && (one.is_note || is_of_some || up_to == Visibility::Public) {
            cut.push(with_its_lines(left, &one.at));
        }
    }
    cut
}

impl Found {
    fn of(text: &str) -> Self {
        let mut found = Found::default();
        // What is text, heading, table, code or HTML; between them stand blank lines and addresses.
        let mut leaves: Vec<Range<usize>> = Vec::new();
        let mut calls = Vec::new();
        for (event, at) in Parser::new_ext(text, text::markdown()).into_offset_iter() {
            match &event {
                Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) | Event::End(_) => continue,
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    let name = even(&format!("[^{name}]"));
                    found.definitions.push(Definition { at, name, is_note: true });
                    continue;
                }
                Event::FootnoteReference(name) => calls.push((at.start, format!("[^{name}]"))),
                Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) if !id.is_empty() => {
                    calls.push((at.start, format!("[{id}]")));
                }
                _ => {}
            }
            match leaves.last_mut() {
                Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
                _ => leaves.push(at),
            }
        }
        // Notes come in order, and hardly one stands within another.
        let within = |at: usize| {
            let before = found.definitions.partition_point(|note| note.at.start <= at);
            let near = before.saturating_sub(NEAR)..before;
            near.rev().find(|n| found.definitions.get(*n).is_some_and(|note| note.at.contains(&at)))
        };
        found.calls = calls.iter().map(|(at, name)| (within(*at), even(name))).collect();
        found.addresses(text, &leaves);
        found
    }

    /// Takes the addresses of links, which stand in lines that are no text.
    fn addresses(&mut self, text: &str, leaves: &[Range<usize>]) {
        let (mut start, mut goes_on) = (0, false);
        for line in text.split_inclusive('\n') {
            let at = start..start + line.len();
            start = at.end;
            let next = leaves.get(leaves.partition_point(|leaf| leaf.end <= at.start));
            let bare = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
            let bare = bare
                .trim_start_matches(|letter: char| letter.is_ascii_digit())
                .trim_start_matches(['.', ')', ' ']);
            if next.is_some_and(|leaf| leaf.start < at.end) || bare.trim().is_empty() {
                goes_on = false;
            } else if let Some(end) =
                bare.find("]:").filter(|_| bare.starts_with('[') && !bare.starts_with("[^"))
            {
                let name = even(&bare[..=end]);
                let begins = at.end - bare.len();
                self.definitions.push(Definition { at: begins..at.end, name, is_note: false });
                goes_on = true;
            } else if let Some(last) = self.definitions.last_mut().filter(|_| goes_on) {
                last.at.end = at.end;
            }
        }
    }
}

/// How many notes may stand within one another.
const NEAR: usize = 4;

/// A name has fewer bytes than this.
const LONGEST: usize = 1100;

/// What stands in brackets in a text, and how often.
fn brackets(text: &str) -> BTreeMap<String, usize> {
    let text = even(text);
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices('[') {
        let rest = &text[at..];
        if let Some(end) = rest.bytes().take(LONGEST).position(|letter| letter == b']') {
            *found.entry(rest[..=end].to_owned()).or_default() += 1;
        }
    }
    found
}

/// A text in which neither case nor white space counts.
fn even(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A definition with the lines that it has for itself.
fn with_its_lines(text: &str, at: &Range<usize>) -> Range<usize> {
    let end = at.start + text[at.clone()].trim_end().len();
    let rest = &text[end..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
    let end = end + blank + usize::from(rest[blank..].starts_with('\n'));
    let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let is_alone = text[line..at.start].chars().all(|letter| matches!(letter, ' ' | '\t' | '>'));
    if is_alone { line..end } else { at.start..end.min(at.start + text[at.start..end].trim_end().len()) }
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, hidden, visible};
    use super::*;

    fn left(text: &str, up_to: Visibility) -> String {
        visible(text, up_to, Mark::Markdown).text.into_owned()
    }

    #[test]
    fn a_note_of_hidden_words_is_hidden_with_them() {
        for (text, public) in [
            (
                "Open.[^a]\n\n::: members\nSecret.[^b]\n:::\n\n[^a]: Source A.\n[^b]: Canary, 3 May.\n",
                "Open.[^a]\n\n[^a]: Source A.\n",
            ),
            (
                "Open [[redact: r]]words[^b][[/redact]].\n\n[^b]: Canary.\n\n    More canary.\n",
                "Open [[withheld: r]].\n",
            ),
            (
                "Open.\n\n::: members\nSee [it][b].\n:::\n\n[b]: https://canary.example \"Canary\"\n\nEnd.\n",
                "Open.\n\nEnd.\n",
            ),
            (
                "A.\n\n::: members\nB.[^b]\n:::\n\n[^b]: See [^c] and [it][d].\n\n[^c]: Canary.\n\n[d]: https://canary.example\n",
                "A.\n",
            ),
            ("A.\n\n::: members\nB.[^b]\n:::\n\n[^b]: See [^b].\n", "A.\n"),
            ("> A. [[redact: r]]B[^b][[/redact]]\n>\n> [^b]: Canary.\n", "> A. [[withheld: r]]\n"),
        ] {
            assert_eq!(
                left(text, Visibility::Public).trim_end().trim_end_matches(['>', '\n']),
                public.trim_end(),
                "{text}"
            );
            let told: String = hidden(text, Visibility::Public).into_iter().map(|at| &text[at]).collect();
            assert!(told.contains("anary") || text.contains("See [^b]."), "{text}: {told}");
        }
        let text =
            "A.\n\n::: members\nB.[^b]\n:::\n\n::: private\nC.[^c]\n:::\n\n[^b]: One.\n[^c]: Canary.\n";
        assert_eq!(left(text, Visibility::Members), "A.\n\nB.[^b]\n\n[^b]: One.\n");
        assert!(left(text, Visibility::Private).contains("Canary"));
    }

    #[test]
    fn an_address_that_nothing_uses_is_for_editors() {
        let text = "One [a], [b][], [it][c].\n\n[comment]: <> (Canary)\n[//]: # (Canary)\n[//]: # (Canary)\n[x]:\n  https://e.org\n  \"Canary\"\n\n[a]: https://a.example\n[B]: https://b.example\n[a]: https://canary.example\n\n- [y]: https://canary.example\n\n![p][c]\n\n[c]: https://c.example 'C'\n";
        let public = left(text, Visibility::Public);
        assert!(!public.to_lowercase().contains("canary"), "{public}");
        for kept in [
            "[a]: https://a.example\n",
            "[B]: https://b.example\n",
            "[c]: https://c.example 'C'\n",
            "![p][c]",
        ] {
            assert!(public.contains(kept), "{kept} in {public}");
        }
        assert_eq!(left(text, Visibility::Members), text);
    }

    #[test]
    fn many_notes_in_a_row_take_no_long() {
        let chain: String = (0..5000).map(|n| format!("[^n{n}]: See [^n{}].\n\n", n + 1)).collect();
        let text = format!("A.\n\n::: members\nB.[^n0]\n:::\n\n{chain}");
        assert_eq!(left(&text, Visibility::Public), "A.\n");
        let text = format!("A.[^n0]\n\n{chain}");
        assert_eq!(left(&text, Visibility::Public), text);
    }

    #[test]
    fn what_stands_on_the_page_stays() {
        for text in [
            "Open.[^a]\n\n[^a]: Called.\n\n[^b]: Called by nobody, [it][c].\n\n[c]: https://c.example\n",
            "::: public\nOpen.[^a]\n:::\n[^a]: x\n",
            "```\n[a]: x\n```\n\n    [a]: x\n\nWords\n[a]: x\n\n| a |\n| - |\n| [b]: x |\n",
            "- Open [it][a]\n\n  [a]: https://a.example\n- Two\n",
            "He said [so]: yes.\n\n# A [head]: line\n\n<div>\n[a]: x\n</div>\n",
        ] {
            let shown = text.replace("::: public\n", "").replace(":::\n", "\n");
            assert_eq!(left(text, Visibility::Public), shown, "{text}");
        }
    }
}
