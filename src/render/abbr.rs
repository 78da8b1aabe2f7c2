//! Initialisms marked where a page first uses them: `<abbr title="…">`.
//!
//! In: a finished page and the glossary. Out: the page, with the first use of each term in its running
//! text marked. It is a walk over markup that was made here, so a tag is what stands between `<` and
//! the next `>`. Headings, navigation, code and drawings are passed over.

use std::collections::BTreeSet;

use memchr::{memchr, memmem};

use super::html::escape;
use crate::model::glossary::{Glossary, is_spelt_out};

/// Elements whose words are not running text.
const APART: [&str; 15] = [
    "abbr", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "pre", "script", "select", "summary",
    "svg",
];

/// The page with the first use of each term marked.
pub(super) fn mark(page: String, glossary: &Glossary) -> String {
    if glossary.is_empty() {
        return page;
    }
    let Some(start) = memmem::find(page.as_bytes(), b"<main") else { return page };
    let end = memmem::rfind(page.as_bytes(), b"</main>").unwrap_or(page.len());
    let mut out = String::with_capacity(page.len() + 512);
    out.push_str(&page[..start]);
    let mut seen = BTreeSet::new();
    let mut apart: Option<(&str, usize)> = None;
    let mut rest = &page[start..end];
    while let Some(open) = memchr(b'<', rest.as_bytes()) {
        let (words, tagged) = rest.split_at(open);
        text(words, glossary, &mut seen, apart.is_some(), &mut out);
        let close = memchr(b'>', tagged.as_bytes()).map_or(tagged.len(), |at| at + 1);
        let (tag, after) = tagged.split_at(close);
        out.push_str(tag);
        rest = after;
        let (ends, inner) = match tag.strip_prefix("</") {
            Some(inner) => (true, inner),
            None => (false, &tag[1..]),
        };
        let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        apart = match apart {
            Some((of, depth)) if of == name && ends => (depth > 1).then(|| (of, depth - 1)),
            Some((of, depth)) if of == name && !tag.ends_with("/>") => Some((of, depth + 1)),
            None if !ends => APART.into_iter().find(|known| *known == name).map(|known| (known, 1)),
            other => other,
        };
    }
    text(rest, glossary, &mut seen, apart.is_some(), &mut out);
    out.push_str(&page[end..]);
    out
}

fn text(words: &str, glossary: &Glossary, seen: &mut BTreeSet<String>, apart: bool, out: &mut String) {
    let mut end = 0;
    if !apart {
        for found in glossary.uses(words) {
            if seen.contains(found.term) {
                continue;
            }
            seen.insert(found.term.to_owned());
            if is_spelt_out(words, &found) {
                continue;
            }
            out.push_str(&words[end..found.at.start]);
            out.push_str("<abbr title=\"");
            escape(found.meaning, out);
            out.push_str("\">");
            out.push_str(&words[found.at.clone()]);
            out.push_str("</abbr>");
            end = found.at.end;
        }
    }
    out.push_str(&words[end..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_use_in_running_text_is_marked() {
        let glossary = Glossary::of(&[
            ("PNC".to_owned(), "Police \"National\" Computer".to_owned()),
            ("PND".to_owned(), "Police National Database".to_owned()),
        ]);
        let page = "<title>PNC</title><main><h1>PNC</h1><nav><ol><li>PNC</li></ol></nav><p title=\"PNC\">The <code>PNC</code> PNC, PNC &amp; \
                    <a href=\"PND.html\">PND</a> PND</p></main>PND";
        assert_eq!(
            mark(page.to_owned(), &glossary),
            "<title>PNC</title><main><h1>PNC</h1><nav><ol><li>PNC</li></ol></nav><p title=\"PNC\">The <code>PNC</code> <abbr \
             title=\"Police &quot;National&quot; Computer\">PNC</abbr>, PNC &amp; <a href=\"PND.html\"><abbr \
             title=\"Police National Database\">PND</abbr></a> PND</p></main>PND"
        );
    }

    #[test]
    fn a_page_without_main_or_without_terms_stays() {
        let page = "<p>PNC</p>".to_owned();
        let glossary = Glossary::of(&[("PNC".to_owned(), "x".to_owned())]);
        assert_eq!(mark(page.clone(), &glossary), page);
        assert_eq!(mark("<main>PNC</main>".to_owned(), &Glossary::default()), "<main>PNC</main>");
    }
}
