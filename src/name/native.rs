//! The words of a name that stand in another script than Latin.

use super::{Form, Forms, Native, Reading};
use crate::normalise::Written;
use crate::transliterate::{self, Romanised};
use std::sync::Arc;
use unicode_script::Script;

/// A word of another script, or a part of one.
pub struct Part {
    /// Its most usual Latin spelling.
    text: String,
    /// As it was written.
    raw: String,
    native: Arc<Native>,
}

impl Part {
    fn of(part: Romanised) -> Part {
        let script = transliterate::script_of(&part.raw).unwrap_or(Script::Common);
        let mut spellings = part.spellings.into_iter();
        let text = spellings.next().unwrap_or_default();
        let (form, others) = (Form::new(part.native), spellings.map(Form::new).collect());
        let native = Arc::new(Native { script, form, others, vowelless: part.vowelless });
        Part { text, raw: part.raw, native }
    }
}

/// The words of other scripts by their most usual Latin spelling, and what each is in its own script. A written word may
/// come apart; one that is not read stays as it is.
pub fn romanised(
    written: Vec<Written>,
    reading: Reading,
    forms: &mut Forms,
) -> (Vec<Written>, Vec<Option<Arc<Native>>>) {
    if written.iter().all(|word| word.text.is_ascii()) {
        let none = vec![None; written.len()];
        return (written, none);
    }
    let mut words = Vec::with_capacity(written.len());
    let mut natives = Vec::with_capacity(written.len());
    let whole = written.len() == 1;
    let read = if whole { transliterate::whole } else { transliterate::romanise };
    let mut at = 0;
    while let Some(word) = written.get(at) {
        if let Some((length, phrase, native)) = phrase(&written[at..], reading) {
            words.push(phrase);
            natives.push(native);
            at += length;
            continue;
        }
        at += 1;
        let parts = match word.text.is_ascii() {
            true => &[],
            false => forms.parts(word, whole, reading, || {
                Some(read(&word.raw, &word.text, reading)?.into_iter().map(Part::of).collect())
            }),
        };
        if parts.is_empty() {
            words.push(word.clone());
            natives.push(None);
        }
        for Part { text, raw, native } in parts {
            words.push(Written { text: text.clone(), raw: raw.clone(), commas: word.commas });
            natives.push(Some(Arc::clone(native)));
        }
    }
    (words, natives)
}

/// The phrase in another script with which the words of an organisation begin, as one word (a legal form is its Latin
/// abbreviation): of how many it is made, its usual Latin word, and what it is in its own script.
fn phrase(words: &[Written], reading: Reading) -> Option<(usize, Written, Option<Arc<Native>>)> {
    let first = words.first().filter(|word| reading != Reading::Person && !word.text.is_ascii())?;
    let (length, latin) = transliterate::phrase(words.iter().map(|word| word.text.as_str()))?;
    let joined = |text: fn(&Written) -> &str| words[..length].iter().map(text).collect::<Vec<_>>().join(" ");
    let mut latin = latin.into_iter();
    let phrase =
        Written { text: latin.next().unwrap_or_default(), raw: joined(|word| &word.raw), commas: first.commas };
    let native = Native {
        script: transliterate::script_of(&first.text).unwrap_or(Script::Common),
        form: Form::new(joined(|word| &word.text)),
        others: latin.map(Form::new).collect(),
        vowelless: false,
    };
    Some((length, phrase, Some(Arc::new(native))))
}
