//! Long words of a table, found with one slip in them: a letter too many, too few, another one, or two that changed places.
//!
//! Method: symmetric deletion (W. Garbe, 2012). Two words within one edit of each other share a form without one letter, or one
//! is such a form of the other; the few words that do are compared.

use super::HashMap;

/// Words by their forms without one letter.
pub struct Slips {
    /// Shorter words are too close to other words.
    shortest: usize,
    by_form: HashMap<u32, Vec<&'static str>>,
}

impl Slips {
    /// Those of these words that have so many letters or more.
    pub fn of_words(words: impl Iterator<Item = &'static str>, shortest: usize) -> Slips {
        let mut by_form: HashMap<u32, Vec<&'static str>> = HashMap::default();
        for word in words.filter(|word| word.len() >= shortest && word.is_ascii()) {
            for form in forms(word) {
                by_form.entry(form).or_default().push(word);
            }
        }
        Slips { shortest, by_form }
    }

    /// The word that this one is but for one slip, if its first letter is right and it is none of the words itself.
    pub fn of(&self, word: &str) -> Option<&'static str> {
        if word.len() + 1 < self.shortest || !word.is_ascii() {
            return None;
        }
        let near =
            |other: &&&'static str| other.as_bytes()[0] == word.as_bytes()[0] && strsim::osa_distance(other, word) == 1;
        forms(word).into_iter().filter_map(|form| self.by_form.get(&form)?.iter().find(near)).min().copied()
    }
}

/// Digests of a word and of what is left of it without one of its letters. Words that share one by chance are told apart by their
/// letters.
fn forms(word: &str) -> Vec<u32> {
    // Each letter counts by its place from the end, so that what stands before and behind one that is left out only has to be added.
    let mut forms: Vec<u32> = Vec::with_capacity(word.len() + 1);
    let before = word.bytes().scan(0_u32, |digest, byte| {
        let before = *digest;
        *digest = digest.wrapping_mul(PLACE).wrapping_add(byte.into());
        Some(before)
    });
    forms.extend(before);
    let (mut behind, mut place) = (0_u32, 1_u32);
    for (form, byte) in forms.iter_mut().zip(word.bytes()).rev() {
        *form = form.wrapping_mul(place).wrapping_add(behind);
        behind = behind.wrapping_add(place.wrapping_mul(byte.into()));
        place = place.wrapping_mul(PLACE);
    }
    forms.push(behind);
    forms
}

/// By what a letter counts more than the one behind it: any odd number of as many bits.
const PLACE: u32 = 0x0100_0193;

/// Equal for equal bytes, and almost always different for different ones (Fowler, Noll and Vo's FNV-1a).
pub fn digest(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_found_and_two_are_not() {
        let slips = Slips::of_words(["shenzhen", "industrial", "bank"].into_iter(), 7);
        for (written, meant) in [
            ("shenzen", Some("shenzhen")),
            ("shennzhen", Some("shenzhen")),
            ("shenzhem", Some("shenzhen")),
            ("hsenzhen", None),
            ("indusrtial", Some("industrial")),
            ("idustrail", None),
            ("shenzhen", None),
            ("banl", None),
        ] {
            assert_eq!(slips.of(written), meant, "{written}");
        }
    }
}
