//! The chapter on interests: what members registered that they want progress on, and how far each
//! got.
//!
//! In: a scope. Out: blocks. How far it got is the standing of its issues; where it names none, of
//! the issues of its topic.

use crate::model::id::Ref;
use crate::model::kinds::{Interest, Kind};
use crate::model::record::Record;
use crate::model::standing::Heading;

use super::name::{link, title, titled};
use super::scope::{Scope, Stand};
use super::tree::{Block, Inline, Paragraph, Row, Table, Target};
use super::words::{nothing, puts, say, say_n, sentences, text};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let interests = interests(scope);
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", counts(scope, &interests)))];
    if !interests.is_empty() {
        blocks.push(Block::Table(table(scope, &interests)));
    }
    blocks
}

/// The interests registered by the day of the report.
fn interests<'e>(scope: &Scope<'e>) -> Vec<(&'e Record, &'e Interest)> {
    let mut interests: Vec<_> = scope
        .edition
        .collection("interests")
        .filter_map(|index| {
            let record = &**scope.edition.record(index);
            let Kind::Interest(interest) = &record.kind else { return None };
            let by_then = interest.registered_on.is_none_or(|on| on.earliest() <= scope.as_of);
            by_then.then_some((record, &**interest))
        })
        .collect();
    let place = |interest: &Interest| {
        let topic = interest.topic.as_ref()?;
        scope.topics.iter().position(|(_, record, _)| record.id == topic.id)
    };
    interests.sort_by_cached_key(|(record, interest)| {
        let place = place(interest);
        (place.is_none(), place, interest.registered_on, record.title.to_lowercase(), record.id.clone())
    });
    interests
}

fn counts(scope: &Scope<'_>, interests: &[(&Record, &Interest)]) -> Vec<Inline> {
    let n = interests.len();
    let words = scope.edition.words();
    if n == 0 {
        let none = nothing(scope.edition, "report-no-interest", "report-no-interest-public");
        return say(words, none, Vec::new());
    }
    let met = interests.iter().filter(|(_, interest)| {
        let mut issues = stands(scope, interest).into_iter().peekable();
        issues.peek().is_some() && issues.all(|stand| stand.standing.heading == Heading::Resolved)
    });
    let met = met.count();
    let met = match met {
        0 if n == 1 => say(words, "report-interest-not-met", Vec::new()),
        met => say_n(words, "report-interests-met", met, Vec::new()),
    };
    sentences(vec![say_n(words, "report-interests", n, Vec::new()), met])
}

fn table(scope: &Scope<'_>, interests: &[(&Record, &Interest)]) -> Table {
    let words = scope.edition.words();
    let columns = ["interest", "registered-by", "topic", "how-far"];
    let mut table = Table::new(words, "table-interests", words.say("report-table-interests"), &columns);
    for (record, interest) in interests {
        let by = match (&interest.registered_by, &interest.group) {
            (Some(name), _) => name.clone(),
            (None, Some(group)) => group.to_string(),
            (None, None) => words.say("report-not-told").to_owned(),
        };
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![titled(scope.edition, record)],
                vec![text(by)],
                interest.topic.as_ref().map_or_else(
                    || vec![text(words.say("report-no-topic"))],
                    |topic| vec![link(scope.edition, topic)],
                ),
                how_far(scope, interest),
            ],
        });
    }
    table
}

/// The issues an interest comes to.
fn stands<'s, 'e>(scope: &'s Scope<'e>, interest: &Interest) -> Vec<&'s Stand<'e>> {
    if !interest.issues.is_empty() {
        let named = |stand: &&Stand<'_>| interest.issues.iter().any(|to| to.id == stand.record.id);
        return scope.issues.iter().filter(named).collect();
    }
    let topic = interest.topic.as_ref().and_then(|topic| scope.edition.index_of(&topic.id));
    match topic {
        Some(topic) => scope.of_topic(Some(topic)).collect(),
        None => Vec::new(),
    }
}

fn how_far(scope: &Scope<'_>, interest: &Interest) -> Vec<Inline> {
    let words = scope.edition.words();
    let stands = stands(scope, interest);
    if stands.is_empty() {
        let none = nothing(scope.edition, "report-interest-no-issue", "report-interest-no-issue-public");
        return say(words, none, Vec::new());
    }
    let resolved = stands.iter().filter(|stand| stand.standing.heading == Heading::Resolved).count();
    let n = stands.len();
    if interest.issues.is_empty() {
        return say_n(words, "report-interest-topic-resolved", n, puts![resolved = resolved]);
    }
    let mut line = Vec::new();
    if n > 1 {
        line = say_n(words, "report-interest-resolved", n, puts![resolved = resolved]);
    }
    for stand in stands {
        let here = Target::Here(format!("issue-{}", stand.record.id.slug()));
        if !line.is_empty() {
            line.push(Inline::Break);
        }
        line.push(Inline::Link(title(scope.edition, stand.record), here));
        line.push(text(" "));
        line.push(Inline::Heading(stand.standing.heading));
    }
    line
}
