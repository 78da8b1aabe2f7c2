//! Which addresses a page may lead to.

/// Schemes that a link may have; anything else (`javascript:`, `data:`, `file:`) is no link.
pub(super) const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "ftp"];

/// Whether an address is relative or has one of the schemes that are let through.
///
/// Browsers skip tabs, line ends and leading control characters in an address, so they are skipped
/// here too before the scheme is read.
pub(crate) fn is_safe(url: &str) -> bool {
    let mut scheme = String::new();
    for letter in url.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()) {
        match letter {
            ':' => return SCHEMES.contains(&scheme.as_str()),
            '/' | '?' | '#' => return true,
            _ => scheme.push(letter.to_ascii_lowercase()),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn lets_only_harmless_schemes_through() {
        for url in ["https://a.example", "HTTP://a", "mailto:a@b", "../x.html", "#p-1", "a/b:c", "?x=a:b", ""]
        {
            assert!(is_safe(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
        ] {
            assert!(!is_safe(url), "{url:?}");
        }
    }
}
