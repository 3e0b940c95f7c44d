//! The edits between two spellings: optimal string alignment, by the costs of `weights` or plain, as far as it matters.

use super::weights as w;

/// The edits between two spellings in tenths, if they are no more than `most`.
pub fn weighted(a: &str, b: &str, most: u32) -> Option<u32> {
    let first = if a.chars().next() == b.chars().next() { 0 } else { w::EDIT_FIRST };
    let most = most.checked_sub(first)?;
    if let (Some(ours), Some(theirs)) = (short(a), short(b)) {
        let mut room = [Letter::default(); SHORT];
        room.iter_mut().zip(letters(ours)).for_each(|(room, letter)| *room = letter);
        return Some(first + within(&room[..ours.len()], theirs, most)?);
    }
    Some(first + weighed(a, b, most)?)
}

/// As `weighted`, for words of any letters and length, and without what another first letter costs.
fn weighed(a: &str, b: &str, most: u32) -> Option<u32> {
    let gap = |before: Option<u32>, c: u32| {
        let soft = c == u32::from('h') || before == Some(c);
        if soft { w::EDIT_SOFT } else { w::EDIT }
    };
    let replace = |x, y| if is_vowel(x) && is_vowel(y) { w::EDIT_VOWEL } else { w::EDIT };
    aligned(a, b, most, gap, replace, w::EDIT_SWAP)
}

/// The plain edits between two spellings, if they are no more than `most`.
pub fn plain(a: &str, b: &str, most: u32) -> Option<u32> {
    match (short(a), short(b)) {
        (Some(ours), Some(theirs)) => Some(counted(&places(ours), ours.len(), theirs)).filter(|edits| *edits <= most),
        _ => aligned(a, b, most, |_, _| 1, |_, _| 1, 1),
    }
}

/// Words up to this length are compared without asking for memory; longer ones are rare.
const SHORT: usize = 32;

/// The letters of a spelling that is short and has one byte for each.
fn short(spelling: &str) -> Option<&[u8]> {
    (spelling.len() < SHORT && spelling.is_ascii()).then_some(spelling.as_bytes())
}

/// For each letter a bit at every place where it stands in a short spelling.
fn places(spelling: &[u8]) -> [u64; 128] {
    let mut places = [0; 128];
    spelling.iter().enumerate().for_each(|(at, c)| places[usize::from(*c)] |= 1 << at);
    places
}

