//! Actions that write-ups hold → records of their own, joined with the files that name them.
//!
//! In: files as read, with their bodies. Out: the names that extracted actions have, and, once
//! everything is lowered, their records. A file that says `workshop` and `number` is joined to the
//! action of that number; what the file says wins, and both wordings are kept. An action is never
//! told to more people than the write-up it stands in, unless its file says so, and then nothing of
//! the write-up goes into it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::faults;
use super::lower::{Lowered, Raw};
use super::messy::integer;
use super::references::{Index, Target};
use super::yaml::{self, Node};
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::access::{Access, Visibility};
use crate::model::action::{Action, Party, State, extracted_id, former_ids};
use crate::model::archive::Alone;
use crate::model::body::{Body, Form};
use crate::model::config::Config;
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;
use crate::model::record::{Record, Source};
use crate::model::write_up::{WrittenAction, WrittenParty, by_when};

/// Which file is joined to which action of which workshop.
#[derive(Debug, Default)]
pub(super) struct Joins {
    files: HashMap<(RecordId, u32), RecordId>,
    /// Who calls an action by the name that its write-up gives it, though its file has another one.
    named: HashMap<RecordId, BTreeSet<RecordId>>,
}

impl Joins {
    /// Joins files to actions by the workshop and the number that they name, and adds the actions
    /// that have no file to what can be referred to.
    pub(super) fn of(raws: &[Raw], index: &mut Index, findings: &mut Vec<Finding>) -> Self {
        let mut joins: HashMap<(RecordId, u32), RecordId> = HashMap::new();
        for raw in raws.iter().filter(|raw| raw.id.collection() == "actions") {
            let Some(name) = workshop_and_number(raw, index) else { continue };
            if let Some(first) = joins.get(&name) {
                let message = format!("action {} of `{}` has a file already: `{first}`", name.1, name.0);
                let spot = Spot::Field(FieldPath::key("number"));
                findings.push(Finding::new(&faults::DUPLICATE_ID, &raw.file, spot, message));
            } else {
                joins.insert(name, raw.id.clone());
            }
        }
        let (mut extracted, mut named) = (Vec::new(), HashMap::new());
        for raw in raws {
            let Some(write_up) = raw.body.write_up() else { continue };
            let old = old_addresses(raw);
            for action in &write_up.actions {
                let id = extracted_id(&raw.id, action.number);
                let file = joins.get(&(raw.id.clone(), action.number)).unwrap_or(&id);
                former_ids(&old, action.number).iter().for_each(|old| index.add_alias(old.as_str(), file));
                match joins.get(&(raw.id.clone(), action.number)) {
                    Some(file) if *file != id => {
                        index.add_alias(id.as_str(), file);
                        named.insert(id, BTreeSet::new());
                    }
                    Some(_) => {}
                    None if index.contains(&id) => {
                        if let Some(holder) = raws.iter().find(|other| other.id == id) {
                            findings.push(unjoined(&holder.file, &id, &raw.id, action.number));
                        }
                    }
                    None => extracted.push(id),
                }
            }
        }
        index.add_ids(extracted);
        call(raws, &mut named);
        Joins { files: joins, named }
    }
}

/// Notes who calls actions by these names.
fn call(raws: &[Raw], named: &mut HashMap<RecordId, BTreeSet<RecordId>>) {
    if named.is_empty() {
        return;
    }
    for raw in raws {
        let is_part =
            |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '\'' | '"' | '[' | ']');
        for word in yaml::texts(&raw.entries).flat_map(|(_, text)| text.split(is_part)) {
            let name = word.split('#').next().unwrap_or_default();
            let slug = name.strip_prefix("actions/").unwrap_or(name);
            // All of them end so; a name is only made where one may be meant.
            if slug.contains("-action-")
                && let Some(callers) = named.get_mut(&RecordId::new("actions", slug))
            {
                callers.insert(raw.id.clone());
            }
        }
    }
}

fn unjoined(file: &Arc<str>, id: &RecordId, workshop: &RecordId, number: u32) -> Finding {
    let message = format!("`{id}` is also the name of action {number} in the write-up of `{workshop}`");
    let help = format!("if they are the same, say `workshop: {}` and `number: {number}`", workshop.slug());
    Finding::new(&faults::DUPLICATE_ID, file, Spot::File, message).help(help)
}

/// The workshop and the number that a file of an action names.
fn workshop_and_number(raw: &Raw, index: &Index) -> Option<(RecordId, u32)> {
    let number = integer(&raw.get("number")?.as_text()?).and_then(|n| u32::try_from(n).ok())?;
    match index.resolve(&raw.get("workshop")?.as_text()?, Some("workshops")) {
        Target::Record(link) => Some((link.id, number)),
        _ => None,
    }
}

/// The old addresses of a record, as written.
fn old_addresses(raw: &Raw) -> Vec<Arc<str>> {
    let written = raw.get("aliases").cloned().map(Node::into_items).unwrap_or_default();
    written.iter().filter_map(|alias| Some(alias.as_text()?.trim().into())).collect()
}

