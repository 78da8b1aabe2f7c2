//! `annals.yaml` → `Config`, every key of it looked at.
//!
//! In: the settings as YAML. Out: settings with every default filled in, and findings: a setting that
//! is misspelt would have no effect without a word, so it is an error. Nothing is read from disk.

use std::sync::Arc;

use super::faults;
use super::lower::VISIBILITIES;
use super::messy;
use super::notes::Notes;
use super::standards;
use super::walk::is_good_name;
use super::yaml::Node;
use crate::diag::{FieldPath, Rule, Spot};
use crate::model::access::Visibility;
use crate::model::config::{
    AirtableConfig, AirtableTable, CollectionConfig, Config, FieldConfig, Paragraphs,
};
use crate::model::schema::FieldType;

/// Understands the settings.
pub(super) fn config(node: Node, notes: &mut Notes) -> Config {
    let mut all = Settings::new(node, FieldPath::default(), notes);
    let mut config = Config::titled(all.text("title").unwrap_or_default());
    if config.title.is_empty() {
        all.fault(&faults::MISSING_TITLE, "title", "the archive has no title".to_owned());
        config.title = "Untitled archive".to_owned();
    }
    config.summary = all.text("summary");
    config.base_url = standards::base_url(&mut all);
    if let Some(languages) = standards::languages(&mut all) {
        config.language.clone_from(&languages[0]);
        config.languages = languages;
    }
    config.publisher = all.text("publisher");
    config.licence = standards::licence(&mut all);
    if let Some(theme) = all.text("theme") {
        match is_good_name(&theme) {
            true => config.theme = theme,
            false => {
                all.fault(&faults::BAD_NAME, "theme", format!("`{theme}` cannot be the name of a theme"))
            }
        }
    }
    if let Some(visibility) = all.visibility("default_visibility") {
        config.default_visibility = visibility;
    }
    match super::roots::roots(&mut all) {
        Some(roots) => config.roots = roots,
        // Without it a site without a record would take the place of the one that is live.
        None => config.roots.iter_mut().for_each(|root| root.optional = false),
    }
    config.facets = all.texts("facets").unwrap_or_default().into_iter().map(Into::into).collect();
    config.facet_pairs = facet_pairs(&mut all);
    match all.count("page_size") {
        Some(0) => {
            all.fault(&faults::WRONG_TYPE, "page_size", "a page has at least one record on it".to_owned())
        }
        Some(size) => config.page_size = size as usize,
        None => {}
    }
    all.map("participants", &["small_cell"], |participants| {
        config.small_cell = participants.count("small_cell").unwrap_or(config.small_cell);
    });
    config.collections = collections(&mut all);
    config.airtable = airtable(&mut all);
    config.accessibility = all.text("accessibility");
    config.redaction_reasons = all.pairs("redaction_reasons");
    config.glossary = all.pairs("glossary");
    all.map("report", &["style", "paragraphs"], |report| {
        config.report.style = report.text("style").unwrap_or(config.report.style.clone());
        let words = ["continuous", "by-chapter"];
        config.report.paragraphs = report.word("paragraphs", &words, Paragraphs::parse).unwrap_or_default();
    });
    all.map("public", &["base_url", "output", "words"], |public| {
        config.public.output = public.text("output");
        config.public.words = public.texts("words").unwrap_or_default();
        // The same as at the top level, for those who set both editions side by side.
        config.base_url = standards::base_url(public).or(config.base_url.take());
    });
    config.translations = super::spoken::spoken(&mut all, &config.languages);
    all.map("members", &["base_url"], |members| config.members.base_url = standards::base_url(members));
    all.unknown(KEYS);
    config
}

/// The keys of the settings.
pub(super) const KEYS: &[&str] = &[
    "title",
    "summary",
    "base_url",
    "languages",
    "publisher",
    "licence",
    "theme",
    "default_visibility",
    "content",
    "facets",
    "facet_pairs",
    "page_size",
    "participants",
    "collections",
    "airtable",
    "accessibility",
    "redaction_reasons",
    "glossary",
    "report",
    "public",
    "members",
    "translations",
];

fn facet_pairs(all: &mut Settings<'_>) -> Option<Vec<[Arc<str>; 2]>> {
    let mut pairs = Vec::new();
    // An empty list says that there are to be none.
    if all.entries.iter().any(|(key, value)| key == "facet_pairs" && *value == Node::List(Vec::new())) {
        all.take("facet_pairs");
        return Some(pairs);
    }
    for (n, item) in all.take("facet_pairs")?.into_items().into_iter().enumerate() {
        let names: Option<Vec<String>> = match &item {
            Node::List(names) => names.iter().map(Node::as_text).collect(),
            _ => None,
        };
        match names.as_deref() {
            Some([one, two]) if one != two => pairs.push([one.as_str().into(), two.as_str().into()]),
            _ => all.notes.wrong_type(
                &all.path("facet_pairs").at(n),
                &item,
                "two different facets, as in `[topic, heading]`",
            ),
        }
    }
    Some(pairs)
}

