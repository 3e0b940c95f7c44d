//! Cyrillic letters → Latin spellings, for the Slavic languages and for those of Central Asia and the Caucasus.
//!
//! Which language a name is in is not known, only which letters it has. Letters that one group of languages has to itself
//! choose its spellings; a word of letters that all have gets the Russian ones and what its other readings would make of
//! `г`, `щ`, `ж` and `ц`.
//!
//! Sources of the values: BGN/PCGN romanisation agreements for the languages named, ICAO Doc 9303 part 3 section 6, the
//! Ukrainian resolution 55 of 2010, the Bulgarian transliteration act of 2009, Serbian and Macedonian Latin orthography
//! without its carons.

use crate::transliterate::digit;

/// How a group of writers spells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// BGN/PCGN for Russian, as OFAC writes: `Yevgeniy`.
    Russian,
    /// Newspapers and companies: `Evgeny`, `Alexey`, `Fyodor`.
    Press,
    /// Passports since 2010, as ICAO has it: `Evgenii`, `Iuliia`.
    Passport,
    /// `г` is h and `и` is y.
    Ukrainian,
    /// The same in passports: `Andrii`, `Yuliia`.
    UkrainianPassport,
    /// Belarusian: `г` is h, `я` after a consonant ia.
    Belarusian,
    /// The Latin letters of Serbian without carons.
    Serbian,
    /// The same with `đ` for `dj`, which loses its stroke.
    SerbianStroke,
    /// Macedonian, and Serbian in newspapers: `ж` is zh.
    Macedonian,
    /// Bulgarian: `щ` is sht, `ъ` is a.
    Bulgarian,
    /// Bulgarian before 2009: `ъ` is u.
    BulgarianOlder,
    /// `дж` and `ж` are j, as in Kyrgyz, Tajik, Mongolian and Caucasian names: `Japarov`.
    J,
    /// `ц` is c.
    C,
}

/// The spellings of a word, the most usual first; nothing for a letter that is not known.
pub fn spellings(letters: &[char]) -> Option<Vec<String>> {
    let has = |some: &str| letters.iter().any(|c| some.contains(*c));
    let manners: &[Manner] = if has("ђћ") {
        &[Manner::Serbian, Manner::SerbianStroke, Manner::Macedonian]
    } else if has("јљњџѓќѕ") {
        &[Manner::Serbian, Manner::Macedonian]
    } else if has("ґєї") {
        &[Manner::Ukrainian, Manner::UkrainianPassport, Manner::Russian]
    } else if has("әғқңөұүһҳҷ") {
        &[Manner::Russian, Manner::Press, Manner::J, Manner::Passport]
    } else if has("ў") || (has("і") && has("ыэё")) {
        &[Manner::Belarusian, Manner::Russian, Manner::Passport]
    } else if has("і") {
        &[Manner::Ukrainian, Manner::UkrainianPassport, Manner::Russian]
    } else if hard_vowel(letters) {
        &[Manner::Bulgarian, Manner::BulgarianOlder]
    } else {
        &[Manner::Russian, Manner::Press, Manner::Ukrainian, Manner::Passport, Manner::Bulgarian, Manner::J, Manner::C]
    };
    manners.iter().map(|manner| spelled(letters, *manner)).collect()
}

/// Whether `ъ` is a vowel here, as in Bulgarian: elsewhere it stands before `е`, `ё`, `ю` and `я` only.
fn hard_vowel(letters: &[char]) -> bool {
    letters
        .iter()
        .enumerate()
        .any(|(at, c)| *c == 'ъ' && letters.get(at + 1).is_some_and(|next| !"еёюя".contains(*next)))
}

fn spelled(letters: &[char], manner: Manner) -> Option<String> {
    let mut spelling = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let before = at.checked_sub(1).map(|at| letters[at]);
        let (taken, latin) = match group(rest, manner) {
            Some((taken, latin)) => (taken, latin),
            None => (1, one(rest[0], before, manner)?),
        };
        spelling.push_str(latin);
        at += taken;
    }
    Some(spelling)
}

