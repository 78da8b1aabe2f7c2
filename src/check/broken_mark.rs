//! A mark for a members' passage or a redaction that is not whole.
//!
//! In: every text of every record. Out: a finding a mark. What the marks mean, and that a broken one
//! hides more and not less, is `model::passages`'s.

use jiff::civil;

use super::texts::Place;
use super::{Check, shown, texts};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot, Words};
use crate::model::archive::Archive;
use crate::model::passages::{self, near};
use crate::model::record::Record;
use crate::model::value::Value;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "broken_mark",
    severity: Severity::Error,
    summary: "a mark for a members' passage or a redaction that is not whole",
    explanation: "\
A passage for members stands between two lines of three colons; a redaction between two marks, with its reason. Where one of the two is missing or mistyped, nobody can tell what was to be hidden: an opening mark without its end hides everything after it, and an end without an opening may mean that something is shown that should not be.

```markdown
::: members
The barrier was costed at 4,000 pounds.

The street was closed in May.
```

Close the passage with `:::` on a line of its own:

```markdown
::: members
The barrier was costed at 4,000 pounds.
:::

The street was closed in May. [[redact: principle-5]]A parent[[/redact]] asked for it.
```

Known are `::: members` and `::: private`. A redaction gives its reason, in a few words or as a key of `redaction_reasons` in `annals.yaml`, and stays within one passage. What only looks like a mark (`:: members`, `[[members]]`, `[redact: reason]`, letters of another script) hides nothing, so it is told too.

A mark has a line of its own. In front matter a value behind `>`, in quotes, or just over several lines has its lines joined, and then nobody can tell where the passage ends: everything after the mark is hidden. Write `|`, which keeps lines as they are:

```yaml
evaluation_details: |
  Opened in May.

  ::: members
  It was costed at 4,000 pounds.
  :::
```
",
};

const USUAL: &str =
    "write `::: members` and `:::` on lines of their own, or `[[redact: reason]]…[[/redact]]`";

fn may_have_some(text: &str) -> bool {
    passages::has_marks(text) || !near::misses(text).is_empty()
}

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        for (place, text) in texts::each(record, may_have_some).into_iter().chain(undeclared(record)) {
            for (at, fault) in passages::faults(text).into_iter().chain(near::misses(text)) {
                let (message, help) = fault.split_once(": ").unwrap_or((fault, USUAL));
                let finding = Finding::new(&RULE, &record.source.file, spot(&place, text, at), message);
                findings.push(finding.help(help));
            }
        }
        for field in record.fields.iter().filter(|field| passages::has_marks(&field.key)) {
            let spot = Spot::Key(FieldPath::key(field.key.clone()));
            let message = "a mark stands in the name of a field, which the public does not get for that";
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("call the field otherwise, and mark words of its value"));
        }
    }
}

/// The texts of fields that nobody declared.
fn undeclared(record: &Record) -> Vec<(Place<'_>, &str)> {
    let mut found = Vec::new();
    for field in record.fields.iter().filter(|field| !field.declared) {
        if let Value::Other(data) = &field.value {
            shown::tree(data, &FieldPath::key(field.key.clone()), &mut found);
        }
    }
    found.retain(|(_, text)| may_have_some(text));
    found
}

/// Where a mark stands: that of a passage at its own line, of a field too.
fn spot(place: &Place<'_>, text: &str, at: usize) -> Spot {
    let mark = text[at..].trim_start();
    match place.spot(at) {
        Spot::Field(path) if mark.starts_with(":::") => {
            let colons = mark.len() - mark.trim_start_matches(':').len();
            let rest = mark[colons..].trim_start();
            let word = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
            let words = mark[..mark.len() - rest.len() + word].trim_end().to_owned();
            let nth = text[..at].matches(&words).count();
            Spot::Words(Box::new(Words { field: Some(path), words, nth }))
        }
        spot => spot,
    }
}
