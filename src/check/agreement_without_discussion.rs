//! An agreement on something that was never discussed.
//!
//! In: issues. Out: a finding an issue, at the first entry that says so.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::issue::Agreement;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "agreement_without_discussion",
    severity: Severity::Warning,
    summary: "an agreement on something that was never discussed",
    explanation: "\
The entry says what was agreed, and that it was not discussed; nor does an earlier one say so. The report lists the issue as outstanding, not yet discussed, whatever was agreed.

```yaml
history:
- {on: 2018-12-05, discussed: false, agreement: agreed, work: done}
```

If it was discussed, take `discussed: false` out or write `true`. If it was not, take `agreement` out.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        let undiscussed = issue.history.iter().enumerate().take_while(|(_, event)| !event.discussed);
        let mut stated = undiscussed.filter(|(_, event)| event.agreement != Agreement::NoneYet);
        if let Some((n, event)) = stated.next() {
            let agreement = event.agreement.as_str();
            let message = format!("`{agreement}` on {}, and not discussed until then", event.on.in_words());
            let spot = Spot::Field(FieldPath::key("history").at(n).then("agreement"));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("write `discussed: true`, or take `agreement` out"));
        }
    }
}
