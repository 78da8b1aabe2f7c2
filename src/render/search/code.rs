//! Numbers as short text: what the columns and postings of the index are written in.
//!
//! A number is a run of letters of a 64-letter alphabet, five bits each, the lowest first; a letter of
//! the upper half says that another follows. An ascending list is written as the steps between its
//! numbers. It is plain text, so that the leak scan and an editor can read what stands beside it.

/// The alphabet: 32 letters that end a number, then 32 that do not.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345abcdefghijklmnopqrstuvwxyz6789-_";

/// Adds a number.
pub(super) fn number(mut number: u32, out: &mut String) {
    while number >= 32 {
        out.push(char::from(LETTERS[32 + (number & 31) as usize]));
        number >>= 5;
    }
    out.push(char::from(LETTERS[number as usize]));
}

/// Adds an ascending list: the first number, then the steps.
pub(super) fn steps(numbers: impl IntoIterator<Item = u32>, out: &mut String) {
    let mut last = 0;
    for next in numbers {
        number(next - last, out);
        last = next;
    }
}

/// Takes the number that a text begins with; none where it begins with none.
pub(super) fn taken(text: &mut &str) -> Option<u32> {
    let mut number = 0;
    for (n, letter) in text.bytes().enumerate() {
        let bits = VALUES.get(usize::from(letter)).copied().filter(|bits| *bits < 64)?;
        number |= u32::from(bits & 31).checked_shl(n as u32 * 5)?;
        if bits < 32 {
            *text = &text[n + 1..];
            return Some(number);
        }
    }
    None
}

/// The value of each letter; 64 where it is none of them.
const VALUES: [u8; 128] = {
    let mut values = [64; 128];
    let mut n = 0;
    while n < LETTERS.len() {
        values[LETTERS[n] as usize] = n as u8;
        n += 1;
    }
    values
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(mut text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        while !text.is_empty() {
            found.push(taken(&mut text).unwrap());
        }
        found
    }

    #[test]
    fn what_ends_in_the_middle_of_a_number_is_none() {
        for mut wrong in ["", "a", "é", " A", "aaaaaaaaA"] {
            assert_eq!(taken(&mut wrong), None, "{wrong}");
        }
    }

    #[test]
    fn small_steps_are_one_letter() {
        let mut out = String::new();
        steps([0, 1, 33, 64, 1000, 40_000], &mut out);
        // tests/browser/words.test.js reads the same text back.
        assert_eq!(out, "ABaB5i3ycgB");
    }

    proptest! {
        #[test]
        fn lists_read_back(mut numbers in prop::collection::vec(0u32..5_000_000, 0..50)) {
            numbers.sort_unstable();
            let mut out = String::new();
            steps(numbers.iter().copied(), &mut out);
            let mut last = 0;
            let back: Vec<u32> = read(&out).into_iter().map(|step| { last += step; last }).collect();
            prop_assert_eq!(back, numbers);
        }
    }
}
