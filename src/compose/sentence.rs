//! The one-sentence abstract of a record, made from its fields.

use crate::audience::Edition;

/// A sentence on the record, plain text, English whatever fields are missing; `None` where there is
/// nothing to say beyond the title.
pub fn sentence(_edition: &Edition, _record: usize) -> Option<String> {
    None
}
