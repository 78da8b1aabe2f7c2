//! How large a picture is, and whether it is one.
//!
//! In: the bytes of a file. Out: its width and height in points at 96 dots an inch, or why it cannot be
//! shown. A program with PDF decodes it to the end, so that a picture that was cut off is found; one
//! without looks at its head.

use super::Sheet;

/// Points in a dot.
const POINT: f64 = 0.75;
/// No side is longer than this, in dots: a head that says more is wrong, or a trap.
const LONGEST: u32 = 30_000;

/// Width and height.
pub(super) fn of(bytes: &[u8], sheet: Sheet) -> Result<(f64, f64), String> {
    let (wide, high) = match head(bytes) {
        Some((kind, wide, high)) => {
            if sheet == Sheet::Word && kind == "WebP" {
                return Err("Word does not show WebP; save it as PNG or JPEG".to_owned());
            }
            if wide == 0 || high == 0 || wide > LONGEST || high > LONGEST {
                return Err(format!("it says that it is {wide} × {high} dots large"));
            }
            whole(bytes, wide, high)?
        }
        None if sheet == Sheet::Pdf => drawn(bytes)?,
        None => return Err("Word shows PNG, JPEG and GIF, and this is none of them".to_owned()),
    };
    Ok((wide * POINT, high * POINT))
}

/// Kind, width and height by the first bytes.
fn head(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let big = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let small = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(("PNG", big(16)?, big(20)?));
    }
    if bytes.starts_with(b"GIF8") {
        return Some(("GIF", small(6)?, small(8)?));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        // Its size is told in three ways; that there is one is left to who decodes it.
        return Some(("WebP", 1, 1));
    }
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg(bytes).map(|(wide, high)| ("JPEG", wide, high));
    }
    None
}

/// Width and height of a JPEG: they stand in the head of its frame, after whatever else it says.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    loop {
        let (0xff, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        match marker {
            // The marks that begin a frame; those between them begin tables.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((two(at + 7)?, two(at + 5)?));
            }
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + two(at + 2)? as usize,
        }
    }
}

/// Width and height of a picture that can be decoded to its end.
#[cfg(feature = "pdf")]
fn whole(bytes: &[u8], _: u32, _: u32) -> Result<(f64, f64), String> {
    use typst::foundations::Bytes;
    use typst::visualize::{ExchangeFormat, RasterImage};
    let format = ExchangeFormat::detect(bytes).ok_or("it is of no kind that is known")?;
    let picture = RasterImage::plain(Bytes::new(bytes.to_vec()), format).map_err(|fault| {
        format!("it cannot be read to its end {}", fault.trim_start_matches("failed to decode image "))
    })?;
    Ok((f64::from(picture.width()), f64::from(picture.height())))
}

#[cfg(not(feature = "pdf"))]
fn whole(_: &[u8], wide: u32, high: u32) -> Result<(f64, f64), String> {
    Ok((f64::from(wide), f64::from(high)))
}

/// Width and height of a drawing.
#[cfg(feature = "pdf")]
fn drawn(bytes: &[u8]) -> Result<(f64, f64), String> {
    use typst::foundations::Bytes;
    use typst::visualize::SvgImage;
    let none = "it is no PNG, JPEG, GIF, WebP or SVG that can be read";
    if memchr::memmem::find(bytes, b"<svg").is_none() {
        return Err(none.to_owned());
    }
    if let Some(shown) = shown_elsewhere(bytes) {
        return Err(format!("it is a drawing that shows another file: {shown}"));
    }
    let drawing = SvgImage::new(Bytes::new(bytes.to_vec())).map_err(|_| none.to_owned())?;
    Ok((drawing.width(), drawing.height()))
}

/// The first element of a drawing that shows a file which is not in it.
#[cfg(feature = "pdf")]
fn shown_elsewhere(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut images = text.split("<image").skip(1).filter_map(|rest| rest.split('>').next());
    let found = images.find(|image| image.contains("href") && !image.contains("data:"))?;
    Some(
        found
            .split_whitespace()
            .find(|one| one.contains("href"))
            .unwrap_or_default()
            .chars()
            .take(80)
            .collect(),
    )
}

#[cfg(not(feature = "pdf"))]
fn drawn(_: &[u8]) -> Result<(f64, f64), String> {
    Err("this program was built without PDF".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_stands_in_the_head() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0, 0, 0, 40, 0, 0, 0, 30]].concat();
        assert_eq!(head(&png), Some(("PNG", 40, 30)));
        assert_eq!(head(b"GIF89a\x28\0\x1e\0"), Some(("GIF", 40, 30)));
        let jpeg = [
            &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9][..],
            &[0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40],
        ];
        assert_eq!(head(&jpeg.concat()), Some(("JPEG", 40, 30)));
    }

    #[test]
    fn what_is_cut_off_or_something_else_is_no_picture() {
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", &[0xff, 0xd8, 0xff], b"GIF89a", b"<html>", &[0xff; 40]]
        {
            assert!(of(bytes, Sheet::Pdf).is_err() && of(bytes, Sheet::Word).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn a_head_that_promises_too_much_is_not_believed() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0, 1, 0, 0, 0, 1, 0, 0]].concat();
        assert_eq!(of(&png, Sheet::Pdf).unwrap_err(), "it says that it is 65536 × 65536 dots large");
    }
}
