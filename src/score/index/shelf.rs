//! Numbered things by the letters of a spelling, with the spelling itself: what has the right letters is looked at in their order
//! without a jump to where it is kept.

use super::columns::{Columns, Letters, Shape, Wanted};
use super::groups::{Groups, Pair};

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
    pub fn new(entries: &[Entry]) -> Shelf {
        let pair = |(at, entry): (usize, &Entry)| Pair::new(entry.shape.key(entry.letters), at as u32);
        let (keys, groups) = Groups::by_key(entries.iter().enumerate().map(pair).collect());
        let mut shelf = Shelf { columns: Columns::new(&keys), ..Shelf::default() };
        for of_key in 0..keys.len() {
            let spellings = shelf.spellings.len() as u32;
            for entry in groups.get(of_key).iter().map(|at| &entries[*at as usize]) {
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
        shelf
    }

    /// Tells all things with a spelling that may be what is wanted (`Columns::find`) and is `near`; spellings in other than Latin
    /// letters always are.
    pub fn find(
        &self,
        wanted: &Wanted,
        limit: &dyn Fn(Shape) -> Option<u32>,
        near: &dyn Fn(Shape, &[u8]) -> bool,
        found: &mut dyn FnMut(u32),
    ) {
        self.columns.find(wanted, limit, &mut |shape, at| {
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
