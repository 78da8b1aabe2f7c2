//! Pulling from a live base: against a server that these tests start, with its faults.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use annals::import::airtable::client::{Client, Patience, Token};
use annals::import::airtable::pull::{Pull, Pulled, pull};
use annals::import::airtable::unused;
use annals::import::folders::Folders;
use annals::import::writer::{Figures, plan};
use annals::model::schema::Schema;
use annals::read;

use crate::harness::Site;
use crate::loopback::{Answer, Request, Server, error, file, json};

const TOKEN: &str = "patSECRETsecret.0123456789abcdef";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on";
const PDF: &[u8] = b"%PDF-1.7\nan annual report, at full size";

const SETTINGS: &str = r#"title: Test archive
default_visibility: public
airtable:
  base: appTESTTESTTEST01
  tables:
    cases:
      table: Case studies
      fields: {Name: title, fldSUMMARYAAAAAAA: summary, Org: organisation_link, Files: attachments, "Notes (Internal)": ""}
    organisations:
      fields: {Name: title}
"#;

const NAMES: &str = r#"{"tables": [
  {"id": "tblCASES", "name": "Case studies", "fields": [
    {"id": "fldNAMEAAAAAAAAAA", "name": "Name"}, {"id": "fldSUMMARYAAAAAAA", "name": "Short"},
    {"id": "fldORGAAAAAAAAAAA", "name": "Org"}, {"id": "fldFILESAAAAAAAAA", "name": "Files"},
    {"id": "fldNOTESAAAAAAAAA", "name": "Notes (Internal)"}, {"id": "fldOTHERAAAAAAAAA", "name": "Phone"}]},
  {"id": "tblORGS", "name": "organisations", "fields": [{"id": "fldNAMEBBBBBBBBBB", "name": "Name"}]}]}"#;

fn case(id: &str, title: &str, more: &str) -> String {
    format!(
        r#"{{"id": "{id}", "createdTime": "2022-09-02T10:39:45.000Z", "fields": {{"fldNAMEAAAAAAAAAA": "{title}"{more}}}}}"#
    )
}

fn page(records: &[String], offset: Option<&str>) -> Answer {
    let offset = offset.map(|offset| format!(r#", "offset": "{offset}""#)).unwrap_or_default();
    json(format!(r#"{{"records": [{}]{offset}}}"#, records.join(",\n")))
}

fn attachment(address: &str, id: &str, name: &str, size: usize) -> String {
    format!(
        r#", "fldFILESAAAAAAAAA": [{{"id": "{id}", "filename": "{name}", "size": {size}, "type": "application/pdf",
            "url": "{address}/files/{id}", "thumbnails": {{"large": {{"url": "{address}/thumbnails/{id}"}}}}}}]"#
    )
}

fn organisations() -> Answer {
    page(&[r#"{"id": "recHOMEAAAAAAAAAA", "fields": {"fldNAMEBBBBBBBBBB": "Home Office"}}"#.to_owned()], None)
}

/// A base with these cases; everything else is answered in full.
fn base(cases: impl Fn(&Request, usize, &str) -> Answer + Send + Sync + 'static) -> Server {
    Server::start(move |request, before, own| {
        let target = request.target.as_str();
        if target.starts_with("/v0/meta/") {
            json(NAMES)
        } else if target.starts_with("/v0/appTESTTESTTEST01/organisations?") {
            organisations()
        } else if target.starts_with("/thumbnails/") {
            file(PNG)
        } else {
            cases(request, before, own)
        }
    })
}

fn quick() -> Patience {
    let short = Duration::from_millis(300);
    Patience {
        connect: Duration::from_secs(2),
        answer: short,
        tries: 4,
        pause: Duration::from_millis(5),
        longest: Duration::from_secs(2),
        spacing: Duration::ZERO,
    }
}

fn site() -> Site {
    Site::new().file("annals.yaml", SETTINGS)
}

struct Done {
    pulled: Vec<String>,
    figures: Figures,
}

/// Pulls and writes, as the command does.
fn pull_from(server: &Server, root: &Path, prune: bool) -> Result<Done, String> {
    let (config, _) = read::settings(root).unwrap();
    let schema = Schema::of(&config);
    let client = Client::new(&server.address, Token::new(TOKEN).unwrap(), quick()).unwrap();
    let airtable = config.airtable.as_ref().unwrap();
    let folders = Folders::of(root, &config);
    let what = Pull {
        folders: &folders,
        base: airtable.base.as_deref().unwrap(),
        config: airtable,
        schema: &schema,
        prune,
        dry_run: false,
        tell: &|_| {},
    };
    let Pulled { sheets, gone, doubts, announced, .. } = pull(what, &client).map_err(|error| {
        let told = format!("{error:#}");
        assert!(!told.contains("SECRET"), "the token is told: {told}");
        told
    })?;
    let pulled = doubts.iter().map(|doubt| format!("{}: {}", doubt.rule.code, doubt.message)).collect();
    let figures = if doubts.iter().any(|doubt| doubt.rule.severity == annals::diag::Severity::Error) {
        Figures::default()
    } else {
        plan(&folders, sheets, &gone, false).unwrap().write().unwrap()
    };
    if prune {
        unused::remove(&folders, &announced, false).unwrap();
    }
    Ok(Done { pulled, figures })
}

fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

/// Every file below the root with its time, to see whether anything was written.
fn times(root: &Path) -> Vec<(String, std::time::SystemTime)> {
    let mut found = Vec::new();
    for entry in walk(root) {
        let time = fs::metadata(root.join(&entry)).unwrap().modified().unwrap();
        found.push((entry, time));
    }
    found
}

fn walk(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path.strip_prefix(root).unwrap().to_string_lossy().into_owned()),
            }
        }
    }
    found.sort();
    found
}

