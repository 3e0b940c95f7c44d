//! The tables of the method: words that people know about names, as data with sources, read once.
//!
//! Every table is a `.tsv` file beside this one; its header says what it holds and where it comes from. Lines that start
//! with `#` are comments.

mod slips;

use crate::normalise;
use foldhash::fast::FixedState;
use slips::Slips;
pub(crate) use slips::digest;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Maps and sets of words. Their hash is a fast one and the same in every run: it need withstand nobody, since what lists make of it
/// is only how long they take to open.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FixedState>;
pub(crate) type HashSet<K> = std::collections::HashSet<K, FixedState>;

/// The class in which a legal form compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalClass {
    /// Private limited liability.
    Limited,
    /// Joint stock.
    Stock,
    /// Partnership.
    Partnership,
    /// Not for profit.
    Nonprofit,
    /// Says "company" and no more: agrees with every class.
    Company,
}

/// How two given names of one person are related that are not spellings of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NicknameKind {
    /// A short or pet form.
    Short,
    /// The name of another language.
    Translated,
}

/// All tables.
pub struct Tables {
    particles: HashSet<&'static str>,
    titles: HashSet<&'static str>,
    /// Legal forms by their first word, the longest first: a form may be a phrase.
    legal_forms: HashMap<&'static str, Vec<(Vec<&'static str>, LegalClass)>>,
    /// The words of legal forms that stand behind others.
    legal_rest: HashSet<&'static str>,
    /// The words of legal forms that are long enough to be known with a slip in them.
    legal_slips: Slips,
    numbers: HashMap<&'static str, u32>,
    families: HashMap<&'static str, u16>,
    nicknames: Nicknames,
    /// Rarity that a word of an organisation has at most, and the place that it is.
    describing: HashMap<&'static str, (u8, Option<&'static str>)>,
    /// The long ones among them, by themselves and by what is left of them without one letter.
    describing_slips: Slips,
    /// Rarity of each word that is not rare.
    rarity: HashMap<&'static str, u8>,
    /// Rarity of each spelling family: that of its most common member.
    family_rarity: Vec<u8>,
}

/// From this length on a word of a legal form is known with one slip in it ("Aktiengeselschaft"); shorter ones are too close
/// to other words.
const LONG_LEGAL_WORD: usize = 6;
/// The same for a word that describes; more of them stand near others.
const LONG_DESCRIBING_WORD: usize = 7;

/// The rarity of a word that the table does not know.
pub const RARE: u8 = 100;

