//! A file that says more than it shows, where the copy that is published does not.
//!
//! In: attachments as the reader found them. Out: a remark a file.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::access::Visibility;
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_cleaned",
    severity: Severity::Remark,
    summary: "an attachment says more than it shows, and its copy does not",
    explanation: "\
Files carry who wrote them, on which machine, when, and for photographs where. The copy that is published is without that; the file in the archive stays as it is. Nothing has to be done: this tells what was taken out.

```yaml
attachments: [/assets/minutes.docx]     # its properties name its author
```

If the source is public too, clean the file itself: its properties are in every copy of the archive.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive).filter(|record| record.access.visibility < Visibility::Private) {
        for (key, n, attachment) in record.attachments() {
            let asides =
                attachment.file.iter().flat_map(|file| &*file.asides).filter(|aside| aside.taken_out);
            let what: Vec<&str> = asides.map(|aside| aside.what.as_str()).collect();
            if what.is_empty() {
                continue;
            }
            let message = format!("`{}` tells {}, and its copy does not", attachment.name, what.join(", "));
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("clean the file itself if the archive's source is public too"));
        }
    }
}
