//! A report and the one before it that cover the same days.
//!
//! In: reports. Out: a finding at a report whose period has days of the period of its `previous`. Reports that do
//! not name each other may overlap: a year and its quarters are both told, and neither follows the other.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::date::{Date, Interval};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "periods_overlap",
    severity: Severity::Warning,
    summary: "a report that covers days of the report before it",
    explanation: "\
The report names another one as the report before it, and some days stand in the periods of both. What happened on them is told twice, and what is said to have changed since may have been in the earlier report already.

```yaml
# content/reports/2024.md
period: 2024-01/2024-12
# content/reports/2025.md
period: 2024-06/2025-05
previous: 2024
```

Let the period begin on the day after the other one ends (`2025-01/2025-05`). If the report is of a part of the other's time, take `previous` out.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, report) in each::reports(archive) {
        let Some(before) = report.previous.as_ref().filter(|before| before.id != record.id) else { continue };
        let other = each::reports(archive).find(|(other, _)| other.id == before.id);
        let Some((here, there)) = report.period.zip(other.and_then(|(_, other)| other.period)) else {
            continue;
        };
        let (Some(ours), Some(theirs)) = (days(here), days(there)) else { continue };
        let (from, to) = (ours.0.max(theirs.0), ours.1.min(theirs.1));
        // Two reports of one period are told by `period_twice`.
        if from > to || ours == theirs {
            continue;
        }
        let both = match (Date::from_day(from), Date::from_day(to)) {
            (day, _) if from == to => day.in_words(),
            (from, to) => format!("{} to {}", from.in_words(), to.in_words()),
        };
        let message =
            format!("`{}`, {there}, is the report before this one, {here}: {both} stand in both", before.id);
        let help = match theirs.1.tomorrow() {
            Ok(next) if next <= ours.1 => {
                format!(
                    "begin the period on {next}; if the report is of a part of that time, take `previous` out"
                )
            }
            _ => "if the report is of a part of that time, take `previous` out".to_owned(),
        };
        let spot = Spot::Field(FieldPath::key("period"));
        findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
    }
}

/// The first and the last day, where both are written.
fn days(period: Interval) -> Option<(civil::Date, civil::Date)> {
    Some((period.from?.earliest(), period.to?.latest()))
}
