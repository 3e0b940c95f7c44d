//! The arithmetic of labelled scores: precision, recall, F1 and AUC.

/// A score and whether it belongs to a pair of one party.
pub type Labelled = (u8, bool);

/// What a threshold makes of labelled scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// The lowest score that counts as found.
    pub threshold: u8,
    /// Which part of what is found belongs there; 1 when nothing is found.
    pub precision: f64,
    /// Which part of what belongs there is found; 1 when nothing belongs there.
    pub recall: f64,
}

impl Rates {
    /// The rates at a threshold.
    pub fn at(threshold: u8, scores: &[Labelled]) -> Rates {
        let count = |found: bool, label: bool| {
            scores.iter().filter(|(score, is)| (*score >= threshold) == found && *is == label).count()
        };
        let share = |part: usize, rest: usize| if part + rest == 0 { 1.0 } else { part as f64 / (part + rest) as f64 };
        let hits = count(true, true);
        Rates { threshold, precision: share(hits, count(true, false)), recall: share(hits, count(false, true)) }
    }

    /// The rates at the threshold with the best F1, the lowest one where several are.
    pub fn best(scores: &[Labelled]) -> Rates {
        let all = (1..=100).map(|threshold| Rates::at(threshold, scores));
        all.fold(Rates::at(1, scores), |best, rates| if rates.f1() > best.f1() { rates } else { best })
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }
}

/// The chance that a pair of one party scores above a pair of two; equal scores count half. Nothing without pairs of both
/// kinds.
pub fn auc(scores: &[Labelled]) -> Option<f64> {
    let of = |label: bool| scores.iter().filter(move |(_, is)| *is == label).map(|(score, _)| *score);
    let halves: usize = of(true)
        .flat_map(|same| of(false).map(move |other| usize::from(same > other) + usize::from(same >= other)))
        .sum();
    let pairs = of(true).count() * of(false).count();
    (pairs > 0).then(|| halves as f64 / 2.0 / pairs as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORES: [Labelled; 6] = [(90, true), (80, true), (75, false), (60, true), (40, false), (10, false)];

    #[test]
    fn rates_at_a_threshold() {
        let at = Rates::at(70, &SCORES);
        assert_eq!((at.precision, at.recall), (2.0 / 3.0, 2.0 / 3.0));
        assert!((at.f1() - 2.0 / 3.0).abs() < 1e-12);
        let all = Rates::at(1, &SCORES);
        assert_eq!((all.precision, all.recall), (0.5, 1.0));
    }

    #[test]
    fn the_best_threshold_is_the_lowest_of_the_best() {
        // From 41 to 60 all three pairs of one party are found with one false one: F1 is 6/7.
        let best = Rates::best(&SCORES);
        assert_eq!(best.threshold, 41);
        assert!((best.f1() - 6.0 / 7.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_found_and_nothing_to_find() {
        assert_eq!(Rates::at(95, &SCORES).f1(), 0.0);
        assert_eq!(Rates::at(95, &[]).f1(), 1.0);
        assert_eq!(auc(&[(50, true)]), None);
    }

    #[test]
    fn the_area_counts_pairs_in_order_and_halves_of_ties() {
        // Of nine pairs one is out of order: 60 stands below 75.
        assert_eq!(auc(&SCORES), Some(8.0 / 9.0));
        assert_eq!(auc(&[(50, true), (50, false)]), Some(0.5));
        assert_eq!(auc(&[(10, true), (50, false)]), Some(0.0));
    }
}
