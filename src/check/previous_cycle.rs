//! A chain of predecessors that leads back to itself.
//!
//! In: `previous` of reports, `supersedes` of papers, `repeats` of milestones. Out: a finding a
//! circle, at its record that comes first by name.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "previous_cycle",
    severity: Severity::Error,
    summary: "a chain of predecessors that leads back to itself",
    explanation: "\
Reports name the report before them, papers the version they supersede, milestones the entry they repeat. Followed from here, the chain comes back to where it began, so nothing is the first.

```yaml
# content/reports/2019.md
previous: 2020
# content/reports/2020.md
previous: 2019
```

Take the link out of the oldest record of the circle.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    // By index: 0 not looked at, else the number of the walk that came through first.
    let mut walked = vec![0_usize; archive.records().len()];
    for (start, record) in archive.records().iter().enumerate() {
        let walk = start + 1;
        let mut at = Some(start);
        while let Some(here) = at {
            match walked.get_mut(here) {
                Some(seen) if *seen == 0 => *seen = walk,
                Some(seen) if *seen == walk => {
                    // Walks begin in the order of names, so a new circle is met at its first member
                    // unless a record outside leads into it.
                    let entry = archive.records().get(here).unwrap_or(record);
                    findings.extend(finding(archive, entry));
                    break;
                }
                _ => break,
            }
            let next = archive.records().get(here).and_then(|record| before(record));
            at = next.and_then(|(_, id)| archive.index_of(id));
        }
    }
}

/// The field and the record that a record names as the one before it.
fn before(record: &Record) -> Option<(&'static str, &RecordId)> {
    let (key, link) = match &record.kind {
        Kind::Report(report) => ("previous", &report.previous),
        Kind::Paper(paper) => ("supersedes", &paper.supersedes),
        Kind::Milestone(milestone) => ("repeats", &milestone.repeats),
        _ => return None,
    };
    link.as_ref().map(|link| (key, &link.id))
}

/// The circle that a record is in, told at its member that comes first by name.
fn finding(archive: &Archive, member: &Record) -> Option<Finding> {
    let mut circle = vec![member];
    while let Some(next) = archive.get(before(circle.last()?)?.1).filter(|next| next.id != member.id) {
        circle.push(next);
    }
    let first = circle.iter().enumerate().min_by_key(|(_, record)| &record.id)?.0;
    circle.rotate_left(first);
    let (first, rest) = circle.split_first()?;
    let (key, _) = before(first)?;
    let message = match rest {
        [] => format!("`{}` names itself in `{key}`", first.id),
        rest => {
            let names: Vec<&str> = rest.iter().chain([first]).map(|record| record.id.as_str()).collect();
            format!("`{key}` leads back here: `{}`", names.join("` → `"))
        }
    };
    let spot = Spot::Field(FieldPath::key(key));
    let finding = Finding::new(&RULE, &first.source.file, spot, message);
    Some(finding.help(format!("take `{key}` out of the oldest of them")))
}
