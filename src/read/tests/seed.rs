//! The real export, where it is at hand.

use std::path::Path;

use super::Folder;
use crate::model::record::Unresolved;
use crate::model::value::Value;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads what is to be read")]
fn the_exported_case_is_read_without_loss() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared/seeds", "../../shared/seeds"].into_iter().find_map(|place| {
        let files = std::fs::read_dir(here.join(place)).ok()?;
        files.flatten().find(|file| file.file_name().to_string_lossy().starts_with("000_"))
    });
    let Some(seed) = found else {
        println!("skipped: the seeds are not at hand");
        return;
    };
    let read = Folder::new().file("content/cases/leds.md", std::fs::read(seed.path()).unwrap()).read();
    assert_eq!(read.said(), "");
    let record = read.get("cases/leds");
    assert_eq!(record.airtable.as_ref().unwrap().id.as_deref(), Some("recsAOQKc05UmHlSY"));
    assert!(record.fields.iter().all(|field| field.declared));
    assert_eq!(record.field("start_year"), Some(&Value::Year(2018)));
    assert!(record.field("takaway").is_some() && record.field("lense").is_some());
    let Some(Value::Attachments(files)) = record.field("attachments") else { panic!() };
    assert!(files[0].file.is_none() && files[0].name.ends_with("May 2020 FINAL.pdf"));
    // Nothing that it links to is in this folder, and one link was never resolved by the exporter.
    assert_eq!(record.dangling.len(), 6);
    assert_eq!(record.dangling.iter().filter(|one| one.why == Unresolved::MissingItem).count(), 1);
    assert!(record.body.text().starts_with("# Problem and purpose\n"));
    assert_eq!(record.body.outline().headings.len(), 7);
}
