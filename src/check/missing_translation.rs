//! Records that are not translated into a language of the archive.
//!
//! In: the archive. Out: a remark for each language and collection, with how many there are; readers are told on
//! each page in which language it is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "missing_translation",
    severity: Severity::Remark,
    summary: "records that are not translated",
    explanation: "\
`languages` in `annals.yaml` promises readers more than one language. A record without a translation is shown in the main language on every side, and the page says so. This tells how many there are in each collection, so that nobody has to count; it fails nothing.

```yaml
languages: [en, cy]     # and content/issues/custody-images.md without custody-images.cy.md
```

`annals new --translate cy issues/custody-images` begins one. Reports are not counted: they stay in the language in which they are signed.
",
};

/// How many records are named.
const NAMED: usize = 3;

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let config = archive.config();
    if !config.is_main() {
        return;
    }
    for (n, language) in config.languages.iter().enumerate().skip(1) {
        let of = archive.translations().iter().filter(|one| *one.language == **language);
        let done: BTreeSet<&str> = of.map(|one| one.record.id.as_str()).collect();
        let mut all: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
        for record in each::files(archive).filter(|record| is_translated(record)) {
            all.entry(record.id.collection()).or_default().push(record);
        }
        for (collection, records) in all {
            let lack: Vec<&str> =
                records.iter().map(|record| record.id.as_str()).filter(|id| !done.contains(id)).collect();
            let Some(first) = lack.first() else { continue };
            let message = format!(
                "{} of {} in `{collection}` have no translation into `{language}`",
                lack.len(),
                records.len()
            );
            let named: Vec<String> = lack.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
            let more = if lack.len() > NAMED { ", …" } else { "" };
            let spot = Spot::Field(FieldPath::key("languages").at(n));
            let help = format!(
                "`annals new --translate {language} {first}` begins one; lacking: {}{more}",
                named.join(", ")
            );
            findings.push(Finding::new(&RULE, &"annals.yaml".into(), spot, message).help(help));
        }
    }
}

/// Whether readers would want it in their language.
fn is_translated(record: &Record) -> bool {
    record.access.visibility < Visibility::Private && !matches!(record.kind, Kind::Report(_))
}
