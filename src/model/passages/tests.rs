//! What each audience is left with, and that what is hidden is never left.

use proptest::prelude::*;

use super::*;
use crate::model::text::tests::mangled;

fn public(text: &str) -> String {
    visible(text, Visibility::Public, Mark::Markdown).text.into_owned()
}

fn members(text: &str) -> String {
    visible(text, Visibility::Members, Mark::Markdown).text.into_owned()
}

#[test]
fn what_stands_around_a_stray_mark_does_not_become_one() {
    for (text, left) in [
        ("Thf [[/red[[/redact]]act]]", "Thf [[/red\\act]]"),
        ("[[<!-- x -->redact: r]]seen[[/redact]]", "[[\\redact: r]]seen"),
        ("[<!-- x -->[ /redact]] y", "[\\[ /redact]] y"),
        ("[<!-- x -->[[withheld: r]] y", "[[[withheld: r]] y"),
        ("[[a <!-- x --> b]]", "[[a  b]]"),
    ] {
        assert_eq!(public(text), left);
        assert_eq!(public(left), left);
    }
}

#[test]
fn a_mark_makes_no_fence_of_what_was_none() {
    let text = "[[redact: r]]![[/redact]]::: editors\nTwo.\n";
    assert_eq!(public(text), "[[withheld: r]]\\::: editors\nTwo.\n");
    assert_eq!(public(&public(text)), public(text));
    let text = "[[redact: r]]:::\n| [[/redact]]::: editors\nTwo.\n";
    assert_eq!(public(text), "[[withheld: r]]\n\n\\::: editors\nTwo.\n");
    assert_eq!(public(":<!-- x -->:: members\nTwo.\n"), ":\\:: members\nTwo.\n");
}

#[test]
fn what_is_cut_out_makes_no_fence_of_what_was_none() {
    for (text, left) in [
        ("[[redact: r]]:::\nx[[/redact]]::: editors\n", "[[withheld: r]]\n\n\\::: editors\n"),
        ("::<!-- x -->: members\nOne.\n", "::\\: members\nOne.\n"),
        ("- <!-- x -->::: members\nx\n:::\nOne.\n", "One.\n"),
        ("<!-- x --> A ::: editors\nOne.\n", " A ::: editors\nOne.\n"),
        ("A :::<!-- x --> members\nOne.\n", "A :::\\ members\nOne.\n"),
        ("A ::: mem<!-- x -->bers\nOne.\n", "A ::: mem\\bers\nOne.\n"),
        ("[[redact: r]]:::\n| [[/redact]]::: editors\nTwo.\n", "[[withheld: r]]\n\n\\::: editors\nTwo.\n"),
    ] {
        assert_eq!(public(text), left);
        assert_eq!(public(left), left);
    }
}

#[test]
fn a_mark_within_a_line_hides_the_rest() {
    for (text, left) in [
        ("Open. ::: members Canary ::: After.", "Open."),
        ("Open.\n**::: members**\nCanary\n**:::**\n", "Open.\n**"),
        ("Open.\n\n# ::: members\n\nCanary\n\n:::\n\nCanary\n", "Open.\n\n#"),
        ("<p>::: members</p>\nCanary\n<p>:::</p>\n", "<p>"),
        ("Open.<br>::: members<br>Canary<br>:::\n", "Open.<br>"),
        ("[[redact: r]]![[/redact]]::: members\nCanary\n", "[[withheld: r]]"),
        ("A ::: members b\n:::\nCanary\n", "A"),
    ] {
        assert_eq!(public(text), left);
        assert_eq!(public(left), left);
        assert_eq!(faults(text).len(), 1, "{text}");
        assert!(hides(text).len() == 1 || text.contains("redact"), "{text}");
    }
    // What is for nobody stays so, though the mark before it has no end.
    assert_eq!(members("A ::: members b ::: private c ::: d\n:::\nd"), "A \n\n b");
    for text in ["Write `::: members` here.", "stats:::private(x)", "A ::: B"] {
        assert_eq!((public(text).as_str(), faults(text).len()), (text, 0));
    }
}

#[test]
fn lines_may_end_as_word_processors_end_them() {
    for end in ["\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let text = ["Open.", "::: members", "Canary", ":::", "After."].join(end);
        let left = public(&text);
        assert!(
            left.starts_with("Open.") && left.ends_with("After.") && !left.contains("Canary"),
            "{left:?}"
        );
        assert_eq!((faults(&text).len(), public(&left)), (0, left));
    }
}

#[test]
fn a_mark_behind_brackets_stands_apart_from_them() {
    assert_eq!(public("]][[redact: r]]"), "]] [[withheld: r]]");
    let twice = "[[redact: a]]x[[/redact]][[redact: b]]y[[/redact]]";
    assert_eq!(public(twice), "[[withheld: a]] [[withheld: b]]");
    assert_eq!(public(&public(twice)), public(twice));
}

