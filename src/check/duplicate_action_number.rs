//! Two actions with one number in the action log.
//!
//! In: actions. Out: a finding an action whose number an earlier record has. Two files for one action
//! of a write-up are `read`'s to report: they would have one name.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "duplicate_action_number",
    severity: Severity::Error,
    summary: "two actions with one number in the action log",
    explanation: "\
A number of the action log stands for one action. Two records claim this one, so a reference to it could mean either.

```yaml
# content/actions/log-036.md
log_number: 36
# content/actions/log-063.md
log_number: 36
```

Correct the number that was mistyped. If the two are one action, keep one file and move what the other says into it. The number within a write-up is another series: `workshop` and `number`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut known: BTreeMap<u32, &Record> = BTreeMap::new();
    for (record, action) in each::actions(archive) {
        let Some(number) = action.log_number else { continue };
        let first = *known.entry(number).or_insert(record);
        if first.id != record.id {
            let message = format!("number {number} of the action log is `{}` already", first.id);
            let spot = each::own_spot(record, FieldPath::key("log_number"));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("correct the number, or make one file of the two"));
        }
    }
}
