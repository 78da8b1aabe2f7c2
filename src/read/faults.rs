//! The faults that reading finds, as `annals rules` lists them.
//!
//! Each is a `Rule` named for the fault. Faults of content that can be read are `check`'s.

use super::conflict::CONFLICT_MARKER;
use super::cut::CUT_AT_HASH;
use super::lower::UNREAD_ACCESS;
use super::translations::rules;
use crate::diag::{Rule, Severity};

/// Every fault of this room, sorted by code.
pub static RULES: &[&Rule] = &[
    &ATTACHMENT_OUTSIDE,
    &BAD_DATE,
    &BAD_NAME,
    &BAD_WORK,
    &BAD_YAML,
    &BROKEN_LOCK,
    &CONFLICT_MARKER,
    &CUT_AT_HASH,
    &DUPLICATE_ID,
    &DUPLICATE_KEY,
    &EDITED_LOCK,
    &INCOMPLETE,
    &LINK_OUTSIDE,
    &LIST_AS_TEXT,
    &MISSING_ROOT,
    &MISSING_THEME,
    &MISSING_TITLE,
    &MISSING_WORDS,
    &NESTED_RECORD,
    &NO_FRONT_MATTER,
    &NOT_UTF8,
    &STRAY_FILE,
    &TOO_LARGE,
    &rules::TRANSLATION_CHANGES_FACTS,
    &rules::TRANSLATION_DIFFERS,
    &rules::TRANSLATION_INTO_UNKNOWN,
    &rules::TRANSLATION_OF_NOTHING,
    &UNCLOSED_FRONT_MATTER,
    &UNKNOWN_KEY,
    &UNKNOWN_SETTING,
    &UNKNOWN_STYLE,
    &UNKNOWN_WORD,
    &UNREAD_ACCESS,
    &UNREAD_RESULTS,
    &WRONG_COLLECTION,
    &WRONG_TYPE,
];

/// An attachment that lies outside `content/`, or is itself a record.
pub static ATTACHMENT_OUTSIDE: Rule = Rule {
    code: "attachment_outside",
    severity: Severity::Error,
    summary: "an attachment lies outside `content/`, or is the file of a record",
    explanation: "Attachments are copied into the published site, so they may only be files that were put \
into `content/` to be published: not a file elsewhere on the disk, and not the source of a record, whose \
front matter may hold what is not for everybody.\n\nA path that starts with `/` is looked for in \
`content/`, any other beside the record's file.\n\n```yaml\nattachments: [../../../etc/passwd]\n```",
};

/// Text where a date is asked for.
pub static BAD_DATE: Rule = Rule {
    code: "bad_date",
    severity: Severity::Error,
    summary: "what is written is not a date",
    explanation: "Dates are written as coarsely as they are known: `2018`, `2018-07`, `2018-07-03`, or \
`2018-07/2020-05` for a stretch of time; `2018?` is uncertain and `2018~` approximate. A record whose \
`embargo` cannot be read is kept private.\n\n```yaml\ndate: 3 July 2018   # write 2018-07-03\n```",
};

/// A file or folder whose name cannot be an address.
pub static BAD_NAME: Rule = Rule {
    code: "bad_name",
    severity: Severity::Error,
    summary: "a name that cannot be an address",
    explanation: "The name of a file is the address of its record, and the name of a folder that of its \
collection. Names are made of ASCII letters, digits, `-`, `_` and `.`, and start with a letter, a digit or \
`_`. They have at most 200 bytes, end in no dot and are none of Windows’ devices (`con`, `nul`). `index`, `feed` \
and `page-2` are taken by the lists of a collection, and `assets`, `data`, `search` and `tags` by the site; a \
collection is not called like a file (`robots.txt`), nor like another one but for the case of its letters. The \
same holds for old addresses in `aliases`, which may have `/` in them.\n\n```text\n\
content/cases/My case #1.md   (call it my-case-1.md)\n```",
};

/// Front matter or settings that are not YAML.
pub static BAD_YAML: Rule = Rule {
    code: "bad_yaml",
    severity: Severity::Error,
    summary: "front matter that is not YAML",
    explanation: "The front matter could not be read, so the record is left out. Often a text with `: ` or \
a leading `@`, `*`, `[` needs quotes, or a line is not indented like its neighbours.\n\n```yaml\n\
title: Retention: how long   # write title: \"Retention: how long\"\n```",
};

