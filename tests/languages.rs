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
        if !path.ends_with(".html") {
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

/// The real archive in English below its Welsh settings, with a report that was frozen in English.
#[test]
fn a_report_is_compiled_in_the_language_of_the_site_and_one_that_was_signed_stays_as_it_was() {
    let site = Site::real();
    let settings = std::fs::read_to_string(site.root().join("annals.yaml")).unwrap();
    site.write("annals.yaml", settings.replace("languages: [en]", "languages: [cy]"));
    let built = site.build();
    let page = built.page("reports/2018-2019/index.html");
    assert!(page.contains("<html lang=\"cy\">") && page.contains("<div class=\"title report-head\">"));
    for words in ["Beth sydd wedi newid ers yr adroddiad blaenorol", "Hanes a thystiolaeth: ", "Tabl 1. "] {
        assert!(page.contains(words), "the report does not say {words}");
    }
    assert!(!page.contains("History and evidence: ") && !page.contains("Compiled from the records"));
    // A citation is in the words of its style, and says so.
    assert!(built.page("index.html").contains("<p lang=\"en\">Open Space archive editors"));
    assert!(page.contains("<dd><span lang=\"en\">"));

    let small = |language: &str| {
        Site::new()
            .file("annals.yaml", format!("title: T\nlanguages: [{language}]\ndefault_visibility: public\n"))
            .record("issues/q", "title: Q\nraised: {on: 2018-07-03}", "Words.")
            .record("reports/r", "title: R\nperiod: 2018/2018\nedition: 1\nstatus: final", "Our words.")
    };
    let site = small("en");
    let ran = site.run(&["report", "r", "--freeze", "--today", "2019-02-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let english = read(&site, "content/reports/r.lock.yaml");
    assert!(!english.contains("language:"), "{english}");
    site.write("annals.yaml", "title: T\nlanguages: [cy]\ndefault_visibility: public\n");
    let checked = site.run(&["check", "--today", "2019-03-01"]);
    assert_eq!(checked.status, 0, "what was frozen in English is held against English: {}", checked.stderr);
    let page = published(&site, "reports/r/index.html");
    assert!(page.contains("Mae&#x27;r argraffiad hwn yn yr iaith y llofnodwyd ef ynddi"), "{page}");
    assert!(page.contains("<h2 id=\"summary\" lang=\"en\">Summary</h2>"), "{page}");
    assert!(page.contains("<span lang=\"en\">By 31 December 2018, one issue had been raised"), "{page}");
    assert!(page.contains("<dt>Cyfnod</dt><dd><span lang=\"en\">2018</span></dd>"), "{page}");
    assert!(page.contains("<h2 id=\"_errata\">Cywiriadau</h2>"), "{page}");

    let site = small("cy");
    let ran = site.run(&["report", "r", "--freeze", "--today", "2019-02-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let welsh = read(&site, "content/reports/r.lock.yaml");
    assert!(
        welsh.contains("language: cy") && welsh.contains("Erbyn 31 Rhagfyr 2018, roedd 1 mater"),
        "{welsh}"
    );
    let checked = site.run(&["check", "--today", "2019-03-01"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    assert!(published(&site, "reports/r/index.html").contains("<h2 id=\"summary\">Crynodeb</h2>"));
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).unwrap()
}

/// A page of the site as it is built now.
fn published(site: &Site, path: &str) -> String {
    let ran = site.run(&["build", "--no-pdf", "--no-search", "--today", "2019-03-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    read(site, &format!("output/public/{path}"))
}

#[test]
fn a_report_on_the_welsh_side_is_welsh_but_for_what_was_written_in_english() {
    let site = Site::new()
        .file("annals.yaml", "title: T\nlanguages: [en, cy]\ndefault_visibility: public\n")
        .record("topics/t", "title: Keys\norder: 1", "Words.")
        .record("workshops/w", "title: Meeting\nnumber: 1\ndate: 2018-07-03", "Words.")
        .record(
            "issues/q",
            "title: Who holds the key\ntopic: t\nraised: {at: workshops/w, on: 2018-07-03}\nhistory:\n\
             - on: 2018-07-03\n  at: workshops/w\n  discussed: true\n  agreement: not-agreed\n  work: not-needed\n  \
             positions:\n  - {party: Town Hall, view: We do.}\n  note: A long talk.",
            "Words.",
        )
        .record("issues/q.cy", "title: Pwy sy'n dal yr allwedd", "")
        .record(
            "reports/r",
            "title: The year\nperiod: 2018/2018\nedition: 1\nstatus: draft",
            "There are {{ count(\"issues\") }} of them, as told at @workshops/w.\n\n# What we saw\n\nMuch.",
        );
    let built = site.build();
    let page = built.page("cy/reports/r/index.html").replace("&#39;", "'").replace("&#x27;", "'");
    let says = |words: &str| assert!(page.contains(words), "the page lacks {words}");
    says("<html lang=\"cy\">");
    says("Erbyn <time datetime=\"2018-12-31\">31 Rhagfyr 2018</time>, roedd 1 mater wedi'i godi");
    says("<h1><span lang=\"en\">The year</span></h1>");
    says("Mae'r hyn a ysgrifennodd ei olygyddion yn yr iaith yr ysgrifennwyd ef ynddi, Saesneg.");
    says(
        "<span lang=\"en\">There are one of them, as told at <span lang=\"cy\"><a href=\"../../workshops/w.html\">Gweithdy 1</a></span>.</span>",
    );
    // A title that is translated is in the language of the page; one that is not is marked.
    says(">Pwy sy'n dal yr allwedd</a>");
    says("<h2 id=\"topic-t\" lang=\"en\">Keys</h2>");
    says("<p><span lang=\"en\">We do.</span></p>");
    says("<p><span lang=\"en\">A long talk.</span></p>");
    let main = built.page("reports/r/index.html");
    assert!(!main.contains("lang=\"cy\">") || main.contains("hreflang"), "{main}");
    assert!(main.contains("By <time datetime=\"2018-12-31\">31 December 2018</time>, one issue had been"));
}

/// Words of a catalogue in which every message says that it is one.
fn marked_catalogue(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let (head, words) = match line.split_once(" = ") {
            Some((key, words)) if !line.starts_with([' ', '#']) => (format!("{key} = "), words),
            _ => match line.trim_start().split_once("] ") {
                Some((arm, words)) if arm.starts_with(['[', '*']) => (format!("    {arm}] "), words),
                _ => {
                    out.push_str(line);
                    out.push('\n');
                    continue;
                }
            },
        };
        let is_choice = words.ends_with("->");
        out.push_str(&head);
        out.push_str(&if is_choice { words.to_owned() } else { veiled(words) });
        out.push('\n');
    }
    out
}

/// The letters of words as letters of another script; what is put in, links and their names stay.
fn veiled(words: &str) -> String {
    let (mut braces, mut tag) = (0, false);
    let veil = |letter: char| match letter {
        'a'..='z' => char::from_u32('\u{3b1}' as u32 + (letter as u32 - 'a' as u32) % 24).unwrap_or('α'),
        'A'..='Z' => 'Ω',
        other => other,
    };
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '{' => braces += 1,
            '<' => tag = true,
            _ => {}
        }
        out.push(if braces > 0 || tag { letter } else { veil(letter) });
        match letter {
            '}' => braces -= 1,
            '>' => tag = false,
            _ => {}
        }
    }
    out
}

/// An archive whose records hold no Latin letter, in a catalogue without one: a Latin word on a page can
/// only come from the program.
#[test]
fn no_page_and_no_report_says_a_word_that_no_catalogue_has() {
    let catalogue = theme::built_in().iter().find(|(path, _)| *path == "locales/en.ftl").unwrap().1;
    let catalogue = marked_catalogue(std::str::from_utf8(catalogue).unwrap());
    let mut site = Site::new()
        .file(
            "annals.yaml",
            "title: Ω\nlanguages: [el]\ndefault_visibility: public\nglossary: {ΩΨ: ωψ}\n\
             participants: {small_cell: 5}\nredaction_reasons: {p-5: ρ}\n",
        )
        .file("themes/default/locales/el.ftl", catalogue)
        .record("topics/t", "title: Τ\norder: 1\nnarrative: ν\nnext_discussion: [2019-09]", "τ")
        .record("topics/u", "title: Υ", "υ")
        .record(
            "workshops/w",
            "title: Γ\nnumber: 1\ndate: 2018-07-03\nparticipants: {count: 9, groups: [{group: γ, count: 3}, {group: δ, count: 6}]}",
            "γ",
        )
        .record("workshops/x", "title: Ξ\ndate: 2018-08-03", "ξ")
        .record("workshops/y", "title: Ψ\nnumber: 3\ndate: 2018-10-03\nstatus: planned", "ψ")
        .record("papers/p", "title: Π\nversion: v1.0\ndate: 2018-09-03\nkind: progress\nworkshop: w", "π")
        .record("artefacts/a", "title: Α\nreference: A1\nfrom_actions: [actions/b]", "α")
        .record("interests/i", "title: Ι\ntopic: t", "ι")
        .record("interests/j", "title: Κ\nissues: [q0, q1]\nregistered_on: 2018-09-01", "κ")
        .record(
            "milestones/m",
            "title: Μ\ndue: 2018-09\nsource: papers/p\ndelivered: 2018-12-01\nwith: ω",
            "μ",
        )
        .record("milestones/n", "title: Ν\ndue: 2018-10\nrepeats: milestones/m\ndoubt: ν", "ν")
        .record("milestones/o", "title: Ο\ndue: 2018-11\nmissed: 2018-12-01\nowner: ω", "ο")
        .record("milestones/k", "title: Κ", "κ");
    for (n, state) in ["open", "in-progress", "completed", "closed", "ongoing"].iter().enumerate() {
        let due = if n < 2 { "\ndue: 2018-10-01" } else { "" };
        let name = ["a", "b", "c", "d", "e"][n];
        let front = format!(
            "title: Δ\nlog_number: {n}7\nworkshop: w\nstate: {state}\nstate_on: 2018-11-0{}\nresponsible: ΦΨ{due}",
            n + 1
        );
        site = site.record(&format!("actions/{name}"), &front, "δ");
    }
    let agreements = ["agreed", "partly-agreed", "not-agreed", "out-of-scope", "none-yet"];
    let works = ["not-needed", "not-started", "in-progress", "done", "no-evidence"];
    for (n, agreement) in agreements.iter().enumerate() {
        for (m, work) in works.iter().enumerate() {
            let slug = format!("q{}", n * 5 + m);
            let at = ["workshops/w", "papers/p", "workshops/x"][m % 3];
            let front = format!(
                "title: Θ\ntopic: {}\nraised: {{at: {at}, on: 2018-07-0{}}}\nnext_discussion: 2018-11\nactions: [actions/b]\nhistory:\n\
                 - {{on: 2018-08-03, at: {at}, discussed: true, agreement: {agreement}, work: not-started, evidence: [{at}#p-1, papers/p], \
                 asserted_by: papers/p, note: ν}}\n\
                 - {{on: 2018-09, agreement: {agreement}, work: {work}, discussed: {}, positions: [{{party: ΦΨ, view: ω}}, {{party: ΨΩ, view: ψ}}]}}\n\
                 replies:\n- {{party: ΦΨ, asked: 2018-10-01, received: 2018-10-02, text: τ, signed_off: 2018-10-03}}\n",
                if m < 2 { "t" } else { "u" },
                m + 1,
                m % 2 == 0,
            );
            site = site.record(&format!("issues/{slug}"), &front, "θ");
        }
    }
    site = site
        .record("issues/never", "title: Θ\nraised: {on: 2018-12-01}\nnext_discussion: 2019-09", "θ")
        .record(
            "issues/judged",
            "title: Θ\nraised: {on: 2018-07-01}\nhistory:\n- {on: 2018-08-01, discussed: true, agreement: not-agreed, work: not-needed}\n\
             editorial: {heading: outstanding, reason: ρ, by: ε, on: 2018-12-01}",
            "θ",
        )
        .record("reports/before", "title: Ρ\nperiod: 2018-07/2018-08\nedition: 1\nstatus: draft", "ρ")
        .record(
            "reports/r",
            "title: Ρ\nperiod: 2018-07/2018-12\nedition: 1\nstatus: draft\nprevious: reports/before\n\
             editors: [{name: Ε, affiliation: α}, {name: Ζ}]\ncommissioned_by: κ\nindependence: ι\ndate: 2019-02-01",
            "ρ {{ count(\"issues\", noun=yes) }} @fig:flow @sec:method @workshops/w [[withheld p-5]]\n\n{{ issues(topic=\"t\") }}\n\n\
             {{ actions(state=\"open\") }}\n\n{{ figure(\"flow\") }}\n\n{{ figure(\"timeline\") }}\n\n{{ figure(\"actions\") }}\n\n\
             {{ figure(\"headings\") }}\n\n{{ issue(\"q3\") }}\n",
        );
    let mut left = BTreeMap::new();
    let mut latin = |path: &str, text: &str| {
        for line in text.lines() {
            let mut words = line.split(|letter: char| !letter.is_ascii_alphabetic());
            let is_named = line.ends_with(".csv") || ["BibTeX", "CSL-JSON"].contains(&line);
            if !is_named && words.any(|word| word.len() > 3) {
                left.entry(line.to_owned()).or_insert_with(|| path.to_owned());
            }
        }
    };
    published(&site, "index.html");
    for entry in walkdir::WalkDir::new(site.root().join("output/public")) {
        let path = entry.unwrap().into_path();
        let name = path.strip_prefix(site.root().join("output/public")).unwrap().display().to_string();
        // The tables and their codebook name columns as they are in data; the page of search lists ids.
        if name.starts_with("data/") || !name.ends_with(".html") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let main = text.split_once("<main").and_then(|(_, main)| main.split_once('>')).unwrap().1;
        // What is in English says so: citations, and nothing else here.
        let own = without(main, "<pre", "</pre>");
        let own = without(&without(&own, "<span lang=\"en\">", "</span>"), " lang=\"en\">", "</p>");
        latin(&name, &said(&own).join("\n"));
    }
    let ran = site.run(&["report", "r", "--format", "md", "--today", "2019-03-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let own = without(&without(&ran.stdout, "](", ")"), "<a id", "</a>");
    // Markdown cannot say in which language a citation is.
    let is_cited = |line: &&str| line.starts_with("- *[") || line.contains(" *Ρ*, first edition");
    let own: Vec<&str> = own.lines().filter(|line| !is_cited(line)).collect();
    latin("report.md", &own.join("\n"));
    assert!(left.is_empty(), "{left:#?}");
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

    let site = Site::new()
        .record("pages/about", "title: About", "Words.")
        .file("themes/default/locales/en.ftl", "home = Start\nhome {\n");
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
    // Those of reports are asked for in many ways: each name that looks like one is one, or begins some.
    for prefix in ["\"report-", "\"chart-", "\"column-"] {
        for rest in source.split(prefix).skip(1).filter_map(|rest| rest.split('"').next()) {
            let key = format!("{}{}", &prefix[1..], rest.split('{').next().unwrap_or(rest));
            let begins = english.messages().any(|(known, _)| known.starts_with(key.trim_end_matches('-')));
            let is_other = ["report-head", "report-json", "report-changed"].contains(&&*key);
            assert!(begins || is_other, "no message is called `{key}`");
        }
    }
    // Some are asked for by the name of a group and a word of the archive.
    let groups = [
        "agreement-",
        "chart-age-",
        "codebook-",
        "collection-",
        "column-",
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
        "parts-",
        "reply-",
        "report-chapter-",
        "report-counts-",
        "report-evidence-",
        "report-move-",
        "report-n-",
        // Named by other messages.
        "report-of-them-",
        "report-only-waiting-",
        "report-section-",
        "report-voice-",
        "report-waiting-",
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
