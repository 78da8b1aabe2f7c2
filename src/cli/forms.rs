//! The forms in which commands print their results, and for whom, as typed.

use clap::ValueEnum;
use jiff::civil;

use crate::audience::Audience;
use crate::import::starter::Ci;
use crate::model::date::Date;

/// The day that a date means as that by which something was so: the last one, where it is coarse.
pub(super) fn last_day(typed: &str) -> Result<civil::Date, String> {
    let date = typed.parse::<Date>();
    date.map(Date::latest).map_err(|_| "not a date: write 2019-07-31, 2019-07 or 2019".to_owned())
}

/// An audience, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum For {
    /// Everybody
    Public,
    /// The members of the dialogue
    Members,
}

impl From<For> for Audience {
    fn from(typed: For) -> Self {
        match typed {
            For::Public => Audience::Public,
            For::Members => Audience::Members,
        }
    }
}

/// Where an archive is checked and published on each merge.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Hosting {
    /// Workflows of GitHub, and its Pages
    Github,
    /// A pipeline of GitLab, and its Pages
    Gitlab,
}

impl From<Hosting> for Ci {
    fn from(typed: Hosting) -> Self {
        match typed {
            Hosting::Github => Ci::Github,
            Hosting::Gitlab => Ci::Gitlab,
        }
    }
}

/// In which form a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// The report's page
    Html,
    /// An accessible PDF; needs a program built with PDF
    Pdf,
    /// A Word file to comment on
    Docx,
    /// The data behind it
    Json,
    /// Markdown
    Md,
}

/// In which form a difference is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Plain text
    Text,
    /// Markdown, for a merge comment
    Md,
}

/// In which form the remarks of reviewers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CommentsFormat {
    /// Plain text, place by place
    Text,
    /// One JSON object
    Json,
    /// A Markdown table
    Md,
}
