//! The shapes of nested fields as they are written.
//!
//! In: nodes, through `read::messy`. Out: text that nobody has understood yet; lowering does that.
//! Every shape gathers the keys it does not know, so that none is lost without a word.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// Keys that a shape does not know.
pub(super) type Unknown = BTreeMap<String, IgnoredAny>;

/// A shape, the keys it knows and those it was given besides.
pub(super) trait Shape: for<'de> Deserialize<'de> {
    /// The keys that it knows.
    const KEYS: &'static [&'static str];

    /// The keys that it was given besides.
    fn unknown(&self) -> &Unknown;
}

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $key:ident $(as $written:literal)?: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(default)]
        pub(super) struct $name {
            $($(#[$of])* $(#[serde(rename = $written)])? pub(super) $key: $kind,)*
            #[serde(flatten)]
            pub(super) unknown: Unknown,
        }

        impl Shape for $name {
            const KEYS: &'static [&'static str] = &[$(shapes!(@key $key $($written)?)),*];

            fn unknown(&self) -> &Unknown {
                &self.unknown
            }
        }
    )*};
    (@key $key:ident $written:literal) => { $written };
    (@key $key:ident) => { stringify!($key) };
}

shapes! {
    /// Why a once-confidential document may be public.
    Released {
        by: Option<String>,
        on: Option<String>,
        basis: Option<String>,
    }

    /// A consent.
    SignOff {
        who: Option<String>,
        on: Option<String>,
        covers as "for": IgnoredAny,
    }

    /// A field that is withheld; its path is taken apart elsewhere.
    Redact {
        field: Option<String>,
        reason: Option<String>,
    }

    /// What a record says of itself as a participant.
    Participation {
        group: Option<String>,
        known_as: Vec<String>,
    }

    /// Where and when an issue was raised.
    Raised {
        at: Option<String>,
        on: Option<String>,
    }

    /// An entry of an issue's history; its positions are read one by one.
    Event {
        on: Option<String>,
        at: Option<String>,
        discussed: Option<bool>,
        agreement: Option<String>,
        work: Option<String>,
        positions: IgnoredAny,
        asserted_by: Option<String>,
        evidence: Vec<String>,
        note: Option<String>,
        visibility: Option<String>,
        corrects: Option<String>,
    }

    /// What a party said.
    Position {
        party: Option<String>,
        view: Option<String>,
        visibility: Option<String>,
    }

    /// An editor's overruling of a heading.
    Editorial {
        heading: Option<String>,
        reason: Option<String>,
        by: Option<String>,
        on: Option<String>,
        until: Option<String>,
    }

    /// A state that an action had before.
    StateOn {
        state: Option<String>,
        on: Option<String>,
    }

    /// What a party answers to how an issue is told.
    Reply {
        party: Option<String>,
        asked: Option<String>,
        received: Option<String>,
        text: Option<String>,
        declined: Option<bool>,
        signed_off: Option<String>,
    }

    /// An item of an agenda.
    AgendaItem {
        time: Option<String>,
        item: Option<String>,
        papers: Vec<String>,
    }

    /// Who took part; groups and names are read one by one.
    Participants {
        count: Option<u32>,
        groups: IgnoredAny,
        names: IgnoredAny,
    }

    /// A group that took part.
    Group {
        group: Option<String>,
        count: Option<u32>,
    }

    /// A named participant.
    Participant {
        name: Option<String>,
        group: Option<String>,
        known_as: Vec<String>,
    }

    /// When a topic is to be discussed next.
    Discussion {
        on: Option<String>,
        note: Option<String>,
        announced: Option<String>,
    }

    /// When an issue is to be discussed next.
    Announced {
        on: Option<String>,
        announced: Option<String>,
    }

    /// The day for which something was promised before it was put off.
    PutOff {
        due: Option<String>,
        until: Option<String>,
    }

    /// How far a topic has got.
    Narrative {
        text: Option<String>,
        on: Option<String>,
        until: Option<String>,
    }

    /// An editor of a report.
    Editor {
        name: Option<String>,
        affiliation: Option<String>,
        orcid: Option<String>,
    }
}
