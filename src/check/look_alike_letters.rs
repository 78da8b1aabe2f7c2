//! A name with letters that only look Latin.
//!
//! In: owners and parties with the letters of the source. Out: a finding a name. Readers see the
//! folded name; that it was folded is what this says.

use jiff::civil;

use super::{Check, owners};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "look_alike_letters",
    severity: Severity::Warning,
    summary: "a name with letters that only look Latin",
    explanation: "\
A Cyrillic or Greek letter looks like a Latin one and is another: a search for the name does not find it, and a list shows one owner as two. The program reads such a name as the Latin one and says so.

```yaml
responsible: [\u{422}own Hall]     # the T is Cyrillic
```

Type the name again on your own keyboard, in place of what was copied: `responsible: [Town Hall]`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for owner in owners::all(archive) {
        if let Some(folded) = &owner.folded {
            let message =
                format!("`{}` has letters that only look Latin: {}", owner.written, strange(owner.written));
            let (file, spot) = owner.place(archive);
            let finding = Finding::new(&RULE, &file, spot, message);
            findings.push(finding.help(format!("type it again as `{folded}`; it is read so already")));
        }
    }
}

/// The letters that are not Latin, each once: "Cyrillic `Н` (U+041D), Cyrillic `О` (U+041E)".
fn strange(written: &str) -> String {
    let mut letters: Vec<char> = Vec::new();
    for letter in written.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let words = letters.iter().map(|letter| {
        let script = match u32::from(*letter) {
            0x0370..=0x03FF => "Greek ",
            0x0400..=0x052F => "Cyrillic ",
            0x0530..=0x058F => "Armenian ",
            _ => "",
        };
        format!("{script}`{letter}` (U+{:04X})", u32::from(*letter))
    });
    words.collect::<Vec<_>>().join(", ")
}
