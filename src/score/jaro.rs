//! The Jaro similarity of two short words of ASCII letters, without asking for memory: it is asked for more often than
//! anything else of a query.
//!
//! Method: M. A. Jaro, 1989, in the order of steps of `strsim`, which the tests hold it against: each letter of the first word
//! matches the first letter of the second that is the same, free and no farther than half the longer word; letters
//! that match in another order count half.

/// Words of so many letters fit the bits of a number.
const MOST: usize = 32;

/// The similarity, 0 to 1; nothing for words that are too long or not of ASCII letters.
pub fn similarity(a: &[u8], b: &[u8]) -> Option<f64> {
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    if long > MOST || short == 0 || !a.is_ascii() || !b.is_ascii() {
        return None;
    }
    let range = (long / 2).saturating_sub(1);
    let (mut in_a, mut in_b, mut matches) = (0_u32, 0_u32, 0_usize);
    for (i, letter) in a.iter().enumerate() {
        let first = i.saturating_sub(range);
        let last = b.len().min(i + range + 1);
        if let Some(j) = (first..last).find(|j| b[*j] == *letter && in_b & (1 << j) == 0) {
            in_a |= 1 << i;
            in_b |= 1 << j;
            matches += 1;
        }
    }
    if matches == 0 {
        return Some(0.0);
    }
    let (mut moved, mut rest_a, mut rest_b) = (0, in_a, in_b);
    for _ in 0..matches {
        moved += usize::from(a[rest_a.trailing_zeros() as usize] != b[rest_b.trailing_zeros() as usize]);
        rest_a &= rest_a - 1;
        rest_b &= rest_b - 1;
    }
    let ratio = |part: usize, whole: usize| part as f64 / whole as f64;
    let in_order = ratio(matches - moved / 2, matches);
    Some((ratio(matches, a.len()) + ratio(matches, b.len()) + in_order) / 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::chance;

    #[test]
    fn it_is_that_of_the_library() {
        let mut random = chance::numbers(7);
        for _ in 0..20_000 {
            let mut word = || -> String {
                let length = 1 + random(12);
                (0..length).map(|_| char::from(b'a' + random(5) as u8)).collect()
            };
            let (a, b) = (word(), word());
            let ours = similarity(a.as_bytes(), b.as_bytes()).unwrap();
            assert_eq!(ours.to_bits(), strsim::jaro(&a, &b).to_bits(), "{a} {b}");
        }
    }

    #[test]
    fn long_and_other_words_are_left_to_the_library() {
        assert_eq!(similarity("é".as_bytes(), b"e"), None);
        assert_eq!(similarity(&[b'a'; 33], b"a"), None);
        assert_eq!(similarity(b"", b"a"), None);
    }
}
