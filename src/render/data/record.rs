//! A record's keys and values for export, in the order of the front matter's fields.

use std::borrow::Cow;

use super::super::press::Press;
use super::cell::{Cell, Entries};
use super::dated::{announcement, earlier, narrative, put_off};
use super::tables::exported;
use crate::model::announced::{Announcement, Narrative};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::issue::{Editorial, Event, Issue, Reply};
use crate::model::kinds::{Count, Kind, Named, Report, Topic, Workshop};
use crate::model::record::Record;
use crate::model::value::Value;

/// The fields of a record: id and collection first, then its own, address and body last.
pub(super) fn entries<'s>(press: &Press<'s>, index: usize) -> Entries<'s> {
    let record = press.record(index);
    let mut list = List(Vec::with_capacity(record.fields.len() + 16));
    list.text("id", Some(record.id.as_str()));
    list.text("collection", Some(record.id.collection()));
    list.text("title", Some(&record.title));
    list.text("summary", record.summary.as_deref());
    list.date("updated", record.updated);
    kind(&mut list, press, index, &record.kind);
    for field in &record.fields {
        // The exporter repeats the body there.
        let repeated = &*field.key == "description" && super::super::view::description_is_body(record);
        if !repeated {
            // A mark stands in place of what is withheld.
            let key = exported(record.id.collection(), &field.key);
            list.0.retain(|(known, _)| **known != *key);
            list.add(key, value(&field.value));
        }
    }
    if let Some(airtable) = &record.airtable {
        list.text("airtable_id", airtable.id.as_deref());
        list.text("airtable_createdTime", airtable.created.as_deref());
    }
    if let Some(release) = &record.access.release {
        let pairs = vec![
            ("by", Some(Cell::text(&*release.by))),
            ("on", Some(Cell::text(release.on.to_string()))),
            ("basis", Some(Cell::text(&*release.basis))),
        ];
        list.add("released", Cell::map(pairs));
    }
    list.text("address", Some(press.site.addresses.record(index)));
    list.text("body", Some(record.body.text().trim()));
    Entries(list.0)
}

/// The keys that a record has in its entries and that are no fields of its collection.
pub(super) fn beside(record: &Record) -> impl Iterator<Item = &str> {
    let airtable = record.airtable.as_ref();
    let action = match &record.kind {
        Kind::Action(action) => Some(action),
        _ => None,
    };
    let is_issue = matches!(record.kind, Kind::Issue(_));
    let keys = [
        ("heading", is_issue),
        ("rule", is_issue),
        ("due_as_written", action.is_some_and(|action| action.due_as_written.is_some())),
        ("wording", action.is_some_and(|action| action.wording.is_some())),
        ("other_wordings", action.is_some_and(|action| !action.other_wordings.is_empty())),
        ("airtable_id", airtable.is_some_and(|airtable| airtable.id.is_some())),
        ("airtable_createdTime", airtable.is_some_and(|airtable| airtable.created.is_some())),
        ("released", record.access.release.is_some()),
    ];
    keys.into_iter().filter(|(_, has)| *has).map(|(key, _)| key)
}

/// Keys and values while they are gathered; empty ones are left out.
struct List<'s>(Vec<(Cow<'s, str>, Cell<'s>)>);

impl<'s> List<'s> {
    fn add(&mut self, key: &'s str, cell: Cell<'s>) {
        if !cell.is_empty() {
            self.0.push((Cow::Borrowed(key), cell));
        }
    }

    fn text<T: AsRef<str> + ?Sized>(&mut self, key: &'static str, text: Option<&'s T>) {
        if let Some(text) = text {
            self.add(key, Cell::text(text.as_ref()));
        }
    }

    fn number(&mut self, key: &'static str, number: Option<impl Into<i64>>) {
        if let Some(number) = number {
            self.add(key, Cell::Number(number.into()));
        }
    }

    fn date(&mut self, key: &'static str, date: Option<Date>) {
        if let Some(date) = date {
            self.add(key, Cell::text(date.to_string()));
        }
    }

    fn reference(&mut self, key: &'static str, to: Option<&Ref>) {
        if let Some(to) = to {
            self.add(key, Cell::text(to.to_string()));
        }
    }

