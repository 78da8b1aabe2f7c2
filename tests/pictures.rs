//! Pictures in what records say: on pages, in a PDF and in a Word file, with what they show in words.

use std::io::Read as _;

use crate::harness::Site;

const MAP: &[u8] = include_bytes!("rules/picture_not_set/good/content/assets/map.png");
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\">\
                       <rect width=\"40\" height=\"30\" fill=\"#0a5360\"/></svg>";
const REPORT: &str = "title: A report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft\ndate: 2019-07-31\n\
                      attachments: [/assets/map.png, /assets/plan.svg]";

/// A report and a case that show a map, and a drawing in a line.
fn site() -> Site {
    let body = "Where the wells are:\n\n![Map of the wells & springs](/assets/map.png)\n\n\
                And ![the plan](/assets/plan.svg) in a line.\n\n![](/assets/map.png)\n\n| A | B |\n| - | - |\n\
                | ![Small map](/assets/map.png) | words |\n\nLast words.\n";
    Site::new()
        .file(
            "annals.yaml",
            "title: Test archive\ndefault_visibility: public\nbase_url: https://example.org/a/\n",
        )
        .file("content/assets/map.png", MAP)
        .file("content/assets/plan.svg", DRAWING)
        .record("reports/r", REPORT, body)
        .record("cases/wells", "title: Wells\nattachments: [/assets/map.png, /assets/plan.svg]", body)
}

