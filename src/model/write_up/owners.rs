//! An owner's cell or bracket → the parties it names.
//!
//! In: a few words of Markdown or HTML. Out: each party apart, look-alike letters folded and the
//! letters as written kept. It does not look parties up: that needs the archive.

use std::borrow::Cow;
use std::sync::Arc;

use super::plain;
use super::words;
use crate::model::look_alike;

/// A responsible party as a write-up names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenParty {
    /// The name with look-alike letters folded.
    pub name: Arc<str>,
    /// The letters as written, where folding changed them.
    pub written: Option<Arc<str>>,
}

/// The parties that an owner's cell names, each once, in the order written. Empty where the cell is
/// empty or says that there is no owner (`TBC`, `n/a`). One that is withheld is `[withheld]`, as in other names.
pub fn parties(cell: &str) -> Vec<WrittenParty> {
    let (cell, is_withheld) = without_marks(cell);
    let cell = plain::of(&cell);
    let mut parties: Vec<WrittenParty> = Vec::new();
    if is_withheld {
        parties.push(WrittenParty { name: "[withheld]".into(), written: None });
    }
    if words::is_nobody(&cell) {
        return parties;
    }
    for name in split(&cell) {
        let party = match look_alike::fold(name) {
            Some(folded) => WrittenParty { name: folded.into(), written: Some(name.into()) },
            None => WrittenParty { name: name.into(), written: None },
        };
        if !words::is_nobody(name) && parties.iter().all(|known| known.name != party.name) {
            parties.push(party);
        }
    }
    parties
}

/// A cell without the marks `[[withheld: reason]]` in it, and whether it had some. The key of a reason is no name.
fn without_marks(cell: &str) -> (Cow<'_, str>, bool) {
    let mut left = Cow::Borrowed(cell);
    while let Some(at) = left.find("[[withheld") {
        let Some(length) = left[at..].find("]]") else { break };
        left.to_mut().replace_range(at..at + length + 2, " ");
    }
    let had = matches!(left, Cow::Owned(_));
    (left, had)
}

/// Cuts at `&`, `,`, `;`, `/`, `+`, line ends and the word `and`.
fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['&', ',', ';', '/', '+', '\n'])
        .flat_map(|piece| piece.split(" and "))
        .map(|name| name.trim().trim_start_matches("and ").trim_end_matches(" and"))
        .map(|name| name.trim_end_matches('.').trim())
        .filter(|name| !name.is_empty())
}

/// What the bracket at the end of an action's wording says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Bracket {
    /// The byte at which it starts.
    pub(super) at: usize,
    /// Who promised it.
    pub(super) owners: Vec<WrittenParty>,
    /// Until when, as written.
    pub(super) due: Option<String>,
}

/// What a bracket at the end of an action's wording says: `… by the next workshop (HO & Involve)`,
/// `… of the survey [Council, by 30 June 2021]`.
///
/// A bracket is taken for one only where it reads like names or says until when, and is not the
/// short form of the words before it, as in `Data Protection Impact Assessment (DPIA)`; where
/// `marked_only`, only if it says `owner:` or the like.
pub(super) fn in_last_bracket(wording: &str, marked_only: bool) -> Option<Bracket> {
    let body = wording.trim_end().trim_end_matches('.').trim_end();
    let (inner, open) = match body.strip_suffix(')') {
        Some(inner) => (inner, '('),
        None => (body.strip_suffix(']')?, '['),
    };
    let at = inner.rfind(open)?;
    let inner = &inner[at + 1..];
    let named = words::after_owner_mark(inner);
    if named.is_none() && marked_only {
        return None;
    }
    let (names, due) = until(named.unwrap_or(inner));
    let owners = parties(&names);
    // Beside a date, and after `owner:`, even small letters name somebody.
    let told = due.is_some() || named.is_some();
    let is_owner =
        |party: &WrittenParty| is_name(&party.name) || told && party.name.split_whitespace().count() <= 6;
    let reads_like_names = (!owners.is_empty() || due.is_some()) && owners.iter().all(is_owner);
    let certain = named.is_some() || due.is_some() || !spells(inner.trim(), &wording[..at]);
    (reads_like_names && certain).then_some(Bracket { at, owners, due })
}

/// What words would say as a bracket at the end of an action: who promised it, and until when.
pub fn bracketed(words: &str) -> Option<(Vec<WrittenParty>, Option<String>)> {
    let read = in_last_bracket(&format!("x [{words}]"), false)?;
    Some((read.owners, read.due))
}

/// The names in a bracket, and the piece of it that says until when.
fn until(inner: &str) -> (String, Option<String>) {
    let mut due = None;
    let names: Vec<&str> = inner
        .split_inclusive([',', ';'])
        .filter(|piece| {
            let bare = piece.trim_matches([',', ';', ' ']);
            let found = words::after_due_mark(bare).filter(|_| due.is_none());
            due = due.take().or(found.map(str::to_owned));
            found.is_none()
        })
        .collect();
    (names.concat().trim_matches([',', ';', ' ']).to_owned(), due)
}

