//! Reports as PDF: what is in it, how it is tagged, that nothing runs out of the page, and what bad
//! input gets. `pdftotext` and `pdftoppm` (poppler-utils) look at the files; `tests/run` installs them.

use crate::harness::Site;

/// A report with what is hard to set.
pub fn hard() -> Site {
    let rows: String = (0..400)
        .map(|n| format!("| Row {n} | Words about row {n} and its neighbours | {} |\n", n * 7))
        .collect();
    let body = format!(
        "## Names\n\nŁukasz Żółć, Ναυσικά, Иван Ёлкин and שלום wrote #x *y* $z$ \\\\@ <b>this</b> hy\u{ad}phen.\n\n\
         {} and https://example.org/{} end.\n\n- one\n- two\n\n> Quoted words.\n\n```\nverbatim {}\n```\n\n\
         A note here[^a] and again[^a].\n\n[^a]: What the note says.\n\n## Empty\n\n## Table\n\nThe table \
         follows.\n\n| Name | What | Number |\n| --- | --- | --: |\n{rows}\n\n## After\n\nLast words.\n",
        "x".repeat(180),
        "abc".repeat(60),
        "long ".repeat(60),
    );
    Site::new()
        .file(
            "annals.yaml",
            "title: Test archive\ndefault_visibility: public\nbase_url: https://example.org/a/\n",
        )
        .record("topics/water", "title: Water", "")
        .record(
            "issues/wells",
            "title: Who may dig wells?\ntopic: water\nhistory:\n- on: 2019-03-01\n  discussed: true\n  \
             agreement: agreed\n  work: done\n  positions:\n  - {party: Board, view: Anyone}\n  evidence: []",
            "",
        )
        .record("reports/r", HEAD, &body)
}

const HEAD: &str = "title: A report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft\ndate: 2019-07-31\n\
                    editors:\n- name: Ana Editor";

#[test]
fn a_draft_for_comment_is_a_word_file_with_every_paragraph_in_a_bookmark() {
    let site = hard();
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let file = std::fs::File::open(site.root().join("r.docx")).unwrap();
    let mut file = zip::ZipArchive::new(file).unwrap();
    let text = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
    for words in ["w:name=\"issue_wells\"", "Row 399", "Łukasz Żółć", "<w:tblHeader/>", "Last words."] {
        assert!(text.contains(words), "{words} is not in it");
    }
    let numbered = text.matches("<w:pStyle w:val=\"Numbered\"/></w:pPr><w:bookmarkStart").count();
    let ran = site.run(&["report", "r", "--format", "json"]);
    assert_eq!(numbered, ran.stdout.matches("\"voice\"").count());
}

