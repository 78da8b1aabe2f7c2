//! A `description` that is not what the body says.
//!
//! In: records of built-in collections with both. Out: a finding a record. Space does not count.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::value::Value;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "description_differs",
    severity: Severity::Warning,
    summary: "the description and the body say different things",
    explanation: "\
The export writes a record's text twice: in `description` and below the front matter. The page shows the body. Where the two differ, somebody edited one of them, and the other's words are not shown.

```yaml
---
title: School street
description: The street was closed in May.
---

The street was closed in June.
```

Decide which one holds, and take `description` out or make the two the same.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive) {
        let built_in =
            archive.schema().collection(record.id.collection()).is_some_and(|known| known.built_in);
        let Some(Value::Markdown(text) | Value::Text(text)) = record.field("description") else { continue };
        if !built_in || record.body.is_empty() || text.trim().is_empty() {
            continue;
        }
        if let Some((here, there)) = parting(text, record.body.text()) {
            let message = format!("from `{here}` on, the body says something else: `{there}`");
            let spot = each::own_spot(record, FieldPath::key("description"));
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help("the page shows the body: take the description out, or make them agree"));
        }
    }
}

/// The words at which two texts part, some words of each; `None` where only their space differs.
fn parting(one: &str, other: &str) -> Option<(String, String)> {
    let (mut here, mut there) = (one.split_whitespace(), other.split_whitespace());
    loop {
        let rest = (here.clone(), there.clone());
        match (here.next(), there.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            _ => return Some((start(rest.0), start(rest.1))),
        }
    }
}

fn start<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut words = words.peekable();
    if words.peek().is_none() {
        return "(its end)".to_owned();
    }
    words.take(5).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_count() {
        assert_eq!(parting("a  b\n\nc", " a b c\n"), None);
        assert_eq!(parting("a b", "a c d"), Some(("b".to_owned(), "c d".to_owned())));
        assert_eq!(parting("a b", "a"), Some(("b".to_owned(), "(its end)".to_owned())));
    }
}
