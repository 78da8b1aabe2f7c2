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

/// Whether an address lies within the site, as a browser reads it: it has no scheme, and does not begin
/// with two slashes or what browsers take for them.
pub(super) fn is_own(url: &str) -> bool {
    let bare: String = url.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
    let starts = bare.chars().take(2).filter(|letter| matches!(letter, '/' | '\\')).count();
    let scheme = bare.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
    starts < 2 && !scheme
}

#[cfg(test)]
mod tests {
    use super::{is_own, is_safe};

    #[test]
    fn tells_what_lies_within_the_site() {
        assert!(["a.png", "../a.png", "/a.png", "a/b:c.png", "?x=a:b", ""].into_iter().all(is_own));
        for url in
            ["https://x/a.png", "//x/a.png", "/\\x/a.png", "\\\\x/a.png", " https:x", "/\t/x", "data:x"]
        {
            assert!(!is_own(url), "{url}");
        }
    }

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
