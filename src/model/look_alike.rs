//! Letters that look alike: Cyrillic `НО` beside Latin `HO`.
//!
//! In: words. Out: the same in Latin letters, where they can all be taken for such. It does not say
//! which was meant; who folds keeps the letters as written.

/// The text with every letter that can be taken for a Latin one replaced by it; `None` where
/// nothing changes, or where the text is really in another script.
///
/// A word is folded only when all its letters have Latin look-alikes, so that a name written in
/// Cyrillic stays as it is. Source of the pairs: Unicode Technical Standard 39, confusables.
pub fn fold(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        match fold_word(word) {
            Some(latin) => folded.push_str(&latin),
            None => folded.push_str(word),
        }
    }
    (folded != text).then_some(folded)
}

fn fold_word(word: &str) -> Option<String> {
    word.chars()
        .map(|letter| match letter {
            letter if letter.is_ascii() || !letter.is_alphabetic() => Some(letter),
            letter => latin(letter),
        })
        .collect()
}

/// How far around a letter its word is looked at.
const LONGEST: usize = 40;

/// The Latin letter that a letter was mixed up with, where it stands in a word that has Latin letters too: `Сarter` with
/// a Cyrillic `С`. Told are the texts before and after it: the letter itself may be written as an entity.
pub(super) fn within_latin(before: &str, letter: char, after: &str) -> Option<char> {
    let latin = latin(letter)?;
    // No word of a name is longer; one without end is not looked through for each of its letters.
    let before = before.chars().rev().take(LONGEST).take_while(|other| other.is_alphabetic());
    let after = after.chars().take(LONGEST).take_while(|other| other.is_alphabetic());
    before.chain(after).any(|other| other.is_ascii()).then_some(latin)
}

fn latin(letter: char) -> Option<char> {
    // Latin letters with marks are what they are: the dotless ı of Turkish is no slip for i.
    if matches!(letter, '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
        return None;
    }
    let mut skeleton =
        unicode_security::confusable_detection::skeleton(letter.encode_utf8(&mut [0; 4])).collect::<String>();
    let only = skeleton.pop()?;
    // The skeleton of a capital may be a small letter (Cyrillic І → l); the case says which was meant.
    let only = if letter.is_uppercase() && only == 'l' { 'I' } else { only };
    (skeleton.is_empty() && only.is_ascii_alphabetic()).then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_the_owners_of_the_first_write_up() {
        assert_eq!(fold("НО").as_deref(), Some("HO"));
        assert_eq!(fold("НО & Involve").as_deref(), Some("HO & Involve"));
        assert_eq!(fold("HO & CSOs"), None);
    }

    #[test]
    fn leaves_real_cyrillic_alone() {
        assert_eq!(fold("Министерство"), None);
        assert_eq!(fold("Größe"), None);
        assert_eq!(fold("Kırık"), None);
    }

    #[test]
    fn folds_word_by_word() {
        assert_eq!(fold("Министерство и НО").as_deref(), Some("Министерство и HO"));
        assert_eq!(fold("HО, СSOs").as_deref(), Some("HO, CSOs"));
        assert_eq!(fold(""), None);
        assert_eq!(fold("—"), None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_folded_stays_folded(text in ".*") {
            if let Some(folded) = fold(&text) {
                proptest::prop_assert_eq!(fold(&folded), None);
            }
        }
    }
}
