//! The forms in which a name may stand in a text, and where they do.
//!
//! In: names, and any text, which may be Markdown. Out: the bytes of the text at which a form stands as
//! whole words, as it is written or as it is shown, and whom it may mean. One automaton looks for all of them at
//! once. Case counts only where a name is one word, since the name of a group of people is often a common word.

mod beside;
mod letters;
mod lists;
mod parts;

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use self::beside::Beside;
pub(super) use self::letters::{Folded, folded};
use self::lists::mutated;
use self::parts::Parts;
use self::parts::Person;
pub(super) use self::parts::pieces;
use super::as_shown::blocks;

/// Every form of every name, ready to be looked for.
#[derive(Debug, Default)]
pub(super) struct Forms {
    forms: Vec<Form>,
    automaton: Option<AhoCorasick>,
}

/// A form of a name.
#[derive(Debug)]
struct Form {
    text: String,
    /// Whose it is.
    who: Vec<usize>,
    way: Way,
}

/// How a form is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// As words.
    Words,
    /// As one word, whatever the case of its letters: in an address or behind a hash.
    Joined,
    /// As letters with full stops between them.
    Stopped,
    /// As the name of a family, which may be a common word: what stands beside it says whose it is.
    Family(Vec<(usize, Person)>),
}

/// Names that are to be looked for.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    whole: BTreeMap<String, Vec<usize>>,
    families: BTreeMap<String, Vec<(usize, Person)>>,
}

/// Where a name stands in a text.
#[derive(Debug)]
struct Hit {
    at: Range<usize>,
    who: Vec<usize>,
    /// Whether other names may stand within.
    is_loose: bool,
}

/// From so many letters on, a name that is written as one word is no other word.
const JOINED: usize = 10;

/// From so many letters on, one word in which Welsh changes the first letter is no other word.
const CHANGED: usize = 7;

impl Gathered {
    /// Takes a name as it was registered; tells its whole forms.
    pub(super) fn add(&mut self, name: &str, who: usize) -> Vec<String> {
        let Parts { wholes, persons } = Parts::of(name);
        for whole in &wholes {
            let all = self.whole.entry(whole.clone()).or_default();
            all.push(who);
            // Welsh leaves the names of persons as they are.
            let is_loud = !whole.bytes().any(|byte| byte.is_ascii_lowercase());
            if persons.is_empty() && !is_loud && (whole.contains(' ') || whole.len() >= CHANGED) {
                mutated(whole).into_iter().for_each(|form| self.whole.entry(form).or_default().push(who));
            }
        }
        // The article of Arabic loses its first letter behind another.
        if let Some(rest) = name.trim().strip_prefix("ال") {
            let behind = folded(&format!("لل{rest}")).text;
            self.whole.entry(behind.trim().to_owned()).or_default().push(who);
        }
        for person in persons {
            let family = person.family.replace('\'', "");
            let all =
                if family == person.family { vec![family] } else { vec![family, person.family.clone()] };
            for family in all {
                self.families.entry(family.to_ascii_lowercase()).or_default().push((who, person.clone()));
            }
        }
        wholes
    }

    /// Whose family a name tells that is a title and the name of a family.
    pub(super) fn titled(&self, name: &str) -> Vec<usize> {
        let persons = Parts::of(name).persons.into_iter().filter(|person| person.given.is_empty());
        sorted(persons.flat_map(|person| self.family(&person.family.to_ascii_lowercase())).collect())
    }

    /// The participants whose family is called so, in small letters.
    pub(super) fn family(&self, name: &str) -> Vec<usize> {
        sorted(self.families.get(name).into_iter().flatten().map(|(who, _)| *who).collect())
    }
}

