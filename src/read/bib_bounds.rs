//! How much BibLaTeX may ask for.
//!
//! In: text that is about to be parsed. Out: nothing, or the byte from which it asks for too much. An entry
//! may inherit from others (`crossref`, `xdata`) and a text may be made of others (`@string`): one that comes
//! back to itself never ends, and a few lines that double each other are more than fits into memory. It is a
//! glance at the text, not a parser: what it takes for an entry in a comment does no harm.

use std::collections::BTreeMap;

/// How many entries may stand above one another.
const DEEPEST: usize = 8;
/// How many bytes entries may have with what they inherit and the strings they use.
const LARGEST: usize = 64 * 1024 * 1024;
/// How many strings may be defined.
const MOST_STRINGS: usize = 1_000;

/// Where a bibliography asks for too much, and what it asks for.
pub(super) fn excess(text: &str) -> Option<(usize, String)> {
    let entries = entries(text);
    strings(text, &entries).or_else(|| inherited(&entries))
}

/// An entry: where it is, its kind and key, and what stands in it.
struct Entry<'t> {
    at: usize,
    kind: String,
    key: &'t str,
    text: &'t str,
}

fn entries(text: &str) -> Vec<Entry<'_>> {
    let starts: Vec<(usize, usize)> = text
        .match_indices('@')
        .filter_map(|(at, _)| {
            let rest = &text[at + 1..];
            let name =
                rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).len();
            let open = rest[name..].trim_start().starts_with(['{', '(']);
            (name > 0 && open).then_some((at, at + 1 + name))
        })
        .collect();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let entry = |((at, name), end): (&(usize, usize), usize)| {
        let inner = text[*name..end].trim_start().get(1..).unwrap_or_default();
        let key = inner.split([',', '=', '}']).next().unwrap_or_default().trim();
        Entry { at: *at, kind: text[at + 1..*name].to_ascii_lowercase(), key, text: inner }
    };
    starts.iter().zip(ends).map(entry).collect()
}

/// A string that is made of others, or strings that are used so often that they fill the memory.
fn strings(text: &str, entries: &[Entry]) -> Option<(usize, String)> {
    let mut spent = 0_usize;
    let defined: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == "string").collect();
    if let Some(entry) = defined.get(MOST_STRINGS) {
        return Some((entry.at, format!("more than {MOST_STRINGS} strings are defined")));
    }
    for entry in defined {
        if is_joined(entry.text) {
            return Some((entry.at, "a string that is made of others is not read: write it out".to_owned()));
        }
        let uses = if entry.key.is_empty() { 0 } else { text.matches(entry.key).count() };
        spent = spent.saturating_add(uses.saturating_mul(entry.text.len()));
        if spent > LARGEST {
            return Some((entry.at, "written out, the strings have more than 64 MB".to_owned()));
        }
    }
    None
}

/// Whether a `#` stands between values, outside of quotation marks and braces.
fn is_joined(text: &str) -> bool {
    let (mut depth, mut is_quoted) = (0_usize, false);
    for letter in text.bytes() {
        match letter {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'"' if depth == 0 => is_quoted = !is_quoted,
            b'#' if depth == 0 && !is_quoted => return true,
            _ => {}
        }
    }
    false
}

/// Entries that inherit from themselves, from too many above them, or too much.
fn inherited(entries: &[Entry]) -> Option<(usize, String)> {
    let places: BTreeMap<&str, usize> = entries.iter().enumerate().map(|(n, entry)| (entry.key, n)).collect();
    let above: Vec<Vec<usize>> = entries
        .iter()
        .map(|entry| parents(entry).filter_map(|key| places.get(key).copied()).collect())
        .collect();
    // From those that inherit nothing down, each after all that it inherits from.
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    let mut waits: Vec<usize> = above.iter().map(Vec::len).collect();
    for (n, parents) in above.iter().enumerate() {
        parents.iter().for_each(|parent| below[*parent].push(n));
    }
    let mut ready: Vec<usize> = (0..entries.len()).filter(|n| waits[*n] == 0).collect();
    let mut depths = vec![0_usize; entries.len()];
    let mut sizes: Vec<usize> = entries.iter().map(|entry| entry.text.len()).collect();
    let mut spent = 0_usize;
    while let Some(n) = ready.pop() {
        spent = spent.saturating_add(sizes[n]);
        if depths[n] > DEEPEST {
            return Some((
                entries[n].at,
                format!("entries inherit from one another more than {DEEPEST} deep"),
            ));
        }
        if spent > LARGEST {
            return Some((
                entries[n].at,
                "with what they inherit, the entries have more than 64 MB".to_owned(),
            ));
        }
        for &child in &below[n] {
            depths[child] = depths[child].max(depths[n] + 1);
            sizes[child] = sizes[child].saturating_add(sizes[n]);
            waits[child] -= 1;
            if waits[child] == 0 {
                ready.push(child);
            }
        }
    }
    let round = waits.iter().position(|waits| *waits > 0)?;
    Some((entries[round].at, format!("`{}` inherits from itself", entries[round].key)))
}

/// The keys that an entry names in `crossref` and `xdata`.
fn parents<'t>(entry: &Entry<'t>) -> impl Iterator<Item = &'t str> {
    let text = entry.text;
    let lower = text.to_ascii_lowercase();
    let mut named = Vec::new();
    for field in ["crossref", "xdata"] {
        for (at, _) in lower.match_indices(field) {
            let Some(value) = text[at + field.len()..].trim_start().strip_prefix('=') else { continue };
            let value = value.trim_start().trim_start_matches(['{', '"']);
            let value = value.split(['}', '"', '\n']).next().unwrap_or_default();
            named.extend(value.split(',').map(str::trim).filter(|key| !key.is_empty()));
        }
    }
    named.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        excess(text).map(|(_, message)| message).unwrap_or_default()
    }

    #[test]
    fn what_people_write_passes() {
        let text = "@string{hup = \"Harvard # University {\\\"P}ress\"}\n@book{a, title={A}, publisher=hup, \
                    date={2019}}\n@inbook{b, crossref = {a}, title={B}}@inbook{c, crossref=\"a\"}\n";
        assert_eq!(told(text), "");
        assert_eq!(told("mail@example.org {x} @ @@ @a @a( @a{"), "");
    }

    #[test]
    fn what_never_ends_is_refused() {
        assert_eq!(told("@book{a, crossref={b}}\n@book{b, crossref={a}}"), "`a` inherits from itself");
        assert_eq!(told("@book{a, xdata={x, a}}"), "`a` inherits from itself");
        let chain: String = (1..20).map(|n| format!("@book{{k{n}, Crossref = {{k{}}}}}\n", n - 1)).collect();
        assert_eq!(told(&chain), "entries inherit from one another more than 8 deep");
        assert!(told("@string{a = \"x\"}\n@STRING{b = a # a}").contains("made of others"));
        let many =
            format!("@string{{a = \"{}\"}}\n{}", "x".repeat(100_000), "@book{k, title = a}\n".repeat(2_000));
        assert_eq!(told(&many), "written out, the strings have more than 64 MB");
    }
}
