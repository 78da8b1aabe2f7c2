//! The summary: the counts in words and as a figure, what waits and where; and the editors' account
//! of the period.
//!
//! In: a scope. Out: blocks. Every number is counted here and now; none was typed.

use crate::audience::Audience;
use crate::model::id::Ref;
use crate::model::issue::Work;
use crate::model::standing::{Heading, Rule};
use crate::model::words::{Words, args};

use super::name::{language, titled};
use super::narrative::Narratives;
use super::prose;
use super::scope::{Scope, Stand};
use super::tree::{Bar, Block, Figure, Inline, Paragraph, Voice, plain};
use super::words::{
    and_lines, capital, count, months, nothing, number, number_first, of_them, puts, say, say_n, sentences,
    text,
};

/// After this many months without evidence, an issue that is not closed counts as silent.
const SILENT_AFTER: u32 = 3;

/// So many topics are named as those where most is outstanding.
const MOST: usize = 3;

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
    let words = scope.edition.words();
    let counts = scope.counts();
    let total = counts.total();
    if total == 0 {
        let key = match scope.running {
            true => {
                nothing(scope.edition, "report-nothing-raised-so-far", "report-nothing-raised-so-far-public")
            }
            false => nothing(scope.edition, "report-nothing-raised-by", "report-nothing-raised-by-public"),
        };
        return say(words, key, puts![date = scope.day()]);
    }
    // A sentence does not begin with figures.
    let part = |(n, heading): (usize, Heading)| {
        let count = counts.of(heading);
        let number = if n == 0 && count > 0 { number_first(words, count) } else { of_them(words, count) };
        words.fill(&format!("report-counts-{}", heading.as_str()), args![count = count, number = number])
    };
    let parts: Vec<String> = Heading::ALL.into_iter().enumerate().map(part).collect();
    // Nothing is known of the days that are still to come.
    let key = if scope.running { "report-raised-so-far" } else { "report-raised-by" };
    let raised = say_n(words, key, total, puts![date = scope.day()]);
    let parts = say(words, "report-sentence", puts![words = capital(&words.clauses(&parts))]);
    sentences(vec![raised, parts])
}

/// What the outstanding issues wait for.
fn waiting(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let outstanding: Vec<&Stand<'_>> = scope.under(Heading::Outstanding).collect();
    let by = |rule: Rule| outstanding.iter().filter(|stand| stand.standing.rule == rule).count();
    let overruled =
        outstanding.iter().filter(|stand| stand.standing.rule.heading() != Heading::Outstanding).count();
    let parts = [
        ("not-discussed", by(Rule::NotYetDiscussed)),
        ("agreed", by(Rule::AgreedWorkToDo)),
        ("under-discussion", by(Rule::DiscussionToContinue)),
        ("overruled", overruled),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    match outstanding.len() {
        0 => Vec::new(),
        1 => {
            let only = parts.map(|(key, _)| words.named("report-only-waiting", key).to_owned());
            say(words, "report-waiting-one", puts![waits = only.collect::<String>()])
        }
        n => {
            let parts: Vec<String> =
                parts.map(|(key, n)| count(words, &format!("report-waiting-{key}"), n)).collect();
            let waiting = say_n(words, "report-waiting", n, puts![waiting = words.clauses(&parts)]);
            sentences(vec![waiting, agreed(scope, &outstanding)])
        }
    }
}

/// How far the work on what is agreed has come: work under way is no work that nobody has begun, and neither
/// is work of which nothing is known.
fn agreed(scope: &Scope<'_>, outstanding: &[&Stand<'_>]) -> Vec<Inline> {
    let words = scope.edition.words();
    let agreed = outstanding.iter().filter(|stand| stand.standing.rule == Rule::AgreedWorkToDo);
    let works: Vec<Work> =
        agreed.filter_map(|stand| stand.standing.event).map(|(_, event)| event.work).collect();
    if works.len() < 2 {
        return Vec::new();
    }
    let unknown = match scope.edition.audience() {
        Audience::Public => "report-agreed-no-evidence-public",
        _ => "report-agreed-no-evidence",
    };
    let parts = [
        (Work::InProgress, "report-agreed-in-progress"),
        (Work::NotStarted, "report-agreed-not-started"),
        (Work::NoEvidence, unknown),
    ];
    let parts = parts.map(|(work, key)| (key, works.iter().filter(|known| **known == work).count()));
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(key, n)| count(words, key, n)).collect();
    say_n(words, "report-agreed", works.len(), puts![work = words.clauses(&parts)])
}

