//! Which pages are published for print too, and what the title page of each says.
//!
//! In: the site. Out: pages as they are for readers, with what is to be said of them on paper. Setting them is
//! `document`'s part.

use super::document::Wanted;
use super::pages::{Page, What, plan, print_one};
use super::press::Press;
use crate::compose::Site;
use crate::model::date::Date;

/// The pages that are published for print too, with their records.
pub(crate) fn papers(site: &Site) -> anyhow::Result<Vec<(Page, Option<usize>)>> {
    let is_wanted = |page: &Page| match page.what {
        What::Record(index) => matches!(site.edition.record(index).id.collection(), "cases" | "workshops"),
        What::Register | What::Edition { .. } => true,
        _ => false,
    };
    let of = |page: Page| match page.what {
        What::Record(index) | What::Edition { report: index, .. } => (page, Some(index)),
        _ => (page, None),
    };
    Ok(plan(site)?.into_iter().filter(is_wanted).map(of).collect())
}

/// A page for print: what its title page says, and its markup.
pub(crate) fn paper<'p>(
    press: &Press<'p>,
    page: &'p Page,
    index: Option<usize>,
) -> anyhow::Result<(Wanted<'p>, String)> {
    let today = Date::from_day(press.edition().today());
    let Some(index) = index else {
        let (kind, template) = (press.words().say("register-of-actions"), "register.typ");
        let number = "actions".to_owned();
        let wanted =
            Wanted { path: &page.path, record: None, number, kind, template, date: today, frozen: None };
        return Ok((wanted, print_one(press, page)?));
    };
    let record = press.record(index);
    if let What::Edition { number, .. } = page.what
        && let Some(frozen) = press.edition().lock_of(&record.id).and_then(|lock| lock.edition(number))
    {
        let date = frozen.date.unwrap_or(Date::from_day(frozen.as_of));
        let (kind, template) = (press.words().say("annual-report"), "report.typ");
        let number = format!("{}, edition {number}", record.id);
        let record = Some(index);
        let wanted = Wanted { path: &page.path, record, number, kind, template, date, frozen: Some(frozen) };
        return Ok((wanted, print_one(press, page)?));
    }
    let (kind, template) = match record.id.collection() {
        "workshops" => (press.words().say("workshop"), "workshop.typ"),
        _ => (press.words().say("case"), "case.typ"),
    };
    // What bears no date is dated by the year, so that it is not another document each day.
    let created = || record.airtable.as_ref()?.created.as_deref()?.get(..10)?.parse().ok();
    let date = record.updated.or(record.date()).or_else(created);
    let date = date.or_else(|| press.edition().today().year().to_string().parse().ok()).unwrap_or(today);
    let number = record.id.to_string();
    let wanted = Wanted { path: &page.path, record: Some(index), number, kind, template, date, frozen: None };
    Ok((wanted, print_one(press, page)?))
}
