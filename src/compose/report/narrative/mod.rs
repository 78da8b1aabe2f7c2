//! What the editors wrote, with everything that they mention worked out.
//!
//! In: a scope. Out: each text with marks in place of its mentions, what stands there instead, the
//! list of works, and findings with their places. Everything is looked up in the scope, which is made
//! from the edition: there is no way from here to anything else.

mod arguments;
mod bounds;
mod directive;
pub(super) mod faults;
mod here;
mod reference;
mod typed;
mod works;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::{Bearing, FieldPath, Finding, Rule, Spot, Words};
use crate::model::mention::{self, Mention, What};

use super::scope::Scope;
use super::tree::{Block, Inline};
use reference::Wrong;

pub(super) use here::settle;
pub(super) use works::Listed;

/// Stand in a text around the number of what was mentioned there. No text has them: they are private.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The texts of a report, worked out.
pub(super) struct Narratives {
    texts: Vec<(Option<String>, Written)>,
    /// What was wrong, with places.
    pub(super) faults: Vec<Finding>,
    /// Every work cited or named as evidence, in the order of the style; empty where it has no list.
    pub(super) listed: Vec<Listed>,
    /// The keys that the texts cite, works and records.
    pub(super) cited: BTreeSet<String>,
    /// What was said of parts of the report that are not numbered yet: the anchor, and the finding
    /// where there is no such part.
    pub(super) here: Vec<(mention::Part, String, Finding)>,
}

/// A text with marks in place of its mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// The text.
    pub(super) text: String,
    /// What stands at each mark.
    pub(super) said: Vec<Said>,
}

/// What stands in place of a mention.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// Words in a line.
    Line(Vec<Inline>),
    /// Words in a line, and a note.
    Noted(Vec<Inline>, Vec<Inline>),
    /// Blocks in place of a paragraph.
    Blocks(Vec<Block>),
}

/// A text of the report and where it is written.
struct Source<'s> {
    topic: Option<String>,
    text: &'s str,
    mentions: Vec<Mention>,
}

impl Narratives {
    /// Works out what the texts of a report mention.
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let sources = sources(scope);
        let mut rows = bounds::Rows::default();
        let mut found = Narratives {
            texts: Vec::new(),
            faults: Vec::new(),
            listed: Vec::new(),
            cited: BTreeSet::new(),
            here: Vec::new(),
        };
        let mut works = works::Works::of(scope, &sources);
        for source in &sources {
            found.faults.extend(disagreeing(scope, source));
            let mut written = Written::default();
            let mut end = 0;
            for mention in &source.mentions {
                if found.faults.len() >= bounds::FAULTS {
                    break;
                }
                written.text.push_str(&source.text[end..mention.at.start]);
                end = mention.at.end;
                let said = match found.said(scope, &mut works, &mut rows, source, mention) {
                    Ok(said) => said,
                    Err(wrong) => {
                        found.faults.push(finding(scope, source, &mention.at, wrong));
                        Said::Line(vec![Inline::Text(source.text[mention.at.clone()].to_owned())])
                    }
                };
                written.text.push_str(&format!("{OPEN}{}{CLOSE}", written.said.len()));
                written.said.push(said);
            }
            written.text.push_str(&source.text[end..]);
            found.texts.push((source.topic.clone(), written));
        }
        found.cited = works.keys();
        found.listed = works.listed();
        found
    }

    /// The body of the report, or its words on a topic, by the topic's slug.
    pub(super) fn text(&self, topic: Option<&str>) -> Option<&Written> {
        self.texts.iter().find(|(known, _)| known.as_deref() == topic).map(|(_, written)| written)
    }

    fn said(
        &mut self,
        scope: &Scope<'_>,
        works: &mut works::Works<'_>,
        rows: &mut bounds::Rows,
        source: &Source<'_>,
        mention: &Mention,
    ) -> Result<Said, Wrong> {
        let what = mention.what.as_ref().map_err(|malformed| Wrong {
            rule: &faults::BAD_DIRECTIVE,
            message: malformed.message.clone(),
            help: "a backslash before it makes it plain words".to_owned(),
            bearing: Bearing::None,
        })?;
        match what {
            What::Directive(directive) => {
                let first = starts_sentence(&source.text[..mention.at.start]);
                if rows.are_too_many() {
                    return Ok(Said::Line(Vec::new()));
                }
                let said = directive::said(scope, directive, first)?;
                rows.add(&said)?;
                if matches!(said, Said::Blocks(_)) && !mention.alone {
                    return Err(Wrong {
                        rule: &faults::BAD_DIRECTIVE,
                        message: format!("`{}` stands in the middle of a paragraph", directive.name),
                        help: "put it on a line of its own, with an empty line above and below".to_owned(),
                        bearing: Bearing::None,
                    });
                }
                Ok(said)
            }
            What::Citation(_) | What::InText(_) => works.next(),
            What::Record(name) => reference::record(scope, name).map(Said::Line),
            What::Here(part, name) => {
                let wrong = Wrong {
                    rule: &faults::UNRESOLVED_REFERENCE,
                    message: format!("this report has no {} `{name}`", here::word(*part)),
                    help: String::new(),
                    // Figures, tables and chapters come and go with the records that are in them.
                    bearing: Bearing::Counts,
                };
                let anchor = here::anchor(*part, name);
                self.here.push((*part, anchor.clone(), finding(scope, source, &mention.at, wrong)));
                Ok(Said::Line(vec![Inline::Link(Vec::new(), super::tree::Target::Here(anchor))]))
            }
        }
    }
}

