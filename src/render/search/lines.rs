//! The written form of terms: a line a term, in files of about thirty kilobytes.
//!
//! In: terms in their order, with the parts that have each. Out: files; and the same read back, so that an index
//! of which little is another can be written from the last one. A line has the term and, for each weight from
//! high to low, a space, the weight as a digit of base 16, and the parts that have the term with it, as steps.

use super::code;

/// No file of terms grows beyond this, unless a single term does.
pub(super) const FILE: usize = 30_000;

/// A file of terms: the first of them, and its text.
pub(super) type File = (String, String);

/// How much a part is about a term, from 1 to 15, and the number of the part.
pub(super) type Found = (u8, u32);

/// The line of a term; what was found by weight, the highest first, then by part.
pub(super) fn line(term: &str, found: impl ExactSizeIterator<Item = Found>) -> String {
    let mut line = String::with_capacity(term.len() + found.len() * 3 / 2 + 8);
    line.push_str(term);
    let (mut level, mut last) = (0, 0);
    for (of, part) in found {
        if of != level {
            line.push(' ');
            line.extend(char::from_digit(of.into(), 16));
            (level, last) = (of, 0);
        }
        code::number(part - last, &mut line);
        last = part;
    }
    line.push('\n');
    line
}

/// The term of a line.
pub(super) fn term(line: &str) -> &str {
    line.split([' ', '\n']).next().unwrap_or_default()
}

/// What was found, from the line of a term; none where it is no such line.
pub(super) fn found(line: &str) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    for level in line.trim_end().split(' ').skip(1) {
        let digit = level.chars().next()?.to_digit(16)?;
        let (mut rest, mut part) = (level.get(1..)?, 0u32);
        while !rest.is_empty() {
            part = part.checked_add(code::taken(&mut rest)?)?;
            found.push((digit as u8, part));
        }
    }
    Some(found)
}

/// Cuts lines, in the order of their terms, into files.
pub(super) fn files<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for line in lines {
        match files.last_mut() {
            Some((_, file)) if file.len() + line.len() <= FILE => file.push_str(line),
            _ => files.push((term(line).to_owned(), line.to_owned())),
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_read_back(found_there in prop::collection::btree_set((1u8..16, 0u32..1 << 21), 1..60)) {
            let mut by_weight: Vec<Found> = found_there.into_iter().collect();
            by_weight.sort_unstable_by_key(|(level, part)| (std::cmp::Reverse(*level), *part));
            let line = line("water", by_weight.iter().copied());
            prop_assert_eq!(term(&line), "water");
            prop_assert_eq!(found(&line), Some(by_weight));
        }
    }

    #[test]
    fn what_is_no_line_of_ours_is_nothing() {
        for wrong in ["water x", "water 8é", "water 8b", "water 8!", "water \u{e9}A"] {
            assert_eq!(found(wrong), None, "{wrong}");
        }
        assert_eq!(found("water 8B 3AA\n"), Some(vec![(8, 1), (3, 0), (3, 0)]));
    }
}