/// Up to six words, each with a capital but for the little ones.
fn is_name(name: &str) -> bool {
    let small = ["of", "the", "for", "in", "and", "on"];
    let mut words = 0;
    name.split_whitespace().all(|word| {
        words += 1;
        words <= 6 && (word.starts_with(char::is_uppercase) || small.contains(&word))
    }) && name.starts_with(char::is_uppercase)
}

/// Whether the words that end a text begin with the letters of a short form.
fn spells(short: &str, text: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_uppercase()).collect();
    if letters.len() < 2 || short.contains(char::is_whitespace) {
        return false;
    }
    let initials: Vec<char> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    initials.ends_with(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cell: &str) -> Vec<String> {
        parties(cell).into_iter().map(|party| party.name.to_string()).collect()
    }

    #[test]
    fn sets_parties_apart() {
        assert_eq!(names("HO & CSOs"), ["HO", "CSOs"]);
        assert_eq!(names("HO &amp; Involve"), ["HO", "Involve"]);
        assert_eq!(names("Home Office and Involve"), ["Home Office", "Involve"]);
        assert_eq!(names("**HO**, Involve, and CSOs"), ["HO", "Involve", "CSOs"]);
        assert_eq!(names("HO/Involve<br>NPCC"), ["HO", "Involve", "NPCC"]);
        assert_eq!(names("HO and HO"), ["HO"]);
        assert_eq!(names("Rowland & Sons"), ["Rowland", "Sons"]);
    }

    #[test]
    fn a_name_that_is_withheld_is_told_as_one_and_not_by_the_key_of_its_reason() {
        assert_eq!(names("[[withheld: principle]]"), ["[withheld]"]);
        assert_eq!(names("HO and [[withheld]]"), ["[withheld]", "HO"]);
    }

    #[test]
    fn nobody_is_no_party() {
        for cell in ["", " ", "–", "TBC", "n/a", "None."] {
            assert_eq!(names(cell), [""; 0], "{cell}");
        }
    }

    #[test]
    fn folds_each_party_for_itself_and_keeps_the_letters() {
        let parties = parties("НО & Involve");
        assert_eq!((&*parties[0].name, parties[0].written.as_deref()), ("HO", Some("НО")));
        assert_eq!((&*parties[1].name, parties[1].written.as_deref()), ("Involve", None));
        assert_eq!(names("НО, HO"), ["HO"]);
    }

    #[test]
    fn a_bracket_may_say_until_when() {
        let read = |text: &str| {
            let found = in_last_bracket(text, false)?;
            let owners: Vec<String> = found.owners.iter().map(|party| party.name.to_string()).collect();
            Some((owners.join("+"), found.due.unwrap_or_default()))
        };
        let some = |owners: &str, due: &str| Some((owners.to_owned(), due.to_owned()));
        assert_eq!(read("Survey it [Council, by 30 June 2021]"), some("Council", "30 June 2021"));
        assert_eq!(
            read("Write (Residents' association; due 4 June)."),
            some("Residents' association", "4 June")
        );
        assert_eq!(read("Write it (HO & Involve, 31/07/2019)"), some("HO+Involve", "31/07/2019"));
        assert_eq!(read("Write it (by the end of June)"), some("", "the end of June"));
        assert_eq!(read("Write it [Town]"), some("Town", ""));
        assert_eq!(read("Write it (Town, Dec 2026)"), some("Town", "Dec 2026"));
        assert_eq!(read("Write it (Town, Q1 2021)"), some("Town", "Q1 2021"));
        assert_eq!(read("See [the list](https://x.org/a_b)"), None);
        assert_eq!(read("See it[^1]"), None);
        assert_eq!(read("Write it (in two parts, as asked)"), None);
    }

    #[test]
    fn takes_a_bracket_for_owners_only_where_it_names_some() {
        let last = |text: &str| in_last_bracket(text, false).map(|found| (found.at, found.owners.len()));
        assert_eq!(last("Send the slides (HO)."), Some((16, 1)));
        assert_eq!(last("Send the slides (НО & Involve)"), Some((16, 2)));
        assert_eq!(last("Send the slides (owner: Involve)"), Some((16, 1)));
        assert_eq!(last("Send the slides [owner: Port authority]"), Some((16, 1)));
        assert_eq!(last("Feed the Data Protection Impact Assessment (DPIA)."), None);
        assert_eq!(last("Write it up (including but not limited to sharing)."), None);
        assert_eq!(last("Nothing here."), None);
        assert_eq!(last(")("), None);
        assert_eq!(last("()"), None);
        assert_eq!(in_last_bracket("Send the slides (HO)", true), None);
        assert!(in_last_bracket("Send the slides (Lead: HO)", true).is_some());
    }
}
