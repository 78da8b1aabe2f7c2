//! Lists of numbers as people type them: `2, 3, 6, 7`, `77,127,130,`, `54–67`, `3 and 4`.

/// Ranges over more numbers than this are slips.
const LONGEST_RANGE: u32 = 500;

/// The numbers in a text that holds nothing else, in the order written, each once; `None` where it
/// holds something else or no number.
pub(crate) fn read(text: &str) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let text = text.replace(" and ", ",").replace(" to ", "-");
    for piece in text.split([',', ';', '&', '/', '\n']) {
        let piece = piece.trim().trim_end_matches('.');
        if piece.is_empty() {
            continue;
        }
        // Numbers with nothing but space between them, as where a line was broken without a comma.
        for piece in joined_ranges(piece).split_whitespace() {
            let (from, to) = match piece.split_once(['-', '–', '—', '‑']) {
                Some((from, to)) => (number(from)?, number(to)?),
                None => (number(piece)?, number(piece)?),
            };
            if from > to || to - from > LONGEST_RANGE {
                return None;
            }
            numbers.extend((from..=to).filter(|number| !numbers.contains(number)).collect::<Vec<_>>());
        }
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// `54 – 67` as `54–67`.
fn joined_ranges(piece: &str) -> String {
    let mut joined = piece.to_owned();
    for dash in ['-', '–', '—', '‑'] {
        joined = joined.replace(&format!(" {dash} "), &dash.to_string());
    }
    joined
}

/// `3`, `#3`, `No. 3`, `Action 3`, `A003`? No: letters before a number make a reference of another
/// kind, but for the words that mean a number.
fn number(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches('#');
    // Spreadsheets store whole numbers as 3.0.
    let text = text.strip_suffix(".0").unwrap_or(text);
    let digits = !text.is_empty() && text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}

/// Numbers as the archive writes them: `2, 3, 54-67`. Runs of three and more become ranges.
pub(crate) fn write(numbers: &[u32]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut text = String::new();
    let mut n = 0;
    while let Some(from) = sorted.get(n).copied() {
        let mut run = 1;
        while sorted.get(n + run).is_some_and(|next| *next == from + run as u32) {
            run += 1;
        }
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&from.to_string());
        if run >= 3 {
            text.push_str(&format!("-{}", from + run as u32 - 1));
            n += run;
        } else {
            n += 1;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_lists_as_people_type_them() {
        assert_eq!(read("2, 3, 6, 7"), Some(vec![2, 3, 6, 7]));
        assert_eq!(read("77,127,130,"), Some(vec![77, 127, 130]));
        assert_eq!(read("54–57"), Some(vec![54, 55, 56, 57]));
        assert_eq!(read("1 and 36"), Some(vec![1, 36]));
        assert_eq!(read("8, 21 & 32"), Some(vec![8, 21, 32]));
        assert_eq!(read("54 55,56\n83"), Some(vec![54, 55, 56, 83]));
        assert_eq!(read("3.0"), Some(vec![3]));
        for text in ["", "n/a", "A1", "v1.2", "9-3", "1-100000", "3 apples"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn writes_runs_as_ranges() {
        assert_eq!(write(&[2, 3, 56, 54, 55]), "2, 3, 54-56");
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(numbers in prop::collection::btree_set(1u32..300, 1..40)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            prop_assert_eq!(read(&write(&numbers)), Some(numbers));
        }

        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            let _ = read(&text);
        }
    }
}
