//! Locks that read back, and hands that were in one.

use super::*;

fn sample() -> Lock {
    let report = RecordId::new("reports", "one");
    let passage = |form, number: Option<&str>, id: &str, title: Option<&str>, text: &str| Passage {
        form,
        number: number.map(str::to_owned),
        id: id.to_owned(),
        voice: number.map(|_| "records".to_owned()),
        title: title.map(str::to_owned),
        text: text.to_owned(),
    };
    Lock {
        file: file_of("content", &report, Visibility::Public).into(),
        report,
        audience: Visibility::Public,
        editions: vec![Frozen {
            edition: 1,
            date: Some("2019-08".parse().unwrap()),
            frozen_on: civil::date(2019, 8, 1),
            as_of: civil::date(2019, 7, 31),
            program: "0.1.0".to_owned(),
            language: "en".to_owned(),
            title: "A report: first".to_owned(),
            authors: vec!["A. Body".to_owned()],
            facts: vec![("Edition".to_owned(), "First edition".to_owned())],
            issues: vec![FrozenIssue {
                issue: None,
                heading: Heading::Outstanding,
                rule: "agreed, work to do".to_owned(),
                paragraph: "2".to_owned(),
                evidence: Vec::new(),
            }],
            withdrawn: vec![Withdrawal {
                on: civil::date(2020, 2, 1),
                reason: "personal-data".to_owned(),
                passages: vec!["withdrawn-2".to_owned()],
                record: Some("ef".repeat(32)),
                before: "cd".repeat(32),
            }],
            cited: vec![Cited {
                passage: "workshops/one#p-4".to_owned(),
                words: "Action 3: it’s “open”".to_owned(),
                sha256: "ab".repeat(32),
            }],
            passages: vec![
                passage(Form::Heading(2), None, "summary", Some("Summary"), ""),
                passage(Form::Paragraph, Some("1"), "summary-counts", None, " odd: *text* \n\n- a\n  b\t"),
                passage(Form::Issue(Heading::Resolved), Some("2.1"), "issue-a", Some("'#"), "é\u{a0}\\_"),
                passage(Form::Table, None, "t", Some("T"), "| a |\n| --- |\n| yes |\n"),
            ],
        }],
    }
}

#[test]
fn a_lock_reads_back_as_it_was_written() {
    let lock = sample();
    let text = text(&lock).unwrap();
    assert_eq!(self::lock(&lock.file, &text), Ok(lock));
}

#[test]
fn a_hand_in_the_file_is_told_with_the_paragraph() {
    let lock = sample();
    let text = text(&lock).unwrap();
    let told = |text: String| {
        let found = self::lock(&lock.file, &text).unwrap_err();
        found.into_iter().map(|one| format!("{} {}", one.rule.code, one.message)).collect::<Vec<_>>()
    };
    assert_eq!(
        told(text.replace("odd:", "even:")),
        ["edited_lock paragraph 1 of edition 1 was edited by hand"]
    );
    let day = text.replace("as_of: 2019-07-31", "as_of: 2019-07-30");
    assert_eq!(told(day), ["edited_lock the seal of edition 1 is broken: the lock was edited by hand"]);
    assert_eq!(
        told(text.replace("#p-4", "#p-5")),
        ["edited_lock the seal of edition 1 is broken: the lock was edited by hand"]
    );
    let cut = &text[..text.len() / 2];
    assert!(!told(cut.to_owned()).is_empty());
    assert_eq!(
        told(text.replace("audience: public", "audience: members")),
        ["broken_lock it is the lock of `reports/one` for members"]
    );
}
