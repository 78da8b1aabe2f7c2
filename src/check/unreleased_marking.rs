//! A confidential paper that would be published.
//!
//! In: papers. Out: a finding a public paper that bears a marking and does not say who released it.
//! A draft is not published, so it is not looked at.

use jiff::civil;

use super::{Check, words};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unreleased_marking",
    severity: Severity::Error,
    summary: "a public paper that is marked as confidential and was released by nobody",
    explanation: "\
The paper bears a marking that keeps it from the public, and its record is public. Somebody has to have released it, and the record has to say who, when and on what ground, before the site may show it.

```yaml
visibility: public
marking: For members of the forum only
```

If it was released, say so:

```yaml
released: {by: Town Hall, on: 2020-08, basis: published on the town's website}
```

If not, write `visibility: members`. A marking that allows publication has the word public, published, open, none or unrestricted in it.
",
};

/// Words of markings that let a paper be public. Every other marking keeps it back: default deny.
const OPEN: &[&str] = &["public", "published", "open", "none", "unrestricted", "unmarked"];

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        let Kind::Paper(paper) = &record.kind else { continue };
        let Some(marking) = paper.marking.as_deref().filter(|marking| is_closed(marking)) else { continue };
        let access = &record.access;
        if access.visibility != Visibility::Public || access.draft || access.release.is_some() {
            continue;
        }
        let message =
            format!("the paper is public, is marked `{}` and was released by nobody", marking.trim());
        let spot = Spot::Field(FieldPath::key("marking"));
        let finding = Finding::new(&RULE, &record.source.file, spot, message);
        findings
            .push(finding.help("add `released: {by: …, on: …, basis: …}`, or write `visibility: members`"));
    }
}

fn is_closed(marking: &str) -> bool {
    let marking = words::folded(marking);
    let mut words = marking.split(' ').filter(|word| !word.is_empty()).peekable();
    let denies = |word: &str| matches!(word, "not" | "no" | "non" | "only" | "members" | "member");
    let is_open = marking.split(' ').any(|word| OPEN.contains(&word)) && !marking.split(' ').any(denies);
    words.peek().is_some() && !is_open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_say_that_it_is_open_is_closed() {
        for closed in
            ["Members only", "Not for publication", "not public", "Official", "open to members only"]
        {
            assert!(is_closed(closed), "{closed}");
        }
        for open in ["", " ", "Public", "published", "None", "Open, unrestricted"] {
            assert!(!is_closed(open), "{open}");
        }
    }
}
