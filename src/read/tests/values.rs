//! Values as exports write them, and what is made of those that cannot be read.

use insta::assert_snapshot;

use super::Folder;
use crate::model::kinds::Kind;
use crate::model::value::{Data, Value};

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Tags(tags) => tags.iter().map(|tag| &**tag).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn quoted_values_are_read() {
    let read = Folder::new()
        .record("cases/a", "title: 2018\nstart_year: '2018'\nend_year: 2020.0\ntheme_tag: Policing\nlense:\nlead_organisation: [Home Office]\n")
        .record("components/a", "primary_component: 'True'\nnumber_of_participants: '70'\nmethods_tag: '[''a'', \"b\"]'\n")
        .record("sources/a", "peer_review: false\nlink: ''\n")
        .read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(read.get("cases/a").title, "2018");
    assert_eq!(read.field("cases/a", "start_year"), &Value::Year(2018));
    assert_eq!(read.field("cases/a", "end_year"), &Value::Year(2020));
    assert_eq!(texts(read.field("cases/a", "theme_tag")), ["Policing"]);
    assert_eq!(read.field("cases/a", "lead_organisation"), &Value::Text("Home Office".into()));
    assert_eq!(read.get("cases/a").field("lense"), None);
    assert_eq!(read.field("components/a", "primary_component"), &Value::Boolean(true));
    assert_eq!(read.field("components/a", "number_of_participants"), &Value::Number("70".into()));
    assert_eq!(texts(read.field("components/a", "methods_tag")), ["a", "b"]);
    assert_eq!(read.field("sources/a", "peer_review"), &Value::Boolean(false));
    assert_eq!(read.get("sources/a").field("link"), None);
}

#[test]
fn a_list_for_a_text_is_joined_and_remarked_on() {
    let read =
        Folder::new().record("cases/a", "lead_organisation: [A, B]\nwhats_changed: [one, two]\n").read();
    assert_snapshot!(read.said(), @"content/cases/a.md:3:20 list_as_text `lead_organisation` is a list, and one text is asked for");
    assert_eq!(read.field("cases/a", "lead_organisation"), &Value::Text("A; B".into()));
    assert_eq!(read.field("cases/a", "whats_changed"), &Value::Markdown("- one\n- two\n".into()));
}

