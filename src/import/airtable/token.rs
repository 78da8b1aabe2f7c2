//! The token of Airtable: what `AIRTABLE_TOKEN` holds, shown to nobody.

use std::fmt;

use anyhow::{Result, bail};

/// A token of Airtable; it is shown to nobody.
#[derive(Clone)]
#[cfg_attr(not(feature = "pull"), allow(dead_code, reason = "only a client reads it"))]
pub struct Token(String);

impl Token {
    /// A token as it was given.
    ///
    /// # Errors
    /// A token that cannot be one: empty, or with blanks or line ends within.
    pub fn new(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            bail!("AIRTABLE_TOKEN holds no token: copy it again from airtable.com/create/tokens");
        }
        Ok(Token(text.to_owned()))
    }

    /// The token itself, for the one header that holds it.
    #[cfg_attr(not(feature = "pull"), allow(dead_code, reason = "only a client reads it"))]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}
