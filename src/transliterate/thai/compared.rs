//! A Thai word → the letters that are compared, in the order in which they are said.
//!
//! Thai writes some vowels before their consonant, some around it, and tones above; a vowel of several signs becomes one or
//! two letters here, named in [`IA`] and below it. Letters that a sign silences (`จันทร์`, Chan, and Chandra to some) stay, each
//! with the sign behind it. Order and values follow the Royal Thai General System of Transcription (1999).

/// The sign that silences the letter before it.
pub const SILENCE: char = '์';
/// `เ◌ีย`: i and a.
const IA: &str = "ีะ";
/// `เ◌ือ`.
const UEA: &str = "ืะ";
/// `◌ัว`.
const UA: &str = "ูะ";
/// `เ◌า`.
const AO: &str = "าว";
/// `เ◌ิ` and `เ◌อ`; the letter stands in no name of its own.
pub const OE: char = 'ๅ';
/// `รร`, which is a, an or ar; as above.
pub const RR: char = 'ฦ';

const TONES: [char; 4] = ['่', '้', '๊', '๋'];
/// `ทร` is s in these words.
const SIBILANT: [&str; 6] = ["ทรัพ", "ทราย", "ทรง", "ทรวง", "ทรุด", "ไทร"];

/// A letter, and whether a sign silences it.
#[derive(Clone, Copy)]
struct Letter {
    sign: char,
    silent: bool,
}

/// The signs of a word without tones and with western digits.
pub fn toneless(native: &str) -> String {
    let signs = native.chars().filter(|c| !TONES.contains(c) && *c != 'ฯ' && *c != 'ๆ');
    let digits = signs.map(|c| match c {
        '๐'..='๙' => char::from(b'0' + (c as u32 - 0xe50) as u8),
        other => other,
    });
    // Compatibility decomposition has taken `ำ` apart.
    digits.collect::<String>().replace("\u{e4d}า", "ำ")
}

/// The letters of a word without tones; nothing for one that is no Thai word.
pub fn letters(toneless: &str) -> Option<String> {
    let sibilant = |text: String, word: &&str| text.replace(*word, &word.replace("ทร", "ซ"));
    let text = SIBILANT.iter().fold(toneless.to_owned(), sibilant);
    let mut word = Word { letters: silenced(&text), compared: String::new() };
    let mut at = 0;
    while at < word.letters.len() {
        at = word.read(at)?;
    }
    (!word.compared.is_empty()).then_some(word.compared)
}

/// Letters, each with whether it is silent: with a consonant its vowel sign is, and the consonant before `ร` and `ณ`.
fn silenced(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for sign in text.chars() {
        if sign != SILENCE {
            letters.push(Letter { sign, silent: false });
            continue;
        }
        let vowel = letters.last().is_some_and(|letter| matches!(letter.sign, 'ิ' | 'ุ'));
        let mut count = 1 + usize::from(vowel);
        let signs = letters.iter().rev().map(|letter| letter.sign).skip(count - 1).take(2).collect::<Vec<_>>();
        if matches!(signs[..], ['ร', 'ท' | 'ต' | 'ด' | 'ธ' | 'ก' | 'ค'] | ['ณ', 'ษ']) && letters.len() > count + 2
        {
            count += 1;
        }
        letters.iter_mut().rev().take(count).for_each(|letter| letter.silent = true);
    }
    letters
}

struct Word {
    letters: Vec<Letter>,
    compared: String,
}

impl Word {
    /// The letter at a place, if it is said.
    fn said(&self, at: usize) -> Option<char> {
        self.letters.get(at).filter(|letter| !letter.silent).map(|letter| letter.sign)
    }

    fn is_consonant(&self, at: usize) -> bool {
        self.said(at).is_some_and(is_consonant)
    }

    fn is_vowel_sign(&self, at: usize) -> bool {
        self.said(at).is_some_and(is_vowel_sign)
    }

    /// Reads what begins at a place; the place behind it.
    fn read(&mut self, at: usize) -> Option<usize> {
        let Letter { sign, silent } = self.letters[at];
        let next = self.said(at + 1);
        if silent {
            self.compared.extend([sign, SILENCE]);
            return Some(at + 1);
        }
        match sign {
            'เ' | 'แ' | 'โ' | 'ใ' | 'ไ' => return self.led(at),
            'ร' if next == Some('ร') && !self.compared.is_empty() => {
                self.compared.push(RR);
                return Some(at + 2);
            }
            'ั' if next == Some('ว') && !self.is_vowel_sign(at + 2) => {
                self.compared.push_str(UA);
                return Some(at + 2);
            }
            'ื' if next == Some('อ') && !self.is_vowel_sign(at + 2) => {
                self.compared.push('ื');
                return Some(at + 2);
            }
            'ฤ' if next == Some(OE) => {
                self.compared.push('ฤ');
                return Some(at + 2);
            }
            '็' => {}
            'ห' if self.compared.is_empty() && next.is_some_and(is_sonorant) && at + 2 < self.letters.len() => {}
            // It carries a vowel, which is written or the implicit one; else it is a vowel.
            'อ' if self.is_vowel_sign(at + 1) => {}
            'อ' if self.compared.is_empty() => {
                if next != Some('ย') {
                    self.compared.push('ะ');
                }
            }
            // After a short vowel a doubled consonant is no second one.
            _ if is_consonant(sign) => {
                let before = self.compared.strip_suffix(sign);
                if !before.is_some_and(|before| before.ends_with(['ั', 'ิ', 'ุ'])) {
                    self.compared.push(sign);
                }
            }
            _ if is_vowel_sign(sign) && !self.compared.is_empty() => self.compared.push(sign),
            // A vowel whose carrier was dropped opens the word.
            _ if is_vowel_sign(sign) && at > 0 => self.compared.push(sign),
            _ if sign.is_ascii_alphanumeric() => self.compared.push(sign),
            _ => return None,
        }
        Some(at + 1)
    }

