//! An entry of a history that names no evidence.
//!
//! In: issues. Out: a finding an entry. Who asserts it is not evidence of it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "event_without_evidence",
    severity: Severity::Warning,
    summary: "an entry of a history that names no evidence",
    explanation: "\
Every line of the report leads to the passage that bears it out. This entry leads nowhere: a reader has only the editor's word.

```yaml
history:
- {on: 2018-12-05, discussed: true, agreement: agreed}
```

Name the passages: `evidence: [workshops/2018-12-05-second-meeting#p-14]`. Each page shows its anchors; `#p-14` is the 14th paragraph, list item or table row.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        for (n, event) in issue.history.iter().enumerate().filter(|(_, event)| event.evidence.is_empty()) {
            let here = FieldPath::key("history").at(n);
            let evidence = here.clone().then("evidence");
            // What was written and not found is a dangling link: one fault, one finding.
            if record.dangling.iter().any(|link| link.path.steps().starts_with(evidence.steps())) {
                continue;
            }
            let message = format!("the entry of {} names no evidence", event.on.in_words());
            let finding = Finding::new(&RULE, &record.source.file, Spot::Field(here.then("on")), message);
            findings.push(match event.asserted_by.as_ref().or(event.at.as_ref()) {
                Some(source) => {
                    finding.help(format!("add `evidence: [{}#p-N]`, N the passage that says so", source.id))
                }
                None => finding.help("add `evidence: [<collection>/<slug>#p-N]`, N the passage that says so"),
            });
        }
    }
}
