//! Which of very many spellings have nearly the letters of another: each letter has a column with a bit for every spelling, so that
//! very many of them are judged by a few operations.
//!
//! Method: a letter that one of two spellings has and the other lacks costs an edit of some kind, and no edit puts right more than
//! one letter on either side. For the letters that are asked for, what their absence costs at the least is added up in counters whose
//! bits stand in words of their own (bit-sliced), from all that is allowed down to an overflow; what is left is asked the other way
//! round, by the letters of its row. Nothing within the limit is ever left out; what is found is worth comparing and no more.
//! The structure was measured against six others on the names of four lists.

/// The letters of a spelling: a bit for each in the lower half, and one in the upper half where it stands twice or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u64);

/// How many letters are told apart.
const SLOTS: u32 = 32;

impl Letters {
    /// Those of a spelling, of which `bit` gives each the bit of its own among 32.
    pub fn of(spelling: &str, bit: impl Fn(char) -> u32) -> Letters {
        spelling.chars().fold(Letters(0), |all, c| all.and(Letters(bit(c).into())))
    }

    /// With those of another spelling behind it.
    pub fn and(self, other: Letters) -> Letters {
        let (ours, theirs) = (self.0 as u32, other.0 as u32);
        let twice = (self.0 >> SLOTS) | (other.0 >> SLOTS) | u64::from(ours & theirs);
        Letters(u64::from(ours | theirs) | twice << SLOTS)
    }
}

/// What a letter costs at the least that only one of two spellings has, in units of which counters hold `MOST`.
#[derive(Clone, Copy)]
pub struct Costs {
    /// Letters that cost three units, two units, and one; no letter is in two of them.
    pub three: u32,
    pub two: u32,
    pub one: u32,
    /// Whether a letter that stands twice where the other spelling has it once costs a unit.
    pub twice: bool,
}

impl Costs {
    fn of(self, bit: u32) -> u32 {
        let letter = 1_u32 << (bit % SLOTS);
        match () {
            () if bit >= SLOTS => self.twice.into(),
            () if self.three & letter != 0 => 3,
            () if self.two & letter != 0 => 2,
            () => u32::from(self.one & letter != 0),
        }
    }

    /// What all these letters cost: a unit for each bit that is counted, and letters of several units are counted as often.
    fn sum(self, letters: u64) -> u32 {
        let once = letters as u32;
        let counted = |of: u32| u64::from(once & of);
        let at_least = counted(self.three | self.two | self.one) | counted(self.three | self.two) << SLOTS;
        let twice = if self.twice { letters >> SLOTS << SLOTS } else { 0 };
        at_least.count_ones() + (counted(self.three) | twice).count_ones()
    }
}

/// Something that a spelling must have: any of some letters.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// The letters.
    pub any: u64,
    /// The units that its absence costs, 1 to 3.
    pub units: u32,
}

/// What is asked of the spellings.
pub struct Wanted {
    needs: Vec<Need>,
    /// The letters beyond which others cost as well, and what.
    own: (u64, Costs),
}

impl Wanted {
    /// Spellings of nearly these letters.
    pub fn like(letters: Letters, costs: Costs) -> Wanted {
        let bits = (0..2 * SLOTS).filter(|bit| letters.0 & 1 << bit != 0);
        let needs = bits.map(|bit| Need { any: 1 << bit, units: costs.of(bit) }).filter(|need| need.units > 0);
        // The dear ones first: they rule out the most.
        let (mut dear, cheap): (Vec<Need>, Vec<Need>) = needs.partition(|need| need.units > 1);
        dear.extend(cheap);
        Wanted { needs: dear, own: (letters.0, costs) }
    }

    /// Spellings that have something of each of these letters; what they have beyond `may_have` costs.
    pub fn having(each: impl IntoIterator<Item = u32>, may_have: u32, costs: Costs) -> Wanted {
        let needs = each.into_iter().map(|any| Need { any: any.into(), units: 1 }).collect();
        Wanted { needs, own: (may_have.into(), costs) }
    }
}

/// The greatest limit that a counter holds; beyond it nothing is ruled out.
const MOST: u32 = 15;

