//! The API of Airtable, asked patiently.
//!
//! In: an endpoint, a token, and how patient to be. Out: bytes of JSON, and bytes of attachments. With
//! the cargo feature `pull` over HTTP; without it a client cannot be made, and says how to get one.

#[cfg(not(feature = "pull"))]
mod absent;
#[cfg(feature = "pull")]
mod http;

use std::fmt;
use std::io;
use std::time::Duration;

pub use super::token::Token;
#[cfg(not(feature = "pull"))]
pub use absent::Client;
#[cfg(feature = "pull")]
pub use http::Client;

/// How patient to be.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long a connection may take.
    pub connect: Duration,
    /// How long the answer may take to begin, and each part of it to follow the one before.
    pub answer: Duration,
    /// How often to ask, at least once.
    pub tries: u32,
    /// The first pause before asking again; each one after is twice as long.
    pub pause: Duration,
    /// The longest pause that is made, `Retry-After` or not.
    pub longest: Duration,
    /// The least time between two requests: Airtable shuts out who asks more than five times a second.
    pub spacing: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            connect: Duration::from_secs(15),
            answer: Duration::from_secs(60),
            tries: 6,
            pause: Duration::from_secs(1),
            longest: Duration::from_secs(120),
            spacing: Duration::from_millis(210),
        }
    }
}

/// Why what was downloaded could not be taken.
#[derive(Debug)]
pub enum Taking {
    /// It was not whole; asking again may help.
    Again(String),
    /// It cannot be kept.
    Never(anyhow::Error),
}

impl Taking {
    /// What reading came to: a connection that broke may hold the next time.
    pub fn reading(error: &io::Error) -> Self {
        Taking::Again(format!("no whole answer: {error}"))
    }
}

/// A request that was refused.
#[derive(Debug)]
pub struct Refused {
    /// The status.
    pub status: u16,
    /// What the server says.
    pub(super) told: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told)
    }
}

impl std::error::Error for Refused {}

/// Text as a part of a path or a query.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
        encoded
    })
}
