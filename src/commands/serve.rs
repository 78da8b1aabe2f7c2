//! `annals serve`: the site in memory, on this machine, made again when a file changes.

mod last;
mod made;
mod outcome;
mod saved;
mod site;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use anyhow::Result;
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::Audience;
use crate::read;
use crate::serve;
use made::Making;

/// What was asked for.
#[derive(Debug)]
pub struct Serve {
    /// The archive.
    pub root: PathBuf,
    /// The port, if not the usual one.
    pub port: Option<u16>,
    /// For whom.
    pub audience: Audience,
    /// What day it is; asked for each build, since a server may run past midnight.
    pub today: Today,
    /// Whether to make PDF.
    pub pdf: bool,
    /// Whether its texts can be searched.
    pub search: bool,
}

/// The day as at which a site is made.
#[derive(Clone, Copy, Debug)]
pub enum Today {
    /// This one.
    Fixed(civil::Date),
    /// As the clock says.
    Clock(fn() -> civil::Date),
}

impl Today {
    fn date(self) -> civil::Date {
        match self {
            Today::Fixed(date) => date,
            Today::Clock(clock) => clock(),
        }
    }
}

/// Serves until the program is ended.
///
/// # Errors
/// A port that is taken, a machine that lets nobody watch files.
pub fn run(serve: Serve, show: Show) -> Result<Status> {
    let Serve { root, port, audience, today, pdf, search } = serve;
    let watched = {
        let root = root.clone();
        Box::new(move || read::watched(&root))
    };
    let mut making = Making::new(root, audience, pdf, search);
    serve::run(serve::Asked {
        port,
        what: format!("The {} edition", audience.as_str()),
        watched,
        round: Box::new(move |address, show, wait| making.round(today.date(), address, show, wait)),
        tell: &|line, found| print::round(show, line, found),
    })?;
    Ok(Status::Clean)
}
