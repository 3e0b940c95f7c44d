//! What a person decided about potential matches, kept in a file of theirs, so that next time the same question is not asked anew.
//!
//! A decision is about one customer and one listing: the customer by reference, names and all facts as the file has them, the listing
//! by list, id and a digest of all that the list says of it. It holds as long as all of that is the same. When the customer's data or
//! the listed entry has changed, the potential match is open again and says what it was. A decision never hides a potential match
//! and never takes the place of another one; where a file has no references, customers of one name are told apart by their facts.

use super::{Found, Outcome, Row, Told};
use crate::normalise;
use serde::{Deserialize, Serialize};

/// The format and its version.
pub const FORMAT: &str = "namesieve-review/1";

/// Decisions, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    format: String,
    /// Of several about the same customer and listing the last one holds.
    pub decisions: Vec<Decision>,
}

/// A decision about one customer and one listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Who was screened.
    pub customer: Customer,
    /// Whom the list means.
    pub listing: Listing,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// By whom.
    pub reviewer: String,
    /// When, UTC: `2026-11-30T09:15:00Z`.
    pub made: String,
}

/// A customer as a file has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// The file's reference; empty where it has none.
    pub reference: String,
    /// The names in their normal form, in the order of letters.
    pub names: Vec<String>,
    /// What the file says of them besides, such as `birth 1963`, in small letters.
    pub facts: Vec<String>,
}

/// A listing as it was when it was decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// The list's id.
    pub list: String,
    /// The designation's id.
    pub id: String,
    /// Its primary name.
    pub name: String,
    /// A digest of all that the list says of it.
    pub profile: String,
}

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The customer is the listed party.
    TrueMatch,
    /// The customer is somebody else.
    FalsePositive,
    /// More has to be known first.
    NeedsInformation,
    /// Somebody else has to decide.
    Escalated,
}

impl Verdict {
    /// The verdict in words.
    pub fn words(self) -> &'static str {
        match self {
            Verdict::TrueMatch => "true match",
            Verdict::FalsePositive => "false positive",
            Verdict::NeedsInformation => "needs information",
            Verdict::Escalated => "escalated",
        }
    }
}

/// How a potential match stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Standing<'a> {
    /// Nobody has decided about it.
    Open,
    /// It was decided about, and nothing has changed since.
    Decided {
        /// The decision.
        decision: &'a Decision,
    },
    /// It was decided about, and is open again.
    Reopened {
        /// The decision as it was.
        decision: &'a Decision,
        /// Whether the customer's names or birth date are others now.
        customer: bool,
        /// Whether the list says something else of the party now.
        listing: bool,
    },
}

/// Why a file is no review.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// It cannot be read as one.
    #[error("this is no review, or it is damaged ({0}); take the file as it was written")]
    Unreadable(String),
    /// Another version.
    #[error("the review has the format `{0}`; this version reads {FORMAT}")]
    Format(String),
}

impl Customer {
    /// The customer of a row.
    pub fn of(row: &Row) -> Customer {
        let normal = |name: &String| {
            let words: Vec<String> = normalise::words(name).into_iter().map(|word| word.text).collect();
            words.join(" ")
        };
        let mut names: Vec<String> = row.names.iter().map(normal).collect();
        names.sort_unstable();
        let fact = |told: &Told| format!("{} {}", told.fact.key(), told.text.trim().to_lowercase());
        let facts = row.facts.iter().map(fact).collect();
        Customer { reference: row.reference.trim().to_owned(), names, facts }
    }

    /// Whether both are one customer: by their references, or where there are none by all that is known of them.
    fn is(&self, other: &Customer) -> bool {
        match self.reference.is_empty() && other.reference.is_empty() {
            true => self.is_unchanged(other),
            false => self.reference == other.reference,
        }
    }

    /// Whether both may be one customer: they have one name, and not two references.
    fn may_be(&self, other: &Customer) -> bool {
        self.names == other.names && (self.reference.is_empty() || other.reference.is_empty())
    }

    fn is_unchanged(&self, other: &Customer) -> bool {
        self.names == other.names && self.facts == other.facts
    }
}

impl Default for Review {
    fn default() -> Review {
        Review { format: FORMAT.to_owned(), decisions: Vec::new() }
    }
}