    /// Reads a vowel that stands before its consonants.
    fn led(&mut self, at: usize) -> Option<usize> {
        if !self.is_consonant(at + 1) {
            return None;
        }
        let lead = if self.letters[at].sign == 'ใ' { 'ไ' } else { self.letters[at].sign };
        let onset = 1 + usize::from(self.is_consonant(at + 2) && self.opens_with_two(lead, at + 1));
        for place in at + 1..=at + onset {
            let consonant = self.letters[place].sign;
            let carrier = consonant == 'อ' || (consonant == 'ห' && onset == 2 && place == at + 1);
            if !carrier {
                self.compared.push(consonant);
            }
        }
        let after = at + 1 + onset;
        let (vowel, taken) = self.around(lead, after);
        self.compared.push_str(&vowel);
        Some(after + taken)
    }

    /// Whether the vowel that leads the consonants at these two places belongs to both.
    fn opens_with_two(&self, lead: char, first: usize) -> bool {
        let [Some(one), Some(two)] = [self.said(first), self.said(first + 1)] else { return false };
        let pair = is_cluster(one, two);
        let after = first + 2;
        if self.is_vowel_sign(after) || self.said(after) == Some('อ') {
            let (vowel, taken) = self.around(lead, after);
            return match vowel.as_str() {
                IA | UEA => true,
                AO => pair,
                _ if vowel.starts_with(OE) && self.said(after) == Some('ิ') => pair || matches!(two, 'ร' | 'ล'),
                _ if vowel.starts_with(OE) => after + 1 == self.letters.len(),
                _ => pair && taken > 0,
            };
        }
        if self.is_consonant(after) {
            return pair && (lead == 'ไ' || !self.is_vowel_sign(after + 1));
        }
        pair && matches!((lead, two), ('ไ', _) | ('โ', 'ร') | ('แ', 'ล' | 'ร'))
    }

    /// The vowel that a leading sign is, with what stands behind its consonants, and how many signs that is.
    fn around(&self, lead: char, after: usize) -> (String, usize) {
        let [one, two] = [self.said(after), self.said(after + 1)];
        let free = |at: usize| !self.is_vowel_sign(at);
        let (vowel, taken) = match (lead, one, two) {
            ('เ', Some('ี'), Some('ย')) if free(after + 2) => (IA, 2),
            ('เ', Some('ื'), Some('อ')) if free(after + 2) => (UEA, 2),
            ('เ', Some('า'), Some('ะ')) => ("อ", 2),
            ('เ', Some('า'), _) => (AO, 1),
            ('เ', Some('ิ'), _) => ("ๅ", 1),
            ('เ', Some('อ'), _) if free(after + 1) => ("ๅ", 1),
            ('เ', Some('ย'), _) if free(after + 1) => ("ๅย", 1),
            ('ไ', Some('ย'), _) if free(after + 1) => ("ไ", 1),
            (_, Some('ะ' | '็'), _) => return (lead.to_string(), 1),
            _ => return (lead.to_string(), 0),
        };
        (vowel.to_owned(), taken)
    }
}

pub fn is_consonant(c: char) -> bool {
    ('ก'..='ฮ').contains(&c) && !matches!(c, 'ฤ' | RR)
}

fn is_vowel_sign(c: char) -> bool {
    matches!(c, 'ะ' | 'ั' | 'า' | 'ำ' | 'ิ' | 'ี' | 'ึ' | 'ื' | 'ุ' | 'ู' | '็' | 'ฤ')
}

fn is_sonorant(c: char) -> bool {
    matches!(c, 'ง' | 'ญ' | 'น' | 'ม' | 'ย' | 'ร' | 'ล' | 'ว')
}

/// Whether two consonants open a syllable together.
pub fn is_cluster(one: char, two: char) -> bool {
    match one {
        'ก' | 'ข' | 'ค' => matches!(two, 'ร' | 'ล' | 'ว'),
        'ป' | 'พ' | 'ผ' | 'บ' | 'ฟ' => matches!(two, 'ร' | 'ล'),
        'ต' | 'ท' | 'ด' | 'ศ' | 'ส' | 'จ' => two == 'ร',
        'ห' => is_sonorant(two),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(word: &str) -> Option<String> {
        letters(&toneless(&crate::normalise::words(word).remove(0).text))
    }

    #[test]
    fn letters_stand_as_they_are_said() {
        for (word, expected) in [
            ("เปรม", "ปรเม"),
            ("เจริญ", "จรๅญ"),
            ("เมธินี", "มเธินี"),
            ("เสถียร", "สถีะร"),
            ("เรือง", "รืะง"),
            ("บัว", "บูะ"),
            ("เผ่า", "ผาว"),
            ("เสนา", "สเนา"),
            ("ไทย", "ทไ"),
            ("โกวิทย์", "กโวิทย์"),
            ("ไกร", "กรไ"),
            ("หลีก", "ลีก"),
            ("อนุทิน", "ะนุทิน"),
            ("เอก", "เก"),
            ("ธรรม", "ธฦม"),
            ("จำลอง", "จำลอง"),
            ("จันทร์โอชา", "จันท์ร์โชา"),
            ("พันธุ์", "พันธ์ุ์"),
            ("ทรัพย์", "ซัพย์"),
            ("๑๒", "12"),
        ] {
            assert_eq!(compared(word).as_deref(), Some(expected), "{word}");
        }
    }

    #[test]
    fn signs_without_their_letters_are_not_read() {
        for word in ["ะ", "เ", "เะ", "ิก", "กເ"] {
            assert_eq!(letters(word), None, "{word}");
        }
    }
}
