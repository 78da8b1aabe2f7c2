//! A document's bytes → its text, or the fault that keeps it from being read, with its place.
//!
//! In: bytes. Out: UTF-8 text with LF line ends and without a byte order mark. It knows no format.

use std::sync::Arc;

use super::rules;
use crate::diag::{Finding, Spot};
use crate::source;

/// Documents larger than this are refused: the longest write-up known has 27 kilobytes, so this is
/// a backup or a video under the wrong name.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// Reads the text of a document.
///
/// # Errors
/// A document that is too large, empty, binary or not UTF-8.
pub fn text(file: &Arc<str>, bytes: &[u8]) -> Result<String, Finding> {
    size(file, bytes)?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let finding = unreadable(file, Spot::Line(1, 1), "the text is in UTF-16, not in UTF-8");
        return Err(finding.help("save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 IN > OUT"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let bad = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            let read = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            let message = format!("the byte {bad:#04x} here is not UTF-8");
            let finding = unreadable(file, end_of(&read), message);
            return Err(finding.help(
                "text from an older Windows program is often in Windows-1252: \
                 iconv -f WINDOWS-1252 -t UTF-8 IN > OUT",
            ));
        }
    };
    if let Some(nul) = text.find('\0') {
        let spot = end_of(text.get(..nul).unwrap_or_default());
        let finding = unreadable(file, spot, "a NUL byte here: this is not a text file, or it is damaged");
        return Err(finding.help("open it in the program that made it, and save it as text or as .docx"));
    }
    if text.trim().is_empty() {
        return Err(unreadable(file, Spot::File, "the document is empty"));
    }
    Ok(source::normalise(text.to_owned()))
}

/// Whether a document is of a size that is read.
///
/// # Errors
/// One that is larger than [`LARGEST`] or empty.
pub fn size(file: &Arc<str>, bytes: &[u8]) -> Result<(), Finding> {
    if bytes.is_empty() {
        return Err(unreadable(file, Spot::File, "the file is empty"));
    }
    if bytes.len() > LARGEST {
        let (has, most) = (bytes.len() / 1_048_576, LARGEST / 1_048_576);
        let message = format!("the file has {has} MB; documents of up to {most} MB are read");
        return Err(unreadable(file, Spot::File, message)
            .help("cut it into parts, or take out the pictures and save it again"));
    }
    Ok(())
}

/// The fault of a document that cannot be read at all.
pub fn unreadable(file: &Arc<str>, spot: Spot, message: impl Into<String>) -> Finding {
    Finding::new(&rules::UNREADABLE_DOCUMENT, file, spot, message)
}

/// The line and column after a text.
fn end_of(text: &str) -> Spot {
    let text = source::normalise(text.to_owned());
    let (line, column) = source::line_and_column(&text, text.len());
    Spot::Line(line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> (Spot, String) {
        let finding = text(&"note.txt".into(), bytes).unwrap_err();
        (finding.spot, finding.message)
    }

    #[test]
    fn says_where_a_text_is_damaged() {
        assert_eq!(fault(b"one\ntw\xe9o").0, Spot::Line(2, 3));
        assert_eq!(fault(b"one\ntwo\0").0, Spot::Line(2, 4));
        assert!(fault(b"\xff\xfeo\0n\0e\0").1.contains("UTF-16"));
        assert!(fault(b"").1.contains("empty"));
        assert!(fault(b" \n\n").1.contains("empty"));
        assert!(fault(&vec![b'a'; LARGEST + 1]).1.contains("32 MB"));
    }

    #[test]
    fn makes_line_ends_one_kind() {
        assert_eq!(text(&"x".into(), b"\xef\xbb\xbfa\r\nb\rc").unwrap(), "a\nb\nc");
    }
}
