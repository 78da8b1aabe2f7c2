//! `annals.yaml`, every key of it.

use insta::assert_snapshot;

use super::Folder;
use crate::model::config::{Config, Paragraphs};
use crate::model::schema::FieldType;

#[test]
fn every_setting_of_the_contract_is_read() {
    let text = "\
title: Open Space
base_url: https://example.org/archive
languages: [en, cy]
publisher: P
licence: CC-BY-4.0
theme: mine
default_visibility: public
facets: [theme_tag, start_year]
page_size: 20
participants: {small_cell: 3}
collections:
  cases:
    visibility: public
    label: Case studies
    sentence: \"{{ title }}\"
    order: [-start_year, title]
    fields: {takaway: {label: Our takeaway, type: markdown}, mood: {type: year, visibility: members}}
  boats: {singular: Boat, fields: {home_link: {type: link}}}
airtable: {base: appABC123, tables: {cases: {fields: {Name: title, \"Notes (Internal)\": \"\"}}}}
redaction_reasons: {principle-5: confidentiality}
glossary: {LEDS: Law Enforcement Data Service}
report: {style: apa, paragraphs: by-chapter}
";
    let theme = Folder::new().file("themes/mine/tokens.css", ":root { --accent: teal; }\n");
    let read = theme.file("annals.yaml", text).record("cases/a", "mood: 1999\n").read();
    assert_snapshot!(read.said(), @"");
    let config = read.archive.config();
    assert_eq!(config.base_url.as_deref(), Some("https://example.org/archive/"));
    assert_eq!((config.languages.len(), config.page_size, config.small_cell), (2, 20, 3));
    assert_eq!((&*config.theme, &*config.report.style), ("mine", "apa"));
    assert_eq!(config.report.paragraphs, Paragraphs::ByChapter);
    assert_eq!(config.collections[0].1.order, ["-start_year", "title"]);
    assert_eq!(config.glossary, [("LEDS".to_owned(), "Law Enforcement Data Service".to_owned())]);
    let boats = read.archive.schema().collection("boats").unwrap();
    assert_eq!((&*boats.label, &*boats.singular), ("Boats", "Boat"));
    assert_eq!(boats.fields[0].kind, FieldType::Link(Some("homes".into())));
    assert!(read.get("cases/a").fields[0].declared);
}

#[test]
fn what_is_not_known_is_an_error_with_a_suggestion() {
    let text = "\
title: T
default_visiblity: members
page_size: none
theme: ../x
base_url: example.org
participants: {small_cell: 5, cells: 2}
collections:
  cases: {lable: Cases, fields: {takaway: {type: markdwon}}}
  \"a b\": {}
airtable: {base: xyz, tables: {cases: {feilds: {}}}}
report: {paragraphs: per page}
licence: [a, b]
glossary: [a]
title: U
";
    let read = Folder::new().file("annals.yaml", text).file("content/assets/x", "").read();
    assert_snapshot!(read.said(), @r"
    annals.yaml:2:1 unknown_setting `default_visiblity` is not known here
    annals.yaml:3:12 wrong_type `page_size` is `none`, not a whole number from 0
    annals.yaml:4:8 bad_name `../x` cannot be the name of a theme
    annals.yaml:5:11 wrong_type `example.org` is not the address of a site, as in `https://example.org/archive/`
    annals.yaml:6:31 unknown_setting `participants.cells` is not known here
    annals.yaml:8:11 unknown_setting `collections.cases.lable` is not known here
    annals.yaml:8:50 unknown_word `markdwon` is not a word that `collections.cases.fields.takaway.type` can have
    annals.yaml:9:10 bad_name `a b` cannot be the name of a collection
    annals.yaml:10:18 wrong_type `xyz` is not the id of a base, which starts with `app`
    annals.yaml:10:40 unknown_setting `airtable.tables.cases.feilds` is not known here
    annals.yaml:11:22 unknown_word `per page` is not a word that `report.paragraphs` can have
    annals.yaml:12:10 wrong_type `licence` is a list, not text
    annals.yaml:13:11 wrong_type a list where settings are asked for
    annals.yaml:14:1 duplicate_key `title` stands here a second time; the first one counts
    ");
    let help =
        |code: &str| read.diagnostics.iter().find(|one| one.code == code).unwrap().help.clone().unwrap();
    assert_eq!(help("unknown_setting"), "did you mean `default_visibility`?");
    assert!(help("unknown_word").starts_with("did you mean `markdown`?"));
}

#[test]
fn settings_that_are_not_yaml_hide_nothing_of_the_records() {
    let read =
        Folder::new().file("annals.yaml", "title: T\nfacets: [a\n").file("content/cases/a.md", "x").read();
    assert_snapshot!(read.said(), @r"
    annals.yaml:2:9 bad_yaml did not find expected ',' or ']', while parsing a flow sequence
    content/cases/a.md:1:1 no_front_matter the file has no front matter
    ");
    let read = Folder::new().file("annals.yaml", "title: T\nmembers:\n\tbase_url: x\n").read();
    let help = read.diagnostics[0].help.as_deref();
    assert_eq!(help, Some("there is a tab before the text: indent with spaces, two for each step"));
    let read = Folder::new().file("annals.yaml", b"title: \xFF").read();
    assert_snapshot!(read.said(), @"annals.yaml:1:8 not_utf8 the file is not UTF-8 text from here on");
    let read = Folder::new().file("annals.yaml", "").file("content/assets/x", "").read();
    assert_snapshot!(read.said(), @"annals.yaml:1:1 missing_title the archive has no title");
    let mut wanted = Config::titled("Untitled archive");
    // Settings that can be read say, by their silence, that the folder is there.
    wanted.roots[0].optional = false;
    assert_eq!(**read.archive.config(), wanted);
}

#[test]
fn what_a_standard_fixes_is_held_to_it() {
    for (setting, message) in [
        ("licence: CC BY 4.0", "`CC BY 4.0` is no SPDX expression: did you mean `CC-BY-4.0`?"),
        ("licence: mit", "`mit` is no SPDX expression: did you mean `MIT`?"),
        ("licence: Crown copyright", "`LicenseRef-` and a name of yours"),
        ("languages: English", "`English` is no tag of a language (BCP 47): write the tag"),
        ("languages: [en_GB, cy]", "`en_GB` is no tag of a language (BCP 47): write `en-GB`"),
    ] {
        let read =
            Folder::new().file("annals.yaml", format!("title: T\n{setting}\n")).record("cases/a", "").read();
        let said = format!("{:?}", read.diagnostics);
        let (what, meant) = message.split_once(": ").unwrap_or((message, ""));
        assert!(
            said.contains(what) && said.contains(meant) && said.contains("wrong_type"),
            "{setting}: {said}"
        );
    }
    for licence in ["OGL-UK-3.0", "MIT OR Apache-2.0", "LicenseRef-Crown-copyright", "CC0-1.0"] {
        let read = Folder::new()
            .file("annals.yaml", format!("title: T\nlicence: {licence}\n"))
            .record("cases/a", "")
            .read();
        assert_eq!(read.said(), "");
        assert_eq!(read.archive.config().licence.as_deref(), Some(licence));
    }
}
