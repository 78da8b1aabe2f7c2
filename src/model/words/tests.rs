//! Catalogues against one another and against the English that they are measured by.

use super::*;
use crate::model::date::Edtf;

fn both() -> (Arc<Words>, Arc<Words>) {
    (of_language("en"), of_language("cy"))
}

#[test]
fn both_catalogues_are_read_and_have_the_same_messages_with_the_same_arguments() {
    Words::read("en", ENGLISH).unwrap();
    Words::read("cy", WELSH).unwrap();
    let (english, welsh) = both();
    let of = |words: &Words| -> Vec<(String, Vec<String>)> {
        let owned = |(key, args): (&str, Vec<&str>)| {
            (key.to_owned(), args.into_iter().map(str::to_owned).collect::<Vec<_>>())
        };
        words.messages().map(owned).collect()
    };
    let (english, welsh) = (of(&english), of(&welsh));
    let lacking: Vec<_> = english.iter().filter(|one| !welsh.contains(one)).collect();
    let more: Vec<_> = welsh.iter().filter(|one| !english.contains(one)).collect();
    assert!(lacking.is_empty(), "Welsh lacks, or has with other arguments: {lacking:#?}");
    assert!(more.is_empty(), "English lacks, or has with other arguments: {more:#?}");
}

#[test]
fn the_labels_of_fields_are_those_of_the_schema() {
    let schema = crate::model::schema::Schema::of(&crate::model::config::Config::titled("T"));
    let (english, welsh) = both();
    for collection in schema.collections() {
        assert_eq!(english.find("collection", &collection.name), Some(&*collection.label));
        assert_eq!(english.find("singular", &collection.name), Some(&*collection.singular));
        let group = format!("field-{}", collection.name);
        for field in &collection.fields {
            let label = |words: &Words| {
                words.find(&group, &field.key).or_else(|| words.find("field", &field.key)).map(str::to_owned)
            };
            assert_eq!(label(&english).as_deref(), Some(&*field.label), "{group}-{}", field.key);
            assert!(label(&welsh).is_some());
        }
    }
}

#[test]
fn dates_read_as_they_did_without_a_catalogue() {
    let (english, _) = both();
    for text in [
        "2018",
        "2018-07",
        "2018-07-03",
        "201X",
        "20XX",
        "2018-21",
        "2018?",
        "2018-07~",
        "2018%",
        "2018/2019-05",
        "2018/..",
        "../2018",
    ] {
        let date: Edtf = text.parse().unwrap();
        assert_eq!(english.edtf(date), date.in_words(), "{text}");
    }
}

#[test]
fn dates_and_plurals_read_well_in_welsh() {
    let (_, welsh) = both();
    let say = |text: &str| welsh.edtf(text.parse().unwrap());
    assert_eq!(say("2018-07-03"), "3 Gorffennaf 2018");
    assert_eq!(say("2018-07/2019-08"), "Gorffennaf 2018 i Awst 2019");
    assert_eq!(say("2018-02~"), "tua Chwefror 2018");
    let count = |n: usize| welsh.fill("n-issue", args![count = n]);
    assert_eq!(
        [0, 1, 2, 3, 6, 11, 1234].map(count),
        ["dim materion", "1 mater", "2 fater", "3 mater", "6 mater", "11 mater", "1,234 mater"]
    );
    let count = |n: usize| welsh.fill("n-action", args![count = n]);
    assert_eq!(
        [2, 3, 6, 7].map(count),
        ["2 gam gweithredu", "3 cham gweithredu", "6 cham gweithredu", "7 cam gweithredu"]
    );
}

#[test]
fn a_catalogue_of_a_theme_may_say_one_thing_otherwise() {
    let (english, _) = both();
    let own = english.with("home = Start\n").unwrap();
    assert_eq!((own.say("home"), own.say("search")), ("Start", "Search"));
    let german = Words::read("de", "home = Startseite\n").unwrap().or(&english);
    assert_eq!((german.say("home"), german.say("search")), ("Startseite", "Search"));
    assert!(
        german.lacking().contains(&"search".to_owned()) && !german.lacking().contains(&"home".to_owned())
    );
}

#[test]
fn what_is_no_catalogue_is_named_with_its_line() {
    let fault = |text: &str| Words::read("en", text).unwrap_err().to_string();
    assert!(fault("home = Home\nhome {\n").starts_with("line 2: "), "{}", fault("home = Home\nhome {\n"));
    assert!(fault("a = x\nhome = { DATETIME($now) }\n").contains("line 2: `home`"));
    assert!(fault("home = { $n ->\n   *[one.five] x\n}\n").starts_with("line"));
    assert!(fault("home = { home }\n").contains("names itself"));
    assert!(fault("home = { nowhere }\n").contains("there is no `nowhere`"));
}

#[test]
fn markup_of_the_catalogue_is_markup_only_where_it_is_asked_for() {
    let words = Words::read("en", "x = <b>See</b> <list>all & { $n }</list>\n").unwrap();
    assert_eq!(words.fill("x", args![n = 3_i64, list = "a.html"]), "See all & 3");
    assert_eq!(
        words.markup("x", args![n = "<i>3</i>", list = "a.html?b&c"]),
        "<b>See</b> <a href=\"a.html?b&amp;c\">all &amp; <i>3</i></a>"
    );
}

#[test]
fn dates_hold_together_in_words() {
    let (english, welsh) = both();
    let shown = |text: &str| english.bound(text).replace('\u{a0}', "_");
    assert_eq!(shown("Raised on 3 July 2018 at Workshop 1."), "Raised on 3_July_2018 at Workshop 1.");
    assert_eq!(shown("July 2018 to 31 May 2019; in 2020"), "July_2018 to 31_May_2019; in 2020");
    assert_eq!(shown("the 3 July, a May 20 or 123 July 20189"), "the 3 July, a May 20 or 123 July 20189");
    assert_eq!(shown("é 12 July 2018é"), "é 12_July_2018é");
    assert!(matches!(english.bound("no date in 2018"), std::borrow::Cow::Borrowed(_)));
    assert_eq!(welsh.bound("ar 3 Gorffennaf 2018").replace('\u{a0}', "_"), "ar 3_Gorffennaf_2018");
    let spanish = "date-day = { $day } de { $month } de { $year }\nmonth-7 = julio\n";
    let spanish = super::Words::read("es", spanish).unwrap();
    assert_eq!(spanish.bound("el 3 de julio de 2018").replace('\u{a0}', "_"), "el 3_de_julio_de_2018");
    let hungarian = "date-day = { $year }. { $month } { $day }.\nmonth-7 = július\n";
    let hungarian = super::Words::read("hu", hungarian).unwrap();
    assert_eq!(hungarian.bound("2018. július 3."), "2018. július 3.");
}
