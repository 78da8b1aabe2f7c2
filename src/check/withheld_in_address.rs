//! An address that tells what the record withholds: the name of its file says the title, or the day.
//!
//! In: public records that keep their title or their date from the public. Out: a finding an address. It is a guess.

use std::collections::BTreeSet;

use jiff::civil;

use super::{Check, each, shown};
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::passages;
use crate::model::record::Record;
use crate::model::text::slug;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "withheld_in_address",
    severity: Severity::Warning,
    summary: "an address that tells the title or the date that is withheld",
    explanation: "\
The name of a file is the address of its page. It stands in links, lists, the search and the site map, and nothing withholds it. Where the title is withheld and the file is called by it, everybody reads the title all the same.

```yaml
# content/cases/inquiry-into-the-bridge.md
title: Inquiry into the bridge
redact: [{field: title, reason: principle-5}]
```

Rename the file to something that tells nothing (`case-7.md`). The old address needs no alias: an alias is published too. Where the whole record is meant, write `visibility: members`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in each::files(archive).filter(|record| shown::is_public(record)) {
        let whole = [("title", true), ("date", false), ("due", false)].map(|(key, is_title)| {
            let is_kept = shown::is_kept(archive, record, key);
            match (is_kept, is_title) {
                (false, true) => hidden_words(&record.title),
                (true, true) => record.title.clone(),
                (true, false) => {
                    let date = match (&record.kind, key) {
                        (Kind::Milestone(promise), "due") => promise.due,
                        (_, "due") => None,
                        _ => record.date(),
                    };
                    date.map(|date| date.to_string()).unwrap_or_default()
                }
                (false, false) => String::new(),
            }
        });
        for (words, what) in whole.iter().zip(["title", "date", "date"]) {
            let message = match (tells(record.id.slug(), words), what) {
                (true, _) => format!("the name of the file tells the {what} that is withheld"),
                (false, "title") if *words == record.title && is_of_words(record) => {
                    "the title is withheld, and the name of the file has words that may tell it".to_owned()
                }
                _ => String::new(),
            };
            if !message.is_empty() {
                let file = &record.source.file;
                let finding = Finding::new(&RULE, file, Spot::File, message);
                findings.push(finding.help(format!("rename `{file}`; the old address needs no alias")));
            }
            for (n, _) in record.aliases.iter().enumerate().filter(|(_, alias)| tells(alias, words)) {
                let spot = Spot::Field(FieldPath::key("aliases").at(n));
                let message = format!("this old address tells the {what} that is withheld");
                let finding = Finding::new(&RULE, &record.source.file, spot, message);
                findings.push(finding.help("take it out: it is published"));
            }
        }
    }
}

/// The words of a title of which a part is withheld.
fn hidden_words(title: &str) -> String {
    let hidden = passages::hidden(title, Visibility::Public);
    hidden.into_iter().filter_map(|at| title.get(at)).collect::<Vec<_>>().join(" ")
}

/// Whether a record's name says more than what kind of record it is, and a number.
fn is_of_words(record: &Record) -> bool {
    let is_word = |word: &&str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    record.id.slug().split('-').filter(is_word).count() > 1
}

/// Whether an address has at least half of the words: those of some length, or all where none is long.
fn tells(address: &str, words: &str) -> bool {
    let there = slug(&address.replace(['/', '.'], " "));
    let there: BTreeSet<&str> = there.split('-').collect();
    let words = slug(words);
    let long: Vec<&str> = words.split('-').filter(|word| word.len() > 3).collect();
    let asked = if long.is_empty() || words.starts_with(|first: char| first.is_ascii_digit()) {
        words.split('-').filter(|word| !word.is_empty()).collect()
    } else {
        long
    };
    let told = asked.iter().filter(|word| there.contains(**word)).count();
    told > 0 && told * 2 >= asked.len()
}

#[cfg(test)]
mod tests {
    use super::tells;

    #[test]
    fn half_of_the_words_tell() {
        assert!(tells("inquiry-into-the-bridge", "Inquiry into the bridge"));
        assert!(tells("old/bridge-2018.html", "The bridge"));
        assert!(tells("2018-07-03-workshop-1", "2018-07-03"));
        assert!(!tells("case-7", "Inquiry into the bridge"));
        assert!(!tells("workshop-7", "2018-07-03"));
        assert!(!tells("anything", ""));
    }
}
