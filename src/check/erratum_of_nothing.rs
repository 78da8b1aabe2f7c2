//! An erratum that corrects nothing.
//!
//! In: errata, reports and locks. Out: a finding an erratum.

use jiff::civil;

use super::{Check, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::erratum::Erratum;
use crate::model::lock::Frozen;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "erratum_of_nothing",
    severity: Severity::Error,
    summary: "an erratum that corrects nothing",
    explanation: "\
An erratum is shown at the paragraph that was wrong, in the edition that was wrong. One that names no report, an edition that was never frozen, or a paragraph that the edition does not have, would be shown nowhere. A draft is mended and needs no erratum.

```yaml
corrects: reports/2018-2019#p-140     # edition 1 has 96 paragraphs
edition: 1
```

Open the edition at `/reports/<slug>/edition-1/`, copy the number in the margin, and say what was wrong (`wrong`) and what is right (`correction`).
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records().iter().filter(|record| record.id.collection() == "errata") {
        if let Some((key, message, help)) = amiss(archive, record) {
            let spot = Spot::Field(FieldPath::key(key));
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
        }
    }
}

/// The key at fault, what is wrong, and what to do.
fn amiss(archive: &Archive, record: &Record) -> Option<(&'static str, String, String)> {
    let Some(erratum) = Erratum::of(record) else {
        let help = "write `corrects: reports/<slug>#p-14`, the report and the number of the paragraph";
        return Some(("corrects", "the erratum does not say what it corrects".to_owned(), help.to_owned()));
    };
    for (key, words) in [("wrong", erratum.wrong), ("correction", erratum.correction)] {
        if words.is_none() {
            let message = format!("the erratum has no `{key}`");
            return Some(("title", message, "say what was wrong and what is right".to_owned()));
        }
    }
    let report = &erratum.corrects.id;
    let locks = archive.locks().iter().filter(|lock| lock.report == *report);
    let frozen: Vec<&Frozen> = locks.flat_map(|lock| &lock.editions).collect();
    let numbers = words::ranges(frozen.iter().map(|frozen| frozen.edition).collect());
    if frozen.is_empty() {
        let help = "mend the report itself; an erratum is for an edition that was frozen".to_owned();
        return Some(("corrects", format!("no edition of `{report}` is frozen"), help));
    }
    let number = match erratum.edition {
        Some(number) => number,
        None if frozen.iter().all(|one| one.edition == frozen[0].edition) => frozen[0].edition,
        None => {
            let message = format!("`{report}` has more than one edition");
            return Some(("corrects", message, format!("say which: `edition:` {numbers}")));
        }
    };
    let of_number: Vec<&&Frozen> = frozen.iter().filter(|one| one.edition == number).collect();
    let Some(first) = of_number.first() else {
        let message = format!("edition {number} of `{report}` is not frozen");
        return Some(("edition", message, format!("frozen are the editions {numbers}")));
    };
    let paragraph = erratum.paragraph?;
    if of_number.iter().any(|frozen| frozen.passage(paragraph).is_some()) {
        return None;
    }
    let last = first.passages.iter().rev().find_map(|passage| passage.number.clone()).unwrap_or_default();
    let message = format!("edition {number} of `{report}` has no paragraph `#{paragraph}`");
    Some(("corrects", message, format!("its paragraphs are `#p-1` to `#p-{last}`")))
}
