//! What an archive is: records, issues and their history, dates, ids.
//!
//! Pure values: no IO, no serde, no HTML. A value here is complete when it exists; what was written
//! in a file and what a template sees are other types, in `read::raw` and `render::view`.

pub mod access;
pub mod accessibility;
pub mod action;
pub mod alias;
pub mod announced;
pub mod archive;
mod as_shown;
pub mod as_signed;
pub mod body;
pub mod cited;
pub mod config;
pub mod date;
pub mod discussions;
pub mod erratum;
pub mod file_name;
pub mod glossary;
pub mod id;
pub mod index;
pub mod interval;
pub mod issue;
pub mod kinds;
pub mod links;
pub mod lock;
pub mod look_alike;
pub mod marking;
pub mod mention;
mod name_forms;
pub mod one_thing;
pub mod outline;
pub mod participants;
pub mod passages;
pub mod record;
mod references;
pub mod renamed;
pub mod schema;
mod schema_table;
pub mod sections;
pub mod standing;
pub mod text;
pub mod translation;
pub mod untold;
pub mod value;
pub mod withdrawal;
pub mod words;
pub mod works;
pub mod write_up;
pub(crate) mod written_date;
