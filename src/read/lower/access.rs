//! Who may see a record, on what authority, and what of it is withheld.
//!
//! In: front matter. Out: `Access`. What says who may see a record and cannot be read closes the
//! record: a slip of the pen publishes nothing.

use std::sync::Arc;

use super::super::faults;
use super::super::messy;
use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::{FieldPath, Step};
use crate::model::access::{Access, Redaction, Release, SignOff, Visibility};
use crate::model::date::Date;
use crate::model::participants::Participation;
use crate::model::schema::COMMON;

/// The words that `visibility` can have.
pub(in crate::read) const VISIBILITIES: &[&str] = &["public", "members", "private"];

/// Takes what says who may see a record out of the front matter.
pub(super) fn access(front: &mut Front<'_>) -> Access {
    // Where it cannot be read who may see the record, nobody may; what the others then lack follows from that.
    let before = front.notes.findings.len();
    let (mut visibility, mut is_plain) = match visibility(front) {
        Some(visibility) => (visibility, true),
        None => (Visibility::Private, false),
    };
    let embargo = embargo(front).unwrap_or_else(|()| {
        is_plain = false;
        None
    });
    let redactions = redactions(front).unwrap_or_else(|()| {
        is_plain = false;
        Vec::new()
    });
    if !is_plain {
        visibility = Visibility::Private;
        front.notes.leave_out(before);
    }
    let (release, sign_offs) = (release(front), sign_offs(front));
    Access { visibility, embargo, release, sign_offs, redactions, draft: draft(front) }
}

fn visibility(front: &mut Front<'_>) -> Option<Visibility> {
    let Some(value) = front.take("visibility") else {
        return Some(front.context.config.visibility_of(front.id.collection()));
    };
    let path = FieldPath::key("visibility");
    match value.as_text() {
        Some(text) => front.notes.word(&path, &text, VISIBILITIES, Visibility::parse),
        None => {
            front.notes.wrong_type(&path, &value, "one of `public`, `members` or `private`");
            None
        }
    }
}

/// The embargo; an error where one is written that cannot be read.
fn embargo(front: &mut Front<'_>) -> Result<Option<Date>, ()> {
    let Some(value) = front.take("embargo") else { return Ok(None) };
    let path = FieldPath::key("embargo");
    match value.as_text() {
        Some(text) => front.notes.date(&path, &text).map(Some).ok_or(()),
        None => {
            front.notes.wrong_type(&path, &value, "a date");
            Err(())
        }
    }
}

fn draft(front: &mut Front<'_>) -> bool {
    let Some(value) = front.take("draft") else { return false };
    let said = value.as_text().and_then(|text| messy::boolean(&text));
    if said.is_none() {
        front.notes.wrong_type(&FieldPath::key("draft"), &value, "yes or no (`true` or `false`)");
    }
    said.unwrap_or(true)
}

fn release(front: &mut Front<'_>) -> Option<Release> {
    let value = front.take("released")?;
    let path = FieldPath::key("released");
    let raw::Released { by, on, basis, .. } = front.notes.shape(&path, &value)?;
    let missing: Vec<_> = [("by", by.is_none()), ("on", on.is_none()), ("basis", basis.is_none())]
        .into_iter()
        .filter_map(|(key, absent)| absent.then_some(key))
        .collect();
    let (Some(by), Some(on), Some(basis)) = (by, on, basis) else {
        front.notes.incomplete(&path, &missing);
        return None;
    };
    let on = front.notes.date(&path.then("on"), &on)?;
    Some(Release { by, on, basis })
}

fn sign_offs(front: &mut Front<'_>) -> Vec<SignOff> {
    let Some(value) = front.take("sign_off") else { return Vec::new() };
    let mut sign_offs = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("sign_off").at(n);
        let Some(raw::SignOff { who, on, .. }) = front.notes.shape(&path, item) else { continue };
        let (covers, parts) = covered(front, &path.clone().then("for"), item);
        let Some(who) = who else {
            front.notes.incomplete(&path, &["who"]);
            continue;
        };
        let on = match on {
            // One whose date cannot be read does not count: nobody knows from when on. Nor does one whose day was
            // left for later: it waits for the answer.
            Some(on) => match front.notes.date(&path.then("on"), &on) {
                Some(on) => Some(on),
                None => continue,
            },
            None if is_blank(item, "on") => {
                front.notes.incomplete(&path, &["on"]);
                continue;
            }
            None => None,
        };
        sign_offs.push(SignOff { who, on, covers, parts });
    }
    sign_offs
}

