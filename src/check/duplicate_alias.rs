//! An old address that leads to two places.
//!
//! In: aliases and addresses of all records. Out: a finding an alias that another record has, or that
//! is the address of a page.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Check, addresses};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "duplicate_alias",
    severity: Severity::Error,
    summary: "an old address that leads to two places",
    explanation: "\
An address has one page. This alias is claimed by two records, or it is the address of a page of this site, so one of the two could not be reached.

```yaml
# content/cases/school-street.md
aliases: [old/street.html]
# content/cases/market-square.md
aliases: [old/street.html]
```

Leave the alias with the record that took the old one's place.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    if archive.records().iter().all(|record| record.aliases.is_empty()) {
        return;
    }
    let taken = addresses::taken(archive);
    let mut claimed: BTreeMap<String, &str> = BTreeMap::new();
    for record in archive.records() {
        for (n, alias) in record.aliases.iter().enumerate() {
            let Some(address) = addresses::of_alias(archive, alias) else { continue };
            let id = record.id.as_str();
            let message = match (taken.get(&address), claimed.get(&address)) {
                (Some(owner), _) if *owner == id => format!("`{alias}` is the record's own address"),
                (Some(owner), _) => format!("`{alias}` is the address of {owner}"),
                (None, Some(first)) if *first == id => format!("`{alias}` stands here twice"),
                (None, Some(first)) => format!("`{alias}` is an alias of `{first}` too"),
                (None, None) => {
                    claimed.insert(address, id);
                    continue;
                }
            };
            let spot = Spot::Field(FieldPath::key("aliases").at(n));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("take it out of one of the two"));
        }
    }
}
