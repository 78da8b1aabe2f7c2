//! `annals pull`: the live base of Airtable → records and attachments.

use std::path::Path;

use anyhow::{Context, Result};

use super::import_end::{End, finish};
use super::print::{self, Show};
use super::{Status, place};
use crate::diag::Severity;
use crate::import::airtable::client::{Client, Patience, Token};
use crate::import::airtable::{pull, unused};
use crate::import::folders::Folders;
use crate::import::{merge, writer};
use crate::model::schema::Schema;
use crate::read;

/// What was asked for.
#[derive(Debug)]
pub struct Pull<'a> {
    /// The archive.
    pub root: &'a Path,
    /// The base, if not as `annals.yaml` says.
    pub base: Option<&'a str>,
    /// Whom to ask.
    pub endpoint: &'a str,
    /// What `AIRTABLE_TOKEN` holds.
    pub token: Option<String>,
    /// Whether records that the base has no more are removed.
    pub prune: bool,
    /// Whether only to show what would change.
    pub dry_run: bool,
    /// Whether records edited by hand are written over.
    pub force: bool,
}

/// Pulls the tables, all of them or none.
///
/// # Errors
/// A base that cannot be read whole, a fault of the disk.
pub fn run(pull: &Pull<'_>, show: Show) -> Result<Status> {
    let (config, mut findings) = read::settings(pull.root)?;
    if findings.iter().any(|finding| finding.rule.severity == Severity::Error) {
        return Ok(print::findings(pull.root, findings, false, show));
    }
    let folders = Folders::of(pull.root, &config);
    place::has_one(&config, &folders)?;
    let schema = Schema::of(&config);
    let airtable = config
        .airtable
        .as_ref()
        .context("annals.yaml says nothing of Airtable: write `airtable`, with `base` and `tables`")?;
    let base = pull.base.or(airtable.base.as_deref());
    let base = base.context("no base: name one with --base app…, or in annals.yaml under `airtable.base`")?;
    let token = pull
        .token
        .as_deref()
        .context("AIRTABLE_TOKEN is not set: make a token at airtable.com/create/tokens")?;
    let client = Client::new(pull.endpoint, Token::new(token)?, Patience::default())?;
    let what = pull::Pull {
        folders: &folders,
        base,
        config: airtable,
        schema: &schema,
        prune: pull.prune,
        dry_run: pull.dry_run,
        tell: &|told| print::notice(show, told),
    };
    let pulled =
        pull::pull(what, &client).with_context(|| format!("nothing was pulled from {}", pull.endpoint))?;
    let merged = merge::merge(&folders, &schema, pulled.sheets, &merge::Papers::new())?;
    findings.extend(pulled.doubts);
    findings.extend(merged.doubts);
    if findings.iter().any(|finding| finding.rule.severity == Severity::Error) {
        let status = print::findings(pull.root, findings, false, show);
        print::notice(show, "Nothing was written: mend the errors above and pull again.");
        return Ok(status);
    }
    let plan = writer::plan(&folders, merged.sheets, &pulled.gone, pull.force)?;
    let end = End { attachments: pulled.attachments, dry_run: pull.dry_run, ..End::default() };
    let status = finish(&folders, plan, findings, end, show)?;
    if pull.prune {
        let would = if pull.dry_run { "would be removed" } else { "removed" };
        for file in unused::remove(&folders, &pulled.announced, pull.dry_run)? {
            print::notice(show, &format!("{would}, since nothing uses it: content{file}"));
        }
    }
    Ok(status)
}
