//! What `annals.yaml` says of an archive, with every default filled in.

use std::sync::Arc;

use super::access::Visibility;
use super::accessibility::Measured;

/// The configuration of an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The archive's title.
    pub title: String,
    /// A sentence or two on what it is, Markdown.
    pub summary: Option<String>,
    /// Where it will be published, ending in `/`; canonical links, feeds and the sitemap need it.
    pub base_url: Option<String>,
    /// Languages of the site, BCP 47, the main one first; never empty.
    pub languages: Vec<String>,
    /// The one of them that is spoken: the main one, but where a side in another language is made.
    pub language: String,
    /// What the settings say in the other languages, in the order written.
    pub translations: Vec<(String, Spoken)>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The licence's SPDX expression; nothing is assumed.
    pub licence: Option<String>,
    /// The theme's name.
    pub theme: String,
    /// Who may see what nobody marked.
    pub default_visibility: Visibility,
    /// The folders that hold records, in the order written; never empty.
    pub roots: Vec<Root>,
    /// The fields that readers can browse by.
    pub facets: Vec<Arc<str>>,
    /// The pairs of facets whose values have pages together; the usual ones where nothing is said.
    pub facet_pairs: Option<Vec<[Arc<str>; 2]>>,
    /// Records on a list page, at least 1.
    pub page_size: usize,
    /// Counts of participants below this are not given exactly.
    pub small_cell: u32,
    /// What is said of single collections, in the order written.
    pub collections: Vec<(Arc<str>, CollectionConfig)>,
    /// Reasons for redaction, key and words.
    pub redaction_reasons: Vec<(String, String)>,
    /// Initialisms and what they stand for, in the order written.
    pub glossary: Vec<(String, String)>,
    /// How reports are set.
    pub report: ReportConfig,
    /// What is said of the public edition.
    pub public: PublicConfig,
    /// What is said of the members' edition.
    pub members: MembersConfig,
    /// Which base of Airtable the records come from, and which of its fields may leave it.
    pub airtable: Option<AirtableConfig>,
    /// The file that says what a check of the pages for accessibility came to.
    pub accessibility: Option<String>,
    /// What it says.
    pub measured: Option<Arc<Measured>>,
}

/// What the settings say in another language; what is not said stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Spoken {
    /// The archive's title.
    pub title: Option<String>,
    /// What it is.
    pub summary: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Collections by their names: plural, singular, and the labels of fields.
    pub collections: Vec<(Arc<str>, Labels)>,
    /// Reasons for redaction, key and words.
    pub redaction_reasons: Vec<(String, String)>,
    /// Initialisms and what they stand for.
    pub glossary: Vec<(String, String)>,
}

/// What a collection is called in another language.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Labels {
    /// Its name in the plural.
    pub label: Option<String>,
    /// Its name in the singular.
    pub singular: Option<String>,
    /// Its fields, key and label.
    pub fields: Vec<(String, String)>,
}

/// A folder that holds records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its path from the archive's root, with `/` between its parts and none at its end.
    pub path: Arc<str>,
    /// Whether everybody can read its source, whatever the site hides.
    pub public_repository: bool,
    /// Whether it may be absent, as a private checkout is where the public site is built.
    pub optional: bool,
}

/// Which base of Airtable the records come from, and which of its fields may leave it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AirtableConfig {
    /// The base, as in `appABCdefGHI01234`.
    pub base: Option<String>,
    /// The collections that tables fill, in the order written.
    pub tables: Vec<(Arc<str>, AirtableTable)>,
}

/// What is said of one table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AirtableTable {
    /// The table's name or id in the base, where it is not the collection's name.
    pub table: Option<String>,
    /// The name or id of the view to which the records are limited.
    pub view: Option<String>,
    /// The table's fields, by name or id, and the keys that they become, in the order written; no
    /// key, and the field never leaves the base.
    pub fields: Vec<(Arc<str>, Option<Arc<str>>)>,
}

/// What is said of one collection.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CollectionConfig {
    /// Who may see its records where they say nothing.
    pub visibility: Option<Visibility>,
    /// Its name in the plural, for readers.
    pub label: Option<String>,
    /// Its name in the singular, for readers.
    pub singular: Option<String>,
    /// The template, in tera, of the sentence on each page.
    pub sentence: Option<String>,
    /// Keys to sort its records by, the first first; a leading `-` turns the order round.
    pub order: Vec<String>,
    /// What is said of single fields, in the order written.
    pub fields: Vec<(Arc<str>, FieldConfig)>,
}

/// What is said of one field.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FieldConfig {
    /// Its label for readers.
    pub label: Option<String>,
    /// Its type.
    pub kind: Option<super::schema::FieldType>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
}

/// What is said of the public edition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PublicConfig {
    /// The folder that is published, relative to the archive's; the members' edition is never put into
    /// it.
    pub output: Option<String>,
    /// Words that may be told whatever hidden records say.
    pub words: Vec<String>,
}

/// What is said of the members' edition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MembersConfig {
    /// Where it will be put, ending in `/`; never below the public address.
    pub base_url: Option<String>,
}

