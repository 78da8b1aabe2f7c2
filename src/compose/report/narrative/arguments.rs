//! The arguments of a directive, each taken once.
//!
//! In: a directive. Out: values, or what is wrong: a word that is not known, an argument that nobody
//! asked for. Every message says what may be meant.

use super::faults;
use super::reference::{Wrong, nearest};
use crate::diag::Bearing;
use crate::model::mention::{Argument, Directive};

/// The arguments of a directive.
pub(super) struct Arguments<'d> {
    directive: &'d Directive,
    taken: Vec<&'static str>,
    placed: usize,
}

impl<'d> Arguments<'d> {
    pub(super) fn of(directive: &'d Directive) -> Self {
        Arguments { directive, taken: Vec::new(), placed: 0 }
    }

    /// The value of a named argument.
    pub(super) fn value(&mut self, name: &'static str) -> Option<&'d str> {
        self.taken.push(name);
        let named = |argument: &&Argument| argument.name.as_deref() == Some(name);
        self.directive.arguments.iter().find(named).map(|argument| argument.value.as_str())
    }

    /// The value of an argument that may stand without its name, as the next of those.
    pub(super) fn first(&mut self, name: &'static str) -> Option<&'d str> {
        if let Some(value) = self.value(name) {
            return Some(value);
        }
        let bare = self.directive.arguments.iter().filter(|argument| argument.name.is_none());
        let value = bare.clone().nth(self.placed).map(|argument| argument.value.as_str());
        self.placed += usize::from(value.is_some());
        value
    }

    /// An argument that is one of a few words.
    pub(super) fn word<T>(
        &mut self,
        name: &'static str,
        words: &[&'static str],
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        let Some(value) = self.value(name) else { return Ok(None) };
        parse(value).map(Some).ok_or_else(|| unknown(name, value, words))
    }

    /// What is wrong where an argument was given that the directive does not take.
    pub(super) fn done(self) -> Result<(), Wrong> {
        let name = &self.directive.name;
        if let Some(extra) = self.directive.arguments.iter().filter(|one| one.name.is_none()).nth(self.placed)
        {
            return Err(bad(format!("`{name}` does not take `{}`", extra.value), takes(name, &self.taken)));
        }
        let known =
            |argument: &&Argument| argument.name.as_deref().is_some_and(|name| !self.taken.contains(&name));
        if let Some(written) = self.directive.arguments.iter().find(known).and_then(|one| one.name.as_deref())
        {
            let help = nearest(written, self.taken.iter().copied())
                .map_or_else(|| takes(name, &self.taken), |near| format!("did you mean `{near}`?"));
            return Err(bad(format!("`{name}` has no argument `{written}`"), help));
        }
        for (n, argument) in self.directive.arguments.iter().enumerate() {
            let earlier = &self.directive.arguments[..n];
            if argument.name.is_some() && earlier.iter().any(|one| one.name == argument.name) {
                let written = argument.name.as_deref().unwrap_or_default();
                return Err(bad(format!("`{written}` is given twice"), "leave one of them".to_owned()));
            }
        }
        Ok(())
    }
}

fn takes(name: &str, names: &[&str]) -> String {
    match names {
        [] => format!("`{name}` takes no arguments"),
        names => format!("it takes {}", listed(names)),
    }
}

/// Words in a row, as code.
pub(super) fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A value that is none of the words asked for.
pub(super) fn unknown(name: &str, value: &str, words: &[&str]) -> Wrong {
    let help = nearest(value, words.iter().copied())
        .map_or_else(|| format!("it is one of {}", listed(words)), |near| format!("did you mean `{near}`?"));
    bad(format!("`{value}` is not known as a {name}"), help)
}

pub(super) fn bad(message: String, help: String) -> Wrong {
    Wrong { rule: &faults::BAD_DIRECTIVE, message, help, bearing: Bearing::None }
}
