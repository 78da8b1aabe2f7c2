//! What of an edition is looked at while a page is made: the only things that the page can depend on, beside
//! what all pages share.
//!
//! In: something to make; every way to a record of an edition notes itself here. Out: what was made, and what
//! was looked at. Nobody has to remember to say what a page depends on, and so nobody can forget it. It
//! notes on one thread: what is made on several tells less than it read, so no page is.

use std::cell::RefCell;

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// A record, by its index.
    Record(u32),
    /// Any record: all of them in a row.
    Every,
    /// The compiled reports.
    Reports,
}

/// Everything that was looked at, in order, each thing once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads(Vec<Read>);

thread_local! {
    /// For each thing that is being made on this thread, the innermost last, what was looked at so far.
    static OPEN: RefCell<Vec<Vec<Read>>> = const { RefCell::new(Vec::new()) };
}

/// Notes that something is looked at.
#[inline]
pub fn note(read: Read) {
    OPEN.with_borrow_mut(|open| {
        if let Some(reads) = open.last_mut()
            && reads.last() != Some(&read)
        {
            reads.push(read);
        }
    });
}

/// Makes something, and tells what was looked at meanwhile. Whoever asked for it looked at that too.
pub fn of<T>(make: impl FnOnce() -> T) -> (T, Reads) {
    let (made, reads) = apart(make);
    reads.again();
    (made, reads)
}

/// Makes something that is for nobody in particular, and tells what was looked at: whoever uses it has to
/// say so.
pub fn apart<T>(make: impl FnOnce() -> T) -> (T, Reads) {
    OPEN.with_borrow_mut(|open| open.push(Vec::new()));
    let made = make();
    let mut reads = OPEN.with_borrow_mut(Vec::pop).unwrap_or_default();
    reads.sort_unstable();
    reads.dedup();
    reads.shrink_to_fit();
    (made, Reads(reads))
}

impl Reads {
    /// These, in any order.
    pub fn these(mut reads: Vec<Read>) -> Self {
        reads.sort_unstable();
        reads.dedup();
        Reads(reads)
    }

    /// Each thing, in order.
    pub fn iter(&self) -> impl Iterator<Item = Read> {
        self.0.iter().copied()
    }

    /// Notes all of them again, for whoever uses what was made from them.
    pub fn again(&self) {
        self.iter().for_each(note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_noted_once_and_for_all_who_asked() {
        let ((inner, _), outer) = of(|| {
            note(Read::Record(7));
            note(Read::Record(3));
            let (_, inner) = of(|| note(Read::Record(7)));
            let (_, aside) = apart(|| note(Read::Every));
            (inner, aside)
        });
        assert_eq!(inner.iter().collect::<Vec<_>>(), [Read::Record(7)]);
        assert_eq!(outer.iter().collect::<Vec<_>>(), [Read::Record(3), Read::Record(7)]);
        let (_, again) = of(|| outer.again());
        assert_eq!(again, outer);
        note(Read::Every);
    }
}
