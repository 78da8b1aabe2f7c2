//! The parser of write-ups: whatever the text, every place it tells is in it, in order.

use annals::model::outline::Outline;
use annals::model::write_up::WriteUp;

/// Holds of any text.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let write_up = WriteUp::read(text);
    let outline = Outline::of(text);
    for action in &write_up.actions {
        let places = action.label_at.iter().chain(&action.responsible_at);
        for at in places.chain(action.wordings.iter().map(|wording| &wording.at)) {
            assert!(text.get(at.clone()).is_some(), "{at:?}");
        }
        assert!(!action.wordings.is_empty());
    }
    for row in &write_up.rows {
        assert!(text.get(row.at.clone()).is_some());
        assert!(row.section.is_none_or(|section| section < outline.headings.len()));
    }
    assert!(write_up.actions.is_sorted_by(|a, b| a.number < b.number));
    assert!(write_up.mentions.is_sorted_by(|a, b| a.at.end <= b.at.start || a.at == b.at));
}
