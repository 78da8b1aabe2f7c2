//! How the server is doing: a page for people, JSON for the line in each page.
//!
//! In: a state. Out: HTML or JSON of it.

use std::fmt::Write as _;

use serde::Serialize;

use super::state::State;
use crate::diag::Severity;
use crate::render::html::escaped;

/// What the browser is told, as `/_annals/state.json`.
#[derive(Serialize)]
struct Told<'s> {
    /// How many builds there were.
    builds: u64,
    /// The build that the site is of.
    site: u64,
    /// The build that last changed the page that was asked from.
    page: u64,
    /// Whether the last build made it.
    current: bool,
    /// How the last build went, in a line.
    words: String,
    /// Milliseconds that the last build took.
    took: u128,
    findings: Vec<Found<'s>>,
}

/// A finding, as CONTRACT has diagnostics.
#[derive(Serialize)]
struct Found<'s> {
    code: &'s str,
    severity: String,
    message: &'s str,
    file: &'s str,
    line: usize,
    column: usize,
    help: Option<&'s str>,
}

/// The state as JSON, for a browser that is at a path.
pub(super) fn json(state: &State, path: &str) -> String {
    let findings = state.findings.iter().map(|found| Found {
        code: found.code,
        severity: found.severity.to_string(),
        message: &found.message,
        file: &found.file,
        line: found.line,
        column: found.column,
        help: found.help.as_deref(),
    });
    let told = Told {
        builds: state.builds,
        site: state.site,
        page: state.page(path),
        current: state.is_current,
        words: state.in_words(),
        took: state.took.as_millis(),
        findings: findings.collect(),
    };
    // Strings and numbers always have a JSON form.
    serde_json::to_string(&told).unwrap_or_default()
}

/// The state as a page.
pub(super) fn page(state: &State, what: &str) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Annals: how it is going</title>\n\
         <link rel=\"stylesheet\" href=\"/_annals/live.css\">\n\
         <script src=\"/_annals/live.js\" defer></script>\n</head>\n\
         <body class=\"_annals\" data-builds=\"{}\">\n<main>\n<h1>{} is being served</h1>\n<p>{}</p>\n",
        state.builds,
        escaped(what),
        escaped(&state.in_words())
    );
    if state.site > 0 {
        page.push_str("<p><a href=\"/\">To the site</a></p>\n");
    }
    if !state.findings.is_empty() {
        page.push_str("<h2>Findings</h2>\n<ol>\n");
        for found in &state.findings {
            let class = if found.severity == Severity::Error { "error" } else { "warning" };
            let _ = write!(
                page,
                "<li class=\"{class}\"><b>{}</b>: {}<br><code>{}:{}:{}</code>",
                escaped(&format!("{}[{}]", found.severity, found.code)),
                escaped(&found.message),
                escaped(&found.file),
                found.line,
                found.column
            );
            if let Some(help) = &found.help {
                let _ = write!(page, "<br>{}", escaped(help));
            }
            page.push_str("</li>\n");
        }
        page.push_str("</ol>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;

    #[test]
    fn a_finding_is_told_with_its_place_and_nothing_in_it_is_markup() {
        let found = Diagnostic {
            code: "dangling_link",
            severity: Severity::Error,
            message: "no record is called `<b>`".to_owned(),
            help: Some("write another".to_owned()),
            file: "content/a.md".into(),
            line: 3,
            column: 2,
            width: 1,
            source: String::new(),
        };
        let state = State { findings: vec![found], builds: 1, ..State::default() };
        let page = page(&state, "The public edition");
        assert!(page.contains("error[dangling_link]") && page.contains("content/a.md:3:2"), "{page}");
        assert!(page.contains("&lt;b") && !page.contains("`<b>"), "{page}");
        let json: serde_json::Value = serde_json::from_str(&json(&state, "")).unwrap();
        assert_eq!(json["findings"][0]["line"], 3);
        assert_eq!(json["current"], false);
    }
}
