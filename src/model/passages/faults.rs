//! Text → what is wrong with the marks of confidentiality in it.

use super::has_marks;
use super::tokens::{Token, tokens};
use super::within;

/// What is wrong with the marks of a text: the byte, and the fault in a few words.
pub fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let mut faults = Vec::new();
    let mut fences = Vec::new();
    let mut redactions = Vec::new();
    // Where lines were joined, what follows is no fault of its own.
    let mut is_joined = false;
    for token in if has_marks(text) { tokens(text) } else { Vec::new() } {
        let at = token.at.start;
        if matches!(token.token, Token::Open { .. } | Token::Close) && !redactions.is_empty() {
            faults.push((at, "a redaction goes across the edge of a passage"));
        }
        match token.token {
            Token::Open { alone, .. } if !alone || within::goes_on(&text[token.at.clone()]) => {
                if !is_joined {
                    faults.push((at, "the mark of a passage has no line of its own, so the rest is hidden: give it one; in YAML write `|` in place of `>` or quotes, which join lines"));
                }
                is_joined = true;
            }
            Token::Open { known, .. } => {
                if !known && !is_joined {
                    faults.push((at, "a passage is for nobody known: write `::: members` or `::: private`"));
                }
                fences.push(at);
            }
            Token::Close => {
                if fences.pop().is_none() && !is_joined {
                    faults.push((at, "`:::` closes a passage that nothing opens"));
                }
            }
            Token::Redact { reason, whole } => {
                if !whole {
                    faults.push((at, "the mark that opens a redaction has no `]]` on its line"));
                } else if text[reason].trim().is_empty() {
                    faults.push((at, "a redaction gives no reason"));
                }
                redactions.push(at);
            }
            Token::Unredact => {
                if redactions.pop().is_none() {
                    faults.push((at, "`[[/redact]]` closes a redaction that nothing opens"));
                }
            }
            Token::Comment if !text[token.at.clone()].contains('>') => {
                faults
                    .push((at, "an HTML comment is not closed, so the rest is hidden: write `-->` after it"));
            }
            Token::Withheld { .. } | Token::Comment | Token::Uncalled => {}
        }
    }
    let fence = "a passage is not closed, so the rest is hidden: write `:::` after it";
    let redaction = "a redaction is not closed, so the rest is hidden: write `[[/redact]]` after it";
    faults.extend(fences.into_iter().filter(|_| !is_joined).map(|at| (at, fence)));
    faults.extend(redactions.into_iter().map(|at| (at, redaction)));
    faults.sort();
    faults
}
