//! Themes: what `annals theme` tells and takes out, and a second theme of tokens and two templates.

use std::path::Path;

use crate::harness::Site;

#[test]
fn a_file_is_taken_out_changed_and_used() {
    let site = Site::new().record("pages/about", "title: About", "Words.");
    let ran = site.run(&["theme", "list"]);
    assert!(ran.stdout.contains("built in  templates/parts/foot.html"), "{}", ran.stdout);
    let ran = site.run(&["theme", "eject", "templates/parts/foot.html"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let file = site.root().join("themes/default/templates/parts/foot.html");
    assert_eq!(ran.stdout.trim(), file.display().to_string());
    std::fs::write(&file, "<footer><p>The foot of our own.</p></footer>\n").unwrap();
    let ran = site.run(&["theme", "list"]);
    assert!(ran.stdout.contains("own       templates/parts/foot.html"), "{}", ran.stdout);
    let ran = site.run(&["theme", "show", "templates/parts/foot.html"]);
    assert_eq!(ran.stdout, "<footer><p>The foot of our own.</p></footer>\n");
    // What was changed is not overwritten, and a slip of the pen is told.
    let ran = site.run(&["theme", "eject", "templates/parts/foot.html"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("is there already"), "{}", ran.stderr);
    let ran = site.run(&["theme", "show", "templates/parts/food.html"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did you mean templates/parts/foot.html?"), "{}", ran.stderr);
    let page = site.build().page("pages/about.html");
    assert!(page.contains("The foot of our own."), "{page}");
}

#[test]
fn a_theme_of_tokens_and_two_templates_is_a_theme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/theme-slate");
    let mut site = Site::real();
    for file in ["tokens.css", "templates/parts/foot.html", "templates/404.html"] {
        site = site.file(&format!("themes/slate/{file}"), std::fs::read(folder.join(file)).unwrap());
    }
    let settings = std::fs::read_to_string(site.root().join("annals.yaml")).unwrap();
    let built = site.file("annals.yaml", settings.replace("theme: default", "theme: slate")).build();
    let style = built.page("assets/style.css");
    // The tokens come after those that they replace, and the rules are the same.
    let (before, after) = style.split_once("--paper:#f4f6f8").unwrap();
    assert!(
        before.contains("--paper:#fcfcf9") && before.contains("@media print"),
        "the default style is gone"
    );
    assert!(after.contains("prefers-color-scheme:dark"), "{after}");
    assert!(!built.files().contains_key("tokens.css"));
    for page in ["index.html", "issues/custody-images-after-acquittal.html", "reports/2018-2019/index.html"] {
        let page = built.page(page);
        assert!(page.contains("<footer class=\"colophon\">") && page.contains("in slate"), "{page}");
        assert!(page.contains("<h1"), "the default template is gone");
    }
    assert!(built.page("404.html").contains("Nothing here"), "{}", built.page("404.html"));
}

#[test]
fn what_of_a_theme_nothing_reads_is_told() {
    let site = Site::new()
        .record("pages/about", "title: About", "Words.")
        .file("themes/default/token.css", "p{}")
        .file("themes/default/assets/tokens.css", "p{}")
        .file("themes/default/templates/foot.html", "<p></p>")
        .file("themes/default/templates/own.html", "<p></p>")
        .file("themes/default/templates/parts/foot.html", "{% include \"own.html\" %}{{ t(\"our-words\") }}")
        .file("themes/default/locales/cy-GB.ftl", "home = Hafan\n")
        .file("themes/default/locales/cy.ftl", "home = Hafan\n")
        .file("themes/default/locales/en.ftl", "our-words = Ours\nhmoe = Start\n")
        .file("themes/default/README.md", "Ours.")
        .file("themes/default/fonts/ours.ttf", "");
    let checked = site.run(&["--message-format", "short", "check"]);
    insta::assert_snapshot!(checked.stderr, @r#"
    themes/default/assets/tokens.css:1:1: warning[unread_theme_file] nothing reads assets/tokens.css, so it changes nothing
    themes/default/locales/cy-GB.ftl:1:1: warning[unread_theme_file] nothing reads locales/cy-GB.ftl, so it changes nothing
    themes/default/locales/en.ftl:2:1: warning[unread_theme_file] no template says `hmoe`, so it changes nothing
    themes/default/templates/foot.html:1:1: warning[unread_theme_file] nothing reads templates/foot.html, so it changes nothing
    themes/default/token.css:1:1: warning[unread_theme_file] nothing reads token.css, so it changes nothing
    "#);
    // A build says the same, and is made.
    let built = site.run(&["--message-format", "short", "build"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    assert_eq!(built.stderr.matches("unread_theme_file").count(), 5, "{}", built.stderr);
}

#[test]
fn a_check_reads_the_theme() {
    let site = Site::new()
        .record("pages/about", "title: About", "")
        .file("themes/default/templates/home.html", "{% extends \"nothing.html\" %}");
    let checked = site.run(&["--message-format", "short", "check"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stderr.contains("error[broken_template]"), "{}", checked.stderr);
    assert!(checked.stderr.contains("themes/default/templates/home.html"), "{}", checked.stderr);
}