/// The lock of a report that cannot be read.
pub static BROKEN_LOCK: Rule = Rule {
    code: "broken_lock",
    severity: Severity::Error,
    summary: "the lock of a report cannot be read",
    explanation: "The lock beside a report holds what its final editions said. One that cannot be read, that \
has another report's name, or that names none, would leave a hole where an edition was, so nothing is \
published.\n\n```yaml\nreport: reports/2018-2019\naudience: everybody   # public or members\n```\n\nBring \
the file back as it was frozen, say with `git checkout content/reports/2018-2019.lock.yaml`.",
};

/// Two records of one name.
pub static DUPLICATE_ID: Rule = Rule {
    code: "duplicate_id",
    severity: Severity::Error,
    summary: "two records have one name",
    explanation: "A record's name is its collection and its file's name; letters that differ only in case \
count as the same, because many disks and web servers take them so. An action that is extracted from a \
write-up has the name `actions/<workshop>-action-<n>`; a file of that name must say `workshop` and \
`number` to be joined to it. Two records may not have one `airtable_id` either.\n\n```text\n\
content/cases/Leeds.md\ncontent/cases/leeds.md\n```",
};

/// One key twice in one map.
pub static DUPLICATE_KEY: Rule = Rule {
    code: "duplicate_key",
    severity: Severity::Error,
    summary: "a key stands twice",
    explanation: "Only one of the two values can count, and which one is a guess: the first is kept.\n\n\
```yaml\ntopic: data-quality\nraised: {on: 2018-07-03}\ntopic: data-sharing\n```",
};

/// The lock of a report that somebody edited.
pub static EDITED_LOCK: Rule = Rule {
    code: "edited_lock",
    severity: Severity::Error,
    summary: "the lock of a report was edited by hand",
    explanation: "What a final edition said is sealed: every passage in the lock has its SHA-256, and so has \
the edition as a whole. Here they do not agree, so what readers would be shown as the edition is not what \
was frozen.\n\n```yaml\n- is: paragraph\n  number: '14'\n  sha256: 5a0c…   # of other words than those below\n  \
text: Agreed on 26 February 2019.\n```\n\nBring the file back as it was frozen. What an edition got wrong is \
mended by an erratum, or by a new edition; `annals new errata \"What was wrong\"` makes a record.",
};

/// A part of a field that must be there is not.
pub static INCOMPLETE: Rule = Rule {
    code: "incomplete",
    severity: Severity::Error,
    summary: "a part that must be there is missing",
    explanation: "Some fields have parts without which they mean nothing: an entry of a history needs `on`, \
a release `by`, `on` and `basis`, a sign-off `who`, an editor's judgement `heading`, `reason` and `by`, \
a position `party` and `view`.\n\n```yaml\nreleased: {by: Privacy International}   # when, and on what ground?\n```",
};

/// A link or a folder of records that leads out of the archive, or into the whole of it.
pub static LINK_OUTSIDE: Rule = Rule {
    code: "link_outside",
    severity: Severity::Error,
    summary: "a link that leads out of the archive, or what is no file",
    explanation: "What is read may be published, quoted in a finding or printed into the log of a build. So \
nothing is read through a symbolic link that leads out of the archive, from a pipe or from a device, and no \
folder of records may hold `annals.yaml` itself: the repository, with what its hidden folders keep, would lie \
in it.\n\n```text\ncontent/references.yaml -> /etc/passwd\n```\n\nPut the file itself there. Records that are \
kept elsewhere are named under `content` in `annals.yaml`.",
};

/// A list where one text is asked for.
pub static LIST_AS_TEXT: Rule = Rule {
    code: "list_as_text",
    severity: Severity::Remark,
    summary: "a list where one text is asked for",
    explanation: "The items were joined with semicolons. Write one text if that is not what is meant, or \
declare the field as a list of tags in `annals.yaml`.\n\n```yaml\nlead_organisation: [Home Office, Involve]\n```",
};

/// A folder of records that is not there.
pub static MISSING_ROOT: Rule = Rule {
    code: "missing_root",
    severity: Severity::Error,
    summary: "a folder of records that is not there",
    explanation: "`content` in `annals.yaml` names the folders that hold records; where it names none, that is \
`content/`. One of them is not there, so everything in it would be missing from the site without a word: a submodule \
that was not checked out would put an empty site in the place of the one that is live. A folder that only some \
have, or that is still to come, says `optional: true`.\n\n```yaml\ncontent: [content, ../privat]   # or {path: \
../private, optional: true}\n```",
};

