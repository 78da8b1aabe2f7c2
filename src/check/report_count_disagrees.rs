//! A typed count that disagrees with the data.
//!
//! In: reports and issues. Out: a finding a count, with both figures. It counts as the report does:
//! the issues that the report's own readers may see, as they stood when the period ended.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::{Access, Visibility};
use crate::model::archive::Archive;
use crate::model::issue::Issue;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "report_count_disagrees",
    severity: Severity::Error,
    summary: "a typed count that disagrees with the data",
    explanation: "\
The report's editors typed how many issues stand under a heading, and the issues themselves say otherwise at the end of the period. One of the two would be published wrong. Counted are the issues raised by then that the readers of the report may see.

```yaml
period: 2018-07/2019-07
counts: {resolved: 4, outstanding: 12}     # the data say 3 and 13
```

See which issues stand where, and why: `annals explain issues/<slug> --as-of 2019-07-31`. Then mend the history of the issue, or the count; best take the count out, since the report prints its own.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, report) in each::reports(archive).filter(|(_, report)| !report.typed_counts.is_empty()) {
        // A period without an end has no day to count as at.
        if report.as_of().is_none() {
            continue;
        }
        let end = report.as_at(today);
        let readable = each::issues(archive).filter(|(issue, _)| seen_with(&issue.access, record));
        let counts = crate::model::standing::counts(readable.map(|(_, issue): (_, &Issue)| issue), end);
        for (heading, typed) in &report.typed_counts {
            let counted = counts.of(*heading);
            if counted == *typed as usize {
                continue;
            }
            let message = format!(
                "{typed} typed as `{heading}`, {counted} counted as at {end}",
                heading = heading.as_str()
            );
            // The key may be written with a hyphen or an underscore; the map is there in any case.
            let spot = Spot::Field(FieldPath::key("counts").then(heading.as_str().replace('-', "_")));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            let help = format!("`annals explain ID --as-of {end}` tells why an issue stands where it stands");
            findings.push(finding.help(help).counting());
        }
    }
}

/// Whether those who may read the report may see the issue too.
fn seen_with(issue: &Access, report: &Record) -> bool {
    let is_public = |access: &Access| access.visibility == Visibility::Public && !access.draft;
    issue.visibility != Visibility::Private && (!is_public(&report.access) || is_public(issue))
}
