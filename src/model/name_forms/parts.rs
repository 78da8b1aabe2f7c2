//! A name as somebody registered it → who that is, and the names that it holds.
//!
//! In: a name as it stands in a list of those who came, with titles, honours, a house behind a comma, the family
//! name first. Out: the names as they stand in a sentence, and of a person the parts. It looks for nothing.

use super::letters::folded;
use super::lists::{is_honour, is_of_bodies, is_particle, is_title};

/// What a registered name holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// Whole names, in plain letters.
    pub(super) wholes: Vec<String>,
    /// The person that is named, where it is one.
    pub(super) persons: Vec<Person>,
}

/// The parts of a person's name, in plain letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person {
    /// What the person is called by; letters, where that is all that is known; nothing, where it is a title.
    pub(super) given: Vec<String>,
    /// The name of the family.
    pub(super) family: String,
}

/// The several names that stand in one: behind semicolons, or two persons with an “and” between.
pub(in crate::model) fn pieces(name: &str) -> Vec<&str> {
    let parts: Vec<&str> = name.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().skip(1).all(|part| is_person(part)) {
        return parts;
    }
    for between in [" and ", " & "] {
        let parts: Vec<&str> = name.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && parts.iter().all(|part| is_person(part)) {
            return parts;
        }
    }
    vec![name]
}

fn is_person(name: &str) -> bool {
    person(name).is_some_and(|person| !person.given.is_empty())
}

impl Parts {
    /// The parts of a name.
    pub(super) fn of(name: &str) -> Self {
        let mut parts = Parts::default();
        let (main, inside) = without_brackets(name);
        let (turned, cut) = (turned(&main), cut(&main));
        match (&turned, cut.is_empty()) {
            // As it is written it would be found in “the young will come”.
            (Some(turned), _) => parts.add(turned),
            (None, true) => parts.add(&main),
            (None, false) => {
                cut.iter().for_each(|name| parts.add(name));
                parts.wholes.push(folded(&main).text.trim().to_owned());
            }
        }
        match inside {
            Some(Inside::Behind(words)) if parts.persons.is_empty() || is_initialism(&words, &main) => {
                parts.add(&words);
            }
            Some(Inside::Within(whole)) => parts.add(&whole),
            _ => {}
        }
        parts.wholes.retain(|form| form.len() > 1 && form.bytes().any(|byte| byte.is_ascii_alphabetic()));
        parts.wholes.sort();
        parts.wholes.dedup();
        parts
    }

    /// Takes one name: with and without article and apostrophe, of a person without titles and honours.
    fn add(&mut self, name: &str) {
        let whole = folded(name).text;
        let whole = whole.trim();
        let bare = whole.strip_prefix("The ").or_else(|| whole.strip_prefix("the ")).unwrap_or(whole);
        let legal = [" Ltd", " Limited", " plc", " PLC", " LLP", " CIC"];
        let bare = legal.iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
        let person = person(name);
        // Letters with a family name are looked for with an eye to what is a letter: “a walker” is none.
        // A title that is a common word may as well begin the name of a body: `Justice Wales`.
        let is_doubtful =
            whole.split(' ').next().is_some_and(|word| is_title(word, true) && !is_title(word, false));
        if is_doubtful || person.as_ref().is_none_or(|person| !person.is_short()) {
            self.wholes.push(bare.to_owned());
            self.wholes.push(bare.replace('\'', ""));
            self.wholes.extend(saints(bare));
        }
        if let Some(person) = person
            && !self.persons.contains(&person)
        {
            if let Some(first) = person.given.first().filter(|_| !person.is_short()) {
                self.wholes.push(format!("{first} {}", person.family));
                self.wholes.push(format!("{} {}", person.given.join(" "), person.family));
            }
            self.persons.push(person);
        }
    }
}

impl Person {
    /// Whether only letters of the given names are known, or not even these.
    fn is_short(&self) -> bool {
        self.given.first().is_none_or(|first| first.len() < 2)
    }
}

/// What stands in brackets in a name.
enum Inside {
    /// Behind it: an initialism, another name.
    Behind(String),
    /// Within it, what friends say: the name with that in place of the given ones.
    Within(String),
}

