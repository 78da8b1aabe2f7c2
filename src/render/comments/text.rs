//! A listing for a terminal: one place after the other, with what was said of each.

use super::{Listing, Remark, Spot, clean};

/// The longest quotation of words that a comment is on, in characters.
const LONGEST: usize = 80;

/// The listing as text.
pub fn text(listing: &Listing) -> String {
    let mut out = String::new();
    out.push_str(&head(listing));
    let mut before: Option<(&Spot, &str)> = None;
    for (n, remark) in listing.remarks.iter().enumerate() {
        if remark.answers.is_some_and(|to| to < listing.remarks.len()) {
            continue;
        }
        if before != Some((&remark.spot, &remark.file)) {
            place(remark, &mut out);
            before = Some((&remark.spot, &remark.file));
        }
        one(remark, "  ", &mut out);
        let replies = listing.remarks.iter().filter(|reply| reply.answers == Some(n));
        replies.for_each(|reply| one(reply, "    ", &mut out));
    }
    if !listing.changed.is_empty() {
        out.push_str("\nChanged since the draft was made:\n");
        for spot in &listing.changed {
            let id = spot.id.as_deref().unwrap_or_default();
            let told = [spot.became(), vec![spot.source()]].concat();
            let told: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
            out.push_str(&format!("  {} ({id}): {}\n", spot.name(), told.join(", ")));
        }
    }
    out
}

/// What there is in all, in a sentence.
pub(super) fn head(listing: &Listing) -> String {
    let count = |kinds: &[&str]| listing.remarks.iter().filter(|one| kinds.contains(&one.kind)).count();
    let words = |n: usize, noun: &str| if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") };
    let mut authors: Vec<&str> =
        listing.remarks.iter().map(|one| one.author.as_str()).filter(|author| !author.is_empty()).collect();
    authors.sort_unstable();
    authors.dedup();
    let comments = words(count(&["comment", "reply"]), "comment");
    let mut out = format!("{comments} and {}", words(count(&["change"]), "change"));
    if !authors.is_empty() {
        out.push_str(&format!(" by {}", words(authors.len(), "reviewer")));
    }
    if let Some(report) = &listing.report {
        let edition = listing.edition.map_or_else(String::new, |edition| format!(", edition {edition}"));
        out.push_str(&format!(" on {report}{edition}"));
    }
    out.push('\n');
    let untracked = count(&["untracked"]);
    if untracked > 0 {
        let changes = if untracked == 1 { "passage was" } else { "passages were" };
        out.push_str(&format!("{untracked} {changes} changed or taken out without a mark.\n"));
    }
    if listing.looks > 0 {
        let changes = words(listing.looks, "change");
        out.push_str(&format!("{changes} of looks alone not listed.\n"));
    }
    out
}

fn place(remark: &Remark, out: &mut String) {
    let spot = &remark.spot;
    out.push('\n');
    out.push_str(&spot.name());
    if let (Some(_), Some(id)) = (&spot.number, &spot.id) {
        out.push_str(&format!(" ({id})"));
    }
    for told in spot.became() {
        out.push_str(&format!(" · {told}"));
    }
    out.push('\n');
    let source = spot.source();
    if !source.is_empty() {
        out.push_str(&format!("  {source}\n"));
    }
}

fn one(remark: &Remark, indent: &str, out: &mut String) {
    let what = match remark.kind {
        "comment" => "comment by ",
        "reply" => "reply by ",
        "change" => "change by ",
        _ if remark.is_taken_out() => "not in the file any more, without a mark",
        _ => "changed without a mark",
    };
    out.push_str(&format!("{indent}{what}"));
    if remark.kind != "untracked" {
        out.push_str(&remark.author());
    }
    if let Some(day) = remark.day() {
        out.push_str(&format!(", {day}"));
    }
    if !remark.on.is_empty() {
        out.push_str(&format!(", on “{}”", shortened(&clean(&remark.on))));
    }
    if let Some(through) = &remark.through {
        out.push_str(&format!(", to {through}"));
    }
    if remark.done {
        out.push_str(", dealt with");
    }
    out.push('\n');
    for line in remark.words.lines().map(clean).filter(|line| !line.is_empty()) {
        out.push_str(&format!("{indent}  {line}\n"));
    }
    for (sign, words) in [('-', &remark.removed), ('+', &remark.added)] {
        // Spaces at the ends are what some changes are about.
        let words = words.replace(|letter: char| letter.is_control(), " ");
        if !words.is_empty() {
            out.push_str(&format!("{indent}  {sign} {words}\n"));
        }
    }
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}
