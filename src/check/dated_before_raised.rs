//! What happened to something before it was raised.
//!
//! In: issues and actions. Out: a finding a record whose first entry, or state, is certainly of an earlier day than it
//! was raised. An entry that puts another one right is looked at by its own day.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "dated_before_raised",
    severity: Severity::Warning,
    summary: "something that is said to have happened before it was raised",
    explanation: "\
An issue was discussed, or an action done, on an earlier day than it was raised. One of the two dates is wrong. The report counts from the earlier one, and tells both.

```yaml
raised: {on: 2022-02-28}
history:
- {on: 2020-02-29, discussed: true, agreement: agreed}
```

Correct the date; most often the year was mistyped. Where it is not known when it was raised, take `raised` out: the first entry tells then.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut tell = |record: &Record, field: FieldPath, raised: Date, first: Date| {
        let message = format!("raised `{raised}`, and there is word of it from {} on", first.in_words());
        let finding = Finding::new(&RULE, &record.source.file, each::own_spot(record, field), message);
        findings.push(finding.help("correct the one date or the other"));
    };
    for (record, issue) in each::issues(archive) {
        let first = issue.history.iter().map(|event| event.on).min_by_key(|on| on.latest());
        if let Some((raised, first)) = before(issue.raised_on, first) {
            tell(record, FieldPath::key("raised"), raised, first);
        }
    }
    for (record, action) in each::actions(archive) {
        let states = action.earlier.iter().map(|earlier| earlier.on).chain(action.state_on);
        if let Some((raised, first)) = before(action.raised, states.min_by_key(|on| on.latest())) {
            tell(record, FieldPath::key("raised"), raised, first);
        }
    }
}

/// Both dates, where what was first on record certainly came before it was raised.
fn before(raised: Option<Date>, first: Option<Date>) -> Option<(Date, Date)> {
    raised.zip(first).filter(|(raised, first)| first.latest() < raised.earliest())
}
