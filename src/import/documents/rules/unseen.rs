//! Doubts about what a document holds and its records do not: words that are hidden, struck out, changed or
//! commented on, and what is left out on purpose.

use super::{Rule, Severity};

rules! {
COMMENTED_PASSAGE "commented_passage" Warning "a passage of a Word document that somebody commented on"
"The comment is left out, and what it says is not told here: it was meant for those who worked on the document.

```text
They promised [a date] for live data.      comment: was this not off the record?
```

Open the document in Word or LibreOffice and read the comment: it may ask for other words, or for these to stay unpublished.
"
HIDDEN_SHEET "hidden_sheet" Warning "a sheet of a workbook that is hidden, and was left out"
"Who opens the workbook does not see the sheet, and who sent it may not know that it is there. Nothing of it is read. Hidden rows and columns of a sheet that is shown are left out too (`hidden_text`).

```text
sheets: Actions, Drafts (hidden)
```

If it belongs to the log, show it (in Excel and LibreOffice: Unhide, at the names of the sheets below the table) and import the file again. If not, delete it before you pass the file on.
"
HIDDEN_TEXT "hidden_text" Warning "words that are hidden in the document, and were left out"
"Hidden text of a Word document, an element of a web page that is not shown, hidden rows and columns of a workbook: who reads the document does not see them, and who sent it may not know that they are there. What they say is not told. Rows are hidden by a filter too.

```text
The group agreed. [hidden: The chair lied.]
```

Look at them in the program that made the document. Delete them before you pass it on; or, if they belong to the record, show them (and take the filter off), and import it again.
"
LEFT_OUT "left_out" Remark "a part of the document that was left out on purpose"
"Page numbers, contents lists and slides that only decorate carry nothing that a record needs.

```text
4.1.	Principles	5
```

Nothing to do, unless what was left out is more than that.
"
LEFT_OUT_PICTURE "left_out_picture" Remark "a picture that was left out"
"A record is made of words. A picture may be a crest; it may also be the photograph of a sheet of a flip chart, with what was agreed on it.

```text
<img src=flip-chart.jpg>
```

Write the words that it shows into the record, or attach the picture to it. Nothing to do if it only decorates.
"
STRUCK_OUT "struck_out" Warning "words with a line through them"
"Whoever struck words out of a text did not want them said: they are left out, and told here. A row of an action log is read all the same, since a line through it may also mean that it is done.

```text
The group agreed ~~that the firm is at fault~~ to go on.
```

Compare with the document. Where the words still hold, take the line off there and import it again; where a row is done or given up, say so in its status.
"
TRACKED_CHANGE "tracked_change" Warning "a passage with changes that nobody has accepted or rejected"
"Under tracked changes a Word document holds two wordings. What was put in is imported, what was struck out is not; both are told here, since the document does not say which was agreed.

```text
The firm [-refused-] [+declined+] to give a date.
```

Find out which wording was agreed, and write that one into the record; or accept and reject the changes in Word, and import the document again.
"
}
