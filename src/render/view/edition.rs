//! The page of a frozen edition of a report: the words that were frozen, with the errata beside them.
//!
//! In: a lock of the site's edition. Out: the page by the template `edition.html`. The words are
//! those of the lock, whatever the records say now; only where a link leads is worked out anew, and
//! a link to what this audience cannot see any more is only its words.

use std::ops::Range;

use serde::Serialize;

use super::super::cite::{self, CiteView};
use super::super::html::{Html, capital, escaped, link, time};
use super::super::links::reason;
use super::super::markdown::{self, Links};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::super::report::GoneView;
use super::{Entry, Fact};
use crate::compose::address::edition_page;
use crate::compose::citing::ReportCitation;
use crate::compose::errata::{self, Erratum};
use crate::compose::report::gone::gone as gone_from;
use crate::compose::report::words::ordinal;
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::lock::{Form, Frozen, Lock, Passage};

#[derive(Serialize)]
struct Edition {
    title: String,
    kind: Html,
    notice: Html,
    ways: Html,
    facts: Vec<Fact>,
    contents: Vec<Entry>,
    passages: Vec<PassageView>,
    errata: Vec<Html>,
    gone: Vec<GoneView>,
    cite: CiteView,
    /// How a text cites one paragraph, by the number of one.
    cite_paragraph: Option<Html>,
}

#[derive(Serialize)]
struct PassageView {
    is: &'static str,
    level: u8,
    id: String,
    number: Option<String>,
    voice: Option<String>,
    title: Option<String>,
    heading: Option<&'static str>,
    /// The slug of an issue.
    slug: Option<String>,
    words: Html,
    errata: Vec<Html>,
}

/// The page of a frozen edition.
pub(crate) fn page(press: &Press, place: Place, lock: &Lock, frozen: &Frozen) -> anyhow::Result<String> {
    let kept = Kept { press, place };
    let citation = ReportCitation::of_frozen(press.edition(), &lock.report, frozen);
    let first = frozen.passages.iter().find_map(|one| one.number.as_ref());
    let here: Vec<Erratum> = errata::of_report(press.edition(), &lock.report)
        .into_iter()
        .filter(|erratum| erratum.edition == Some(frozen.edition))
        .collect();
    let edition = Edition {
        title: frozen.title.clone(),
        kind: kind(frozen),
        notice: notice(frozen),
        ways: ways(press, place, lock, frozen),
        facts: frozen
            .facts
            .iter()
            .map(|(label, words)| Fact {
                label: label.clone(),
                values: vec![Html::new(&markdown::line(words, &kept))],
            })
            .collect(),
        contents: contents(&frozen.passages),
        passages: passages(&kept, &frozen.passages, &here),
        errata: here.iter().map(|erratum| listed(&kept, erratum)).collect(),
        gone: if is_main(place, lock) { gone(place, lock, frozen) } else { Vec::new() },
        cite: cite(&kept, &citation, frozen),
        cite_paragraph: first.map(|number| cite::words(&citation.in_text(number))),
    };
    let description = format!(
        "Edition {} as it was frozen on {}.",
        frozen.edition,
        Date::from_day(frozen.frozen_on).in_words()
    );
    let label = press.edition().schema().label("reports");
    let newest = press.edition().get(&lock.report).map_or(&*frozen.title, |record| &*record.title);
    let crumbs = [
        (&*label, "reports/index.html".to_owned()),
        (newest, format!("reports/{}/index.html", lock.report.slug())),
    ];
    let title = format!("{}, {} edition", frozen.title, ordinal(frozen.edition));
    let sheet = Sheet {
        title: &title,
        description: Some(&description),
        section: "reports",
        crumbs: &crumbs,
        of: press.edition().index_of(&lock.report).map(|index| (index, &citation.whole)),
    };
    press.print(place, &sheet, "edition.html", &edition)
}

/// Whether this is the page of the report itself, shown in the words that were frozen.
fn is_main(place: Place, lock: &Lock) -> bool {
    place.path() == format!("reports/{}/index.html", lock.report.slug())
}

fn gone(place: Place, lock: &Lock, frozen: &Frozen) -> Vec<GoneView> {
    let numbers = frozen.passages.iter().filter_map(|one| Some(format!("p-{}", one.number.as_ref()?)));
    let taken = frozen.passages.iter().map(|one| one.id.clone()).chain(numbers).collect();
    let gone = gone_from(lock, frozen.edition, taken);
    let page = |edition| place.href(&edition_page(&lock.report, edition));
    gone.into_iter().map(|one| GoneView::of(one, page)).collect()
}

/// How to cite the edition: in the words that were frozen.
fn cite(kept: &Kept, citation: &ReportCitation, frozen: &Frozen) -> CiteView {
    let view = CiteView::new(&citation.key, &citation.whole);
    match frozen.facts.iter().find(|(label, _)| label == "Cite as") {
        Some((_, words)) => view.saying(Html::new(&markdown::line(words, kept))),
        None => view,
    }
}

fn kind(frozen: &Frozen) -> Html {
    let mut words = format!("Annual report · {} edition · final", ordinal(frozen.edition));
    if let Some(date) = frozen.date {
        words.push_str(&format!(" of {}", time(date)));
    }
    words.push_str(&format!(" · as at {}", time(Date::from_day(frozen.as_of))));
    Html::new(&words)
}

