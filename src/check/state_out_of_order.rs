//! An earlier state of an action that is not earlier.
//!
//! In: actions. Out: a finding an action, at the first of its earlier states that is of the day of the state that
//! holds or of a later one, or that has no such day beside it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "state_out_of_order",
    severity: Severity::Warning,
    summary: "an earlier state of an action that is not earlier than the one it has",
    explanation: "\
`state` and `state_on` say how an action stands, `earlier` how it stood before. An earlier state of a later day contradicts the state that holds; where `state_on` is missing, the state counts for every day there ever was, and the earlier ones for none.

```yaml
state: in-progress
state_on: 2018-11-20
earlier:
- {state: completed, on: 2019-10-02}
```

Write the newest state under `state` and `state_on`, and the others under `earlier`. An action that was closed and is open again is written so too: `state: open` with the day on which it was opened again.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, action) in each::actions(archive) {
        let holds = action.state_on.map(|on| on.latest());
        let is_later = |on: civil::Date| holds.is_none_or(|holds| on >= holds);
        let found = action.earlier.iter().enumerate().find(|(_, one)| is_later(one.on.latest()));
        let Some((n, one)) = found else { continue };
        let message = match action.state_on {
            Some(on) => {
                format!("{} is not before {}, since when it is {}", one.on, on, action.state.in_words())
            }
            None => format!(
                "it was {} on {}, and no day is given of the state that it has",
                one.state.in_words(),
                one.on
            ),
        };
        let spot = each::own_spot(record, FieldPath::key("earlier").at(n));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings.push(
            finding.help("write the newest state under `state` and `state_on`, the others under `earlier`"),
        );
    }
}
