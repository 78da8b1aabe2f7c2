//! An issue's page: where it stands and why, the positions side by side, what happened, the actions,
//! and where it stood in each report.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, link, none};
use super::super::place::Place;
use super::super::press::Press;
use super::action::{Item, items};
use super::after::After;
use super::card::since;
use super::facts::{Facts, List};
use super::figure::{mark, word};
use super::record::{self, Title};
use super::{Entry, Fact, Pager, headings, section};
use crate::compose::address::{edition_page, event_anchor};
use crate::compose::report::stood::stood;
use crate::model::date::Date;
use crate::model::discussions::Discussions;
use crate::model::issue::{Agreement, Event, Issue, Work};
use crate::model::standing::{Heading, Rule, Standing};
use crate::model::words::Words;
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct View {
    title: Title,
    slug: String,
    heading: &'static str,
    contents: Vec<Entry>,
    facts: Vec<Fact>,
    editorial: Option<Editorial>,
    positions: Vec<Position>,
    replies: Vec<ReplyView>,
    body: Option<Html>,
    raised: Option<Html>,
    events: Vec<Entered>,
    actions: Vec<Item>,
    reports: Vec<Stood>,
    after: After,
    pager: Option<Pager>,
}

#[derive(Debug, Serialize)]
struct Editorial {
    reason: Html,
    heading: Html,
    rule: Html,
    by: String,
    on: Option<Html>,
    /// The last day on which it counted, where it has run out.
    until: Option<Html>,
}

/// What one party said last.
#[derive(Debug, Serialize)]
struct Position {
    party: String,
    view: Html,
    said: Html,
}

/// What a party answers.
#[derive(Debug, Serialize)]
struct ReplyView {
    party: String,
    state: &'static str,
    words: String,
    text: Option<Html>,
}

/// An entry of the history.
#[derive(Debug, Serialize)]
struct Entered {
    anchor: String,
    heading: &'static str,
    heading_words: String,
    on: Html,
    words: String,
    at: Option<Html>,
    /// Whether it is of a day after that of the page.
    is_later: bool,
    note: Option<Html>,
    positions: Vec<Position>,
    asserted_by: Option<Html>,
    evidence: Vec<Html>,
    corrects: Option<Html>,
}

/// Where the issue stood in a report.
#[derive(Debug, Serialize)]
struct Stood {
    report: Html,
    heading: Html,
    as_at: Html,
}

/// The editors' judgement that is in force, or the one that ran out last.
fn editorial(press: &Press, place: Place, index: usize, issue: &Issue) -> Option<Editorial> {
    let today = press.edition().today();
    let standing = issue.standing(today);
    let over = issue.run_out(today);
    standing.editorial.or(over).map(|editorial| Editorial {
        reason: press.line(place, index, &editorial.reason),
        heading: Html::new(&mark(press, editorial.heading)),
        rule: Html::new(&mark(press, standing.rule.heading())),
        by: editorial.by.clone(),
        on: editorial.on.map(|on| Html::new(&press.time(on))),
        until: over.and_then(|over| over.until).map(|on| Html::new(&press.time(on))),
    })
}

/// The page of an issue.
pub(super) fn page(press: &Press, place: Place, index: usize, issue: &Issue) -> anyhow::Result<String> {
    let of = press.record(index);
    let today = press.edition().today();
    let standing = issue.standing(today);
    let facts = Facts::of(press, place, index);
    let mut list = List { press, place, index, facts: Vec::new() };
    standing_facts(&mut list, issue, &standing);
    list.facts.extend(facts.first);
    let after = After::of(press, place, index, facts.further, facts.other);
    let actions: Vec<usize> =
        issue.actions.iter().filter_map(|to| press.edition().index_of(&to.id)).collect();
    let view = View {
        title: Title::of(press, place, index),
        slug: of.id.slug().to_owned(),
        heading: standing.heading.as_str(),
        contents: Vec::new(),
        facts: list.facts,
        editorial: editorial(press, place, index, issue),
        positions: positions(press, place, index, issue),
        replies: replies(press, place, index, issue),
        body: (!of.body.is_empty()).then(|| press.body(place, index, &of.body)),
        raised: raised(press, place, issue),
        events: events(press, place, index, issue),
        actions: items(press, place, &actions, false),
        reports: reports(press, place, index),
        after,
        pager: Pager::beside(press, place, index, press.words().say("issues")),
    };
    let view = View { contents: contents(press.words(), &view, of.body.outline()), ..view };
    record::print(press, place, index, "issue.html", &view)
}