/// Where most is outstanding, and where nothing is.
fn topics(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let mut open: Vec<(usize, Vec<Inline>)> = Vec::new();
    let mut done: Vec<Vec<Inline>> = Vec::new();
    for (index, record, _) in &scope.topics {
        let all = scope.of_topic(Some(*index)).count();
        let n = scope
            .of_topic(Some(*index))
            .filter(|stand| stand.standing.heading == Heading::Outstanding)
            .count();
        let name = titled(scope.edition, record);
        match (all, n) {
            (0, _) => {}
            (_, 0) => done.push(vec![name]),
            _ => open.push((n, vec![name, text(format!(" ({})", number(words, n)))])),
        }
    }
    if open.len() + done.len() < 2 {
        return Vec::new();
    }
    // Equals stand in the order of the topics, and none of them is left out.
    open.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let until = |rank: usize| {
        let least = open.get(rank).map_or(0, |(n, _)| *n);
        (open.iter().take_while(|(n, _)| *n >= least).count(), least)
    };
    let ((leading, _), (two, second)) = (until(0), until(1));
    let mut said = Vec::new();
    if (1..=MOST).contains(&leading) && leading < open.len() {
        // A single issue is no part of where most is.
        let shown = if second > 1 && two <= MOST { two.max(leading) } else { leading };
        let shown = open.into_iter().take(shown).map(|(_, words)| words);
        let topics = and_lines(words, shown.collect());
        said.push(say(words, "report-most-outstanding", puts![topics = topics]));
    }
    if !done.is_empty() {
        said.push(say(words, "report-nothing-outstanding", puts![topics = and_lines(words, done)]));
    }
    sentences(said)
}

/// The open issues on which nothing has been recorded for long.
fn silent(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let open: Vec<&Stand<'_>> =
        scope.under(Heading::Outstanding).chain(scope.under(Heading::Unresolved)).collect();
    let since = |stand: &&&Stand<'_>| {
        let last = stand.issue.last_evidence(scope.as_of)?;
        Some(months(last.on.latest(), scope.as_of))
    };
    let never = open.iter().filter(|stand| since(stand).is_none()).count();
    let silent = open.iter().filter_map(|stand| since(&stand)).filter(|n| *n >= SILENT_AFTER).count();
    // The public is told what is published: there may be more that is not.
    let public = scope.edition.audience() == Audience::Public;
    let unresolved = scope.under(Heading::Unresolved).next().is_some();
    let whole = if unresolved { "report-of-all-open" } else { "report-of-all-outstanding" };
    let of_all = |part: usize| {
        let all = open.len();
        let part = if part == all { words.say("report-all-of").to_owned() } else { number(words, part) };
        words.fill(whole, args![count = all, number = number(words, all), part = part])
    };
    let mut parts = Vec::new();
    if silent > 0 {
        let key = if public { "report-silent-months-public" } else { "report-silent-months" };
        let months = number(words, SILENT_AFTER as usize);
        let args = args![count = silent, part = of_all(silent), months = months];
        parts.push(words.fill(key, args));
    }
    if never > 0 {
        let key = match (silent > 0, public) {
            (true, false) => "report-silent-ever",
            (true, true) => "report-silent-ever-public",
            (false, false) => "report-silent-only-ever",
            (false, true) => "report-silent-only-ever-public",
        };
        let args = args![count = never, number = number(words, never), part = of_all(never)];
        parts.push(words.fill(key, args));
    }
    match parts.is_empty() {
        true => Vec::new(),
        false => say(words, "report-sentence", puts![words = capital(&words.clauses(&parts))]),
    }
}

/// Issues by heading and topic, in numbers.
pub(super) fn figure(scope: &Scope<'_>) -> Figure {
    let counts = |topic: Option<Option<usize>>| {
        Heading::ALL.map(|heading| {
            let in_topic = |stand: &&Stand<'_>| topic.is_none_or(|topic| stand.topic == topic);
            scope.under(heading).filter(in_topic).count()
        })
    };
    let words = scope.edition.words();
    let mut bars: Vec<Bar> = scope
        .topics
        .iter()
        .map(|(index, record, topic)| Bar {
            label: topic.short_title.clone().unwrap_or_else(|| record.title.clone()),
            lang: language(scope.edition, record, topic.short_title.as_deref().unwrap_or(&record.title)),
            record: Some(Ref::to(record.id.clone())),
            counts: counts(Some(Some(*index))),
        })
        .collect();
    let without = counts(Some(None));
    if without.iter().any(|n| *n > 0) {
        let label = words.say("without-a-topic").to_owned();
        bars.push(Bar { label, lang: None, record: None, counts: without });
    }
    let label = words.say("report-all").to_owned();
    let total = Bar { label, lang: None, record: None, counts: counts(None) };
    Figure {
        number: 0,
        id: "figure-headings".to_owned(),
        title: count(words, "report-figure-headings", total.total()),
        description: described(words, &total),
        as_of: scope.as_of,
        bars,
        total,
    }
}

/// A bar in words.
pub fn described(words: &Words, bar: &Bar) -> String {
    let parts: Vec<String> = Heading::ALL
        .iter()
        .zip(bar.counts)
        .map(|(heading, n)| format!("{n} {}", words.named("heading", heading.as_str())))
        .collect();
    words.fill("report-bar", args![count = bar.total(), parts = parts.join(", ")])
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
    plain(scope.edition.words(), &counts(scope))
}
