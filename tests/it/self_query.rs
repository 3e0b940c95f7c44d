//! Every primary name and strong alias of the embedded lists finds its own party first, however it is written.

use namesieve::designation::{NameQuality, SubjectKind};
use namesieve::{EMBEDDED, Screener, Settings, pack};

/// Marks that a writer may set on letters: what is left after they are taken off again must be the same name.
fn with_marks(name: &str) -> String {
    name.chars()
        .flat_map(|c| {
            let mark = match c.to_ascii_lowercase() {
                'a' | 'e' => Some('\u{301}'),
                'o' | 'u' => Some('\u{308}'),
                'n' => Some('\u{303}'),
                _ => None,
            };
            [Some(c), mark].into_iter().flatten()
        })
        .collect()
}

fn without_punctuation(name: &str) -> String {
    name.chars().filter(|c| !",.'".contains(*c)).map(|c| if c == '-' { ' ' } else { c }).collect()
}

fn with_punctuation(name: &str) -> String {
    format!("\u{201c}{}.\u{201d}", name.replace(' ', "  ").replace('\'', "\u{2019}"))
}

/// All ways of writing a name that must not matter.
fn ways(name: &str, kind: SubjectKind) -> Vec<String> {
    let mut orders = vec![name.to_owned()];
    if kind == SubjectKind::Individual
        && let Some((family, given)) = name.split_once(", ")
    {
        orders.push(format!("{given} {family}"));
    }
    let shapes: [fn(&str) -> String; 4] = [str::to_owned, with_marks, without_punctuation, with_punctuation];
    let cases: [fn(&str) -> String; 3] = [str::to_owned, str::to_uppercase, str::to_lowercase];
    let mut ways = Vec::new();
    for order in orders {
        for shape in shapes {
            ways.extend(cases.map(|case| case(&shape(&order))));
        }
    }
    ways
}

#[test]
fn every_name_finds_its_own_party_first() {
    let screener = Screener::embedded().unwrap();
    let (mut names, mut queries) = (0, 0);
    for open in pack::open(EMBEDDED).unwrap() {
        for designation in &open.list().designations {
            for listed in designation.names.iter().filter(|name| name.quality == NameQuality::Strong) {
                names += 1;
                for query in ways(&listed.name, designation.kind) {
                    let screening = screener.screen(&query, Settings::default());
                    let first = screening.hits.first().unwrap_or_else(|| panic!("{query}: no potential match"));
                    assert_eq!(first.id, designation.id, "{query} found {} first", first.name);
                    queries += 1;
                }
            }
        }
    }
    assert_eq!(names, 73, "27 primary names, 45 strong aliases in Latin letters, one native spelling");
    assert!(queries > names * 12);
}

#[test]
fn every_weak_alias_is_counted_and_alerts_only_when_asked_to() {
    let screener = Screener::embedded().unwrap();
    let weak = Settings::new(70, true).unwrap();
    let mut aliases = 0;
    for open in pack::open(EMBEDDED).unwrap() {
        for designation in &open.list().designations {
            for listed in designation.names.iter().filter(|name| name.quality == NameQuality::Weak) {
                aliases += 1;
                let (off, on) =
                    (screener.screen(&listed.name, Settings::default()), screener.screen(&listed.name, weak));
                assert_eq!(on.hits[0].id, designation.id);
                assert_eq!(on.hits[0].matched.name, listed.name);
                match off.hits.iter().find(|hit| hit.id == designation.id) {
                    Some(hit) => {
                        assert!(hit.corroboration.iter().any(|weak| weak.name == listed.name && weak.score == 100))
                    }
                    None => assert_eq!(off.weak_only, 1, "{}", listed.name),
                }
            }
        }
    }
    assert_eq!(aliases, 3);
}
