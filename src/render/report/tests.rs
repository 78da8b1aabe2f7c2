//! What re-users get of a report: data and Markdown.

use super::*;
use crate::compose::report::fixture::dialogue;
use crate::compose::site;

#[test]
fn data_have_the_promised_shape() {
    let edition = dialogue();
    let site = site(&edition);
    let text = String::from_utf8(json(&site, 1).unwrap()).unwrap();
    std::fs::write("/tmp/rr/json", &text).unwrap();
    std::fs::write("/tmp/rr/md", markdown(&site, 1)).unwrap();
    std::fs::write("/tmp/rr/md0", markdown(&site, 0)).unwrap();
}
