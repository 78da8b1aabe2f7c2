//! What a reader types into the search, and any text that it is looked for in, as terms. The page takes the
//! query apart in JavaScript, by the same rules; `fuzz/query.js` holds the two against each other on every text
//! that this target found worth keeping.

use annals::render::search_terms;

/// Longer words are cut.
const LONGEST: usize = 40;

/// Holds of any text.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let terms = search_terms(text);
    for term in &terms {
        let letters = term.chars().count();
        assert!(letters > 0 && letters <= LONGEST, "{term:?}");
        assert!(term.chars().all(char::is_alphanumeric), "{term:?}");
        assert!(!term.chars().any(|letter| letter.is_ascii_uppercase()), "{term:?}");
        // A term is one word: it is not taken apart further.
        assert_eq!(search_terms(term).len(), 1, "{term:?}");
    }
    // Words are told apart by what stands between them, not by what stands around the text.
    assert_eq!(search_terms(&format!(" \n{text}\t ")), terms);
    let twice = search_terms(&format!("{text} {text}"));
    assert_eq!(twice.len(), terms.len() * 2);
}
