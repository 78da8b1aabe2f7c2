//! Directives: what the data says, in the midst of what the editors say.
//!
//! In: a scope and a directive. Out: words or blocks, or what is wrong. Everything is counted as the
//! report itself counts it: what its readers may see, as it stood on its last day.

use super::super::actions;
use super::super::chart;
use super::super::documents::dated;
use super::super::name::{title, titled};
use super::super::scope::{Act, Scope, Stand};
use super::super::tree::{Block, Inline, Target};
use super::super::why;
use super::super::words::{number, number_first, of_them, puts, say, text};
use super::Said;
use super::arguments::{Arguments, bad, listed, unknown};
use super::reference::{Wrong, find, misses, nearest};
use crate::diag::Bearing;
use crate::model::action::State;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::mention::Directive;
use crate::model::standing::Heading;
use crate::model::words::args;

const NAMES: [&str; 5] = ["actions", "count", "figure", "issue", "issues"];
const COUNTED: [&str; 5] = ["issues", "actions", "workshops", "papers", "artefacts"];

/// What stands in place of a directive; `first` where it begins a sentence.
pub(super) fn said(scope: &Scope<'_>, directive: &Directive, first: bool) -> Result<Said, Wrong> {
    let mut arguments = Arguments::of(directive);
    let said = match directive.name.as_str() {
        "count" => count(scope, &mut arguments, first)?,
        "issues" => issues(scope, &mut arguments)?,
        "issue" => issue(scope, &mut arguments)?,
        "actions" => register(scope, &mut arguments)?,
        "figure" => figure(scope, &mut arguments)?,
        other => {
            let help = nearest(other, NAMES.into_iter()).map_or_else(
                || format!("there are {}", listed(&NAMES)),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(bad(format!("there is no directive `{other}`"), help));
        }
    };
    arguments.done()?;
    Ok(said)
}

/// `{{ count(what, heading=…, topic=…, state=…, workshop=…, noun=…) }}`.
fn count(scope: &Scope<'_>, arguments: &mut Arguments<'_>, first: bool) -> Result<Said, Wrong> {
    let what = arguments.first("what").unwrap_or("issues");
    let Some(many) = COUNTED.into_iter().find(|many| *many == what) else {
        return Err(unknown("thing to count", what, &COUNTED));
    };
    let n = match many {
        "issues" => chosen(scope, arguments)?.len(),
        "actions" => acts(scope, arguments)?.len(),
        "workshops" => dated(scope, "workshops")
            .into_iter()
            .filter(|record| !matches!(&record.kind, Kind::Workshop(workshop) if workshop.planned))
            .count(),
        _ => dated(scope, many).len(),
    };
    let noun = flag(arguments, "noun")?;
    let words = scope.narrators();
    let said = match (first, noun) {
        (true, _) => number_first(words, n),
        (false, true) => number(words, n),
        (false, false) => of_them(words, n),
    };
    let said = match noun {
        true => words.fill(&format!("report-n-{many}"), args![count = n, number = said]),
        false => said,
    };
    Ok(Said::Line(vec![text(said)]))
}

fn flag(arguments: &mut Arguments<'_>, name: &'static str) -> Result<bool, Wrong> {
    let words = ["yes", "no"];
    let said = arguments.word(name, &words, |word| words.contains(&word).then_some(word == "yes"))?;
    Ok(said.unwrap_or(false))
}

/// The issues that the arguments `heading` and `topic` leave.
fn chosen<'s, 'e>(scope: &'s Scope<'e>, arguments: &mut Arguments<'_>) -> Result<Vec<&'s Stand<'e>>, Wrong> {
    let heading = arguments.word("heading", &Heading::ALL.map(Heading::as_str), Heading::parse)?;
    let topic = topic(scope, arguments)?;
    let fits = |stand: &&Stand<'_>| {
        heading.is_none_or(|heading| stand.standing.heading == heading)
            && topic.is_none_or(|topic| stand.topic == Some(topic))
    };
    Ok(scope.issues.iter().filter(fits).collect())
}

fn topic(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Option<usize>, Wrong> {
    let Some(written) = arguments.value("topic") else { return Ok(None) };
    let slug = written.strip_prefix("topics/").unwrap_or(written);
    let known = scope.topics.iter().find(|(_, record, _)| record.id.slug() == slug);
    known.map(|(index, ..)| Some(*index)).ok_or_else(|| {
        let slugs: Vec<&str> = scope.topics.iter().map(|(_, record, _)| record.id.slug()).collect();
        let help = nearest(slug, slugs.iter().copied()).map_or_else(
            || format!("the topics are {}", listed(&slugs)),
            |near| format!("did you mean `{near}`?"),
        );
        let bearing = misses(&format!("topics/{slug}"));
        Wrong { bearing, ..bad(format!("there is no topic `{slug}`"), help) }
    })
}

/// The actions that the arguments `state`, `topic` and `workshop` leave.
fn acts<'s, 'e>(scope: &'s Scope<'e>, arguments: &mut Arguments<'_>) -> Result<Vec<&'s Act<'e>>, Wrong> {
    let states = State::ALL.map(State::as_str);
    let state = arguments.word("state", &states, |word| {
        State::ALL.into_iter().find(|state| state.as_str() == word || state.in_words() == word)
    })?;
    let topic = topic(scope, arguments)?;
    let workshop = arguments
        .value("workshop")
        .map(|written| {
            let name = written.strip_prefix("workshops/").unwrap_or(written);
            find(scope.edition, &format!("workshops/{name}")).map_err(|(message, help)| {
                let bearing = misses(&format!("workshops/{name}"));
                Wrong { bearing, ..bad(message, help) }
            })
        })
        .transpose()?;
    let of_topic = |act: &Act<'_>, topic: usize| {
        act.action.topic.as_ref().and_then(|to| scope.edition.index_of(&to.id)) == Some(topic)
    };
    let fits = |act: &&Act<'_>| {
        state.is_none_or(|state| act.state == state)
            && topic.is_none_or(|topic| of_topic(act, topic))
            && workshop
                .as_ref()
                .is_none_or(|held: &Ref| act.action.workshop.as_ref().is_some_and(|at| at.id == held.id))
    };
    Ok(scope.acts.iter().filter(fits).collect())
}

