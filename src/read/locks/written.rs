//! The shape of a lock's file, as `docs/content/reference/the-lock-of-a-report.md` documents it.
//!
//! Texts as they stand there: what they mean is for `read::locks` to say.

use serde::{Deserialize, Serialize};

/// A lock as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) report: String,
    pub(super) audience: String,
    pub(super) editions: Vec<WrittenEdition>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenEdition {
    pub(super) edition: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
    pub(super) frozen_on: String,
    pub(super) as_of: String,
    pub(super) annals: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    pub(super) seal: String,
    pub(super) title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) authors: Vec<String>,
    #[serde(default)]
    pub(super) facts: Vec<(String, String)>,
    #[serde(default)]
    pub(super) issues: Vec<WrittenIssue>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) withdrawn: Vec<WrittenWithdrawal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) cited: Vec<WrittenCited>,
    pub(super) passages: Vec<WrittenPassage>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenIssue {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) issue: Option<String>,
    pub(super) heading: String,
    pub(super) rule: String,
    pub(super) paragraph: String,
    #[serde(default)]
    pub(super) evidence: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenWithdrawal {
    pub(super) on: String,
    pub(super) reason: String,
    pub(super) seal_before: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) record: Option<String>,
    #[serde(default)]
    pub(super) passages: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenCited {
    pub(super) passage: String,
    pub(super) sha256: String,
    pub(super) words: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPassage {
    pub(super) is: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) heading: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<String>,
    pub(super) id: String,
    pub(super) sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) voice: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(default)]
    pub(super) text: String,
}
