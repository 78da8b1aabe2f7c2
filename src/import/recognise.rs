//! What kind of document a file is.
//!
//! In: its name and its bytes. Out: which importer fits it, told by what is in it; a name only says
//! something where the bytes do not. What nobody knows is a fault that lists what is known.

use std::sync::Arc;

use super::documents::block::{self, Block, Kind};
use super::documents::rules::UNKNOWN_DOCUMENT;
use super::documents::{action_log, docx, html, mail, matrix, package, slides, source, timetable, write_up};
use crate::diag::{Finding, Spot};
use crate::model::text::slug;

/// A kind of document that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A table or a record out of Airtable.
    Airtable,
    /// The write-up of a workshop.
    WriteUp,
    /// A slide pack.
    Slides,
    /// An action log.
    ActionLog,
    /// A paper with a timetable of publications.
    Timetable,
    /// A paper with a progress matrix.
    Progress,
    /// Any other paper.
    Paper,
}

impl Form {
    /// Every kind.
    pub const ALL: [Form; 7] = [
        Form::Airtable,
        Form::WriteUp,
        Form::Slides,
        Form::ActionLog,
        Form::Timetable,
        Form::Progress,
        Form::Paper,
    ];

    /// The word after `--as`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Airtable => "airtable",
            Form::WriteUp => "write-up",
            Form::Slides => "slides",
            Form::ActionLog => "action-log",
            Form::Timetable => "timetable",
            Form::Progress => "progress",
            Form::Paper => "paper",
        }
    }

    /// The kind that a word after `--as` names.
    pub fn parse(word: &str) -> Option<Self> {
        Form::ALL.into_iter().find(|form| form.as_str() == word)
    }
}

/// How a document is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// Plain text or Markdown.
    Text,
    /// HTML.
    Html,
    /// A Word document.
    Word,
    /// A spreadsheet: `.xlsx`, `.ods`.
    Spreadsheet,
    /// Separated values: `.csv`, `.tsv`.
    Separated,
    /// JSON.
    Json,
}

/// Which importer fits a file.
///
/// # Errors
/// A file of a kind that no importer reads, or one that cannot be read at all.
pub fn form(file: &Arc<str>, bytes: &[u8]) -> Result<Form, Finding> {
    match wrapping(file, bytes)? {
        Wrapping::Json => Ok(Form::Airtable),
        Wrapping::Spreadsheet => Ok(Form::ActionLog),
        Wrapping::Separated => {
            let text = source::text(file, bytes)?;
            Ok(if separated_log(&text) { Form::ActionLog } else { Form::Airtable })
        }
        Wrapping::Word => of_blocks(file, &docx::blocks(file, bytes)?),
        Wrapping::Html => of_blocks(file, &html::blocks(&source::text(file, bytes)?)),
        Wrapping::Text => {
            let text = source::text(file, bytes)?;
            if text.starts_with("---\n") && text.contains("\n---\n") {
                return Ok(Form::Airtable);
            }
            if matrix::is_matrix(&text) {
                return Ok(Form::Progress);
            }
            let text = mail::read(&text).map_or(text, |mail| mail.text);
            of_blocks(file, &block::read(&text))
        }
    }
}

