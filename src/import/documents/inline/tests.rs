//! What converters leave inside a line.

use proptest::prelude::*;

use super::*;

fn line(text: &str) -> String {
    clean(text, Place::Line, &["1".to_owned()])
}

fn cell(text: &str) -> String {
    clean(text, Place::Cell, &[])
}

#[test]
fn joins_ordinals_and_keeps_other_superscripts() {
    assert_eq!(line("with 3 <sup>rd</sup> parties"), "with 3rd parties");
    assert_eq!(line("3<sup>rd</sup>"), "3rd");
    assert_eq!(line("10 m<sup>2</sup>"), "10 m<sup>2</sup>");
    assert_eq!(line("as said<sup>1</sup>."), "as said[^1].");
}

#[test]
fn makes_markdown_of_tags() {
    assert_eq!(line("<b>Home </b>Office"), "**Home** Office");
    assert_eq!(line("a <i> b</i> <b>c"), "a *b* **c**");
    assert_eq!(line("<b></b>x <span class=\"y\">z</span> 1 < 2 &amp; 3&nbsp;km"), "x z 1 < 2 & 3 km");
    assert_eq!(line("&lt;b&gt;"), "&lt;b&gt;");
}

#[test]
fn lists_in_cells_become_lines() {
    assert_eq!(cell("<ul> <li>Why?</li> </ul>"), "Why?");
    assert_eq!(
        cell("<ul> <li>One</li> <li>Two         <ul> <li>deeper.</li> </ul> </li> </ul>"),
        "One<br>Two<br>– deeper."
    );
    assert_eq!(cell("a<br/>b<p>c</p>"), "a<br>b<br>c");
}

#[test]
fn names_look_alike_letters() {
    let (folded, why) = fold("НО & CSOs").unwrap();
    assert_eq!(folded, "HO & CSOs");
    assert_eq!(why, "“НО” has Cyrillic Н (U+041D) and О (U+041E)");
    assert_eq!(fold("Орган"), None);
}

#[test]
fn headlines_stop_shouting() {
    let mut case = Case::default();
    case.learn(
        "It is about the Open Space and a workshop. The HO runs the space in that space for a workshop.",
    );
    assert_eq!(case.lower("TUESDAY 3RD JULY OPEN SPACE WORKSHOP"), "Tuesday 3rd July Open Space workshop");
    assert_eq!(case.lower("THE HO"), "The HO");
    assert_eq!(case.lower("Next Steps"), "Next Steps");
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled()) {
        line(&text);
        cell(&text);
        fold(&text);
        let mut case = Case::default();
        case.learn(&text);
        case.lower(&text.to_uppercase());
    }
}
