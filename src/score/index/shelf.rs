//! Numbered things by the letters of a spelling, with the spelling itself: what has the right letters is looked at in their order
//! without a jump to where it is kept.

use super::columns::{Columns, Letters, Shape, Wanted};

/// The things.
#[derive(Default)]
pub struct Shelf {
    columns: Columns,
    /// For each spelling by its letters the end of its things, and where their spellings begin.
    keys: Vec<Key>,
    things: Vec<u32>,
    spellings: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Key {
    end: u32,
    spellings: u32,
}

/// A thing by a spelling.
pub struct Entry<'a> {
    pub shape: Shape,
    pub letters: Letters,
    pub spelling: &'a str,
    pub thing: u32,
}

impl Shelf {
    /// A shelf of all these things. The shape says how long the spelling is.
    pub fn new(mut entries: Vec<Entry>) -> Shelf {
        entries.sort_unstable_by_key(|entry| (entry.shape, entry.letters.key(), entry.spelling, entry.thing));
        entries.dedup_by_key(|entry| (entry.shape, entry.spelling, entry.thing));
        let mut shelf = Shelf::default();
        let same = |a: &Entry, b: &Entry| (a.shape, a.letters) == (b.shape, b.letters);
        let keys: Vec<(Shape, Letters)> =
            entries.chunk_by(same).map(|of_key| (of_key[0].shape, of_key[0].letters)).collect();
        for of_key in entries.chunk_by(same) {
            let spellings = shelf.spellings.len() as u32;
            for entry in of_key {
                shelf.things.push(entry.thing);
                // Other letters than Latin ones are not kept: zeros stand for them.
                let end = shelf.spellings.len() + usize::from(entry.shape.length);
                if entry.spelling.is_ascii() {
                    shelf.spellings.extend(entry.spelling.bytes());
                }
                shelf.spellings.resize(end, 0);
            }
            shelf.keys.push(Key { end: shelf.things.len() as u32, spellings });
        }
        shelf.columns = Columns::new(&keys);
        shelf
    }

    /// Tells all things with a spelling that may be what is wanted (`Columns::find`) and is `near`; spellings in other than Latin
    /// letters always are.
    pub fn find(
        &self,
        wanted: &Wanted,
        limit: impl Fn(Shape) -> Option<u32>,
        near: impl Fn(Shape, &[u8]) -> bool,
        found: &mut impl FnMut(u32),
    ) {
        self.columns.find(wanted, limit, |shape, at| {
            let start = at.checked_sub(1).map_or(0, |before| self.keys[before].end) as usize;
            let Key { end, spellings } = self.keys[at];
            let length = usize::from(shape.length);
            for (thing, spelling) in self.things[start..end as usize]
                .iter()
                .zip(self.spellings[spellings as usize..].chunks_exact(length.max(1)))
            {
                if spelling[0] == 0 || near(shape, spelling) {
                    found(*thing);
                }
            }
        });
    }
}
