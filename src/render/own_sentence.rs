//! The sentence on a record as `annals.yaml` words it: a template of Tera for each collection.
//!
//! In: the settings, and records of an edition. Out: a line of plain text in place of the sentence that the program
//! makes of the fields; and a finding where a template is none, or names what no record of its collection has. It
//! is said in the main language alone: a translation has no words for it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error as _;
use std::sync::Arc;

use tera::{Context, Tera};

use super::markdown;
use super::press::Press;
use crate::audience::Edition;
use crate::audience::reads::{self, Reads};
use crate::compose::sentence;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::record::Record;
use crate::model::value::Value;

/// What is found.
pub static RULES: &[&Rule] = &[&BROKEN_SENTENCE];

static BROKEN_SENTENCE: Rule = Rule {
    code: "broken_sentence",
    severity: Severity::Error,
    summary: "the template of a sentence in `annals.yaml` that cannot be used",
    explanation: "\
`sentence` under a collection in `annals.yaml` is a template of Tera: words, `{{ key }}` for the value of a field, `{% if key %} … {% endif %}` for what is said only where there is a value. It can name `title`, `summary`, `date`, the fields that are declared for the collection, and those that one of its records has.

```yaml
collections:
  cases:
    sentence: \"{{ titel }} began in {{ start_year }}.\"   # title
```

```text
error[broken_sentence]: the sentence of `cases` cannot be made of cases/one: Variable `titel` is not defined
```

Mend the template. Without one the program words the sentence itself.
",
};

impl Press<'_> {
    /// The sentence on a record: as the settings word it, or else as its fields make it.
    pub(crate) fn sentence(&self, index: usize) -> Option<&str> {
        let made = || {
            let own = reads::apart(|| self.own.sentence(self.edition(), self.record(index)));
            match own {
                (Some(said), reads) => (said.ok().filter(|said| !said.is_empty()), reads),
                // The grammar of these sentences is English: in another language the facts below say the same.
                (None, _) if !self.words().is_english() => (None, Reads::default()),
                (None, _) => reads::apart(|| sentence::sentence(self.edition(), index)),
            }
        };
        let (sentence, reads) = self.sentences[index].get_or_init(made);
        reads.again();
        sentence.as_deref()
    }
}

/// The templates, ready for use.
#[derive(Debug, Default)]
pub(crate) struct Own {
    tera: Tera,
    /// By collection: the keys that a template can name, whether or not the record has a value.
    keys: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
}

impl Own {
    /// Those of an edition; what is no template is left out, as [`faults`] tells it.
    pub(crate) fn of(edition: &Edition) -> Self {
        let mut own = Own::default();
        if !edition.config().is_main() {
            return own;
        }
        for (collection, config) in &edition.config().collections {
            let Some(text) = &config.sentence else { continue };
            if own.tera.add_raw_template(collection, text).is_ok() {
                let schema = edition.schema().collection(collection);
                let declared = schema.into_iter().flat_map(|schema| &schema.fields);
                let declared = declared.map(|field| Arc::clone(&field.key));
                own.keys.insert(Arc::clone(collection), declared.collect());
            }
        }
        if !own.keys.is_empty() {
            // Which keys there are is a matter of the whole archive.
            reads::apart(|| own.gather(edition));
        }
        own
    }

    fn gather(&mut self, edition: &Edition) {
        for record in edition.records() {
            if let Some(keys) = self.keys.get_mut(record.id.collection()) {
                keys.extend(record.fields.iter().map(|field| Arc::clone(&field.key)));
            }
        }
    }

    /// The sentence on a record, where its collection has a template; why not, where that fails.
    pub(crate) fn sentence(&self, edition: &Edition, record: &Record) -> Option<Result<String, String>> {
        let collection = record.id.collection();
        let keys = self.keys.get(collection)?;
        let mut context = Context::new();
        keys.iter().for_each(|key| context.insert(key.to_string(), ""));
        for field in &record.fields {
            insert(&mut context, &field.key, &field.value, edition);
        }
        let words = edition.words();
        context.insert("title", &record.title);
        context.insert("summary", &record.summary.as_deref().map(markdown::words).unwrap_or_default());
        context.insert("date", &record.date().map(|date| words.date(date)).unwrap_or_default());
        let said = self.tera.render(collection, &context).map_err(|fault| told(&fault));
        Some(said.map(|said| said.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

/// What is wrong with the templates: of each the first record that it fails for.
pub fn faults(edition: &Edition) -> Vec<Finding> {
    let own = Own::of(edition);
    let mut findings = Vec::new();
    for (collection, config) in &edition.config().collections {
        let Some(text) = &config.sentence else { continue };
        let fails = |message: String| {
            let path = FieldPath::key("collections").then(Arc::clone(collection)).then("sentence");
            let help = "`annals rules broken_sentence` says what a template can name";
            Finding::new(&BROKEN_SENTENCE, &"annals.yaml".into(), Spot::Field(path), message).help(help)
        };
        if let Err(fault) = Tera::default().add_raw_template(collection, text) {
            findings.push(fails(format!("the sentence of `{collection}` is no template: {}", told(&fault))));
            continue;
        }
        let of = edition.records().iter().filter(|record| record.id.collection() == &**collection);
        let first = of.filter_map(|record| Some((record, own.sentence(edition, record)?.err()?))).next();
        findings.extend(first.map(|(record, why)| {
            fails(format!("the sentence of `{collection}` cannot be made of {}: {why}", record.id))
        }));
    }
    findings
}

/// A value as a template prints it, and asks whether there is one: words, or a number where it is one.
fn insert(context: &mut Context, key: &str, value: &Value, edition: &Edition) {
    let words = edition.words();
    let said = match value {
        Value::Year(year) => return context.insert(key.to_owned(), year),
        Value::Boolean(flag) => return context.insert(key.to_owned(), flag),
        Value::Number(number) => match number.parse::<i64>() {
            Ok(number) => return context.insert(key.to_owned(), &number),
            Err(_) => number.clone(),
        },
        Value::Text(text) | Value::Url(text) | Value::Email(text) => text.clone(),
        Value::Markdown(text) => markdown::words(text),
        Value::Tags(tags) => words.row(&tags.iter().map(|tag| tag.to_string()).collect::<Vec<_>>()),
        Value::Links(links) => {
            let titles = links.iter().filter_map(|link| Some(edition.get(&link.id)?.title.clone()));
            words.row(&titles.collect::<Vec<_>>())
        }
        Value::Date(date) => words.edtf(*date),
        Value::Attachments(files) => {
            words.row(&files.iter().map(|file| file.name.to_string()).collect::<Vec<_>>())
        }
        Value::Other(_) => return,
    };
    context.insert(key.to_owned(), &said);
}

/// What Tera says, in a line.
fn told(fault: &tera::Error) -> String {
    let mut deepest = fault.to_string();
    let mut under = fault.source();
    while let Some(fault) = under {
        deepest = fault.to_string();
        under = fault.source();
    }
    let line = deepest.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).trim_end_matches('.').to_owned()
}
