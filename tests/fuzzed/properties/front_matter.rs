//! Front matter of a case, an issue, a workshop or a report (the first byte says which): read or told with
//! a place, and never public by a slip.

use super::archive;

use annals::model::access::Visibility;

const COLLECTIONS: [&str; 4] = ["cases", "issues", "workshops", "reports"];

/// Holds of any bytes.
pub fn hold(bytes: &[u8]) {
    let Some((first, front)) = bytes.split_first() else { return };
    let collection = COLLECTIONS[usize::from(first % 4)];
    let file = format!("content/{collection}/x.md");
    let text = [b"---\nvisibility: members\n", front, b"\n---\n\nCANARY body\n"].concat();
    let reading = archive::reading(&file, &text);
    if let Some(record) = reading.archive.records().iter().find(|record| *record.source.file == *file) {
        let front = String::from_utf8_lossy(front);
        assert!(front.contains("---") || record.access.visibility != Visibility::Public, "{front}");
    }
    archive::rendered(reading, |audience, path, text| {
        if !front.windows(3).any(|three| three == b"---") {
            archive::holds(audience, path, text);
        }
    });
    archive::again(&file);
}