/// A theme that is not there.
pub static MISSING_THEME: Rule = Rule {
    code: "missing_theme",
    severity: Severity::Error,
    summary: "a theme that is not there",
    explanation: "`theme` in `annals.yaml` names a folder in `themes/`. Without it the site would be published \
in the built-in theme, and nobody would be told.\n\n```yaml\ntheme: our   # themes/ours/\n```",
};

/// A record, or an archive, without a title.
pub static MISSING_TITLE: Rule = Rule {
    code: "missing_title",
    severity: Severity::Error,
    summary: "no title",
    explanation: "The title is the heading of the page and the text of every link to it. Until there is one \
the file's name stands in.\n\n```yaml\ntitle: Custody images kept after acquittal\n```",
};

/// A language that the interface has no words in, or not all.
pub static MISSING_WORDS: Rule = Rule {
    code: "missing_words",
    severity: Severity::Warning,
    summary: "a language for which the interface has no words, or not all",
    explanation: "The words of the interface are in catalogues, one a language: English and Welsh are built in, \
and `locales/<language>.ftl` of a theme adds one or says single messages otherwise. Where a message is missing the \
English one stands in its place, which readers and their screen readers should not have to find out.\n\n```yaml\n\
languages: [gd]   # and no themes/default/locales/gd.ftl\n```",
};

/// A Markdown file in a folder inside a collection.
pub static NESTED_RECORD: Rule = Rule {
    code: "nested_record",
    severity: Severity::Error,
    summary: "a record in a folder inside a collection",
    explanation: "Records lie directly in the folder of their collection, `content/<collection>/<slug>.md`. \
One that lies deeper is not read.\n\n```text\ncontent/cases/2018/leeds.md   (move it to content/cases/leeds.md)\n```",
};

/// A file without front matter.
pub static NO_FRONT_MATTER: Rule = Rule {
    code: "no_front_matter",
    severity: Severity::Error,
    summary: "no front matter",
    explanation: "A record starts with `---` on its very first line, then its fields, then `---` again. \
Without it nothing is known of the record, not even who may see it, so it is left out.\n\n```markdown\n\
---\ntitle: Custody images\n---\n\nThe text of the record.\n```",
};

/// A file that is not UTF-8.
pub static NOT_UTF8: Rule = Rule {
    code: "not_utf8",
    severity: Severity::Error,
    summary: "a file that is not UTF-8 text",
    explanation: "Every record is UTF-8 text. Save the file again with that encoding; in older editors it is \
under \"Save as\", next to the file's name.",
};

/// A file that belongs to no collection.
pub static STRAY_FILE: Rule = Rule {
    code: "stray_file",
    severity: Severity::Warning,
    summary: "a file that is not read",
    explanation: "A Markdown file directly in `content/` belongs to no collection, a file that ends in \
`.markdown` is no record (`.md` is), and symbolic links are not followed. Nor is a document in the folder of a \
collection (`.txt`, `.docx`, `.odt` …) read or published, unless a record has it in `attachments`; some programs \
call `history.md` `history.md.txt`, and do not show that.\n\n```text\n\
content/about.md   (move it to content/pages/about.md)\n```",
};

/// A file, a list or nested values that ask for too much.
pub static TOO_LARGE: Rule = Rule {
    code: "too_large",
    severity: Severity::Error,
    summary: "more than is read",
    explanation: "A build takes bounded time and memory, whatever is in a file. A record, `annals.yaml` and a \
bibliography have at most 8 MB, the lock of a report 64 MB; a list or map in YAML has at most 10,000 entries, \
a field has at most 100 tags, values are nested at most 100 deep, and have at most 8 MB when every `*name` is written out; the text of a \
record is nested at most 100 deep. What has more is left out, and nothing is published.\n\n```yaml\na: &a [x, x, \
x, x]\nb: &b [*a, *a, *a, *a]   # and so on: a few lines, a million values\n```\n\nDivide it, or attach what is long \
as a file of its own: attachments may have any size.",
};

