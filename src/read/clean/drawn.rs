//! A page of a PDF while it is drawn: where text stands, and what is painted over it.
//!
//! In: drawing operators and what they name. Out: whether text lies under something dark or white, or under a
//! picture, and whether it is white on white. A box may be drawn as one or as the path around it.
//! Boxes are compared with the line that text stands on, by a rough width. A picture as high as a paragraph is
//! taken for one and not for a bar, so that a scan over its recognised text hides nothing.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Stream};

use super::path::Path;

/// A way to place things: as in `a b c d e f cm`.
type Matrix = [f64; 6];

const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// A page while it is drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    pen: Pen,
    kept: Vec<Pen>,
    text: Matrix,
    line: Matrix,
    size: f64,
    leading: f64,
    /// Where text stands: left, right, and a third of its height up.
    texts: Vec<(f64, f64, f64)>,
    boxes: Vec<[f64; 4]>,
    lines: Vec<[f64; 4]>,
    from: Option<(f64, f64)>,
    path: Path,
    /// What was painted and is not white: white letters can be read on it.
    grounds: Vec<[f64; 4]>,
    /// Whether a gradient was painted, nobody knows how far.
    is_shaded: bool,
    /// Whether there is text under something dark.
    pub(super) is_boxed: bool,
    /// Whether there is text under something white.
    pub(super) is_whited: bool,
    /// Whether there is white text on nothing.
    pub(super) is_white: bool,
    /// Whether there is text under a picture.
    pub(super) is_pictured: bool,
}

/// With what is drawn.
#[derive(Clone, Copy, Debug)]
struct Pen {
    at: Matrix,
    dark: bool,
    white: bool,
    /// Whether the page is seen through what is painted.
    clear: bool,
    /// Whether text is not painted, as that of a scan is not.
    unpainted: bool,
    dark_line: bool,
    width: f64,
}

impl Default for Pen {
    fn default() -> Self {
        Pen {
            at: UNMOVED,
            dark: true,
            white: false,
            clear: false,
            unpainted: false,
            dark_line: true,
            width: 1.0,
        }
    }
}

/// How deep forms may lie in one another.
const DEEPEST: usize = 4;

/// A picture that is higher than this is one, and no bar over a line.
const BAR: f64 = 150.0;

impl Page {
    /// Draws everything; what is covered on the way is kept in mind.
    pub(super) fn draw_all(
        &mut self,
        document: &Document,
        all: &[Operation],
        resources: &[&Dictionary],
        depth: usize,
    ) {
        for operation in all {
            match (operation.operator.as_str(), operation.operands.as_slice()) {
                ("Do", [Object::Name(name)]) => {
                    if let Some(drawn) = named(document, resources, name) {
                        self.draw_named(document, drawn, resources, depth);
                    }
                }
                ("gs", [Object::Name(name)]) => {
                    let state = resource(document, resources, b"ExtGState", name);
                    let state = state.and_then(|state| state.as_dict().ok());
                    self.pen.clear = state.map_or(self.pen.clear, is_clear);
                }
                _ => self.draw(operation),
            }
        }
    }

