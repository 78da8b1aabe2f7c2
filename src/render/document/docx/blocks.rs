//! Blocks as paragraphs and tables of WordprocessingML.
//!
//! In: a `Document`. Out: the body of `word/document.xml`, and beside it the addresses of links, the
//! footnotes and the numbered lists, which Word keeps in files of their own.

use std::collections::BTreeSet;

use super::bookmark::{bookmark, said_bookmark};
use super::line::{Look, run};
use crate::render::document::tree::{
    Bars, Block, Chart, Document, Fact, Heading, Inline, Paragraph, Table, Tag,
};
use crate::render::html::escaped;

/// The body of a document, as far as it is written.
#[derive(Default)]
pub(super) struct Body {
    xml: String,
    /// The addresses that links lead to.
    pub(super) links: Vec<String>,
    /// The pictures that are shown, each once.
    pub(super) pictures: Vec<String>,
    /// How often pictures are shown.
    pub(super) showings: usize,
    /// The footnotes: the number and the XML of each.
    pub(super) notes: Vec<(u32, String)>,
    /// The first number of each numbered list.
    pub(super) lists: Vec<u64>,
    bookmarks: usize,
    /// The names of the bookmarks.
    names: BTreeSet<String>,
}

const MUTED: Look =
    Look { strong: false, emphasis: false, struck: false, code: false, link: false, muted: true };
const STRONG: Look =
    Look { strong: true, emphasis: false, struck: false, code: false, link: false, muted: false };

impl Body {
    /// The whole of `word/document.xml`.
    pub(super) fn file(&self) -> String {
        super::parts::document(&self.xml)
    }

