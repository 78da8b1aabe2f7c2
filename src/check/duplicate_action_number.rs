//! Two records that claim to be one action.
//!
//! In: actions. Out: a finding a number of a write-up, or of the action log, that an earlier record
//! has.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "duplicate_action_number",
    severity: Severity::Error,
    summary: "two records that claim to be one action",
    explanation: "\
A number stands for one action: `number` within the write-up of its workshop, `log_number` within the whole action log. Two records claim this one, so a reference to it could mean either.

```yaml
# content/actions/log-036.md
log_number: 36
# content/actions/log-063.md
log_number: 36
```

Correct the number that was mistyped. If the two are one action, keep one file and move what the other says into it.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut in_write_up: BTreeMap<(&RecordId, u32), &Record> = BTreeMap::new();
    let mut in_log: BTreeMap<u32, &Record> = BTreeMap::new();
    // Extracted ones first: of a file and a write-up, the file is the one to mend.
    let (files, extracted): (Vec<_>, Vec<_>) =
        each::actions(archive).partition(|(record, _)| record.source.own_file);
    for (record, action) in extracted.into_iter().chain(files) {
        if let (Some(workshop), Some(number)) = (&action.workshop, action.number)
            && let Some(first) = first(in_write_up.entry((&workshop.id, number)), record)
        {
            let message = format!("action {number} of `{}` is `{}` already", workshop.id, first.id);
            findings.push(finding(record, "number", message));
        }
        if let Some(number) = action.log_number
            && let Some(first) = first(in_log.entry(number), record)
        {
            let message = format!("number {number} of the action log is `{}` already", first.id);
            findings.push(finding(record, "log_number", message));
        }
    }
}

/// The record that claimed the place first; `None` where this one does.
fn first<'r, K: Ord>(
    place: std::collections::btree_map::Entry<'_, K, &'r Record>,
    record: &'r Record,
) -> Option<&'r Record> {
    let first = *place.or_insert(record);
    (first.id != record.id).then_some(first)
}

fn finding(record: &Record, key: &'static str, message: String) -> Finding {
    let spot = each::own_spot(record, FieldPath::key(key));
    let finding = Finding::new(&RULE, &record.source.file, spot, message);
    finding.help("correct the number, or make one file of the two")
}