fn without_brackets(name: &str) -> (String, Option<Inside>) {
    let Some((before, rest)) = name.split_once('(') else { return (name.trim().to_owned(), None) };
    let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
    let (before, inside, after) = (before.trim(), inside.trim(), after.trim());
    if after.starts_with(char::is_alphabetic) {
        return (format!("{before} {after}"), Some(Inside::Within(format!("{inside} {after}"))));
    }
    (format!("{before}{after}"), Some(Inside::Behind(inside.to_owned())))
}

/// `Walker, Ann` as `Ann Walker`, where the one is a family name and the other a given one.
fn turned(name: &str) -> Option<String> {
    let (family, rest) = name.split_once(',')?;
    let given: Vec<&str> = rest.split(',').next().unwrap_or_default().split_whitespace().collect();
    let given: Vec<&str> = given.into_iter().filter(|word| !is_title(plain(word), true)).collect();
    let family: Vec<&str> = family.split_whitespace().collect();
    let is_family = family.split_last().is_some_and(|(last, before)| {
        is_name(last) && before.iter().all(|word| is_particle(word) || is_title(plain(word), true))
    });
    let is_given = (1..=3).contains(&given.len()) && given.iter().all(|word| is_name(word));
    let are_honours = given.iter().all(|word| is_honour(plain(word)) && word.len() > 1);
    (is_family && is_given && !are_honours).then(|| format!("{} {}", given.join(" "), family.join(" ")))
}

/// What of a name stands before a comma, a dash or a stroke, or is the same in a few letters.
fn cut(name: &str) -> Vec<&str> {
    let marks = [", ", ",", "; ", " - ", " – ", " — ", "–", "—", " / ", ": "];
    let Some((mark, (first, rest))) = marks
        .iter()
        .filter_map(|mark| Some((*mark, name.split_once(mark)?)))
        .min_by_key(|(_, (first, _))| first.len())
    else {
        return Vec::new();
    };
    let (first, rest) = (first.trim(), rest.trim());
    if is_initialism(first, rest) || is_initialism(rest, first) {
        return vec![first, rest];
    }
    // Somebody of a house is that person, and the house may be one that everybody names.
    if is_person(rest) && !is_person(first) {
        return vec![rest];
    }
    // One word before a comma may be a family's name, and that alone says too little.
    if first.contains(' ') || !mark.starts_with(',') { vec![first] } else { Vec::new() }
}

/// Whether a word is made of the first letters of others.
fn is_initialism(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|letter| *letter != '.').collect();
    let words = || long.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
    let firsts = |all: bool| -> String {
        let counted = words().filter(|word| all || word.starts_with(char::is_uppercase));
        counted.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
    };
    letters.len() > 1
        && letters.chars().all(char::is_uppercase)
        && [true, false].iter().any(|all| firsts(*all) == letters)
}

/// A name with a saint in it, in full and in short.
fn saints(name: &str) -> Option<String> {
    let other = |word: &str| match word {
        "St" => Some("Saint"),
        "Saint" => Some("St"),
        _ => None,
    };
    let now: Vec<&str> = name.split(' ').map(|word| other(word).unwrap_or(word)).collect();
    let now = now.join(" ");
    (now != name).then_some(now)
}

/// A word without the full stop behind it.
fn plain(word: &str) -> &str {
    word.trim_end_matches(['.', ','])
}

/// Whether a word may be a part of a person's name.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|letter| letter.is_alphabetic() || "-‐.'’\"“”".contains(letter))
        && !is_of_bodies(word.trim_end_matches(['.', '\'', '’']))
}

