//! Something confidential in a folder whose source everybody can read.
//!
//! In: records in folders marked `public_repository`. Out: a finding a record, an entry, a position, a
//! file, or a passage that the public site hides and the repository shows.

use jiff::civil;

use super::{Check, each, texts};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::passages;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "confidential_in_public_repository",
    severity: Severity::Warning,
    summary: "something confidential in a folder whose source everybody can read",
    explanation: "\
`annals.yaml` says that the repository of this folder is public. The site hides a members' record or passage; the repository shows it to everybody, and its history keeps it.

```yaml
# content/papers/minutes.md, in a folder with `public_repository: true`
visibility: members
```

Keep it in a private repository beside this one, and name both: `content: [{path: content, public_repository: true}, {path: ../private, optional: true}]`. What was committed once has to be taken out of the history too.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let config = archive.config();
    let is_open =
        |record: &&Record| config.root_of(&record.source.file).is_some_and(|root| root.public_repository);
    for record in each::files(archive).filter(is_open) {
        let mut report = |what: &str, spot: Spot| {
            let message = format!("{what} lies in a public repository");
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings
                .push(finding.help("keep it in a private folder that `content` in `annals.yaml` names too"));
        };
        let key = |key: &'static str| Spot::Field(FieldPath::key(key));
        let access = &record.access;
        if access.visibility > Visibility::Public {
            report("a record that is not for the public", key("visibility"));
            // One that a slip closed, or closed the workshop of, is not so on purpose.
            let held = match &record.kind {
                Kind::Action(action) => action.workshop.as_ref().map(|workshop| &workshop.id),
                _ => None,
            };
            if let Some(found) = findings.pop() {
                findings.push(found.missing(held.unwrap_or(&record.id).as_str()));
            }
            continue;
        }
        if access.draft {
            report("a draft", key("draft"));
        }
        if access.embargo.is_some_and(|until| until.latest() > today) {
            report("a record under embargo", key("embargo"));
        }
        parts(record, &mut report);
    }
    translations(archive, today, findings);
}

/// What keeps an original from the public keeps its translation; passages within one are told with its text.
fn translations(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.translations().iter().map(|translation| &translation.record) {
        let (access, file) = (&record.access, &record.source.file);
        let is_open = archive.config().root_of(file).is_some_and(|root| root.public_repository);
        let is_early = access.embargo.is_some_and(|until| until.latest() > today);
        if is_open && (access.visibility > Visibility::Public || access.draft || is_early) {
            let message =
                "the translation of a record that is not for the public lies in a public repository";
            let finding = Finding::new(&RULE, file, Spot::File, message);
            let help = "keep it in a private folder, as its original";
            findings.push(finding.help(help).missing(record.id.as_str()));
        }
    }
}

fn parts(record: &Record, report: &mut impl FnMut(&str, Spot)) {
    for (key, n, file) in record.attachments() {
        if file.visibility > Visibility::Public {
            let path = FieldPath::key(key.clone()).at(n);
            report("an attachment that is not for the public", Spot::Field(path));
        }
    }
    if let Kind::Issue(issue) = &record.kind {
        for (n, event) in issue.history.iter().enumerate() {
            let path = FieldPath::key("history").at(n);
            if event.visibility > Visibility::Public {
                report("an entry that is not for the public", Spot::Field(path));
                continue;
            }
            for (m, position) in event.positions.iter().enumerate() {
                if position.visibility > Visibility::Public {
                    let path = path.clone().then("positions").at(m);
                    report("a position that is not for the public", Spot::Field(path));
                }
            }
        }
    }
    for n in 0..record.access.redactions.len() {
        report("a withheld field", Spot::Field(FieldPath::key("redact").at(n)));
    }
    for (place, text) in texts::each(record, passages::has_marks) {
        for at in passages::hides(text) {
            report("a passage that the public site hides", place.spot(at));
        }
    }
}
