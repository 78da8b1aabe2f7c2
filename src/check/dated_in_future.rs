//! What happened on a day that has not come.
//!
//! In: histories of issues, states of actions, and today. Out: a finding a record, at its first such date.
//! What is planned has other fields (`due`, `date` of a workshop or a milestone) and is none of this.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "dated_in_future",
    severity: Severity::Warning,
    summary: "something that is said to have happened on a day that has not come",
    explanation: "\
An entry of a history, and `state_on` of an action, say what happened. One of a later day than the archive is looked at counts for nothing before that day: the issue stands where it stood without it.

```yaml
history:
- {on: 2042-03-12, discussed: true, agreement: agreed}
```

Correct the date; most often the year was mistyped. What is only planned stands in `next_discussion`, `due` or a milestone. Where an archive is looked at as at an earlier day (`--today`), leave it.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let mut tell = |record: &Record, field: FieldPath, on: Date, more: usize| {
        let more = match more {
            0 => String::new(),
            1 => ", and one more".to_owned(),
            more => format!(", and {more} more"),
        };
        let message = format!("`{on}` has not come yet, as at {today}{more}");
        let finding = Finding::new(&RULE, &record.source.file, each::own_spot(record, field), message);
        findings
            .push(finding.help("correct the date; until it comes, nothing follows from what is said of it"));
    };
    for (record, issue) in each::issues(archive) {
        let mut later = issue.history.iter().enumerate().filter(|(_, event)| event.on.earliest() > today);
        if let Some((n, event)) = later.next() {
            tell(record, FieldPath::key("history").at(n).then("on"), event.on, later.count());
        }
    }
    for (record, action) in each::actions(archive) {
        // Where a write-up is of a workshop to come, that is the date to correct.
        let own = action.state_on.filter(|on| on.earliest() > today && record.source.own_file);
        own.into_iter().for_each(|on| tell(record, FieldPath::key("state_on"), on, 0));
        let mut later = action.earlier.iter().enumerate().filter(|(_, one)| one.on.earliest() > today);
        if let Some((n, one)) = later.next() {
            tell(record, FieldPath::key("earlier").at(n).then("on"), one.on, later.count());
        }
    }
}
