//! Stacked bars: a line of words above each, its numbers below, and what the looks mean.
//!
//! In: rows of counts. Out: shapes, one row below the other. The bars are as long as their totals,
//! against the longest.

use super::{End, Look, Shape, Share, WHOLE, words};

/// A bar and what it stands for.
pub(super) struct Stack {
    pub(super) label: String,
    pub(super) parts: Vec<(Look, usize)>,
}

const ROW: u32 = 54;
const BAR: u32 = 14;
const KEY: u32 = 24;
/// A hair of paper between neighbours.
const GAP: Share = 40;

/// The shapes of bars, and how high they are together.
pub(super) fn shapes(stacks: &[Stack], key: &[(Look, &str)]) -> (Vec<Shape>, u32) {
    let total = |stack: &Stack| stack.parts.iter().map(|(_, n)| n).sum::<usize>();
    let longest = stacks.iter().map(total).max().unwrap_or(0).max(1);
    let mut shapes = Vec::new();
    let mut y = 0;
    for stack in stacks {
        let all = total(stack);
        shapes.push(words(0, y + 14, End::Start, false, stack.label.clone()));
        shapes.push(words(WHOLE, y + 14, End::Last, false, all.to_string()));
        let mut before = 0;
        for (look, n) in stack.parts.iter().filter(|(_, n)| *n > 0) {
            let (x, end) = (share(before, longest), share(before + n, longest));
            let gap = if before + n < all { GAP } else { 0 };
            let width = (end - x).saturating_sub(gap);
            shapes.push(Shape::Bar { look: *look, x, width, y: y + 21, height: BAR });
            shapes.push(words(x + width / 2, y + 21 + BAR + 12, End::Middle, true, n.to_string()));
            before += n;
        }
        y += ROW;
    }
    y += 8;
    let mut second = false;
    for (look, label) in key {
        // Two to a row, where both are short enough for a phone.
        let long = label.chars().count() > 16;
        if long && second {
            y += KEY;
            second = false;
        }
        let x = if second { WHOLE / 2 } else { 0 };
        shapes.push(Shape::Bar { look: *look, x, width: 600, y, height: BAR });
        shapes.push(words(x + 800, y + 12, End::Start, false, capital(label)));
        second = !second && !long;
        y += if second { 0 } else { KEY };
    }
    y += if second { KEY } else { 0 };
    (shapes, y)
}

fn capital(words: &str) -> String {
    super::super::words::capital(words)
}

fn share(n: usize, of: usize) -> Share {
    Share::try_from(n * WHOLE as usize / of).unwrap_or(WHOLE)
}
