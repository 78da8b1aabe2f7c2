//! What a page of a PDF holds and does not show: text under black boxes, layers that are switched off,
//! redactions that were marked and never carried out, files that are attached.
//!
//! In: a PDF. Out: each in words, with the pages. Boxes are compared with the line that text stands on,
//! by a rough width; a scan, or text in a nested form, is not looked into.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object};

/// What is there and not shown, in words.
pub(super) fn told(document: &Document) -> Vec<String> {
    let mut told = Vec::new();
    let (mut boxed, mut marked) = (Vec::new(), Vec::new());
    for (n, page) in document.get_pages() {
        let content = document.get_page_content(page);
        if Content::decode(&content).is_ok_and(|content| Page::default().covers_text(&content.operations)) {
            boxed.push(n.to_string());
        }
        let annotations = document.get_page_annotations(page).unwrap_or_default();
        if annotations
            .iter()
            .any(|note| note.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Redact"))
        {
            marked.push(n.to_string());
        }
    }
    let pages = |pages: &[String]| {
        let word = if pages.len() == 1 { "page" } else { "pages" };
        format!("{word} {}", pages.join(", "))
    };
    if !boxed.is_empty() {
        told.push(format!("text under a black box on {}", pages(&boxed)));
    }
    if !marked.is_empty() {
        told.push(format!("redactions that were marked and not carried out on {}", pages(&marked)));
    }
    if has_hidden_layers(document) {
        told.push("layers that are switched off".to_owned());
    }
    if document.objects.values().any(is_file) {
        told.push("files attached to it".to_owned());
    }
    told
}

fn has_hidden_layers(document: &Document) -> bool {
    let layers = document.catalog().and_then(|catalog| document.get_dict_in_dict(catalog, b"OCProperties"));
    let default = layers.and_then(|layers| document.get_dict_in_dict(layers, b"D"));
    let Ok(default) = default else { return false };
    let off = default.get(b"OFF").and_then(|off| document.dereference(off)).map(|(_, off)| off);
    let is_off = |default: &Dictionary| {
        default.get(b"BaseState").and_then(Object::as_name).is_ok_and(|state| state == b"OFF")
    };
    off.and_then(Object::as_array).is_ok_and(|off| !off.is_empty()) || is_off(default)
}

fn is_file(object: &Object) -> bool {
    matches!(object, Object::Stream(stream) if stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"EmbeddedFile"))
}

/// A way to place things: as in `a b c d e f cm`.
type Matrix = [f64; 6];

const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// A page while it is drawn.
#[derive(Debug)]
struct Page {
    at: Matrix,
    dark: bool,
    kept: Vec<(Matrix, bool)>,
    text: Matrix,
    line: Matrix,
    size: f64,
    leading: f64,
    /// Where text stands: left, right, and a third of its height up.
    texts: Vec<(f64, f64, f64)>,
    boxes: Vec<[f64; 4]>,
}

impl Default for Page {
    fn default() -> Self {
        Page {
            at: UNMOVED,
            dark: true,
            kept: Vec::new(),
            text: UNMOVED,
            line: UNMOVED,
            size: 0.0,
            leading: 0.0,
            texts: Vec::new(),
            boxes: Vec::new(),
        }
    }
}

impl Page {
    /// Whether a dark box is drawn over text that was there before it.
    fn covers_text(mut self, operations: &[Operation]) -> bool {
        operations.iter().any(|operation| self.draw(operation))
    }

    /// Draws on; tells whether that covered text.
    fn draw(&mut self, operation: &Operation) -> bool {
        let numbers: Vec<f64> =
            operation.operands.iter().filter_map(|number| number.as_float().ok().map(f64::from)).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("q", _) => self.kept.push((self.at, self.dark)),
            ("Q", _) => (self.at, self.dark) = self.kept.pop().unwrap_or((UNMOVED, true)),
            ("cm", [a, b, c, d, e, f]) => self.at = times([*a, *b, *c, *d, *e, *f], self.at),
            ("g" | "rg" | "sc" | "scn", [_] | [_, _, _]) => {
                self.dark = numbers.iter().all(|light| *light < 0.2)
            }
            ("k" | "sc" | "scn", [c, m, y, k]) => self.dark = *k > 0.8 || c + m + y > 2.4,
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
                let (one, other) = (place(self.at, *x, *y), place(self.at, x + width, y + height));
                self.boxes.push([
                    one.0.min(other.0),
                    one.1.min(other.1),
                    one.0.max(other.0),
                    one.1.max(other.1),
                ]);
            }
            ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => {
                let boxes = std::mem::take(&mut self.boxes);
                return self.dark && boxes.iter().any(|area| self.covers(*area));
            }
            ("n" | "S" | "s", _) => self.boxes.clear(),
            _ => {}
        }
        false
    }

    fn covers(&self, [left, bottom, right, top]: [f64; 4]) -> bool {
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
        let to = times(self.text, self.at);
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

fn place([a, b, c, d, e, f]: Matrix, x: f64, y: f64) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}

#[cfg(test)]
mod tests {
    use super::super::pdf::tests::document;
    use super::*;

    fn of(page: &str) -> Vec<String> {
        told(&Document::load_mem(&document(page)).unwrap())
    }

    #[test]
    fn a_black_box_over_text_is_told() {
        let text = "BT /F1 12 Tf 72 700 Td (Said by Jane Doe) Tj ET";
        assert_eq!(of(&format!("{text} 0 g 110 695 80 16 re f")), ["text under a black box on page 1"]);
        assert_eq!(of(&format!("q 1 0 0 1 0 100 cm BT /F1 12 Tf 1 0 0 1 72 600 Tm [(Jane) -20 (Doe)] TJ ET Q {} 70 695 50 16 re f*", "0 0 0 rg")).len(), 1);
    }

    #[test]
    fn boxes_that_hide_nothing_are_not() {
        let text = "BT /F1 12 Tf 72 700 Td (Said by Jane Doe) Tj ET";
        for page in [
            format!("0 g 70 695 200 16 re f 1 g {text}"),
            format!("{text} 0 g 72 698 100 0.8 re f"),
            format!("{text} 0.9 g 70 695 200 16 re f"),
            format!("{text} 0 g 70 500 200 16 re f"),
            format!("{text} 0 g 70 695 200 16 re S"),
        ] {
            assert_eq!(of(&page), Vec::<String>::new(), "{page}");
        }
    }
}
