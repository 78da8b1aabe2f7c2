//! A confidential paper that would be published.
//!
//! In: papers. Out: a finding a public paper that bears a marking and does not say who released it.
//! A draft is not published, so it is not looked at.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::marking::is_closed;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unreleased_marking",
    severity: Severity::Error,
    summary: "a public paper that is marked as confidential and was released by nobody",
    explanation: "\
The paper bears a marking that keeps it from the public, and its record is public. Somebody has to have released it, and the record has to say who, when and on what ground, before the site may show it.

```yaml
visibility: public
marking: For members of the forum only
```

If it was released, say so:

```yaml
released: {by: Town Hall, on: 2020-08, basis: published on the town's website}
```

If not, write `visibility: members`. A marking that allows publication has the word public, published, open, none or unrestricted in it.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        let Kind::Paper(paper) = &record.kind else { continue };
        let Some(marking) = paper.marking.as_deref().filter(|marking| is_closed(marking)) else { continue };
        let access = &record.access;
        if access.visibility != Visibility::Public || access.draft || access.release.is_some() {
            continue;
        }
        let message =
            format!("the paper is public, is marked `{}` and was released by nobody", marking.trim());
        let spot = Spot::Field(FieldPath::key("marking"));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings
            .push(finding.help("add `released: {by: …, on: …, basis: …}`, or write `visibility: members`"));
    }
}
