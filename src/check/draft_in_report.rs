//! Issues that nobody has gone over yet, in a report for members.
//!
//! In: issues marked as drafts, and the reports whose readers may see them. Out: a finding a report, with how many.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "draft_in_report",
    severity: Severity::Warning,
    summary: "a report for members that counts issues that are drafts",
    explanation: "\
Importers make a draft of an issue of what a document asks in passing. The public sees none of them; members do, and so the report for members counts them as issues that were raised, in words that nobody has gone over. Its edition for members cannot be frozen while it does.

```yaml
# content/issues/who-pays.md, of the time of the report
title: Who pays?
draft: true
```

Read each one: give it a topic and a history, and take `draft: true` out; or delete it, where it is no issue of its own. An import does not make it again.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let frozen = |report: &_| {
        let mut locks = archive.locks().iter();
        locks.any(|lock| lock.report == *report && lock.audience > Visibility::Public)
    };
    // A period without an end is a fault of its own, and has no day to count as at.
    let reports =
        each::reports(archive).filter(|(record, report)| report.as_of().is_some() && !frozen(&record.id));
    for (record, report) in reports {
        let end = report.as_at(today);
        let is_told = |visibility: Visibility| visibility != Visibility::Private;
        let mut drafts = each::issues(archive).filter(|(issue, said)| {
            issue.access.draft && is_told(issue.access.visibility) && said.raised_by(end)
        });
        let Some((first, _)) = drafts.next() else { continue };
        let message = match drafts.count() {
            0 => format!("`{}` is a draft, and the report for members counts it", first.id),
            more => {
                format!("`{}` and {more} more are drafts, and the report for members counts them", first.id)
            }
        };
        let help =
            "go over each: a topic, a history, and without `draft: true`; delete what is no issue of its own";
        findings.push(Finding::new(&RULE, &record.source.file, Spot::File, message).help(help));
    }
}
