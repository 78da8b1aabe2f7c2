//! The right of reply: what each party was asked to say to how an issue is told, and how far its answer
//! has come.
//!
//! In: an issue and a day. Out: a line a party. An edition for everybody holds no words that their
//! author has not signed; the state of the sign-off is told in every edition.

use jiff::civil;

use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::issue::{Issue, Reply, ReplyState};
use crate::model::record::Record;

use super::prose;
use super::tree::Inline;
use super::words::{puts, say, text};

/// A party's reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Replied {
    /// The party.
    pub party: String,
    /// How far it has come.
    pub state: ReplyState,
    /// The state in words, with its dates.
    pub words: Vec<Inline>,
    /// What the party says; empty where it may not be shown.
    pub view: Vec<Inline>,
}

/// The replies that had been asked for, or had come, by a day.
pub fn replies(edition: &Edition, record: &Record, issue: &Issue, as_of: civil::Date) -> Vec<Replied> {
    let past = |date: Option<Date>| date.is_some_and(|date| date.earliest() <= as_of);
    let by_then = |reply: &&Reply| {
        let dates = [reply.asked, reply.received, reply.signed_off];
        dates.iter().all(Option::is_none) || dates.into_iter().any(past)
    };
    let replied = |reply: &Reply| {
        // What came later was not there.
        let then = Reply {
            received: reply.received.filter(|on| past(Some(*on))),
            signed_off: reply.signed_off.filter(|on| past(Some(*on))),
            text: reply
                .text
                .clone()
                .filter(|_| reply.received.or(reply.signed_off).is_none_or(|on| past(Some(on)))),
            ..reply.clone()
        };
        let says = edition.words();
        let mut words = vec![text(says.named("reply", then.state().as_str()))];
        let dates = [
            ("report-reply-asked", then.asked),
            ("report-reply-answered", then.received),
            ("report-reply-signed-off", then.signed_off),
        ];
        for (key, on) in dates {
            if let Some(on) = on {
                words.push(text("; "));
                words.extend(say(says, key, puts![date = on]));
            }
        }
        let view = then.text.as_deref().map_or_else(Vec::new, |words| prose::line(edition, record, words));
        Replied { party: then.party.to_string(), state: then.state(), words, view }
    };
    issue.replies.iter().filter(by_then).map(replied).collect()
}