/// Whether a key is there and nothing behind it.
fn is_blank(item: &Node, key: &str) -> bool {
    matches!(item, Node::Map(entries) if entries.iter().any(|(known, value)| known == key && value.is_nothing()))
}

/// What a sign-off is for: words, or parts of the record. A list is of parts; so is one word that is
/// the name of a part, or a slip of the pen for one.
fn covered(front: &mut Front<'_>, path: &FieldPath, item: &Node) -> (Option<String>, Option<Vec<Arc<str>>>) {
    let Node::Map(entries) = item else { return (None, None) };
    let Some((_, value)) = entries.iter().find(|(key, _)| key == "for") else { return (None, None) };
    let parts = match value {
        Node::List(items) => items.iter().filter_map(Node::as_text).collect(),
        value => match value.as_text().map(|text| text.trim().to_owned()) {
            None => {
                if !value.is_nothing() {
                    front.notes.wrong_type(path, value, "words, or a list of parts of the record");
                    return (None, Some(Vec::new()));
                }
                return (None, None);
            }
            Some(text) if is_part(front, &text) || near_part(front, &text).is_some() => vec![text],
            Some(text) if is_path(&text) || takes_back(&text) => vec![text],
            Some(text) => return (Some(text), None),
        },
    };
    let mut known: Vec<Arc<str>> = Vec::new();
    for part in &parts {
        let part = part.trim();
        if is_part(front, part) {
            known.push(part.trim_start_matches('#').into());
            continue;
        }
        let message = format!("`{part}` is no part of the record that can be signed for");
        let help = match near_part(front, part).or_else(|| root_of(front, part)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "name fields of this record, `body`, passages as in `p-3`, or `archive`".to_owned(),
        };
        front.notes.fault_help(&faults::UNKNOWN_WORD, path, message, help);
    }
    (Some(parts.join(", ")), Some(known))
}

fn is_part(front: &Front<'_>, word: &str) -> bool {
    let anchor = word.trim_start_matches('#');
    let numbered = anchor
        .split_once('-')
        .is_some_and(|(kind, n)| kind == "p" && !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()));
    numbered || known_parts(front).contains(&word)
}

/// Whether it is the way to a field within another, as `redact:` names it.
fn is_path(text: &str) -> bool {
    let mut steps = text.split('.').map(|step| step.starts_with(char::is_alphabetic));
    !text.contains(char::is_whitespace)
        && (text.contains('[') || text.contains('.') && steps.all(|is_key| is_key))
}

/// The field that a way begins at.
fn root_of<'f>(front: &'f Front<'_>, way: &str) -> Option<&'f str> {
    let root = way.split(['.', '[']).next().unwrap_or_default();
    known_parts(front).into_iter().find(|part| *part == root)
}

/// Whether words take back what they stand for, or ask for it: no consent can be read from them.
fn takes_back(text: &str) -> bool {
    const WORDS: [&str; 15] = [
        "no",
        "not",
        "none",
        "never",
        "only",
        "except",
        "unless",
        "until",
        "refused",
        "refuses",
        "declined",
        "declines",
        "withdrawn",
        "pending",
        "awaiting",
    ];
    let text = text.to_lowercase();
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    text.contains('?') || words.any(|word| WORDS.contains(&word))
}

/// A part that a word of some length is a slip of the pen for.
fn near_part<'f>(front: &'f Front<'_>, word: &str) -> Option<&'f str> {
    let is_word = word.len() > 4 && !word.contains(char::is_whitespace);
    let mut known = known_parts(front).into_iter();
    known.find(|part| is_word && strsim::damerau_levenshtein(part, word) <= 2)
}

