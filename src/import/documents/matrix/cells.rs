//! The chunks of a row → its cells, one for each column, where that is certain.
//!
//! In: chunks, and how many columns the matrix has. Out: cells, and whether some had to be cut out of
//! a chunk in which they run together. A cut is taken only if it makes exactly as many cells as there
//! are columns; else the row is not guessed.

use super::super::number_list;
use super::super::written_date;
use super::chunks::Chunk;

/// A way to cut a chunk of text into cells.
type Way = fn(&Chunk) -> Vec<String>;

/// How cells that ran together were told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// They did not run together.
    Whole,
    /// At `n/a`, which fills a cell.
    NotApplicable,
    /// At dates, each a cell.
    Dates,
    /// At references such as `A5, A7`.
    References,
    /// At lists of numbers, each rising.
    Numbers,
    /// At words with a capital.
    Capitals,
}

impl Cut {
    /// As a reader sees it.
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Cut::Whole => "whole",
            Cut::NotApplicable => "at each “n/a”",
            Cut::Dates => "at each date",
            Cut::References => "at references that no comma joins",
            Cut::Numbers => "where the numbers fall or no comma joins them",
            Cut::Capitals => "at each capital letter",
        }
    }
}

/// The cells of a row, and how they were told apart; `None` where no way makes as many as there are
/// columns.
pub(super) fn of(chunks: &[Chunk], columns: usize) -> Option<(Vec<String>, Cut)> {
    let whole: Vec<String> = chunks.iter().map(Chunk::flat).collect();
    if whole.len() == columns {
        return Some((whole, Cut::Whole));
    }
    let numeric = whole
        .iter()
        .flat_map(|text| text.split(' '))
        .filter(|word| number_list::read(word).is_some())
        .count();
    let words = whole.iter().flat_map(|text| text.split(' ')).count();
    let lists: (Cut, fn(&Chunk) -> Vec<String>) = if numeric * 2 > words {
        (Cut::Numbers, at_numbers)
    } else {
        (Cut::References, |chunk| at_references(&chunk.flat()))
    };
    let ways: [(Cut, Way); 3] = [
        lists,
        (Cut::NotApplicable, |chunk| at_not_applicable(&chunk.flat())),
        (Cut::Dates, |chunk| at_dates(&chunk.flat())),
    ];
    for (cut, way) in ways {
        // References are codes: words of a sentence are none.
        let is_codes = |text: &String| text.split([' ', ',']).all(|word| word.len() <= 4);
        if cut == Cut::References && !whole.iter().all(is_codes) {
            continue;
        }
        let cells: Vec<String> = chunks.iter().flat_map(way).collect();
        if cells.len() == columns {
            return Some((cells, cut));
        }
    }
    at_capitals(&whole, columns).map(|cells| (cells, Cut::Capitals))
}

/// `n/a n/a Plan v1.0` is three cells.
fn at_not_applicable(text: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        if word.eq_ignore_ascii_case("n/a") {
            if !words.is_empty() {
                cells.push(std::mem::take(&mut words).join(" "));
            }
            cells.push(word.to_owned());
        } else {
            words.push(word);
        }
    }
    if !words.is_empty() {
        cells.push(words.join(" "));
    }
    cells
}

/// Dates at the start are a cell each; from the first other word on it is one cell.
fn at_dates(text: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = text.trim();
    while let Some(date) = written_date::all(rest).first().filter(|date| date.at == 0) {
        cells.push(rest.get(..date.end).unwrap_or_default().to_owned());
        rest = rest.get(date.end..).unwrap_or_default().trim();
    }
    if !rest.is_empty() {
        cells.push(rest.to_owned());
    }
    cells
}

/// `A5, A7 A12 n/a` is three cells.
fn at_references(text: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut joined = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match cells.last_mut().filter(|_| joined) {
            Some(cell) => {
                cell.push(' ');
                cell.push_str(word);
            }
            None => cells.push(word.to_owned()),
        }
        joined = word.ends_with(',');
    }
    cells
}