/// How a document is wrapped.
///
/// # Errors
/// A wrapping that nothing here opens, with how to convert it.
pub fn wrapping(file: &Arc<str>, bytes: &[u8]) -> Result<Wrapping, Finding> {
    source::size(file, bytes)?;
    let refuse = |what: &str, help: &str| {
        let message = format!("{what} cannot be imported");
        Err(Finding::new(&UNKNOWN_DOCUMENT, file, Spot::File, message).help(help))
    };
    if bytes.starts_with(b"PK\x03\x04") {
        let package = package::Package::open(file, bytes)?;
        return if package.has("word/document.xml") {
            Ok(Wrapping::Word)
        } else if package.has("xl/workbook.xml") || package.has("content.xml") && is_ods(bytes) {
            Ok(Wrapping::Spreadsheet)
        } else if package.has("ppt/presentation.xml") {
            refuse(
                "a .pptx",
                "save the slides as PDF and take the text out: pdftotext -layout SLIDES.pdf slides.txt",
            )
        } else if package.has("content.xml") {
            refuse(
                "a text or presentation of OpenDocument",
                "save it as .docx, or convert it: pandoc -t gfm -o OUT.md IN.odt",
            )
        } else {
            refuse("a .zip", "unpack it and import what is in it")
        };
    }
    if bytes.starts_with(package::COMPOUND_FILE) {
        return package::Package::open(file, bytes).map(|_| Wrapping::Text);
    }
    let kinds: [(&[u8], &str, &str); 6] = [
        (
            b"%PDF",
            "a PDF",
            "open it in Word or LibreOffice and save it as .docx, which keeps its tables; where it has none, \
             pdftotext -layout IN.pdf OUT.txt does",
        ),
        (b"{\\rtf", "an .rtf", "save it as .docx"),
        (b"\x89PNG", "a picture", "import the text it shows, and attach the picture to a record"),
        (b"\xff\xd8\xff", "a picture", "import the text it shows, and attach the picture to a record"),
        (b"GIF8", "a picture", "import the text it shows, and attach the picture to a record"),
        (b"\x1f\x8b", "a packed file", "unpack it and import what is in it"),
    ];
    if let Some((_, what, help)) = kinds.into_iter().find(|(start, ..)| bytes.starts_with(start)) {
        return refuse(what, help);
    }
    let name = file.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if let Some(ending) = [".docx", ".xlsx", ".ods"].into_iter().find(|ending| name.ends_with(ending)) {
        let message = format!(
            "the name ends in {ending}, and the file is none: it is cut or damaged, or another kind of file"
        );
        let help = "fetch it again, or open it in the program that made it and save it anew";
        return Err(source::unreadable(file, Spot::File, message).help(help));
    }
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let starts =
        |word: &str| bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    Ok(if starts("<!doctype html") || starts("<html") || ends(&[".html", ".htm"]) {
        Wrapping::Html
    } else if ends(&[".json"]) || bare.starts_with(b"{\"") || bare.starts_with(b"[{") {
        Wrapping::Json
    } else if ends(&[".csv", ".tsv"]) {
        Wrapping::Separated
    } else {
        Wrapping::Text
    })
}

fn is_ods(bytes: &[u8]) -> bool {
    let mark: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    // The type stands unpacked at the start of the file, as the format asks.
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    start.windows(mark.len()).any(|window| window == mark)
}

/// Whether separated values have the heads of an action log. A quoted cell may hold commas; heads do
/// not, so a plain cut tells.
fn separated_log(text: &str) -> bool {
    let rows: Vec<Vec<String>> = text
        .lines()
        .take(25)
        .map(|line| {
            line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect()
        })
        .collect();
    action_log::is_log(&rows)
}

fn of_blocks(file: &Arc<str>, blocks: &[Block]) -> Result<Form, Finding> {
    let rows: Vec<Vec<String>> =
        blocks.iter().filter_map(|block| block.cells().map(<[String]>::to_vec)).collect();
    let others =
        blocks.iter().filter(|block| block.cells().is_none() && block.kind != Kind::PageBreak).count();
    if (rows.len() > others * 4 || is_titled_log(blocks)) && action_log::is_log(&rows) {
        Ok(Form::ActionLog)
    } else if matrix::is_table(blocks) {
        Ok(Form::Progress)
    } else if timetable::is_timetable(blocks) {
        Ok(Form::Timetable)
    } else if write_up::is_write_up(blocks) {
        Ok(Form::WriteUp)
    } else if slides::is_pack(blocks) {
        Ok(Form::Slides)
    } else if super::documents::paper::is_paper(blocks) {
        Ok(Form::Paper)
    } else {
        let known = "known are write-ups, slide packs, action logs, timetables, progress matrices, papers, and tables and records from Airtable";
        let message = "nothing in the document tells what it is";
        Err(Finding::new(&UNKNOWN_DOCUMENT, file, Spot::File, message)
            .help(format!("say what it is with --as; {known}")))
    }
}

