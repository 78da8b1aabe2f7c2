//! What is found wrong while a file is understood, and the values that need a word of complaint.
//!
//! In: nodes and the path they stand at. Out: values, or a finding that says what is wrong where.

use std::sync::Arc;

use crate::diag::{Bearing, FieldPath, Finding, Rule, Spot, Step};
use crate::model::date::{Date, Edtf};

use super::faults;
use super::messy::shortened;
use super::not_a_day;
use super::raw::Shape;
use super::yaml::Node;

/// The findings of one file.
#[derive(Debug)]
pub(super) struct Notes {
    /// The file, relative to the root.
    pub(super) file: Arc<str>,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
}

impl Notes {
    /// Nothing found yet in this file.
    pub(super) fn on(file: &Arc<str>) -> Self {
        Notes { file: Arc::clone(file), findings: Vec::new() }
    }

    /// Says of the findings from the `first` on that the record is not among the others because of them.
    pub(super) fn leave_out(&mut self, first: usize) {
        let found = self.findings.split_off(first);
        self.findings.extend(found.into_iter().map(|one| one.bears(Bearing::LeavesOut)));
    }

    /// Notes a fault in the value at a path.
    pub(super) fn fault(&mut self, rule: &'static Rule, path: &FieldPath, message: impl Into<String>) {
        self.findings.push(Finding::new(rule, &self.file, Spot::Field(path.clone()), message));
    }

    /// The same with a word of help.
    pub(super) fn fault_help(
        &mut self,
        rule: &'static Rule,
        path: &FieldPath,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.push(Finding::new(rule, &self.file, Spot::Field(path.clone()), message).help(help));
    }

    /// Notes that a value is not what is asked for.
    pub(super) fn wrong_type(&mut self, path: &FieldPath, found: &Node, wanted: &str) {
        self.fault(&faults::WRONG_TYPE, path, format!("`{path}` is {}, not {wanted}", found.in_words()));
    }

    /// Notes a key that is not known, with the nearest that is.
    pub(super) fn unknown_key(&mut self, rule: &'static Rule, path: FieldPath, keys: &[&str]) {
        let Some(Step::Key(key)) = path.steps().last() else { return };
        let message = format!("`{path}` is not known here");
        let help = match nearest(key, keys) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known are {}", listed(keys)),
        };
        self.findings.push(Finding::new(rule, &self.file, Spot::Key(path), message).help(help));
    }

    /// Reads a nested value of a known shape.
    pub(super) fn shape<T: Shape>(&mut self, path: &FieldPath, node: &Node) -> Option<T> {
        match T::deserialize(node) {
            Ok(shape) => {
                for key in shape.unknown().keys() {
                    self.unknown_key(&faults::UNKNOWN_KEY, path.clone().then(key.as_str()), T::KEYS);
                }
                Some(shape)
            }
            Err(error) => {
                let steps = path.steps().iter().chain(error.steps()).cloned().collect();
                let path = FieldPath::from_steps(steps);
                self.fault(&faults::WRONG_TYPE, &path, format!("`{path}` is {error}"));
                None
            }
        }
    }

    /// Reads a date.
    pub(super) fn date(&mut self, path: &FieldPath, text: &str) -> Option<Date> {
        if let Ok(date) = text.parse() {
            return Some(date);
        }
        let (wanted, help) = match text.parse::<Edtf>() {
            Ok(_) => ("is a stretch of time, where one date is asked for".to_owned(), None),
            Err(_) => not_a_day::told(text),
        };
        let message = format!("`{}` {wanted}", shortened(text));
        let help = help.unwrap_or_else(|| "write it as 2018-07-03, 2018-07 or 2018".to_owned());
        self.fault_help(&faults::BAD_DATE, path, message, help);
        None
    }

    /// Reads one of a few words.
    pub(super) fn word<T>(
        &mut self,
        path: &FieldPath,
        text: &str,
        words: &[&str],
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(text);
        if value.is_none() {
            let message = format!("`{}` is not a word that `{path}` can have", shortened(text));
            let help = match nearest(text, words) {
                Some(near) => format!("did you mean `{near}`? It can be {}", any_of(words)),
                None => format!("it can be {}", any_of(words)),
            };
            self.fault_help(&faults::UNKNOWN_WORD, path, message, help);
        }
        value
    }

    /// Notes that parts are missing without which a value means nothing.
    pub(super) fn incomplete(&mut self, path: &FieldPath, missing: &[&str]) {
        let last = missing.last().copied().unwrap_or_default();
        let spot = path.clone().then(last);
        self.fault(&faults::INCOMPLETE, &spot, format!("`{path}` needs {}", listed(missing)));
    }
}

/// The word among these that is nearest to one that is not among them, if one is near.
pub(super) fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    let word = word.trim().to_lowercase();
    words
        .iter()
        .map(|known| (strsim::jaro_winkler(known, &word), *known))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, known)| known)
}

/// Words in backquotes with commas and an "and".
pub(super) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [first @ .., last] => format!("`{}` and `{last}`", first.join("`, `")),
    }
}

/// The same with an "or".
fn any_of(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("`{}` or `{last}`", first.join("`, `")),
        words => listed(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_words() {
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(any_of(&["a", "b"]), "`a` or `b`");
        assert_eq!(any_of(&["a"]), "`a`");
    }

    #[test]
    fn suggests_only_what_is_near() {
        assert_eq!(nearest("member", &["public", "members"]), Some("members"));
        assert_eq!(nearest("confidential", &["public", "members"]), None);
    }
}
