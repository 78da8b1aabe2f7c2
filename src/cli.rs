//! The command line: arguments, the clock and the environment in, exit status out.
//!
//! This is the only place that asks the outside world who is calling and what day it is; commands
//! get it as plain values.
#![expect(clippy::disallowed_methods, reason = "the one place that asks for clock and environment")]

mod forms;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil;

use crate::commands::{self, Status};
use forms::For;
pub use forms::{CommentsFormat, DiffFormat, ReportFormat};

/// Turns the paper trail of a public dialogue into a browsable archive and a compiled annual report.
#[derive(Debug, Parser)]
#[command(name = "annals", version, max_term_width = 100, propagate_version = true)]
#[command(after_help = "Exit status: 0 clean, 1 findings of level error (or warnings under --strict), \
    2 could not run.\n\nExample:\n  annals build --audience members")]
struct Cli {
    /// The archive, or a folder in it [default: this folder]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// How findings are printed
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    message_format: MessageFormat,
    /// Print findings and results only
    #[arg(short, long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// With the line at fault, for people
    #[default]
    Human,
    /// One line each: file:line:column
    Short,
    /// One JSON object a line
    Json,
    /// As annotations of a GitHub workflow
    Github,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the site: content → DIR/<audience>/, atomically
    #[command(after_help = "Example:\n  annals build --base-url https://example.org/archive/ --strict")]
    Build {
        /// For whom
        #[arg(long, value_enum, default_value = "public")]
        audience: For,
        /// Where the folder <audience>/ goes [default: output/ in the archive]
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Where it will be published; overrides annals.yaml
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// The day as at which it is made, as in 2019-07-31 [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        today: Option<civil::Date>,
        /// Warnings fail the build too
        #[arg(long)]
        strict: bool,
        /// Leave the PDF files out
        #[arg(long)]
        no_pdf: bool,
        /// Leave the search index out
        #[arg(long)]
        no_search: bool,
        /// Tell where the time went, stage by stage
        #[arg(long)]
        timings: bool,
    },
    /// Read and check everything, write nothing
    #[command(after_help = "Example:\n  annals --message-format short check --strict")]
    Check {
        /// Warnings fail the check too
        #[arg(long)]
        strict: bool,
        /// The day as at which it is checked [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        today: Option<civil::Date>,
        /// A git revision since which no past entry of a history may have been rewritten
        #[arg(long, value_name = "REVISION")]
        against: Option<String>,
    },
    /// Print one compiled report
    #[command(after_help = "Example:\n  annals report 2018-2019 --format md --out report.md")]
    Report {
        /// The report's slug
        slug: String,
        /// Freeze a final edition: write its paragraphs, numbers and words into its lock
        #[arg(long, conflicts_with_all = ["format", "out"])]
        freeze: bool,
        /// In which form
        #[arg(long, value_enum, default_value = "html")]
        format: ReportFormat,
        /// Into which file [default: standard output]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// For whom
        #[arg(long, value_enum, default_value = "public")]
        audience: For,
        /// The day as at which it is made [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        today: Option<civil::Date>,
    },
    /// Say why an issue stands where it stands
    #[command(
        after_help = "Example:\n  annals explain issues/custody-images-after-acquittal --as-of 2019-07-31"
    )]
    Explain {
        /// The issue, as issues/SLUG or SLUG
        id: String,
        /// As at which day [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        as_of: Option<civil::Date>,
        /// With whose eyes: what members know, or what the public does
        #[arg(long, value_enum, default_value = "members")]
        audience: For,
    },
    /// Say what changed between two days, two editions of a report, or two git revisions
    #[command(after_help = "Examples:\n  annals diff 2018-12-31 2019-07-31\n  \
        annals diff 2018-2019#edition-1 2018-2019#edition-2\n  annals diff origin/main HEAD --format md")]
    Diff {
        /// The one before: a day, SLUG#edition-N, or a revision
        from: String,
        /// The one after; `.` is the working folder, SLUG the report as it is now
        to: String,
        /// With whose eyes
        #[arg(long, value_enum, default_value = "public")]
        audience: For,
        /// As what
        #[arg(long, value_enum, default_value = "text")]
        format: DiffFormat,
        /// The day as at which revisions are looked at [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        today: Option<civil::Date>,
    },
    /// List what reviewers said of a draft: comments and tracked changes of the Word files they sent back
    #[command(after_help = "Example:\n  annals comments back/ana.docx back/ben.docx --format md")]
    Comments {
        /// The Word files, as they came back
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// As what
        #[arg(long, value_enum, default_value = "text")]
        format: CommentsFormat,
        /// The same as --format json
        #[arg(long, conflicts_with = "format")]
        json: bool,
        /// The report they are drafts of [default: as the files say]
        #[arg(long, value_name = "SLUG")]
        report: Option<String>,
        /// For whom the draft was made [default: as the files say, else members]
        #[arg(long, value_enum)]
        audience: Option<For>,
        /// The day as at which the report is compiled again [default: today, UTC]
        #[arg(long, value_name = "DATE")]
        today: Option<civil::Date>,
    },
    /// Bring documents in: recognise each, write records, list every doubt
    #[command(after_help = "Example:\n  annals import write-up.docx log.xlsx --review review.md")]
    Import {
        /// Files and folders
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What they are, where that is not plain from them
        #[arg(long = "as", value_enum, value_name = "KIND")]
        form: Option<DocumentForm>,
        /// The collection that the records go to
        #[arg(long, value_name = "COLLECTION")]
        collection: Option<String>,
        /// Show what would change as a diff, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Write everything that is unsure into a checklist, Markdown; ticks in it are kept
        #[arg(long, value_name = "FILE")]
        review: Option<PathBuf>,
        /// Remove records that the same documents made before and do not make any more, unless they
        /// were edited by hand
        #[arg(long)]
        prune: bool,
        /// Write records that were edited or deleted by hand too
        #[arg(long)]
        force: bool,
    },
    /// Pull records and attachments from Airtable; the token is in AIRTABLE_TOKEN
    #[command(after_help = "Example:\n  AIRTABLE_TOKEN=pat… annals pull --dry-run")]
    Pull {
        /// The base, as in app… [default: as annals.yaml says]
        #[arg(long, value_name = "ID")]
        base: Option<String>,
        /// Whom to ask
        #[arg(long, value_name = "URL", default_value = "https://api.airtable.com")]
        endpoint: String,
        /// Remove records that were deleted in Airtable, unless they were edited by hand
        #[arg(long)]
        prune: bool,
        /// Show what would change as a diff, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Write records that were edited or deleted by hand too
        #[arg(long)]
        force: bool,
    },
    /// Make a record with the fields of its collection
    #[command(after_help = "Example:\n  annals new issues \"Who may search by photograph?\"")]
    New {
        /// The collection, as in issues
        collection: String,
        /// The record's title
        title: String,
    },
    /// List the faults that are looked for, or explain one
    #[command(after_help = "Example:\n  annals rules dangling_link")]
    Rules {
        /// The fault's name
        code: Option<String>,
    },
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DocumentForm {
    /// A table of Airtable: JSON of its API, CSV of a grid view, exported Markdown
    Airtable,
    /// The write-up of a workshop
    WriteUp,
    /// A slide pack
    Slides,
    /// An action log
    ActionLog,
    /// A paper with a timetable of publications
    Timetable,
    /// A paper with a progress matrix
    Progress,
    /// Any other paper
    Paper,
}

