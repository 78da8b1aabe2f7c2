//! Drafts that come back: Word files with comments and tracked changes, made of our own as Word
//! writes them, and what `annals comments` tells of each.

use std::io::{Cursor, Read as _, Write as _};

use crate::harness::Site;

/// An archive with one report, its issue on lines that are known, and its draft `r.docx`.
fn drafted() -> Site {
    let site = Site::new()
        .record("topics/water", "title: Water", "")
        .record(
            "issues/wells",
            "title: Who may dig wells?\ntopic: water\nhistory:\n- on: 2019-03-01\n  discussed: true\n  \
             agreement: not-agreed\n  work: not-started\n  positions:\n  - party: Board\n    view: >-\n      \
             Anyone may dig, *wherever* there is\n      water to be found\n  evidence: []",
            "",
        )
        .record(
            "workshops/first",
            "title: First workshop\nnumber: 1\ndate: 2019-03-01",
            "## Actions from the workshop\n\n| Action | Responsible |\n| --- | --- |\n\
             | **Action 1:** Draw a map of wells | Board |\n| **Action 2:** Count the wells | Board |",
        )
        .record("reports/r", REPORT, BODY);
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    site
}

const REPORT: &str = "title: A report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft\ndate: 2019-07-31";
const BODY: &str = "The members met **twice** in the year and drew a map.\n\nThe second paragraph says \
                    something else altogether.[^n]\n\n[^n]: What the note says.";

/// The parts of a Word file, to be changed as a word processor changes them.
struct Word(Vec<(String, String)>);

impl Word {
    fn of(site: &Site) -> Self {
        let bytes = std::fs::read(site.root().join("r.docx")).unwrap();
        let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for n in 0..file.len() {
            let mut part = file.by_index(n).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.push((part.name().unwrap().to_string(), text));
        }
        Word(parts)
    }

    fn part(&mut self, name: &str) -> &mut String {
        &mut self.0.iter_mut().find(|(known, _)| known == name).unwrap().1
    }

    /// Replaces what must be there.
    fn replace(mut self, from: &str, to: &str) -> Self {
        let text = self.part("word/document.xml");
        assert!(text.contains(from), "no {from} in\n{text}");
        *text = text.replacen(from, to, 1);
        self
    }

    /// Puts a comment on words that stand in a run of their own or in the middle of one.
    fn comment(self, id: u32, words: &str) -> Self {
        let (start, end) = (
            format!("</w:t></w:r><w:commentRangeStart w:id=\"{id}\"/><w:r><w:t xml:space=\"preserve\">"),
            format!(
                "</w:t></w:r><w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
                 <w:commentReference w:id=\"{id}\"/></w:r><w:r><w:t xml:space=\"preserve\">"
            ),
        );
        self.replace(words, &format!("{start}{words}{end}"))
    }

    fn with(mut self, name: &str, text: String) -> Self {
        self.0.push((name.to_owned(), text));
        self
    }

    fn said(self, comments: &[(u32, &str, &str, &str)]) -> Self {
        let one = |(id, author, date, words): &(u32, &str, &str, &str)| {
            format!(
                "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"{date}\" w:initials=\"X\"><w:p w14:paraId=\"P{id}\">\
                 <w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r><w:annotationRef/></w:r><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
            )
        };
        let all: String = comments.iter().map(one).collect();
        self.with(
            "word/comments.xml",
            format!("<w:comments xmlns:w=\"w\" xmlns:w14=\"w14\">{all}</w:comments>"),
        )
    }

