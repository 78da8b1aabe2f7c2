//! A participant named in a public text without sign-off.
//!
//! In: the texts that the public may see, those of `annals.yaml` too, and the names of participants. Out: a finding a name, at its
//! place. Positions are `named_position`'s; names in lists of participants wait quietly, see
//! `sign_off_incomplete`.

use jiff::civil;

use super::{Check, look::Look, shown};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::participants::Names;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "unsigned_name",
    severity: Severity::Error,
    summary: "a participant named in a public text without sign-off",
    explanation: "\
Nothing is said in public about a participant without that participant's sign-off. Participants are those whom a workshop lists under `participants.names`, who registered an interest, and records that say `participant: true` (or `participant: {group: Civil society organisations, known_as: [PL]}`). Their names are looked for in every public text, in old addresses and in what `annals.yaml` says to readers (summary, labels, sentences, reasons, glossary; also in other languages): whole words, with possessive and plural endings, other names from `known_as`, and initialisms from the glossary. Of a person also `Ms Doe`, `J. Doe` and `Doe, Jane`; where somebody is named as an owner, `Doe` alone. Words that may mean two participants need the sign-off of both.

```yaml
title: What the Parents' League asked for
```

Write the group in place of the name, keep the passage to members (`::: members`), or withhold the name (`[[redact: no-sign-off]]…[[/redact]]`). If the participant agrees to be named here, add to this record `sign_off: [{who: Parents' League, on: 2019-06-01, for: this text}]`; a list limits it (`for: [title, p-3]`), and `for: [archive]` in the participant's own record covers every record.
",
};

fn run(archive: &Archive, today: civil::Date, findings: &mut Vec<Finding>) {
    let names = Names::of_archive(archive);
    if names.is_empty() {
        return;
    }
    let mut look = Look { rule: &RULE, names: &names, today, findings };
    for record in archive.records().iter().filter(|record| shown::is_public(record) && record.source.own_file)
    {
        if names.may_show(record, today) {
            shown::texts(archive, record).iter().for_each(|(place, text)| look.text(record, place, text));
            look.owners(record);
            look.addresses(record);
        }
    }
    look.settings(archive);
}
