//! A theme that cannot be used → a finding: the template or catalogue, the line, and the page that was being made.
//!
//! In: an error of the theme. Out: a finding in the site's own theme. Templates that loop (one that
//! includes or extends itself, by whatever way) are refused when the theme is loaded; a loop in a template
//! has at most the 100,000 rounds that tera allows. Typst has bounds of its own on calls and loops.

use std::sync::Arc;

use crate::diag::{Finding, Rule, Severity, Spot};

/// What is found.
pub static RULES: &[&Rule] = &[&BROKEN_TEMPLATE];

static BROKEN_TEMPLATE: Rule = Rule {
    code: "broken_template",
    severity: Severity::Error,
    summary: "a template or a catalogue of the site’s own theme that cannot be used",
    explanation: "\
A template names a field, a block, a message or another template that is not there, is no template at all, or comes back to itself; a Typst file, which sets the PDF, does the like; or `locales/<language>.ftl` is no Fluent. Nothing was published; the site that was live stays.

```text
error[broken_template]: Field `titel` is not defined. Available fields: after, body, facts, title
 --> themes/ours/templates/record.html:1:9
```

Mend the template, or take it out of `themes/<name>/`: the built-in one is then used again. `themes/default/` in the source of this program is where to look.
",
};

/// What tera or Typst says of a template, whole; a place in it as `--> name:line:column`.
#[derive(Debug)]
pub(crate) struct Broken(pub(crate) String);

impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

/// The finding that an error is, where it is one of a template of this theme.
pub fn finding(error: &anyhow::Error, theme: &str) -> Option<Finding> {
    let words = &error.downcast_ref::<Broken>()?.0;
    let message = words.lines().next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message).trim_end_matches('.');
    let placed = words.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let mut parts = placed.unwrap_or_default().rsplitn(3, ':').map(str::trim);
    let (column, line, name) = (parts.next(), parts.next(), parts.next());
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
    let (name, spot) = match (name, number(line), number(column)) {
        (Some(name), Some(line), Some(column)) => (name, Spot::Line(line, column)),
        // A fault between templates has no line: it names one of them.
        _ => (words.split('\'').nth(1).filter(|name| name.ends_with(".html"))?, Spot::File),
    };
    let is_template = name.ends_with(".html");
    let folder = if is_template { "templates/" } else { "" };
    let file: Arc<str> = format!("themes/{theme}/{folder}{name}").into();
    // What was being done is told outside of the fault itself.
    let page = error.to_string();
    let help = page.split_once(" cannot make the page ").map_or_else(
        || "mend it, or take it out: the built-in one is then used again".to_owned(),
        |(_, page)| format!("the page that was being made is {page}"),
    );
    Some(Finding::new(&BROKEN_TEMPLATE, &file, spot, message).help(help))
}
