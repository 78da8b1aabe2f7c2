//! Which way a language is written.

/// Languages that are written from right to left unless their tag names another script: the likely scripts of
/// Unicode's CLDR.
const RIGHT_TO_LEFT: [&str; 16] =
    ["ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "mzn", "ps", "sd", "ug", "ur", "yi"];

/// Whether the text of a language goes from right to left, by its tag: `ar`, `az-Arab`.
pub fn is_right_to_left(language: &str) -> bool {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default().to_ascii_lowercase();
    match parts.find(|part| part.len() == 4) {
        Some(script) => {
            ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].contains(&&*script.to_ascii_lowercase())
        }
        None => RIGHT_TO_LEFT.contains(&&*first),
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_script_counts_and_then_the_language() {
        for tag in ["ar", "he", "fa-IR", "AR", "az-Arab"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en", "cy", "de-CH", "ku-Latn", "ar-Latn", ""] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
