//! A history whose entries are not oldest first.
//!
//! In: issues. Out: a finding an entry that certainly happened before the one above it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::date::Date;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "history_out_of_order",
    severity: Severity::Error,
    summary: "a history whose entries are not oldest first",
    explanation: "\
Where an issue stands is read from the last entry of its history. If an older entry stands below a newer one, the report gives a heading that no longer holds.

```yaml
history:
- {on: 2018-12-05, discussed: true, agreement: agreed}
- {on: 2018-07-03, discussed: true, agreement: none-yet}
```

Put the entries in the order of their dates, oldest first. To correct an older entry, add a new one at the end with `corrects:` and the date of the old one.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        let mut newest: Option<Date> = None;
        for (n, event) in issue.history.iter().enumerate() {
            if let Some(above) = newest.filter(|above| event.on.latest() < above.earliest()) {
                let message = format!("`{}` stands below `{above}`, which is later", event.on);
                let spot = Spot::Field(FieldPath::key("history").at(n).then("on"));
                let finding = Finding::new(&RULE, &record.source.file, spot, message);
                findings.push(finding.help("put the entries in the order of their dates, oldest first"));
            }
            newest = newest.max(Some(event.on));
        }
    }
}
