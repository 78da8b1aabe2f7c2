//! An empty record with the fields of its collection, as comments that say what each is for.
#![expect(clippy::disallowed_methods, reason = "import/ writes content")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use jiff::civil;

use crate::model::schema::{COMMON, FieldType, Schema};
use crate::model::text::slug;
use crate::read::Begun;
use crate::read::json_schema::words_of;

/// Writes `<collection>/<slug>.md` into a folder of records, given from the root; the slug is the title's, with the day before it in
/// collections of meetings.
///
/// # Errors
/// A collection's name that is not one word of lower-case letters, digits and hyphens, a record
/// that is there already, a fault of the disk.
pub fn write(
    root: &Path,
    records: &str,
    schema: &Schema,
    collection: &str,
    title: &str,
    today: civil::Date,
) -> Result<PathBuf> {
    if slug(collection) != collection {
        bail!("{collection} cannot be a collection's name: try {}", slug(collection));
    }
    let stem = if collection == "workshops" { format!("{today}-{}", slug(title)) } else { slug(title) };
    if records != "content" && !root.join(records).is_dir() {
        bail!("{records} is not there: make it, or check it out, and try again");
    }
    let folder = root.join(records).join(collection);
    let file = folder.join(format!("{stem}.md"));
    if file.exists() {
        bail!("{} is there already: choose another title, or edit that record", file.display());
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(&file, text(schema, collection, title, today))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// Writes the file in which a translation begins beside its original.
///
/// # Errors
/// A translation that is there already, a fault of the disk.
pub fn translation(root: &Path, begun: &Begun, language: &str) -> Result<PathBuf> {
    let stem = begun.original.strip_suffix(".md").unwrap_or(&begun.original);
    let file = root.join(format!("{stem}.{language}.md"));
    if file.exists() {
        bail!("{} is there already: edit it", file.display());
    }
    fs::write(&file, &begun.text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// The record's text: what must be there as fields, the rest as comments.
fn text(schema: &Schema, collection: &str, title: &str, today: civil::Date) -> String {
    let mut text = format!("---\ntitle: {}\nupdated: {today}\n", quoted(title));
    let own = schema.collection(collection);
    for field in own.iter().flat_map(|collection| &collection.fields) {
        let help = if field.help.is_empty() { &field.label } else { field.help };
        let example = example(collection, &field.key, &field.kind);
        let _ = writeln!(text, "# {}:{example}  # {help}", field.key);
    }
    text.push_str("#\n# Any record may also have:\n");
    for (key, _, help) in COMMON.iter().filter(|(key, ..)| !matches!(*key, "title" | "updated")) {
        let _ = writeln!(text, "# {key}:{}  # {help}", common_example(key));
    }
    text.push_str("---\n\n");
    text
}

/// A title as a YAML scalar that can hold anything.
fn quoted(title: &str) -> String {
    format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\t'], " "))
}

/// A value as an example, with a blank before it; what is left blank says nothing.
fn example(collection: &str, key: &str, kind: &FieldType) -> String {
    if let Some(word) = words_of(collection, key, kind).first() {
        return format!(" {word}");
    }
    let example = match kind {
        FieldType::Tag => "[first, second]",
        FieldType::Link(_) => "[slug]",
        FieldType::Year => "2018",
        FieldType::Date => "2018-07-03",
        FieldType::Number => "24",
        FieldType::Boolean => "true",
        FieldType::Url => "https://example.org/",
        FieldType::Attachment => "[report.pdf]",
        FieldType::Shape(shape) => shape_example(shape),
        FieldType::Text | FieldType::Markdown | FieldType::Email => "",
    };
    if example.is_empty() { String::new() } else { format!(" {example}") }
}

fn shape_example(shape: &str) -> &'static str {
    match shape.split_once(' ').map_or(shape, |(word, _)| word) {
        "day" => "2018-07-03",
        "interval" => "2018-07/2019-07",
        "count" => "1",
        "texts" => "[first, second]",
        "reference" => "slug",
        "references" if shape == "references" => "[workshops/slug#p-1]",
        "references" | "documents" => "[slug]",
        "log_references" => "[1, 36]",
        "numbers" => "2, 3, 54-67",
        "parties" => "[Home Office, organisations/slug]",
        "raised" => "{at: workshops/slug, on: 2018-07-03}",
        "events" => {
            "[{on: 2018-07-03, at: workshops/slug, discussed: true, agreement: none-yet, work: no-evidence, evidence: [workshops/slug#p-1]}]"
        }
        "editorial" => "{heading: resolved, reason: why, by: which editor, on: 2019-07-31}",
        "states" => "[{state: open, on: 2018-07-03}]",
        "replies" => "[{party: Home Office, asked: 2019-08-01}]",
        "agenda" => "[Introductions, {time: \"10:30\", item: Custody images, papers: [slug]}]",
        "participants" => "{count: 24, groups: [{group: Civil society organisations, count: 12}]}",
        "discussions" => "[{on: 2019-09, note: Draft to be seen, announced: 2019-07-11}]",
        "announcements" => "[{on: 2019-09, announced: 2019-07-11}]",
        "put_off" => "[{due: 2019-10, until: 2019-09-30}]",
        "dated_words" => "[{text: How far it has got, on: 2019-07-11}]",
        "editors" => "[{name: A. Editor, affiliation: University of Somewhere}]",
        "narratives" => "{slug: The words of the editors}",
        "counts" => "{resolved: 3, outstanding: 5}",
        _ => "",
    }
}

fn common_example(key: &str) -> &'static str {
    match key {
        "visibility" => " members",
        "embargo" => " 2019-07-31",
        "released" => " {by: who, on: 2019-03-01, basis: why it may be public}",
        "sign_off" => " [{who: who, on: 2019-03-01, for: [body]}]",
        "redact" => " [{field: summary, reason: a key of redaction_reasons}]",
        "participant" => " {group: Civil society organisations}",
        "aliases" => " [cases/old-name.html]",
        "draft" => " true",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;

    #[test]
    fn starts_a_record_with_its_fields_explained() {
        let root = tempfile::tempdir().unwrap();
        let schema = Schema::of(&Config::titled("Test"));
        let today = civil::date(2026, 11, 22);
        let file = write(root.path(), "content", &schema, "issues", "Who may \"search\"?", today).unwrap();
        assert_eq!(file, root.path().join("content/issues/who-may-search.md"));
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("---\ntitle: \"Who may \\\"search\\\"?\"\nupdated: 2026-11-22\n"), "{text}");
        assert!(text.contains("# topic:"), "{text}");
        let again = write(root.path(), "content", &schema, "issues", "Who may search", today).unwrap_err();
        assert!(again.to_string().contains("is there already"), "{again}");
    }

    #[test]
    fn refuses_what_cannot_be_a_collection() {
        let root = tempfile::tempdir().unwrap();
        let schema = Schema::of(&Config::titled("Test"));
        for name in ["../etc", "My Things", "", "/tmp"] {
            assert!(
                write(root.path(), "content", &schema, name, "x", civil::date(2026, 1, 1)).is_err(),
                "{name}"
            );
        }
    }
}
