//! A file of a form in which much may be hidden, and that nobody looks into.
//!
//! In: attachments as the reader found them. Out: a remark a file.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::access::Visibility;
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_not_looked_into",
    severity: Severity::Remark,
    summary: "an attachment is of a form that is published as it is, with whatever it says beside what it shows",
    explanation: "\
Out of PDF files, photographs, and documents of Word, Excel, PowerPoint and OpenDocument, properties are taken, and what is hidden in them is told. Other forms are published byte for byte: SVG and HTML have comments, RTF and mail tell who wrote them, sound and film where and with what they were recorded, a ZIP whatever the files in it say. Nothing is known to be wrong with this one; nobody has looked. (The leak scan reads its words, as far as they are written as text.)

```yaml
attachments: [/assets/map.svg]     # drawn by somebody, in a folder of theirs
```

Look into it yourself; or attach a PDF or a PNG of it. What is packed in a ZIP is better attached file by file.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive).filter(|record| record.access.visibility < Visibility::Private) {
        for (key, n, attachment) in record.attachments() {
            let Some(file) = attachment.file.as_ref().filter(|file| file.is_opaque()) else { continue };
            let message = format!(
                "`{}` is published as it is: nobody looks into a file of this form ({})",
                attachment.name, file.media_type
            );
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(
                finding
                    .help("see yourself what it says beside what it shows, or attach a PDF or a PNG of it"),
            );
        }
    }
}
