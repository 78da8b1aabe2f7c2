//! Sentences on cases, components and organisations, from the fields of the Airtable base.

use super::grammar::{an, list, small, the, title};
use crate::audience::Edition;
use crate::model::date::Edtf;
use crate::model::record::Record;
use crate::model::value::Value;

/// “LEDS/HOB Open Space is a consultation led by the Home Office in the United Kingdom, begun in
/// 2018.”
pub(super) fn case(edition: &Edition, record: &Record) -> Option<String> {
    let status = text(record, "initiative_status").map_or(Status::Unknown, Status::read);
    let (start, end) = (year(record, "start_year"), year(record, "end_year"));
    let this_year = edition.today().year();
    let is_over = end.is_some_and(|end| end < this_year) || matches!(status, Status::Over(_));
    let noun = noun(record);
    let lead = text(record, "lead_organisation").map(|lead| format!(" led by {}", the(lead)));
    let places: Vec<String> =
        titles(edition, record, "location_link").iter().map(|place| the(place)).collect();
    let place = (!places.is_empty()).then(|| format!(" in {}", list(&places)));
    let course = course(start, end, this_year, &status);
    if noun.is_none() && lead.is_none() && place.is_none() && course.is_none() {
        return None;
    }
    Some(format!(
        "{} {} {}{}{}{}",
        record.title.trim().trim_end_matches('.'),
        if is_over { "was" } else { "is" },
        an(noun.unwrap_or("participatory process")),
        lead.unwrap_or_default(),
        place.unwrap_or_default(),
        course.map(|course| format!(", {course}")).unwrap_or_default(),
    ))
}

/// “The primary component of LEDS/HOB Open Space, with 24 participants, using workshops.”
pub(super) fn component(edition: &Edition, record: &Record) -> Option<String> {
    let cases = titles(edition, record, "case_link");
    let primary = matches!(record.field("primary_component"), Some(Value::Boolean(true)));
    let mut said = match (primary, cases.is_empty()) {
        (true, false) => format!("The primary component of {}", list(&cases)),
        (false, false) => format!("A component of {}", list(&cases)),
        (_, true) => "A component".to_owned(),
    };
    if let Some(count) = number(record, "number_of_participants").filter(|count| *count > 0) {
        said.push_str(&format!(", with {count} participants"));
    }
    let methods: Vec<String> = tags(record, "methods_tag").iter().map(|tag| small(tag)).collect();
    if !methods.is_empty() {
        said.push_str(&format!(", using {}", list(&methods)));
    }
    (said != "A component").then_some(said)
}

/// “The Home Office is an organisation in the United Kingdom (type: government; sector: public).”
pub(super) fn organisation(edition: &Edition, record: &Record) -> Option<String> {
    let countries: Vec<String> =
        titles(edition, record, "country_link").iter().map(|name| the(name)).collect();
    let facts: Vec<String> =
        [("type", "organisation_type_tag"), ("sector", "sector_tag"), ("scope", "geographic_scope_tag")]
            .into_iter()
            .filter_map(|(label, key)| {
                let tags: Vec<String> = tags(record, key).iter().map(|tag| small(tag)).collect();
                (!tags.is_empty()).then(|| format!("{label}: {}", list(&tags)))
            })
            .collect();
    if countries.is_empty() && facts.is_empty() {
        return None;
    }
    let place = if countries.is_empty() { String::new() } else { format!(" in {}", list(&countries)) };
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join("; ")) };
    Some(format!("{} is an organisation{place}{facts}", the(&record.title)))
}

/// What the words of `initiative_status` come to.
enum Status<'r> {
    Planned,
    Running,
    Over(&'r str),
    Unknown,
}

impl<'r> Status<'r> {
    fn read(words: &'r str) -> Self {
        match words.to_lowercase().replace(['_', '-'], " ").as_str() {
            "planned" | "proposed" | "not started" | "upcoming" => Status::Planned,
            "ongoing" | "in progress" | "active" | "running" | "current" => Status::Running,
            "completed" | "complete" | "finished" | "ended" | "done" => Status::Over("completed"),
            "closed" => Status::Over("closed"),
            "stopped" | "discontinued" => Status::Over("stopped"),
            "abandoned" | "cancelled" | "canceled" => Status::Over("abandoned"),
            // `started` says no more than a year of the start does.
            _ => Status::Unknown,
        }
    }
}

/// When it ran, as far as that is known.
fn course(start: Option<i16>, end: Option<i16>, this_year: i16, status: &Status<'_>) -> Option<String> {
    Some(match (start, end) {
        (Some(start), Some(end)) if start == end && end <= this_year => format!("held in {start}"),
        (Some(start), Some(end)) if end < this_year => format!("held from {start} to {end}"),
        (Some(start), Some(end)) => format!("running from {start} to {end}"),
        (Some(start), None) => match status {
            Status::Planned => format!("planned to begin in {start}"),
            _ if start > this_year => format!("to begin in {start}"),
            Status::Running => format!("begun in {start} and still running"),
            Status::Over(how) => format!("begun in {start} and since {how}"),
            Status::Unknown => format!("begun in {start}"),
        },
        (None, Some(end)) if end <= this_year => format!("ended in {end}"),
        (None, Some(end)) => format!("to end in {end}"),
        (None, None) => match status {
            Status::Planned => "still planned".to_owned(),
            Status::Running => "still running".to_owned(),
            Status::Over(how) => format!("since {how}"),
            Status::Unknown => return None,
        },
    })
}

