//! The words that are no names: particles, titles, legal forms and numbers, compared as sets.

use super::deduction::{Deduction, Means};
use super::weigh::number;
use super::weights as w;
use crate::name::{Name, Reading, Role, Word};
use crate::tables::LegalClass;

/// Whether a name carries a legal form.
pub fn has_legal_form(name: &Name) -> bool {
    name.words.iter().any(|word| matches!(word.role, Role::Legal(_)))
}

/// Deductions for what only one side has of these words, and for what differs.
pub fn compare(query: &Name, listed: &Name) -> Vec<Deduction> {
    let mut deductions = optional(query, listed);
    if listed.reading == Reading::Person {
        deductions.extend(company_beside_person(query, listed));
    } else {
        deductions.extend(legal_forms(query, listed));
        deductions.extend(numbers(query, listed));
    }
    deductions
}

/// Particles and titles on one side only, and numbers beside the name of a person; the same word counts as often as it stands.
fn optional(query: &Name, listed: &Name) -> Vec<Deduction> {
    let is_small = |word: &&Word| match word.role {
        Role::Particle | Role::Title => true,
        Role::Number(_) => listed.reading == Reading::Person,
        _ => false,
    };
    let small = |name: &Name| -> Vec<Word> { name.words.iter().filter(is_small).cloned().collect() };
    let (mut extra, mut missing) = (small(query), small(listed));
    extra.retain(|word| match missing.iter().position(|other| other.form.text == word.form.text) {
        Some(at) => {
            missing.remove(at);
            false
        }
        None => true,
    });
    let means = |word: &Word| match word.role {
        Role::Title => Means::Title,
        Role::Number(_) => Means::Number,
        _ => Means::Particle,
    };
    let all = extra
        .iter()
        .map(|word| Deduction::new(means(word), &word.raw, "", w::SMALL_WORD))
        .chain(missing.iter().map(|word| Deduction::new(means(word), "", &word.raw, w::SMALL_WORD)));
    all.take(w::SMALL_WORDS_MOST as usize).collect()
}

/// A legal form in one of two names of people, when the other has none of its words.
fn company_beside_person(query: &Name, listed: &Name) -> Option<Deduction> {
    let form = |name: &Name, other: &Name| -> Option<(String, i32)> {
        let words = &name.words[name.company.clone()?];
        let has = |word: &Word| other.words.iter().any(|theirs| theirs.form.text == word.form.text);
        let raw: Vec<&str> = words.iter().map(|word| &*word.raw).collect();
        let letters = words.iter().all(|word| word.role == Role::Initial);
        let points = if letters { w::LETTERS_ON_PERSON } else { w::LEGAL_ON_PERSON };
        (!words.iter().any(has)).then(|| (raw.join(" "), points))
    };
    match (form(query, listed), form(listed, query)) {
        (Some((raw, points)), _) => Some(Deduction::new(Means::LegalForm, &raw, "", points)),
        (None, Some((raw, points))) => Some(Deduction::new(Means::LegalForm, "", &raw, points)),
        (None, None) => None,
    }
}

/// Whether both names have legal forms, and none of one class.
pub fn legal_forms_differ(query: &Name, listed: &Name) -> bool {
    let (ours, theirs) = (legal(query), legal(listed));
    !ours.is_empty() && !theirs.is_empty() && !any_agrees(&ours, &theirs)
}

fn any_agrees(ours: &[(LegalClass, &str)], theirs: &[(LegalClass, &str)]) -> bool {
    let agree = |a: LegalClass, b: LegalClass| a == b || a == LegalClass::Company || b == LegalClass::Company;
    ours.iter().any(|(a, _)| theirs.iter().any(|(b, _)| agree(*a, *b)))
}

fn legal_forms(query: &Name, listed: &Name) -> Option<Deduction> {
    let (ours, theirs) = (legal(query), legal(listed));
    let points = match (ours.is_empty(), theirs.is_empty()) {
        (true, true) => return None,
        (false, true) if listed.reading == Reading::Craft => w::LEGAL_ON_CRAFT,
        (true, false) | (false, true) => w::LEGAL_MISSING,
        _ if any_agrees(&ours, &theirs) => return None,
        _ => w::LEGAL_DIFFERS,
    };
    let raw = |forms: &[(LegalClass, &str)]| forms.iter().map(|(_, raw)| *raw).collect::<Vec<_>>().join(" ");
    Some(Deduction::new(Means::LegalForm, &raw(&ours), &raw(&theirs), points))
}

fn legal(name: &Name) -> Vec<(LegalClass, &str)> {
    name.words
        .iter()
        .filter_map(|word| match word.role {
            Role::Legal(class) => Some((class, &*word.raw)),
            _ => None,
        })
        .collect()
}

fn numbers(query: &Name, listed: &Name) -> Option<Deduction> {
    let values = |name: &Name| {
        let mut values: Vec<u32> = name.numbers().collect();
        values.sort_unstable();
        values
    };
    let (ours, theirs) = (values(query), values(listed));
    let points = match (ours.is_empty(), theirs.is_empty()) {
        _ if ours == theirs => return None,
        (false, false) => w::NUMBER_DIFFERS,
        _ => w::NUMBER_MISSING,
    };
    let raw = |name: &Name| {
        let numbers = name.words.iter().filter(|word| number(word));
        numbers.map(|word| &*word.raw).collect::<Vec<_>>().join(" ")
    };
    Some(Deduction::new(Means::Number, &raw(query), &raw(listed), points))
}
