//! A facet that no record has.
//!
//! In: the facets of `annals.yaml` and the fields of all records. Out: a finding a facet.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil;

use super::{Check, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unknown_facet",
    severity: Severity::Remark,
    summary: "a facet that no record has",
    explanation: "\
`facets` in `annals.yaml` names the fields that readers can browse by. No record has this one, so the site leaves it out. Nor is there a page for a pair of facets in `facet_pairs` of which one is no facet.

```yaml
facets: [themes_tag]     # the records have theme_tag
```

Correct its spelling, or take it out until a record has it.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let facets = &archive.config().facets;
    if facets.is_empty() {
        return;
    }
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for record in archive.records() {
        known.extend(record.fields.iter().map(|field| &*field.key));
        known.extend(record.references().iter().map(|(key, _)| *key));
        known.extend(of_kind(&record.kind));
    }
    let file: Arc<str> = "annals.yaml".into();
    for (n, pair) in archive.config().facet_pairs.iter().flatten().enumerate() {
        for (place, key) in pair.iter().enumerate().filter(|(_, key)| !facets.contains(key)) {
            let spot = Spot::Field(FieldPath::key("facet_pairs").at(n).at(place));
            let finding = Finding::new(&RULE, &file, spot, format!("`{key}` is none of the `facets`"));
            findings.push(match words::nearest(key, facets.iter().map(|facet| &**facet)) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("name it under `facets` too"),
            });
        }
    }
    for (n, facet) in facets.iter().enumerate().filter(|(_, facet)| !known.contains(&***facet)) {
        let spot = Spot::Field(FieldPath::key("facets").at(n));
        let finding = Finding::new(&RULE, &file, spot, format!("no record has `{facet}`")).counting();
        findings.push(match words::nearest(facet, known.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("take it out until a record has it: the site leaves it out"),
        });
    }
}

/// What records of a kind can be browsed by, beside their fields and references.
fn of_kind(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::Issue(_) => &["heading", "agreement", "work"],
        Kind::Action(_) => &["state", "responsible"],
        Kind::Paper(paper) if paper.kind.is_some() => &["kind"],
        Kind::Milestone(milestone) if milestone.owner.is_some() => &["owner"],
        _ => &[],
    }
}
