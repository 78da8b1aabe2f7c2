//! `annals schema`: every good record fits the schema of its collection, and a misspelt field does not.
//!
//! A small validator of ours looks at what our schemas say (all but patterns); `tests/run` has a
//! complete one, in Python, look at the same records and at the schemas themselves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::Site;

/// What is wrong with a value by a schema, as paths; nothing where it fits.
fn faults(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(ways) = schema.get("anyOf").and_then(Value::as_array) {
        let each: Vec<_> = ways.iter().map(|way| faults(way, value, at)).collect();
        // The way that came furthest says most.
        let depth = |fault: &String| fault.split(": ").next().map_or(0, str::len);
        let best = each
            .into_iter()
            .min_by_key(|faults| (faults.len(), usize::MAX - faults.first().map_or(0, depth)));
        found.extend(best.unwrap_or_default());
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        found.push(format!("{at}: {value} is not one of {words:?}"));
    }
    if let Some(kind) = schema.get("type") {
        let kinds = kind.as_array().map_or_else(|| vec![kind], |kinds| kinds.iter().collect());
        if !kinds.iter().any(|kind| is_a(kind.as_str().unwrap(), value)) {
            found.push(format!("{at}: {value} is not {kind}"));
        }
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (n, value) in values.iter().enumerate() {
            found.extend(faults(items, value, &format!("{at}[{n}]")));
        }
    }
    if let Some(keys) = value.as_object() {
        for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !keys.contains_key(name.as_str().unwrap()) {
                found.push(format!("{at}: no {name}"));
            }
        }
        for (key, value) in keys {
            let at = format!("{at}.{key}");
            match (
                schema.get("properties").and_then(|known| known.get(key)),
                schema.get("additionalProperties"),
            ) {
                (Some(schema), _) => found.extend(faults(schema, value, &at)),
                (None, Some(Value::Bool(false))) => found.push(format!("{at}: not known")),
                (None, Some(schema @ Value::Object(_))) => found.extend(faults(schema, value, &at)),
                (None, _) => {}
            }
        }
    }
    found
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the validator knows no type {other}"),
    }
}

/// The schemas of an archive, by collection.
fn schemas(root: &Path) -> BTreeMap<String, Value> {
    let config = annals::read::settings(root).unwrap().0;
    let schema = annals::model::schema::Schema::of(&config);
    let files = annals::read::json_schema::files(&schema).into_iter();
    files.filter_map(|(name, value)| Some((name.strip_suffix(".schema.json")?.to_owned(), value))).collect()
}

/// The records of an archive: collection, file, front matter.
fn records(root: &Path) -> Vec<(String, PathBuf, Value)> {
    let mut records = Vec::new();
    for entry in walkdir::WalkDir::new(root.join("content")).sort_by_file_name() {
        let file = entry.unwrap().into_path();
        if file.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let Some(front) = text.trim_start_matches('\u{feff}').strip_prefix("---\n") else { continue };
        let front = front.split("\n---\n").next().unwrap();
        let collection = file.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        if let Ok(front) = serde_yaml::from_str::<Value>(front) {
            records.push((collection, file, front));
        }
    }
    records
}

/// What the schemas of an archive say against its own records and settings.
fn against(root: &Path) -> (usize, Vec<String>) {
    let schemas = schemas(root);
    let settings: Value =
        serde_yaml::from_str(&std::fs::read_to_string(root.join("annals.yaml")).unwrap()).unwrap();
    let mut found = faults(&schemas["annals.yaml"], &settings, "annals.yaml");
    let records = records(root);
    for (collection, file, front) in &records {
        let Some(schema) = schemas.get(collection) else { continue };
        let name = file.strip_prefix(root).unwrap().display().to_string();
        found.extend(faults(schema, front, &name));
    }
    (records.len(), found)
}

fn has_findings(root: &Path) -> bool {
    let today = jiff::civil::date(2020, 1, 1);
    let reading = annals::read::archive(root).unwrap();
    let severities = reading.findings.iter().map(|found| found.rule.severity);
    let checked = annals::check::run(&reading.archive, today);
    severities
        .chain(checked.iter().map(|found| found.rule.severity))
        .any(|severity| severity > annals::diag::Severity::Remark)
}

