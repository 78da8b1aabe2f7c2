//! The text of a torn document → chunks: what stood in one cell or one column.
//!
//! In: text as `pdftotext` writes it: an empty line ends a cell, a line with nothing but a space ends
//! a paragraph in it. Out: chunks with their lines, and which of them start a row of the matrix or a
//! list after it.

use super::super::block::Block;

/// Lines that stood together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chunk {
    /// Its lines, each with its number, without the space around them. An empty one ends a paragraph.
    pub(super) lines: Vec<(usize, String)>,
}

impl Chunk {
    /// The line it starts at.
    pub(super) fn line(&self) -> usize {
        self.lines.first().map_or(1, |(line, _)| *line)
    }

    /// Its words on one line.
    pub(super) fn flat(&self) -> String {
        self.lines
            .iter()
            .map(|(_, text)| text.as_str())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The lines with words in them.
    pub(super) fn filled(&self) -> impl Iterator<Item = &(usize, String)> {
        self.lines.iter().filter(|(_, text)| !text.is_empty())
    }
}

/// A row of the matrix or a list after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Output,
    DocumentPurpose,
    Narrative,
    LatestDocument,
    KeyChangeLog,
    LastDiscussion,
    NextDiscussion,
    Outstanding,
    Stimulus,
    Artefacts,
    RelatedActions,
    LiveActions,
    ExtemporaryPapers,
    ExistingArtefacts,
}

use Label::{
    Artefacts, DocumentPurpose, ExistingArtefacts, ExtemporaryPapers, KeyChangeLog, LastDiscussion,
    LatestDocument, LiveActions, Narrative, NextDiscussion, Output, Outstanding, RelatedActions, Stimulus,
};

/// The words that start each part, longer ones before those they start with.
const LABELS: &[(&str, Label)] = &[
    ("document purpose", DocumentPurpose),
    ("narrative", Narrative),
    ("latest version", LatestDocument),
    ("latest document", LatestDocument),
    ("key change log", KeyChangeLog),
    ("last discussion", LastDiscussion),
    ("last discussed", LastDiscussion),
    ("next discussion", NextDiscussion),
    ("key outstanding issues", Outstanding),
    ("outstanding issues", Outstanding),
    ("stimulus paper", Stimulus),
    ("related actions from action log", RelatedActions),
    ("related actions", RelatedActions),
    ("additional live actions", LiveActions),
    ("live actions", LiveActions),
    ("extemporary papers", ExtemporaryPapers),
    ("existing artefacts from completed actions", ExistingArtefacts),
    ("existing artefacts", ExistingArtefacts),
    ("artefacts", Artefacts),
    ("outputs", Output),
    ("output", Output),
];

impl Label {
    /// Whether it is a row of the matrix, and not a list after it.
    pub(super) fn is_row(self) -> bool {
        !matches!(self, LiveActions | ExtemporaryPapers | ExistingArtefacts)
    }

    /// As a reader sees it.
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Output => "Output",
            DocumentPurpose => "Document purpose",
            Narrative => "Narrative",
            LatestDocument => "Latest document",
            KeyChangeLog => "Key change log",
            LastDiscussion => "Last discussion",
            NextDiscussion => "Next discussion",
            Outstanding => "Key outstanding issues",
            Stimulus => "Stimulus paper",
            Artefacts => "Artefacts",
            RelatedActions => "Related actions",
            LiveActions => "Additional live actions",
            ExtemporaryPapers => "Extemporary papers",
            ExistingArtefacts => "Existing artefacts",
        }
    }
}

/// The name of the list of artefacts that says of their actions that they are completed.
pub(super) const COMPLETED: &str = "Existing artefacts from completed actions";

/// Whether the list of artefacts says so.
pub(super) fn are_completed(torn: &[Chunk]) -> bool {
    let named =
        |text: &str| text.get(..COMPLETED.len()).is_some_and(|start| start.eq_ignore_ascii_case(COMPLETED));
    torn.iter().any(|chunk| named(&chunk.flat()))
}

