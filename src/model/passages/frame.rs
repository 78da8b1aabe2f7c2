//! Text → its marks of confidentiality alone, in order: two texts with one frame hide as much.

use super::has_marks;
use super::tokens::{Token, tokens};

/// The marks of a text, in words and in order; notes among editors are none.
pub fn frame(text: &str) -> Vec<String> {
    let spots = if has_marks(text) { tokens(text) } else { Vec::new() };
    let word = |token: Token| {
        Some(match token {
            Token::Open { level, .. } => format!("::: {}", level.as_str()),
            Token::Close => ":::".to_owned(),
            Token::Redact { reason, .. } => format!("[[redact: {}]]", text.get(reason)?.trim()),
            Token::Unredact => "[[/redact]]".to_owned(),
            Token::Withheld { reason } => format!("[[withheld: {}]]", text.get(reason)?.trim()),
            Token::Comment | Token::Uncalled => return None,
        })
    };
    spots.into_iter().filter_map(|spot| word(spot.token)).collect()
}

#[cfg(test)]
mod tests {
    use super::frame;

    #[test]
    fn a_frame_has_the_marks_and_no_words() {
        let text = "Open.\n\n::: members\nClosed.\n:::\n\nA [[redact: names]]Jane[[/redact]] <!-- note -->\n";
        assert_eq!(frame(text), ["::: members", ":::", "[[redact: names]]", "[[/redact]]"]);
        assert!(frame("plain").is_empty());
    }
}