impl Review {
    /// Reads a review.
    ///
    /// # Errors
    /// [`ReviewError`].
    pub fn read(bytes: &[u8]) -> Result<Review, ReviewError> {
        #[derive(Deserialize)]
        struct Version {
            format: String,
        }
        let unreadable = |error: serde_json::Error| ReviewError::Unreadable(error.to_string());
        let Version { format } = serde_json::from_slice(bytes).map_err(unreadable)?;
        if format != FORMAT {
            return Err(ReviewError::Format(format));
        }
        serde_json::from_slice(bytes).map_err(unreadable)
    }

    /// The review as a file, one decision a line.
    pub fn write(&self) -> String {
        let decisions: Vec<String> =
            self.decisions.iter().map(|each| serde_json::to_string(each).unwrap_or_default()).collect();
        format!("{{\"format\":\"{FORMAT}\",\n\"decisions\":[\n{}\n]}}\n", decisions.join(",\n"))
    }

    /// Takes a decision up in place of an earlier one about the same customer and listing.
    pub fn decide(&mut self, decision: Decision) {
        self.withdraw(&decision.customer, &decision.listing.list, &decision.listing.id);
        self.decisions.push(decision);
    }

    /// Takes the decision about a customer and a listing back, if there is one.
    pub fn withdraw(&mut self, customer: &Customer, list: &str, id: &str) {
        self.decisions.retain(|each| !(each.is_about(list, id) && each.customer.is(customer)));
    }

    /// How the potential matches of a row stand, in their order.
    pub fn standings(&self, row: &Row, outcome: &Outcome) -> Vec<Standing<'_>> {
        let customer = Customer::of(row);
        outcome.hits.iter().map(|hit| self.of(&customer, hit)).collect()
    }

    fn of(&self, customer: &Customer, hit: &Found) -> Standing<'_> {
        let about = || self.decisions.iter().rev().filter(|each| each.is_about(&hit.list, &hit.id));
        let own = about().find(|each| each.customer.is(customer));
        match own.or_else(|| about().find(|each| each.customer.may_be(customer))) {
            None => Standing::Open,
            Some(decision) => {
                let changed = (!decision.customer.is_unchanged(customer), decision.listing.profile != hit.profile);
                match changed {
                    (false, false) => Standing::Decided { decision },
                    (customer, listing) => Standing::Reopened { decision, customer, listing },
                }
            }
        }
    }

    /// How many potential matches of a row nobody has decided about, or are open again.
    pub fn open(&self, row: &Row, outcome: &Outcome) -> usize {
        self.standings(row, outcome).iter().filter(|standing| standing.is_open()).count()
    }
}

impl Standing<'_> {
    /// Whether a person has to decide, for the first time or again.
    pub fn is_open(&self) -> bool {
        !matches!(self, Standing::Decided { .. })
    }
}

impl Decision {
    fn is_about(&self, list: &str, id: &str) -> bool {
        self.listing.list == list && self.listing.id == id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Fact;
    use crate::{Screener, Settings};

    impl Review {
        fn standing(&self, row: &Row, hit: &Found) -> Standing<'_> {
            self.of(&Customer::of(row), hit)
        }
    }

    fn row(reference: &str, name: &str, birth: &str) -> Row {
        let facts = Some(Told { fact: Fact::Birth, text: birth.to_owned() }).filter(|told| !told.text.is_empty());
        Row {
            reference: reference.to_owned(),
            names: vec![name.to_owned()],
            facts: facts.into_iter().collect(),
            ..Row::default()
        }
    }

    fn hit(row: &Row) -> Found {
        Screener::embedded().unwrap().screen_row(row, Settings::default()).hits.remove(0)
    }

    fn decision(row: &Row, hit: &Found) -> Decision {
        Decision {
            customer: Customer::of(row),
            listing: Listing {
                list: hit.list.clone(),
                id: hit.id.clone(),
                name: hit.name.clone(),
                profile: hit.profile.clone(),
            },
            verdict: Verdict::FalsePositive,
            reason: "born in another century".into(),
            reviewer: "A. B.".into(),
            made: "2026-11-30T00:00:00Z".into(),
        }
    }

