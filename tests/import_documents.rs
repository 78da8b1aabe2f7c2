//! The real documents, where they are: what must come out of each, and that a site can be made of it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use annals::diag::{Finding, Severity, Spot};
use annals::import::recognise::{self, Form};
use annals::import::{Draft, Imported, documents};
use annals::model::write_up::WriteUp;
use annals::{check, read};
use jiff::civil::date;

use crate::harness::Site;

/// A real document by the number its name starts with; `None` where the documents are not here.
fn seed(number: &str) -> Option<Vec<u8>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared/seeds", "../../shared/seeds"].into_iter().find_map(|place| {
        let mut entries = std::fs::read_dir(here.join(place)).ok()?.flatten().map(|entry| entry.path());
        entries.find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
    });
    if found.is_none() {
        eprintln!("left out: document {number} is not here");
    }
    found.map(|path| std::fs::read(path).unwrap())
}

fn imported(number: &str) -> Option<Imported> {
    let file: Arc<str> = format!("in/{number}.txt").into();
    Some(documents::read(&file, &seed(number)?, None, &[]).unwrap())
}

fn figure(imported: &Imported, name: &str) -> usize {
    imported.figures.iter().find(|(figure, _)| figure == name).map_or(0, |(_, count)| *count)
}

fn of_code<'i>(imported: &'i Imported, code: &str) -> Vec<&'i Finding> {
    imported.doubts.iter().filter(|doubt| doubt.rule.code == code).collect()
}

fn lines(imported: &Imported, code: &str) -> Vec<usize> {
    let line = |doubt: &&Finding| match doubt.spot {
        Spot::Line(line, _) => line,
        _ => 0,
    };
    of_code(imported, code).iter().map(line).collect()
}

fn text<'d>(draft: &'d Draft, key: &str) -> &'d str {
    draft.front_matter.get(key).and_then(|value| value.as_str()).unwrap_or_default()
}

fn in_collection<'i>(imported: &'i Imported, collection: &str) -> Vec<&'i Draft> {
    imported.drafts.iter().filter(|draft| draft.id.collection() == collection).collect()
}

#[test]
fn the_documents_are_recognised() {
    for (number, form) in [
        ("001", Form::Timetable),
        ("002", Form::WriteUp),
        ("003", Form::Slides),
        ("004", Form::Progress),
        ("000", Form::Airtable),
    ] {
        let Some(bytes) = seed(number) else { continue };
        assert_eq!(recognise::form(&"in/document.txt".into(), &bytes).unwrap(), form, "{number}");
    }
}

#[test]
fn the_write_up_gives_20_actions_and_24_rows() {
    let Some(imported) = imported("002") else { return };
    let workshop = &imported.drafts[0];
    assert_eq!(workshop.id.as_str(), "workshops/2018-07-03-workshop-1");
    assert_eq!(text(workshop, "date"), "2018-07-03");
    let held = WriteUp::read(&workshop.body);
    assert_eq!(
        held.actions.iter().map(|action| action.number).collect::<Vec<_>>(),
        (1..=20).collect::<Vec<_>>()
    );
    assert!(held.actions.iter().all(|action| !action.responsible.is_empty()));
    let owners: BTreeSet<&str> =
        held.actions.iter().flat_map(|action| &action.responsible).map(|party| &*party.name).collect();
    assert_eq!(owners.into_iter().collect::<Vec<_>>(), ["CSOs", "HO", "Involve"]);
    let mut sections: Vec<(usize, usize)> = Vec::new();
    for row in &held.rows {
        let section = row.section.unwrap();
        match sections.last_mut().filter(|(last, _)| *last == section) {
            Some((_, count)) => *count += 1,
            None => sections.push((section, 1)),
        }
    }
    assert_eq!(sections.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [4, 5, 8, 7]);
    // Actions that the list words in one way and the discussion in another keep both.
    for number in [1, 3, 11, 15, 19] {
        assert!(held.actions[number - 1].wordings.len() > 1, "action {number}");
    }
    let wanted = [
        ("issue areas", 12),
        ("areas with key questions", 6),
        ("key questions", 39),
        ("principles", 7),
        ("sources", 18),
    ];
    for (name, count) in wanted {
        assert_eq!(figure(&imported, name), count, "{name}");
    }
    assert_eq!(in_collection(&imported, "issues").len(), 39);
}

