//! The bars of a figure: how wide each part is, for a template to draw.
//!
//! In: counts. Out: numbers as text, in per cent and pixels. A part is told apart by its shape as
//! well as its hue: hatched, hollow or half as high.

use serde::Serialize;

use super::super::html::{Html, capital, time};
use super::line::Pen;
use crate::compose::report::described;
use crate::compose::report::tree::{Bar, Figure};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::standing::Heading;
use crate::model::words::Words;

/// A bar as a template sees it.
#[derive(Debug, Serialize)]
pub(crate) struct BarView {
    /// What it stands for.
    pub(crate) label: String,
    /// The language of the label, where it is not the report's.
    lang: Option<String>,
    /// Where that is told.
    pub(crate) href: Option<String>,
    /// How many issues there are in all.
    total: usize,
    /// How many stand under each heading, in the order of `Heading::ALL`.
    counts: Vec<CountView>,
    /// The same in words.
    words: String,
    /// Its width against the longest bar, as in `66.7%`.
    width: String,
    /// Its height in pixels.
    height: usize,
    /// Its parts, those without issues left out.
    parts: Vec<Segment>,
}

#[derive(Debug, Serialize)]
struct Segment {
    heading: &'static str,
    x: String,
    y: String,
    width: String,
    height: String,
    hatched: bool,
}

/// How many issues stand under a heading.
#[derive(Debug, Serialize)]
pub(crate) struct CountView {
    heading: &'static str,
    word: String,
    count: usize,
}

/// A figure of a report.
#[derive(Debug, Serialize)]
pub(super) struct FigureView {
    id: String,
    number: u32,
    title: String,
    as_of: Html,
    counts: Vec<CountView>,
    bars: Vec<BarView>,
    total: BarView,
}

impl FigureView {
    /// A figure as its report draws it.
    pub(super) fn of(pen: Pen, figure: &Figure) -> Self {
        let words = pen.words();
        let longest = figure.bars.iter().map(Bar::total).max().unwrap_or(0);
        let href = |to: &Option<Ref>| to.as_ref().and_then(|to| pen.href(to));
        FigureView {
            id: figure.id.clone(),
            number: figure.number,
            title: figure.title.clone(),
            as_of: Html::new(&time(words, Date::from_day(figure.as_of))),
            counts: counts(words, figure.total.counts),
            bars: figure.bars.iter().map(|one| bar(words, one, longest, 14, href(&one.record))).collect(),
            total: bar(words, &figure.total, figure.total.total(), 26, None),
        }
    }
}

/// Counts with their headings, in the order of `Heading::ALL`.
pub(crate) fn counts(words: &Words, counts: [usize; 4]) -> Vec<CountView> {
    let named = Heading::ALL.into_iter().zip(counts).map(|(heading, count)| CountView {
        heading: heading.as_str(),
        word: capital(words.named("heading", heading.as_str())),
        count,
    });
    named.collect()
}

/// A bar of a height, drawn against the longest of its figure.
pub(crate) fn bar(says: &Words, bar: &Bar, longest: usize, height: usize, href: Option<String>) -> BarView {
    let total = bar.total();
    let words = described(says, bar);
    BarView {
        label: bar.label.clone(),
        lang: bar.lang.clone(),
        href,
        total,
        counts: counts(says, bar.counts),
        words,
        width: percent(total, longest, 1),
        height,
        parts: segments(bar.counts, total, height),
    }
}

fn segments(counts: [usize; 4], total: usize, height: usize) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut before = 0;
    for (heading, n) in Heading::ALL.into_iter().zip(counts) {
        if n == 0 {
            continue;
        }
        // A hair of paper between neighbours, in hundredths of a per cent.
        let gap = if before + n < total { 40 } else { 0 };
        let width = (n * 10_000 / total).saturating_sub(gap);
        let (y, inner) = match heading {
            // Hollow: its outline is two pixels wide and is drawn within the bar.
            Heading::Outstanding => (10, height * 10 - 20),
            Heading::SetAside => (height * 3, height * 4),
            Heading::Resolved | Heading::Unresolved => (0, height * 10),
        };
        segments.push(Segment {
            heading: heading.as_str(),
            x: percent(before, total, 2),
            y: tenths(y),
            width: format!("{}.{:02}%", width / 100, width % 100),
            height: tenths(inner),
            hatched: heading == Heading::Unresolved,
        });
        before += n;
    }
    segments
}

/// A share in per cent with so many decimals, in whole numbers so that every machine agrees.
fn percent(n: usize, of: usize, decimals: u32) -> String {
    let unit = 10_usize.pow(decimals);
    let share = (n * 100 * unit).checked_div(of).unwrap_or(0);
    format!("{}.{:0width$}%", share / unit, share % unit, width = decimals as usize)
}

fn tenths(n: usize) -> String {
    if n.is_multiple_of(10) { (n / 10).to_string() } else { format!("{}.{}", n / 10, n % 10) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::of_language;

    fn one(counts: [usize; 4]) -> Bar {
        Bar { label: "A".to_owned(), lang: None, record: None, counts }
    }

    #[test]
    fn parts_fill_the_bar_and_never_run_over() {
        let view = bar(&of_language("en"), &one([4, 2, 8, 1]), 15, 26, None);
        let parts: Vec<String> = view
            .parts
            .iter()
            .map(|part| format!("{} {} {} {}", part.x, part.width, part.y, part.height))
            .collect();
        assert_eq!(
            parts,
            ["0.00% 26.26% 0 26", "26.66% 12.93% 0 26", "40.00% 52.93% 1 24", "93.33% 6.66% 7.8 10.4"]
        );
        assert_eq!(view.width, "100.0%");
        assert_eq!(view.words, "15 issues: 4 resolved, 2 unresolved, 8 outstanding, 1 set aside");
    }

    #[test]
    fn a_bar_without_issues_has_no_parts() {
        let view = bar(&of_language("en"), &one([0; 4]), 0, 14, None);
        assert!(view.parts.is_empty());
        assert_eq!(view.width, "0.0%");
    }
}
