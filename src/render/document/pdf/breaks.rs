//! Places where a very long word may be broken over two lines: an address, a key, letters without
//! end. Without them a column of a table would run out of the page.
//!
//! In: words. Out: the same with spaces of no width in words that no column has room for.

/// The longest word that is left whole, in letters.
const LONGEST: usize = 24;
/// How many letters stand together where nothing in the word offers a place.
const STRIDE: usize = 12;

/// The words with places to break them; nothing where all are short.
pub(super) fn broken(words: &str) -> Option<String> {
    let is_end = |letter: char| letter.is_whitespace() && letter != '\u{a0}' || letter == '\u{200b}';
    if !words.split(is_end).any(|word| word.chars().nth(LONGEST).is_some()) {
        return None;
    }
    let mut out = String::with_capacity(words.len() + words.len() / STRIDE);
    for piece in words.split_inclusive(is_end) {
        if piece.trim_end().chars().nth(LONGEST).is_none() {
            out.push_str(piece);
            continue;
        }
        let mut run = 0;
        for letter in piece.chars() {
            // Never before a mark that belongs to the letter before it.
            let is_mark = matches!(letter, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{200d}');
            if run >= STRIDE && !is_mark {
                out.push('\u{200b}');
                run = 0;
            }
            out.push(letter);
            run += 1;
            if matches!(letter, '/' | '.' | '_' | '-' | '?' | '&' | '=' | ',' | ';' | '@' | '\u{a0}')
                && run > 2
            {
                if letter != '\u{a0}' {
                    out.push('\u{200b}');
                }
                run = 0;
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_column_has_room_for_is_broken() {
        assert_eq!(broken("A word of decriminalisation, and another"), None);
        assert_eq!(broken("26\u{a0}February\u{a0}2019\u{a0}and"), None);
        let long = broken("see https://example.org/a/very-long-address-of-a-paper now").unwrap();
        assert!(long.starts_with("see https:/") && long.ends_with(" now"), "{long}");
        assert!(long.split([' ', '\u{200b}']).all(|part| part.chars().count() <= 13), "{long:?}");
        assert_eq!(
            long.replace('\u{200b}', ""),
            "see https://example.org/a/very-long-address-of-a-paper now"
        );
    }

    #[test]
    fn letters_without_end_get_places_too() {
        let long = broken(&"x".repeat(100)).unwrap();
        assert!(long.split('\u{200b}').all(|part| part.len() <= STRIDE));
    }
}
