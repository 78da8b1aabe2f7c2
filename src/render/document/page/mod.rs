//! A page of the site as a document: a case, the write-up of a workshop, the register of actions.
//!
//! In: the markup of a page, and what its title page needs. Out: a `Document` that says what the page
//! says, without what only the web has use for: contents, neighbours, what links here. Both come from
//! one page, so that they cannot disagree.

mod lines;
mod nodes;

use super::report::{notice, stamp};
use super::table::fitted;
use super::tree::{Block, Document, Fact, Heading, Inline, Paragraph, Said};
use crate::compose::Site;
use crate::compose::report::words::{capital, edition};
use crate::model::date::Date;
use crate::model::lock::Frozen;
use crate::model::words::of_language;
use lines::Stand;
use nodes::{Element, Node, verbatim};

/// Which page is to be set.
#[derive(Clone, Debug)]
pub struct Wanted<'p> {
    /// Its address, relative to the site's base.
    pub path: &'p str,
    /// The record it is of, by its index; none where it is made of many.
    pub record: Option<usize>,
    /// By what it is known, as in `cases/leds`.
    pub number: String,
    /// What kind of thing it is.
    pub kind: &'p str,
    /// The theme's file that lays it out.
    pub template: &'static str,
    /// The day that it is of.
    pub date: Date,
    /// The frozen edition of a report that it is.
    pub frozen: Option<&'p Frozen>,
}

/// A page as a document.
pub(in crate::render) fn of_page(site: &Site, wanted: &Wanted<'_>, page: &str) -> Document {
    let config = site.edition.config();
    let record = wanted.record.map(|index| &**site.edition.record(index));
    let stand = Stand { record, base: config.base_url.as_deref(), path: wanted.path };
    // What was frozen is a report, and stays in its language.
    let own = wanted.frozen.map(|frozen| of_language(&frozen.language));
    let words = own.as_deref().unwrap_or_else(|| site.edition.words());
    let mut languages = wanted.frozen.map_or(&*config.language, |frozen| &frozen.language).split('-');
    let mut made = Document {
        kind: wanted.kind.to_owned(),
        archive: config.title.clone(),
        language: languages.next().unwrap_or("en").to_owned(),
        region: languages.next().filter(|part| part.len() == 2).map(str::to_owned),
        number: wanted.number.clone(),
        stamp: stamp(wanted.date),
        audience: site.edition.audience().as_str(),
        notice: notice(site.edition.audience(), words),
        words: Said::of(words),
        template: wanted.template,
        ..Document::default()
    };
    let mut paper = Paper { stand, document: &mut made, level: 0 };
    paper.nodes(&nodes::main(page).children);
    if let Some(frozen) = wanted.frozen {
        made.title.clone_from(&frozen.title);
        // The title page says how to cite it in a place of its own.
        made.facts.retain(|fact| fact.label != words.say("report-cite-as"));
        made.authors.clone_from(&frozen.authors);
        made.standing = Some(capital(&edition(words, frozen.edition, true)));
        made.date = frozen.date.map(|date| words.date(date));
        made.long = true;
    }
    super::label::settle(&mut made);
    made.short.clone_from(&made.title);
    made
}

/// A document while it is made.
struct Paper<'d> {
    stand: Stand<'d>,
    document: &'d mut Document,
    /// The level of the heading above.
    level: u8,
}

