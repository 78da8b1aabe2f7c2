//! A picture → where it ends. What stands behind that no reader sees: the film of a picture that moves, or what was
//! cut off and never written over.
//!
//! In: a media type and bytes. Out: the place of the first byte behind the picture; none where the form is not
//! understood to its end.

/// Where the picture ends, where something else than blanks is behind it.
pub(super) fn of(media_type: &str, bytes: &[u8]) -> Option<usize> {
    let end = match media_type {
        "image/jpeg" => jpeg(bytes),
        "image/png" => png(bytes),
        "image/webp" => webp(bytes),
        _ => None,
    }?;
    let behind = bytes.get(end..)?;
    behind.iter().any(|byte| !byte.is_ascii_whitespace() && *byte != 0).then_some(end)
}

fn jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    let mut is_drawn = false;
    loop {
        // In what is drawn, 0xFF stands for itself before 0, and begins a mark otherwise.
        let found = memchr::memchr(0xFF, bytes.get(at..)?)?;
        if !is_drawn && found > 0 {
            return None;
        }
        at += found + 1;
        match *bytes.get(at)? {
            0xD9 => return Some(at + 1),
            0xFF => continue,
            0 | 1 | 0xD0..=0xD7 => at += 1,
            mark => {
                let length = u16::from_be_bytes([*bytes.get(at + 1)?, *bytes.get(at + 2)?]);
                at += 1 + usize::from(length);
                is_drawn = mark == 0xDA;
            }
        }
    }
}

fn png(bytes: &[u8]) -> Option<usize> {
    let mut at = 8;
    loop {
        let length: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        let kind = bytes.get(at + 4..at + 8)?;
        at = at.checked_add(12)?.checked_add(u32::from_be_bytes(length) as usize)?;
        bytes.get(..at)?;
        if kind == b"IEND" {
            return Some(at);
        }
    }
}

fn webp(bytes: &[u8]) -> Option<usize> {
    let length: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    let length = u32::from_le_bytes(length) as usize;
    let end = length.checked_add(8 + length % 2)?;
    // The name of the form and at least one chunk.
    (bytes.starts_with(b"RIFF") && (20..=bytes.len()).contains(&end)).then_some(end)
}
