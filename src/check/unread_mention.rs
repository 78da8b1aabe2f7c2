//! A directive, a cross-reference or a citation where none is read.
//!
//! In: every text but the body of a report and its words on a topic. Out: a finding each.

use jiff::civil;

use super::{Check, each, texts};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::mention::{Mention, What, mentions};
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unread_mention",
    severity: Severity::Warning,
    summary: "a directive, a cross-reference or a citation where none is read",
    explanation: "\
Counts, lists, figures, cross-references and citations are worked out in the body of a report and in its `topic_narratives`, where they are counted as at the last day of its period. Anywhere else they have no day, and readers would see the marks themselves.

```markdown
---
title: About
---

So far {{ count(heading=\"resolved\") }} issues are resolved.
```

Say it in a report, or without a number; lead to a record with a link, `[the plan](papers/plan)`. Where the marks are meant, write them as code, or a backslash before them.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        for (place, text) in texts::each(record, may_mention) {
            if is_read(record, &place) {
                continue;
            }
            for Mention { at, what, .. } in mentions(text) {
                let what = match what {
                    Ok(What::Directive(_)) | Err(_) => "a directive",
                    Ok(What::Record(_) | What::Here(..)) => "a cross-reference",
                    Ok(What::Citation(_)) => "a citation",
                    // `@home` may be a name on the web.
                    Ok(What::InText(_)) => continue,
                };
                let message = format!("`{}` is {what}, and only reports have them", &text[at.clone()]);
                let finding = Finding::new(&RULE, &record.source.file, place.spot(at.start), message);
                findings.push(finding.help("`annals rules unread_mention` says what to write in its place"));
            }
        }
    }
}

fn may_mention(text: &str) -> bool {
    text.contains("{{") || text.contains('@')
}

/// Whether directives are worked out in this text.
fn is_read(record: &Record, place: &texts::Place<'_>) -> bool {
    matches!(record.kind, Kind::Report(_))
        && match place {
            texts::Place::Body(_) => true,
            texts::Place::Field(path) => path.root() == Some("topic_narratives"),
        }
}
