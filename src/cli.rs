//! The command line: arguments, the clock and the environment in, exit status out.
//!
//! This is the only place that asks the outside world who is calling and what day it is; commands
//! get it as plain values.
#![expect(clippy::disallowed_methods, reason = "the one place that asks for clock and environment")]

mod arguments;
mod forms;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::{CommandFactory, Parser};
use jiff::civil;

use crate::commands::{self, Status};
pub use arguments::MessageFormat;
use arguments::{Cli, Command, DocumentForm, ThemeWhat};
pub use forms::{CommentsFormat, DiffFormat, ReportFormat};

/// Runs the program.
pub fn run() -> ExitCode {
    let started = Instant::now();
    let cli = Cli::parse();
    let format = cli.message_format;
    match command(cli, started) {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Faulty) => ExitCode::from(1),
        Err(error) => {
            commands::print::failure(&error, format);
            ExitCode::from(2)
        }
    }
}

/// The commands and their arguments, for completions, manual pages and the reference.
pub fn grammar() -> clap::Command {
    Cli::command()
}

/// What can be done without an archive.
fn anywhere(cli: &Cli) -> Option<Result<Status>> {
    Some(match &cli.command {
        Command::Rules { code } => commands::rules::run(code.as_deref()),
        Command::Init { dir, ci } => commands::init::run(dir, ci.map(Into::into)),
        Command::Completions { shell } => commands::man::completions(*shell),
        Command::Man { out } => commands::man::run(out.as_deref()),
        Command::Schema { of, out } => match (&cli.root, root(cli.root.as_deref())) {
            (Some(_), Err(fault)) => Err(fault),
            (_, found) => commands::schema::run(found.ok().as_deref(), of.as_deref(), out.as_deref()),
        },
        _ => return None,
    })
}

fn command(cli: Cli, started: Instant) -> Result<Status> {
    if let Some(done) = anywhere(&cli) {
        return done;
    }
    let root = root(cli.root.as_deref())?;
    let show = commands::print::Show {
        format: cli.message_format,
        quiet: cli.quiet,
        overheard: cli.message_format == MessageFormat::Github || is_ci(),
        columns: terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0)),
    };
    match cli.command {
        Command::Build {
            audience,
            output,
            base_url,
            today,
            strict,
            no_pdf,
            no_search,
            no_cache,
            timings,
        } => commands::build::run(&commands::build::Build {
            output: output.unwrap_or_else(|| root.join("output")),
            root,
            audience: audience.into(),
            base_url,
            today: today.unwrap_or_else(utc_today),
            strict,
            pdf: !no_pdf,
            search: !no_search,
            cache: !no_cache,
            program: program(),
            timings,
            progress: !cli.quiet && std::io::stderr().is_terminal(),
            started,
            show,
        }),
        Command::Check { strict, today, against } => {
            let asked = commands::check::Asked { strict, against, today: today.unwrap_or_else(utc_today) };
            commands::check::run(&root, &asked, show)
        }
        Command::Diff { from, to, audience, format, today } => {
            let audience = audience.into();
            let asked = commands::diff::Asked { from: &from, to: &to, audience, format };
            commands::diff::run(&root, &asked, today.unwrap_or_else(utc_today), show)
        }
        Command::Report { slug, withdraw: Some(what), reason, audience, today, .. } => {
            let (what, reason) = (&*what, reason.as_deref().unwrap_or_default());
            let asked = commands::withdraw::Asked { slug: &slug, what, reason, audience: audience.into() };
            commands::withdraw::run(&root, &asked, today.unwrap_or_else(utc_today), show)
        }
        Command::Report { slug, freeze: true, audience, today, .. } => {
            commands::freeze::run(&root, &slug, audience.into(), today.unwrap_or_else(utc_today), show)
        }
        Command::Report { slug, format, out, audience, today, .. } => {
            let asked = commands::report::Asked { slug, format, out };
            commands::report::run(&root, &asked, audience.into(), today.unwrap_or_else(utc_today), show)
                .or_else(|error| commands::print::broken(&root, error, show))
        }
        Command::Comments { files, format, json, report, audience, today } => {
            let format = if json { CommentsFormat::Json } else { format };
            let asked =
                commands::comments::Asked { files, report, audience: audience.map(Into::into), format };
            commands::comments::run(&root, &asked, today.unwrap_or_else(utc_today), show)
        }
        Command::Explain { id, as_of, audience, today } => {
            let today = today.unwrap_or_else(utc_today);
            let asked = commands::explain::Asked { id: &id, as_of, audience: audience.into() };
            commands::explain::run(&root, &asked, today, show)
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
        Command::Serve { port, audience, today, pdf, no_search } => {
            let today = today.map_or(commands::serve::Today::Clock(utc_today), commands::serve::Today::Fixed);
            let audience = audience.into();
            let serve = commands::serve::Serve { root, port, audience, today, pdf, search: !no_search };
            commands::serve::run(serve, show)
        }
        Command::New { collection, title: _, translate: Some(language) } => {
            commands::new::translation(&root, &collection, &language)
        }
        Command::New { collection, title, translate: None } => {
            commands::new::run(&root, &collection, &title.unwrap_or_default(), utc_today(), show)
        }
        Command::Theme { what } => {
            let asked = match what {
                ThemeWhat::List => commands::theme::Asked::List,
                ThemeWhat::Show { file } => commands::theme::Asked::Show(file),
                ThemeWhat::Eject { file } => commands::theme::Asked::Eject(file),
            };
            commands::theme::run(&root, &asked)
        }
        // Those that need no archive are done by now.
        Command::Rules { .. }
        | Command::Init { .. }
        | Command::Completions { .. }
        | Command::Man { .. }
        | Command::Schema { .. } => Ok(Status::Clean),
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

/// What names this program, and changes whenever the program does: its version tells that not of a program
/// that is being worked on.
fn program() -> String {
    let path = std::env::current_exe().unwrap_or_default();
    let stamp = path.metadata().ok().map(|file| (file.len(), file.modified().ok()));
    format!("{} {} {stamp:?}", env!("CARGO_PKG_VERSION"), path.display())
}

/// The nearest folder upwards that holds `annals.yaml`.
fn root(given: Option<&Path>) -> Result<PathBuf> {
    let start = match given {
        // Above a folder that is not there another archive may lie.
        Some(given) if !given.is_dir() => bail!("no folder {}: --root names an archive", given.display()),
        Some(given) => std::path::absolute(given)?,
        None => std::env::current_dir().context("cannot tell which folder this is")?,
    };
    start.ancestors().find(|folder| folder.join("annals.yaml").is_file()).map(Path::to_owned).with_context(
        || {
            format!(
                "no annals.yaml in {} or above it: go to an archive, name one with --root, or make one with \
                 `annals init DIR`",
                start.display()
            )
        },
    )
}
