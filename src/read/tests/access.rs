//! Who may see a record: a slip of the pen never opens one.

use insta::assert_snapshot;

use super::Folder;
use crate::model::access::Visibility;
use crate::model::kinds::Kind;

#[test]
fn nobody_said_so_it_is_for_members() {
    let folder = Folder::new()
        .file("annals.yaml", "title: Test\ncollections: {cases: {visibility: public}}\n")
        .record("cases/a", "")
        .record("cases/b", "visibility: private\n")
        .record("papers/a", "")
        .record("papers/b", "visibility: public\nreleased: {by: A, on: 2020-08, basis: published}\n");
    let read = folder.read();
    let seen = |id: &str| read.get(id).access.visibility;
    assert_eq!([seen("cases/a"), seen("cases/b")], [Visibility::Public, Visibility::Private]);
    assert_eq!([seen("papers/a"), seen("papers/b")], [Visibility::Members, Visibility::Public]);
    assert_eq!(read.get("papers/b").access.release.as_ref().unwrap().basis, "published");
    assert_snapshot!(read.said(), @"");
}

#[test]
fn what_cannot_be_understood_closes() {
    let read = Folder::new()
        .file(
            "annals.yaml",
            "title: Test\ndefault_visibility: public\ncollections: {boats: {visibility: pubic}}\n",
        )
        .record("cases/a", "visibility: Public\n")
        .record("cases/b", "visibility: [public, members]\n")
        .record("cases/c", "embargo: next spring\n")
        .record("cases/d", "draft: perhaps\n")
        .record("cases/e", "embargo: 2030-01\n")
        .record("cases/f", "released: {by: A}\nsign_off: [{on: 2018}, {who: B, for: all}]\n")
        .record("boats/a", "")
        .read();
    assert_snapshot!(read.said(), @r"
    annals.yaml:3:35 unknown_word `pubic` is not a word that `collections.boats.visibility` can have
    content/cases/a.md:3:13 unknown_word `Public` is not a word that `visibility` can have
    content/cases/b.md:3:13 wrong_type `visibility` is a list, not one of `public`, `members` or `private`
    content/cases/c.md:3:10 bad_date `next spring` is not a date
    content/cases/d.md:3:8 wrong_type `draft` is `perhaps`, not yes or no (`true` or `false`)
    content/cases/f.md:3:11 incomplete `released` needs `on` and `basis`
    content/cases/f.md:4:12 incomplete `sign_off[0]` needs `who`
    ");
    let seen = |id: &str| read.get(id).access.visibility;
    for id in ["cases/a", "cases/b", "cases/c", "boats/a"] {
        assert_eq!(seen(id), Visibility::Private, "{id}");
    }
    assert!(read.get("cases/d").access.draft);
    assert_eq!(read.get("cases/e").access.embargo.unwrap().to_string(), "2030-01");
    assert_eq!(read.get("cases/f").access.release, None);
    assert_eq!(read.get("cases/f").access.sign_offs.len(), 1);
}

#[test]
fn what_is_inside_is_never_wider_than_what_is_around_it() {
    let history = "\
visibility: members
history:
  - on: 2018
    visibility: public
    positions:
      - {party: A, view: x, visibility: private}
      - {party: B, view: y}
  - {on: 2019, visibility: secret}
";
    let read = Folder::new().record("issues/a", history).read();
    assert_snapshot!(read.said(), @"content/issues/a.md:10:28 unknown_word `secret` is not a word that `history[1].visibility` can have");
    let Kind::Issue(issue) = &read.get("issues/a").kind else { panic!() };
    assert_eq!(issue.history[0].visibility, Visibility::Members);
    assert_eq!(issue.history[0].positions[0].visibility, Visibility::Private);
    assert_eq!(issue.history[0].positions[1].visibility, Visibility::Members);
    assert_eq!(issue.history[1].visibility, Visibility::Private);
}

#[test]
fn names_that_cannot_be_read_are_not_shown_as_they_are() {
    let read = Folder::new()
        .record("workshops/a", "participants: [Jane Doe]\n")
        .record("interests/a", "registered_by: {name: Jane Doe}\n")
        .record("cases/a", "sign_off: {name: Jane Doe}\n")
        .read();
    assert_snapshot!(read.said(), @r"
    content/cases/a.md:3:11 incomplete `sign_off[0]` needs `who`
    content/cases/a.md:3:12 unknown_key `sign_off[0].name` is not known here
    content/interests/a.md:3:16 wrong_type `registered_by` is a map of keys and values, not text
    content/workshops/a.md:3:15 wrong_type `participants` is a list, not a map of `count`, `groups` and `names`
    ");
    for record in read.archive.records() {
        assert!(!format!("{record:?}").contains("Jane"), "{record:?}");
    }
}
