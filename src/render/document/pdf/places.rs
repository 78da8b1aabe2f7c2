//! Numbers in the content of a page, to a thousandth of a point.
//!
//! In: the operators of a page. Out: the same with shorter numbers: a thousandth of a point is a
//! hundredth of what any press or screen can show. Strings, which hold glyphs, are not touched.

/// So many digits after the point are kept.
const DIGITS: usize = 3;

/// The same content with shorter numbers; as it was where a picture stands in it.
pub(super) fn rounded(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some(first) = rest.first() {
        let length = match first {
            b'(' => string(rest),
            b'<' if rest.get(1) == Some(&b'<') => 2,
            b'<' => rest.iter().position(|byte| *byte == b'>').map_or(rest.len(), |end| end + 1),
            b'%' => rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            byte if is_regular(*byte) || *byte == b'/' => {
                1 + rest[1..].iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len() - 1)
            }
            _ => 1,
        };
        let (token, after) = rest.split_at(length);
        match token {
            b"BI" => return content.to_vec(),
            token => match shorter(token) {
                Some(number) => out.extend_from_slice(number.as_bytes()),
                None => out.extend_from_slice(token),
            },
        }
        rest = after;
    }
    out
}

/// How long the string is that begins here.
fn string(from: &[u8]) -> usize {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, byte) in from.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    from.len()
}

fn is_regular(byte: u8) -> bool {
    !b"\0\t\n\x0c\r ()<>[]{}/%".contains(&byte)
}

/// The number with fewer digits; nothing where it is none, or has few.
fn shorter(token: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(token).ok()?;
    let (_, digits) = text.split_once('.')?;
    if digits.len() <= DIGITS || !text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte)) {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    let short = format!("{number:.DIGITS$}");
    let short = short.trim_end_matches('0').trim_end_matches('.');
    Some(if short == "-0" { "0".to_owned() } else { short.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(content: &str) -> String {
        String::from_utf8(rounded(content.as_bytes())).unwrap()
    }

    #[test]
    fn only_numbers_get_shorter() {
        assert_eq!(after("1 0 0 -1 73.70079 788.79156 cm/c0 cs"), "1 0 0 -1 73.701 788.792 cm/c0 cs");
        assert_eq!(after("[(1.23456)-7.00001(\\(2.34567)]TJ"), "[(1.23456)-7(\\(2.34567)]TJ");
        assert_eq!(
            after("<</MCID 3/A 0.12345>>BDC <1.23456> -0.00001 l"),
            "<</MCID 3/A 0.123>>BDC <1.23456> 0 l"
        );
        assert_eq!(after("/n1.23456 gs 0.5 w (a(b)1.23456) Tj"), "/n1.23456 gs 0.5 w (a(b)1.23456) Tj");
        assert_eq!(after("1.23456 BI 1.23456 ID"), "1.23456 BI 1.23456 ID");
        assert_eq!(after("(open 1.23456"), "(open 1.23456");
    }
}