    fn draw_named(&mut self, document: &Document, drawn: &Stream, resources: &[&Dictionary], depth: usize) {
        match drawn.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => {
                let corners = [(0.0, 0.0), (1.0, 1.0)].map(|(x, y)| place(self.pen.at, x, y));
                let area = around(corners);
                // A stamp or a signature that lets the page be seen through hides nothing.
                let is_clear = [&b"SMask"[..], b"Mask", b"ImageMask"].iter().any(|key| drawn.dict.has(key));
                self.grounds.push(area);
                self.is_pictured |= !is_clear && area[3] - area[1] <= BAR && self.covers(area);
            }
            Ok(b"Form") if depth < DEEPEST => {
                let Ok(content) = drawn.decompressed_content() else { return };
                let Ok(content) = Content::decode(&content) else { return };
                let own = drawn.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
                let matrix = drawn.dict.get(b"Matrix").and_then(Object::as_array).ok();
                let numbers: Option<Vec<f64>> = matrix.and_then(|matrix| {
                    matrix.iter().map(|number| number.as_float().ok().map(f64::from)).collect()
                });
                let before = (self.pen, std::mem::take(&mut self.kept));
                if let Some([a, b, c, d, e, f]) = numbers.as_deref() {
                    self.pen.at = times([*a, *b, *c, *d, *e, *f], self.pen.at);
                }
                let inner = own.map_or_else(|| resources.to_vec(), |own| vec![own]);
                self.draw_all(document, &content.operations, &inner, depth + 1);
                (self.pen, self.kept) = before;
            }
            _ => {}
        }
    }

    fn draw(&mut self, operation: &Operation) {
        let numbers: Vec<f64> =
            operation.operands.iter().filter_map(|number| number.as_float().ok().map(f64::from)).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("q", _) => self.kept.push(self.pen),
            ("Q", _) => self.pen = self.kept.pop().unwrap_or_default(),
            ("cm", [a, b, c, d, e, f]) => self.pen.at = times([*a, *b, *c, *d, *e, *f], self.pen.at),
            (operator @ ("g" | "rg" | "k" | "sc" | "scn"), colour) => {
                self.pen.dark = is_dark(colour).unwrap_or(self.pen.dark);
                // One number may be as much of an ink.
                self.pen.white = is_white(colour) && !(operator.starts_with("sc") && colour.len() == 1);
            }
            ("Tr", [mode]) => self.pen.unpainted = *mode == 3.0 || *mode == 7.0,
            ("sh" | "BI", _) => self.is_shaded = true,
            ("G" | "RG" | "K" | "SC" | "SCN", colour) => {
                self.pen.dark_line = is_dark(colour).unwrap_or(self.pen.dark_line);
            }
            ("w", [width]) => self.pen.width = *width,
            ("BT", _) => (self.text, self.line) = (UNMOVED, UNMOVED),
            ("Tf", [.., size]) => self.size = *size,
            ("TL", [leading]) => self.leading = *leading,
            ("Tm", [a, b, c, d, e, f]) => self.go([*a, *b, *c, *d, *e, *f]),
            ("Td", [x, y]) => self.go(times([1.0, 0.0, 0.0, 1.0, *x, *y], self.line)),
            ("TD", [x, y]) => {
                self.leading = -y;
                self.go(times([1.0, 0.0, 0.0, 1.0, *x, *y], self.line));
            }
            ("T*", _) => self.next_line(),
            ("'" | "\"", _) => {
                self.next_line();
                self.show(&operation.operands);
            }
            ("Tj" | "TJ", _) => self.show(&operation.operands),
            ("re", [x, y, width, height]) => {
                let corners = [(*x, *y), (x + width, y + height)].map(|(x, y)| place(self.pen.at, x, y));
                self.boxes.push(around(corners));
            }
            ("m", [x, y]) => {
                self.boxes.extend(self.path.turn_to(place(self.pen.at, *x, *y)));
                self.from = Some((*x, *y));
            }
            ("c" | "v" | "y", [.., x, y]) => self.path.bend_to(place(self.pen.at, *x, *y)),
            ("l", [x, y]) => {
                self.path.go_to(place(self.pen.at, *x, *y));
                if let Some((left, bottom)) = self.from.replace((*x, *y)) {
                    let half = self.pen.width / 2.0;
                    let corners =
                        [(left.min(*x), bottom.min(*y) - half), (left.max(*x), bottom.max(*y) + half)];
                    // A slanting line hides no line of text.
                    if (bottom - y).abs() < half {
                        self.lines.push(around(corners.map(|(x, y)| place(self.pen.at, x, y))));
                    }
                }
            }
            ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => {
                let path = std::mem::take(&mut self.path);
                let mut boxes = std::mem::take(&mut self.boxes);
                boxes.extend(path.as_box());
                self.is_boxed |= self.pen.dark && boxes.iter().any(|area| self.covers(*area));
                let is_white = self.pen.white && !self.pen.clear;
                self.is_whited |= is_white && boxes.iter().any(|area| self.covers(*area));
                if !self.pen.white {
                    self.grounds.extend(boxes.into_iter().chain(path.extent));
                }
                self.lines.clear();
            }
            ("S" | "s", _) => {
                let lines = std::mem::take(&mut self.lines);
                self.is_boxed |= self.pen.dark_line && lines.iter().any(|area| self.covers(*area));
                self.boxes.clear();
                self.path = Path::default();
            }
            ("n", _) => {
                self.boxes.clear();
                self.lines.clear();
                self.path = Path::default();
            }
            _ => {}
        }
    }

    /// Whether an area (left, bottom, right, top) lies over text that is there so far.
    pub(super) fn covers(&self, [left, bottom, right, top]: [f64; 4]) -> bool {
        // Rules and underlines are thinner than letters.
        top - bottom >= 4.0
            && right - left >= 4.0
            && self.texts.iter().any(|(start, end, height)| {
                (bottom..=top).contains(height) && right.min(*end) - left.max(*start) >= 3.0
            })
    }

    /// Whether text stands outside an area.
    pub(super) fn has_text_outside(&self, [left, bottom, right, top]: [f64; 4]) -> bool {
        let is_out = |(start, end, height): &(f64, f64, f64)| {
            *end < left || *start > right || *height < bottom || *height > top
        };
        self.texts.iter().any(is_out)
    }

    fn go(&mut self, to: Matrix) {
        (self.text, self.line) = (to, to);
    }

    fn next_line(&mut self) {
        self.go(times([1.0, 0.0, 0.0, 1.0, 0.0, -self.leading], self.line));
    }

    fn show(&mut self, operands: &[Object]) {
        let letters: usize = operands.iter().map(letters).sum();
        if letters == 0 {
            return;
        }
        let to = times(self.text, self.pen.at);
        let width = letters as f64 * self.size * 0.5;
        let (start, height) = place(to, 0.0, self.size * 0.3);
        let (end, _) = place(to, width, self.size * 0.3);
        self.texts.push((start.min(end), start.max(end), height));
        let is_on = |[left, bottom, right, top]: &[f64; 4]| {
            (*bottom..=*top).contains(&height) && (*left..=*right).contains(&start)
        };
        let is_seen = self.pen.unpainted || self.is_shaded || self.grounds.iter().any(is_on);
        self.is_white |= self.pen.white && !is_seen;
        self.text = times([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
    }
}

/// How many letters are shown; blanks count only between others.
fn letters(object: &Object) -> usize {
    match object {
        Object::String(text, _) if text.iter().all(|byte| matches!(byte, b' ' | 0)) => 0,
        Object::String(text, _) => text.len(),
        Object::Array(items) => items.iter().map(letters).sum(),
        _ => 0,
    }
}

fn times(one: Matrix, other: Matrix) -> Matrix {
    let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (one, other);
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// The area between two corners: left, bottom, right, top.
fn around([one, other]: [(f64, f64); 2]) -> [f64; 4] {
    [one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1)]
}

fn place([a, b, c, d, e, f]: Matrix, x: f64, y: f64) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}