    fn references<'r>(&mut self, key: &'static str, to: impl IntoIterator<Item = &'r Ref>) {
        self.add(key, references(to));
    }
}

fn references<'r, 's>(to: impl IntoIterator<Item = &'r Ref>) -> Cell<'s> {
    Cell::texts(to.into_iter().map(ToString::to_string))
}

fn value(value: &Value) -> Cell<'_> {
    match value {
        Value::Text(text)
        | Value::Markdown(text)
        | Value::Number(text)
        | Value::Url(text)
        | Value::Email(text) => Cell::text(&**text),
        Value::Tags(tags) => Cell::texts(tags.iter().map(|tag| &**tag)),
        Value::Links(links) => references(links),
        Value::Year(year) => Cell::Number(i64::from(*year)),
        Value::Date(date) => Cell::text(date.to_string()),
        Value::Boolean(yes) => Cell::Boolean(*yes),
        Value::Attachments(files) => Cell::List(
            files
                .iter()
                .map(|attachment| match &attachment.file {
                    Some(file) => Cell::map(vec![
                        ("name", Some(Cell::text(&*attachment.name))),
                        ("address", Some(Cell::text(super::super::files::address(attachment, file)))),
                        ("media_type", Some(Cell::text(&*file.media_type))),
                        ("size", i64::try_from(file.size).ok().map(Cell::Number)),
                        ("sha256", Some(Cell::text(&*file.sha256))),
                    ]),
                    None => Cell::map(vec![("name", Some(Cell::text(&*attachment.name)))]),
                })
                .collect(),
        ),
        Value::Other(data) => Cell::Data(data),
    }
}

fn kind<'s>(list: &mut List<'s>, press: &Press<'s>, index: usize, kind: &'s Kind) {
    match kind {
        Kind::Plain => {}
        Kind::Page { order } => list.number("order", *order),
        Kind::Workshop(of) => workshop(list, of),
        Kind::Paper(of) => {
            list.text("reference", of.reference.as_ref());
            list.text("version", of.version.as_ref());
            list.date("date", of.date);
            list.text("kind", of.kind.as_ref());
            list.text("marking", of.marking.as_ref());
            list.reference("supersedes", of.supersedes.as_ref());
            list.reference("workshop", of.workshop.as_ref());
            list.references("topics", &of.topics);
        }
        Kind::Topic(of) => topic(list, of),
        Kind::Issue(of) => issue(list, press, index, of),
        Kind::Action(of) => {
            list.reference("workshop", of.workshop.as_ref());
            list.number("number", of.number);
            list.number("log_number", of.log_number);
            list.date("raised", of.raised);
            list.add("responsible", Cell::texts(of.responsible.iter().map(|party| &*party.name)));
            list.text("state", Some(of.state.as_str()));
            list.date("state_on", of.state_on);
            list.add("earlier", Cell::List(of.earlier.iter().map(earlier).collect()));
            list.date("due", of.due);
            list.references("artefact", &of.artefacts);
            list.reference("topic", of.topic.as_ref());
            list.references("evidence", &of.evidence);
            list.text("note", of.note.as_ref());
            list.text("due_as_written", of.due_as_written.as_ref());
            list.text("wording", of.wording.as_ref());
            list.add("other_wordings", Cell::texts(of.other_wordings.iter().map(|text| &**text)));
        }
        Kind::Artefact(of) => {
            list.text("reference", of.reference.as_ref());
            let numbers = of.from_log.iter().map(|number| Cell::Number(i64::from(*number)));
            let names = of.from_actions.iter().map(|to| Cell::text(to.to_string()));
            list.add("from_actions", Cell::List(numbers.chain(names).collect()));
            list.reference("topic", of.topic.as_ref());
            list.reference("paper", of.paper.as_ref());
            list.date("date", of.date);
            list.references("evidence", &of.evidence);
        }
        Kind::Milestone(of) => {
            list.text("owner", of.owner.as_ref());
            list.text("with", of.with.as_ref());
            list.date("due", of.due);
            list.date("delivered", of.delivered);
            list.date("missed", of.missed);
            list.text("objective", of.objective.as_ref());
            list.reference("repeats", of.repeats.as_ref());
            list.text("doubt", of.doubt.as_ref());
            list.reference("source", of.source.as_ref());
            list.references("evidence", &of.evidence);
            list.add("earlier", Cell::List(of.earlier.iter().map(put_off).collect()));
        }
        Kind::Interest(of) => {
            list.reference("topic", of.topic.as_ref());
            list.text("registered_by", of.registered_by.as_ref());
            list.date("registered_on", of.registered_on);
            list.text("group", of.group.as_ref());
            list.references("issues", &of.issues);
            list.reference("source", of.source.as_ref());
        }
        Kind::Report(of) => report(list, of),
    }
}

