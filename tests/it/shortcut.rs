//! The shortcut of a screening, that names without a word in common are not compared, changes no hit.

use namesieve::{EMBEDDED, Screener, Settings, pack};

/// Below this threshold every name is compared; the shortcut begins at it.
const WITH_SHORTCUT: i64 = 60;

#[test]
fn hits_are_those_of_comparing_every_name() {
    let screener = Screener::embedded().unwrap();
    let lists = pack::open(EMBEDDED).unwrap();
    let subjects = lists.iter().flat_map(|list| &list.subjects);
    let mut asked = 0;
    for name in subjects.flat_map(|subject| &subject.names).map(|listed| listed.name.as_str()) {
        let (start, end) = name.split_at(name.char_indices().nth(name.chars().count() / 2).unwrap().0);
        let without = |c: char| name.replace(c, "");
        for query in
            [name.to_owned(), without(' '), without('a'), without(','), format!("{end} {start}"), start.to_owned()]
        {
            let hits = |threshold: i64| screener.screen(&query, Settings::new(threshold, true).unwrap()).hits;
            let mut all = hits(WITH_SHORTCUT - 1);
            all.retain(|hit| i64::from(hit.score) >= WITH_SHORTCUT);
            let found = hits(WITH_SHORTCUT);
            assert_eq!(found.len(), all.len(), "{query}");
            assert!(
                found
                    .iter()
                    .zip(&all)
                    .all(|(a, b)| (&a.id, a.score, &a.explanation) == (&b.id, b.score, &b.explanation)),
                "{query}"
            );
            asked += found.len();
        }
    }
    assert!(asked > 100, "{asked}");
}