/// A report one of whose issues a party answers to.
fn answered() -> Site {
    let site = hard();
    let path = site.root().join("content/issues/wells.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let replies = "\nreplies:\n- {party: Board, asked: 2019-04-01, received: 2019-04-20, text: We dispute this account, \
                   signed_off: 2019-04-21}\nhistory:";
    std::fs::write(&path, text.replace("\nhistory:", replies)).unwrap();
    site
}

#[test]
fn what_a_party_answers_is_in_the_word_file_too() {
    let site = answered();
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let file = std::fs::File::open(site.root().join("r.docx")).unwrap();
    let mut file = zip::ZipArchive::new(file).unwrap();
    let text = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
    for words in ["Right of reply", "Reply of ", "We dispute this account"] {
        assert!(text.contains(words), "{words} is not in it");
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_pdf_the_program_says_in_one_line_how_to_get_it() {
    let site = hard();
    let ran = site.run(&["report", "r", "--format", "pdf"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("cargo install annals --features pdf"), "{}", ran.stderr);
    let ran = site.run(&["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = ran.stderr.lines().filter(|line| line.contains("--features pdf")).count();
    assert_eq!(told, 1, "{}", ran.stderr);
}

#[cfg(feature = "pdf")]
mod set {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use lopdf::content::Content;
    use lopdf::{Dictionary, Document, Object};

    use super::{HEAD, hard};
    use crate::harness::Site;

    fn pdf(site: &Site) -> PathBuf {
        let out = site.root().join("r.pdf");
        let ran = site.run(&["report", "r", "--format", "pdf", "--out", out.to_str().unwrap()]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        out
    }

    fn run(program: &str, arguments: &[&str], file: &Path) -> Vec<u8> {
        let mut command = Command::new(program);
        command.args(arguments).arg(file);
        if program == "pdftotext" {
            command.arg("-");
        }
        let output = command.output();
        let output = output.unwrap_or_else(|_| panic!("{program} is not there: install poppler-utils"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// Letters and digits only: lines break and hyphens fall where they may.
    fn bare(text: &str) -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).collect()
    }

    #[test]
    fn every_paragraph_is_there_in_reading_order_and_nothing_is_read_as_markup() {
        let site = hard();
        let text = bare(&String::from_utf8(run("pdftotext", &["-raw"], &pdf(&site))).unwrap());
        let mut at = 0;
        for words in [
            "A report",
            "Contents",
            "By 31 July 2019",
            "Ναυσικά",
            "Иван Ёлкин",
            "#x y $z$",
            "abcabc",
            "Quoted words",
            "verbatim",
            "A note here",
            "The table follows",
            "Row 0",
            "Row 211 Words about row 211",
            "Row 399",
            "Last words",
            "Who may dig wells?",
            "Board",
            "Anyone",
        ] {
            let words = bare(words);
            let found = text[at..].find(&words);
            at +=
                found.unwrap_or_else(|| panic!("{words} is not after {}", &text[at.saturating_sub(40)..at]));
        }
        assert!(text.contains("Whatthenotesays"));
    }

    #[test]
    fn the_same_report_is_the_same_bytes_whatever_the_day() {
        let site = hard();
        let first = std::fs::read(pdf(&site)).unwrap();
        let ran =
            site.run(&["report", "r", "--format", "pdf", "--today", "2031-01-01", "--out", "again.pdf"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(first == std::fs::read(site.root().join("again.pdf")).unwrap());
    }

    #[test]
    fn nothing_crosses_the_margin() {
        let site = hard();
        let pages = Document::load(pdf(&site)).unwrap().get_pages().len();
        assert!(pages > 8, "{pages} pages");
        for page in 1..=pages {
            let number = page.to_string();
            let flags = ["-gray", "-r", "36", "-singlefile", "-f", &number, "-l", &number];
            let (width, height, grey) = grey(&run("pdftoppm", &flags, &site.root().join("r.pdf")));
            // At 36 dots an inch, 15 mm are 21 dots.
            for (n, dot) in grey.iter().enumerate() {
                let (x, y) = (n % width, n / width);
                let margin = x < 21 || x + 21 > width || y < 14 || y + 14 > height;
                assert!(!margin || *dot > 250, "page {page}: ink at {x}, {y} of {width} × {height}");
            }
        }
    }

    /// Width, height and dots of a PGM.
    fn grey(image: &[u8]) -> (usize, usize, Vec<u8>) {
        let head: Vec<&[u8]> = image.splitn(4, |byte| byte.is_ascii_whitespace()).collect();
        let number = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().parse::<usize>().unwrap();
        let (width, height) = (number(head[1]), number(head[2]));
        (width, height, image[image.len() - width * height..].to_vec())
    }

    #[test]
    fn it_is_tagged_named_and_in_a_language_as_the_standards_ask() {
        let site = hard();
        let file = Document::load(pdf(&site)).unwrap();
        let catalog = file.catalog().unwrap();
        let of = |dictionary: &Dictionary, key: &[u8]| {
            file.get_dictionary(dictionary.get(key).unwrap().as_reference().unwrap()).unwrap().clone()
        };
        let inline = |key: &[u8]| match catalog.get(key).unwrap() {
            Object::Dictionary(dictionary) => dictionary.clone(),
            Object::Reference(id) => file.get_dictionary(*id).unwrap().clone(),
            other => panic!("{other:?}"),
        };
        assert!(inline(b"MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
        assert!(inline(b"ViewerPreferences").get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en");
        assert!(inline(b"Outlines").has(b"First"));
        assert!(
            catalog.has(b"PageLabels") && catalog.has(b"StructTreeRoot") && catalog.has(b"OutputIntents")
        );
        let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
        let metadata = file.get_object(metadata).unwrap().as_stream().unwrap().get_plain_content().unwrap();
        let metadata = String::from_utf8(metadata).unwrap();
        for words in
            ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "A report", "2019-07-31"]
        {
            assert!(metadata.contains(words), "{words} is not in\n{metadata}");
        }
        let info = of(&file.trailer, b"Info");
        assert!(info.has(b"Title") && info.has(b"Author"));
    }

    #[test]
    fn every_figure_has_other_words_every_table_heads_and_every_link_an_annotation() {
        let site = hard();
        let file = Document::load(pdf(&site)).unwrap();
        let elements: Vec<&Dictionary> = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|one| one.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"StructElem"))
            .collect();
        let of = |role: &[u8]| {
            let is =
                |one: &&&Dictionary| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role);
            elements.iter().filter(is).copied().collect::<Vec<_>>()
        };
        assert!(!of(b"Figure").is_empty());
        for figure in of(b"Figure") {
            assert!(
                figure.get(b"Alt").is_ok_and(|alt| !alt.as_str().unwrap_or_default().is_empty()),
                "{figure:?}"
            );
        }
        // The 400 rows: a head each, and heads of columns once, however often they are printed.
        assert!(of(b"TH").len() >= 403 && of(b"TH").len() < 440, "{} heads", of(b"TH").len());
        assert!(of(b"TR").len() >= 401 && of(b"Note").len() == 1);
        assert!(!of(b"H1").is_empty() && !of(b"H3").is_empty() && !of(b"L").is_empty());
        for link in file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|one| one.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Link"))
        {
            assert!(link.has(b"Contents") && link.has(b"StructParent"), "{link:?}");
        }
    }

    #[test]
    fn everything_on_a_page_is_tagged_or_an_artifact() {
        let site = hard();
        let file = Document::load(pdf(&site)).unwrap();
        for (page, id) in file.get_pages() {
            let content = Content::decode(&file.get_page_content(id)).unwrap();
            let mut depth = 0;
            for operation in content.operations {
                match &*operation.operator {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "Tj" | "TJ" | "S" | "s" | "f" | "f*" | "B" | "B*" | "b" | "Do" | "sh" => {
                        assert!(depth > 0, "page {page}: {} outside every tag", operation.operator);
                    }
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "page {page}");
        }
    }

    /// An archive with a case, a workshop with actions, and what hangs on them.
    fn papers() -> Site {
        Site::new()
            .file(
                "annals.yaml",
                "title: Test archive\ndefault_visibility: public\nbase_url: https://example.org/a/\n",
            )
            .record("topics/water", "title: Water", "")
            .record(
                "cases/wells",
                "title: The wells of Łódź\nsummary: A case in two sentences.\nstart_year: 2018\nstatus: started",
                "# Problem and purpose\n\nThere were no wells <b>at all</b>.\n\n- one\n- two\n  - deeper\n\n\
                 > Said by somebody.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n### A gap in the levels\n\nA note[^1].\n\n[^1]: What it says.",
            )
            .record(
                "workshops/first",
                "title: First workshop\nnumber: 1\ndate: 2019-03-01\nagenda: [Wells, Springs]",
                "## Actions from the workshop\n\n| Action | Responsible |\n| --- | --- |\n\
                 | **Action 1:** Draw a map | Board |\n| **Action 2:** Count the wells | Board |\n\n## Talk\n\n\
                 They talked.\n\n| Discussion or question | Response or action |\n| --- | --- |\n| Who digs? | Action 1 |",
            )
    }

    #[test]
    fn a_case_a_write_up_and_the_register_are_set_too_and_linked_from_their_pages() {
        let site = papers();
        let ran = site.run(&["build", "--message-format", "short", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!ran.stderr.contains("warning[report_not_set]"), "{}", ran.stderr);
        let out = site.root().join("output/public");
        for (page, name, words) in [
            (
                "cases/wells",
                "wells.pdf",
                &[
                    "The wells of Łódź",
                    "How to cite",
                    "Problem and purpose",
                    "at all",
                    "deeper",
                    "Said by somebody",
                    "A gap in the levels",
                    "What it says",
                ][..],
            ),
            (
                "workshops/first",
                "first.pdf",
                &[
                    "First workshop",
                    "Agenda",
                    "Springs",
                    "Action 2",
                    "Count the wells",
                    "They talked",
                    "Who digs?",
                ],
            ),
            (
                "actions/index",
                "index.pdf",
                &["Register of actions", "Draw a map", "Count the wells", "Board"],
            ),
        ] {
            let html = std::fs::read_to_string(out.join(format!("{page}.html"))).unwrap();
            assert!(html.contains(&format!("<a href=\"{name}\">For print (PDF, ")), "{page}");
            let file = out.join(format!("{page}.pdf"));
            let text = bare(&String::from_utf8(run("pdftotext", &["-raw"], &file)).unwrap());
            let mut at = 0;
            for words in words {
                let found = text[at..].find(&bare(words));
                at += found
                    .unwrap_or_else(|| panic!("{words} is not in {page}.pdf, or not in its place: {text}"));
            }
            let tagged = Document::load(&file).unwrap();
            let catalog = tagged.catalog().unwrap();
            assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"), "{page}");
            let info = String::from_utf8(run("pdfinfo", &[], &file)).unwrap();
            assert!(info.contains("Tagged:          yes") && info.contains("Title:  "), "{info}");
        }
        let first = std::fs::read(out.join("cases/wells.pdf")).unwrap();
        let ran = site.run(&["build", "--today", "2026-11-22", "--output", "again"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(first == std::fs::read(site.root().join("again/public/cases/wells.pdf")).unwrap());
    }

    #[test]
    fn what_a_party_answers_and_the_numbers_of_the_first_figure_are_on_paper() {
        let site = super::answered();
        let text = bare(&String::from_utf8(run("pdftotext", &["-raw"], &pdf(&site))).unwrap());
        assert!(text.contains(&bare("Reply of Board: answered and signed off")), "{text}");
        assert!(text.contains(&bare("We dispute this account")), "{text}");
        let numbers =
            "Figure 1 as a table Topic Resolved Unresolved Outstanding Set aside All Water 1 0 0 0 1";
        assert!(text.contains(&bare(numbers)), "{text}");
    }

    #[test]
    fn a_figure_is_drawn_as_on_the_page_with_other_words_and_its_numbers() {
        let site = hard();
        site.write(
            "content/reports/r.md",
            format!("---\n{HEAD}\n---\n\nSee below.\n\n{{{{ figure(\"timeline\", id=\"when\") }}}}\n\n{{{{ figure(\"headings\", id=\"where\") }}}}\n"),
        );
        let file = Document::load(pdf(&site)).unwrap();
        let figures = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|one| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Figure"));
        let alts: Vec<usize> =
            figures.map(|figure| figure.get(b"Alt").unwrap().as_str().unwrap().len()).collect();
        assert!(alts.len() == 3 && alts.iter().all(|length| *length > 20), "{alts:?}");
        let text = String::from_utf8(run("pdftotext", &["-layout"], &site.root().join("r.pdf"))).unwrap();
        assert!(text.matches("Figure 2").count() >= 1 && text.contains("Water"), "{text}");
        // The numbers of a chart are told apart from those of others, also at the top of a page.
        assert_eq!(text.matches("Figure 2 as a table").count(), 1, "{text}");
    }

    #[test]
    fn what_is_for_members_says_so_on_every_page() {
        let site = hard();
        let arguments = ["report", "r", "--format", "pdf", "--audience", "members", "--out", "m.pdf"];
        let ran = site.run(&arguments);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let text = String::from_utf8(run("pdftotext", &[], &site.root().join("m.pdf"))).unwrap();
        let pages = text.matches('\u{c}').count();
        assert!(text.matches("For members of the dialogue only").count() >= pages, "{pages} pages");
        let text = String::from_utf8(run("pdftotext", &[], &pdf(&site))).unwrap();
        assert!(!text.contains("For members of the dialogue only"));
    }

    #[test]
    fn what_no_font_has_is_shown_all_the_same_and_named_with_its_record() {
        let site = Site::new().record("reports/r", HEAD, "A point: \u{f0b7} and 漢.");
        let ran =
            site.run(&["--message-format", "short", "report", "r", "--format", "pdf", "--out", "r.pdf"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let found: BTreeSet<&str> =
            ran.stderr.lines().filter(|line| line.contains("missing_glyph")).collect();
        assert_eq!(found.len(), 2, "{}", ran.stderr);
        assert!(ran.stderr.contains("content/reports/r.md:11:10: warning[missing_glyph]"), "{}", ran.stderr);
        assert!(ran.stderr.contains("U+6F22") && ran.stderr.contains("U+F0B7"), "{}", ran.stderr);
        let text = String::from_utf8(run("pdftotext", &[], &site.root().join("r.pdf"))).unwrap();
        assert!(text.contains("A point: • and [U+6F22]."), "{text}");
    }

    #[test]
    fn an_address_is_copied_as_it_is() {
        let address = "https://example.org/a/very/long/address/of/a_paper?page=1&part=2";
        let site =
            Site::new().record("reports/r", HEAD, &format!("At {address} it is.\n\n{}", "x".repeat(180)));
        let text = String::from_utf8(run("pdftotext", &["-raw"], &pdf(&site))).unwrap();
        // It may be broken over lines, and has nothing in it for that.
        assert!(text.replace('\n', "").contains(address), "{text}");
        assert!(!text.contains(&"x".repeat(100)), "{text}");
        assert!(!text.contains('\u{200b}'), "{text}");
    }

    #[test]
    fn a_table_wider_than_the_page_is_turned_and_told() {
        let site = Site::new().record(
            "reports/r",
            HEAD,
            "So wide.\n\n| a | b | c | d | e | f | g | h |\n|-|-|-|-|-|-|-|-|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |",
        );
        let ran =
            site.run(&["--message-format", "short", "report", "r", "--format", "pdf", "--out", "r.pdf"]);
        assert!(ran.stderr.contains("content/reports/r.md:13:1: warning[wide_table]"), "{}", ran.stderr);
        let file = Document::load(site.root().join("r.pdf")).unwrap();
        let turned = file.get_pages().into_values().filter(|id| {
            let sides = file.get_dictionary(*id).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
            sides[2].as_float().unwrap() > sides[3].as_float().unwrap()
        });
        assert_eq!(turned.count(), 1);
    }

    #[test]
    fn a_report_that_cannot_be_set_costs_its_pdf_and_nothing_else() {
        // A standard refuses it: it has no title.
        let site = hard().file("themes/default/report.typ", "Words.\n");
        let ran = site.run(&["build", "--message-format", "short"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(ran.stderr.contains("content/reports/r.md:1:1: warning[report_not_set]"), "{}", ran.stderr);
        assert!(site.root().join("output/public/reports/r/index.html").exists());
        assert!(!site.root().join("output/public/reports/r/report.pdf").exists());
        let ran = site.run(&["build"]);
        assert!(ran.stderr.contains("PDF/UA-1 error"), "{}", ran.stderr);
        let ran = site.run(&["build", "--strict"]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
    }

    #[test]
    fn no_package_and_no_file_of_the_disk_gets_into_a_report() {
        for fetch in
            ["#import \"@preview/tablex:0.0.8\"", "#read(\"/etc/passwd\")", "#read(\"../annals.yaml\")"]
        {
            let site = hard().file("themes/default/report.typ", fetch);
            let ran = site.run(&["report", "r", "--format", "pdf", "--out", "r.pdf"]);
            assert_eq!(ran.status, 1, "{fetch}: {}", ran.stderr);
            assert!(!site.root().join("r.pdf").exists());
        }
    }

    #[test]
    fn the_site_has_it_beside_the_report_and_sets_it_once() {
        let site = hard();
        let ran = site.run(&["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let file = site.root().join("output/public/reports/r/report.pdf");
        let first = std::fs::read(&file).unwrap();
        assert!(first == std::fs::read(pdf(&site)).unwrap(), "built and printed alike");
        let page = std::fs::read_to_string(site.root().join("output/public/reports/r/index.html")).unwrap();
        assert!(page.contains("<a href=\"report.pdf\">"));
        // What was kept is what the next build takes, as long as the report says the same.
        let kept = || {
            let folder = site.root().join("output/.pdf/public/reports.r");
            std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path())
        };
        let name = kept().next().unwrap();
        let marked = [&first[..], b"%kept\n"].concat();
        std::fs::write(&name, &marked).unwrap();
        site.run(&["build"]);
        assert!(std::fs::read(&file).unwrap() == marked, "set again");
        site.write("content/reports/r.md", format!("---\n{HEAD}\n---\n\nOther words.\n"));
        site.run(&["build"]);
        assert!(std::fs::read(&file).unwrap() != marked, "not set again");
        assert!(kept().count() == 1 && kept().next().unwrap() != name);
        site.run(&["build", "--no-pdf"]);
        assert!(!file.exists());
    }
}