#[test]
fn every_good_record_fits_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (count, found) = against(root);
    assert!(count > 100, "only {count} records were looked at");
    assert_eq!(found, [""; 0]);
    assert_eq!(against(&root.join("starter")).1, [""; 0]);
    let mut good = 0;
    for entry in std::fs::read_dir(root.join("tests/rules")).unwrap() {
        let fixture = entry.unwrap().path().join("good");
        if !fixture.join("content").is_dir() || has_findings(&fixture) {
            continue;
        }
        good += 1;
        let (_, found) = against(&fixture);
        assert_eq!(found, [""; 0], "{}", fixture.display());
    }
    assert!(good > 50, "only {good} fixtures were looked at");
}

#[test]
fn a_misspelt_field_does_not_fit() {
    let site = Site::new();
    let schemas = schemas(site.root());
    let fits = |collection: &str, front: Value| faults(&schemas[collection], &front, collection);
    let event = json!({"on": "2018-12-05", "agreement": "agreed", "work": "done"});
    assert_eq!(fits("issues", json!({"title": "A", "topic": "b", "history": [event]})), [""; 0]);
    assert_eq!(fits("issues", json!({"title": "A", "topik": "b"})), ["issues.topik: not known"]);
    assert_eq!(fits("issues", json!({"topic": "b"})), ["issues: no \"title\""]);
    let event = json!({"on": "2018-12-05", "agrement": "agreed"});
    let found = fits("issues", json!({"title": "A", "history": [event]}));
    assert!(found.iter().any(|found| found.contains("agrement: not known")), "{found:?}");
    let event = json!({"on": "2018-12-05", "agreement": "agrees"});
    assert!(!fits("issues", json!({"title": "A", "history": [event]})).is_empty());
    assert!(!fits("papers", json!({"title": "A", "visibility": "pubic"})).is_empty());
    assert!(!fits("annals.yaml", json!({"title": "A", "base_urll": "x"})).is_empty());
    assert!(!fits("annals.yaml", json!({"title": "A", "collections": {"cases": {"lable": "x"}}})).is_empty());
}

#[test]
fn what_annals_yaml_declares_is_in_the_schema() {
    let site = Site::new().file(
        "annals.yaml",
        "title: Test\ncollections:\n  hearings: {label: Hearings, fields: {judge: {label: The judge, type: text}}}\n  cases: {fields: {docket: {type: number}}}\n",
    );
    let ran = site.run(&["schema", "hearings"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(schema["title"], "Hearings: front matter");
    assert_eq!(schema["properties"]["judge"]["description"], "The judge");
    assert!(schema["additionalProperties"].is_null(), "a collection of ones own may have more fields");
    let ran = site.run(&["schema", "cases"]);
    let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(schema["properties"]["docket"].is_object());
    assert_eq!(schema["additionalProperties"], false);
    let ran = site.run(&["schema"]);
    let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(schema["definitions"]["hearings"].is_object());
    let ran = site.run(&["schema", "hearing"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did you mean hearings?"), "{}", ran.stderr);
}

#[test]
fn what_annals_new_suggests_fits_the_schema() {
    let site = Site::new();
    let schemas = schemas(site.root());
    let built_in = annals::model::schema::Schema::of(&annals::model::config::Config::titled("x"));
    for collection in built_in.collections() {
        let ran = site.run(&["new", &collection.name, "A record"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let file = site.root().join(ran.stdout.trim());
        let text = std::fs::read_to_string(&file).unwrap();
        // Every suggestion taken up as it stands.
        let taken = text.replace("\n# Any record", "\n#Any record").replace("\n# ", "\n");
        let front = taken.split("---\n").nth(1).unwrap();
        let value: Value = serde_yaml::from_str(front).unwrap_or_else(|fault| panic!("{fault}\n{front}"));
        let keys = value.as_object().unwrap();
        for field in &collection.fields {
            assert!(keys.contains_key(&*field.key), "{}: nothing of {}", collection.name, field.key);
        }
        assert_eq!(faults(&schemas[&*collection.name], &value, &collection.name), [""; 0], "{front}");
        std::fs::write(&file, taken).unwrap();
    }
    // Nor does reading complain of a type, a word or a key: only of records that are not there.
    let ran = site.run(&["check", "--message-format", "json"]);
    for code in ["wrong_type", "unknown_word", "unknown_key", "incomplete", "bad_date", "bad_yaml"] {
        let told = ran.stderr.lines().find(|line| line.contains(&format!("\"{code}\"")));
        assert_eq!(told, None);
    }
}
