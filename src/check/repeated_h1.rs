//! A body that begins with its own title.
//!
//! In: top-level headings of bodies. Out: a finding a heading that says the title again. Other
//! headings of level 1 are as exports have them, and are moved down when the page is made.

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "repeated_h1",
    severity: Severity::Warning,
    summary: "a body whose heading repeats the record's title",
    explanation: "\
The page has one heading of level 1: the title from the front matter. Here the body says it again, so readers see it twice, and everything below stands one level too deep.

```markdown
---
title: School street
---

# School street
```

Take the line out of the body.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        let tops = record.body.outline().headings.iter().filter(|heading| heading.level == 1);
        for heading in tops.filter(|heading| words::are_same(&heading.title, &record.title)) {
            let spot = each::body_spot(record, heading.at);
            let message = format!("`{}` is the title already", heading.title);
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("take the heading out of the body: the page begins with its title"));
        }
    }
}
