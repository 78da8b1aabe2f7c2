//! Cross-references within a report: to figures, tables, sections and paragraphs.
//!
//! In: chapters, numbered. Out: the same with words in links that had none (`Figure 2`), and findings
//! for those that lead nowhere. It comes last, because only then has everything its number.

use std::collections::BTreeMap;

use super::super::tree::{Block, Chapter, Inline, Paragraph, Target};
use super::super::walk;
use super::Narratives;
use super::reference::nearest;
use crate::diag::Finding;
use crate::model::mention::Part;
use crate::model::words::{Words, args};

/// The anchor that a cross-reference names.
pub(super) fn anchor(part: Part, name: &str) -> String {
    match part {
        Part::Figure => format!("figure-{name}"),
        Part::Table => format!("table-{name}"),
        Part::Section | Part::Paragraph => name.to_owned(),
    }
}

/// What a part is called in a message.
pub(super) fn word(part: Part) -> &'static str {
    match part {
        Part::Figure => "figure",
        Part::Table => "table",
        Part::Section => "section",
        Part::Paragraph => "paragraph",
    }
}

/// Gives cross-references their words, and returns what is wrong with those that lead nowhere.
pub(in super::super) fn settle(
    words: &Words,
    chapters: &mut [Chapter],
    narratives: &mut Narratives,
) -> Vec<Finding> {
    let labels = labels(words, chapters);
    walk::lines(chapters, &mut |line| settle_line(line, &labels));
    let mut faults = Vec::new();
    for (part, anchor, mut finding) in narratives.here.drain(..) {
        let known = |label: &&(Part, String)| label.0 == part;
        if find(&labels, &anchor).is_some_and(|(_, label)| known(&label)) {
            continue;
        }
        let of_kind = labels.iter().filter(|(_, label)| known(label)).map(|(anchor, _)| anchor.as_str());
        let prefix = anchor_prefix(part);
        let near = of_kind.map(|near| near.strip_prefix(prefix).unwrap_or(near));
        let written = anchor.strip_prefix(prefix).unwrap_or(&anchor);
        let near = nearest(written, near);
        finding.help = Some(near.map_or_else(
            || match part {
                Part::Paragraph => {
                    "name the paragraph by `{#name}` at its end, and write `@p:name`".to_owned()
                }
                _ => format!(
                    "`@{}:` is followed by the name of a {} of this report",
                    part.prefix(),
                    word(part)
                ),
            },
            |near| format!("did you mean `@{}:{near}`?", part.prefix()),
        ));
        faults.push(finding);
    }
    faults
}

fn anchor_prefix(part: Part) -> &'static str {
    match part {
        Part::Figure => "figure-",
        Part::Table => "table-",
        Part::Paragraph => "p-",
        Part::Section => "",
    }
}

/// What has this anchor; a paragraph that an editor named is called by that name.
fn find<'l>(
    labels: &'l BTreeMap<String, (Part, String)>,
    anchor: &str,
) -> Option<(&'l String, &'l (Part, String))> {
    labels.get_key_value(anchor).or_else(|| labels.get_key_value(&format!("p-{anchor}")))
}

fn settle_line(line: &mut [Inline], labels: &BTreeMap<String, (Part, String)>) {
    for piece in line {
        if let Inline::Link(words, Target::Here(anchor)) = piece
            && words.is_empty()
            && let Some((found, (_, label))) = find(labels, anchor)
        {
            words.push(Inline::Text(label.clone()));
            anchor.clone_from(found);
        }
    }
}

/// What everything in a report is called, by its anchor.
fn labels(words: &Words, chapters: &[Chapter]) -> BTreeMap<String, (Part, String)> {
    let mut labels = BTreeMap::new();
    for chapter in chapters {
        let title = words.fill("report-quoted", args![words = &chapter.title]);
        labels.insert(chapter.id.clone(), (Part::Section, title));
        chapter.blocks.iter().for_each(|block| label(words, block, &mut labels));
    }
    labels
}

fn label(words: &Words, block: &Block, labels: &mut BTreeMap<String, (Part, String)>) {
    let mut paragraph = |paragraph: &Paragraph| {
        let number = words.fill("report-paragraph", args![number = paragraph.number.to_string()]);
        labels.insert(paragraph.id.clone(), (Part::Paragraph, number));
    };
    match block {
        Block::Section(section) => {
            let title = words.fill("report-quoted", args![words = &section.title]);
            labels.insert(section.id.clone(), (Part::Section, title));
            section.blocks.iter().for_each(|block| label(words, block, labels));
        }
        Block::Paragraph(one) => {
            paragraph(one);
            one.more.iter().for_each(|block| label(words, block, labels));
        }
        Block::Issue(entry) => paragraph(&entry.standing),
        Block::Table(table) => {
            labels.insert(table.id.clone(), (Part::Table, numbered(words, "report-table", table.number)));
        }
        Block::Figure(figure) => {
            labels.insert(figure.id.clone(), (Part::Figure, numbered(words, "report-figure", figure.number)));
        }
        Block::Chart(chart) => {
            labels.insert(chart.id.clone(), (Part::Figure, numbered(words, "report-figure", chart.number)));
        }
        _ => {}
    }
}

fn numbered(words: &Words, key: &str, number: u32) -> String {
    words.fill(key, args![number = number])
}
