//! The PDF beside pages: what is closed changes no byte of them. (A leak into one is for the scan to hear.)
#![cfg(feature = "pdf")]

use std::collections::BTreeMap;

use crate::harness::Site;

/// An archive whose every kind of PDF could tell something, with what is confidential or without.
fn archive(confidential: bool) -> Site {
    let closed = |text: &str| if confidential { text.to_owned() } else { String::new() };
    let site = Site::new()
        .record(
            "cases/street",
            &format!("title: The street\nstart_year: '2018'\nsources_link: [open{}]", closed(", secret")),
            &format!("# What went on\n\nIt met.\n{}", closed("\n::: members\n\nZelda Quist objected.\n\n:::\n")),
        )
        .record("sources/open", "title: Open", "")
        .record(
            "workshops/first",
            "title: First\nnumber: 1\ndate: 2018-07-03",
            &format!(
                "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Publish the map. | Ministry |\n{}",
                closed("::: members\n| **Action 2:** Silence Zelda Quist. | Ministry |\n:::\n")
            ),
        )
        .record("topics/supply", "title: Supply", "")
        .record(
            "issues/who-pays",
            &format!(
                "title: Who pays?\ntopic: supply\nraised: {{at: workshops/first, on: 2018-07-03}}\nhistory:\n\
                 - {{on: 2018-07-03, at: workshops/first, discussed: true, agreement: agreed, work: not-started, evidence: [workshops/first#p-1]}}\n{}",
                closed("- {on: 2018-12-01, discussed: true, agreement: not-agreed, visibility: members, note: Zelda Quist refused}\n")
            ),
            "",
        )
        .record(
            "reports/first",
            "title: Annual report\nperiod: 2018-01/2018-12\nstatus: final\ndate: 2019-01-31",
            "It began.",
        );
    match confidential {
        true => {
            site.record("sources/secret", "title: Letter of Zelda Quist\nvisibility: members", "").record(
                "issues/may-she-speak",
                "title: May Zelda Quist speak?\nvisibility: members\ntopic: supply",
                "",
            )
        }
        false => site,
    }
}

/// Every PDF of the public site, and the folder that they are in.
fn papers(confidential: bool) -> BTreeMap<String, Vec<u8>> {
    let site = archive(confidential);
    let frozen = site.run(&["report", "first", "--freeze", "--today", "2019-02-01"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let ran = site.run(&["build", "--today", "2026-11-22", "--no-search"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let output = site.root().join("output/public");
    let files = walkdir::WalkDir::new(&output).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|file| file.path().extension().is_some_and(|end| end == "pdf"))
        .map(|file| {
            let name = file.path().strip_prefix(&output).unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(file.path()).unwrap())
        })
        .collect()
}

/// It sets five PDF twice, which takes a debug build some seconds.
#[test]
fn what_is_closed_changes_no_pdf() {
    let (with, without) = (papers(true), papers(false));
    let names: Vec<&str> = with.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "actions/index.pdf",
            "cases/street.pdf",
            "reports/first/edition-1/report.pdf",
            "reports/first/report.pdf",
            "workshops/first.pdf",
        ]
    );
    for (name, bytes) in &with {
        assert!(Some(bytes) == without.get(name), "{name} differs");
    }
}
