//! A file for an action that its write-up does not have.
//!
//! In: actions with a workshop and a number. Out: a finding a file that joined nothing. A workshop
//! without a write-up has nothing to join.

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unjoined_log_entry",
    severity: Severity::Warning,
    summary: "a file for an action that its write-up does not have",
    explanation: "\
A file that names a workshop and a number adds the state, dates and evidence of an action to what the write-up says of it. The write-up has no action of this number, so the file stands alone, without any wording.

```yaml
workshop: 2018-07-03-first-meeting     # its write-up has actions 1–20
number: 36
state: completed
```

Mistaking the two series is the usual cause: the action log counts by itself. If 36 is the log's number, write `log_number: 36` and the `number` that the write-up gives.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive) {
        let (true, false, Some(number), Some(workshop)) =
            (record.source.own_file, action.extracted, action.number, &action.workshop)
        else {
            continue;
        };
        let Some(target) = archive.get(&workshop.id).filter(|target| !target.body.is_empty()) else {
            continue;
        };
        let written = target.body.write_up().map(|write_up| write_up.actions.as_slice()).unwrap_or_default();
        // Two files for one action: the second joined nothing because the first did, and that is
        // `duplicate_action_number`.
        if written.iter().any(|action| action.number == number) {
            continue;
        }
        let message = format!("the write-up of `{}` has no action {number}", workshop.id);
        let help = match written.iter().map(|action| action.number).collect::<Vec<_>>() {
            none if none.is_empty() => {
                "no action was found in it: is its list of actions as it should be?".to_owned()
            }
            some => {
                format!("it has {}; a number of the action log is written `log_number`", words::ranges(some))
            }
        };
        let spot = Spot::Field(FieldPath::key("number"));
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}
