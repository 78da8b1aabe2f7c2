//! The one-sentence abstract of a record, made from its fields.
//!
//! A template of `annals.yaml` is not looked at here: `render::own_sentence` evaluates it in place of this.

mod dialogue;
mod grammar;
mod plain;

use crate::audience::Edition;
use crate::model::kinds::Kind;

/// A sentence on the record, plain text, English whatever fields are missing; `None` where there is
/// nothing to say beyond the title.
pub fn sentence(edition: &Edition, record: usize) -> Option<String> {
    let record = edition.record(record);
    let said = match &record.kind {
        Kind::Workshop(workshop) => dialogue::workshop(edition, record, workshop),
        Kind::Paper(paper) => dialogue::paper(edition, record, paper),
        Kind::Issue(issue) => dialogue::issue(edition, issue),
        Kind::Action(action) => dialogue::action(edition, action),
        Kind::Artefact(artefact) => dialogue::artefact(edition, artefact),
        Kind::Milestone(milestone) => dialogue::milestone(edition, milestone),
        Kind::Plain => match record.id.collection() {
            "cases" => plain::case(edition, record),
            "components" => plain::component(edition, record),
            "organisations" => plain::organisation(edition, record),
            _ => None,
        },
        Kind::Topic(_) | Kind::Interest(_) | Kind::Report(_) | Kind::Page { .. } => None,
    };
    said.map(|said| grammar::finish(&said))
}
