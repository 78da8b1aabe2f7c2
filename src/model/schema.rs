//! The collections of an archive and the fields of their records.
//!
//! One table serves reading, unknown-field reports, labels, CSV columns and `annals new`: what is
//! declared here (or in `annals.yaml`) is declared everywhere.

use std::fmt;
use std::sync::Arc;

use super::config::Config;
use super::words::Words;

/// Every collection that is declared, built-in ones first.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    collections: Vec<Collection>,
    /// The labels of the common fields, in their order.
    common: Vec<String>,
}

/// A collection and its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// The folder's name.
    pub name: Arc<str>,
    /// Its name in the plural, for readers.
    pub label: String,
    /// Its name in the singular, for readers.
    pub singular: String,
    /// Its fields beside the common ones, in the order in which they are shown.
    pub fields: Vec<FieldSpec>,
    /// Whether the program knows it; the fields of others are not checked against a list.
    pub built_in: bool,
}

/// A field by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The key as written, misspelt where the base misspells it (`takaway`, `lense`).
    pub key: Arc<str>,
    /// Its label for readers.
    pub label: String,
    /// Its type.
    pub kind: FieldType,
    /// A word of help for editors.
    pub help: &'static str,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// A line of plain text.
    Text,
    /// Text with Markdown in it.
    Markdown,
    /// A list of tags.
    Tag,
    /// A list of references; to the records of one collection where it is named.
    Link(Option<Arc<str>>),
    /// A year.
    Year,
    /// A date or an interval.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    Boolean,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A list of files.
    Attachment,
    /// A shape of its own, read into the record's `Kind`; the text names the shape.
    Shape(&'static str),
}

impl FieldType {
    /// The words that `annals.yaml` can have for a type.
    pub const WORDS: &'static [&'static str] = &[
        "text",
        "markdown",
        "tag",
        "link",
        "year",
        "date",
        "number",
        "boolean",
        "url",
        "email",
        "attachment",
    ];

    /// Reads the word in `annals.yaml`.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "text" => FieldType::Text,
            "markdown" => FieldType::Markdown,
            "tag" => FieldType::Tag,
            "link" => FieldType::Link(None),
            "year" => FieldType::Year,
            "date" => FieldType::Date,
            "number" => FieldType::Number,
            "boolean" => FieldType::Boolean,
            "url" => FieldType::Url,
            "email" => FieldType::Email,
            "attachment" => FieldType::Attachment,
            _ => return None,
        })
    }

    /// The type that a key's ending tells, by the archive's convention.
    pub fn by_convention(key: &str) -> Option<Self> {
        if key.ends_with("_tag") {
            Some(FieldType::Tag)
        } else if let Some(stem) = key.strip_suffix("_link") {
            Some(FieldType::Link(Some(link_collection(stem).into())))
        } else if key == "attachments" {
            Some(FieldType::Attachment)
        } else {
            None
        }
    }
}

impl fmt::Display for FieldType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            FieldType::Text => "text",
            FieldType::Markdown => "markdown",
            FieldType::Tag => "tag",
            FieldType::Link(_) => "link",
            FieldType::Year => "year",
            FieldType::Date => "date",
            FieldType::Number => "number",
            FieldType::Boolean => "boolean",
            FieldType::Url => "url",
            FieldType::Email => "email",
            FieldType::Attachment => "attachment",
            FieldType::Shape(shape) => shape,
        })
    }
}

/// The collection that a `<stem>_link` field leads to: `organisation` → `organisations`,
/// `primary_method` → `methods`, `country` → `locations`.
pub fn link_collection(stem: &str) -> String {
    let noun = stem.rsplit('_').next().unwrap_or(stem);
    match noun {
        "country" | "location" => "locations".to_owned(),
        noun if noun.ends_with('s') => noun.to_owned(),
        noun if noun.ends_with('y') => format!("{}ies", &noun[..noun.len() - 1]),
        noun => format!("{noun}s"),
    }
}

/// The keys that every record may have.
pub const COMMON: &[(&str, &str, &str)] = &[
    ("title", "Title", "what the record is called; the one field that must be there"),
    ("summary", "Summary", "one or two sentences"),
    ("visibility", "Visibility", "public, members or private"),
    ("embargo", "Embargo", "not published before this date"),
    ("released", "Released", "by, on, basis: why a once-confidential document may be public"),
    ("sign_off", "Sign-off", "list of who, on, for: words, or a list of the parts that are signed for"),
    ("redact", "Withheld", "list of field, reason: fields that the public sees a mark in place of"),
    ("participant", "Participant", "true, or group and known_as: the record is a participant's"),
    ("aliases", "Old addresses", "addresses that lead here"),
    ("updated", "Updated", "when its content last changed"),
    ("draft", "Draft", "true keeps it from the public; members see it, and their reports count an issue"),
    ("table", "Airtable table", "the table it came from"),
    ("airtable_id", "Airtable id", "its id in the base"),
    ("airtable_createdTime", "Made in Airtable", "when it was made in the base"),
];

impl Schema {
    /// The built-in collections and what `annals.yaml` adds to them.
    pub fn of(config: &Config) -> Self {
        let mut collections: Vec<Collection> = super::schema_table::BUILT_IN.iter().map(built_in).collect();
        for (name, said) in &config.collections {
            let at = match collections.iter().position(|known| known.name == *name) {
                Some(at) => at,
                None => {
                    collections.push(Collection::unknown(name));
                    collections.len() - 1
                }
            };
            collections[at].amend(said);
        }
        let common = COMMON.iter().map(|(_, label, _)| (*label).to_owned()).collect();
        Schema { collections, common }
    }

