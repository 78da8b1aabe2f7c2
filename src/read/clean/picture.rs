//! Pictures: EXIF, XMP, IPTC, comments and texts go; which way up the picture is stays, and colours do.

use exif::{In, Reader, Tag};
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::{Cleaned, left, taken};

/// Takes out of a picture what it does not show.
pub(super) fn clean(media_type: &str, bytes: Vec<u8>) -> Cleaned {
    let made = match media_type {
        "image/jpeg" => jpeg(&bytes),
        "image/png" => png(&bytes),
        "image/webp" => webp(&bytes),
        _ => return tiff(bytes),
    };
    match made {
        Some((made, what)) => Cleaned { bytes: made, asides: what.into_iter().map(taken).collect() },
        None => Cleaned { bytes, asides: Vec::new() },
    }
}

/// The picture made anew and what went; `None` where nothing has to go or it is not understood.
type Made = Option<(Vec<u8>, Vec<String>)>;

fn jpeg(bytes: &[u8]) -> Made {
    let mut jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let exif = jpeg.exif();
    let mut what = exif.as_deref().map(described).unwrap_or_default();
    let before = jpeg.segments().len();
    jpeg.segments_mut().retain(|segment| {
        let content = segment.contents();
        let kept = match segment.marker() {
            0xE0 => content.starts_with(b"JFIF\0"),
            0xE2 => content.starts_with(b"ICC_PROFILE\0"),
            0xEE => content.starts_with(b"Adobe"),
            0xE1..=0xEF | 0xFE => false,
            _ => true,
        };
        if !kept && segment.marker() != 0xE1 {
            what.push("a note in it".to_owned());
        } else if !kept && content.starts_with(b"http://ns.adobe.com/") {
            what.push("its history (XMP)".to_owned());
        }
        kept
    });
    if jpeg.segments().len() == before {
        return None;
    }
    jpeg.set_exif(exif.as_deref().and_then(upright));
    let made = jpeg.encoder().bytes().to_vec();
    Jpeg::from_bytes(Bytes::copy_from_slice(&made)).ok()?;
    Some((made, listed(what)))
}

fn png(bytes: &[u8]) -> Made {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let exif = png.exif();
    let mut what = exif.as_deref().map(described).unwrap_or_default();
    let before = png.chunks().len();
    png.chunks_mut().retain(|chunk| {
        let kind = chunk.kind();
        let kept = ![*b"tEXt", *b"zTXt", *b"iTXt", *b"eXIf", *b"tIME"].contains(&kind);
        if !kept && kind != *b"eXIf" {
            let name: String = chunk
                .contents()
                .iter()
                .take_while(|byte| **byte != 0)
                .map(|byte| char::from(*byte))
                .collect();
            let is_name =
                kind != *b"tIME" && name.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
            what.push(if is_name {
                format!("its text “{name}”")
            } else {
                "when it was changed".to_owned()
            });
        }
        kept
    });
    if png.chunks().len() == before {
        return None;
    }
    png.set_exif(exif.as_deref().and_then(upright));
    let made = png.encoder().bytes().to_vec();
    Png::from_bytes(Bytes::copy_from_slice(&made)).ok()?;
    Some((made, listed(what)))
}

fn webp(bytes: &[u8]) -> Made {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let exif = webp.exif();
    let mut what = exif.as_deref().map(described).unwrap_or_default();
    let has_history = webp.has_chunk(*b"XMP ");
    if exif.is_none() && !has_history {
        return None;
    }
    if has_history {
        what.push("its history (XMP)".to_owned());
    }
    webp.remove_chunks_by_id(*b"XMP ");
    webp.set_exif(exif.as_deref().and_then(upright));
    let made = webp.encoder().bytes().to_vec();
    WebP::from_bytes(Bytes::copy_from_slice(&made)).ok()?;
    Some((made, listed(what)))
}

/// A TIFF is made of nothing but tags; it stays as it is.
fn tiff(bytes: Vec<u8>) -> Cleaned {
    let told = described(&bytes);
    let asides = if told.is_empty() { Vec::new() } else { vec![left(told.join(", "))] };
    Cleaned { bytes, asides }
}

fn listed(mut what: Vec<String>) -> Vec<String> {
    if what.is_empty() {
        what.push("what the camera or the program wrote into it".to_owned());
    }
    what.sort();
    what.dedup();
    what
}

