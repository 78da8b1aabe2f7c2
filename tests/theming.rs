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
