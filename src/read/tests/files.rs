//! Files and folders as people leave them.

use insta::assert_snapshot;

use super::Folder;
use crate::read;

#[test]
fn a_file_is_a_record() {
    let read =
        Folder::new().file("content/cases/leeds.md", "---\ntitle: Leeds\n---\n\n# One\n\nTwo\n").read();
    assert_snapshot!(read.said(), @"");
    let record = read.get("cases/leeds");
    assert_eq!(record.title, "Leeds");
    assert_eq!(record.body.text(), "# One\n\nTwo");
    assert_eq!((&*record.source.file, record.source.body_at), ("content/cases/leeds.md", 22));
}

#[test]
fn a_mark_and_windows_line_ends_make_no_difference() {
    let text = "\u{feff}---\r\ntitle: Leeds\r\nstart_year: soon\r\n---\r\n\r\nOne\r\n\r\nTwo\r\n";
    let read = Folder::new().file("content/cases/leeds.md", text).read();
    assert_snapshot!(read.said(), @"content/cases/leeds.md:3:13 wrong_type `start_year` is `soon`, not a year");
    assert_eq!(read.get("cases/leeds").body.text(), "One\n\nTwo");
    assert_eq!(read.get("cases/leeds").source.body_at, 39);
    assert_eq!(read.diagnostics[0].source, "start_year: soon");
    assert_eq!(read.diagnostics[0].width, 4);
}

