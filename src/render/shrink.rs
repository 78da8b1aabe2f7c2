//! A style sheet as people write it → the same for readers: without comments and needless spaces.
//!
//! In: CSS. Out: CSS that means the same. Strings and comments that ask to be kept (`/*! … */`, a licence)
//! stay as they are. Nothing is reordered, renamed or merged: what a browser's inspector shows can still be
//! found in the theme.

/// A style sheet without comments and needless spaces.
pub(super) fn style(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    // Whether a space waits to be written, should it turn out to part two words; what was written last.
    let (mut space, mut last) = (false, '{');
    // How many semicolons were written last.
    let mut ends = 0;
    while let Some(first) = rest.chars().next() {
        let is_comment = rest.starts_with("/*");
        let length = match first {
            '/' if is_comment => match rest[2..].find("*/") {
                Some(end) => end + 4,
                None => return out,
            },
            '"' | '\'' => match string(rest, first) {
                Some(length) => length,
                // What follows a string without an end means nothing that is known here.
                None => return out + if std::mem::take(&mut space) { " " } else { "" } + rest,
            },
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_whitespace() {
            space = true;
            continue;
        }
        if is_comment && !piece.starts_with("/*!") {
            // Between two words without a space it parts them and is no space.
            let is_beside = !after.starts_with(|next: char| next.is_ascii_whitespace());
            if is_beside && !space && !is_tight(last) {
                out.push_str("/**/");
                (last, ends) = ('/', 0);
            }
            continue;
        }
        let parts_words = std::mem::take(&mut space) && !is_tight(last) && last != ':';
        if parts_words && !is_tight(first) {
            out.push(' ');
        }
        // Those in a row before the end of a rule end nothing; an escaped one is a letter of a name.
        if first == '}' {
            out.truncate(out.len() - ends);
        }
        ends = if first == ';' { ends + 1 } else { 0 };
        out.push_str(piece);
        last = first;
    }
    out
}

/// Whether no space is needed beside a letter.
fn is_tight(letter: char) -> bool {
    matches!(letter, '{' | '}' | ';' | ',')
}

/// How long a string is, both quotes with it; none where its line ends before it does.
fn string(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' => return None,
            _ if letter == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::style;

    #[test]
    fn comments_and_needless_spaces_go_and_the_meaning_stays() {
        let css = "/* Tokens */\n:root {\n  --ink: #000; /* black */\n  --wide: calc(100% - 2rem) ;\n}\n\na :is(b,\n  c) > d:hover::after { content: \" /* no } comment */ \"; margin: 0 /**/ auto; }\n@media screen and (max-width: 599.9px) {\n  p { color: red; }\n}\n";
        assert_eq!(
            style(css),
            ":root{--ink:#000;--wide:calc(100% - 2rem)}a :is(b,c) > d:hover::after{content:\" /* no } comment */ \";margin:0 auto}@media screen and (max-width:599.9px){p{color:red}}"
        );
        assert_eq!(style("/*! Licence */ p{ }"), "/*! Licence */ p{}");
        assert_eq!(style(".a/* not a space */.b .c/**/ .d{}"), ".a/**/.b .c .d{}");
        assert_eq!(style(".md\\: .x{y:\\;}"), ".md\\: .x{y:\\;}");
        assert_eq!(style("a{b:c; ;}"), "a{b:c}");
        assert_eq!(style("a{content:'it\\'s  two'}"), "a{content:'it\\'s  two'}");
    }

    #[test]
    fn what_is_broken_is_left_to_the_browser() {
        for css in ["a{", "/* never ended", "a{content:\"x\n}", "\\", "}", ""] {
            assert!(style(css).len() <= css.len(), "{css}");
        }
    }

    proptest! {
        #[test]
        fn twice_is_once_and_no_word_is_lost(css in "([a-c {};:,\"'\\\\/*!\n]|é)*") {
            let once = style(&css);
            prop_assert!(once.len() <= css.len());
            prop_assert_eq!(style(&once), once.clone());
            if !css.contains("/*") {
                let words = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
                prop_assert_eq!(words(&once), words(&css));
            }
        }
    }
}