/// Letters that are spelled together.
fn group(rest: &[char], manner: Manner) -> Option<(usize, &'static str)> {
    let last = |length: usize| rest.len() == length;
    let latin = match (manner, rest) {
        (Manner::Press, ['и' | 'ы', 'й', ..]) if last(2) => "y",
        (Manner::Press, ['к', 'с', ..]) => "x",
        (Manner::Ukrainian | Manner::UkrainianPassport, ['з', 'г', ..]) => "zgh",
        (Manner::J, ['д', 'ж', ..]) => "j",
        _ => return None,
    };
    Some((2, latin))
}

/// One letter after another.
fn one(c: char, before: Option<char>, manner: Manner) -> Option<&'static str> {
    use Manner as M;
    let opens = before.is_none_or(|before| "аеёиоуыэюяіїєўйъь'".contains(before));
    Some(match (manner, c) {
        (M::Russian, 'е') if opens => "ye",
        (M::Press, 'ё') => "yo",
        (M::Passport, 'й') => "i",
        (M::Passport, 'ю') => "iu",
        (M::Passport, 'я') => "ia",
        (M::Ukrainian | M::UkrainianPassport | M::Belarusian, 'г') => "h",
        (M::Ukrainian | M::UkrainianPassport, 'и') => "y",
        (M::UkrainianPassport, 'й' | 'ї') if before.is_some() => "i",
        (M::UkrainianPassport, 'є') if before.is_some() => "ie",
        (M::UkrainianPassport | M::Belarusian, 'ю') if before.is_some() => "iu",
        (M::UkrainianPassport | M::Belarusian, 'я') if before.is_some() => "ia",
        (M::Belarusian, 'ё') => "io",
        (M::Serbian | M::SerbianStroke, 'ж') => "z",
        (M::Serbian | M::SerbianStroke, 'ч') => "c",
        (M::Serbian | M::SerbianStroke, 'ш') => "s",
        (M::Serbian | M::SerbianStroke | M::Macedonian, 'х') => "h",
        (M::Serbian | M::SerbianStroke | M::Macedonian | M::C, 'ц') => "c",
        (M::SerbianStroke, 'ђ') => "d",
        (M::Macedonian, 'ѓ') => "g",
        (M::Macedonian, 'ќ') => "k",
        (M::Bulgarian | M::BulgarianOlder, 'щ') => "sht",
        (M::Bulgarian | M::BulgarianOlder, 'х') => "h",
        (M::Bulgarian, 'ъ') => "a",
        (M::BulgarianOlder, 'ъ') => "u",
        (M::J, 'ж') => "j",
        _ => letter(c)?,
    })
}

/// What a letter is in most systems; nothing for one that is not known.
pub fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' | 'ѫ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ҝ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'ѣ' | 'ѐ' => "e",
        'ж' | 'ӂ' => "zh",
        'з' | 'ҙ' => "z",
        'и' | 'і' | 'ӣ' | 'ѝ' | 'ѵ' => "i",
        'й' | 'ы' => "y",
        'к' | 'ҟ' | 'ӄ' | 'ҡ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ӈ' => "n",
        'о' | 'ө' | 'ӧ' => "o",
        'п' | 'ҧ' => "p",
        'р' => "r",
        'с' | 'ҫ' => "s",
        'т' | 'ҭ' => "t",
        'у' | 'ў' | 'ұ' | 'ү' | 'ӯ' | 'ӱ' => "u",
        'ф' | 'ѳ' => "f",
        'х' => "kh",
        'ц' | 'ҵ' => "ts",
        'ч' | 'ҽ' | 'ӌ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' | 'ӏ' => "",
        'ю' => "yu",
        'я' => "ya",
        'ї' => "yi",
        'є' => "ye",
        'ђ' => "dj",
        'ѓ' => "gj",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'ќ' => "kj",
        'џ' => "dz",
        'ѕ' | 'ӡ' => "dz",
        'ғ' | 'ҕ' | 'ӷ' => "gh",
        'қ' | 'ԛ' => "q",
        'ң' | 'ҥ' | 'ӊ' => "ng",
        'һ' | 'ҳ' => "h",
        'ҷ' | 'җ' | 'ҹ' => "j",
        'ԝ' => "w",
        'ӕ' => "ae",
        '0'..='9' => digit(c)?[0],
        _ => return None,
    })
}
