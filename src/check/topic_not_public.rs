//! An issue for everybody under a topic that is not.
//!
//! In: issues and their topics. Out: a finding an issue. An issue without a topic is `issue_without_topic`.

use jiff::civil;

use super::shown::is_public;
use super::{Check, each};
use crate::diag::{Bearing, FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "topic_not_public",
    severity: Severity::Warning,
    summary: "an issue for everybody under a topic that is not",
    explanation: "\
Everybody sees the issue, and nobody sees what it belongs to: in the public report it stands under “Issues without a topic”, and the progress matrix has no column for it.

```yaml
# content/issues/barrier.md
visibility: public
topic: school-street        # content/topics/school-street.md: visibility: members
```

Make the topic public too, with `released:` where it bears a marking; words in it that are not for everybody stand between `::: members` and `:::`, or under `redact:`. Where it must stay closed, leave this warning.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for (record, issue) in each::issues(archive).filter(|(record, _)| is_public(record)) {
        let topic = issue.topic.as_ref().and_then(|topic| archive.get(&topic.id));
        let Some(topic) = topic.filter(|topic| !is_public(topic)) else { continue };
        let message = format!("everybody sees this issue, and its topic `{}` is not for everybody", topic.id);
        let finding = Finding::new(
            &RULE,
            &record.source.file,
            each::own_spot(record, FieldPath::key("topic")),
            message,
        );
        // Where a slip in the topic's own file keeps it from everybody, that is told there.
        let bearing = Bearing::Misses(topic.id.as_str().into());
        findings.push(
            finding.help("in public it stands under no topic: make the topic public too").bears(bearing),
        );
    }
}
