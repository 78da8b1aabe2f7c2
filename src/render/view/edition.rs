//! The page of a frozen edition of a report: the words that were frozen, with the errata beside them.
//!
//! In: a lock of the site's edition. Out: the page by the template `edition.html`. The words are
//! those of the lock, whatever the records say now; only where a link leads is worked out anew, and
//! a link to what this audience cannot see any more is only its words.

use std::ops::Range;

use serde::Serialize;

use super::super::cite::{self, CiteView};
use super::super::html::{Html, capital, escaped, link};
use super::super::links::reason;
use super::super::markdown::{self, Links};
use super::super::marked::in_language;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::super::report::{GoneView, named_language};
use super::{Entry, Fact, withdrawn};
use crate::compose::address::edition_page;
use crate::compose::citing::ReportCitation;
use crate::compose::errata::{self, Erratum};
use crate::compose::report::gone::gone as gone_from;
use crate::compose::report::words::ordinal as ordinal_of;
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::lock::{Form, Frozen, Lock, Passage};
use crate::model::words::{Words, args, of_language};

#[derive(Serialize)]
struct Edition {
    title: String,
    /// Its language, where it is not the page's, and what is said of that.
    signed: Option<String>,
    told: Option<Html>,
    kind: Html,
    notice: Html,
    /// What was taken out of it since.
    withdrawn: Vec<Html>,
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
    let kept = Kept { press, place, signed: signed(press, frozen) };
    let citation = ReportCitation::of_frozen(press.edition(), &lock.report, frozen);
    let first = frozen.passages.iter().find_map(|one| one.number.as_ref());
    let here: Vec<Erratum> = errata::of_report(press.edition(), &lock.report)
        .into_iter()
        .filter(|erratum| erratum.edition == Some(frozen.edition))
        .collect();
    let edition = Edition {
        title: frozen.title.clone(),
        signed: signed(press, frozen),
        told: signed(press, frozen).map(|language| told(press, &language)),
        kind: kind(press, frozen),
        notice: notice(press, frozen),
        withdrawn: frozen.withdrawn.iter().map(|entry| withdrawn::told(press, frozen, entry)).collect(),
        ways: ways(press, place, lock, frozen),
        facts: frozen
            .facts
            .iter()
            .map(|(label, words)| Fact {
                label: label_in(press.words(), frozen, label),
                values: vec![kept.line(words)],
            })
            .collect(),
        contents: contents(&frozen.passages),
        passages: passages(&kept, &frozen.passages, &here),
        errata: here.iter().map(|erratum| listed(&kept, erratum)).collect(),
        gone: if is_main(place, lock) { gone(press, place, lock, frozen) } else { Vec::new() },
        cite: cite(&kept, &citation, frozen),
        cite_paragraph: first.map(|number| cite::among(press.words(), &citation.in_text(number))),
    };
    let frozen_on = press.words().date(Date::from_day(frozen.frozen_on));
    let args = args![edition = frozen.edition, date = frozen_on];
    let description = press.words().fill("edition-as-frozen", args);
    let label = press.edition().schema().label("reports");
    let newest = press.edition().get(&lock.report).map_or(&*frozen.title, |record| &*record.title);
    let crumbs = [
        (&*label, "reports/index.html".to_owned()),
        (newest, format!("reports/{}/index.html", lock.report.slug())),
    ];
    let args = args![title = &frozen.title, edition = ordinal(press.words(), frozen.edition)];
    let title = press.words().fill("title-edition", args);
    let sheet = Sheet {
        title: &title,
        description: Some(&description),
        section: "reports",
        crumbs: &crumbs,
        of: press.edition().index_of(&lock.report).map(|index| (index, &citation.whole)),
    };
    press.print(place, &sheet, "edition.html", &edition)
}

/// The labels of the title block.
const LABELS: [&str; 8] = [
    "field-edition",
    "field-period",
    "as-at",
    "field-editors",
    "field-date",
    "field-commissioned_by",
    "field-independence",
    "report-cite-as",
];