#[test]
fn a_fault_in_one_file_hides_nothing_of_the_others() {
    let folder = Folder::new()
        .file("content/cases/a.md", b"---\ntitle: \xE9\n---\n")
        .file("content/cases/b.md", "---\ntitle: b\nbody\n")
        .file("content/cases/c.md", "no front matter\n")
        .file("content/cases/d.md", "\n\n---\ntitle: d\n---\n")
        .file("content/cases/e.md", "---\n\n\ntitle: e\nstatus: [a, b\nlense: c\n---\n")
        .file("content/cases/f.md", "---\n- a list\n---\n")
        .file("content/cases/g.md", "---\ntitle: g\nlense: Aims: two\n---\n")
        .file("content/cases/h.md", "---\ntitle: h\nlense: é\ntitle: again\n---\n")
        .file("content/cases/i.md", "---\nlense: x\n---\n")
        .file("content/cases/j.md", "---\ntitle: j\nlense: !secret x\n---\n")
        .file("content/cases/k.md", "");
    let read = folder.read();
    assert_snapshot!(read.said(), @r#"
    content/cases/a.md:2:8 not_utf8 the file is not UTF-8 text from here on
    content/cases/b.md:1:1 unclosed_front_matter the front matter that starts here does not end
    content/cases/c.md:1:1 no_front_matter the file has no front matter
    content/cases/d.md:3:1 no_front_matter the front matter does not start on the first line
    content/cases/e.md:5:9 bad_yaml did not find expected ',' or ']', while parsing a flow sequence
    content/cases/f.md:2:1 bad_yaml the front matter is a list, not a map of keys and values
    content/cases/g.md:3:12 bad_yaml mapping values are not allowed in this context
    content/cases/h.md:4:1 duplicate_key `title` stands here a second time; the first one counts
    content/cases/i.md:1:1 missing_title no title; "I" stands in
    content/cases/j.md:3:8 bad_yaml lense: the tag `!secret` is not understood
    content/cases/k.md:1:1 no_front_matter the file has no front matter
    "#);
    assert_eq!(read.ids(), ["cases/h", "cases/i"]);
    assert_eq!((&*read.get("cases/h").title, &*read.get("cases/i").title), ("h", "I"));
}

#[test]
fn names_that_cannot_be_addresses_are_told() {
    let text = "---\ntitle: T\n---\n";
    let read = Folder::new()
        .file("content/cases/My case #1.md", text)
        .file("content/cases/index.md", text)
        .file("content/cases/page-2.md", text)
        .file("content/cases/2018/leeds.md", text)
        .file("content/cases/old.markdown", text)
        .file("content/tags/x.md", text)
        .file("content/über uns/x.md", text)
        .file("content/about.md", text)
        .file("content/cases/Leeds.md", text)
        .file("content/cases/leeds.md", text)
        .read();
    assert_snapshot!(read.said(), @r"
    content/about.md:1:1 stray_file a file directly in `content/` belongs to no collection
    content/cases/2018/leeds.md:1:1 nested_record a record in a folder inside a collection is not read
    content/cases/My case #1.md:1:1 bad_name `My case #1` cannot be the name of a record
    content/cases/index.md:1:1 bad_name `index` cannot be the name of a record
    content/cases/leeds.md:1:1 duplicate_id `cases/leeds` is the name of `cases/Leeds` too, but for the case of its letters
    content/cases/old.markdown:1:1 stray_file a file that ends in `.markdown` is not read
    content/cases/page-2.md:1:1 bad_name `page-2` cannot be the name of a record
    content/tags/x.md:1:1 bad_name `tags` cannot be the name of a collection
    content/über uns/x.md:1:1 bad_name `über uns` cannot be the name of a collection
    ");
    assert_eq!(read.ids(), ["cases/Leeds"]);
}

#[test]
fn what_is_hidden_or_an_asset_or_no_text_is_passed_over() {
    let text = "---\ntitle: T\n---\n";
    let read = Folder::new()
        .file("content/.obsidian/x.md", text)
        .file("content/cases/.draft.md", text)
        .file("content/assets/readme.md", "no front matter")
        .file("content/assets/deep/er/readme.md", "no front matter")
        .file("content/pictures/a.png", "PNG")
        .file("content/cases/a.pdf", "PDF")
        .file("content/cases/a.md", text)
        .read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(read.ids(), ["cases/a"]);
}

#[test]
fn an_archive_without_content_is_empty_only_where_it_says_so() {
    let read = Folder::new().read();
    assert_snapshot!(read.said(), @"annals.yaml:1:1 missing_root there is no folder `content`");
    assert_eq!(read.ids(), [""; 0]);
    let settings = "title: Test\ncontent: [{path: content, optional: true}]\n";
    let read = Folder::new().file("annals.yaml", settings).read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(read.ids(), [""; 0]);
}

#[test]
fn a_folder_without_settings_is_no_archive() {
    let folder = tempfile::tempdir().unwrap();
    let fault = format!("{:#}", read::archive(folder.path()).unwrap_err());
    assert!(fault.contains("annals.yaml"), "{fault}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = Folder::new().file("secret.md", "---\ntitle: Secret\n---\n").record("cases/a", "");
    std::os::unix::fs::symlink("../../secret.md", folder.path().join("content/cases/b.md")).unwrap();
    let read = folder.read();
    assert_snapshot!(read.said(), @"content/cases/b.md:1:1 stray_file a symbolic link is not followed");
    assert_eq!(read.ids(), ["cases/a"]);
}

#[test]
fn two_records_may_not_share_an_airtable_id() {
    let read = Folder::new()
        .record("cases/a", "airtable_id: recAAAAAAAAAAAAAA\n")
        .record("cases/b", "airtable_id: recAAAAAAAAAAAAAA\n")
        .read();
    assert_snapshot!(read.said(), @"content/cases/b.md:3:14 duplicate_id `cases/a` has the Airtable id `recAAAAAAAAAAAAAA` too");
}

#[test]
fn a_theme_is_its_files_in_order() {
    let folder = Folder::new()
        .file("themes/mine/b/page.html", "page")
        .file("themes/mine/a.css", "css")
        .file("themes/mine/.hidden", "x")
        .file("secret.txt", "x");
    let files = read::theme_files(folder.path(), "mine").unwrap();
    let names: Vec<_> = files.iter().map(|(name, bytes)| (&**name, bytes.len())).collect();
    assert_eq!(names, [("a.css", 3), ("b/page.html", 4)]);
    assert_eq!(read::theme_files(folder.path(), "none").unwrap(), []);
    assert_eq!(read::theme_files(folder.path(), "..").unwrap(), []);
}