fn workshop<'s>(list: &mut List<'s>, of: &'s Workshop) {
    list.number("number", of.number);
    list.date("date", of.date);
    list.text("status", Some(if of.planned { "planned" } else { "held" }));
    list.text("place", of.place.as_ref());
    list.reference("facilitator", of.facilitator.as_ref());
    list.add("purpose", Cell::texts(of.purpose.iter().map(|text| &**text)));
    let agenda = of.agenda.iter().map(|item| {
        Cell::map(vec![
            ("time", item.time.as_deref().map(Cell::text)),
            ("item", Some(Cell::text(&*item.item))),
            ("papers", Some(references(&item.papers)).filter(|cell| !cell.is_empty())),
        ])
    });
    list.add("agenda", Cell::List(agenda.collect()));
    list.references("papers", &of.papers);
    list.references("topics", &of.topics);
    let groups = of.participants.groups.iter().map(|(group, count)| {
        let count = count.map(number);
        Cell::map(vec![("group", Some(Cell::text(&**group))), ("count", count)])
    });
    let names = of.participants.names.iter().map(|named| {
        let group = named.group.as_deref().map(Cell::text);
        Cell::map(vec![("name", Some(Cell::text(&*named.name))), ("group", group)])
    });
    let some = |cell: Cell<'s>| Some(cell).filter(|cell| !cell.is_empty());
    let participants = vec![
        ("count", of.participants.count.map(number)),
        ("groups", some(Cell::List(groups.collect()))),
        ("names", some(Cell::List(names.collect()))),
    ];
    list.add("participants", Cell::map(participants));
    list.references("sources", &of.sources);
}

/// A number of people: words where it is not told exactly.
fn number<'s>(count: Count) -> Cell<'s> {
    match count {
        Count::Exactly(n) => Cell::Number(i64::from(n)),
        count => Cell::text(count.to_string()),
    }
}

fn topic<'s>(list: &mut List<'s>, of: &'s Topic) {
    let named = |documents: &'s [Named]| {
        Cell::List(
            documents
                .iter()
                .map(|document| match document {
                    Named::Record(to) => Cell::text(to.to_string()),
                    Named::Words(words) => Cell::text(&**words),
                })
                .collect(),
        )
    };
    list.number("order", of.order);
    list.text("short_title", of.short_title.as_ref());
    list.text("document_purpose", of.document_purpose.as_ref());
    // As in a record: words that bear no day without a list.
    match &*of.narrative {
        [] => {}
        [Narrative { text, on: None, until: None }] => list.text("narrative", Some(text)),
        several => list.add("narrative", Cell::List(several.iter().map(narrative).collect())),
    }
    list.add("latest_document", named(&of.latest_document));
    list.text("key_change_log", of.key_change_log.as_ref());
    list.text("stated_last_discussion", of.stated_last_discussion.as_ref());
    list.text("last_discussion_note", of.last_discussion_note.as_ref());
    let next = of.next_discussion.iter().map(announcement);
    list.add("next_discussion", Cell::List(next.collect()));
    list.add("outstanding_note", Cell::texts(of.outstanding_note.iter().map(|text| &**text)));
    list.add("stimulus_paper", named(&of.stimulus_paper));
    let numbers = of.related_actions.iter().map(|number| Cell::Number(i64::from(*number)));
    list.add("related_actions", Cell::List(numbers.collect()));
    list.references("organisations", &of.organisations);
}