impl Paper<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element),
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Text(_) => {
                    let words = self.stand.line(std::slice::from_ref(node));
                    self.document.blocks.push(paragraph(None, words));
                }
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let line = |nodes: &[Node]| self.stand.line(nodes);
        match &*element.name {
            "h1" => self.document.title = element.words(),
            "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.name.as_bytes()[1].saturating_sub(b'1');
                self.heading(level, element.words(), None);
            }
            "p" if element.is_of("kind") => {}
            "p" if element.is_of("lede") => {
                if !self.document.lede.is_empty() {
                    self.document.lede.push(Inline::text(" "));
                }
                let words = line(&element.children);
                self.document.lede.extend(words);
            }
            "p" => {
                let number = element.get("id").and_then(|id| id.strip_prefix("p-")).map(str::to_owned);
                let words = line(&element.children);
                if !words.is_empty() {
                    self.document.blocks.push(paragraph(number, words));
                }
            }
            "dl" => {
                let facts = self.facts(element);
                if self.document.blocks.is_empty() && self.document.facts.is_empty() {
                    self.document.facts = facts;
                } else if !facts.is_empty() {
                    self.document.blocks.push(Block::Facts { facts });
                }
            }
            "ul" | "ol"
                if element.is_of("entries")
                    || (element.is_of("records") && element.elements().all(has_key)) =>
            {
                let facts = element.elements().map(|item| self.entry(item)).collect();
                self.document.blocks.push(Block::Facts { facts });
            }
            "ul" | "ol" => {
                let start = (element.name == "ol")
                    .then(|| element.get("start").and_then(|start| start.parse().ok()).unwrap_or(1));
                let items: Vec<Vec<Block>> = element
                    .elements()
                    .map(|item| self.inside(item))
                    .filter(|item| !item.is_empty())
                    .collect();
                if !items.is_empty() {
                    self.document.blocks.push(Block::List { start, items });
                }
            }
            "table" => self.table(element),
            "blockquote" => {
                let blocks = self.inside(element);
                self.document.blocks.push(Block::Quote { blocks });
            }
            "pre" => self.document.blocks.push(Block::Verbatim { words: verbatim(element) }),
            "div" if element.is_of("para") => self.numbered(element),
            "section" if element.is_of("cite") => {
                let first = element.elements().find(|one| one.name == "p");
                self.document.cite = first.map_or_else(Vec::new, |words| undated(line(&words.children)));
            }
            "section" if element.is_of("backlinks") => {}
            "summary" | "hr" => {}
            "div" | "section" | "article" | "details" | "figure" | "aside" | "header" | "main" => {
                if holds_blocks(element) {
                    self.nodes(&element.children);
                } else {
                    let words = line(&element.children);
                    if !words.is_empty() {
                        self.document.blocks.push(paragraph(None, words));
                    }
                }
            }
            _ => {
                let words = line(&[Node::Element(element.clone())]);
                if !words.is_empty() {
                    self.document.blocks.push(paragraph(None, words));
                }
            }
        }
    }

    /// What stands under a number: its first paragraph bears it.
    fn numbered(&mut self, element: &Element) {
        let number = element.get("id").and_then(|id| id.strip_prefix("p-")).map(str::to_owned);
        let at = self.document.blocks.len();
        if holds_blocks(element) {
            self.nodes(&element.children);
        } else {
            self.document.blocks.push(paragraph(None, self.stand.line(&element.children)));
        }
        let first = self.document.blocks[at..].iter_mut().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        if let Some(first) = first {
            first.number = number;
        }
    }

    /// A heading, never more than one level below the one above it: the standards refuse a gap.
    fn heading(&mut self, level: u8, words: String, mark: Option<&'static str>) {
        let level = level.clamp(1, self.level + 1);
        self.level = level;
        self.document.blocks.push(Block::Heading(Heading {
            level,
            id: None,
            words,
            link: None,
            mark,
            listed: true,
            tag: None,
        }));
    }

    /// What stands in an item or a quotation.
    fn inside(&mut self, element: &Element) -> Vec<Block> {
        let before = std::mem::take(&mut self.document.blocks);
        if holds_blocks(element) {
            let mut loose = Vec::new();
            for node in &element.children {
                let is_block = matches!(node, Node::Element(one) if is_block(&one.name));
                if !is_block {
                    loose.push(node.clone());
                    continue;
                }
                self.loose(&mut loose);
                match node {
                    // In an item a heading is only the first of its lines.
                    Node::Element(one) if is_heading(&one.name) => {
                        let inner = self.stand.line(&one.children);
                        self.document.blocks.push(paragraph(None, vec![Inline::Strong { inner }]));
                    }
                    Node::Element(one) if one.name == "div" => {
                        let inner = self.inside(one);
                        self.document.blocks.extend(inner);
                    }
                    node => self.nodes(std::slice::from_ref(node)),
                }
            }
            self.loose(&mut loose);
        } else {
            let mut all = element.children.clone();
            self.loose(&mut all);
        }
        std::mem::replace(&mut self.document.blocks, before)
    }

    fn loose(&mut self, nodes: &mut Vec<Node>) {
        let words = self.stand.line(&std::mem::take(nodes));
        if !words.is_empty() {
            self.document.blocks.push(paragraph(None, words));
        }
    }

    fn facts(&self, list: &Element) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        // Each label and its values stand in a group of their own, or in none.
        let groups = list.elements().flat_map(|one| match &*one.name {
            "div" => one.elements().collect(),
            _ => vec![one],
        });
        for piece in groups {
            match (&*piece.name, facts.last_mut()) {
                ("dt", _) => facts.push(Fact { label: piece.words(), values: Vec::new() }),
                ("dd", Some(fact)) => fact.values.extend(self.values(piece)),
                _ => {}
            }
        }
        facts.retain(|fact| !fact.values.is_empty());
        facts
    }

    /// The lines of a value: one each for the paragraphs and items in it.
    fn values(&self, value: &Element) -> Vec<Vec<Inline>> {
        if !holds_blocks(value) {
            return vec![self.stand.line(&value.children)];
        }
        let mut lines = Vec::new();
        for child in value.elements() {
            if holds_blocks(child) {
                lines.extend(self.values(child));
            } else {
                let inner = self.stand.line(&child.children);
                lines.push(if is_heading(&child.name) { vec![Inline::Strong { inner }] } else { inner });
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// An entry of a list in which each has a key: an action of a workshop.
    fn entry(&self, item: &Element) -> Fact {
        let key = item.elements().find(|one| one.is_of("key"));
        let label = key.map(Element::words).unwrap_or_default();
        let rest = item.elements().filter(|one| !one.is_of("key"));
        Fact { label, values: rest.flat_map(|one| self.values(one)).collect() }
    }

    /// A table; a row that is the head of a group begins another one under a heading.
    fn table(&mut self, table: &Element) {
        let mut rows = Vec::new();
        table.all("tr", &mut rows);
        let cells = |row: &Element| -> Vec<Element> {
            row.elements().filter(|cell| cell.name == "th" || cell.name == "td").cloned().collect()
        };
        let is_head = |row: &&&Element| {
            row.elements().all(|cell| cell.name == "th" && cell.get("scope") == Some("col"))
        };
        let heads: Vec<String> = rows
            .iter()
            .find(is_head)
            .map_or_else(Vec::new, |row| cells(row).iter().map(Element::words).collect());
        let caption = table.elements().find(|one| one.name == "caption").map(Element::words);
        let level = self.level + 1;
        let mut made: Vec<Vec<Vec<Inline>>> = Vec::new();
        for row in rows.iter().filter(|row| !is_head(row)) {
            let cells = cells(row);
            if let [only] = &cells[..]
                && heads.len() > 1
            {
                self.grid(&heads, std::mem::take(&mut made), caption.as_deref());
                let (words, mark) = group(only);
                self.heading(level, words, mark);
                continue;
            }
            made.push(cells.iter().map(|cell| self.stand.line(&cell.children)).collect());
        }
        self.grid(&heads, made, caption.as_deref());
    }

    fn grid(&mut self, heads: &[String], rows: Vec<Vec<Vec<Inline>>>, caption: Option<&str>) {
        if !rows.is_empty() {
            self.document.blocks.push(Block::Table(fitted(heads, rows, caption.unwrap_or_default())));
        }
    }
}

fn paragraph(number: Option<String>, words: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { number, words, ..Paragraph::default() })
}

/// The head of a group of rows, `Open: 20 actions`, and the status that they have in common.
fn group(cell: &Element) -> (String, Option<&'static str>) {
    let Some(status) = cell.elements().find(|one| one.get("data-is").is_some()) else {
        return (cell.words(), None);
    };
    let (all, status_words) = (cell.words(), status.words());
    let rest = all.strip_prefix(&*status_words).unwrap_or_default().trim().to_owned();
    let words = if rest.is_empty() { all } else { format!("{status_words}: {rest}") };
    (words, lines::mark(status))
}

fn has_key(item: &Element) -> bool {
    item.elements().any(|one| one.is_of("key") && !one.words().is_empty())
}

/// How to cite a page, without the day on which somebody looked at it: paper is not looked up again.
fn undated(mut line: Vec<Inline>) -> Vec<Inline> {
    for piece in &mut line {
        let Inline::Text { words } = piece else { continue };
        if let Some((before, rest)) = words.split_once(" (Accessed: ")
            && let Some((_, after)) = rest.split_once(')')
        {
            *words = format!("{before}{after}");
        }
    }
    line
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_block(name: &str) -> bool {
    is_heading(name)
        || matches!(
            name,
            "p" | "ul"
                | "ol"
                | "dl"
                | "div"
                | "section"
                | "article"
                | "details"
                | "table"
                | "blockquote"
                | "pre"
                | "figure"
        )
}

fn holds_blocks(element: &Element) -> bool {
    element.elements().any(|one| is_block(&one.name))
}
