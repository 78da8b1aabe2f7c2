//! What a write-up holds → drafts of records: the workshop and, for an editor to judge, its key
//! questions as issues.
//!
//! Issues bear `draft: true`: a note of a meeting words them in passing, and which of them are one
//! issue is not for a program to say. An issue is only `raised`; whether it was discussed is not
//! said by a list of themes, so no history is written. Its topic is set where the archive has one
//! of that name.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::inline::unmarked;
use super::super::meeting::Meeting;
use super::areas::Areas;
use crate::import::Draft;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::text::slug;

/// The workshop's record.
pub(super) fn workshop(meeting: &Meeting, title: &str, body: String) -> Draft {
    let mut front = Mapping::new();
    front.insert("title".into(), title.into());
    if let Some(number) = meeting.number {
        front.insert("number".into(), number.into());
    }
    if let Some(date) = meeting.date {
        front.insert("date".into(), date.to_string().into());
    }
    front.insert("status".into(), "held".into());
    Draft { id: RecordId::new("workshops", &meeting.slug(title)), front_matter: front, body }
}

/// An issue for each key question.
pub(super) fn issues(
    areas: &Areas,
    workshop: &RecordId,
    meeting: &Meeting,
    known: &[Arc<Record>],
) -> Vec<Draft> {
    let mut taken = BTreeSet::new();
    let mut drafts = Vec::new();
    for (area, question) in &areas.questions {
        let text = unmarked(question);
        let title = title(area, &text);
        let id = RecordId::new("issues", &free(&short_slug(&title), &mut taken));
        let mut front = Mapping::new();
        front.insert("title".into(), title.clone().into());
        let topic = topic(area, &text, areas).map_or_else(|| unmarked(area), |topic| unmarked(topic));
        if let Some(record) = known_topic(&topic, known) {
            front.insert("topic".into(), record.id.slug().into());
        }
        let mut raised = Mapping::new();
        raised.insert("at".into(), workshop.as_str().into());
        if let Some(date) = meeting.date {
            raised.insert("on".into(), date.to_string().into());
        }
        front.insert("raised".into(), Value::Mapping(raised));
        front.insert("draft".into(), true.into());
        let words = if text == title { String::new() } else { format!("{text}\n\n") };
        let body =
            if topic.is_empty() { words } else { format!("{words}Raised under the heading {topic}.\n") };
        drafts.push(Draft { id, front_matter: front, body });
    }
    drafts
}

/// The first question or sentence; one of a word or two is given its area.
fn title(area: &str, text: &str) -> String {
    let end = text.find(['?', '.', ';']).map_or(text.len(), |at| {
        let mark = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        if mark == '?' { at + 1 } else { at }
    });
    let first = text.get(..end).unwrap_or(text).trim();
    // `e.g. this` and `2.5 metres` end no sentence.
    let first = if first.chars().count() < 4 { text.trim_end_matches('.') } else { first };
    let few = first.split_whitespace().count() < 3;
    if few && !area.is_empty() { format!("{}: {first}", unmarked(area)) } else { first.to_owned() }
}

/// The topic of this name that the archive has.
pub(crate) fn known_topic<'r>(name: &str, known: &'r [Arc<Record>]) -> Option<&'r Arc<Record>> {
    let wanted = slug(name);
    let is_it = |record: &&Arc<Record>| {
        let Kind::Topic(topic) = &record.kind else { return false };
        let short = topic.short_title.as_deref().unwrap_or_default();
        [record.id.slug(), &record.title, short].iter().any(|name| !name.is_empty() && slug(name) == wanted)
    };
    known.iter().find(is_it)
}

/// The area a question belongs to: the area it stands under if that is listed, else the listed area
/// whose name it starts with.
fn topic<'a>(area: &str, text: &str, areas: &'a Areas) -> Option<&'a String> {
    let same = |listed: &&String| slug(&unmarked(listed)) == slug(area);
    let named = |listed: &&String| {
        let (text, name) = (text.to_lowercase(), unmarked(listed).to_lowercase());
        text.strip_prefix(&name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    areas.listed.iter().find(same).or_else(|| areas.listed.iter().find(named))
}

/// A slug of whole words, at most 60 letters.
pub(crate) fn short_slug(title: &str) -> String {
    let slug = slug(title);
    if slug.len() <= 60 {
        return slug;
    }
    let cut = slug.get(..60).unwrap_or(&slug);
    cut.rsplit_once('-').map_or(cut, |(whole, _)| whole).to_owned()
}

/// A slug that nobody has yet in this document.
pub(crate) fn free(slug: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = slug.to_owned();
    let mut n = 2;
    while !taken.insert(name.clone()) {
        name = format!("{slug}-{n}");
        n += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_issues_by_their_first_question() {
        assert_eq!(title("Lamps", "Light who lights them? And why?"), "Light who lights them?");
        assert_eq!(title("Lamps", "Oil."), "Lamps: Oil");
        assert_eq!(title("", "Oil."), "Oil");
    }

    #[test]
    fn finds_the_topic_of_a_question_under_other_issues() {
        let areas = Areas { listed: vec!["Lamps".into(), "Public wells".into()], ..Areas::default() };
        assert_eq!(topic("lamps", "x", &areas).map(String::as_str), Some("Lamps"));
        assert_eq!(
            topic("Other issues", "Public wells who digs them?", &areas).map(String::as_str),
            Some("Public wells")
        );
        assert_eq!(topic("Other issues", "Public wellsprings", &areas), None);
    }
}
