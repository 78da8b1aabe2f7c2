//! A participant named in a public text without sign-off.
//!
//! In: the texts that the public may see, and the names of participants. Out: a finding a name, at its
//! place. Positions are `named_position`'s; names in lists of participants wait quietly, see
//! `sign_off_incomplete`.

use jiff::civil;

use super::{Check, shown, texts};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::participants::{Names, Place};
use crate::model::passages::{self, Mark};
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unsigned_name",
    severity: Severity::Error,
    summary: "a participant named in a public text without sign-off",
    explanation: "\
Nothing is said in public about a participant without that participant's sign-off. Participants are those whom a workshop lists under `participants.names`, who registered an interest, and records that say `participant: true` (or `participant: {group: Civil society organisations, known_as: [PL]}`). Their names are looked for in every public text: whole words, with possessive and plural endings, other names from `known_as`, and initialisms from the glossary.

```yaml
title: What the Parents' League asked for
```

Write the group in place of the name, keep the passage to members (`::: members`), or withhold the name (`[[redact: no-sign-off]]…[[/redact]]`). If the participant agrees to be named here, add to this record `sign_off: [{who: Parents' League, on: 2019-06-01, for: this text}]`; a list limits it (`for: [title, p-3]`), and `for: [archive]` in the participant's own record covers every record.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let names = Names::of(archive.config(), archive.records().iter().map(|record| &**record));
    if names.is_empty() {
        return;
    }
    let records = archive
        .records()
        .iter()
        .filter(|record| shown::is_public(record) && record.source.own_file && names.may_show(record, today));
    for record in records {
        for (place, text) in shown::texts(archive, record) {
            in_text(&names, record, &place, text, today, findings);
        }
        in_address(&names, record, today, findings);
    }
}

fn in_text(
    names: &Names,
    record: &Record,
    place: &texts::Place<'_>,
    text: &str,
    today: civil::Date,
    findings: &mut Vec<Finding>,
) {
    let visible = passages::visible(text, Visibility::Public, Mark::Markdown);
    for named in names.find(&visible.text) {
        let at = visible.source_of(named.at.start);
        let spot = place.spot(at);
        let (key, passage) = match place {
            texts::Place::Body(_) => ("body", record.body.outline().passage_around(at)),
            texts::Place::Field(path) => (path.root().unwrap_or_default(), None),
        };
        if !names.may_be_told(named.who, Place { record, key, passage }, today) {
            let found = &visible.text[named.at.clone()];
            findings.push(finding(names, record, named.who, found, spot));
        }
    }
}

/// The name of the file is an address that everybody sees.
fn in_address(names: &Names, record: &Record, today: civil::Date, findings: &mut Vec<Finding>) {
    for named in names.find(record.id.slug()) {
        if !names.may_be_told(named.who, Place { record, key: "title", passage: None }, today) {
            let found = &record.id.slug()[named.at.clone()];
            findings.push(finding(names, record, named.who, found, Spot::File));
        }
    }
}

fn finding(names: &Names, record: &Record, who: usize, found: &str, spot: Spot) -> Finding {
    let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("`{found}` is named in public and has not signed this off");
    let group = names.stand_in(who);
    Finding::new(&RULE, &record.source.file, spot, message)
        .help(format!("write `{group}` in its place, keep it to members, or add the sign-off to this record"))
}
