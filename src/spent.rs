//! What the time of a build is spent on, all threads together, for whoever asks with `--timings`.
//!
//! In: pieces of work, as they are done in any room, each under the name of its kind. Out: how long each kind took;
//! what is done within other work counts for the inner kind alone, so that the kinds add up. Nothing that is made
//! depends on it. It is one clock for the whole program: rooms would else have to hand it to each other through
//! everything that they make. Where nobody asked, a piece of work costs one look at a flag.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What time is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The bytes of records are read from the disk.
    Read,
    /// Front matter and bodies are understood.
    Parse,
    /// Markdown becomes HTML.
    Markdown,
    /// Templates are filled in.
    Templates,
    /// All else that pages need: facts, links, lists, what they say of themselves to programs.
    Views,
    /// Tables, JSON and feeds.
    Data,
    /// Finished pages are read for the search, and its index is made.
    Search,
    /// Finished files are read for what they may not tell.
    Scan,
    /// Files are written, or taken over from the last site.
    Write,
}

/// Every kind of work, in the order of a build.
const ALL: [(Work, &str); 9] = [
    (Work::Read, "read"),
    (Work::Parse, "parse"),
    (Work::Markdown, "markdown"),
    (Work::Templates, "templates"),
    (Work::Views, "views"),
    (Work::Data, "data"),
    (Work::Search, "search"),
    (Work::Scan, "scan"),
    (Work::Write, "write"),
];

static IS_ASKED: AtomicBool = AtomicBool::new(false);
/// Nanoseconds, by kind.
static SPENT: [AtomicU64; ALL.len()] = [const { AtomicU64::new(0) }; ALL.len()];

thread_local! {
    /// What the pieces within the innermost open piece of this thread took so far.
    static WITHIN: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// From now on it counts.
pub fn ask() {
    IS_ASKED.store(true, Ordering::Relaxed);
}

/// Does a piece of work of a kind.
#[inline]
pub fn on<T>(kind: Work, work: impl FnOnce() -> T) -> T {
    if !IS_ASKED.load(Ordering::Relaxed) {
        return work();
    }
    let outside = WITHIN.replace(Duration::ZERO);
    let started = Instant::now();
    let done = work();
    let took = started.elapsed();
    let own = took.saturating_sub(WITHIN.get());
    WITHIN.set(outside + took);
    let own = u64::try_from(own.as_nanos()).unwrap_or(u64::MAX);
    SPENT[kind as usize].fetch_add(own, Ordering::Relaxed);
    done
}

/// How long each kind of work took, all threads together.
pub fn told() -> impl Iterator<Item = (&'static str, Duration)> {
    let spent = |kind: Work| Duration::from_nanos(SPENT[kind as usize].load(Ordering::Relaxed));
    ALL.into_iter().map(move |(kind, name)| (name, spent(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    // The one test that asks: the clock is the whole program's.
    #[test]
    fn what_is_done_within_other_work_counts_once() {
        assert!(ALL.iter().enumerate().all(|(n, (kind, _))| *kind as usize == n));
        let nap = || std::thread::sleep(Duration::from_millis(20));
        let spent = |name: &str| told().find(|(known, _)| *known == name).unwrap().1;
        on(Work::Views, nap);
        assert_eq!(spent("views"), Duration::ZERO);
        ask();
        let started = Instant::now();
        on(Work::Views, || {
            nap();
            on(Work::Templates, || {
                nap();
                on(Work::Markdown, nap);
            });
            on(Work::Markdown, nap);
        });
        let all = started.elapsed();
        let [views, templates, markdown] = ["views", "templates", "markdown"].map(spent);
        assert!(markdown >= 2 * Duration::from_millis(20) && views + templates + markdown <= all);
        assert!(views >= Duration::from_millis(20) && views < markdown + templates, "{views:?}");
        assert!(all - (views + templates + markdown) < Duration::from_millis(5));
    }
}
