//! The edits between two spellings: optimal string alignment, by the costs of `weights` or plain, as far as it matters.

use super::weights as w;

/// The edits between two spellings in tenths, if they are no more than `most`.
pub fn weighted(a: &str, b: &str, most: u32) -> Option<u32> {
    let first = if a.chars().next() == b.chars().next() { 0 } else { w::EDIT_FIRST };
    let gap = |before: Option<u32>, c: u32| {
        let soft = c == u32::from('h') || before == Some(c);
        if soft { w::EDIT_SOFT } else { w::EDIT }
    };
    let replace = |x, y| if is_vowel(x) && is_vowel(y) { w::EDIT_VOWEL } else { w::EDIT };
    Some(first + aligned(a, b, most.checked_sub(first)?, gap, replace, w::EDIT_SWAP)?)
}

/// The plain edits between two spellings, if they are no more than `most`.
pub fn plain(a: &str, b: &str, most: u32) -> Option<u32> {
    aligned(a, b, most, |_, _| 1, |_, _| 1, 1)
}

/// Words up to this length are compared without asking for memory; longer ones are rare.
const SHORT: usize = 32;

/// The least sum of costs that makes one word of the other, by letters put in or left out (`gap`, by the letter before it and
/// itself), replaced or swapped with their neighbour (optimal string alignment: no letter takes part in two edits); nothing
/// beyond `most`.
fn aligned(
    a: &str,
    b: &str,
    most: u32,
    gap: impl Fn(Option<u32>, u32) -> u32,
    replace: impl Fn(u32, u32) -> u32,
    swap: u32,
) -> Option<u32> {
    let (mut short, mut long) = ([[0_u32; SHORT]; 5], Vec::new());
    let count = |word: &str| if word.is_ascii() { word.len() } else { word.chars().count() };
    let (m, n) = (count(a), count(b));
    // The second word, what its letters cost by themselves, and three rows of the table, one after the other.
    let [letters, gaps, before, above, row] = if n < SHORT {
        short.each_mut().map(|room| &mut room[..=n])
    } else {
        long.resize(5 * (n + 1), 0);
        let mut rooms = long.chunks_mut(n + 1);
        std::array::from_fn(|_| rooms.next().unwrap_or_default())
    };
    let mut previous = None;
    for ((letter, cost), c) in letters.iter_mut().zip(&mut *gaps).zip(b.chars().map(u32::from)) {
        (*letter, *cost) = (c, gap(previous, c));
        previous = Some(c);
    }
    let (mut before, mut above, mut row) = (before, above, row);
    for j in 1..=n {
        above[j] = above[j - 1] + gaps[j - 1];
    }
    let (mut last, mut least_above) = (None, 0);
    for x in a.chars().map(u32::from).take(m) {
        let cost = gap(last, x);
        row[0] = above[0] + cost;
        let (mut left, mut corner, mut least) = (row[0], above[0], row[0]);
        let mut previous = None;
        for (j, (y, gap)) in letters[..n].iter().copied().zip(&*gaps).enumerate() {
            let replaced = corner + if x == y { 0 } else { replace(x, y) };
            corner = above[j + 1];
            let mut best = replaced.min(corner + cost).min(left + gap);
            if last == Some(y) && previous == Some(x) {
                best = best.min(before[j - 1] + swap);
            }
            row[j + 1] = best;
            (left, previous) = (best, Some(y));
            least = least.min(best);
        }
        // What comes next goes on from this row, or by a swap from the one above it.
        if least > most && least_above + swap > most {
            return None;
        }
        (last, least_above) = (Some(x), least);
        (before, above, row) = (above, row, before);
    }
    Some(above[n]).filter(|sum| *sum <= most)
}

/// A spelling that is held against very many others of Latin letters.
///
/// Method: most of these have their letters in another order, which the longest common subsequence shows in a few operations a
/// letter (bit-parallel, H. Hyyrö, 2004): letters outside of it take part in edits. Only what is left is aligned.
pub struct Pattern {
    /// Its letters with what each costs by itself; nothing if it is no Latin spelling or a long one: these are near to all.
    letters: Option<Vec<(u8, u16)>>,
    /// For each letter a bit at every place where it stands.
    places: [u32; 128],
    /// What its letters cost at the least that take part in an edit, in ascending order and added up.
    least: Vec<u32>,
    /// Whether edits are weighed.
    weighted: bool,
}

impl Pattern {
    /// For weighted edits, in tenths; what differing first letters cost is left out.
    pub fn weighted(spelling: &str) -> Pattern {
        Pattern::new(spelling, true)
    }

    /// For plain edits.
    pub fn plain(spelling: &str) -> Pattern {
        Pattern::new(spelling, false)
    }

    fn new(spelling: &str, weighted: bool) -> Pattern {
        if !spelling.is_ascii() || spelling.len() >= SHORT {
            return Pattern { letters: None, places: [0; 128], least: Vec::new(), weighted };
        }
        let mut before = 0;
        let gap = |c| (c, gap_of(weighted, std::mem::replace(&mut before, c), c));
        let letters: Vec<(u8, u16)> = spelling.bytes().map(gap).collect();
        let mut places = [0; 128];
        letters.iter().enumerate().for_each(|(at, (c, _))| places[usize::from(*c)] |= 1 << at);
        let cost = |(c, gap): &(u8, u16)| match weighted {
            true if is_vowel((*c).into()) => u32::from(*gap).min(w::EDIT_VOWEL),
            true => u32::from(*gap).min(w::EDIT_SWAP),
            false => 1,
        };
        let mut least: Vec<u32> = letters.iter().map(cost).collect();
        least.sort_unstable();
        let mut sum = 0;
        least.iter_mut().for_each(|cost| sum += std::mem::replace(cost, sum + *cost));
        Pattern { letters: Some(letters), places, least, weighted }
    }