/// A label of the title block as it was frozen, in the words of the page.
fn label_in(words: &Words, frozen: &Frozen, label: &str) -> String {
    let own = of_language(&frozen.language);
    let known = LABELS.into_iter().find(|key| own.say(key) == label);
    known.filter(|_| frozen.language != words.language()).map_or(label, |key| words.say(key)).to_owned()
}

/// The language of an edition, where it is not the page's.
pub(super) fn signed(press: &Press, frozen: &Frozen) -> Option<String> {
    (frozen.language != press.words().language()).then(|| frozen.language.clone())
}

fn told(press: &Press, language: &str) -> Html {
    let language = named_language(press.words(), language);
    Html::new(&press.words().markup("report-signed-in", args![language = language]))
}

/// Whether this is the page of the report itself, shown in the words that were frozen.
fn is_main(place: Place, lock: &Lock) -> bool {
    place.path() == format!("reports/{}/index.html", lock.report.slug())
}

fn gone(press: &Press, place: Place, lock: &Lock, frozen: &Frozen) -> Vec<GoneView> {
    let numbers = frozen.passages.iter().filter_map(|one| Some(format!("p-{}", one.number.as_ref()?)));
    let taken = frozen.passages.iter().map(|one| one.id.clone()).chain(numbers).collect();
    let gone = gone_from(lock, frozen.edition, taken);
    let page = |edition| place.href(&edition_page(&lock.report, edition));
    gone.into_iter().map(|one| GoneView::of(press.words(), one, page)).collect()
}

/// How to cite the edition: in the words that were frozen.
fn cite(kept: &Kept, citation: &ReportCitation, frozen: &Frozen) -> CiteView {
    let view = CiteView::new(&citation.key, &citation.whole);
    let label = of_language(&frozen.language);
    match frozen.facts.iter().find(|(known, _)| known == label.say("report-cite-as")) {
        Some((_, words)) => view.saying(Html::new(&markdown::line(words, kept))),
        None => view,
    }
}

fn kind(press: &Press, frozen: &Frozen) -> Html {
    let edition = ordinal(press.words(), frozen.edition);
    let as_of = press.time(Date::from_day(frozen.as_of));
    Html::new(&match frozen.date {
        Some(date) => press
            .words()
            .markup("frozen-report-of", args![edition = edition, date = press.time(date), asat = as_of]),
        None => press.words().markup("frozen-report", args![edition = edition, asat = as_of]),
    })
}

/// `first`, `second`, `11th`.
fn ordinal(words: &Words, number: u32) -> String {
    words.fill("ordinal", args![number = ordinal_of(words, number)])
}

/// What a reader must know first: that these words stay.
fn notice(press: &Press, frozen: &Frozen) -> Html {
    let frozen_on = press.time(Date::from_day(frozen.frozen_on));
    Html::new(&press.words().markup("frozen-words", args![edition = frozen.edition, date = frozen_on]))
}

/// The way to the other forms and editions, which paper has no use for.
fn ways(press: &Press, place: Place, lock: &Lock, frozen: &Frozen) -> Html {
    let stays = edition_page(&lock.report, frozen.edition);
    let mut ways = Vec::new();
    let main = press.edition().index_of(&lock.report).map(|index| press.href(place, index));
    if is_main(place, lock) {
        ways.push(link(&place.href(&stays), press.words().say("where-edition-stays")));
    } else if let Some(main) = main {
        ways.push(link(&main, press.words().say("newest-edition")));
    }
    let others = lock.editions.iter().filter(|other| other.edition != frozen.edition);
    ways.extend(others.map(|other| {
        let href = place.href(&edition_page(&lock.report, other.edition));
        link(&href, &press.words().fill("edition-n", args![number = other.edition]))
    }));
    let pdf = press.for_print(place.path());
    ways.extend(pdf.map(|(href, words)| link(&href, &words)));
    ways.push(link(
        &place.href(&stays.replace("index.html", "report.json")),
        press.words().say("same-as-data"),
    ));
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
            title: match (&passage.title, passage.form) {
                (None, Form::Issue(_)) => Some(kept.press.words().say("issue-withdrawn").to_owned()),
                (title, _) => title.clone(),
            },
            heading: match passage.form {
                Form::Issue(heading) => Some(heading.as_str()),
                _ => None,
            },
            slug: passage.id.strip_prefix("issue-").map(str::to_owned),
            words: kept.words(&passage.text),
            errata: at.map(|erratum| said(kept, erratum)).collect(),
        });
    }
    views
}