/// What of it is about people and places.
pub(super) const PERSONAL: &[&str] =
    &["where it was taken", "who made it", "whose camera it was", "a description", "a comment"];

/// What EXIF tells, in words.
pub(super) fn described(exif: &[u8]) -> Vec<String> {
    const TOLD: &[(Tag, &str)] = &[
        (Tag::GPSLatitude, "where it was taken"),
        (Tag::Artist, "who made it"),
        (Tag::Copyright, "whose it is"),
        (Tag::CameraOwnerName, "whose camera it was"),
        (Tag::BodySerialNumber, "which camera it was"),
        (Tag::Model, "which kind of camera it was"),
        (Tag::DateTimeOriginal, "when it was taken"),
        (Tag::Software, "which program made it"),
        (Tag::ImageDescription, "a description"),
        (Tag::UserComment, "a comment"),
    ];
    let Ok(exif) = Reader::new().read_raw(exif.to_vec()) else { return Vec::new() };
    let told = TOLD.iter().filter(|(tag, _)| exif.fields().any(|field| field.tag == *tag));
    told.map(|(_, words)| (*words).to_owned()).collect()
}

/// EXIF that says which way up the picture is, and nothing more; `None` where it stands upright.
fn upright(exif: &[u8]) -> Option<Bytes> {
    let exif = Reader::new().read_raw(exif.to_vec()).ok()?;
    let turned = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    let turned = u8::try_from(turned).ok().filter(|turned| (2..=8).contains(turned))?;
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([turned, 0, 0, 0, 0, 0, 0]);
    Some(Bytes::from(tiff))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// EXIF with an artist and a picture lying on its side.
    fn exif() -> Bytes {
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        tiff.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
        tiff.extend(b"\x01\x3b\0\x02\0\0\0\x09\0\0\0\x26\0\0\0\0");
        tiff.extend(b"Jane Doe\0");
        Bytes::from(tiff)
    }

    fn a_png() -> Vec<u8> {
        let chunk = |kind: &[u8; 4], content: &[u8]| {
            img_parts::png::PngChunk::new(*kind, Bytes::copy_from_slice(content)).encoder().bytes().to_vec()
        };
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
        png.extend(chunk(b"tEXt", b"Author\0Jane Doe"));
        png.extend(chunk(b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1]));
        png.extend(chunk(b"IEND", b""));
        png
    }

    pub(in crate::read::clean) fn a_jpeg() -> Vec<u8> {
        let mut jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        jpeg.extend(b"\xff\xfe\0\x0aJane Doe");
        jpeg.extend(b"\xff\xda\0\x02\x12\x34\xff\xd9");
        let mut jpeg = Jpeg::from_bytes(Bytes::from(jpeg)).unwrap();
        jpeg.set_exif(Some(exif()));
        jpeg.encoder().bytes().to_vec()
    }

    fn says(bytes: &[u8], words: &str) -> bool {
        bytes.windows(words.len()).any(|found| found == words.as_bytes())
    }

    #[test]
    fn what_is_not_shown_goes_and_the_way_up_stays() {
        for (kind, picture) in [("image/png", a_png()), ("image/jpeg", a_jpeg())] {
            assert!(says(&picture, "Jane Doe"));
            let cleaned = clean(kind, picture.clone());
            assert!(!says(&cleaned.bytes, "Jane Doe") && !cleaned.asides.is_empty(), "{kind}");
            let again = clean(kind, cleaned.bytes.clone());
            assert!(!says(&again.bytes, "Jane"), "{kind}");
            assert_eq!(clean(kind, picture).bytes, cleaned.bytes);
        }
        let jpeg = Jpeg::from_bytes(Bytes::from(clean("image/jpeg", a_jpeg()).bytes)).unwrap();
        let kept = Reader::new().read_raw(jpeg.exif().unwrap().to_vec()).unwrap();
        assert_eq!(kept.get_field(Tag::Orientation, In::PRIMARY).unwrap().value.get_uint(0), Some(6));
        assert_eq!(kept.fields().count(), 1);
    }

    #[test]
    fn what_is_not_understood_stays() {
        for kind in ["image/jpeg", "image/png", "image/webp", "image/tiff"] {
            for bytes in [&b""[..], b"\xff\xd8", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF\0\0\0\0WEBP", b"MM\0*"] {
                let cleaned = clean(kind, bytes.to_vec());
                assert_eq!(cleaned.bytes, bytes, "{kind}");
            }
        }
    }
}
