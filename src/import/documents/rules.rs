//! What an importer may be unsure of: every doubt by its name, for `annals rules`.
//!
//! The doubts stand at lines of the document that was imported, not of a record. None of them stops
//! an import but `ragged_csv`, `unknown_document` and `unreadable_document`, with which nothing is written.

use crate::diag::{Rule, Severity};

/// Every doubt an importer of documents may have, by code.
pub static RULES: &[&Rule] = &[
    &COMMENTED_PASSAGE,
    &CONFLICTING_DOCUMENTS,
    &CUT_NAME,
    &CUT_TEXT,
    &DOUBTFUL_DATE,
    &DOUBTFUL_NUMBER,
    &DOUBTFUL_OWNER,
    &FOLDED_LETTERS,
    &HIDDEN_SHEET,
    &HIDDEN_TEXT,
    &JOINED_BY_WORDS,
    &LEFT_OUT,
    &LEFT_OUT_PICTURE,
    &LOST_FOOTNOTE_MARK,
    &MARKED_DOCUMENT,
    &OTHER_LANGUAGE,
    &PRESUMED_LIST,
    &PRESUMED_NUMBER,
    &PRESUMED_OWNER,
    &RAGGED_CSV,
    &RAGGED_ROW,
    &RECONSTRUCTED_ROW,
    &RENUMBERED_ACTION,
    &REPEATED_ROW,
    &SAME_MEETING,
    &SHARED_RECORD,
    &SHORT_TITLE,
    &SPLIT_CELL,
    &STRAY_MONTH,
    &STRAY_YEAR,
    &STRUCK_OUT,
    &TORN_COLUMN,
    &TRACKED_CHANGE,
    &UNCERTAIN_VALUE,
    &UNJOINED_ACTION,
    &UNKNOWN_COLUMN,
    &UNKNOWN_DOCUMENT,
    &UNPAIRED_ROW,
    &UNREADABLE_DOCUMENT,
    &UNSURE_IF_HELD,
];

macro_rules! rules {
    ($($name:ident $code:literal $severity:ident $summary:literal $explanation:literal)*) => {$(
        #[doc = $summary]
        pub static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            summary: $summary,
            explanation: $explanation,
        };
    )*};
}

mod plans;
mod unseen;

pub use self::plans::{SHORT_TITLE, UNSURE_IF_HELD};
pub use self::unseen::{
    COMMENTED_PASSAGE, HIDDEN_SHEET, HIDDEN_TEXT, LEFT_OUT, LEFT_OUT_PICTURE, STRUCK_OUT, TRACKED_CHANGE,
};

