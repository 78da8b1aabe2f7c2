//! The little English that sentences made from fields need: articles, lists, dates.

use crate::audience::Edition;
use crate::compose::facets::capital;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;

/// `on 3 July 2018`, `in July 2018`.
pub(super) fn when(date: Date) -> String {
    let word = if date.day().is_some() { "on" } else { "in" };
    format!("{word} {}", date.in_words())
}

/// The edition's day, in words.
pub(super) fn today(edition: &Edition) -> String {
    Date::from_day(edition.today()).in_words()
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A noun with its indefinite article, by its first letter.
pub(super) fn an(noun: &str) -> String {
    let vowel = noun.chars().next().is_some_and(|first| "aeioAEIO".contains(first));
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// The name of an organisation or a place with the article that English gives it: `the Home Office`,
/// `the United Kingdom`, `Involve`, `Wales`.
pub(super) fn the(name: &str) -> String {
    let name = name.trim();
    let first = name.split_whitespace().next().unwrap_or_default();
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let begins = ["Department", "Ministry", "Office", "Government", "Centre", "Center", "Institute"]
        .contains(&first)
        || ["University of", "Isle of", "Republic of", "City of"].iter().any(|start| name.starts_with(start));
    let ends = [
        "Office",
        "Institute",
        "Foundation",
        "Commission",
        "Commissioner",
        "Agency",
        "Authority",
        "Trust",
        "Department",
        "Ministry",
        "Service",
        "Centre",
        "Center",
        "Committee",
        "Government",
        "Kingdom",
        "States",
        "Netherlands",
        "Union",
        "Philippines",
        "Republic",
        "Emirates",
    ]
    .contains(&last);
    // A single word is a name in itself: `Trust`, `Union`. An article that is there is enough.
    let several = first.len() < name.len() && first != "The" && first != "the";
    if (several && (begins || ends)) || ["Netherlands", "Philippines", "UK", "USA", "EU"].contains(&name) {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

/// The title of the record that a reference leads to, where the edition holds it.
pub(super) fn title<'e>(edition: &'e Edition, link: &Ref) -> Option<&'e str> {
    edition.get(&link.id).map(|record| short_title(record))
}

/// A title short enough to stand inside a sentence: of a meeting's, what stands before its colon.
pub(super) fn short_title(record: &Record) -> &str {
    let title = record.title.trim();
    match title.split_once(": ") {
        Some((name, _)) if matches!(record.kind, Kind::Workshop(_)) && !name.is_empty() => name,
        _ => title,
    }
}

/// The first letter small, unless the word is an initialism or a name of several capitals.
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// A sentence: a capital at its start, one full stop at its end.
pub(super) fn finish(text: &str) -> String {
    let text = capital(text.trim());
    if text.ends_with(['.', '!', '?', '…']) { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_articles_that_english_gives_them() {
        for (name, with_article) in [
            ("Home Office", "the Home Office"),
            ("Involve", "Involve"),
            ("Trust", "Trust"),
            ("University of Leeds", "the University of Leeds"),
            ("United Kingdom", "the United Kingdom"),
            ("Netherlands", "the Netherlands"),
            ("Wales", "Wales"),
            ("The Open Data Institute", "The Open Data Institute"),
            ("", ""),
        ] {
            assert_eq!(the(name), with_article);
        }
    }

    #[test]
    fn lists_nouns_and_dates_read_well() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!((an("open space"), an("forum")), ("an open space".into(), "a forum".into()));
        assert_eq!(when("2018-07".parse().unwrap()), "in July 2018");
        assert_eq!((small("Survey"), small("DPIA review")), ("survey".into(), "DPIA review".into()));
        assert_eq!((finish("is it"), finish("Why?")), ("Is it.".into(), "Why?".into()));
    }
}
