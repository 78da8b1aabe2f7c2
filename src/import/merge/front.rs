//! The fields that one document gives of a record, added to those of another.
//!
//! Lists of references and tags are joined; what only one has is taken; of two dates the finer one, of
//! two states the later one, of two visibilities the stricter one. Any other difference is a conflict,
//! and the value of the base stays.

use serde_yaml::{Mapping, Value};

use super::{Conflict, Pair};
use crate::import::earlier;
use crate::model::schema::{Collection, FieldType};
use crate::model::text::slug;

/// Fields that tell things of one name apart.
const IDENTITY: &[&str] = &["airtable_id", "number", "log_number", "reference"];

/// Adds the fields of `other` to those of the base. What comes back is another wording of the
/// record's title, where the base does not have it, for the body to keep.
pub(super) fn add(
    base: &mut Mapping,
    other: Mapping,
    schema: Option<&Collection>,
    pair: Pair<'_>,
    conflicts: &mut Vec<Conflict>,
) -> Option<String> {
    access(base, &other);
    state(base, &other, pair, conflicts);
    let mut wording = None;
    for (key, value) in other {
        let name = key.as_str().unwrap_or_default().to_owned();
        let Some(own) = base.get_mut(&key) else {
            if !matches!(&*name, "visibility" | "state" | "state_on" | "earlier" | "draft") {
                base.insert(key, value);
            }
            continue;
        };
        let (kept, offered) = (plain(own), plain(&value));
        if kept == offered || matches!(&*name, "visibility" | "state" | "state_on" | "earlier" | "draft") {
            continue;
        }
        let kind = schema.and_then(|schema| schema.field(&name)).map(|field| field.kind.clone());
        let kind = kind.or_else(|| FieldType::by_convention(&name));
        match (own, value) {
            _ if IDENTITY.contains(&&*name) => {
                conflicts.push(Conflict { is_identity: true, ..pair.conflict(&name, kept, offered) });
            }
            (Value::Sequence(own), Value::Sequence(items))
                if !pair.later && is_joined(kind.as_ref(), &name) =>
            {
                let known: Vec<String> = own.iter().map(plain).collect();
                own.extend(items.into_iter().filter(|item| !known.contains(&plain(item))));
            }
            (own @ Value::String(_), Value::String(more)) if name == "note" => {
                if !same_words(&kept, &offered) {
                    *own = Value::String(format!("{} {}", kept.trim_end(), more.trim()));
                }
            }
            (own, value) if is_finer(&kept, &offered) => *own = value_if_finer(own, value, &kept),
            (Value::String(_), Value::String(more)) if name == "title" => {
                if slug(&kept) != slug(&more) {
                    wording = Some(more);
                }
            }
            // A heading that one document has put a list under is no list that lacks items.
            (Value::Sequence(own), Value::Sequence(items)) if holds(own, &items) => {}
            _ => conflicts.push(pair.conflict(&name, kept, offered)),
        }
    }
    wording
}

/// Nobody sees more than the stricter document lets them, and a draft stays one.
fn access(base: &mut Mapping, other: &Mapping) {
    let strictness = |map: &Mapping| match map.get("visibility").and_then(Value::as_str) {
        Some("private") => 3,
        Some("members") => 2,
        // Without a word the collection's own default holds, which may be stricter than `public`.
        None => 1,
        Some(_) => 0,
    };
    if strictness(other) > strictness(base) {
        match other.get("visibility") {
            Some(stricter) => base.insert("visibility".into(), stricter.clone()),
            None => base.remove("visibility"),
        };
    }
    if let Some(draft) = other.get("draft").filter(|draft| plain(draft) == "true") {
        base.insert("draft".into(), draft.clone());
    }
}

/// Of two states the later one holds.
fn state(base: &mut Mapping, other: &Mapping, pair: Pair<'_>, conflicts: &mut Vec<Conflict>) {
    let Some(offered) = other.get("state") else { return };
    let text = |map: &Mapping, key: &str| map.get(key).map(plain).unwrap_or_default();
    let (kept, on, other_on) = (text(base, "state"), text(base, "state_on"), text(other, "state_on"));
    let take = if kept.is_empty() || other_on > on && !other_on.is_empty() && !on.is_empty() {
        true
    } else if kept != plain(offered) && (on.is_empty() || other_on.is_empty() || on == other_on) {
        conflicts.push(pair.conflict("state", kept.clone(), plain(offered)));
        false
    } else {
        on.is_empty() && !other_on.is_empty()
    };
    if take {
        base.insert("state".into(), offered.clone());
        match other.get("state_on") {
            Some(day) => base.insert("state_on".into(), day.clone()),
            None => base.remove("state_on"),
        };
    }
    earlier::join(base, other);
    // The one that does not hold any more held before.
    let (first, day) = if on < other_on { (kept, on) } else { (plain(offered), other_on) };
    if !day.is_empty() && !first.is_empty() && first != text(base, "state") {
        earlier::add(base, &first, &day);
    }
}

/// Whether lists of this field are joined: tags, links, references, numbers.
fn is_joined(kind: Option<&FieldType>, key: &str) -> bool {
    match kind {
        Some(FieldType::Tag | FieldType::Link(_) | FieldType::Attachment) => true,
        Some(FieldType::Shape(shape)) => {
            let shape = shape.split(' ').next().unwrap_or_default();
            matches!(shape, "references" | "documents" | "log_references" | "parties" | "numbers")
        }
        _ => matches!(key, "aliases" | "sign_off"),
    }
}

/// Whether a list has all the items of another.
fn holds(own: &[Value], items: &[Value]) -> bool {
    let known: Vec<String> = own.iter().map(|item| plain(item).to_lowercase()).collect();
    items.iter().all(|item| known.contains(&plain(item).to_lowercase()))
}

/// Whether one is a date within the other: `2018-12` and `2018-12-05`.
fn is_finer(a: &str, b: &str) -> bool {
    let is_date = |text: &str| {
        matches!(text.len(), 4 | 7 | 10) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let within =
        |coarse: &str, fine: &str| fine.strip_prefix(coarse).is_some_and(|rest| rest.starts_with('-'));
    is_date(a) && is_date(b) && (within(a, b) || within(b, a))
}

fn value_if_finer(own: &Value, other: Value, kept: &str) -> Value {
    if plain(&other).len() > kept.len() { other } else { own.clone() }
}

fn same_words(a: &str, b: &str) -> bool {
    slug(a).contains(&slug(b))
}

/// A value as words, so that `'2018'` and `2018` are one.
pub(in crate::import) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Sequence(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Mapping(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{}: {}", plain(key), plain(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        Value::Tagged(tagged) => plain(&tagged.value),
    }
}
