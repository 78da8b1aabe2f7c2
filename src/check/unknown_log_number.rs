//! Numbers of the action log that no action has.
//!
//! In: `related_actions` of topics and `from_actions` of artefacts. Out: a finding a record, with all
//! its numbers.

use std::collections::BTreeSet;

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unknown_log_number",
    severity: Severity::Remark,
    summary: "numbers of the action log that no action has",
    explanation: "\
The record names actions by their numbers in the action log, and the archive holds no action of these numbers. They are printed as bare numbers, which readers cannot follow.

```yaml
# content/topics/school-street.md
related_actions: 2, 3, 54-67     # the archive holds 2 and 3
```

Add the log's entries (`content/actions/log-054.md` with `log_number: 54`), or, where the action stands in a write-up, `log_number` to its file. Numbers of a write-up do not belong here.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let known: BTreeSet<u32> = each::actions(archive).filter_map(|(_, action)| action.log_number).collect();
    for record in archive.records() {
        let (key, numbers) = match &record.kind {
            Kind::Topic(topic) => ("related_actions", &topic.related_actions),
            Kind::Artefact(artefact) => ("from_actions", &artefact.from_log),
            _ => continue,
        };
        let unknown: Vec<u32> = numbers.iter().copied().filter(|number| !known.contains(number)).collect();
        let message = match unknown.as_slice() {
            [] => continue,
            [only] => format!("no action has number {only} of the action log"),
            _ => format!("no actions have numbers {} of the action log", words::ranges(unknown)),
        };
        let spot = Spot::Field(FieldPath::key(key));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        let help = "readers see the bare number until an action has it as `log_number`";
        findings.push(finding.help(help).counting());
    }
}
