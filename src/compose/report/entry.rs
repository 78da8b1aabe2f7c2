//! An issue as a report shows it: where it stands and why, both positions, history, evidence,
//! actions, silence, and the editor's judgement.
//!
//! In: a scope and one of its issues. Out: an `Entry`. Texts by hand are marked with their party or
//! their editor; everything else is derived.

use jiff::civil;

use crate::audience::{Audience, Edition};
use crate::model::action::State;
use crate::model::date::Date;
use crate::model::discussions::Discussions;
use crate::model::id::Ref;
use crate::model::issue::Event;
use crate::model::standing::{Heading, Rule};
use crate::model::words::{Words, args};

use super::moves::Move;
use super::name::{language, link, passages, place};
use super::prose;
use super::reply::{self, Replied};
use super::scope::{Scope, Stand};
use super::tree::{Inline, Paragraph, Target, Voice};
use super::why;
use super::words::{months, puts, say, say_n, text};

/// An issue as at the date of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The issue.
    pub issue: usize,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the report's.
    pub lang: Option<String>,
    /// The heading in force.
    pub heading: Heading,
    /// The row of the rule's table that it falls under.
    pub rule: Rule,
    /// How it moved since the report before.
    pub movement: Move,
    /// Why it stands there: the numbered paragraph of the issue, named `issue-<slug>`.
    pub standing: Paragraph,
    /// What each party last said, the parties in the same order in every issue; empty where nobody
    /// said anything.
    pub positions: Vec<Stated>,
    /// The editor's overruling, where it was in force or ran out since the report before.
    pub judgement: Option<Judgement>,
    /// What happened, oldest first.
    pub history: Vec<Happening>,
    /// Every passage that its history names, in its order, each once.
    pub evidence: Vec<Ref>,
    /// The actions promised on it.
    pub actions: Vec<Promise>,
    /// What the parties answer to how it is told.
    pub replies: Vec<Replied>,
    /// Whether the parties differ, and none of them was asked to answer.
    pub unasked: bool,
    /// How long ago the last evidence was, and what was promised and is not on record.
    pub silence: Silence,
}

/// What a party said.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The party.
    pub party: String,
    /// Its view; empty where none of this party is on record.
    pub view: Vec<Inline>,
    /// Where and when it was stated.
    pub place: Vec<Inline>,
}

/// An editor's overruling of the heading that the rule gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The heading that the rule gives.
    pub by_rule: Heading,
    /// The heading that the editor gives.
    pub heading: Heading,
    /// Why.
    pub reason: Vec<Inline>,
    /// Who.
    pub by: String,
    /// When.
    pub on: Option<Date>,
    /// The last day on which it counted, where it has run out.
    pub ran_out: Option<Date>,
}

/// An entry of a history.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Its index in the history.
    pub event: usize,
    /// When.
    pub on: Date,
    /// Where the issue stood after it, by the rule alone.
    pub heading: Heading,
    /// What happened, in words.
    pub words: Vec<Inline>,
    /// What the record says of it.
    pub note: Vec<Inline>,
    /// The passages that bear it out, as links.
    pub evidence: Vec<Inline>,
    /// Who says that it was so.
    pub asserted_by: Option<Ref>,
}

/// An action that was promised on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The action.
    pub action: usize,
    /// Its name.
    pub name: Vec<Inline>,
    /// Its state as at the date of the report.
    pub state: State,
}

/// What is not on record.
#[derive(Clone, Debug, PartialEq)]
pub struct Silence {
    /// The date of the last entry that names evidence.
    pub last_evidence: Option<Date>,
    /// Whole months from then to the date of the report.
    pub months: Option<u32>,
    /// The same in words.
    pub words: Vec<Inline>,
    /// A discussion that was promised: whether it is still to come or is not on record.
    pub promised: Vec<Inline>,
}

/// The entry of an issue.
pub(super) fn entry(scope: &Scope<'_>, stand: &Stand<'_>) -> Entry {
    let past: Vec<(usize, &Event)> = stand
        .issue
        .history
        .iter()
        .enumerate()
        .filter(|(_, event)| event.on.latest() <= scope.as_of)
        .collect();
    let mut evidence: Vec<Ref> = Vec::new();
    for link in past.iter().flat_map(|(_, event)| &event.evidence) {
        if !evidence.contains(link) {
            evidence.push(link.clone());
        }
    }
    let replies = reply::replies(scope.edition, stand.record, stand.issue, scope.as_of);
    let positions = positions(scope, stand, &past);
    let differ = stand.standing.heading == Heading::Unresolved
        || positions.iter().filter(|stated| !stated.view.is_empty()).count() > 1;
    Entry {
        issue: stand.index,
        title: stand.record.title.clone(),
        lang: language(scope.edition, stand.record, &stand.record.title),
        heading: stand.standing.heading,
        rule: stand.standing.rule,
        movement: stand.movement,
        standing: standing(scope, stand),
        positions,
        judgement: judgement(scope, stand),
        history: history(scope, stand, &past),
        evidence,
        actions: actions(scope, stand),
        silence: silence(scope, stand),
        unasked: differ && replies.is_empty(),
        replies,
    }
}

