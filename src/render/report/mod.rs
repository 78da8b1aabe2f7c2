//! A compiled report as HTML, JSON and Markdown.
//!
//! In: the site and the index of one of its reports. Out: a view for the template `report.html`,
//! `report.json`, or Markdown. What the report says is decided in `compose::report`; here it is only
//! drawn.

mod bars;
mod blocks;
mod json;
mod line;
mod markdown;
mod pieces;
#[cfg(test)]
mod tests;
mod view;

pub use json::json;
pub use markdown::markdown;
pub(crate) use view::speaker;
pub use view::{ReportView, html_view};
