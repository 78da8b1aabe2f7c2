//! The issues that the report before listed and this one does not, so that none leaves without a word.
//!
//! In: a scope, the report before, and what is gone from it. Out: a sentence, and rows for the table of
//! what moved. Titles and headings are those of the report before.

use crate::audience::Audience;
use crate::model::id::Ref;

use super::before::{Before, Gone};
use super::name::titled;
use super::scope::Scope;
use super::tree::{Inline, Row, Target};
use super::words::{and_lines, capital, puts, say, say_n, text};

/// How many are gone, and where each went; nothing where none is.
pub(super) fn sentence(scope: &Scope<'_>, before: &Before<'_>, gone: &[Gone<'_>]) -> Vec<Inline> {
    if gone.is_empty() {
        return Vec::new();
    }
    let words = scope.edition.words();
    let told = |gone: &Gone<'_>| {
        let mut puts =
            puts![issue = title(scope, before, gone), heading = Inline::Heading(gone.said.heading)];
        match gone.now {
            Some(now) => {
                puts.extend(puts![now = titled(scope.edition, now)]);
                say(words, "report-gone-into", puts)
            }
            None => say(words, "report-gone-issue", puts),
        }
    };
    let issues = and_lines(words, gone.iter().map(told).collect());
    say_n(words, key(scope, "report-gone", "report-gone-public"), gone.len(), puts![issues = issues])
}

/// A row for each.
pub(super) fn rows(scope: &Scope<'_>, before: &Before<'_>, gone: &[Gone<'_>]) -> Vec<Row> {
    let words = scope.edition.words();
    let now = words.say(key(scope, "report-not-on-record-now", "report-not-published-now"));
    let row = |one: &Gone<'_>| {
        let movement = match one.now {
            Some(now) => say(words, "report-move-into", puts![now = titled(scope.edition, now)]),
            None => vec![text(words.say("report-move-unknown"))],
        };
        Row {
            record: None,
            cells: vec![
                vec![title(scope, before, one)],
                vec![Inline::Heading(one.said.heading)],
                vec![text(capital(now))],
                movement,
            ],
        }
    };
    gone.iter().map(row).collect()
}

/// What is not published may be on record all the same, and what is on no record is not published either:
/// to the public no more is said.
fn key(scope: &Scope<'_>, members: &'static str, public: &'static str) -> &'static str {
    match scope.edition.audience() {
        Audience::Members => members,
        Audience::Public => public,
    }
}

/// An issue by its title in the report before, which leads to what that said of it.
fn title(scope: &Scope<'_>, before: &Before<'_>, gone: &Gone<'_>) -> Inline {
    let part = format!("edition-{}/p-{}", gone.frozen.edition, gone.said.paragraph);
    let title = vec![text(gone.title())];
    let title = match gone.frozen.language == scope.edition.words().language() {
        true => title,
        false => vec![Inline::Spoken(gone.frozen.language.clone(), title)],
    };
    Inline::Link(title, Target::Record(Ref { part: Some(part.into()), ..Ref::to(before.record.id.clone()) }))
}
