//! Words that stand around names: titles, honours, particles, and words that no person is called by.
//!
//! In: a word in plain letters. Out: what it may be. Capitals do not count here.

/// Titles that are no other word, whatever the case of their letters.
const TITLES: [&str; 34] = [
    "rt",
    "mr",
    "mrs",
    "ms",
    "mx",
    "messrs",
    "dr",
    "drs",
    "prof",
    "professor",
    "sir",
    "dame",
    "cllr",
    "councillor",
    "rev",
    "revd",
    "reverend",
    "baroness",
    "hon",
    "sgt",
    "supt",
    "insp",
    "capt",
    "bnr",
    "bns",
    "cyng",
    "cynghorydd",
    "athro",
    "parch",
    "parchedig",
    "syr",
    "fonesig",
    "barwnes",
    "arglwyddes",
];

/// Titles that are words of another meaning too.
const WORDS: [&str; 39] = [
    "miss",
    "lord",
    "lady",
    "father",
    "sister",
    "rabbi",
    "imam",
    "sheikh",
    "captain",
    "colonel",
    "sergeant",
    "inspector",
    "superintendent",
    "alderman",
    "ambassador",
    "arglwydd",
    "chief",
    "constable",
    "detective",
    "pc",
    "dc",
    "ds",
    "dsi",
    "dci",
    "acc",
    "dcc",
    "commander",
    "commissioner",
    "judge",
    "justice",
    "doctor",
    "mayor",
    "bishop",
    "minister",
    "herr",
    "frau",
    "mme",
    "madame",
    "monsieur",
];

/// What stands behind a name in capitals.
const HONOURS: [&str; 40] = [
    "mbe", "obe", "cbe", "kbe", "dbe", "gbe", "bem", "kc", "qc", "mp", "ms", "msp", "mep", "am", "td", "tds",
    "jp", "dl", "phd", "dphil", "md", "frs", "fba", "frsa", "ba", "bsc", "ma", "msc", "mphil", "llb", "llm",
    "mba", "cb", "cmg", "kcb", "kcmg", "qpm", "rn", "esq", "jnr",
];

/// Small words within the names of persons.
const PARTICLES: [&str; 22] = [
    "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "bin",
    "ibn", "al", "el", "ap", "ab", "ferch", "y",
];

/// Words that bodies are called by, and persons are not.
const BODIES: [&str; 92] = [
    "league",
    "society",
    "trust",
    "group",
    "council",
    "office",
    "watch",
    "rights",
    "international",
    "alliance",
    "network",
    "campaign",
    "association",
    "foundation",
    "institute",
    "university",
    "police",
    "centre",
    "union",
    "forum",
    "board",
    "company",
    "residents",
    "carers",
    "friends",
    "parents",
    "families",
    "members",
    "users",
    "service",
    "services",
    "team",
    "commission",
    "committee",
    "coalition",
    "charity",
    "partnership",
    "collective",
    "federation",
    "agency",
    "authority",
    "bank",
    "church",
    "school",
    "schools",
    "college",
    "hospital",
    "club",
    "project",
    "fund",
    "justice",
    "action",
    "voice",
    "voices",
    "women",
    "youth",
    "people",
    "party",
    "workers",
    "tenants",
    "neighbours",
    "drivers",
    "owners",
    "traders",
    "government",
    "ministry",
    "department",
    "borough",
    "city",
    "county",
    "community",
    "communities",
    "support",
    "advice",
    "care",
    "health",
    "housing",
    "privacy",
    "liberty",
    "research",
    "consultancy",
    "solicitors",
    "chambers",
    "limited",
    "inspectorate",
    "constabulary",
    "cymdeithas",
    "cyngor",
    "rhieni",
    "grwp",
    "heddlu",
    "participants",
];

/// Whether it is a title; with capitals one that is a word of another meaning too.
pub(super) fn is_title(word: &str, has_capitals: bool) -> bool {
    let word = word.to_ascii_lowercase();
    TITLES.contains(&&*word) || has_capitals && WORDS.contains(&&*word)
}

/// Whether it is an honour or a degree.
pub(super) fn is_honour(word: &str) -> bool {
    HONOURS.contains(&&*word.to_ascii_lowercase())
}

/// Whether it is a small word within the names of persons.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether a body is called so, and no person.
pub(super) fn is_of_bodies(word: &str) -> bool {
    BODIES.contains(&&*word.to_ascii_lowercase())
}

/// What Welsh makes of the first letters of a word, behind some others: nine letters change, three give way to
/// others in more than one way, and `g` goes.
const MUTATIONS: [(&str, &[&str]); 9] = [
    ("ll", &["l"]),
    ("rh", &["r"]),
    ("c", &["g", "ch", "ngh"]),
    ("p", &["b", "ph", "mh"]),
    ("t", &["d", "th", "nh"]),
    ("b", &["f", "m"]),
    ("g", &["", "ng"]),
    ("d", &["dd", "n"]),
    ("m", &["f"]),
];

/// A name as Welsh has it behind other words: `Gymdeithas`, `Chymdeithas`, `Nghymdeithas`.
pub(super) fn mutated(name: &str) -> Vec<String> {
    let starts = |start: &str| name.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start));
    // What begins with two letters that are one in Welsh does not change as the first of them does.
    let is_one = ["ch", "ph", "th", "dd", "ff", "ng"].iter().any(|start| starts(start));
    let Some((start, others)) = MUTATIONS.iter().find(|(start, _)| !is_one && starts(start)) else {
        return Vec::new();
    };
    let rest = &name[start.len()..];
    let is_large = name.starts_with(|first: char| first.is_ascii_uppercase());
    let written = |other: &&str| {
        let mut word = format!("{other}{rest}");
        if is_large && let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        word
    };
    others.iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welsh_changes_first_letters() {
        for (name, forms) in [
            ("Cymdeithas Rhieni", &["Gymdeithas Rhieni", "Chymdeithas Rhieni", "Nghymdeithas Rhieni"][..]),
            ("Llais y Bobl", &["Lais y Bobl"]),
            ("Grwp Rhieni", &["Rwp Rhieni", "Ngrwp Rhieni"]),
            ("Merched y Wawr", &["Ferched y Wawr"]),
            ("Tai Cymru", &["Dai Cymru", "Thai Cymru", "Nhai Cymru"]),
            ("Chwarae Teg", &[]),
            ("Shelter Cymru", &[]),
        ] {
            assert_eq!(mutated(name), forms, "{name}");
        }
    }
}
