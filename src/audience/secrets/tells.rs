//! Every text that a record holds, with where it stands and of what sort it is.
//!
//! In: a record, of the archive or of an edition. Out: its texts, one by one. Every field is named
//! here, so that a new one cannot be forgotten. Dates, counts and fixed words (a state, a heading) are
//! not told: they are too common to be known again.

use crate::model::access::{Access, Release, SignOff};
use crate::model::action::{Action, Party};
use crate::model::issue::{Editorial, Event, Issue, Position, Reply};
use crate::model::kinds::{
    AgendaItem, Artefact, Editor, Interest, Kind, Milestone, Named, Paper, Participant, Participants, Report,
    Topic, Workshop,
};
use crate::model::participants::Participation;
use crate::model::record::{Airtable, Dangling, Record};
use crate::model::value::{AttachedFile, Attachment, Data, Field, Value};

/// Of what sort a text is: how likely it is to be written elsewhere by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    /// A title.
    Title,
    /// The name of a person or an organisation, or what was redacted.
    Name,
    /// Sentences.
    Prose,
    /// A value of a few words, a tag.
    Value,
    /// An address or a part of one.
    Address,
    /// A code that nothing else has.
    Code,
    /// The name of a file.
    File,
}

/// A step on the way to a value in front matter.
#[derive(Clone, Copy, Debug)]
pub(super) enum At<'r> {
    Key(&'r str),
    Item(usize),
    /// What is below the front matter.
    Body,
}

use At::{Item, Key};

/// Is told where a text stands, its sort, and the text.
pub(super) type Tell<'t, 'r> = &'t mut dyn FnMut(&[At<'r>], Sort, &'r str);

/// Tells every text of a record but its own name, which is an address.
pub(super) fn record<'r>(record: &'r Record, tell: Tell<'_, 'r>) {
    let Record {
        id: _,
        title,
        summary,
        access,
        participant,
        aliases,
        updated: _,
        airtable,
        fields,
        body,
        kind,
        source: _,
        dangling,
        translated: _,
    } = record;
    tell(&[Key("title")], Sort::Title, title);
    prose("summary", summary.as_deref(), tell);
    tell(&[At::Body], Sort::Prose, body.text());
    let Access { visibility: _, embargo: _, release, sign_offs, redactions: _, draft: _ } = access;
    if let Some(Release { by, on: _, basis }) = release {
        tell(&[Key("released"), Key("by")], Sort::Name, by);
        tell(&[Key("released"), Key("basis")], Sort::Prose, basis);
    }
    for (n, SignOff { who, on: _, covers, parts: _ }) in sign_offs.iter().enumerate() {
        tell(&[Key("sign_off"), Item(n), Key("who")], Sort::Name, who);
        covers.iter().for_each(|text| tell(&[Key("sign_off"), Item(n), Key("for")], Sort::Prose, text));
    }
    if let Some(Participation { group, known_as }) = participant {
        group.iter().for_each(|group| tell(&[Key("participant")], Sort::Value, group));
        known_as.iter().for_each(|name| tell(&[Key("participant")], Sort::Name, name));
    }
    for (n, alias) in aliases.iter().enumerate() {
        tell(&[Key("aliases"), Item(n)], Sort::Address, alias);
    }
    if let Some(Airtable { table, id, created }) = airtable {
        table.iter().for_each(|text| tell(&[Key("table")], Sort::Value, text));
        id.iter().for_each(|text| tell(&[Key("airtable_id")], Sort::Code, text));
        // A day alone may be any day; a moment is like a code.
        let moment = created.iter().filter(|text| text.len() > "2018-07-03".len());
        moment.for_each(|text| tell(&[Key("airtable_createdTime")], Sort::Code, text));
    }
    fields.iter().for_each(|known| field(known, tell));
    for Dangling { path, written, why: _ } in dangling {
        tell(&[Key(path.root().unwrap_or_default())], Sort::Value, written);
    }
    self::kind(kind, tell);
}

fn field<'r>(field: &'r Field, tell: Tell<'_, 'r>) {
    let Field { key, value, declared: _ } = field;
    let key = Key(key);
    match value {
        Value::Text(text) | Value::Number(text) | Value::Url(text) => tell(&[key], Sort::Value, text),
        Value::Email(text) => tell(&[key], Sort::Name, text),
        Value::Markdown(text) => tell(&[key], Sort::Prose, text),
        Value::Tags(tags) => {
            tags.iter().enumerate().for_each(|(n, tag)| tell(&[key, Item(n)], Sort::Value, tag));
        }
        Value::Attachments(files) => {
            for (n, Attachment { written, name, visibility: _, file }) in files.iter().enumerate() {
                tell(&[key, Item(n)], Sort::File, name);
                tell(&[key, Item(n)], Sort::File, written);
                if let Some(AttachedFile { sha256, .. }) = file {
                    tell(&[key, Item(n)], Sort::Code, sha256);
                    tell(&[key, Item(n)], Sort::Code, sha256.get(..12).unwrap_or_default());
                }
            }
        }
        Value::Other(data) => tree(key, data, tell),
        Value::Links(_) | Value::Year(_) | Value::Date(_) | Value::Boolean(_) => {}
    }
}