#[test]
fn the_write_up_is_clean_and_its_doubts_are_at_their_lines() {
    let Some(imported) = imported("002") else { return };
    let body = &imported.drafts[0].body;
    for dirt in ["<b>", "<sup>", "<ul>", "<li>", "&lt;", "•", "·", "\t", "\n4\n", "CONTE", "rd </", "НО"]
    {
        assert!(!body.contains(dirt), "{dirt:?} is in the body");
    }
    assert!(body.contains("3rd parties") && body.contains("[^1]: "));
    assert!(body.contains("\n12. Security - External\n"));
    assert_eq!(of_code(&imported, "folded_letters").len(), 14);
    assert_eq!(lines(&imported, "cut_name"), [68, 347, 347]);
    assert_eq!(lines(&imported, "left_out"), [5, 78]);
    assert_eq!(lines(&imported, "lost_footnote_mark"), [80]);
    assert_eq!(lines(&imported, "split_cell"), [149]);
    assert_eq!(lines(&imported, "cut_text"), [135, 137, 382]);
    assert!(lines(&imported, "reconstructed_row").iter().all(|line| (141..=176).contains(line)));
}

#[test]
fn the_timetable_gives_30_entries_of_33_rows() {
    let Some(imported) = imported("001") else { return };
    let paper = &imported.drafts[0];
    assert_eq!(paper.id.as_str(), "papers/open-space-the-future-v1-0");
    assert_eq!(
        (text(paper, "version"), text(paper, "date"), text(paper, "kind")),
        ("1.0", "2019-02-26", "discussion")
    );
    assert_eq!(text(paper, "visibility"), "members");
    let milestones = in_collection(&imported, "milestones");
    assert_eq!((milestones.len(), figure(&imported, "rows of the timetable")), (30, 33));
    let years: Vec<usize> = ["2019", "2020", "2021", "2022", "2023"]
        .iter()
        .map(|year| milestones.iter().filter(|draft| text(draft, "due").starts_with(year)).count())
        .collect();
    assert_eq!(years, [6, 7, 8, 8, 1]);
    assert!(milestones.iter().all(|draft| text(draft, "due").len() == 7));
    let repeats: Vec<&str> = milestones
        .iter()
        .filter(|draft| !text(draft, "repeats").is_empty())
        .map(|draft| text(draft, "due"))
        .collect();
    assert_eq!(repeats, ["2021-06", "2022-06"]);
    assert_eq!(lines(&imported, "repeated_row"), [63, 73]);
    assert_eq!(lines(&imported, "split_cell"), [56]);
    assert_eq!(lines(&imported, "stray_month"), [69]);
    assert_eq!(lines(&imported, "stray_year"), [51]);
    assert_eq!(milestones.iter().filter(|draft| text(draft, "with") == "College of Policing").count(), 2);
    assert_eq!(milestones.iter().filter(|draft| !text(draft, "objective").is_empty()).count(), 22);
}

#[test]
fn the_slides_give_the_meeting_and_its_papers() {
    let Some(imported) = imported("003") else { return };
    let workshop = &imported.drafts[0];
    assert_eq!(workshop.id.as_str(), "workshops/2018-12-05-workshop-3");
    let length =
        |key: &str| workshop.front_matter.get(key).and_then(|value| value.as_sequence()).map_or(0, Vec::len);
    assert_eq!((length("purpose"), length("agenda"), length("papers")), (4, 10, 3));
    assert_eq!(figure(&imported, "steps of the plan"), 7);
    assert_eq!(in_collection(&imported, "papers").len(), 3);
    assert_eq!(of_code(&imported, "left_out").len(), 5);
}