/// What a name draws.
fn named<'d>(document: &'d Document, resources: &[&'d Dictionary], name: &[u8]) -> Option<&'d Stream> {
    resource(document, resources, b"XObject", name)?.as_stream().ok()
}

/// What a name stands for among resources of a kind.
fn resource<'d>(
    document: &'d Document,
    resources: &[&'d Dictionary],
    kind: &[u8],
    name: &[u8],
) -> Option<&'d Object> {
    resources.iter().find_map(|resources| {
        let of_kind = resources.get_deref(kind, document).and_then(Object::as_dict).ok()?;
        of_kind.get_deref(name, document).ok()
    })
}

/// Whether the page is seen through what is painted so, as through the ink of a marker.
fn is_clear(state: &Dictionary) -> bool {
    let is_thin = state.get(b"ca").and_then(Object::as_float).is_ok_and(|ink| ink < 0.99);
    let blended = state.get(b"BM").and_then(Object::as_name).is_ok_and(|blend| blend != b"Normal");
    is_thin || blended || state.get(b"SMask").is_ok_and(|mask| mask.as_dict().is_ok())
}

/// Whether a colour is that of paper.
fn is_white(colour: &[f64]) -> bool {
    match colour {
        [_] | [_, _, _] => colour.iter().all(|light| *light > 0.99),
        [_, _, _, _] => colour.iter().all(|ink| *ink < 0.01),
        _ => false,
    }
}

/// Whether a colour of one, three or four numbers hides what is under it; `None` where it is no colour.
pub(super) fn is_dark(colour: &[f64]) -> Option<bool> {
    match colour {
        [_] | [_, _, _] => Some(colour.iter().all(|light| *light < 0.35)),
        [c, m, y, k] => Some(*k > 0.8 || c + m + y > 2.4),
        _ => None,
    }
}
