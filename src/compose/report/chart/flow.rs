//! Where the issues stood in the report before, and where they stand now.
//!
//! In: a scope. Out: a chart of two bars, and a table of every way from one heading to another;
//! nothing where there is no report before.

use super::super::scope::Scope;
use super::super::tree::{Row, Table};
use super::super::words::{capital, count, text};
use super::headings::key;
use super::{Chart, Look, stacks};
use crate::model::date::Date;
use crate::model::standing::Heading;
use crate::model::words::{Words, args};

/// The heading of an issue then, `None` where it was not listed, and now, `None` where it is not any more.
type Way = (Option<Heading>, Option<Heading>);

pub(super) fn chart(scope: &Scope<'_>) -> Option<Chart> {
    let before = scope.previous.as_ref().filter(|_| !scope.issues.is_empty())?;
    // What the report before said, which need not be what is known of its time now.
    let here = scope.issues.iter().map(|stand| {
        (before.heading(scope.edition, stand.record, stand.issue), Some(stand.standing.heading))
    });
    let gone = before.gone(scope.edition, &scope.issues);
    let pairs: Vec<Way> = here.chain(gone.iter().map(|gone| (Some(gone.said.heading), None))).collect();
    let old = Heading::ALL.map(|heading| pairs.iter().filter(|(then, _)| *then == Some(heading)).count());
    let new = Heading::ALL.map(|heading| pairs.iter().filter(|(_, now)| *now == Some(heading)).count());
    let words = scope.edition.words();
    let stack = |on: jiff::civil::Date, counts: [usize; 4]| stacks::Stack {
        label: words.date(Date::from_day(on)),
        parts: Heading::ALL.into_iter().map(Look::Heading).zip(counts).collect(),
    };
    let (shapes, height) = stacks::shapes(&[stack(before.as_of, old), stack(scope.as_of, new)], &key(words));
    let moved =
        pairs.iter().filter(|(then, now)| then.zip(*now).is_some_and(|(then, now)| then != now)).count();
    let raised = pairs.iter().filter(|(then, _)| then.is_none()).count();
    let args = args![
        issues = count(words, "report-n-issues", scope.issues.len()),
        moved = count(words, "chart-flow-moved", moved),
        raised = count(words, "chart-flow-raised", raised),
    ];
    let mut described = words.fill("chart-flow-described", args);
    if !gone.is_empty() {
        described = format!("{described} {}", count(words, "chart-flow-gone", gone.len()));
    }
    Some(Chart {
        number: 0,
        id: String::new(),
        title: words.say("chart-flow").to_owned(),
        description: described,
        as_of: scope.as_of,
        height,
        shapes,
        table: table(words, &pairs),
    })
}

fn table(words: &Words, pairs: &[Way]) -> Table {
    let mut columns = vec!["then", "#resolved-now", "#unresolved-now", "#outstanding-now", "#set-aside-now"];
    let gone = pairs.iter().any(|(_, now)| now.is_none());
    columns.extend(gone.then_some("#gone-now"));
    columns.push("#all");
    let now: Vec<Option<Heading>> = Heading::ALL.into_iter().map(Some).chain(gone.then_some(None)).collect();
    let mut table = Table::new(words, "", "", &columns);
    for then in Heading::ALL.into_iter().map(Some).chain([None]) {
        let counts: Vec<usize> =
            now.iter().map(|now| pairs.iter().filter(|pair| **pair == (then, *now)).count()).collect();
        let total: usize = counts.iter().sum();
        if total == 0 {
            continue;
        }
        let label = match then {
            Some(then) => capital(words.named("heading", then.as_str())),
            None => words.say("report-not-yet-raised").to_owned(),
        };
        let mut cells = vec![vec![text(label)]];
        cells.extend(counts.iter().chain([&total]).map(|n| vec![text(n.to_string())]));
        table.rows.push(Row { record: None, cells });
    }
    table
}
