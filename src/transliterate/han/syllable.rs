//! The syllables of Mandarin: an initial and a final, and how pinyin and Wade-Giles write them.

/// Initials as pinyin writes them; `y` and `w`, which begin syllables without one, are among them.
pub const INITIALS: [&str; 24] = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s",
    "y", "w",
];

/// Finals as pinyin writes them, with `v` for the vowel of `nü`.
pub const FINALS: [&str; 34] = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao", "ie", "in", "ing",
    "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "v", "ve",
];

/// A syllable, as places in [`INITIALS`] and [`FINALS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syllable {
    /// The place of its initial.
    pub initial: u8,
    /// The place of its final.
    pub last: u8,
}

impl Syllable {
    /// A syllable in pinyin, without its tone. The build script packs the table with it; the library has no use for it.
    #[allow(dead_code)]
    pub fn parse(pinyin: &str) -> Option<Syllable> {
        (0..INITIALS.len()).rev().find_map(|initial| {
            let rest = pinyin.strip_prefix(INITIALS[initial])?;
            let last = FINALS.iter().position(|last| *last == rest)?;
            Some(Syllable { initial: initial as u8, last: last as u8 })
        })
    }

    fn letters(self) -> (&'static str, &'static str) {
        let at = |table: &[&'static str], place: u8| table.get(usize::from(place)).copied().unwrap_or_default();
        (at(&INITIALS, self.initial), at(&FINALS, self.last))
    }

    /// In pinyin, with what stands for `ü` (`u`, `v` or `yu`).
    pub fn pinyin(self, umlaut: &str) -> String {
        let (initial, last) = self.letters();
        format!("{initial}{}", last.replace('v', umlaut))
    }

    /// In Wade-Giles, without apostrophes and diacritics.
    pub fn wade_giles(self) -> String {
        let (initial, last) = self.letters();
        match (initial, last) {
            ("zh" | "ch", "i") => return "chih".into(),
            ("sh", "i") => return "shih".into(),
            ("r", "i") => return "jih".into(),
            ("z" | "c", "i") => return "tzu".into(),
            ("s", "i") => return "szu".into(),
            ("y", "ou") => return "yu".into(),
            _ => {}
        }
        let first = match initial {
            "b" => "p",
            "d" => "t",
            "g" => "k",
            "j" | "q" | "zh" | "ch" => "ch",
            "x" => "hs",
            "r" => "j",
            "z" | "c" => "ts",
            same => same,
        };
        let rest = match (initial, last) {
            (_, "ong") => "ung",
            (_, "iong") => "iung",
            (_, "ian") => "ien",
            ("y", "an") => "en",
            ("y", "e") => "eh",
            (_, "ie") => "ieh",
            (_, "ue" | "ve") => "ueh",
            (_, "er") => "erh",
            (_, "v") => "u",
            ("" | "g" | "k" | "h", "e") => "o",
            ("g" | "k", "ui") => "uei",
            ("g" | "k" | "h" | "sh", "uo") => "uo",
            (_, "uo") => "o",
            (_, same) => same,
        };
        format!("{first}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wade_giles_as_it_was_printed() {
        for (pinyin, printed) in [
            ("mao", "mao"),
            ("ze", "tse"),
            ("dong", "tung"),
            ("zhou", "chou"),
            ("xiao", "hsiao"),
            ("jie", "chieh"),
            ("shi", "shih"),
            ("guo", "kuo"),
            ("luo", "lo"),
            ("yan", "yen"),
            ("you", "yu"),
            ("ren", "jen"),
            ("gui", "kuei"),
        ] {
            assert_eq!(Syllable::parse(pinyin).unwrap().wade_giles(), printed, "{pinyin}");
        }
    }

    #[test]
    fn a_syllable_is_written_as_it_was_read() {
        for pinyin in ["a", "er", "zhuang", "shi", "lve", "nv", "yuan", "wo", "xiong"] {
            assert_eq!(Syllable::parse(pinyin).unwrap().pinyin("v"), pinyin);
        }
        assert_eq!(Syllable::parse("kim"), None);
    }
}
