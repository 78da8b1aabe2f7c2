//! What the records of an edition say in its other languages, for `archive.json`.
//!
//! In: the press of the main language and those of the others. Out: for each translated record the keys that
//! say something else than in the main language, one record a line.

use std::io::Write as _;

use super::super::press::Press;
use super::record;

/// Writes `,"translations":[…]`.
pub(super) fn write(press: &Press, others: &[&Press], out: &mut Vec<u8>) -> anyhow::Result<()> {
    out.extend_from_slice(b",\"translations\":[");
    let mut is_first = true;
    for other in others {
        let (edition, config) = (other.edition(), other.edition().config());
        for index in (0..edition.count()).filter(|index| !edition.is_untranslated(*index)) {
            let address =
                format!("{}{}", config.folder_of(&config.language), other.site.addresses.record(index));
            out.extend_from_slice(if is_first { b"\n" } else { b",\n" });
            is_first = false;
            write!(
                out,
                "{{\"id\":{},\"language\":{},\"address\":{}",
                serde_json::to_string(other.record(index).id.as_str())?,
                serde_json::to_string(&config.language)?,
                serde_json::to_string(&address)?
            )?;
            // What is absent is up to date.
            if other.record(index).translated.is_some_and(|told| told.is_outdated_within) {
                out.extend_from_slice(b",\"is_outdated\":true");
            }
            let originals = record::entries(press, index).0;
            for (key, cell) in record::entries(other, index).0 {
                let original = originals.iter().find(|(known, _)| *known == key);
                let said = serde_json::to_string(&cell)?;
                let is_same = original
                    .is_some_and(|(_, cell)| serde_json::to_string(cell).is_ok_and(|own| own == said));
                if !is_same {
                    write!(out, ",{}:{said}", serde_json::to_string(&key)?)?;
                }
            }
            out.push(b'}');
        }
    }
    out.extend_from_slice(b"\n]");
    Ok(())
}