/// The noun that its one objective gives it, where that is a noun for a process.
fn noun(record: &Record) -> Option<&'static str> {
    const NOUNS: [&str; 8] = [
        "consultation",
        "deliberation",
        "collaboration",
        "partnership",
        "dialogue",
        "inquiry",
        "campaign",
        "evaluation",
    ];
    match tags(record, "objectives_tag").as_slice() {
        [one] => NOUNS.into_iter().find(|noun| one.eq_ignore_ascii_case(noun)),
        _ => None,
    }
}

/// A short text; prose does not fit into a sentence.
fn text<'r>(record: &'r Record, key: &str) -> Option<&'r str> {
    match record.field(key)? {
        Value::Text(text) => {
            let text = text.trim();
            (!text.is_empty() && text.len() <= 120 && !text.contains('\n')).then_some(text)
        }
        _ => None,
    }
}

fn year(record: &Record, key: &str) -> Option<i16> {
    match record.field(key)? {
        Value::Year(year) => Some(*year),
        Value::Date(Edtf::Date(date)) => Some(date.year()),
        Value::Text(text) | Value::Number(text) => {
            let text = text.trim();
            text.parse().ok().filter(|_| text.len() == 4)
        }
        _ => None,
    }
}

fn number(record: &Record, key: &str) -> Option<u64> {
    match record.field(key)? {
        Value::Number(text) | Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn tags<'r>(record: &'r Record, key: &str) -> Vec<&'r str> {
    match record.field(key) {
        Some(Value::Tags(tags)) => tags.iter().map(|tag| &**tag).collect(),
        _ => Vec::new(),
    }
}

fn titles<'e>(edition: &'e Edition, record: &Record, key: &str) -> Vec<&'e str> {
    match record.field(key) {
        Some(Value::Links(links)) => links.iter().filter_map(|link| title(edition, link)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::compose::fixture::{Fixture, record};
    use crate::compose::sentence::sentence;
    use crate::model::record::Record;
    use crate::model::value::Value;

    fn said(of: Record) -> Option<String> {
        let id = of.id.clone();
        let edition = Fixture::new()
            .with(of)
            .with(record("cases/open-space", "LEDS/HOB Open Space"))
            .with(record("locations/uk", "United Kingdom"))
            .edition("2022-11-01");
        sentence(&edition, edition.index_of(&id).unwrap())
    }

    fn text(value: &str) -> Value {
        Value::Text(value.to_owned())
    }

    #[test]
    fn a_case_reads_as_english_whatever_is_missing() {
        let bare = || record("cases/a", "Open Space");
        let whole = || {
            bare()
                .tagged("objectives_tag", &["Consultation"])
                .field_of("lead_organisation", text("Home Office"))
                .linked("location_link", &["locations/uk"])
        };
        let begun = || whole().field_of("start_year", Value::Year(2018));
        let the_case = "a consultation led by the Home Office in the United Kingdom";
        for (case, expected) in [
            (begun(), format!("Open Space is {the_case}, begun in 2018.")),
            (
                begun().field_of("end_year", Value::Year(2020)),
                format!("Open Space was {the_case}, held from 2018 to 2020."),
            ),
            (
                begun().field_of("end_year", Value::Year(2018)),
                format!("Open Space was {the_case}, held in 2018."),
            ),
            (
                begun().field_of("end_year", Value::Year(2030)),
                format!("Open Space is {the_case}, running from 2018 to 2030."),
            ),
            (
                begun().field_of("initiative_status", text("started")),
                format!("Open Space is {the_case}, begun in 2018."),
            ),
            (
                begun().field_of("initiative_status", text("Ongoing")),
                format!("Open Space is {the_case}, begun in 2018 and still running."),
            ),
            (
                begun().field_of("initiative_status", text("completed")),
                format!("Open Space was {the_case}, begun in 2018 and since completed."),
            ),
            (
                begun().field_of("initiative_status", text("planned")),
                format!("Open Space is {the_case}, planned to begin in 2018."),
            ),
            (whole(), format!("Open Space is {the_case}.")),
            (
                whole().field_of("end_year", Value::Year(2020)),
                format!("Open Space was {the_case}, ended in 2020."),
            ),
            (
                bare().field_of("start_year", text("2018")),
                "Open Space is a participatory process, begun in 2018.".to_owned(),
            ),
        ] {
            assert_eq!(said(case), Some(expected));
        }
        assert_eq!(said(bare()), None);
        assert_eq!(said(bare().field_of("lead_organisation", text(" "))), None);
    }

    #[test]
    fn components_and_organisations_have_sentences_where_they_have_facts() {
        let component = record("components/a", "Workshops")
            .linked("case_link", &["cases/open-space"])
            .field_of("primary_component", Value::Boolean(true))
            .field_of("number_of_participants", Value::Number("24".into()))
            .tagged("methods_tag", &["Open space", "Deliberation"]);
        assert_eq!(
            said(component).as_deref(),
            Some(
                "The primary component of LEDS/HOB Open Space, with 24 participants, using open space and deliberation."
            )
        );
        assert_eq!(said(record("components/b", "B")), None);
        let few = record("components/c", "C")
            .linked("case_link", &["cases/open-space"])
            .field_of("number_of_participants", Value::Number("3".into()));
        assert_eq!(said(few).as_deref(), Some("A component of LEDS/HOB Open Space."));
        let office = record("organisations/ho", "Home Office")
            .linked("country_link", &["locations/uk"])
            .tagged("organisation_type_tag", &["Government"]);
        assert_eq!(
            said(office).as_deref(),
            Some("The Home Office is an organisation in the United Kingdom (type: government).")
        );
        assert_eq!(said(record("organisations/x", "X")), None);
        assert_eq!(said(record("methods/x", "X")), None);
    }
}
