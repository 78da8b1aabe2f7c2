//! Two names that look the same and are not.
//!
//! In: owners and parties of the whole archive, with the letters of the source. Out: a finding a
//! rarer spelling. Source of what looks alike: Unicode Technical Standard 39.

use std::collections::BTreeMap;

use jiff::civil;
use unicode_security::confusable_detection::skeleton;

use super::Check;
use super::owners::{self, Owner};
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
    let mut spellings: BTreeMap<&str, Vec<&Owner>> = BTreeMap::new();
    for owner in &owners {
        spellings.entry(owner.written).or_default().push(owner);
    }
    let mut alike: BTreeMap<String, Vec<(&str, Vec<&Owner>)>> = BTreeMap::new();
    for (name, uses) in spellings {
        alike.entry(skeleton(name).collect()).or_default().push((name, uses));
    }
    for mut ranked in alike.into_values().filter(|spellings| spellings.len() > 1) {
        // Most used first; of two used as often, the one in Latin letters.
        ranked.sort_by_key(|(name, uses)| (std::cmp::Reverse(uses.len()), !name.is_ascii()));
        let Some(((usual, times), rarer)) = ranked.split_first() else { continue };
        for (name, uses) in rarer {
            let Some(first) = uses.first() else { continue };
            let message = format!("`{name}` looks like `{usual}` and is written with other letters");
            let places = |n: usize| if n == 1 { "one place".to_owned() } else { format!("{n} places") };
            let help = match uses.len() {
                1 => format!("write `{usual}`, as in {} elsewhere", places(times.len())),
                n => format!("write `{usual}` here and in the {} after it", places(n - 1)),
            };
            let (file, spot) = first.place(archive);
            findings.push(Finding::new(&RULE, &file, spot, message).help(help));
        }
    }
}
