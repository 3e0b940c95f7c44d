//! Cyrillic, Greek, Georgian and Armenian letters → Latin spellings.
//!
//! These scripts write their vowels, so that a word can be spelled out letter by letter. Where states, registries and
//! newspapers spell differently, a word has a few spellings, chosen so that the rest is near enough for spelling and
//! sound to do: `Дмитрий` is `dmitriy` and `dmitry`, and `Dmitri` sounds like both.

mod armenian;
mod cyrillic;
mod georgian;
mod greek;
mod inflected;
mod mixed;

pub use mixed::cyrillic_look;

use super::{Romanised, known};
use crate::name::Reading;
use crate::tables::Tables;
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

/// At most so many spellings a word: each is compared with every word of the other side.
const MOST_SPELLINGS: usize = 4;

/// Reads a word; nothing for letters that are not known here.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    let letters = letters(raw);
    if let Some(title) = greek::title(native).filter(|_| reading == Reading::Person) {
        let spellings = vec![title.to_owned()];
        return Some(vec![Romanised { raw: raw.to_owned(), native: native.to_owned(), spellings, vowelless: false }]);
    }
    let mut spellings = match super::script_of(raw)? {
        _ if mixed::is_mixed(&letters) => mixed::spellings(native)?,
        Script::Cyrillic => cyrillic::spellings(&letters)?,
        Script::Greek => greek::spellings(&letters)?,
        Script::Georgian => georgian::spellings(&letters)?,
        Script::Armenian => armenian::spellings(&letters)?,
        _ => return None,
    };
    // A soft sign alone is no word; it stays what it is.
    spellings.retain(|spelling| !spelling.is_empty());
    let mut distinct: Vec<String> = Vec::with_capacity(MOST_SPELLINGS);
    for spelling in spellings {
        if !distinct.contains(&spelling) && distinct.len() < MOST_SPELLINGS {
            distinct.push(spelling);
        }
    }
    if reading != Reading::Person {
        let by_look: Vec<char> = letters.iter().map(|c| cyrillic_look(*c).unwrap_or(*c)).collect();
        for form in inflected::forms(&by_look) {
            // Official and of newspapers; the rest is near enough to one of them.
            let spellings = cyrillic::spellings(&form).into_iter().flatten();
            spellings.take(2).for_each(|spelling| known::push(&mut distinct, spelling));
        }
        // By a place that is known two branches are told apart.
        distinct.sort_by_key(|spelling| Tables::get().place(spelling).is_none());
    }
    let part = Romanised { raw: raw.to_owned(), native: native.to_owned(), spellings: distinct, vowelless: false };
    (!part.spellings.is_empty()).then(|| vec![part])
}

/// The letters and digits of a word as written, in lower case, without stress marks and apostrophes; `й` and `ё` stay
/// letters of their own.
fn letters(raw: &str) -> Vec<char> {
    let known = |c: char| match c.script() {
        // Stress marks make no letter of their own, breves and diaereses do.
        Script::Cyrillic => cyrillic::letter(c).is_some(),
        _ => false,
    };
    raw.chars()
        .flat_map(char::to_lowercase)
        .flat_map(|c| match known(c) {
            true => vec![c],
            false => c.nfd().collect(),
        })
        .filter(|c| c.is_alphanumeric() && c.script() != Script::Common || c.is_ascii_digit())
        .collect()
}