#[test]
fn the_matrix_gives_seven_topics_and_14_artefacts() {
    let Some(imported) = imported("004") else { return };
    assert_eq!(imported.drafts[0].id.as_str(), "papers/outputs-and-progress-v1-0");
    assert_eq!(text(&imported.drafts[0], "date"), "2019-07-11");
    let topics = in_collection(&imported, "topics");
    let related: Vec<(&str, &str)> =
        topics.iter().map(|draft| (draft.id.slug(), text(draft, "related_actions"))).collect();
    assert_eq!(
        related,
        [
            ("governance-inspection-oversight", "2, 3, 6, 7, 9, 23-27, 68, 69, 79, 84, 85"),
            ("code-of-practice-and-training", "10-15, 96, 97, 120-123"),
            ("custody-image-policy", "72-77, 127, 130"),
            ("data-sharing", "16-18, 21, 40"),
            ("data-quality", "19, 20, 22"),
            ("dpia", ""),
            ("open-space-progress", "29-39, 41, 42, 54-67, 78, 83, 86-93, 98-112"),
        ]
    );
    let artefacts = in_collection(&imported, "artefacts");
    assert_eq!(artefacts.len(), 14);
    assert!(artefacts.iter().all(|draft| draft.front_matter.contains_key("from_actions")));
    let with_topic = artefacts.iter().filter(|draft| !text(draft, "topic").is_empty()).count();
    assert_eq!(with_topic, 9);
    assert_eq!(in_collection(&imported, "papers").len(), 9);
    assert!(imported.drafts.iter().all(|draft| text(draft, "visibility") == "members"));
}

#[test]
fn a_site_is_made_of_all_of_them() {
    let mut site = Site::new();
    let mut ids = BTreeSet::new();
    for number in ["001", "002", "003", "004"] {
        let Some(imported) = imported(number) else { return };
        for draft in imported.drafts {
            assert!(ids.insert(draft.id.to_string()), "{} is made twice", draft.id);
            let front = serde_yaml::to_string(&draft.front_matter).unwrap();
            site =
                site.file(&format!("content/{}.md", draft.id), format!("---\n{front}---\n\n{}", draft.body));
        }
    }
    let reading = read::archive(site.root()).unwrap();
    let mut findings = reading.findings;
    findings.extend(check::run(&reading.archive, date(2026, 11, 22)));
    findings.retain(|finding| finding.rule.severity == Severity::Error);
    assert!(findings.is_empty(), "{:#?}", read::place(site.root(), findings));
    assert_eq!(
        reading.archive.records().iter().filter(|record| record.id.collection() == "milestones").count(),
        30
    );
    let built = site.build_for("members");
    assert!(built.page("workshops/2018-07-03-workshop-1.html").contains("id=\"action-20\""));
}

#[test]
fn a_document_that_cannot_be_read_is_one_clear_fault() {
    let fault = |name: &str, bytes: &[u8]| {
        let fault = documents::read(&name.into(), bytes, None, &[]).unwrap_err();
        assert_eq!(fault.rule.severity, Severity::Error);
        assert_eq!(&*fault.file, name);
        (fault.spot, fault.message)
    };
    assert_eq!(fault("note.txt", b"# Write-up\n\nAction 1: caf\xe9").0, Spot::Line(3, 14));
    assert_eq!(fault("note.txt", b"# Write-up\0").0, Spot::Line(1, 11));
    assert!(fault("log.csv", b"No,Action,Owner\n1,\"Go").1.contains("never ends"));
    assert!(fault("log.xlsx", b"PK\x03\x04 cut in half").1.contains("cut or damaged"));
    assert!(fault("huge.txt", &vec![b'x'; 100 * 1024 * 1024]).1.contains("100 MB"));
    assert!(fault("scan.pdf", b"%PDF-1.7").1.contains("PDF"));
}
