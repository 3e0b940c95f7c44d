//! The index by which screening is fast loses nothing: what is found with it is, byte for byte, what comparing every listed name
//! finds.

use crate::shared;
use namesieve::list::{self, Input};
use namesieve::{EMBEDDED, Screener, Settings, pack, parallel};
use std::fs::{self, File};

/// The lists that are loaded together, in many scripts.
const LISTS: [&str; 5] = [
    "lists/ofac-sdn/2026-07-rebuilt/sdn.xml",
    "lists/ofac-consolidated/2025-03-28/consolidated.xml",
    "lists/un-sc/2026-02-27/consolidated.xml",
    "lists/uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml",
    "lists/eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml",
];

/// People on no list.
const CLEAN: [&str; 2] = ["bench/negatives_global.csv", "bench/negatives_us.csv"];

/// Of so many designations one is on the lists that most queries are asked of: comparing every name of all of them takes some tenths
/// of a second.
const SAMPLE: usize = 96;

/// So many names are asked of a sample, and so many of all the lists.
const QUERIES: usize = 20_000;
const QUERIES_OF_ALL: usize = 120;

/// Numbers that look random and are the same on every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, names: &'a [String]) -> &'a str {
        &names[self.below(names.len())]
    }
}

/// Asks with the index and without, and says how many hits there were.
fn asked(screener: &Screener, query: &str, settings: Settings) -> usize {
    let found = screener.screen(query, settings);
    let [with, without] = [&found, &screener.screen(query, settings.exhaustively())]
        .map(|screening| serde_json::to_string(screening).unwrap());
    assert!(
        with == without,
        "{query} under {settings:?}:\n{}\n{}",
        differing(&with, &without),
        differing(&without, &with)
    );
    found.hits.len()
}

/// Where a text begins to differ from another.
fn differing<'a>(text: &'a str, other: &str) -> &'a str {
    let at = text.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let starts = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[starts
        ..(starts + 600..).find(|at| *at >= text.len() || text.is_char_boundary(*at)).unwrap_or(0).min(text.len())]
}

/// Asks every query, mostly as people do.
fn all_asked(screener: &Screener, queries: &[String]) -> usize {
    let settings = |at: usize| match at % 16 {
        0 => Settings::new(60, true),
        1 => Settings::new(65, false),
        2 => Settings::new(80, true),
        3 => Settings::new(92, false),
        _ => Ok(Settings::default()),
    };
    let numbered: Vec<(usize, &String)> = queries.iter().enumerate().collect();
    let hits = parallel::each(&numbered, |(at, query)| asked(screener, query, settings(*at).unwrap()));
    hits.into_iter().sum()
}

/// A name as people write it otherwise: misspelt, without some of its signs, turned, glued, or in part.
fn written_otherwise(name: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let at = random.below(letters.len());
    let any = char::from(b'a' + random.below(26) as u8);
    match random.below(10) {
        0 => letters[at] = any,
        1 => letters.insert(at, any),
        2 => drop(letters.remove(at)),
        3 => {
            let (one, other) = (at, random.below(letters.len()));
            letters.swap(one, other);
        }
        4 => letters.swap(at, (at + 1).min(name.chars().count() - 1)),
        5 => letters.retain(|c| !c.is_whitespace()),
        6 => letters.insert(at, ' '),
        7 => {
            let first = random.below(words.len());
            words.rotate_left(first);
            return words.join(" ");
        }
        8 => {
            words.remove(random.below(words.len()));
            return words.join(" ");
        }
        _ => {
            let first = random.below(words.len());
            let initial: String = words[first].chars().take(1).collect();
            words[first] = &initial;
            return words.join(" ");
        }
    }
    letters.into_iter().collect()
}

/// What nobody is called, and what somebody may be.
const HOSTILE: [&str; 28] = [
    "Acme Trading Company Ltd",
    "A. B. Khan",
    "K M",
    "A B C D E F G H I J",
    "IRGC",
    "I.R.G.C.",
    "Bank 26",
    "Fund III 8650",
    "Khan Khan",
    "李 Li",
    "Иван Ivan Petrov",
    "UnitedBankofNowhere",
    "AlShabaab",
    "Abd al-Rahman bin Abdallah bin Muhammad bin Abd al-Aziz bin Saleh al-Din",
    "Mohammad",
    "al",
    "o o o",
    "7-28",
    "Дмитрий Соин / Dmitry Soin",
    "General Trading and Contracting International Industries Limited Liability Company",
    "محمد محمد محمد",
    "عبدالرحمنالعبدالله",
    "김정은김정은",
    "한국수출입은행",
    "ทักษิณ ชินวัตร",
    "abababababababababababababababababababababababab",
    "an of hamal jo rov ou ofof an an abdal hamsh mali jo abd co abd ltd an kh an ou co li co abd ibn co rov al sh bah kh ou jo kh of",
    "Иван Мария Сергеевич Иван Мария Сергеевич Иван Мария Сергеевич Иван Мария Сергеевич Иван Мария Сергеевич Иван Мария Сергеевич",
];

fn names_of(lists: &[pack::OpenList]) -> Vec<String> {
    let subjects = lists.iter().flat_map(|list| &list.subjects);
    subjects.flat_map(|subject| &subject.names).map(|listed| listed.name.clone()).collect()
}

