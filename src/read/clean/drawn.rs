//! A page of a PDF while it is drawn: where text stands, and what is painted over it.
//!
//! In: drawing operators and what they name. Out: whether text lies under something dark, or under a picture.
//! Boxes are compared with the line that text stands on, by a rough width. A picture as high as a paragraph is
//! taken for one and not for a bar, so that a scan over its recognised text hides nothing.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Stream};

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
    /// Whether there is text under something dark.
    pub(super) is_boxed: bool,
    /// Whether there is text under a picture.
    pub(super) is_pictured: bool,
}

/// With what is drawn.
#[derive(Clone, Copy, Debug)]
struct Pen {
    at: Matrix,
    dark: bool,
    dark_line: bool,
    width: f64,
}

impl Default for Pen {
    fn default() -> Self {
        Pen { at: UNMOVED, dark: true, dark_line: true, width: 1.0 }
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
            ("g" | "rg" | "k" | "sc" | "scn", colour) => {
                self.pen.dark = is_dark(colour).unwrap_or(self.pen.dark)
            }
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
            ("m", [x, y]) => self.from = Some((*x, *y)),
            ("l", [x, y]) => {
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
                let boxes = std::mem::take(&mut self.boxes);
                self.is_boxed |= self.pen.dark && boxes.iter().any(|area| self.covers(*area));
                self.lines.clear();
            }
            ("S" | "s", _) => {
                let lines = std::mem::take(&mut self.lines);
                self.is_boxed |= self.pen.dark_line && lines.iter().any(|area| self.covers(*area));
                self.boxes.clear();
            }
            ("n", _) => {
                self.boxes.clear();
                self.lines.clear();
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
    resources.iter().find_map(|resources| {
        let drawn = resources.get_deref(b"XObject", document).and_then(Object::as_dict).ok()?;
        drawn.get_deref(name, document).and_then(Object::as_stream).ok()
    })
}

/// Whether a colour of one, three or four numbers hides what is under it; `None` where it is no colour.
pub(super) fn is_dark(colour: &[f64]) -> Option<bool> {
    match colour {
        [_] | [_, _, _] => Some(colour.iter().all(|light| *light < 0.2)),
        [c, m, y, k] => Some(*k > 0.8 || c + m + y > 2.4),
        _ => None,
    }
}
