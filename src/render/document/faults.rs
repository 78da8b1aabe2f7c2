//! The faults that setting a document finds, as `annals rules` lists them.
//!
//! Each is a `Rule` named for the fault. None of them stops a build: what is at fault is set in
//! another way, or left out, and the rest of the site stands.

use crate::diag::{Rule, Severity};

/// Every fault of this room, sorted by code.
pub static RULES: &[&Rule] = &[&MISSING_GLYPH, &PICTURE_NOT_SET, &REPORT_NOT_SET, &WIDE_TABLE];

/// A character that no font has.
pub static MISSING_GLYPH: Rule = Rule {
    code: "missing_glyph",
    severity: Severity::Warning,
    summary: "a character that no font of the PDF has",
    explanation: "The fonts in the program have Latin, Greek, Cyrillic and Hebrew letters and common signs. \
A character that they lack is set as its number, `[U+6F22]`, and a bullet out of Word's Symbol font as `•`, \
so that one character does not cost the whole PDF.\n\n```markdown\n\u{f0b7} a point pasted from a Word file\n\
```\n\nType another character, or put a font that has it in `themes/<name>/fonts/`: every font there is used \
where the others fail.",
};

/// A picture that a PDF or a Word file cannot show.
pub static PICTURE_NOT_SET: Rule = Rule {
    code: "picture_not_set",
    severity: Severity::Warning,
    summary: "a picture that the PDF or the Word file cannot show",
    explanation: "The file is no picture, was cut off, or is of a kind that the sheet cannot hold: a PDF shows PNG, \
JPEG, GIF and WebP, that of a report SVG too, a Word file PNG, JPEG and GIF. In its place stands what it shows, in words, and \
everything else is set as it is.\n\n```markdown\n![Map of the wells](/assets/map.png)   <!-- the copy of \
map.png was cut off -->\n```\n\nPut the whole file in its place, or save it as PNG or JPEG.",
};

/// A report that could not be set.
pub static REPORT_NOT_SET: Rule = Rule {
    code: "report_not_set",
    severity: Severity::Warning,
    summary: "a report, case, write-up or register of which no PDF could be made",
    explanation: "Typst or one of the standards for PDF (PDF/UA-1, PDF/A-2a) refused the document; the \
help says why, and where in `report.typ` if it is known. The rest of the site is built without this PDF.\n\n```text\n\
report.typ:12:3: PDF/UA-1 error: missing alt text\n```\n\nMend the document, or the theme's `report.typ`, or remove \
that to use the one in the program. A Typst file that is no Typst, or names what is not there, is a \
`broken_template`.",
};

/// A table with more columns than a page holds.
pub static WIDE_TABLE: Rule = Rule {
    code: "wide_table",
    severity: Severity::Warning,
    summary: "a table with more columns than a page of the PDF holds",
    explanation: "A table of more than seven columns is set on a page of its own, turned, and in smaller \
type, which is hard to read on paper.\n\n```markdown\n| a | b | c | d | e | f | g | h |\n| - | - | - | - | - | - | - | - |\n\
```\n\nMake two tables of it, or turn its rows into columns.",
};
