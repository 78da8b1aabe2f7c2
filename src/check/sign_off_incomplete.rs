//! A name that waits for its sign-off.
//!
//! In: names of participants where a name is asked for, in public records. Out: a finding a name, one a sign-off
//! without its day, and one a reply that is not to be read yet. It is a remark because the name is kept back until then.

use jiff::civil;

use super::{Check, replies};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::participants::{Names, Place, STAND_IN};
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "sign_off_incomplete",
    severity: Severity::Remark,
    summary: "a name that waits for its sign-off",
    explanation: "\
The record is public and names a participant who has not signed it off. The public sees the group in place of the name until then.

```yaml
visibility: public
participants:
  names:
  - {name: Parents' League, group: Civil society organisations}
```

When the participant agrees, say so: `sign_off: [{who: Parents' League, on: 2019-06-01, for: being named}]`. Without `for`, or with words, it covers the whole record; a list names what it covers (`for: [participants]`). A sign-off counts from its day on.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let names = Names::of_archive(archive);
    for record in archive.records().iter().filter(|record| record.access.visibility == Visibility::Public) {
        undated(record, findings);
        replies::unsigned(&RULE, record, today, findings);
        for (name, path) in named(record) {
            let who = names.who(name);
            let key = path.root().unwrap_or_default();
            if names.may_be_told(&who, Place { record, key, passage: None }, today) {
                continue;
            }
            let message = match who.as_slice() {
                [_] => format!("`{name}` waits for sign-off"),
                all => format!("`{name}` waits for sign-off: it may be {}", names.listed(all)),
            };
            let finding = Finding::new(&RULE, &record.source.file, Spot::Field(path.clone()), message);
            findings.push(finding.help(match names.stand_in(&who) {
                _ if record.participant.is_some() => {
                    "until then the public does not see this record".to_owned()
                }
                STAND_IN => {
                    "until then the public sees no name; add `group:` to say for whom it speaks".to_owned()
                }
                group => format!("until then the public sees `{group}`"),
            }));
        }
    }
}

/// A sign-off without its day counts, and is worth little to who asks for it later.
fn undated(record: &Record, findings: &mut Vec<Finding>) {
    let signed = record.access.sign_offs.iter().enumerate();
    for (n, signed) in signed.filter(|(_, signed)| signed.on.is_none() && record.source.own_file) {
        let spot = Spot::Field(FieldPath::key("sign_off").at(n));
        let message = format!("it is not on record when `{}` signed", signed.who);
        findings.push(
            Finding::new(&RULE, &record.source.file, spot, message)
                .help("add the day, as in `on: 2019-06-01`"),
        );
    }
}

/// The names that stand where a name is asked for: the public sees the group in their place.
fn named(record: &Record) -> Vec<(&str, FieldPath)> {
    let key = |key: &'static str| FieldPath::key(key);
    let mut named = Vec::new();
    if record.participant.is_some() {
        named.push((record.title.as_str(), key("participant")));
    }
    match &record.kind {
        Kind::Workshop(workshop) => {
            let names = workshop.participants.names.iter().enumerate();
            named.extend(names.map(|(n, one)| (&*one.name, key("participants").then("names").at(n))));
        }
        Kind::Interest(interest) => {
            named.extend(interest.registered_by.iter().map(|name| (name.as_str(), key("registered_by"))));
        }
        Kind::Action(action) if record.source.own_file => {
            let parties = action.responsible.iter().enumerate();
            named.extend(parties.map(|(n, party)| (&*party.name, key("responsible").at(n))));
        }
        Kind::Issue(issue) => {
            let by = issue.editorial.iter().map(|one| (one.by.as_str(), key("editorial").then("by")));
            let replies = issue.replies.iter().enumerate();
            named.extend(by.chain(replies.map(|(n, one)| (&*one.party, key("replies").at(n).then("party")))));
        }
        Kind::Milestone(milestone) => {
            named.extend(milestone.owner.iter().map(|name| (name.as_str(), key("owner"))));
            named.extend(milestone.with.iter().map(|name| (name.as_str(), key("with"))));
        }
        _ => {}
    }
    named
}