/// How reports are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportConfig {
    /// The citation style.
    pub style: String,
    /// Whether paragraphs are counted through the report or anew in each chapter.
    pub paragraphs: Paragraphs,
}

/// How paragraphs are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Paragraphs {
    /// Through the whole report.
    #[default]
    Continuous,
    /// Anew in each chapter.
    ByChapter,
}

impl Paragraphs {
    /// The way that is written so.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim() {
            "continuous" => Some(Paragraphs::Continuous),
            "by-chapter" => Some(Paragraphs::ByChapter),
            _ => None,
        }
    }
}

impl Config {
    /// A configuration with this title and a default for everything else.
    pub fn titled(title: impl Into<String>) -> Self {
        Config {
            title: title.into(),
            summary: None,
            base_url: None,
            languages: vec!["en".to_owned()],
            language: "en".to_owned(),
            translations: Vec::new(),
            publisher: None,
            licence: None,
            theme: "default".to_owned(),
            default_visibility: Visibility::Members,
            roots: vec![Root { path: "content".into(), public_repository: false, optional: true }],
            facets: Vec::new(),
            facet_pairs: None,
            page_size: 50,
            small_cell: 5,
            collections: Vec::new(),
            redaction_reasons: Vec::new(),
            glossary: Vec::new(),
            report: ReportConfig { style: "harvard".to_owned(), paragraphs: Paragraphs::default() },
            public: PublicConfig::default(),
            members: MembersConfig::default(),
            airtable: None,
            accessibility: None,
            measured: None,
        }
    }

    /// The main language.
    pub fn main_language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// Whether the main language is spoken.
    pub fn is_main(&self) -> bool {
        self.language == self.main_language()
    }

    /// Where the site in a language stands below the one in the main language: `cy/`, or nothing.
    pub fn folder_of(&self, language: &str) -> String {
        if language == self.main_language() { String::new() } else { format!("{language}/") }
    }

    /// Where the whole site will be published, whatever language is spoken.
    pub fn address(&self) -> Option<&str> {
        let url = self.base_url.as_deref()?;
        Some(url.strip_suffix(&*self.folder_of(&self.language)).unwrap_or(url))
    }

    /// The same settings with another language spoken.
    #[must_use]
    pub fn speaking(&self, language: &str) -> Self {
        let mut config = self.clone();
        let folder = config.folder_of(language);
        for url in [&mut config.base_url, &mut config.members.base_url].into_iter().flatten() {
            url.push_str(&folder);
        }
        language.clone_into(&mut config.language);
        let Some((_, said)) = self.translations.iter().find(|(known, _)| known == language) else {
            return config;
        };
        let Spoken { title, summary, publisher, collections: _, redaction_reasons, glossary } = said.clone();
        config.title = title.unwrap_or(config.title);
        config.summary = summary.or(config.summary);
        config.publisher = publisher.or(config.publisher);
        config.redaction_reasons = over(redaction_reasons, config.redaction_reasons);
        config.glossary = over(glossary, config.glossary);
        config
    }

    /// What a collection is called in the language that is spoken, where the settings say so.
    pub fn labels(&self, collection: &str) -> Option<&Labels> {
        let (_, said) = self.translations.iter().find(|(known, _)| *known == self.language)?;
        said.collections.iter().find(|(name, _)| &**name == collection).map(|(_, labels)| labels)
    }

    /// What is said of a collection, if anything.
    pub fn collection(&self, name: &str) -> Option<&CollectionConfig> {
        self.collections.iter().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }

    /// The folder of records that a file lies in.
    pub fn root_of(&self, file: &str) -> Option<&Root> {
        let within = |root: &&Root| file.strip_prefix(&*root.path).is_some_and(|rest| rest.starts_with('/'));
        self.roots.iter().filter(within).max_by_key(|root| root.path.len())
    }

    /// The folder for what belongs to a file: its own, but for what is not for everybody, which goes
    /// into no folder whose source everybody can read.
    pub fn folder_beside(&self, file: &str, closed: bool) -> Option<&Root> {
        let may_hold = |root: &&Root| !closed || !root.public_repository;
        self.root_of(file).filter(may_hold).or_else(|| self.roots.iter().find(may_hold))
    }

    /// Who may see the records of a collection that say nothing themselves.
    pub fn visibility_of(&self, collection: &str) -> Visibility {
        self.collection(collection)
            .and_then(|collection| collection.visibility)
            .unwrap_or(self.default_visibility)
    }
}

/// Pairs with other words where others are given.
fn over(others: Vec<(String, String)>, pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let other = |key: &str| others.iter().find(|(known, _)| known == key).map(|(_, words)| words.clone());
    pairs
        .into_iter()
        .map(|(key, words)| (other(&key).unwrap_or(words), key))
        .map(|(words, key)| (key, words))
        .collect()
}

/// The address of a site, with the stroke at its end.
///
/// # Errors
/// Something else, in a sentence.
pub fn site_address(written: &str) -> Result<String, String> {
    let url = written.trim();
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains([' ', '?', '#', '"', '<', '>'])) {
        return Err(format!("`{url}` is not the address of a site, as in `https://example.org/archive/`"));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}