/// `{{ issues(heading=…, topic=…) }}`: a list, each with its heading.
fn issues(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Said, Wrong> {
    let items: Vec<Vec<Block>> = chosen(scope, arguments)?
        .into_iter()
        .map(|stand| {
            let title = Inline::Link(title(scope.edition, stand.record), here(stand));
            vec![Block::Plain(vec![title, text(" "), Inline::Heading(stand.standing.heading)])]
        })
        .collect();
    if items.is_empty() {
        return Ok(Said::Blocks(vec![Block::Plain(no_issue(scope, arguments)?)]));
    }
    Ok(Said::Blocks(vec![Block::List(None, items)]))
}

/// That there is none, in the terms in which it was asked for.
fn no_issue(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Vec<Inline>, Wrong> {
    let heading = arguments.value("heading").and_then(Heading::parse).map(Heading::as_str);
    let topic = topic(scope, arguments)?.map(|index| titled(scope.edition, scope.edition.record(index)));
    let words = scope.edition.words();
    Ok(match (heading, topic) {
        (None, None) => say(words, "report-none-raised", Vec::new()),
        (Some(heading), None) => say(words, "report-no-issue-under", puts![heading = heading]),
        (None, Some(topic)) => say(words, "report-no-issue-of-topic", puts![topic = topic]),
        (Some(heading), Some(topic)) => {
            say(words, "report-no-issue-of-topic-under", puts![heading = heading, topic = topic])
        }
    })
}

fn here(stand: &Stand<'_>) -> Target {
    Target::Here(format!("issue-{}", stand.record.id.slug()))
}

/// `{{ issue(slug) }}`: one issue with its heading and why it stands there.
fn issue(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Said, Wrong> {
    let Some(written) = arguments.first("slug") else {
        return Err(bad("`issue` does not say which".to_owned(), "name it: `issue(\"<slug>\")`".to_owned()));
    };
    let slug = written.strip_prefix("issues/").unwrap_or(written);
    let Some(stand) = scope.issues.iter().find(|stand| stand.record.id.slug() == slug) else {
        let slugs = scope.issues.iter().map(|stand| stand.record.id.slug());
        let help = nearest(slug, slugs).map_or_else(
            || "the issue has to be one that was raised by the last day of the report".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let bearing = misses(&format!("issues/{slug}"));
        return Err(Wrong { bearing, ..bad(format!("this report has no issue `{slug}`"), help) });
    };
    let mut line = vec![
        Inline::Strong(vec![Inline::Link(title(scope.edition, stand.record), here(stand))]),
        text(" "),
        Inline::Heading(stand.standing.heading),
        Inline::Break,
    ];
    line.extend(why::why(scope.edition, stand.issue, &stand.standing, scope.as_of));
    Ok(Said::Blocks(vec![Block::Quote(vec![Block::Plain(line)])]))
}

/// `{{ actions(state=…, topic=…, workshop=…, id=…) }}`: a table.
fn register(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Said, Wrong> {
    let id = arguments.value("id").unwrap_or("listed");
    let words = scope.edition.words();
    let state = arguments.value("state").map(|state| state.replace(' ', "-"));
    let acts = acts(scope, arguments)?;
    let caption = match state {
        Some(state) => words.fill("report-actions-in-state", args![state = state]),
        None => words.say("actions").to_owned(),
    };
    if acts.is_empty() {
        return Ok(Said::Blocks(vec![Block::Plain(say(words, "report-no-action-there", Vec::new()))]));
    }
    let mut table = actions::columns(words, &format!("table-{id}"), &caption);
    table.rows = acts.into_iter().map(|act| actions::row(scope, act)).collect();
    Ok(Said::Blocks(vec![Block::Table(table)]))
}

/// `{{ figure(kind, id=…) }}`.
fn figure(scope: &Scope<'_>, arguments: &mut Arguments<'_>) -> Result<Said, Wrong> {
    let Some(kind) = arguments.first("kind") else {
        return Err(bad(
            "`figure` does not say which".to_owned(),
            format!("it is one of {}", listed(&chart::KINDS)),
        ));
    };
    let id = arguments.value("id").unwrap_or(kind);
    if !chart::KINDS.contains(&kind) {
        return Err(unknown("figure", kind, &chart::KINDS));
    }
    match chart::chart(scope, kind) {
        Some(mut chart) => {
            chart.id = format!("figure-{id}");
            Ok(Said::Blocks(vec![Block::Chart(Box::new(chart))]))
        }
        // What is still to come cannot be asked for of a period that has hardly begun.
        None if scope.running && (kind != "flow" || scope.previous.is_some()) => {
            let words = say(scope.edition.words(), "report-nothing-to-show-yet", Vec::new());
            Ok(Said::Blocks(vec![Block::Plain(words)]))
        }
        None => {
            let message = format!("there is nothing to show in the figure `{kind}`");
            let help = "`flow` needs a report before this one, the others an issue, a workshop or an action";
            Err(Wrong { bearing: Bearing::Counts, ..bad(message, help.to_owned()) })
        }
    }
}
