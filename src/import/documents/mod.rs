//! The paper trail → drafts of records: write-ups, slide packs, timetables, progress matrices and
//! action logs.
//!
//! In: a document's bytes, and the records that exist. Out: `Imported`, or the one fault that keeps
//! the document from being read. Nothing here opens a file or writes one.

pub mod action_log;
mod block;
pub(super) mod doubts;
mod headings;
mod inline;
mod leave_out;
mod lists;
mod markdown;
pub mod matrix;
mod meeting;
mod number_list;
mod package;
pub mod paper;
pub mod rules;
pub mod slides;
pub mod source;
pub mod timetable;
pub mod write_up;
mod written_date;

#[cfg(test)]
mod tests;
