//! A listing as a Markdown table: for a merge request, or minutes of the editors.

use super::text::head;
use super::{Listing, Remark, clean};

/// The listing as Markdown.
pub fn markdown(listing: &Listing) -> String {
    let mut out = head(listing).replace('\n', "\n\n");
    if !listing.remarks.is_empty() {
        out.push_str(
            "| Paragraph | Source | Who | When | On | What |\n| --- | --- | --- | --- | --- | --- |\n",
        );
    }
    for remark in &listing.remarks {
        let spot = &remark.spot;
        let mut place = escaped(&spot.name());
        if let (Some(_), Some(id)) = (&spot.number, &spot.id) {
            place.push_str(&format!("<br>`{id}`"));
        }
        spot.became().iter().for_each(|told| place.push_str(&format!("<br>**{}**", escaped(told))));
        let source = spot.source();
        let source = if spot.source.is_some() { format!("`{source}`") } else { source };
        let who = if remark.kind == "untracked" { String::new() } else { escaped(&remark.author()) };
        let cells =
            [place, source, who, remark.day().unwrap_or_default(), escaped(&clean(&remark.on)), what(remark)];
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    if !listing.changed.is_empty() {
        out.push_str("\nChanged since the draft was made:\n\n");
        for spot in &listing.changed {
            let told = spot.became().join(", ");
            let id = spot.id.as_deref().unwrap_or_default();
            out.push_str(&format!("- {} (`{id}`): {}\n", escaped(&spot.name()), escaped(&told)));
        }
    }
    out
}

fn what(remark: &Remark) -> String {
    let mut parts = Vec::new();
    match remark.kind {
        "reply" => parts.push("*reply:*".to_owned()),
        "untracked" if remark.is_taken_out() => {
            parts.push("*not in the file any more, without a mark*".to_owned());
        }
        "untracked" => parts.push("*changed without a mark*".to_owned()),
        _ => {}
    }
    parts.extend(remark.words.lines().map(clean).filter(|line| !line.is_empty()).map(|line| escaped(&line)));
    for (words, tag) in [(&remark.removed, "del"), (&remark.added, "ins")] {
        let words = clean(words);
        if !words.is_empty() {
            parts.push(format!("<{tag}>{}</{tag}>", escaped(&words)));
        }
    }
    if remark.done {
        parts.push("*dealt with*".to_owned());
    }
    parts.join("<br>")
}

/// Words that are only words in a cell of a Markdown table.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            // A mention in a merge request would send mail to a stranger.
            '@' => out.push_str("&#64;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}
