//! A correction of an entry that is not there.
//!
//! In: issues. Out: a finding an entry whose `corrects` is the date of no entry above it.

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "correction_of_nothing",
    severity: Severity::Error,
    summary: "a correction of an entry that is not there",
    explanation: "\
`corrects` names the earlier entry by its date, written as it is there. No entry above has that date, so the mistake stays uncorrected in the eyes of a reader.

```yaml
history:
- {on: 2018-07-03, discussed: true, agreement: agreed}
- {on: 2019-01-10, corrects: 2018-07-04, agreement: none-yet}
```

Write the date of the entry that is corrected: `corrects: 2018-07-03`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        for (n, event) in issue.history.iter().enumerate() {
            let Some(corrected) = event.corrects else { continue };
            let above = issue.history.get(..n).unwrap_or_default();
            if above.iter().any(|earlier| earlier.on == corrected) {
                continue;
            }
            let dates: Vec<String> = above.iter().map(|earlier| earlier.on.to_string()).collect();
            let help = match dates.is_empty() {
                true => "it is the first entry: take `corrects` out".to_owned(),
                false => {
                    format!("the entries above are of {}", words::ticked(dates.iter().map(String::as_str)))
                }
            };
            let message = format!("no entry above is of `{corrected}`");
            let spot = Spot::Field(FieldPath::key("history").at(n).then("corrects"));
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
        }
    }
}