#[test]
fn every_variant_of_the_embedded_names_is_found_as_by_comparing_all() {
    let screener = Screener::embedded().unwrap();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let names = names_of(&pack::open(EMBEDDED).unwrap());
    let mut queries: Vec<String> = names.clone();
    for name in &names {
        for _ in 0..12 {
            let once = written_otherwise(name, &mut random);
            queries.push(if once.trim().is_empty() { once } else { written_otherwise(&once, &mut random) });
        }
    }
    queries.extend(HOSTILE.map(str::to_owned));
    let hits = all_asked(&screener, &queries);
    assert!(hits > 500, "{hits}");
}

#[test]
fn names_of_few_syllables_are_found_as_by_comparing_all() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let syllables = ["al", "ma", "ham", "mad", "kh", "an", "sh", "ou", "rov", "i", "ne", "jo", "ng", "li", "bah", "zz"];
    let mut name = || -> String {
        let mut word = |most: usize| -> String {
            (0..1 + random.below(most)).map(|_| syllables[random.below(syllables.len())]).collect()
        };
        let words: Vec<String> = [4, 3, 5, 2].map(&mut word).to_vec();
        words[..1 + random.below(4)].join(" ")
    };
    let listed: Vec<String> = (0..400).map(|_| name()).collect();
    let kinds = ["individual", "entity", "vessel"];
    let rows = listed.iter().enumerate().map(|(at, name)| format!("{at},{name},{}\n", kinds[at % 3]));
    let csv: String = std::iter::once("id,name,kind\n".to_owned()).chain(rows).collect();
    let read = list::read(vec![Input::new("own.csv", std::io::Cursor::new(csv.into_bytes()))]).unwrap().remove(0);
    let bytes = pack::write(&list::compile(read).unwrap()).unwrap();
    let screener = Screener::open([bytes.as_slice()]).unwrap();
    let queries: Vec<String> = (0..4000).map(|_| name()).collect();
    let hits = all_asked(&screener, &queries);
    assert!(hits > 1000, "{hits}");
}

#[test]
fn twenty_thousand_names_are_found_as_by_comparing_all() {
    let test = "twenty_thousand_names_are_found_as_by_comparing_all";
    let Some(paths) = LISTS.iter().map(|path| shared::file(test, path)).collect::<Option<Vec<_>>>() else { return };
    let Some(clean) = CLEAN.iter().map(|path| shared::file(test, path)).collect::<Option<Vec<_>>>() else { return };
    let (mut all, mut samples) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut lists =
            list::compile(list::read(vec![Input::new(&name, File::open(&path).unwrap())]).unwrap().remove(0)).unwrap();
        all.push(pack::write(&lists).unwrap());
        for list in &mut lists {
            list.designations = std::mem::take(&mut list.designations).into_iter().step_by(SAMPLE).collect();
            // They led to designations that are left out.
            list.designations.iter_mut().for_each(|designation| designation.links.clear());
        }
        samples.push(pack::write(&lists).unwrap());
    }
    let opened = |packs: &[Vec<u8>]| packs.iter().flat_map(|bytes| pack::open(bytes).unwrap()).collect::<Vec<_>>();
    let (listed, elsewhere) = (names_of(&opened(&samples)), names_of(&opened(&all)));
    let native: Vec<String> = listed.iter().filter(|name| !name.is_ascii()).cloned().collect();
    let clean: Vec<String> = clean
        .iter()
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().skip(1).map(str::to_owned).collect::<Vec<_>>())
        .map(|line| line.split(',').next().unwrap_or_default().to_owned())
        .collect();
    assert!(listed.len() > 800 && native.len() > 80 && clean.len() > 5000);

    let mut random = Random(0x5851_f42d_4c95_7f2d);
    let mut query = |at: usize| -> String {
        match at % 10 {
            0 => random.pick(&listed).to_owned(),
            1 => random.pick(&elsewhere).to_owned(),
            2 | 3 => random.pick(&clean).to_owned(),
            4 => random.pick(&native).to_owned(),
            5 => {
                let name = random.pick(&native).to_owned();
                written_otherwise(&name, &mut random)
            }
            6 => {
                let (one, other) = (random.pick(&listed).to_owned(), random.pick(&listed).to_owned());
                let half = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
                format!("{} {}", half(&one), half(&other))
            }
            _ => {
                let name = random.pick(&listed).to_owned();
                written_otherwise(&name, &mut random)
            }
        }
    };
    let mut queries: Vec<String> = (0..QUERIES).map(&mut query).collect();
    let of_all: Vec<String> = (0..QUERIES_OF_ALL).map(&mut query).collect();
    queries.extend(HOSTILE.map(str::to_owned));
    let screener = Screener::open(samples.iter().map(Vec::as_slice)).unwrap();
    let hits = all_asked(&screener, &queries);
    assert!(hits > QUERIES / 3, "{hits}");
    let screener = Screener::open(all.iter().map(Vec::as_slice)).unwrap();
    let hits = all_asked(&screener, &of_all);
    assert!(hits > QUERIES_OF_ALL, "{hits}");
}
