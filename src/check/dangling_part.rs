//! A reference to a part that the record does not have.
//!
//! In: resolved references with a `#part`. Out: a finding a reference. A record that is not there is
//! `dangling_link`.

use jiff::civil;

use super::{Check, each, links, words};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::body::Body;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "dangling_part",
    severity: Severity::Warning,
    summary: "a reference to a part that the record does not have",
    explanation: "\
Evidence points at a passage so that a reader can check it. Where the passage is not there, the reader is led to the top of a long page.

```yaml
evidence: [workshops/2018-07-03-first-meeting#p-140]     # its body has 61 passages
```

Open the page of the record and copy the anchor of the passage: `#p-14` (the 14th paragraph, list item or table row), `#action-3`, `#q-5` (the 5th row of the discussion tables) or a heading's (`#next-steps`). If the body was edited, its passages may have moved.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        // Paths are dear and parts are rare: only a record that names a lost part is looked at twice.
        let lost = |link: &crate::model::id::Ref| match (&link.part, archive.get(&link.id)) {
            // The paragraphs of a report are counted when it is compiled; errata have a rule of their own.
            (Some(_), Some(target)) if target.id.collection() == "reports" => false,
            (Some(part), Some(target)) => !target.body.has_part(part),
            _ => false,
        };
        if !record.references().iter().any(|(_, link)| lost(link)) {
            continue;
        }
        for (path, link) in links::with_paths(record) {
            if let (true, Some(part), Some(target)) = (lost(link), &link.part, archive.get(&link.id)) {
                let message = format!("`{}` has no part `#{part}`", link.id);
                let spot = each::own_spot(record, path);
                let finding = Finding::new(&RULE, &record.source.file, spot, message);
                findings.push(finding.help(help(&target.body, part)));
            }
        }
    }
}

fn help(body: &Body, part: &str) -> String {
    let numbered = |prefix: &str| part.strip_prefix(prefix).is_some_and(|n| n.parse::<u32>().is_ok());
    let outline = body.outline();
    let anchors = outline.headings.iter().map(|heading| &*heading.anchor);
    match body.write_up() {
        _ if body.is_empty() => "its body is empty: name the record alone, without `#`".to_owned(),
        _ if numbered("p-") => format!("its passages are `#p-1` to `#p-{}`", outline.passages.len()),
        Some(write_up) if numbered("q-") => match write_up.rows.len() {
            0 => "its write-up has no discussion tables".to_owned(),
            rows => format!("its discussion rows are `#q-1` to `#q-{rows}`"),
        },
        Some(write_up) if numbered("action-") => {
            let numbers = write_up.actions.iter().map(|action| action.number).collect();
            match words::ranges(numbers) {
                none if none.is_empty() => "its write-up has no actions".to_owned(),
                some => format!("its actions are {some}"),
            }
        }
        _ => match words::nearest(part, anchors) {
            Some(near) => format!("did you mean `#{near}`?"),
            None => "copy the anchor from the record's page: `#p-14`, or that of a heading".to_owned(),
        },
    }
}
