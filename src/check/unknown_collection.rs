//! A collection that is perhaps another one, misspelt.
//!
//! In: the collections that `annals.yaml` names, and those that records are in. Out: a finding a name that is a
//! slip away from one that is known. A collection of one's own has any other name, or is in both places.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil;

use super::Check;
use crate::diag::{Bearing, FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unknown_collection",
    severity: Severity::Error,
    summary: "a collection that is perhaps another one, misspelt",
    explanation: "\
What `annals.yaml` says of a collection, above all who may see it, holds for the folder of that name. Under a misspelt name it holds for nothing, and what was to be for members follows `default_visibility`. A folder that is misspelt has records of no known kind.

```yaml
collections:
  paper: {visibility: members}     # the folder is papers
```

Correct the name. If you mean a collection of your own, name it in `annals.yaml` and put a record into its folder: then it is known.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let mut used: BTreeMap<&str, &Record> = BTreeMap::new();
    for record in archive.records().iter().filter(|record| record.source.own_file) {
        used.entry(record.id.collection()).or_insert(record);
    }
    let schema = archive.schema().collections();
    let is_built_in = |name: &str| schema.iter().any(|known| known.built_in && *known.name == *name);
    let built_in = || schema.iter().filter(|known| known.built_in).map(|known| &*known.name);
    for (name, _) in &archive.config().collections {
        if !used.contains_key(&**name)
            && !is_built_in(name)
            && let Some(near) = slip(name, built_in().chain(used.keys().copied()))
        {
            let spot = Spot::Field(FieldPath::key("collections").then(&**name));
            let file: Arc<str> = "annals.yaml".into();
            let finding = Finding::new(&RULE, &file, spot, format!("no record is in `{name}`"));
            findings.push(finding.help(format!("did you mean `{near}`?")).counting());
        }
    }
    for (name, record) in &used {
        if archive.config().collection(name).is_none()
            && !is_built_in(name)
            && let Some(near) = slip(name, built_in())
        {
            let message = format!(
                "`{name}` is no collection that is known, and nothing in annals.yaml says what it is"
            );
            let finding = Finding::new(&RULE, &record.source.file, Spot::File, message);
            let finding = finding.help(format!("did you mean `{near}`? Else name it under `collections`"));
            findings.push(finding.bears(Bearing::Misplaces(format!("{near}/").into())));
        }
    }
}

/// The collection that every archive has and that a name is perhaps meant for.
pub(crate) fn meant<'a>(archive: &'a Archive, name: &str) -> Option<&'a str> {
    let schema = archive.schema().collections();
    let known =
        schema.iter().any(|known| *known.name == *name) || archive.config().collection(name).is_some();
    slip(name, schema.iter().filter(|known| known.built_in).map(|known| &*known.name)).filter(|_| !known)
}

/// The known name that a name is one slip away from.
fn slip<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known.filter(|known| strsim::damerau_levenshtein(name, known) == 1).min()
}
