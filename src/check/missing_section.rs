//! A case without the standard sections of its template.
//!
//! In: the headings of cases. Out: a finding a case, with all that it lacks. It does not look at
//! what the sections say.

use jiff::civil;

use super::{Check, each, words};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::sections;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "missing_section",
    severity: Severity::Remark,
    summary: "a case without a standard section",
    explanation: "\
Cases follow Participedia's template, so that readers can compare them. A section is found by its heading; capitals, `&` and commas do not count, and the older and American headings are understood.

```markdown
# Problem and purpose
Parents asked for a safer road.
# Outcomes, impacts and effects
The street was closed to cars.
```

Add a heading for each section that the message names, with a sentence even where nothing is known (\"Nothing is recorded on how participants were chosen\"): Problem and purpose · Background history and context · Organising and funding entities · Participant recruitment and selection · Methods and tools used · What went on · Outcomes, impacts and effects · Analysis and lessons learned.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive).filter(|record| record.id.collection() == "cases") {
        let lacking = sections::lacking(record.body.outline());
        if !lacking.is_empty() {
            let message = match lacking.len() {
                1 => format!("the case lacks a standard section: {}", words::ticked(lacking)),
                n => format!("the case lacks {n} standard sections: {}", words::ticked(lacking)),
            };
            let finding = Finding::new(&RULE, &record.source.file, each::body_spot(record, 0), message);
            findings.push(finding.help("add the heading, and say so where nothing is known"));
        }
    }
}
