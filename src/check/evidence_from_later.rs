//! Evidence out of a workshop that came after what it is to bear out.
//!
//! In: issues and the workshops that they cite. Out: a finding an entry, at the first such passage. A paper often tells of
//! earlier meetings; a workshop does where `asserted_by` names it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "evidence_from_later",
    severity: Severity::Warning,
    summary: "evidence out of a workshop that came later",
    explanation: "\
The entry cites a passage of a workshop that was held after the day of the entry. A report as at the day of the entry would cite a meeting that had not been.

```yaml
history:
- {on: 2020-02-29, agreement: agreed, evidence: [workshops/2021-02-28-workshop-3#p-1]}
```

Cite the workshop that is meant, or correct the date. Where a later workshop really tells of it, say so: `asserted_by: workshops/2021-02-28-workshop-3`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive) {
        for (n, event) in issue.history.iter().enumerate() {
            let is_told = |to: &Ref| event.asserted_by.as_ref().is_some_and(|by| by.id == to.id);
            let cited = event.evidence.iter().enumerate().filter(|(_, to)| !is_told(to));
            let mut later = cited.filter_map(|(m, to)| {
                let (workshop, held) = workshop(archive, to)?;
                (event.on.latest() < held.earliest()).then_some((m, workshop, held))
            });
            let Some((m, workshop, held)) = later.next() else { continue };
            let message = format!("{} was on {}, after this entry", workshop.title, held.in_words());
            let spot = Spot::Field(FieldPath::key("history").at(n).then("evidence").at(m));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(
                finding.help(
                    "cite the workshop that is meant; if this one tells of it, write `asserted_by` too",
                ),
            );
        }
    }
}

fn workshop<'a>(archive: &'a Archive, to: &Ref) -> Option<(&'a Record, Date)> {
    let record = archive.get(&to.id)?;
    match &record.kind {
        Kind::Workshop(workshop) => Some((record, workshop.date?)),
        _ => None,
    }
}
