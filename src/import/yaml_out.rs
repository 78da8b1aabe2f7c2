//! A record's file as text: front matter in YAML, then the body.
//!
//! In: a mapping in the order in which it is to be written, and Markdown. Out: text that reads back
//! as the same mapping and the same body, and that is the same for the same record. Text of more
//! than one line becomes a block scalar. Nothing here reads or writes files.

use serde_yaml::{Mapping, Value};

/// Why a record cannot be written as YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// The key whose value cannot be written, empty for the body.
    pub key: String,
    /// Why.
    pub why: &'static str,
}

/// The text of a record's file.
///
/// # Errors
/// A NUL in the front matter or in the body, a key that is not text, or a value without a YAML form.
pub fn record(front_matter: &Mapping, body: &str) -> Result<String, Unwritable> {
    if body.contains('\0') {
        return Err(Unwritable { key: String::new(), why: "has a NUL character" });
    }
    let mut text = "---\n".to_owned();
    text.push_str(&front_matter_text(front_matter)?);
    text.push_str("---\n");
    let body =
        if body.contains('\r') { body.replace("\r\n", "\n").replace('\r', "\n") } else { body.to_owned() };
    // The reader passes blank lines above a body over, so they are not written.
    let body = body.trim_start_matches('\n');
    if !body.is_empty() {
        text.push('\n');
        text.push_str(body);
        text.push('\n');
    }
    Ok(text)
}

fn front_matter_text(front_matter: &Mapping) -> Result<String, Unwritable> {
    if let Some(key) = key_with_nul(front_matter) {
        return Err(Unwritable { key, why: "has a NUL character" });
    }
    if let Ok(text) = serde_yaml::to_string(front_matter)
        && reads_back(&text, front_matter)
    {
        return Ok(if front_matter.is_empty() { String::new() } else { text });
    }
    // Some text (odd line separators, leading blanks) does not survive the block scalar it was
    // given; only those fields are written in quotes.
    let mut text = String::new();
    for (key, value) in front_matter {
        let one = Mapping::from_iter([(key.clone(), value.clone())]);
        match serde_yaml::to_string(&one) {
            Ok(plain) if reads_back(&plain, &one) => text.push_str(&plain),
            _ => text.push_str(&quoted(key, value, &one)?),
        }
    }
    Ok(text)
}

fn reads_back(text: &str, wanted: &Mapping) -> bool {
    serde_yaml::from_str::<Mapping>(text).is_ok_and(|read| read == *wanted)
}

/// A field in JSON, which YAML includes, with everything escaped that YAML takes for a line end.
fn quoted(key: &Value, value: &Value, wanted: &Mapping) -> Result<String, Unwritable> {
    let name = key.as_str().unwrap_or("?");
    let unwritable = || Unwritable { key: name.to_owned(), why: "has no form in YAML" };
    let key = serde_json::to_string(name).map_err(|_| unwritable())?;
    let value = serde_json::to_string(value).map_err(|_| unwritable())?;
    let mut text = String::with_capacity(value.len() + key.len() + 4);
    for letter in format!("{key}: {value}").chars() {
        match letter {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => text.push(letter),
        }
    }
    text.push('\n');
    if reads_back(&text, wanted) { Ok(text) } else { Err(unwritable()) }
}

fn key_with_nul(front_matter: &Mapping) -> Option<String> {
    front_matter.iter().find_map(|(key, value)| {
        let name = key.as_str().unwrap_or("?");
        (name.contains('\0') || has_nul(value)).then(|| name.replace('\0', "\u{fffd}"))
    })
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Sequence(items) => items.iter().any(has_nul),
        Value::Mapping(map) => map.iter().any(|(key, value)| has_nul(key) || has_nul(value)),
        Value::Tagged(tagged) => has_nul(&tagged.value),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn front(yaml: &str) -> Mapping {
        serde_yaml::from_str(yaml).unwrap()
    }

    #[test]
    fn writes_lines_as_blocks_and_keeps_the_order() {
        let front =
            front("title: 'Retention: how long'\nyear: '2018'\na: \"one\\n\\ntwo\"\ntags: [b, a]\nn: 7\n");
        let text = record(&front, "\n\n## What went on\n\nTalk.").unwrap();
        insta::assert_snapshot!(text, @r"
        ---
        title: 'Retention: how long'
        year: '2018'
        a: |-
          one

          two
        tags:
        - b
        - a
        n: 7
        ---

        ## What went on

        Talk.
        ");
    }

    #[test]
    fn quotes_what_a_block_would_change() {
        for text in
            ["a\u{2028}b\nc", "a\u{85}\nb", "\n  leading", "tab\there\n ", "a\r\nb", "\u{feff}x", " \n"]
        {
            let front = Mapping::from_iter([("x".into(), text.into()), ("y".into(), "1".into())]);
            let written = record(&front, "").unwrap();
            let yaml = written.strip_prefix("---\n").unwrap().strip_suffix("---\n").unwrap();
            assert_eq!(serde_yaml::from_str::<Mapping>(yaml).unwrap(), front, "{written}");
        }
    }

    #[test]
    fn refuses_nul() {
        let fault = record(&Mapping::from_iter([("x".into(), "a\0b".into())]), "").unwrap_err();
        assert_eq!((&*fault.key, fault.why), ("x", "has a NUL character"));
        assert_eq!(record(&Mapping::new(), "a\0").unwrap_err().key, "");
    }

    proptest! {
        #[test]
        fn reads_back_as_it_was(
            keys in proptest::collection::btree_map("[a-z_]{1,8}", "(\\PC|[ \\n\\t:#'\"|>-]){0,40}", 0..6),
            body in "(\\PC|[ \\n]){0,60}",
        ) {
            let front: Mapping = keys.into_iter().map(|(key, text)| (key.into(), text.into())).collect();
            let text = record(&front, &body).unwrap();
            prop_assert_eq!(record(&front, &body).unwrap(), text.clone());
            let inner = text.strip_prefix("---\n").unwrap();
            let at = if inner.starts_with("---\n") { 0 } else { inner.find("\n---\n").unwrap() + 1 };
            let read: Mapping = serde_yaml::from_str(&inner[..at]).unwrap_or_default();
            prop_assert_eq!(read, front);
            let below = inner[at + 4..].trim_start_matches('\n');
            prop_assert_eq!(below.strip_suffix('\n').unwrap_or(below), body.trim_start_matches('\n'));
        }
    }
}
