//! The words of the interface in one language: a catalogue of messages, as a theme's
//! `locales/<language>.ftl` writes them in Fluent.
//!
//! In: the text of a catalogue, and the language it is in. Out: sentences with their arguments filled in,
//! plurals, dates, numbers and the order of words by that language. Reads no file: `read` does, and the
//! two catalogues of the default theme are built in. What a message may hold is decided in `message`; a
//! message that a catalogue lacks is taken from the English one, and `lacking` names it.

mod dates;
mod direction;
mod message;
mod places;
mod sorting;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

pub use self::direction::is_right_to_left;
pub use self::message::{Key, NotACatalogue, Part};
pub use self::places::Place;
pub use self::sorting::Alphabet;

const ENGLISH: &str = include_str!("../../../themes/default/locales/en.ftl");
const WELSH: &str = include_str!("../../../themes/default/locales/cy.ftl");

static BUILT_IN: LazyLock<BTreeMap<&'static str, Arc<Words>>> = LazyLock::new(|| {
    let read =
        |language: &'static str, text: &str| Some((language, Arc::new(Words::read(language, text).ok()?)));
    [read("en", ENGLISH), read("cy", WELSH)].into_iter().flatten().collect()
});

/// The words of one language.
pub struct Words {
    language: Arc<str>,
    messages: BTreeMap<String, Message>,
    plurals: Option<PluralRules>,
    alphabet: Alphabet,
    months: [String; 12],
    seasons: [String; 4],
    lacking: Vec<String>,
}

/// A message: what it is made of, and its text where that needs no arguments.
#[derive(Clone, Debug)]
struct Message {
    parts: Vec<Part>,
    plain: Option<String>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A number, which a plural may go by.
    Number(i64),
    /// Words; markup where the message is markup.
    Text(Cow<'a, str>),
}

/// The arguments of a message by their names: `args![count = 3, title = &title]`.
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::model::words::Arg::from($value))),*]
    };
}

pub(crate) use args;

/// The languages that are built in, by their tags.
pub fn built_in_languages() -> impl Iterator<Item = &'static str> {
    BUILT_IN.keys().copied()
}

/// The built-in words of a language: of its own tag or of that without a region (`cy` for `cy-GB`).
pub fn built_in(language: &str) -> Option<Arc<Words>> {
    let primary = language.split('-').next().unwrap_or(language);
    BUILT_IN.get(language).or_else(|| BUILT_IN.get(primary)).map(Arc::clone)
}

/// The built-in words of a language, the English ones where it has none.
pub fn of_language(language: &str) -> Arc<Words> {
    built_in(language).or_else(|| built_in("en")).unwrap_or_else(|| Arc::new(Words::empty(language)))
}

impl Words {
    /// Reads a catalogue.
    ///
    /// # Errors
    /// What is not Fluent, or uses a part of it that catalogues here have no need of, with its line.
    pub fn read(language: &str, text: &str) -> Result<Self, NotACatalogue> {
        let mut words = Words::empty(language);
        words.messages = message::read(text)?;
        words.learn();
        Ok(words)
    }

    /// These words with those of another catalogue in place of its own, message by message: a theme may
    /// be no more than one word.
    ///
    /// # Errors
    /// As those of [`Words::read`].
    pub fn with(&self, text: &str) -> Result<Self, NotACatalogue> {
        let mut words = Words::empty(&self.language);
        words.messages = self.messages.clone();
        words.messages.extend(message::read(text)?);
        words.learn();
        Ok(words)
    }

    /// These words, and those of another language where these say nothing; they name what they lack.
    #[must_use]
    pub fn or(mut self, other: &Words) -> Self {
        for (key, message) in &other.messages {
            if !self.messages.contains_key(key) {
                self.lacking.push(key.clone());
                self.messages.insert(key.clone(), message.clone());
            }
        }
        self.learn();
        self
    }

    fn empty(language: &str) -> Self {
        let locale: Option<Locale> = language.parse().ok();
        let rules =
            locale.as_ref().map(|locale| PluralRules::try_new(locale.into(), PluralRulesOptions::default()));
        Words {
            language: language.into(),
            messages: BTreeMap::new(),
            plurals: rules.and_then(Result::ok),
            alphabet: Alphabet::of(language),
            months: Default::default(),
            seasons: Default::default(),
            lacking: Vec::new(),
        }
    }

    /// What is asked for most is looked up once.
    fn learn(&mut self) {
        self.months = std::array::from_fn(|n| self.say(&format!("month-{}", n + 1)).to_owned());
        self.seasons =
            ["spring", "summer", "autumn", "winter"].map(|name| self.named("season", name).to_owned());
    }

    /// The language's tag, as in `cy`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether this is English, which alone has a grammar for sentences that are made of fields.
    pub fn is_english(&self) -> bool {
        self.language.split('-').next() == Some("en")
    }

