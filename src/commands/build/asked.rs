//! What a build is asked for.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use jiff::civil;

use crate::audience::Audience;
use crate::commands::print::Show;
use crate::model::config::Config;
use crate::publish::apart;

/// What was asked for.
#[derive(Debug)]
pub struct Build {
    /// The archive.
    pub root: PathBuf,
    /// The folder that gets the folder of the audience.
    pub output: PathBuf,
    /// For whom.
    pub audience: Audience,
    /// Where it will be published, if not as `annals.yaml` says.
    pub base_url: Option<String>,
    /// The day as at which it is made.
    pub today: civil::Date,
    /// Whether warnings fail too.
    pub strict: bool,
    /// Whether to make PDF.
    pub pdf: bool,
    /// Whether its texts can be searched.
    pub search: bool,
    /// Whether pages of the last build may be taken over.
    pub cache: bool,
    /// What names this program, and changes whenever the program does.
    pub program: String,
    /// Whether to tell where the time went.
    pub timings: bool,
    /// Whether to show a progress bar.
    pub progress: bool,
    /// When the program started.
    pub started: Instant,
    /// How to print.
    pub show: Show,
}

impl Build {
    /// Refuses a folder or an address at which the edition would lie among others' things.
    pub(super) fn stays_apart(&self, config: &Config) -> Result<()> {
        apart::from_records(config, &self.root, &self.output)?;
        match self.audience {
            Audience::Members => apart::check(config, &self.root, &self.output, self.base_url.as_deref()),
            Audience::Public => Ok(()),
        }
    }
}