#[test]
fn passages_are_for_those_they_are_for() {
    let text = "One.\n\n::: members\n\nTwo.\n\n:::\n\nThree.\n\n::: private\nFour.\n:::\n";
    assert_eq!(public(text), "One.\n\nThree.\n");
    assert_eq!(members(text), "One.\n\nTwo.\n\nThree.\n");
    assert_eq!(visible(text, Visibility::Private, Mark::Markdown).text, "One.\n\nTwo.\n\nThree.\n\nFour.\n");
}

#[test]
fn a_hidden_passage_leaves_no_trace() {
    for (with, without) in [
        ("A\n\n::: members\nx\n:::\n\nB\n", "A\n\nB\n"),
        ("A\n::: members\nx\n:::\nB\n", "A\n\nB\n"),
        ("::: members\nx\n:::\nB\n", "B\n"),
        ("A\n\n::: members\nx\n:::\n", "A\n"),
        ("| a |\n| - |\n| b |\n::: members\n| x |\n:::\n| c |\n", "| a |\n| - |\n| b |\n| c |\n"),
        ("- a\n::: members\n- x\n:::\n- b\n", "- a\n- b\n"),
        ("1. a\n   ::: members\n   x\n   :::\n2. b\n", "1. a\n2. b\n"),
        ("> a\n> ::: members\n> x\n> :::\n> b\n", "> a\n> b\n"),
        ("A\n<!-- x -->\nB <!-- x -->b\n", "A\n\nB b\n"),
        ("A <!-- x\nx", "A "),
        ("A\n\n<!-- x\nx", "A"),
    ] {
        assert_eq!(public(with), without, "{with}");
    }
}

#[test]
fn fences_nest_and_close_properly() {
    let text = "A\n\n::: members\n\nB\n\n::: private\n\nC\n\n:::\n\nD\n\n:::\n\nE\n";
    assert_eq!(public(text), "A\n\nE\n");
    assert_eq!(members(text), "A\n\nB\n\nD\n\nE\n");
    assert_eq!(public("::: members\n::: public\nx\n:::\nx\n:::\nA\n"), "A\n");
}

#[test]
fn what_is_malformed_hides_more() {
    assert_eq!(public("A\n\n::: members\nx\n"), "A\n");
    assert_eq!(members("A\n\n::: secret\nx\n:::\nB\n"), "A\n\nB\n");
    assert_eq!(members("A\n\n::: Members only\nx\n:::\nB\n"), "A\n\nB\n");
    assert_eq!(public("A [[redact: r]] x"), "A [[withheld: r]]");
    assert_eq!(public("A [[redact: r\nx"), "A [[withheld: r]]");
    assert_eq!(public("A [[REDACT]]x[[ / redact ]] B"), "A [[withheld]] B");
    assert_eq!(public("A [[redact: a]]x[[redact: b]]x[[/redact]]x[[/redact]] B"), "A [[withheld: a]] B");
    assert_eq!(public("\u{feff}  :::members\nx\n :::  \nA\n"), "A\n");
    assert_eq!(public("- ::: members\n  x\n- :::\n"), "");
}

#[test]
fn closed_code_may_show_the_marks() {
    let text = "```text\n::: members\n:::\n```\n\nA\n";
    assert_eq!(public(text), text);
    // Where one block is open nobody knows which lines are code.
    assert_eq!(public("```\n::: members\nx\n:::\n```\n\n```\nA\n"), "```\n\n```\n\n```\nA\n");
    assert_eq!(public("    ::: members\n    x\n    :::\nA\n"), "A\n");
    assert_eq!(public("`[[redact: r]]x[[/redact]]`"), "`[[withheld: r]]`");
}

#[test]
fn redactions_leave_a_mark_with_the_reason() {
    let text = "Asked by [[redact: principle-5]]x[[/redact]] in July.";
    let left = visible(text, Visibility::Public, Mark::Markdown);
    assert_eq!(left.text, "Asked by [[withheld: principle-5]] in July.");
    assert_eq!(left.withheld, ["principle-5"]);
    assert_eq!(visible(text, Visibility::Public, Mark::Plain).text, "Asked by [withheld] in July.");
    let left = visible(text, Visibility::Members, Mark::Markdown);
    assert_eq!((&*left.text, left.withheld.len()), ("Asked by x in July.", 0));
    assert_eq!(
        visible("[[withheld: r]] [[withheld]]", Visibility::Members, Mark::Markdown).withheld,
        ["r", ""]
    );
    assert_eq!(public("[[redact: a|<b>]]x[[/redact]]"), "[[withheld: a b]]");
    assert_eq!(public("By [[redact: r]]x[[/redact]](HO)."), "By [[withheld: r]] (HO).");
}

