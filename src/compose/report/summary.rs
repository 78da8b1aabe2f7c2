//! The summary: the counts in words and as a figure, what waits and where; and the editors' account
//! of the period.
//!
//! In: a scope. Out: blocks. Every number is counted here and now; none was typed.

use crate::model::id::Ref;
use crate::model::standing::{Heading, Rule};

use super::name::link_as;
use super::narrative::Narratives;
use super::prose;
use super::scope::{Scope, Stand};
use super::tree::{Bar, Block, Figure, Inline, Paragraph, Voice, plain};
use super::words::{
    and, and_lines, capital, count, count_first, months, number, number_first, of_them, text, verb,
};

/// After this many months without evidence, an issue that is not closed counts as silent.
const SILENT_AFTER: u32 = 3;

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let paragraph = |name: &str, line: Vec<Inline>| Block::Paragraph(Paragraph::derived(name, line));
    let mut blocks = vec![paragraph("counts", counts(scope))];
    if !scope.issues.is_empty() {
        let waiting = waiting(scope);
        blocks.extend((!waiting.is_empty()).then(|| paragraph("outstanding", waiting)));
        blocks.push(Block::Figure(figure(scope)));
        let topics = topics(scope);
        blocks.extend((!topics.is_empty()).then(|| paragraph("topics", topics)));
        let silent = silent(scope);
        blocks.extend((!silent.is_empty()).then(|| paragraph("silence", silent)));
    }
    blocks
}

fn counts(scope: &Scope<'_>) -> Vec<Inline> {
    let counts = scope.counts();
    let total = counts.total();
    let mut line = vec![text("By "), Inline::Date(scope.day())];
    if total == 0 {
        line.push(text(" no issue had been raised."));
        return line;
    }
    line.push(text(format!(", {} had been raised in the dialogue. ", count(total, "issue", "issues"))));
    let mut parts = Heading::ALL.map(|heading| {
        let n = counts.of(heading);
        let said = match heading {
            Heading::Resolved => verb(n.max(1), "was discussed and resolved", "were discussed and resolved"),
            Heading::Unresolved => {
                verb(n.max(1), "was discussed and not resolved", "were discussed and not resolved")
            }
            Heading::Outstanding => verb(n.max(1), "is outstanding", "are outstanding"),
            Heading::SetAside => {
                verb(n.max(1), "was set aside as out of scope", "were set aside as out of scope")
            }
        };
        format!("{} {said}", of_them(n))
    });
    // A sentence does not begin with figures.
    let resolved = counts.of(Heading::Resolved);
    if let Some(said) = parts[0].strip_prefix(&of_them(resolved))
        && resolved > 0
    {
        parts[0] = format!("{}{said}", number_first(resolved));
    }
    line.push(text(format!("{}.", capital(&and(&parts)))));
    line
}