fn tree<'r>(key: At<'r>, data: &'r Data, tell: Tell<'_, 'r>) {
    match data {
        Data::Text(text) => tell(&[key], Sort::Value, text),
        Data::List(items) => items.iter().for_each(|item| tree(key, item, tell)),
        Data::Map(entries) => {
            for (name, value) in entries {
                tell(&[key], Sort::Value, name);
                tree(key, value, tell);
            }
        }
        Data::Null | Data::Boolean(_) | Data::Integer(_) | Data::Float(_) => {}
    }
}

fn kind<'r>(kind: &'r Kind, tell: Tell<'_, 'r>) {
    match kind {
        Kind::Plain | Kind::Page { order: _ } => {}
        Kind::Workshop(it) => workshop(it, tell),
        Kind::Paper(it) => paper(it, tell),
        Kind::Topic(it) => topic(it, tell),
        Kind::Issue(it) => issue(it, tell),
        Kind::Action(it) => action(it, tell),
        Kind::Artefact(it) => {
            let Artefact {
                reference,
                from_log: _,
                from_actions: _,
                topic: _,
                paper: _,
                date: _,
                evidence: _,
            } = &**it;
            value("reference", reference.as_deref(), tell);
        }
        Kind::Milestone(it) => milestone(it, tell),
        Kind::Interest(it) => {
            let Interest { topic: _, registered_by, registered_on: _, group, issues: _, source: _ } = &**it;
            name("registered_by", registered_by.as_deref(), tell);
            value("group", group.as_deref(), tell);
        }
        Kind::Report(it) => report(it, tell),
    }
}

fn workshop<'r>(workshop: &'r Workshop, tell: Tell<'_, 'r>) {
    let Workshop {
        number: _,
        date: _,
        planned: _,
        place,
        facilitator: _,
        purpose,
        agenda,
        papers: _,
        topics: _,
        sources: _,
        participants,
    } = workshop;
    value("place", place.as_deref(), tell);
    prose_list("purpose", purpose, tell);
    for (n, AgendaItem { time: _, item, papers: _ }) in agenda.iter().enumerate() {
        tell(&[Key("agenda"), Item(n)], Sort::Prose, item);
    }
    let Participants { count: _, groups, names } = participants;
    for (n, (group, _)) in groups.iter().enumerate() {
        tell(&[Key("participants"), Key("groups"), Item(n)], Sort::Value, group);
    }
    for (n, Participant { name, group, known_as }) in names.iter().enumerate() {
        tell(&[Key("participants"), Key("names"), Item(n)], Sort::Name, name);
        let at = [Key("participants"), Key("names"), Item(n)];
        group.iter().for_each(|group| tell(&at, Sort::Value, group));
        known_as.iter().for_each(|name| tell(&at, Sort::Name, name));
    }
}

fn paper<'r>(paper: &'r Paper, tell: Tell<'_, 'r>) {
    let Paper { reference, version: _, date: _, kind, marking, supersedes: _, workshop: _, topics: _ } =
        paper;
    value("reference", reference.as_deref(), tell);
    value("kind", kind.as_deref(), tell);
    prose("marking", marking.as_deref(), tell);
}

fn topic<'r>(topic: &'r Topic, tell: Tell<'_, 'r>) {
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
        organisations: _,
    } = topic;
    short_title.iter().for_each(|text| tell(&[Key("short_title")], Sort::Title, text));
    prose("document_purpose", document_purpose.as_deref(), tell);
    for (n, one) in narrative.iter().enumerate() {
        // One alone may be written without a list.
        let at = [Key("narrative"), Item(n)];
        let at = if narrative.len() == 1 { &at[..1] } else { &at[..] };
        tell(at, Sort::Prose, &one.text);
    }
    prose("key_change_log", key_change_log.as_deref(), tell);
    prose("stated_last_discussion", stated_last_discussion.as_deref(), tell);
    prose("last_discussion_note", last_discussion_note.as_deref(), tell);
    for (n, one) in next_discussion.iter().enumerate() {
        one.note.iter().for_each(|note| tell(&[Key("next_discussion"), Item(n)], Sort::Prose, note));
    }
    prose_list("outstanding_note", outstanding_note, tell);
    for (key, documents) in [("latest_document", latest_document), ("stimulus_paper", stimulus_paper)] {
        for (n, document) in documents.iter().enumerate() {
            if let Named::Words(words) = document {
                tell(&[Key(key), Item(n)], Sort::Prose, words);
            }
        }
    }
}

