//! Hangul syllables → Latin spellings.
//!
//! A syllable is its initial, its vowel and its final by arithmetic (The Unicode Standard, 3.12, "Conjoining Jamo Behavior").
//! A person's name of three syllables is a family name of one and a given name of two; lists write the two as `Yong Gil`,
//! `Yong-gil` or `Yonggil`, and as one word they meet all three and no two syllables in another order. Spellings follow
//! the Revised Romanization (2000), McCune-Reischauer (1939), the DPRK's own system (1992), and what South Korean
//! passports bear; nobody mixes them freely, so a word is spelled once in each.

use super::Romanised;
use super::known::{self, Piece};
use crate::name::Reading;

const FIRST_SYLLABLE: u32 = 0xac00;
const LAST_SYLLABLE: u32 = 0xd7a3;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// Family names and how their bearers write them, the most usual first. Those of two syllables stand first.
/// Source: the family names of the 2015 census of Korea that a thousand people or more bear, with the spellings of
/// the National Institute of Korean Language's survey of passports (2015) and those of the DPRK on the UN's list.
const FAMILY_NAMES: &[(&str, &str)] = &[
    ("남궁", "namgung namkung namgoong"),
    ("황보", "hwangbo hwangpo"),
    ("제갈", "jegal chegal"),
    ("사공", "sagong sakong"),
    ("선우", "sonu seonu sunwoo"),
    ("독고", "tokko dokgo dokko"),
    ("동방", "tongbang dongbang"),
    ("김", "kim gim"),
    ("이", "yi lee i ri rhee"),
    ("리", "ri li lee yi rhee"),
    ("박", "pak park bak"),
    ("최", "choe choi"),
    ("촤", "choe choi chwa"),
    ("정", "jong chong jung jeong chung"),
    ("강", "kang gang"),
    ("조", "jo cho"),
    ("윤", "yun yoon"),
    ("장", "jang chang djang"),
    ("임", "im lim yim rim"),
    ("림", "rim lim im"),
    ("한", "han"),
    ("오", "o oh"),
    ("서", "so seo suh"),
    ("신", "sin shin"),
    ("권", "kwon gwon"),
    ("황", "hwang"),
    ("안", "an ahn"),
    ("송", "song"),
    ("전", "jon chon jeon chun"),
    ("홍", "hong"),
    ("유", "yu yoo ryu"),
    ("류", "ryu yu yoo"),
    ("고", "ko go koh"),
    ("문", "mun moon"),
    ("양", "yang ryang"),
    ("량", "ryang yang"),
    ("손", "son sohn"),
    ("배", "pae bae"),
    ("백", "paek baek paik"),
    ("허", "ho heo hur huh"),
    ("남", "nam"),
    ("심", "sim shim"),
    ("노", "no roh noh ro"),
    ("로", "ro roh no"),
    ("하", "ha"),
    ("곽", "kwak gwak"),
    ("성", "song seong sung"),
    ("차", "cha"),
    ("주", "ju chu joo"),
    ("우", "u woo wu"),
    ("구", "ku gu koo"),
    ("나", "na ra rha"),
    ("라", "ra na"),
    ("민", "min"),
    ("진", "jin chin"),
    ("지", "ji chi"),
    ("엄", "om eom um"),
    ("채", "chae"),
    ("원", "won"),
    ("천", "chon cheon chun"),
    ("방", "pang bang"),
    ("공", "kong gong"),
    ("현", "hyon hyeon hyun"),
    ("함", "ham"),
    ("변", "pyon byeon byun"),
    ("염", "yom yeom ryom"),
    ("렴", "ryom yom"),
    ("여", "yo yeo ryo"),
    ("려", "ryo yo"),
    ("추", "chu choo"),
    ("도", "to do"),
    ("소", "so"),
    ("석", "sok seok suk"),
    ("선", "son seon sun"),
    ("설", "sol seol sul"),
    ("마", "ma"),
    ("길", "kil gil"),
    ("연", "yon yeon ryon"),
    ("위", "wi"),
    ("표", "pyo"),
    ("명", "myong myeong myung"),
    ("기", "ki gi"),
    ("반", "pan ban"),
    ("왕", "wang"),
    ("금", "kum geum keum"),
    ("옥", "ok"),
    ("육", "yuk ryuk"),
    ("인", "in"),
    ("맹", "maeng"),
    ("제", "je che"),
    ("모", "mo"),
    ("탁", "tak thak"),
    ("국", "kuk guk kook"),
    ("어", "o eo uh"),
    ("은", "un eun"),
    ("편", "pyon pyeon"),
    ("용", "yong ryong"),
    ("예", "ye"),
    ("봉", "pong bong"),
    ("경", "kyong gyeong kyung"),
    ("사", "sa"),
    ("부", "pu bu boo"),
    ("가", "ka ga"),
    ("복", "pok bok"),
    ("태", "thae tae"),
    ("목", "mok"),
    ("형", "hyong hyeong hyung"),
    ("피", "phi pi"),
    ("두", "tu du doo"),
    ("감", "kam gam"),
    ("동", "tong dong"),
    ("온", "on"),
    ("호", "ho"),
    ("범", "pom beom bum"),
    ("좌", "jwa chwa"),
    ("팽", "phaeng paeng"),
    ("승", "sung seung"),
    ("간", "kan gan"),
    ("상", "sang"),
    ("시", "si shi"),
    ("갈", "kal gal"),
    ("단", "tan dan"),
    ("계", "kye gye"),
];