#[test]
fn pulls_pages_links_and_files_at_full_size() {
    let server = base(|request, _, own| match request.target.as_str() {
        "/files/attA" => file(PDF),
        target if target.contains("&offset=itr%2F2") => page(&[case("recTWOAAAAAAAAAAA", "Two", "")], None),
        _ => {
            let more = attachment(own, "attA", "Annual Report 1.2.pdf", PDF.len());
            let more = format!(
                r#"{more}, "fldSUMMARYAAAAAAA": "Short.\n", "fldORGAAAAAAAAAAA": ["recHOMEAAAAAAAAAA"], "fldNOTESAAAAAAAAA": "secret", "fldOTHERAAAAAAAAA": "020"}}"#
            );
            page(&[case("recONEAAAAAAAAAAA", "One", more.trim_end_matches('}'))], Some("itr/2"))
        }
    });
    let site = site();
    let done = pull_from(&server, site.root(), false).unwrap();
    assert_eq!(done.figures, Figures { new: 3, ..Figures::default() });
    assert_eq!(
        done.pulled,
        [
            "unmapped_field: the field `Phone` (fldOTHERAAAAAAAAA) is not mapped, so it was not written (1 records have it)"
        ]
    );
    insta::assert_snapshot!(text(site.root(), "content/cases/one.md"), @r"
    ---
    title: One
    table: cases
    airtable_id: recONEAAAAAAAAAAA
    airtable_createdTime: 2022-09-02T10:39:45.000Z
    summary: Short.
    organisation_link:
    - home-office
    attachments:
    - file: /assets/airtable/de64230fc0f17101.pdf
      name: Annual Report 1.2.pdf
    ---
    ");
    // The token goes to the API and nowhere else; thumbnails are never asked for.
    for request in server.asked() {
        let is_api = request.target.starts_with("/v0/");
        assert_eq!(request.authorization.is_some(), is_api, "{request:?}");
        assert!(!is_api || request.authorization.as_deref() == Some(&format!("Bearer {TOKEN}")));
    }
    assert_eq!(server.count("/thumbnails/"), 0);
    assert!(server.asked().iter().any(|request| request.target
        == "/v0/appTESTTESTTEST01/Case%20studies?pageSize=100&returnFieldsByFieldId=true"));
    // What was pulled can be read: the file under its own name.
    let reading = read::archive(site.root()).unwrap();
    let record = reading.archive.records().iter().find(|record| record.title == "One").unwrap();
    let (_, _, attached) = record.attachments().next().unwrap();
    assert_eq!(&*attached.name, "Annual Report 1.2.pdf");
    assert_eq!(attached.file.as_ref().unwrap().size, PDF.len() as u64);
    // A second pull writes nothing and fetches nothing.
    let before = times(site.root());
    let done = pull_from(&server, site.root(), false).unwrap();
    assert_eq!(done.figures, Figures { same: 3, ..Figures::default() });
    assert_eq!(times(site.root()), before);
    assert_eq!(server.count("/files/"), 1);
}

#[test]
fn outlasts_faults_that_pass() {
    let faults: Vec<fn() -> Answer> = vec![
        || error(429, ("Retry-After", "0"), "{}"),
        || error(503, ("Retry-After", "0"), "<html>"),
        || Answer::Cut("application/json", b"{\"records\": [".to_vec()),
        || Answer::Unannounced("application/json", b"{\"records\": [".to_vec()),
        || Answer::Silence(Duration::from_millis(600)),
    ];
    for fault in faults {
        let server =
            base(
                move |_, before, _| {
                    if before < 2 { fault() } else { page(&[case("recONEAAAAAAAAAAA", "One", "")], None) }
                },
            );
        let site = site();
        assert_eq!(pull_from(&server, site.root(), false).unwrap().figures.new, 2);
        assert_eq!(server.count("/v0/appTESTTESTTEST01/Case"), 3);
    }
}

#[test]
fn gives_up_in_the_end_and_writes_nothing() {
    let told = |script: fn() -> Answer| {
        let server = base(move |_, _, _| script());
        let site = site();
        let begun = Instant::now();
        let told = pull_from(&server, site.root(), false).err().unwrap();
        assert!(begun.elapsed() < Duration::from_secs(4), "too patient");
        assert_eq!(walk(site.root()), ["annals.yaml"]);
        (told.replace(&server.address, "SERVER"), server.count("/v0/appTESTTESTTEST01/Case"))
    };
    let table = "the table Case studies: ";
    let is = |(told, asked): (String, usize), wanted: &str, times: usize| {
        assert_eq!(told.strip_prefix(table), Some(wanted));
        assert_eq!(asked, times, "{wanted}");
    };
    is(
        told(|| error(429, ("Retry-After", "0"), "")),
        "the server answers 429 Too Many Requests; asked 4 times",
        4,
    );
    is(
        told(|| error(429, ("Retry-After", "9999"), "")),
        "the server answers 429 Too Many Requests; it asks to wait 9999 s: try again later",
        1,
    );
    is(
        told(|| Answer::Unannounced("application/json", b"{\"rec".to_vec())),
        "the answer was cut short; asked 4 times",
        4,
    );
    is(
        told(|| Answer::Whole(200, vec![("Content-Type", "text/html".into())], b"<p>Sign in".to_vec())),
        "SERVER answered with text/html, not with JSON: is it the API?",
        1,
    );
    is(
        told(|| json("<!doctype html>")),
        "Case studies, page 1: a web page, not a table: an error or a sign-in page was saved, perhaps",
        1,
    );
    is(
        told(|| json("{\"records\": 7}")),
        "Case studies, page 1: not what Airtable answers: invalid type: integer `7`, expected a sequence",
        1,
    );
    is(
        told(|| error(401, ("X", "y"), "")),
        "the token is not accepted: is AIRTABLE_TOKEN the right one, and not expired?",
        1,
    );
    is(
        told(|| {
            error(
                403,
                ("X", "y"),
                "{\"error\": {\"type\": \"T\", \"message\": \"No patSECRETsecret.0123456789abcdef here\"}}",
            )
        }),
        "the server answers 403 Forbidden (No … here): the token needs access to the base and the scope data.records:read",
        1,
    );
    is(
        told(|| error(404, ("X", "y"), "{\"error\": \"NOT_FOUND\"}")),
        "the server answers 404 Not Found (NOT_FOUND): is there such a base, and such a table, and may the token see them?",
        1,
    );
    assert_eq!(
        told(|| page(&[], Some("same"))).0,
        format!("{table}the pages of Case studies go round in a circle")
    );
    let (told, asked) = told(|| Answer::Silence(Duration::from_millis(500)));
    assert!(told.contains("no whole answer: ") && told.ends_with("; asked 4 times"), "{told}");
    assert_eq!(asked, 4);
}

#[test]
fn takes_the_token_to_no_other_host() {
    let thief = Server::start(|_, _, _| json("{\"records\": []}"));
    let address = thief.address.clone();
    let server =
        base(move |_, _, _| Answer::Whole(302, vec![("Location", format!("{address}/v0/x"))], Vec::new()));
    let told = pull_from(&server, site().root(), false).err().unwrap();
    assert!(told.contains("sends on to another host, 127.0.0.1: not followed"), "{told}");
    assert_eq!(thief.asked().len(), 0);
    // Within the host it may be sent on, and files may lie anywhere.
    let store = Server::start(|_, _, _| file(PDF));
    let address = store.address.clone();
    let server = base(move |request, _, own| match request.target.as_str() {
        "/moved" => {
            page(&[case("recONEAAAAAAAAAAA", "One", &attachment(own, "attA", "a.pdf", PDF.len()))], None)
        }
        "/files/attA" => Answer::Whole(302, vec![("Location", format!("{address}/a"))], Vec::new()),
        _ => Answer::Whole(307, vec![("Location", "/moved".to_owned())], Vec::new()),
    });
    let done = pull_from(&server, site().root(), false).unwrap();
    assert_eq!((done.pulled.len(), done.figures.new), (0, 2));
    assert_eq!(store.asked()[0].authorization, None);
}

#[test]
fn trusts_no_attachment() {
    let server = base(|request, before, own| {
        let more = |id: &str, size: usize| attachment(own, id, "a.pdf", size);
        match request.target.as_str() {
            "/files/attPNG" => file(PNG),
            "/files/attHTML" => file(b"<!DOCTYPE html><p>Expired"),
            "/files/attSMALL" => file(b"%PDF-1.7 a thumbnail"),
            "/files/attCUT" => Answer::Cut("application/pdf", b"%PDF-1".to_vec()),
            "/files/attLATE" if before == 0 => Answer::Cut("application/pdf", b"%PDF-1".to_vec()),
            "/files/attLATE" => file(PDF),
            "/files/attGONE" => error(410, ("X", "y"), ""),
            _ => page(
                &[
                    case("recAAAAAAAAAAAAAA", "Png", &more("attPNG", PNG.len())),
                    case("recBBBBBBBBBBBBBB", "Html", &more("attHTML", 25)),
                    case("recCCCCCCCCCCCCCC", "Small", &more("attSMALL", 1000)),
                    case("recDDDDDDDDDDDDDD", "Cut", &more("attCUT", 1000)),
                    case("recEEEEEEEEEEEEEE", "Late", &more("attLATE", PDF.len())),
                    case("recFFFFFFFFFFFFFF", "Gone", &more("attGONE", 7)),
                    case("recGGGGGGGGGGGGGG", "File", &attachment("file://", "attFILE", "etc.pdf", 7)),
                ],
                None,
            ),
        }
    });
    let site = site();
    let done = pull_from(&server, site.root(), false).unwrap();
    let kept: Vec<_> = walk(&site.root().join("content/assets"));
    assert_eq!(kept.len(), 2, "{kept:?}");
    let told: Vec<_> = done
        .pulled
        .iter()
        .filter(|told| !told.contains("UnexpectedEof"))
        .map(|told| told.replace("the attachment `a.pdf` was not fetched: ", ""))
        .collect();
    let of = |record: &str| {
        told.iter()
            .find(|told| told.ends_with(&format!("(cases {record})")))
            .map(String::as_str)
            .unwrap_or_default()
    };
    assert!(
        of("recAAAAAAAAAAAAAA").starts_with("misnamed_download: the attachment `a.pdf` is a png"),
        "{told:#?}"
    );
    assert!(
        of("recBBBBBBBBBBBBBB").starts_with("attachment_not_fetched: a web page came in its place"),
        "{told:#?}"
    );
    assert!(
        of("recCCCCCCCCCCCCCC")
            .starts_with("attachment_not_fetched: it was cut short: 20 bytes of 1000; asked 4 times"),
        "{told:#?}"
    );
    assert!(of("recDDDDDDDDDDDDDD").contains("asked 4 times"), "{told:#?}");
    assert!(of("recFFFFFFFFFFFFFF").contains("the server answers 410"), "{told:#?}");
    assert!(of("recGGGGGGGGGGGGGG").contains("its address is not https"), "{told:#?}");
    assert!(text(site.root(), "content/cases/late.md").contains("name: a.pdf"));
    assert!(text(site.root(), "content/cases/png.md").contains(".png\n  name: a.pdf"));
    assert!(!text(site.root(), "content/cases/html.md").contains("attachments"));
}

#[test]
fn a_file_that_cannot_be_fetched_today_takes_no_other_out_of_its_record() {
    let round = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&round);
    let server = base(move |request, _, own| match request.target.as_str() {
        "/files/attNEW" => error(410, ("X", "y"), ""),
        target if target.starts_with("/files/") => file(PDF),
        _ => {
            let id = if seen.load(Ordering::SeqCst) == 0 { "attOLD" } else { "attNEW" };
            page(&[case("recAAAAAAAAAAAAAA", "One", &attachment(own, id, "a.pdf", PDF.len()))], None)
        }
    });
    let site = site();
    pull_from(&server, site.root(), false).unwrap();
    let before = text(site.root(), "content/cases/one.md");
    assert!(before.contains("name: a.pdf"), "{before}");
    round.store(1, Ordering::SeqCst);
    let done = pull_from(&server, site.root(), true).unwrap();
    assert!(done.pulled[0].starts_with("attachment_not_fetched: "), "{:?}", done.pulled);
    assert_eq!(text(site.root(), "content/cases/one.md"), before);
    assert_eq!(walk(&site.root().join("content/assets")).len(), 1, "its file went");
}