/// What the spellings of a bucket have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// Their length in letters.
    pub length: u16,
    /// How many of these cost less than others; or whatever else tells them apart.
    pub soft: u16,
}

impl Shape {
    /// It and letters as a key by which spellings are sorted: those of a shape stand together.
    pub fn key(self, letters: Letters) -> u128 {
        u128::from(self.length) << 80 | u128::from(self.soft) << 64 | u128::from(letters.0)
    }

    fn of_key(key: u128) -> (Shape, Letters) {
        (Shape { length: (key >> 80) as u16, soft: (key >> 64) as u16 }, Letters(key as u64))
    }
}

struct Bucket {
    shape: Shape,
    /// Its first spelling, and how many it has.
    start: usize,
    count: usize,
    /// Where its first column begins. Its columns stand one after the other, each of as many blocks as hold all its spellings.
    first: usize,
}

/// How many spellings are judged at once: as many as lie side by side in a column without a jump.
const BLOCK: usize = 64 * LANES;
const LANES: usize = 4;

/// A bit for each spelling of a block.
type Block = [u64; LANES];

/// Very many spellings by their letters.
#[derive(Default)]
pub struct Columns {
    buckets: Vec<Bucket>,
    /// The letters of each spelling.
    rows: Vec<u64>,
    /// The columns of all buckets.
    bits: Vec<Block>,
}

impl Columns {
    /// The columns of spellings by their keys, which must be in ascending order; they are numbered as they come.
    pub fn new(keys: &[u128]) -> Columns {
        let letters = |key: &u128| Shape::of_key(*key).1.0;
        let mut columns = Columns { rows: keys.iter().map(letters).collect(), ..Columns::default() };
        let (mut start, mut bits) = (0, 0);
        for bucket in keys.chunk_by(|a, b| Shape::of_key(*a).0 == Shape::of_key(*b).0) {
            let count = bucket.len();
            columns.buckets.push(Bucket { shape: Shape::of_key(bucket[0]).0, start, count, first: bits });
            start += count;
            bits += 2 * SLOTS as usize * count.div_ceil(BLOCK);
        }
        columns.bits = vec![[0; LANES]; bits];
        for Bucket { start, count, first, .. } in &columns.buckets {
            let blocks = count.div_ceil(BLOCK);
            for (at, letters) in columns.rows[*start..][..*count].iter().enumerate() {
                let mut rest = *letters;
                while rest != 0 {
                    let column = first + rest.trailing_zeros() as usize * blocks;
                    columns.bits[column + at / BLOCK][at % BLOCK / 64] |= 1 << (at % 64);
                    rest &= rest - 1;
                }
            }
        }
        columns
    }

    /// Tells the numbers of all spellings that may be what is wanted; `limit` says for each shape how many units are allowed, if it
    /// comes into question at all.
    pub fn find(&self, wanted: &Wanted, limit: &dyn Fn(Shape) -> Option<u32>, found: &mut dyn FnMut(Shape, usize)) {
        for bucket in &self.buckets {
            let Some(limit) = limit(bucket.shape) else { continue };
            let blocks = bucket.count.div_ceil(BLOCK);
            let columns = &self.bits[bucket.first..][..2 * SLOTS as usize * blocks];
            for at in 0..blocks {
                let over = if limit <= MOST { over(columns, blocks, at, &wanted.needs, limit) } else { [0; LANES] };
                for (lane, over) in over.into_iter().enumerate() {
                    let start = BLOCK * at + 64 * lane;
                    let here = bucket.count.saturating_sub(start);
                    let mut left = !over & if here < 64 { (1 << here) - 1 } else { u64::MAX };
                    while left != 0 {
                        let spelling = bucket.start + start + left.trailing_zeros() as usize;
                        left &= left - 1;
                        let (own, costs) = wanted.own;
                        if costs.sum(self.rows[spelling] & !own) <= limit {
                            found(bucket.shape, spelling);
                        }
                    }
                }
            }
        }
    }
}

