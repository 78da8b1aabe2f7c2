//! A report that does not say which time it covers.
//!
//! In: reports. Out: a finding a report.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "report_period_missing",
    severity: Severity::Error,
    summary: "a report that does not say which time it covers",
    explanation: "\
Everything in a report holds as at the end of its period. Without an end nothing can be counted, and no two readers would get the same report.

```yaml
title: Second annual report
period: 2019-08/..
```

Write the first and the last month: `period: 2019-08/2020-07`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, report) in each::reports(archive) {
        let message = match report.period {
            None => "the report does not say which time it covers".to_owned(),
            Some(period) if period.to.is_none() => format!("the period `{period}` has no end"),
            Some(_) => continue,
        };
        let spot = Spot::Field(FieldPath::key("period"));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings.push(finding.help("write its first and last month, as in `period: 2018-07/2019-07`"));
    }
}