fn collections(all: &mut Settings<'_>) -> Vec<(Arc<str>, CollectionConfig)> {
    let mut collections = Vec::new();
    const KEYS: &[&str] = &["visibility", "label", "singular", "sentence", "order", "fields"];
    all.each("collections", KEYS, |name, said| {
        if !is_good_name(name) {
            let message = format!("`{name}` cannot be the name of a collection");
            said.notes.fault(&faults::BAD_NAME, &said.at, message);
        }
        let collection = CollectionConfig {
            visibility: said.visibility("visibility"),
            label: said.text("label"),
            singular: said.text("singular"),
            sentence: said.text("sentence"),
            order: said.texts("order").unwrap_or_default(),
            fields: fields(said),
        };
        collections.push((name.into(), collection));
    });
    collections
}

fn fields(said: &mut Settings<'_>) -> Vec<(Arc<str>, FieldConfig)> {
    let mut fields = Vec::new();
    said.each("fields", &["label", "type", "visibility"], |key, field| {
        let kind = field.word("type", FieldType::WORDS, |word| FieldType::parse(word.trim()));
        // What `_link` says of the collection it leads to is kept where only `link` is declared.
        let kind = match (kind, FieldType::by_convention(key)) {
            (Some(FieldType::Link(None)), Some(link @ FieldType::Link(_))) => Some(link),
            (kind, _) => kind,
        };
        let (label, visibility) = (field.text("label"), field.visibility("visibility"));
        fields.push((key.into(), FieldConfig { label, kind, visibility }));
    });
    fields
}

fn airtable(all: &mut Settings<'_>) -> Option<AirtableConfig> {
    let mut said = None;
    all.map("airtable", &["base", "tables"], |airtable| {
        let mut config = AirtableConfig { base: airtable.text("base"), tables: Vec::new() };
        if let Some(base) = &config.base
            && !(base.starts_with("app") && base.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            let message = format!("`{base}` is not the id of a base, which starts with `app`");
            airtable.fault(&faults::WRONG_TYPE, "base", message);
        }
        airtable.each("tables", &["table", "view", "fields"], |name, table| {
            if !is_good_name(name) {
                let message = format!("`{name}` cannot be the name of a collection");
                table.notes.fault(&faults::BAD_NAME, &table.at, message);
            }
            let fields = table.pairs("fields").into_iter().map(|(field, key)| {
                // Blank: the field never leaves the base.
                let key = key.trim();
                (Arc::from(field), (!key.is_empty()).then(|| key.into()))
            });
            let fields = fields.collect();
            config.tables.push((
                name.into(),
                AirtableTable { table: table.text("table"), view: table.text("view"), fields },
            ));
        });
        said = Some(config);
    });
    said
}

/// A map of settings and where it stands.
pub(super) struct Settings<'n> {
    entries: Vec<(String, Node)>,
    taken: Vec<&'static str>,
    pub(super) at: FieldPath,
    pub(super) notes: &'n mut Notes,
}

impl<'n> Settings<'n> {
    fn new(node: Node, at: FieldPath, notes: &'n mut Notes) -> Self {
        let entries = match node {
            Node::Map(entries) => entries,
            Node::Null => Vec::new(),
            other => {
                notes.fault(
                    &faults::WRONG_TYPE,
                    &at,
                    format!("{} where settings are asked for", other.in_words()),
                );
                Vec::new()
            }
        };
        Settings { entries, taken: Vec::new(), at, notes }
    }

