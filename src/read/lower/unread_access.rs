//! What was perhaps to say who may see a record, and is read by nothing.
//!
//! In: front matter, before anything is taken out of it, and the text below it. Out: a finding each, and whether
//! there is one: then nobody may see the record. A key that is declared, in the schema or in `annals.yaml`, is
//! what it is said to be.

use super::super::messy;
use super::super::notes::Notes;
use super::super::yaml::Node;
use super::below;
use super::front::Front;
use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::access::Visibility;
use crate::model::look_alike;
use crate::model::schema::COMMON;

/// A key, a value or a line that is perhaps to say who may see a record.
pub(in crate::read) static UNREAD_ACCESS: Rule = Rule {
    code: "unread_access",
    severity: Severity::Error,
    summary: "what is perhaps to say who may see a record, and is not read",
    explanation: "A record with `visiblity: members`, `Embargo: 2031-01-01` or `redacted: […]` says nothing of who may \
see it, and what its collection says would hold: it would be published. So a key that is, but for a slip, `visibility`, \
`embargo`, `draft`, `redact`, `released`, `sign_off` or `marking`, one that says the same in other words (`confidential: \
true`), one of these with nothing behind it, and one that stands below the front matter, is an error, in every \
collection, and until it is mended nobody sees the record.\n\n```yaml\ntitle: A letter\nVisibility: members   # \
visibility: members\nembargo:              # a date, or take the line out\n```\n\nWrite the key as it is read, above \
the second `---`. A field of your own that only has such a name is declared under `fields` of its collection in \
`annals.yaml`.",
};

/// The keys that say who may see a record, or what of it, with the slips that each is known in.
const KEYS: &[(&str, usize)] = &[
    ("visibility", 2),
    ("embargo", 2),
    ("draft", 1),
    ("redact", 1),
    ("released", 1),
    ("sign_off", 1),
    ("marking", 1),
];

/// Words that are only a slip away from one of them.
const OTHER_WORDS: &[&str] =
    &["viability", "embark", "drift", "drafts", "react", "release", "releases", "making", "masking"];

/// Keys that say with a yes what `visibility` and `draft` say with a word, and with a no.
const CLOSED: &[&str] = &[
    "private",
    "confidential",
    "secret",
    "hidden",
    "hide",
    "restricted",
    "internal",
    "unpublished",
    "withheld",
    "members",
    "members_only",
    "for_members",
    "not_public",
    "not_for_publication",
];
const OPEN: &[&str] = &["public", "publish", "published", "visible"];

/// Keys that say with a word what `visibility` says.
const LEVELS: &[&str] = &[
    "access",
    "access_level",
    "audience",
    "confidentiality",
    "privacy",
    "readers",
    "view",
    "viewers",
    "visible_to",
];

/// What ends the name of a key that only tells of an embargo.
const OF_EMBARGO: &[&str] = &["by", "lifted", "note", "notes", "policy", "reason", "terms"];

/// Notes that an entry has `visibility` with nothing behind it.
pub(super) fn says_nothing(notes: &mut Notes, path: FieldPath) {
    let message = "`visibility` says nothing: nobody can tell who may see this";
    let finding = Finding::new(&UNREAD_ACCESS, &notes.file, Spot::Key(path), message);
    notes.findings.push(finding.help(format!("write {}, or take the line out", wanted("visibility"))));
}