/// The plain edits between a short spelling, by the places at which each letter stands in it, and another, a letter of that at a
/// time (bit-parallel optimal string alignment, H. Hyyrö, 2003).
fn counted(places: &[u64; 128], length: usize, theirs: &[u8]) -> u32 {
    let Some(last) = length.checked_sub(1) else { return theirs.len() as u32 };
    // Where the table grows and falls from one row to the next, and where it stays level along a diagonal.
    let (mut grows, mut falls, mut level, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
    let mut edits = length as u32;
    for c in theirs {
        let here = places[usize::from(c % 128)];
        let swapped = ((!level & here) << 1) & before;
        level = ((here & grows).wrapping_add(grows) ^ grows) | here | falls | swapped;
        let (right_grows, right_falls) = (falls | !(level | grows), level & grows);
        edits += (right_grows >> last) as u32 & 1;
        edits -= (right_falls >> last) as u32 & 1;
        let shifted = right_grows << 1 | 1;
        grows = right_falls << 1 | !(level | shifted);
        falls = shifted & level;
        before = here;
    }
    edits
}

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
pub enum Pattern {
    /// It is no Latin spelling or a long one: it is near to all.
    Any,
    /// By plain edits: its length, and for each letter a bit at every place where it stands.
    Plain { length: usize, places: [u64; 128] },
    /// By weighed edits.
    Weighted(Weighted),
}

/// Method: most spellings have their letters in another order, which the longest common subsequence shows in a few operations a
/// letter (bit-parallel, H. Hyyrö, 2004): letters outside of it take part in edits, and as many as one spelling is longer than the
/// other are left out. Only what may be near by that is aligned.
pub struct Weighted {
    letters: Vec<Letter>,
    /// For each letter a bit at every place where it stands.
    places: [u64; 128],
    ours: Side,
}

/// What the letters of one of two spellings may cost.
#[derive(Clone, Copy, Default)]
struct Side {
    length: u32,
    /// Those that cost less when they are left out.
    soft: u32,
    /// Those of the others that may stand for another vowel.
    vowels: u32,
}

impl Side {
    fn add(&mut self, letter: Letter) {
        let soft = u32::from(letter.gap) == w::EDIT_SOFT;
        self.length += 1;
        self.soft += u32::from(soft);
        self.vowels += u32::from(letter.vowel && !soft);
    }

    /// What it costs at the least that all but so many letters take part in edits, and so many of these are left out.
    fn least(self, met: u32, left_out: u32) -> u32 {
        let edited = self.length - met;
        let soft = self.soft.min(edited);
        let gaps = left_out.saturating_sub(soft);
        let others = edited - soft - gaps;
        let vowels = self.vowels.min(others);
        soft * w::EDIT_SOFT + gaps * w::EDIT + vowels * w::EDIT_VOWEL + (others - vowels) * w::EDIT_SWAP
    }
}

impl Pattern {
    /// A spelling by weighed edits.
    pub fn weighted(spelling: &str) -> Pattern {
        short(spelling).map_or(Pattern::Any, |ours| Pattern::Weighted(Weighted::new(ours)))
    }

    /// A spelling by plain edits.
    pub fn plain(spelling: &str) -> Pattern {
        short(spelling).map_or(Pattern::Any, |ours| Pattern::Plain { length: ours.len(), places: places(ours) })
    }

    /// Whether another spelling may be no more than `most` edits away: one of other than Latin letters always may.
    pub fn is_near(&self, other: &str, most: u32) -> bool {
        !other.is_ascii() || self.is_within(other.as_bytes(), most)
    }

    /// Whether another spelling of Latin letters is no more than `most` edits away.
    pub fn is_within(&self, other: &[u8], most: u32) -> bool {
        match self {
            Pattern::Any => true,
            Pattern::Plain { length, places } => counted(places, *length, other) <= most,
            Pattern::Weighted(weighted) => weighted.is_within(other, most),
        }
    }
}

impl Weighted {
    fn new(spelling: &[u8]) -> Weighted {
        let letters: Vec<Letter> = letters(spelling).collect();
        let mut ours = Side::default();
        letters.iter().for_each(|letter| ours.add(*letter));
        Weighted { letters, places: places(spelling), ours }
    }

    fn is_within(&self, other: &[u8], most: u32) -> bool {
        let same_first = self.letters.first().map(|letter| letter.c) == other.first().copied();
        let most = most.checked_sub(if same_first { 0 } else { w::EDIT_FIRST });
        most.is_some_and(|most| self.may_be_within(other, most) && within(&self.letters, other, most).is_some())
    }

    /// Whether the letters outside of the longest common subsequence with another spelling may cost no more than `most`.
    fn may_be_within(&self, other: &[u8], most: u32) -> bool {
        let mut unmet = u64::MAX;
        for c in other {
            let met = unmet & self.places[usize::from(c % 128)];
            unmet = unmet.wrapping_add(met) | (unmet - met);
        }
        let (met, length) = (unmet.count_zeros(), other.len() as u32);
        if self.ours.least(met, self.ours.length.saturating_sub(length)) > most {
            return false;
        }
        let mut theirs = Side::default();
        letters(other).for_each(|letter| theirs.add(letter));
        theirs.least(met, length.saturating_sub(self.ours.length)) <= most
    }
}

/// The letters of a spelling, each by the one before it.
fn letters(spelling: &[u8]) -> impl Iterator<Item = Letter> {
    let mut before = 0;
    spelling.iter().map(move |c| Letter::new(std::mem::replace(&mut before, *c), *c))
}

/// As `aligned`, with letters of one byte and words that are short.
#[inline(always)]
fn within(ours: &[Letter], theirs: &[u8], most: u32) -> Option<u32> {
    let most = most.min(u32::from(u16::MAX) / 2) as u16;
    let swap = w::EDIT_SWAP as u16;
    let (mut before, mut above, mut row) = ([0_u16; SHORT], [0_u16; SHORT], [0_u16; SHORT]);
    for (at, letter) in ours.iter().enumerate() {
        above[at + 1] = above[at] + letter.gap;
    }
    let (mut last, mut least_above) = (0, 0);
    for x in theirs.iter().copied() {
        let here = Letter::new(last, x);
        let mut left = above[0] + here.gap;
        row[0] = left;
        let (mut corner, mut least, mut previous) = (above[0], left, 0);
        for (j, ((letter, above), row)) in ours.iter().zip(&above[1..]).zip(&mut row[1..]).enumerate() {
            let replace = match () {
                () if x == letter.c => 0,
                () if here.vowel && letter.vowel => w::EDIT_VOWEL as u16,
                () => w::EDIT as u16,
            };
            let mut best = (corner + replace).min(above + here.gap).min(left + letter.gap);
            corner = *above;
            if last == letter.c && previous == x && j > 0 {
                best = best.min(before[j - 1] + swap);
            }
            *row = best;
            (left, previous, least) = (best, letter.c, least.min(best));
        }
        // What comes next goes on from this row, or by a swap from the one above it.
        if least > most && least_above + swap > most {
            return None;
        }
        (last, least_above) = (x, least);
        (before, above, row) = (above, row, before);
    }
    let sum = above[ours.len()];
    (sum <= most).then(|| sum.into())
}

/// A letter of a short spelling.
#[derive(Clone, Copy, Default)]
struct Letter {
    c: u8,
    vowel: bool,
    /// What it costs by itself.
    gap: u16,
}

impl Letter {
    /// A letter by the one before it.
    fn new(before: u8, c: u8) -> Letter {
        let soft = c == b'h' || before == c;
        Letter { c, vowel: is_vowel(c.into()), gap: if soft { w::EDIT_SOFT } else { w::EDIT } as u16 }
    }
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
            let first = if a.chars().next() == b.chars().next() { 0 } else { w::EDIT_FIRST };
            let weighed = weighed(&a, &b, u32::MAX).map(|edits| edits + first);
            assert_eq!(weighted(&a, &b, u32::MAX), weighed, "{a} {b}: letters of one byte as any");
            if b.is_ascii() {
                let near = !a.is_ascii() || weighted(&a, &b, most).is_some();
                assert_eq!(Pattern::weighted(&a).is_within(b.as_bytes(), most), near, "{a} {b} {most}");
                let near = !a.is_ascii() || plain(&a, &b, most / 10).is_some();
                assert_eq!(Pattern::plain(&a).is_within(b.as_bytes(), most / 10), near, "{a} {b} {most}");
            }
            assert_eq!(plain(&a, &b, u32::MAX), Some(strsim::osa_distance(&a, &b) as u32), "{a} {b}");
        }
        assert!(hidden > 1000);
    }
}
