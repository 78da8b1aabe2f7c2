//! A field that `annals.yaml` keeps from some readers, and that no record has.
//!
//! In: the fields of collections that have a `visibility`. Out: a finding a field that nobody knows and that is a
//! slip away from one, or a path. Any other may be in records that are not here: in a private folder, or to come.

use std::sync::Arc;

use jiff::civil;

use super::{Check, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::config::{Config, FieldConfig};
use crate::model::schema::{COMMON, Schema};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "closed_field_of_nothing",
    severity: Severity::Error,
    summary: "a field that is to be closed, and is perhaps another one, misspelt",
    explanation: "\
`annals.yaml` can keep a field of a collection from the public. Under a misspelt name, or with a path where the name of a whole field is asked for, nothing is kept, and the field that was meant is published.

```yaml
collections:
  cases:
    fields: {evaluation_detials: {visibility: members}}   # evaluation_details
```

Correct the name. A part of a field is withheld in the record: `redact: [{field: \"history[0].note\", reason: …}]`. A field of your own that no record has yet, and that is only called alike, is declared with a `label` or a `type`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let config = archive.config();
    // What is known without what `annals.yaml` adds.
    let built_in = Schema::of(&Config::titled(""));
    for (name, said) in &config.collections {
        let is_closed = |field: &&(Arc<str>, FieldConfig)| field.1.visibility > Some(Visibility::Public);
        let closed: Vec<_> = said.fields.iter().filter(is_closed).collect();
        let own = built_in.collection(name);
        let records = || archive.records().iter().filter(|record| record.id.collection() == &**name);
        if closed.is_empty() {
            continue;
        }
        let tables = config.airtable.iter().flat_map(|airtable| &airtable.tables);
        let mapped = tables.filter(|(table, _)| table == name).flat_map(|(_, table)| &table.fields);
        let mut known: Vec<&str> =
            own.iter().flat_map(|own| own.fields.iter().map(|field| &*field.key)).collect();
        known.extend(COMMON.iter().map(|(key, ..)| *key).chain(["body", "attachments"]));
        known.extend(mapped.filter_map(|(_, key)| key.as_deref()));
        known.extend(records().flat_map(|record| record.fields.iter().map(|field| &*field.key)));
        for (key, field) in closed {
            let is_declared = field.label.is_some() || field.kind.is_some();
            if is_declared && !key.contains(['.', '[']) || known.contains(&&**key) {
                continue;
            }
            let root = key.split(['.', '[']).next().unwrap_or(key);
            let help = match words::nearest(key, known.iter().copied()) {
                _ if root.len() < key.len() => {
                    format!(
                        "close the whole of `{root}` here, or withhold a part with `redact` in the record"
                    )
                }
                Some(near) => format!("did you mean `{near}`? A field of your own has a `label` here"),
                None => continue,
            };
            let spot = Spot::Key(FieldPath::key("collections").then(&**name).then("fields").then(&**key));
            let file: Arc<str> = "annals.yaml".into();
            let finding = Finding::new(
                &RULE,
                &file,
                spot,
                format!("no record of {name} has a field `{key}`, so nothing is closed"),
            );
            findings.push(finding.help(help).counting());
        }
    }
}