/// The forms of a name that are no common words wherever they stand, whatever stands between their words.
pub(super) fn written(name: &str) -> Vec<String> {
    const TITLES: [&str; 8] = ["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Professor", "Cllr"];
    let Parts { wholes, persons } = Parts::of(name);
    let of_person = persons.iter().flat_map(|Person { given, family }| {
        let turned = given.first().filter(|given| given.len() > 1).map(|given| format!("{family} {given}"));
        TITLES.iter().map(move |title| format!("{title} {family}")).chain(turned)
    });
    wholes.into_iter().filter(|whole| whole.contains(' ')).chain(of_person).collect()
}

fn sorted(mut who: Vec<usize>) -> Vec<usize> {
    who.sort_unstable();
    who.dedup();
    who
}

impl Forms {
    /// The forms of names.
    pub(super) fn of(names: &Gathered) -> Self {
        let mut forms: BTreeMap<(String, Way), Vec<usize>> = BTreeMap::new();
        let mut add =
            |text: String, way: Way, who: &[usize]| forms.entry((text, way)).or_default().extend(who);
        for (text, who) in &names.whole {
            let joined: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            if text.contains(' ') && joined.len() >= JOINED {
                add(joined, Way::Joined, who);
            }
            if text.len() > 1 && text.bytes().all(|letter| letter.is_ascii_uppercase()) {
                let stopped: Vec<String> = text.chars().map(String::from).collect();
                add(stopped.join(" "), Way::Stopped, who);
            }
            add(text.clone(), Way::Words, who);
        }
        for (text, persons) in &names.families {
            add(text.clone(), Way::Family(persons.clone()), &[]);
        }
        let forms: Vec<Form> =
            forms.into_iter().map(|((text, way), who)| Form { text, who: sorted(who), way }).collect();
        let patterns = forms.iter().map(|form| form.text.as_str());
        let mut builder = AhoCorasickBuilder::new();
        let automaton = builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(patterns);
        Forms { automaton: automaton.ok().filter(|_| !forms.is_empty()), forms }
    }

    /// Where forms stand in a text, in its order, and whom each may mean; of two that overlap the longer one.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, Vec<usize>)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found = self.written(automaton, text);
        for block in blocks(text) {
            let shown = self.written(automaton, &block.text);
            found.extend(shown.into_iter().map(|hit| Hit { at: block.source_of(&hit.at), ..hit }));
        }
        found.sort_by_key(|hit| (hit.at.start, std::cmp::Reverse(hit.at.end)));
        let mut kept: Vec<Hit> = Vec::with_capacity(found.len());
        for hit in found {
            match kept.last_mut().filter(|last| hit.at.start < last.at.end) {
                // Whom the same words may mean, and whom they name besides.
                Some(last) if last.is_loose || hit.at == last.at => last.who.extend(hit.who),
                Some(_) => {}
                None => kept.push(hit),
            }
        }
        kept.into_iter().map(|hit| (hit.at, sorted(hit.who))).collect()
    }

    /// Where forms stand in a text as it is written, in no particular order.
    fn written(&self, automaton: &AhoCorasick, text: &str) -> Vec<Hit> {
        let plain = folded(text);
        let mut hits = Vec::new();
        for hit in automaton.find_overlapping_iter(plain.text.as_str()) {
            let Some(form) = self.forms.get(hit.pattern().as_usize()) else { continue };
            let range = hit.start()..hit.end();
            let at = plain.source(&range);
            if !(is_whole(plain.text.as_bytes(), &range) || is_behind_a_letter(text, &plain, &range)) {
                continue;
            }
            let stands = match &form.way {
                Way::Words => is_cased(&plain.text[range.clone()], &form.text),
                Way::Joined => true,
                Way::Stopped => plain.text[range.clone()] == *form.text && is_stopped(&text[at.clone()]),
                Way::Family(persons) => {
                    let beside = Beside { written: text, plain: &plain };
                    let found =
                        persons.iter().filter_map(|(who, person)| Some((*who, beside.of(&range, person)?)));
                    hits.extend(found.map(|(who, found)| Hit {
                        at: plain.source(&found.at),
                        who: vec![who],
                        is_loose: found.is_loose,
                    }));
                    false
                }
            };
            if stands {
                hits.push(Hit { at, who: form.who.clone(), is_loose: false });
            }
        }
        hits
    }
}

