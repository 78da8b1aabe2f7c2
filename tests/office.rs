//! Drafts for comment as LibreOffice sees them: each is opened without a window and made a PDF in
//! which every paragraph stands. Where LibreOffice is not installed that is said, and nothing is tried;
//! `tests/run` installs it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::document::hard;
use crate::harness::Site;

/// Whether LibreOffice is there; says so where it is not.
fn is_there() -> bool {
    let found = Command::new("soffice").arg("--version").output().is_ok_and(|ran| ran.status.success());
    if !found {
        eprintln!("left out: LibreOffice (soffice) is not installed");
    }
    found
}

/// What LibreOffice makes of a file; it keeps its settings in a folder of the test.
fn converted(site: &Site, file: &str, to: &str) -> PathBuf {
    let root = site.root();
    let profile = format!("-env:UserInstallation=file://{}/profile", root.display());
    let out = root.join("converted");
    let ran = Command::new("timeout")
        .args(["180", "soffice", &profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(&out)
        .arg(root.join(file))
        .output()
        .unwrap();
    let kind = to.split(':').next().unwrap();
    let made = out.join(file).with_extension(kind);
    assert!(
        made.exists(),
        "{}\n{}",
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr)
    );
    made
}

fn text_of(pdf: &Path) -> String {
    let ran = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output().unwrap();
    assert!(ran.status.success());
    let text = String::from_utf8(ran.stdout).unwrap();
    // The foot of a page comes into the middle of paragraphs.
    text.lines().filter(|line| !line.contains("reports/r, edition 1 ·")).collect::<Vec<_>>().join("\n")
}

/// Letters only: lines break where they may, and the numbers of notes stand in the middle of words.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).collect()
}

/// The words of every paragraph of a Word file, in order.
fn paragraphs(file: &Path) -> Vec<String> {
    let mut file = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let text = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
    text.split("<w:p>").skip(1).map(runs).filter(|words| !words.is_empty()).collect()
}

/// The words of the runs of a paragraph.
fn runs(paragraph: &str) -> String {
    let pieces = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
    let words = pieces.filter_map(|piece| piece.split_once("</w:t>")).map(|(words, _)| {
        words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    });
    words.collect()
}

#[test]
fn a_draft_opens_in_libreoffice_and_every_paragraph_stands_in_its_pdf() {
    if !is_there() {
        return;
    }
    let site = hard();
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = bare(&text_of(&converted(&site, "r.docx", "pdf")));
    let all = paragraphs(&site.root().join("r.docx"));
    assert!(all.len() > 400, "{}", all.len());
    let mut at = 0_usize;
    for paragraph in &all {
        let words = bare(paragraph);
        // What stands beside a table's first lines may come before or after them; the order of
        // everything is that of the document all the same, give or take a page.
        let from = at.saturating_sub(4_000).min(text.len());
        let from = (0..=from).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
        let found = text[from..].find(&words).map(|found| from + found);
        at =
            found.unwrap_or_else(|| panic!("“{paragraph}” is not in LibreOffice’s PDF, or not in its place"));
    }
}

#[test]
fn what_libreoffice_saves_again_still_knows_its_paragraphs() {
    if !is_there() {
        return;
    }
    let site = hard();
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let saved = converted(&site, "r.docx", "docx:MS Word 2007 XML");
    let ran = site.run(&["comments", saved.to_str().unwrap()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.stdout.trim(), "0 comments and 0 changes on reports/r, edition 1", "{}", ran.stdout);
}

#[cfg(feature = "pdf")]
#[test]
fn every_paragraph_of_the_draft_stands_in_the_pdf_in_its_order() {
    let site = hard();
    for (format, file) in [("docx", "r.docx"), ("pdf", "r.pdf")] {
        let ran = site.run(&["report", "r", "--format", format, "--out", file]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }
    // Between the margins: what stands at the head and the foot of a page belongs to no paragraph.
    let ran = Command::new("pdftotext")
        .args(["-raw", "-x", "0", "-y", "84", "-W", "600", "-H", "674"])
        .arg(site.root().join("r.pdf"))
        .arg("-")
        .output()
        .unwrap();
    let text = bare(&String::from_utf8(ran.stdout).unwrap());
    let mut file = zip::ZipArchive::new(std::fs::File::open(site.root().join("r.docx")).unwrap()).unwrap();
    let draft = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
    let numbered = draft.split("<w:pStyle w:val=\"Numbered\"/>").skip(1);
    let mut at = 0;
    let mut count = 0;
    for paragraph in numbered {
        let words = bare(&runs(paragraph.split("</w:p>").next().unwrap()));
        let found = text[at..].find(&words);
        at += found.unwrap_or_else(|| panic!("“{words}” is not in the PDF, or not in its place"));
        count += 1;
    }
    let ran = site.run(&["report", "r", "--format", "json"]);
    assert_eq!(count, ran.stdout.matches("\"voice\"").count());
}
