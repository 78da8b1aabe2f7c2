//! The atoms of markup: escaped text, links, times and status marks.
//!
//! In: plain words, addresses and dates. Out: HTML that is safe to print as it stands. Everything
//! larger than an atom is written by a template; nothing here knows what a record is.

use serde::{Serialize, Serializer};

use crate::model::date::Date;
use crate::model::words::Words;

/// Ready markup. A template prints it as it stands and escapes every other text, so that nobody has
/// to remember which is which.
#[derive(Clone, Debug)]
pub(crate) struct Html(tera::Value);

impl Html {
    /// Markup that was made here, in `markdown` or by a template.
    pub(crate) fn new(markup: &str) -> Self {
        Html(tera::Value::safe_string(markup))
    }

    /// Words, which a template escapes as it does every text.
    pub(crate) fn plain(words: &str) -> Self {
        Html(tera::Value::from(words))
    }

    /// Words, escaped.
    pub(crate) fn text(words: &str) -> Self {
        Html::new(&escaped(words))
    }

    /// Words of a program's format, full of quotes: between tags a quote is no mark, and written as it is it
    /// takes one byte rather than six. Never for an attribute.
    pub(crate) fn between_tags(words: &str) -> Self {
        Html::new(&words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
    }

    /// The markup.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }

    /// The value that templates see; cloning it copies no text.
    pub(crate) fn value(&self) -> tera::Value {
        self.0.clone()
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Adds words to markup, as text or as the value of an attribute in double quotes.
pub(crate) fn escape(words: &str, out: &mut String) {
    let (mut kept, mut at) = (0, 0);
    while let Some(found) = special(words.as_bytes(), at) {
        at = found + 1;
        let entity = match words.as_bytes()[found] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&words[kept..found]);
        out.push_str(entity);
        kept = at;
    }
    out.push_str(&words[kept..]);
}

/// Writes words that a template prints: as [`escape`] does, and `'` too, since a theme of somebody's
/// own may put them into single quotes. (Tera's own function writes byte by byte, a fifteenth of a
/// large build.)
pub(crate) fn escape_to(words: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut kept = 0;
    while let Some(found) = special(words.as_bytes(), kept) {
        out.write_all(&words.as_bytes()[kept..found])?;
        out.write_all(match words.as_bytes()[found] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'\'' => b"&#39;",
            _ => b"&quot;",
        })?;
        kept = found + 1;
    }
    out.write_all(&words.as_bytes()[kept..])
}

/// Where the next byte stands that needs an entity, or an apostrophe. Most words have none, which is seen
/// sixteen letters at a time.
fn special(bytes: &[u8], from: usize) -> Option<usize> {
    let is_special = |byte: u8| {
        [b'&', b'<', b'>', b'"', b'\''].iter().fold(0, |found, one| found | u8::from(byte == *one))
    };
    let rest = bytes.get(from..)?;
    let has_none = |chunk: &&[u8; 16]| chunk.iter().fold(0, |found, byte| found | is_special(*byte)) == 0;
    let plain = 16 * rest.as_chunks::<16>().0.iter().take_while(has_none).count();
    rest[plain..].iter().position(|byte| is_special(*byte) != 0).map(|at| from + plain + at)
}

/// Words as markup.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    escape(words, &mut out);
    out
}

/// A link with these words.
pub(crate) fn link(href: &str, words: &str) -> String {
    let mut out = String::with_capacity(href.len() + words.len() + 16);
    out.push_str("<a href=\"");
    escape(href, &mut out);
    out.push_str("\">");
    escape(words, &mut out);
    out.push_str("</a>");
    out
}

/// A date, readable by people and by programs. What is coarser or less sure than a `time` element
/// can say is left to the words.
pub(crate) fn time(words: &Words, date: Date) -> String {
    let words = words.date(date);
    match machine_date(date) {
        Some(machine) => format!("<time datetime=\"{machine}\">{words}</time>"),
        None => format!("<time>{words}</time>"),
    }
}

/// The date as HTML, Atom and sitemaps write it (`2018`, `2018-07`, `2018-07-03`), where they can.
pub(crate) fn machine_date(date: Date) -> Option<String> {
    let text = date.to_string();
    let plain = match (date.month(), date.day()) {
        (Some(_), Some(_)) => text.len() == 10,
        (Some(_), None) => text.len() == 7,
        _ => text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()),
    };
    plain.then_some(text)
}

/// A status: a word with a shape and a hue, which the style sheet takes from `data-is`.
pub(crate) fn status(is: &str, words: &str) -> String {
    let mut out = format!("<span class=\"status\" data-is=\"{is}\">");
    escape(&capital(words), &mut out);
    out.push_str("</span>");
    out
}

