//! The exporter's own mark for a link that it could not resolve.
//!
//! In: what the reader could not resolve. Out: a finding a mark. Other links that lead nowhere are
//! `dangling_link`.

use jiff::civil;

use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::record::Unresolved;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "missing_item",
    severity: Severity::Warning,
    summary: "the exporter wrote `missing-item` in place of a link",
    explanation: "\
The base links to something here, and the export did not include it. What it was can only be seen in the base.

```yaml
location_link:
- missing-item
```

Look the record up in Airtable and write the slug of its record here (`location_link: [the-town]`), or take the line out if nothing is meant.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        for dangling in record.dangling.iter().filter(|link| link.why == Unresolved::MissingItem) {
            let field = dangling.path.root().unwrap_or("this field");
            let message = format!("the exporter could not resolve a link of `{field}`");
            let spot = each::own_spot(record, dangling.path.clone());
            let mut finding = Finding::new(&RULE, &record.source.file, spot, message);
            let id = record.airtable.as_ref().and_then(|airtable| airtable.id.as_deref());
            finding = finding.help(match id {
                Some(id) => {
                    format!("look record `{id}` up in Airtable and write the slug of what it links to")
                }
                None => "write the slug of the record that is meant, or take the line out".to_owned(),
            });
            findings.push(finding);
        }
    }
}
