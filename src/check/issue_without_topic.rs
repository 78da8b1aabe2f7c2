//! An issue that belongs to no topic.
//!
//! In: issues. Out: a finding an issue. A topic that is written and not found is `dangling_link`.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "issue_without_topic",
    severity: Severity::Warning,
    summary: "an issue that belongs to no topic",
    explanation: "\
The annual report and the progress matrix are set out by topic. An issue without one stands apart at the end, where few look for it.

```yaml
title: Who may open the barrier
raised: {at: workshops/first-meeting, on: 2018-07-03}
```

Add `topic:` with the slug of a record in content/topics, as in `topic: school-street`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, _) in each::issues(archive).filter(|(_, issue)| issue.topic.is_none()) {
        let dangles = record.dangling.iter().any(|dangling| dangling.path.root() == Some("topic"));
        // `Topic:` and the like are told at their line.
        let misspelt = record
            .fields
            .iter()
            .filter(|field| !field.declared)
            .any(|field| strsim::damerau_levenshtein(&field.key.to_lowercase(), "topic") < 2);
        if !dangles && !misspelt {
            let message = "the issue belongs to no topic";
            let finding = Finding::new(&RULE, &record.source.file, Spot::File, message);
            findings.push(finding.help("add `topic:` with the slug of a record in content/topics"));
        }
    }
}
