//! A client in a program that was built without one.
//!
//! In: what a client is asked for. Out: how to get a program that has it. There is no value of this
//! type, so nothing can be asked of it.

use std::io::Read;

use anyhow::{Result, bail};

use super::{Patience, Taking, Token};

/// Asks nobody.
#[derive(Debug)]
pub enum Client {}

impl Client {
    /// Says how to get a program that can pull.
    ///
    /// # Errors
    /// Always.
    pub fn new(_: &str, _: Token, _: Patience) -> Result<Self> {
        bail!(
            "this program was built without the means to ask Airtable over the network: \
             `cargo install annals --features full` adds them"
        )
    }

    /// Never asked.
    ///
    /// # Errors
    /// None: there is no such client.
    pub fn json(&self, _: &str) -> Result<Vec<u8>> {
        match *self {}
    }

    /// Never asked.
    ///
    /// # Errors
    /// None: there is no such client.
    pub fn download<T>(&self, _: &str, _: impl FnMut(&mut dyn Read) -> Result<T, Taking>) -> Result<T> {
        match *self {}
    }

    /// Never asked.
    pub fn may_fetch(&self, _: &str) -> bool {
        match *self {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_to_get_one() {
        let token = Token::new("patSECRET.abc").unwrap();
        let error = Client::new("https://api.airtable.com", token, Patience::default()).unwrap_err();
        assert!(error.to_string().contains("--features full"));
    }
}
