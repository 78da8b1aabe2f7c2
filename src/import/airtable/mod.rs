//! Airtable's tables → drafts of records.
//!
//! In: the API's JSON, a grid view's CSV, or a folder of exported Markdown records. Out: drafts,
//! figures and doubts; `pull` brings the same from the live base.

pub mod cells;
pub mod convert;
pub mod csv;
pub mod days;
pub mod existing;
pub mod faults;
pub mod json;
pub mod links;
pub mod mapping;
pub mod table;
pub mod text;