/// The parts of a person's name, titles before it and honours behind it aside; none where it does not look like
/// the name of one.
pub(super) fn person(name: &str) -> Option<Person> {
    let mut words: Vec<&str> =
        name.split_whitespace().map(|word| word.trim_matches(['"', '“', '”'])).collect();
    let all = words.len();
    let titles = words.iter().take_while(|word| is_title(plain(word), true)).count();
    words.drain(..titles.min(all.saturating_sub(1)));
    let has_title = words.len() < all;
    while words.len() > 2 && words.last().is_some_and(|word| is_honour(&word.replace('.', ""))) {
        words.pop();
    }
    let (family, before) = words.split_last()?;
    let (particles, given): (Vec<&str>, Vec<&str>) =
        before.iter().copied().partition(|word| is_particle(word));
    let letters = given.iter().filter(|word| plain(word).chars().count() == 1).count();
    let is_person = is_name(family)
        && plain(family).chars().count() > 1
        && given.iter().all(|word| is_name(word))
        && (1 + given.len() - letters <= 3 && given.len() <= 4)
        && (!given.is_empty() || has_title)
        && !before.first().is_some_and(|first| particles.contains(first) && !has_title);
    let family = folded(family).text.trim().to_owned();
    let given = given.iter().flat_map(|word| given_of(word)).collect();
    (is_person && !family.is_empty()).then_some(Person { given, family })
}

/// `Quilla` of `Quilla`, `J` and `R` of `J.R.`, both of `Anne-Marie`.
fn given_of(word: &str) -> Vec<String> {
    folded(word).text.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(name: &str) -> Vec<String> {
        Parts::of(name).wholes
    }

    #[test]
    fn a_person_is_the_same_in_every_list() {
        for name in [
            "Quilla Zanetti",
            "Dr Quilla Zanetti",
            "Cllr. Quilla Zanetti",
            "Rt Hon Quilla Zanetti",
            "Quilla Zanetti MBE",
            "Quilla Zanetti, MBE",
            "Quilla M. Zanetti",
            "Quilla Zanetti, Northmere Residents",
            "Quilla Zanetti - Chair",
            "Quilla Zanetti – Northmere Council",
            "Quilla Zanetti (Chair)",
            "Home Office – Quilla Zanetti",
            "Zanetti, Quilla",
            "Zanetti, Dr Quilla",
            "Quilla de Zanetti",
            "Quilla (Quill) Zanetti",
        ] {
            let found = wholes(name);
            assert!(found.contains(&"Quilla Zanetti".to_owned()), "{name}: {found:?}");
            let persons = Parts::of(name).persons;
            assert!(persons.iter().any(|one| one.family == "Zanetti" && one.given[0] == "Quilla"), "{name}");
            assert!(
                !found
                    .iter()
                    .any(|form| ["Chair", "Northmere Council", "Home Office"].contains(&form.as_str())),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_body_is_no_person_and_is_known_by_each_of_its_names() {
        assert_eq!(wholes("The Open Society (OS) "), ["OS", "Open Society"]);
        assert_eq!(wholes("Bus Company Ltd"), ["Bus Company"]);
        assert!(wholes("NPL – Northmere Parents League").contains(&"NPL".to_owned()));
        assert!(wholes("River Trust, Northmere branch").contains(&"River Trust".to_owned()));
        assert!(wholes("Saint John's Trust").contains(&"St John's Trust".to_owned()));
        assert!(wholes("St. John’s Trust").contains(&"Saint John's Trust".to_owned()));
        for name in ["Open Society", "Friends of the Bicycle", "Home Office", "Bus company", "Mind"] {
            assert_eq!(Parts::of(name).persons, [], "{name}");
        }
    }

    #[test]
    fn one_word_that_may_be_a_family_is_no_name_by_itself() {
        for name in ["Young, Will", "Young, W.", "Ms Young", "W. Young", "Will Young"] {
            assert!(!wholes(name).contains(&"Young".to_owned()), "{name}: {:?}", wholes(name));
        }
        assert_eq!(wholes("A. Walker"), Vec::<String>::new());
    }

    #[test]
    fn two_in_one_entry_are_two() {
        assert_eq!(pieces("Quilla Zanetti; Bo Marsh"), ["Quilla Zanetti", "Bo Marsh"]);
        assert_eq!(pieces("Quilla Zanetti and Bo Marsh"), ["Quilla Zanetti", "Bo Marsh"]);
        for whole in ["Friends of the River & Bridge", "Quilla Zanetti; the chair", "Parks and Gardens"] {
            assert_eq!(pieces(whole), [whole]);
        }
    }
}