    /// The same with the names of a catalogue: where these are words of the main language, only in place
    /// of names that `annals.yaml` does not give.
    #[must_use]
    pub fn speaking(&self, config: &Config, words: &Words) -> Self {
        let primary = |language: &str| language.split('-').next().map(str::to_owned);
        let is_main = config.is_main() && primary(&config.language) == primary(words.language());
        let mut schema = self.clone();
        for collection in &mut schema.collections {
            let said = config.collection(&collection.name).filter(|_| is_main);
            let name = |group: &str| words.find(group, &collection.name).map(str::to_owned);
            if let (None, Some(label)) = (said.and_then(|said| said.label.as_ref()), name("collection")) {
                collection.label = label;
            }
            if let (None, Some(singular)) = (said.and_then(|said| said.singular.as_ref()), name("singular")) {
                collection.singular = singular;
            }
            let group = format!("field-{}", collection.name);
            for field in &mut collection.fields {
                let own = said.and_then(|said| said.fields.iter().find(|(key, _)| *key == field.key));
                let label = words.find(&group, &field.key).or_else(|| words.find("field", &field.key));
                if let (None, Some(label)) = (own.and_then(|(_, own)| own.label.as_ref()), label) {
                    label.clone_into(&mut field.label);
                }
            }
            collection.translate(config.labels(&collection.name));
        }
        schema.common = COMMON
            .iter()
            .map(|(key, label, _)| words.find("field", key).unwrap_or(label).to_owned())
            .collect();
        schema
    }

    /// Every declared collection, built-in ones first.
    pub fn collections(&self) -> &[Collection] {
        &self.collections
    }

    /// The collection of this name, if it is declared.
    pub fn collection(&self, name: &str) -> Option<&Collection> {
        self.collections.iter().find(|collection| &*collection.name == name)
    }

    /// The label of a collection, its own name in words where nobody declared it.
    pub fn label(&self, name: &str) -> String {
        self.collection(name).map_or_else(|| in_words(name), |collection| collection.label.clone())
    }

    /// The label of a field, its key in words where nobody declared it.
    pub fn field_label(&self, collection: &str, key: &str) -> String {
        self.collection(collection)
            .and_then(|collection| collection.field(key))
            .map(|field| field.label.clone())
            .or_else(|| {
                let at = COMMON.iter().position(|(name, ..)| *name == key)?;
                self.common.get(at).cloned()
            })
            .unwrap_or_else(|| in_words(key))
    }
}

impl Collection {
    /// A collection that nobody declared.
    pub fn unknown(name: &str) -> Self {
        let label = in_words(name);
        let singular = label.strip_suffix('s').unwrap_or(&label).to_owned();
        Collection { name: name.into(), label, singular, fields: Vec::new(), built_in: false }
    }

    /// The declaration of a field, if there is one.
    pub fn field(&self, key: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| &*field.key == key)
    }

    /// What `annals.yaml` says in the language that is spoken wins over a catalogue.
    fn translate(&mut self, labels: Option<&super::config::Labels>) {
        let Some(super::config::Labels { label, singular, fields }) = labels else { return };
        self.label = label.clone().unwrap_or(std::mem::take(&mut self.label));
        self.singular = singular.clone().unwrap_or(std::mem::take(&mut self.singular));
        for (key, label) in fields {
            if let Some(field) = self.fields.iter_mut().find(|field| *field.key == **key) {
                field.label.clone_from(label);
            }
        }
    }

    fn amend(&mut self, said: &super::config::CollectionConfig) {
        if let Some(label) = &said.label {
            self.label.clone_from(label);
        }
        if let Some(singular) = &said.singular {
            self.singular.clone_from(singular);
        }
        for (key, field) in &said.fields {
            let at = match self.fields.iter().position(|known| known.key == *key) {
                Some(at) => at,
                None => {
                    let kind = FieldType::by_convention(key).unwrap_or(FieldType::Text);
                    self.fields.push(FieldSpec {
                        key: Arc::clone(key),
                        label: in_words(key),
                        kind,
                        help: "",
                    });
                    self.fields.len() - 1
                }
            };
            if let Some(label) = &field.label {
                self.fields[at].label.clone_from(label);
            }
            if let Some(kind) = &field.kind {
                self.fields[at].kind = kind.clone();
            }
        }
    }
}

fn built_in(row: &super::schema_table::Row) -> Collection {
    let (name, label, singular, fields) = *row;
    let fields = fields
        .iter()
        .map(|(key, label, kind, help)| FieldSpec {
            key: (*key).into(),
            label: (*label).to_owned(),
            kind: FieldType::parse(kind)
                .or_else(|| kind.strip_prefix("link ").map(|to| FieldType::Link(Some(to.into()))))
                .unwrap_or(FieldType::Shape(kind)),
            help,
        })
        .collect();
    Collection {
        name: name.into(),
        label: label.to_owned(),
        singular: singular.to_owned(),
        fields,
        built_in: true,
    }
}

/// A key as words: `governance_issues_description` → `Governance issues description`.
pub fn in_words(key: &str) -> String {
    let stem = key.strip_suffix("_tag").or_else(|| key.strip_suffix("_link")).unwrap_or(key);
    let words = stem.replace(['_', '-', '.'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
