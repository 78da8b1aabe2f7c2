//! An annual report as its editors write it.
//!
//! In: front matter. Out: `Report`; compiling it is for `compose/`.

use super::super::faults;
use super::super::messy;
use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::date::{Edtf, Interval};
use crate::model::id::Ref;
use crate::model::kinds::{Editor, Report};
use crate::model::standing::Heading;

/// Takes a report's own keys out of the front matter.
pub(super) fn report(front: &mut Front<'_>) -> Report {
    Report {
        period: period(front),
        edition: front.count("edition").unwrap_or(1).max(1),
        is_final: front.word("status", &["draft", "final"], is_final).unwrap_or(false),
        editors: editors(front),
        commissioned_by: front.text("commissioned_by"),
        independence: front.text("independence"),
        previous: front.reference("previous", Some("reports")),
        date: front.day("date"),
        topic_narratives: topic_narratives(front),
        typed_counts: typed_counts(front),
    }
}

fn is_final(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "final" => Some(true),
        "draft" => Some(false),
        _ => None,
    }
}

fn period(front: &mut Front<'_>) -> Option<Interval> {
    let value = front.take("period")?;
    let text = value.as_text().unwrap_or_default();
    match text.parse::<Edtf>() {
        Ok(Edtf::Interval(interval)) => Some(interval),
        Ok(Edtf::Date(date)) => Some(Interval { from: Some(date), to: Some(date) }),
        Err(_) => {
            let message = format!("{} is not a stretch of time", value.in_words());
            let path = FieldPath::key("period");
            front.notes.fault_help(&faults::BAD_DATE, &path, message, "write it as 2018-07/2019-07");
            front.kept.push(("period".to_owned(), value));
            None
        }
    }
}

fn editors(front: &mut Front<'_>) -> Vec<Editor> {
    let Some(value) = front.take("editors") else { return Vec::new() };
    let mut editors = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("editors").at(n);
        let raw::Editor { name, affiliation, orcid, .. } = match item {
            Node::Map(_) => front.notes.shape(&path, item).unwrap_or_default(),
            item => raw::Editor { name: item.as_text(), ..Default::default() },
        };
        let orcid = orcid.and_then(|written| {
            let orcid = orcid_id(&written);
            if orcid.is_none() {
                let message = format!("`{written}` is not an ORCID iD");
                let help = "write it as 0000-0002-1825-0097; its last digit checks the others";
                front.notes.fault_help(&faults::WRONG_TYPE, &path.clone().then("orcid"), message, help);
            }
            orcid
        });
        match name {
            Some(name) => editors.push(Editor { name, affiliation, orcid }),
            None => front.notes.incomplete(&path, &["name"]),
        }
    }
    editors
}

/// The iD without its web address, if its check digit is right (ISO 7064, MOD 11-2).
fn orcid_id(written: &str) -> Option<String> {
    let bare = written.trim().trim_end_matches('/').rsplit('/').next()?;
    let shape = bare.len() == 19
        && bare.bytes().enumerate().all(|(n, byte)| match n {
            4 | 9 | 14 => byte == b'-',
            18 => byte.is_ascii_digit() || byte == b'X',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    let digits = bare.bytes().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0')).take(15);
    let check = (12 - digits.fold(0, |total, digit| (total + digit) * 2) % 11) % 11;
    let wanted = if check == 10 { 'X' } else { char::from_digit(check, 10)? };
    bare.ends_with(wanted).then(|| bare.to_owned())
}

fn topic_narratives(front: &mut Front<'_>) -> Vec<(Ref, String)> {
    let Some(value) = front.take("topic_narratives") else { return Vec::new() };
    let path = FieldPath::key("topic_narratives");
    let Node::Map(entries) = value else {
        front.keep("topic_narratives", value, "a map of topics and texts");
        return Vec::new();
    };
    let mut narratives = Vec::new();
    for (topic, text) in entries {
        let path = path.clone().then(topic.as_str());
        if text.is_nothing() {
            continue;
        }
        let Some(link) = front.resolve(&path, &topic, Some("topics")) else { continue };
        match text.as_text() {
            Some(text) => narratives.push((link, text)),
            None => front.notes.wrong_type(&path, &text, "text"),
        }
    }
    narratives
}

fn typed_counts(front: &mut Front<'_>) -> Vec<(Heading, u32)> {
    let Some(value) = front.take("counts") else { return Vec::new() };
    let path = FieldPath::key("counts");
    let Node::Map(entries) = value else {
        front.keep("counts", value, "a map of headings and counts");
        return Vec::new();
    };
    let mut counts = Vec::new();
    for (word, count) in entries {
        let path = path.clone().then(word.as_str());
        let Some(heading) = Heading::parse(&word) else {
            front.notes.unknown_key(&faults::UNKNOWN_KEY, path, &Heading::ALL.map(Heading::as_str));
            continue;
        };
        match count.as_text().and_then(|text| messy::integer(&text)).and_then(|n| u32::try_from(n).ok()) {
            Some(count) => counts.push((heading, count)),
            None if count.is_nothing() => {}
            None => front.notes.wrong_type(&path, &count, "a whole number from 0"),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orcid_checks_itself() {
        let wanted = Some("0000-0002-1825-0097".to_owned());
        assert_eq!(orcid_id("0000-0002-1825-0097"), wanted);
        assert_eq!(orcid_id("https://orcid.org/0000-0002-1825-0097/"), wanted);
        assert_eq!(orcid_id("0000-0002-1694-233X"), Some("0000-0002-1694-233X".to_owned()));
        assert_eq!(orcid_id("0000-0002-1825-0098"), None);
        assert_eq!(orcid_id("0000-0002-1825-009é"), None);
        assert_eq!(orcid_id(""), None);
    }
}
