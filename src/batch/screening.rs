//! The screening of one row: each of its names by itself, and what they come to together.

use super::{Agreement, Found, Outcome, Remark, Row};
use crate::facts::{Fact, Facts};
use crate::report::{Hit, Reason, ReasonCode, Status};
use crate::{Screener, Settings};
use std::cmp::Reverse;

/// What is known of the party of a row.
struct Known {
    facts: Facts,
    /// Further identity numbers: each is looked for by itself.
    numbers: Vec<Facts>,
    remarks: Vec<Remark>,
}

impl Row {
    fn known(&self) -> Known {
        let mut known = Known { facts: Facts::default(), numbers: Vec::new(), remarks: Vec::new() };
        for told in &self.facts {
            let text = match told.fact {
                Fact::Birth => without_time(&told.text),
                _ => &told.text,
            };
            let further = told.fact == Fact::Identifier && known.facts.identifier().is_some();
            let read = match further {
                true => Facts::default().with(told.fact, text).map(|number| known.numbers.push(number)),
                false => known.facts.set(told.fact, text),
            };
            if let Err(error) = read {
                known.remarks.push(Remark { fact: told.fact, got: error.got });
            }
        }
        known
    }
}

/// A date without the time of day that databases write behind it: `1963-10-01 00:00:00`, `1963-10-01T00:00:00Z`.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let (hours, rest) = rest.split_once(':').unwrap_or(("", ""));
        digits(hours) && rest.chars().all(|c| c.is_ascii_digit() || ":.+-Zz APMapm".contains(c))
    };
    let dividing = text.match_indices([' ', 'T', 't']).find(|(at, mark)| is_time(text[at + mark.len()..].trim_end()));
    dividing.map_or(text, |(at, _)| text[..at].trim_end())
}

impl Outcome {
    /// The outcome of a row that was not looked at.
    pub fn not_screened(reason: Reason) -> Outcome {
        Outcome {
            status: Status::NotScreened,
            reasons: vec![reason],
            hits: Vec::new(),
            weak_only: 0,
            remarks: Vec::new(),
        }
    }

    /// The outcome of a row before which screening was stopped.
    pub fn stopped() -> Outcome {
        Outcome::not_screened(Reason { code: ReasonCode::Stopped, value: None })
    }
}

impl Screener {
    /// Screens a row: each of its names with its facts. It is [`Status::Screened`] only if every one of its names was.
    pub fn screen_row(&self, row: &Row, settings: Settings) -> Outcome {
        if let Some(fault) = &row.fault {
            return Outcome::not_screened(fault.clone());
        }
        let Known { facts, numbers, remarks } = row.known();
        // A number may stand without a name.
        let names = if row.names.is_empty() { &[String::new()][..] } else { &row.names[..] };
        let mut outcome =
            Outcome { status: Status::Screened, reasons: Vec::new(), hits: Vec::new(), weak_only: 0, remarks };
        let by_name = names.iter().enumerate().map(|(asked, name)| (asked, name.as_str(), &facts));
        for (asked, name, facts) in by_name.chain(numbers.iter().map(|number| (0, "", number))) {
            let screening = self.screen_with(name, facts, settings);
            let new: Vec<Reason> =
                screening.reasons.into_iter().filter(|reason| !outcome.reasons.contains(reason)).collect();
            outcome.reasons.extend(new);
            outcome.weak_only = outcome.weak_only.max(screening.weak_only);
            screening.hits.into_iter().for_each(|hit| outcome.take(hit, asked));
        }
        for hit in &mut outcome.hits {
            hit.profile = self.profile(&hit.list, &hit.id);
        }
        if !outcome.reasons.is_empty() {
            outcome.status = Status::NotScreened;
        }
        if names.len() + numbers.len() > 1 {
            // Stable, so that the order of each name's own hits is kept where these do not decide.
            outcome.hits.sort_by_key(|hit| (hit.contradicted, !hit.number, Reverse(hit.score)));
        }
        outcome
    }
}

impl Outcome {
    /// Takes a hit up, unless another name of the row has found the same listing more closely.
    fn take(&mut self, hit: Hit, asked: usize) {
        let found = Found::of(hit, asked);
        match self.hits.iter_mut().find(|other| (&other.list, &other.id) == (&found.list, &found.id)) {
            Some(other) => {
                let number = other.number || found.number;
                if other.score < found.score && (found.number || !other.number) {
                    *other = found;
                }
                other.number = number;
            }
            None => self.hits.push(found),
        }
    }
}