/// What the outstanding issues wait for.
fn waiting(scope: &Scope<'_>) -> Vec<Inline> {
    let outstanding: Vec<&Stand<'_>> = scope.under(Heading::Outstanding).collect();
    let by = |rule: Rule| outstanding.iter().filter(|stand| stand.standing.rule == rule).count();
    let part =
        |n: usize, one: &str, many: &str| (n > 0).then(|| format!("{} {}", number(n), verb(n, one, many)));
    let overruled =
        outstanding.iter().filter(|stand| stand.standing.rule.heading() != Heading::Outstanding).count();
    let parts: Vec<String> = [
        part(by(Rule::NotYetDiscussed), "has not been discussed", "have not been discussed"),
        part(by(Rule::AgreedWorkToDo), "is agreed and waits for work", "are agreed and wait for work"),
        part(by(Rule::DiscussionToContinue), "is still under discussion", "are still under discussion"),
        part(overruled, "is listed so by the editor’s judgement", "are listed so by the editor’s judgement"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let words = match outstanding.len() {
        0 => return Vec::new(),
        1 => {
            let only = parts.concat();
            format!("The outstanding issue {}.", only.strip_prefix("one ").unwrap_or(&only))
        }
        n => format!("Of the {} outstanding issues, {}.", number(n), and(&parts)),
    };
    vec![text(words)]
}

/// Where most is outstanding, and where nothing is.
fn topics(scope: &Scope<'_>) -> Vec<Inline> {
    let mut open: Vec<(usize, Vec<Inline>)> = Vec::new();
    let mut done: Vec<Vec<Inline>> = Vec::new();
    for (index, record, _) in &scope.topics {
        let all = scope.of_topic(Some(*index)).count();
        let n = scope
            .of_topic(Some(*index))
            .filter(|stand| stand.standing.heading == Heading::Outstanding)
            .count();
        let name = link_as(record.title.clone(), &Ref::to(record.id.clone()));
        match (all, n) {
            (0, _) => {}
            (_, 0) => done.push(vec![name]),
            _ => open.push((n, vec![name, text(format!(" ({})", number(n)))])),
        }
    }
    if open.len() + done.len() < 2 {
        return Vec::new();
    }
    // The order of the topics decides between equals.
    open.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let most = open.first().map_or(0, |(n, _)| *n);
    let leading = open.iter().take_while(|(n, _)| *n == most).count();
    let mut line = Vec::new();
    if (1..=3).contains(&leading) && leading < open.len() {
        line.push(text("Most is outstanding under "));
        let shown = open.into_iter().take(leading.max(2)).map(|(_, words)| words);
        line.extend(and_lines(shown.collect()));
        line.push(text("."));
    }
    if !done.is_empty() {
        line.push(text(if line.is_empty() {
            "Nothing is outstanding under "
        } else {
            " Nothing is outstanding under "
        }));
        line.extend(and_lines(done));
        line.push(text("."));
    }
    line
}

/// The open issues on which nothing has been recorded for long.
fn silent(scope: &Scope<'_>) -> Vec<Inline> {
    let open: Vec<&Stand<'_>> =
        scope.under(Heading::Outstanding).chain(scope.under(Heading::Unresolved)).collect();
    let since = |stand: &&&Stand<'_>| {
        let last = stand.issue.last_evidence(scope.as_of)?;
        Some(months(last.on.latest(), scope.as_of))
    };
    let never = open.iter().filter(|stand| since(stand).is_none()).count();
    let silent = open.iter().filter_map(|stand| since(&stand)).filter(|n| *n >= SILENT_AFTER).count();
    if never + silent == 0 {
        return Vec::new();
    }
    let mut parts = Vec::new();
    if silent > 0 {
        parts.push(format!(
            "for {} no evidence has been recorded for {} or longer",
            number(silent),
            count(SILENT_AFTER as usize, "month", "months")
        ));
    }
    if never > 0 {
        parts.push(format!("for {} none has been recorded at all", number(never)));
    }
    vec![text(format!(
        "Of the {} that {} neither resolved nor set aside, {}.",
        count(open.len(), "issue", "issues"),
        verb(open.len(), "is", "are"),
        and(&parts),
    ))]
}

/// Issues by heading and topic, in numbers.
pub(super) fn figure(scope: &Scope<'_>) -> Figure {
    let counts = |topic: Option<Option<usize>>| {
        Heading::ALL.map(|heading| {
            let in_topic = |stand: &&Stand<'_>| topic.is_none_or(|topic| stand.topic == topic);
            scope.under(heading).filter(in_topic).count()
        })
    };
    let mut bars: Vec<Bar> = scope
        .topics
        .iter()
        .map(|(index, record, topic)| Bar {
            label: topic.short_title.clone().unwrap_or_else(|| record.title.clone()),
            record: Some(Ref::to(record.id.clone())),
            counts: counts(Some(Some(*index))),
        })
        .collect();
    let without = counts(Some(None));
    if without.iter().any(|n| *n > 0) {
        bars.push(Bar { label: "Without a topic".to_owned(), record: None, counts: without });
    }
    let total = Bar { label: "All".to_owned(), record: None, counts: counts(None) };
    Figure {
        number: 0,
        id: "figure-headings".to_owned(),
        title: format!("{} by heading and topic", count_first(total.total(), "issue", "issues")),
        description: described(&total),
        as_of: scope.as_of,
        bars,
        total,
    }
}

/// A bar in words.
pub fn described(bar: &Bar) -> String {
    let parts: Vec<String> = Heading::ALL
        .iter()
        .zip(bar.counts)
        .map(|(heading, n)| format!("{n} {}", heading.as_str().replace('-', " ")))
        .collect();
    let n = bar.total();
    format!("{n} {}: {}", verb(n, "issue", "issues"), parts.join(", "))
}

/// What the editors wrote on the period: the body of the report, under its own headings.
pub(super) fn account(scope: &Scope<'_>, narratives: &Narratives) -> Vec<Block> {
    match narratives.text(None) {
        Some(body) => prose::chapter(scope.edition, scope.record, body, Voice::Editors, &scope.notes),
        None => Vec::new(),
    }
}

/// The sentence that gives the counts, for lists and feeds.
pub(super) fn sentence(scope: &Scope<'_>) -> String {
    plain(&counts(scope))
}