#[test]
fn a_value_of_another_type_is_told_and_kept() {
    let read = Folder::new()
        .record(
            "cases/a",
            "start_year: about 2018\nlink: javascript:alert(1)\ntheme_tag: [{a: b}]\ntakaway: {a: b}\n",
        )
        .record("components/a", "number_of_participants: many\nprimary_component: perhaps\n")
        .record("workshops/a", "number: third\ndate: 3 July 2018\nstatus: cancelled\nplace: {a: b}\n")
        .record("papers/a", "date: 2018-07/2018-08\n")
        .read();
    assert_snapshot!(read.said(), @r"
    content/cases/a.md:3:13 wrong_type `start_year` is `about 2018`, not a year
    content/cases/a.md:4:7 wrong_type `link` is `javascript:alert(1)`, not a web address (`https://…`)
    content/cases/a.md:5:13 wrong_type `theme_tag[0]` is a map of keys and values, not a tag
    content/cases/a.md:6:10 wrong_type `takaway` is a map of keys and values, not text
    content/components/a.md:3:25 wrong_type `number_of_participants` is `many`, not a number
    content/components/a.md:4:20 wrong_type `primary_component` is `perhaps`, not yes or no (`true` or `false`)
    content/papers/a.md:3:7 bad_date `2018-07/2018-08` is a stretch of time, where one date is asked for
    content/workshops/a.md:3:9 wrong_type `number` is `third`, not a whole number from 0
    content/workshops/a.md:4:7 bad_date `3 July 2018` is not a date
    content/workshops/a.md:5:9 unknown_word `cancelled` is not a word that `status` can have
    content/workshops/a.md:6:8 wrong_type `place` is a map of keys and values, not text
    ");
    assert_eq!(read.field("cases/a", "start_year"), &Value::Text("about 2018".into()));
    assert_eq!(read.field("cases/a", "link"), &Value::Text("javascript:alert(1)".into()));
    let map = Data::Map(vec![("a".into(), Data::Text("b".into()))]);
    assert_eq!(read.field("cases/a", "takaway"), &Value::Other(map.clone()));
    assert_eq!(read.field("workshops/a", "date"), &Value::Text("3 July 2018".into()));
    assert_eq!(read.field("workshops/a", "place"), &Value::Other(map));
    assert!(read.get("workshops/a").fields.iter().all(|field| field.declared));
}

#[test]
fn addresses_may_be_several() {
    let read = Folder::new()
        .record("sources/a", "link: [https://a.example/x, 'http://b.example']\n")
        .record("sources/b", "link: 'https://a.example/x'\n")
        .read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(
        read.field("sources/a", "link"),
        &Value::Markdown("<https://a.example/x>\n<http://b.example>\n".into())
    );
    assert_eq!(read.field("sources/b", "link"), &Value::Url("https://a.example/x".into()));
}

#[test]
fn undeclared_keys_are_kept() {
    let read = Folder::new()
        .record("cases/a", "colour: red\nweight: 1.10\nnested: {a: [1, true, null]}\nextra_tag: x\n")
        .record("boats/b", "length: 12\nkind_tag: [sloop]\nowner_link: c\n")
        .record("owners/c", "")
        .read();
    assert_snapshot!(read.said(), @"");
    let case = read.get("cases/a");
    let keys: Vec<_> = case.fields.iter().map(|field| (&*field.key, field.declared)).collect();
    assert_eq!(keys, [("colour", false), ("weight", false), ("nested", false), ("extra_tag", false)]);
    assert_eq!(read.field("cases/a", "weight"), &Value::Other(Data::Text("1.10".into())));
    let list = Data::List(vec![Data::Integer(1), Data::Boolean(true), Data::Null]);
    assert_eq!(read.field("cases/a", "nested"), &Value::Other(Data::Map(vec![("a".into(), list)])));
    let boat = read.get("boats/b");
    let keys: Vec<_> = boat.fields.iter().map(|field| (&*field.key, field.declared)).collect();
    assert_eq!(keys, [("length", false), ("kind_tag", true), ("owner_link", true)]);
    assert_eq!(boat.references()[0].1.to_string(), "owners/c");
}

#[test]
fn fields_come_in_the_order_of_the_schema() {
    let read = Folder::new()
        .record("cases/a", "zzz: 1\nlink: https://a.example\nstart_year: 2018\nstatus: x\n")
        .read();
    let keys: Vec<_> = read.get("cases/a").fields.iter().map(|field| &*field.key).collect();
    assert_eq!(keys, ["start_year", "status", "link", "zzz"]);
}

#[test]
fn versions_keep_their_digits() {
    let read = Folder::new().record("papers/a", "version: 1.10\nreference: P01\n").read();
    let Kind::Paper(paper) = &read.get("papers/a").kind else { panic!() };
    assert_eq!(paper.version.as_deref(), Some("1.10"));
}

#[test]
fn nested_fields_name_their_fault() {
    let history = "\
history:
  - on: 2018-12-05
    agreemnt: agreed
    positions: [{party: CSOs}]
  - {on: 2019-02, discussed: perhaps}
  - {agreement: agreed}
  - {on: 2019-03, agreement: maybe, work: done}
raised: {at: nowhere, on: soon}
editorial: {heading: resolved}
";
    let read = Folder::new().record("issues/a", history).read();
    assert_snapshot!(read.said(), @r"
    content/issues/a.md:5:5 unknown_key `history[0].agreemnt` is not known here
    content/issues/a.md:6:17 incomplete `history[0].positions[0]` needs `view`
    content/issues/a.md:7:30 wrong_type `history[1].discussed` is `perhaps` where yes or no (`true` or `false`) is asked for
    content/issues/a.md:8:5 incomplete `history[2]` needs `on`
    content/issues/a.md:9:30 unknown_word `maybe` is not a word that `history[3].agreement` can have
    content/issues/a.md:10:27 bad_date `soon` is not a date
    content/issues/a.md:11:12 incomplete `editorial` needs `reason` and `by`
    ");
    let Kind::Issue(issue) = &read.get("issues/a").kind else { panic!() };
    assert_eq!(issue.history.len(), 2);
    assert_eq!(read.dangling(), ["raised.at nowhere NotAReference"]);
}

#[test]
fn what_an_entry_does_not_say_still_holds() {
    use crate::model::issue::{Agreement, Work};
    let history = "history:\n  - {on: 2018, agreement: agreed, work: not-started}\n  - {on: 2019, work: done}\n  - {on: 2020}\n";
    let read = Folder::new().record("issues/a", history).read();
    let Kind::Issue(issue) = &read.get("issues/a").kind else { panic!() };
    let held: Vec<_> =
        issue.history.iter().map(|event| (event.discussed, event.agreement, event.work)).collect();
    assert_eq!(held[0], (true, Agreement::Agreed, Work::NotStarted));
    assert_eq!(held[2], (false, Agreement::Agreed, Work::Done));
}

#[test]
fn attachments_are_looked_at() {
    let read = Folder::new()
        .file("content/assets/pdg/a b.c.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .file("content/cases/beside.csv", "a,b\n")
        .record(
            "cases/a",
            "attachments: ['/assets/pdg/a b.c.pdf', beside.csv, none.pdf, ../../annals.yaml]\n",
        )
        .read();
    assert_snapshot!(read.said(), @"content/cases/a.md:3:62 attachment_outside `../../annals.yaml` is not a file that may be published");
    let Value::Attachments(files) = read.field("cases/a", "attachments") else { panic!() };
    let png = files[0].file.as_ref().unwrap();
    assert_eq!((&*png.media_type, &*png.extension, png.misnamed, png.size), ("image/png", "png", true, 16));
    assert_eq!((&*png.path, &*files[0].name), ("content/assets/pdg/a b.c.pdf", "a b.c.pdf"));
    let csv = files[1].file.as_ref().unwrap();
    assert_eq!(&*csv.sha256, "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    assert_eq!((files[2].file.is_none(), files[3].file.is_none()), (true, true));
}
