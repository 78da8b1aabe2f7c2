//! What is said to have been at a workshop, on another day than the workshop's.
//!
//! In: issues and the workshops that they name. Out: a finding a date that certainly is none of the workshop's. An entry
//! that puts another one right is of its own day, and one without a discussion tells of what came after.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::issue::Issue;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "meeting_on_another_day",
    severity: Severity::Warning,
    summary: "a date that is not that of the workshop beside it",
    explanation: "\
The entry names a workshop and a day, and the workshop was on another one. The report tells both as they stand: “agreed at Workshop 1 on 30 June 2020”, and elsewhere that Workshop 1 was in February.

```yaml
history:
- {on: 2020-06-30, at: workshops/2020-02-29-workshop-1, discussed: true, agreement: agreed}
```

Correct the date, here or of the workshop; or name the workshop of that day. What a later paper says of the meeting is an entry of that paper: `at: papers/…`. What was found out later puts an entry right: `corrects: 2020-02-29`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        for (field, on, at) in dated(issue) {
            let Some(workshop) = archive.get(&at.id) else { continue };
            let Kind::Workshop(held) = &workshop.kind else { continue };
            let Some(day) = held.date.filter(|day| are_apart(*day, on)) else { continue };
            let message = format!("`{on}`, and {} was on {}", workshop.title, day.in_words());
            let finding = Finding::new(&RULE, &record.source.file, Spot::Field(field), message);
            findings.push(finding.help(format!("write `on: {day}`, or the workshop that was on that day")));
        }
    }
}

/// Where a workshop stands beside a date.
fn dated(issue: &Issue) -> Vec<(FieldPath, Date, &Ref)> {
    let raised = issue.raised_on.zip(issue.raised_at.as_ref());
    let raised = raised.map(|(on, at)| (FieldPath::key("raised").then("on"), on, at));
    let entries = issue.history.iter().enumerate();
    let entries =
        entries.filter(|(_, event)| event.discussed && event.corrects.is_none()).filter_map(|(n, event)| {
            Some((FieldPath::key("history").at(n).then("on"), event.on, event.at.as_ref()?))
        });
    raised.into_iter().chain(entries).collect()
}

fn are_apart(a: Date, b: Date) -> bool {
    a.latest() < b.earliest() || b.latest() < a.earliest()
}
