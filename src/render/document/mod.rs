//! Documents for print and for comment: one tree that PDF and DOCX are set from alike.
//!
//! In: the site and what is to be set. Out: a `Document`: a title page and a flat stream of blocks
//! in which every link leads to an absolute address or to a label of the same document. What is said
//! is decided in `compose`; how it looks is the theme's `report.typ`, or Word's styles.

mod docx;
mod entry;
pub mod faults;
mod label;
mod line;
mod page;
pub mod pdf;
mod picture;
mod places;
mod report;
mod table;
mod tree;

pub use docx::{bookmark, docx, said, sum};
pub use page::Wanted;
pub(super) use page::of_page;
pub use picture::{Lost, Picture, Pictures, Sheet};
pub use places::{Place, places};
pub use report::of_report;
pub use tree::Document;