/// A letter that is the same in every script here: digits, and Latin letters among others.
fn plain(c: char) -> Option<String> {
    c.is_ascii_alphanumeric().then(|| c.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spellings of a word, the most usual first.
    fn spellings(word: &str) -> Vec<String> {
        let written = crate::normalise::words(word).remove(0);
        romanise(&written.raw, &written.text, Reading::Person).unwrap().remove(0).spellings
    }

    #[test]
    fn names_known_from_newspapers() {
        for (word, spelled) in [
            ("Путин", "putin"),
            ("Дмитрий", "dmitry"),
            ("Дмитрий", "dmitriy"),
            ("Евгений", "yevgeniy"),
            ("Евгений", "evgeny"),
            ("Юлия", "iuliia"),
            ("Горбачёв", "gorbachev"),
            ("Фёдор", "fyodor"),
            ("Хрущёв", "khrushchev"),
            ("Алексей", "alexey"),
            ("Джапаров", "japarov"),
            ("Зеленський", "zelenskyy"),
            ("Володимир", "volodymyr"),
            ("Гончар", "honchar"),
            ("Згурський", "zghurskyy"),
            ("Лукашэнка", "lukashenka"),
            ("Аляксандр", "aliaksandr"),
            ("Вучић", "vucic"),
            ("Ђоковић", "djokovic"),
            ("Ђоковић", "dokovic"),
            ("Груевски", "gruevski"),
            ("Първанов", "parvanov"),
            ("Щерев", "shterev"),
            ("Қасым", "qasym"),
            ("Назарбаев", "nazarbayev"),
            ("Рахмон", "rakhmon"),
            ("Цахиагийн", "tsakhiagiyn"),
            ("Παπανδρέου", "papandreou"),
            ("Τσίπρας", "tsipras"),
            ("Μπακογιάννης", "bakogiannis"),
            ("Ευάγγελος", "evangelos"),
            ("Χρήστος", "christos"),
            ("საბჭო", "sabcho"),
            ("ივანიშვილი", "ivanishvili"),
            ("სააკაშვილი", "saakashvili"),
            ("Փաշինյան", "pashinyan"),
            ("Սարգսյան", "sargsyan"),
            ("Երևան", "yerevan"),
            ("Ոսկանյան", "voskanyan"),
            ("Խուդավերդյան", "khudaverdyan"),
        ] {
            let found = spellings(word);
            assert!(found.iter().any(|s| s == spelled), "{word} {spelled}: {found:?}");
            assert!(found.len() <= MOST_SPELLINGS);
        }
    }

    #[test]
    fn legal_forms_come_out_as_their_latin_abbreviations() {
        for (word, spelled) in [
            ("ООО", "ooo"),
            ("ТОО", "too"),
            ("АО", "ao"),
            ("ПАО", "pao"),
            ("ОАО", "oao"),
            ("ЗАО", "zao"),
            ("ТОВ", "tov"),
        ] {
            assert_eq!(spellings(word)[0], spelled);
        }
    }

    #[test]
    fn greek_titles_are_titles() {
        assert_eq!(spellings("Συνταγματάρχης"), ["colonel"]);
        assert_eq!(spellings("ΣΤΡΑΤΗΓΌΣ"), ["general"]);
    }

    #[test]
    fn letters_that_only_look_latin_are_read_by_look_and_by_sound() {
        assert_eq!(spellings("Pуtin"), ["pytin", "putin"]);
        assert_eq!(spellings("Рutin"), ["putin", "rutin"], "the Cyrillic letter stands first");
        assert_eq!(spellings("Βank"), ["bank", "vank"], "a Greek capital");
    }

    #[test]
    fn no_letter_of_the_languages_goes_unread() {
        for alphabet in [
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
            "абвгдђежзијклљмнњопрстћуфхцчџш",
            "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
            "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
            "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
            "абвгғдеёжзийкқлмнопрстуўфхҳцчшъьэюя",
            "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
            "аәбвгдеёжҗзийклмнңоөпрстуүфхһцчшщъыьэюя",
            "аӕбвгдеёжзийклмнопрстуфхцчшщъыьэюяӏ",
            "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
            "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
            "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքևօֆ",
        ] {
            for letter in alphabet.chars() {
                // Between two letters that are certain, since signs alone are no words.
                let base = alphabet.chars().next().unwrap_or_default();
                for word in [format!("{base}{letter}{base}"), format!("{base}{letter}{base}").to_uppercase()] {
                    assert!(!spellings(&word).is_empty(), "{word}");
                }
            }
        }
    }
}