/// Notes everything that was perhaps to say who may see the record; whether there is anything.
pub(super) fn is_unread(front: &mut Front<'_>, body: &str, body_at: usize) -> bool {
    let schema = front.context.schema.collection(front.collection());
    let is_declared = |key: &str| schema.is_some_and(|collection| collection.field(key).is_some());
    let mut found: Vec<(String, String, String)> = Vec::new();
    for (key, value) in front.entries() {
        let is_common = COMMON.iter().any(|(known, ..)| known == key);
        if matches!(key.as_str(), "visibility" | "embargo" | "draft") && value.is_nothing() {
            let message = format!("`{key}` says nothing: nobody can tell who may see the record");
            found.push((key.clone(), message, format!("write {}, or take the line out", wanted(key))));
        } else if !is_common
            && !is_declared(key)
            && let Some(help) = meant(key, value)
        {
            let message =
                format!("`{key}` is read by nothing, and was perhaps to say who may see the record");
            let own = format!("annals.yaml under `collections.{}.fields`", front.collection());
            let own = if key == "<<" {
                String::new()
            } else {
                format!("; a field of your own is declared in {own}")
            };
            found.push((key.clone(), message, format!("{help}{own}")));
        }
    }
    for (key, message, help) in &found {
        let spot = Spot::Key(FieldPath::key(key.as_str()));
        let finding = Finding::new(&UNREAD_ACCESS, &front.notes.file, spot, message.as_str());
        front.notes.findings.push(finding.help(help.as_str()));
        // It is no field of the record's either.
        front.take(key);
    }
    let below = below::keys(body);
    for (at, key) in &below {
        let message = format!("`{key}` stands below the front matter, where it is text that everybody reads");
        let spot = Spot::Byte(body_at + at);
        let finding = Finding::new(&UNREAD_ACCESS, &front.notes.file, spot, message);
        front.notes.findings.push(finding.help("move it up, above the `---` that ends the front matter"));
    }
    let is_unread = !found.is_empty() || !below.is_empty();
    if is_unread {
        // What others lack because nobody sees this one follows from it.
        front.notes.leave_out(0);
    }
    is_unread
}

fn wanted(key: &str) -> &'static str {
    match key {
        "embargo" => "a date",
        "draft" => "`true` or `false`",
        _ => "`public`, `members` or `private`",
    }
}

/// What to do about a key that was perhaps to say who may see a record.
fn meant(key: &str, value: &Node) -> Option<String> {
    if key.trim() == "<<" {
        return Some("write its keys out: nothing is merged into a record".to_owned());
    }
    let name = plain(key);
    let is_no = said(value) == Some(false);
    if key == "marking" {
        return is_marked(value).then(|| "only papers have one; write `visibility: members`".to_owned());
    }
    if let Some(near) = near(&name) {
        let is_open = name == "embargoed" && is_no;
        return (!is_open).then(|| format!("did you mean `{near}`?"));
    }
    let bare = name.strip_prefix("is_").unwrap_or(&name);
    let help = match bare {
        "redacted" | "redaction" | "redactions" | "withhold" if !is_no => "did you mean `redact`?",
        "draft" | "drafts" | "drafted" if said(value) == Some(true) => "did you mean `draft`?",
        "release" | "releases" if has_any(value, &["by", "on", "basis"]) => "did you mean `released`?",
        "signed_off" if matches!(value, Node::List(_) | Node::Map(_)) => "did you mean `sign_off`?",
        _ if is_of_embargo(&name) && !is_no => "did you mean `embargo`?",
        _ if CLOSED.contains(&bare) && (said(value) == Some(true) || is_closed(value)) => CLOSES,
        _ if OPEN.contains(&bare) && is_no => CLOSES,
        // A road may have private access.
        "access" if value.as_text().is_some_and(|word| plain(&word) == "private") => return None,
        _ if (LEVELS.contains(&bare) || has_visibility(&name)) && is_closed(value) => CLOSES,
        _ if is_nested(value) => "keys of access stand at the left edge, with nothing above them",
        _ => return None,
    };
    Some(help.to_owned())
}

const CLOSES: &str = "write `visibility: members`";

/// The key of access that a name is a slip away from.
pub(super) fn near(name: &str) -> Option<&'static str> {
    if OTHER_WORDS.contains(&name) {
        return None;
    }
    let bare = name.replace('_', "");
    let is_near = |(key, slips): &&(&str, usize)| {
        let key = key.replace('_', "");
        // Parking is no marking.
        let begins = *slips > 1 || bare.chars().next() == key.chars().next();
        let is_as_long = bare.chars().count().abs_diff(key.len()) <= *slips;
        begins && is_as_long && strsim::damerau_levenshtein(&bare, &key) <= *slips
    };
    KEYS.iter().find(is_near).map(|(key, _)| *key)
}