fn standing(scope: &Scope<'_>, stand: &Stand<'_>) -> Paragraph {
    let mut content = why::why(scope.edition, stand.issue, &stand.standing, scope.as_of);
    // What is set aside is listed with the reason.
    let reason = stand.standing.event.and_then(|(_, event)| event.note.as_deref());
    if let (Rule::SetAside, Some(reason)) = (stand.standing.rule, reason) {
        content.push(text(" "));
        content.extend(prose::line(scope.edition, stand.record, reason));
    }
    // Two languages of one paragraph must not contradict each other unsaid.
    if stand.record.translated.is_some_and(|told| told.is_outdated_within) {
        content.extend([text(" "), text(scope.edition.words().say("outdated-translation"))]);
    }
    Paragraph {
        source: Some(Ref::to(stand.record.id.clone())),
        voice: Voice::Records,
        ..Paragraph::derived(&format!("issue-{}", stand.record.id.slug()), content)
    }
}

/// The latest view that each party stated, never merged. Where one was heard, the silence of the
/// others is told: a reader must not take one voice for both.
fn positions(scope: &Scope<'_>, stand: &Stand<'_>, past: &[(usize, &Event)]) -> Vec<Stated> {
    let mut stated: Vec<Stated> = Vec::new();
    for (_, event) in past {
        for position in &event.positions {
            let now = Stated {
                party: position.party.to_string(),
                view: prose::line(scope.edition, stand.record, &position.view),
                place: place(scope.edition, event),
            };
            match stated.iter_mut().find(|before| before.party == now.party) {
                Some(before) => *before = now,
                None => stated.push(now),
            }
        }
    }
    if stated.is_empty() {
        return stated;
    }
    let heard = |party: &str| stated.iter().any(|stated| stated.party == party);
    let unheard: Vec<Stated> = scope
        .parties
        .iter()
        .filter(|party| !heard(party))
        .map(|party| Stated { party: (*party).to_owned(), view: Vec::new(), place: Vec::new() })
        .collect();
    stated.extend(unheard);
    let place = |stated: &Stated| scope.parties.iter().position(|party| *party == stated.party);
    stated.sort_by_key(|stated| place(stated).unwrap_or(usize::MAX));
    stated
}

fn judgement(scope: &Scope<'_>, stand: &Stand<'_>) -> Option<Judgement> {
    // What readers of the report before were told by the editors is not taken back without a word.
    let since = match &scope.previous {
        Some(before) => before.as_of,
        None => scope.period.from.map_or(civil::Date::MIN, Date::earliest),
    };
    let over = stand.issue.run_out(scope.as_of);
    let over = over.filter(|over| over.until.is_some_and(|on| on.latest() >= since));
    stand.standing.editorial.or(over).map(|editorial| Judgement {
        by_rule: stand.standing.rule.heading(),
        heading: editorial.heading,
        reason: prose::line(scope.edition, stand.record, &editorial.reason),
        by: editorial.by.clone(),
        on: editorial.on,
        ran_out: over.and_then(|over| over.until),
    })
}

fn history(scope: &Scope<'_>, stand: &Stand<'_>, past: &[(usize, &Event)]) -> Vec<Happening> {
    let mut discussions = Discussions::default();
    let mut happenings = Vec::new();
    for (index, event) in past {
        let discussed = discussions.enter(event);
        let rule = Rule::of(discussed, event.agreement, event.work);
        happenings.push(Happening {
            event: *index,
            on: event.on,
            heading: rule.heading(),
            words: happened(scope, event, discussed),
            note: event
                .note
                .as_deref()
                .map_or_else(Vec::new, |note| prose::line(scope.edition, stand.record, note)),
            evidence: passages(scope.edition, &event.evidence),
            asserted_by: event.asserted_by.clone(),
        });
    }
    happenings
}

