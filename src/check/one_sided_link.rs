//! A link that its other side does not return.
//!
//! In: fields that are two sides of one relation. Out: a finding a link. Readers lose nothing (pages
//! show links both ways); the base and its next export disagree.

use std::collections::HashSet;

use jiff::civil;

use super::{Check, each, links};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "one_sided_link",
    severity: Severity::Remark,
    summary: "a link that its other side does not return",
    explanation: "\
Some relations are written on both records: an organisation lists its cases, and a case its organisations. Here only one of the two says so. One of them is out of date, or the link is wrong.

```yaml
# content/organisations/town-hall.md
cases: [school-street]
# content/cases/school-street.md
organisation_link: [parents-league]     # and not town-hall
```

Add the other side (`organisation_link: [parents-league, town-hall]`) or take this one out. Pages show links both ways in any case.
",
};

/// Relations: collection and key on one side; collection, key and other keys that count on the other.
/// Each is looked at from both sides.
const PAIRS: &[(Side, Side)] = &[
    (("organisations", &["cases"]), ("cases", &["organisation_link"])),
    (("components", &["case_link"]), ("cases", &["components_link"])),
    (("papers", &["workshop"]), ("workshops", &["papers", "agenda"])),
    (("artefacts", &["from_actions"]), ("actions", &["artefact"])),
    (("issues", &["related"]), ("issues", &["related"])),
];

type Side = (&'static str, &'static [&'static str]);

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (one, other) in PAIRS {
        let (from_one, from_other) = (named(archive, *one), named(archive, *other));
        unreturned(archive, *one, *other, &from_other, findings);
        if one != other {
            unreturned(archive, *other, *one, &from_one, findings);
        }
    }
}

/// Who names whom on this side. It is only asked, never walked through, so its order is of no matter.
fn named(archive: &Archive, side: Side) -> HashSet<(&RecordId, &RecordId)> {
    let mut pairs = HashSet::new();
    for record in of(archive, side.0) {
        let links = record.references().into_iter().filter(|(key, _)| side.1.contains(key));
        pairs.extend(links.map(|(_, link)| (&record.id, &link.id)));
    }
    pairs
}

fn of<'a>(archive: &'a Archive, collection: &'a str) -> impl Iterator<Item = &'a Record> {
    each::files(archive).filter(move |record| record.id.collection() == collection)
}

fn unreturned(
    archive: &Archive,
    side: Side,
    other: Side,
    returned: &HashSet<(&RecordId, &RecordId)>,
    findings: &mut Vec<Finding>,
) {
    let Some(counterpart) = other.1.first() else { return };
    for record in of(archive, side.0) {
        let is_lone = |to: &RecordId| to.collection() == other.0 && !returned.contains(&(to, &record.id));
        let lone = |key: &str, to: &RecordId| side.1.contains(&key) && is_lone(to);
        if !record.references().iter().any(|(key, link)| lone(key, &link.id)) {
            continue;
        }
        let mut told = HashSet::new();
        for (path, link) in links::with_paths(record) {
            let Some(target) = archive.get(&link.id) else { continue };
            let is_lone = path.root().is_some_and(|key| lone(key, &link.id));
            if !is_lone || returns_otherwise(target, record) || !told.insert(&link.id) {
                continue;
            }
            let message = format!("`{}` does not name `{}` in `{counterpart}`", target.id, record.id);
            let help = format!("add `{}` there, in {}", record.id.slug(), target.source.file);
            let finding = Finding::new(&RULE, &record.source.file, each::own_spot(record, path), message);
            findings.push(finding.help(help));
        }
    }
}

/// Whether the other side need not or cannot name this one: an artefact names an action by its
/// number in the log, a paper has one workshop only and another one already, and an action without
/// a file of its own has no fields.
fn returns_otherwise(target: &Record, from: &Record) -> bool {
    match (&target.kind, &from.kind) {
        (Kind::Artefact(artefact), Kind::Action(action)) => {
            action.log_number.is_some_and(|number| artefact.from_log.contains(&number))
        }
        (Kind::Paper(paper), Kind::Workshop(_)) => paper.workshop.is_some(),
        _ => !target.source.own_file,
    }
}
