//! A field that the collection does not know.
//!
//! In: the records of built-in collections. Out: a finding a field. It drops nothing: what nobody
//! declared is kept, shown under "Other details" and exported.

use jiff::civil;

use super::{Check, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::schema::{COMMON, Collection};
use crate::model::value::Field;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unknown_field",
    severity: Severity::Warning,
    summary: "a field that the collection does not know",
    explanation: "\
A misspelt field is not computed with: it is kept, but shown under \"Other details\", where no reader looks for it.

```yaml
title: Parking around the school
resposible: Town Hall      # in content/actions/
```

Mend the spelling (`responsible`). If the field is meant, declare it in `annals.yaml`:

```yaml
collections:
  actions:
    fields: {resposible: {label: In charge, type: text}}
```
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        let name = record.id.collection();
        let Some(collection) = archive.schema().collection(name).filter(|known| known.built_in) else {
            continue;
        };
        // Any record may name files that its text shows.
        let unknown = |field: &&Field| !field.declared && &*field.key != "attachments";
        for field in record.fields.iter().filter(unknown) {
            let message = format!("`{}` is not a field of {name}", field.key);
            let help = match words::nearest(&field.key, known(collection)) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!(
                    "if it is meant, declare it in annals.yaml under `collections.{name}.fields.{}`",
                    field.key
                ),
            };
            let spot = Spot::Key(FieldPath::key(field.key.clone()));
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
        }
    }
}

fn known(collection: &Collection) -> impl Iterator<Item = &str> {
    let own = collection.fields.iter().map(|field| &*field.key);
    own.chain(COMMON.iter().map(|(key, ..)| *key))
}