fn replies(press: &Press, place: Place, index: usize, issue: &Issue) -> Vec<ReplyView> {
    let today = press.edition().today();
    let told = |reply: &crate::model::issue::Reply| ReplyView {
        party: reply.party.to_string(),
        state: reply.state().as_str(),
        words: capital(press.words().named("reply", reply.state().as_str())),
        text: reply.text.as_deref().map(|text| press.field(place, index, text)),
    };
    let by_then = |reply: &&crate::model::issue::Reply| {
        reply.asked.or(reply.received).is_none_or(|on| on.earliest() <= today)
    };
    issue.replies.iter().filter(by_then).map(told).collect()
}

fn contents(words: &Words, view: &View, outline: &crate::model::body::Outline) -> Vec<Entry> {
    let mut contents = vec![section("where", words.say("where-it-stands"))];
    if !view.positions.is_empty() {
        contents.push(section("positions", words.say("positions")));
    }
    contents.extend(headings(outline));
    contents.push(section("history", words.say("history")));
    if !view.actions.is_empty() {
        contents.push(section("actions", format!("{} ({})", words.say("actions"), view.actions.len())));
    }
    if !view.reports.is_empty() {
        contents.push(section("reports", words.say("in-each-report")));
    }
    contents.extend(view.after.contents(words));
    contents
}

fn standing_facts(list: &mut List, issue: &Issue, standing: &Standing) {
    let (press, place) = (list.press, list.place);
    let words = press.words();
    let heading = mark(press, standing.heading);
    list.markup("heading", Some(format!("{heading} {}", since(press, standing))));
    let condition = escaped(words.named("rule-condition", standing.rule.key()));
    list.markup(
        "rule",
        Some(match press.site.newest_report() {
            Some(report) => {
                let href = format!("{}#method", press.href(place, report));
                format!("{condition} {}", link(&href, words.say("how-headings-decided")))
            }
            None => condition,
        }),
    );
    list.references("topic", &issue.topic);
    list.markup("raised", raised(press, place, issue).map(|html| html.as_str().to_owned()));
    let today = press.edition().today();
    match issue.last_evidence(today) {
        Some(event) => {
            let passage = event.evidence.last().and_then(|to| press.reference(place, to));
            let passage = passage.map(|markup| format!(", {markup}")).unwrap_or_default();
            list.markup("last-evidence", Some(format!("{}{passage}", press.time(event.on))));
            list.words("silence", silence(words, event.on, today));
        }
        None => list.markup("last-evidence", Some(none(words.say("no-evidence-recorded")))),
    }
    // What was to come is no next thing any more when its day is over.
    let next = issue.next_discussion_on(today);
    let is_over = next.is_some_and(|next| next.latest() < today);
    list.date(if is_over { "announced-discussion" } else { "next-discussion" }, next);
    list.references("related-issues", &issue.related);
}

fn raised(press: &Press, place: Place, issue: &Issue) -> Option<Html> {
    let on = issue.raised_on.map(|on| press.time(on));
    let at = issue.raised_at.as_ref().and_then(|to| press.reference(place, to));
    match (on, at) {
        (Some(on), Some(at)) => Some(press.words().markup("date-at-place", args![date = on, place = at])),
        (on, at) => on.or(at),
    }
    .map(|markup| Html::new(&markup))
}

/// How long ago the last evidence was, from three months on: silence is a finding.
pub(crate) fn silence(says: &Words, last: Date, today: jiff::civil::Date) -> Option<String> {
    let last = last.latest();
    let months = (i32::from(today.year()) - i32::from(last.year())) * 12 + i32::from(today.month())
        - i32::from(last.month())
        - i32::from(today.day() < last.day());
    let (years, months) = (usize::try_from(months / 12).ok()?, usize::try_from(months % 12).ok()?);
    if years == 0 && months < 3 {
        return None;
    }
    let mut words = Vec::new();
    if years > 0 {
        words.push(super::count(says, years, "n-year"));
    }
    if months > 0 {
        words.push(super::count(says, months, "n-month"));
    }
    Some(says.fill("no-evidence-for", args![time = says.row(&words)]))
}

