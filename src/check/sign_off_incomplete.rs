//! A name that waits for its sign-off.
//!
//! In: named participants of workshops and of interests, in public records. Out: a finding a name. It
//! is a remark because the name is kept back until then.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::{Access, Visibility};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "sign_off_incomplete",
    severity: Severity::Remark,
    summary: "a name that waits for its sign-off",
    explanation: "\
The record is public and names a participant who has not signed it off. The public sees the group in place of the name until then.

```yaml
visibility: public
participants:
  names:
  - {name: Parents' League, group: Civil society organisations}
```

When the participant agrees, say so: `sign_off: [{who: Parents' League, on: 2019-06-01, for: being named}]`. The name has to be written the same in both places.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records().iter().filter(|record| record.access.visibility == Visibility::Public) {
        match &record.kind {
            Kind::Workshop(workshop) => {
                for (n, participant) in workshop.participants.names.iter().enumerate() {
                    let path = FieldPath::key("participants").then("names").at(n);
                    findings.extend(waiting(record, &participant.name, participant.group.as_deref(), path));
                }
            }
            Kind::Interest(interest) => {
                if let Some(name) = &interest.registered_by {
                    let path = FieldPath::key("registered_by");
                    findings.extend(waiting(record, name, interest.group.as_deref(), path));
                }
            }
            _ => {}
        }
    }
}

fn waiting(record: &Record, name: &str, group: Option<&str>, path: FieldPath) -> Option<Finding> {
    if is_signed(&record.access, name) {
        return None;
    }
    let message = format!("`{name}` waits for sign-off");
    let finding = Finding::new(&RULE, &record.source.file, Spot::Field(path), message);
    Some(finding.help(match group {
        Some(group) => format!("until then the public sees `{group}`"),
        None => "until then the public sees no name; add `group:` to say for whom it speaks".to_owned(),
    }))
}

fn is_signed(access: &Access, name: &str) -> bool {
    access.sign_offs.iter().any(|sign_off| sign_off.who.trim().to_lowercase() == name.trim().to_lowercase())
}