#[test]
fn goes_on_where_it_stopped() {
    // Two records of one title: nothing may be written, but what was fetched is not fetched again.
    let stuck = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&stuck);
    let server = base(move |request, _, own| match request.target.as_str() {
        target if target.starts_with("/files/") => file(PDF),
        _ => {
            let second = if seen.fetch_add(1, Ordering::SeqCst) == 0 { "One" } else { "Two" };
            let more = |id: &str| attachment(own, id, "a.pdf", PDF.len());
            page(
                &[
                    case("recAAAAAAAAAAAAAA", "One", &more("attA")),
                    case("recBBBBBBBBBBBBBB", second, &more("attB")),
                ],
                None,
            )
        }
    });
    let site = site();
    let done = pull_from(&server, site.root(), false).unwrap();
    assert_eq!(
        done.pulled,
        ["same_name: `One` (recBBBBBBBBBBBBBB) and `One` (recAAAAAAAAAAAAAA) would both be cases/one"]
    );
    assert!(!site.root().join("content/cases").exists(), "a record was written");
    let done = pull_from(&server, site.root(), false).unwrap();
    assert_eq!(done.figures.new, 3);
    assert_eq!(server.count("/files/"), 2, "a file was fetched twice");
    // One content, one file.
    assert_eq!(walk(&site.root().join("content/assets")).len(), 1);
}

