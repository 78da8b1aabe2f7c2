//! Two reports of one period.
//!
//! In: reports. Out: a finding at every report but the first of a period.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "period_twice",
    severity: Severity::Error,
    summary: "two reports of one period",
    explanation: "\
Two reports that cover the same time would both say where every issue stood at its end, and a reader could not tell which of them counts.

```yaml
# content/reports/2018-2019.md
period: 2018-07/2019-07
# content/reports/2018-2019-second-edition.md
period: 2018-07/2019-07
```

A second edition is the same record with `edition: 2`; the first stays at its address once it was frozen. Keep one record, or mend the period of the other.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for (record, report) in each::reports(archive) {
        let Some(period) = report.period else { continue };
        let days = (period.from.map(|from| from.earliest()), period.to.map(|to| to.latest()));
        let other = *first.entry(days).or_insert(&record.id);
        if *other != record.id {
            let message = format!("`{other}` covers the same time, {period}");
            let spot = Spot::Field(FieldPath::key("period"));
            let help = format!(
                "a further edition is the same record with a higher `edition`: put it into `{other}`"
            );
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
        }
    }
}
