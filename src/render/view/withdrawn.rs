//! What a frozen edition's page says of words that were taken out of it.
//!
//! In: an edition and an entry on a withdrawal. Out: a sentence: when, why and from which paragraphs.

use super::super::html::{Html, escaped, link};
use super::super::links::reason;
use super::super::press::Press;
use crate::model::date::Date;
use crate::model::lock::Frozen;
use crate::model::withdrawal::Withdrawal;
use crate::model::words::args;

/// That words were taken out since: when, why and where.
pub(super) fn told(press: &Press, frozen: &Frozen, entry: &Withdrawal) -> Html {
    let numbered = frozen.passages.iter().filter(|passage| entry.passages.contains(&passage.id));
    let numbers: Vec<&str> = numbered.filter_map(|passage| passage.number.as_deref()).collect();
    let places: Vec<String> = numbers.iter().map(|number| link(&format!("#p-{number}"), number)).collect();
    let words = press.words();
    let reason = escaped(reason(press.edition(), &entry.reason));
    let date = press.time(Date::from_day(entry.on));
    Html::new(&match places.is_empty() {
        true => words.markup("edition-withdrawn", args![date = date, reason = reason]),
        false => {
            let args = args![date = date, reason = reason, count = places.len(), places = words.row(&places)];
            words.markup("edition-withdrawn-from", args)
        }
    })
}