/// Front matter whose second fence is missing.
pub static UNCLOSED_FRONT_MATTER: Rule = Rule {
    code: "unclosed_front_matter",
    severity: Severity::Error,
    summary: "front matter without its second `---`",
    explanation: "The second `---`, on a line of its own and not indented, says where the fields end and the \
text begins. Without it the record is left out.\n\n```markdown\n---\ntitle: Custody images\n\nThe text of \
the record.\n```",
};

/// A key that a field's value does not have.
pub static UNKNOWN_KEY: Rule = Rule {
    code: "unknown_key",
    severity: Severity::Error,
    summary: "a part of a field that is not known",
    explanation: "Inside fields such as `history`, `raised` or `participants` only certain keys have a \
meaning; what stands under another one would be lost.\n\n```yaml\nhistory:\n  - on: 2018-12-05\n    \
agreemnt: agreed   # agreement\n```",
};

/// A key of `annals.yaml` that is not known.
pub static UNKNOWN_SETTING: Rule = Rule {
    code: "unknown_setting",
    severity: Severity::Error,
    summary: "a setting in `annals.yaml` that is not known",
    explanation: "A setting that is misspelt would have no effect, and one that was to keep something closed \
would not.\n\n```yaml\ndefault_visiblity: members   # default_visibility\n```",
};

/// A word that is none of those that are understood.
pub static UNKNOWN_WORD: Rule = Rule {
    code: "unknown_word",
    severity: Severity::Error,
    summary: "a word that is none of those understood here",
    explanation: "Fields such as `visibility`, `state`, `agreement`, `work` and `status` take one of a few \
words. A `visibility` that is not understood counts as `private`, so that nothing is published by a slip \
of the pen.\n\n```yaml\nvisibility: member   # public, members or private\n```",
};

/// A reference to a record of another kind than is asked for.
pub static WRONG_COLLECTION: Rule = Rule {
    code: "wrong_collection",
    severity: Severity::Error,
    summary: "a reference to a record of another kind",
    explanation: "The field asks for a record of one collection and names one of another.\n\n```yaml\n\
topic: papers/data-quality-v1-0   # topics/data-quality\n```",
};

/// A value that is not of its field's type.
pub static WRONG_TYPE: Rule = Rule {
    code: "wrong_type",
    severity: Severity::Error,
    summary: "a value that is not of its field's type",
    explanation: "What was written is kept and shown as it is, but nothing can be computed with it. Quotes do \
not matter: `'2018'` is a year and `'True'` is yes.\n\n```yaml\nnumber: the third   # 3\n```",
};

/// A work of the bibliography that cannot be read.
pub static BAD_WORK: Rule = Rule {
    code: "bad_work",
    severity: Severity::Error,
    summary: "a work of the bibliography that cannot be read",
    explanation: "The works that reports cite are written in `content/references.yaml`, as Hayagriva has \
them, or in `content/*.bib` as BibLaTeX. Each has a key of its own.\n\n```yaml\nkane2019:\n  type: \
Boook        # book, article, report, web …\n  title: A title\n  author: Kane, A.\n  date: 2019\n```\n\n\
Mend the entry at the place named; the field that is named is the one that is not understood.",
};

/// A citation style that is not known.
pub static UNKNOWN_STYLE: Rule = Rule {
    code: "unknown_style",
    severity: Severity::Error,
    summary: "a citation style that is not known",
    explanation: "`report: {style: …}` in `annals.yaml` names the style of citations: `harvard`, `chicago`, \
`apa`, `mhra`, any of the eighty styles of the Citation Style Language that come with the program, or the \
path of a `.csl` file of your own.\n\n```yaml\nreport: {style: havard}   # harvard\n```",
};

/// Results of a check for accessibility that cannot be told.
pub static UNREAD_RESULTS: Rule = Rule {
    code: "unread_results",
    severity: Severity::Error,
    summary: "results of a check for accessibility that cannot be read, or have no page to stand on",
    explanation: "`accessibility` in `annals.yaml` names a JSON file beside it with what was measured on this \
site's pages; the page `content/pages/accessibility.md` tells it. The file has to be there, with every key that is \
asked for and no other. Leave the setting out where nothing was measured: then nothing is claimed.\n\n```yaml\n\
accessibility: acessibility.json   # accessibility.json\n```",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_once_in_order() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
    }

    #[test]
    fn every_rule_is_explained() {
        for rule in RULES {
            assert!(rule.explanation.len() > 80, "{} is not explained", rule.code);
            assert!(!rule.summary.ends_with('.'), "{}", rule.code);
        }
    }
}
