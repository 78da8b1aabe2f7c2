//! A chart of a report for its template: the drawing, and the same numbers as a table.

use serde::Serialize;

use super::super::html::{Html, time};
use super::pieces::TableView;
use super::svg::{Sheet, svg};
use crate::compose::report::chart::Chart;
use crate::model::date::Date;
use crate::model::words::Words;

/// A chart.
#[derive(Debug, Serialize)]
pub(super) struct ChartView {
    id: String,
    number: u32,
    title: String,
    as_of: Html,
    drawing: Html,
    table: TableView,
}

impl ChartView {
    /// A chart with its table.
    pub(super) fn of(words: &Words, chart: &Chart, table: TableView) -> Self {
        ChartView {
            id: chart.id.clone(),
            number: chart.number,
            title: chart.title.clone(),
            as_of: Html::new(&time(words, Date::from_day(chart.as_of))),
            drawing: Html::new(&svg(chart, Sheet::Page)),
            table,
        }
    }
}
