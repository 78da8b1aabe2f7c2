//! An erratum: what a final edition of a report got wrong, how it came, and the correction.
//!
//! In: a record of the collection `errata`. Out: the same with names. The place it corrects is a part
//! of a report: `reports/<slug>#edition-1/p-14`, which `read/` makes of `corrects` and `edition`.

use super::date::{Date, Edtf};
use super::id::Ref;
use super::record::Record;
use super::value::Value;

/// What an edition got wrong.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub struct Erratum<'r> {
    /// The report, and the place in it.
    pub corrects: &'r Ref,
    /// The edition; `None` where nobody wrote it.
    pub edition: Option<u32>,
    /// The paragraph, as `p-14` or by its lasting name; `None` where the erratum is of the whole.
    pub paragraph: Option<&'r str>,
    /// When it was found.
    pub date: Option<Date>,
    /// What was wrong, Markdown.
    pub wrong: Option<&'r str>,
    /// How it came, Markdown.
    pub cause: Option<&'r str>,
    /// What is right, Markdown.
    pub correction: Option<&'r str>,
}

impl<'r> Erratum<'r> {
    /// The erratum that a record is; `None` where it is none, or corrects no report.
    pub fn of(record: &'r Record) -> Option<Self> {
        if record.id.collection() != "errata" {
            return None;
        }
        let Some(Value::Links(links)) = record.field("corrects") else { return None };
        let corrects = links.first().filter(|to| to.id.collection() == "reports")?;
        let (edition, paragraph) = place(corrects.part.as_deref());
        let words = |key: &str| match record.field(key) {
            Some(Value::Markdown(text) | Value::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let date = match record.field("date") {
            Some(Value::Date(Edtf::Date(date))) => Some(*date),
            _ => None,
        };
        let (wrong, cause, correction) = (words("wrong"), words("cause"), words("correction"));
        Some(Erratum { corrects, edition, paragraph, date, wrong, cause, correction })
    }
}

/// The edition and the paragraph that a part of a report names: `edition-1/p-14`, `edition-1`, `p-14`.
pub fn place(part: Option<&str>) -> (Option<u32>, Option<&str>) {
    let Some(part) = part else { return (None, None) };
    let Some(rest) = part.strip_prefix("edition-") else { return (None, Some(part)) };
    let (number, paragraph) = match rest.split_once('/') {
        Some((number, paragraph)) => (number, Some(paragraph)),
        None => (rest, None),
    };
    match number.parse() {
        Ok(number) => (Some(number), paragraph),
        Err(_) => (None, Some(part)),
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_part_of_a_report_names_edition_and_paragraph() {
        assert_eq!(place(Some("edition-2/p-14")), (Some(2), Some("p-14")));
        assert_eq!(place(Some("edition-2")), (Some(2), None));
        assert_eq!(place(Some("p-14")), (None, Some("p-14")));
        assert_eq!(place(Some("edition-of-one")), (None, Some("edition-of-one")));
        assert_eq!(place(None), (None, None));
    }
}