/// What each party said last as at the day of the page, in the order in which the parties first spoke. An entry
/// counts from the day from which it counts for where the issue stands.
fn positions(press: &Press, place: Place, index: usize, issue: &Issue) -> Vec<Position> {
    let today = press.edition().today();
    let said = || issue.history.iter().filter(move |event| event.on.latest() <= today);
    let mut parties: Vec<&str> = Vec::new();
    for position in said().flat_map(|event| &event.positions) {
        if !parties.contains(&&*position.party) {
            parties.push(&position.party);
        }
    }
    let last = |party: &str| {
        said().rev().find_map(|event| {
            event
                .positions
                .iter()
                .find(|position| &*position.party == party)
                .map(|position| (event, position))
        })
    };
    parties
        .into_iter()
        .filter_map(last)
        .map(|(event, position)| {
            let source = event.asserted_by.as_ref().or(event.at.as_ref());
            let source = source.and_then(|to| press.reference(place, to));
            Position {
                party: match press.glossary.get(&position.party) {
                    Some((_, meaning)) => format!("{meaning} ({})", position.party),
                    None => position.party.to_string(),
                },
                view: press.line(place, index, &position.view),
                said: Html::new(&match source {
                    Some(source) => format!("{source}, {}", press.time(event.on)),
                    None => press.time(event.on),
                }),
            }
        })
        .collect()
}

fn events(press: &Press, place: Place, index: usize, issue: &Issue) -> Vec<Entered> {
    let mut discussions = Discussions::default();
    let mut entered = Vec::new();
    for (n, event) in issue.history.iter().enumerate() {
        let discussed = discussions.enter(event);
        let heading: Heading = Rule::of(discussed, event.agreement, event.work).heading();
        entered.push(Entered {
            anchor: event_anchor(n),
            heading: heading.as_str(),
            heading_words: capital(word(press, heading)),
            on: Html::new(&press.time(event.on)),
            words: words(press.words(), event, discussed),
            at: event.at.as_ref().and_then(|to| press.reference(place, to)).map(|markup| Html::new(&markup)),
            is_later: event.on.earliest() > press.edition().today(),
            note: event.note.as_deref().map(|note| press.field(place, index, note)),
            positions: event
                .positions
                .iter()
                .map(|position| Position {
                    party: position.party.to_string(),
                    view: press.line(place, index, &position.view),
                    said: Html::text(""),
                })
                .collect(),
            asserted_by: event
                .asserted_by
                .as_ref()
                .filter(|by| event.at.as_ref() != Some(by))
                .and_then(|to| press.reference(place, to))
                .map(|markup| Html::new(&markup)),
            evidence: press.references(place, &event.evidence),
            corrects: event.corrects.map(|on| Html::new(&press.time(on))),
        });
    }
    entered
}

/// What happened, in a few words: `discussed, partly agreed; work in progress`.
fn words(says: &Words, event: &Event, discussed: bool) -> String {
    let agreement = says.named("agreement", event.agreement.as_str());
    let mut words = match (event.discussed, event.agreement) {
        // Once it was discussed, an entry without a discussion says how far that has got.
        (false, Agreement::NoneYet) if !discussed => says.say("not-discussed").to_owned(),
        (false, _) => agreement.to_owned(),
        (true, _) => says.fill("discussed-and", args![agreement = agreement]),
    };
    if event.work != Work::NoEvidence || event.agreement == Agreement::Agreed {
        words.push_str("; ");
        words.push_str(says.named("work", event.work.as_str()));
    }
    words
}

/// Where the issue stood in each report and edition that knew of it, oldest first.
fn reports(press: &Press, place: Place, index: usize) -> Vec<Stood> {
    let stood = stood(press.edition(), index).into_iter().map(|stood| {
        let report = match stood.edition {
            Some(number) => {
                let record = press.record(stood.report);
                let page = place.href(&edition_page(&record.id, number));
                let part = stood.paragraph.as_ref().map(|number| format!("#p-{number}")).unwrap_or_default();
                link(
                    &format!("{page}{part}"),
                    &press.words().fill("title-edition-n", args![title = &record.title, number = number]),
                )
            }
            None => press.link(place, stood.report),
        };
        Stood {
            report: Html::new(&report),
            heading: Html::new(&mark(press, stood.heading)),
            as_at: Html::new(&press.time(Date::from_day(stood.as_of))),
        }
    });
    stood.collect()
}
