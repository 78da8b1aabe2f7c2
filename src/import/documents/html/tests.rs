//! HTML as word processors and pandoc write it, in words of our own.

use proptest::prelude::*;

use super::super::write_up;
use super::*;

#[test]
fn reads_what_a_write_up_is_made_of() {
    let html = "<!DOCTYPE html><html><head><title>x</title><style>p {}</style></head><body>\n\
        <h1>Note of the first workshop, 3 July 2018</h1>\n<nav><a href=x>skip</a></nav>\n\
        <h2>Actions</h2>\n<table><tr><th>Action</th><th>Owner</th></tr>\n<tr><td><b>Action 1</b>: Send to 3<sup>rd</sup> parties</td><td>Town</td></tr></table>\n\
        <h2>Talk</h2><p>It was <em>long</em><a href=\"#fn1\"><sup>1</sup></a> &amp; 2 &lt; 3, see <a href=\"https://x.example/y\">this</a>.</p>\n\
        <table><tbody><tr><td>Question</td><td>Response</td></tr><tr><td><ul><li>Who?</li><li>Why?</li></ul></td><td><p>All.</p><p>So.</p></td></tr></tbody></table>\n\
        <ul><li>one<ul><li>deeper</li></ul></li></ul><ol start=3><li><p>three</p></li><li>four</li></ol>\n\
        <section class=footnotes><ol><li id=\"fn1\"><p>Two hours.<a href=\"#fnref1\">back</a></p></li></ol></section><script>alert(\"<p>\")</script></body></html>";
    let imported = write_up::of_blocks(&"x.html".into(), blocks(html), &[]);
    assert_eq!(
        imported.drafts[0].body,
        "## Actions\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Send to 3rd parties | Town |\n\n\
         ## Talk\n\nIt was *long*[^1] & 2 &lt; 3, see [this](https://x.example/y).\n\n\
         | Question | Response |\n| --- | --- |\n| Who?<br>Why? | All.<br>So. |\n\n\
         - one\n  - deeper\n\n3. three\n4. four\n\n[^1]: Two hours.\n"
    );
    assert_eq!(imported.figures[0], ("actions".to_owned(), 1));
}

#[test]
fn keeps_lines() {
    let lines: Vec<usize> = blocks("<h1>A</h1>\n\n<p>\nB</p>\n<table><tr>\n<td>c</td></tr></table>")
        .iter()
        .map(|block| block.line)
        .collect();
    assert_eq!(lines, [1, 4, 5]);
}

proptest! {
    #[test]
    fn never_panics(text in "(<[a-z/]{1,6}( (id|href)=\"#fn[0-9]\")?>|[a-z*&<> ]{0,6}|\\PC){0,60}") {
        write_up::of_blocks(&"x".into(), blocks(&text), &[]);
    }
}