#[test]
fn keeps_names_and_removes_only_what_it_may() {
    let round = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&round);
    let server = base(move |_, _, _| {
        let one = |title| case("recAAAAAAAAAAAAAA", title, "");
        let edited = case("recBBBBBBBBBBBBBB", "Edited", "");
        let deleted = case("recCCCCCCCCCCCCCC", "Deleted", "");
        let anew = case("recDDDDDDDDDDDDDD", "Anew", "");
        match seen.load(Ordering::SeqCst) {
            0 => page(&[one("One"), edited, deleted, anew], None),
            _ => page(&[one("Another title"), case("recEEEEEEEEEEEEEE", "Anew", "")], None),
        }
    });
    let site = site();
    let root = site.root();
    assert_eq!(pull_from(&server, root, false).unwrap().figures.new, 5);
    site.write("content/cases/edited.md", "---\ntitle: Mine\nairtable_id: recBBBBBBBBBBBBBB\n---\n");
    site.write("content/cases/hand.md", "---\ntitle: By hand\nairtable_id: recZZZZZZZZZZZZZZ\n---\n");
    round.store(1, Ordering::SeqCst);
    // A record that was deleted and made anew takes the name over only when the old one may go.
    let done = pull_from(&server, root, false).unwrap();
    assert!(
        done.pulled[0].starts_with("same_name: `Anew` (recEEEEEEEEEEEEEE) and content/cases/anew.md"),
        "{:?}",
        done.pulled
    );
    assert!(done.pulled.iter().any(|told| told == "gone_upstream: cases/deleted was deleted in Airtable"));
    assert_eq!(done.figures, Figures::default());
    let done = pull_from(&server, root, true).unwrap();
    assert_eq!(done.figures, Figures { changed: 2, same: 1, edited: 1, removed: 1, ..Figures::default() });
    let left: Vec<_> = walk(&root.join("content/cases"));
    assert_eq!(left, ["anew.md", "edited.md", "hand.md", "one.md"]);
    assert!(text(root, "content/cases/one.md").starts_with("---\ntitle: Another title\n"));
    assert!(text(root, "content/cases/anew.md").contains("recEEEEEEEEEEEEEE"));
    assert!(text(root, "content/cases/edited.md").contains("Mine"));
}