/// Words of organisations that lists give in English, and the names of places, which stand as words of their own.
/// Source: the DPRK's organisations on the UN's and the EU's lists in both writings.
const KNOWN: &[(&str, &str)] = &[
    ("조선 민주주의 인민 공화국", "korea democratic people republic"),
    ("조선", "korea/joson/choson"),
    ("대한 민국", "korea republic"),
    ("한국", "korea/hanguk"),
    ("평양", "pyongyang"),
    ("인민군", "army"),
    ("인민", "people"),
    ("무역", "trading/trade/muyok"),
    ("총 회사", "general corporation/company/hoesa"),
    ("주식 회사", "stock company"),
    ("유한 회사", "limited company"),
    ("회사", "corporation/company/hoesa"),
    ("국제", "international"),
    ("은행", "bank"),
    ("해운", "shipping"),
    ("선박", "ship"),
    ("그룹", "group"),
    ("총국", "bureau"),
    ("연합", "united"),
    ("련합", "united"),
    ("광업", "mining"),
    ("광산", "mine"),
    ("개발", "development"),
    ("발전", "development"),
    ("금융", "financial"),
    ("보험", "insurance"),
    ("기술", "technology"),
    ("과학", "science"),
    ("대학", "university"),
    ("연구소", "research"),
    ("건설", "construction"),
    ("전람", "exhibition"),
    ("합영", "joint"),
    ("합작", "joint"),
    ("원자력", "nuclear"),
    ("핵", "nuclear"),
    ("공업부", "ministry"),
    ("중앙", "central"),
    ("항공", "air"),
    ("관광", "travel"),
    ("석탄", "coal"),
    ("석유", "oil"),
    ("기계", "machinery"),
    ("전자", "electronics"),
    ("수산", "fisheries"),
    ("소년단", "children"),
    ("야영소", "camp"),
];