    /// The order of words in this language.
    pub fn alphabet(&self) -> &Alphabet {
        &self.alphabet
    }

    /// The messages that were taken from another language.
    pub fn lacking(&self) -> &[String] {
        &self.lacking
    }

    /// Every message's name and the names of its arguments.
    pub fn messages(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.messages.iter().map(|(key, message)| (&**key, message::arguments(&message.parts)))
    }

    /// What a message is made of.
    pub fn parts(&self, key: &str) -> Option<&[Part]> {
        self.messages.get(key).map(|message| &*message.parts)
    }

    /// The names of the arguments of a message.
    pub fn arguments(&self, key: &str) -> Vec<&str> {
        self.messages.get(key).map_or_else(Vec::new, |message| message::arguments(&message.parts))
    }

    /// A message without arguments; its name where there is none of that name.
    pub fn say<'w>(&'w self, key: &'w str) -> &'w str {
        self.messages.get(key).and_then(|message| message.plain.as_deref()).unwrap_or(key)
    }

    /// A message of a group: `state-open` of `state` and `open`.
    pub fn named<'w>(&'w self, group: &str, name: &'w str) -> &'w str {
        self.find(group, name).unwrap_or(name)
    }

    /// The same, `None` where there is no such message.
    pub fn find(&self, group: &str, name: &str) -> Option<&str> {
        self.messages.get(&format!("{group}-{name}")).and_then(|message| message.plain.as_deref())
    }

    /// A message with its arguments, as plain words.
    pub fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.filled(key, args, false)
    }

    /// A message with its arguments as markup: what the catalogue says is escaped, the arguments are
    /// markup already. `<name>…</name>` in a message is a link to the argument of that name.
    pub fn markup(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.filled(key, args, true)
    }

    fn filled(&self, key: &str, args: &[(&str, Arg)], markup: bool) -> String {
        let mut out = String::new();
        match self.messages.get(key) {
            Some(message) => self.write(&message.parts, args, markup, &mut out),
            None => out.push_str(key),
        }
        out
    }

    fn write(&self, parts: &[Part], args: &[(&str, Arg)], markup: bool, out: &mut String) {
        let of = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
        for part in parts {
            match part {
                Part::Text(text) if markup => message::escape(text, out),
                Part::Text(text) => out.push_str(text),
                Part::Tag(tag) if markup => out.push_str(tag),
                Part::Open(name) if markup => {
                    out.push_str("<a href=\"");
                    if let Some(Arg::Text(href)) = of(name) {
                        message::escape(href, out);
                    }
                    out.push_str("\">");
                }
                Part::Close if markup => out.push_str("</a>"),
                Part::Tag(_) | Part::Open(_) | Part::Close => {}
                Part::Arg { name, grouped } => match of(name) {
                    Some(Arg::Text(text)) => out.push_str(text),
                    Some(Arg::Number(number)) if *grouped => out.push_str(&self.number(*number)),
                    Some(Arg::Number(number)) => out.push_str(&number.to_string()),
                    None => {}
                },
                Part::Choice { on, arms, other } => {
                    let arm = arms.iter().find(|(key, _)| of(on).is_some_and(|arg| self.fits(key, arg)));
                    let arm = arm.or_else(|| arms.get(*other));
                    if let Some((_, parts)) = arm {
                        self.write(parts, args, markup, out);
                    }
                }
            }
        }
    }

    fn fits(&self, key: &Key, arg: &Arg) -> bool {
        match (key, arg) {
            (Key::Exact(number), Arg::Number(given)) => number == given,
            (Key::Word(word), Arg::Text(given)) => word == given,
            (Key::Word(word), Arg::Number(given)) => word == self.category(*given),
            (Key::Exact(_), Arg::Text(_)) => false,
        }
    }

    /// The plural that goes with a number, by the rules of the Unicode CLDR.
    fn category(&self, number: i64) -> &'static str {
        match self.plurals.as_ref().map(|rules| rules.category_for(number)) {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            _ => "other",
        }
    }

    /// A number with its thousands set apart, as in `12,345`.
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut out = String::from(if number < 0 { "−" } else { "" });
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                out.push_str(self.say("thousands"));
            }
            out.push(digit);
        }
        out
    }

    /// Words as a reader says them in a row: `one`, `one and two`, `one, two and three`.
    pub fn row(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => self.fill("row", args![most = most.join(", "), last = last]),
        }
    }

    /// Clauses in a row: in some languages the word between two of them is not that between two things.
    pub fn clauses(&self, clauses: &[String]) -> String {
        match clauses {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => self.fill("row-clauses", args![most = most.join(", "), last = last]),
        }
    }

    /// Every text of the catalogue: words that are the interface's own.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        self.messages.values().for_each(|message| message::texts(&message.parts, &mut texts));
        texts
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Words({}, {} messages)", self.language, self.messages.len())
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

#[cfg(test)]
mod tests;
