//! Text → where it names actions by their numbers: `see Action 9`, `actions 3–5`.
//!
//! In: a run of Markdown or HTML, with what must not be looked into (code, links) blanked. Out:
//! numbers and byte ranges. Whether a place defines the action is for `label` to say.

use std::ops::Range;

use super::Mention;
use super::marks::gap;

/// Numbers above this are years or slips, not actions. The longest known log has 136.
const HIGHEST: u32 = 999;

/// Every mention of an action in a run. Byte ranges are moved by `offset`.
///
/// A mention covers the words `Action 3`, or the number alone where markup or a line end stands
/// between, so that it is never more than one piece of text. A number that only a range implies
/// (the 4 of `actions 3–5`) has an empty range where the range's last number starts.
pub fn mentions(run: &str, offset: usize) -> Vec<Mention> {
    let mut found = Vec::new();
    for named in named(run) {
        let mut add = |number, at: Range<usize>| {
            found.push(Mention { number, at: at.start + offset..at.end + offset });
        };
        add(named.number, named.at.clone());
        let mut last = (named.number, named.at.end);
        while let Some((join, number, at)) = next_number(run, last.1, named.plural) {
            // A range over hundreds is a slip: then only its ends are named.
            if join == Join::Through && number > last.0 && number - last.0 < 200 {
                (last.0 + 1..number).for_each(|between| add(between, at.start..at.start));
            }
            add(number, at.clone());
            last = (number, at.end);
        }
    }
    found
}

/// The word `action` with a number after it.
pub(super) struct Named {
    pub(super) number: u32,
    /// From the word, or from the number where something else than spaces stands between.
    pub(super) at: Range<usize>,
    /// Where the word starts.
    pub(super) word: usize,
    pub(super) plural: bool,
}

/// Every place in a run that names an action.
pub(super) fn named(run: &str) -> impl Iterator<Item = Named> {
    let starts = run.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'a' | b'A'));
    starts.filter_map(|(at, _)| {
        let word = run.get(at..at + 6)?;
        let whole = word.eq_ignore_ascii_case("action")
            && !run[..at].chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
        if !whole {
            return None;
        }
        let mut end = at + 6;
        let plural = run[end..].starts_with(['s', 'S']);
        end += usize::from(plural);
        for noun in
            [" points", " point", " items", " item", " numbers", " number", " nos.", " no.", " nos", " no"]
        {
            if run.get(end..end + noun.len()).is_some_and(|next| next.eq_ignore_ascii_case(noun)) {
                end += noun.len();
                break;
            }
        }
        let gap = gap(&run[end..]);
        let hash = usize::from(run[end + gap..].starts_with('#'));
        let (number, digits) = number(run, end + gap + hash)?;
        let spaced = run[end..end + gap].bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        let start = if spaced { at } else { digits.start };
        (gap + hash > 0).then_some(Named { number, at: start..digits.end, word: at, plural })
    })
}

/// A number that can be an action's, at this byte.
fn number(run: &str, at: usize) -> Option<(u32, Range<usize>)> {
    let rest = run.get(at..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok().filter(|number| (1..=HIGHEST).contains(number))?;
    let mut after = rest[digits..].chars();
    let is_whole = match after.next() {
        Some('.' | ',') => !after.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some('%') => false,
        Some(letter) => !letter.is_alphanumeric(),
        None => true,
    };
    is_whole.then_some((number, at..at + digits))
}

/// How a number follows another.
#[derive(Clone, Copy, PartialEq)]
enum Join {
    And,
    Through,
}

/// The next number of a list or a range: `, 4`, ` and 4`, `–4`. After the singular `action` only a
/// dash without spaces joins, for what follows `Action 3 and` need not be an action.
fn next_number(run: &str, end: usize, plural: bool) -> Option<(Join, u32, Range<usize>)> {
    const JOINS: [(&str, Join); 12] = [
        (", and ", Join::And),
        (",", Join::And),
        ("and ", Join::And),
        ("or ", Join::And),
        ("&amp;", Join::And),
        ("&", Join::And),
        ("/", Join::And),
        ("to ", Join::Through),
        ("-", Join::Through),
        ("–", Join::Through),
        ("—", Join::Through),
        ("‑", Join::Through),
    ];
    let rest = &run[end..];
    let before = gap(rest);
    let (word, join) = JOINS.into_iter().find(|(word, _)| rest[before..].starts_with(word))?;
    let after = before + word.len();
    let space = gap(&rest[after..]);
    let tight = before == 0 && space == 0;
    let joins = plural || tight && join == Join::Through;
    let (number, at) = number(run, end + after + space).filter(|_| joins)?;
    Some((join, number, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(u32, &str)> {
        mentions(text, 0).into_iter().map(|mention| (mention.number, &text[mention.at])).collect()
    }

    #[test]
    fn finds_mentions_one_by_one_in_lists_and_in_ranges() {
        assert_eq!(
            found("See Action 9. ACTION 10, action 11; Action 12's"),
            [(9, "Action 9"), (10, "ACTION 10"), (11, "action 11"), (12, "Action 12")]
        );
        assert_eq!(found("Actions 3 and 4"), [(3, "Actions 3"), (4, "4")]);
        assert_eq!(
            found("Actions 3, 4, and 7 & 9/10"),
            [(3, "Actions 3"), (4, "4"), (7, "7"), (9, "9"), (10, "10")]
        );
        assert_eq!(found("actions 3–5"), [(3, "actions 3"), (4, ""), (5, "5")]);
        assert_eq!(
            found("Action 3-5, action 7 and 8 people"),
            [(3, "Action 3"), (4, ""), (5, "5"), (7, "action 7")]
        );
        assert_eq!(found("actions 6 to 8"), [(6, "actions 6"), (7, ""), (8, "8")]);
    }

    #[test]
    fn a_mention_with_markup_in_it_is_the_number_alone() {
        assert_eq!(found("Action **3**, Action\n4, Action&nbsp;5"), [(3, "3"), (4, "4"), (5, "5")]);
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "actions 2019",
            "action 1000",
            "Action 0",
            "the action log 36",
            "Action 3.5",
            "actions 50%",
            "actions",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
