//! What of a workbook is not seen as it stands: rows and columns that are hidden, what is struck out,
//! comments, and the heads and feet of the printed pages.
//!
//! In: the parts of a workbook, which the library that reads cells does not tell of. Out: for each sheet
//! what there is of it. A part that is damaged is as if it were not there: whoever reads the cells says so.

use std::collections::{BTreeMap, BTreeSet};

use super::super::docx::xml::{Element, Xml};
use super::super::package::Package;

mod ods;

pub(super) use self::ods::of_open_document;

/// What of a sheet is not seen as it stands. Rows are counted from 1, columns from 0.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// The first and the last of rows that are hidden.
    pub(super) rows: Vec<(usize, usize)>,
    /// The first and the last of columns that are hidden.
    pub(super) columns: Vec<(usize, usize)>,
    /// Cells that are struck out, wholly or in part, by their rows.
    pub(super) struck: BTreeMap<usize, Vec<usize>>,
    /// Cells that somebody commented on.
    pub(super) comments: Vec<(usize, usize)>,
    /// What stands at the heads and the feet of the pages, with the place.
    pub(super) margins: Vec<(&'static str, String)>,
}

const HEAD: &str = "the head of the pages";
const FOOT: &str = "the foot of the pages";

/// Whether a row or a column is within one of these.
pub(super) fn is_in(spans: &[(usize, usize)], at: usize) -> bool {
    spans.iter().any(|(first, last)| (*first..=*last).contains(&at))
}

type Attributes = [(String, String)];

fn value<'a>(attributes: &'a Attributes, key: &str) -> Option<&'a str> {
    attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
}

fn number(attributes: &Attributes, key: &str) -> Option<usize> {
    value(attributes, key)?.parse().ok()
}

fn is_on(attributes: &Attributes, key: &str) -> bool {
    value(attributes, key).is_some_and(|value| matches!(value, "1" | "true" | "on"))
}

