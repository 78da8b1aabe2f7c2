//! Two promises under one number in the list of actions of a write-up.
//!
//! In: write-ups. Out: a finding a number, at its second place. What is promised in the list and discussed
//! in other words elsewhere is one action, and none of this.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "action_listed_twice",
    severity: Severity::Error,
    summary: "two promises under one number in a write-up's list of actions",
    explanation: "\
The number names the action: in its address, in the discussion, in the log. Where a list has one number twice with other words, the second promise is taken for another wording of the first, and who made it is lost.

```markdown
| Action | Responsible |
| --- | --- |
| **Action 1:** Put up a sign | Town Hall |
| **Action 1:** Ask the bus company | Parents' League |
```

Correct the number that was mistyped. If the source has it twice, give the second the next free number and say so below the list. If the two are one promise, take the second row out.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        let Some(write_up) = record.body.write_up() else { continue };
        for action in &write_up.actions {
            let Some(at) = &action.twice_at else { continue };
            let message = format!("action {} is in the list twice, with other words here", action.number);
            let spot = each::body_spot(record, at.start);
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("correct the number, or make one row of the two"));
        }
    }
}
