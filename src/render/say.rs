//! The words of templates: `{{ t("key", name=value) }}` → what the catalogue says.
//!
//! In: the source of a template, and the words of the language that its theme is loaded for. Out: the
//! same source with the words in it, so that a page costs nothing for them; only a message that has to
//! choose (a plural, say) stays a call, which `Say` answers while the page is made. Whether a message is
//! there, and has the arguments that it needs, is found when the theme is loaded.

use std::sync::Arc;

use tera::{Function, Kwargs, State, TeraResult, Value};

use super::html::escape;
use crate::model::words::{Arg, Key, Part, Words};

const CALL: &str = "{{ t(\"";

/// The source of a template with its words.
///
/// # Errors
/// A message that no catalogue has, or that needs an argument which the template does not give, with the
/// line.
pub(super) fn spoken(source: &str, words: &Words) -> Result<String, (usize, String)> {
    let mut out = String::with_capacity(source.len() + 256);
    let mut rest = source;
    while let Some(at) = rest.find(CALL) {
        let (before, call) = rest.split_at(at);
        out.push_str(before);
        let line = source[..source.len() - call.len()].matches('\n').count() + 1;
        let (key, args, after) =
            parsed(&call[CALL.len()..]).ok_or_else(|| (line, "`{{ t(…) }}` is not closed".to_owned()))?;
        let parts = words.parts(key).ok_or_else(|| (line, format!("no catalogue has a message `{key}`")))?;
        put(key, parts, &args, &mut out).map_err(|words| (line, words))?;
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// A call: the key, each argument with its expression, and what comes after it.
type Call<'t> = (&'t str, Vec<(&'t str, &'t str)>, &'t str);

/// What stands in a call, and what comes after it.
fn parsed(call: &str) -> Option<Call<'_>> {
    let (key, rest) = call.split_once('"')?;
    let (mut depth, mut quoted, mut start) = (0_u32, None, 0);
    let mut pieces = Vec::new();
    for (at, letter) in rest.char_indices() {
        match (quoted, letter) {
            (Some(open), _) if open == letter => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quoted = Some(letter),
            (None, '(' | '[') => depth += 1,
            (None, ']') => depth = depth.checked_sub(1)?,
            (None, ')') if depth > 0 => depth -= 1,
            (None, ',') if depth == 0 => {
                pieces.push(&rest[start..at]);
                start = at + 1;
            }
            (None, ')') => {
                pieces.push(&rest[start..at]);
                let after = rest[at + 1..].trim_start().strip_prefix("}}")?;
                let args = pieces.into_iter().filter_map(|piece| piece.split_once('='));
                return Some((key, args.map(|(name, value)| (name.trim(), value.trim())).collect(), after));
            }
            _ => {}
        }
    }
    None
}

fn put(key: &str, parts: &[Part], args: &[(&str, &str)], out: &mut String) -> Result<(), String> {
    let of = |name: &str| {
        let found = args.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        found.ok_or_else(|| format!("the message `{key}` needs `{name}`"))
    };
    if parts.iter().any(|part| matches!(part, Part::Choice { .. })) {
        let args: String = args.iter().map(|(name, value)| format!(", {name}={value}")).collect();
        out.push_str(&format!("{{{{ t(key=\"{key}\"{args}) }}}}"));
        return Ok(());
    }
    for part in parts {
        match part {
            Part::Text(text) => literal(text, out),
            Part::Tag(tag) => out.push_str(tag),
            Part::Arg { name, grouped: false } => out.push_str(&format!("{{{{ {} }}}}", of(name)?)),
            Part::Arg { name, grouped: true } => out.push_str(&format!("{{{{ {} | number }}}}", of(name)?)),
            Part::Open(name) => out.push_str(&format!("<a href=\"{{{{ {} }}}}\">", of(name)?)),
            Part::Close => out.push_str("</a>"),
            Part::Choice { .. } => {}
        }
    }
    Ok(())
}

/// Words in a template: escaped, and with nothing in them that a template would take for its own.
fn literal(text: &str, out: &mut String) {
    let mut escaped = String::with_capacity(text.len());
    escape(text, &mut escaped);
    out.push_str(&escaped.replace('{', "&#123;"));
}

/// What a script has in the place of its messages.
const SCRIPT: &str = "/* messages script- */ {}";

/// A script with the messages that are meant for it; `None` where it asks for none.
pub(super) fn for_scripts(script: &str, words: &Words) -> Option<String> {
    if !script.contains(SCRIPT) {
        return None;
    }
    let of = words.messages().filter(|(key, _)| key.starts_with("script-"));
    let messages: serde_json::Map<String, serde_json::Value> =
        of.map(|(key, _)| (key.to_owned(), json(words.parts(key).unwrap_or_default()))).collect();
    let messages = serde_json::Value::Object(messages).to_string();
    // Within a page's script no text may end it; this one is a file of its own, and stays safe.
    Some(script.replace(SCRIPT, &messages.replace('<', "\\u003c")))
}

fn json(parts: &[Part]) -> serde_json::Value {
    let one = |part: &Part| match part {
        Part::Text(text) => serde_json::json!(text),
        Part::Tag(_) | Part::Close | Part::Open(_) => serde_json::json!(""),
        Part::Arg { name, .. } => serde_json::json!([name]),
        Part::Choice { on, arms, other } => {
            let name = |key: &Key| match key {
                Key::Exact(number) => format!("={number}"),
                Key::Word(word) => word.clone(),
            };
            let named: serde_json::Map<String, serde_json::Value> =
                arms.iter().map(|(key, parts)| (name(key), json(parts))).collect();
            let other = arms.get(*other).map(|(key, _)| name(key)).unwrap_or_default();
            serde_json::json!({"on": on, "arms": named, "other": other})
        }
    };
    serde_json::Value::Array(parts.iter().map(one).collect())
}

/// What answers the calls that stay.
pub(super) struct Say(pub(super) Arc<Words>);

impl Function<TeraResult<Value>> for Say {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let key: String = kwargs.must_get("key")?;
        let names = self.0.arguments(&key);
        let mut args: Vec<(&str, Arg)> = Vec::new();
        for name in names {
            let Some(value) = kwargs.get::<&Value>(name)? else { continue };
            let arg = match (value.as_i64(), value.as_str()) {
                (Some(number), _) => Arg::from(number),
                (None, Some(text)) if value.is_safe() => Arg::from(text),
                (None, text) => {
                    let mut escaped = String::new();
                    escape(text.unwrap_or_default(), &mut escaped);
                    Arg::from(escaped)
                }
            };
            args.push((name, arg));
        }
        Ok(Value::safe_string(&self.0.markup(&key, &args)))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str) -> Result<String, (usize, String)> {
        let words = Words::read(
            "cy",
            "home = Hafan & mwy\nmore = Gweler <all>pob { $what }</all>.\n\
             n = { $count ->\n    [two] { $count } fater\n   *[other] { $count } mater\n}\n",
        );
        spoken(source, &words.unwrap())
    }

    #[test]
    fn words_stand_in_the_template_before_a_page_is_made() {
        assert_eq!(said(r#"<a>{{ t("home") }}</a>"#).unwrap(), "<a>Hafan &amp; mwy</a>");
        assert_eq!(
            said(r#"{{ t("more", what=page.what | lower, all=f(a="x, y")) }}!"#).unwrap(),
            r#"Gweler <a href="{{ f(a="x, y") }}">pob {{ page.what | lower }}</a>.!"#
        );
        assert_eq!(said(r#"{{ t("n", count=page.n) }}"#).unwrap(), r#"{{ t(key="n", count=page.n) }}"#);
    }

    #[test]
    fn a_message_that_is_not_there_or_lacks_an_argument_is_named_with_its_line() {
        assert_eq!(
            said("\n{{ t(\"hom\") }}").unwrap_err(),
            (2, "no catalogue has a message `hom`".to_owned())
        );
        assert_eq!(
            said(r#"{{ t("more", what=1) }}"#).unwrap_err(),
            (1, "the message `more` needs `all`".to_owned())
        );
        assert!(said(r#"{{ t("more", what=1"#).unwrap_err().1.contains("is not closed"));
    }

    #[test]
    fn a_script_gets_the_messages_that_are_meant_for_it() {
        let text = "home = x\nscript-a = <b>{ $n ->\n    [0] none\n   *[other] { $n } of\n}\n";
        let words = Words::read("cy", text).unwrap();
        let script = for_scripts("const M = /* messages script- */ {};", &words).unwrap();
        assert_eq!(
            script,
            r#"const M = {"script-a":["",{"arms":{"=0":["none"],"other":[["n"]," of"]},"on":"n","other":"other"}]};"#
        );
        assert!(for_scripts("const M = {};", &words).is_none());
    }

    #[test]
    fn a_plural_is_chosen_while_the_page_is_made() {
        let words =
            Words::read("cy", "n = { $count ->\n    [two] dau & { $what }\n   *[other] { $count }\n}\n");
        let words = Arc::new(words.unwrap());
        let mut tera = tera::Tera::new();
        tera.register_function("t", Say(Arc::clone(&words)));
        let source = spoken(r#"{{ t("n", count=two, what="<b>") }}"#, &words).unwrap();
        tera.add_raw_template("a.html", &source).unwrap();
        let mut context = tera::Context::new();
        context.insert("two", &2);
        assert_eq!(tera.render("a.html", &context).unwrap(), "dau &amp; &lt;b&gt;");
    }
}