/// Markup with each date in an element of its own, which the style sheet keeps on one line where there is room.
pub(crate) fn dated(words: &Words, markup: &str) -> String {
    let mut out = String::with_capacity(markup.len() + 64);
    let mut rest = markup;
    loop {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let mut kept = 0;
        for date in words.dates_in(text) {
            let end = date.end;
            out.push_str(&text[kept..date.start]);
            out.push_str(&format!("<span class=\"date\">{}</span>", &text[date]));
            kept = end;
        }
        out.push_str(&text[kept..]);
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        out.push_str(tag);
        if after.is_empty() {
            return out;
        }
        rest = after;
    }
}

/// Whether there is a letter in words that is written from right to left: Hebrew, Arabic and their kin.
pub(crate) fn is_from_right(words: &str) -> bool {
    words.chars().any(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

/// Words that stand where nothing is recorded.
pub(crate) fn none(words: &str) -> String {
    format!("<span class=\"none\">{}</span>", escaped(words))
}

/// Words with their first letter made a capital.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// The text of markup: tags cut, entities of `escape` read. Only for markup made here, where no
/// attribute holds a bare `<` or `>`.
pub(crate) fn plain(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = rest[open..].find('>').map_or("", |close| &rest[open + close + 1..]);
    }
    out.push_str(rest);
    if out.contains('&') {
        out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
    out
}

/// Markup with something else in the place of a mark that it has nowhere else.
pub(crate) fn replaced(markup: &str, mark: &str, with: &str) -> String {
    let mut out = String::with_capacity(markup.len() + 16 * with.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(markup.as_bytes(), mark) {
        out.push_str(&markup[from..at]);
        out.push_str(with);
        from = at + mark.len();
    }
    out.push_str(&markup[from..]);
    out
}

/// The first so many characters of a text, cut at a space, with an ellipsis where it is longer.
pub(crate) fn cut(text: &str, characters: usize) -> &str {
    match text.char_indices().nth(characters) {
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            text[..end].trim_end_matches([',', ';', ':', ' ', '–'])
        }
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_text_and_attributes() {
        assert_eq!(escaped("a <b> & \"c\" 'd' é"), "a &lt;b&gt; &amp; &quot;c&quot; 'd' é");
        assert_eq!(link("x?a=1&b=\"", "<x>"), "<a href=\"x?a=1&amp;b=&quot;\">&lt;x&gt;</a>");
        assert_eq!(plain(&escaped("a <b> &amp; \"c\"")), "a <b> &amp; \"c\"");
        assert_eq!(plain("<p>One <b>two</b></p>"), "One two");
        assert_eq!(Html::between_tags("a <b> & \"c\"").as_str(), "a &lt;b&gt; &amp; \"c\"");
        let mut out = Vec::new();
        escape_to("<a> & \"b\" 'é'", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "&lt;a&gt; &amp; &quot;b&quot; &#39;é&#39;");
    }

    #[test]
    fn each_date_is_an_element_and_no_attribute_is_touched() {
        let english = crate::model::words::of_language("en");
        assert_eq!(
            dated(&english, "3 July 2018, <a title=\"May 2019\" href=\"x\">May 2019</a> & <b"),
            "<span class=\"date\">3 July 2018</span>, <a title=\"May 2019\" href=\"x\">\
             <span class=\"date\">May 2019</span></a> & <b"
        );
        assert_eq!(dated(&english, ""), "");
    }

    #[test]
    fn letters_from_the_right_are_known() {
        assert!(is_from_right("LEDS مياه") && is_from_right("שלום"));
        assert!(!is_from_right("Łódź, Ελλάδα 東京 2018"));
    }

    #[test]
    fn dates_a_program_cannot_read_have_words_only() {
        let of = |text: &str| time(&crate::model::words::of_language("en"), text.parse().unwrap());
        assert_eq!(of("2018-07-03"), "<time datetime=\"2018-07-03\">3 July 2018</time>");
        assert_eq!(of("2018-07"), "<time datetime=\"2018-07\">July 2018</time>");
        assert_eq!(of("2018"), "<time datetime=\"2018\">2018</time>");
        assert_eq!(of("2018~"), "<time>about 2018</time>");
        assert_eq!(of("201X"), "<time>the 2010s</time>");
        assert_eq!(of("2018-21"), "<time>spring 2018</time>");
    }

    #[test]
    fn ready_markup_is_printed_as_it_stands_and_text_is_not() {
        let mut tera = tera::Tera::new();
        tera.add_raw_template("x.html", "{{ a }}{{ b }}").unwrap();
        let mut context = tera::Context::new();
        context.insert("a", &Html::new("<i>"));
        context.insert("b", "<i>");
        assert_eq!(tera.render("x.html", &context).unwrap(), "<i>&lt;i&gt;");
    }
}
