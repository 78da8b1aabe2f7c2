//! A part of a Word, Excel, PowerPoint or OpenDocument file → the words in it, as they are read.
//!
//! In: XML. Out: sequences of words: what stands between tags, where a run that ends within a word does not
//! end the word; the same without what is not read on in (text that was deleted, fields, notes); and the
//! words in tags. Names of elements count without what says whose they are (`w:p` and `text:p` are both
//! paragraphs). It takes HTML for nothing special: that is `markup`'s.

use memchr::memchr;

use super::bytes::Seen;
use super::markup;
use crate::audience::secrets::Words;

/// Whether a part of a package of this name is for this reader.
pub(super) fn is_part(name: &str) -> bool {
    let is_xml = name.ends_with(".xml");
    let folder = name.split('/').next().unwrap_or_default();
    is_xml && ["word", "xl", "ppt"].iter().any(|known| folder.eq_ignore_ascii_case(known))
        || ["content.xml", "styles.xml"].iter().any(|known| name.ends_with(known))
}

/// What a tag ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// Nothing: a run, or how it is set.
    None,
    /// The word: a cell, a tabulator, the end of a line.
    Word,
    /// The paragraph.
    Block,
}

fn edge(name: &str) -> Edge {
    let (prefix, local) = name.split_once(':').unwrap_or(("x", name));
    match local {
        "p" | "h" | "tbl" | "table" | "tr" | "table-row" | "list-item" | "row" | "body" | "comment"
        | "footnote" | "endnote" | "txBody" | "txbxContent" => Edge::Block,
        "tab" | "ptab" | "br" | "cr" | "line-break" | "tc" | "table-cell" | "sym" | "noBreakHyphen" => {
            Edge::Word
        }
        "s" if prefix == "text" => Edge::Word,
        "r" | "t" | "rPr" | "rFont" | "sz" | "color" | "family" | "scheme" | "charset" | "vertAlign"
        | "b" | "i" | "u" | "strike" | "outline" | "shadow" | "condense" | "extend"
            if prefix == "x" =>
        {
            Edge::None
        }
        _ => match prefix {
            "w" | "a" | "m" | "text" | "wp" | "mc" => Edge::None,
            later if later.starts_with('w') && later[1..].bytes().all(|digit| digit.is_ascii_digit()) => {
                Edge::None
            }
            _ => Edge::Word,
        },
    }
}

/// Elements that stand within what is read and are no part of it.
const ASIDES: &[&str] = &[
    "w:delText",
    "w:instrText",
    "w:delInstrText",
    "wp:posOffset",
    "wp:align",
    "wp14:pctWidth",
    "wp14:pctHeight",
    "text:note",
    "text:tracked-changes",
    "office:annotation",
    "rPh",
];

/// Reads every word of a part.
pub(super) fn read(xml: &str, seen: &mut Seen<'_>) {
    let (mut text, mut tags) = (Words::default(), Words::default());
    let has_asides = walk(xml, &mut text, Some(&mut tags), false);
    seen.take(&mut text);
    seen.take(&mut tags);
    if has_asides {
        walk(xml, &mut text, None, true);
        seen.take(&mut text);
    }
}

