//! What can be browsed by, and under which addresses.

use super::*;
use crate::compose::fixture::{Fixture, action, event, issue, link, names, record, topic};
use crate::model::action::Action;
use crate::model::issue::{Agreement, Work};

fn shown(facet: &Facet) -> Vec<(&str, &str, usize)> {
    facet.terms.iter().map(|term| (&*term.label, &*term.slug, term.records.len())).collect()
}

#[test]
fn values_that_differ_by_case_stay_apart_and_no_two_slugs_clash() {
    let edition = Fixture::new()
        .with(record("cases/a", "A").tagged("theme_tag", &["Data", "index", "a b"]))
        .with(record("cases/b", "B").tagged("theme_tag", &["data", "Data", "a-b", "a b 2"]))
        .edition("2019-07-11");
    let facets = facets(&edition);
    assert_eq!(facets.len(), 1);
    assert_eq!((facets[0].label.as_str(), facets[0].slug.as_str()), ("Themes", "theme_tag"));
    assert_eq!(
        shown(&facets[0]),
        [
            ("Data", "data", 2),
            ("a b", "a-b", 1),
            ("a b 2", "a-b-2", 1),
            ("a-b", "a-b-3", 1),
            ("data", "data-2", 1),
            ("index", "index-2", 1),
        ]
    );
    assert_eq!(facets[0].address(), "tags/theme_tag/index.html");
    assert_eq!(facets[0].term_address(&facets[0].terms[0]), "tags/theme_tag/data.html");
}

#[test]
fn years_links_topics_and_headings_can_be_browsed_by() {
    let keys = ["organisation_link", "start_year", "topic", "heading", "nothing", "topic"];
    let edition = Fixture::new()
        .configured(|config| config.facets = keys.map(Arc::from).to_vec())
        .with(
            record("cases/a", "Zed")
                .linked("organisation_link", &["organisations/ho", "organisations/ho"])
                .field_of("start_year", Value::Year(2018)),
        )
        .with(record("cases/b", "Alpha").linked("organisation_link", &["organisations/ho"]))
        .with(record("organisations/ho", "Home Office"))
        .with(topic("topics/images", "Custody images", Some(1)))
        .with(issue(
            "issues/q",
            Some("topics/images"),
            None,
            vec![event("2018", None, Agreement::Agreed, Work::Done)],
        ))
        .edition("2019-07-11");
    let facets = facets(&edition);
    let keys: Vec<&str> = facets.iter().map(|facet| &*facet.key).collect();
    assert_eq!(keys, ["organisation_link", "start_year", "topic", "heading"]);
    assert_eq!(shown(&facets[0]), [("Home Office", "ho", 2)]);
    assert_eq!(names(&edition, &facets[0].terms[0].records), ["cases/b", "cases/a"]);
    assert_eq!(shown(&facets[1]), [("2018", "2018", 1)]);
    assert_eq!(shown(&facets[2]), [("Custody images", "images", 1)]);
    assert_eq!(shown(&facets[3]), [("Discussed and resolved", "resolved", 1)]);
}

#[test]
fn a_phrase_is_one_value_and_states_are_values_too() {
    let promise = Action { state: State::Closed, workshop: Some(link("workshops/w")), ..Action::default() };
    let edition = Fixture::new()
        .configured(|config| config.facets = ["outcomes_tag", "state", "workshop"].map(Arc::from).to_vec())
        .with(record("workshops/w", "Workshop 1"))
        .with(record("cases/a", "A").field_of("outcomes_tag", Value::Text("informed, at last".into())))
        .with(action("actions/a", "A", promise))
        .edition("2019-07-11");
    let facets = facets(&edition);
    assert_eq!(shown(&facets[0]), [("informed, at last", "informed-at-last", 1)]);
    assert_eq!(shown(&facets[1]), [("closed without completion", "closed-without-completion", 1)]);
    assert_eq!(shown(&facets[2]), [("Workshop 1", "w", 1)]);
}
