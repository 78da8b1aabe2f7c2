//! Two names that are one, and not written so.
//!
//! In: owners and parties of the whole archive, with the letters of the source. Out: a finding a
//! rarer spelling. Source of what looks alike: Unicode Technical Standard 39. A slip of the pen is
//! `similar_owners`.

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
    summary: "one owner under two names, which differ only in look-alike letters, capitals, spaces or hyphens",
    explanation: "\
Two names look the same on paper and are different letters, or differ only in capitals, spaces and hyphens: one owner, who would be counted and listed as two. The rarer of the two is pointed at.

```yaml
owner: Town Hall     # in one record
owner: Town HaII     # in another: two capital i for two small L
owner: town-hall     # in a third
```

Write the name everywhere as it is written most.
",
};

/// The places at which one spelling stands.
type Uses<'o, 'a> = Vec<&'o Owner<'a>>;

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let owners = owners::all(archive);
    let mut spellings: BTreeMap<&str, Uses<'_, '_>> = BTreeMap::new();
    for owner in &owners {
        spellings.entry(owner.written).or_default().push(owner);
    }
    let mut tell = |alike, how: fn(&str, &str) -> String| {
        rarer(alike, &mut |usual, times, name, uses| {
            let Some(first) = uses.first() else { return };
            let places = |n: usize| if n == 1 { "one place".to_owned() } else { format!("{n} places") };
            let help = match uses.len() {
                1 => format!("write `{usual}`, as in {} elsewhere", places(times)),
                n => format!("write `{usual}` here and in the {} after it", places(n - 1)),
            };
            let (file, spot) = first.place(archive);
            findings.push(Finding::new(&RULE, &file, spot, how(name, usual)).help(help));
        })
    };
    // Of names that look alike one is left, which is then held against those of other letters.
    let apart = tell(by(spellings, |name| skeleton(name).collect()), |name, usual| {
        format!("`{name}` looks like `{usual}` and is written with other letters")
    });
    tell(by(apart, bare), |name, usual| {
        format!("`{name}` is `{usual}` but for capitals, spaces and hyphens")
    });
}

/// A name without what may be written in one way or another: capitals, spaces, hyphens.
pub(super) fn bare(name: &str) -> String {
    let is_kept =
        |letter: &char| !letter.is_whitespace() && !"-_\u{2010}\u{2011}\u{2013}\u{2014}".contains(*letter);
    name.chars().filter(is_kept).flat_map(char::to_lowercase).collect()
}

type Alike<'n, 'o, 'a> = BTreeMap<String, Vec<(&'n str, Uses<'o, 'a>)>>;

fn by<'n, 'o, 'a>(spellings: BTreeMap<&'n str, Uses<'o, 'a>>, key: fn(&str) -> String) -> Alike<'n, 'o, 'a> {
    let mut alike = Alike::new();
    for (name, uses) in spellings {
        alike.entry(key(name)).or_default().push((name, uses));
    }
    alike
}

/// Tells of every name but the usual one of those that are alike: that one, how often it stands, the name and
/// where it does. The usual ones are handed back.
fn rarer<'n, 'o, 'a>(
    alike: Alike<'n, 'o, 'a>,
    tell: &mut dyn FnMut(&str, usize, &str, &Uses<'o, 'a>),
) -> BTreeMap<&'n str, Uses<'o, 'a>> {
    let mut kept = BTreeMap::new();
    for mut ranked in alike.into_values() {
        // Most used first; of two used as often, the one in Latin letters and with a capital.
        let capital = |name: &str| name.starts_with(char::is_uppercase);
        ranked.sort_by_key(|(name, uses)| (std::cmp::Reverse(uses.len()), !name.is_ascii(), !capital(name)));
        let mut ranked = ranked.into_iter();
        let Some((usual, times)) = ranked.next() else { continue };
        ranked.for_each(|(name, uses)| tell(usual, times.len(), name, &uses));
        kept.insert(usual, times);
    }
    kept
}
