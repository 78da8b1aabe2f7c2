//! Where the time of a build goes, stage by stage.
//!
//! In: the moment at which the program started, and a name as each stage ends. Out: a line a stage, in
//! milliseconds of wall time, and a line for each kind of work in them, all threads together: stages use every
//! core, so that the work may be as much more as there are cores.

use std::time::{Duration, Instant};

use crate::spent;

/// The stages so far.
#[derive(Debug)]
pub(super) struct Laps {
    started: Instant,
    ended: Duration,
    stages: Vec<(&'static str, Duration)>,
}

impl Laps {
    /// No stage has ended yet.
    pub(super) fn since(started: Instant) -> Self {
        Laps { started, ended: Duration::ZERO, stages: Vec::new() }
    }

    /// A stage has ended.
    pub(super) fn end(&mut self, stage: &'static str) {
        let now = self.started.elapsed();
        self.stages.push((stage, now.saturating_sub(self.ended)));
        self.ended = now;
    }

    /// A line a stage, and one for all.
    pub(super) fn lines(&self) -> Vec<String> {
        let all = [("all", self.ended)];
        let share = |of: Duration| 100.0 * of.as_secs_f64() / self.ended.as_secs_f64().max(1e-9);
        let stages = self.stages.iter().chain(&all);
        stages
            .map(|(stage, took)| {
                format!("{stage:<8} {:>8.1} ms {:>5.1} %", took.as_secs_f64() * 1e3, share(*took))
            })
            .collect()
    }
}

/// A line for each kind of work that was done, as a share of all work that was told apart.
pub(super) fn work() -> Vec<String> {
    let all: Duration = spent::told().map(|(_, took)| took).sum();
    let share = |of: Duration| 100.0 * of.as_secs_f64() / all.as_secs_f64().max(1e-9);
    let done = spent::told().filter(|(_, took)| !took.is_zero());
    let lines = done.map(|(kind, took)| {
        format!("  {kind:<10} {:>8.1} ms {:>5.1} %", took.as_secs_f64() * 1e3, share(took))
    });
    std::iter::once("of that, in all threads together:".to_owned()).chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_add_up() {
        let mut laps = Laps::since(Instant::now());
        laps.end("read");
        laps.end("write");
        let lines = laps.lines();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with("read ") && lines[2].ends_with("100.0 %"), "{lines:?}");
        assert_eq!(laps.stages.iter().map(|(_, took)| *took).sum::<Duration>(), laps.ended);
    }
}
