//! An action that nobody is responsible for.
//!
//! In: actions, extracted ones too. Out: a finding an action.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::record::Unresolved;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "action_without_owner",
    severity: Severity::Remark,
    summary: "an action that nobody is responsible for",
    explanation: "\
A promise without a promiser cannot be followed up, and the register cannot list it under anyone.

```markdown
| Action | Responsible |
| --- | --- |
| **Action 3:** Put up a sign at the gate |  |
```

Write who is responsible in the second column of the write-up, or as `responsible:` in the action's own file. If the source names nobody, write so: `responsible: [not stated]`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive).filter(|(_, action)| action.responsible.is_empty()) {
        // Its workshop may say who, or a record that is named here, where the file of one cannot be read.
        if record.dangling.iter().any(|link| link.why == Unresolved::Unread) {
            continue;
        }
        let (file, spot) = each::action_spot(archive, record, action, FieldPath::key("responsible"));
        let message = match (action.number, action.log_number) {
            (Some(number), _) => format!("action {number} has nobody responsible"),
            (None, Some(number)) => format!("action {number} of the log has nobody responsible"),
            (None, None) => "the action has nobody responsible".to_owned(),
        };
        let help = if record.source.own_file {
            "add `responsible: [name]`"
        } else {
            "fill in the column `Responsible`"
        };
        findings.push(Finding::new(&RULE, &file, spot, message).help(help));
    }
}
