//! Han characters → Latin spellings.
//!
//! Names are read in Mandarin and written in pinyin, tones left out; Wade-Giles follows by rule, family names have further
//! spellings, and behind a Korean family name the characters are read in Korean too. A word of a person's name is a family
//! name of one or two characters and a given name, which lists write as one word. Organisations are mostly listed by
//! translation: their known words become English ones, and what stands between is read as one word.
//!
//! Japanese names have the readings of a table beside Mandarin ones (`japanese`), and foreign names, of many characters, are
//! compared by their consonants (`foreign`).
//!
//! Limits: a character has one reading, that usual in names. Given names are not read in Cantonese or Hokkien. Three characters that
//! begin with a Chinese family name are a Chinese name, Japanese as they may be. Many characters share a reading, so that a
//! meeting by sound is never certain (`score/crossing.rs`).

mod characters;
mod family_names;
mod foreign;
mod japanese;
mod korean;
mod syllable;
mod words;

use self::syllable::Syllable;
use super::Romanised;
use super::known::{self, Piece};
use crate::name::Reading;

pub use self::foreign::letters;

/// A given name has two characters at most; what is longer, a foreign name by its sound, does not come apart.
const MOST_GIVEN: usize = 2;

/// What Japanese groups are called besides a family name.
const KINDS: [(&str, &str); 3] = [("組", "gumi"), ("会", "kai"), ("會", "kai")];

/// Reads a word of a name of several; nothing for a word with a character that is not in the table.
pub fn romanise(_raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    match reading {
        Reading::Person => person(native, false),
        Reading::Organisation | Reading::Craft => organisation(native).or_else(|| unread_in_mandarin(native)),
    }
}

/// A word of characters: as written, simplified, and by their syllables.
#[derive(Clone)]
struct Characters {
    raw: Vec<char>,
    simplified: Vec<char>,
    syllables: Vec<Syllable>,
}

impl Characters {
    fn read(text: &str) -> Option<Characters> {
        let found = text.chars().map(characters::find).collect::<Option<Vec<_>>>()?;
        Some(Characters {
            raw: text.chars().collect(),
            simplified: found.iter().map(|character| character.simplified).collect(),
            syllables: found.iter().map(|character| character.syllable).collect(),
        })
    }

    fn split_at(&self, at: usize) -> (Characters, Characters) {
        let part = |range: std::ops::Range<usize>| Characters {
            raw: self.raw[range.clone()].to_vec(),
            simplified: self.simplified[range.clone()].to_vec(),
            syllables: self.syllables[range].to_vec(),
        };
        (part(0..at), part(at..self.raw.len()))
    }

    /// A foreign name, which has its consonants besides.
    fn foreign(&self) -> Romanised {
        let mut word = self.word(Vec::new());
        let consonants = foreign::letters(&word.native).unwrap_or_default();
        word.spellings.push(consonants.iter().map(|letter| letter.usual[0]).collect());
        word.vowelless = true;
        word
    }

    /// One word with these spellings before those by rule. In its own script it is compared simplified.
    fn word(&self, spellings: Vec<String>) -> Romanised {
        let mut all = spellings;
        for umlaut in ["u", "v", "yu"] {
            known::push(&mut all, self.syllables.iter().map(|syllable| syllable.pinyin(umlaut)).collect());
        }
        known::push(&mut all, self.syllables.iter().map(|syllable| syllable.wade_giles()).collect());
        Romanised {
            raw: self.raw.iter().collect(),
            native: self.simplified.iter().collect(),
            spellings: all,
            vowelless: false,
        }
    }
}

/// Reads a word of a person's name: a family name, a given name, or both, which two syllables are only if they are the whole name.
pub fn person(native: &str, whole: bool) -> Option<Vec<Romanised>> {
    let Some(name) = Characters::read(native) else { return unread_in_mandarin(native) };
    let length = name.raw.len();
    let chinese = family_names::find(&name.simplified)
        .filter(|(family, _)| length - family <= MOST_GIVEN && (length > 2 || *family > 1 || length == 1 || whole));
    let Some((family, spellings)) = chinese else { return Some(one_or_japanese(native, &name, whole)) };
    let (family, given) = name.split_at(family);
    let mut family = family.word(spellings);
    let mut japanese = japanese::family(&family.raw);
    if given.raw.is_empty() {
        japanese.into_iter().for_each(|spelling| known::push(&mut family.spellings, spelling));
        return Some(vec![family]);
    }
    let mut given = given.word(Vec::new());
    if let Some([korean_family, korean_given]) = korean::name(&family.native, &given.native) {
        korean_family.into_iter().for_each(|spelling| known::push(&mut family.spellings, spelling));
        korean_given.into_iter().for_each(|spelling| known::push(&mut given.spellings, spelling));
    }
    let known_given = japanese::known_given(&given.raw);
    if !japanese.is_empty() && !known_given.is_empty() {
        family.spellings.append(&mut japanese);
        given.spellings.extend(known_given);
    }
    Some(vec![family, given])
}

