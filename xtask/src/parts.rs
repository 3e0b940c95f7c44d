//! The parts of a test run, done two at a time: while one compiles, another waits for a browser. What each says is printed when it is
//! done, so that its lines stand together; a part that fails or breaks off keeps no other from being done.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

use crate::outcome::{Outcomes, Stop};
use crate::tally::Tally;
use crate::voice::{keeping, say};

/// What a part does for the most part of its time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It keeps the processor busy.
    Works,
    /// It waits for other programs.
    Waits,
}

/// The two that do the parts, each by what it does rather.
const HANDS: [Kind; 2] = [Kind::Works, Kind::Waits];

type Work<'a> = Box<dyn FnOnce() -> Result<Tally, Stop> + Send + 'a>;

struct Part<'a> {
    name: &'static str,
    kind: Kind,
    /// The parts that have to be done before it, however they end.
    after: &'static [&'static str],
    /// None once it was begun.
    work: Option<Work<'a>>,
    outcome: Option<Result<Tally, Stop>>,
}

/// Parts in the order in which they are begun and told in the summary.
#[derive(Default)]
pub struct Parts<'a>(Vec<Part<'a>>);

impl<'a> Parts<'a> {
    /// Adds a part that counts its tests; those `after` which it comes were added before it.
    pub fn add(
        &mut self,
        name: &'static str,
        kind: Kind,
        after: &'static [&'static str],
        work: impl FnOnce() -> Result<Tally, Stop> + Send + 'a,
    ) {
        let known = |wanted: &&str| self.0.iter().any(|part| part.name == *wanted);
        assert!(after.iter().all(known), "{name} comes after a part that is not there yet");
        self.0.push(Part { name, kind, after, work: Some(Box::new(work)), outcome: None });
    }

    /// Adds a part that passes or fails as one.
    pub fn check(
        &mut self,
        name: &'static str,
        kind: Kind,
        after: &'static [&'static str],
        work: impl FnOnce() -> Result<()> + Send + 'a,
    ) {
        self.add(name, kind, after, || Ok(work().map(|()| Tally::PASSED)?));
    }

    /// The parts of these names alone, with those that they come after; all of them where none is named.
    pub fn only(mut self, names: &[String]) -> Result<Self> {
        if let Some(strange) = names.iter().find(|name| !self.0.iter().any(|part| part.name == *name)) {
            let known: Vec<_> = self.0.iter().map(|part| part.name).collect();
            bail!("there is no part {strange}; the parts are {}", known.join(", "));
        }
        let mut wanted: Vec<&str> = names.iter().map(String::as_str).collect();
        // What a part comes after was added before it.
        for part in self.0.iter().rev() {
            if wanted.contains(&part.name) {
                wanted.extend(part.after);
            }
        }
        self.0.retain(|part| names.is_empty() || wanted.contains(&part.name));
        Ok(self)
    }

    /// Does all parts; on a machine with one processor one after the other.
    pub fn run(self) -> Outcomes {
        let hands = thread::available_parallelism().map_or(1, usize::from).min(HANDS.len());
        let (parts, done) = (Mutex::new(self), Condvar::new());
        thread::scope(|scope| {
            for kind in HANDS.into_iter().take(hands) {
                let (parts, done) = (&parts, &done);
                scope.spawn(move || hand(kind, parts, done));
            }
        });
        let Parts(parts) = parts.into_inner().unwrap_or_else(PoisonError::into_inner);
        let missing = || Err(anyhow!("it was never begun").into());
        Outcomes::of(parts.into_iter().map(|part| (part.name, part.outcome.unwrap_or_else(missing))).collect())
    }

    /// The place of the next part for a hand, if one can be begun.
    fn next(&self, kind: Kind) -> Option<usize> {
        let done = |name: &&str| self.0.iter().any(|part| part.name == *name && part.outcome.is_some());
        let ready = |part: &Part| part.work.is_some() && part.after.iter().all(done);
        let own = self.0.iter().position(|part| part.kind == kind && ready(part));
        own.or_else(|| self.0.iter().position(ready))
    }
}

