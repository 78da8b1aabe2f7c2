//! An issue of the compiled report as blocks of a document.
//!
//! In: an entry. Out: a heading, the numbered paragraph that says where the issue stands, the
//! editor's judgement, both positions, what is to be known beside them, and the history.

use crate::compose::report::entry::{Entry, Happening, Judgement};
use crate::compose::report::moves::Move;
use crate::compose::report::name;
use crate::compose::report::reply::Replied;
use crate::compose::report::tree::{Inline as Line, Target};
use crate::compose::report::words::capital;
use crate::model::id::Ref;
use crate::model::words::Place;

use super::line::Pen;
use super::tree::{Block, Event, Fact, Heading, Inline, Paragraph, Position, Tag};
use crate::diag::FieldPath;

impl Pen<'_> {
    /// The blocks of an issue.
    pub(super) fn issue(&self, entry: &Entry, level: u8, blocks: &mut Vec<Block>) {
        let record = self.site.edition.record(entry.issue);
        let of = |part: &str, field: Option<&str>| Tag {
            field: field.map(FieldPath::key),
            ..Tag::new(format!("{}-{part}", entry.standing.id), Some(Ref::to(record.id.clone())))
        };
        blocks.push(Block::Heading(Heading {
            level,
            id: None,
            words: entry.title.clone(),
            link: self.address(&Ref::to(record.id.clone())),
            mark: Some(entry.heading.as_str()),
            listed: false,
            tag: Some(of("title", Some("title"))),
        }));
        let mut standing = self.paragraph(&entry.standing);
        if let (Block::Paragraph(Paragraph { tag: Some(tag), .. }), Some(last)) =
            (&mut standing, entry.history.last())
        {
            tag.field = Some(FieldPath::key("history").at(last.event));
        }
        blocks.push(standing);
        if let Some(judgement) = &entry.judgement {
            blocks.push(self.judgement(judgement));
        }
        blocks.push(Block::Positions {
            positions: entry
                .positions
                .iter()
                .map(|stated| Position {
                    party: stated.party.clone(),
                    view: self.line(&stated.view),
                    place: self.line(&stated.place),
                    tag: Some(of(&format!("says-{}", stated.party), None)),
                })
                .collect(),
        });
        blocks.push(Block::Facts { facts: self.facts(entry) });
        if !entry.history.is_empty() {
            let events = entry.history.iter().map(|happening| Event {
                tag: Some(Tag {
                    field: Some(FieldPath::key("history").at(happening.event)),
                    ..of(&format!("event-{}", happening.event + 1), None)
                }),
                ..self.event(happening)
            });
            let events = events.collect();
            blocks.push(Block::History { events });
        }
    }

    fn judgement(&self, judgement: &Judgement) -> Block {
        let mut words = vec![
            Inline::Strong { inner: vec![Inline::text(self.words().say("report-editors-judgement"))] },
            Inline::text(format!(" {} ", judgement.words(self.words()))),
        ];
        words.extend(self.line(&judgement.reason));
        let when = judgement.on.map_or_else(String::new, |on| format!(", {}", self.words().date(on)));
        words.push(Inline::text(format!(" ({}{when})", judgement.by)));
        Block::Judgement { words }
    }

    fn facts(&self, entry: &Entry) -> Vec<Fact> {
        let mut facts = Vec::new();
        let words = self.words();
        let mut add = |key: &str, values: Vec<Vec<Inline>>| {
            facts.push(Fact { label: words.say(key).to_owned(), values });
        };
        if entry.movement != Move::First {
            let moved = capital(&entry.movement.in_words(words, entry.heading));
            add("report-since-before", vec![vec![Inline::text(format!("{moved}."))]]);
        }
        if !entry.actions.is_empty() {
            let promises = entry.actions.iter();
            add("actions", promises.map(|promise| self.line(&promise.words(self.site.edition))).collect());
        }
        let mut evidence = vec![self.line(&entry.silence.words)];
        evidence.extend((!entry.silence.promised.is_empty()).then(|| self.line(&entry.silence.promised)));
        add("fact-evidence", evidence);
        let mut replies: Vec<Vec<Inline>> = entry.replies.iter().map(|reply| self.reply(reply)).collect();
        if entry.unasked {
            replies.push(vec![Inline::text(format!("{}.", words.say("no-reply-asked")))]);
        }
        if !replies.is_empty() {
            add("right-of-reply", replies);
        }
        facts
    }

    /// How far a party's answer has come, and what it says.
    fn reply(&self, reply: &Replied) -> Vec<Inline> {
        let party = [Line::Text(reply.party.clone())];
        let mut said = self.filled("reply-of", &[("party", &party), ("words", &reply.words)]);
        said.push(Inline::text("."));
        if !reply.view.is_empty() {
            said.push(Inline::text(" “"));
            said.extend(self.line(&reply.view));
            said.push(Inline::text("”"));
        }
        said
    }

    fn event(&self, happening: &Happening) -> Event {
        let mut words = self.line(&happening.words);
        if !happening.note.is_empty() {
            words.push(Inline::text(" "));
            words.extend(self.line(&happening.note));
        }
        if !happening.evidence.is_empty() {
            words.extend(self.sentence("evidence-is", "evidence", &happening.evidence));
        }
        if let Some(by) = &happening.asserted_by {
            let source = Line::Link(name::line(self.site.edition, by), Target::Record(by.clone()));
            words.extend(self.sentence("asserted-by", "source", &[source]));
        }
        Event {
            on: self.words().date(happening.on).replace(' ', "\u{a0}"),
            mark: happening.heading.as_str(),
            status: self.words().named("heading", happening.heading.as_str()).to_owned(),
            words,
            tag: None,
        }
    }

    /// A message with a line in it, as one more sentence.
    fn sentence(&self, key: &str, name: &str, line: &[Line]) -> Vec<Inline> {
        let mut said = vec![Inline::text(" ")];
        said.extend(self.filled(key, &[(name, line)]));
        said.push(Inline::text("."));
        said
    }

    /// A message with lines in it.
    fn filled(&self, key: &str, lines: &[(&str, &[Line])]) -> Vec<Inline> {
        let mut said = Vec::new();
        for place in self.words().places(key, &[]) {
            match place {
                Place::Words(words) => said.push(Inline::text(words)),
                Place::Of(wanted) => {
                    let line = lines.iter().find(|(name, _)| *name == wanted);
                    said.extend(line.into_iter().flat_map(|(_, line)| self.line(line)));
                }
            }
        }
        said
    }
}