/// Those of a block that lack more than is allowed.
fn over(columns: &[Block], blocks: usize, at: usize, needs: &[Need], limit: u32) -> Block {
    // The counters begin so high that one unit too many is an overflow.
    let begin = |plane: u32| if (MOST - limit) & 1 << plane != 0 { u64::MAX } else { 0 };
    let mut counters: [Block; 4] = [0, 1, 2, 3].map(|plane| [begin(plane); LANES]);
    let mut over = [0; LANES];
    for need in needs {
        let mut any = [0; LANES];
        let mut rest = need.any;
        while rest != 0 {
            let column = &columns[rest.trailing_zeros() as usize * blocks + at];
            any.iter_mut().zip(column).for_each(|(any, column)| *any |= column);
            rest &= rest - 1;
        }
        let lacking = any.map(|any| !any);
        for plane in 0..2 {
            if need.units & 1 << plane == 0 {
                continue;
            }
            let mut carry = lacking;
            for counter in &mut counters[plane..] {
                for lane in 0..LANES {
                    (counter[lane], carry[lane]) = (counter[lane] ^ carry[lane], counter[lane] & carry[lane]);
                }
            }
            over.iter_mut().zip(carry).for_each(|(over, carry)| *over |= carry);
        }
        if over == [u64::MAX; LANES] {
            break;
        }
    }
    over
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::chance;

    const COSTS: Costs = Costs { three: !0b1101, two: 0b101, one: 0b1000, twice: true };

    fn units(ours: Letters, theirs: Letters) -> u32 {
        (0..64).filter(|bit| ours.0 & !theirs.0 & 1 << bit != 0).map(|bit| COSTS.of(bit)).sum()
    }

    #[test]
    fn nothing_within_the_limit_is_left_out_and_nothing_beyond_it_found() {
        let mut random = chance::numbers(11);
        let mut word = || -> String { (0..1 + random(9)).map(|_| char::from(b'a' + random(12) as u8)).collect() };
        let letters = |word: &str| Letters::of(word, |c| 1 << (c as u32 - 'a' as u32));
        let mut words: Vec<String> = (0..3000).map(|_| word()).collect();
        words.sort_by_key(String::len);
        let shape = |word: &str| Shape { length: word.len() as u16, soft: 0 };
        let keys: Vec<u128> = words.iter().map(|word| shape(word).key(letters(word))).collect();
        let columns = Columns::new(&keys);
        for limit in [0, 1, 4, 9, 15, 16] {
            let query = word();
            let ours = letters(&query);
            let mut found = Vec::new();
            columns.find(&Wanted::like(ours, COSTS), &|shape| (shape.length > 2).then_some(limit), &mut |_, at| {
                found.push(at)
            });
            let fits = |other: &str| {
                let other = letters(other);
                units(ours, other).max(units(other, ours)) <= limit || limit > MOST && units(other, ours) <= limit
            };
            let expected: Vec<usize> =
                (0..words.len()).filter(|at| words[*at].len() > 2 && fits(&words[*at])).collect();
            assert_eq!(found, expected, "{query} {limit}");

            let needs = [0b11, 0b1100, 0b1_0000];
            let mut found = Vec::new();
            let (may_have, one) = (0b11111, 0b1100_0000);
            let costs = Costs { three: 0, two: 0, one, twice: false };
            columns.find(&Wanted::having(needs, may_have, costs), &|_| Some(limit), &mut |_, at| found.push(at));
            let fits = |word: &str| {
                let letters = letters(word).0 as u32;
                let lacking = needs.iter().filter(|need| **need & letters == 0).count() as u32;
                (lacking <= limit || limit > MOST) && (letters & one).count_ones() <= limit
            };
            let expected: Vec<usize> = (0..words.len()).filter(|at| fits(&words[*at])).collect();
            assert_eq!(found, expected, "{limit}");
        }
    }

    #[test]
    fn letters_of_words_together_are_those_of_both() {
        let letters = |word: &str| Letters::of(word, |c| 1 << (c as u32 - 'a' as u32));
        for (a, b) in [("abc", "cde"), ("aab", "c"), ("abc", "abc"), ("", "a")] {
            assert_eq!(letters(a).and(letters(b)), letters(&format!("{a}{b}")));
        }
    }
}