    /// Settings in a list: one item of it.
    pub(super) fn item(&mut self, node: Node, at: FieldPath) -> Settings<'_> {
        Settings::new(node, at, self.notes)
    }

    /// The path of a key of these settings.
    pub(super) fn path(&self, key: &str) -> FieldPath {
        self.at.clone().then(key)
    }

    /// Notes that a value is not what its key asks for, with what to do.
    pub(super) fn fault_help(&mut self, key: &str, message: String, help: String) {
        self.notes.fault_help(&faults::WRONG_TYPE, &self.path(key), message, help);
    }

    /// Notes a fault in the value of a key.
    pub(super) fn fault(&mut self, rule: &'static Rule, key: &str, message: String) {
        self.notes.fault(rule, &self.path(key), message);
    }

    /// Takes the value of a key.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.taken.push(key);
        let (_, value) = self.entries.iter_mut().find(|(name, _)| name == key)?;
        let value = std::mem::replace(value, Node::Null);
        (!value.is_nothing()).then_some(value)
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        let text = value.as_text();
        if text.is_none() {
            self.notes.wrong_type(&self.path(key), &value, "text");
        }
        text
    }

    /// Yes or no; `None` where nothing is said.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key)?;
        let flag = value.as_text().and_then(|text| messy::boolean(&text));
        if flag.is_none() {
            self.notes.wrong_type(&self.path(key), &value, "yes or no (`true` or `false`)");
        }
        flag
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        for (n, item) in self.take(key)?.into_items().iter().enumerate() {
            match item.as_text() {
                Some(text) => texts.push(text),
                None => self.notes.wrong_type(&self.path(key).at(n), item, "text"),
            }
        }
        Some(texts)
    }

    fn count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.take(key)?;
        let count =
            value.as_text().and_then(|text| messy::integer(&text)).and_then(|n| u32::try_from(n).ok());
        if count.is_none() {
            self.notes.wrong_type(&self.path(key), &value, "a whole number from 0");
        }
        count
    }

    fn word<T>(
        &mut self,
        key: &'static str,
        words: &[&str],
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key)?;
        self.notes.word(&self.path(key), &text, words, parse)
    }

    /// A visibility; one that is not understood closes, and so does one that says nothing.
    fn visibility(&mut self, key: &'static str) -> Option<Visibility> {
        let is_said = self.entries.iter().any(|(name, _)| name == key);
        let value = self.take(key).or(is_said.then_some(Node::Null))?;
        let said = match value.as_text() {
            Some(text) => self.notes.word(&self.path(key), &text, VISIBILITIES, Visibility::parse),
            None => {
                self.notes.wrong_type(&self.path(key), &value, "a word");
                None
            }
        };
        Some(said.unwrap_or(Visibility::Private))
    }

    /// The settings under a key.
    fn map(&mut self, key: &'static str, keys: &[&str], read: impl FnOnce(&mut Settings<'_>)) {
        let Some(value) = self.take(key) else { return };
        let mut below = Settings::new(value, self.path(key), self.notes);
        read(&mut below);
        below.unknown(keys);
    }

    /// The settings under each name under a key.
    pub(super) fn each(
        &mut self,
        key: &'static str,
        keys: &[&str],
        mut read: impl FnMut(&str, &mut Settings<'_>),
    ) {
        let Some(value) = self.take(key) else { return };
        let path = self.path(key);
        let names = Settings::new(value, path.clone(), self.notes).entries;
        for (name, value) in names {
            let mut below = Settings::new(value, path.clone().then(name.as_str()), self.notes);
            read(&name, &mut below);
            below.unknown(keys);
        }
    }

    /// A map of words and what they stand for, in the order written.
    pub(super) fn pairs(&mut self, key: &'static str) -> Vec<(String, String)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let path = self.path(key);
        let mut pairs = Vec::new();
        for (name, value) in Settings::new(value, path.clone(), self.notes).entries {
            match value.as_text() {
                Some(text) => pairs.push((name, text)),
                // Nothing may be meant, as for a column that is left out.
                None if value.is_nothing() => pairs.push((name, String::new())),
                None => self.notes.wrong_type(&path.clone().then(name), &value, "text"),
            }
        }
        pairs
    }

    /// Notes every key that nobody asked for.
    pub(super) fn unknown(&mut self, keys: &[&str]) {
        for (name, _) in &self.entries {
            if !self.taken.contains(&name.as_str()) {
                self.notes.unknown_key(&faults::UNKNOWN_SETTING, self.at.clone().then(name.as_str()), keys);
            }
        }
    }
}

/// The path of the settings, relative to the root.
pub(super) const FILE: &str = "annals.yaml";

/// Reads the settings from their text.
pub(super) fn read(text: &str, notes: &mut Notes) -> Config {
    if let Some(at) = super::conflict::first_in_front(text) {
        notes.findings.push(super::conflict::finding(&notes.file, Spot::Byte(at)));
        return Config::titled("Untitled archive");
    }
    match super::yaml::parse(text, 0) {
        Ok(parsed) => {
            super::records::repeated(&parsed.repeated, 0, notes);
            notes.findings.extend(super::cut::findings(text, &notes.file, 0));
            config(parsed.node, notes)
        }
        Err(fault) => {
            notes.findings.push(fault.finding(&notes.file, 0));
            Config::titled("Untitled archive")
        }
    }
}