/// The label that a text starts with, and the words after it.
pub(super) fn label(text: &str) -> Option<(Label, &str)> {
    let flat = text.trim_start();
    LABELS.iter().find_map(|(words, label)| {
        let start = flat.get(..words.len())?;
        let rest = flat.get(words.len()..)?;
        let ends = rest.is_empty() || rest.starts_with([' ', ':']);
        (start.eq_ignore_ascii_case(words) && ends).then(|| (*label, rest.trim_start_matches(':').trim()))
    })
}

/// Cuts a text at its empty lines; also where a list's name stands inside a chunk.
pub(super) fn of(text: &str) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut open = false;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim_matches('\u{c}');
        if line.is_empty() {
            open = false;
            continue;
        }
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        // What a converter indents by a space was set apart on the page.
        let apart = line.starts_with(' ') && !line.trim().is_empty();
        let starts = label(&words).is_some_and(|(label, _)| apart || !label.is_row());
        match chunks.last_mut().filter(|_| open && !starts) {
            Some(chunk) => chunk.lines.push((n + 1, words)),
            None => chunks.push(Chunk { lines: vec![(n + 1, words)] }),
        }
        open = true;
    }
    for chunk in &mut chunks {
        while chunk.lines.first().is_some_and(|(_, text)| text.is_empty()) {
            chunk.lines.remove(0);
        }
        while chunk.lines.last().is_some_and(|(_, text)| text.is_empty()) {
            chunk.lines.pop();
        }
    }
    chunks.retain(|chunk| !chunk.lines.is_empty());
    chunks
}

/// The same of blocks: every cell of a table is a chunk, and every paragraph and item one line of one.
pub(super) fn of_blocks(blocks: &[Block]) -> Vec<Chunk> {
    let one = |line: usize, text: &str| {
        let text = text.replace("<br>", " ").replace("**", "");
        Chunk { lines: vec![(line, text.split_whitespace().collect::<Vec<_>>().join(" "))] }
    };
    let mut chunks = Vec::new();
    for block in blocks {
        match block.cells() {
            Some(cells) => chunks.extend(cells.iter().map(|cell| {
                // An empty cell is a cell.
                one(block.line, if cell.trim().is_empty() { "n/a" } else { cell })
            })),
            None if block.text().is_empty() => {}
            None => chunks.push(one(block.line, block.text())),
        }
    }
    chunks
}

/// How many different rows of a matrix a text names, for recognising it.
pub(super) fn rows_named(text: &str) -> usize {
    let mut found: Vec<Label> = Vec::new();
    for chunk in of(text) {
        let line = |(_, line): &(usize, String)| label(line).map(|(label, _)| label);
        let flat = label(&chunk.flat()).map(|(label, _)| label);
        for label in chunk.lines.iter().filter_map(line).chain(flat) {
            if label.is_row() && !found.contains(&label) {
                found.push(label);
            }
        }
    }
    found.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_ends_a_cell_and_a_space_a_paragraph() {
        let chunks = of(
            " Output Oil, \nWicks \n\nLamps \n \nand posts \n\n Live actions \n7 \nNarrative x\n Stimulus paper",
        );
        let flat: Vec<String> = chunks.iter().map(Chunk::flat).collect();
        assert_eq!(
            flat,
            ["Output Oil, Wicks", "Lamps and posts", "Live actions 7 Narrative x", "Stimulus paper"]
        );
        assert_eq!(chunks[1].lines.len(), 3);
        assert_eq!(chunks[2].line(), 8);
    }

    #[test]
    fn knows_rows_by_their_labels() {
        assert_eq!(label("Narrative Made one paper"), Some((Narrative, "Made one paper")));
        assert_eq!(label("KEY CHANGE LOG"), Some((KeyChangeLog, "")));
        assert_eq!(label("Document to say"), None);
        assert_eq!(label("Outputting"), None);
        assert_eq!(rows_named("Document \npurpose\n\nx\n\nNarrative y\n\nStimulus \nPaper\n"), 3);
    }
}