rules! {
CONFLICTING_DOCUMENTS "conflicting_documents" Warning "two documents disagree on a value of one record"
"Both say something of one record, and not the same: two dates of a meeting, two owners of an action. The value of the document that says more stands in the record; of a progress paper that of its latest edition.

```text
date: 2018-07-03 in one document, 2018-07-04 in the other
```

Compare the documents, and mend the record if the other one is right. A record that was mended is yours: no import writes over it, or asks again.
"
CUT_NAME "cut_name" Warning "a name seems to have been cut out of the text"
"A sentence starts in mid-air, or a role stands where a name and a role would stand. Names of people are often blacked out before a document is passed on, and a converter drops the black box without a trace.

```text
Before the end we heard from programme, an officer on loan. explained his interest.
```

The words are imported as they are. Write `[name not given in the source]` where the name stood, so that a reader does not take the gap for a slip of yours.
"
CUT_TEXT "cut_text" Warning "a passage starts or ends in the middle of a sentence"
"A cell, an entry or a paragraph starts with a small letter, or ends with a colon that nothing follows: a page break or a converter has eaten a part of it.

```text
of closing early – is this meant?	It was only an example.
```

The words are imported as they are. Look at the original, and complete them, or write `[the opening is lost in the source]`.
"
DOUBTFUL_DATE "doubtful_date" Warning "a date that the document does not wholly say"
"The year was worked out from the day of the week, a date in figures can be read in two ways, or there is no date at all.

```text
Tuesday 3rd July
```

Compare it with the invitation or the agenda, and mend `date` (and the file's name) if it is wrong.
"
DOUBTFUL_NUMBER "doubtful_number" Warning "a number that the document does not wholly say"
"A workshop's number was worked out from words such as `the first workshop`, a number is missing in a series, stands twice, or is no number.

```text
Action 1: …
Action 3: …
```

Look at the original: a row may be lost, or the series may really have a gap.
"
DOUBTFUL_OWNER "doubtful_owner" Warning "an owner that is not certain"
"Nobody is named as responsible, or the name was taken from a place that may mean something else: the words after a dash at the end.

```text
Action 3: Share the figures. – Jo Bloggs
```

Where the owner is missing, ask, and fill in the column or the bracket; `TBC` says that nobody is named yet.
"
FOLDED_LETTERS "folded_letters" Remark "letters of another alphabet that look like Latin ones"
"A word mixes alphabets, or is written in look-alikes of Latin letters. They were replaced, since a search for `HO` would not find them; letters of other alphabets that make a real word are kept.

```text
Action 3: Share the figures.	НО
```

Nothing to do if the word is right now.
"
JOINED_BY_WORDS "joined_by_words" Remark "an entry of the action log that was joined to a write-up by its words"
"The row names the workshop and no number, and its words are those of one action of that workshop's write-up.

```text
Workshop,Action
1,Mend the lamps
```

Nothing to do if they are one action; if not, give the row the number of its own action.
"
LOST_FOOTNOTE_MARK "lost_footnote_mark" Remark "a footnote whose place in the text is not known"
"The note stands at the foot of a page; the small number in the text that led to it is lost.

```text
<sup>1</sup> This will be followed up.
```

The note is kept where the page ended. Move `[^1]` to the words it belongs to.
"
MARKED_DOCUMENT "marked_document" Remark "words in the document that say who may see it"
"The document says that it is for some people only, or bears a security marking: in its text, at the head or the foot of its pages, or across them. Its records are for members; those of papers keep the words as `marking`.

```text
To be seen only by members of the forum.
```

If it has been published since, write `visibility: public` and `released: {by: …, on: …, basis: …}`.
"
OTHER_LANGUAGE "other_language" Warning "a document that does not seem to be in English"
"The words by which a document says who may see it, and those for days, promises and tables, are known in English, and some of them in Welsh. In another language they pass unread, and the record is open to whom the archive opens it.

```text
Vertraulich – nur für Mitglieder.
```

Look through the records that were made of it: write `visibility: members` where the document asks for it, the date of the meeting, and `Action 1:` before each promise.
"
PRESUMED_LIST "presumed_list" Remark "paragraphs that were taken for a list"
"Short paragraphs after a colon are most likely a list that lost its bullets; where the text says that it was put in order, it is numbered.

```text
These areas were named:

Schools

Roads
```

Look whether it starts and ends where the list did, and whether the order is one of priority.
"
PRESUMED_NUMBER "presumed_number" Remark "an action without a number that was given one"
"The document says `ACTION:` and no number, or has a list of next steps. They get the numbers after those that are there, so that they can be followed: first the next steps, then each `ACTION:` in the order of the text.

```text
ACTION: Town to mend the lamps.
```

Nothing to do, unless the forum numbers its actions elsewhere: then write that number.
"
PRESUMED_OWNER "presumed_owner" Remark "an owner taken from where it stands"
"Names after a dash at the end of an action, before a dash or a colon at its beginning, or in the bracket of its label are read as those who are responsible. They are written in the bracket that the archive reads.

```text
2. Mend the lamps – Jo Bloggs
```

Nothing to do if that is who is meant; if not, take the bracket out, or write `[owner: …]`.
"
RAGGED_CSV "ragged_csv" Error "a row of a CSV with more or fewer cells than its head"
"A comma or a line end stands outside quotes, or a cell was lost, so that every cell after it may stand in the wrong column. Nothing is written.

```text
Number,Action,Owner
7,Publish the list, and the map,Town
```

Put the cell in quotes (`\"Publish the list, and the map\"`), or save the sheet as CSV anew: a program writes every cell, empty ones too.
"
RAGGED_ROW "ragged_row" Warning "a row with more or fewer cells than its table"
"A separator is missing or there is one too many, so that cells may stand in the wrong column.

```text
Number,Action,Owner
7,Publish the list
```

Look at the row in the program that made it. Cells that are missing are read as empty; cells too many are left out and named here.
"
RECONSTRUCTED_ROW "reconstructed_row" Remark "a question and a response that were put together by the importer"
"Where a page break has torn the two columns of a table apart, a response is put to the question that it shares most words with, or beside which it stands.

```text
Who may see the list?

Action 4: The office to say who may see the list.
```

Compare the pair with the original, and move the response if it belongs to another question.
"
RENUMBERED_ACTION "renumbered_action" Warning "an action whose number another promise had before"
"A write-up that is sent again may count its actions anew, and a log may count otherwise than the write-up: then the state, the evidence and the links that were written for one promise belong to another one.

```text
Action 1: Publish the counts      before
Action 1: Book the hall           now
```

Compare the two documents. Where the numbers moved, move the records of the actions with them (`number`, and what names them); where the words alone changed, nothing is to be done.
"
REPEATED_ROW "repeated_row" Warning "a row that repeats another one word for word"
"It may be a slip, or a second entry whose words were forgotten to be changed. It is kept as a record that says which one it `repeats`, and is counted once.

```text
June	Public consultation
June	Public consultation
```

Delete the record if it is a slip; if not, give it its own words and take `repeats` out.
"
SAME_MEETING "same_meeting" Warning "a workshop whose number another one has"
"A meeting is known by its day and its number. A write-up that is sent again with its date put right makes a second record of the same meeting, and all its actions stand twice.

```text
workshops/2024-03-12-workshop-3
workshops/2024-03-13-workshop-3
```

If they are one meeting, keep the address that others link to: put the date right in the old record, take over by hand what else is new, and delete the new one. If they are two, give one another number.
"
SHARED_RECORD "shared_record" Remark "a record that several documents were merged into"
"The write-up and the slides of one workshop are one record, and so is an action that stands in the progress paper and in the log. The fuller document is the base, and what only another one has is added to it.

```text
workshops/2018-12-05-workshop-3 is made of write-up.docx and slides.txt
```

Nothing to do, unless the documents are about different things.
"
SPLIT_CELL "split_cell" Warning "text that a page break cut in two, put together again"
"A row without a date holds the rest of the cell above it, or a response whose end stands before its beginning.

```text
September	A yearly report that is to inform the

		people who drafted the code.
```

Compare the joined words with the original.
"
STRAY_MONTH "stray_month" Warning "a month without text, or text without a month"
"In a timetable, a row has a month and nothing else, and the next one text and no month. They are read as one entry.

```text
	February	
2022		First full report
```

Compare with the original: the text may belong to another month.
"
STRAY_YEAR "stray_year" Remark "a row of a timetable that is only a year"
"The year holds for the rows below it; the row itself is no entry.

```text
2020		
	June	Consultation
```

Nothing to do, unless an entry is lost there.
"
TORN_COLUMN "torn_column" Warning "cells of a table whose columns could not be told apart"
"A converter has written a wide table as one column, or has run two cells together. What can be told for certain is in the records; the rest is not guessed.

```text
n/a n/a Plan v1.0
```

Open the original, and enter what is named here by hand.
"
UNCERTAIN_VALUE "uncertain_value" Warning "a value that could not be read as what its column holds"
"A state that is none of the known words, a date that is none, or a cell that is merged with the ones above.

```text
Status: parked
```

Enter the value in the record by hand. The known states are open (live), in-progress, completed, closed (other closed) and ongoing.
"
UNJOINED_ACTION "unjoined_action" Remark "an entry of the action log that could not be joined to a write-up"
"No action in the archive has this number in the log, or this number in that workshop's write-up. The entry becomes a record of its own, `log-<number>`.

```text
53,Share the mission statements
```

If it is an action of a write-up, write `log_number` into that action's record, and import the log again.
"
UNKNOWN_COLUMN "unknown_column" Remark "a column whose head is not known"
"Columns are recognised by their heads. What stands in others is kept in the record's note.

```text
Number,Action,Colour
```

Rename the column if it is one of number, log number, workshop, action, owner, raised, due, status, update, artefact, topic.
"
UNKNOWN_DOCUMENT "unknown_document" Error "a document of a kind that no importer knows"
"Documents are recognised by what is in them, not by their names.

```text
annals import picture.png
```

Convert it, or say what it is: `annals import --as write-up FILE`.
"
UNPAIRED_ROW "unpaired_row" Warning "a question or a response that could not be put to the other"
"The columns of a table were torn apart, and nothing in the words says where this one belongs. It is kept, alone.

```text
It is only for technical reasons.
```

Look at the original, and put it to its question.
"
UNREADABLE_DOCUMENT "unreadable_document" Error "a document that cannot be read"
"It is cut, encrypted, too large, in another encoding, or not what its name says; or a cell of it is a formula without a stored result, or shows an error. Nothing is written.

```text
the byte 0xe9 here is not UTF-8
```

Save it again in the program that made it, without a password, with its formulas calculated, and as UTF-8 if it is text.
"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_explain_themselves() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
        for rule in RULES {
            assert!(
                rule.summary.starts_with(char::is_lowercase) && !rule.summary.ends_with('.'),
                "{}",
                rule.code
            );
            let after = rule.explanation.splitn(3, "```").nth(2).unwrap_or_default();
            assert!(after.trim().len() > 20, "{}: no example, or no word on how to mend it", rule.code);
        }
    }
}