impl Tables {
    /// The tables, read on first use.
    pub fn get() -> &'static Tables {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(Tables::read)
    }

    /// Whether the word joins or introduces parts of a name.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether the word is a title or an honorific.
    pub fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// The legal form with which these words begin: how many of them it is, and its class. A long word of it may have a slip.
    pub fn legal_form(&self, words: &[&str]) -> Option<(usize, LegalClass)> {
        let begins = |form: &[&str]| {
            form.len() <= words.len() && form.iter().zip(words).all(|(known, word)| *known == self.legal_word(word))
        };
        let forms = self.legal_forms.get(self.legal_word(words.first()?))?;
        let (form, class) = forms.iter().find(|(form, _)| begins(form))?;
        Some((form.len(), *class))
    }

    /// Whether a legal form goes on with a word.
    pub fn goes_on_legal_form(&self, word: &str) -> bool {
        self.legal_rest.contains(word)
    }

    /// A word as the legal forms spell it: itself, or the long word of a legal form that it is but for one slip.
    fn legal_word<'a>(&self, word: &'a str) -> &'a str {
        if word.len() < LONG_LEGAL_WORD || !word.is_ascii() || self.rarity.contains_key(word) {
            return word;
        }
        self.legal_slips.of(word).unwrap_or(word)
    }

    /// The value of a number, in digits or as a word.
    pub fn number(&self, word: &str) -> Option<u32> {
        let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
        self.numbers.get(word).copied().or_else(|| ordinal.unwrap_or(word).parse().ok())
    }

    /// The spelling family of a name.
    pub fn family(&self, word: &str) -> Option<u16> {
        self.families.get(word).copied()
    }

    /// The groups of short forms and translated names to which a given name belongs, in ascending order; one spelling of a
    /// family stands for all.
    pub fn nicknames(&'static self, word: &str) -> &'static [u16] {
        let Nicknames { of_words, of_families, .. } = &self.nicknames;
        let groups = of_words.get(word).or_else(|| of_families.get(&self.family(word)?));
        groups.map_or(&[], Vec::as_slice)
    }

    /// How two given names of these groups may be meant by each other: as a short form, or else as the name of another
    /// language. Spellings of one family are the same name and not asked for here.
    pub fn nickname(&self, a: &[u16], b: &[u16]) -> Option<NicknameKind> {
        // The short forms stand first in the table.
        let common = a.iter().find(|group| b.contains(group))?;
        self.nicknames.kinds.get(usize::from(*common)).copied()
    }

    /// How rare a word is at most in the name of an organisation: few words that describe one are common on sanctions lists.
    pub fn describing(&self, word: &str) -> u8 {
        self.described(word).map_or(RARE, |(rarity, _)| *rarity)
    }

    /// The place that a word is: a country by its code, a city by itself.
    pub fn place(&self, word: &str) -> Option<&'static str> {
        self.described(word).and_then(|(_, place)| *place)
    }

    /// What is known of a describing word; a long one may have a slip in it.
    fn described(&self, word: &str) -> Option<&(u8, Option<&'static str>)> {
        let slip = || self.describing_slips.of(word).and_then(|meant| self.describing.get(meant));
        self.describing.get(word).or_else(|| if self.rarity.contains_key(word) { None } else { slip() })
    }

    /// How rare a word is, 0 (everywhere) to 100 (nowhere).
    pub fn rarity(&self, word: &str) -> u8 {
        let own = self.rarity.get(word).copied().unwrap_or(RARE);
        let family = self.family(word).map_or(RARE, |family| self.family_rarity[usize::from(family)]);
        own.min(family)
    }

    fn read() -> Tables {
        let set = |text| rows(text).map(|row| row[0]).collect();
        let rarity: HashMap<_, _> =
            rows(include_str!("words.tsv")).map(|row| (row[0], row[2].parse().expect("rarity is a number"))).collect();
        let mut legal_forms: HashMap<_, Vec<_>> = HashMap::default();
        let (mut legal_words, mut legal_rest) = (BTreeSet::new(), HashSet::default());
        for row in rows(include_str!("legal_forms.tsv")) {
            let words: Vec<&str> = row[0].split(' ').collect();
            legal_words.extend(words.iter().copied());
            legal_rest.extend(words.iter().skip(1).copied());
            legal_forms.entry(words[0]).or_default().push((words, legal_class(row[1]).expect("a known class")));
        }
        legal_forms.values_mut().for_each(|forms| forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        let mut families = HashMap::default();
        let mut family_rarity = Vec::new();
        for (at, row) in rows(include_str!("families.tsv")).enumerate() {
            family_rarity.push(row[0].split(' ').filter_map(|word| rarity.get(word)).copied().min().unwrap_or(RARE));
            families.extend(row[0].split(' ').map(|word| (word, at as u16)));
        }
        let nicknames = Nicknames::read(&families);
        let describing: HashMap<_, _> = rows(include_str!("describing.tsv"))
            .map(|row| {
                let place = row.get(2).map(|place| if *place == "-" { row[0] } else { *place });
                (row[0], (row[1].parse().expect("rarity is a number"), place))
            })
            .collect();
        Tables {
            describing_slips: Slips::of_words(
                rows(include_str!("describing.tsv")).map(|row| row[0]),
                LONG_DESCRIBING_WORD,
            ),
            describing,
            particles: set(include_str!("particles.tsv")),
            titles: set(include_str!("titles.tsv")),
            legal_forms,
            legal_rest,
            legal_slips: Slips::of_words(legal_words.into_iter(), LONG_LEGAL_WORD),
            numbers: rows(include_str!("numbers.tsv"))
                .map(|row| (row[0], row[1].parse().expect("value is a number")))
                .collect(),
            families,
            nicknames,
            rarity,
            family_rarity,
        }
    }
}

/// Groups of given names, of which any two may be meant by each other.
struct Nicknames {
    kinds: Vec<NicknameKind>,
    of_words: HashMap<&'static str, Vec<u16>>,
    of_families: HashMap<u16, Vec<u16>>,
}

impl Nicknames {
    fn read(families: &HashMap<&'static str, u16>) -> Nicknames {
        let mut read = Nicknames { kinds: Vec::new(), of_words: HashMap::default(), of_families: HashMap::default() };
        for (group, row) in rows(include_str!("nicknames.tsv")).enumerate() {
            read.kinds.push(if row[0] == "short" { NicknameKind::Short } else { NicknameKind::Translated });
            for word in row[1].split(' ') {
                let groups = match families.get(word) {
                    Some(family) => read.of_families.entry(*family).or_default(),
                    None => read.of_words.entry(word).or_default(),
                };
                if groups.last() != Some(&(group as u16)) {
                    groups.push(group as u16);
                }
            }
        }
        read
    }
}

fn legal_class(name: &str) -> Option<LegalClass> {
    Some(match name {
        "limited" => LegalClass::Limited,
        "stock" => LegalClass::Stock,
        "partnership" => LegalClass::Partnership,
        "nonprofit" => LegalClass::Nonprofit,
        "company" => LegalClass::Company,
        _ => return None,
    })
}

pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

/// The rarity of a word that `designations` of `all` designations carry; what `words.tsv` holds.
pub fn rarity_of(designations: usize, all: usize) -> u8 {
    let share = (designations.max(1) as f64).ln() / (all.max(2) as f64).ln();
    (100.0 * (1.0 - share)).round().clamp(0.0, 100.0) as u8
}

