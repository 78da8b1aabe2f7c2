//! A judgement of the editors that holds over what was recorded after it.
//!
//! In: issues and today. Out: a finding an issue, at the judgement that is in force, where a later entry of the
//! history says what was agreed or done.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::issue::Event;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "judgement_outlived",
    severity: Severity::Warning,
    summary: "a judgement of the editors that holds over what was recorded after it",
    explanation: "\
The editors gave the issue another heading than the rule does, and its history has gone on since. The judgement still holds: every report, count and page tells the heading of then, whatever was agreed after it.

```yaml
history:
- {on: 2018-07-03, discussed: true, agreement: not-agreed}
- {on: 2019-05-14, discussed: true, agreement: agreed, work: done}
editorial: {heading: outstanding, reason: The company wrote afterwards., by: A. Editor, on: 2018-12-01}
```

Where it holds no more, write the last day on which it did: `until: 2019-05-13`; reports of before keep it. Where it still holds, or another one does, add a judgement of a later day, as a list: `editorial: [{…, on: 2018-12-01}, {…, on: 2019-06-01}]`; the latest one that is in force counts. Do not take the first one out: reports were made with it.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        let Some(editorial) = issue.standing(today).editorial else { continue };
        let Some(on) = editorial.on else { continue };
        let is_later = |day: Date| day.latest() > on.latest() && day.latest() <= today;
        let says = |event: &&Event| event.stated_agreement.is_some() || event.stated_work.is_some();
        let Some(event) = issue.history.iter().filter(says).rfind(|event| is_later(event.on)) else {
            continue;
        };
        let message = format!(
            "the judgement of {}, “{}”, holds over what was recorded for {}",
            on.in_words(),
            editorial.heading.in_words(),
            event.on.in_words()
        );
        let n = issue.editorial.iter().position(|one| std::ptr::eq(one, editorial)).unwrap_or_default();
        let spot = each::own_spot(record, each::judgement(issue, n).then("on"));
        let help = "write `until` with the last day on which it held, or add a judgement of a later day";
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}
