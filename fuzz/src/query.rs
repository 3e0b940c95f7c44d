//! Questions: whatever is asked is answered, and the answer is whole.

use super::{BETWEEN, embedded};
use namesieve::report::{Screening, Status};
use namesieve::{EMBEDDED, Fact, Facts, Settings, pack};
use std::sync::OnceLock;

/// A name and facts over the embedded lists. The first byte is the threshold, and whether weak aliases count.
pub fn anything(data: &[u8]) {
    let [first, rest @ ..] = data else { return };
    let mut texts = rest.split(|byte| *byte == BETWEEN).map(String::from_utf8_lossy);
    let name = texts.next().unwrap_or_default();
    let mut facts = Facts::default();
    for (fact, text) in Fact::ALL.into_iter().zip(texts) {
        // A fact that cannot be read is refused where it is told, and the name is asked without it.
        let _ = facts.set(fact, &text);
    }
    let settings = Settings::new(i64::from(first % 100) + 1, *first >= 128).expect("1 to 100");
    let screening = embedded().screen_with(&name, &facts, settings);
    holds(&screening);
    assert!(
        screening == embedded().screen_with(&name, &facts, settings),
        "the same question has two answers: {name:?}"
    );
    for hit in &screening.hits {
        assert!(embedded().designation(&hit.list, &hit.id).is_some(), "a hit that nothing is known of: {hit:?}");
    }
    holds(&embedded().screen_by_ofac_search_with(&name, &facts, settings));
}

/// What holds of every answer.
pub fn holds(screening: &Screening) {
    let Screening { status, reasons, threshold, lists, hits, examined, .. } = screening;
    assert_eq!(
        *status == Status::Screened,
        reasons.is_empty(),
        "a reason is given where it was not screened, and only there"
    );
    if *status == Status::Screened {
        assert_eq!(*examined, lists.iter().map(|list| list.designations).sum::<usize>(), "not all were looked at");
    }
    for hit in hits {
        assert!(hit.score >= *threshold || hit.identifier.is_some(), "a hit below the threshold {threshold}: {hit:?}");
        assert!(hit.score <= 100 && hit.party < hits.len());
    }
    serde_json::to_string(screening).expect("an answer is JSON");
}

/// What can stand within a word and is not seen: a soft hyphen, joiners, marks of direction, accents, a byte order mark.
const UNSEEN: [char; 8] = ['\u{ad}', '\u{200b}', '\u{200d}', '\u{200e}', '\u{202e}', '\u{2066}', '\u{301}', '\u{feff}'];
/// What can stand before and after a word and is no letter.
const BESIDE: [char; 8] = [' ', '\u{a0}', '.', ',', '"', '\u{2019}', '(', '\t'];

/// A listed name with characters between its letters that are none: it is found, or the answer says that it was not screened. The
/// first byte is the name; each byte after it a letter of the name, how it is written and what comes after it.
pub fn noise(data: &[u8]) {
    static NAMES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lists = pack::open(EMBEDDED).expect("the embedded pack opens");
        let all = lists.iter().flat_map(pack::OpenList::designations);
        all.map(|each| (each.id.clone(), each.primary_name().to_owned())).collect()
    });
    let [first, rest @ ..] = data else { return };
    let (id, name) = &names[usize::from(*first) % names.len()];
    let mut written = String::new();
    for (at, letter) in name.chars().enumerate() {
        let byte = rest.get(at).copied().unwrap_or_default();
        match byte & 1 {
            0 => written.push(letter),
            _ => written.extend(letter.to_lowercase()),
        }
        let which = usize::from(byte >> 1) % 8;
        match byte >> 4 {
            // A word ends where the listed name has no letter.
            8..=11 if !letter.is_alphanumeric() => written.push(BESIDE[which]),
            12..=15 if letter.is_alphanumeric() => written.push(UNSEEN[which]),
            _ => {}
        }
    }
    let screening = embedded().screen(&written, Settings::default());
    holds(&screening);
    let found = screening.hits.iter().any(|hit| hit.id == *id);
    assert!(found || !screening.reasons.is_empty(), "{written:?} is {name:?} and is not found");
}
