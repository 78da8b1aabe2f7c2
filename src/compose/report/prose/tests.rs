//! What is kept of Markdown, and what is not.

use std::cell::Cell;

use super::*;
use crate::compose::report::fixture::dialogue;
use crate::compose::report::tree::Target;
use crate::compose::report::tree::plain;
use crate::model::words::of_language;

fn read_in<T>(with: impl FnOnce(&Edition, &Record) -> T) -> T {
    let edition = dialogue();
    with(&edition, edition.record(0))
}

fn words(source: &str) -> String {
    read_in(|edition, record| plain(&of_language("en"), &line(edition, record, source)))
}

fn numbered(source: &str) -> Vec<String> {
    let blocks = read_in(|edition, record| {
        chapter(edition, record, &Written::plain(source), Voice::Editors, &Cell::new(0))
    });
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => {
                format!("{}+{}", plain(&of_language("en"), &paragraph.content), paragraph.more.len())
            }
            Block::Section(section) => format!("# {} {}", section.title, section.blocks.len()),
            Block::Note(n, blocks) => format!("note {n} {}", blocks.len()),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn lists_and_quotations_belong_to_the_paragraph_before() {
    assert_eq!(numbered("One.\n\n- a\n- b\n\n> said\n\nTwo.\n"), ["One.+2", "Two.+0"]);
    assert_eq!(numbered("- a\n- b\n\nOne.\n"), ["+1", "One.+0"]);
    assert_eq!(
        numbered("One.\n\n## Head\n\nTwo.\n\n### Under\n\nThree.\n\n## Next\n"),
        ["One.+0", "# Head 2", "# Next 0"]
    );
}

#[test]
fn notes_are_numbered_as_they_are_named() {
    assert_eq!(
        numbered("[^x]: not named\n\nOne[^b] and[^a] again[^b].\n\n[^a]: A\n\n[^b]: B\n"),
        ["One[1] and[2] again[1].+0", "note 1 1", "note 2 1"]
    );
}

#[test]
fn no_markup_of_the_source_passes() {
    assert_eq!(words("a <b onclick=x>b</b><script>c</script> <br>d"), "a bc \nd");
    assert_eq!(words("<div>\n<p>x</p>\n</div>"), "x");
    assert_eq!(words("![a map](x.png) [w](javascript:alert) [here](nowhere/at-all)"), "a map w here");
}

#[test]
fn what_is_withheld_says_so() {
    assert_eq!(
        words("Asked by [[withheld: principle-5]], twice."),
        "Asked by [Withheld: principle-5], twice."
    );
    assert_eq!(words("[[withheld]] `[[withheld: x]]` [[withheld"), "[Withheld] [[withheld: x]] [[withheld");
}

#[test]
fn links_lead_to_records_or_the_web_or_nowhere() {
    let to = |source: &str| {
        read_in(|edition, record| match line(edition, record, source).remove(0) {
            Inline::Link(_, Target::Record(to)) => to.to_string(),
            Inline::Link(_, Target::Web(address)) => address,
            Inline::Link(_, Target::Here(anchor)) => format!("#{anchor}"),
            other => format!("{other:?}"),
        })
    };
    assert_eq!(to("[x](issues/kept#event-1)"), "issues/kept#event-1");
    assert_eq!(to("[x](HTTPS://example.org/a)"), "HTTPS://example.org/a");
    assert_eq!(to("[x](#method)"), "#method");
    assert_eq!(to("[x](data:text/html,x)"), r#"Text("x")"#);
}

proptest::proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled()) {
        read_in(|edition, record| {
            line(edition, record, &text);
            chapter(edition, record, &Written::plain(&text), Voice::Editors, &Cell::new(0));
        });
    }
}