/// Reads on to the end, with or without asides; tells whether there is one.
fn walk(xml: &str, text: &mut Words, mut tags: Option<&mut Words>, is_without: bool) -> bool {
    let (mut rest, mut within, mut has_asides) = (xml, None::<(&str, usize)>, false);
    loop {
        let length = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        if within.is_none() {
            spoken(&rest[..length], text);
        }
        let Some(tag) = rest.get(length + 1..) else { return has_asides };
        let name = tag.strip_prefix('/').unwrap_or(tag);
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            // A comment or a declaration: what is in it is read as text.
            text.gap();
            rest = tag;
            continue;
        }
        let end = memchr(b'>', tag.as_bytes()).unwrap_or(tag.len());
        rest = tag.get(end + 1..).unwrap_or_default();
        let (is_end, is_empty) = (tag.starts_with('/'), tag[..end].ends_with('/'));
        let is_name =
            |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '-' | '_' | '.');
        let length = name.find(|letter| !is_name(letter)).unwrap_or(name.len());
        let (name, attributes) = name.split_at(length.min(end));
        if let Some(tags) = tags.as_deref_mut() {
            tags.end_block();
            spoken(&attributes[..attributes.len().min(end - length.min(end))], tags);
        }
        if is_without && !is_empty && ASIDES.contains(&name) {
            within = match (within, is_end) {
                (None, false) => Some((name, 1)),
                (Some((open, depth)), false) if open == name => Some((open, depth + 1)),
                (Some((open, depth)), true) if open == name && depth > 1 => Some((open, depth - 1)),
                (Some((open, _)), true) if open == name => None,
                (other, _) => other,
            };
            continue;
        }
        has_asides |= ASIDES.contains(&name);
        match edge(name) {
            _ if within.is_some() => {}
            Edge::None => {}
            Edge::Word => text.gap(),
            Edge::Block => text.end_block(),
        }
    }
}

/// Reads text with entities in it.
fn spoken(text: &str, words: &mut Words) {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        words.text(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[markup::entity(rest, words)..];
    }
    words.text(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::secrets::Verbatim;

    fn words(xml: &str) -> Vec<Vec<u64>> {
        let mut all = Vec::new();
        let mut found = |words: &mut Words| {
            all.push(words.finish().iter().map(|word| word.hash).collect());
            words.clear();
        };
        read(xml, &mut Seen::of(&Verbatim::default(), &mut Default::default(), &mut found));
        all
    }

    fn plain(text: &str) -> Vec<u64> {
        Words::of(text).iter().map(|word| word.hash).collect()
    }

    #[test]
    fn runs_are_read_on_over() {
        for xml in [
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ja</w:t></w:r><w:proofErr/><w:r><w:t xml:space=\"preserve\">ne D&#111;</w:t></w:r><w:r><w:t>e</w:t></w:r></w:p>",
            "<text:p>Ja<text:span text:style-name=\"T1\">ne</text:span><text:s/>Doe</text:p>",
            "<si><r><rPr><b/><sz val=\"1\"/></rPr><t>Jane D</t></r><r><t>oe</t></r></si>",
            "<a:p><a:r><a:t>Jane</a:t></a:r><a:br/><a:r><a:t>Doe</a:t></a:r></a:p>",
            "<w:tc><w:t>Jane</w:t></w:tc><w:tc><w:t>Doe</w:t></w:tc>",
            "<w:t>Jane</w:t><w:tab/><w:t>Doe</w:t>",
        ] {
            assert_eq!(words(xml)[0], plain("Jane Doe"), "{xml}");
        }
    }

    #[test]
    fn what_stands_between_is_read_with_and_without() {
        let found = words(
            "<w:t>Jane</w:t><w:delText> (Ann)</w:delText><w:instrText> PAGE </w:instrText><w:t> Doe</w:t>",
        );
        assert_eq!(found[0], plain("Jane Ann PAGE Doe"));
        assert_eq!(found[2], plain("Jane Doe"));
        let found = words(
            "<text:p>Jane<text:note><text:p>A</text:p><text:note>B</text:note></text:note> Doe</text:p>",
        );
        assert_eq!(found[2], plain("Jane Doe"));
    }

    #[test]
    fn attributes_are_read_and_broken_parts_to_their_end() {
        assert_eq!(words("<w:ins w:author=\"Jane &amp; Doe\">x")[1], plain("w author Jane Doe"));
        for xml in
            ["<", "<w", "<w:", "</w:p", "<w:t a=\"", "<w:delText>", "</w:delText>x", "<!-- a --> b", "&"]
        {
            let _ = words(xml);
        }
    }
}
