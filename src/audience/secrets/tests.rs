//! What is looked for, and what is not.

use super::*;
use crate::audience::tests::fixture::{archive, configured, field, members, public, record, with_body};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::config::{CollectionConfig, FieldConfig};
use crate::model::value::Value;

const DAY: &str = "2020-01-01";

/// What of the secrets of the public edition stands in a text.
fn told(archive: &Archive, text: &str) -> Vec<String> {
    let secrets = secrets(archive, &public(archive, DAY), &["A template that says Closed."]);
    let mut traces = BTreeSet::new();
    secrets.find(&Words::of(text), &mut |trace| {
        traces.insert(trace);
    });
    let mut what: Vec<String> = secrets
        .confirmed(traces)
        .into_iter()
        .flat_map(|trace| secrets.of(trace))
        .map(|secret| format!("{}: {}", secret.file, secret.what))
        .collect();
    what.dedup();
    what
}

fn hidden(name: &str, title: &str, text: &str) -> Record {
    let mut hidden = with_body(record(name), text);
    hidden.title = title.to_owned();
    hidden.access.visibility = Visibility::Members;
    hidden
}

const PASSAGE: &str = "The letter of the third of May asks the board to put off the vote until autumn.";

#[test]
fn nothing_is_looked_for_where_nothing_is_hidden() {
    let open = archive(vec![with_body(record("a/one"), "Text.")]);
    assert!(secrets(&open, &public(&open, DAY), &[]).is_empty());
    let closed = archive(vec![hidden("a/one", "A title", "Text.")]);
    assert!(!secrets(&closed, &public(&closed, DAY), &[]).is_empty());
    assert!(secrets(&closed, &members(&closed, DAY), &[]).is_empty());
}

#[test]
fn a_hidden_record_is_known_by_any_part_of_it() {
    let archive =
        archive(vec![record("papers/open"), hidden("papers/draft-reply", "Reply to Ms Okonkwo", PASSAGE)]);
    for text in [
        "asks the board to PUT OFF the *vote* until autumn",
        "see papers/draft-reply.html",
        "href=draft-reply.html",
        "“Reply to Ms Okonkwo”",
    ] {
        assert_eq!(told(&archive, text).len(), 1, "{text}");
    }
    for text in ["asks the board to vote", "the reply", "my-draft-reply", "papers/open.html", ""] {
        assert_eq!(told(&archive, text), [""; 0], "{text}");
    }
}

#[test]
fn what_the_edition_says_itself_is_no_secret() {
    let open = with_body(
        record("papers/open"),
        &format!("Also: {}", PASSAGE.replace("the board", "[the board](x.md)")),
    );
    let archive = archive(vec![open, hidden("papers/b", "A record", PASSAGE)]);
    assert_eq!(told(&archive, PASSAGE), [""; 0]);
    assert_eq!(told(&archive, "A record"), [""; 0]);
}

#[test]
fn headings_that_all_share_tell_nothing_of_what_stands_beside_them() {
    let write_up = |last: &str, said: &str| {
        format!(
            "## Actions\n\n- Look at the matter again, which is {last}\n\n## Discussion\n\n\
             | Discussion or question | Response or action |\n| --- | --- |\n| {said} | None |\n"
        )
    };
    let open = with_body(record("workshops/one"), &write_up("done", "Will there be tea?"));
    let closed = hidden("workshops/two", "A meeting behind doors", &write_up("open", PASSAGE));
    let archive = archive(vec![open, closed]);
    // The word is of the state of an action; its page has the headings, as every other has.
    let page = "Open. Discussion. Discussion or question, Response or action: Will there be tea? None";
    assert_eq!(told(&archive, page), [""; 0]);
    let page = format!("Discussion or question, Response or action: {PASSAGE} None");
    assert_eq!(told(&archive, &page).len(), 1);
    assert_eq!(told(&archive, "Discussion or question Response or action The letter of the third").len(), 0);
}

