//! The numbers of paragraphs that came back → those that are missed among them.

use std::collections::BTreeMap;

/// More numbers than a reviewer takes out in a row.
const MANY: u32 = 100;

/// The numbers that are left out in a row of them: of 7, 9, 3.1 and 3.3, 8 and 3.2.
pub fn left_out<'n>(numbers: impl Iterator<Item = &'n str>) -> Vec<String> {
    let parts = |number: &'n str| {
        let (chapter, n) = number.rsplit_once('.').map_or(("", number), |(chapter, n)| (chapter, n));
        Some((chapter, n.parse::<u32>().ok()?))
    };
    let mut last: BTreeMap<&str, u32> = BTreeMap::new();
    let mut missed = Vec::new();
    for (chapter, n) in numbers.filter_map(parts) {
        let before = last.insert(chapter, n).unwrap_or(0);
        // A number out of all order is somebody else's.
        if n > before && n - before < MANY {
            let name = |n: u32| if chapter.is_empty() { n.to_string() } else { format!("{chapter}.{n}") };
            missed.extend((before + 1..n).map(name));
        }
    }
    missed
}

#[cfg(test)]
mod tests {
    use super::left_out;

    #[test]
    fn numbers_that_are_left_out_are_found() {
        assert_eq!(left_out(["1", "2", "5", "6"].into_iter()), ["3", "4"]);
        assert_eq!(left_out(["1.1", "1.3", "2.2"].into_iter()), ["1.2", "2.1"]);
        assert_eq!(left_out(["1", "2019", "2"].into_iter()), [""; 0]);
    }
}
