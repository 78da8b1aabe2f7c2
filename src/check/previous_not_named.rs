//! A report that does not name the one before it.
//!
//! In: reports. Out: a finding at a report without `previous`, where another ends before its period begins
//! and no third follows that one: a series that breaks off and a report that stands alone look like this.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Report;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "previous_not_named",
    severity: Severity::Warning,
    summary: "a report that does not name the one before it",
    explanation: "\
There is a report of the time before, and this one does not say that it follows it. So it cannot tell what changed since, which actions were carried over, and what of the promises was kept.

```yaml
# content/reports/2024.md
period: 2024-01/2024-12
# content/reports/2025.md
period: 2025-01/2025-12        # and no previous: 2024
```

Write `previous:` with the name of that report.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let all: Vec<_> = each::reports(archive).collect();
    for (record, report) in all.iter().filter(|(_, report)| report.previous.is_none()) {
        let Some(from) = start(report) else { continue };
        let followed = |id: &RecordId| {
            let names = |other: &Report| other.previous.as_ref().is_some_and(|to| to.id == *id);
            all.iter().any(|(_, other)| names(other))
        };
        let earlier = all.iter().filter(|(other, said)| {
            // Who reads this report has to be able to read the other.
            said.as_of().is_some_and(|end| end < from)
                && other.access.visibility <= record.access.visibility
                && !followed(&other.id)
        });
        let Some((before, said)) = earlier.max_by_key(|(other, said)| (said.as_of(), &other.id)) else {
            continue;
        };
        let until = said.as_of().map(|end| Date::from_day(end).in_words()).unwrap_or_default();
        let message =
            format!("`{}` ends on {until}, and this report does not name it as the one before it", before.id);
        let spot = Spot::Field(FieldPath::key("period"));
        let help = format!("write `previous: {}`", before.id.slug());
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}

fn start(report: &Report) -> Option<civil::Date> {
    Some(report.period?.from?.earliest())
}