    /// Writes a document.
    pub(super) fn document(&mut self, document: &Document) {
        let mut kind = document.kind.clone();
        for words in [&document.standing, &document.date].into_iter().flatten() {
            kind.push_str(&format!(" · {words}"));
        }
        self.paragraph("Kind", "", &run(&kind, Look::default()));
        if let Some(notice) = &document.notice {
            self.paragraph("Kind", "", &run(notice, STRONG));
        }
        self.paragraph("Title", "", &run(&document.title, Look::default()));
        if !document.lede.is_empty() {
            let lede = self.line(&document.lede, Look::default());
            self.paragraph("Subtitle", "", &lede);
        }
        document.facts.iter().for_each(|fact| self.fact(fact));
        if !document.cite.is_empty() {
            self.fact(&Fact { label: "How to cite".to_owned(), values: vec![document.cite.clone()] });
        }
        self.blocks(&document.blocks, 0);
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        blocks.iter().for_each(|block| self.block(block, depth));
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Voice { words, .. } => self.paragraph("Voice", "", &run(words, Look::default())),
            Block::Paragraph(paragraph) => self.numbered(paragraph),
            Block::List { start, items } => self.list(*start, items, depth),
            Block::Quote { blocks } => blocks.iter().for_each(|block| match block {
                Block::Paragraph(paragraph) => {
                    let words = self.line(&paragraph.words, Look::default());
                    self.paragraph("Quote", "", &words);
                }
                other => self.block(other, depth),
            }),
            Block::Verbatim { words } => self.paragraph("Code", "", &run(words, Look::default())),
            Block::Table(table) => self.table(table),
            Block::Bars(bars) => self.bars(bars),
            Block::Chart(chart) => self.chart(chart),
            Block::Positions { positions } => {
                if positions.is_empty() {
                    let none = run("No position of any party is on record.", MUTED);
                    self.paragraph("Note", "", &none);
                }
                for position in positions {
                    let mut words = run(&format!("{}: ", position.party), STRONG);
                    if position.view.is_empty() {
                        words.push_str(&run("no view on record.", MUTED));
                    } else {
                        words.push_str(&self.line(&position.view, Look::default()));
                    }
                    if !position.place.is_empty() {
                        words.push_str(&run(" Stated ", MUTED));
                        words.push_str(&self.line(&position.place, MUTED));
                    }
                    let words = self.tagged(position.tag.as_ref(), &[&position.view], words);
                    self.paragraph("Position", "", &words);
                }
            }
            Block::Judgement { words } => {
                let words = self.line(words, Look::default());
                self.paragraph("Judgement", "", &words);
            }
            Block::Facts { facts } => facts.iter().for_each(|fact| self.fact(fact)),
            Block::History { events } => {
                for event in events {
                    let mut words = run(&format!("{}: ", event.on), STRONG);
                    words.push_str(&self.line(&event.words, Look::default()));
                    let words = self.tagged(event.tag.as_ref(), &[&event.words], words);
                    self.paragraph("Note", &bullet(0), &words);
                }
            }
            Block::Terms { terms } => {
                for term in terms {
                    let mut words = run(&format!("{}: ", term.term), STRONG);
                    words.push_str(&self.line(&term.words, Look::default()));
                    self.paragraph("Term", "", &words);
                }
            }
            Block::References { works } => {
                for work in works {
                    let words = self.line(&work.words, Look::default());
                    let words = self.marked(work.id.as_deref(), words);
                    self.paragraph("Reference", "", &words);
                }
            }
            Block::Withheld { words } => {
                let look = Look { emphasis: true, ..Look::default() };
                self.paragraph("Normal", "", &run(words, look));
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let mut words = run(&heading.words, Look::default());
        // The status of a section is in its words already.
        if let (Some(mark), true) = (heading.mark, heading.level > 2) {
            words.push_str(&run(&format!(" · {}", mark.replace('-', " ")), MUTED));
        }
        let said = [Inline::text(heading.words.clone())];
        let words = self.tagged(heading.tag.as_ref(), &[&said], words);
        let words = self.marked(heading.id.as_deref().filter(|id| !is(heading.tag.as_ref(), id)), words);
        self.paragraph(&format!("Heading{}", heading.level.clamp(1, 6)), "", &words);
    }

    fn numbered(&mut self, paragraph: &Paragraph) {
        let Some(number) = &paragraph.number else {
            let words = self.line(&paragraph.words, Look::default());
            return self.paragraph("Normal", "", &words);
        };
        let mut words = run(number, MUTED);
        words.push_str("<w:r><w:tab/></w:r>");
        words.push_str(&self.line(&paragraph.words, Look::default()));
        let words = self.tagged(paragraph.tag.as_ref(), &[&paragraph.words], words);
        self.paragraph("Numbered", "", &words);
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], depth: usize) {
        let depth = depth.min(8);
        let how = match start {
            None => bullet(depth),
            Some(first) => {
                self.lists.push(first);
                numbering(self.lists.len() + 1, depth)
            }
        };
        for item in items {
            let mut is_first = true;
            for block in item {
                match block {
                    Block::Paragraph(paragraph) if is_first => {
                        let words = self.line(&paragraph.words, Look::default());
                        self.paragraph("ListParagraph", &how, &words);
                    }
                    other => self.block(other, depth + 1),
                }
                is_first = false;
            }
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let mut words = run(&format!("{}: ", fact.label), MUTED);
        for (n, value) in fact.values.iter().enumerate() {
            if n > 0 {
                words.push_str("<w:r><w:br/></w:r>");
            }
            words.push_str(&self.line(value, Look::default()));
        }
        self.paragraph("Note", "", &words);
    }

    fn bars(&mut self, bars: &Bars) {
        let caption = run(&format!("Figure {}. {}", bars.number, bars.caption), Look::default());
        let caption = self.tagged(bars.tag.as_ref(), &[&[Inline::text(bars.caption.clone())]], caption);
        self.paragraph("Caption", "", &caption);
        let heads: Vec<String> = bars.table.columns.iter().map(|column| column.label.clone()).collect();
        let shares: Vec<usize> = bars.table.columns.iter().map(|column| column.share).collect();
        self.grid(&heads, &shares, &bars.table.rows, &[], (&bars.caption, &bars.alt));
    }

    /// A chart as its numbers: what Word and LibreOffice make of a drawing differs, and a table can be
    /// commented on cell by cell.
    fn chart(&mut self, chart: &Chart) {
        let caption = run(&format!("Figure {}. {}", chart.number, chart.caption), Look::default());
        let caption = self.tagged(chart.tag.as_ref(), &[&[Inline::text(chart.caption.clone())]], caption);
        self.paragraph("Caption", "", &caption);
        let alt = run(&chart.alt, MUTED);
        self.paragraph("Note", "", &alt);
        let heads: Vec<String> = chart.table.columns.iter().map(|column| column.label.clone()).collect();
        let shares: Vec<usize> = chart.table.columns.iter().map(|column| column.share).collect();
        self.grid(&heads, &shares, &chart.table.rows, &chart.table.row_tags, (&chart.caption, &chart.alt));
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            let number = table.number.map_or_else(String::new, |number| format!("Table {number}. "));
            let caption = run(&format!("{number}{}", table.caption), Look::default());
            let said = [Inline::text(table.caption.clone())];
            let caption = self.tagged(table.tag.as_ref(), &[&said], caption);
            self.paragraph("Caption", "", &caption);
        }
        let heads: Vec<String> = table.columns.iter().map(|column| column.label.clone()).collect();
        let shares: Vec<usize> = table.columns.iter().map(|column| column.share).collect();
        let title = if table.caption.is_empty() { heads.join(", ") } else { table.caption.clone() };
        let words = format!("{} rows; columns: {}", table.rows.len(), heads.join(", "));
        self.grid(&heads, &shares, &table.rows, &table.row_tags, (&title, &words));
    }

