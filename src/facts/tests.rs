//! What facts say of designations, singly and together.

use super::*;
use crate::date::PartialDate;
use crate::designation::{Address, Designation, Identifier, LabelledFact};

/// A person as a list might have them.
fn listed() -> Designation {
    let mut made = Designation::new("1", SubjectKind::Individual);
    made.births = vec![PartialDate::read("01 Oct 1963")];
    made.birth_places = vec!["Gopalganj, Bangladesh".into()];
    made.nationalities = vec!["Bangladesh".into()];
    made.gender = Some("M".into());
    made.addresses = vec![Address {
        street: None,
        place: Some("Dubai".into()),
        country: Some("United Arab Emirates".into()),
        uid: None,
    }];
    made.identifiers = vec![Identifier {
        kind: "Passport".into(),
        number: "B00002095".into(),
        country: Some("Bangladesh".into()),
        issued: None,
        expires: None,
    }];
    made
}

fn facts(given: &[(Fact, &str)]) -> Facts {
    let mut facts = Facts::default();
    given.iter().for_each(|(fact, text)| facts.set(*fact, text).unwrap());
    facts
}

fn effects(given: &[(Fact, &str)], designation: &Designation) -> Vec<Effect> {
    let facts = facts(given);
    let held = facts.identifier().and_then(|number| number.held_by(designation));
    findings(&facts, designation, held.as_ref().map(|held| held.number.as_str())).iter().map(|f| f.effect).collect()
}

#[test]
fn each_fact_agrees_differs_or_is_unknown_with_its_effect() {
    let person = listed();
    for (fact, text, effect, verdict) in [
        (Fact::Birth, "1963-10-01", Effect::SameDay, Verdict::Agrees),
        (Fact::Birth, "10.01.1963", Effect::SameDay, Verdict::Agrees),
        (Fact::Birth, "1963-01-10", Effect::DayMonthSwapped, Verdict::Agrees),
        (Fact::Birth, "1965", Effect::WithinTwoYears, Verdict::Differs),
        (Fact::Birth, "1970", Effect::OtherYear, Verdict::Differs),
        (Fact::Country, "BGD", Effect::SameNationality, Verdict::Agrees),
        (Fact::Country, "UAE", Effect::SameAddress, Verdict::Agrees),
        (Fact::Country, "France; Emirati", Effect::SameAddress, Verdict::Agrees),
        (Fact::Country, "France", Effect::OtherCountry, Verdict::Differs),
        (Fact::Nationality, "Bangladeshi", Effect::SameNationality, Verdict::Agrees),
        (Fact::Nationality, "UAE", Effect::OtherNationality, Verdict::Differs),
        (Fact::Kind, "Person", Effect::SameKind, Verdict::Agrees),
        (Fact::Kind, "vessel", Effect::OtherKind, Verdict::Differs),
        (Fact::Gender, "male", Effect::SameGender, Verdict::Agrees),
        (Fact::Gender, "F", Effect::OtherGender, Verdict::Differs),
        (Fact::Identifier, "b-0000 2095", Effect::SameNumber, Verdict::Agrees),
        (Fact::Identifier, "B00002096", Effect::OtherNumber, Verdict::Differs),
        (Fact::Identifier, "IMO 9074728", Effect::Mistyped, Verdict::Unknown),
    ] {
        assert_eq!(effects(&[(fact, text)], &person), [effect], "{text}");
        assert_eq!(effect.verdict(), verdict, "{text}");
    }
}

#[test]
fn what_the_list_does_not_say_is_no_difference() {
    let nobody = Designation::new("2", SubjectKind::Individual);
    let all = [
        (Fact::Birth, "1963"),
        (Fact::Country, "France"),
        (Fact::Nationality, "France"),
        (Fact::Gender, "male"),
        (Fact::Identifier, "B00002095"),
    ];
    assert_eq!(effects(&all, &nobody), [Effect::NotListed; 5]);
    let unread = Designation {
        births: vec![PartialDate::read("in the seventies")],
        nationalities: vec!["undetermined".into()],
        gender: Some("unknown".into()),
        ..nobody
    };
    assert_eq!(effects(&all[..4], &unread), [Effect::NotReadable; 4]);
}

