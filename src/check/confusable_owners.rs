//! Two names that look the same and are not.
//!
//! In: owners and parties of the whole archive, with the letters of the source. Out: a finding a
//! rarer spelling. Source of what looks alike: Unicode Technical Standard 39.

use std::collections::BTreeMap;

use jiff::civil;
use unicode_security::confusable_detection::skeleton;

use super::owners::{self, Owner};
use super::{Check, words};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "confusable_owners",
    severity: Severity::Warning,
    summary: "two owners whose names differ only in look-alike letters",
    explanation: "\
Two names look the same on paper and are different letters: one owner, who would be counted and listed as two. The rarer of the two is pointed at.

```yaml
owner: Town Hall     # in one record
owner: Town HaII     # in another: two capital i for two small L
```

Write the name everywhere as it is written most.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let owners = owners::all(archive);
    let mut alike: BTreeMap<String, BTreeMap<&str, Vec<&Owner>>> = BTreeMap::new();
    for owner in &owners {
        let looks = skeleton(owner.written).collect();
        alike.entry(looks).or_default().entry(owner.written).or_default().push(owner);
    }
    for spellings in alike.values().filter(|spellings| spellings.len() > 1) {
        // Most used first; of two used as often, the one in Latin letters.
        let mut ranked: Vec<_> = spellings.iter().collect();
        ranked.sort_by_key(|(name, uses)| (std::cmp::Reverse(uses.len()), !name.is_ascii()));
        let Some(((usual, times), rarer)) = ranked.split_first() else { continue };
        for (name, uses) in rarer {
            let Some(first) = uses.first() else { continue };
            let message = format!("`{name}` looks like `{usual}` and is written with other letters");
            let help = format!(
                "write `{usual}`, as in {} other {}; `{name}` stands in {}",
                times.len(),
                if times.len() == 1 { "place" } else { "places" },
                words::ticked(files(uses)),
            );
            findings.push(Finding::new(&RULE, &first.file, first.spot.clone(), message).help(help));
        }
    }
}

fn files<'o>(uses: &[&'o Owner]) -> Vec<&'o str> {
    let mut files: Vec<&str> = uses.iter().map(|owner| &*owner.file).collect();
    files.dedup();
    files
}
