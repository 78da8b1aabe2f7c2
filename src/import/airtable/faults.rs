//! What an import from Airtable is unsure of or cannot do, as `annals rules` lists it.

use crate::diag::{Rule, Severity};

/// Every fault of this kind, sorted by code.
pub static RULES: &[&Rule] = &[
    &ATTACHMENT_NOT_FETCHED,
    &DELETED_BY_HAND,
    &DOUBTFUL_DAY,
    &EDITED_BY_HAND,
    &GONE_UPSTREAM,
    &INCOMPLETE_TABLE,
    &MISNAMED_DOWNLOAD,
    &SAME_NAME,
    &UNMAPPED_FIELD,
    &UNREADABLE_CELL,
    &UNREADABLE_EXPORT,
    &UNRESOLVED_LINK,
    &UNTITLED_ROW,
];

/// An attachment of the base that is not in the archive.
pub static ATTACHMENT_NOT_FETCHED: Rule = Rule {
    code: "attachment_not_fetched",
    severity: Severity::Warning,
    summary: "an attachment in Airtable is not in the archive",
    explanation: "A file of records names its attachments by addresses that expire within hours, so only \
`annals pull` fetches them. What comes back as a web page, or as another file than was announced, is \
not kept. The record is written without the attachment; those that it has from an earlier pull stay in it.",
};

/// A record that was deleted after it was imported.
pub static DELETED_BY_HAND: Rule = Rule {
    code: "deleted_by_hand",
    severity: Severity::Remark,
    summary: "a record was deleted by hand, so an import did not make it again",
    explanation: "An import remembers in `.annals/imported.json` what it wrote. A record that it wrote and that \
is not there now was deleted on purpose and stays so. Import with `--force` to have it again; what another \
document says of it is news and is written.",
};

/// A day that can be read in two ways.
pub static DOUBTFUL_DAY: Rule = Rule {
    code: "doubtful_day",
    severity: Severity::Warning,
    summary: "a date that can be read in two ways",
    explanation: "A grid view writes dates as its viewer likes them, so `3/7/2018` may be 3 July or 7 \
March, and it is kept as it was written; set the field to the ISO format in Airtable, or mend the date. \
The API gives moments in UTC: late in the evening there is already the next day in London in summer.",
};

/// A record that was edited after it was imported.
pub static EDITED_BY_HAND: Rule = Rule {
    code: "edited_by_hand",
    severity: Severity::Warning,
    summary: "a record was edited by hand, so an import left it as it is",
    explanation: "An import remembers in `.annals/imported.json` what it wrote. A record whose file says \
something else was edited (or made) by hand and is not written over. Take over by hand what the diff shows, or \
import with `--force` to give up the edit.",
};

/// A record that its source has no more.
pub static GONE_UPSTREAM: Rule = Rule {
    code: "gone_upstream",
    severity: Severity::Warning,
    summary: "a record that its source does not have any more",
    explanation: "It was pulled from the base, or made of a document, and is not there now: somebody deleted \
it in Airtable, or the document was mended and names it otherwise. `annals pull --prune` and `annals import \
--prune` remove such records, unless they were edited by hand.",
};

/// A table of which pages are missing.
pub static INCOMPLETE_TABLE: Rule = Rule {
    code: "incomplete_table",
    severity: Severity::Warning,
    summary: "a table whose last page is missing",
    explanation: "The API answers a hundred records at a time, and the last page that was given says that more \
follow. Save every page (`cases.json`, `cases-2.json` …), or use `annals pull`, which fetches them all.",
};

/// An attachment whose bytes are not what its name says.
pub static MISNAMED_DOWNLOAD: Rule = Rule {
    code: "misnamed_download",
    severity: Severity::Remark,
    summary: "an attachment is not of the type that its name says",
    explanation: "The first bytes of the file tell its type; it is kept under the ending that fits them, \
and its name stays in the record. A `.pdf` that is a picture is common.",
};

/// Two records of one table that get one address.
pub static SAME_NAME: Rule = Rule {
    code: "same_name",
    severity: Severity::Error,
    summary: "two different records would get one address",
    explanation: "A record's address is made of its title, so two records of one title in one table collide, \
and nothing is written. Tell them apart in Airtable by their titles. An address stays as it is when a title \
changes later. Two documents about one thing, such as the write-up and the slides of a workshop, are \
merged; they are this fault only where a number, a reference or an id shows that they are about two things.",
};

/// A field of the base that `annals.yaml` does not map.
pub static UNMAPPED_FIELD: Rule = Rule {
    code: "unmapped_field",
    severity: Severity::Warning,
    summary: "a field in Airtable is not mapped, so it was not written",
    explanation: "Nothing leaves the base that `annals.yaml` does not name. Map the field to a key, or to \
nothing to keep it in the base without being asked again.\n\n```yaml\nairtable:\n  tables:\n    cases:\n      \
fields: {Name: title, fldABCdefGHI01234: summary, \"Notes (Internal)\": \"\"}\n```",
};

/// A value that cannot be written.
pub static UNREADABLE_CELL: Rule = Rule {
    code: "unreadable_cell",
    severity: Severity::Warning,
    summary: "a cell has no value that can be written",
    explanation: "A formula in Airtable failed, or the cell holds something that has no form in a record. \
The field was left out.",
};

/// A document that is not what it should be.
pub static UNREADABLE_EXPORT: Rule = Rule {
    code: "unreadable_export",
    severity: Severity::Error,
    summary: "a document cannot be read",
    explanation: "It is cut short, of another encoding than UTF-8, larger than an import takes, or something else \
than its name says. Nothing was written. Export it again.",
};

/// A link whose record is not known.
pub static UNRESOLVED_LINK: Rule = Rule {
    code: "unresolved_link",
    severity: Severity::Warning,
    summary: "a link leads to a record that is neither in the import nor in the archive",
    explanation: "Its Airtable id (or, in CSV, its name) was kept, so that it resolves once that record is \
imported: import the linked table too.",
};

/// A row without a title.
pub static UNTITLED_ROW: Rule = Rule {
    code: "untitled_row",
    severity: Severity::Warning,
    summary: "a row has no title, so it was left out",
    explanation: "A record needs a title, and its address is made of it. Rows with nothing in them at all are \
passed over without a word.",
};
