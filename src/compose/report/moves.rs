//! How an issue moved from one report to the next, and the chapter that tells it.
//!
//! In: histories and the days of two reports. Out: a `Move` an issue, and the chapter on what
//! changed. Closed issues are moved and counted like open ones, so the denominators stay whole.

use jiff::civil;

use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::issue::{Event, Issue};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::standing::{Heading, Rule};
use crate::model::words::{Words, args};

use super::before::{Before, Gone};
use super::chart::{Chart, chart};
use super::left;
use super::name::{title, titled};
use super::promises;
use super::scope::{Scope, Stand};
use super::tree::{Block, Inline, Paragraph, Row, Table, Target};
use super::words::{capital, count, months, puts, say, say_n, sentences, text};

/// How an issue moved since the report before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// There is no report before.
    First,
    /// It was raised since.
    New,
    /// It stands under another heading.
    Changed {
        /// The heading it stood under.
        from: Heading,
    },
    /// It stands under another heading, since what the report before rested on was put right.
    Corrected {
        /// The heading it stood under.
        from: Heading,
    },
    /// It stands under the heading that the rule gave it before, since the editors' judgement ran out.
    RanOut {
        /// The heading it stood under.
        from: Heading,
    },
    /// It stands under the same heading by another row of the rule.
    Shifted {
        /// The row it fell under.
        from: Rule,
        /// For how many months it has stood under its heading.
        months: u32,
    },
    /// Nothing moved.
    Same {
        /// For how many months it has stood under its heading.
        months: u32,
    },
}

impl Move {
    /// Whether a reader of the report before finds something else now.
    pub fn is_change(self) -> bool {
        !matches!(self, Move::Same { .. })
    }

    /// The word in data, for an issue that now stands under a heading.
    pub fn as_str(self, now: Heading) -> &'static str {
        match self {
            Move::First => "first-report",
            Move::New => "new",
            Move::Corrected { .. } => "corrected",
            Move::RanOut { .. } => "judgement-ran-out",
            Move::Changed { .. } if now == Heading::Resolved => "resolved",
            Move::Changed { from: Heading::Resolved } => "reopened",
            Move::Changed { .. } => "moved",
            Move::Shifted { .. } => "shifted",
            Move::Same { .. } if now == Heading::Outstanding => "still-outstanding",
            Move::Same { .. } => "unchanged",
        }
    }

    /// In words, for an issue that now stands under a heading.
    pub fn in_words(self, words: &Words, now: Heading) -> String {
        let still = |months: u32| match now {
            Heading::Outstanding => count(words, "report-move-still-outstanding", months as usize),
            Heading::Unresolved => count(words, "report-move-still-unresolved", months as usize),
            Heading::Resolved | Heading::SetAside => words.say("report-move-unchanged").to_owned(),
        };
        match self {
            Move::Shifted { from, months } => {
                let before = words.named("rule", from.key());
                words.fill("report-move-shifted", args![now = still(months), before = before])
            }
            Move::Same { months } => still(months),
            other => words.named("report-move", other.as_str(now)).to_owned(),
        }
    }
}

/// How an issue moved from the report before to a day.
pub(super) fn movement(
    edition: &Edition,
    record: &Record,
    issue: &Issue,
    as_of: civil::Date,
    before: Option<&Before<'_>>,
) -> Move {
    let Some(before) = before else { return Move::First };
    let Some(from) = before.heading(edition, record, issue) else { return Move::New };
    let (rule, now) = (before.rule(edition, record, issue), issue.standing(as_of));
    let months = months(since(issue, as_of), as_of);
    // What was so on a day of the report before, and was told otherwise there, did not move since.
    let puts_right =
        |(_, event): (usize, &Event)| event.corrects.is_some_and(|on| on.latest() <= before.as_of);
    // Nothing was recorded that moved it: the rule gives what it gave, and the editors' word is over.
    let ran_out = || issue.standing(before.as_of).editorial.is_some() && rule == Some(now.rule);
    if from != now.heading && now.editorial.is_none() && now.event.is_some_and(puts_right) {
        Move::Corrected { from }
    } else if from != now.heading && now.editorial.is_none() && ran_out() {
        Move::RanOut { from }
    } else if from != now.heading {
        Move::Changed { from }
    } else if let Some(from) = rule.filter(|rule| *rule != now.rule) {
        Move::Shifted { from, months }
    } else {
        Move::Same { months }
    }
}

