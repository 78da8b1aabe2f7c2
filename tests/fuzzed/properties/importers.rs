//! The importers: the first byte says which form the document is said to have, or that it is to be
//! recognised. Whatever follows is read or refused; every doubt stands at a line that there is, and the body
//! of each record can be read as a write-up.

use std::sync::Arc;

use annals::diag::Spot;
use annals::import::documents;
use annals::import::recognise::{self, Form, Wrapping, form};
use annals::import::{airtable, comments};
use annals::model::write_up::WriteUp;

const NAMES: [&str; 4] = ["x", "x.csv", "x.md", "x.html"];

/// Holds of any bytes.
pub fn hold(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let forms = ["write-up", "slides", "action-log", "timetable", "progress", "paper"].map(Form::parse);
    let file: Arc<str> = NAMES[usize::from(first >> 4) % NAMES.len()].into();
    let as_form = forms.get(usize::from(first & 15)).copied().flatten();
    let _ = form(&file, bytes);
    if let Ok(imported) = documents::read(&file, bytes, as_form, &[]) {
        let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        let is_text = matches!(recognise::wrapping(&file, bytes), Ok(Wrapping::Text | Wrapping::Html));
        for doubt in &imported.doubts {
            if let Spot::Line(line, column) = doubt.spot {
                assert!(line > 0 && column > 0, "{doubt:?}");
                assert!(!is_text || line <= lines, "{doubt:?} of {lines} lines");
            }
        }
        for draft in &imported.drafts {
            let write_up = WriteUp::read(&draft.body);
            assert!(write_up.actions.is_sorted_by(|a, b| a.number < b.number));
        }
    }
    let _ = comments::read(&file, bytes);
    if let Ok(text) = airtable::text::Text::of(&file, bytes.to_vec()) {
        let _ = airtable::csv::rows(&text);
        let _ = airtable::json::page(&text);
    }
}