/// Whether a text says at its top that it is the log of actions, and not that of one meeting: the numbers of
/// a log are none of a write-up.
fn is_titled_log(blocks: &[Block]) -> bool {
    let title = blocks.iter().map(Block::text).find(|text| !text.is_empty()).unwrap_or_default();
    let title = slug(title);
    let is_log = [
        "action-log",
        "actions-log",
        "log-of-actions",
        "action-tracker",
        "actions-tracker",
        "action-register",
        "register-of-actions",
    ];
    let is_of_one = |word: &str| matches!(word, "workshop" | "meeting" | "minutes" | "write" | "notes");
    is_log.iter().any(|words| title.contains(words)) && !title.split('-').any(is_of_one)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::documents::package::tests::zipped;
    use super::*;

    fn told(name: &str, bytes: impl AsRef<[u8]>) -> Result<Form, String> {
        form(&name.into(), bytes.as_ref())
            .map_err(|fault| format!("{}: {}", fault.message, fault.help.unwrap_or_default()))
    }

    #[test]
    fn tells_documents_by_what_is_in_them() {
        assert_eq!(
            told("a.txt", "# Write up\n\nActions\tOwner\nAction 1: Go.\tT\nAction 2: Come.\tT\n"),
            Ok(Form::WriteUp)
        );
        assert_eq!(
            told("a.md", "# Minutes of 3 July 2018\n\nAll met, and all of them were of one mind.\n"),
            Ok(Form::WriteUp)
        );
        assert_eq!(told("a.html", "<h2>Agreed actions</h2><ol><li>Go (T)</li></ol>"), Ok(Form::WriteUp));
        assert_eq!(
            told("a.txt", "# Forum\n\n\n\n# Agenda\n\n- a\n\n\n\n# B\n\nb\n\n\n\n# C\n\nc\n\n\n\n# D\n\nd\n"),
            Ok(Form::Slides)
        );
        assert_eq!(told("log.csv", "x\nNo,Action,Owner,Status\n1,Go,T,Live\n"), Ok(Form::ActionLog));
        assert_eq!(
            told("log.txt", "No\tAction\tOwner\tStatus\n1\tGo\tT\tLive\n2\tCome\tT\tLive\n"),
            Ok(Form::ActionLog)
        );
        assert_eq!(told("Cases-Grid view.csv", "Name,Status\nx,y\n"), Ok(Form::Airtable));
        assert_eq!(told("cases.json", "{\"records\":["), Ok(Form::Airtable));
        assert_eq!(told("case.txt", "---\ntitle: x\n---\nbody\n"), Ok(Form::Airtable));
        assert_eq!(
            told("a.txt", "# Plan\n\n2019\tMay\tx\n\tJune\ty\n2020\tMay\tz\n\tJuly\tx\n"),
            Ok(Form::Timetable)
        );
        assert_eq!(
            told(
                "a.txt",
                "Document purpose x\n\nNarrative x\n\nKey change log x\n\nLast discussion x\n\nStimulus paper x\n"
            ),
            Ok(Form::Progress)
        );
        assert_eq!(told("a.md", "# Lamps v1.0\n\n26 February 2019\n\n## Why\n\n1. So.\n"), Ok(Form::Paper));
        assert_eq!(
            told(
                "a.docx",
                zipped(&[(
                    "word/document.xml",
                    "<w:document><w:p><w:r><w:t>Action 1: x</w:t></w:r></w:p><w:p><w:r><w:t>Action 2: x</w:t></w:r></w:p></w:document>"
                )])
            ),
            Ok(Form::WriteUp)
        );
        assert_eq!(told("a.xlsx", zipped(&[("xl/workbook.xml", "")])), Ok(Form::ActionLog));
    }

    #[test]
    fn says_how_to_convert_what_it_cannot_read() {
        assert!(told("a.txt", b"%PDF-1.4").unwrap_err().contains("pdftotext"));
        assert!(told("a.doc", package::COMPOUND_FILE).unwrap_err().contains("before 2007"));
        assert!(told("a.pptx", zipped(&[("ppt/presentation.xml", "")])).unwrap_err().contains("PDF"));
        assert!(told("a.odt", zipped(&[("content.xml", "")])).unwrap_err().contains(".docx"));
        assert!(told("a.zip", zipped(&[("x", "")])).unwrap_err().contains("unpack"));
        assert!(told("a.png", b"\x89PNG\r\n").unwrap_err().contains("picture"));
        let unknown = told("a.txt", "Dear Jo, come to tea.").unwrap_err();
        assert!(unknown.contains("--as") && unknown.contains("action logs"), "{unknown}");
        assert!(told("a.txt", "").unwrap_err().contains("empty"));
    }

    #[test]
    fn words_and_forms_are_one() {
        for form in Form::ALL {
            assert_eq!(Form::parse(form.as_str()), Some(form));
        }
        assert_eq!(Form::parse("poem"), None);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), text in crate::model::text::tests::mangled()) {
            let _ = form(&"x".into(), &bytes);
            let _ = form(&"x.csv".into(), text.as_bytes());
            let _ = form(&"x".into(), text.as_bytes());
        }
    }
}
