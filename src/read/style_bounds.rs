//! How much a citation style may ask for.
//!
//! In: a style in CSL that is about to be parsed. Out: nothing, or what it asks for that is too much. A
//! macro may call others: one that comes back to itself never ends, and a few that call each other twice
//! are more than a machine prints in a year. The parser compares each attribute of a tag with all before
//! it, and goes a level deeper for each element that is open. What is no XML is left to that parser.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How many bytes a style may have: the longest of the ten thousand that are published has a fifth of it.
const LARGEST: usize = 1024 * 1024;
/// How many bytes a tag may have.
const LONGEST_TAG: usize = 10_000;
/// How many elements may be open at once, those of the macros that are called among them.
const DEEPEST: usize = 100;
/// How many elements a citation may come to with all the macros it calls, each as often as it is called.
const MOST: usize = 100_000;

/// What a style asks for that is too much.
pub(super) fn excess(xml: &str) -> Option<String> {
    if xml.len() > LARGEST {
        return Some(format!("it has more than {} kB", LARGEST / 1024));
    }
    let mut reader = Reader::from_str(xml);
    let mut macros: BTreeMap<String, Macro> = BTreeMap::new();
    // What stands in no macro is what calls them: it goes by the empty name.
    let (mut within, mut depth) = (String::new(), 0_usize);
    loop {
        let (tag, opens) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag, true),
            Ok(Event::Empty(tag)) => (tag, false),
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                if tag.local_name().as_ref() == "macro" {
                    within.clear();
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        if tag.len() > LONGEST_TAG {
            return Some(format!("a tag has more than {} kB", LONGEST_TAG / 1000));
        }
        if opens {
            depth += 1;
            if tag.local_name().as_ref() == "macro" {
                within = values(&tag, "name").into_iter().next().unwrap_or_default();
            }
        }
        let known = macros.entry(within.clone()).or_default();
        known.elements += 1;
        known.deepest = known.deepest.max(depth);
        known.calls.extend(values(&tag, "macro").into_iter().map(|name| (name, depth)));
    }
    if let Some(name) = macros.values().flat_map(|known| &known.calls).map(|(name, _)| name).find(is_coded) {
        return Some(format!("write the name of the macro `{name}` without `&`"));
    }
    let of_style = weigh("", &macros, &mut BTreeMap::new(), 0);
    match of_style {
        Err(name) => Some(format!("the macro `{name}` calls itself, or stands in too many others")),
        Ok(weight) if weight.depth > DEEPEST => {
            Some(format!("its elements are nested more than {DEEPEST} deep"))
        }
        Ok(weight) if weight.elements > MOST => Some(format!("its macros come to more than {MOST} elements")),
        Ok(_) => None,
    }
}

fn is_coded(name: &&String) -> bool {
    name.contains('&')
}

/// How many elements a macro has, how deep they are nested, and which macros it calls at which depth.
#[derive(Default)]
struct Macro {
    elements: usize,
    deepest: usize,
    calls: Vec<(String, usize)>,
}

/// A macro with all that it calls.
#[derive(Clone, Copy)]
struct Weight {
    elements: usize,
    depth: usize,
}

/// The values of an attribute, whatever is before the `:` of its name, as the parser reads it.
fn values(tag: &BytesStart<'_>, name: &str) -> Vec<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).filter_map(Result::ok);
    found.filter(|one| one.key.local_name().as_ref() == name).map(|one| one.value.into_owned()).collect()
}

/// What a macro comes to; no weight while it is being found. Fails with the name of one that comes back.
fn weigh(
    name: &str,
    macros: &BTreeMap<String, Macro>,
    weights: &mut BTreeMap<String, Option<Weight>>,
    above: usize,
) -> Result<Weight, String> {
    match weights.get(name) {
        Some(Some(weight)) => return Ok(*weight),
        None if above <= DEEPEST => {}
        _ => return Err(name.to_owned()),
    }
    let Some(own) = macros.get(name) else { return Ok(Weight { elements: 0, depth: 0 }) };
    weights.insert(name.to_owned(), None);
    let mut all = Weight { elements: own.elements, depth: own.deepest };
    for (call, depth) in &own.calls {
        let called = weigh(call, macros, weights, above + 1)?;
        all.elements = all.elements.saturating_add(called.elements);
        all.depth = all.depth.max(depth + called.depth);
    }
    weights.insert(name.to_owned(), Some(all));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(macros: &str) -> String {
        format!(
            "<style class=\"in-text\">{macros}<citation><layout><text macro=\"a0\"/></layout></citation></style>"
        )
    }

    #[test]
    fn macros_that_never_end_or_double_each_other_are_refused() {
        let calls = |name: &str, called: &str, times: usize| {
            let call = format!("<text macro=\"{called}\"/>");
            format!("<macro name=\"{name}\">{}</macro>", call.repeat(times))
        };
        assert_eq!(excess(&style(&calls("a0", "b", 3))), None);
        let told = excess(&style(&calls("a0", "a0", 1))).unwrap();
        assert!(told.contains("`a0` calls itself"), "{told}");
        assert!(excess(&style(&(calls("a0", "a1", 1) + &calls("a1", "a0", 1)))).is_some());
        let chain = |times| {
            (0..30).map(|n| calls(&format!("a{n}"), &format!("a{}", n + 1), times)).collect::<String>()
        };
        assert_eq!(excess(&style(&chain(1))), None);
        assert!(excess(&style(&calls("a0", "&#97;0", 1))).unwrap().contains("without `&`"));
        let other = "<macro name=\"a0\"><text x:macro=\"a0\"/></macro>";
        assert!(excess(&style(other)).unwrap().contains("calls itself"));
        assert!(excess(&style(&chain(2))).unwrap().contains("more than 100000 elements"));
    }

    #[test]
    fn tags_and_levels_without_end_are_refused() {
        let attributes: String = (0..5_000).map(|n| format!(" a{n}=\"\"")).collect();
        assert!(
            excess(&style(&format!("<info{attributes}/>"))).unwrap().contains("a tag has more than 10 kB")
        );
        assert!(excess(&"<group>".repeat(5_000)).unwrap().contains("nested more than 100 deep"));
        assert!(excess(&" ".repeat(2_000_000)).unwrap().contains("more than 1024 kB"));
        assert_eq!(excess("no style"), None);
    }
}
