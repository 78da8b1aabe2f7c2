//! A chart as SVG: one drawing for pages, print and PDF.
//!
//! In: a chart of `compose::report::chart`. Out: an `<svg>` element with a title and a description.
//! On a page it is as wide as its column and takes its colours from the style sheet; elsewhere it has
//! a width in pixels and colours of its own. All numbers are whole or have two decimals, so that
//! every machine writes the same bytes.

use std::fmt::Write as _;

use crate::compose::report::chart::{Chart, End, Look, Shape, Share};
use crate::model::action::State;
use crate::model::standing::Heading;

use super::super::html::escape;

/// For what a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A page: as wide as its column, coloured by the style sheet.
    Page,
    /// A sheet so many pixels wide, coloured by itself, for light paper.
    Paper(u32),
}

/// The chart as an SVG element.
pub fn svg(chart: &Chart, sheet: Sheet) -> String {
    let mut drawing = Drawing { out: String::new(), id: &chart.id, sheet };
    drawing.open(chart);
    chart.shapes.iter().for_each(|shape| drawing.shape(shape));
    drawing.out.push_str("</svg>");
    drawing.out
}

struct Drawing<'c> {
    out: String,
    id: &'c str,
    sheet: Sheet,
}

const INK: &str = "#17191b";
const MUTED: &str = "#565c5e";
const LINE: &str = "#8a908e";

impl Drawing<'_> {
    fn open(&mut self, chart: &Chart) {
        let (id, height) = (self.id, chart.height);
        let _ = match self.sheet {
            Sheet::Page => write!(
                self.out,
                "<svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" width=\"100%\" height=\"{height}\">"
            ),
            Sheet::Paper(width) => write!(
                self.out,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
                 viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\">"
            ),
        };
        let ids =
            |end: &str| if self.sheet == Sheet::Page { format!(" id=\"{id}-{end}\"") } else { String::new() };
        let (title, description) = (ids("t"), ids("d"));
        self.element("title", &title, &chart.title);
        self.element("desc", &description, &chart.description);
        self.patterns(chart);
    }

    fn element(&mut self, name: &str, attributes: &str, words: &str) {
        let _ = write!(self.out, "<{name}{attributes}>");
        escape(words, &mut self.out);
        let _ = write!(self.out, "</{name}>");
    }

    /// The patterns that the looks of this chart need.
    fn patterns(&mut self, chart: &Chart) {
        let uses = |wanted: Look| {
            chart.shapes.iter().any(|shape| matches!(shape, Shape::Bar { look, .. } if *look == wanted))
        };
        for (look, turn) in PATTERNED {
            if !uses(look) {
                continue;
            }
            let (word, id) = (look.as_str(), self.id);
            let (fill, stroke) = match self.sheet {
                Sheet::Page => (String::new(), String::new()),
                Sheet::Paper(_) => {
                    (format!(" fill=\"{}\"", hue(look)), " stroke=\"#fff\" stroke-width=\"1.5\"".to_owned())
                }
            };
            let _ = write!(
                self.out,
                "<defs><pattern id=\"{id}-{word}\" data-is=\"{word}\" width=\"6\" height=\"6\" \
                 patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({turn})\">\
                 <rect width=\"6\" height=\"6\"{fill}/><path d=\"M0 0V6\"{stroke}/></pattern></defs>"
            );
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Bar { look, x, width, y, height } => self.bar(*look, (*x, *width), *y, *height),
            Shape::Mark { look, x, y } => self.mark(*look, *x, *y),
            Shape::Rule { from, to } => {
                let stroke = self.paper(&format!(" stroke=\"{LINE}\""));
                let (x1, x2) = (self.across(from.0), self.across(to.0));
                let _ = write!(
                    self.out,
                    "<line x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\"{stroke}/>",
                    from.1, to.1
                );
            }
            Shape::Words { x, y, end, small, words } => {
                let at = self.across(*x);
                let mut attributes = match end {
                    End::Start => String::new(),
                    End::Middle => " text-anchor=\"middle\"".to_owned(),
                    End::Last => " text-anchor=\"end\"".to_owned(),
                };
                match (self.sheet, small) {
                    (Sheet::Page, true) => attributes.push_str(" class=\"small\""),
                    (Sheet::Page, false) => {}
                    (Sheet::Paper(_), true) => {
                        let _ = write!(attributes, " font-size=\"11\" fill=\"{MUTED}\"");
                    }
                    (Sheet::Paper(_), false) => {
                        let _ = write!(attributes, " font-size=\"13\" fill=\"{INK}\"");
                    }
                }
                self.element("text", &format!(" x=\"{at}\" y=\"{y}\"{attributes}"), words);
            }
        }
    }

    fn bar(&mut self, look: Look, (x, width): (Share, Share), y: u32, height: u32) {
        // Hollow: its outline is two pixels wide and is drawn within. Closed without an answer: a
        // thin bar.
        let (y, height) = match form(look) {
            Form::Hollow => (y + 1, height.saturating_sub(2)),
            Form::Thin => (y + height * 3 / 10, height * 4 / 10),
            Form::Solid | Form::Pattern => (y, height),
        };
        let fill = match (form(look), self.sheet) {
            (Form::Pattern, _) => format!(" fill=\"url(#{}-{})\"", self.id, look.as_str()),
            (_, Sheet::Page) => String::new(),
            (Form::Hollow, Sheet::Paper(_)) => {
                format!(" fill=\"#fff\" stroke=\"{}\" stroke-width=\"2\"", hue(look))
            }
            (_, Sheet::Paper(_)) => format!(" fill=\"{}\"", hue(look)),
        };
        let (x, width) = (self.across(x), self.across(width));
        let word = look.as_str();
        let _ = write!(
            self.out,
            "<rect data-is=\"{word}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{fill}/>"
        );
    }

    /// A mark: its shape is that of the status's own. A share of the width can place an element but
    /// stands in no path, so the shape is drawn around the origin of an element of its own.
    fn mark(&mut self, look: Look, x: Share, y: u32) {
        let at = self.across(x);
        let (open, close) = match self.sheet {
            Sheet::Page => (format!("<svg x=\"{at}\" y=\"{y}\" overflow=\"visible\">"), "</svg>"),
            Sheet::Paper(_) => (format!("<g transform=\"translate({at} {y})\">"), "</g>"),
        };
        let shape = match look {
            Look::Meeting => "path d=\"M-6 -6H6V6H-6Z\"",
            Look::Heading(Heading::Unresolved) => "path d=\"M0 -8L8 0L0 8L-8 0Z\"",
            Look::Heading(Heading::SetAside) => "path d=\"M-7 -2.5H7V2.5H-7Z\"",
            _ => "circle r=\"6\"",
        };
        let colours = match (form(look), self.sheet) {
            (_, Sheet::Page) => String::new(),
            (Form::Hollow, _) => format!(" fill=\"#fff\" stroke=\"{}\" stroke-width=\"2\"", hue(look)),
            _ => format!(" fill=\"{}\"", hue(look)),
        };
        let word = look.as_str();
        let _ = write!(self.out, "{open}<{shape} data-is=\"{word}\"{colours}/>{close}");
    }

    /// A share of the width, as the sheet measures.
    fn across(&self, share: Share) -> String {
        match self.sheet {
            Sheet::Page if share.is_multiple_of(100) => format!("{}%", share / 100),
            Sheet::Page => format!("{}.{:02}%", share / 100, share % 100),
            Sheet::Paper(width) => {
                let hundredths = u64::from(share) * u64::from(width) / 100;
                format!("{}.{:02}", hundredths / 100, hundredths % 100)
            }
        }
    }

    fn paper(&self, attributes: &str) -> String {
        match self.sheet {
            Sheet::Page => String::new(),
            Sheet::Paper(_) => attributes.to_owned(),
        }
    }
}

