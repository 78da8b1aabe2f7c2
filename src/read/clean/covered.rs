//! What a page of a PDF holds and does not show: text under boxes and pictures, white or beside what is shown,
//! layers that are switched off, redactions that were marked and never carried out, comments, programs, files that
//! are attached.
//!
//! In: a PDF. Out: each in words, with the pages. How a page is drawn, `drawn` knows.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::drawn::{Page, is_dark};

/// What is there and not shown, in words.
pub(super) fn told(document: &Document) -> Vec<String> {
    let mut told = Vec::new();
    let [mut boxed, mut whited, mut pictured, mut white, mut outside, mut marked, mut noted] =
        [const { Vec::<String>::new() }; 7];
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
        let is_outside = crop(document, id).is_some_and(|shown| page.has_text_outside(shown));
        for (list, is_so) in [
            (&mut boxed, page.is_boxed),
            (&mut whited, page.is_whited),
            (&mut white, page.is_white),
            (&mut outside, is_outside),
            (&mut pictured, page.is_pictured),
            (&mut marked, !redactions.is_empty()),
            (
                &mut noted,
                comments.iter().any(|note| says(note, b"Contents") || says(note, b"T"))
                    || notes.iter().any(|note| is_hidden(note) && says(note, b"Contents")),
            ),
        ] {
            if is_so {
                list.push(n.to_string());
            }
        }
    }
    for (pages, what) in [
        (boxed, "text under a black box"),
        (whited, "text under a white box"),
        (white, "white text"),
        (outside, "text beside what is shown"),
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
    for (has, what) in
        [(is_file as fn(&Dictionary) -> bool, "files attached to it"), (is_program, "programs (JavaScript)")]
    {
        if document.objects.values().any(|object| anywhere(object, has, DEEPEST)) {
            told.push(what.to_owned());
        }
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
        // A stroke of a pen is a bar where it is as high as letters.
        b"Ink" | b"Line" | b"PolyLine" if width(note)? >= 6.0 => b"C",
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

fn is_file(dictionary: &Dictionary) -> bool {
    let is = |key: &[u8], value: &[u8]| {
        dictionary.get(key).and_then(Object::as_name).is_ok_and(|name| name == value)
    };
    // The name of a file, and where it is embedded.
    let is_named = dictionary.has(b"EF") && (dictionary.has(b"F") || dictionary.has(b"UF"));
    is(b"Type", b"EmbeddedFile") || is(b"Subtype", b"FileAttachment") || is_named
}

fn is_program(dictionary: &Dictionary) -> bool {
    dictionary.has(b"JS")
}

/// How deep dictionaries may lie in one another that are looked into.
const DEEPEST: usize = 8;

/// Whether something is so of an object or of what it holds.
fn anywhere(object: &Object, is_so: fn(&Dictionary) -> bool, depth: usize) -> bool {
    let within = |dictionary: &Dictionary| {
        is_so(dictionary)
            || depth > 0 && dictionary.iter().any(|(_, inner)| anywhere(inner, is_so, depth - 1))
    };
    match object {
        Object::Dictionary(dictionary) => within(dictionary),
        Object::Stream(stream) => within(&stream.dict),
        Object::Array(items) if depth > 0 => items.iter().any(|inner| anywhere(inner, is_so, depth - 1)),
        _ => false,
    }
}

/// How broad the stroke of an annotation is.
fn width(note: &Dictionary) -> Option<f64> {
    let style = note.get(b"BS").and_then(Object::as_dict).ok()?;
    style.get(b"W").and_then(Object::as_float).ok().map(f64::from)
}

/// Whether an annotation is neither seen nor a field of a form.
fn is_hidden(note: &Dictionary) -> bool {
    const HIDDEN: i64 = 2;
    const NOT_VIEWED: i64 = 32;
    let flags = note.get(b"F").and_then(Object::as_i64).unwrap_or_default();
    kind(note) != Some(b"Widget") && flags & (HIDDEN | NOT_VIEWED) != 0
}

/// What of a page is shown, where that is less than the page: its own, or that of the pages above it.
fn crop(document: &Document, page: ObjectId) -> Option<[f64; 4]> {
    let mut at = document.get_dictionary(page).ok()?;
    for _ in 0..DEEPEST {
        if let Ok(shown) = at.get_deref(b"CropBox", document).and_then(Object::as_array) {
            let numbers: Vec<f64> =
                shown.iter().filter_map(|number| number.as_float().ok().map(f64::from)).collect();
            let [a, b, c, d] = *numbers.as_slice() else { return None };
            return Some([a.min(c), b.min(d), a.max(c), b.max(d)]);
        }
        at = at.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
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
    fn boxes_of_any_make_are_told() {
        for drawn in [
            "0 g 70 690 m 270 690 l 270 720 l 70 720 l h f",
            "0 0 0 rg\n70 690 m\n70 720 l\n270 720 l\n270 690 l\n70 690 l\nf*",
            "0.2 g 70 690 200 30 re f",
        ] {
            assert_eq!(of(&format!("{TEXT} {drawn}")), ["text under a black box on page 1"], "{drawn}");
        }
        assert_eq!(of(&format!("{TEXT} 1 g 70 690 200 30 re f")), ["text under a white box on page 1"]);
        assert_eq!(of(&format!("1 1 1 rg {TEXT}")), ["white text on page 1"]);
        for seen in [
            format!("{TEXT} 0 g 70 690 m 90 690 l 70 720 l h f"),
            format!("{TEXT} 0 g 70 690 m 270 690 280 690 290 700 c 270 720 l 70 720 l h f"),
            format!("0.1 0.2 0.5 rg 70 690 200 30 re f 1 g {TEXT}"),
            format!("0 g 70 690 m 270 690 l 280 720 l 60 720 l h f 1 g {TEXT}"),
            format!("1 g 70 690 200 30 re f 0 g {TEXT}"),
            format!("1 scn {TEXT}"),
            format!("3 Tr 1 g {TEXT}"),
        ] {
            assert_eq!(of(&seen), Vec::<String>::new(), "{seen}");
        }
    }

    #[test]
    fn what_lies_beside_or_behind_a_page_is_told() {
        use lopdf::dictionary;
        let cut = |top: i64| {
            with(TEXT, move |_, leaf| leaf.set("CropBox", vec![0.into(), 0.into(), 600.into(), top.into()]))
        };
        assert_eq!(cut(400), ["text beside what is shown on page 1"]);
        assert_eq!(cut(800), Vec::<String>::new());
        let noted = |note: Dictionary| {
            with(TEXT, move |_, leaf| leaf.set("Annots", vec![Object::Dictionary(note.clone())]))
        };
        let rect = || vec![Object::from(70), 690.into(), 250.into(), 720.into()];
        let ink = |width: i64| {
            noted(dictionary! {
                "Subtype" => "Ink", "Rect" => rect(), "C" => vec![Object::from(0), 0.into(), 0.into()],
                "BS" => dictionary! { "W" => width },
            })
        };
        assert_eq!(ink(30), ["text under a black box on page 1"]);
        assert_eq!(ink(1), Vec::<String>::new());
        let hidden = |flags: i64| {
            noted(
                dictionary! { "Subtype" => "FreeText", "F" => flags, "Rect" => rect(), "Contents" => Object::string_literal("Jane") },
            )
        };
        assert_eq!(hidden(2), ["comments, or who made them, on page 1"]);
        assert_eq!(hidden(4), Vec::<String>::new());
        let added = |object: Dictionary| {
            with(TEXT, move |made, _| {
                made.add_object(object.clone());
            })
        };
        let file = dictionary! { "F" => Object::string_literal("a"), "EF" => dictionary! { "F" => 1 } };
        assert_eq!(added(file), ["files attached to it"]);
        let action = dictionary! { "OpenAction" => dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("x") } };
        assert_eq!(added(action), ["programs (JavaScript)"]);
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
