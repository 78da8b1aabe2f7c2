//! What is particular to a kind → the same as an audience may see it.
//!
//! In: a `Kind`. Out: its texts and references rewritten. Every
//! field is named here, so that a new one cannot be forgotten.

use super::rewrite::Rewrite;
use super::{history, names, small_cells};
use crate::model::action::{Action, Party};
use crate::model::issue::{Editorial, Issue, Reply};
use crate::model::kinds::{
    AgendaItem, Artefact, Editor, Interest, Kind, Milestone, Paper, Participants, Report, Topic, Workshop,
};
use crate::model::participants::Place;

/// Rewrites what is particular to a kind.
pub(super) fn rewrite(kind: &mut Kind, to: &mut Rewrite<'_>) {
    match kind {
        Kind::Plain | Kind::Page { order: _ } => {}
        Kind::Workshop(it) => workshop(it, to),
        Kind::Paper(it) => paper(it, to),
        Kind::Topic(it) => topic(it, to),
        Kind::Issue(it) => issue(it, to),
        Kind::Action(it) => action(it, to),
        Kind::Artefact(it) => artefact(it, to),
        Kind::Milestone(it) => milestone(it, to),
        Kind::Interest(it) => interest(it, to),
        Kind::Report(it) => report(it, to),
    }
}

fn workshop(workshop: &mut Workshop, to: &mut Rewrite<'_>) {
    let Workshop {
        number: _,
        date: _,
        planned: _,
        place,
        facilitator,
        purpose,
        agenda,
        papers,
        topics,
        sources,
        participants,
    } = workshop;
    to.at("place").plains(place);
    to.link(facilitator);
    to.at("purpose").markdowns(purpose);
    for AgendaItem { time, item, papers } in agenda {
        to.at("agenda").plains(time);
        to.markdown(item);
        to.links(papers);
    }
    [papers, topics, sources].into_iter().for_each(|links| to.links(links));
    if to.is_public() {
        to.changed |= names::keep_signed_off(participants, &to.sight.names, to.speaker(), to.sight.today);
        to.changed |= small_cells::hide(participants, to.sight.archive.config().small_cell);
    }
    to.at("participants");
    let Participants { count: _, groups, names } = participants;
    groups.iter_mut().for_each(|(group, _)| to.name(group));
    for participant in names {
        to.name(&mut participant.name);
        to.names(&mut participant.group);
    }
}

fn paper(paper: &mut Paper, to: &mut Rewrite<'_>) {
    let Paper { reference, version, date: _, kind, marking, supersedes, workshop, topics } = paper;
    for (key, text) in [("reference", reference), ("version", version), ("kind", kind)] {
        to.at(key).names(text);
    }
    to.at("marking").plains(marking);
    to.link(supersedes);
    to.link(workshop);
    to.links(topics);
}

fn topic(topic: &mut Topic, to: &mut Rewrite<'_>) {
    let Topic {
        order: _,
        short_title,
        document_purpose,
        narrative,
        latest_document,
        key_change_log,
        stated_last_discussion,
        last_discussion_note,
        next_discussion,
        outstanding_note,
        stimulus_paper,
        related_actions: _,
        organisations,
    } = topic;
    to.at("short_title").plains(short_title);
    to.at("document_purpose").markdowns(document_purpose);
    to.at("narrative");
    narrative.iter_mut().for_each(|one| to.markdown(&mut one.text));
    to.at("key_change_log").markdowns(key_change_log);
    to.at("stated_last_discussion").markdowns(stated_last_discussion);
    to.at("last_discussion_note").markdowns(last_discussion_note);
    to.at("next_discussion");
    next_discussion.iter_mut().for_each(|one| to.markdowns(&mut one.note));
    to.at("outstanding_note").markdowns(outstanding_note);
    to.at("latest_document").documents(latest_document);
    to.at("stimulus_paper").documents(stimulus_paper);
    to.links(organisations);
}

fn issue(issue: &mut Issue, to: &mut Rewrite<'_>) {
    history::rewrite(issue, to.at("history"));
    let Issue {
        topic,
        raised_at,
        raised_on: _,
        actions,
        related,
        next_discussion: _,
        history: _,
        editorial,
        replies,
    } = issue;
    to.link(topic);
    to.link(raised_at);
    to.links(actions);
    to.links(related);
    for Editorial { heading: _, reason, by, on: _, until: _ } in editorial {
        to.at("editorial").markdown(reason);
        to.parties([by]);
    }
    for Reply { party, asked: _, received: _, text, declined, signed_off } in replies {
        to.at("replies").party(party);
        // Words that their author has not signed are for members, and so are words of one who has nothing to add;
        // `received` alone tells that there are some. What is to be signed on a day to come is not signed.
        let is_in_force = signed_off.is_some_and(|on| on.latest() <= to.sight.today);
        if to.is_public() && !is_in_force && (signed_off.is_some() || text.is_some()) {
            (*signed_off, *text) = (None, None);
            to.changed = true;
        }
        if to.is_public() && *declined && text.is_some() {
            *text = None;
            to.changed = true;
        }
        to.markdowns(text);
    }
}

