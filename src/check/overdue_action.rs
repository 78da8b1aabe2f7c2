//! An action that is past its date and not finished.
//!
//! In: actions and today. Out: a finding an action. It is a fact about the world more often than a
//! fault of the record, so it is a remark.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "overdue_action",
    severity: Severity::Remark,
    summary: "an action that is past its date and not finished",
    explanation: "\
The action was due before today and is neither completed nor closed. Either the promise was not kept, which the report should say, or the record is behind.

```yaml
due: 2018-09
state: open
```

Ask the owner. Then write what is so, with its date and evidence: `state: completed`, `state_on: 2018-10-02`, `evidence: [papers/sign-at-the-gate]`. If nobody knows, leave it: silence is a finding too.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive).filter(|(_, action)| !action.state.is_final()) {
        let Some(due) = action.due.filter(|due| due.latest() < today) else { continue };
        let message = format!("due {} and still {}", due.in_words(), action.state.in_words());
        let (file, spot) = each::action_spot(archive, record, action, FieldPath::key("due"));
        let finding = Finding::new(&RULE, &file, spot, message);
        findings.push(finding.help("if it is finished, write `state`, `state_on` and `evidence`"));
    }
}
