//! What is a mention, and what is not.

use super::*;

fn told(text: &str) -> Vec<String> {
    mentions(text)
        .into_iter()
        .map(|mention| {
            let item = |item: &Item| {
                let minus = if item.only_year { "-" } else { "" };
                let before = item.before.as_ref().map_or(String::new(), |before| format!("{before} "));
                let at = item.locator.as_ref().map_or(String::new(), |locator| format!(" at {locator}"));
                format!("{before}{minus}{}{at}", item.key)
            };
            match mention.what {
                Ok(What::Directive(directive)) => {
                    let arguments: Vec<String> = directive
                        .arguments
                        .iter()
                        .map(|argument| match &argument.name {
                            Some(name) => format!("{name}={}", argument.value),
                            None => argument.value.clone(),
                        })
                        .collect();
                    let alone = if mention.alone { "!" } else { "" };
                    format!("{}({}){alone}", directive.name, arguments.join("|"))
                }
                Ok(What::Citation(items)) => {
                    format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join("; "))
                }
                Ok(What::InText(one)) => format!("in text {}", item(&one)),
                Ok(What::Record(id)) => format!("record {id}"),
                Ok(What::Here(part, name)) => format!("{} {name}", part.prefix()),
                Err(malformed) => malformed.message,
            }
        })
        .collect()
}

#[test]
fn directives_have_names_and_arguments() {
    assert_eq!(
        told("There are {{ count(heading=\"resolved\", topic='data-sharing') }} of {{count}}."),
        ["count(heading=resolved|topic=data-sharing)", "count()"]
    );
    assert_eq!(told("Text.\n\n{{ figure(“headings”, id=x) }}\n\nMore."), ["figure(headings|id=x)!"]);
    assert_eq!(told("Text\n{{ figure(headings) }}\n\nMore."), ["figure(headings)"]);
}

#[test]
fn what_is_wrong_with_a_directive_is_told() {
    assert_eq!(told("{{ count(a=\"b }}"), ["a quotation mark is not closed"]);
    assert_eq!(told("{{ count(a b) }}"), ["between two arguments stands a comma"]);
    assert_eq!(told("{{ count(a"), ["a directive that starts here is not closed by `}}`"]);
    assert_eq!(told("{{ for x in y }}"), ["`for` is followed by its arguments in brackets, or by nothing"]);
    assert_eq!(told("{{ }}"), ["a directive starts with its name, as in `{{ count() }}`"]);
    assert_eq!(told("{{ count(a=) }}"), ["an argument has no value"]);
}

#[test]
fn citations_are_those_of_pandoc() {
    assert_eq!(told("So [@kane2019, p. 9]."), ["[kane2019 at p. 9]"]);
    assert_eq!(told("So [see @a, pp. 3-4; -@b]."), ["[see a at pp. 3-4; -b]"]);
    assert_eq!(told("As @kane2019 [p. 9] has it; @b."), ["in text kane2019 at p. 9", "in text b"]);
    assert_eq!(told("[@papers/code-v1.0, § 2]"), ["[papers/code-v1.0 at § 2]"]);
    assert_eq!(
        told("[@a; b]"),
        ["each work in the brackets is named by its key, as in `[@key, p. 9; @other]`"]
    );
}

#[test]
fn references_lead_to_records_or_to_parts_of_the_report() {
    assert_eq!(
        told(
            "See @issues/custody-images, @workshops/w-1#p-14. And @fig:headings (@tbl:actions; @sec:method, @p:silence)."
        ),
        [
            "record issues/custody-images",
            "record workshops/w-1#p-14",
            "fig headings",
            "tbl actions",
            "sec method",
            "p silence"
        ]
    );
}

#[test]
fn what_is_no_mention_is_left_alone() {
    for text in [
        "Write to a@example.org or <b@example.org>.",
        "`{{ count }}` and `@key`\n\n```\n{{ count }} @key\n```\n",
        "\\{{ count }} \\@key \\[@key]",
        "[words](https://example.org/@user) and [mail](mailto:a@b.org)",
        "<span title=\"@x\">y</span> <!-- @z {{ a }} -->",
        "@ alone, [@] too, {x} and [[withheld: x]]",
        "nothing",
    ] {
        assert!(told(text).is_empty(), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn never_panics_and_places_are_in_order(text in crate::model::text::tests::mangled()) {
        let mut last = 0;
        for mention in mentions(&text) {
            proptest::prop_assert!(mention.at.start >= last && text.get(mention.at.clone()).is_some());
            last = mention.at.end;
        }
    }

    #[test]
    fn never_panics_on_marks(text in "[@{}\\[\\]();,\"'a-c=#:./\\n `\\\\-]{0,40}") {
        mentions(&text);
    }
}