/// The looks that have a pattern, and how far it is turned.
const PATTERNED: [(Look, u32); 3] = [
    (Look::Heading(Heading::Unresolved), 45),
    (Look::State(State::InProgress), 0),
    (Look::State(State::Ongoing), 90),
];

enum Form {
    Solid,
    Hollow,
    Thin,
    Pattern,
}

fn form(look: Look) -> Form {
    match look {
        Look::Heading(Heading::Outstanding) | Look::State(State::Open | State::NotStated) => Form::Hollow,
        Look::Heading(Heading::SetAside) | Look::State(State::Closed) => Form::Thin,
        Look::Heading(Heading::Unresolved) | Look::State(State::InProgress | State::Ongoing) => Form::Pattern,
        Look::Heading(Heading::Resolved) | Look::State(State::Completed) | Look::Meeting | Look::Plain => {
            Form::Solid
        }
    }
}

/// The hues of the style sheet on light paper.
fn hue(look: Look) -> &'static str {
    match look {
        Look::Heading(Heading::Resolved) | Look::State(State::Completed) => "#1d6b3a",
        Look::Heading(Heading::Unresolved) => "#a3242c",
        Look::Heading(Heading::Outstanding) | Look::State(State::Open | State::InProgress) => "#8a5300",
        Look::Heading(Heading::SetAside) | Look::State(State::Closed | State::Ongoing) => "#5c5473",
        Look::Meeting => INK,
        Look::Plain | Look::State(State::NotStated) => MUTED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::report::tree::Table;

    fn chart() -> Chart {
        Chart {
            number: 1,
            id: "figure-x".to_owned(),
            title: "A <title>".to_owned(),
            description: "Two & two".to_owned(),
            as_of: jiff::civil::date(2019, 7, 31),
            height: 40,
            shapes: vec![
                Shape::Bar { look: Look::Heading(Heading::Unresolved), x: 0, width: 3333, y: 20, height: 14 },
                Shape::Bar { look: Look::State(State::Open), x: 3333, width: 6667, y: 20, height: 14 },
                Shape::Mark { look: Look::Meeting, x: 5000, y: 10 },
                Shape::Words { x: 10_000, y: 12, end: End::Last, small: true, words: "a < b".to_owned() },
            ],
            table: Table {
                number: 0,
                id: String::new(),
                caption: String::new(),
                columns: Vec::new(),
                rows: Vec::new(),
            },
        }
    }

    #[test]
    fn a_page_gives_it_width_and_colours() {
        insta::assert_snapshot!(svg(&chart(), Sheet::Page), @r##"<svg class="chart" role="img" aria-labelledby="figure-x-t figure-x-d" width="100%" height="40"><title id="figure-x-t">A &lt;title&gt;</title><desc id="figure-x-d">Two &amp; two</desc><defs><pattern id="figure-x-unresolved" data-is="unresolved" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"/><path d="M0 0V6"/></pattern></defs><rect data-is="unresolved" x="0%" y="20" width="33.33%" height="14" fill="url(#figure-x-unresolved)"/><rect data-is="open" x="33.33%" y="21" width="66.67%" height="12"/><svg x="50%" y="10" overflow="visible"><path d="M-6 -6H6V6H-6Z" data-is="meeting"/></svg><text x="100%" y="12" text-anchor="end" class="small">a &lt; b</text></svg>"##);
    }

    #[test]
    fn on_paper_it_has_its_own() {
        let drawn = svg(&chart(), Sheet::Paper(480));
        assert!(!drawn.contains('%') && !drawn.contains("class="), "{drawn}");
        assert!(drawn.contains("x=\"159.98\"") && drawn.contains("fill=\"#a3242c\""), "{drawn}");
    }
}
