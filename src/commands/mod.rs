//! One thin file a command: options in, stages called in order, findings printed, status out.

pub mod build;
pub mod check;
pub mod comments;
pub mod diff;
pub mod explain;
pub mod freeze;
pub mod frozen;
mod gathered;
pub mod import;
mod import_end;
pub mod init;
mod languages;
mod laps;
pub mod man;
pub mod new;
mod place;
pub mod print;
pub mod pull;
pub mod report;
pub mod rules;
pub mod schema;
pub mod serve;
mod stages;
mod supposed;
pub mod theme;
pub mod typeset;
pub mod withdraw;

/// How a command ended, where it could run at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing that fails.
    Clean,
    /// Findings that fail.
    Faulty,
}
