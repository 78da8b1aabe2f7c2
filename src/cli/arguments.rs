//! The arguments of the program, as clap reads them. No logic.
//!
//! Every command has an example, which a test runs.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil;

use super::forms::{CommentsFormat, DiffFormat, For, Hosting, ReportFormat, last_day};
use crate::model::config::site_address;

/// A day as the command line has it.
fn day(words: &str) -> Result<civil::Date, String> {
    words.parse().map_err(|_| "write a day as year, month and day: 2026-12-31".to_owned())
}

/// Turns the paper trail of a public dialogue into a browsable archive and a compiled annual report.
#[derive(Debug, Parser)]
#[command(name = "annals", version, max_term_width = 100, propagate_version = true)]
#[command(after_help = "Exit status: 0 clean, 1 findings of level error (or warnings under --strict), \
    2 could not run.\n\nExample:\n  annals build --audience members")]
pub(super) struct Cli {
    /// The archive, or a folder in it [default: this folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// How findings are printed
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) message_format: MessageFormat,
    /// Print findings and results only
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[command(subcommand)]
    pub(super) command: Command,
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

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
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
        #[arg(long, value_name = "URL", value_parser = site_address)]
        base_url: Option<String>,
        /// The day as at which it is made, as in 2026-12-31 [default: today, UTC]
        #[arg(long, value_name = "DATE", value_parser = day)]
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
        /// Make every page anew, even those that cannot have changed since the last build
        #[arg(long)]
        no_cache: bool,
        /// Tell where the time went, by stage and by kind of work
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
        #[arg(long, value_name = "DATE", value_parser = day)]
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
        /// Take a record (issues/SLUG), a paragraph (p-14) or words out of its frozen editions, and leave marks
        #[arg(long, value_name = "WHAT", requires = "reason", conflicts_with_all = ["freeze", "format", "out"])]
        withdraw: Option<String>,
        /// Why: the key of a reason under `redaction_reasons` in annals.yaml
        #[arg(long, value_name = "KEY", requires = "withdraw")]
        reason: Option<String>,
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
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<civil::Date>,
    },
    /// Say why an issue stands where it stands
    #[command(
        after_help = "Example:\n  annals explain issues/custody-images-after-acquittal --as-of 2019-07-31"
    )]
    Explain {
        /// The issue, as issues/SLUG or SLUG
        id: String,
        /// As at which day; of a month or a year, its last [default: today, UTC]
        #[arg(long, value_name = "DATE", value_parser = last_day)]
        as_of: Option<civil::Date>,
        /// With whose eyes: what members know, or what the public does
        #[arg(long, value_enum, default_value = "members")]
        audience: For,
        /// The day on which they look [default: today, UTC]
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<civil::Date>,
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
        #[arg(long, value_name = "DATE", value_parser = day)]
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
        #[arg(long, value_name = "DATE", value_parser = day)]
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
    /// Serve the site on this machine, make it again when a file changes, and reload the browser
    #[command(after_help = "Example:\n  annals serve --audience members")]
    Serve {
        /// On which port of 127.0.0.1 [default: 8000, or one that is free]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
        /// For whom
        #[arg(long, value_enum, default_value = "public")]
        audience: For,
        /// The day as at which it is made [default: today, UTC]
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<civil::Date>,
        /// Make the PDF files too, which takes a while
        #[arg(long)]
        pdf: bool,
        /// Leave the search index out
        #[arg(long)]
        no_search: bool,
    },
    /// Make a record with the fields of its collection
    #[command(
        after_help = "Examples:\n  annals new issues \"Who may search by photograph?\"\n  annals new --translate cy issues/who-may-search"
    )]
    New {
        /// The collection, as in issues; to translate, the record, as in issues/who-may-search
        collection: String,
        /// The record's title
        #[arg(required_unless_present = "translate")]
        title: Option<String>,
        /// Begin the record's translation into this language, with its words as comments
        #[arg(long, value_name = "LANGUAGE", conflicts_with = "title")]
        translate: Option<String>,
    },
    /// Make a whole archive to start from: an example of each kind of record, and what publishes it
    #[command(after_help = "Example:\n  annals init forum --ci github")]
    Init {
        /// The folder, empty or not there yet
        dir: PathBuf,
        /// With a workflow that checks each merge request and publishes each merge
        #[arg(long, value_enum, value_name = "WHERE")]
        ci: Option<Hosting>,
    },
    /// Print what front matter may say as JSON Schema, for editors
    #[command(after_help = "Examples:\n  annals schema issues\n  annals schema --out .vscode")]
    Schema {
        /// The collection, `annals.yaml`, or `snippets` [default: every collection]
        of: Option<String>,
        /// Write the schemas of every collection and of annals.yaml, and snippets, into this folder
        #[arg(long, value_name = "DIR", conflicts_with = "of")]
        out: Option<PathBuf>,
    },
    /// List the files of the theme, show one, or take one out to change it
    #[command(after_help = "Example:\n  annals theme show templates/parts/foot.html")]
    Theme {
        #[command(subcommand)]
        what: ThemeWhat,
    },
    /// Print the completions of a shell
    #[command(after_help = "Example:\n  annals completions bash > annals.bash")]
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page, in troff; `--out DIR` writes one for each command
    #[command(after_help = "Example:\n  annals man > annals.1")]
    Man {
        /// Write annals.1 and a page for each command into this folder
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
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
pub(super) enum DocumentForm {
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
    /// The word as typed.
    pub(super) fn as_str(self) -> &'static str {
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

/// What to do with the files of the theme.
#[derive(Debug, Subcommand)]
pub(super) enum ThemeWhat {
    /// List the files, and whose each is
    #[command(after_help = "Example:\n  annals theme list")]
    List,
    /// Print one
    #[command(after_help = "Example:\n  annals theme show assets/style.css")]
    Show {
        /// The file, as listed
        file: String,
    },
    /// Copy one into themes/<name>/, where it replaces the built-in one
    #[command(after_help = "Example:\n  annals theme eject templates/parts/foot.html")]
    Eject {
        /// The file, as listed
        file: String,
    },
}
