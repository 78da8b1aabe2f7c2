//! A public position under the name of a participant who has not signed it off.
//!
//! In: positions of issues, and the names of participants. Out: a finding a position. Institutions
//! and groups are not participants: only a name that some record lists as one is looked for.

use jiff::civil;

use super::{Check, each};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::participants::{Names, Place};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "named_position",
    severity: Severity::Error,
    summary: "a public position under the name of a participant who has not signed it off",
    explanation: "\
Participants speak freely because no position is tied to a name. This one names a participant (a workshop or an interest lists the name), is public, and has no sign-off of that participant in the issue's record.

```yaml
positions:
- {party: Parents' League, view: The street should be closed all day.}
```

Write the group in place of the name (`party: Civil society organisations`), or keep the position to members (`visibility: members`). If the participant agrees to be named, add to the issue: `sign_off: [{who: Parents' League, on: 2019-06-01, for: this position}]`.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let names = Names::of_archive(archive);
    if names.is_empty() {
        return;
    }
    let is_public = |visibility: Visibility| visibility == Visibility::Public;
    for (record, issue) in each::issues(archive) {
        if !is_public(record.access.visibility) || record.access.draft {
            continue;
        }
        let place = Place { record, key: "history", passage: None };
        for (n, event) in issue.history.iter().enumerate().filter(|(_, event)| is_public(event.visibility)) {
            for (m, position) in event.positions.iter().enumerate() {
                let named = names.owners(&position.party).into_iter().map(|named| named.who);
                let mut unsigned = named.filter(|who| !names.may_be_told(who, place, today));
                let path = FieldPath::key("history").at(n).then("positions").at(m).then("party");
                // What is withheld has a mark in its place.
                let mut withheld = record.access.redactions.iter().map(|one| one.path.steps());
                let is_shown = is_public(position.visibility)
                    && !withheld.any(|withheld| path.steps().starts_with(withheld));
                let Some(who) = unsigned.next().filter(|_| is_shown) else { continue };
                let party = &position.party;
                let message = match who.as_slice() {
                    [_] => format!("`{party}` is named with a position and has not signed it off"),
                    all => format!(
                        "`{party}` is named with a position, may be {}, and not all of them have signed it off",
                        names.listed(all)
                    ),
                };
                let finding = Finding::new(&RULE, &record.source.file, Spot::Field(path), message);
                findings.push(finding.help("write the group in place of the name, or add the sign-off here"));
            }
        }
    }
}
