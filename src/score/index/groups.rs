//! Numbers in groups, without a vector for each group.

/// A key of no more than 96 bits and a member in one number: all that has to be sorted is sorted by the same code, which a visitor
/// downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair(u128);

impl Pair {
    /// A member of a key's group.
    pub fn new(key: u128, member: u32) -> Pair {
        Pair(key << 32 | u128::from(member))
    }

    /// The key.
    pub fn key(self) -> u128 {
        self.0 >> 32
    }

    /// The member.
    pub fn member(self) -> u32 {
        self.0 as u32
    }
}

/// For each of some things a group of numbers, in ascending order.
#[derive(Default)]
pub struct Groups {
    ends: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    /// The groups of pairs of a thing and a member, for so many things by their numbers.
    pub fn new(things: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Groups {
        let mut ends = vec![0_u32; things + 1];
        pairs.clone().for_each(|(thing, _)| ends[thing as usize + 1] += 1);
        for thing in 0..things {
            ends[thing + 1] += ends[thing];
        }
        // Each end is the place of the next member until all have come.
        let mut members = vec![0; ends[things] as usize];
        for (thing, member) in pairs {
            let next = &mut ends[thing as usize];
            members[*next as usize] = member;
            *next += 1;
        }
        ends.truncate(things);
        Groups { ends, members }
    }

    /// The groups of pairs of a key and a member, numbered in the order of their keys, and the keys.
    pub fn by_key(mut pairs: Vec<Pair>) -> (Vec<u128>, Groups) {
        pairs.sort_unstable();
        pairs.dedup();
        let of_keys = || pairs.chunk_by(|a, b| a.key() == b.key());
        // As large as they will be at once: tables that grow leave memory behind that a page never gives back.
        let mut keys = Vec::with_capacity(of_keys().count());
        let mut ends = Vec::with_capacity(keys.capacity());
        let mut end = 0;
        for of_key in of_keys() {
            keys.push(of_key[0].key());
            end += of_key.len() as u32;
            ends.push(end);
        }
        (keys, Groups { ends, members: pairs.iter().map(|pair| pair.member()).collect() })
    }

    /// The members of a group; none of one that is unknown.
    pub fn get(&self, thing: usize) -> &[u32] {
        let end = |thing: usize| self.ends.get(thing).map_or(0, |end| *end as usize);
        let start = thing.checked_sub(1).map_or(0, end);
        self.members.get(start..end(thing)).unwrap_or(&[])
    }
}

/// Numbers by a key.
#[derive(Default)]
pub struct Keyed {
    keys: Vec<u32>,
    groups: Groups,
}

impl Keyed {
    /// The members by their keys.
    pub fn new(pairs: impl Iterator<Item = (u32, u32)>) -> Keyed {
        let (keys, groups) = Groups::by_key(pairs.map(|(key, member)| Pair::new(key.into(), member)).collect());
        Keyed { keys: keys.into_iter().map(|key| key as u32).collect(), groups }
    }

    /// The members of a key.
    pub fn get(&self, key: u32) -> &[u32] {
        self.keys.binary_search(&key).map_or(&[], |at| self.groups.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_in_their_groups() {
        let pairs = [(2, 7), (0, 1), (2, 8), (0, 3)];
        let groups = Groups::new(4, pairs.into_iter());
        let all: Vec<&[u32]> = (0..5).map(|thing| groups.get(thing)).collect();
        assert_eq!(all, [&[1, 3][..], &[], &[7, 8], &[], &[]]);
        let pairs = [(9, 1), (2, 2), (2, 1), (2, 1)].map(|(key, member)| Pair::new(key, member));
        let (keys, groups) = Groups::by_key(pairs.to_vec());
        assert_eq!(keys, [2, 9]);
        assert_eq!([groups.get(0), groups.get(1), groups.get(2)], [&[1, 2][..], &[1], &[]]);
        let keyed = Keyed::new([(9, 1), (2, 2), (2, 1)].into_iter());
        assert_eq!([keyed.get(2), keyed.get(9), keyed.get(3)], [&[1, 2][..], &[1], &[]]);
    }
}
