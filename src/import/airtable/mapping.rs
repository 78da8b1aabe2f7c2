//! Fields of a table → keys of records, as `annals.yaml` says.
//!
//! In: what is said of the table, and the schema. Out: for each field the key it becomes, what that
//! key holds and its place in the record, or that the field stays in the base. Of a table of which
//! `annals.yaml` says nothing, only fields that are called like a declared field are taken.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::table::Table;
use crate::model::config::AirtableTable;
use crate::model::schema::{COMMON, Collection, FieldType};

/// The fields of a table.
#[derive(Debug)]
pub struct Mapping {
    fields: BTreeMap<Arc<str>, Mapped>,
}

/// What becomes of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mapped {
    /// It becomes a key.
    To(Target),
    /// It never leaves the base.
    Kept,
    /// Nobody said.
    Unmapped,
}

/// The key that a field becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The key; `body` is the text below the front matter.
    pub key: Arc<str>,
    /// What it holds.
    pub want: Want,
    /// Its place among the keys of the record.
    pub rank: usize,
}

/// What a key holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// Text.
    Text,
    /// A list of texts.
    List,
    /// References, to records of one collection where it is named.
    Links {
        /// The collection.
        to: Option<Arc<str>>,
        /// Whether one is asked for.
        one: bool,
        /// Whether words may stand in place of a reference.
        or_words: bool,
    },
    /// A date.
    Day,
    /// A number.
    Number,
    /// Yes or no.
    Boolean,
    /// Files.
    Files,
    /// Anything.
    Any,
}

impl Mapping {
    /// The mapping of the fields that a table has.
    pub fn of(table: &Table, said: Option<&AirtableTable>, collection: Option<&Collection>) -> Self {
        let mut fields = BTreeMap::new();
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            if !fields.contains_key(&cell.field) {
                let mapped = mapped(table, said, collection, &cell.field);
                fields.insert(Arc::clone(&cell.field), mapped);
            }
        }
        Mapping { fields }
    }

    /// What becomes of a field.
    pub fn get(&self, field: &str) -> &Mapped {
        self.fields.get(field).unwrap_or(&Mapped::Unmapped)
    }

    /// The field that becomes a key.
    pub fn field_of(&self, key: &str) -> Option<&Arc<str>> {
        self.fields.iter().find_map(|(field, mapped)| match mapped {
            Mapped::To(target) if &*target.key == key => Some(field),
            _ => None,
        })
    }

    /// Two fields that become one key, and the key, if there are such.
    pub fn twice(&self) -> Option<(&str, &str, &str)> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        self.fields.iter().find_map(|(field, mapped)| match mapped {
            Mapped::To(target) => {
                seen.insert(&target.key, field).map(|other| (other, &**field, &*target.key))
            }
            _ => None,
        })
    }
}

fn mapped(
    table: &Table,
    said: Option<&AirtableTable>,
    collection: Option<&Collection>,
    field: &str,
) -> Mapped {
    let key = match said {
        Some(said) => {
            let name = table.names.iter().find(|(id, _)| **id == *field).map(|(_, name)| name);
            let is_meant = |written: &Arc<str>| **written == *field || name == Some(written);
            match said.fields.iter().position(|(written, _)| is_meant(written)) {
                Some(at) => said.fields[at].1.clone().map(|key| (key, 2_000 + at)),
                None => return Mapped::Unmapped,
            }
        }
        None => match key_called(collection, field) {
            Some(key) => Some((key, 2_000)),
            None => return Mapped::Unmapped,
        },
    };
    match key {
        Some((key, last)) => {
            let rank = rank(collection, &key).unwrap_or(last);
            Mapped::To(Target { want: want(collection, &key), key, rank })
        }
        None => Mapped::Kept,
    }
}

/// The declared key that a field is called like, by key or label.
fn key_called(collection: Option<&Collection>, field: &str) -> Option<Arc<str>> {
    let name = field.trim();
    if name.eq_ignore_ascii_case("name") {
        return Some("title".into());
    }
    let alike = |a: &str| a.eq_ignore_ascii_case(name) || a.replace('_', " ").eq_ignore_ascii_case(name);
    let own = collection.iter().flat_map(|collection| &collection.fields);
    let own = own.map(|spec| (&*spec.key, &*spec.label)).find(|(key, label)| alike(key) || alike(label));
    // Who may see a record, and on whose word, is never taken from a field that only sounds like it.
    let harmless =
        COMMON.iter().filter(|(key, ..)| matches!(*key, "title" | "summary") || key.starts_with("airtable_"));
    let common =
        || harmless.map(|(key, label, _)| (*key, *label)).find(|(key, label)| alike(key) || alike(label));
    let key = own.or_else(common).map(|(key, _)| key.into());
    key.or_else(|| FieldType::by_convention(name).map(|_| name.into()))
}

