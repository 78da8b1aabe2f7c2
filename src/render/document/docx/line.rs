//! Lines as runs of WordprocessingML.
//!
//! In: `Inline`s. Out: XML; footnotes and the addresses of links are gathered beside it.

use super::blocks::Body;
use super::bookmark;
use crate::render::document::tree::Inline;
use crate::render::html::escaped;

/// How a run looks.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) struck: bool,
    pub(super) code: bool,
    pub(super) link: bool,
    pub(super) muted: bool,
}

impl Look {
    fn xml(self) -> String {
        let mut out = String::new();
        let style = if self.link {
            "<w:rStyle w:val=\"Hyperlink\"/>"
        } else if self.code {
            "<w:rStyle w:val=\"CodeChar\"/>"
        } else {
            ""
        };
        out.push_str(style);
        for (is, tag) in [(self.strong, "b"), (self.emphasis, "i"), (self.struck, "strike")] {
            if is {
                out.push_str(&format!("<w:{tag}/>"));
            }
        }
        if self.muted {
            out.push_str("<w:color w:val=\"565C5E\"/>");
        }
        if out.is_empty() { out } else { format!("<w:rPr>{out}</w:rPr>") }
    }
}

/// A run of words; what XML does not allow is left out.
pub(super) fn run(words: &str, look: Look) -> String {
    let clean: String =
        words.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
    let mut out = String::new();
    for (n, line) in clean.split('\n').enumerate() {
        if n > 0 {
            out.push_str(&format!("<w:r>{}<w:br/></w:r>", look.xml()));
        }
        if !line.is_empty() {
            out.push_str(&format!(
                "<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                look.xml(),
                escaped(line)
            ));
        }
    }
    out
}

impl Body {
    /// A line as runs.
    pub(super) fn line(&mut self, line: &[Inline], look: Look) -> String {
        line.iter().map(|piece| self.piece(piece, look)).collect()
    }

    fn piece(&mut self, piece: &Inline, look: Look) -> String {
        match piece {
            Inline::Text { words } => run(words, look),
            Inline::Emphasis { inner } => self.line(inner, Look { emphasis: true, ..look }),
            Inline::Strong { inner } => self.line(inner, Look { strong: true, ..look }),
            Inline::Struck { inner } => self.line(inner, Look { struck: true, ..look }),
            Inline::Code { words } => run(words, Look { code: true, ..look }),
            Inline::Web { to, inner } => {
                let id = self.link(to);
                format!(
                    "<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>",
                    self.line(inner, Look { link: true, ..look })
                )
            }
            Inline::Here { to, inner } => format!(
                "<w:hyperlink w:anchor=\"{}\">{}</w:hyperlink>",
                bookmark(to),
                self.line(inner, Look { link: true, ..look })
            ),
            Inline::Mark { words, .. } => run(words, Look { strong: true, ..look }),
            Inline::Note { number, blocks } => {
                if !blocks.is_empty() {
                    self.note(*number, blocks);
                }
                let id = number + 1;
                format!(
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>"
                )
            }
            Inline::Withheld { words } => run(words, Look { emphasis: true, ..look }),
            Inline::Picture(picture) => self.picture(picture),
            Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
        }
    }

    fn link(&mut self, to: &str) -> String {
        let known = self.links.iter().position(|known| known == to);
        let n = known.unwrap_or_else(|| {
            self.links.push(to.to_owned());
            self.links.len() - 1
        });
        format!("link{n}")
    }
}