impl Found {
    fn of(hit: Hit, asked: usize) -> Found {
        let mut effects: Vec<String> = Vec::new();
        for measure in hit.measures {
            if !effects.contains(&measure.effect) {
                effects.push(measure.effect);
            }
        }
        Found {
            list: hit.list,
            id: hit.id,
            name: hit.name,
            kind: hit.kind,
            score: hit.score,
            matched: hit.matched.name,
            asked,
            number: hit.identifier.is_some(),
            facts: hit.facts.iter().map(|finding| Agreement { fact: finding.fact, verdict: finding.verdict }).collect(),
            contradicted: hit.contradicted,
            programmes: hit.programmes,
            effects,
            profile: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::Told;
    use crate::facts::Verdict;

    fn outcome(names: &[&str], facts: &[(Fact, &str)]) -> Outcome {
        let row = Row {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            facts: facts.iter().map(|(fact, text)| Told { fact: *fact, text: (*text).to_owned() }).collect(),
            ..Row::default()
        };
        Screener::embedded().unwrap().screen_row(&row, Settings::default())
    }

    #[test]
    fn the_names_of_a_row_come_to_one_outcome() {
        let both = outcome(&["Nobody Whatsoever", "ErkenTuniyaz", "Erken TUNIYAZ"], &[]);
        assert_eq!((both.status, both.hits.len()), (Status::Screened, 1));
        assert_eq!((both.hits[0].id.as_str(), both.hits[0].score, both.hits[0].asked), ("34119", 100, 2));
        let doubtful = outcome(&["Erken Tuniyaz", "អាន"], &[]);
        assert_eq!((doubtful.status, doubtful.hits.len(), doubtful.reasons.len()), (Status::NotScreened, 1, 1));
    }

    #[test]
    fn a_fact_that_cannot_be_read_is_told_and_loses_nothing() {
        let told = outcome(&["Benazir Ahmad"], &[(Fact::Birth, "unknown"), (Fact::Country, "BD")]);
        assert_eq!(told.remarks, [Remark { fact: Fact::Birth, got: "unknown".into() }]);
        assert_eq!(told.hits[0].facts, [Agreement { fact: Fact::Country, verdict: Verdict::Agrees }]);
        assert!(told.hits[0].effects[0].contains("blocked") && told.hits[0].programmes == ["GLOMAG"]);
    }

    #[test]
    fn the_time_of_a_birth_is_left_aside() {
        for text in ["1963-10-01 00:00:00", "1963-10-01T00:00:00.000Z", "01/10/1963 0:00", "1 Oct 1963 12:00 AM"] {
            let told = outcome(&["Benazir Ahmad"], &[(Fact::Birth, text)]);
            assert_eq!(told.hits[0].facts, [Agreement { fact: Fact::Birth, verdict: Verdict::Agrees }], "{text}");
        }
        assert_eq!(without_time("1 Oct 1963"), "1 Oct 1963");
        assert_eq!(without_time("at 12:00"), "at");
    }

    #[test]
    fn each_of_several_numbers_is_looked_for() {
        let numbers = [(Fact::Identifier, "X99999999"), (Fact::Identifier, "B00002095"), (Fact::Identifier, "?")];
        let told = outcome(&["Erken Tuniyaz"], &numbers);
        let found: Vec<(&str, bool)> = told.hits.iter().map(|hit| (hit.name.as_str(), hit.number)).collect();
        assert_eq!(found, [("AHMED, Benazir", true), ("TUNIYAZ, Erken", false)]);
        assert_eq!(told.remarks, [Remark { fact: Fact::Identifier, got: "?".into() }]);
    }

    #[test]
    fn a_number_may_stand_alone_and_an_empty_row_is_not_screened() {
        let number = outcome(&[], &[(Fact::Identifier, "B00002095")]);
        assert!(number.status == Status::Screened && number.hits[0].number);
        let empty = outcome(&[], &[]);
        assert_eq!((empty.status, empty.reasons[0].code), (Status::NotScreened, ReasonCode::Empty));
        let fault = Reason { code: ReasonCode::TooManyCells, value: Some("9".into()) };
        let row = Row { names: vec!["Erken Tuniyaz".into()], fault: Some(fault.clone()), ..Row::default() };
        let outcome = Screener::embedded().unwrap().screen_row(&row, Settings::default());
        assert_eq!(outcome, Outcome::not_screened(fault));
    }
}