/// An erratum in the list at the end of the page.
fn listed(kept: &Kept, erratum: &Erratum) -> Html {
    let words = place_of(kept.press, erratum);
    let place = match &erratum.number {
        Some(number) => link(&format!("#p-{number}"), &words),
        None => escaped(&words),
    };
    Html::new(&format!("{place}{}", said(kept, erratum).as_str()))
}

/// What an erratum is to.
fn place_of(press: &Press, erratum: &Erratum) -> String {
    let words = press.words();
    match (&erratum.number, erratum.edition) {
        (Some(number), Some(edition)) => {
            words.fill("paragraph-of-edition", args![number = number, edition = edition])
        }
        (Some(number), None) => words.fill("paragraph-n", args![number = number]),
        (None, Some(edition)) => words.fill("edition-n", args![number = edition]),
        (None, None) => words.say("the-report").to_owned(),
    }
}

/// An erratum in words, without its place.
fn said(kept: &Kept, erratum: &Erratum) -> Html {
    let record = kept.press.record(erratum.record);
    let mut words = erratum.date.map_or_else(String::new, |date| format!(", {}", kept.press.time(date)));
    words.push_str(". ");
    if let Some(of) = crate::model::erratum::Erratum::of(record) {
        for (label, text) in
            [("what-was-wrong", of.wrong), ("how-it-came", of.cause), ("correction", of.correction)]
        {
            if let Some(text) = text {
                let text = kept.press.line(kept.place, erratum.record, text);
                let label = escaped(kept.press.words().say(label));
                words.push_str(&format!("<em>{label}</em> {} ", text.as_str()));
            }
        }
    }
    let href = kept.press.href(kept.place, erratum.record);
    words.push_str(&format!(
        "{}.",
        link(&href, &kept.press.words().fill("erratum-record", args![title = capital(&record.title)]))
    ));
    Html::new(&words)
}

/// Links of words that were kept: by the names of records.
struct Kept<'p, 's> {
    press: &'p Press<'s>,
    place: Place<'p>,
    /// The language of the words, where it is not the page's.
    signed: Option<String>,
}

impl Kept<'_, '_> {
    /// Words as blocks or as a line, as they need.
    fn words(&self, text: &str) -> Html {
        let made = markdown::field(text, self);
        match &self.signed {
            _ if made.trim().is_empty() => Html::new(&made),
            Some(language) if made.trim_start().starts_with('<') => {
                Html::new(&format!("<div lang=\"{language}\">\n{made}</div>\n"))
            }
            Some(language) => Html::new(&in_language(language, &made)),
            None => Html::new(&made),
        }
    }

    /// Words as a line.
    fn line(&self, text: &str) -> Html {
        let made = markdown::line(text, self);
        match &self.signed {
            Some(language) => Html::new(&in_language(language, &made)),
            None => Html::new(&made),
        }
    }
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
        let (id, addresses) = (RecordId::parse(name)?, &self.press.site.addresses);
        let id = match self.press.edition().index_of(&id) {
            Some(_) => id,
            None => self.press.record(addresses.renamed(&id)?).id.clone(),
        };
        let address = addresses.reference(self.press.edition(), &Ref { id, part })?;
        Some(self.place.href(&address))
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn action(&self, _: u32) -> Option<String> {
        None
    }

    fn words(&self) -> &Words {
        self.press.words()
    }

    fn reason<'w>(&'w self, key: &'w str) -> &'w str {
        reason(self.press.edition(), key)
    }

    fn table(&self, _: &Range<usize>) -> Option<String> {
        None
    }
}
