//! The text of a file as everything here counts in it: UTF-8, no byte order mark, LF line ends.
//!
//! In: bytes. Out: text, and the line and column of a byte of it. Nothing here reads files.

/// Bytes that are not UTF-8, and where they stop being so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The text in these bytes, with its byte order mark cut and every CRLF and lone CR made LF.
///
/// # Errors
/// The place of the first byte that is not UTF-8.
pub fn text(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(normalise(text)),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let good = normalise(String::from_utf8_lossy(good).into_owned());
            let (line, column) = line_and_column(&good, good.len());
            Err(NotUtf8 { line, column })
        }
    }
}

/// The same text with its byte order mark cut and every CRLF and lone CR made LF.
pub fn normalise(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

/// The line and the column, both from 1, the column in characters, of a byte; of the end where the
/// byte lies beyond it.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_the_mark_and_evens_line_ends() {
        let bytes = b"\xEF\xBB\xBFone\r\ntwo\rthree\n".to_vec();
        assert_eq!(text(bytes).as_deref(), Ok("one\ntwo\nthree\n"));
    }

    #[test]
    fn tells_where_text_stops_being_utf8() {
        let bytes = b"\xEF\xBB\xBFon\xC3\xA9\r\nt\xC3\xA9\xFFo".to_vec();
        assert_eq!(text(bytes), Err(NotUtf8 { line: 2, column: 3 }));
    }

    #[test]
    fn counts_columns_in_characters() {
        assert_eq!(line_and_column("a\né–b", 7), (2, 3));
        assert_eq!(line_and_column("a\n", 99), (2, 1));
        assert_eq!(line_and_column("é", 1), (1, 1));
    }
}