#[test]
fn prunes_attachments_that_nothing_uses() {
    let round = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&round);
    let server = base(move |request, _, own| {
        if request.target.starts_with("/files/attA") {
            return file(PDF);
        } else if request.target.starts_with("/files/") {
            return file(PNG);
        }
        let with = |id: &str, name: &str, size: usize| attachment(own, id, name, size);
        match seen.load(Ordering::SeqCst) {
            0 => page(
                &[
                    case("recAAAAAAAAAAAAAA", "One", &with("attA", "a.pdf", PDF.len())),
                    case("recBBBBBBBBBBBBBB", "Two", &with("attB", "b.png", PNG.len())),
                ],
                None,
            ),
            _ => page(&[case("recAAAAAAAAAAAAAA", "One", ""), case("recBBBBBBBBBBBBBB", "Two", "")], None),
        }
    });
    let site = site();
    let root = site.root();
    pull_from(&server, root, false).unwrap();
    let files = || walk(&root.join("content/assets/airtable"));
    assert_eq!(files().len(), 2);
    // One of them is named in a record that somebody wrote.
    let png = files().into_iter().find(|file| file.ends_with("png")).unwrap();
    let by_hand = format!("---\ntitle: Mine\nattachments: [/assets/airtable/{png}]\n---\n");
    site.write("content/papers/mine.md", by_hand);
    round.store(1, Ordering::SeqCst);
    pull_from(&server, root, false).unwrap();
    assert_eq!(files().len(), 2, "without --prune nothing goes");
    pull_from(&server, root, true).unwrap();
    assert_eq!(files(), [png]);
    assert_eq!(text(root, ".annals/attachments.jsonl").lines().count(), 1);
}

