//! What says when it was so, as data: earlier states and promises, announcements, the words of the matrix.

use super::cell::Cell;
use crate::model::action::Earlier;
use crate::model::announced::{Announcement, Narrative, PutOff};
use crate::model::date::Date;

pub(super) fn earlier<'s>(of: &Earlier) -> Cell<'s> {
    let on = Cell::text(of.on.to_string());
    Cell::map(vec![("state", Some(Cell::text(of.state.as_str()))), ("on", Some(on))])
}

pub(super) fn narrative(of: &Narrative) -> Cell<'_> {
    let day = |on: Option<Date>| on.map(|on| Cell::text(on.to_string()));
    Cell::map(vec![("text", Some(Cell::text(&*of.text))), ("on", day(of.on)), ("until", day(of.until))])
}

pub(super) fn announcement(of: &Announcement) -> Cell<'_> {
    Cell::map(vec![
        ("on", of.on.map(|on| Cell::text(on.to_string()))),
        ("note", of.note.as_deref().map(Cell::text)),
        ("announced", of.announced.map(|on| Cell::text(on.to_string()))),
    ])
}

pub(super) fn put_off<'s>(of: &PutOff) -> Cell<'s> {
    let (due, until) = (Cell::text(of.due.to_string()), Cell::text(of.until.to_string()));
    Cell::map(vec![("due", Some(due)), ("until", Some(until))])
}