    #[test]
    fn a_decision_holds_while_customer_and_listing_are_the_same() {
        let asked = row("A-1", "Benazir Ahmad", "1863");
        let found = hit(&asked);
        assert_eq!(found.profile.len(), 64);
        let mut review = Review::default();
        assert_eq!(review.standing(&asked, &found), Standing::Open);
        review.decide(decision(&asked, &found));
        assert!(matches!(review.standing(&asked, &found), Standing::Decided { .. }));
        let reopened = |asked: &Row, found: &Found| match review.standing(asked, found) {
            Standing::Reopened { customer, listing, .. } => Some((customer, listing)),
            _ => None,
        };
        // Written otherwise it is the same name.
        assert!(matches!(review.standing(&row("A-1", "BENAZIR  ahmad", "1863"), &found), Standing::Decided { .. }));
        assert_eq!(reopened(&row("A-1", "Benazir Ahmad", "1963"), &found), Some((true, false)));
        assert_eq!(reopened(&row("A-1", "Benazir Ahmed", "1863"), &found), Some((true, false)));
        let changed = Found { profile: "another".into(), ..found.clone() };
        assert_eq!(reopened(&asked, &changed), Some((false, true)));
        // Somebody else of the same name, and another listing, are open.
        assert_eq!(review.standing(&row("A-2", "Benazir Ahmad", "1863"), &found), Standing::Open);
        let other = Found { id: "34119".into(), ..found.clone() };
        assert_eq!(review.standing(&asked, &other), Standing::Open);
        // A file without references is known by its names and facts.
        assert!(matches!(review.standing(&row("", "Benazir Ahmad", "1863"), &found), Standing::Decided { .. }));
    }

    #[test]
    fn a_fact_that_is_new_opens_the_question_again() {
        let found = hit(&row("A-1", "Benazir Ahmad", ""));
        let with = |reference: &str, facts: &[(Fact, &str)]| Row {
            facts: facts.iter().map(|(fact, text)| Told { fact: *fact, text: (*text).to_owned() }).collect(),
            ..row(reference, "Benazir Ahmad", "")
        };
        for reference in ["A-1", ""] {
            let asked = with(reference, &[(Fact::Country, "UK")]);
            let mut review = Review::default();
            review.decide(decision(&asked, &found));
            for facts in
                [&[(Fact::Country, "China")][..], &[], &[(Fact::Country, "UK"), (Fact::Identifier, "B00002095")]]
            {
                let now = with(reference, facts);
                assert!(
                    matches!(review.standing(&now, &found), Standing::Reopened { customer: true, .. }),
                    "{facts:?}"
                );
            }
        }
        // Two people of one name in a file without references have a decision each.
        let [one, two] = ["PK", "BD"].map(|country| with("", &[(Fact::Country, country)]));
        let mut review = Review::default();
        review.decide(decision(&one, &found));
        assert!(!matches!(review.standing(&two, &found), Standing::Decided { .. }));
        review.decide(Decision { verdict: Verdict::TrueMatch, ..decision(&two, &found) });
        let verdict = |row: &Row| match review.standing(row, &found) {
            Standing::Decided { decision } => Some(decision.verdict),
            _ => None,
        };
        assert_eq!([verdict(&one), verdict(&two)], [Some(Verdict::FalsePositive), Some(Verdict::TrueMatch)]);
    }

    #[test]
    fn the_last_decision_holds_and_can_be_taken_back() {
        let asked = row("", "Benazir Ahmad", "");
        let found = hit(&asked);
        let mut review = Review::default();
        review.decide(decision(&asked, &found));
        review.decide(Decision { verdict: Verdict::Escalated, ..decision(&asked, &found) });
        assert_eq!(review.decisions.len(), 1);
        assert_eq!(review.decisions[0].verdict, Verdict::Escalated);
        assert_eq!(Review::read(review.write().as_bytes()), Ok(review.clone()));
        review.withdraw(&Customer::of(&asked), &found.list, &found.id);
        assert_eq!(review, Review::default());
        assert_eq!(Review::read(review.write().as_bytes()), Ok(review));
    }

    #[test]
    fn what_is_no_review_is_refused() {
        assert!(matches!(Review::read(b"name\nJane Roe\n"), Err(ReviewError::Unreadable(_))));
        assert_eq!(Review::read(b"{\"format\":\"x\"}"), Err(ReviewError::Format("x".into())));
        assert!(matches!(Review::read(b"{\"format\":\"namesieve-review/1\"}"), Err(ReviewError::Unreadable(_))));
    }
}