/// A name in the letters that it seems to be written in, small, its words parted by `_`.
pub(in crate::read) fn plain(name: &str) -> String {
    // Nobody sees these.
    let is_unseen =
        |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let seen: String = name.chars().filter(|letter| !is_unseen(*letter)).collect();
    let seen = look_alike::fold(&seen).unwrap_or(seen).replace(['\u{131}', '\u{130}'], "i").to_lowercase();
    let words = seen.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Yes or no, where a value says one; a 1 may well count something.
fn said(value: &Node) -> Option<bool> {
    value.as_text().filter(|text| text.trim().parse::<u8>().is_err()).and_then(|text| messy::boolean(&text))
}

/// Whether a value is a word for those who may see what not everybody may.
pub(super) fn is_closed(value: &Node) -> bool {
    let text = value.as_text().map(|text| plain(&text)).unwrap_or_default();
    let word = text.strip_suffix("_only").unwrap_or(&text);
    matches!(word, "member" | "confidential" | "secret")
        || Visibility::parse(word).is_some_and(|level| level > Visibility::Public)
}

/// Whether the words of a marking say that not everybody may read what is marked.
fn is_marked(value: &Node) -> bool {
    let words = value.as_text().map(|text| plain(&text)).unwrap_or_default();
    let closes = |word: &str| {
        matches!(
            word,
            "member" | "members" | "confidential" | "private" | "secret" | "restricted" | "sensitive"
        )
    };
    words.split('_').any(closes)
}

fn is_of_embargo(name: &str) -> bool {
    let has = |is: fn(&str) -> bool| name.split('_').any(is);
    has(|word| word.starts_with("embargo")) && !has(|word| OF_EMBARGO.contains(&word))
}

fn has_visibility(name: &str) -> bool {
    name.split('_').any(|word| near(word) == Some("visibility"))
}

fn has_any(value: &Node, keys: &[&str]) -> bool {
    matches!(value, Node::Map(entries) if entries.iter().any(|(key, _)| keys.contains(&key.as_str())))
}

/// Whether a map holds what only the record as a whole can have.
fn is_nested(value: &Node) -> bool {
    let Node::Map(entries) = value else { return false };
    entries.iter().any(|(key, value)| match near(&plain(key)) {
        Some("visibility") => is_closed(value),
        Some("embargo") => !value.is_nothing(),
        Some("draft") => said(value) == Some(true),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;
    use crate::model::schema::Schema;

    fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    #[test]
    fn slips_and_other_words_for_keys_of_access_are_told() {
        for (key, value) in [
            ("visiblity", "members"),
            ("visibilty", "members"),
            ("Visibility", "members"),
            ("VISIBILITY", "public"),
            ("v\u{456}sibility", "members"),
            ("visib\u{ad}ility", "members"),
            ("visibilit\u{e9}", "members"),
            ("embrago", "2031-01-01"),
            ("Embargo", "2031"),
            ("embargo_until", "the spring"),
            ("embargoed", "2031-01-01"),
            ("Draft", "true"),
            ("drafts", "yes"),
            ("is-draft", "true"),
            ("redacted", "narrative"),
            ("Redact", "x"),
            ("relased", "x"),
            ("signoff", "x"),
            ("sign-off", "x"),
            ("Marking", "Official"),
            ("marking", "Members only"),
            ("<<", "x"),
            ("private", "true"),
            ("Confidential", "Yes"),
            ("members-only", "true"),
            ("published", "no"),
            ("audience", "members only"),
            ("visibility_level", "members"),
        ] {
            assert!(meant(key, &text(value)).is_some(), "{key}: {value}");
        }
        let inner = Node::Map(vec![("visibility".to_owned(), text("members"))]);
        assert!(meant("meta", &inner).is_some());
    }

    #[test]
    fn ordinary_fields_are_none() {
        for (key, value) in [
            ("drafted_by", "Town Hall"),
            ("released_by", "Town Hall"),
            ("release", "2.0"),
            ("release_date", "2019-07-01"),
            ("drafts", "three of them"),
            ("draft_number", "3"),
            ("embargo_reason", "asked for by the press"),
            ("related", "x"),
            ("parking", "x"),
            ("making", "x"),
            ("marketing", "x"),
            ("marking", "stamped 1890"),
            ("viability", "good"),
            ("craft", "x"),
            ("reaction", "x"),
            ("private", "a school"),
            ("private", "no"),
            ("public", "yes"),
            ("members", "24"),
            ("members", "1"),
            ("embargoed", "no"),
            ("access", "private"),
            ("audience", "parents"),
            ("visibility_of_signs", "poor"),
            ("redacted", "false"),
            ("signed_by", "x"),
        ] {
            assert_eq!(meant(key, &text(value)), None, "{key}: {value}");
        }
        let known = Schema::of(&Config::titled("Test"));
        let fields = known.collections().iter().flat_map(|collection| &collection.fields);
        for key in fields.map(|field| &*field.key).filter(|key| *key != "marking") {
            assert_eq!(near(&plain(key)), None, "{key}");
        }
    }
}
