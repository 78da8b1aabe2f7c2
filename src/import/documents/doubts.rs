//! The doubts of one document, gathered.

use std::sync::Arc;

use crate::diag::{Finding, Rule, Spot};

/// What an importer is unsure of, so far.
#[derive(Debug)]
pub(crate) struct Doubts {
    file: Arc<str>,
    found: Vec<Finding>,
}

impl Doubts {
    /// None yet, about this document.
    pub(crate) fn about(file: &Arc<str>) -> Self {
        Doubts { file: Arc::clone(file), found: Vec::new() }
    }

    /// A doubt at a line.
    pub(crate) fn at(&mut self, line: usize, rule: &'static Rule, message: impl Into<String>) {
        self.found.push(Finding::new(rule, &self.file, Spot::Line(line.max(1), 1), message));
    }

    /// A doubt at a line, with a word of help.
    pub(crate) fn with_help(
        &mut self,
        line: usize,
        rule: &'static Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let spot = Spot::Line(line.max(1), 1);
        self.found.push(Finding::new(rule, &self.file, spot, message).help(help));
    }

    /// A doubt about the document as a whole.
    pub(crate) fn of_all(&mut self, rule: &'static Rule, message: impl Into<String>) {
        self.found.push(Finding::new(rule, &self.file, Spot::File, message));
    }

    /// A doubt about the document as a whole, with a word of help.
    pub(crate) fn of_all_with_help(
        &mut self,
        rule: &'static Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.found.push(Finding::new(rule, &self.file, Spot::File, message).help(help));
    }

    /// Whether there is a doubt of this kind at a line.
    pub(crate) fn has(&self, line: usize, rule: &'static Rule) -> bool {
        self.found
            .iter()
            .any(|doubt| doubt.rule == rule && matches!(doubt.spot, Spot::Line(at, _) if at == line))
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Shows the words at the line of every doubt from the `first` on, in a document whose lines are no
    /// text, and says where they stand.
    pub(crate) fn show(&mut self, first: usize, words: impl Fn(usize) -> Option<(String, String)>) {
        for doubt in self.found.iter_mut().skip(first) {
            show(doubt, &words);
        }
    }

    /// The document's path as given.
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// All of them, in the order of the document.
    pub(crate) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by(|a, b| (&a.spot, a.rule.code).cmp(&(&b.spot, b.rule.code)));
        self.found
    }
}

/// Shows the words at the line of a doubt, and says where they stand: `paragraph 3`.
pub(crate) fn show(doubt: &mut Finding, words: impl Fn(usize) -> Option<(String, String)>) {
    let Spot::Line(line, _) = doubt.spot else { return };
    let Some((place, text)) = words(line) else { return };
    if !doubt.message.contains(&place) {
        doubt.message.push_str(&format!(" ({place})"));
    }
    doubt.show(text.chars().take(LONGEST_SHOWN).collect::<String>());
}

/// So many letters of a paragraph or a row are shown.
const LONGEST_SHOWN: usize = 300;

/// Words of a document for a message: at most `most` letters, cut at a word's end.
pub(crate) fn quoted(text: &str, most: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return format!("“{flat}”");
    }
    let cut: String = flat.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("“{}…”", cut.get(..end).unwrap_or(&cut).trim_end_matches([',', ';', ':']))
}