/// What happened, the date apart: `Discussed at Workshop 3: partly agreed, work not started.`
fn happened(scope: &Scope<'_>, event: &Event, discussed: bool) -> Vec<Inline> {
    let words = scope.edition.words();
    let meeting = event.at.as_ref().is_some_and(|at| at.id.collection() == "workshops");
    let key = match (event.is_discussion() && event.corrects.is_none(), &event.at) {
        (true, None) => "report-discussed",
        (true, Some(_)) if meeting => "report-discussed-at",
        (true, Some(_)) => "report-discussed-in",
        (false, None) => "report-recorded",
        (false, Some(_)) if meeting => "report-recorded-at",
        (false, Some(_)) => "report-recorded-in",
    };
    let agreement = match discussed {
        true => words.named("agreement", event.agreement.as_str()),
        false => words.say("not-discussed"),
    };
    let mut puts = puts![agreement = agreement, work = words.named("work", event.work.as_str())];
    if let Some(at) = &event.at {
        puts.extend(puts![place = link(scope.edition, at)]);
    }
    let mut line = say(words, key, puts);
    if let Some(corrected) = event.corrects {
        line.push(text(" "));
        line.extend(say(words, "report-this-corrects", puts![date = corrected]));
    }
    line
}

fn actions(scope: &Scope<'_>, stand: &Stand<'_>) -> Vec<Promise> {
    let mut promises: Vec<Promise> = Vec::new();
    for link in &stand.issue.actions {
        let act = scope.edition.index_of(&link.id).and_then(|index| scope.act(index));
        if let Some(act) = act
            && !promises.iter().any(|promise| promise.action == act.index)
        {
            promises.push(Promise { action: act.index, name: act.name.clone(), state: act.state });
        }
    }
    promises
}

/// Silence is a finding: it is told for every issue, with the date and the time since.
fn silence(scope: &Scope<'_>, stand: &Stand<'_>) -> Silence {
    let last = stand.issue.last_evidence(scope.as_of);
    let since = last.map(|event| months(event.on.latest(), scope.as_of));
    let says = scope.edition.words();
    // The public is told what is published: there may be more that is not.
    let public = scope.edition.audience() == Audience::Public;
    let key = |members: &'static str, public_too: &'static str| if public { public_too } else { members };
    let words = match (last, since) {
        (Some(event), Some(0)) => {
            say(says, key("report-evidence-lately", "report-evidence-lately-public"), puts![date = event.on])
        }
        (Some(event), Some(n)) => {
            let key = match months(event.on.earliest(), scope.as_of) == n {
                true => key("report-evidence-months-ago", "report-evidence-months-ago-public"),
                // A date without its day or month may be of much earlier.
                false => key("report-evidence-at-least", "report-evidence-at-least-public"),
            };
            say_n(says, key, n as usize, puts![date = event.on, day = scope.day()])
        }
        _ => say(says, key("report-evidence-never", "report-evidence-never-public"), Vec::new()),
    };
    let promised = promised(says, stand, scope.as_of);
    Silence { last_evidence: last.map(|event| event.on), months: since, words, promised }
}

fn promised(words: &Words, stand: &Stand<'_>, as_of: civil::Date) -> Vec<Inline> {
    let Some(next) = stand.issue.next_discussion_on(as_of) else { return Vec::new() };
    if next.latest() > as_of {
        return say(words, "report-next-discussion", puts![date = next]);
    }
    if stand.issue.discussed_since(next, as_of) {
        return Vec::new();
    }
    say(words, "report-discussion-not-on-record", puts![date = next])
}

impl Entry {
    /// The event that decided, where the history has one by then.
    pub fn decided_by(&self) -> Option<&Happening> {
        self.history.last()
    }
}

impl Judgement {
    /// What was overruled, in a sentence.
    pub fn words(&self, words: &Words) -> String {
        let full = |heading: Heading| words.named("heading-full", heading.as_str());
        if let Some(until) = self.ran_out {
            let args =
                args![date = words.date(until), rule = full(self.by_rule), heading = full(self.heading)];
            return words.fill("report-editor-until", args);
        }
        if self.by_rule == self.heading {
            return words.fill("report-editor-confirms", args![heading = full(self.heading)]);
        }
        let args = args![rule = full(self.by_rule), heading = full(self.heading)];
        words.fill("report-editor-overrules", args)
    }
}

impl Promise {
    /// The action with its name and its state.
    pub fn words(&self, edition: &Edition) -> Vec<Inline> {
        let to = Ref::to(edition.record(self.action).id.clone());
        vec![Inline::Link(self.name.clone(), Target::Record(to)), text(" "), Inline::State(self.state)]
    }
}