/// The day from which an issue has stood, without a break, under the heading it has on a day.
pub(super) fn since(issue: &Issue, as_of: civil::Date) -> civil::Date {
    let now = issue.standing(as_of).heading;
    let mut days = turns(issue);
    days.extend(issue.raised_on.map(Date::earliest));
    days.retain(|day| *day <= as_of);
    days.sort_unstable();
    let run = days.into_iter().rev().take_while(|day| issue.standing(*day).heading == now);
    run.last().unwrap_or(as_of)
}

/// The days on which it may come to stand elsewhere, in order: those of its history, and those on which a judgement
/// of the editors begins to count or counts no more.
pub(super) fn turns(issue: &Issue) -> Vec<civil::Date> {
    let judged = issue.editorial.iter();
    let mut days: Vec<civil::Date> = issue
        .history
        .iter()
        .map(|event| event.on.latest())
        .chain(judged.clone().filter_map(|editorial| editorial.on).map(Date::latest))
        .chain(judged.filter_map(|editorial| editorial.until?.latest().tomorrow().ok()))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What changed since the report before.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let Some(before) = &scope.previous else {
        return vec![Block::Paragraph(Paragraph::derived("first", first(scope)))];
    };
    let gone = before.gone(scope.edition, &scope.issues);
    let line = sentences(vec![moved(scope, before), left::sentence(scope, before, &gone)]);
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("moves", line))];
    if let Some(flow) = chart(scope, "flow") {
        blocks.push(Block::Chart(Box::new(Chart { id: "figure-moves".to_owned(), ..flow })));
    }
    let all = table(scope, &gone);
    blocks.extend((!all.rows.is_empty()).then_some(Block::Table(all)));
    let (words, carried) = promises::carried(scope, before);
    blocks.push(Block::Paragraph(Paragraph::derived("carried", words)));
    blocks.extend(carried.map(Block::Table));
    let (words, broken) = promises::broken(scope, before);
    blocks.push(Block::Paragraph(Paragraph::derived("promised", words)));
    blocks.extend(broken.map(Block::Table));
    blocks
}

/// How many issues came from each heading to each: a row a heading of the report before in the order
/// of `Heading::ALL`, and last the issues that it did not list; a column a heading now.
pub fn flow<'m>(moves: impl IntoIterator<Item = (&'m Move, Heading)>) -> [[usize; 4]; 5] {
    let mut flow = [[0; 4]; 5];
    for (movement, now) in moves {
        let row = match movement {
            Move::First | Move::New => 4,
            Move::Changed { from } | Move::Corrected { from } | Move::RanOut { from } => *from as usize,
            Move::Shifted { .. } | Move::Same { .. } => now as usize,
        };
        flow[row][now as usize] += 1;
    }
    flow
}

fn first(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let key = match &scope.report.previous {
        None if follows_another(scope) => "report-names-none-before",
        None => "report-is-first",
        Some(_) => "report-cannot-be-compared",
    };
    let n = scope.issues.iter().filter(|stand| moved_within(scope, stand)).count();
    sentences(vec![say(words, key, Vec::new()), say_n(words, "report-moved-within", n, Vec::new())])
}

/// Whether another report ends earlier than this one, so that this is not the first.
fn follows_another(scope: &Scope<'_>) -> bool {
    let ours = scope.report.as_of().unwrap_or(scope.as_of);
    scope.edition.collection("reports").map(|index| &**scope.edition.record(index)).any(|other| {
        matches!(&other.kind, Kind::Report(report) if report.as_of().is_some_and(|end| end < ours))
            && other.id != scope.record.id
    })
}

