//! Who does it, where an item says so before or after a dash.

use crate::model::write_up::owners;

/// An item with its owner in a bracket.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Owned {
    /// The item, its owner in a bracket at the end.
    pub(super) text: String,
    /// The words that name the owner.
    pub(super) names: String,
    /// Whether words were moved; a bracket that was there is left as it is.
    pub(super) moved: bool,
}

const DASHES: [&str; 4] = [" – ", " — ", " - ", " -- "];

/// The owner at the end: `… – Jo Bloggs, by 30 April`, or in a bracket. `text`: the document, in which
/// a name in small letters stands a second time.
pub(super) fn last(item: &str, text: &str) -> Option<Owned> {
    let item = item.trim_end();
    let bare = item.trim_end_matches('.');
    if let Some(open) = bare.strip_suffix([')', ']']).and_then(|inner| inner.rfind(['(', '['])) {
        let words = bare.get(open + 1..bare.len() - 1)?;
        let (owners, _) = owners::bracketed(words)?;
        return (!owners.is_empty()).then(|| Owned {
            text: item.to_owned(),
            names: words.to_owned(),
            moved: false,
        });
    }
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((bare.rfind(dash)?, *dash))).max()?;
    let (head, words) = (bare.get(..at)?.trim_end(), bare.get(at + dash.len()..)?.trim());
    if head.split_whitespace().count() < 2 || words.split_whitespace().count() > 14 {
        return None;
    }
    let bracket = match owners::bracketed(words) {
        Some((owners, _)) if !owners.is_empty() => format!("[{words}]"),
        _ if names(words, text) => format!("[owner: {words}]"),
        _ => return None,
    };
    Some(Owned { text: format!("{head} {bracket}"), names: words.to_owned(), moved: true })
}

/// Words before a colon that say who, and until when, behind an action.
const WHO: [&str; 7] =
    ["Owner:", "Owners:", "Who:", "Lead:", "Responsible:", "Responsibility:", "Assigned to:"];
const WHEN: [&str; 7] = ["By when:", "Due:", "Due date:", "Deadline:", "Timescale:", "When:", "Target date:"];

/// The owner and the day in fields behind the words: `… Owner: Town By when: 3 May`.
pub(super) fn fields(item: &str) -> Option<Owned> {
    let find = |marks: &[&str]| {
        let places =
            marks.iter().flat_map(|mark| item.match_indices(mark).map(|(at, mark)| (at, at + mark.len())));
        let fresh =
            |at: usize| item.get(..at).is_some_and(|before| before.ends_with([' ', '>', '(', '[', '*', '|']));
        places.filter(|(at, _)| fresh(*at)).min()
    };
    let (who, when) = (find(&WHO)?, find(&WHEN));
    let bare = |from: usize, to: usize| {
        let words = item.get(from..to).unwrap_or_default();
        words
            .trim_matches(['*', ' ', '.', ';', ',', '|', '(', ')', '[', ']'])
            .trim_end_matches("<br>")
            .trim()
            .to_owned()
    };
    let first = when.map_or(who.0, |when| when.0.min(who.0));
    let end = |own: (usize, usize), other: Option<(usize, usize)>| {
        other.filter(|other| other.0 > own.0).map_or(item.len(), |other| other.0)
    };
    let owner = bare(who.1, end(who, when));
    let due = when.map(|when| bare(when.1, end(when, Some(who))));
    let head =
        item.get(..first)?.trim_end_matches(['*', ' ', '(', '[', '|']).trim_end_matches("<br>").trim_end();
    if owner.is_empty() || owner.split_whitespace().count() > 10 || head.split_whitespace().count() < 2 {
        return None;
    }
    let due = due.filter(|due| !due.is_empty()).map(|due| format!(", due: {due}")).unwrap_or_default();
    Some(Owned { text: format!("{head} [owner: {owner}{due}]"), names: owner, moved: true })
}

/// Whether words name parties: a capital first, few words, and each of them known elsewhere in the text.
fn names(words: &str, text: &str) -> bool {
    let parties = owners::parties(words);
    !parties.is_empty()
        && parties.iter().all(|party| {
            party.name.starts_with(char::is_uppercase)
                && party.name.split_whitespace().count() <= 4
                && (text.matches(&*party.name).count() > 1 || !party.name.contains(' '))
        })
}

/// The owner at the beginning: `**Town** – mend the lamps`, `Town: mend the lamps`.
pub(super) fn first(item: &str) -> Option<Owned> {
    let (name, rest) = DASHES
        .iter()
        .filter_map(|dash| item.split_once(dash))
        .chain(item.split_once(": "))
        .min_by_key(|(name, _)| name.len())?;
    let bold = name.starts_with("**");
    let name = name.trim_matches(['*', ':', ' ']);
    let rest = rest.trim_start_matches(['*', ' ']);
    let few = (1..=8).contains(&name.split_whitespace().count()) && name.starts_with(char::is_uppercase);
    let parties = owners::parties(name);
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "of" | "the" | "for" | "and" | "&" | "team" | "group")
    };
    let reads = bold || name.split([' ', '/', ',']).filter(|word| !word.is_empty()).all(is_name);
    let does = rest.starts_with(char::is_lowercase);
    if !few || parties.is_empty() || !reads || !does {
        return None;
    }
    let mut letters = rest.chars();
    let rest: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect())?;
    let text = format!("{} [owner: {name}]", rest.trim_end().trim_end_matches('.'));
    Some(Owned { text, names: name.to_owned(), moved: true })
}
