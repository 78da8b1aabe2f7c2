//! Records that were exported from the base as Markdown before → sheets, as they are.
//!
//! In: a file with front matter, as the base's first exporter wrote them. Out: the same text, below
//! the name it has in the archive. Nothing in it is changed but a byte order mark, line ends and a
//! missing end of the last line: its oddities are for reading to understand and for `check` to report.

use std::path::Path;

use serde_yaml::{Mapping, Value};

use super::existing::Existing;
use super::text::{Text, unreadable};
use crate::diag::Finding;
use crate::import::ledger::Origin;
use crate::import::writer::Sheet;
use crate::model::id::RecordId;
use crate::model::text::slug;

/// Whether a text is an exported record: front matter that says where in Airtable it came from.
pub fn is_record(text: &str) -> bool {
    let front = front(text).map(|(front, _)| front);
    front.is_some_and(|front| {
        let has = |key: &str| front.lines().any(|line| line.starts_with(key));
        has("title:") && (has("airtable_id:") || has("table:"))
    })
}

/// The record in a file; its collection is the one asked for, else that of its `table`, else its folder.
///
/// # Errors
/// The finding that says what the file lacks.
pub fn sheet(
    text: &Text,
    path: &Path,
    collection: Option<&str>,
    existing: &Existing,
) -> Result<Sheet, Finding> {
    let fault = |at, message: String| unreadable(&text.file, at, message);
    let Some((front, _)) = front(text.as_str()) else {
        return Err(fault(
            (1, 1),
            "no record: front matter starts with `---` on the first line and ends with another".into(),
        ));
    };
    let fields: Mapping = serde_yaml::from_str(front).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |at| (at.line() + 1, at.column().max(1)));
        fault((line, column), format!("the front matter is not YAML: {error}"))
    })?;
    let field =
        |key: &str| fields.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let table = collection.map(str::to_owned).or_else(|| field("table").map(slug)).or(folder);
    let Some(table) = table else {
        let help = "name its collection with --collection";
        return Err(fault((1, 1), "a record of no table".to_owned()).help(help));
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_markdown = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    let known = field("airtable_id").and_then(|id| existing.by_airtable_id.get(id));
    let id = match (known, field("title")) {
        (Some(known), _) if known.collection() == table => known.clone(),
        // Other records of the export link to this one by the name of its file.
        _ if is_markdown && slug(&stem) == stem => RecordId::new(&table, &stem),
        (_, Some(title)) => RecordId::new(&table, &slug(title)),
        (_, None) => return Err(fault((1, 1), "a record without a title".to_owned())),
    };
    let mut whole = text.as_str().to_owned();
    if !whole.ends_with('\n') {
        whole.push('\n');
    }
    let source = path.file_name().map_or_else(|| text.file.to_string(), |name| name.to_string_lossy().into());
    Ok(Sheet::of(id, whole, Origin::table(source)))
}

/// Front matter, and what is below it.
pub(crate) fn front(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n")?;
    let end = if rest.starts_with("---\n") {
        0
    } else {
        rest.find("\n---\n").map(|at| at + 1).or_else(|| Some(rest.strip_suffix("\n---")?.len() + 1))?
    };
    Some((rest.get(..end)?, rest.get(end + 3..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "---\nairtable_id: recAAAAAAAAAAAAAA\nlense: 'x'\nfeeds_into: '[''recBBBBBBBBBBBBBB'']'\nstart_year: '2018'\ntable: cases\ntitle: A Case\nversion: 1.10\n---\n\n# Heading\nBody \nlast line";

    fn read(path: &str, text: &str) -> Result<Sheet, String> {
        let text = Text::of(&path.into(), text.into()).unwrap();
        sheet(&text, Path::new(path), None, &Existing::default())
            .map_err(|fault| format!("{:?} {}", fault.spot, fault.message))
    }

    #[test]
    fn brings_a_record_over_as_it_is() {
        assert!(is_record(RECORD));
        let sheet = read("export/cases/a-case-2018.md", RECORD).unwrap();
        assert_eq!((sheet.id.as_str(), &*sheet.origin.source), ("cases/a-case-2018", "a-case-2018.md"));
        assert_eq!(sheet.text, format!("{RECORD}\n"));
        assert_eq!(read("seeds/000_d21.txt", RECORD).unwrap().id.as_str(), "cases/a-case");
        let crlf = format!("\u{feff}{}", RECORD.replace('\n', "\r\n"));
        assert_eq!(read("x/a-case.md", &crlf).unwrap().text, format!("{RECORD}\n"));
    }

    #[test]
    fn says_what_a_file_lacks() {
        assert!(!is_record("# Notes\n") && !is_record("---\ntitle: x\n---\n"));
        assert_eq!(
            read("cases/a.md", "---\ntitle: x\ntable: [\n---\n").unwrap_err().split(':').next().unwrap(),
            "Line(4, 1) the front matter is not YAML"
        );
        assert!(read("cases/a.md", "title: x\n").unwrap_err().contains("no record"));
        assert!(read("cases/1.txt", "---\ntable: cases\n---\n").unwrap_err().contains("without a title"));
    }
}