/// What a reader must know first: that these words stay.
fn notice(frozen: &Frozen) -> Html {
    let frozen_on = time(Date::from_day(frozen.frozen_on));
    let words =
        format!("These are the words of edition {} as they were frozen on {frozen_on}.", frozen.edition);
    Html::new(&words)
}

/// The way to the other forms and editions, which paper has no use for.
fn ways(press: &Press, place: Place, lock: &Lock, frozen: &Frozen) -> Html {
    let stays = edition_page(&lock.report, frozen.edition);
    let mut ways = Vec::new();
    let main = press.edition().index_of(&lock.report).map(|index| press.href(place, index));
    if is_main(place, lock) {
        ways.push(link(&place.href(&stays), "Where this edition stays"));
    } else if let Some(main) = main {
        ways.push(link(&main, "The newest edition of this report"));
    }
    let others = lock.editions.iter().filter(|other| other.edition != frozen.edition);
    ways.extend(others.map(|other| {
        let href = place.href(&edition_page(&lock.report, other.edition));
        link(&href, &format!("Edition {}", other.edition))
    }));
    let pdf = press.for_print(place.path());
    ways.extend(pdf.map(|(href, words)| link(&href, &words)));
    ways.push(link(&place.href(&stays.replace("index.html", "report.json")), "The same as data (JSON)"));
    Html::new(&ways.join(" · "))
}

fn contents(passages: &[Passage]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for passage in passages {
        let (Form::Heading(level), Some(title)) = (passage.form, &passage.title) else { continue };
        let entry = Entry { words: title.clone(), anchor: passage.id.clone(), under: Vec::new() };
        match entries.last_mut() {
            Some(last) if level == 3 => last.under.push(entry),
            _ if level == 2 => entries.push(entry),
            _ => {}
        }
    }
    entries
}

fn passages(kept: &Kept, passages: &[Passage], errata: &[Erratum]) -> Vec<PassageView> {
    let mut level = 2;
    let mut views = Vec::with_capacity(passages.len());
    for passage in passages {
        if let Form::Heading(here) = passage.form {
            level = here;
        }
        let at = errata.iter().filter(|erratum| erratum.id.as_deref() == Some(&*passage.id));
        views.push(PassageView {
            is: passage.form.as_str(),
            level: if matches!(passage.form, Form::Issue(_)) { (level + 1).min(6) } else { level.min(6) },
            id: passage.id.clone(),
            number: passage.number.clone(),
            voice: passage.voice.clone().filter(|voice| voice != "records"),
            title: passage.title.clone(),
            heading: match passage.form {
                Form::Issue(heading) => Some(heading.as_str()),
                _ => None,
            },
            slug: passage.id.strip_prefix("issue-").map(str::to_owned),
            words: Html::new(&markdown::field(&passage.text, kept)),
            errata: at.map(|erratum| said(kept, erratum)).collect(),
        });
    }
    views
}

/// An erratum in the list at the end of the page.
fn listed(kept: &Kept, erratum: &Erratum) -> Html {
    let place = escaped(&erratum.place());
    let place = match &erratum.number {
        Some(number) => link(&format!("#p-{number}"), &erratum.place()),
        None => place,
    };
    Html::new(&format!("{place}{}", said(kept, erratum).as_str()))
}

/// An erratum in words, without its place.
fn said(kept: &Kept, erratum: &Erratum) -> Html {
    let record = kept.press.record(erratum.record);
    let mut words = erratum.date.map_or_else(String::new, |date| format!(", {}", time(date)));
    words.push_str(". ");
    if let Some(of) = crate::model::erratum::Erratum::of(record) {
        for (label, text) in
            [("What was wrong:", of.wrong), ("How it came:", of.cause), ("Correction:", of.correction)]
        {
            if let Some(text) = text {
                let text = kept.press.line(kept.place, erratum.record, text);
                words.push_str(&format!("<em>{label}</em> {} ", text.as_str()));
            }
        }
    }
    let href = kept.press.href(kept.place, erratum.record);
    words.push_str(&format!(
        "{}.",
        link(&href, &format!("Record of this erratum: {}", capital(&record.title)))
    ));
    Html::new(&words)
}

/// Links of words that were kept: by the names of records.
struct Kept<'p, 's> {
    press: &'p Press<'s>,
    place: Place<'p>,
}

impl Links for Kept<'_, '_> {
    fn link(&self, url: &str) -> Option<String> {
        if url.starts_with('#') || url.contains(':') {
            return Some(url.to_owned());
        }
        let (name, part) = match url.split_once('#') {
            Some((name, part)) => (name, Some(part.into())),
            None => (url, None),
        };
        let to = Ref { id: RecordId::parse(name)?, part };
        let address = self.press.site.addresses.reference(self.press.edition(), &to)?;
        Some(self.place.href(&address))
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn action(&self, _: u32) -> Option<String> {
        None
    }

    fn reason<'w>(&'w self, key: &'w str) -> &'w str {
        reason(self.press.edition(), key)
    }

    fn table(&self, _: &Range<usize>) -> Option<String> {
        None
    }
}