fn action(action: &mut Action, to: &mut Rewrite<'_>) {
    let Action {
        workshop,
        number,
        log_number: _,
        raised: _,
        responsible,
        state: _,
        state_on: _,
        earlier: _,
        due: _,
        due_as_written,
        artefacts,
        topic,
        evidence,
        note,
        wording,
        other_wordings,
        extracted: _,
        taken_over,
    } = action;
    let told_by = workshop.as_ref().and_then(|workshop| to.sight.find(&workshop.id));
    to.link(workshop);
    to.at("responsible");
    if to.is_public() && to.sight.has_names() {
        // An owner that the write-up gives is named there: who signed for that signed for this.
        let workshop = told_by.filter(|_| taken_over.responsible).map(|n| to.sight.record(n));
        let there = workshop.map(|workshop| Place::of_owner(workshop, *number));
        responsible.iter_mut().for_each(|party| stand_in(party, there, to));
    }
    // A name that only a hidden record gives goes with it.
    to.led(responsible, |party| party.organisation.as_mut().filter(|_| party.by_reference));
    for Party { name, written, organisation, by_reference: _ } in responsible {
        // Whose title is kept back is not called by it here either.
        if let Some(title) = organisation.as_ref().and_then(|of| to.sight.title_instead(&of.id)) {
            (*name, *written, to.changed) = (title.into(), None, true);
        }
        // Of a name that is a participant's it has been decided.
        if !to.is_public() || to.sight.names.who(name).is_empty() {
            to.party(name);
            to.names(written);
        }
        to.link(organisation);
    }
    to.links(artefacts);
    to.link(topic);
    to.links(evidence);
    to.at("note").markdowns(note);
    // What the write-up says is counted where it stands.
    to.told_by(told_by, |to| {
        to.markdowns(wording);
        to.markdowns(other_wordings);
        to.markdowns(due_as_written);
    });
}

/// Puts the group in place of a participant that may not be named, so that the promise keeps an owner.
fn stand_in(party: &mut Party, there: Option<Place<'_>>, to: &mut Rewrite<'_>) {
    let names = &to.sight.names;
    let here = Place { record: to.speaker(), key: "responsible", passage: None };
    let who = names.who(&party.name);
    if ![Some(here), there].into_iter().flatten().any(|at| names.may_be_told(&who, at, to.sight.today)) {
        *party = Party {
            name: names.stand_in(&who).into(),
            written: None,
            organisation: None,
            by_reference: false,
        };
        to.changed = true;
    }
}

fn artefact(artefact: &mut Artefact, to: &mut Rewrite<'_>) {
    let Artefact { reference, from_log: _, from_actions, topic, paper, date: _, evidence } = artefact;
    to.at("reference").names(reference);
    to.links(from_actions);
    to.link(topic);
    to.link(paper);
    to.links(evidence);
}

fn milestone(milestone: &mut Milestone, to: &mut Rewrite<'_>) {
    let Milestone {
        owner,
        with,
        due: _,
        earlier: _,
        delivered: _,
        missed: _,
        objective,
        repeats,
        doubt,
        source,
        evidence,
    } = milestone;
    to.at("owner").parties(owner);
    to.at("with").parties(with);
    to.at("objective").markdowns(objective);
    to.at("doubt").markdowns(doubt);
    to.link(repeats);
    to.link(source);
    to.links(evidence);
}

fn interest(interest: &mut Interest, to: &mut Rewrite<'_>) {
    let Interest { topic, registered_by, registered_on: _, group, issues, source } = interest;
    to.link(topic);
    let place = Place { record: to.speaker(), key: "registered_by", passage: None };
    let is_open = |name: &String| names::may_be_told(&to.sight.names, name, place, to.sight.today);
    if to.is_public() && registered_by.as_ref().is_some_and(|name| !is_open(name)) {
        *registered_by = None;
        to.changed = true;
    }
    to.at("registered_by").plains(registered_by);
    to.at("group").names(group);
    to.links(issues);
    to.link(source);
}

fn report(report: &mut Report, to: &mut Rewrite<'_>) {
    let Report {
        period: _,
        edition: _,
        is_final: _,
        editors,
        commissioned_by,
        independence,
        previous,
        date: _,
        topic_narratives,
        typed_counts: _,
    } = report;
    to.at("editors");
    for Editor { name, affiliation, orcid: _ } in editors {
        to.plain(name);
        to.plains(affiliation);
    }
    to.at("commissioned_by").plains(commissioned_by);
    to.at("independence").markdowns(independence);
    to.link(previous);
    to.at("topic_narratives").led(topic_narratives, |(topic, _)| Some(topic));
    topic_narratives.iter_mut().for_each(|(_, words)| to.markdown(words));
}
