//! What Markdown becomes, and what it never becomes.

use std::ops::Range;

use proptest::prelude::*;

use super::*;
use crate::model::body::Form;
use crate::model::words::Words;

struct Plain;

impl Links for Plain {
    fn link(&self, url: &str) -> Option<String> {
        (!url.contains("nowhere")).then(|| url.to_owned())
    }

    fn image(&self, url: &str) -> Option<String> {
        (!url.contains(':')).then(|| url.to_owned())
    }

    fn action(&self, number: u32) -> Option<String> {
        (number < 10).then(|| format!("../actions/w-action-{number}.html"))
    }

    fn words(&self) -> &Words {
        static ENGLISH: std::sync::LazyLock<std::sync::Arc<Words>> =
            std::sync::LazyLock::new(|| crate::model::words::of_language("en"));
        &ENGLISH
    }

    fn reason<'w>(&'w self, key: &'w str) -> &'w str {
        if key == "principle-5" { "confidentiality" } else { key }
    }

    fn table(&self, _: &Range<usize>) -> Option<String> {
        None
    }
}

fn prose(text: &str) -> String {
    body(&Body::new(text, Form::Prose), &Plain)
}

#[test]
fn a_page_keeps_its_one_h1() {
    for text in ["# One\n\n## Two", "## One\n\n### Two", "### One\n\n#### Two"] {
        let html = prose(text);
        assert!(html.contains("<h2") && html.contains("<h3") && !html.contains("<h1"), "{html}");
    }
    assert!(!prose("<h1>One</h1>").contains("<h1"));
}