/// One system: its spellings of the letters in which the systems differ.
struct System {
    /// ㄱ ㄷ ㅂ ㅈ at the beginning.
    plain: [&'static str; 4],
    /// The same between voiced sounds.
    voiced: [&'static str; 4],
    /// ㅓ, ㅕ, ㅡ.
    vowels: [&'static str; 3],
    /// ㅕ without a consonant before it.
    bare: &'static str,
}

const UNVOICED: [&str; 4] = ["k", "t", "p", "j"];
const VOICED: [&str; 4] = ["g", "d", "b", "j"];
const REISCHAUER: [&str; 4] = ["k", "t", "p", "ch"];
const SHORT: [&str; 3] = ["o", "yo", "u"];

const SYSTEMS: [System; 6] = [
    System { plain: UNVOICED, voiced: VOICED, vowels: SHORT, bare: "yo" }, // DPRK, the name as one word
    System { plain: VOICED, voiced: VOICED, vowels: ["eo", "yeo", "eu"], bare: "yeo" }, // Revised Romanization
    System { plain: UNVOICED, voiced: UNVOICED, vowels: SHORT, bare: "yo" }, // DPRK, syllable by syllable
    System { plain: ["k", "d", "b", "j"], voiced: ["k", "d", "b", "j"], vowels: ["u", "yu", "eu"], bare: "you" }, // passports
    System { plain: REISCHAUER, voiced: VOICED, vowels: SHORT, bare: "yo" }, // McCune-Reischauer, as one word
    System { plain: REISCHAUER, voiced: REISCHAUER, vowels: SHORT, bare: "yo" }, // the same, syllable by syllable
];

/// Reads a word of a name of several; nothing for letters that are not known here.
pub fn romanise(_raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    match reading {
        Reading::Person => person(native, false),
        Reading::Organisation => organisation(native),
    }
}

/// Reads a word that is the whole name: two syllables are then a family and a given name.
pub fn whole(_raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    match reading {
        Reading::Person => person(native, true),
        Reading::Organisation => organisation(native),
    }
}

fn person(native: &str, whole: bool) -> Option<Vec<Romanised>> {
    let syllables = native.chars().count();
    let family = FAMILY_NAMES.iter().find(|(family, _)| {
        let rest = syllables.saturating_sub(family.chars().count());
        native.starts_with(family) && (rest == 0 || rest == 2 || (rest == 1 && (whole || family.chars().count() > 1)))
    });
    match family {
        // A syllable alone is a family name as often as a given one; two names of two syllables are not alone.
        Some((family, spellings)) => {
            let mut parts = vec![known::part(family, spellings.split(' ').map(str::to_owned).collect())];
            if native.len() > family.len() {
                parts.push(word(&native[family.len()..])?);
            } else {
                for spelling in word(family)?.spellings {
                    known::push(&mut parts[0].spellings, spelling);
                }
            }
            Some(parts)
        }
        None => Some(vec![word(native)?]),
    }
}

fn organisation(native: &str) -> Option<Vec<Romanised>> {
    let mut parts = Vec::new();
    for piece in known::pieces(native, KNOWN) {
        match piece {
            Piece::Known(part) => parts.push(part),
            Piece::Plain(text) => parts.push(known::part(&text, vec![text.clone()])),
            Piece::Other(text) => parts.push(word(&text)?),
        }
    }
    Some(parts)
}

/// A run of syllables as one word, spelled in each system.
fn word(native: &str) -> Option<Romanised> {
    let mut spellings = Vec::new();
    for system in &SYSTEMS {
        known::push(&mut spellings, spell(native, system)?);
    }
    Some(known::part(native, spellings))
}

fn spell(native: &str, system: &System) -> Option<String> {
    let mut latin = String::new();
    let mut before = None;
    for syllable in native.chars() {
        if syllable.is_ascii_alphanumeric() {
            latin.push(syllable);
            before = None;
            continue;
        }
        let code = syllable as u32;
        if !(FIRST_SYLLABLE..=LAST_SYLLABLE).contains(&code) {
            return None;
        }
        let code = code - FIRST_SYLLABLE;
        let (initial, vowel, last) = (code / (VOWELS * FINALS), code / FINALS % VOWELS, code % FINALS);
        // Voiced is what follows a vowel, ㄴ, ㄹ, ㅁ or ㅇ.
        let voiced = matches!(before, Some(0 | 4 | 8 | 16 | 21));
        let plain = if voiced { &system.voiced } else { &system.plain };
        latin.push_str(match initial {
            0 => plain[0],
            1 => "kk",
            2 => "n",
            3 => plain[1],
            4 => "tt",
            5 if before == Some(8) => "l",
            5 => "r",
            6 => "m",
            7 => plain[2],
            8 => "pp",
            9 => "s",
            10 => "ss",
            11 => "",
            12 => plain[3],
            13 => "jj",
            14 => "ch",
            15 => "k",
            16 => "t",
            17 => "p",
            _ => "h",
        });
        latin.push_str(match vowel {
            0 => "a",
            1 => "ae",
            2 => "ya",
            3 => "yae",
            4 => system.vowels[0],
            5 => "e",
            6 if initial == 11 => system.bare,
            6 => system.vowels[1],
            7 => "ye",
            8 => "o",
            9 => "wa",
            10 => "wae",
            11 => "oe",
            12 => "yo",
            13 => "u",
            14 => "wo",
            15 => "we",
            16 => "wi",
            17 => "yu",
            18 => system.vowels[2],
            19 => "ui",
            _ => "i",
        });
        latin.push_str(match last {
            0 => "",
            1..=3 | 9 | 24 => "k",
            4..=6 => "n",
            8 | 11..=13 | 15 => "l",
            10 | 16 => "m",
            14 | 17 | 18 | 26 => "p",
            21 => "ng",
            27 => "h",
            _ => "t",
        });
        before = Some(last);
    }
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(native: &str, reading: Reading) -> Vec<Vec<String>> {
        whole(native, native, reading).unwrap().into_iter().map(|part| part.spellings).collect()
    }

    #[test]
    fn people_as_their_names_are_printed() {
        for (native, family, given) in [
            ("김정은", "kim", "jongun"),
            ("김정은", "kim", "jeongeun"),
            ("리영길", "ri", "yonggil"),
            ("리영길", "yi", "yongkil"),
            ("박근혜", "park", "geunhye"),
            ("문재인", "moon", "jaein"),
            ("윤석열", "yoon", "sukyoul"),
            ("최룡해", "choe", "ryonghae"),
            ("반기문", "ban", "kimun"),
            ("남궁민", "namkoong", "min"),
        ] {
            let parts = spellings(native, Reading::Person);
            assert_eq!(parts.len(), 2, "{native}");
            let near = |spellings: &[String], wanted: &str| {
                spellings.iter().any(|s| crate::sound::fold(s) == crate::sound::fold(wanted))
            };
            assert!(near(&parts[0], family) && near(&parts[1], given), "{native}: {parts:?}");
            assert!(parts.iter().all(|part| part.len() <= 6), "{native}: {parts:?}");
        }
    }

    #[test]
    fn a_given_name_apart_stays_one_word() {
        assert_eq!(romanise("현숙", "현숙", Reading::Person).unwrap().len(), 1);
        assert_eq!(spellings("송림", Reading::Person).len(), 2);
    }

    #[test]
    fn organisations_are_known_words_and_the_rest() {
        let parts = spellings("조선백호무역회사", Reading::Organisation);
        let first: Vec<&str> = parts.iter().map(|part| part[0].as_str()).collect();
        assert_eq!(first, ["korea", "paekho", "trading", "corporation"]);
    }

    #[test]
    fn letters_that_are_no_syllables_are_not_read() {
        assert_eq!(romanise("ㅋㅋ", "ㅋㅋ", Reading::Person), None);
    }
}