fn known_parts<'f>(front: &'f Front<'_>) -> Vec<&'f str> {
    let schema = front.context.schema.collection(front.id.collection());
    let own = schema.into_iter().flat_map(|collection| collection.fields.iter().map(|field| &*field.key));
    let common = COMMON.iter().map(|(key, ..)| *key);
    own.chain(common).chain(["body", "archive"]).chain(front.keys()).collect()
}

/// What is withheld; an error where it cannot be told what.
fn redactions(front: &mut Front<'_>) -> Result<Vec<Redaction>, ()> {
    let Some(value) = front.take("redact") else { return Ok(Vec::new()) };
    let mut redactions = Vec::new();
    let mut whole = true;
    for (n, item) in listed(value).iter().enumerate() {
        let at = FieldPath::key("redact").at(n);
        let Some(raw::Redact { field, reason, .. }) = front.notes.shape(&at, item) else {
            whole = false;
            continue;
        };
        let Some(field) = field else {
            front.notes.incomplete(&at, &["field"]);
            whole = false;
            continue;
        };
        let path = steps(&field).filter(|path| front.has(path));
        let Some(path) = path else {
            let message = format!("the record has no field `{}` to withhold", field.trim());
            let help = "name a field as it is written above, as in `participants.names` or `history[0].note`";
            front.notes.fault_help(&faults::UNKNOWN_WORD, &at.then("field"), message, help);
            whole = false;
            continue;
        };
        if let [Step::Key(root), Step::Index(n), Step::Key(key)] = path.steps()
            && (&**root, &**key) == ("history", "on")
        {
            let message = format!("the day of an entry cannot be withheld by itself: `history[{n}].on`");
            let help = format!(
                "the order of a history tells it: write `visibility: members` in the entry, which leaves no trace of it, or withhold its words (`history[{n}]`), of which the day stays"
            );
            front.notes.fault_help(&faults::UNKNOWN_WORD, &at.then("field"), message, help);
            whole = false;
            continue;
        }
        if reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
            front.notes.incomplete(&at, &["reason"]);
        }
        redactions.push(Redaction { path, reason: reason.unwrap_or_default().trim().to_owned() });
    }
    if whole { Ok(redactions) } else { Err(()) }
}

/// The way to a field: `history[1].note`.
fn steps(field: &str) -> Option<FieldPath> {
    let mut steps = Vec::new();
    for piece in field.trim().split('.') {
        let (key, indices) = piece.find('[').map_or((piece, ""), |at| piece.split_at(at));
        if key.is_empty() {
            return None;
        }
        steps.push(Step::Key(key.into()));
        for index in indices.split_inclusive(']') {
            let number = index.strip_prefix('[')?.strip_suffix(']')?;
            steps.push(Step::Index(number.trim().parse().ok()?));
        }
    }
    Some(FieldPath::from_steps(steps))
}

/// Whether the record is that of a participant.
pub(super) fn participant(front: &mut Front<'_>) -> Option<Participation> {
    let value = front.take("participant")?;
    let path = FieldPath::key("participant");
    if matches!(value, Node::Map(_)) {
        let raw::Participation { group, known_as, .. } = front.notes.shape(&path, &value).unwrap_or_default();
        return Some(Participation {
            group: group.map(|group| group.trim().into()),
            known_as: known_as.iter().map(|name| name.trim().into()).collect(),
        });
    }
    let said = value.as_text().and_then(|text| messy::boolean(&text));
    if said.is_none() {
        front.notes.wrong_type(&path, &value, "`true`, or a map of `group` and `known_as`");
    }
    // What cannot be read is taken for a yes: that hides the name.
    said.unwrap_or(true).then(Participation::default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_to_a_field_is_taken_apart() {
        let read = |text: &str| steps(text).map(|path| path.to_string());
        for text in ["title", "participants.names", "history[1].positions[0].view"] {
            assert_eq!(read(text).as_deref(), Some(text));
        }
        for text in ["", "a..b", "a[x]", "a[1", "[0]"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