    /// Whether another spelling of Latin letters is no more than `most` edits away.
    pub fn is_within(&self, other: &[u8], most: u32) -> bool {
        let Some(letters) = &self.letters else { return true };
        let outside = letters.len() - self.common(other);
        let least = outside.checked_sub(1).map_or(0, |last| self.least[last]);
        least <= most
            && match self.weighted {
                true => within(letters, other, most, true),
                false => within(letters, other, most, false),
            }
    }

    /// The length of the longest common subsequence with another spelling.
    fn common(&self, other: &[u8]) -> usize {
        let mut unmet = u32::MAX;
        for c in other {
            let met = unmet & self.places[usize::from(c % 128)];
            unmet = unmet.wrapping_add(met) | (unmet - met);
        }
        (!unmet).count_ones() as usize
    }
}

fn gap_of(weighted: bool, before: u8, c: u8) -> u16 {
    let soft = c == b'h' || before == c;
    match weighted {
        true if soft => w::EDIT_SOFT as u16,
        true => w::EDIT as u16,
        false => 1,
    }
}

/// As `aligned`, with letters of one byte and words that are short.
#[inline(always)]
fn within(ours: &[(u8, u16)], theirs: &[u8], most: u32, weighted: bool) -> bool {
    let most = most.min(u32::from(u16::MAX) / 2) as u16;
    let swap = if weighted { w::EDIT_SWAP as u16 } else { 1 };
    let (mut before, mut above, mut row) = ([0_u16; SHORT], [0_u16; SHORT], [0_u16; SHORT]);
    for (at, (_, gap)) in ours.iter().enumerate() {
        above[at + 1] = above[at] + gap;
    }
    let (mut last, mut least_above) = (0, 0);
    for x in theirs.iter().copied() {
        let cost = gap_of(weighted, last, x);
        let vowel = weighted && is_vowel(x.into());
        row[0] = above[0] + cost;
        let (mut left, mut corner, mut least, mut previous) = (row[0], above[0], row[0], 0);
        for (j, (y, gap)) in ours.iter().copied().enumerate() {
            let replace = match () {
                () if x == y => 0,
                () if !weighted => 1,
                () if vowel && is_vowel(y.into()) => w::EDIT_VOWEL as u16,
                () => w::EDIT as u16,
            };
            let replaced = corner + replace;
            corner = above[j + 1];
            let mut best = replaced.min(corner + cost).min(left + gap);
            if last == y && previous == x && j > 0 {
                best = best.min(before[j - 1] + swap);
            }
            row[j + 1] = best;
            (left, previous, least) = (best, y, least.min(best));
        }
        if least > most && least_above + swap > most {
            return false;
        }
        (last, least_above) = (x, least);
        (before, above, row) = (above, row, before);
    }
    above[ours.len()] <= most
}

fn is_vowel(c: u32) -> bool {
    matches!(u8::try_from(c), Ok(b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::chance;

    #[test]
    fn edits_are_weighed() {
        let weighted = |a, b| weighted(a, b, u32::MAX).unwrap();
        assert_eq!(weighted("ahmed", "ahmad"), w::EDIT_VOWEL);
        assert_eq!(weighted("yon", "yong"), w::EDIT);
        assert_eq!(weighted("zakir", "zhakir"), w::EDIT_SOFT);
        assert_eq!(weighted("mohamad", "mohammad"), w::EDIT_SOFT);
        assert_eq!(weighted("erken", "erkne"), w::EDIT_SWAP);
        assert_eq!(weighted("ali", "oli"), w::EDIT_VOWEL + w::EDIT_FIRST);
        assert_eq!(weighted("", "ab"), 2 * w::EDIT + w::EDIT_FIRST);
    }

    #[test]
    fn a_limit_hides_what_is_beyond_it_and_changes_nothing_else() {
        let mut random = chance::numbers(3);
        let mut hidden = 0;
        for _ in 0..20_000 {
            let mut word =
                || -> String { (0..random(9)).map(|_| ["a", "b", "e", "h", "é"][random(5) as usize]).collect() };
            let (a, b, most) = (word(), word(), random(40));
            for (of, most) in [(weighted as fn(&str, &str, u32) -> Option<u32>, most), (plain, most / 10)] {
                let all = of(&a, &b, u32::MAX).unwrap();
                assert_eq!(of(&a, &b, most), (all <= most).then_some(all), "{a} {b} {most}");
                hidden += usize::from(all > most);
            }
            if b.is_ascii() {
                let same_first = a.chars().next() == b.chars().next();
                let weighed = weighted(&a, &b, u32::MAX).unwrap() - if same_first { 0 } else { w::EDIT_FIRST };
                let near = !a.is_ascii() || weighed <= most;
                assert_eq!(Pattern::weighted(&a).is_within(b.as_bytes(), most), near, "{a} {b} {most}");
                let near = !a.is_ascii() || plain(&a, &b, most / 10).is_some();
                assert_eq!(Pattern::plain(&a).is_within(b.as_bytes(), most / 10), near, "{a} {b} {most}");
            }
            assert_eq!(plain(&a, &b, u32::MAX), Some(strsim::osa_distance(&a, &b) as u32), "{a} {b}");
        }
        assert!(hidden > 1000);
    }
}
