//! The mark that the audience filter leaves where something is withheld: `[[withheld: reason]]`.

/// The reason of a mark of withholding that starts at a byte, and the byte at which the mark ends.
pub(super) fn withheld(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?.strip_prefix("[[withheld")?;
    let close = rest.find("]]")?;
    let reason = rest[..close].strip_prefix(':').unwrap_or(&rest[..close]).trim();
    let plain = !reason.contains(['\n', '[']);
    plain.then_some((reason, at + "[[withheld".len() + close + 2))
}