fn issue<'r>(issue: &'r Issue, tell: Tell<'_, 'r>) {
    let Issue {
        topic: _,
        raised_at: _,
        raised_on: _,
        actions: _,
        related: _,
        next_discussion: _,
        history,
        editorial,
        replies,
    } = issue;
    for (n, event) in history.iter().enumerate() {
        let Event {
            on: _,
            at: _,
            discussed: _,
            stated_discussed: _,
            agreement: _,
            work: _,
            stated_agreement: _,
            stated_work: _,
            positions,
            asserted_by: _,
            evidence: _,
            note,
            visibility: _,
            own: _,
            corrects: _,
        } = event;
        let at = [Key("history"), Item(n)];
        for (m, Position { party, view, visibility: _, own: _ }) in positions.iter().enumerate() {
            let position = [at[0], at[1], Key("positions"), Item(m)];
            tell(&position, Sort::Name, party);
            tell(&position, Sort::Prose, view);
        }
        note.iter().for_each(|note| tell(&[at[0], at[1], Key("note")], Sort::Prose, note));
    }
    for (n, Editorial { heading: _, reason, by, on: _, until: _ }) in editorial.iter().enumerate() {
        // One alone is written without a list.
        let within = |key| {
            if editorial.len() == 1 {
                vec![Key("editorial"), Key(key)]
            } else {
                vec![Key("editorial"), Item(n), Key(key)]
            }
        };
        tell(&within("reason"), Sort::Prose, reason);
        tell(&within("by"), Sort::Name, by);
    }
    for (n, reply) in replies.iter().enumerate() {
        let Reply { party, asked: _, received: _, text, declined: _, signed_off: _ } = reply;
        tell(&[Key("replies"), Item(n), Key("party")], Sort::Name, party);
        text.iter().for_each(|text| tell(&[Key("replies"), Item(n), Key("text")], Sort::Prose, text));
    }
}

fn action<'r>(action: &'r Action, tell: Tell<'_, 'r>) {
    let Action {
        workshop: _,
        number: _,
        log_number: _,
        raised: _,
        responsible,
        state: _,
        state_on: _,
        earlier: _,
        due: _,
        due_as_written,
        artefacts: _,
        topic: _,
        evidence: _,
        note,
        wording,
        other_wordings,
        extracted: _,
        taken_over: _,
    } = action;
    for (n, Party { name, written, organisation: _, by_reference: _ }) in responsible.iter().enumerate() {
        tell(&[Key("responsible"), Item(n)], Sort::Name, name);
        written.iter().for_each(|written| tell(&[Key("responsible"), Item(n)], Sort::Name, written));
    }
    prose("note", note.as_deref(), tell);
    wording
        .iter()
        .chain(other_wordings)
        .chain(due_as_written)
        .for_each(|text| tell(&[At::Body], Sort::Prose, text));
}

fn milestone<'r>(milestone: &'r Milestone, tell: Tell<'_, 'r>) {
    let Milestone {
        owner,
        with,
        due: _,
        earlier: _,
        delivered: _,
        missed: _,
        objective,
        repeats: _,
        doubt,
        source: _,
        evidence: _,
    } = milestone;
    name("owner", owner.as_deref(), tell);
    name("with", with.as_deref(), tell);
    prose("objective", objective.as_deref(), tell);
    prose("doubt", doubt.as_deref(), tell);
}

fn report<'r>(report: &'r Report, tell: Tell<'_, 'r>) {
    let Report {
        period: _,
        edition: _,
        is_final: _,
        editors,
        commissioned_by,
        independence,
        previous: _,
        date: _,
        topic_narratives,
        typed_counts: _,
    } = report;
    for (n, Editor { name, affiliation, orcid }) in editors.iter().enumerate() {
        let at = [Key("editors"), Item(n)];
        tell(&at, Sort::Name, name);
        affiliation.iter().for_each(|text| tell(&at, Sort::Name, text));
        orcid.iter().for_each(|text| tell(&at, Sort::Code, text));
    }
    name("commissioned_by", commissioned_by.as_deref(), tell);
    prose("independence", independence.as_deref(), tell);
    for (topic, words) in topic_narratives {
        tell(&[Key("topic_narratives"), Key(topic.id.slug())], Sort::Prose, words);
    }
}

fn prose<'r>(key: &'r str, text: Option<&'r str>, tell: Tell<'_, 'r>) {
    text.into_iter().for_each(|text| tell(&[Key(key)], Sort::Prose, text));
}

fn prose_list<'r>(key: &'r str, texts: &'r [String], tell: Tell<'_, 'r>) {
    texts.iter().enumerate().for_each(|(n, text)| tell(&[Key(key), Item(n)], Sort::Prose, text));
}

fn value<'r>(key: &'r str, text: Option<&'r str>, tell: Tell<'_, 'r>) {
    text.into_iter().for_each(|text| tell(&[Key(key)], Sort::Value, text));
}

fn name<'r>(key: &'r str, text: Option<&'r str>, tell: Tell<'_, 'r>) {
    text.into_iter().for_each(|text| tell(&[Key(key)], Sort::Name, text));
}