/// What is not seen of the sheets of a workbook of Excel, by their names.
pub(super) fn of_excel(package: &mut Package<'_>) -> BTreeMap<String, Unseen> {
    let mut part = |name: &str| package.part(name).ok().flatten().unwrap_or_default();
    let (book, relations) = (part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels"));
    let targets = targets(&relations, "xl/");
    let struck = struck_styles(&part("xl/styles.xml"));
    let words = struck_words(&part("xl/sharedStrings.xml"));
    let mut sheets = BTreeMap::new();
    each(&book, |element, _| {
        let Element::Open(name, attributes) = element else { return };
        let path = value(attributes, "id").and_then(|id| targets.get(id));
        if let ("sheet", Some(title), Some((_, path))) = (name.as_str(), value(attributes, "name"), path) {
            let mut unseen = sheet(&part(path), &struck, &words);
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let beside = self::targets(&part(&format!("{folder}/_rels/{file}.rels")), &format!("{folder}/"));
            for (_, path) in beside.values().filter(|(kind, _)| kind.ends_with("/comments")) {
                each(&part(path), |element, _| {
                    if let Element::Open(name, attributes) = element
                        && name == "comment"
                        && let Some(cell) = value(attributes, "ref").and_then(place)
                    {
                        unseen.comments.push(cell);
                    }
                });
            }
            sheets.insert(title.to_owned(), unseen);
        }
    });
    sheets
}

/// Goes through a part; the second argument says whether the innermost open element has a name.
fn each(part: &str, mut tell: impl FnMut(&Element, &Xml<'_>)) {
    let mut xml = Xml::of(part);
    while let Ok(Some(element)) = xml.next() {
        tell(&element, &xml);
    }
}

/// What a part leads to, by the ids it uses: of which kind, and where.
fn targets(relations: &str, folder: &str) -> BTreeMap<String, (String, String)> {
    let mut targets = BTreeMap::new();
    each(relations, |element, _| {
        let Element::Open(_, attributes) = element else { return };
        let (Some(id), Some(target)) = (value(attributes, "Id"), value(attributes, "Target")) else { return };
        let path = match (target.strip_prefix('/'), target.strip_prefix("../")) {
            (Some(whole), _) => whole.to_owned(),
            (_, Some(above)) => {
                let upper = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(upper, _)| upper);
                format!("{upper}/{above}")
            }
            _ => format!("{folder}{target}"),
        };
        let kind = value(attributes, "Type").unwrap_or_default().to_owned();
        targets.insert(id.to_owned(), (kind, path));
    });
    targets
}

/// The styles of cells whose font has a line through it, by their places.
fn struck_styles(styles: &str) -> BTreeSet<usize> {
    let (mut fonts, mut font, mut in_fonts) = (BTreeSet::new(), 0, false);
    let (mut found, mut cell, mut in_cells) = (BTreeSet::new(), 0, false);
    each(styles, |element, _| match element {
        Element::Open(name, attributes) => match name.as_str() {
            "fonts" => in_fonts = true,
            "font" if in_fonts => font += 1,
            "strike" if in_fonts && value(attributes, "val").is_none_or(|value| value != "0") => {
                fonts.insert(font);
            }
            "cellXfs" => in_cells = true,
            "xf" if in_cells => {
                // Fonts were counted from 1.
                if number(attributes, "fontId").is_some_and(|id| fonts.contains(&(id + 1))) {
                    found.insert(cell);
                }
                cell += 1;
            }
            _ => {}
        },
        Element::Close(name) => match name.as_str() {
            "fonts" => in_fonts = false,
            "cellXfs" => in_cells = false,
            _ => {}
        },
        Element::Text(_) => {}
    });
    found
}

/// The texts of the workbook's own list of which a part is struck out, by their places.
fn struck_words(strings: &str) -> BTreeSet<usize> {
    let (mut found, mut at) = (BTreeSet::new(), 0);
    each(strings, |element, _| match element {
        Element::Open(name, attributes)
            if name == "strike" && value(attributes, "val").is_none_or(|value| value != "0") =>
        {
            found.insert(at);
        }
        Element::Close(name) if name == "si" => at += 1,
        _ => {}
    });
    found
}

fn sheet(part: &str, struck: &BTreeSet<usize>, words: &BTreeSet<usize>) -> Unseen {
    let mut unseen = Unseen::default();
    let (mut row, mut cell, mut is_struck, mut by_list) = (0, (0, 0), false, false);
    let mut text = String::new();
    each(part, |element, xml| match element {
        Element::Open(name, attributes) => match name.as_str() {
            "col" => {
                let is_hidden = is_on(attributes, "hidden") || value(attributes, "width") == Some("0");
                if let (true, Some(first), Some(last)) =
                    (is_hidden, number(attributes, "min"), number(attributes, "max"))
                {
                    unseen.columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                }
            }
            "row" => {
                row = number(attributes, "r").unwrap_or(row + 1);
                cell = (row, 0);
                if is_on(attributes, "hidden") || value(attributes, "ht") == Some("0") {
                    unseen.rows.push((row, row));
                }
            }
            "c" => {
                cell = value(attributes, "r").and_then(place).unwrap_or((row, cell.1 + 1));
                is_struck = number(attributes, "s").is_some_and(|style| struck.contains(&style));
                by_list = value(attributes, "t") == Some("s");
                text.clear();
            }
            // Words in the cell itself may be struck out in part.
            "strike" => is_struck = true,
            "oddHeader" | "evenHeader" | "firstHeader" | "oddFooter" | "evenFooter" | "firstFooter" => {
                text.clear()
            }
            _ => {}
        },
        Element::Text(words) if xml.inside("v") || name_of_margin(xml).is_some() || xml.inside("t") => {
            text.push_str(words);
        }
        Element::Text(_) => {}
        Element::Close(name) => match name.as_str() {
            "c" => {
                let of_list = by_list && text.trim().parse().is_ok_and(|at| words.contains(&at));
                if (is_struck || of_list) && !text.trim().is_empty() {
                    unseen.struck.entry(cell.0).or_default().push(cell.1);
                }
            }
            "oddHeader" | "evenHeader" | "firstHeader" => margin(&mut unseen, HEAD, &without_codes(&text)),
            "oddFooter" | "evenFooter" | "firstFooter" => margin(&mut unseen, FOOT, &without_codes(&text)),
            _ => {}
        },
    });
    unseen
}

fn name_of_margin(xml: &Xml<'_>) -> Option<()> {
    ["oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"]
        .iter()
        .any(|name| xml.inside(name))
        .then_some(())
}

/// Notes what stands at the head or the foot of pages, once.
fn margin(unseen: &mut Unseen, place: &'static str, text: &str) {
    for text in text.split('\n') {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // `Page &P of &N`.
        let is_page = text.to_lowercase().split(' ').all(|word| matches!(word, "page" | "of" | "/" | ""));
        let margin = (place, text);
        if !is_page && margin.1.chars().any(char::is_alphabetic) && !unseen.margins.contains(&margin) {
            unseen.margins.push(margin);
        }
    }
}

/// The words of a head or a foot, a line for each of its three parts: `&L`, `&C` and `&R` begin them, and
/// other letters after `&` stand for numbers of pages, dates, names and looks.
fn without_codes(text: &str) -> String {
    let mut words = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '&' {
            words.push(letter);
            continue;
        }
        match letters.next() {
            Some('&') => words.push('&'),
            Some('L' | 'C' | 'R') => words.push('\n'),
            // A font's name, and a colour.
            Some('"') => while letters.next().is_some_and(|letter| letter != '"') {},
            Some('K') => {
                for _ in 0..6 {
                    letters.next_if(char::is_ascii_hexdigit);
                }
            }
            Some(digit) if digit.is_ascii_digit() => while letters.next_if(char::is_ascii_digit).is_some() {},
            _ => words.push(' '),
        }
    }
    words
}

/// The row and the column of a cell such as `B12`.
fn place(cell: &str) -> Option<(usize, usize)> {
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = cell.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |sum, letter| {
        let at = letter.to_ascii_uppercase().checked_sub(b'A').filter(|at| *at < 26)?;
        sum.checked_mul(26)?.checked_add(usize::from(at) + 1)
    })?;
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_places_and_the_codes_of_margins() {
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("AB12"), Some((12, 27)));
        assert_eq!(place("12"), None);
        assert_eq!(
            without_codes("&L&\"Arial,Bold\"&12Draft&CMembers only &P/&N&R&KFF0000Town && guild"),
            "\nDraft\nMembers only  / \nTown & guild"
        );
    }
}