/// Whether there is a full stop, and nothing but a space beside it, between any two letters.
fn is_stopped(letters: &str) -> bool {
    letters.split('.').all(|letter| letter.trim_matches([' ', '\u{a0}']).len() == 1)
}

/// Whether whole words stand at a range, an ending of the possessive or the plural aside.
fn is_whole(text: &[u8], range: &Range<usize>) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let before = range.start.checked_sub(1);
    let is_joined = before.is_some_and(|at| text[at] == b'\'') && is_letter(range.start.checked_sub(2));
    if is_letter(before) || is_joined {
        return false;
    }
    let rest = &text[range.end..];
    ["", "'s", "s'", "s", "es", "es'", "'"].iter().any(|ending| {
        rest.starts_with(ending.as_bytes()) && !rest.get(ending.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// Whether a word of Arabic or Hebrew begins before a range with nothing but the letters that these languages join to
/// a word: and, for, in, like, the, from.
fn is_behind_a_letter(text: &str, plain: &Folded, range: &Range<usize>) -> bool {
    const MOST: usize = 4;
    let at = plain.source(range);
    let is_of = |letter: char| ('\u{590}'..='\u{6ff}').contains(&letter);
    let (Some(before), Some(found)) = (text.get(..at.start), text.get(at.clone())) else { return false };
    if !found.starts_with(is_of)
        || plain.text.as_bytes().get(range.end).is_some_and(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let joined = before.chars().rev().take(MOST + 1).take_while(|letter| letter.is_alphanumeric());
    let joined: Vec<char> = joined.collect();
    joined.len() <= MOST
        && joined.iter().all(|letter| {
            "وفبكلساع\u{5d0}\u{5e2}\u{5d5}\u{5d1}\u{5db}\u{5dc}\u{5de}\u{5d4}\u{5e9}".contains(*letter)
        })
}

/// Whether letters have the case that makes one word a name: as it is written, or all of them large.
fn is_cased(found: &str, form: &str) -> bool {
    let is_loud = |word: &str| !word.bytes().any(|byte| byte.is_ascii_lowercase());
    form.contains(' ') || found == form || form.len() > 3 && is_loud(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn forms(names: &[&str]) -> Forms {
        let mut gathered = Gathered::default();
        for (who, name) in names.iter().enumerate() {
            gathered.add(name, who);
        }
        Forms::of(&gathered)
    }

    fn told<'t>(forms: &Forms, text: &'t str) -> Vec<(&'t str, Vec<usize>)> {
        forms.find(text).into_iter().map(|(at, who)| (&text[at], who)).collect()
    }

    #[test]
    fn a_person_is_found_as_minutes_have_it() {
        for name in [
            "Quilla Zanetti",
            "Cllr Quilla Zanetti MBE",
            "Zanetti, Quilla",
            "Quilla Zanetti, Northmere Residents",
        ] {
            let forms = forms(&[name]);
            for (text, found) in [
                ("As Quilla Zanetti said", "Quilla Zanetti"),
                ("as quilla zanetti said", "quilla zanetti"),
                ("Ms Zanetti’s view", "Ms Zanetti"),
                ("by Cllr. Zanetti and", "Cllr. Zanetti"),
                ("the Baroness Zanetti", "Baroness Zanetti"),
                ("Ms de Zanetti", "Ms de Zanetti"),
                ("dr zanetti", "dr zanetti"),
                ("by Q. Zanetti.", "Q. Zanetti"),
                ("by Q Zanetti (NPL)", "Q Zanetti"),
                ("by Q. M. Zanetti", "Q. M. Zanetti"),
                ("Zanetti, Quilla", "Zanetti, Quilla"),
                ("ZANETTI, Quilla", "ZANETTI, Quilla"),
                ("Zanetti Quilla", "Zanetti Quilla"),
                ("Zanetti, Q. (2019)", "Zanetti, Q"),
                ("Zanetti, Dr Quilla", "Zanetti, Dr Quilla"),
                ("Zanetti (Ms)", "Zanetti (Ms"),
                ("Quilla Maria Zanetti", "Quilla Maria Zanetti"),
                ("Quilla \"Quill\" Zanetti", "Quilla \"Quill\" Zanetti"),
                ("Quilla and Bo Zanetti", "Quilla and Bo Zanetti"),
                ("Quilla de Zanetti", "Quilla de Zanetti"),
                ("q.zanetti@example.org", "q.zanetti"),
                ("Q. [Zanetti](https://e.org)", "Q. [Zanetti"),
            ] {
                assert_eq!(told(&forms, text), [(found, vec![0])], "{name}: {text}");
            }
        }
    }

    #[test]
    fn a_family_that_is_a_common_word_stops_nothing() {
        let forms = forms(&["Ann Walker", "Will Young", "Young, Will", "W. Street", "Mind, Cardiff"]);
        for text in [
            "As a walker said, A Walker's Guide. The Walker came.",
            "the young will come; The Young. Will they?",
            "High Street, west street and W street",
            "To miss street parties is a pity; J. Street, B Young and Bo Walker.",
            "Mr Smith and the walker, a Walker, and Walkers",
            "mind the gap; Mind is a charity",
            "Ann said. The Walker came. Ann, a keen walker",
            "Dean Young",
        ] {
            assert_eq!(told(&forms, text), [], "{text}");
        }
    }

    #[test]
    fn whom_the_same_words_may_mean_is_all_of_them() {
        let forms = forms(&[
            "Ann Walker",
            "Bo Walker",
            "Northmere Parents League (NPL)",
            "Northern Police League (NPL)",
        ]);
        for (text, found) in [
            ("Ms Walker", ("Ms Walker", vec![0, 1])),
            ("Ann Walker", ("Ann Walker", vec![0])),
            ("A. Walker", ("A. Walker", vec![0])),
            ("Ann and Bo Walker", ("Ann and Bo Walker", vec![0, 1])),
            ("NPL", ("NPL", vec![2, 3])),
            ("N.P.L.", ("N.P.L", vec![2, 3])),
        ] {
            assert_eq!(told(&forms, text), [found], "{text}");
        }
    }

    #[test]
    fn first_letters_may_change_and_others_be_joined() {
        let forms = forms(&[
            "Cymdeithas Rhieni Northmere",
            "جمعية مقدمي الرعاية",
            "אגודת ההורים",
            "Mind",
            "PL",
            "Bo Marsh",
        ]);
        for (text, who) in [
            ("y cyngor at Gymdeithas Rhieni Northmere", 0),
            ("daeth Chymdeithas Rhieni Northmere", 0),
            ("yng Nghymdeithas Rhieni Northmere", 0),
            ("وجمعية مقدمي الرعاية", 1),
            ("قالت جمعية مقدمي الرعاية", 1),
            ("ולאגודת ההורים", 2),
        ] {
            let found = told(&forms, text);
            assert!(found.len() == 1 && found[0].1 == [who], "{text}: {found:?}");
        }
        for text in ["Find out; Finds", "BL", "Mo Marsh", "the symdeithas rhieni northmere"] {
            assert_eq!(told(&forms, text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_stands_there(text in "\\PC{0,30}(Parents' League|PARENTS’ LEAGUE|É|Q. Zanetti|Zanetti, Quilla)?\\PC{0,30}") {
            let found = forms(&["Parents' League", "E", "Quilla Zanetti"]);
            let mut done = 0;
            for (at, _) in found.find(&text) {
                prop_assert!(text.get(at.clone()).is_some() && at.start >= done && at.end > at.start);
                done = at.end;
            }
        }
    }
}
