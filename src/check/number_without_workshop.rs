//! A number of an action that could be of either series.
//!
//! In: actions. Out: a finding a `number` without the workshop within whose write-up it counts.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "number_without_workshop",
    severity: Severity::Warning,
    summary: "an action's number that does not say within what it counts",
    explanation: "\
Actions are counted twice: within each write-up (`workshop` and `number`) and within the action log (`log_number`). A number alone could be of either, and would be taken for the wrong one sooner or later.

```yaml
title: A sign at the gate
number: 54
```

Write `log_number: 54` if it is the action log's, or add `workshop:` with the meeting in whose write-up the action stands.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive).filter(|(_, action)| action.workshop.is_none()) {
        let Some(number) = action.number else { continue };
        // A workshop that is written and not found is a dangling link: one fault, one finding.
        if record.dangling.iter().any(|dangling| dangling.path.root() == Some("workshop")) {
            continue;
        }
        let message = format!("number {number} of which write-up?");
        let spot = Spot::Field(FieldPath::key("number"));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings.push(
            finding.help(format!("add `workshop:`, or write `log_number: {number}` if it is the log's")),
        );
    }
}
