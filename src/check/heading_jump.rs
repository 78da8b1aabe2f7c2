//! A heading two levels or more below the one before it.
//!
//! In: the headings of bodies, as they come to stand under the page's title. Out: a finding a jump.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "heading_jump",
    severity: Severity::Warning,
    summary: "a heading that leaves a level out",
    explanation: "\
People who use a screen reader move from heading to heading by level. A level that is left out sounds like a section that is missing.

```markdown
## What went on
#### The first meeting
```

Take one `#` away (`### The first meeting`). The title of the page is level 1, so a body begins with `##`; a body that begins with `#` is moved down as a whole.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        let shift = record.body.shift();
        let mut above = 1_u8;
        for heading in &record.body.outline().headings {
            let level = heading.level.saturating_add(shift);
            if level > above.saturating_add(1) {
                let fitting = above.saturating_add(1).saturating_sub(shift).max(1);
                let message =
                    format!("`{}` is of level {}, after one of level {above}", heading.title, level);
                let finding =
                    Finding::new(&RULE, &record.source.file, each::body_spot(record, heading.at), message);
                let marks = "#".repeat(usize::from(fitting));
                findings.push(finding.help(format!("write `{marks} {}`", heading.title)));
            }
            above = level;
        }
    }
}
