//! What the index says of all documents at once: their cards, their dates, and the values they can be
//! filtered by, each in files of their own, so that a reader fetches what is asked for.
//!
//! In: the site. Out: text files, a line a card or a value. Nothing here reads a page.

use crate::compose::Site;
use crate::compose::search::Filter;
use crate::model::kinds::Kind;
use crate::publish::sink::Sink;

use super::super::html::capital;
use super::code;

/// Documents whose cards share a file.
pub(super) const CARDS: usize = 24;

/// Writes the cards: title, address, date for sorting and for reading, status and its words, and the language of
/// the title where it is not that of the pages.
pub(super) fn cards(site: &Site, sink: &dyn Sink) -> anyhow::Result<()> {
    for (n, documents) in site.search.documents.chunks(CARDS).enumerate() {
        let mut file = String::with_capacity(documents.len() * 160);
        documents.iter().for_each(|record| card(site, *record, &mut file));
        sink.file(&format!("search/cards-{n}.txt"), file.into_bytes())?;
    }
    Ok(())
}

fn card(site: &Site, index: usize, out: &mut String) {
    let record = site.edition.record(index);
    let (date, day) = record
        .date()
        .map_or_else(Default::default, |date| (date.to_string(), site.edition.words().date(date)));
    let (status, words) = match &record.kind {
        Kind::Issue(_) => match site.standings.heading(index) {
            Some(heading) => {
                (heading.as_str(), capital(site.edition.words().named("heading", heading.as_str())))
            }
            None => Default::default(),
        },
        Kind::Action(action) => {
            (action.state.as_str(), capital(site.edition.words().named("state", action.state.as_str())))
        }
        _ => Default::default(),
    };
    let address = crate::compose::address::url(site.addresses.record(index));
    for (n, field) in [&*record.title, &address, &date, &day, status, &words].into_iter().enumerate() {
        if n > 0 {
            out.push('\t');
        }
        line(field, out);
    }
    // Only where the title is in another language than the pages.
    if site.edition.is_foreign(index, &record.title) {
        out.push('\t');
        line(site.edition.config().main_language(), out);
    }
    out.push('\n');
}

/// Writes the place of each document when all are sorted by date; 0 where it has none.
pub(super) fn dates(site: &Site, sink: &dyn Sink) -> anyhow::Result<()> {
    let date = |record: &usize| site.edition.record(*record).date();
    let mut dates: Vec<_> = site.search.documents.iter().filter_map(date).collect();
    dates.sort_unstable();
    dates.dedup();
    let mut column = String::with_capacity(site.search.documents.len() * 3);
    for record in &site.search.documents {
        let place =
            date(record).and_then(|date| dates.binary_search(&date).ok()).map_or(0, |place| place + 1);
        code::number(place as u32, &mut column);
    }
    column.push('\n');
    sink.file("search/dates.txt", column.into_bytes())
}

/// Writes the values of a filter: name in the address, words, the documents as steps, and the language of the
/// words where it is not that of the pages.
pub(super) fn filter(site: &Site, filter: &Filter, sink: &dyn Sink) -> anyhow::Result<()> {
    let mut file = String::with_capacity(filter.values.len() * 48);
    for value in &filter.values {
        line(&value.slug, &mut file);
        file.push('\t');
        line(&value.label, &mut file);
        file.push('\t');
        code::steps(value.documents.iter().copied(), &mut file);
        if value.is_foreign {
            file.push('\t');
            line(site.edition.config().main_language(), &mut file);
        }
        file.push('\n');
    }
    sink.file(&format!("search/by-{}.txt", filter.parameter), file.into_bytes())
}

/// Adds words without what would end a field or a line.
fn line(words: &str, out: &mut String) {
    out.extend(words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
}