fn rank(collection: Option<&Collection>, key: &str) -> Option<usize> {
    let common = COMMON.iter().position(|(common, ..)| *common == key);
    let own = || Some(1_000 + collection?.fields.iter().position(|spec| *spec.key == *key)?);
    common.or_else(own)
}

fn want(collection: Option<&Collection>, key: &str) -> Want {
    let declared = collection.and_then(|collection| collection.field(key)).map(|spec| spec.kind.clone());
    match declared.or_else(|| FieldType::by_convention(key)) {
        Some(kind) => want_of(&kind),
        None => match key {
            "title" | "summary" | "visibility" | "body" | "airtable_id" | "airtable_createdTime" => {
                Want::Text
            }
            "embargo" | "updated" => Want::Day,
            "aliases" => Want::List,
            "draft" => Want::Boolean,
            _ => Want::Any,
        },
    }
}

fn want_of(kind: &FieldType) -> Want {
    match kind {
        FieldType::Text | FieldType::Markdown | FieldType::Url | FieldType::Email => Want::Text,
        FieldType::Tag => Want::List,
        FieldType::Link(to) => Want::Links { to: to.clone(), one: false, or_words: false },
        FieldType::Date => Want::Day,
        FieldType::Year | FieldType::Number => Want::Number,
        FieldType::Boolean => Want::Boolean,
        FieldType::Attachment => Want::Files,
        FieldType::Shape(shape) => {
            let mut words = shape.split(' ');
            let (first, to) = (words.next().unwrap_or_default(), words.next().map(Into::into));
            match first {
                "reference" => Want::Links { to, one: true, or_words: false },
                "references" => Want::Links { to, one: false, or_words: false },
                "documents" | "log_references" => Want::Links { to, one: false, or_words: true },
                "words" | "status" | "state" | "interval" | "numbers" => Want::Text,
                "count" => Want::Number,
                "day" => Want::Day,
                "texts" | "parties" => Want::List,
                _ => Want::Any,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{Cell, Form, Row};
    use super::*;
    use crate::model::config::Config;
    use crate::model::schema::Schema;

    fn table(collection: &str, fields: &[&str]) -> Table {
        let cells = fields.iter().map(|field| Cell { field: (*field).into(), value: 1.into(), at: 0 });
        Table {
            collection: collection.into(),
            file: "x".into(),
            source: "x".into(),
            form: Form::Json,
            text: None,
            names: vec![("fldABC".into(), "Short text".into())],
            rows: vec![Row { id: None, created: None, cells: cells.collect(), at: 0 }],
        }
    }

    fn keys(said: Option<&AirtableTable>, fields: &[&str]) -> Vec<String> {
        let schema = Schema::of(&Config::titled("Test"));
        let mapping = Mapping::of(&table("cases", fields), said, schema.collection("cases"));
        fields
            .iter()
            .map(|field| match mapping.get(field) {
                Mapped::To(target) => target.key.to_string(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn takes_only_what_is_mapped() {
        let fields = [("Name", Some("title")), ("Short text", Some("summary")), ("Notes (Internal)", None)];
        let fields = fields.map(|(field, key)| (field.into(), key.map(Into::into)));
        let said = AirtableTable { fields: fields.to_vec(), ..AirtableTable::default() };
        let found = keys(Some(&said), &["Name", "fldABC", "Notes (Internal)", "lense"]);
        assert_eq!(found, ["title", "summary", "Kept", "Unmapped"]);
    }

    #[test]
    fn takes_declared_names_where_nothing_is_said() {
        let found =
            keys(None, &["Name", "start_year", "Start year", "Takeaway", "Visibility", "E-mail", "new_tag"]);
        assert_eq!(
            found,
            ["title", "start_year", "start_year", "takaway", "Unmapped", "Unmapped", "new_tag"]
        );
    }
}
