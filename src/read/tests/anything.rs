//! Whatever is written under whatever key: nothing panics, nothing is published by a slip, and every
//! fault has a place in its file.

use proptest::prelude::*;

use super::Folder;
use crate::model::access::Visibility;
use crate::model::config::Config;
use crate::model::schema::{COMMON, Schema};

const VALUES: &[&str] = &[
    "",
    "~",
    "''",
    "x",
    "'é – x'",
    "2018",
    "-7",
    "1.5e3",
    "99999999999999999999",
    "true",
    "2018-07-03",
    "2018-07/2019-07",
    "public",
    "[]",
    "[x, [y, {z: 1}], ~]",
    "{}",
    "{a: {b: [c]}, on: [], at: {x: y}, by: 1}",
    "[{on: 2018, at: x/y, evidence: {a: b}, positions: [x, {party: ~}]}, 3, ~]",
    "{on: [1, 2], visibility: {}, heading: resolved, count: -1, groups: x, names: [{}, 1]}",
    "'[''recAAAAAAAAAAAAAA'', \"'",
    "'[''recAAAAAAAAAAAAAA'']'",
    "'1-4000000000, 3-2, é-9'",
    "missing-item",
    "../../../etc/passwd",
    "'#'",
    "|\n  two\n  lines",
];

fn front() -> impl Strategy<Value = (String, String)> {
    let schema = Schema::of(&Config::titled("T"));
    let collections: Vec<(String, Vec<String>)> = schema
        .collections()
        .iter()
        .map(|collection| {
            let own = collection.fields.iter().map(|field| field.key.to_string());
            let common = COMMON.iter().map(|(key, ..)| (*key).to_owned());
            (
                collection.name.to_string(),
                own.chain(common).chain(["odd_tag".into(), "odd_link".into()]).collect(),
            )
        })
        .collect();
    prop::sample::select(collections).prop_flat_map(|(name, keys)| {
        let lines =
            prop::collection::btree_map(prop::sample::select(keys), prop::sample::select(VALUES), 0..9);
        lines.prop_map(move |lines| {
            let lines: String = lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
            (name.clone(), lines)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn is_read_or_told((collection, front) in front()) {
        let file = format!("content/{collection}/x.md");
        let read = Folder::new().file(&file, format!("---\n{front}---\n\nBody\n")).read();
        let lines = front.lines().count() + 4;
        for one in &read.diagnostics {
            prop_assert_eq!(&*one.file, &*file);
            prop_assert!((1..=lines).contains(&one.line), "{:?}", one);
            prop_assert!(one.column + one.width <= one.source.chars().count() + 2, "{:?}", one);
        }
        if let Some(record) = read.archive.records().first() {
            let said = front.contains("visibility: public\n");
            prop_assert!(said || record.access.visibility != Visibility::Public);
        }
    }

    #[test]
    fn any_bytes_are_read_or_told(bytes in prop::collection::vec(any::<u8>(), 0..60), front in "[ -~\n\r\té]{0,60}") {
        let mut file = format!("---\n{front}\n---\n").into_bytes();
        let read = Folder::new().file("content/cases/a.md", &bytes).file("content/cases/b.md", &file).read();
        prop_assert!(read.diagnostics.iter().all(|one| one.line > 0 && one.column > 0 && one.width > 0));
        file.extend(bytes);
        Folder::new().file("annals.yaml", file).read();
    }
}
