//! An action's record whose title shares no word with the promise of its number.
//!
//! In: actions with a file of their own that belong to a write-up. Out: a finding at a file that seems to
//! speak of another promise: what it says of state and evidence would be said of the wrong one.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::one_thing::share_words;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "another_promise",
    severity: Severity::Warning,
    summary: "an action's record that seems to speak of another promise than the one of its number",
    explanation: "\
The file says of which workshop and number it is, and its title shares no word with what the write-up promises under that number. A write-up that was sent again may count its actions anew; then the state, the evidence and the links of this file are told of the wrong promise.

```yaml
# content/actions/counts.md, while action 1 of the write-up is now: Book the hall
title: Publish the counts
workshop: 2024-03-12-workshop-3
number: 1
state: completed
```

Correct `number` to that of the promise that is meant. If it is the right one, give the record a title in its words.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive).filter(|(record, _)| record.source.own_file) {
        let Some(wording) = action.wording.as_ref().filter(|_| action.extracted) else { continue };
        let mut wordings = std::iter::once(wording).chain(&action.other_wordings);
        if wordings.any(|wording| share_words(&record.title, wording)) {
            continue;
        }
        let (Some(workshop), Some(number)) = (&action.workshop, action.number) else { continue };
        // What the promise says may be for fewer people than this file.
        let message = format!(
            "the title shares no word with what the write-up of `{}` promises as action {number}",
            workshop.id
        );
        let spot = each::own_spot(record, FieldPath::key("number"));
        let help =
            "correct the number if another promise is meant; if not, give the record a title in its words";
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}
