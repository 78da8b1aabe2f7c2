//! An initialism that the glossary does not define.
//!
//! In: the texts of records, and the glossary. Out: a remark an initialism, at its first use, with
//! how often it is used. Roman numerals, what everybody knows, references with digits, words set in
//! capitals throughout and what is spelt out where it stands are passed over.

use std::collections::BTreeMap;

use jiff::civil;

use super::texts::{self, Place};
use super::{Check, each};
use crate::diag::{Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::glossary::{Glossary, may_have_words, words};

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "undefined_initialism",
    severity: Severity::Remark,
    summary: "an initialism that the glossary does not define",
    explanation: "\
A reader who does not know what the letters stand for is shut out, and a program that reads a page aloud spells them. The glossary of `annals.yaml` defines each once; every page then spells it out where it is first used.

```markdown
The DPIA was put to members.
```

Define it, or write the words out: `glossary: {DPIA: Data Protection Impact Assessment}`.
",
};

/// What needs no glossary.
const KNOWN: [&str; 31] = [
    "AD", "AM", "BBC", "BC", "CEO", "CSV", "DOI", "DVD", "EU", "FAQ", "GPS", "HTML", "ID", "ISBN", "IT",
    "JSON", "MP", "MPs", "NHS", "OK", "ORCID", "PDF", "PM", "TV", "UK", "UN", "URL", "US", "USA", "USB",
    "XML",
];

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let glossary = Glossary::of(&archive.config().glossary);
    let mut found: BTreeMap<&str, (Finding, usize)> = BTreeMap::new();
    for record in each::files(archive) {
        for (place, text) in texts::each(record, may_have_words) {
            for (at, word) in undefined(text, &glossary, matches!(place, Place::Body(_))) {
                let first = || {
                    let message = format!("`{word}` is not in the glossary");
                    Finding::new(&RULE, &record.source.file, place.spot(at), message)
                };
                found.entry(word).or_insert_with(|| (first(), 0)).1 += 1;
            }
        }
    }
    findings.extend(found.into_iter().map(|(word, (finding, n))| {
        let times = if n == 1 { "once".to_owned() } else { format!("{n} times") };
        finding.help(format!("it is used {times}; define it in annals.yaml: `glossary: {{{word}: …}}`"))
    }));
}

/// The initialisms of a text that nobody defines, without a plural `s`.
fn undefined<'t>(text: &'t str, glossary: &Glossary, is_body: bool) -> Vec<(usize, &'t str)> {
    // A word is looked for in the whole text once, however often it is used.
    let mut defined: BTreeMap<&str, bool> = BTreeMap::new();
    let code = if is_body && text.contains('`') { code(text) } else { Vec::new() };
    let found = words(text).filter_map(|at| {
        let word = text[at.clone()].strip_suffix('s').unwrap_or(&text[at.clone()]);
        let is_initialism =
            (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let skipped = !is_initialism
            || glossary.get(word).is_some()
            || KNOWN.contains(&word)
            || word.bytes().all(|byte| b"IVX".contains(&byte))
            || joined(text, at.start, at.end)
            || within(&code, at.start)
            || text[..at.start].ends_with('(')
            || *defined.entry(word).or_insert_with(|| is_defined(text, word));
        (!skipped).then_some((at.start, word))
    });
    found.collect()
}

/// Whether letters are a part of something larger: an address, a name with a hyphen and digits, or a
/// run of words all in capitals.
fn joined(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (&text[..start], &text[end..]);
    let shouted = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let run = before.split_whitespace().rev().take(2).take_while(shouted).count()
        + after.split_whitespace().take(2).take_while(shouted).count();
    before.ends_with(['/', '.', '_', '#', '=', '&', '{', '@'])
        || after.starts_with(['_', '=', '@'])
        || after
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
        || run >= 2
}

/// Whether the text spells the letters out in brackets: `… Service (LEDS)`, `LEDS (…)`.
fn is_defined(text: &str, word: &str) -> bool {
    text.contains(&format!("({word})")) || text.contains(&format!("{word} ("))
}

fn within(ranges: &[std::ops::Range<usize>], byte: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= byte);
    after.checked_sub(1).is_some_and(|n| ranges[n].contains(&byte))
}

fn code(text: &str) -> Vec<std::ops::Range<usize>> {
    use pulldown_cmark::{Event, Parser, Tag};
    Parser::new_ext(text, crate::model::text::markdown())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, at)| at)
        .collect()
}
