//! Which designations on several lists are the same party.
//!
//! Authorities say it themselves: OFAC's lists share their numbers, and others print each other's. Where they say nothing,
//! two designations are taken for the same party when a name of theirs is the same, apart from order and writing, and so is
//! a whole birth date or an identity number; ships also by their IMO number alone, which no two ships share. Two designations
//! of one list are two parties, whatever they share: the authority lists them apart.

use crate::designation::Designation;
use crate::normalise;
use crate::publication::{OWN, Publication};
use std::collections::BTreeSet;

/// An identity number shorter than this is too often the same by chance.
const SHORTEST_NUMBER: usize = 6;

/// What of a designation tells whether it is the same party as another.
#[derive(Debug)]
pub struct Party {
    list: String,
    /// Numbers of authorities, its own among them: one in common is enough.
    numbers: BTreeSet<String>,
    names: BTreeSet<String>,
    /// Birth dates and identity numbers: one in common counts together with a name.
    facts: BTreeSet<String>,
}

impl Party {
    /// What tells of a designation.
    pub fn of(publication: &Publication, designation: &Designation) -> Party {
        let key = |kind: &str, text: &str| format!("{kind} {}", letters(text));
        // The numbers of one's own lists are those of each list alone.
        let numbered_by = if publication.authority == OWN { &publication.list } else { &publication.authority };
        let mut numbers = BTreeSet::from([key(numbered_by, &designation.id)]);
        numbers.extend(designation.cross_references.iter().map(|other| key(&other.authority, &other.id)));
        let mut facts = BTreeSet::new();
        for identifier in &designation.identifiers {
            match imo(&identifier.kind, &identifier.number) {
                Some(imo) => drop(numbers.insert(format!("IMO {imo}"))),
                None => {
                    let number = letters(&identifier.number);
                    if number.len() >= SHORTEST_NUMBER && number.bytes().any(|byte| byte.is_ascii_digit()) {
                        facts.insert(format!("number {number}"));
                    }
                }
            }
        }
        for (first, last) in designation.births.iter().filter_map(|birth| birth.interval) {
            if first == last {
                facts.insert(format!("born {first}"));
            }
        }
        let names = designation.names.iter().map(|name| {
            let mut words: Vec<String> = normalise::words(&name.name).into_iter().map(|word| word.text).collect();
            words.sort();
            words.join(" ")
        });
        Party { list: publication.list.clone(), numbers, names: names.collect(), facts }
    }

    /// Whether both are the same party.
    pub fn is(&self, other: &Party) -> bool {
        let share = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_disjoint(b);
        self.list != other.list
            && (share(&self.numbers, &other.numbers)
                || (share(&self.names, &other.names) && share(&self.facts, &other.facts)))
    }
}

/// For each party, the place of the first of them that is the same one.
pub fn places(parties: &[Party]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(parties.len());
    for (at, party) in parties.iter().enumerate() {
        let members = |place: usize| (0..at).filter(|member| places[*member] == place).collect::<Vec<_>>();
        let joins = |place: usize| {
            let members = members(place);
            members.iter().any(|member| parties[*member].is(party))
                && members.iter().all(|member| parties[*member].list != party.list)
        };
        let place = (0..at).filter(|place| places[*place] == *place).find(|place| joins(*place)).unwrap_or(at);
        places.push(place);
    }
    places
}

