//! The words of a name that stand in another script than Latin.

use super::{Form, Native, Reading};
use crate::normalise::Written;
use crate::transliterate;
use std::sync::Arc;
use unicode_script::Script;

/// The words of other scripts by their most usual Latin spelling, and what each is in its own script. A written word may
/// come apart; one that is not read stays as it is.
pub fn romanised(written: Vec<Written>, reading: Reading) -> (Vec<Written>, Vec<Option<Arc<Native>>>) {
    let mut words = Vec::with_capacity(written.len());
    let mut natives = Vec::with_capacity(written.len());
    let read = if written.len() == 1 { transliterate::whole } else { transliterate::romanise };
    let mut at = 0;
    while let Some(word) = written.get(at) {
        if let Some((length, phrase, native)) = phrase(&written[at..], reading) {
            words.push(phrase);
            natives.push(native);
            at += length;
            continue;
        }
        at += 1;
        let Some(parts) = (!word.text.is_ascii()).then(|| read(&word.raw, &word.text, reading)).flatten() else {
            words.push(word.clone());
            natives.push(None);
            continue;
        };
        for part in parts {
            let script = transliterate::script_of(&part.raw).unwrap_or(Script::Common);
            let mut spellings = part.spellings.into_iter();
            words.push(Written { text: spellings.next().unwrap_or_default(), raw: part.raw, commas: word.commas });
            natives.push(Some(Arc::new(Native {
                script,
                form: Form::new(part.native),
                others: spellings.map(Form::new).collect(),
                vowelless: part.vowelless,
            })));
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
