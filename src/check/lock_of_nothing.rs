//! A lock whose report is not there.
//!
//! In: locks. Out: a finding a lock.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "lock_of_nothing",
    severity: Severity::Error,
    summary: "a lock whose report is not there",
    explanation: "\
The lock holds what the final editions of a report said. Without the report they have no address, and whoever cites them would be led nowhere.

```text
content/reports/2018-2019.lock.yaml     # and no content/reports/2018-2019.md
```

Bring the report back. If it has another name now, give it its old one: the addresses of its editions are promised for good.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for lock in archive.locks().iter().filter(|lock| archive.get(&lock.report).is_none()) {
        let message = format!("there is no record `{}`, whose editions are frozen here", lock.report);
        let spot = Spot::Field(FieldPath::key("report"));
        let help = format!("bring `content/{}.md` back", lock.report);
        findings
            .push(Finding::new(&RULE, &lock.file, spot, message).help(help).missing(lock.report.as_str()));
    }
}