/// A word that is no Chinese family and given name: a Japanese one, or one word, which a Japanese family or given name alone is too.
fn one_or_japanese(native: &str, name: &Characters, whole: bool) -> Vec<Romanised> {
    let family = japanese::family(native);
    let mut ends = japanese::family_ends(native).filter(|_| family.is_empty() && (whole || name.raw.len() > 2));
    let with_given = |end: usize| {
        let (first, rest) = native.split_at(end);
        let given = japanese::given(rest);
        // A character beside a family name of one is as often part of a word.
        let certain = !given.is_empty() || first.chars().count() > 1;
        let (first_word, rest_word) = name.split_at(first.chars().count());
        certain.then(|| vec![first_word.word(japanese::family(first)), rest_word.word(given)])
    };
    if let Some(parts) = ends.find_map(with_given) {
        return parts;
    }
    let given = japanese::given(native);
    let person = family.is_empty() && given.is_empty() && !words::describes(&name.simplified);
    if name.raw.len() >= foreign::SHORTEST && person {
        return vec![name.foreign()];
    }
    let mut word = name.word(Vec::new());
    for spelling in family.into_iter().chain(given) {
        known::push(&mut word.spellings, spelling);
    }
    vec![word]
}

/// Characters with kana, and those that only Japanese has.
fn unread_in_mandarin(native: &str) -> Option<Vec<Romanised>> {
    let parts = japanese::with_kana(native)?;
    Some(parts.into_iter().map(|(native, spellings)| known::part(&native, spellings)).collect())
}

fn organisation(native: &str) -> Option<Vec<Romanised>> {
    if let Some(parts) = family_and_kind(native) {
        return Some(parts);
    }
    let simplified = |c| characters::find(c).map_or(c, |character| character.simplified);
    let simplified: String = native.chars().map(simplified).collect();
    let mut parts = Vec::new();
    for piece in known::pieces(&simplified, words::WORDS) {
        match piece {
            Piece::Known(part) => parts.push(part),
            Piece::Plain(text) => parts.push(known::part(&text, vec![text.clone()])),
            Piece::Other(text) => between(&text, &mut parts)?,
        }
    }
    as_written(&mut parts, &simplified, native);
    Some(parts)
}

/// Japanese groups that are called by a family name and what they are: 山口組.
fn family_and_kind(native: &str) -> Option<Vec<Romanised>> {
    let (kind, latin) = KINDS.iter().find(|(kind, _)| native.ends_with(kind))?;
    let mut rest = native.strip_suffix(kind)?;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let end = japanese::family_ends(rest).next().unwrap_or(rest.len());
        parts.push(known::part(&rest[..end], Some(japanese::family(&rest[..end])).filter(|s| !s.is_empty())?));
        rest = &rest[end..];
    }
    parts.push(known::part(kind, vec![(*latin).to_owned()]));
    (parts.len() > 1).then_some(parts)
}

/// Gives the parts of a simplified word the characters that were written; each character has one that is simplified.
fn as_written(parts: &mut [Romanised], simplified: &str, native: &str) {
    let [simplified, native] = [simplified, native].map(|text| text.chars().collect::<Vec<char>>());
    let mut from = 0;
    for part in parts {
        let raw: Vec<char> = part.raw.chars().collect();
        if let Some(at) = (from..simplified.len()).find(|at| simplified[*at..].starts_with(&raw)) {
            from = at + raw.len();
            part.raw = native[at..from].iter().collect();
        }
    }
}

