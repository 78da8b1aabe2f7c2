//! Two names that are a slip of the pen apart.
//!
//! In: owners and parties of the whole archive. Out: a remark on a name that stands once and is nearly one that
//! stands elsewhere.

use std::collections::BTreeMap;

use jiff::civil;

use super::Check;
use super::confusable_owners::bare;
use super::misspelt;
use super::owners::{self, Owner};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "similar_owners",
    severity: Severity::Remark,
    summary: "an owner whose name is one letter away from another one's",
    explanation: "\
A name that stands once is nearly that of another owner. If they are one, they would be counted and listed as two.

```yaml
responsible: [Northmere Council]     # in some records
responsible: [Northmere Councli]     # in one
```

Write the name as it is written elsewhere. If they are two owners, there is nothing to do.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let owners = owners::all(archive);
    let mut uses: BTreeMap<String, Vec<&Owner<'_>>> = BTreeMap::new();
    for owner in owners.iter().filter(|owner| owner.folded.is_none()) {
        uses.entry(bare(owner.written)).or_default().push(owner);
    }
    // Two names that are one letter apart are the same without one letter of each.
    let mut without: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in uses.keys().filter(|name| (misspelt::LONG..=MOST).contains(&name.chars().count())) {
        for at in 0..=name.chars().count() {
            let shorter = name.chars().enumerate().filter(|(n, _)| *n != at).map(|(_, letter)| letter);
            without.entry(shorter.collect()).or_default().push(name);
        }
    }
    let mut told = BTreeMap::new();
    for names in without.values().filter(|names| (2..=CROWD).contains(&names.len())) {
        for (one, other) in names.iter().flat_map(|one| names.iter().map(move |other| (*one, *other))) {
            let (Some(here), Some(there)) = (uses.get(one), uses.get(other)) else { continue };
            let is_rarer = (here.len(), other) < (there.len(), one) && here.len() == 1;
            let (Some(here), Some(there)) = (here.first(), there.first()) else { continue };
            if is_rarer && misspelt::is_slip(here.written, there.written) {
                told.entry(one).or_insert((*here, there.written));
            }
        }
    }
    for (owner, usual) in told.into_values() {
        let message = format!("`{}` is nearly `{usual}`", owner.written);
        let (file, spot) = owner.place(archive);
        let finding = Finding::new(&RULE, &file, spot, message);
        findings.push(finding.help(format!("write `{usual}` if they are one; if not, leave it")));
    }
}

/// Longer names are sentences; and where many names are alike, letters are what tells them apart.
const MOST: usize = 80;
const CROWD: usize = 8;
