//! A final report that was not frozen.
//!
//! In: reports and locks. Out: a finding a report.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "edition_not_frozen",
    severity: Severity::Warning,
    summary: "a final report that was not frozen",
    explanation: "\
A report that says `status: final` may be cited by its paragraphs, but nothing holds their numbers and words: the next change of a record changes the report in silence.

```yaml
edition: 1
status: final      # and no content/reports/<slug>.lock.yaml with edition 1
```

Run `annals report <slug> --freeze` and commit the lock that it writes; or write `status: draft` until the report is done. It cannot be frozen before its period has ended.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, report) in each::reports(archive).filter(|(_, report)| report.is_final) {
        let locks = archive.locks().iter().filter(|lock| lock.report == record.id);
        if locks.flat_map(|lock| &lock.editions).any(|frozen| frozen.edition == report.edition) {
            continue;
        }
        let message = format!("edition {} is final and not frozen", report.edition);
        let spot = Spot::Field(FieldPath::key("status"));
        let freeze = format!("run `annals report {} --freeze`, and commit what it writes", record.id.slug());
        let help = match report.as_of().filter(|end| *end > today) {
            Some(end) => {
                format!("its period ends on {end}: write `status: draft` until then; after it {freeze}")
            }
            None => freeze,
        };
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}
