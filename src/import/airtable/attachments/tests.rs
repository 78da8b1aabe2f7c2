//! What is taken for an attachment, and what is forgotten.

use serde_json::json;

use super::*;
use crate::model::config::Config;

#[test]
fn trusts_the_bytes_and_not_the_name() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert_eq!(verdict("a.pdf", b"%PDF-1.7\n"), Verdict::As("pdf".into()));
    assert_eq!(verdict("scan.v2.pdf", png), Verdict::Misnamed("png".into()));
    assert_eq!(verdict("a.JPEG", b"\xFF\xD8\xFF\xE0"), Verdict::As("jpeg".into()));
    assert_eq!(verdict("a.docx", b"PK\x03\x04\x14\0\0\0"), Verdict::As("docx".into()));
    assert_eq!(verdict("a.csv", b"a,b\n"), Verdict::As("csv".into()));
    assert_eq!(verdict("no name", b"a,b\n"), Verdict::As("bin".into()));
    assert_eq!(verdict("a.pdf", b" <!DOCTYPE html>"), Verdict::Refused("a web page came in its place"));
    assert_eq!(
        verdict("a.pdf", b"{\"error\":1}"),
        Verdict::Refused("its bytes are not those of such a file")
    );
    assert_eq!(verdict("x.p/../d", b"abc"), Verdict::As("bin".into()));
}

#[test]
fn never_takes_a_thumbnail() {
    let cell = json!([{"id": "attA", "filename": "a.png", "size": 7, "url": "https://full",
        "thumbnails": {"large": {"url": "https://small"}}}, {"id": "attB", "thumbnails": {"full": {"url": "https://small"}}}]);
    let wanted =
        Announced { id: "attA".into(), name: "a.png".into(), url: "https://full".into(), size: Some(7) };
    assert_eq!(Announced::all_in(&cell), [wanted]);
}

#[test]
fn forgets_what_is_gone_or_was_cut() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("content").join(FOLDER);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.pdf"), "12345").unwrap();
    fs::write(folder.join("b.pdf"), "123").unwrap();
    let line = |id: &str, file: &str| {
        format!("{{\"id\":\"{id}\",\"file\":\"/{FOLDER}/{file}\",\"size\":5,\"sha256\":\"x\"}}\n")
    };
    let text =
        line("attA", "a.pdf") + &line("attB", "b.pdf") + &line("attC", "gone.pdf") + "{\"id\":\"attD\",\"fi";
    replace(&root.path().join(LIST), text.as_bytes()).unwrap();
    let paths = Attachments::read(&Folders::of(root.path(), &Config::titled("T"))).unwrap().paths();
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["attA"]);
}
