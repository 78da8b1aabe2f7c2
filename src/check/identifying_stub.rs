//! A redaction beside words that still say who it is.
//!
//! In: public texts with marks. Out: a finding a mark with a role and an employer beside it, in the
//! same sentence. It is a guess, so a warning.

use jiff::civil;

use super::{Check, shown};
use crate::diag::{Finding, Rule, Severity};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::passages::{self, Mark};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "identifying_stub",
    severity: Severity::Warning,
    summary: "a redaction beside words that still say who it is",
    explanation: "\
A name is withheld, and the words beside the mark tell the role and the employer: whoever knows the house knows the name.

```markdown
[[redact: privacy]]A. N. Other[[/redact]], policy officer at the Parents' League, asked for it.
```

Withhold the role or the employer too, or write it in general words: `[[redact: privacy]]A. N. Other, policy officer at the Parents' League,[[/redact]] asked for it.`
",
};

/// Words for what somebody does in a house, small.
const ROLES: [&str; 26] = [
    "adviser",
    "advisor",
    "analyst",
    "barrister",
    "ceo",
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "coordinator",
    "counsel",
    "deputy",
    "director",
    "employee",
    "founder",
    "head",
    "inspector",
    "lead",
    "manager",
    "officer",
    "president",
    "professor",
    "researcher",
    "secretary",
    "solicitor",
    "trustee",
];

/// Words that lead from a role to an employer.
const LINKS: [&str; 5] = ["at", "of", "for", "from", "with"];

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    for record in archive.records().iter().filter(|record| shown::is_public(record)) {
        for (place, text) in shown::texts(archive, record) {
            if !text.contains("[[") {
                continue;
            }
            let visible = passages::visible(text, Visibility::Public, Mark::Markdown);
            for (at, _) in visible.text.match_indices("[[withheld") {
                if tells_who(&visible.text, at) {
                    let message = "the role and the employer beside this mark still say who it is";
                    let spot = place.spot(visible.source_of(at));
                    let finding = Finding::new(&RULE, &record.source.file, spot, message);
                    findings.push(
                        finding.help("withhold the role or the employer too, or write it in general words"),
                    );
                }
            }
        }
    }
}

/// Whether the sentence around a mark has a role, a link and then a name of a house.
fn tells_who(text: &str, mark: usize) -> bool {
    let end_of_mark = text[mark..].find("]]").map_or(text.len(), |end| mark + end + 2);
    let start = text[..mark].rfind(['.', '!', '?', '\n', '|']).map_or(0, |at| at + 1);
    let end = text[end_of_mark..].find(['.', '!', '?', '\n', '|']).map_or(text.len(), |at| end_of_mark + at);
    [&text[start..mark], &text[end_of_mark..end]].into_iter().any(|side| {
        let words: Vec<&str> = side
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.is_empty())
            .collect();
        let is_role = |word: &&str| ROLES.contains(&word.to_lowercase().trim_end_matches('s'));
        words.iter().enumerate().filter(|(_, word)| is_role(word)).any(|(n, _)| {
            let after = &words[n + 1..words.len().min(n + 8)];
            after.windows(2).enumerate().any(|(m, pair)| {
                let next = if pair[1] == "the" { after.get(m + 2).copied() } else { Some(pair[1]) };
                LINKS.contains(&pair[0]) && next.is_some_and(|next| next.starts_with(char::is_uppercase))
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::tells_who;

    #[test]
    fn role_and_employer_tell_who_it_is() {
        let tells = |text: &str| tells_who(text, text.find("[[withheld").unwrap());
        assert!(tells("[[withheld: p]], policy officer at the Parents' League, asked."));
        assert!(tells("The director of research at Acme, [[withheld: p]], asked."));
        assert!(!tells("[[withheld: p]] asked. The director of Acme answered."));
        assert!(!tells("[[withheld: p]], an officer of a charity, asked for it"));
        assert!(!tells("[[withheld: p]] of the Home Office"));
    }
}
