//! The standard sections of a case (Participedia's template), and which of them a body has.
//!
//! In: the headings of a body. Out: the sections it lacks. Capitals, `&` and commas do not count, and
//! the older and American headings are understood. It does not look at what the sections say.

use super::outline::Outline;
use super::text::folded;

/// The sections of the template, and the beginnings of the headings under which each is found.
const SECTIONS: &[(&str, &[&str])] = &[
    ("Problem and purpose", &["problem and purpose", "problems and purpose", "problem", "purpose"]),
    ("Background history and context", &["background", "history"]),
    (
        "Organising and funding entities",
        &["organising", "organizing", "originating", "supporting", "funding", "organisers", "organizers"],
    ),
    (
        "Participant recruitment and selection",
        &["participant recruitment", "participant selection", "recruitment", "selection of participants"],
    ),
    ("Methods and tools used", &["methods", "method and tools", "tools"]),
    ("What went on", &["what went on", "what happened", "deliberation", "process"]),
    ("Outcomes, impacts and effects", &["outcome", "influence outcomes", "impact", "effects", "influence"]),
    ("Analysis and lessons learned", &["analysis", "lessons", "evaluation and lessons"]),
];

/// How many standard sections there are.
pub const ALL: usize = SECTIONS.len();

/// The standard sections that a body has no heading for.
pub fn lacking(outline: &Outline) -> Vec<&'static str> {
    let titles: Vec<String> = outline.headings.iter().map(|heading| folded(&heading.title)).collect();
    SECTIONS.iter().filter(|(_, names)| !has(&titles, names)).map(|row| row.0).collect()
}

/// Whether some heading begins with one of these names, word for word or with its last word longer.
fn has(titles: &[String], names: &[&str]) -> bool {
    titles.iter().any(|title| names.iter().any(|name| title.starts_with(name)))
}
