//! One entry of a timetable → who promised what, with whom, and to what end.

use super::super::inline::unmarked;

/// An entry as it stands in the timetable.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its line.
    pub(super) line: usize,
    /// Its year, carried down.
    pub(super) year: Option<i16>,
    /// Its month, carried down.
    pub(super) month: Option<u8>,
    /// Its words, Markdown.
    pub(super) text: String,
    /// What the importer is unsure of, for the record itself.
    pub(super) notes: Vec<String>,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// A short title.
    pub(super) title: String,
    /// Whether the title leaves out the better part of what is said.
    pub(super) is_cut: bool,
    /// Its words without the objective.
    pub(super) summary: String,
    /// Who promised it.
    pub(super) owner: Option<String>,
    /// With whom.
    pub(super) partner: Option<String>,
    /// What it is for.
    pub(super) objective: Option<String>,
}

impl Entry {
    /// `2019-09`, `2019`; `None` without a year.
    pub(super) fn due(&self) -> Option<String> {
        let year = self.year?;
        Some(self.month.map_or(format!("{year:04}"), |month| format!("{year:04}-{month:02}")))
    }

    /// Its words without marks.
    pub(super) fn plain(&self) -> String {
        unmarked(&self.text)
    }

    /// Splits what it says.
    pub(super) fn said(&self) -> Said {
        let (statement, objective) = objective(&self.text);
        let (owner, rest) = owner(&statement);
        let summary = unmarked(&statement);
        let rest = unmarked(rest);
        let (partner, title) = partner(&rest);
        let title = match &owner {
            Some(owner) => format!("{owner} {title}"),
            None => title,
        };
        let (title, is_cut) = short(&title);
        Said { title, is_cut, summary, owner, partner, objective }
    }
}

/// The text without its objective, and the objective: from that word to the end of what is set in
/// bold with it, or to the end.
fn objective(text: &str) -> (String, Option<String>) {
    let lower = text.to_ascii_lowercase();
    let found = lower.match_indices("objective").find_map(|(at, word)| {
        let after = text.get(at + word.len()..)?;
        let words = after.trim_start().strip_prefix(['-', '–', '—', ':'])?;
        let in_bold = text.get(..at)?.matches("**").count() % 2 == 1;
        let length = if in_bold { words.find("**").unwrap_or(words.len()) } else { words.len() };
        Some((at, words.get(..length)?, words.get(length..)?))
    });
    let Some((at, words, rest)) = found else { return (text.to_owned(), None) };
    let statement = text.get(..at).unwrap_or_default().trim_end().trim_end_matches("**").trim_end();
    let rest = rest.trim_start_matches("**").trim();
    let statement = if rest.is_empty() { statement.to_owned() } else { format!("{statement} {rest}") };
    (statement, Some(capital(words.trim())))
}

/// The owner: the name set in bold at the start, or the one before a dash.
fn owner(text: &str) -> (Option<String>, &str) {
    if let Some((bold, rest)) = text.strip_prefix("**").and_then(|bold| bold.split_once("**")) {
        // A verb may be in bold with the name: `**Town Hall refreshes** the list`.
        let name: Vec<&str> = bold.split_whitespace().take_while(|word| is_name_word(word)).collect();
        let name = name.join(" ");
        let start = text.find(&name).map_or(0, |at| at + name.len());
        if !name.is_empty() {
            let rest = text.get(start..).unwrap_or(rest);
            return (Some(name), rest);
        }
    }
    for dash in [" – ", " — ", " - "] {
        if let Some((name, rest)) = text.split_once(dash)
            && name.split_whitespace().count() <= 4
            && name.split_whitespace().all(is_name_word)
        {
            return (Some(name.to_owned()), rest);
        }
    }
    (None, text)
}

fn is_name_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || matches!(word, "of" | "for" | "and" | "&" | "the")
}

/// The partner in `working in partnership with the College of Roads publish …`, and the text
/// without that.
fn partner(text: &str) -> (Option<String>, String) {
    let Some((before, after)) = text.split_once("in partnership with ") else {
        return (None, text.trim().to_owned());
    };
    let after = after.strip_prefix("the ").unwrap_or(after);
    let mut name: Vec<&str> = after.split_whitespace().take_while(|word| is_name_word(word)).collect();
    while name.last().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        name.pop();
    }
    if name.is_empty() {
        return (None, text.trim().to_owned());
    }
    let name = name.join(" ");
    let rest = after.strip_prefix(&name).unwrap_or(after).trim();
    let before = before.trim().trim_end_matches("working").trim();
    (Some(name.trim_end_matches([',', '.']).to_owned()), format!("{before} {rest}").trim().to_owned())
}

/// The first sentence, cut at a word's end after some 160 letters; and whether that leaves out the better part of
/// the text, which may be what was promised.
fn short(text: &str) -> (String, bool) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (sentence, more) = flat.split_once(". ").unwrap_or((&flat, ""));
    let sentence = sentence.trim_end_matches('.');
    if sentence.chars().count() <= 160 {
        return (capital(sentence), more.len() > 2 * sentence.len());
    }
    let cut: String = sentence.chars().take(160).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    (format!("{}…", capital(cut.get(..end).unwrap_or(&cut).trim_end_matches([',', ';']))), true)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Said {
        Entry { text: text.to_owned(), ..Entry::default() }.said()
    }

    #[test]
    fn splits_owner_partner_and_objective() {
        let said = said(
            "**Town Hall** working in partnership with the Guild of Roads publish the plan. **Objective – Say what is planned.**",
        );
        assert_eq!(said.owner.as_deref(), Some("Town Hall"));
        assert_eq!(said.partner.as_deref(), Some("Guild of Roads"));
        assert_eq!(said.objective.as_deref(), Some("Say what is planned."));
        assert_eq!((&*said.title, said.is_cut), ("Town Hall publish the plan", false));
        assert_eq!(
            said.summary,
            "Town Hall working in partnership with the Guild of Roads publish the plan."
        );
    }

    #[test]
    fn a_title_is_a_whole_sentence_and_says_where_there_is_more() {
        let long = "Town Hall publishes the details of every guild that keeps carts in the old market, and of the purposes \
                    for which it keeps them";
        assert_eq!((said(long).title, said(long).is_cut), (long.to_owned(), false));
        let more = said(&format!("{long}. First carts with one wheel."));
        assert_eq!((more.title, more.is_cut), (long.to_owned(), false));
        let voice =
            said("Guild speaks for itself. It publishes the plan of the market, and tells what came of it.");
        assert_eq!((&*voice.title, voice.is_cut), ("Guild speaks for itself", true));
        let endless = said(&format!("{long}, {long}."));
        assert!(endless.is_cut && endless.title.ends_with('…') && endless.title.chars().count() <= 161);
    }

    #[test]
    fn knows_owners_in_other_shapes() {
        assert_eq!(said("**Town Hall refreshes** the list of carts").owner.as_deref(), Some("Town Hall"));
        assert_eq!(said("GUILD – Publish the first figures").owner.as_deref(), Some("GUILD"));
        assert_eq!(said("Public talk on the plan").owner, None);
    }

    #[test]
    fn what_follows_an_objective_in_bold_is_not_part_of_it() {
        let said = said(
            "**Guild** writes. **Objective - begin the talk and inform the people who wrote.** It was asked for.",
        );
        assert_eq!(said.objective.as_deref(), Some("Begin the talk and inform the people who wrote."));
        assert_eq!(said.summary, "Guild writes. It was asked for.");
    }
}