#[test]
fn a_finding_shows_what_was_given_and_what_is_listed() {
    let given = facts(&[(Fact::Birth, " 1963 "), (Fact::Country, "France")]);
    let told = serde_json::to_value(findings(&given, &listed(), None)).unwrap();
    assert_eq!(
        told[0],
        serde_json::json!({"fact": "birth", "verdict": "agrees", "effect": "same-year", "given": "1963", "listed": ["01 Oct 1963"]})
    );
    assert_eq!(
        told[1]["listed"],
        serde_json::json!(["Bangladesh", "Gopalganj, Bangladesh", "United Arab Emirates"]),
        "each text once"
    );
}

#[test]
fn a_former_state_is_unknown_and_a_flag_counts() {
    let mut ship = Designation::new("3", SubjectKind::Vessel);
    ship.facts = vec![
        LabelledFact { label: "Flag".into(), value: "Panama".into() },
        LabelledFact { label: "Remarks".into(), value: "Cuba".into() },
    ];
    assert_eq!(effects(&[(Fact::Country, "PA")], &ship), [Effect::SameFlag]);
    assert_eq!(effects(&[(Fact::Country, "Cuba")], &ship), [Effect::OtherCountry], "a remark is no flag");
    let born =
        Designation { birth_places: vec!["Kyiv, USSR".into()], ..Designation::new("4", SubjectKind::Individual) };
    assert_eq!(effects(&[(Fact::Country, "Ukraine")], &born), [Effect::RelatedCountry]);
    assert_eq!(effects(&[(Fact::Country, "Cuba")], &born), [Effect::OtherCountry]);
}

#[test]
fn it_takes_more_than_one_wrong_fact_to_contradict() {
    let person = listed();
    let contradicts = |given: &[(Fact, &str)]| {
        let facts = facts(given);
        let held = facts.identifier().and_then(|number| number.held_by(&person));
        contradicted(&findings(&facts, &person, held.as_ref().map(|held| held.number.as_str())))
    };
    assert!(contradicts(&[(Fact::Kind, "vessel")]));
    assert!(contradicts(&[(Fact::Birth, "1990"), (Fact::Country, "France")]));
    assert!(contradicts(&[(Fact::Birth, "1990"), (Fact::Gender, "female")]));
    for enough in [
        &[(Fact::Birth, "1990")][..],
        &[(Fact::Birth, "1990"), (Fact::Country, "Bangladesh")],
        &[(Fact::Birth, "1965"), (Fact::Country, "France")],
        &[(Fact::Country, "France"), (Fact::Nationality, "France"), (Fact::Gender, "female")],
        &[(Fact::Kind, "vessel"), (Fact::Identifier, "B00002095")],
        &[(Fact::Identifier, "B00002096")],
    ] {
        assert!(!contradicts(enough), "{enough:?}");
    }
}

#[test]
fn more_and_weightier_agreement_comes_first() {
    let person = listed();
    let weigh = |given: &[(Fact, &str)]| agreement(&findings(&facts(given), &person, None));
    let ladder = [
        weigh(&[(Fact::Birth, "1963-10-01"), (Fact::Country, "BD")]),
        weigh(&[(Fact::Birth, "1963-10-01")]),
        weigh(&[(Fact::Birth, "1963")]),
        weigh(&[(Fact::Birth, "1965")]),
        weigh(&[]),
        weigh(&[(Fact::Country, "France")]),
        weigh(&[(Fact::Birth, "1990")]),
        weigh(&[(Fact::Birth, "1990"), (Fact::Country, "France")]),
    ];
    assert!(ladder.is_sorted_by(|a, b| a > b), "{ladder:?}");
}

#[test]
fn what_cannot_be_read_is_refused_with_what_can() {
    for (fact, text, words) in [
        (Fact::Birth, "yesterday", "the birth `yesterday` cannot be read; expected a year"),
        (Fact::Country, "Atlantis", "the country `Atlantis` cannot be read; expected the English name or the ISO code"),
        (Fact::Country, "France; Atlantis", "expected the English name"),
        (Fact::Nationality, ";", "expected the English name"),
        (Fact::Kind, "robot", "expected individual, entity, vessel or aircraft"),
        (Fact::Gender, "x", "expected female or male"),
        (Fact::Identifier, "A-1", "at least four letters and digits"),
    ] {
        let mut given = Facts::default();
        let refusal = given.set(fact, text).unwrap_err().to_string();
        assert!(refusal.contains(words), "{refusal}");
        assert_eq!(given, Facts::default(), "nothing is half taken");
    }
    let taken_back = facts(&[(Fact::Birth, "1963"), (Fact::Country, "BD"), (Fact::Birth, ""), (Fact::Country, " ")]);
    assert_eq!((taken_back.clone(), taken_back.echo()), (Facts::default(), None));
}
