//! Settings, references and dates: the first byte says which file the text is. Whatever it says is read or told
//! with a place, a date reads back as itself, and nothing that is for members becomes public by it.

use super::archive;

use std::str::FromStr;

use annals::model::date::Date;

const FILES: [&str; 4] =
    ["annals.yaml", "content/references.yaml", "content/works.bib", "content/reports/x.lock.yaml"];

/// Holds of any bytes.
pub fn hold(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(date) = Date::from_str(text)
    {
        assert_eq!(Date::from_str(&date.to_string()), Ok(date), "{text}");
        assert!(date.earliest() <= date.latest(), "{text}");
    }
    // `content` may name any folder of the machine: it is not one for a test to walk through.
    if ["content", "CANARY"]
        .iter()
        .any(|word| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
    {
        return;
    }
    let file = FILES[usize::from(first % 4)];
    let settings = [b"title: T\ndefault_visibility: members\n", bytes].concat();
    let reading = archive::reading(file, if file == "annals.yaml" { &settings } else { bytes });
    archive::rendered(reading, archive::holds);
    archive::again(file);
}