/// What stands between known words: places, and the rest as one word each.
fn between(text: &str, parts: &mut Vec<Romanised>) -> Option<()> {
    let mut read = |text: &str| -> Option<()> {
        if !text.is_empty() {
            parts.push(Characters::read(text)?.word(Vec::new()));
        }
        Some(())
    };
    let (mut rest, mut open) = (text, text);
    while let Some(first) = rest.chars().next() {
        match words::PLACES.split_whitespace().find(|place| rest.starts_with(place)) {
            Some(place) => {
                read(&open[..open.len() - rest.len()])?;
                read(place)?;
                rest = &rest[place.len()..];
                rest = rest.strip_prefix(['市', '省']).unwrap_or(rest);
                open = rest;
            }
            None => rest = &rest[first.len_utf8()..],
        }
    }
    read(open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transliterate::whole;

    fn first(native: &str, reading: Reading) -> Vec<String> {
        whole(native, native, reading).unwrap().into_iter().map(|part| part.spellings[0].clone()).collect()
    }

    #[test]
    fn people_by_family_and_given_name() {
        for (native, expected) in [
            ("习近平", vec!["xi", "jinping"]),
            ("毛泽东", vec!["mao", "zedong"]),
            ("毛澤東", vec!["mao", "zedong"]),
            ("欧阳修", vec!["ouyang", "xiu"]),
            ("司马懿", vec!["sima", "yi"]),
            ("曾庆红", vec!["zeng", "qinghong"]),
            ("单田芳", vec!["shan", "tianfang"]),
            ("朱镕基", vec!["zhu", "rongji"]),
            ("姚明", vec!["yao", "ming"]),
            ("阿不都哈克", vec!["abuduhake"]),
        ] {
            assert_eq!(first(native, Reading::Person), expected, "{native}");
        }
    }

    #[test]
    fn further_spellings() {
        let spellings = |native: &str| -> Vec<Vec<String>> {
            whole(native, native, Reading::Person).unwrap().into_iter().map(|part| part.spellings).collect()
        };
        assert!(spellings("毛澤東")[1].contains(&"tsetung".to_owned()));
        assert!(spellings("陳日君")[0].contains(&"chan".to_owned()));
        let kim = spellings("金正恩");
        assert!(kim[0].contains(&"kim".to_owned()) && kim[1].contains(&"jongun".to_owned()), "{kim:?}");
    }

    #[test]
    fn traditional_and_simplified_meet_in_their_own_script() {
        let native = |text: &str| whole(text, text, Reading::Person).unwrap().remove(1).native;
        assert_eq!(native("馬英九"), native("马英九"));
    }

    #[test]
    fn a_given_name_apart_stays_one_word() {
        assert_eq!(romanise("近平", "近平", Reading::Person).unwrap().len(), 1);
    }

    #[test]
    fn organisations_are_known_words_and_the_rest() {
        assert_eq!(
            first("深圳市大疆创新科技有限公司", Reading::Organisation),
            ["shenzhen", "dajiang", "innovation", "technology", "limited", "company"]
        );
        assert_eq!(first("中國銀行", Reading::Organisation), ["china", "bank"]);
        assert_eq!(first("山东海欣港务集团", Reading::Organisation), ["shandong", "haixin", "port", "group"]);
        // Read as a person's name it is one word, and no foreign name by its consonants.
        assert_eq!(first("华西医院", Reading::Person), ["huaxiyiyuan"]);
        assert!(!whole("华西医院", "华西医院", Reading::Person).unwrap()[0].vowelless);
    }

    #[test]
    fn parts_are_shown_as_they_were_written() {
        for (native, expected) in [
            ("商湯集團有限公司", vec!["商湯", "集團", "有限", "公司"]),
            ("廣州市華為銀行", vec!["廣州", "華為", "銀行"]),
        ] {
            let parts = whole(native, native, Reading::Organisation).unwrap();
            assert_eq!(parts.into_iter().map(|part| part.raw).collect::<Vec<_>>(), expected, "{native}");
        }
    }

    #[test]
    fn japanese_names_have_their_readings_too() {
        for (native, family, given) in [
            ("高山清司", "takayama", "kiyoshi"),
            ("篠田建市", "shinoda", "kenichi"),
            ("司忍", "tsukasa", "shinobu"),
            ("佐々木一郎", "sasaki", "ichiro"),
            ("山口くみ子", "yamaguchi", "kumiko"),
            ("渡辺はるか", "watanabe", "haruka"),
            ("一ノ瀬健", "ichinose", "ken"),
            ("小泉純一郎", "koizumi", "junichiro"),
            ("林健太郎", "hayashi", "kentaro"),
        ] {
            let parts = whole(native, native, Reading::Person).unwrap_or_else(|| panic!("{native}"));
            assert_eq!(parts.len(), 2, "{native}: {parts:?}");
            for (part, printed) in parts.iter().zip([family, given]) {
                assert!(part.spellings.contains(&printed.to_owned()), "{native}: {parts:?}");
            }
        }
        assert_eq!(first("林则徐", Reading::Person), ["lin", "zexu"]);
        assert_eq!(romanise("鷲尾いさ子", "鷲尾いさ子", Reading::Person), None, "a family name that is not known");
    }

    #[test]
    fn japanese_groups_by_family_name() {
        assert_eq!(first("山口組", Reading::Organisation), ["yamaguchi", "gumi"]);
        assert_eq!(first("神戸山口組", Reading::Organisation), ["kobe", "yamaguchi", "gumi"]);
        assert_eq!(first("住吉会", Reading::Organisation), ["sumiyoshi", "kai"]);
        assert_eq!(first("工业组", Reading::Organisation).len(), 2);
    }

    #[test]
    fn an_unknown_character_leaves_the_word_unread() {
        assert_eq!(romanise("乐𠀋", "乐𠀋", Reading::Person), None);
        assert_eq!(romanise("乐𠀋", "乐𠀋", Reading::Organisation), None);
    }
}