/// Does parts until none is left to be begun.
fn hand(kind: Kind, parts: &Mutex<Parts>, done: &Condvar) {
    let mut all = lock(parts);
    loop {
        if all.0.iter().all(|part| part.work.is_none()) {
            return;
        }
        let Some(at) = all.next(kind) else {
            all = done.wait(all).unwrap_or_else(PoisonError::into_inner);
            continue;
        };
        let (name, work) = (all.0[at].name, all.0[at].work.take());
        drop(all);
        println!("\n.. {name} begins");
        let outcome = one(name, || work.map_or_else(|| Err(anyhow!("it was begun twice").into()), |work| work()));
        all = lock(parts);
        all.0[at].outcome = Some(outcome);
        done.notify_all();
    }
}

fn lock<'a, 'b>(parts: &'a Mutex<Parts<'b>>) -> MutexGuard<'a, Parts<'b>> {
    parts.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does one part and prints what it said.
fn one(name: &str, work: impl FnOnce() -> Result<Tally, Stop>) -> Result<Tally, Stop> {
    let began = Instant::now();
    let (outcome, said) = keeping(|| {
        let outcome = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(anyhow!("it broke off").into()));
        if let Err(Stop::NotRun(why) | Stop::Failed(_, why)) = &outcome {
            say!("error: {why:#}");
        }
        outcome
    });
    let text = String::from_utf8_lossy(&said);
    // In one piece, so that no line of another part comes between.
    let whole = format!("\n== {name}\n{}\n-- {name}: {} seconds\n", text.trim_end(), began.elapsed().as_secs());
    let _ = std::io::stdout().write_all(whole.as_bytes()); // a terminal that went away is no reason to stop
    outcome
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_part_is_begun_when_what_it_comes_after_is_done_however_that_ends() {
        let order = Mutex::new(Vec::new());
        let note = |name| order.lock().unwrap().push(name);
        let mut parts = Parts::default();
        parts.add("fails", Kind::Works, &[], || {
            thread::sleep(Duration::from_millis(50));
            note("fails");
            Err(anyhow!("on purpose").into())
        });
        parts.add("breaks off", Kind::Works, &["fails"], || {
            note("breaks off");
            panic!("on purpose")
        });
        parts.check("comes last", Kind::Waits, &["fails", "breaks off"], || {
            note("comes last");
            Ok(())
        });
        let sum = parts.run().sum();
        assert_eq!(*order.lock().unwrap(), ["fails", "breaks off", "comes last"]);
        assert_eq!(sum, Tally { passed: 1, failed: 2, skipped: 0 });
    }

    #[test]
    fn a_part_is_wanted_with_those_that_it_comes_after() {
        let parts = || {
            let mut parts = Parts::default();
            for (name, after) in [("a", &[][..]), ("b", &["a"]), ("c", &["b"]), ("d", &[])] {
                parts.check(name, Kind::Works, after, || Ok(()));
            }
            parts
        };
        let names = |wanted: &[&str]| {
            let wanted: Vec<_> = wanted.iter().map(|name| name.to_string()).collect();
            parts().only(&wanted).map(|parts| parts.0.iter().map(|part| part.name).collect::<String>())
        };
        assert_eq!(names(&[]).unwrap(), "abcd");
        assert_eq!(names(&["c"]).unwrap(), "abc");
        assert_eq!(names(&["d", "a"]).unwrap(), "ad");
        assert!(names(&["e"]).unwrap_err().to_string().contains("the parts are a, b, c, d"));
    }

    #[test]
    fn two_go_side_by_side_and_no_more() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut parts = Parts::default();
        for name in ["a", "b", "c", "d", "e"] {
            parts.check(name, Kind::Waits, &[], || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(30));
                now.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            });
        }
        assert_eq!(parts.run().sum().passed, 5);
        let processors = thread::available_parallelism().map_or(1, usize::from);
        assert_eq!(most.load(Ordering::SeqCst), processors.min(2));
    }
}