#[test]
fn needs_names_where_the_settings_use_names() {
    let server = Server::start(|request, _, _| {
        if request.target.starts_with("/v0/meta/") {
            error(403, ("X", "y"), "{}")
        } else {
            page(&[case("recAAAAAAAAAAAAAA", "One", "")], None)
        }
    });
    let told = pull_from(&server, site().root(), false).err().unwrap();
    assert!(told.contains("maps fields of cases by name, and the token may not see names"), "{told}");
    let by_id = SETTINGS.split("      fields: {Name").next().unwrap().to_owned()
        + "      fields: {fldNAMEAAAAAAAAAA: title}\n";
    let site = Site::new().file("annals.yaml", by_id);
    assert_eq!(pull_from(&server, site.root(), false).unwrap().figures.new, 1);
}

fn run(site: &Site, arguments: &[&str], token: Option<&str>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.current_dir(site.root()).args(arguments).env("NO_COLOR", "1").env_remove("AIRTABLE_TOKEN");
    if let Some(token) = token {
        command.env("AIRTABLE_TOKEN", token);
    }
    let out = command.output().unwrap();
    let (stdout, stderr) = (String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap());
    assert!(!stdout.contains("SECRET") && !stderr.contains("SECRET"), "the token was printed");
    (out.status.code().unwrap(), stdout, stderr)
}

