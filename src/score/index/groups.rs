//! Numbers in groups, without a vector for each group.

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

    /// The groups of keys that come in ascending order, numbered as they come, and the keys.
    pub fn of_sorted<K: PartialEq + Copy>(pairs: &[(K, u32)]) -> (Vec<K>, Groups) {
        let (mut keys, mut groups) = (Vec::new(), Groups::default());
        for (key, member) in pairs {
            let known = keys.last() == Some(key);
            if !known {
                keys.push(*key);
                groups.ends.push(groups.members.len() as u32);
            }
            let twice = known && groups.members.last() == Some(member);
            if !twice {
                groups.members.push(*member);
            }
            if let Some(end) = groups.ends.last_mut() {
                *end = groups.members.len() as u32;
            }
        }
        (keys, groups)
    }

    /// The members of a group; none of one that is unknown.
    pub fn get(&self, thing: usize) -> &[u32] {
        let end = |thing: usize| self.ends.get(thing).map_or(0, |end| *end as usize);
        let start = thing.checked_sub(1).map_or(0, end);
        self.members.get(start..end(thing)).unwrap_or(&[])
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
        let (keys, groups) = Groups::of_sorted(&[('a', 1), ('a', 1), ('a', 2), ('c', 1)]);
        assert_eq!(keys, ['a', 'c']);
        assert_eq!([groups.get(0), groups.get(1), groups.get(2)], [&[1, 2][..], &[1], &[]]);
    }
}
