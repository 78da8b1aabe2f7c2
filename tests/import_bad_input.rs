//! What is damaged, enormous or ill meant: one clear fault with its place, and nothing is written.

use std::io::{Cursor, Write};

use crate::harness::{Ran, Site};

/// Imports a file that cannot be read; the fault that is told.
fn refused(name: &str, bytes: &[u8]) -> String {
    let site =
        Site::new().file("in/good.csv", "No,Action,Owner\n1,Go,Town\n").file(&format!("in/{name}"), bytes);
    let ran = site.run(&["--message-format", "short", "import", "in"]);
    assert_eq!(ran.status, 1, "{name}: {}{}", ran.stdout, ran.stderr);
    assert!(!site.root().join("content").exists(), "{name}: something was written");
    assert!(!site.root().join(".annals").exists(), "{name}: the ledger was written");
    let fault = ran.stderr.lines().find(|line| line.contains(": error["));
    fault.unwrap_or_else(|| panic!("{name}: no error in {}", ran.stderr)).to_owned()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn text_in_another_encoding_is_placed() {
    let fault = refused("note.txt", b"# Write-up\n\nAction 1: caf\xe9.\nAction 2: x.\n");
    assert!(
        fault.starts_with("in/note.txt:3:14: error[unreadable_document]: ")
            || fault.starts_with("in/note.txt:3:14: error[unreadable_"),
        "{fault}"
    );
    assert!(refused("note.md", b"\xff\xfeN\0o\0t\0e\0").contains("UTF-16"));
}

#[test]
fn nul_bytes_are_placed() {
    let fault = refused("note.txt", b"# Write-up\n\nAction 1: x\0y.\n");
    assert!(fault.starts_with("in/note.txt:3:12: "), "{fault}");
}

#[test]
fn a_file_of_100_mb_is_not_read() {
    let huge = vec![b'x'; 100_000_000];
    for name in ["huge.txt", "huge.md", "huge.csv", "huge.json", "huge.docx", "huge.xlsx", "huge.html"] {
        let fault = refused(name, &huge);
        assert!(fault.contains(" MB"), "{fault}");
    }
}

#[test]
fn json_cut_in_half_is_placed() {
    let fault = refused("cases.json", b"{\"records\": [\n{\"id\": \"recA\", \"fields\": {\"Na");
    assert!(fault.starts_with("in/cases.json:2:"), "{fault}");
}

#[test]
fn a_document_that_unpacks_to_gigabytes_is_refused() {
    let bomb = zipped(&[("word/document.xml", &vec![b' '; 300 * 1024 * 1024])]);
    assert!(bomb.len() < 1_000_000, "packed it is small: {}", bomb.len());
    let fault = refused("bomb.docx", &bomb);
    assert!(fault.contains("unpacked, the document has 300 MB"), "{fault}");
}

#[test]
fn a_cut_word_document_and_a_cut_workbook_are_refused() {
    let whole = zipped(&[("word/document.xml", b"<w:document/>"), ("xl/workbook.xml", b"<workbook/>")]);
    for name in ["note.docx", "log.xlsx"] {
        let fault = refused(name, &whole[..whole.len() * 2 / 3]);
        assert!(fault.contains("cut or damaged"), "{fault}");
        assert!(!fault.contains("PK"), "raw bytes are shown: {fault}");
    }
    let human = |name: &str| -> Ran {
        let site = Site::new().file(name, &whole[..whole.len() * 2 / 3]);
        site.run(&["import", name])
    };
    let told = human("note.docx").stderr;
    assert!(
        told.chars().all(|letter| letter == '\n' || !letter.is_control()) && !told.contains("PK"),
        "{told}"
    );
    let pdf = Site::new().file("a.pdf", b"%PDF-1.7\n\x01\x02").run(&["import", "a.pdf"]);
    assert!(
        pdf.status == 1 && pdf.stderr.contains("pdftotext -layout") && !pdf.stderr.contains('\u{1}'),
        "{}",
        pdf.stderr
    );
}

#[test]
fn ragged_rows_of_a_log_are_placed() {
    let log = "No,Action,Owner,Status\n1,Go,Town,Live\n2,Come\n3,Stay,Town,Live,what,else\n";
    let fault = refused("log.csv", log.as_bytes());
    assert!(fault.starts_with("in/log.csv:3:1: error[ragged_csv] the row has 2 cells, the log 4"), "{fault}");
    let site = Site::new().file("log.csv", log);
    let ran = site.run(&["--message-format", "short", "import", "log.csv"]);
    assert!(
        ran.stderr.contains("log.csv:4:1: error[ragged_csv]") && ran.stderr.contains("what else"),
        "{}",
        ran.stderr
    );
    // Empty cells at the end of a row move nothing; what was pasted out of a sheet may lack them.
    let site = Site::new().file("log.csv", "No,Action,Owner,Status\n1,Go,Town,Live,,\n");
    assert_eq!(site.run(&["import", "log.csv"]).status, 0);
    let site = Site::new().file("log.txt", "No\tAction\tOwner\tStatus\n1\tGo\tTown\tLive\n2\tCome\n");
    let ran = site.run(&["--message-format", "short", "import", "log.txt"]);
    assert!(ran.status == 0 && ran.stderr.contains("log.txt:3:1: warning[ragged_row]"), "{}", ran.stderr);
}

#[test]
fn a_ragged_grid_view_is_placed() {
    let fault = refused("Cases-Grid view.csv", b"Name,summary\nA,x\nB,y,z\n");
    assert!(
        fault.starts_with("in/Cases-Grid view.csv:3:1: error[unreadable_export] a row of 3 cells"),
        "{fault}"
    );
}

#[test]
fn every_encoding_but_utf_8_is_named_with_the_way_out() {
    let told = |name: &str, bytes: &[u8]| Site::new().file(name, bytes).run(&["import", name]).stderr;
    let wide: Vec<u8> = "# Write-up of 3 July".bytes().flat_map(|byte| [byte, 0]).collect();
    for (name, bytes) in [("note.txt", wide.clone()), ("note.md", [b"\xff\xfe".to_vec(), wide].concat())] {
        let told = told(name, &bytes);
        assert!(told.contains("UTF-16") && told.contains("iconv -f UTF-16"), "{name}: {told}");
    }
    for name in ["note.txt", "log.csv", "cases.json", "note.html"] {
        let told = told(name, b"No,Action\n1,caf\xe9 and more\n");
        assert!(told.contains("WINDOWS-1252") && told.contains(&format!("{name}:2:6")), "{name}: {told}");
    }
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_refused() {
    for name in ["note.docx", "log.xlsx", "log.ods"] {
        let fault = refused(name, b"No,Action,Owner\n1,Stay,Town\n");
        assert!(fault.contains("and the file is none"), "{fault}");
    }
}

#[test]
fn a_log_of_thousands_of_rows_is_read() {
    use std::fmt::Write as _;
    let mut log = "No,Action,Owner,Status\n".to_owned();
    for number in 1..=5_000 {
        let _ = writeln!(log, "{number},Do the thing number {number},Town,Live");
    }
    let site = Site::new().file("log.csv", log);
    let ran = site.run(&["--quiet", "--message-format", "short", "import", "log.csv"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr.lines().take(5).collect::<String>());
    assert!(ran.stdout.starts_with("5000 new"), "{}", ran.stdout);
    assert!(site.root().join("content/actions/log-5000.md").exists());
}
