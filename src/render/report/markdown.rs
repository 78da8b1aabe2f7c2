//! A compiled report as Markdown: headings, numbered paragraphs (`¶12`), tables, relative links.
//!
//! In: the site and the index of a report. Out: text that GitHub and Pandoc read. What the editors
//! wrote is marked as theirs.

use crate::compose::Site;
use crate::compose::report::entry::Entry;
use crate::compose::report::moves::Move;
use crate::compose::report::tree::{Block, Figure, Paragraph, Reference, Voice};
use crate::compose::report::words::capital;
use crate::model::standing::Heading;
use crate::model::words::args;

use super::line::{Pen, escape_markdown};
use super::view::speaker;

/// The report as Markdown, ending in a line feed.
pub fn markdown(site: &Site, index: usize) -> String {
    let pen = Pen::new(site, index);
    let mut text = Text { pen, voice: Voice::Records, out: String::new() };
    text.title();
    for chapter in &pen.report.chapters {
        text.heading(2, &chapter.title);
        text.voice = Voice::Records;
        chapter.blocks.iter().for_each(|block| text.block(block, 3));
    }
    text.out.truncate(text.out.trim_end().len());
    text.out.push('\n');
    text.out
}

/// A block of the report that bears no number, as Markdown.
pub(super) fn block(pen: Pen, block: &Block) -> String {
    let mut text = Text { pen, voice: Voice::Records, out: String::new() };
    text.block(block, 3);
    text.out.trim_end().to_owned()
}

/// What is said of an issue below its numbered paragraph, as Markdown.
pub(super) fn details(pen: Pen, entry: &Entry) -> String {
    let mut text = Text { pen, voice: Voice::Records, out: String::new() };
    text.details(entry);
    text.out.trim_end().to_owned()
}

/// The title block: labels and words, Markdown.
pub(super) fn facts(pen: Pen) -> Vec<(String, String)> {
    let title = &pen.report.title;
    let words = pen.words();
    let mut facts = vec![("field-edition", title.standing(words))];
    facts.extend(title.period.map(|period| ("field-period", words.interval(period))));
    facts.push(("as-at", words.date(crate::model::date::Date::from_day(pen.report.as_of))));
    let editors: Vec<String> = title
        .editors
        .iter()
        .map(|editor| {
            let parts = [
                Some(editor.name.clone()),
                editor.affiliation.clone(),
                editor.orcid.as_ref().map(|orcid| format!("https://orcid.org/{orcid}")),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        })
        .collect();
    facts.extend((!editors.is_empty()).then(|| ("field-editors", editors.join("; "))));
    facts.extend(title.date.map(|date| ("field-date", words.date(date))));
    facts.extend(title.commissioned_by.clone().map(|words| ("field-commissioned_by", words)));
    facts.extend(title.independence.clone().map(|words| ("field-independence", words)));
    let mut escaped: Vec<(String, String)> = facts
        .into_iter()
        .map(|(label, value)| {
            let mut out = String::new();
            escape_markdown(&value, &mut out);
            (words.say(label).to_owned(), out)
        })
        .collect();
    escaped.push((words.say("report-cite-as").to_owned(), pen.markdown(&title.cite)));
    escaped
}

struct Text<'s> {
    pen: Pen<'s>,
    /// Who spoke last in this chapter.
    voice: Voice,
    out: String,
}