/// Makes records of the actions that write-ups hold, and joins them with their files. What the write-up alone
/// says is told where a file is not for everybody.
pub(super) fn extract(
    lowered: &mut Vec<Lowered>,
    joins: &Joins,
    index: &Index,
    config: &Config,
) -> Vec<Alone> {
    let by_id: HashMap<RecordId, usize> =
        lowered.iter().enumerate().map(|(n, one)| (one.record.id.clone(), n)).collect();
    let (mut made, mut alone) = (Vec::new(), Vec::new());
    for n in 0..lowered.len() {
        let workshop = &lowered[n].record;
        let Some(write_up) = workshop.body.write_up() else { continue };
        let actions = write_up.actions.clone();
        let workshop = Workshop::of(workshop);
        for action in actions {
            let id = extracted_id(&workshop.id, action.number);
            // Where it was when its workshop had another name; a file that still has that name stays there.
            let old = former_ids(&workshop.aliases, action.number);
            let old: Vec<Arc<str>> = old
                .iter()
                .filter(|old| !by_id.contains_key(old))
                .map(|old| format!("{old}.html").into())
                .collect();
            match joins.files.get(&(workshop.id.clone(), action.number)).and_then(|file| by_id.get(file)) {
                Some(file) => {
                    let file = &mut lowered[*file];
                    let mut own = workshop.record(action.clone(), id.clone(), index, config);
                    join(file, &workshop, action, &id, index);
                    let Access { visibility, embargo, draft, .. } = &file.record.access;
                    if *visibility > Visibility::Public || embargo.is_some() || *draft {
                        let named_by = joins.named.get(&id).cloned().unwrap_or_default();
                        add_aliases(&mut own, old.clone());
                        alone.push(Alone { record: Arc::new(own), file: file.record.id.clone(), named_by });
                    }
                    add_aliases(&mut file.record, old);
                }
                None if by_id.contains_key(&id) => {}
                None => {
                    let mut record = workshop.record(action, id, index, config);
                    add_aliases(&mut record, old);
                    made.push(record);
                }
            }
        }
    }
    lowered.extend(made.into_iter().map(|record| Lowered {
        record,
        findings: Vec::new(),
        says_visibility: false,
        says_state: false,
    }));
    alone
}

/// Adds old addresses that a record does not say itself.
fn add_aliases(record: &mut Record, mut old: Vec<Arc<str>>) {
    old.retain(|old| !record.aliases.contains(old));
    record.aliases.append(&mut old);
}

/// What an action takes over from its workshop.
struct Workshop {
    id: RecordId,
    access: Access,
    date: Option<crate::model::date::Date>,
    updated: Option<crate::model::date::Date>,
    source: Source,
    aliases: Vec<Arc<str>>,
}

impl Workshop {
    fn of(record: &Record) -> Self {
        Workshop {
            id: record.id.clone(),
            access: record.access.clone(),
            date: record.date(),
            updated: record.updated,
            source: Source { own_file: false, ..record.source.clone() },
            aliases: record.aliases.clone(),
        }
    }

    fn record(&self, action: WrittenAction, id: RecordId, index: &Index, config: &Config) -> Record {
        let mut access = self.access.clone();
        // A sign-off is for what the workshop's record says, and for nothing else.
        access.sign_offs.clear();
        access.redactions.clear();
        // What `annals.yaml` says of actions can close them, and never opens what a write-up keeps.
        if let Some(said) = config.collection("actions").and_then(|said| said.visibility) {
            access.visibility = access.visibility.max(said);
        }
        let title = action.title();
        let mut kind = Action {
            workshop: Some(Ref::to(self.id.clone())),
            number: Some(action.number),
            // As far as anybody has shown, it is where the meeting left it.
            state: State::Open,
            state_on: self.date,
            ..Action::default()
        };
        add(&mut kind, action, index);
        Record {
            id,
            title,
            summary: None,
            access,
            participant: None,
            aliases: Vec::new(),
            updated: self.updated,
            airtable: None,
            fields: Vec::new(),
            body: Body::new("", Form::Prose),
            kind: Kind::Action(Box::new(kind)),
            source: self.source.clone(),
            dangling: Vec::new(),
            translated: None,
        }
    }
}

/// Joins an action with its file.
fn join(file: &mut Lowered, workshop: &Workshop, action: WrittenAction, id: &RecordId, index: &Index) {
    let Lowered { record, says_visibility, says_state, .. } = file;
    let Kind::Action(kind) = &mut record.kind else { return };
    if record.id != *id {
        record.aliases.push(format!("{id}.html").into());
    }
    kind.extracted = true;
    let access = &mut record.access;
    let opened = *says_visibility && access.visibility < workshop.access.visibility;
    if !*says_visibility {
        access.visibility = access.visibility.max(workshop.access.visibility);
        access.draft |= workshop.access.draft;
    }
    access.embargo = access.embargo.max(workshop.access.embargo);
    if !opened {
        if !*says_state && kind.state_on.is_none() {
            // As far as anybody has shown, it is where the meeting left it.
            (kind.state, kind.state_on) = (State::Open, workshop.date);
            kind.taken_over.state = true;
        }
        add(kind, action, index);
    }
}

/// Adds what the write-up says.
fn add(kind: &mut Action, action: WrittenAction, index: &Index) {
    let WrittenAction { number: _, label_at: _, wordings, responsible, responsible_at: _, due, twice_at: _ } =
        action;
    let mut wordings = wordings.into_iter().map(|wording| wording.text);
    kind.wording = wordings.next();
    kind.other_wordings = wordings.collect();
    kind.extracted = true;
    if kind.due.is_none() {
        // "By the next workshop" is a date to a reader, if not to a computer.
        (kind.due, kind.due_as_written) = due.map(by_when).unwrap_or_default();
        kind.taken_over.due = kind.due.is_some();
    }
    if kind.responsible.is_empty() {
        kind.responsible = responsible.into_iter().map(|written| party(written, index)).collect();
        kind.taken_over.responsible = true;
    }
}

fn party(party: WrittenParty, index: &Index) -> Party {
    let WrittenParty { name, written } = party;
    let organisation = index.organisation(&name).cloned().map(Ref::to);
    Party { name, written, organisation, by_reference: false }
}
