//! Two entries of the timetable that say the same.
//!
//! In: milestones. Out: a finding an entry that repeats another's date, owner and title and does not
//! say so.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Check, words};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::{Kind, Milestone};
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "milestone_repeat_unmarked",
    severity: Severity::Warning,
    summary: "two entries of the timetable that say the same",
    explanation: "\
Two milestones have the same date, owner and title. If the source's table repeats itself, the promise was made once and is counted twice.

```yaml
# content/milestones/2019-03-parking-rules.md and content/milestones/2019-03-parking-rules-again.md
title: Rules for parking
owner: Town Hall
due: 2019-03
```

If it is the same promise, say so in the second: `repeats: 2019-03-parking-rules`. If there are two, give them titles that tell them apart.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut known: BTreeMap<(String, String, String), &Record> = BTreeMap::new();
    for record in archive.records() {
        let Kind::Milestone(milestone) = &record.kind else { continue };
        if milestone.repeats.is_some() || milestone.due.is_none() {
            continue;
        }
        match known.get(&promise(record, milestone)) {
            Some(first) => {
                let message = format!("the same date, owner and title as `{}`", first.id);
                let finding = Finding::new(&RULE, &record.source.file, Spot::File, message);
                findings.push(
                    finding.help(format!("if it is the same promise, add `repeats: {}`", first.id.slug())),
                );
            }
            None => {
                known.insert(promise(record, milestone), record);
            }
        }
    }
}

fn promise(record: &Record, milestone: &Milestone) -> (String, String, String) {
    let due = milestone.due.map(|due| due.to_string()).unwrap_or_default();
    (due, words::folded(milestone.owner.as_deref().unwrap_or_default()), words::folded(&record.title))
}