fn issue<'s>(list: &mut List<'s>, press: &Press<'s>, index: usize, of: &'s Issue) {
    if let Some(standing) = press.site.standings.of(index) {
        list.text("heading", Some(standing.heading.as_str()));
        list.text("rule", Some(standing.rule.name()));
    }
    list.reference("topic", of.topic.as_ref());
    let raised = vec![
        ("at", of.raised_at.as_ref().map(|to| Cell::text(to.to_string()))),
        ("on", of.raised_on.map(|on| Cell::text(on.to_string()))),
    ];
    list.add("raised", Cell::map(raised));
    list.references("actions", &of.actions);
    list.references("related", &of.related);
    match &*of.next_discussion {
        [] => {}
        [Announcement { on, announced: None, note: None }] => list.date("next_discussion", *on),
        several => list.add("next_discussion", Cell::List(several.iter().map(announcement).collect())),
    }
    list.add("history", Cell::List(of.history.iter().map(event).collect()));
    // As in a record: one alone without a list.
    match &*of.editorial {
        [] => {}
        [one] => list.add("editorial", judgement(one)),
        several => list.add("editorial", Cell::List(several.iter().map(judgement).collect())),
    }
    if !of.replies.is_empty() {
        let day = |on: Option<Date>| on.map(|on| Cell::text(on.to_string()));
        let one = |reply: &'s Reply| {
            Cell::map(vec![
                ("party", Some(Cell::text(&*reply.party))),
                ("state", Some(Cell::text(reply.state().as_str()))),
                ("asked", day(reply.asked)),
                ("received", day(reply.received)),
                ("signed_off", day(reply.signed_off)),
                ("text", reply.text.as_deref().map(Cell::text)),
            ])
        };
        list.add("replies", Cell::List(of.replies.iter().map(one).collect()));
    }
}

fn judgement(of: &Editorial) -> Cell<'_> {
    let day = |on: Option<Date>| on.map(|on| Cell::text(on.to_string()));
    Cell::map(vec![
        ("heading", Some(Cell::text(of.heading.as_str()))),
        ("reason", Some(Cell::text(&*of.reason))),
        ("by", Some(Cell::text(&*of.by))),
        ("on", day(of.on)),
        ("until", day(of.until)),
    ])
}

fn event(event: &Event) -> Cell<'_> {
    let positions = event.positions.iter().map(|position| {
        let view = Some(Cell::text(&*position.view));
        Cell::map(vec![("party", Some(Cell::text(&*position.party))), ("view", view)])
    });
    let some = |cell: Cell<'static>| Some(cell).filter(|cell| !cell.is_empty());
    Cell::map(vec![
        ("on", Some(Cell::text(event.on.to_string()))),
        ("at", event.at.as_ref().map(|to| Cell::text(to.to_string()))),
        ("discussed", Some(Cell::Boolean(event.discussed))),
        ("agreement", Some(Cell::text(event.agreement.as_str()))),
        ("work", Some(Cell::text(event.work.as_str()))),
        ("positions", Some(Cell::List(positions.collect())).filter(|cell| !cell.is_empty())),
        ("asserted_by", event.asserted_by.as_ref().map(|to| Cell::text(to.to_string()))),
        ("evidence", some(references(&event.evidence))),
        ("note", event.note.as_deref().map(Cell::text)),
        ("corrects", event.corrects.map(|on| Cell::text(on.to_string()))),
    ])
}

fn report<'s>(list: &mut List<'s>, of: &'s Report) {
    if let Some(period) = of.period {
        list.add("period", Cell::text(period.to_string()));
    }
    list.number("edition", Some(of.edition));
    list.text("status", Some(if of.is_final { "final" } else { "draft" }));
    list.date("date", of.date);
    let editors = of.editors.iter().map(|editor| {
        Cell::map(vec![
            ("name", Some(Cell::text(&*editor.name))),
            ("affiliation", editor.affiliation.as_deref().map(Cell::text)),
            ("orcid", editor.orcid.as_deref().map(Cell::text)),
        ])
    });
    list.add("editors", Cell::List(editors.collect()));
    list.text("commissioned_by", of.commissioned_by.as_ref());
    list.text("independence", of.independence.as_ref());
    list.reference("previous", of.previous.as_ref());
    let narratives = of.topic_narratives.iter();
    let narratives = narratives.map(|(to, text)| (Cow::Borrowed(to.id.slug()), Cell::text(&**text)));
    list.add("topic_narratives", Cell::Map(narratives.collect()));
}