/// The texts in the order of the document.
fn sources<'s>(scope: &Scope<'s>) -> Vec<Source<'s>> {
    let source =
        |topic: Option<String>, text: &'s str| Source { topic, text, mentions: mention::mentions(text) };
    let mut sources = vec![source(None, scope.record.body.text())];
    for (_, topic, _) in &scope.topics {
        let words = scope.report.topic_narratives.iter().find(|(to, _)| to.id == topic.id);
        sources.extend(words.map(|(_, words)| source(Some(topic.id.slug().to_owned()), words)));
    }
    sources
}

/// The counts that were typed and that the report does not bear out.
fn disagreeing(scope: &Scope<'_>, source: &Source<'_>) -> Vec<Finding> {
    let topic = source.topic.as_deref().and_then(|slug| {
        scope.topics.iter().find(|(_, record, _)| record.id.slug() == slug).map(|(index, ..)| *index)
    });
    let all = typed::disagreeing(scope, topic, source.text).into_iter();
    all.map(|(at, message)| {
        let wrong = Wrong {
            rule: &faults::TYPED_COUNT_DISAGREES,
            message,
            help: "let the data say it, as in `{{ count(heading=\"resolved\") }} issues`".to_owned(),
            bearing: Bearing::Counts,
        };
        finding(scope, source, &at, wrong)
    })
    .collect()
}

/// Whether what follows these words starts a sentence.
fn starts_sentence(before: &str) -> bool {
    let words = before.trim_end();
    let gap = &before[words.len()..];
    words.is_empty()
        || gap.matches('\n').count() > 1
        || words.trim_end_matches(['”', '’', '"', ')', '*', '_']).ends_with(['.', '!', '?'])
}

fn finding(scope: &Scope<'_>, source: &Source<'_>, at: &Range<usize>, wrong: Wrong) -> Finding {
    let words = &source.text[at.clone()];
    // The text may hold less than the file does; the words are looked for there again.
    let nth = source.text[..at.start].matches(words).count();
    let field = source.topic.as_ref().map(|topic| FieldPath::key("topic_narratives").then(topic.as_str()));
    let spot = Spot::Words(Box::new(Words { field, words: words.to_owned(), nth }));
    let rule: &'static Rule = wrong.rule;
    let finding = Finding::new(rule, &scope.record.source.file, spot, wrong.message).help(wrong.help);
    finding.bears(wrong.bearing)
}

impl Written {
    /// A text that mentions nothing.
    pub(super) fn plain(text: &str) -> Self {
        Written { text: text.to_owned(), said: Vec::new() }
    }
}

/// The words before the first mark, what stands there, and the words after it.
pub(super) fn marked<'t, 's>(words: &'t str, said: &'s [Said]) -> Option<(&'t str, &'s Said, &'t str)> {
    let (before, rest) = words.split_once(OPEN)?;
    let (number, after) = rest.split_once(CLOSE)?;
    Some((before, said.get(number.parse::<usize>().ok()?)?, after))
}
