//! A pointer to a file in the place of the file: what Git LFS leaves where nobody asked it for the files.
//!
//! In: attachments as the reader found them. Out: a finding a file.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::value::LFS_POINTER;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "attachment_is_pointer",
    severity: Severity::Error,
    summary: "an attachment of which only the pointer of Git LFS is there, not the file",
    explanation: "\
A repository that keeps large files in Git LFS has a few lines in the place of each until they are fetched. Readers would be given these lines for the document.

```yaml
attachments: [/assets/minutes.pdf]     # 130 bytes that begin `version https://git-lfs.github.com/spec/v1`
```

Run `git lfs pull` before the build. In a workflow of GitHub write `lfs: true` under `with:` of `actions/checkout`; `annals init --ci github` does.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        for (key, n, attachment) in record.attachments() {
            if attachment.file.as_ref().is_none_or(|file| *file.media_type != *LFS_POINTER) {
                continue;
            }
            let message = format!("`{}` is a pointer of Git LFS, not the file", attachment.name);
            let spot = each::own_spot(record, FieldPath::key(key.clone()).at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help("fetch it: `git lfs pull`; in a workflow, `lfs: true` at the checkout"));
        }
    }
}
