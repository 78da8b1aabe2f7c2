//! A discussion at a workshop that is on record as planned only.
//!
//! In: issues and the workshops that they name. Out: a finding an issue and workshop, at the first entry. What is dated
//! in the future is `dated_in_future`'s.

use std::collections::BTreeSet;

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "discussed_at_planned",
    severity: Severity::Warning,
    summary: "a discussion at a workshop that is on record as planned only",
    explanation: "\
The entry says that there was a discussion at the workshop, and the workshop's record says `status: planned`. The report then tells what was agreed there, and a chapter later that the workshop was only planned.

```yaml
# workshops/2020-09-01-workshop-5
status: planned

# issues/who-may-search
history:
- {on: 2020-09-01, at: workshops/2020-09-01-workshop-5, discussed: true, agreement: agreed}
```

If it was held, write `status: held`. If it was not, take the entry out or name the meeting where it was.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        let mut told = BTreeSet::new();
        for (n, event) in issue.history.iter().enumerate() {
            if !event.discussed || event.corrects.is_some() || event.on.earliest() > today {
                continue;
            }
            let Some(at) = event.at.as_ref().and_then(|at| archive.get(&at.id)) else { continue };
            if !matches!(&at.kind, Kind::Workshop(workshop) if workshop.planned) || !told.insert(&at.id) {
                continue;
            }
            let message = format!("discussed at {}, which was planned only", at.title);
            let spot = Spot::Field(FieldPath::key("history").at(n).then("at"));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help(format!("if it was held, write `status: held` in {}", at.source.file)));
        }
    }
}