#[test]
fn a_redaction_over_a_fence_hides_both() {
    assert_eq!(
        public("A [[redact: r]] x\n\n::: members\nx [[/redact]] x\n:::\n\nB\n"),
        "A [[withheld: r]]\n\nB\n"
    );
    assert_eq!(public("A\n\n::: members\n[[redact: x]] x\n:::\n\nx [[/redact]] B\n"), "A\n\n B\n");
}

#[test]
fn faults_are_told_where_they_are() {
    let told = |text: &str| {
        faults(text).into_iter().map(|(at, fault)| (at, fault.split(':').next().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(told("A\n\n::: members\nB\n:::\n[[redact: r]]x[[/redact]] `:::` [[link]]\n"), []);
    assert_eq!(told("A\n::: members\nx"), [(2, "a passage is not closed, so the rest is hidden")]);
    assert_eq!(told("::: secret\nx\n:::\n"), [(0, "a passage is for nobody known")]);
    assert_eq!(told("A\n:::\n"), [(2, "`")]);
    assert_eq!(told("A [[redact: r]]x"), [(2, "a redaction is not closed, so the rest is hidden")]);
    assert_eq!(told("A [[redact]]x[[/redact]]"), [(2, "a redaction gives no reason")]);
    assert_eq!(told("[[/redact]]").len(), 1);
    assert_eq!(
        told("[[redact: r]]\n::: members\n[[/redact]]\n:::\n"),
        [(14, "a redaction goes across the edge of a passage")]
    );
}

#[test]
fn places_lead_back_to_the_source() {
    let text = "One.\n\n::: members\nTwo.\n:::\n\nThrée [[redact: r]]x y[[/redact]] four.";
    let left = visible(text, Visibility::Public, Mark::Markdown);
    let find = |words: &str| left.text.find(words).unwrap();
    let source = |words: &str| &text[left.source(&(find(words)..find(words) + words.len()))];
    assert_eq!(source("Thrée"), "Thrée");
    assert_eq!(source("four"), "four");
    assert_eq!(left.source_of(find("[[withheld")), text.find("x y").unwrap());
}

proptest! {
    #[test]
    fn what_is_left_is_taken_from_the_source(text in mangled()) {
        for level in [Visibility::Public, Visibility::Members, Visibility::Private] {
            let left = visible(&text, level, Mark::Markdown);
            for piece in &left.pieces {
                let (new, old) = (piece.new..piece.new + piece.length, piece.old..piece.old + piece.length);
                prop_assert_eq!(left.text.get(new), text.get(old));
            }
            for (start, _) in left.text.char_indices() {
                prop_assert!(text.is_char_boundary(left.source_of(start)));
            }
        }
        for (at, _) in faults(&text) {
            prop_assert!(text.is_char_boundary(at));
        }
    }

    #[test]
    fn the_public_sees_no_more_than_members_and_members_no_more_than_the_source(text in mangled()) {
        let bytes = |level| {
            let left = visible(&text, level, Mark::Markdown);
            match left.text {
                Cow::Borrowed(_) => (0..text.len()).collect::<std::collections::BTreeSet<_>>(),
                Cow::Owned(_) => left.pieces.iter().flat_map(|piece| piece.old..piece.old + piece.length).collect(),
            }
        };
        let blank = |byte: &usize| text.as_bytes()[*byte].is_ascii_whitespace();
        let public = bytes(Visibility::Public);
        let members = bytes(Visibility::Members);
        let all = bytes(Visibility::Private);
        prop_assert!(public.difference(&members).all(&blank));
        prop_assert!(members.difference(&all).all(blank));
    }

    #[test]
    fn once_is_enough(text in mangled()) {
        // What is code may change with what is taken out.
        prop_assume!(!text.contains("```") && !text.contains("~~~"));
        let once = public(&text);
        prop_assert_eq!(public(&once), once);
    }

    #[test]
    fn what_is_fenced_or_redacted_is_gone(
        parts in prop::collection::vec((0usize..6, "[a-c \n*|-]{0,8}"), 0..8),
    ) {
        let mut text = String::new();
        for (form, words) in &parts {
            text += &match form {
                0 => format!("\n::: members\n{words}CANARY{words}\n:::\n{words}"),
                1 => format!("\n\n::: private\n{words}\n\n::: members\nCANARY\n:::\nCANARY\n:::\n\n{words}"),
                2 => format!("{words}[[redact: r]]{words}CANARY[[/redact]]{words}"),
                3 => format!("{words}<!-- CANARY -->{words}"),
                4 => format!("\n```\n{words}\n```\n"),
                _ => words.clone(),
            };
        }
        prop_assert!(!public(&text).contains("CANARY"), "{}", public(&text));
    }
}
