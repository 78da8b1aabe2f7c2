//! Airtable's tables → drafts of records.
//!
//! In: the API's JSON, a grid view's CSV, or a folder of exported Markdown records. Out: drafts,
//! figures and doubts; `pull` brings the same from the live base.

pub mod csv;
pub mod faults;
pub mod json;
pub mod table;
pub mod text;
