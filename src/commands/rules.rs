//! `annals rules`: the catalogue of faults.

use anyhow::{Result, bail};

use super::{Status, print};
use crate::check;
use crate::compose;
use crate::diag::Rule;
use crate::import::{airtable, documents};
use crate::publish::scan;
use crate::read::faults;
use crate::render::{self, document};

/// Lists every fault, or explains one.
///
/// # Errors
/// A fault that is not in the catalogue.
pub fn run(code: Option<&str>) -> Result<Status> {
    let rules = catalogue();
    let Some(code) = code else {
        let widest = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
        for rule in &rules {
            print::result(&format!(
                "{:widest$}  {:7}  {}",
                rule.code,
                rule.severity.to_string(),
                rule.summary
            ));
        }
        return Ok(Status::Clean);
    };
    let Some(rule) = rules.iter().find(|rule| rule.code == code) else {
        bail!("no fault is called {code}{}", print::nearest(code, rules.iter().map(|rule| rule.code)));
    };
    print::result(&format!(
        "{} ({}): {}\n\n{}",
        rule.code,
        rule.severity,
        rule.summary,
        rule.explanation.trim()
    ));
    Ok(Status::Clean)
}

/// Every fault that reading, checking, compiling, importing and the leak scan can find, by name.
pub fn catalogue() -> Vec<&'static Rule> {
    let checked = check::CHECKS.iter().map(|check| check.rule).chain(faults::RULES.iter().copied());
    let imported = airtable::faults::RULES.iter().chain(documents::rules::RULES).copied();
    let (scanned, frozen) = (scan::RULES.iter().copied(), render::report::RULES.iter().copied());
    let (compiled, set) = (compose::report::RULES.iter().copied(), document::faults::RULES.iter().copied());
    let made = compiled.chain(imported).chain(scanned).chain(frozen).chain(set);
    let made =
        made.chain([render::broken::RULES, render::unread::RULES, render::own_sentence::RULES].concat());
    let mut rules: Vec<_> = checked.chain(made).collect();
    rules.push(&check::append_only::RULE);
    rules.sort_by_key(|rule| rule.code);
    rules
}
