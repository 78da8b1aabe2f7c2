//! A translation whose original has changed since.
//!
//! In: the archive. Out: a finding a translation, with the digest to write once the two were read again.

use jiff::civil;

use super::Check;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "outdated_translation",
    severity: Severity::Warning,
    summary: "a translation whose original has changed since it was made",
    explanation: "\
`translated_from` is the start of a digest (SHA-256) of the words that were translated. The original says something else now, or the translation does not say what it was made from, so nobody knows whether the two still say the same. Readers are told so on its page, with the way to the original.

```yaml
# content/issues/custody-images.cy.md
translated_from: \"3f9a1c77b0e2\"     # and a paragraph of custody-images.md was changed last week
```

Read both, mend the translation, and write the digest that this finding names. Where something in the original is not for everybody, a second digest follows behind a `+`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    if !archive.config().is_main() {
        return;
    }
    for one in archive.translations().iter().filter(|one| one.is_outdated()) {
        let message = match one.from {
            Some(_) => format!("`{}` has changed since it was translated", one.original),
            None => "the translation does not say what it was made from".to_owned(),
        };
        let help = format!(
            "read `{}` again, mend what differs, and write `translated_from: \"{}\"`",
            one.original, one.now
        );
        let spot = Spot::Field(FieldPath::key("translated_from"));
        findings.push(Finding::new(&RULE, &one.record.source.file, spot, message).help(help));
    }
}
