//! The languages of the interface: an archive in Welsh, and catalogues held against what is printed.

use std::collections::BTreeMap;

use annals::model::words::{Arg, Part, Words, built_in};
use annals::render::theme;

use crate::harness::{Built, Site};

/// The real archive with the interface in Welsh; its own words stay as they were written.
fn in_welsh() -> Built {
    let site = Site::real();
    let settings = std::fs::read_to_string(site.root().join("annals.yaml")).unwrap();
    // The labels of the settings are English, and win over those of a catalogue.
    let (before, rest) = settings.split_once("\ncollections:\n").unwrap();
    let after = rest.split_once("\nredaction_reasons:").unwrap().1;
    let open = "  cases: {visibility: public}\n  papers: {visibility: members}\n";
    let settings =
        format!("{before}\ndefault_visibility: public\ncollections:\n{open}\nredaction_reasons:{after}")
            .replace("languages: [en]", "languages: [cy]")
            .replace("default_visibility: members\n", "");
    site.file("annals.yaml", settings).build()
}

/// The texts between tags, and the labels that are read aloud.
fn said(page: &str) -> Vec<&str> {
    let mut texts: Vec<&str> =
        page.split('>').filter_map(|piece| piece.split('<').next()).map(str::trim).collect();
    for attribute in ["aria-label=\"", "data-label=\""] {
        texts.extend(page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()));
    }
    texts
}

#[test]
fn every_page_of_a_welsh_archive_speaks_welsh() {
    let built = in_welsh();
    let (english, welsh) = (built_in("en").unwrap(), built_in("cy").unwrap());
    let own: BTreeMap<&str, &str> = english
        .messages()
        .map(|(key, _)| (english.say(key), key))
        .filter(|(text, key)| text != key && text.contains(' ') && welsh.say(key) != *text)
        // So are a page of the archive and the headings of its bodies called.
        .filter(|(_, key)| *key != "says-pages" && !key.starts_with("section-"))
        .collect();
    let (mut left, mut pages) = (Vec::new(), 0);
    for (path, bytes) in built.files() {
        let Ok(page) = String::from_utf8(bytes) else { continue };
        // A report is in the language that it was signed in.
        if !path.ends_with(".html") || path.starts_with("reports/") && path != "reports/index.html" {
            continue;
        }
        pages += 1;
        assert!(page.starts_with("<!doctype html>\n<html lang=\"cy\">"), "{path}");
        left.extend(said(&page).into_iter().filter_map(|text| Some((path.clone(), *own.get(text)?))));
    }
    assert!(pages > 200, "{pages} pages");
    assert!(left.is_empty(), "English is left on pages: {:#?}", &left[..left.len().min(20)]);

    let workshop = built.page("workshops/2018-07-03-workshop-1.html");
    assert!(workshop.contains("<time datetime=\"2018-07-03\">3 Gorffennaf 2018</time>"), "{workshop}");
    assert!(built.page("index.html").contains("Ffyrdd i mewn"));
    assert!(built.page("assets/search/say.js").contains("Wrthi'n chwilio"));
    let issue = built.page("issues/custody-images-after-acquittal.html");
    assert!(issue.contains("<dt>Pennawd</dt>") && issue.contains("Y sefyllfa"), "{issue}");
}

#[test]
fn a_report_stays_in_the_language_it_was_signed_in_and_says_so() {
    let site = Site::real();
    let settings = std::fs::read_to_string(site.root().join("annals.yaml")).unwrap();
    let built = site.file("annals.yaml", settings.replace("languages: [en]", "languages: [cy]")).build();
    let page = built.page("reports/2018-2019/index.html");
    assert!(page.contains("<html lang=\"cy\">"));
    assert!(page.contains("<div class=\"title report-head\" lang=\"en\">"));
    assert!(page.contains("<div class=\"text paper prose\" lang=\"en\">"));
    assert!(built.page("index.html").contains("<p lang=\"en\">Open Space archive editors"));
    assert!(
        page.contains("Mae'r adroddiad hwn yn Saesneg")
            || page.contains("Mae&#x27;r adroddiad hwn yn Saesneg")
    );
    let (_, text) = page.split_once("<div class=\"text paper prose\" lang=\"en\">").unwrap();
    assert!(text.contains("History and evidence: ") && !text.contains("Hanes a thystiolaeth"));
}

