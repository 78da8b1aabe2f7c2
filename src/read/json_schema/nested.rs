//! The keys of nested values, with a word of help on each: an entry of a history, a position, a sign-off.
//!
//! In: the name of such a value. Out: its schema. The keys are those of `raw`; a test holds the two
//! together.

use serde_json::{Map, Value, json};

use super::types::{described, of_shape};

/// A key: its name, its type as `types` names it, help.
type Key = (&'static str, &'static str, &'static str);

/// Every nested value by a name of its own, with its keys. A `!` before a key: it must be there.
pub const NESTED: &[(&str, &[Key])] = &[
    (
        "released",
        &[
            ("!by", "text", "who released it"),
            ("!on", "day", "when"),
            ("!basis", "text", "on what ground it may be public"),
        ],
    ),
    (
        "sign_off",
        &[
            ("!who", "text", "who signed"),
            ("on", "day", "when; from then on it counts"),
            ("for", "texts", "words, or a list of the parts that are signed for: fields, body, p-3, archive"),
        ],
    ),
    (
        "redact",
        &[
            (
                "!field",
                "text",
                "the field, as in place, participants.names or, in quotes, \"history[0].note\"",
            ),
            ("!reason", "text", "a key of redaction_reasons in annals.yaml, or words"),
        ],
    ),
    (
        "participation",
        &[
            ("group", "text", "the group that stands in for the name"),
            ("known_as", "texts", "other forms of the name"),
        ],
    ),
    ("raised", &[("at", "reference", "the workshop or paper"), ("on", "day", "when")]),
    (
        "event",
        &[
            ("!on", "day", "the day of the discussion"),
            ("at", "reference", "the workshop or paper"),
            ("discussed", "boolean", "whether it was discussed; to agree or disagree is to have discussed"),
            ("agreement", "agreement", "was it agreed? What an entry does not say carries over"),
            ("work", "work", "is it done? “No evidence” is not “not started”"),
            ("positions", "positions", "what each party said, never merged"),
            ("asserted_by", "reference", "the paper or workshop that says so"),
            ("evidence", "references", "passages that bear it out, as in workshops/slug#p-14"),
            ("note", "text", "a word of explanation"),
            ("visibility", "visibility", "never wider than the issue's own"),
            ("corrects", "day", "the day of the entry that this one puts right"),
        ],
    ),
    (
        "position",
        &[
            ("!party", "text", "who"),
            ("!view", "text", "what they said, in the editor's words"),
            ("visibility", "visibility", "never wider than the entry's own"),
        ],
    ),
    (
        "editorial",
        &[
            ("!heading", "heading", "the heading that the editor gives"),
            ("!reason", "text", "why"),
            ("!by", "text", "which editor"),
            ("on", "day", "from when on it counts"),
            ("until", "day", "the last day on which it counts, where the history has gone on"),
        ],
    ),
    ("state_on", &[("!state", "state", "how far it had got"), ("!on", "day", "when that was so")]),
    (
        "reply",
        &[
            ("!party", "text", "who may reply"),
            ("asked", "day", "when they were asked"),
            ("received", "day", "when the reply came"),
            ("text", "text", "the reply, in their words"),
            ("declined", "boolean", "whether they do not want to reply"),
            ("signed_off", "day", "when they agreed to its publication"),
        ],
    ),
    (
        "agenda_item",
        &[("time", "text", "when"), ("!item", "text", "what"), ("papers", "references", "papers put to it")],
    ),
    (
        "participants",
        &[
            ("count", "count", "how many took part; a small number is told as “fewer than 5”"),
            ("groups", "groups", "list of group, count"),
            ("names", "names", "list of name, group, known_as; shown in public only with sign_off"),
        ],
    ),
    ("group", &[("!group", "text", "its name"), ("count", "count", "how many of it")]),
    (
        "participant",
        &[
            ("!name", "text", "shown in public only with sign_off"),
            ("group", "text", "the group that stands in for the name"),
            ("known_as", "texts", "other forms of the name"),
        ],
    ),
    (
        "discussion",
        &[
            ("on", "day", "when"),
            ("note", "text", "a word on it"),
            ("announced", "day", "when that was announced; a report of an earlier day does not tell it"),
        ],
    ),
    (
        "announced",
        &[
            ("!on", "day", "when"),
            ("announced", "day", "when that was announced; a report of an earlier day does not tell it"),
        ],
    ),
    (
        "put_off",
        &[
            ("!due", "day", "the day for which it was promised before"),
            ("!until", "day", "the last day on which that was the promise"),
        ],
    ),
    (
        "narrative",
        &[
            ("!text", "text", "how far it has got"),
            ("on", "day", "from when on it is so"),
            ("until", "day", "the last day on which it is so, where it has gone on"),
        ],
    ),
    (
        "editor",
        &[
            ("!name", "text", "as it is to be cited"),
            ("affiliation", "text", "where they work"),
            ("orcid", "text", "as in 0000-0002-1825-0097"),
        ],
    ),
    (
        "attachment",
        &[
            ("!file", "text", "the path: beside the record, or from content/ where it starts with /"),
            ("name", "text", "the name that readers see"),
            ("visibility", "visibility", "never wider than the record's own"),
        ],
    ),
];

/// The schema of a nested value.
pub(super) fn shape(name: &str) -> Value {
    let keys = NESTED.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, keys)| keys);
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for (key, kind, help) in keys {
        let bare = key.trim_start_matches('!');
        if bare != *key {
            required.push(bare);
        }
        let mut value = of_shape("", kind);
        value = described(value, bare, help);
        properties.insert(bare.to_owned(), value);
    }
    let mut schema = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::super::super::raw::{self, Shape};
    use super::*;

    #[test]
    fn the_keys_are_those_that_reading_takes() {
        let taken: &[(&str, &[&str])] = &[
            ("released", raw::Released::KEYS),
            ("sign_off", raw::SignOff::KEYS),
            ("redact", raw::Redact::KEYS),
            ("participation", raw::Participation::KEYS),
            ("raised", raw::Raised::KEYS),
            ("event", raw::Event::KEYS),
            ("position", raw::Position::KEYS),
            ("editorial", raw::Editorial::KEYS),
            ("state_on", raw::StateOn::KEYS),
            ("reply", raw::Reply::KEYS),
            ("agenda_item", raw::AgendaItem::KEYS),
            ("participants", raw::Participants::KEYS),
            ("group", raw::Group::KEYS),
            ("participant", raw::Participant::KEYS),
            ("discussion", raw::Discussion::KEYS),
            ("announced", raw::Announced::KEYS),
            ("put_off", raw::PutOff::KEYS),
            ("narrative", raw::Narrative::KEYS),
            ("editor", raw::Editor::KEYS),
            ("attachment", crate::read::attachments::KEYS),
        ];
        let told: Vec<(&str, Vec<&str>)> = NESTED
            .iter()
            .map(|(name, keys)| (*name, keys.iter().map(|(key, ..)| key.trim_start_matches('!')).collect()))
            .collect();
        let taken: Vec<(&str, Vec<&str>)> = taken.iter().map(|(name, keys)| (*name, keys.to_vec())).collect();
        assert_eq!(told, taken);
    }
}
