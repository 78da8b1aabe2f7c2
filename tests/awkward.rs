//! Values that nobody expected, in every file that is published: each is read back by a parser of its
//! format, holds the values as they were written, and nothing that a browser or a spreadsheet would run.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::pages::faults;
use crate::searching::awkward_site;

/// The archive of awkward facet values, and a record of each value alone, which is its title too.
fn files() -> (std::collections::BTreeMap<String, Vec<u8>>, Vec<String>) {
    let (mut site, values) = awkward_site();
    for (n, value) in values.iter().enumerate() {
        let written = serde_json::to_string(value).unwrap();
        let front = format!("title: {written}\ntheme_tag: [{written}]\nupdated: 2020-01-{:02}", n + 1);
        site = site.record(&format!("cases/alone-{n}"), &front, "Text.");
    }
    (site.build().files(), values)
}

fn strings<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(entries) => entries.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

#[test]
fn every_file_reads_back_whatever_the_values() {
    let (files, values) = files();
    // HTML: whole, with every link leading somewhere, and no value as markup.
    let wrong = faults(&files);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut read = BTreeSet::new();
    for (path, bytes) in &files {
        let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
        let format = path.rsplit('.').next().unwrap();
        match format {
            "html" => {
                for markup in ["<script>alert", "<b>bold"] {
                    assert!(!text.contains(markup), "{path} has {markup}");
                }
                for json in text.split("<script type=\"application/ld+json\">").skip(1) {
                    let json = json.split("</script>").next().unwrap();
                    serde_json::from_str::<Value>(json).unwrap_or_else(|fault| panic!("{path}: {fault}"));
                }
            }
            "json" => {
                serde_json::from_str::<Value>(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
            }
            "cff" => {
                serde_yaml::from_str::<serde_yaml::Value>(&text)
                    .unwrap_or_else(|fault| panic!("{path}: {fault}"));
            }
            "xml" => xml(path, &text),
            "csv" => {
                let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
                for row in table.records() {
                    // A spreadsheet takes a cell that begins so for a formula.
                    for cell in row.unwrap_or_else(|fault| panic!("{path}: {fault}")).iter() {
                        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{path}: {cell:?}");
                    }
                }
            }
            "txt" if path.starts_with("search/by-") => {
                assert!(text.lines().all(|line| line.matches('\t').count() == 2), "{path}:\n{text}");
            }
            "txt" if path.starts_with("search/cards-") => {
                assert!(text.lines().all(|line| line.matches('\t').count() == 5), "{path}:\n{text}");
            }
            _ => continue,
        }
        read.insert(format.to_owned());
    }
    assert_eq!(Vec::from_iter(read), ["cff", "csv", "html", "json", "txt", "xml"]);
    // The values stand in the data as they were written; a tab is a space.
    let values: Vec<String> = values.iter().map(|value| value.replace('\t', " ")).collect();
    let archive: Value = serde_json::from_slice(&files["data/archive.json"]).unwrap();
    let mut found = BTreeSet::new();
    strings(&archive, &mut found);
    for value in &values {
        assert!(found.contains(&**value), "{value:?} is not in archive.json");
    }
    let mut table = csv::Reader::from_reader(&*files["data/cases.csv"]);
    let cells: BTreeSet<String> =
        table.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    for value in &values {
        // An apostrophe keeps a formula from being one.
        let as_text = if value.starts_with('=') { format!("'{value}") } else { value.clone() };
        assert!(cells.contains(&as_text), "{value:?} is not in cases.csv");
    }
}

/// Reads XML to its end, with what its entities stand for.
fn xml(path: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{path}: {fault}")) {
            quick_xml::events::Event::Eof => return,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                let name = tag.name();
                assert!(
                    name.as_ref()
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-')),
                    "{path}"
                );
                assert!(tag.attributes().all(|attribute| attribute.is_ok()), "{path}");
            }
            _ => {}
        }
    }
}
