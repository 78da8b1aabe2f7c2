//! Annals turns the paper trail of a public dialogue into a browsable archive and a compiled
//! annual report.
//!
//! Data walks through the rooms once, from left to right, and nothing walks back:
//!
//! ```text
//! content/ ─read→ Archive ─check→ findings
//!                    └─audience→ Edition ─compose→ Site ─render→ files ─publish→ output/<audience>/
//! ```
//!
//! # Invariants
//!
//! 1. No page, index, feed, count, slug or address is made from anything but an
//!    [`audience::Edition`]; only [`audience`] can make one.
//! 2. Only `read` and `import` read files, only `publish` and `import` write them, only `cli` asks
//!    for the time, the environment or the arguments, only `commands` prints, only `serve` listens (on
//!    the loopback, to this machine).
//! 3. Output depends on content, theme, configuration, audience and `today` alone: the same inputs
//!    give the same bytes, on any machine, with any number of threads.
//! 4. The live output folder is always one whole site: the old one or the new one.
//!    It goes live only after [`publish::scan`] has read every file of it and found nothing that the
//!    edition must not tell.
//!    A page that is taken over from the last site has the bytes that would be made ([`render::manifest`]).
//! 5. A fault in content is a [`diag::Finding`], gathered by the dozen. A fault of the world (disk,
//!    permissions) is an `anyhow::Error` that names the path. Nothing panics on user input.
//! 6. A value is complete when it exists: raw → record → view are three types, unresolved and
//!    resolved references are two.

pub mod audience;
pub mod check;
pub mod cli;
pub mod commands;
pub mod compose;
pub mod diag;
pub mod import;
pub mod model;
pub mod publish;
pub mod read;
pub mod render;
pub mod serve;
pub mod source;
pub mod spent;
