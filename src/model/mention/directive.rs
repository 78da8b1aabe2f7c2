//! A directive: its name and its arguments.
//!
//! In: the words between `{{` and `}}`. Out: `Directive`, or what is wrong. Which names there are,
//! and what they mean, is not known here.

use super::Malformed;

/// A directive as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its name.
    pub name: String,
    /// Its arguments, in order.
    pub arguments: Vec<Argument>,
}

/// An argument of a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name, where it was given one.
    pub name: Option<String>,
    /// Its value, without quotation marks.
    pub value: String,
}

impl Directive {
    /// Reads what stands between the braces.
    pub(super) fn parse(written: &str) -> Result<Self, Malformed> {
        let written = written.trim();
        let end = written.find(|letter| !is_name(letter)).unwrap_or(written.len());
        let (name, rest) = written.split_at(end);
        if name.is_empty() {
            return Err(malformed("a directive starts with its name, as in `{{ count() }}`"));
        }
        let rest = rest.trim();
        if rest.is_empty() {
            return Ok(Directive { name: name.to_owned(), arguments: Vec::new() });
        }
        let inner = rest.strip_prefix('(').ok_or_else(|| {
            malformed(&format!("`{name}` is followed by its arguments in brackets, or by nothing"))
        })?;
        let mut reader = Reader { rest: inner };
        let arguments = reader.arguments()?;
        if !reader.rest.trim().is_empty() {
            return Err(malformed("there are words after the closing bracket"));
        }
        Ok(Directive { name: name.to_owned(), arguments })
    }
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-')
}

fn malformed(message: &str) -> Malformed {
    Malformed { message: message.to_owned() }
}

struct Reader<'w> {
    rest: &'w str,
}

impl Reader<'_> {
    fn arguments(&mut self) -> Result<Vec<Argument>, Malformed> {
        let mut arguments = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix(')') {
                self.rest = rest;
                return Ok(arguments);
            }
            if self.rest.is_empty() {
                return Err(malformed("the bracket of the arguments is not closed"));
            }
            arguments.push(self.argument()?);
            self.rest = self.rest.trim_start();
            match self.rest.strip_prefix(',') {
                Some(rest) => self.rest = rest,
                None if self.rest.starts_with(')') => {}
                None => return Err(malformed("between two arguments stands a comma")),
            }
        }
    }

    fn argument(&mut self) -> Result<Argument, Malformed> {
        let end = self.rest.find(|letter| !is_name(letter)).unwrap_or(self.rest.len());
        let (name, after) = self.rest.split_at(end);
        if let Some(value) = after.trim_start().strip_prefix('=')
            && !name.is_empty()
        {
            let name = name.to_owned();
            self.rest = value.trim_start();
            return Ok(Argument { name: Some(name), value: self.value()? });
        }
        Ok(Argument { name: None, value: self.value()? })
    }

    fn value(&mut self) -> Result<String, Malformed> {
        // Editors' programs turn straight quotation marks into typographic ones.
        for (open, close) in [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')] {
            let Some(inner) = self.rest.strip_prefix(open) else { continue };
            let (value, rest) =
                inner.split_once(close).ok_or_else(|| malformed("a quotation mark is not closed"))?;
            self.rest = rest;
            return Ok(value.to_owned());
        }
        let is_word = |letter: char| is_name(letter) || matches!(letter, '/' | '.' | '#');
        let end = self.rest.find(|letter| !is_word(letter)).unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at(end);
        if value.is_empty() {
            return Err(malformed("an argument has no value"));
        }
        self.rest = rest;
        Ok(value.to_owned())
    }
}