/// The seven digits of an IMO number of a ship.
fn imo(kind: &str, number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let says = kind.to_ascii_uppercase().contains("IMO") || number.to_ascii_uppercase().starts_with("IMO");
    (says && digits.len() == 7).then_some(digits)
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::PartialDate;
    use crate::designation::{CrossReference, Identifier, ListedName, NameKind, NameQuality, SubjectKind};

    fn party(list: &str, authority: &str, id: &str, change: impl Fn(&mut Designation)) -> Party {
        let publication = Publication {
            list: list.into(),
            authority: authority.into(),
            title: String::new(),
            issued: None,
            scope: String::new(),
            complete: true,
            ages: true,
            record_url: None,
        };
        let mut designation = Designation::new(id, SubjectKind::Individual);
        designation.names = vec![ListedName::new("AHMED, Benazir", NameKind::Primary, NameQuality::Strong, "Latin")];
        change(&mut designation);
        Party::of(&publication, &designation)
    }

    fn number(kind: &str, number: &str) -> Identifier {
        Identifier { kind: kind.into(), number: number.into(), country: None, issued: None, expires: None }
    }

    #[test]
    fn authorities_say_who_is_the_same() {
        let refers = |d: &mut Designation| {
            d.cross_references = vec![CrossReference { authority: "UN".into(), id: "QDi.001".into() }];
        };
        let (un, uk, eu) =
            (party("un-sc", "UN", "QDi.001", |_| ()), party("uk", "UK", "1", refers), party("eu", "EU", "2", refers));
        assert!(un.is(&uk) && uk.is(&un), "the UN number printed on the UK list");
        assert!(uk.is(&eu), "both print the same UN number");
        assert!(!un.is(&party("uk", "UK", "QDi.001", |_| ())), "another authority's number that happens to be alike");
        assert!(!party("own-a", OWN, "1", |_| ()).is(&party("own-b", OWN, "1", |_| ())), "rows of two own lists");
        assert!(party("ofac-sdn", "OFAC", "7", |_| ()).is(&party("ofac-ssi", "OFAC", "7", |_| ())));
    }

    #[test]
    fn a_name_alone_is_not_enough_and_a_fact_alone_neither() {
        let born = |text: &'static str| move |d: &mut Designation| d.births = vec![PartialDate::read(text)];
        let one = party("a", "A", "1", born("01 Oct 1963"));
        let other_order = |d: &mut Designation| {
            d.names[0].name = "Benazir Ahmed".into();
            born("01 Oct 1963")(d);
        };
        assert!(one.is(&party("b", "B", "2", other_order)));
        assert!(!one.is(&party("b", "B", "2", |_| ())), "a name alone");
        assert!(!party("a", "A", "1", born("1963")).is(&party("b", "B", "2", born("1963"))), "a year alone");
        let other_name = |d: &mut Designation| {
            d.names[0].name = "Someone Else".into();
            born("01 Oct 1963")(d);
        };
        assert!(!one.is(&party("b", "B", "2", other_name)), "a birth date alone");
        let short = |d: &mut Designation| d.identifiers = vec![number("Passport", "A-12")];
        assert!(!party("a", "A", "1", short).is(&party("b", "B", "2", short)), "a short number");
        let long = |d: &mut Designation| d.identifiers = vec![number("Passport", "A 1234-567")];
        let same = |d: &mut Designation| d.identifiers = vec![number("passport", "a1234567")];
        assert!(party("a", "A", "1", long).is(&party("b", "B", "2", same)));
        let ship = |kind: &'static str, imo: &'static str| {
            move |d: &mut Designation| {
                d.names[0].name = format!("Ship of {kind}");
                d.identifiers = vec![number(kind, imo)];
            }
        };
        let by_imo = party("a", "A", "1", ship("IMO number", "9187629"));
        assert!(by_imo.is(&party("b", "B", "2", ship("Vessel Registration Identification", "IMO 9187629"))));
        assert!(!by_imo.is(&party("b", "B", "2", ship("Passport", "9187629"))), "the same digits of another kind");
    }

    #[test]
    fn two_designations_of_one_list_stay_two() {
        let long = |d: &mut Designation| d.identifiers = vec![number("Passport", "1234567")];
        let parties = [
            party("a", "A", "1", long),
            party("b", "B", "1", long),
            party("a", "A", "2", long),
            party("c", "C", "1", long),
        ];
        assert_eq!(places(&parties), [0, 0, 2, 0]);
    }
}
