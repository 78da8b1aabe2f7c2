//! A finding as programs read it: JSON, and the annotations of a GitHub workflow.

use std::fmt::Write as _;

use serde::Serialize;

use crate::diag::{Diagnostic, Severity};

/// A diagnostic as CONTRACT has it: one object a line.
#[derive(Serialize)]
struct JsonDiagnostic<'d> {
    code: &'d str,
    severity: String,
    message: &'d str,
    file: &'d str,
    line: usize,
    column: usize,
    help: Option<&'d str>,
}

pub(super) fn json(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, help, file, line, column, .. } = diagnostic;
    let object = JsonDiagnostic {
        code,
        severity: severity.to_string(),
        message,
        file,
        line: *line,
        column: *column,
        help: help.as_deref(),
    };
    line_of(&object)
}

fn line_of(object: &JsonDiagnostic<'_>) -> String {
    // Strings and numbers always have a JSON form.
    serde_json::to_string(object).unwrap_or_default() + "\n"
}

pub(super) fn github(diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Remark => "notice",
    };
    let Diagnostic { code, message, help, file, line, column, .. } = diagnostic;
    let mut body = message.clone();
    if let Some(help) = help {
        let _ = write!(body, "\n{help}");
    }
    // The escapes of GitHub's workflow commands: data, and in properties also `:` and `,`.
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    format!("::{command} file={},line={line},col={column},title={code}::{}\n", property(file), data(&body))
}

/// Why the program could not run: a diagnostic of no file, so that every line is one.
pub(super) fn failure(error: &anyhow::Error) -> String {
    line_of(&JsonDiagnostic {
        code: "could_not_run",
        severity: Severity::Error.to_string(),
        message: &format!("{error:#}"),
        file: "",
        line: 1,
        column: 1,
        help: None,
    })
}