#[test]
fn headings_and_passages_carry_the_outline_s_anchors() {
    let text =
        "## What went on\n\nFirst.\n\n- second\n- third\n\n| A | B |\n| - | - |\n| 4 | x |\n\nFifth.\n";
    let html = prose(text);
    for part in [
        "<h2 id=\"what-went-on\">",
        "<p id=\"p-1\">First.",
        "<li id=\"p-2\">second",
        "<li id=\"p-3\">third",
        "<tr id=\"p-4\">",
        "<p id=\"p-5\">Fifth.",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn tables_name_their_columns_on_each_cell() {
    let html = field("| Item | Cost |\n| --- | ---: |\n| Pens & ink | 3 |", &Plain);
    assert!(html.contains("<th scope=\"col\">Item</th><th scope=\"col\" class=\"n\">Cost</th>"), "{html}");
    assert!(
        html.contains(
            "<td data-label=\"Item\">Pens &amp; ink</td><td data-label=\"Cost\" class=\"n\">3</td>"
        )
    );
    let html = field("|  |  |\n| --- | --- |\n| a | b |", &Plain);
    assert!(!html.contains("<thead>") && !html.contains("data-label"), "{html}");
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = prose("One[^b] two[^a] again[^b].\n\n[^a]: Note a.\n[^b]: Note b.\n[^c]: Never used.\n");
    assert!(
        html.contains("One<sup><a href=\"#fn-1\" id=\"ref-1\" aria-label=\"Note 1\">1</a></sup>"),
        "{html}"
    );
    assert!(html.contains("again<sup><a href=\"#fn-1\" id=\"ref-1-2\""), "{html}");
    assert!(html.contains("<li id=\"fn-1\"><p>Note b. <a href=\"#ref-1\""), "{html}");
    assert!(html.contains("<li><p>Never used.</p></li>"), "{html}");
}

#[test]
fn what_is_withheld_says_so() {
    let html = field("Asked by [[withheld: principle-5]] in **July**.", &Plain);
    assert_eq!(
        html,
        "Asked by <span class=\"withheld\" data-withheld=\"principle-5\">[Withheld: confidentiality]</span> \
         in <strong>July</strong>."
    );
    assert_eq!(
        prose("[[withheld: x]]"),
        "<p id=\"p-1\"><span class=\"withheld\" data-withheld=\"x\">[Withheld: x]</span></p>\n"
    );
    assert_eq!(field("`[[withheld: x]]`", &Plain), "<code>[[withheld: x]]</code>");
    assert!(field("[[withheld: x", &Plain).contains("[[withheld: x"));
}

#[test]
fn links_that_lead_nowhere_keep_their_words() {
    assert_eq!(field("[a](x.html) [b](nowhere)", &Plain), "<a href=\"x.html\">a</a> b");
    assert_eq!(field("[a](javascript:alert(1))", &Plain), "a");
    assert_eq!(field("[a](<java\tscript:alert(1)>)", &Plain), "a");
}

#[test]
fn images_from_elsewhere_are_linked() {
    assert_eq!(field("![A map](map.png)", &Plain), "<img src=\"map.png\" alt=\"A map\" loading=\"lazy\">");
    assert_eq!(
        field("![A *map*](https://a.example/map.png)", &Plain),
        "<a href=\"https://a.example/map.png\">Image: A map</a>"
    );
    assert_eq!(field("![x](data:image/png;base64,AA)", &Plain), "<span class=\"none\">[Image: x]</span>");
}

#[test]
fn raw_html_is_cleaned() {
    let html = field("3 <sup>rd</sup> <b onclick=\"x()\">A</b><script>y()</script><i>c</i>", &Plain);
    assert_eq!(html, "3 <sup>rd</sup> <b>A</b><i>c</i>");
    let html = prose("<b>open\n\nnext");
    assert_eq!(html.matches("<b>").count(), html.matches("</b>").count(), "{html}");
    assert_eq!(field("a<br/>b<!-- c -->", &Plain), "a<br>b");
    assert!(
        !field("<iframe src=\"https://x\"></iframe><a href=\"javascript:x\">y</a>", &Plain).contains("x")
    );
}

#[test]
fn code_is_coloured_where_it_names_its_language() {
    let html = field("```rust\nlet x = \"<a>\"; // y\n```", &Plain);
    assert!(
        html.starts_with("<pre><code class=\"language-rust\"><span class=\"hl-keyword\">let</span> x"),
        "{html}"
    );
    assert!(html.contains("<span class=\"hl-string\">&quot;&lt;a&gt;&quot;</span>"), "{html}");
    assert_eq!(field("```\n<a>\n```", &Plain), "<pre><code>&lt;a&gt;\n</code></pre>\n");
    assert_eq!(
        field("```no-such-language\n<a>\n```", &Plain),
        "<pre><code class=\"language-no-such-language\">&lt;a&gt;\n</code></pre>\n"
    );
}

#[test]
fn a_field_of_one_paragraph_has_no_paragraph_tags() {
    assert_eq!(field("Plain words, 2 & more", &Plain), "Plain words, 2 &amp; more");
    assert_eq!(field("*One* line", &Plain), "<em>One</em> line");
    assert_eq!(field("One.\n\nTwo.", &Plain), "<p>One.</p>\n<p>Two.</p>\n");
    assert_eq!(line("One.\n\n- *Two* & three", &Plain), "One. Two &amp; three");
    assert_eq!(words("A *b*c\nd [e](f) `g` & h"), "A bc d e g & h");
}

proptest! {
    #[test]
    fn nothing_that_runs_gets_through(text in "[<>a-z\"'=/:()\\[\\]! \n*`&;#|-]{0,80}") {
        let html = prose(&text);
        // Every tag that is printed, read back by a real parser, is one that the cleaner lets pass.
        prop_assert!(!html.contains("<script") && !html.contains("javascript:") || html.contains("&lt;"));
        let cleaned = super::clean::clean(&html);
        prop_assert_eq!(crate::render::html::plain(&cleaned), crate::render::html::plain(&html));
    }

    #[test]
    fn what_needs_no_cleaning_is_not_changed_by_it(text in "[a-z*_`\\[\\]() \n#>|.-]{0,120}") {
        let html = prose(&text);
        prop_assert_eq!(super::clean::clean(&html), html);
    }
}
