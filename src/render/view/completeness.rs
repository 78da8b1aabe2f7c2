//! How complete records are: the standard fields and sections that each has and lacks.
//!
//! In: the schema of a collection, and what a record of the edition fills in. Out: a line for the
//! record's page, and the page on which editors see what is still to be filled in. What an audience may
//! not see counts as not filled in, as it does everywhere in its edition.

use serde::Serialize;

use super::super::data;
use super::super::html::Html;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::Entry;
use crate::model::kinds::Kind;
use crate::model::schema::FieldSpec;
use crate::model::sections;
use crate::model::words::args;

/// What a record has and lacks, in words.
#[derive(Debug, Serialize)]
pub(super) struct Completeness {
    /// Both counts in words, as in `5 of 9 fields`.
    words: String,
    /// The labels of the fields that are not filled in.
    fields: Vec<String>,
    /// The standard sections that its body has not.
    sections: Vec<String>,
}

/// What a record lacks.
struct Gaps<'s> {
    fields: Vec<&'s FieldSpec>,
    all_fields: usize,
    /// The standard sections, where it has to have them.
    sections: Option<Vec<&'static str>>,
}

/// How many records of a collection the page for editors names.
const MOST: usize = 100;

#[derive(Debug, Serialize)]
struct View {
    lede: String,
    contents: Vec<Entry>,
    chapters: Vec<Chapter>,
}

#[derive(Debug, Serialize)]
struct Chapter {
    anchor: String,
    label: String,
    /// What is said above the table.
    caption: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    title: Html,
    has: String,
    lacks: String,
}

impl Completeness {
    /// What a record has and lacks; `None` where nothing is standard for it.
    pub(super) fn of(press: &Press, index: usize) -> Option<Self> {
        Some(Gaps::of(press, index)?.told(press))
    }

    fn lacks(&self) -> String {
        let mut all: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        all.extend(self.sections.iter().map(String::as_str));
        if all.is_empty() { "–".to_owned() } else { all.join(" · ") }
    }
}

impl<'s> Gaps<'s> {
    fn of(press: &Press<'s>, index: usize) -> Option<Self> {
        let record = press.record(index);
        if matches!(record.kind, Kind::Page { .. }) {
            return None;
        }
        let collection = record.id.collection();
        let schema = press.site.edition.schema().collection(collection)?;
        if schema.fields.is_empty() {
            return None;
        }
        let filled = data::filled(press, index);
        let is_filled = |field: &FieldSpec| filled.iter().any(|key| *key == *field.key);
        // What was promised at a workshop was promised on its day.
        let told = matches!(&record.kind, Kind::Action(action) if action.workshop.is_some());
        // What stands as it was promised has had no other state, and was not put off.
        let is_asked = |field: &&FieldSpec| match &*field.key {
            "raised" => !told,
            "earlier" => !matches!(collection, "actions" | "milestones"),
            _ => true,
        };
        let asked = || schema.fields.iter().filter(is_asked);
        let has_sections = collection == "cases" && record.source.own_file;
        Some(Gaps {
            fields: asked().filter(|field| !is_filled(field)).collect(),
            all_fields: asked().count(),
            sections: has_sections.then(|| sections::lacking(record.body.outline())),
        })
    }

    fn count(&self) -> usize {
        self.fields.len() + self.sections.as_ref().map_or(0, Vec::len)
    }

    /// The same in words.
    fn told(&self, press: &Press) -> Completeness {
        let has = self.all_fields - self.fields.len();
        let mut words = press.words().fill("fields-of", args![has = has, count = self.all_fields]);
        if let Some(lacking) = &self.sections {
            words.push_str(", ");
            let args = args![has = sections::ALL - lacking.len(), count = sections::ALL];
            words.push_str(&press.words().fill("sections-of", args));
        }
        let sections = self.sections.iter().flatten().map(|name| section(press, name)).collect();
        Completeness {
            words,
            fields: self.fields.iter().map(|field| field.label.clone()).collect(),
            sections,
        }
    }
}

/// The name of a standard section.
fn section(press: &Press, name: &str) -> String {
    let key = name.replace([',', '&'], "").split_whitespace().collect::<Vec<_>>().join("-");
    press.words().find("section", &key).unwrap_or(name).to_owned()
}

/// The page on which editors see what is still to be filled in, the least complete records first.
pub(crate) fn page(press: &Press, place: Place) -> anyhow::Result<String> {
    let mut chapters = Vec::new();
    for listing in &press.site.listings {
        let mut found: Vec<(usize, Gaps)> = listing
            .records
            .iter()
            .filter_map(|index| Some((*index, Gaps::of(press, *index)?)))
            .filter(|(_, gaps)| gaps.count() > 0)
            .collect();
        if found.is_empty() {
            continue;
        }
        found.sort_by_key(|(_, gaps)| std::cmp::Reverse(gaps.count()));
        let (all, lacking) = (listing.records.len(), found.len());
        found.truncate(MOST);
        let mut caption = press.words().fill("records-lacking", args![lacking = lacking, count = all]);
        if lacking > MOST {
            caption.push_str(&press.words().fill("lacking-most", args![count = MOST]));
        }
        chapters.push(Chapter {
            anchor: listing.collection.to_string(),
            label: listing.label.clone(),
            caption,
            rows: found
                .into_iter()
                .map(|(index, gaps)| (index, gaps.told(press)))
                .map(|(index, found)| Row {
                    id: press.record(index).id.as_str().to_owned(),
                    title: Html::new(&press.link(place, index)),
                    lacks: found.lacks(),
                    has: found.words,
                })
                .collect(),
        });
    }
    let entry = |chapter: &Chapter| Entry {
        words: chapter.label.clone(),
        anchor: chapter.anchor.clone(),
        under: Vec::new(),
    };
    let view = View {
        lede: press.words().say("completeness-lede").to_owned(),
        contents: chapters.iter().map(entry).collect(),
        chapters,
    };
    let sheet = Sheet {
        title: press.words().say("completeness"),
        description: Some(press.words().say("completeness-describe")),
        section: "",
        crumbs: &[(press.words().say("data"), "data/index.html".to_owned())],
        of: None,
    };
    press.print(place, &sheet, "completeness.html", &view)
}
