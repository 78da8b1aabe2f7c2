//! How a difference of a frozen edition is told: where its words part, what to do, and what is no other thing said.
//!
//! In: a difference, or a passage of it. Out: words, or whether it is apparatus. It compares nothing.

use crate::compose::report::tree;
use crate::model::date::Date;
use crate::model::lock::{Form, Frozen, Passage};

use super::frozen::Difference;

/// What to do where an edition would say something else.
pub(super) fn help(frozen: &Frozen) -> String {
    let frozen_on = Date::from_day(frozen.frozen_on).in_words();
    let after = frozen.frozen_on.tomorrow().unwrap_or(frozen.frozen_on);
    format!(
        "undo what is a slip; a record that came after {frozen_on} stays out of the edition with \
         `embargo: {after}` in it; only where the edition was wrong, start edition {} in the report and tell \
         what was wrong in an erratum; what was only announced, put off or found out since says when (`announced:` in \
         `next_discussion`, `earlier:` in a milestone, `until:` in a topic’s `narrative`) and is no change",
        frozen.edition + 1
    )
}

/// What to do where it only words it otherwise: nothing.
pub(super) const STAYS: &str = "readers are shown what was frozen";

/// Whether a passage is the glossary, or says that there is none, or counts what is withheld in the archive:
/// what must be withheld later is no other thing that the edition said.
pub(super) fn is_apparatus(id: &str) -> bool {
    matches!(id, "glossary" | "glossary-empty" | "withheld-counts")
}

/// Whether the glossary came or went.
pub(super) fn is_new_term(difference: &Difference<'_>) -> bool {
    let came = difference.then.is_none() || difference.now.is_none();
    came && difference.passage().is_some_and(|passage| is_apparatus(&passage.id))
}

/// Whether a passage is what the progress matrix says of a topic: the matrix is kept for today, and what the
/// edition said of it stays as it was.
pub(super) fn is_matrix(passage: &Passage) -> bool {
    matches!(passage.form, Form::Heading(level) if level > 2) && tree::is_matrix(&passage.id)
}

/// Where the words part: `; it said “… agreed”, and says “… not agreed”`.
pub(super) fn excerpt(difference: &Difference<'_>) -> String {
    let (Some(then), Some(now)) = (difference.then, difference.now) else { return String::new() };
    if then.text == now.text {
        return String::new();
    }
    let same = then.text.chars().zip(now.text.chars()).take_while(|(a, b)| a == b).count();
    let cut = |text: &str| -> String {
        let start = same.saturating_sub(30);
        let part: String = text.chars().skip(start).take(80).collect();
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "“{}{part}{}”",
            if start > 0 { "…" } else { "" },
            if text.chars().count() > start + 80 { "…" } else { "" }
        )
    };
    format!("; it said {}, and says {}", cut(&then.text), cut(&now.text))
}
