//! An action of which no record tells how it stood on the day of a report.
//!
//! In: actions and reports. Out: a finding an action, with the last such day: the report says “not stated” of it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::action::Action;
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "untold_state",
    severity: Severity::Remark,
    summary: "an action of which no record tells how it stood on the day of a report",
    explanation: "\
The action came to its state after the day as at which a report speaks, and its record does not say what it was before. The report says “not stated” of it, since it may have been begun by then; a frozen edition keeps what it said, and is not held against the records in what hangs on that state.

```yaml
# content/actions/sign.md, where the report of 2018 tells of it too
state: completed
state_on: 2019-10-02
```

Write the states that it had, with their days: `earlier: [{state: open, on: 2018-07-03}, {state: in-progress, on: 2018-11-20}]`. Where it was open until then, the day on which it was promised is enough. An import of an action log keeps them by itself.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let mut days: Vec<civil::Date> =
        each::reports(archive).filter_map(|(_, report)| report.as_of()).filter(|day| *day <= today).collect();
    days.sort_unstable();
    for (record, action) in each::actions(archive).filter(|(record, _)| record.source.own_file) {
        let made = made(archive, action);
        let was_made = |day: &&civil::Date| made.is_none_or(|made| made.earliest() <= **day);
        let untold = days.iter().filter(was_made).rfind(|day| !action.stood_at(**day).is_known);
        let Some((day, on)) = untold.zip(action.state_on) else { continue };
        let message = format!(
            "no record tells how it stood on {}, of which a report tells: it is {} since {}, and what it was before \
             is not said",
            Date::from_day(*day).in_words(),
            action.state.in_words(),
            on.in_words()
        );
        let made = made.map_or_else(|| "2018-07-03".to_owned(), |made| made.to_string());
        let help = format!(
            "write the states that it had: `earlier: [{{state: open, on: {made}}}]` where it was open until then"
        );
        let spot = each::own_spot(record, FieldPath::key("state_on"));
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}

/// When it was promised.
fn made(archive: &Archive, action: &Action) -> Option<Date> {
    let held = action.workshop.as_ref().and_then(|workshop| match &archive.get(&workshop.id)?.kind {
        Kind::Workshop(workshop) => workshop.date,
        _ => None,
    });
    held.or(action.raised)
}
