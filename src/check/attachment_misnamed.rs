//! A file that is not of the kind that its name says.
//!
//! In: attachments as the reader found them. Out: a finding a file. The bytes are believed, not the
//! name.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_misnamed",
    severity: Severity::Warning,
    summary: "an attachment that is not of the kind its name says",
    explanation: "\
The first bytes of the file say that it is of another kind than its name: a `.pdf` that is a picture, for one. Readers would be promised one thing and get another, and some programs refuse to open it. It is published under a name that fits.

```yaml
attachments: [/assets/poster.pdf]     # its bytes are those of a PNG picture
```

Rename the file (`/assets/poster.png`) and the field, or put the right file in its place.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        for (key, n, attachment) in record.attachments() {
            let Some(file) = attachment.file.as_ref().filter(|file| file.misnamed) else { continue };
            let message = format!("`{}` is really {}", attachment.name, file.media_type);
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help(format!("rename it to end in `.{}`, here and on disk", file.extension)));
        }
    }
}
