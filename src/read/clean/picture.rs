//! Pictures: EXIF, XMP, IPTC, comments, texts and what stands behind their end go; which way up the picture is
//! stays, and colours do.

use exif::{In, Reader, Tag};
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::{Cleaned, ends, left, taken};

/// Takes out of a picture what it does not show.
pub(super) fn clean(media_type: &str, bytes: Vec<u8>) -> Cleaned {
    let end = ends::of(media_type, &bytes);
    let shown = end.and_then(|end| bytes.get(..end)).unwrap_or(&bytes);
    let made = match media_type {
        "image/jpeg" => jpeg(shown),
        "image/png" => png(shown),
        "image/webp" => webp(shown),
        _ => return tiff(bytes),
    };
    let behind = end.map(|_| taken(BEHIND));
    match made {
        Some((made, what)) => {
            Cleaned { bytes: made, asides: what.into_iter().map(taken).chain(behind).collect() }
        }
        None if behind.is_some() => Cleaned { bytes: shown.to_vec(), asides: behind.into_iter().collect() },
        None => Cleaned { bytes, asides: Vec::new() },
    }
}

/// What may stand behind the end of a picture.
const BEHIND: &str = "what stands behind its end, as a film does or what was cut off";

/// What a PNG is made of that can be seen, films of pictures too; everything else is somebody's own.
const SHOWN: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// The same of a WebP.
const SHOWN_IN_WEBP: &[&[u8; 4]] = &[b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

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
        let kept = SHOWN.contains(&&kind);
        let is_text = [*b"tEXt", *b"zTXt", *b"iTXt", *b"tIME"].contains(&kind);
        if !kept && !is_text && kind != *b"eXIf" {
            what.push("what a program wrote into it".to_owned());
        }
        if is_text {
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
    let own = |id: &[u8; 4]| !SHOWN_IN_WEBP.contains(&id) && ![*b"XMP ", *b"EXIF"].contains(id);
    let others: Vec<[u8; 4]> = webp.chunks().iter().map(|chunk| chunk.id()).filter(own).collect();
    if exif.is_none() && !has_history && others.is_empty() {
        return None;
    }
    if !others.is_empty() {
        what.push("what a program wrote into it".to_owned());
    }
    others.into_iter().for_each(|id| webp.remove_chunks_by_id(id));
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
    fn what_stands_behind_a_picture_goes_and_so_do_chunks_that_nobody_knows() {
        let shown = |kind: &str, picture: Vec<u8>| clean(kind, picture).bytes;
        let jpeg =
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xda\0\x02\x12\x34\xff\xd9".to_vec();
        let png = shown("image/png", a_png());
        let webp = [&b"RIFF\x10\0\0\0WEBPVP8L\x04\0\0\0"[..], b"\x2f\0\0\0"].concat();
        for (kind, picture) in [("image/jpeg", jpeg), ("image/png", png.clone()), ("image/webp", webp)] {
            let plain = clean(kind, picture.clone());
            assert!(plain.bytes == picture && plain.asides.is_empty(), "{kind} {:?}", plain.asides);
            let padded = [&picture[..], b"\0\0\n"].concat();
            assert!(clean(kind, padded.clone()).bytes == padded, "{kind}");
            let with_film = clean(kind, [&picture[..], b"\0\0\0\x18ftypmp42Jane Doe"].concat());
            assert!(with_film.bytes == picture, "{kind}");
            assert_eq!(with_film.asides, [taken(BEHIND)], "{kind}");
        }
        let both = clean("image/jpeg", [&a_jpeg()[..], b"Jane Doe"].concat());
        assert!(!says(&both.bytes, "Jane Doe") && both.asides.contains(&taken(BEHIND)), "{:?}", both.asides);
        let own = img_parts::png::PngChunk::new(*b"caBX", Bytes::from_static(b"Jane Doe"));
        let end = png.len() - 12;
        let with_own = [&png[..end], &own.encoder().bytes(), &png[end..]].concat();
        assert_eq!(clean("image/png", with_own.clone()).asides, [taken("what a program wrote into it")]);
        assert!(clean("image/png", with_own).bytes == png);
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
