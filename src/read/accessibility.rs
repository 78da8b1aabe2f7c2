//! The file that `accessibility` in `annals.yaml` names → what was measured.
//!
//! In: the root, the settings, texts that stand in the place of files. Out: what the file says, or a finding.
//! A file with a key that is not known is not read: what it says that nobody shows could be what matters.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::records::{NOWHERE, Texts};
use super::{config, faults, file};
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::accessibility::{Broken, Gap, Measured, PAGE};
use crate::model::date::Date;

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    measured: String,
    standard: String,
    levels: Vec<String>,
    tools: BTreeMap<String, String>,
    schemes: Vec<String>,
    widths: Vec<u32>,
    rules: u32,
    pages: BTreeMap<String, String>,
    elsewhere: u32,
    violations: Vec<WrittenRule>,
    undecided: Vec<WrittenRule>,
    overflowing: Vec<String>,
    gaps: Vec<WrittenGap>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    rule: String,
    asks: String,
    pages: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGap {
    what: BTreeMap<String, String>,
    why: BTreeMap<String, String>,
}

/// Reads the results that an archive has; `has_page`: whether there is a page to tell them.
pub(super) fn measured(
    root: &Path,
    over: &Texts,
    named: Option<&str>,
    has_page: bool,
    findings: &mut Vec<Finding>,
) -> Option<Arc<Measured>> {
    let name = named?.trim();
    let mut fault = |message: String, help: &str| {
        let spot = Spot::Field(FieldPath::key("accessibility"));
        let finding = Finding::new(&faults::UNREAD_RESULTS, &config::FILE.into(), spot, message);
        findings.push(finding.help(help));
        None
    };
    if !has_page {
        let message = format!("there is no page `{PAGE}` to tell what was measured");
        return fault(message, "write `content/pages/accessibility.md`, or take the setting out");
    }
    let help = "give the path of the file from the folder of `annals.yaml`";
    if name.starts_with('/') || name.split('/').any(|part| part == "..") {
        return fault(format!("`{name}` lies outside this archive"), help);
    }
    let read = |path: &Path| file::bytes(path, root, file::LARGEST).ok()?.ok();
    let laid_over = over.get(name).map(|text| text.clone().into_bytes());
    if laid_over.is_none() && root == Path::new(NOWHERE) {
        // A revision is read for what its records say.
        return None;
    }
    let Some(bytes) = laid_over.or_else(|| read(&root.join(name))) else {
        return fault(format!("there is no file `{name}`"), help);
    };
    match understood(&bytes) {
        Ok(measured) => Some(Arc::new(measured)),
        Err((line, column, message)) => {
            let finding =
                Finding::new(&faults::UNREAD_RESULTS, &name.into(), Spot::Line(line, column), message);
            findings.push(finding.help("let the tool that measured write it again"));
            None
        }
    }
}

/// What the bytes say, or the line, the column and the fault.
fn understood(bytes: &[u8]) -> Result<Measured, (usize, usize, String)> {
    let Written {
        measured,
        standard,
        levels,
        tools,
        schemes,
        widths,
        rules,
        pages,
        elsewhere,
        violations,
        undecided,
        overflowing,
        gaps,
    } = serde_json::from_slice(bytes).map_err(|fault| {
        let words = fault.to_string();
        let message = words.split(" at line ").next().unwrap_or(&words).to_owned();
        (fault.line().max(1), fault.column().max(1), message)
    })?;
    let on: Date = measured.parse().map_err(|_| (1, 1, format!("`measured` is no date: `{measured}`")))?;
    let rule = |one: WrittenRule| Broken { rule: one.rule, asks: one.asks, pages: one.pages };
    let gap =
        |one: WrittenGap| Gap { what: one.what.into_iter().collect(), why: one.why.into_iter().collect() };
    Ok(Measured {
        on,
        standard,
        levels,
        tools: tools.into_iter().collect(),
        dark: schemes.iter().any(|scheme| scheme == "dark"),
        widths,
        rules,
        kinds: pages.into_keys().map(|kind| kind.replace('-', " ")).collect(),
        elsewhere,
        violations: violations.into_iter().map(rule).collect(),
        undecided: undecided.into_iter().map(rule).collect(),
        overflowing: u32::try_from(overflowing.len()).unwrap_or(u32::MAX),
        gaps: gaps.into_iter().map(gap).collect(),
    })
}
