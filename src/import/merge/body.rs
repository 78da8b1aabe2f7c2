//! The body that one document gives of a record, added to that of another.
//!
//! What the base says already, in whatever marks, is not said twice. The rest follows below a heading
//! that names the document, so that the passages of the base keep their numbers. An action that both
//! define, in other words or with another owner, is a conflict and stays as the base has it.

use std::collections::BTreeMap;

use super::{Conflict, Pair};
use crate::model::id::RecordId;
use crate::model::write_up::label;

/// Adds what `other` says. `wording`: another title of the record, kept as a passage where the
/// collection is one of short texts.
pub(super) fn add(
    base: &str,
    other: &str,
    wording: Option<&str>,
    id: &RecordId,
    pair: Pair<'_>,
    conflicts: &mut Vec<Conflict>,
) -> String {
    let is_long = matches!(id.collection(), "workshops" | "papers" | "reports" | "cases" | "pages");
    let known = format!(" {} ", words(base));
    let other = unmixed(other, base);
    let mut kept = lacking(&other, &known, base, pair, conflicts);
    if let Some(wording) = wording.filter(|_| !is_long)
        && !known.contains(&format!(" {} ", words(wording)))
        && !words(&other).starts_with(&words(wording))
    {
        kept.insert(0, Chunk { level: 0, text: format!("Also worded: {wording}") });
    }
    if kept.is_empty() {
        return base.to_owned();
    }
    let mut body = base.trim_end().to_owned();
    let mut push = |text: &str| {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(text);
    };
    if is_long && !base.trim().is_empty() {
        push(&format!("## From {}", document(&pair.other.kind)));
        for chunk in &kept {
            match chunk.level {
                0 => push(&chunk.text),
                level => {
                    push(&format!("{}{}", "#".repeat((level + 1).min(6)), chunk.text.trim_start_matches('#')))
                }
            }
        }
    } else {
        kept.iter().for_each(|chunk| push(&chunk.text));
    }
    body
}

/// What a document is called in a heading.
fn document(kind: &str) -> &'static str {
    match kind {
        "write-up" => "the write-up",
        "slides" => "the slide pack",
        "action-log" => "the action log",
        "progress" => "the progress paper",
        "timetable" | "paper" => "the paper",
        _ => "the other record",
    }
}

/// A paragraph, a list, a table or a heading.
struct Chunk {
    /// That of a heading, from 1; 0 for everything else.
    level: usize,
    text: String,
}

/// The chunks of a text that the base does not have, and the headings above them.
fn lacking(
    other: &str,
    known: &str,
    base: &str,
    pair: Pair<'_>,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Chunk> {
    let says = |text: &str| {
        let words = words(text);
        words.is_empty() || known.contains(&format!(" {words} "))
    };
    // A marked passage cannot be cut without showing what it hides.
    if other.contains(":::") || other.contains("[[redact") {
        let all = Chunk { level: 0, text: other.trim().to_owned() };
        return if says(other) { Vec::new() } else { vec![all] };
    }
    let defined = actions(base);
    let mut kept: Vec<Chunk> = Vec::new();
    for text in other.split("\n\n").map(|text| text.trim_matches('\n')).filter(|text| !text.trim().is_empty())
    {
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 && text.get(level..).is_some_and(|rest| rest.starts_with(' ')) && !text.contains('\n') {
            // Of headings that follow each other, those without a text go.
            while kept.last().is_some_and(|last| last.level >= level) {
                kept.pop();
            }
            kept.push(Chunk { level, text: text.to_owned() });
        } else if text.starts_with('|') {
            kept.extend(table(text, &defined, says, pair, conflicts).map(|text| Chunk { level: 0, text }));
        } else if !text.lines().all(says) {
            kept.push(Chunk { level: 0, text: text.to_owned() });
        }
    }
    while kept.last().is_some_and(|last| last.level > 0) {
        kept.pop();
    }
    kept
}

/// The rows of a table that the base does not have, below the table's head.
fn table(
    text: &str,
    defined: &BTreeMap<u32, String>,
    says: impl Fn(&str) -> bool,
    pair: Pair<'_>,
    conflicts: &mut Vec<Conflict>,
) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let (head, rows) = lines.split_at_checked(2)?;
    let mut kept = Vec::new();
    for row in rows.iter().filter(|row| !says(row)) {
        let own = defines(row).and_then(|number| Some((number, defined.get(&number)?)));
        match own {
            Some((number, own)) => {
                if words(own) != words(row) {
                    conflicts.push(pair.conflict(&format!("Action {number}"), cells(own), cells(row)));
                }
            }
            None => kept.push(*row),
        }
    }
    (!kept.is_empty()).then(|| [head, &kept].concat().join("\n"))
}

/// The row of a list of actions that defines each.
fn actions(base: &str) -> BTreeMap<u32, String> {
    let rows = base.lines().filter(|line| line.starts_with('|'));
    let mut found = BTreeMap::new();
    for (number, row) in rows.filter_map(|row| Some((defines(row)?, row))) {
        found.entry(number).or_insert_with(|| row.to_owned());
    }
    found
}

/// The action that a row of a list of actions defines, in its first cell.
fn defines(row: &str) -> Option<u32> {
    let cell = row.trim_start_matches('|').split('|').next()?.trim();
    label::label_at_start(cell).map(|label| label.number)
}

/// A row's cells as words.
fn cells(row: &str) -> String {
    let cells = row.trim().trim_matches('|').split('|').map(|cell| cell.trim().replace("**", ""));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// A text whose footnotes have labels of their own.
fn unmixed(other: &str, base: &str) -> String {
    if base.contains("[^") && other.contains("[^") {
        other.replace("[^", "[^other-")
    } else {
        other.to_owned()
    }
}

/// The words of a text without its marks, in small letters.
fn words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
