//! A file that says more than it shows, where that cannot be taken out of its copy.
//!
//! In: attachments as the reader found them. Out: a warning a file, with how to clean it.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::access::Visibility;
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_tells",
    severity: Severity::Warning,
    summary: "an attachment holds what it does not show, and it cannot be taken out",
    explanation: "\
Comments, tracked changes, notes of the speaker, hidden sheets, rows, columns, slides and shapes, hidden or white text and text on a black ground, files embedded in a document (a chart has the whole table behind it, a pivot table too), cells of other workbooks; in a PDF text under a box or a picture or beside what is shown, what was filled into a form, layers that are switched off, attached files, programs, earlier versions: readers who look for them find them. They are part of what somebody wrote, or cannot be taken out safely, so the copy that is published has them too.

```yaml
attachments: [/assets/minutes.docx]     # it has tracked changes
```

Open the file and accept or reject the changes, delete the comments, carry out the redactions; or print it to a new PDF. `exiftool -all= FILE` empties a picture, `qpdf --linearize IN OUT` drops the earlier versions of a PDF.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive).filter(|record| record.access.visibility < Visibility::Private) {
        for (key, n, attachment) in record.attachments() {
            let asides =
                attachment.file.iter().flat_map(|file| &*file.asides).filter(|aside| !aside.taken_out);
            let what: Vec<&str> = asides.map(|aside| aside.what.as_str()).collect();
            if what.is_empty() {
                continue;
            }
            let message = format!("`{}` holds {}", attachment.name, what.join("; "));
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help("open it and take that out, or print it to a new PDF; then check again"));
        }
    }
}