/// Whether an issue, once raised, came to another heading within the period.
fn moved_within(scope: &Scope<'_>, stand: &Stand<'_>) -> bool {
    let since = since(stand.issue, scope.as_of);
    let start = scope.period.from.map_or(civil::Date::MIN, Date::earliest);
    let at_first = stand.issue.raised_on.map(|on| stand.issue.standing(on.latest()).heading);
    since >= start && at_first.is_some_and(|heading| heading != stand.standing.heading)
}

fn moved(scope: &Scope<'_>, before: &Before<'_>) -> Vec<Inline> {
    let tally = |of: &dyn Fn(&Stand<'_>) -> bool| scope.issues.iter().filter(|stand| of(stand)).count();
    let now = |stand: &Stand<'_>| stand.standing.heading;
    let changed = |stand: &Stand<'_>| matches!(stand.movement, Move::Changed { .. });
    let new = tally(&|stand| stand.movement == Move::New);
    let resolved = tally(&|stand| changed(stand) && now(stand) == Heading::Resolved);
    let reopened = tally(&|stand| matches!(stand.movement, Move::Changed { from: Heading::Resolved }));
    let moved = tally(&changed) - resolved - reopened;
    let corrected = tally(&|stand| matches!(stand.movement, Move::Corrected { .. }));
    let ran_out = tally(&|stand| matches!(stand.movement, Move::RanOut { .. }));
    let still = tally(&|stand| {
        now(stand) == Heading::Outstanding
            && matches!(stand.movement, Move::Same { .. } | Move::Shifted { .. })
    });
    let closed = tally(&|stand| {
        now(stand) != Heading::Outstanding
            && matches!(stand.movement, Move::Same { .. } | Move::Shifted { .. })
    });
    let words = scope.edition.words();
    let parts: Vec<String> = [
        ("report-moves-new", new),
        ("report-moves-resolved", resolved),
        ("report-moves-reopened", reopened),
        ("report-moves-moved", moved),
        ("report-moves-corrected", corrected),
        ("report-moves-ran-out", ran_out),
        ("report-moves-still", still),
        ("report-moves-unchanged", closed),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| count(words, key, n))
    .collect();
    let previous = puts![report = titled(scope.edition, before.record), date = Date::from_day(before.as_of),];
    let moves = match scope.issues.len() {
        0 => say(words, "report-none-raised", Vec::new()),
        n => say_n(words, "report-of-those-raised", n, puts![moves = words.clauses(&parts)]),
    };
    sentences(vec![say(words, "report-before-this", previous), moves])
}

fn table(scope: &Scope<'_>, gone: &[Gone<'_>]) -> Table {
    let words = scope.edition.words();
    let caption = words.say("report-table-moves");
    let mut table = Table::new(words, "table-moves", caption, &["issue", "then", "now", "move"]);
    // What moved first, then what did not.
    let (changed, same): (Vec<_>, Vec<_>) = scope.issues.iter().partition(|stand| stand.movement.is_change());
    for stand in changed.into_iter().chain(same) {
        let then = match stand.movement {
            Move::New | Move::First => vec![text(words.say("report-not-yet-raised"))],
            Move::Changed { from } | Move::Corrected { from } | Move::RanOut { from } => {
                vec![Inline::Heading(from)]
            }
            // It stands where it stood.
            Move::Same { .. } | Move::Shifted { .. } => vec![Inline::Heading(stand.standing.heading)],
        };
        let here = Target::Here(format!("issue-{}", stand.record.id.slug()));
        table.rows.push(Row {
            record: Some(Ref::to(stand.record.id.clone())),
            cells: vec![
                vec![Inline::Link(title(scope.edition, stand.record), here)],
                then,
                vec![Inline::Heading(stand.standing.heading)],
                vec![text(capital(&stand.movement.in_words(words, stand.standing.heading)))],
            ],
        });
    }
    if let Some(before) = &scope.previous {
        table.rows.extend(left::rows(scope, before, gone));
    }
    table
}
