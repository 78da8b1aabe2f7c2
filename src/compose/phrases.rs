//! What a list of backlinks is called on the page it stands on: a table of field and collection.
//!
//! Seen from the record that is referred to: on a workshop's page the issues whose `raised` names
//! it are “Issues raised here”.

use crate::model::schema::{Schema, in_words};
use crate::model::words::Words;
use crate::model::words::args;

/// Field, collection of the records that refer, which name a message `links-<collection>-<field>`. In
/// the order in which groups of one collection stand.
const PHRASES: &[(&str, &str)] = &[
    ("raised", "issues"),
    ("at", "issues"),
    ("topic", "issues"),
    ("actions", "issues"),
    ("related", "issues"),
    ("asserted_by", "issues"),
    ("evidence", "issues"),
    ("workshop", "actions"),
    ("topic", "actions"),
    ("responsible", "actions"),
    ("artefact", "actions"),
    ("evidence", "actions"),
    ("from_actions", "artefacts"),
    ("topic", "artefacts"),
    ("paper", "artefacts"),
    ("evidence", "artefacts"),
    ("workshop", "papers"),
    ("topics", "papers"),
    ("supersedes", "papers"),
    ("organisation_link", "papers"),
    ("papers", "workshops"),
    ("agenda", "workshops"),
    ("topics", "workshops"),
    ("facilitator", "workshops"),
    ("sources", "workshops"),
    ("latest_document", "topics"),
    ("stimulus_paper", "topics"),
    ("organisations", "topics"),
    ("repeats", "milestones"),
    ("source", "milestones"),
    ("evidence", "milestones"),
    ("topic", "interests"),
    ("issues", "interests"),
    ("source", "interests"),
    ("topic_narratives", "reports"),
    ("previous", "reports"),
    ("corrects", "errata"),
    ("organisation_link", "cases"),
    ("location_link", "cases"),
    ("primary_method_link", "cases"),
    ("components_link", "cases"),
    ("sources_link", "cases"),
    ("case_link", "components"),
    ("feeds_into", "components"),
    ("country_link", "organisations"),
    ("cases", "organisations"),
    ("methods_link", "sources"),
];

/// What the records of a collection that refer to a record by a field are called on its page.
pub fn backlinks(schema: &Schema, words: &Words, field: &str, collection: &str) -> String {
    let key = format!("links-{collection}-{}", field.replace('_', "-"));
    if PHRASES.contains(&(field, collection)) && words.parts(&key).is_some() {
        return words.say(&key).to_owned();
    }
    let records = schema.label(collection);
    match field {
        "body" => words.fill("links-mention", args![records = records]),
        "evidence" => words.fill("links-evidence", args![records = lower(&records)]),
        _ if field.strip_suffix("_link").is_some() => words.fill("links-linked", args![records = records]),
        _ => {
            let known = schema.collection(collection).and_then(|collection| collection.field(field));
            let label = known.map_or_else(|| in_words(field), |field| field.label.clone());
            words.fill("links-named", args![records = records, field = label])
        }
    }
}

/// The place of a group among those of its collection; mentions in bodies last.
pub(super) fn place(field: &str, collection: &str) -> usize {
    match PHRASES.iter().position(|(key, from)| (*key, *from) == (field, collection)) {
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
        let english = crate::model::words::of_language("en");
        let words = |field, collection| backlinks(&schema, &english, field, collection);
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
        for (n, (field, collection)) in PHRASES.iter().enumerate() {
            assert_eq!(PHRASES.iter().position(|row| *row == (*field, *collection)), Some(n));
            let words = crate::model::words::of_language("cy");
            let key = format!("links-{collection}-{}", field.replace('_', "-"));
            assert!(words.parts(&key).is_some(), "{key}");
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
