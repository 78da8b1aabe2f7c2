//! An image that says nothing to those who cannot see it.
//!
//! In: bodies. Out: a finding an image.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "image_without_text",
    severity: Severity::Warning,
    summary: "an image without alternative text",
    explanation: "\
Who cannot see the image is told nothing of it: screen readers read the brackets' text, and here there is none. The PDF cannot be made accessible without it either.

```markdown
![](/assets/map.png)
```

Say in a sentence what the image shows: `![Map of the street, with the barrier at its north end](/assets/map.png)`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        for at in &record.body.outline().images_without_text {
            let spot = each::body_spot(record, *at);
            let finding = Finding::new(&RULE, &record.source.file, spot, "the image has no alternative text");
            findings.push(finding.help("write between the brackets what it shows: `![Map of …](…)`"));
        }
    }
}
