//! A mark for a members' passage or a redaction that is not whole.
//!
//! In: every text of every record. Out: a finding a mark. What the marks mean, and that a broken one
//! hides more and not less, is `model::passages`'s.

use jiff::civil;

use super::{Check, texts};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::passages::{self, near};

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

Known are `::: members` and `::: private`. A redaction gives its reason, in a few words or as a key of `redaction_reasons` in `annals.yaml`, and stays within one passage. What only looks like a mark (`:: members`, `[redact: reason]`) hides nothing, so it is told too.
",
};

const USUAL: &str =
    "write `::: members` and `:::` on lines of their own, or `[[redact: reason]]…[[/redact]]`";

fn may_have_some(text: &str) -> bool {
    passages::has_marks(text) || !near::misses(text).is_empty()
}

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records() {
        for (place, text) in texts::each(record, may_have_some) {
            for (at, fault) in passages::faults(text).into_iter().chain(near::misses(text)) {
                let (message, help) = fault.split_once(": ").unwrap_or((fault, USUAL));
                let finding = Finding::new(&RULE, &record.source.file, place.spot(at), message);
                findings.push(finding.help(help));
            }
        }
    }
}