    fn grid(
        &mut self,
        heads: &[String],
        shares: &[usize],
        rows: &[Vec<Vec<Inline>>],
        tags: &[Option<Tag>],
        (title, alt): (&str, &str),
    ) {
        // Word keeps more room beside the words of a cell than the PDF does.
        let shares = shares.iter().map(|share| share + 3);
        let all: usize = shares.clone().sum::<usize>().max(1);
        // The width between the margins, in twentieths of a point.
        let widths: Vec<usize> = shares.map(|share| share * 9_638 / all).collect();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{}\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(title),
            escaped(alt)
        ));
        widths.iter().for_each(|width| self.xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>")));
        self.xml.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (head, width) in heads.iter().zip(&widths) {
            self.cell(*width, &run(head, STRONG));
        }
        self.xml.push_str("</w:tr>");
        for (at, row) in rows.iter().enumerate() {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (n, width) in widths.iter().enumerate() {
                let mut words = row.get(n).map_or_else(String::new, |cell| self.line(cell, Look::default()));
                if n == 0 {
                    let cells: Vec<&[Inline]> = row.iter().map(|cell| &**cell).collect();
                    words = self.tagged(tags.get(at).and_then(Option::as_ref), &cells, words);
                }
                self.cell(*width, &words);
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
        // Word joins two tables between which there is no paragraph.
        self.paragraph("Note", "", "");
    }

    fn cell(&mut self, width: usize, words: &str) {
        self.xml.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        self.paragraph("Cell", "", words);
        self.xml.push_str("</w:tc>");
    }

    /// Words in a bookmark, where they have a label.
    fn marked(&mut self, label: Option<&str>, words: String) -> String {
        let Some(label) = label else { return words };
        self.marked_as(&bookmark(label), words)
    }

    fn marked_as(&mut self, name: &str, words: String) -> String {
        // The first place of a name has it: a second one would be renamed, or dropped.
        if !self.names.insert(name.to_owned()) {
            return words;
        }
        self.bookmarks += 1;
        let id = self.bookmarks;
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{words}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    /// Words in the bookmark of their lasting name, and in a hidden one of what they say.
    fn tagged(&mut self, tag: Option<&Tag>, said: &[&[Inline]], words: String) -> String {
        let Some(tag) = tag else { return words };
        let words = self.marked_as(&said_bookmark(said, self.bookmarks), words);
        self.marked(Some(&tag.name), words)
    }

    /// Gathers a footnote.
    pub(super) fn note(&mut self, number: u32, blocks: &[Block]) {
        let body = std::mem::take(&mut self.xml);
        self.blocks(blocks, 0);
        let note = std::mem::replace(&mut self.xml, body);
        self.notes.push((number, note));
    }

    fn paragraph(&mut self, style: &str, more: &str, words: &str) {
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{words}</w:p>"));
    }
}

/// Whether this label is the lasting name too.
fn is(tag: Option<&Tag>, label: &str) -> bool {
    tag.is_some_and(|tag| tag.name == label)
}

fn bullet(depth: usize) -> String {
    numbering(1, depth)
}

fn numbering(list: usize, depth: usize) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
}