#[test]
fn a_pull_keeps_records_for_members_and_their_files_where_not_everybody_reads() {
    let server = base(|request, _, own| match request.target.as_str() {
        "/files/attA" => file(PDF),
        "/files/attB" => file(PNG),
        _ => page(
            &[
                case("recAAAAAAAAAAAAAA", "Open", &attachment(own, "attA", "a.pdf", PDF.len())),
                case("recBBBBBBBBBBBBBB", "Closed", &attachment(own, "attB", "b.png", PNG.len())),
            ],
            None,
        ),
    });
    let folders = "content: [{path: content, public_repository: true}, {path: ../private, optional: true}]\n";
    let of = |visibility: &str| {
        format!("{SETTINGS}{folders}collections: {{cases: {{visibility: {visibility}}}}}\n")
    };
    let site = Site::new().file("site/annals.yaml", of("members")).file("private/cases/README.txt", "");
    let pull = || {
        let asked = ["--root", "site", "pull", "--endpoint", server.address.as_str()];
        let (status, stdout, stderr) = run(&site, &asked, Some(TOKEN));
        assert_eq!(status, 0, "{stderr}");
        stdout.lines().last().unwrap().to_owned()
    };
    let files = |below: &str| -> Vec<String> {
        let all = walk(site.root()).into_iter().filter(|path| path.starts_with(below));
        all.map(|path| path.rsplit_once('/').map_or(path.clone(), |(folder, _)| folder.to_owned())).collect()
    };
    assert!(pull().starts_with("3 new"));
    assert_eq!(files("site/content"), ["site/content/organisations"]);
    let closed = ["private/.annals", "private/assets/airtable", "private/assets/airtable"];
    assert_eq!(files("private")[..3], closed);
    assert!(site.root().join("private/cases/open.md").exists());
    assert!(pull().starts_with("0 new, 0 changed"));
    // One that an editor made public and moved is followed there, and its file with it.
    let (from, to) =
        (site.root().join("private/cases/open.md"), site.root().join("site/content/cases/open.md"));
    fs::create_dir(to.parent().unwrap()).unwrap();
    fs::rename(from, to).unwrap();
    assert!(pull().starts_with("0 new, 0 changed"));
    let open = ["site/content/assets/airtable", "site/content/cases", "site/content/organisations"];
    assert_eq!(files("site/content"), open);
    assert_eq!(files("private")[..3], closed);
    // What is public from the start leaves nothing behind in the other folder.
    fs::remove_dir_all(site.root().join("private")).unwrap();
    fs::remove_dir_all(site.root().join("site/content")).unwrap();
    fs::remove_dir_all(site.root().join("site/.annals")).unwrap();
    site.write("site/annals.yaml", of("public"));
    site.write("private/cases/README.txt", "");
    assert!(pull().starts_with("3 new"));
    assert_eq!(files("private"), ["private/cases"]);
    assert_eq!(files("site/content").len(), 5);
}

#[test]
fn the_command_shows_then_writes() {
    let server = base(|request, _, own| match request.target.as_str() {
        "/files/attA" => file(PDF),
        _ => page(&[case("recAAAAAAAAAAAAAA", "One", &attachment(own, "attA", "a.pdf", PDF.len()))], None),
    });
    let site = site();
    let endpoint = ["pull", "--endpoint", server.address.as_str()];
    let (status, stdout, stderr) = run(&site, &[&endpoint[..], &["--dry-run"]].concat(), Some(TOKEN));
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("+++ b/content/cases/one.md\n@@ -0,0 +1"), "{stdout}");
    assert!(stderr.contains("1 attachments would be fetched"), "{stderr}");
    assert_eq!(walk(site.root()), ["annals.yaml"], "a dry run wrote");
    let (status, stdout, _) = run(&site, &endpoint, Some(TOKEN));
    assert_eq!((status, stdout.lines().last().unwrap().split(',').next()), (0, Some("2 new")));
    let (status, stdout, _) = run(&site, &endpoint, Some(TOKEN));
    assert_eq!((status, stdout.contains("0 new, 0 changed, 0 removed")), (0, true));
}

#[test]
fn the_command_says_what_it_lacks() {
    let (status, _, stderr) = run(&site(), &["pull"], None);
    assert_eq!((status, stderr.contains("AIRTABLE_TOKEN is not set")), (2, true), "{stderr}");
    let (status, _, stderr) = run(&site(), &["pull", "--endpoint", "http://example.org"], Some(TOKEN));
    assert_eq!((status, stderr.contains("would get the token unencrypted")), (2, true), "{stderr}");
    let (status, _, stderr) = run(&Site::new(), &["pull"], Some(TOKEN));
    assert_eq!((status, stderr.contains("annals.yaml says nothing of Airtable")), (2, true), "{stderr}");
    let server = Server::start(|_, _, _| error(401, ("X", "y"), "{}"));
    let (status, _, stderr) = run(&site(), &["pull", "--endpoint", &server.address], Some(TOKEN));
    assert_eq!((status, stderr.contains("the token is not accepted")), (2, true), "{stderr}");
}