#[test]
fn titles_are_sorted_by_the_alphabet_of_the_language() {
    let titles = ["Llais", "Lwc", "Dydd", "Ddoe", "Cymru", "Chwarae", "Ôl-nodyn", "Oes", "Cam 10", "Cam 2"];
    let mut site =
        Site::new().file("annals.yaml", "title: Archif\ndefault_visibility: public\nlanguages: [cy]\n");
    for (n, title) in titles.iter().enumerate() {
        site = site.record(&format!("cases/c{n}"), &format!("title: {title}"), "Geiriau.");
    }
    let page = site.build().page("search.html");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not there: {page}"));
    let order = ["Cam 2", "Cam 10", "Cymru", "Chwarae", "Dydd", "Ddoe", "Lwc", "Llais", "Oes", "Ôl-nodyn"];
    let places: Vec<usize> = order.iter().map(|title| at(&format!(">{title}</a>"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    for letter in ["C", "Ch", "D", "Dd", "L", "Ll", "O"] {
        at(&format!("\">{letter}</h2>"));
    }
}

#[test]
fn a_site_says_one_thing_otherwise_and_a_broken_catalogue_is_told() {
    let site = Site::new()
        .file("themes/default/locales/en.ftl", "home = Start\nheading-resolved = settled\n")
        .record("pages/about", "title: About", "Words.");
    let built = site.build();
    assert!(built.page("pages/about.html").contains(">Start</a></li>"));
    assert!(built.page("search.html").contains("Words to look for"), "the other messages are gone");

    let site = Site::new().file("themes/default/locales/en.ftl", "home = Start\nhome {\n");
    let ran = site.run(&["build", "--no-pdf"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("error[broken_template]")
            && ran.stderr.contains("themes/default/locales/en.ftl:2:1"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_catalogue_of_ones_own_for_another_language_is_used_and_what_it_lacks_is_told() {
    let site = Site::new()
        .file("annals.yaml", "title: Tasglann\ndefault_visibility: public\nlanguages: [gd]\n")
        .file("themes/default/locales/gd.ftl", "home = Dachaigh\nmonth-7 = an t-Iuchar\n")
        .record("workshops/w", "title: W\ndate: 2018-07-03", "Words.");
    let ran = site.run(&["check"]);
    assert!(ran.stderr.contains("missing_words") && ran.stderr.contains("gd.ftl lacks"), "{}", ran.stderr);
    let page = site.build().page("workshops/w.html");
    assert!(page.contains("<html lang=\"gd\">") && page.contains(">Dachaigh</a>"), "{page}");
    assert!(page.contains("3 an t-Iuchar 2018"), "{page}");
}

#[test]
fn a_page_that_was_kept_is_made_again_when_a_word_changes() {
    let site = Site::new().record("pages/about", "title: About", "Words.");
    let page = || {
        let ran = site.run(&["build", "--no-pdf"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        std::fs::read_to_string(site.root().join("output/public/pages/about.html")).unwrap()
    };
    assert!(page().contains(">Home</a></li>"));
    site.write("themes/default/locales/en.ftl", "home = Start\n");
    assert!(page().contains(">Start</a></li>"));
    site.write("annals.yaml", "title: Archif\ndefault_visibility: public\nlanguages: [cy]\n");
    assert!(page().contains(">Hafan</a></li>"));
}

#[test]
fn every_label_of_a_fact_is_a_message() {
    let english = built_in("en").unwrap();
    let mut found = 0;
    for file in ["kinds", "issue"] {
        let path = format!("{}/src/render/view/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).unwrap();
        for call in ["add(", "markup(", "words(", "date(", "references(", "term(", "field("] {
            for rest in source.split(&format!("list.{call}")).skip(1) {
                let Some(label) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                found += 1;
                assert!(english.find("fact", label).is_some(), "no message is called `fact-{label}`");
            }
        }
    }
    assert!(found > 40, "{found} labels");
}

#[test]
fn no_template_holds_a_word_of_its_own() {
    // Names of formats and of files that every language has.
    let names = ["BibTeX", "RIS", "CSL-JSON", "sha256", ".csv"];
    for (path, bytes) in theme::built_in().iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let bare = without(&without(&without(text, "{{", "}}"), "{%", "%}"), "<pre>", "</pre>");
        let words = without(&bare, "<", ">");
        let left: Vec<&str> = words
            .lines()
            .map(str::trim)
            .filter(|line| line.chars().any(char::is_alphabetic) && !names.contains(line))
            // What a block adds to a tag of the page around it.
            .filter(|line| !line.starts_with("class=\""))
            .collect();
        assert!(left.is_empty(), "{path} says {left:?}: put it into locales/en.ftl and cy.ftl");
        for attribute in ["aria-label=\"", "data-label=\"", " title=\"", "placeholder=\"", " alt=\""] {
            for label in bare.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(!label.chars().any(char::is_alphabetic), "{path} labels something “{label}”");
            }
        }
    }
}

/// A text without what stands between two marks, a line feed in its place.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        // What a block of a template adds to a tag stays within the tag.
        if open == "<" {
            out.push('\n');
        }
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[test]
fn no_script_holds_a_sentence_of_its_own() {
    for (path, bytes) in theme::built_in().iter().filter(|(path, _)| path.ends_with(".js")) {
        for (n, line) in std::str::from_utf8(bytes).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if code.trim_start().starts_with('*') || code.trim_start().starts_with("/*") {
                continue;
            }
            for text in code.split('\'').skip(1).step_by(2) {
                let sentence = text.split(' ').filter(|word| word.len() > 1).count() > 1
                    && text.chars().next().is_some_and(char::is_uppercase);
                assert!(!sentence, "{path}:{} says “{text}”: put it into the catalogues", n + 1);
            }
        }
    }
}

#[test]
fn every_message_that_is_asked_for_by_name_is_there_and_none_is_idle() {
    let english = built_in("en").unwrap();
    let mut source = String::new();
    for entry in walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|end| end == "rs") {
            source.push_str(&std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    for (path, bytes) in theme::built_in() {
        if path.ends_with(".html") || path.ends_with(".js") {
            source.push_str(std::str::from_utf8(bytes).unwrap());
        }
    }
    let source = source.replace("words()", "words");
    for call in ["words.say(\"", "words.fill(\"", "words.markup(\"", "says.say(\"", "says.fill(\""] {
        for key in source.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
            let test = ["x", "hom", "home", "search", "n-issue", "n-action"].contains(&key);
            assert!(test || english.parts(key).is_some(), "no message is called `{key}`");
        }
    }
    // Some are asked for by the name of a group and a word of the archive.
    let groups = [
        "agreement-",
        "codebook-",
        "collection-",
        "country-",
        "fact-",
        "field-",
        "heading-",
        "kind-",
        "language-",
        "links-",
        "matrix-",
        "month-",
        "outcome-",
        "paper-kind-",
        "part-",
        "reply-",
        "rule-",
        "says-",
        "script-",
        "season-",
        "section-",
        "singular-",
        "state-",
        "timeline-",
        "work-",
    ];
    let grouped = |key: &str| groups.iter().any(|group| key.starts_with(group));
    let idle: Vec<&str> = english
        .messages()
        .map(|(key, _)| key)
        .filter(|key| !grouped(key) && !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

#[test]
fn plurals_of_both_languages_are_those_of_the_unicode_consortium() {
    // In Welsh each of the six has a number; a message that forgets one falls back on `other`.
    let words = |language: &str| {
        let text = "n = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
        Words::read(language, text).unwrap()
    };
    let of = |words: &Words, n: i64| words.fill("n", &[("n", Arg::from(n))]);
    let (welsh, english) = (words("cy"), words("en"));
    let numbers = [0, 1, 2, 3, 4, 5, 6, 7, 11, 103];
    assert_eq!(
        numbers.map(|n| of(&welsh, n)).join(" "),
        "zero one two few other other many other other other"
    );
    assert_eq!(
        numbers.map(|n| of(&english, n)).join(" "),
        "other one other other other other other other other other"
    );
    assert!(matches!(welsh.parts("n"), Some([Part::Choice { .. }])));
}
