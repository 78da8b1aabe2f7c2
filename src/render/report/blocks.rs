//! Blocks that belong to a paragraph or stand in a note, as HTML and as Markdown.
//!
//! In: blocks of a narrative. Out: text. Numbered paragraphs, issues and figures are not drawn here.

use crate::compose::report::tree::{Block, Table};

use super::super::html::{escape, escaped};
use super::line::Pen;

impl Pen<'_> {
    /// Blocks as markup.
    pub(super) fn blocks(self, blocks: &[Block]) -> String {
        let mut out = String::new();
        blocks.iter().for_each(|block| self.block(block, &mut out));
        out
    }

    fn block(self, block: &Block, out: &mut String) {
        match block {
            Block::Plain(line) => {
                out.push_str("<p>");
                self.add_html(line, out);
                out.push_str("</p>");
            }
            Block::List(start, items) => {
                let (open, close) = match start {
                    None => ("<ul>".to_owned(), "</ul>"),
                    Some(1) => ("<ol>".to_owned(), "</ol>"),
                    Some(n) => (format!("<ol start=\"{n}\">"), "</ol>"),
                };
                out.push_str(&open);
                for item in items {
                    out.push_str("<li>");
                    match item.as_slice() {
                        [Block::Plain(line)] => self.add_html(line, out),
                        [Block::Plain(line), rest @ ..] => {
                            self.add_html(line, out);
                            rest.iter().for_each(|block| self.block(block, out));
                        }
                        blocks => blocks.iter().for_each(|block| self.block(block, out)),
                    }
                    out.push_str("</li>");
                }
                out.push_str(close);
            }
            Block::Quote(blocks) => {
                out.push_str("<blockquote>");
                blocks.iter().for_each(|block| self.block(block, out));
                out.push_str("</blockquote>");
            }
            Block::Verbatim(code) => {
                out.push_str("<pre><code>");
                escape(code, out);
                out.push_str("</code></pre>");
            }
            Block::Table(table) => self.table(table, out),
            _ => {}
        }
    }

    /// A table that the editors wrote: its rows have no records.
    fn table(self, table: &Table, out: &mut String) {
        out.push_str("<table><thead><tr>");
        for column in &table.columns {
            out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(&column.label)));
        }
        out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            out.push_str("<tr>");
            for (n, cell) in row.cells.iter().enumerate() {
                let label = table.columns.get(n).map_or("", |column| &column.label);
                out.push_str(&format!("<td data-label=\"{}\">", escaped(label)));
                self.add_html(cell, out);
                out.push_str("</td>");
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table>");
    }

    /// Blocks as Markdown, each line after the first set in by `indent`.
    pub(super) fn markdown_blocks(self, blocks: &[Block], indent: &str) -> String {
        let parts: Vec<String> = blocks.iter().map(|block| self.markdown_block(block)).collect();
        parts.join("\n\n").replace('\n', &format!("\n{indent}"))
    }

    fn markdown_block(self, block: &Block) -> String {
        match block {
            Block::Plain(line) => self.markdown(line),
            Block::List(start, items) => {
                let items = items.iter().enumerate().map(|(n, item)| {
                    let mark = start.map_or_else(|| "-".to_owned(), |start| format!("{}.", start + n as u64));
                    let indent = " ".repeat(mark.len() + 1);
                    format!("{mark} {}", self.markdown_blocks(item, &indent))
                });
                items.collect::<Vec<_>>().join("\n")
            }
            Block::Quote(blocks) => format!("> {}", self.markdown_blocks(blocks, "> ")),
            Block::Verbatim(code) => format!("```\n{}\n```", code.trim_end()),
            Block::Table(table) => self.markdown_table(table),
            _ => String::new(),
        }
    }

    /// A table as GitHub's Markdown has it.
    pub(super) fn markdown_table(self, table: &Table) -> String {
        let heads: Vec<String> =
            table.columns.iter().map(|column| column.label.replace('|', "\\|")).collect();
        let rules: Vec<&str> =
            table.columns.iter().map(|column| if column.numbers { "--:" } else { "---" }).collect();
        let mut out = format!("| {} |\n| {} |", heads.join(" | "), rules.join(" | "));
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.cell(cell)).collect();
            out.push_str(&format!("\n| {} |", cells.join(" | ")));
        }
        out
    }
}
