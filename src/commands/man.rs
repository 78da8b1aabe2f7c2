//! `annals man` and `annals completions`: what a packager installs beside the program.

use std::path::Path;

use anyhow::Result;
use clap_mangen::Man;

use super::{Status, print};
use crate::{cli, publish};

/// Prints the manual page, or writes it and one for each command.
///
/// # Errors
/// A fault of the disk, or a closed pipe.
pub fn run(out: Option<&Path>) -> Result<Status> {
    let mut program = cli::grammar();
    program.build();
    let Some(folder) = out else {
        print::bytes(&page(program)?)?;
        return Ok(Status::Clean);
    };
    let mut pages = vec![("annals".to_owned(), program.clone())];
    for command in program.get_subcommands() {
        let name = format!("annals-{}", command.get_name());
        pages.push((name.clone(), command.clone().name(name)));
    }
    let count = pages.len();
    for (name, command) in pages {
        publish::filed(&folder.join(format!("{name}.1")), &page(command)?)?;
    }
    print::result(&format!("{}: {count} pages", folder.display()));
    Ok(Status::Clean)
}

fn page(command: clap::Command) -> Result<Vec<u8>> {
    let mut troff = Vec::new();
    Man::new(command).render(&mut troff)?;
    Ok(troff)
}

/// Prints the completions of a shell.
///
/// # Errors
/// A closed pipe.
pub fn completions(shell: clap_complete::Shell) -> Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut cli::grammar(), "annals", &mut script);
    print::bytes(&script)?;
    Ok(Status::Clean)
}
