//! A program that was built without a server.
//!
//! In: what a server is asked for. Out: how to get a program that has one.

use anyhow::{Result, bail};

use super::Asked;

/// Says how to get a program that can serve.
///
/// # Errors
/// Always.
pub fn run(_: Asked<'_>) -> Result<()> {
    bail!("this program was built without a server: `cargo install annals --features serve` adds it")
}
