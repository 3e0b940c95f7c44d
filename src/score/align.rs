//! Which word of one name stands against which word of the other: the assignment of least total cost, in any order.
//!
//! Method: the Hungarian algorithm in the form with potentials and shortest augmenting paths (Jonker and Volgenant, 1987).
//! Ties go to the words that stand in the same places, so that the answer never depends on the machine.

/// Costs are multiplied by this before places are added as the tie-break; names have fewer words than it has room for.
const TIE_ROOM: i64 = 4096;

/// Assigns each row a column of its own, `rows <= columns`, so that the sum of `cost(row, column)` is least. Returns the
/// column of each row.
pub fn assign(rows: usize, columns: usize, cost: impl Fn(usize, usize) -> u32) -> Vec<usize> {
    debug_assert!(rows <= columns);
    let cost = |row: usize, column: usize| i64::from(cost(row, column)) * TIE_ROOM + row.abs_diff(column) as i64;
    // Row 0 and column 0 are the algorithm's own; real ones count from 1.
    let mut row_potential = vec![0_i64; rows + 1];
    let mut column_potential = vec![0_i64; columns + 1];
    let mut row_of = vec![0_usize; columns + 1];
    let mut came_from = vec![0_usize; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut column = 0;
        let mut shortest = vec![i64::MAX; columns + 1];
        let mut done = vec![false; columns + 1];
        while row_of[column] != 0 {
            done[column] = true;
            let current = row_of[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for candidate in 1..=columns {
                if done[candidate] {
                    continue;
                }
                let reduced = cost(current - 1, candidate - 1) - row_potential[current] - column_potential[candidate];
                if reduced < shortest[candidate] {
                    shortest[candidate] = reduced;
                    came_from[candidate] = column;
                }
                if shortest[candidate] < step {
                    (step, next) = (shortest[candidate], candidate);
                }
            }
            for c in 0..=columns {
                if done[c] {
                    row_potential[row_of[c]] += step;
                    column_potential[c] -= step;
                } else if shortest[c] != i64::MAX {
                    shortest[c] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            let previous = came_from[column];
            row_of[column] = row_of[previous];
            column = previous;
        }
    }
    let mut assigned = vec![0; rows];
    for (column, row) in row_of.iter().enumerate().skip(1) {
        if *row != 0 {
            assigned[row - 1] = column - 1;
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::assign;

    /// The least sum by trying everything.
    fn least(costs: &[Vec<u32>], row: usize, used: &mut Vec<bool>) -> u32 {
        if row == costs.len() {
            return 0;
        }
        (0..used.len())
            .filter_map(|column| {
                if used[column] {
                    return None;
                }
                used[column] = true;
                let sum = costs[row][column] + least(costs, row + 1, used);
                used[column] = false;
                Some(sum)
            })
            .min()
            .unwrap_or(0)
    }

    #[test]
    fn the_assignment_is_the_cheapest_of_all() {
        let mut seed = 7_u32;
        let mut random = move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for _ in 0..300 {
            let rows = 1 + random() as usize % 5;
            let columns = rows + random() as usize % 3;
            let costs: Vec<Vec<u32>> = (0..rows).map(|_| (0..columns).map(|_| random() % 1000).collect()).collect();
            let assigned = assign(rows, columns, |r, c| costs[r][c]);
            let sum: u32 = assigned.iter().enumerate().map(|(r, c)| costs[r][*c]).sum();
            assert_eq!(sum, least(&costs, 0, &mut vec![false; columns]), "{costs:?}");
            let mut distinct = assigned.clone();
            distinct.sort_unstable();
            distinct.dedup();
            assert_eq!(distinct.len(), rows);
        }
    }

    #[test]
    fn equal_costs_keep_the_places() {
        assert_eq!(assign(3, 4, |_, _| 5), [0, 1, 2]);
        assert!(assign(0, 3, |_, _| 1).is_empty());
    }
}