/// Lists of numbers: a new one starts where a number is smaller than the one before, after a space
/// that no comma precedes, and at `n/a`. A line end joins as long as the numbers rise.
fn at_numbers(chunk: &Chunk) -> Vec<String> {
    let mut cells: Vec<Vec<u32>> = Vec::new();
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut last: Option<u32> = None;
    let mut goes_on = false;
    for (_, line) in chunk.filled() {
        for (n, word) in line.split(' ').filter(|word| !word.is_empty()).enumerate() {
            let Some(numbers) = number_list::read(word) else {
                words.push((cells.len(), word.to_owned()));
                cells.push(Vec::new());
                (last, goes_on) = (None, false);
                continue;
            };
            let rises = last.is_some_and(|last| numbers.first().is_some_and(|first| *first > last));
            let joins = rises && (goes_on || n == 0);
            match cells.last_mut().filter(|_| joins) {
                Some(cell) => cell.extend(&numbers),
                None => cells.push(numbers.clone()),
            }
            last = numbers.last().copied();
            goes_on = word.ends_with(',');
        }
    }
    let text = |(n, cell): (usize, &Vec<u32>)| {
        let word = words.iter().find(|(at, _)| *at == n).map(|(_, word)| word.clone());
        word.unwrap_or_else(|| number_list::write(cell))
    };
    cells.iter().enumerate().map(text).collect()
}

/// Cuts the one chunk that is too long at its words with a capital, if that makes the number right.
fn at_capitals(whole: &[String], columns: usize) -> Option<Vec<String>> {
    let missing = columns.checked_sub(whole.len()).filter(|missing| *missing > 0)?;
    let cut = |text: &String| {
        let mut parts: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match parts.last_mut().filter(|_| !word.starts_with(char::is_uppercase)) {
                Some(part) => {
                    part.push(' ');
                    part.push_str(word);
                }
                None => parts.push(word.to_owned()),
            }
        }
        parts
    };
    let fitting: Vec<usize> = (0..whole.len())
        .filter(|n| whole.get(*n).is_some_and(|text| cut(text).len() == missing + 1))
        .collect();
    // Two chunks that would both do leave it open which one it is.
    let [only] = fitting.as_slice() else { return None };
    Some(
        whole
            .iter()
            .enumerate()
            .flat_map(|(n, text)| if n == *only { cut(text) } else { vec![text.clone()] })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::chunks;
    use super::*;

    fn cells(text: &str, columns: usize) -> Option<(Vec<String>, Cut)> {
        of(&chunks::of(text), columns)
    }

    fn cut(text: &str, columns: usize) -> Vec<String> {
        cells(text, columns).map(|(cells, _)| cells).unwrap_or_default()
    }

    #[test]
    fn tells_cells_apart_that_ran_together() {
        assert_eq!(
            cut("Oil v1.0 \n(1.2.19)\n\nn/a n/a Plan v1.0\n", 4),
            ["Oil v1.0 (1.2.19)", "n/a", "n/a", "Plan v1.0"]
        );
        assert_eq!(
            cut("14/05/2019 Sep’19 Update July’19 \nwith more\n\nUpdate \nJuly’19", 4),
            ["14/05/2019", "Sep’19", "Update July’19 with more", "Update July’19"]
        );
        assert_eq!(cut("A5, A7 A12, A13 A14 n/a", 4), ["A5, A7", "A12, A13", "A14", "n/a"]);
        assert_eq!(
            cut("2, 3, 6, \n24,25\n\n72,77,127,130, 16,17 19,20 n/a 29,54 \n55,56 \n83", 6),
            ["2, 3, 6, 24, 25", "72, 77, 127, 130", "16, 17", "19, 20", "n/a", "29, 54-56, 83"]
        );
        assert_eq!(
            cut("First real one Update to show Update to show\n\nFirst real one", 4),
            ["First real one", "Update to show", "Update to show", "First real one"]
        );
    }

    #[test]
    fn does_not_guess() {
        assert_eq!(cells("one two three\n\nfour", 3), None);
        assert_eq!(cells("One Two\n\nThree Four", 3), None);
    }
}