/// Every word of every table that is not in the form that names are compared in, or stands in its table twice. A word of a legal
/// form may stand in several, and one of the nicknames in several groups, once in each.
pub fn misspelt() -> Vec<String> {
    let tables = [
        ("particles", include_str!("particles.tsv")),
        ("titles", include_str!("titles.tsv")),
        ("legal_forms", include_str!("legal_forms.tsv")),
        ("numbers", include_str!("numbers.tsv")),
        ("families", include_str!("families.tsv")),
        ("words", include_str!("words.tsv")),
        ("describing", include_str!("describing.tsv")),
        ("nicknames", include_str!("nicknames.tsv")),
    ];
    let mut wrong = Vec::new();
    for (table, text) in tables {
        let mut seen = HashSet::default();
        for row in rows(text) {
            let column = usize::from(table == "nicknames");
            if table == "nicknames" {
                seen.clear();
            }
            for word in row[column].split(' ') {
                let normal = normalise::words(word);
                let once = table == "legal_forms" || seen.insert(word);
                if normal.len() != 1 || normal[0].text != word || !once {
                    wrong.push(format!("{table}: {word}"));
                }
            }
            if table == "legal_forms" && !seen.insert(row[0]) {
                wrong.push(format!("{table}: {}", row[0]));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_reads_and_holds_comparable_words_once() {
        assert_eq!(misspelt(), [""; 0]);
        let _ = Tables::get();
    }

    #[test]
    fn the_rarity_column_follows_from_the_counts() {
        for row in rows(include_str!("words.tsv")) {
            assert_eq!(row[2].parse::<u8>().unwrap(), rarity_of(row[1].parse().unwrap(), 13_821), "{}", row[0]);
        }
    }

    #[test]
    fn names_that_people_keep_apart_are_in_families_of_their_own() {
        let tables = Tables::get();
        let same = |a: &str, b: &str| tables.family(a).is_some() && tables.family(a) == tables.family(b);
        for (a, b) in [
            ("hasan", "husayn"),
            ("omar", "amr"),
            ("said", "sayyid"),
            ("karim", "karima"),
            ("salih", "salim"),
            ("salah", "salih"),
            ("hamid", "ahmad"),
            ("jamal", "jamil"),
            ("kamal", "kamil"),
            ("zhang", "chang"),
            ("joseph", "yusuf"),
            ("iskandar", "alexander"),
            ("magomedov", "mammadov"),
        ] {
            assert!(!same(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("oleksandr", "aliaksandr"),
            ("abdourahmane", "abdulrahman"),
            ("gaddafi", "qadhafi"),
            ("gim", "kim"),
            ("hsu", "xu"),
            ("mykola", "nikolay"),
            ("yevhen", "evgenii"),
        ] {
            assert!(same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn short_forms_and_translated_names_meet_in_any_spelling() {
        use NicknameKind::{Short, Translated};
        let tables = Tables::get();
        for (a, b, kind) in [
            ("bill", "william", Some(Short)),
            ("sasha", "aliaksandr", Some(Short)),
            ("alex", "alexander", Some(Short)),
            ("alex", "oleksii", Some(Short)),
            ("paco", "francisco", Some(Short)),
            ("yussuf", "joseph", Some(Translated)),
            ("sikandar", "aleksandr", Some(Translated)),
            ("ivan", "juan", Some(Translated)),
            ("bill", "robert", None),
            ("vova", "uladzimir", Some(Short)),
            ("mohammad", "ahmad", None),
            ("tuniyaz", "erken", None),
        ] {
            let [groups_a, groups_b] = [a, b].map(|word| tables.nicknames(word));
            assert_eq!(
                (tables.nickname(groups_a, groups_b), tables.nickname(groups_b, groups_a)),
                (kind, kind),
                "{a} {b}"
            );
        }
    }

    #[test]
    fn the_longest_legal_form_counts() {
        let phrase = |text: &str| Tables::get().legal_form(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(phrase("open joint stock company gazstroy"), Some((4, LegalClass::Stock)));
        assert_eq!(phrase("joint stock bank"), Some((2, LegalClass::Stock)));
        assert_eq!(phrase("obshchestvo s ogranichennoy otvetstvennostyu"), Some((4, LegalClass::Limited)));
        assert_eq!(phrase("open society"), None);
        assert_eq!(phrase("aktiengeselschaft"), Some((1, LegalClass::Stock)), "a slip in a long word");
        assert_eq!(phrase("limitless"), None);
    }

    #[test]
    fn a_family_is_as_common_as_its_most_common_spelling() {
        let tables = Tables::get();
        assert_eq!(tables.rarity("mohammod"), tables.rarity("mohammad"));
        assert!(tables.rarity("mohammod") < 50);
        assert_eq!(tables.rarity("tuniyaz"), RARE);
    }
}