fn parts(file: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut file = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let count = file.len();
    let mut read = |n| {
        let mut part = file.by_index(n).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(&mut read).collect()
}

#[test]
fn a_word_file_shows_them_with_other_words_and_tells_what_it_cannot_show() {
    let site = site();
    let arguments = ["--message-format", "short", "report", "r", "--format", "docx", "--out", "r.docx"];
    let ran = site.run(&arguments);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("content/reports/r.md:14:17: warning[picture_not_set]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("`/assets/plan.svg` cannot be shown: Word shows PNG"), "{}", ran.stderr);
    let parts = parts(&site.root().join("r.docx"));
    let part =
        |name: &str| &parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}")).1;
    assert_eq!(part("word/media/picture0.png"), MAP);
    let text = String::from_utf8(part("word/document.xml").clone()).unwrap();
    assert_eq!(text.matches("<w:drawing>").count(), 3);
    assert_eq!(text.matches("descr=\"Map of the wells &amp; springs\"").count(), 2);
    assert!(
        text.contains("descr=\"A picture that nobody has described\"")
            && text.contains("[Picture: the plan]")
    );
    // 160 dots at 96 an inch.
    assert!(text.contains("<wp:extent cx=\"1524000\" cy=\"857250\"/>"), "{text}");
    let relations = String::from_utf8(part("word/_rels/document.xml.rels").clone()).unwrap();
    assert!(relations.contains("Id=\"picture0\"") && relations.contains("Target=\"media/picture0.png\""));
    let kinds = String::from_utf8(part("[Content_Types].xml").clone()).unwrap();
    assert!(kinds.contains("Extension=\"png\" ContentType=\"image/png\""));
    // What it shows is no part of what a paragraph says: nobody has changed it since.
    let ran = site.run(&["comments", "r.docx"]);
    assert_eq!(ran.stdout.trim(), "0 comments and 0 changes on reports/r, edition 1", "{}", ran.stdout);
}

#[test]
fn what_readers_may_not_see_is_in_no_form_of_the_report() {
    let closed = REPORT.replace("/assets/map.png,", "{file: /assets/map.png, visibility: members},");
    let site = site().record("reports/r", &closed, "A map: ![Map of the wells](/assets/map.png) here.");
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(parts(&site.root().join("r.docx")).iter().all(|(name, _)| !name.contains("media")));
    let ran = site.run(&["report", "r", "--format", "docx", "--audience", "members", "--out", "m.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(parts(&site.root().join("m.docx")).iter().any(|(_, bytes)| bytes == MAP));
    let page = site.build().page("reports/r/index.html");
    assert!(!page.contains("<img") && page.contains("Map of the wells"), "{page}");
}

#[test]
fn pages_show_them_the_report_too() {
    let built = site().build();
    for page in ["reports/r/index.html", "cases/wells.html"] {
        let page = built.page(page);
        assert!(page.contains("alt=\"Map of the wells &amp; springs\""), "{page}");
        // A drawing can run scripts where it is opened by itself; a page says what it shows.
        assert!(page.contains("the plan") && !page.contains("alt=\"the plan\""), "{page}");
    }
    let page = built.page("reports/r/index.html");
    let start = page.split("<img src=\"../../").nth(1).unwrap().split('"').next().unwrap();
    assert!(built.files().contains_key(start), "{start}");
}

#[cfg(feature = "pdf")]
mod set {
    use std::process::Command;

    use lopdf::{Document, Object};

    use super::{DRAWING, MAP, REPORT, site};

    /// The words of every figure of a file.
    fn figures(bytes: &[u8]) -> Vec<String> {
        let file = Document::load_mem(bytes).unwrap();
        let elements = file.objects.values().filter_map(|object| object.as_dict().ok());
        let figures = elements
            .filter(|one| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Figure"));
        let alt =
            |figure: &lopdf::Dictionary| lopdf::decode_text_string(figure.get(b"Alt").unwrap()).unwrap();
        let mut alts: Vec<String> = figures.map(alt).filter(|alt| !alt.starts_with("As at")).collect();
        alts.sort();
        alts
    }

    fn text(file: &std::path::Path) -> String {
        let ran = Command::new("pdftotext").arg(file).arg("-").output().unwrap();
        String::from_utf8(ran.stdout).unwrap()
    }

    #[test]
    fn a_pdf_shows_them_with_other_words_and_is_the_same_each_time() {
        let site = site();
        let ran = site.run(&["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!ran.stderr.contains("picture_not_set"), "{}", ran.stderr);
        let out = site.root().join("output/public");
        for file in ["reports/r/report.pdf", "cases/wells.pdf"] {
            let bytes = std::fs::read(out.join(file)).unwrap();
            let alts = figures(&bytes);
            for alt in
                ["A picture that nobody has described", "Map of the wells & springs", "Small map", "the plan"]
            {
                // What a page does not show, its PDF does not.
                if file.starts_with("cases") && alt == "the plan" {
                    continue;
                }
                assert!(alts.iter().any(|known| known == alt), "{file}: {alt} is not in {alts:?}");
            }
            let listed = Command::new("pdfimages").arg("-list").arg(out.join(file)).output().unwrap();
            let listed = String::from_utf8(listed.stdout).unwrap();
            assert!(listed.contains(" 160    90 "), "{file}: {listed}");
        }
        let first = std::fs::read(out.join("cases/wells.pdf")).unwrap();
        let ran = site.run(&["build", "--output", "again"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(first == std::fs::read(site.root().join("again/public/cases/wells.pdf")).unwrap());
    }

    #[test]
    fn a_picture_that_is_none_costs_itself_alone_and_is_told_each_time() {
        let site = site();
        site.write("content/assets/map.png", &MAP[..MAP.len() / 2]);
        for _ in 0..2 {
            let ran = site.run(&["--message-format", "short", "build"]);
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            for place in ["content/cases/wells.md:8:31", "content/reports/r.md:12:31"] {
                let told = format!("{place}: warning[picture_not_set]");
                assert_eq!(ran.stderr.matches(&told).count(), 1, "{told}: {}", ran.stderr);
            }
            let text = text(&site.root().join("output/public/cases/wells.pdf"));
            assert!(text.contains("[Picture: Map of the wells & springs]"), "{text}");
            assert!(text.contains("Last words."), "{text}");
        }
        let ran = site.run(&["build", "--strict"]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
    }

    #[test]
    fn a_drawing_that_cannot_be_set_costs_itself_alone_and_reaches_no_other_file() {
        for drawing in [
            DRAWING.replace("<rect", "<image href=\"../../annals.yaml\"/><rect"),
            DRAWING.replace("<rect", "<text y=\"9\" font-family=\"Libertinus Serif\">漢\u{f0b7}</text><rect"),
            DRAWING.replace("</svg>", ""),
        ] {
            let site = site().record("cases/wells", "title: Wells", "Words.").record(
                "reports/r",
                REPORT,
                "![the plan](/assets/plan.svg)",
            );
            site.write("content/assets/plan.svg", &drawing);
            let ran =
                site.run(&["--message-format", "short", "report", "r", "--format", "pdf", "--out", "r.pdf"]);
            assert_eq!(ran.status, 0, "{drawing}: {}", ran.stderr);
            assert!(
                ran.stderr.contains("content/reports/r.md:10:13: warning[picture_not_set]"),
                "{drawing}: {}",
                ran.stderr
            );
            assert!(text(&site.root().join("r.pdf")).contains("[Picture: the plan]"));
        }
    }

    #[test]
    fn what_is_kept_for_the_next_build_is_what_its_readers_may_see() {
        let site = site();
        site.run(&["build"]);
        let kept = site.root().join("output/.pdf/public/cases.wells");
        assert!(kept.is_dir());
        site.write("content/cases/wells.md", "---\ntitle: Wells\nvisibility: members\n---\n\nWords.\n");
        let ran = site.run(&["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!kept.exists(), "the PDF of what is for members by now was kept with the public ones");
    }
}
