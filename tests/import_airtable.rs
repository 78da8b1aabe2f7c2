//! Importing what Airtable exports, and what Annals itself exported.

use std::fs;

use crate::harness::{Ran, Site};

const CASES: &str = r#"{"records": [
  {"id": "recONEAAAAAAAAAAA", "createdTime": "2022-09-02T10:39:45.000Z", "fields": {
    "Name": "One", "summary": "A short word.", "organisation_link": ["recHOMEAAAAAAAAAA", "recGONEAAAAAAAAAA"],
    "theme_tag": ["Health", "Water"], "start_year": 2018, "Phone": "020"}}
]}"#;
const ORGANISATIONS: &str = r#"[{"id": "recHOMEAAAAAAAAAA", "fields": {"Name": "Home Office"}}]"#;

fn tables() -> Site {
    Site::new().file("export/cases.json", CASES).file("export/organisations.json", ORGANISATIONS)
}

fn text(site: &Site, path: &str) -> String {
    fs::read_to_string(site.root().join(path)).unwrap()
}

fn told(ran: &Ran) -> &str {
    ran.stdout.trim_end()
}

#[test]
fn a_folder_of_tables_becomes_linked_records() {
    let site = tables();
    let ran = site.run(&["import", "export", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("--- /dev/null\n+++ b/content/cases/one.md\n"), "{}", ran.stdout);
    assert!(
        !site.root().join("content").exists() && !site.root().join(".annals").exists(),
        "a dry run wrote"
    );
    let ran = site.run(&["--message-format", "short", "import", "export"]);
    assert_eq!(
        (ran.status, told(&ran)),
        (0, "2 new, 0 changed, 0 removed, 0 as they were, 0 left as edited by hand")
    );
    insta::assert_snapshot!(ran.stderr, @r"
    export/cases.json:3:69: warning[unresolved_link] no record in organisations is known as `recGONEAAAAAAAAAA` (in `organisation_link` of `One` (recONEAAAAAAAAAAA))
    export/cases.json:4:68: warning[unmapped_field] the field `Phone` is not mapped, so it was not written (1 records have it)
    ");
    insta::assert_snapshot!(text(&site, "content/cases/one.md"), @r"
    ---
    title: One
    table: cases
    airtable_id: recONEAAAAAAAAAAA
    airtable_createdTime: 2022-09-02T10:39:45.000Z
    summary: A short word.
    start_year: 2018
    organisation_link:
    - home-office
    - recGONEAAAAAAAAAA
    theme_tag:
    - Health
    - Water
    ---
    ");
    assert!(told(&site.run(&["import", "export"])).starts_with("0 new, 0 changed"), "a second import wrote");
    assert!(
        site.run(&["check"]).stderr.contains("recGONEAAAAAAAAAA"),
        "a link that leads nowhere is not reported"
    );
}

#[test]
fn an_edit_by_hand_outlives_an_import() {
    let site = tables();
    site.run(&["import", "export"]);
    site.write("content/cases/one.md", "---\ntitle: Mine\nairtable_id: recONEAAAAAAAAAAA\n---\n");
    let ran = site.run(&["import", "export"]);
    assert_eq!(
        (ran.status, ran.stderr.contains("edited_by_hand")),
        (0, false),
        "nothing is new to take over: {}",
        ran.stderr
    );
    site.write("export/cases.json", CASES.replace("A short word.", "Another word."));
    let ran = site.run(&["import", "export"]);
    assert!(
        ran.stderr.contains("[edited_by_hand]") && ran.stderr.contains("+summary: Another word."),
        "{}",
        ran.stderr
    );
    assert!(text(&site, "content/cases/one.md").contains("Mine"));
    assert_eq!(site.run(&["import", "export", "--force"]).status, 0);
    assert!(text(&site, "content/cases/one.md").contains("Another word."));
}

#[test]
fn a_grid_view_is_known_by_its_name() {
    let csv = "\u{feff}Name,Organisations,theme_tag,start_year\r\n\"One, two\",\"Home Office,Nobody\",\"Health,\"\"Water, air\"\"\",2018\r\n";
    let site = Site::new().file("Cases-Grid view.csv", csv).file("Organisations.csv", "Name\nHome Office\n");
    let ran = site.run(&["import", "Cases-Grid view.csv", "Organisations.csv"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("no record in organisations is known as `Nobody`"), "{}", ran.stderr);
    let text = text(&site, "content/cases/one-two.md");
    assert!(text.contains("organisation_link:\n- home-office\n- Nobody\n"), "{text}");
    assert!(text.contains("theme_tag:\n- Health\n- Water, air\n"), "{text}");
}

#[test]
fn the_settings_say_what_leaves_the_base() {
    let settings = "title: T\nairtable:\n  tables:\n    studies:\n      table: Case studies\n      fields: {Name: title, Notes: body, Phone: ''}\n";
    let json =
        r#"[{"id": "recA", "fields": {"Name": "One", "Notes": "Text.\n", "Phone": "020", "summary": "no"}}]"#;
    let site = Site::new().file("annals.yaml", settings).file("Case studies.json", json);
    let ran = site.run(&["--message-format", "short", "import", "Case studies.json"]);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("the field `summary` is not mapped"), "{}", ran.stderr);
    assert_eq!(
        text(&site, "content/studies/one.md"),
        "---\ntitle: One\ntable: studies\nairtable_id: recA\n---\n\nText.\n"
    );
}

#[test]
fn exported_records_come_over_as_they_are() {
    let record = "---\nairtable_id: recCASEAAAAAAAAAA\nend_year: '2020'\nfeeds_into: '[''recAAAAAAAAAAAAAA'']'\ntable: cases\ntakaway: kept\ntitle: A case\nversion: 1.10\n---\n\n# Problem\nBody \n\n| a | b |\n";
    let site = Site::new()
        .file("old/cases/a-case.md", record)
        .file("old/000_x.txt", record.replace("CASE", "TEXT").replace("A case", "Another"));
    assert_eq!(site.run(&["import", "old"]).status, 0);
    assert_eq!(text(&site, "content/cases/a-case.md"), record);
    assert!(site.root().join("content/cases/another.md").exists());
    // A record keeps the name it has, whatever the export calls it.
    site.write("content/cases/renamed.md", record.replace("CASE", "NAME"));
    let site = site.file("new/other.md", record.replace("CASE", "NAME"));
    site.run(&["import", "new/other.md", "--force"]);
    assert!(!site.root().join("content/cases/other.md").exists());
}

#[test]
fn what_cannot_be_read_is_placed_and_nothing_is_written() {
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("cases.json", CASES.as_bytes()[..200].to_vec(), "cases.json:3:"),
        ("cases.json", b"<!DOCTYPE html><p>Sign in".to_vec(), "a web page, not a table"),
        ("cases.json", b"{\"rows\": []}".to_vec(), "there are no `records`"),
        ("cases.json", b"\xFF\xFE{\0".to_vec(), "UTF-16"),
        ("cases.csv", b"Name\nOne\nTw\xE9\n".to_vec(), "cases.csv:3:3: error[unreadable_export] not UTF-8 text: the byte E9"),
        ("cases.csv", b"Name\nO\0ne\n".to_vec(), "cases.csv:2:2: error[unreadable_export] a NUL character"),
        ("cases.csv", b"Name,Notes\nOne\nTwo,x,y\n".to_vec(), "cases.csv:3:1: error[unreadable_export] a row of 3 cells under a head of 2"),
        ("cases.csv", b"Name,Notes\nOne,\"x\nTwo,y\n".to_vec(), "cases.csv:2:1: error[unreadable_export] a quotation mark"),
        ("cases.csv", Vec::new(), "empty: there is no head"),
        ("cases.json", b"[{\"id\": \"recA\", \"fields\": {\"Name\": \"A\"}},\n{\"id\": \"recB\", \"fields\": {\"Name\": \"a\"}}]".to_vec(), "cases.json:2:1: error[same_name]"),
        ("old.md", b"---\ntable: cases\ntitle: [\nairtable_id: recA\n---\n".to_vec(), "the front matter is not YAML"),
        ("photo.bin", b"\0\x01".to_vec(), "photo.bin:1:1: error"),
    ];
    for (name, bytes, wanted) in cases {
        let site = tables().file(name, &bytes);
        let ran = site.run(&["--message-format", "short", "import", "export/organisations.json", name]);
        assert_eq!(ran.status, 1, "{name}: {}", ran.stderr);
        assert!(ran.stderr.contains(wanted), "{wanted}: {}", ran.stderr);
        assert!(!site.root().join("content").exists(), "{wanted}: something was written");
    }
    let site = Site::new();
    fs::File::create(site.root().join("cases.json")).unwrap().set_len(100_000_000).unwrap();
    let ran = site.run(&["import", "cases.json"]);
    assert!(
        ran.status == 1 && ran.stderr.contains("too large: 100 MB, and 94 MB is the most that is taken"),
        "{}",
        ran.stderr
    );
    let ran = site.run(&["import", "nowhere.json"]);
    assert!(ran.status == 2 && ran.stderr.contains("cannot read nowhere.json"), "{}", ran.stderr);
}

#[test]
fn pages_may_be_files_of_their_own() {
    let first = r#"{"records": [{"id": "recA", "fields": {"Name": "A"}}], "offset": "itr/1"}"#;
    let second = r#"{"records": [{"id": "recB", "fields": {"Name": "B"}}]}"#;
    let site = Site::new().file("cases.json", first).file("cases-2.json", second);
    let ran = site.run(&["import", "cases.json"]);
    assert!(ran.stderr.contains("[incomplete_table]"), "{}", ran.stderr);
    let ran = site.run(&["import", "cases.json", "cases-2.json"]);
    assert!(!ran.stderr.contains("incomplete_table"), "{}", ran.stderr);
    assert!(site.root().join("content/cases/b.md").exists());
}

/// What is exported, imported into an empty archive and built again, has the same bytes.
#[test]
fn what_annals_exports_it_can_import() {
    round_trip("public");
}

/// The members' edition, with everything that the public does not see, comes round as well.
#[test]
fn what_members_see_comes_round_too() {
    round_trip("members");
}

fn round_trip(audience: &str) {
    let real = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    // What was measured of the pages is no part of the records.
    let settings = fs::read_to_string(real.join("annals.yaml")).unwrap();
    let settings = settings.replace("accessibility: accessibility.json\n", "");
    let origin = Site::new().file("annals.yaml", &settings);
    copy(&real.join("content"), &origin.root().join("content"));
    let first = origin.build_for(audience);
    let data = first.site.root().join(format!("output/{audience}/data"));
    for csv in [false, true] {
        let site = Site::new().file("annals.yaml", &settings);
        let mut files: Vec<String> = if csv {
            let all = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path());
            // The lists, descriptions and checksums beside the tables are passed over.
            all.filter(|path| !path.ends_with("archive.json"))
                .map(|path| path.to_string_lossy().into_owned())
                .collect()
        } else {
            vec![data.to_string_lossy().into_owned()]
        };
        files.sort();
        let mut arguments = vec!["import"];
        arguments.extend(files.iter().map(String::as_str));
        let ran = site.run(&arguments);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        if csv && audience == "public" {
            // A table does not say that it is public; whoever imports it does.
            site.write("annals.yaml", settings.replace("visibility: members", "visibility: public"));
        }
        assert!(told(&site.run(&arguments)).starts_with("0 new, 0 changed"), "a second import wrote");
        let again = site.build_for(audience);
        let (wanted, found) = (first.files(), again.files());
        let kind = if csv { ".csv" } else { "archive.json" };
        let compared: Vec<_> =
            wanted.keys().filter(|path| path.starts_with("data/") && path.ends_with(kind)).collect();
        assert!(compared.len() > if csv { 10 } else { 0 }, "{compared:?}");
        for path in compared {
            let (wanted, found) =
                (String::from_utf8_lossy(&wanted[path]), String::from_utf8_lossy(&found[path]));
            let differs = wanted.lines().zip(found.lines()).find(|(a, b)| a != b);
            assert!(wanted == found, "{path} changed: {differs:#?}");
        }
    }
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

/// Documents of one run are joined to each other, so that a second import has nothing to add.
#[test]
fn the_real_documents_settle_in_one_import() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared/seeds", "../../shared/seeds"].map(|place| here.join(place));
    let Some(seeds) = found.iter().find(|place| place.is_dir()) else {
        return;
    };
    let site = Site::new();
    let seeds = seeds.to_string_lossy();
    let ran = site.run(&["--quiet", "import", &seeds]);
    assert_eq!((ran.status, ran.stdout.contains(", 0 changed")), (0, true), "{}", ran.stdout);
    let again = site.run(&["--quiet", "import", &seeds]);
    assert!(told(&again).starts_with("0 new, 0 changed"), "{}", again.stdout);
}

#[test]
fn a_row_that_the_base_keeps_from_the_public_is_written_for_members() {
    let csv = "title,Visibility,Status,Embargo\nCanary case,Members,Confidential,1/1/2031\nOpen case,Public,Completed,\n";
    let settings = "title: T\ndefault_visibility: public\n";
    let site = Site::new().file("annals.yaml", settings).file("in/Cases-Grid view.csv", csv);
    let ran = site.run(&["--message-format", "short", "import", "in"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(text(&site, "content/cases/canary-case.md").contains("\nvisibility: members\n"));
    assert!(!text(&site, "content/cases/open-case.md").contains("visibility"));
    for wanted in [
        "warning[unmapped_field] `Visibility` says that a record is not for everybody (“Members” is the first): 1 written with `visibility: members`",
        "warning[unmapped_field] `Embargo` says",
        "remark[marked_document] `Status` says",
    ] {
        assert!(ran.stderr.contains(wanted), "{wanted}\n{}", ran.stderr);
    }
    let built = site.build();
    assert!(built.page("cases/open-case.html").contains("Open case"));
    let is_told = |(_, bytes): (&String, &Vec<u8>)| String::from_utf8_lossy(bytes).contains("Canary");
    assert!(!built.files().iter().any(is_told), "a row that is kept from the public is in its site");
}
