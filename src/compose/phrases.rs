//! What a list of backlinks is called on the page it stands on: a table of field and collection.
//!
//! Seen from the record that is referred to: on a workshop's page the issues whose `raised` names
//! it are “Issues raised here”.

use crate::model::schema::{Schema, in_words};

/// Field, collection of the records that refer, words. In the order in which groups of one
/// collection stand.
const PHRASES: &[(&str, &str, &str)] = &[
    ("raised", "issues", "Issues raised here"),
    ("at", "issues", "Issues discussed or updated here"),
    ("topic", "issues", "Issues on this topic"),
    ("actions", "issues", "Issues this was promised on"),
    ("related", "issues", "Issues that belong with it"),
    ("asserted_by", "issues", "Issues whose history rests on it"),
    ("evidence", "issues", "Evidence in issues"),
    ("workshop", "actions", "Actions of this workshop"),
    ("topic", "actions", "Actions on this topic"),
    ("responsible", "actions", "Actions it is responsible for"),
    ("artefact", "actions", "Actions it came from"),
    ("evidence", "actions", "Evidence in actions"),
    ("from_actions", "artefacts", "Artefacts from it"),
    ("topic", "artefacts", "Artefacts on this topic"),
    ("paper", "artefacts", "The artefact it is"),
    ("evidence", "artefacts", "Evidence in artefacts"),
    ("workshop", "papers", "Papers put to this workshop"),
    ("topics", "papers", "Papers on this topic"),
    ("supersedes", "papers", "Superseded by"),
    ("organisation_link", "papers", "Papers by this organisation"),
    ("papers", "workshops", "Workshops it was put to"),
    ("agenda", "workshops", "Workshops with it on the agenda"),
    ("topics", "workshops", "Workshops on this topic"),
    ("facilitator", "workshops", "Workshops it facilitated"),
    ("sources", "workshops", "Workshops it is a source for"),
    ("latest_document", "topics", "Topics whose latest document it is"),
    ("stimulus_paper", "topics", "Topics it started the discussion of"),
    ("organisations", "topics", "Topics that concern it"),
    ("repeats", "milestones", "Entries that repeat it word for word"),
    ("source", "milestones", "Timetable entries from it"),
    ("evidence", "milestones", "Evidence in the timetable"),
    ("topic", "interests", "Interests registered in this topic"),
    ("issues", "interests", "Interests that come to this issue"),
    ("source", "interests", "Interests registered in it"),
    ("topic_narratives", "reports", "Reports with a narrative on it"),
    ("previous", "reports", "The report after this one"),
    ("corrects", "errata", "Errata to it"),
    ("organisation_link", "cases", "Cases of this organisation"),
    ("location_link", "cases", "Cases in this place"),
    ("primary_method_link", "cases", "Cases with this as their primary method"),
    ("components_link", "cases", "The case it is part of"),
    ("sources_link", "cases", "Cases it is a source for"),
    ("case_link", "components", "Components of this case"),
    ("feeds_into", "components", "Components that feed into it"),
    ("country_link", "organisations", "Organisations in this country"),
    ("cases", "organisations", "Organisations that name this case"),
    ("methods_link", "sources", "Sources on this method"),
];

/// What the records of a collection that refer to a record by a field are called on its page.
pub fn backlinks(schema: &Schema, field: &str, collection: &str) -> String {
    if let Some((.., phrase)) = PHRASES.iter().find(|(key, from, _)| (*key, *from) == (field, collection)) {
        return (*phrase).to_owned();
    }
    let records = schema.label(collection);
    match field {
        "body" => format!("{records} that mention it"),
        "evidence" => format!("Evidence in {}", lower(&records)),
        _ if field.strip_suffix("_link").is_some() => format!("{records} linked to it"),
        _ => {
            let known = schema.collection(collection).and_then(|collection| collection.field(field));
            let label = known.map_or_else(|| in_words(field), |field| field.label.clone());
            format!("{records} that name it under “{label}”")
        }
    }
}

/// The place of a group among those of its collection; mentions in bodies last.
pub(super) fn place(field: &str, collection: &str) -> usize {
    match PHRASES.iter().position(|(key, from, _)| (*key, *from) == (field, collection)) {
        Some(place) => place,
        None if field == "body" => usize::MAX,
        None => PHRASES.len(),
    }
}

/// A label inside a sentence: its first letter small, unless the word is an initialism.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;
    use crate::model::schema::FieldType;

    #[test]
    fn every_group_has_words() {
        let schema = Schema::of(&Config::titled("T"));
        let words = |field, collection| backlinks(&schema, field, collection);
        assert_eq!(words("raised", "issues"), "Issues raised here");
        assert_eq!(words("body", "cases"), "Cases that mention it");
        assert_eq!(words("evidence", "open_letters"), "Evidence in open letters");
        assert_eq!(words("case_link", "letters"), "Letters linked to it");
        assert_eq!(words("signed_by", "letters"), "Letters that name it under “Signed by”");
        assert!(place("evidence", "issues") < place("unknown", "issues"));
        assert!(place("unknown", "issues") < place("body", "issues"));
    }

    #[test]
    fn the_table_names_fields_that_exist_and_each_once() {
        let schema = Schema::of(&Config::titled("T"));
        for (n, (field, collection, phrase)) in PHRASES.iter().enumerate() {
            assert_eq!(PHRASES.iter().position(|row| (row.0, row.1) == (*field, *collection)), Some(n));
            assert!(!phrase.is_empty());
            // Events are a shape inside `history`; their fields have no rows of their own.
            let in_event = *collection == "issues" && ["at", "asserted_by", "evidence"].contains(field);
            let declared = schema.collection(collection).and_then(|known| known.field(field));
            assert!(in_event || declared.is_some(), "{collection} have no {field}");
            let refers =
                declared.is_none_or(|field| matches!(field.kind, FieldType::Link(_) | FieldType::Shape(_)));
            assert!(refers, "{field} of {collection} refers to nothing");
        }
    }
}