impl Text<'_> {
    fn part(&mut self, words: &str) {
        self.out.push_str(words);
        self.out.push_str("\n\n");
    }

    fn heading(&mut self, level: usize, title: &str) {
        let mut words = String::new();
        escape_markdown(title, &mut words);
        self.part(&format!("{} {words}", "#".repeat(level.min(6))));
    }

    fn title(&mut self) {
        self.heading(1, &self.pen.report.title.title);
        let lines = facts(self.pen).into_iter().map(|(label, words)| format!("- **{label}:** {words}"));
        self.part(&lines.collect::<Vec<_>>().join("\n"));
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Section(section) => {
                self.heading(level, &section.title);
                section.blocks.iter().for_each(|block| self.block(block, level + 1));
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Table(table) => {
                if !table.caption.is_empty() {
                    let caption = self.pen.captioned("report-table-caption", table.number, &table.caption);
                    self.part(&format!("*{caption}*"));
                }
                let table = self.pen.markdown_table(table);
                self.part(&table);
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(chart) => {
                let caption = self.pen.captioned("report-figure-caption", chart.number, &chart.title);
                self.part(&format!("*{caption}*"));
                let table = self.pen.markdown_table(&chart.table);
                self.part(&table);
            }
            Block::Issue(entry) => self.issue(entry, level),
            Block::Terms(terms) => {
                let lines: Vec<String> = terms
                    .iter()
                    .map(|(term, meaning)| format!("- **{term}**: {}", self.pen.markdown(meaning)))
                    .collect();
                self.part(&lines.join("\n"));
            }
            Block::References(references) => {
                let lines: Vec<String> =
                    references.iter().map(|reference| self.reference(reference)).collect();
                self.part(&lines.join("\n"));
            }
            Block::Withheld(reason, count) => {
                let args = args![count = *count, reason = reason];
                let words = self.pen.words().fill("report-withheld-item", args);
                self.part(&format!("- {words}"));
            }
            Block::Note(number, blocks) => {
                let words = self.pen.markdown_blocks(blocks, "    ");
                self.part(&format!("[^{number}]: {words}"));
            }
            other => {
                let words = self.pen.markdown_blocks(std::slice::from_ref(other), "");
                self.part(&words);
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if paragraph.voice != self.voice {
            self.voice = paragraph.voice;
            let speaker = speaker(self.pen.words(), paragraph.voice).to_owned();
            self.part(&format!("*{speaker}:*"));
        }
        let words = self.pen.markdown(&paragraph.content);
        self.part(format!("**¶{}** {words}", paragraph.number).trim_end());
        if !paragraph.more.is_empty() {
            let more = self.pen.markdown_blocks(&paragraph.more, "");
            self.part(&more);
        }
        for line in self.pen.report.errata_at(self.pen.site.edition, &paragraph.id) {
            let words = self.pen.markdown(&line);
            let label = self.pen.words().say("erratum");
            self.part(&format!("> **{label}**{words}"));
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let words = self.pen.words();
        let caption = self.pen.captioned("report-figure-caption", figure.number, &figure.title);
        self.part(&format!("*{caption}*"));
        let heads: Vec<&str> =
            Heading::ALL.iter().map(|heading| words.named("heading", heading.as_str())).collect();
        let mut table = format!(
            "| {} | {} | {} |\n| --- | --: | --: | --: | --: | --: |",
            words.say("topic"),
            heads.join(" | "),
            words.say("report-all").to_lowercase()
        );
        for bar in figure.bars.iter().chain([&figure.total]) {
            let counts: Vec<String> = bar.counts.iter().map(usize::to_string).collect();
            let label = bar.label.replace('|', "\\|");
            table.push_str(&format!("\n| {label} | {} | {} |", counts.join(" | "), bar.total()));
        }
        self.part(&table);
    }

    fn issue(&mut self, entry: &Entry, level: usize) {
        self.part(&format!("<a id=\"{}\"></a>", entry.standing.id));
        self.heading(level, &entry.title);
        self.paragraph(&entry.standing);
        self.details(entry);
    }

    fn details(&mut self, entry: &Entry) {
        let words = self.pen.words();
        let mut lines: Vec<String> = Vec::new();
        if let Some(judgement) = &entry.judgement {
            let when = judgement.on.map_or_else(String::new, |on| format!(", {}", words.date(on)));
            let mut by = String::new();
            escape_markdown(&judgement.by, &mut by);
            lines.push(format!(
                "> **{}** {} {} ({by}{when})\n",
                words.say("report-editors-judgement"),
                judgement.words(words),
                self.pen.markdown(&judgement.reason)
            ));
        }
        for stated in &entry.positions {
            let mut party = String::new();
            escape_markdown(&stated.party, &mut party);
            if stated.view.is_empty() {
                lines.push(format!("- **{party}**: {}", words.say("report-no-view")));
                continue;
            }
            let view = self.pen.markdown(&stated.view);
            lines.push(format!("- **{party}**, {}: {view}", self.pen.markdown(&stated.place)));
        }
        for reply in &entry.replies {
            let mut party = String::new();
            escape_markdown(&reply.party, &mut party);
            let args = args![party = party, words = self.pen.markdown(&reply.words)];
            let mut line = format!("- {}", words.fill("reply-of", args));
            if !reply.view.is_empty() {
                line.push_str(&format!(". “{}”", self.pen.markdown(&reply.view)));
            }
            lines.push(line);
        }
        if entry.unasked {
            lines.push(format!("- {}.", words.say("no-reply-asked")));
        }
        lines.push(format!("- {}", self.pen.markdown(&entry.silence.words)));
        if !entry.silence.promised.is_empty() {
            lines.push(format!("- {}", self.pen.markdown(&entry.silence.promised)));
        }
        if entry.movement != Move::First {
            let moved = capital(&entry.movement.in_words(words, entry.heading));
            lines.push(format!("- {}.", words.fill("since-report-before", args![movement = moved])));
        }
        if !entry.actions.is_empty() {
            let actions: Vec<String> = entry
                .actions
                .iter()
                .map(|promise| self.pen.markdown(&promise.words(self.pen.site.edition)))
                .collect();
            lines.push(format!("- {} {}", words.say("actions-are"), actions.join(", ")));
        }
        for event in &entry.history {
            let mut line = format!("- {}: {}", words.date(event.on), self.pen.markdown(&event.words));
            if !event.note.is_empty() {
                line.push_str(&format!(" {}", self.pen.markdown(&event.note)));
            }
            if !event.evidence.is_empty() {
                let args = args![evidence = self.pen.markdown(&event.evidence)];
                line.push_str(&format!(" {}.", words.fill("evidence-is", args)));
            }
            lines.push(line);
        }
        self.part(&lines.join("\n"));
    }

    fn reference(&self, reference: &Reference) -> String {
        let mut line = format!("- {}", self.pen.markdown(&reference.words));
        if !reference.passages.is_empty() {
            let args = args![passages = self.pen.markdown(&reference.passages)];
            line.push_str(&format!(" {}", self.pen.words().fill("cited-at", args)));
        }
        line
    }
}
