//! What the accessibility statement says of the checks of this site's pages.
//!
//! In: the results that the archive has beside its settings. Out: words and tables for the page
//! `pages/accessibility`. An archive without results says nothing here: what nobody measured is not told.

use serde::Serialize;

use super::super::html::{Html, escaped};
use super::super::press::Press;
use super::{Entry, count};
use crate::model::accessibility::{self, Broken};
use crate::model::words::args;

/// What was measured, and what is known not to work.
#[derive(Debug, Serialize)]
pub(super) struct Measured {
    /// When, against what, with what, and how many pages.
    lede: String,
    /// How many pages of other archives, where there were any.
    elsewhere: Option<String>,
    /// How many rules were applied, and in which colours.
    rules: String,
    /// What came of it: no rule broken, or how many.
    outcome: String,
    /// The rules that were broken.
    broken: Vec<Rule>,
    /// How many rules no machine could decide on, where there are any.
    undecided: Option<String>,
    /// Those rules.
    to_decide: Vec<Rule>,
    /// Which pages have to be scrolled sideways, at which widths.
    widths: String,
    /// The kinds of page that were looked at.
    kinds: Html,
    /// What is known not to work, or not to have been tried.
    gaps: Vec<Gap>,
}

/// A rule of the checker.
#[derive(Debug, Serialize)]
struct Rule {
    /// Its name.
    rule: String,
    /// What it asks, in the checker's words.
    asks: Html,
    /// On how many pages it is broken or not decided.
    pages: u32,
}

/// What does not work, or was not tried.
#[derive(Debug, Serialize)]
struct Gap {
    /// What.
    what: Html,
    /// Why.
    why: Html,
}

impl Measured {
    /// What the page of a record says of it: the accessibility statement alone does.
    pub(super) fn of(press: &Press, index: usize) -> Option<Self> {
        let id = &press.record(index).id;
        let measured = press.edition().config().measured.as_deref();
        let measured = measured.filter(|_| id.as_str() == accessibility::PAGE)?;
        let words = press.words();
        let numbers = |all: &[u32]| words.row(&all.iter().map(u32::to_string).collect::<Vec<_>>());
        let tools: Vec<_> =
            measured.tools.iter().map(|(name, version)| format!("{name} {version}")).collect();
        let rules = |rules: &[Broken]| rules.iter().map(|one| rule(press, one)).collect();
        let texts = |texts: &[(String, String)]| {
            let (language, text) = accessibility::said(texts, words.language()).unwrap_or_default();
            marked(press, language, text)
        };
        let broken = measured.violations.len();
        Some(Measured {
            lede: words.fill(
                "measured-lede",
                args![
                    date = words.date(measured.on),
                    count = measured.kinds.len(),
                    standard = &*measured.standard,
                    levels = words.row(&measured.levels),
                    tools = words.row(&tools)
                ],
            ),
            elsewhere: (measured.elsewhere > 0)
                .then(|| count(words, measured.elsewhere as usize, "measured-elsewhere")),
            rules: count(
                words,
                measured.rules as usize,
                if measured.dark { "measured-rules-light-and-dark" } else { "measured-rules-light" },
            ),
            outcome: count(words, broken, "measured-broken"),
            broken: rules(&measured.violations),
            undecided: (!measured.undecided.is_empty())
                .then(|| count(words, measured.undecided.len(), "measured-undecided")),
            to_decide: rules(&measured.undecided),
            widths: words.fill(
                "measured-widths",
                args![widths = numbers(&measured.widths), count = measured.overflowing],
            ),
            kinds: marked(press, "en", &measured.kinds.join(", ")),
            gaps: measured
                .gaps
                .iter()
                .map(|gap| Gap { what: texts(&gap.what), why: texts(&gap.why) })
                .collect(),
        })
    }

    /// Its sections, for the list of what is on the page.
    pub(super) fn contents(&self, press: &Press) -> Vec<Entry> {
        let words = press.words();
        let gaps = (!self.gaps.is_empty()).then(|| super::section("gaps", words.say("known-gaps")));
        [super::section("measured", words.say("what-was-measured"))].into_iter().chain(gaps).collect()
    }
}

fn rule(press: &Press, one: &Broken) -> Rule {
    Rule { rule: one.rule.clone(), asks: marked(press, "en", &one.asks), pages: one.pages }
}

/// Text in a language that may not be the page's.
fn marked(press: &Press, language: &str, text: &str) -> Html {
    match language == press.words().language() {
        true => Html::text(text),
        false => Html::new(&format!("<span lang=\"{}\">{}</span>", escaped(language), escaped(text))),
    }
}
