//! A file that a record names and that is not there.
//!
//! In: attachments as the reader found them. Out: a finding a file.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_missing",
    severity: Severity::Warning,
    summary: "an attachment that is not there",
    explanation: "\
The record names a file that is not in the archive, so its page can only give the name, not the file.

```yaml
attachments: [/assets/survey of parents.pdf]     # no such file
```

Put the file where the field says, under the archive's root, or correct the name: spaces, dots and capitals count. Take the line out if the file is lost, and say so in the text.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        for (key, n, attachment) in record.attachments().filter(|(.., attachment)| attachment.file.is_none())
        {
            let message = format!("the file `{}` is not there", attachment.written);
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            let help = "put the file beside the record, or below `content/` where its name begins with `/`";
            findings.push(finding.help(format!("{help}; or correct the name")));
        }
    }
}