#[test]
fn what_several_records_hide_in_the_same_words_is_told_of_each() {
    let one = hidden("papers/one", "Reply to Ms Okonkwo", "One.");
    let other = hidden("papers/other", "Reply to Ms Okonkwo", "Two.");
    let both = archive(vec![one, other, record("papers/open")]);
    let what = ["content/papers/one.md: the title", "content/papers/other.md: the title"];
    assert_eq!(told(&both, "A reply to Ms Okonkwo"), what);
}

#[test]
fn a_part_that_is_hidden_is_a_secret_and_the_rest_is_not() {
    let text = format!(
        "Open words that everybody may read at their leisure.\n\n::: members\n\n{PASSAGE}\n\n:::\n\nBy [[redact: p5]]Ngozi Okonkwo[[/redact]].\n"
    );
    let archive = archive(vec![with_body(record("papers/open"), &text)]);
    assert_eq!(told(&archive, PASSAGE), ["content/papers/open.md: a passage"]);
    assert_eq!(told(&archive, "by Ngozi Okonkwo, who"), ["content/papers/open.md: a passage"]);
    assert_eq!(told(&archive, "Open words that everybody may read at their leisure."), [""; 0]);
}

#[test]
fn hidden_fields_and_settings_are_secrets() {
    let kept = FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() };
    let case = field(record("cases/one"), "contact", Value::Text("ngozi@okonkwo.example".to_owned()));
    let archive = configured(vec![case], |config| {
        let fields = vec![("contact".into(), kept)];
        config.collections = vec![
            ("cases".into(), CollectionConfig { fields, ..CollectionConfig::default() }),
            (
                "grievances".into(),
                CollectionConfig {
                    label: Some("Grievances of staff".to_owned()),
                    ..CollectionConfig::default()
                },
            ),
        ];
    });
    assert_eq!(told(&archive, "mailto:ngozi@okonkwo.example"), ["content/cases/one.md: the field `contact`"]);
    assert_eq!(told(&archive, "grievances/index.html"), ["annals.yaml: the setting"]);
    assert_eq!(told(&archive, "Grievances of staff"), ["annals.yaml: the setting"]);
}

#[test]
fn everyday_words_numbers_and_dates_raise_no_alarm() {
    let mut one =
        hidden("cases/one", "Closed", "Yes.\n\nNot started.\n\n3 July 2018\n\n2018-07-03\n\n12 people");
    one = field(one, "status", Value::Tags(vec!["Open".into(), "Not started".into(), "In progress".into()]));
    one = field(one, "count", Value::Number("120".to_owned()));
    let archive = archive(vec![one, record("cases/two")]);
    let page =
        "Closed. Yes. Work not started, in progress. 3 July 2018, 2018-07-03: 120 people, 12 people, Open.";
    assert_eq!(told(&archive, page), [""; 0]);
}

#[test]
fn what_is_said_to_be_public_is() {
    let with = |words: &[&str]| {
        configured(vec![hidden("a/b", "Ngozi Okonkwo", PASSAGE)], |config| {
            config.public.words = words.iter().map(|word| (*word).to_owned()).collect();
        })
    };
    assert_eq!(told(&with(&[]), "Ngozi Okonkwo").len(), 1);
    assert_eq!(told(&with(&["Ngozi Okonkwo"]), "Ngozi Okonkwo"), [""; 0]);
}

#[test]
fn a_field_that_is_withheld_on_purpose_is_looked_for_as_a_name_is() {
    let mut case = field(record("cases/one"), "contact", Value::Text("Jan Lim".to_owned()));
    case.access.redactions = vec![crate::model::access::Redaction {
        path: crate::diag::FieldPath::key("contact"),
        reason: "p5".to_owned(),
    }];
    assert_eq!(told(&archive(vec![case]), "by Jan Lim"), ["content/cases/one.md: the field `contact`"]);
}
