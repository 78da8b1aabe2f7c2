//! Who is meant by a name, and where names stand.

use super::*;

fn names(known_as: &[&str]) -> Names {
    let mut names = Names::default();
    let others: Vec<Arc<str>> = known_as.iter().map(|name| Arc::from(*name)).collect();
    let group = "Civil society organisations".into();
    names.add(&Config::titled("A"), "Parents' League", Some(&group), &others);
    names.forms = Forms::of(&names.gathered);
    names
}

fn told(names: &Names, text: &str) -> Vec<String> {
    names.find(text).into_iter().map(|named| text[named.at].to_owned()).collect()
}

#[test]
fn names_are_found_however_they_are_inflected() {
    let names = names(&["PL", "The League of Parents"]);
    for (text, found) in [
        ("The Parents' League said", "Parents' League"),
        ("the parents’ league’s view", "parents’ league"),
        ("Parents League.", "Parents League"),
        ("**Parents'**\nLeague", "Parents'**\nLeague"),
        ("Parents&#39; League", "Parents&#39; League"),
        ("PL's answer", "PL"),
        // Cyrillic letters in a Latin word, as they come out of PDF files.
        ("the Раrents' Lеague", "Раrents' Lеague"),
        ("the &#1056;arents' League", "&#1056;arents' League"),
        ("two PLs", "PL"),
        ("(PL)", "PL"),
        ("League of Parents", "League of Parents"),
        ("the [Parents'](https://e.org/) League", "Parents'](https://e.org/) League"),
        ("Par**ents' League**", "Par**ents' League"),
        ("Par<b class=\"x\">ents</b>' Lea<wbr>gue", "Par<b class=\"x\">ents</b>' Lea<wbr>gue"),
        ("&#80;arents' Lea&shy;gue", "&#80;arents' Lea&shy;gue"),
        ("Parents'[^1] League[^2]", "Parents'[^1] League"),
        ("Parents' [[withheld: x y]] League", "Parents' [[withheld: x y]] League"),
        ("<abbr title=\"Parents' League\">x</abbr>", "Parents' League"),
        ("<i id=the-parents-league>x</i>", "parents-league"),
        ("#ParentsLeague", "ParentsLeague"),
        ("[x](https://www.parentsleague.org/)", "parentsleague"),
        ("the P.L. said", "P.L"),
        ("the P. L. said", "P. L"),
        ("**P**L", "P**L"),
    ] {
        assert_eq!(told(&names, text), [found], "{text}");
    }
}

#[test]
fn what_is_only_like_a_name_is_none() {
    let names = names(&["PL", "May"]);
    for text in [
        "a pl",
        "PLAN",
        "APL",
        "the league of parents' friends",
        "it may be",
        "Parents, League",
        "plans P, L and M",
        "p.l.",
        "P. 3, l. L.",
        "theparentsleagues",
        "Parents'\n\n[x](y) of the League",
        "P*L*AN",
    ] {
        assert!(told(&names, text).len() <= usize::from(text.contains("Parents,")), "{text}");
    }
    assert!(told(&names, "it may be a plan").is_empty());
}

#[test]
fn what_stands_in_is_the_group() {
    let names = names(&["PL"]);
    let masked = names.masked("PL's view, and the Parents' League", &|_| false);
    assert_eq!(
        masked.as_deref(),
        Some("Civil society organisations's view, and the Civil society organisations")
    );
    assert_eq!(names.masked("PL", &|_| true), None);
}
