//! Two workshops with one number whose days are near each other.
//!
//! In: workshops. Out: a finding at one that may be another one, put down twice. A forum that counts its
//! meetings anew each year has none.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::{Kind, Workshop};
use crate::model::one_thing::may_be_one_meeting;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "workshop_number_twice",
    severity: Severity::Warning,
    summary: "two workshops with one number within half a year",
    explanation: "\
Two records of workshops have the same number, and their dates are near each other or differ in the year alone. A write-up that was imported again with its date put right makes a second record of one meeting, and then all its actions stand twice.

```yaml
# content/workshops/2024-03-12-workshop-3.md
number: 3
# content/workshops/2024-03-13-workshop-3.md
number: 3
```

If they are one meeting, keep the record that others link to, put its date right, and delete the other one. If they are two, correct the number of one; meetings of another series need none.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut known: Vec<(&Record, &Workshop)> = Vec::new();
    for record in archive.records().iter().filter(|record| record.source.own_file) {
        let Kind::Workshop(workshop) = &record.kind else { continue };
        // What another folder holds may be for fewer people than this record.
        let is_beside = |other: &Record| folder(other) == folder(record);
        let mut beside = known.iter().filter(|(other, _)| is_beside(other));
        if let Some((first, _)) = beside.find(|(_, other)| may_be_one_meeting(workshop, other)) {
            let number = workshop.number.unwrap_or_default();
            let message = format!("`{}` is workshop {number} too, and its day is near", first.id);
            let spot = Spot::Field(FieldPath::key("number"));
            let help = "if they are one meeting, keep one record of it; if they are two, correct the number";
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
        }
        known.push((record, workshop));
    }
}

/// The folder of a record's file.
fn folder(record: &Record) -> Option<&str> {
    record.source.file.rsplit_once('/').map(|(folder, _)| folder)
}
