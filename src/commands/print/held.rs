//! Records that not everybody may know of, as a finding may name them.
//!
//! In: their names, and the words of a finding. Out: whether these name one of them.

use std::collections::BTreeSet;

use crate::model::id::RecordId;

/// What records are called that not everybody may know of.
pub(super) struct Held {
    ids: BTreeSet<String>,
    slugs: BTreeSet<String>,
}

impl Held {
    /// Those of these records.
    pub(super) fn of(records: &[RecordId]) -> Self {
        Held {
            ids: records.iter().map(|id| id.as_str().to_owned()).collect(),
            slugs: records.iter().map(|id| id.slug().to_owned()).collect(),
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether a text names one of them: in full, as a file, or by the end of its name between quotes.
    pub(super) fn is_named_in(&self, text: &str) -> bool {
        let ends = |sign: char| sign.is_whitespace() || "`\"'(),;".contains(sign);
        text.split(ends).any(|word| {
            let word = word.split('#').next().unwrap_or_default().trim_end_matches(['.', ':', '?', '/']);
            let word = word.strip_suffix(".md").or_else(|| word.strip_suffix(".html")).unwrap_or(word);
            // A promise is called by the workshop that tells it.
            [Some(word), word.rsplit_once("-action-").map(|(workshop, _)| workshop)]
                .into_iter()
                .flatten()
                .any(|word| {
                    let (before, slug) = word.rsplit_once('/').unwrap_or(("", word));
                    let id = format!("{}/{slug}", before.rsplit('/').next().unwrap_or_default());
                    let is_quoted = !before.is_empty() || text.contains(&format!("`{word}"));
                    self.ids.contains(&id) || is_quoted && self.slugs.contains(slug)
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_named_by_its_id_or_its_file() {
        let id = |id: &str| RecordId::parse(id).unwrap();
        let held = Held::of(&[id("issues/quiet-lane"), id("workshops/closed-one")]);
        for text in [
            "did you mean `issues/quiet-lane`?",
            "write `quiet-lane` in its place",
            "`issues/quiet-lane#p-3` is gone",
            "number 7 is `actions/closed-one-action-7` already",
            "see private/issues/quiet-lane.md",
        ] {
            assert!(held.is_named_in(text), "{text}");
        }
        for text in ["a quiet-lane somewhere", "`issues/quiet-lanes`", "`quiet-lane-2`", "`lane`"] {
            assert!(!held.is_named_in(text), "{text}");
        }
    }
}
