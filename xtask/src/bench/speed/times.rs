//! Times in a few figures, and how tables show them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Median, 95th percentile and longest of several times.
#[derive(Clone, Debug, Default)]
pub struct Times {
    pub median: Duration,
    pub p95: Duration,
    pub most: Duration,
}

impl Times {
    pub fn of(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        let at = |hundredth: usize| {
            times.get((times.len().saturating_sub(1)) * hundredth / 100).copied().unwrap_or_default()
        };
        Times { median: at(50), p95: at(95), most: at(100) }
    }

    /// Of the milliseconds that a script has measured.
    pub fn of_millis(times: &[f64]) -> Times {
        Times::of(times.iter().copied().map(from_millis).collect())
    }

    /// How many times longer it takes than the other does, by the medians; nothing where the other took no time.
    pub fn ratio(&self, other: &Times) -> Option<f64> {
        ratio(self.median, other.median)
    }

    pub fn json(&self) -> Value {
        json!({"median": millis(self.median), "p95": millis(self.p95), "max": millis(self.most)})
    }
}

/// How many times longer one takes than the other; nothing where the other took no time.
pub fn ratio(one: Duration, other: Duration) -> Option<f64> {
    (!other.is_zero()).then(|| one.as_secs_f64() / other.as_secs_f64())
}

/// What the work makes, and how long it takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let made = std::hint::black_box(work());
    (made, started.elapsed())
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A script's milliseconds; what is no time is none.
pub fn from_millis(time: f64) -> Duration {
    Duration::try_from_secs_f64(time / 1000.0).unwrap_or_default()
}

pub fn shown(time: Duration) -> String {
    format!("{:.2} ms", millis(time))
}

pub fn shown_ratio(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}×"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_a_few_figures() {
        let times = Times::of((1..=101).rev().map(Duration::from_millis).collect());
        let [median, p95, most] = [times.median, times.p95, times.most].map(|time| time.as_millis());
        assert_eq!([median, p95, most], [51, 96, 101]);
        assert_eq!(Times::of(Vec::new()).median, Duration::ZERO);
        assert_eq!(Times::of_millis(&[2.0, 0.5, 1.0]).median, Duration::from_millis(1));
        assert_eq!(from_millis(f64::NAN), Duration::ZERO);
    }

    #[test]
    fn a_ratio_is_of_the_medians_and_never_to_nothing() {
        let [one, other] = [[3.0, 6.0, 90.0], [1.0, 4.0, 5.0]].map(|times| Times::of_millis(&times));
        assert_eq!(one.ratio(&other), Some(1.5));
        assert_eq!(one.ratio(&Times::default()), None);
        assert_eq!([shown_ratio(Some(1.5)), shown_ratio(None)], ["1.50×", "–"]);
    }
}
