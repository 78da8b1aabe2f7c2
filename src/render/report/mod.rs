//! A compiled report as HTML, JSON and Markdown.
//!
//! In: the site and the index of one of its reports. Out: a view for the template `report.html`,
//! `report.json`, or Markdown. What the report says is decided in `compose::report`; here it is only
//! drawn.

mod action_mark;
mod bars;
mod blocks;
mod charts;
mod citations;
mod edition_json;
mod frozen;
mod hanging;
mod json;
mod line;
mod markdown;
mod passages;
mod pieces;
mod renamed;
mod svg;
mod telling;
#[cfg(test)]
mod tests;
mod view;
mod withdrawn;

pub(crate) use citations::{Citations, FILES};
pub(crate) use edition_json::edition_json;
pub use frozen::{RULES, faults, reworded, stands};
pub use hanging::{Hanging, said};
pub use json::json;
pub use markdown::markdown;
pub use passages::frozen as freeze;
pub use svg::{Sheet, svg};
pub(crate) use view::GoneView;
pub use view::{ReportView, html_view};
pub(crate) use view::{named as named_language, speaker};
pub use withdrawn::{closed, unheld};
