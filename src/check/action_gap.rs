//! Numbers left out in the actions of a write-up.
//!
//! In: write-ups. Out: a finding a write-up, at the action after the first gap.

use std::collections::BTreeSet;

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "action_gap",
    severity: Severity::Remark,
    summary: "numbers left out in the actions of a write-up",
    explanation: "\
The actions of a write-up are numbered from 1. A number that is left out is an action that was cut, or that the program did not recognise.

```markdown
| Action | Responsible |
| --- | --- |
| **Action 1:** Put up a sign | Town Hall |
| **Action 3:** Ask the bus company | Town Hall |
```

Look in the source for the action that is missing. It is recognised by `Action 2:` at the start of a cell or paragraph. If the source leaves it out too, leave it.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        let Some(write_up) = record.body.write_up() else { continue };
        let numbers: BTreeSet<u32> = write_up.actions.iter().map(|action| action.number).collect();
        let gaps = gaps(&numbers);
        let Some(first) = gaps.first() else { continue };
        let at = write_up.actions.iter().filter(|action| action.number > *first).map(each::start).min();
        let message = match gaps.as_slice() {
            [only] => format!("action {only} is missing"),
            _ => format!("actions {} are missing", words::ranges(gaps)),
        };
        let spot = each::body_spot(record, at.unwrap_or(0));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings.push(finding.help("look for it in the source; if it is not there either, leave it"));
    }
}

/// What is left out between 1 and the greatest number; no more than a list can show.
fn gaps(numbers: &BTreeSet<u32>) -> Vec<u32> {
    let mut gaps = Vec::new();
    let mut expected = 1;
    for number in numbers {
        gaps.extend((expected..*number).take(100));
        expected = number.saturating_add(1);
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_one() {
        assert_eq!(gaps(&BTreeSet::from([2, 3, 6])), [1, 4, 5]);
        assert_eq!(gaps(&BTreeSet::from([1, 2])), [0; 0]);
        assert!(gaps(&BTreeSet::from([u32::MAX])).len() <= 100);
    }
}
