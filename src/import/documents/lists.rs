//! Items as they stand in a document → entries of a list, each at its depth.
//!
//! Indentation alone does not tell: converters lose it over page breaks, and put letters and roman
//! numbers at the depth of the paragraph that they belong to. A series goes on where its next number
//! comes.

use super::block::Marker;
use super::markdown::{Entry, roman, value};

/// What kind of marks a level has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Digits,
    Letters,
    Roman,
    Bullet,
}

#[derive(Debug)]
struct Level {
    indent: usize,
    style: Style,
    last: u32,
}

/// Gives every item its depth. In: indentation, marker and words of each.
pub(crate) fn nest<'b>(items: impl IntoIterator<Item = (usize, &'b Marker, &'b str)>) -> Vec<Entry> {
    let mut levels: Vec<Level> = Vec::new();
    let mut entries = Vec::new();
    for (indent, marker, text) in items {
        let (style, number) = read(marker, &levels);
        let goes_on = |level: &Level| {
            level.style == style
                && (style != Style::Bullet && number == level.last + 1
                    || style == Style::Bullet && level.indent.abs_diff(indent) <= 1)
        };
        match levels.iter().rposition(goes_on) {
            Some(at) => levels.truncate(at + 1),
            None => {
                while levels.last().is_some_and(|top| top.indent > indent) {
                    levels.pop();
                }
                // At the same place letters may stand below numbers, and bullets below both; anything
                // else there is another list.
                while levels.last().is_some_and(|top| top.indent == indent && style <= top.style) {
                    levels.pop();
                }
                levels.push(Level { indent, style, last: number });
            }
        }
        if let Some(top) = levels.last_mut() {
            (top.indent, top.last) = (indent, number);
        }
        let number = (style != Style::Bullet).then_some(number);
        entries.push(Entry { depth: levels.len().saturating_sub(1), number, text: text.to_owned() });
    }
    entries
}

/// The style and the number of a marker; `i` after `h` is a letter, else a roman one.
fn read(marker: &Marker, levels: &[Level]) -> (Style, u32) {
    let Marker::Number(text) = marker else { return (Style::Bullet, 0) };
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (Style::Digits, value(marker));
    }
    let letter = text.bytes().next().map_or(0, |byte| u32::from(byte.saturating_sub(b'a')) + 1);
    let after_letter = levels.iter().any(|level| level.style == Style::Letters && level.last + 1 == letter);
    match roman(text) {
        Some(number) if !(text.len() == 1 && after_letter) => (Style::Roman, number),
        _ => (Style::Letters, letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(items: &[(usize, &str)]) -> Vec<(usize, Option<u32>)> {
        let markers: Vec<(usize, Marker)> = items
            .iter()
            .map(|(indent, mark)| {
                (*indent, if *mark == "-" { Marker::Bullet } else { Marker::Number((*mark).to_owned()) })
            })
            .collect();
        nest(markers.iter().map(|(indent, marker)| (*indent, marker, "x")))
            .into_iter()
            .map(|entry| (entry.depth, entry.number))
            .collect()
    }

    #[test]
    fn nests_by_indentation_and_by_series() {
        assert_eq!(
            depths(&[(0, "-"), (2, "-"), (2, "-"), (0, "-")]),
            [(0, None), (1, None), (1, None), (0, None)]
        );
        // A page break loses the indentation of v; 4 goes on after 3.
        assert_eq!(
            depths(&[(0, "3"), (2, "iv"), (0, "v"), (0, "4"), (0, "i"), (0, "ii"), (0, "5")]),
            [
                (0, Some(3)),
                (1, Some(4)),
                (1, Some(5)),
                (0, Some(4)),
                (1, Some(1)),
                (1, Some(2)),
                (0, Some(5))
            ]
        );
        // A numbered list after one with bullets is no part of it.
        assert_eq!(
            depths(&[(0, "-"), (2, "-"), (0, "1"), (0, "-")]),
            [(0, None), (1, None), (0, Some(1)), (1, None)]
        );
        assert_eq!(depths(&[(0, "h"), (0, "i"), (0, "j")]), [(0, Some(8)), (0, Some(9)), (0, Some(10))]);
    }
}
