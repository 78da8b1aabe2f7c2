//! What holds of any text, for each reader of texts. The fuzz targets look for texts of which it does not;
//! `tests/fuzzed.rs` holds those that were found once, so that what a target asks is never out of date.
#![allow(dead_code, reason = "each target has one of them")]

pub mod archive;
pub mod directives;
pub mod front_matter;
pub mod importers;
pub mod markdown;
pub mod passages;
pub mod query;
pub mod settings;
pub mod write_up;
