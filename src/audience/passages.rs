//! A body → what an audience may see of it, and where its parts went.
//!
//! In: a body. Out: `Left`: the body read again, so that its anchors are those of what can be seen,
//! and the new anchor of each old one. What the marks mean is said in `model::passages`.

use std::collections::HashMap;
use std::sync::Arc;

use super::Audience;
use crate::model::body::Body;
pub use crate::model::passages::faults;
use crate::model::passages::{Mark, may_hide, visible};

/// What is left of a body.
#[derive(Debug)]
pub(super) struct Left {
    /// The body.
    pub(super) body: Body,
    /// The reason of each withholding that it shows.
    pub(super) withheld: Vec<String>,
    /// Anchors as they were, and as they are.
    parts: HashMap<Arc<str>, Arc<str>>,
}

impl Left {
    /// What is left of a body for an audience; `None` where it stays as it is.
    pub(super) fn of(body: &Body, audience: Audience) -> Option<Self> {
        if !may_hide(body.text()) {
            return None;
        }
        let visible = visible(body.text(), audience.up_to(), Mark::Markdown);
        if visible.text == body.text() && visible.withheld.is_empty() {
            return None;
        }
        let now = Body::new(&visible.text, body.form());
        let (before, after) = (body.outline(), now.outline());
        let mut parts = HashMap::new();
        for (n, passage) in after.passages.iter().enumerate() {
            if let Some(old) = before.passage_at(visible.source_of(passage.start)) {
                parts.insert(format!("p-{old}").into(), format!("p-{}", n + 1).into());
            }
        }
        for heading in &after.headings {
            if let Some(old) = before.heading_at(visible.source_of(heading.at)) {
                parts.insert(Arc::clone(&old.anchor), Arc::clone(&heading.anchor));
            }
        }
        if let (Some(before), Some(after)) = (body.write_up(), now.write_up()) {
            for (n, row) in after.rows.iter().enumerate() {
                let start = visible.source_of(row.at.start);
                if let Ok(old) = before.rows.binary_search_by_key(&start, |row| row.at.start) {
                    parts.insert(format!("q-{}", old + 1).into(), format!("q-{}", n + 1).into());
                }
            }
            for action in &after.actions {
                let anchor: Arc<str> = format!("action-{}", action.number).into();
                parts.insert(Arc::clone(&anchor), anchor);
            }
        }
        Some(Left { withheld: visible.withheld, body: now, parts })
    }

    /// What is left of a body that is withheld as a whole, with a reason.
    pub(super) fn withheld(body: &Body, reason: &str) -> Self {
        let withheld = vec![reason.to_owned()];
        Left { body: super::redact::body(body, reason), withheld, parts: HashMap::new() }
    }

    /// What is left of a body that is hidden as a whole.
    pub(super) fn nothing(body: &Body) -> Self {
        Left { body: Body::new("", body.form()), withheld: Vec::new(), parts: HashMap::new() }
    }

    /// The anchor that a part has now, if it can be seen.
    pub(super) fn part(&self, part: &str) -> Option<Arc<str>> {
        self.parts.get(part).cloned()
    }
}
