//! A withholding whose reason nobody declared.
//!
//! In: redactions and marks in texts, `redact:` lists, and `redaction_reasons` of `annals.yaml`. Out:
//! a finding a reason.

use jiff::civil;

use super::{Check, texts, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::config::Config;
use crate::model::passages;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "undeclared_reason",
    severity: Severity::Warning,
    summary: "a withholding whose reason nobody declared",
    explanation: "\
Readers see the reason in place of what is withheld, and the register counts by reason. So reasons are few and are declared once, in `redaction_reasons` of `annals.yaml`, with the words that readers get.

```markdown
[[redact: privcay]]A parent[[/redact]] asked for it.
```

Write the key of a reason that is declared, or declare this one:

```yaml
redaction_reasons: {privacy: A private person could be recognised}
```
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let config = archive.config();
    for record in archive.records() {
        for (place, text) in texts::each(record, |text| text.contains("[[")) {
            for (at, reason) in passages::reasons(text) {
                let spot = place.spot(at.start);
                findings.extend(undeclared(config, &reason, |message| {
                    Finding::new(&RULE, &record.source.file, spot, message)
                }));
            }
        }
        for (n, redaction) in record.access.redactions.iter().enumerate() {
            let spot = Spot::Field(FieldPath::key("redact").at(n).then("reason"));
            findings.extend(undeclared(config, &redaction.reason, |message| {
                Finding::new(&RULE, &record.source.file, spot, message)
            }));
        }
    }
}

fn undeclared(config: &Config, reason: &str, finding: impl FnOnce(String) -> Finding) -> Option<Finding> {
    let declared = &config.redaction_reasons;
    if reason.is_empty() || declared.iter().any(|(key, words)| key == reason || words == reason) {
        return None;
    }
    let found = finding(format!("nobody declared the reason `{reason}`"));
    Some(match words::nearest(reason, declared.iter().map(|(key, _)| key.as_str())) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => found.help(format!(
            "add `{reason}: …`, with words for readers, to `redaction_reasons` in `annals.yaml`"
        )),
    })
}
