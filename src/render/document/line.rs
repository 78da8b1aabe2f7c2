//! Lines of the compiled report as lines of a document.
//!
//! In: `Inline`s of `compose`, and where the document will be published. Out: `Inline`s of a
//! document; a link that would lead nowhere is only its words.

use std::collections::BTreeMap;

use crate::compose::Site;
use crate::compose::address::url;
use crate::compose::report::CompiledReport;
use crate::compose::report::tree::{self, Target, withheld};
use crate::model::id::Ref;
use crate::model::words::Words;

use super::tree::{Block, Inline};

/// Draws the lines of one report.
pub(super) struct Pen<'s> {
    pub(super) site: &'s Site<'s>,
    pub(super) report: &'s CompiledReport,
    /// The notes of the narrative, by number.
    pub(super) notes: BTreeMap<u32, Vec<Block>>,
}

impl Pen<'_> {
    /// The words of the report.
    pub(super) fn words(&self) -> &Words {
        self.site.edition.words()
    }

    /// The absolute address of a record or a part of it; `None` where the edition does not hold it
    /// or nobody said where the site will be.
    pub(super) fn address(&self, to: &Ref) -> Option<String> {
        let address = self.site.addresses.reference(self.site.edition, to)?;
        let base = self.site.edition.config().base_url.as_deref()?;
        Some(format!("{base}{}", url(&address)))
    }

    /// A line.
    pub(super) fn line(&self, line: &[tree::Inline]) -> Vec<Inline> {
        let mut out = Vec::with_capacity(line.len());
        line.iter().for_each(|piece| self.add(piece, &mut out));
        out
    }

    fn add(&self, piece: &tree::Inline, out: &mut Vec<Inline>) {
        let made = match piece {
            tree::Inline::Text(words) => Inline::text(words.clone()),
            tree::Inline::Emphasis(inner) | tree::Inline::Title(inner) => {
                Inline::Emphasis { inner: self.line(inner) }
            }
            tree::Inline::Strong(inner) => Inline::Strong { inner: self.line(inner) },
            tree::Inline::Struck(inner) => Inline::Struck { inner: self.line(inner) },
            tree::Inline::Code(words) => Inline::Code { words: words.clone() },
            tree::Inline::Link(inner, target) => return self.link(inner, target, out),
            // A document is set in one language.
            tree::Inline::Spoken(_, inner) => return inner.iter().for_each(|piece| self.add(piece, out)),
            // A date never breaks over a line.
            tree::Inline::Date(date) => Inline::text(self.words().date(*date).replace(' ', "\u{a0}")),
            tree::Inline::Heading(heading) => {
                let words = self.words().named("heading", heading.as_str()).to_owned();
                Inline::Mark { mark: heading.as_str(), words }
            }
            tree::Inline::State(state) => {
                let words = self.words().named("state", state.as_str()).to_owned();
                Inline::Mark { mark: state.as_str(), words }
            }
            tree::Inline::Outcome(outcome) => {
                Inline::Mark { mark: outcome.as_str(), words: outcome.said(self.words()) }
            }
            tree::Inline::Note(number, first) => {
                let words = self.notes.get(number).filter(|_| *first).cloned();
                Inline::Note { number: *number, blocks: words.unwrap_or_default() }
            }
            tree::Inline::Withheld(_, words) => Inline::Withheld { words: withheld(self.words(), words) },
            tree::Inline::Picture(picture) => Inline::picture(&picture.attachment, picture.alt.clone()),
            tree::Inline::Break => Inline::Break,
        };
        out.push(made);
    }

    fn link(&self, inner: &[tree::Inline], target: &Target, out: &mut Vec<Inline>) {
        let words = self.line(inner);
        let made = match target {
            Target::Record(to) => match self.address(to) {
                Some(to) => Inline::Web { to, inner: words },
                None => return out.extend(words),
            },
            Target::Here(anchor) if self.report.anchors.contains(anchor) => {
                Inline::Here { to: anchor.clone(), inner: words }
            }
            Target::Here(_) => return out.extend(words),
            Target::Web(address) => Inline::Web { to: address.clone(), inner: words },
        };
        out.push(made);
    }
}
