//! What a page of a PDF holds and does not show: text under black boxes and pictures, layers that are switched
//! off, redactions that were marked and never carried out, comments, files that are attached.
//!
//! In: a PDF. Out: each in words, with the pages. How a page is drawn, `drawn` knows.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::drawn::{Page, is_dark};

/// What is there and not shown, in words.
pub(super) fn told(document: &Document) -> Vec<String> {
    let mut told = Vec::new();
    let [mut boxed, mut pictured, mut marked, mut noted] = [const { Vec::<String>::new() }; 4];
    for (n, id) in document.get_pages() {
        let mut page = Page::default();
        let resources = resources(document, id);
        if let Ok(content) = Content::decode(&document.get_page_content(id)) {
            page.draw_all(document, &content.operations, &resources, 0);
        }
        let notes = document.get_page_annotations(id).unwrap_or_default();
        page.is_boxed |= notes.iter().filter_map(|note| dark_area(note)).any(|area| page.covers(area));
        let of = |kinds: &[&[u8]]| {
            notes
                .iter()
                .copied()
                .filter(|note| kind(note).is_some_and(|kind| kinds.contains(&kind)))
                .collect()
        };
        let redactions: Vec<&Dictionary> = of(&[b"Redact"]);
        let comments: Vec<&Dictionary> = of(COMMENTS);
        for (list, is_so) in [
            (&mut boxed, page.is_boxed),
            (&mut pictured, page.is_pictured),
            (&mut marked, !redactions.is_empty()),
            (&mut noted, comments.iter().any(|note| says(note, b"Contents") || says(note, b"T"))),
        ] {
            if is_so {
                list.push(n.to_string());
            }
        }
    }
    for (pages, what) in [
        (boxed, "text under a black box"),
        (pictured, "text under a picture"),
        (marked, "redactions that were marked and not carried out"),
        (noted, "comments, or who made them,"),
    ] {
        if !pages.is_empty() {
            let word = if pages.len() == 1 { "page" } else { "pages" };
            told.push(format!("{what} on {word} {}", pages.join(", ")));
        }
    }
    if document.objects.values().any(is_filled) {
        told.push("what was filled into its form".to_owned());
    }
    if has_hidden_layers(document) {
        told.push("layers that are switched off".to_owned());
    }
    if document.objects.values().any(is_file) {
        told.push("files attached to it".to_owned());
    }
    told
}

/// Annotations that somebody made to say something about a page, or to mark something on it.
const COMMENTS: &[&[u8]] = &[
    b"Text",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Caret",
    b"Ink",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"FileAttachment",
    b"Sound",
];

fn kind(note: &Dictionary) -> Option<&[u8]> {
    note.get(b"Subtype").and_then(Object::as_name).ok()
}

fn says(dictionary: &Dictionary, key: &[u8]) -> bool {
    let text = dictionary.get(key).ok().and_then(|text| lopdf::decode_text_string(text).ok());
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Where an annotation paints a dark area over the page.
fn dark_area(note: &Dictionary) -> Option<[f64; 4]> {
    let colour: &[u8] = match kind(note)? {
        b"Square" | b"Circle" | b"Polygon" => b"IC",
        b"FreeText" | b"Highlight" => b"C",
        _ => return None,
    };
    let numbers = |key: &[u8]| -> Option<Vec<f64>> {
        let items = note.get(key).and_then(Object::as_array).ok()?;
        items.iter().map(|number| number.as_float().ok().map(f64::from)).collect()
    };
    let corners = numbers(b"Rect")?;
    let [a, b, c, d] = *corners.as_slice() else { return None };
    is_dark(&numbers(colour)?)?.then(|| [a.min(c), b.min(d), a.max(c), b.max(d)])
}

/// Whether an object is a field of a form into which somebody wrote.
fn is_filled(object: &Object) -> bool {
    let Object::Dictionary(field) = object else { return false };
    let is_text = field.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Tx" || kind == b"Ch");
    is_text && says(field, b"V")
}

/// What a page names, its own and what it has from the pages above it.
fn resources(document: &Document, page: ObjectId) -> Vec<&Dictionary> {
    let Ok((own, others)) = document.get_page_resources(page) else { return Vec::new() };
    own.into_iter().chain(others.iter().filter_map(|id| document.get_dictionary(*id).ok())).collect()
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

#[cfg(test)]
mod tests {
    use lopdf::Stream;

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

    /// A page that says something, with this in its resources and among its annotations.
    fn with(page: &str, add: impl Fn(&mut Document, &mut Dictionary)) -> Vec<String> {
        let mut made = Document::load_mem(&document(page)).unwrap();
        let id = made.get_pages()[&1];
        let mut leaf = made.get_dictionary(id).unwrap().clone();
        add(&mut made, &mut leaf);
        made.objects.insert(id, Object::Dictionary(leaf));
        told(&made)
    }

    const TEXT: &str = "BT /F1 12 Tf 72 700 Td (Said by Jane Doe) Tj ET";

    #[test]
    fn whatever_is_drawn_over_text_is_told() {
        use lopdf::dictionary;
        let thick = format!("{TEXT} 0 G 20 w 70 703 m 270 703 l S");
        assert_eq!(of(&thick), ["text under a black box on page 1"]);
        let drawn = |stream: Stream| {
            with(&format!("{TEXT} q 180 0 0 30 70 690 cm /X Do Q"), move |made, leaf| {
                let id = made.add_object(stream.clone());
                leaf.set("Resources", dictionary! { "XObject" => dictionary! { "X" => id } });
            })
        };
        let form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
        assert_eq!(
            drawn(Stream::new(form, b"0 g 0 0 1 1 re f".to_vec())),
            ["text under a black box on page 1"]
        );
        let picture = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1 };
        assert_eq!(drawn(Stream::new(picture.clone(), vec![0])), ["text under a picture on page 1"]);
        let mut clear = picture;
        clear.set("SMask", 1);
        assert_eq!(drawn(Stream::new(clear, vec![0])), Vec::<String>::new());
        let marked = |note: Dictionary| {
            with(TEXT, move |_, leaf| leaf.set("Annots", vec![Object::Dictionary(note.clone())]))
        };
        let rect = || vec![Object::from(70), 690.into(), 250.into(), 720.into()];
        let square = dictionary! { "Subtype" => "Square", "Rect" => rect(), "IC" => vec![Object::from(0), 0.into(), 0.into()] };
        assert_eq!(marked(square), ["text under a black box on page 1"]);
        let note =
            dictionary! { "Subtype" => "Text", "Rect" => rect(), "T" => Object::string_literal("Jane") };
        assert_eq!(marked(note), ["comments, or who made them, on page 1"]);
        let link =
            dictionary! { "Subtype" => "Link", "Rect" => rect(), "Contents" => Object::string_literal("To") };
        assert_eq!(marked(link), Vec::<String>::new());
    }

    #[test]
    fn what_was_filled_into_a_form_is_told() {
        use lopdf::dictionary;
        let filled = |text: &'static str| {
            with(TEXT, move |made, _| {
                made.add_object(dictionary! { "FT" => "Tx", "T" => Object::string_literal("name"), "V" => Object::string_literal(text) });
            })
        };
        assert_eq!(filled("Jane"), ["what was filled into its form"]);
        assert_eq!(filled(""), Vec::<String>::new());
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
            format!("{text} 0 G 1 w 70 699 m 270 699 l S"),
            format!("{text} 1 G 20 w 70 703 m 270 703 l S"),
        ] {
            assert_eq!(of(&page), Vec::<String>::new(), "{page}");
        }
    }
}
