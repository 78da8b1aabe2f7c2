//! Words that are a slip of the pen apart.
//!
//! In: two names. Out: whether one of them is the other, misspelt. A letter that is left out, doubled or changes
//! places with the next is a slip; another letter is one only in a long word, since `Police` is not `Policy`.

/// So many letters a word has at least in which a slip is seen.
pub(super) const LONG: usize = 6;
/// And so many where one letter stands for another.
const LONGER: usize = 9;

/// Whether one word of a name is misspelt in the other, and all other words are the same.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<Vec<char>> {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(|word| word.to_lowercase().chars().collect()).collect()
    };
    let (ours, theirs) = (words(one), words(other));
    let mut differ = ours.iter().zip(&theirs).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differ.next(), differ.next()) else { return false };
    ours.len() == theirs.len() && misspelt(a, b)
}

fn misspelt(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if short.len() < LONG || same == 0 || a.iter().chain(b).any(|letter| letter.is_numeric()) {
        return false;
    }
    match long.len() - short.len() {
        // Many are more than one: `Council` and `Councils` are two things.
        1 => short[same..] == long[same + 1..] && long[same..] != ['s'],
        0 if short[same + 1..] == long[same + 1..] => short.len() >= LONGER && same + 1 < short.len(),
        0 => {
            same + 1 < short.len()
                && short[same] == long[same + 1]
                && short[same + 1] == long[same]
                && short[same + 2..] == long[same + 2..]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_other_names() {
        for (one, other) in [
            ("Northmere Councli", "Northmere Council"),
            ("Northmere  Counci", "northmere council"),
            ("Parish Commitee", "Parish Committee"),
            ("Information Commissiomer", "Information Commissioner"),
        ] {
            assert!(is_slip(one, other), "{one}");
        }
        for (one, other) in [
            ("Police Team", "Policy Team"),
            ("Councils", "Council"),
            ("Working group 1", "Working group 2"),
            ("North Town", "South Town"),
            ("J. Smithson", "K. Smithson"),
            ("Council", "Council"),
        ] {
            assert!(!is_slip(one, other), "{one}");
        }
    }
}