    fn save(self, site: &Site, name: &str) {
        let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in self.0 {
            file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        site.write(name, file.finish().unwrap().into_inner());
    }
}

fn json(site: &Site, file: &str) -> serde_json::Value {
    let ran = site.run(&["comments", file, "--json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

const DAY: &str = "2019-08-03T10:15:00Z";

#[test]
fn a_comment_is_told_with_paragraph_author_date_and_the_line_it_was_written_on() {
    let site = drafted();
    Word::of(&site)
        .comment(0, "wherever")
        .comment(1, "something else altogether")
        .said(&[(0, "Ana", DAY, "Not in the park"), (1, "Ben", DAY, "Such as?")])
        .save(&site, "back.docx");
    let ran = site.run(&["comments", "back.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout, @r"
    2 comments and 0 changes by 2 reviewers on reports/r, edition 1

    paragraph 4 (account-c68b0f05)
      content/reports/r.md:11
      comment by Ben, 3 August 2019, on “something else altogether”
        Such as?

    below paragraph 15 (issue-wells-says-Board)
      content/issues/wells.md:12
      comment by Ana, 3 August 2019, on “wherever”
        Not in the park
    ");
    let told = json(&site, "back.docx");
    let remarks = told["remarks"].as_array().unwrap();
    let view = remarks.iter().find(|one| one["words"] == "Not in the park").unwrap();
    assert_eq!((&view["file"], &view["line"]), (&"content/issues/wells.md".into(), &12.into()), "{view:#}");
    assert_eq!(
        (&view["author"], &view["date"], &view["since"]),
        (&"Ana".into(), &DAY.into(), &"same".into())
    );
    let prose = remarks.iter().find(|one| one["words"] == "Such as?").unwrap();
    assert_eq!((&prose["file"], &prose["line"]), (&"content/reports/r.md".into(), &11.into()), "{prose:#}");
    assert!(prose["paragraph"].as_str().unwrap().starts_with("account-"), "{prose:#}");
}

#[test]
fn a_row_of_a_table_is_tied_to_its_record_and_a_heading_to_its_issue() {
    let site = drafted();
    Word::of(&site)
        .comment(0, "Count the wells")
        .comment(1, "Who may dig wells?")
        .said(&[(0, "Ana", DAY, "Done"), (1, "Ana", DAY, "Wells and springs")])
        .save(&site, "back.docx");
    let told = json(&site, "back.docx");
    let of = |words: &str| {
        told["remarks"].as_array().unwrap().iter().find(|one| one["words"] == words).unwrap().clone()
    };
    let row = of("Done");
    assert_eq!((&row["file"], &row["line"]), (&"content/workshops/first.md".into(), &12.into()), "{row:#}");
    assert_eq!(row["since"], "same");
    let title = of("Wells and springs");
    assert_eq!((&title["file"], &title["line"]), (&"content/issues/wells.md".into(), &2.into()), "{title:#}");
}

#[test]
fn replies_follow_what_they_reply_to_and_a_comment_may_run_over_paragraphs() {
    let site = drafted();
    let word = Word::of(&site);
    let start = "<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:r><w:t xml:space=\"preserve\">The members met </w:t>";
    let end = "something else altogether.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:commentRangeEnd w:id=\"1\"/>\
               <w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>";
    word.replace("<w:r><w:t xml:space=\"preserve\">The members met </w:t>", start)
        .replace("something else altogether.</w:t></w:r>", end)
        .said(&[(0, "Ana", DAY, "Both of these?"), (1, "Ben", "2019-08-04T09:00:00Z", "Yes, both")])
        .with(
            "word/commentsExtended.xml",
            "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"P0\" w15:done=\"1\"/>\
             <w15:commentEx w15:paraId=\"P1\" w15:paraIdParent=\"P0\" w15:done=\"0\"/></w15:commentsEx>"
                .to_owned(),
        )
        .save(&site, "back.docx");
    let ran = site.run(&["comments", "back.docx"]);
    let told = ran.stdout.lines().skip_while(|line| !line.contains("comment by Ana")).collect::<Vec<_>>();
    assert!(told[0].contains(", to account-") && told[0].ends_with(", dealt with"), "{}", ran.stdout);
    assert_eq!(
        told[2].trim(),
        "reply by Ben, 4 August 2019, on “The members met twice in the year and drew a map. The second paragraph says some…”, to account-c68b0f05"
    );
    assert_eq!(told[3].trim(), "Yes, both");
    let ran = site.run(&["comments", "back.docx", "--format", "md"]);
    assert!(ran.stdout.contains("| Paragraph | Source | Who | When | On | What |"), "{}", ran.stdout);
    assert!(ran.stdout.contains("| Ben | 4 August 2019 |") && ran.stdout.contains("*reply:*<br>Yes, both"));
}

#[test]
fn tracked_changes_are_told_and_so_is_what_nobody_tracked() {
    let site = drafted();
    let change = "</w:t></w:r><w:del w:id=\"90\" w:author=\"Ben\" w:date=\"2019-08-05T00:00:00Z\"><w:r><w:delText>twi</w:delText></w:r>\
        <w:r><w:delText>ce</w:delText></w:r></w:del><w:ins w:id=\"91\" w:author=\"Ben\" w:date=\"2019-08-05T00:00:00Z\"><w:r><w:rPr><w:b/></w:rPr>\
        <w:t>three times</w:t></w:r></w:ins><w:r><w:t>";
    Word::of(&site)
        .replace("twice</w:t>", &format!("{change}</w:t>"))
        .replace("says something else", "says nothing else")
        .save(&site, "back.docx");
    let told = json(&site, "back.docx");
    let remarks = told["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 2, "{told:#}");
    assert_eq!((&remarks[0]["removed"], &remarks[0]["added"]), (&"twice".into(), &"three times".into()));
    assert_eq!((&remarks[0]["line"], &remarks[0]["author"]), (&9.into(), &"Ben".into()), "{told:#}");
    assert_eq!((&remarks[1]["kind"], &remarks[1]["line"]), (&"untracked".into(), &11.into()), "{told:#}");
    assert!(remarks[1]["added"].as_str().unwrap().contains("says nothing else"), "{told:#}");
}

/// The XML of the paragraph that holds these words.
fn around(xml: &str, words: &str) -> String {
    let at = xml.find(words).unwrap_or_else(|| panic!("no {words}"));
    let start = xml[..at].rfind("<w:p>").into_iter().chain(xml[..at].rfind("<w:p ")).max().unwrap();
    let end = at + xml[at..].find("</w:p>").unwrap() + "</w:p>".len();
    xml[start..end].to_owned()
}

#[test]
fn a_paragraph_that_was_taken_out_without_tracking_is_told() {
    let site = drafted();
    let mut word = Word::of(&site);
    let paragraph = around(word.part("word/document.xml"), "says something else altogether");
    word.replace(&paragraph, "").save(&site, "back.docx");
    let told = json(&site, "back.docx");
    let remarks = told["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 1, "{told:#}");
    assert_eq!((&remarks[0]["kind"], &remarks[0]["line"]), (&"untracked".into(), &11.into()), "{told:#}");
    assert!(remarks[0]["removed"].as_str().unwrap().starts_with("The second paragraph says"), "{told:#}");
    assert_eq!(remarks[0]["added"], "");
    let text = site.run(&["comments", "back.docx"]).stdout;
    assert!(text.contains("1 passage was changed or taken out without a mark."), "{text}");
    assert!(
        text.contains("  not in the file any more, without a mark\n    - The second paragraph"),
        "{text}"
    );
    // A report that has grown since has not lost what it has won.
    let body = BODY.replace("\n\nThe second", "\n\nBetween the two.\n\nThe second");
    site.write("content/reports/r.md", format!("---\n{REPORT}\n---\n\n{body}\n"));
    Word::of(&site).save(&site, "whole.docx");
    assert_eq!(json(&site, "whole.docx")["remarks"].as_array().unwrap().len(), 0);
    let told = json(&site, "back.docx");
    assert_eq!(told["remarks"].as_array().unwrap().len(), 1, "{told:#}");
}

#[test]
fn paragraphs_that_changed_since_are_said_so() {
    let site = drafted();
    Word::of(&site)
        .comment(0, "wherever")
        .comment(1, "something else altogether")
        .said(&[(0, "Ana", DAY, "Where?"), (1, "Ben", DAY, "Such as?")])
        .save(&site, "back.docx");
    let path = site.root().join("content/issues/wells.md");
    let text = std::fs::read_to_string(&path).unwrap();
    site.write("content/issues/wells.md", text.replace("water to be found", "water, and nowhere else"));
    let body = BODY.replace("something else altogether", "this");
    site.write("content/reports/r.md", format!("---\n{REPORT}\n---\n\nA new first paragraph.\n\n{body}\n"));
    let ran = site.run(&["comments", "back.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let below = ran.stdout.split("Changed since the draft was made:").nth(1).unwrap();
    assert!(
        ran.stdout.contains("· now ") && ran.stdout.contains("· changed since the draft"),
        "{}",
        ran.stdout
    );
    assert!(
        below.contains("issue-wells-says-Board") && below.contains("not in the report any more"),
        "{below}"
    );
}

#[test]
fn a_file_without_our_bookmarks_is_listed_all_the_same() {
    let site = drafted();
    let document = "<w:document xmlns:w=\"w\"><w:body><w:p><w:bookmarkStart w:id=\"0\" w:name=\"mine\"/><w:r><w:t>Some words</w:t></w:r>\
        <w:commentRangeStart w:id=\"0\"/><w:r><w:t>here</w:t></w:r><w:commentRangeEnd w:id=\"0\"/></w:p></w:body></w:document>";
    Word(vec![("word/document.xml".to_owned(), document.to_owned())])
        .said(&[(0, "Ana", DAY, "Hm")])
        .save(&site, "other.docx");
    let ran = site.run(&["comments", "other.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("does not say which report it is a draft of"), "{}", ran.stderr);
    assert!(
        ran.stdout.contains("a place without a name") && ran.stdout.contains("on “here”\n    Hm"),
        "{}",
        ran.stdout
    );
    let ran = site.run(&["comments", "other.docx", "--report", "s"]);
    assert_eq!((ran.status, ran.stderr.contains("no report s")), (2, true), "{}", ran.stderr);
}

#[test]
fn a_file_that_is_no_word_file_is_a_finding_and_one_that_is_not_there_a_fault() {
    let site = drafted();
    site.write("letter.docx", "Dear Ana");
    let ran = site.run(&["comments", "letter.docx", "--message-format", "short"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("letter.docx:1:1: error[unreadable_document]"), "{}", ran.stderr);
    assert_eq!(site.run(&["comments", "nowhere.docx"]).status, 2);
}

#[test]
fn nothing_of_a_stranger_is_read_as_markup_or_obeyed_by_a_terminal() {
    let site = drafted();
    Word::of(&site)
        .comment(0, "wherever")
        .said(&[(0, "Ana | *x* @all", DAY, "&lt;script&gt; | `a` &#27;[31m red")])
        .save(&site, "back.docx");
    let ran = site.run(&["comments", "back.docx", "--format", "md"]);
    let row = ran.stdout.lines().find(|line| line.contains("script")).unwrap();
    assert_eq!(row.replace("\\|", "").matches('|').count(), 7, "{row}");
    assert!(row.contains("&lt;script> \\| \\`a\\`") && row.contains("\\*x\\* &#64;all"), "{row}");
    assert!(!site.run(&["comments", "back.docx"]).stdout.contains('\u{1b}'));
}

#[test]
fn a_draft_that_nobody_touched_has_no_change_whatever_its_figures() {
    let body = "{{ figure(\"headings\") }}\n\n{{ figure(\"headings\", id=\"again\") }}";
    let site = drafted().record("reports/r", REPORT, body);
    let ran = site.run(&["report", "r", "--format", "docx", "--out", "r.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let ran = site.run(&["comments", "r.docx"]);
    assert_eq!((ran.status, ran.stdout.contains("Changed since")), (0, false), "{}", ran.stdout);
    // Each row of each figure has a bookmark of its own.
    let mut word = Word::of(&site);
    let names: Vec<&str> = word
        .part("word/document.xml")
        .split("w:name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let once: std::collections::BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(once.len(), names.len());
    assert!(names.iter().any(|name| name.contains("figure_again_topics_water")), "{names:?}");
}
