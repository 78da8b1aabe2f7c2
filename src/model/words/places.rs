//! A message as a row of pieces: its words, and the places of what is no plain text.
//!
//! In: a message and those of its arguments that are numbers or words. Out: words, and the name of each
//! argument that was not given, where it is to stand. A report puts dates, links and marks of status
//! there, so that a sentence stays one message however its language orders it.

use super::message::Part;
use super::{Arg, Words};

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place<'w> {
    /// Words.
    Words(String),
    /// Where the argument of this name stands.
    Of(&'w str),
}

impl Words {
    /// The pieces of a message; its name as words where there is none of that name.
    pub fn places<'w>(&'w self, key: &'w str, args: &[(&str, Arg)]) -> Vec<Place<'w>> {
        let mut out = Vec::new();
        match self.parts(key) {
            Some(parts) => self.lay(parts, args, &mut out),
            None => add(key, &mut out),
        }
        out
    }

    fn lay<'w>(&'w self, parts: &'w [Part], args: &[(&str, Arg)], out: &mut Vec<Place<'w>>) {
        let of = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
        for part in parts {
            match part {
                Part::Text(text) => add(text, out),
                Part::Arg { name, grouped } => match of(name) {
                    Some(Arg::Text(text)) => add(text, out),
                    Some(Arg::Number(number)) if *grouped => add(&self.number(*number), out),
                    Some(Arg::Number(number)) => add(&number.to_string(), out),
                    None => out.push(Place::Of(name)),
                },
                Part::Choice { on, arms, other } => {
                    let arm = arms.iter().find(|(key, _)| of(on).is_some_and(|arg| self.fits(key, arg)));
                    if let Some((_, parts)) = arm.or_else(|| arms.get(*other)) {
                        self.lay(parts, args, out);
                    }
                }
                Part::Tag(_) | Part::Open(_) | Part::Close => {}
            }
        }
    }
}

fn add(text: &str, out: &mut Vec<Place<'_>>) {
    match out.last_mut() {
        Some(Place::Words(words)) => words.push_str(text),
        _ => out.push(Place::Words(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::args;

    #[test]
    fn what_is_not_given_has_its_place_in_the_order_of_the_language() {
        let words =
            Words::read("cy", "x = { $n ->\n    [one] Un { $what }\n   *[other] { $n }, { $what }!\n}\n");
        let words = words.unwrap();
        let said = |text: &str| Place::Words(text.to_owned());
        assert_eq!(words.places("x", args![n = 1_i64]), [said("Un "), Place::Of("what")]);
        assert_eq!(words.places("x", args![n = 9_i64]), [said("9, "), Place::Of("what"), said("!")]);
        assert_eq!(words.places("y", args![]), [said("y")]);
    }
}
