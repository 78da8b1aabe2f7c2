//! The real archive, composed: what the pages share is whole, in order, and free of clashes.

use std::collections::BTreeSet;
use std::path::Path;

use annals::audience::{Audience, Edition, edition};
use annals::compose::matrix::{ATTRIBUTES, Part};
use annals::compose::{self, sentence::sentence};
use annals::model::kinds::Kind;
use annals::read;
use jiff::civil::date;

fn real(audience: Audience) -> Edition {
    let reading = read::archive(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    edition(&reading.archive, audience, date(2026, 11, 22))
}

#[test]
fn no_two_pages_have_one_address() {
    for audience in [Audience::Public, Audience::Members] {
        let edition = real(audience);
        let site = compose::site(&edition);
        let mut addresses: Vec<String> =
            (0..edition.records().len()).map(|index| site.addresses.record(index).to_owned()).collect();
        addresses.extend(site.listings.iter().flat_map(|listing| listing.pages.clone()));
        for facet in &site.facets {
            addresses.push(facet.address());
            addresses.extend(facet.terms.iter().map(|term| facet.term_address(term)));
        }
        addresses.extend(site.addresses.aliases().map(|(alias, _)| alias.to_owned()));
        let each: BTreeSet<String> = addresses.iter().map(|address| address.to_lowercase()).collect();
        assert_eq!(each.len(), addresses.len(), "{audience:?}");
    }
}

#[test]
fn every_record_is_listed_once_and_every_reference_seen_from_both_sides() {
    let edition = real(Audience::Members);
    let site = compose::site(&edition);
    let all: Vec<usize> = (0..edition.records().len()).collect();
    let sorted = |mut records: Vec<usize>| {
        records.sort_unstable();
        records
    };
    assert_eq!(sorted(site.listings.iter().flat_map(|listing| listing.records.clone()).collect()), all);
    assert_eq!(sorted(site.a_to_z.iter().flat_map(|letter| letter.records.clone()).collect()), all);
    for (from, record) in edition.records().iter().enumerate() {
        for (field, link) in record.references() {
            let to = edition.index_of(&link.id).unwrap();
            let seen = site.backlinks.to(to).iter().any(|back| back.from == from && &*back.field == field);
            assert!(seen || to == from, "{} → {link} by {field}", record.id);
            let way = site.addresses.reference(&edition, link).unwrap();
            assert!(way.starts_with(site.addresses.record(to)), "{way}");
        }
    }
}

#[test]
fn the_first_workshop_has_its_actions_and_its_rows_in_sections() {
    let edition = real(Audience::Members);
    let site = compose::site(&edition);
    let first = &site.workshops.views[0];
    let numbers: Vec<u32> = first
        .actions
        .iter()
        .map(|&index| match &edition.records()[index].kind {
            Kind::Action(action) => action.number.unwrap(),
            _ => panic!("not an action"),
        })
        .collect();
    assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
    let rows: Vec<usize> = first.sections().map(|(_, rows)| rows.len()).collect();
    assert_eq!(rows, [4, 5, 8, 7]);
    assert!(first.sections().all(|(title, _)| title.is_some()));
    let named = first.sections().flat_map(|(_, rows)| rows).flat_map(|row| &row.actions);
    assert!(first.sections().any(|(_, rows)| rows.iter().any(|row| !row.actions.is_empty())));
    for (number, action) in named {
        assert!(action.is_some(), "action {number} is named and not there");
    }
    assert!(site.neighbours.of_record(first.workshop).previous.is_none());
}

#[test]
fn the_matrix_derives_the_discussions_that_the_papers_of_the_time_state() {
    let edition = real(Audience::Members);
    let site = compose::site(&edition);
    let row = ATTRIBUTES.iter().position(|name| *name == "Last discussion").unwrap();
    let matrix = site.matrix.as_ref().unwrap();
    let derived: BTreeSet<String> = matrix
        .columns
        .iter()
        .filter(|column| column.cells[row].derived)
        .map(|column| match &column.cells[row].parts[0] {
            Part::Link(at, _) => at.id.collection().to_owned(),
            other => panic!("{}: {other:?}", column.title),
        })
        .collect();
    assert_eq!(derived, BTreeSet::from(["workshops".to_owned()]));
    let codes =
        matrix.columns.iter().find(|column| edition.records()[column.topic].id.slug().contains("code"));
    let parts = &codes.unwrap().cells[row].parts;
    assert!(matches!(&parts[0], Part::Link(_, words) if words.starts_with("14 May 2019")), "{parts:?}");
    let artefacts = ATTRIBUTES.iter().position(|name| *name == "Artefacts").unwrap();
    assert!(matrix.columns.iter().map(|column| column.cells[artefacts].parts.len()).sum::<usize>() >= 9);
}

#[test]
fn sentences_are_english_and_the_case_says_who_and_when() {
    let edition = real(Audience::Public);
    for index in 0..edition.records().len() {
        if let Some(said) = sentence(&edition, index) {
            let id = &edition.records()[index].id;
            assert!(said.ends_with(['.', '!', '?', '…']) && !said.contains("  "), "{id}: {said}");
            assert!(said.chars().next().is_some_and(|first| !first.is_lowercase()), "{id}: {said}");
        }
    }
    let case = edition.collection("cases").next().unwrap();
    let said = sentence(&edition, case).unwrap();
    assert!(said.contains("led by the Home Office") && said.contains("2018"), "{said}");
}
