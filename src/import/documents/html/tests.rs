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

/// The words of the blocks, and what was told.
fn seen(html: &str) -> (Vec<String>, Vec<String>) {
    let (blocks, unseen) = read(html);
    let mut doubts = super::super::doubts::Doubts::about(&"x.html".into());
    unseen.tell(&mut doubts);
    let words =
        blocks.iter().map(|block| block.cells().map_or(block.text().to_owned(), |cells| cells.join("|")));
    (words.collect(), doubts.sorted().into_iter().map(|doubt| doubt.message).collect())
}

#[test]
fn what_is_not_shown_or_struck_out_is_left_out_and_told() {
    let (words, told) = seen(
        "<p>The group <del>refused</del> <ins>agreed</ins> <s>at once</s>.</p>\n<p>A<span style=\"DISPLAY: none\">secret words</span> b<img src=x></p>\n<div hidden><p>One</p><div>Two</div></div><p>c</p>",
    );
    assert_eq!(words, ["The group agreed .", "A b", "c"]);
    assert_eq!(
        told,
        [
            "“refused at once” is struck out, and is left out",
            "2 words are hidden here, and left out",
            "a picture is left out",
            "a word is hidden here, and left out",
        ]
    );
}

#[test]
fn what_is_hidden_ends_where_its_element_does_closed_or_not() {
    for (html, shown) in [
        ("<p hidden>a<p>b", "b"),
        ("<ul><li hidden>a<ul><li>aa</ul><li>b</ul>", "b"),
        ("<table><tr hidden><td>a<tr><td>b<td style='display:none'>c<td>d</table>", "b||d"),
        ("<p><span hidden>a</p><p>b</p>", "b"),
        ("<div><div hidden>a</div>b</div>", "b"),
        ("<div><section hidden>a</div><p>b</p>", "b"),
        ("<p hidden>a<h2>b</h2>", "b"),
        ("<br hidden>b<img width=1 src=x>", "<br>b"),
    ] {
        assert_eq!(seen(html).0, [shown], "{html}");
    }
}

proptest! {
    #[test]
    fn never_panics(text in "(<[a-z/]{1,6}( (id|href)=\"#fn[0-9]\")?>|[a-z*&<> ]{0,6}|\\PC){0,60}") {
        write_up::of_blocks(&"x".into(), blocks(&text), &[]);
    }
}
