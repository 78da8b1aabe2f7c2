//! Groups of participants that add up to more than took part.
//!
//! In: workshops. Out: a finding one whose groups, of those that are counted, have more people than it had.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::{Count, Kind};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "groups_exceed_count",
    severity: Severity::Warning,
    summary: "groups of participants that add up to more than took part",
    explanation: "\
The page prints the number of all who took part beside that of each group, and a reader adds up. What is too small to be told is worked out from both, too, so that a wrong number may give it away.

```yaml
participants: {count: 18, groups: [{group: Residents, count: 21}, {group: The council, count: 7}]}
```

Correct the number that is wrong; where nobody counted, take `count` out. Who belongs to two groups is counted in one.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        let Kind::Workshop(workshop) = &record.kind else { continue };
        let Some(Count::Exactly(all)) = workshop.participants.count else { continue };
        let counted = workshop.participants.groups.iter().filter_map(|(_, count)| match count {
            Some(Count::Exactly(n)) => Some(u64::from(*n)),
            _ => None,
        });
        let sum: u64 = counted.sum();
        if sum <= u64::from(all) {
            continue;
        }
        let message = format!("{all} took part, and the groups have {sum}");
        let spot = Spot::Field(FieldPath::key("participants").then("count"));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings.push(finding.help("correct the number that is wrong, or take `count` out"));
    }
}