impl DocumentForm {
    fn as_str(self) -> &'static str {
        match self {
            DocumentForm::Airtable => "airtable",
            DocumentForm::WriteUp => "write-up",
            DocumentForm::Slides => "slides",
            DocumentForm::ActionLog => "action-log",
            DocumentForm::Timetable => "timetable",
            DocumentForm::Progress => "progress",
            DocumentForm::Paper => "paper",
        }
    }
}

/// Runs the program.
pub fn run() -> ExitCode {
    let started = Instant::now();
    let cli = Cli::parse();
    match command(cli, started) {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Faulty) => ExitCode::from(1),
        Err(error) => {
            commands::print::failure(&error);
            ExitCode::from(2)
        }
    }
}

fn command(cli: Cli, started: Instant) -> Result<Status> {
    if let Command::Rules { code } = &cli.command {
        return commands::rules::run(code.as_deref());
    }
    let root = root(cli.root.as_deref())?;
    let show = commands::print::Show {
        format: cli.message_format,
        quiet: cli.quiet,
        overheard: cli.message_format == MessageFormat::Github || is_ci(),
    };
    match cli.command {
        Command::Build { audience, output, base_url, today, strict, no_pdf, no_search, timings } => {
            commands::build::run(&commands::build::Build {
                output: output.unwrap_or_else(|| root.join("output")),
                root,
                audience: audience.into(),
                base_url,
                today: today.unwrap_or_else(utc_today),
                strict,
                pdf: !no_pdf,
                search: !no_search,
                timings,
                progress: !cli.quiet && std::io::stderr().is_terminal(),
                started,
                show,
            })
        }
        Command::Check { strict, today, against } => {
            let asked = commands::check::Asked { strict, against, today: today.unwrap_or_else(utc_today) };
            commands::check::run(&root, &asked, show)
        }
        Command::Diff { from, to, audience, format, today } => {
            let audience = audience.into();
            let asked = commands::diff::Asked { from: &from, to: &to, audience, format };
            commands::diff::run(&root, &asked, today.unwrap_or_else(utc_today))
        }
        Command::Report { slug, freeze: true, audience, today, .. } => {
            commands::freeze::run(&root, &slug, audience.into(), today.unwrap_or_else(utc_today), show)
        }
        Command::Report { slug, freeze: false, format, out, audience, today } => {
            let asked = commands::report::Asked { slug, format, out };
            commands::report::run(&root, &asked, audience.into(), today.unwrap_or_else(utc_today), show)
        }
        Command::Comments { files, format, json, report, audience, today } => {
            let format = if json { CommentsFormat::Json } else { format };
            let asked =
                commands::comments::Asked { files, report, audience: audience.map(Into::into), format };
            commands::comments::run(&root, &asked, today.unwrap_or_else(utc_today), show)
        }
        Command::Explain { id, as_of, audience } => {
            commands::explain::run(&root, &id, as_of.unwrap_or_else(utc_today), audience.into())
        }
        Command::Import { files, form, collection, dry_run, review, prune, force } => {
            let form = form.map(DocumentForm::as_str);
            let import = commands::import::Import {
                root: &root,
                files,
                form,
                collection: collection.as_deref(),
                dry_run,
                review: review.as_deref(),
                prune,
                force,
            };
            commands::import::run(import, show)
        }
        Command::Pull { base, endpoint, prune, dry_run, force } => {
            let token = std::env::var("AIRTABLE_TOKEN").ok();
            let base = base.as_deref();
            let pull =
                commands::pull::Pull { root: &root, base, endpoint: &endpoint, token, prune, dry_run, force };
            commands::pull::run(&pull, show)
        }
        Command::New { collection, title } => {
            commands::new::run(&root, &collection, &title, utc_today(), show)
        }
        Command::Rules { .. } => Ok(Status::Clean),
    }
}

/// Whether this is a job of GitHub, GitLab or another, which all say so.
fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|said| !matches!(said.to_str(), Some("" | "0" | "false")))
}

/// The day in UTC: a build in CI and one on a laptop at the same moment agree on it.
fn utc_today() -> civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The nearest folder upwards that holds `annals.yaml`.
fn root(given: Option<&Path>) -> Result<PathBuf> {
    let start = match given {
        Some(given) => std::path::absolute(given)?,
        None => std::env::current_dir().context("cannot tell which folder this is")?,
    };
    start.ancestors().find(|folder| folder.join("annals.yaml").is_file()).map(Path::to_owned).with_context(
        || {
            format!(
                "no annals.yaml in {} or above it: go to an archive, or name one with --root",
                start.display()
            )
        },
    )
}
