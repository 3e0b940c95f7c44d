//! Several names in one text, pulled apart: some lists put all spellings of an alias, or all aliases, into one field.
//!
//! A wrong cut must not lose a name, so whoever pulls a text apart keeps the whole of it as a fact. The cuts are careful: a
//! comma before a legal form or a small letter belongs to the name, and so does one in quotes or brackets.

use super::script;
use super::words::even;

/// What parts the names of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parted {
    /// Semicolons alone; a comma may stand in a name.
    BySemicolons,
    /// Semicolons, commas, and `or`, `and` and `/` beside letters that are not Latin.
    ByCommas,
}

/// Words with a colon that stand before a native spelling.
const LANGUAGES: [&str; 9] = [
    "Belarusian",
    "Belarussian",
    "Russian",
    "Ukrainian",
    "Arabic",
    "Persian",
    "Hebrew",
    "in Arabic script",
    "original script",
];

/// Legal forms that follow a name after a comma, or stand before it.
const FORMS: [&str; 27] = [
    "AO",
    "CO",
    "CO LTD",
    "FSUE",
    "GMBH",
    "INC",
    "JSC",
    "LIMITED",
    "LLC",
    "LTD",
    "OAO",
    "OJSC",
    "OOO",
    "PAO",
    "PJSC",
    "SA",
    "SC",
    "АО",
    "ЗАО",
    "МК",
    "НАО",
    "ОАО",
    "ООО",
    "ПАО",
    "САО",
    "ФГУП",
    "НЕКОММЕРЧЕСКОЕ ПАРТНЕРСТВО",
];

/// A longer text than any list has in such a field; it is not pulled apart.
const LONGEST: usize = 10_000;
/// How deep names may stand in brackets that stand in brackets.
const DEEPEST: usize = 3;

/// The names in a text, in their order; the text itself where it holds one name.
pub fn apart(text: &str, parted: Parted) -> Vec<String> {
    match text.len() <= LONGEST {
        true => at_level(text, parted, 0),
        false => vec![even(text)],
    }
}

fn at_level(text: &str, parted: Parted, level: usize) -> Vec<String> {
    let mut names = Vec::new();
    for piece in pieces(&unlabelled(text), &[';', '\u{61b}'], false) {
        for piece in numbered(&piece) {
            match parted {
                Parted::BySemicolons => unbracketed(&piece, parted, level, &mut names),
                Parted::ByCommas => {
                    for piece in at_words(&piece).iter().flat_map(|piece| at_commas(piece)) {
                        unbracketed(&piece, parted, level, &mut names);
                    }
                }
            }
        }
    }
    let mut distinct: Vec<String> = Vec::new();
    for name in names.iter().map(|name| tidy(name)).filter(|name| name.chars().any(char::is_alphanumeric)) {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    distinct
}

/// A semicolon in place of every label of a language, so that what follows it is a name of its own.
fn unlabelled(text: &str) -> String {
    let mut text = even(&text.replace('\u{a0}', " ").replace("(original script)", " "));
    for label in LANGUAGES {
        for colon in [format!("{label}:"), format!("{label} :")] {
            text = text.replace(&colon, "; ");
        }
    }
    text
}

/// Cuts at separators outside brackets, and outside quotes if they count. Brackets and quotes that do not pair off are
/// taken for ordinary signs.
fn pieces(text: &str, separators: &[char], quotes: bool) -> Vec<String> {
    let brackets = paired(text, '(', ')');
    let angled = quotes && paired(text, '«', '»');
    let curly = quotes && paired(text, '“', '”');
    let straight = quotes && text.matches('"').count().is_multiple_of(2);
    let (mut depth, mut quoted) = (0_usize, false);
    let mut pieces = vec![String::new()];
    for letter in text.chars() {
        match letter {
            '(' if brackets => depth += 1,
            ')' if brackets => depth = depth.saturating_sub(1),
            '«' if angled => depth += 1,
            '»' if angled => depth = depth.saturating_sub(1),
            '“' if curly => depth += 1,
            '”' if curly => depth = depth.saturating_sub(1),
            '"' if straight => quoted = !quoted,
            _ if depth == 0 && !quoted && separators.contains(&letter) => {
                pieces.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces.into_iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// Whether every sign that opens is followed by one that closes.
fn paired(text: &str, opening: char, closing: char) -> bool {
    let mut open = 0_usize;
    for letter in text.chars() {
        if letter == opening {
            open += 1;
        } else if letter == closing {
            let Some(fewer) = open.checked_sub(1) else { return false };
            open = fewer;
        }
    }
    open == 0
}

/// Cuts at ` b) ` and the like, with which some texts number their names.
fn numbered(text: &str) -> Vec<String> {
    let mut names: Vec<Vec<&str>> = vec![Vec::new()];
    for word in text.split(' ') {
        let numbers = word.len() == 2 && word.ends_with(')') && word.starts_with(|c: char| c.is_ascii_lowercase());
        match names.last_mut() {
            Some(name) if !numbers => name.push(word),
            _ => names.push(Vec::new()),
        }
    }
    names.into_iter().map(|words| words.join(" ")).filter(|name| !name.is_empty()).collect()
}

/// Cuts at the commas that stand between names.
fn at_commas(text: &str) -> Vec<String> {
    let cut = pieces(text, &[',', '،'], true);
    if let [family, given] = &cut[..]
        && !family.contains(' ')
        && given.contains(' ')
        && !latin(family)
        && !latin(given)
        && !form(given)
    {
        // `Баранов, Олег Анатольевич` is one person.
        return vec![text.to_owned()];
    }
    let mut names: Vec<String> = Vec::new();
    for piece in cut {
        let next = ["and ", "or "].iter().find_map(|word| piece.strip_prefix(word));
        let belongs = form(&piece) || next.is_none() && piece.starts_with(char::is_lowercase);
        match names.last_mut() {
            Some(before) if belongs || form(before) => *before = format!("{before}, {piece}"),
            _ => names.push(next.unwrap_or(&piece).to_owned()),
        }
    }
    names
}

/// Cuts at `or` and `and` and at strokes beside letters that are not Latin, and at `or` between two whole Latin names.
fn at_words(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((left, right)) = [" or ", " and ", "/"].into_iter().find_map(|separator| cut(rest, separator)) {
        names.push(left.to_owned());
        rest = right;
    }
    names.push(rest.to_owned());
    names
}

/// The two sides of the first separator that stands between names.
fn cut<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    text.match_indices(separator).find_map(|(at, _)| {
        let (left, right) = (text[..at].trim(), text[at + separator.len()..].trim());
        let whole = left.contains(' ') && right.contains(' ') && !text.contains('/');
        let native =
            !latin(left.rsplit(' ').next().unwrap_or_default()) || !latin(right.split(' ').next().unwrap_or_default());
        // A single word beside a name is a variant of a part of it: `Кніжонак or Кніжонак-Максімава`.
        let names = left.contains(' ') == right.contains(' ') || separator == "/";
        let open = paired(left, '(', ')') || !paired(text, '(', ')');
        let between = open && !left.is_empty() && !right.is_empty();
        (between && (native && names || separator == " or " && whole)).then_some((left, right))
    })
}

/// Takes the bracket at the end of a name for names of their own where it holds several, or one in another script; and a
/// native spelling for one that follows without a sign.
fn unbracketed(text: &str, parted: Parted, level: usize, names: &mut Vec<String>) {
    if let Some((outside, inside)) = closing_bracket(text)
        && level < DEEPEST
        && (script::of(outside) != script::of(inside) && inside.chars().any(char::is_alphabetic)
            || inside.contains(';'))
    {
        names.push(outside.to_owned());
        names.extend(at_level(inside, parted, level + 1));
        return;
    }
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let foreign = |word: &&str| !matches!(script::of(word), "Latin" | "Cyrillic" | "Greek");
    let plain = |word: &&str| script::of(word) == "Latin" && word.chars().any(char::is_alphabetic);
    match words.iter().position(foreign) {
        Some(at) if at > 0 && words[..at].iter().all(plain) && words[at..].iter().all(foreign) => {
            names.push(words[..at].join(" "));
            names.push(words[at..].join(" "));
        }
        _ => names.push(text.to_owned()),
    }
}

/// What stands before the last bracket, and what stands in it, if the text ends with it.
fn closing_bracket(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches([',', ' ', '.']).strip_suffix(')')?;
    let mut depth = 1;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let outside = text[..at].trim();
            return (!outside.is_empty()).then(|| (outside, text[at + 1..].trim()));
        }
    }
    None
}

fn latin(text: &str) -> bool {
    script::of(text) == "Latin"
}

fn form(text: &str) -> bool {
    let plain = text.replace('.', "").to_uppercase();
    FORMS.contains(&plain.trim())
}

/// A name without what was left over at its ends.
fn tidy(name: &str) -> String {
    let mut name = name.trim_matches([',', ';', ':', ' ', '\u{a0}']);
    for word in ["also ", "and ", "or "] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    name = name.trim_start_matches([')', ' ']).trim_end_matches(['(', ' ']);
    let unpaired = name.matches('(').count() < name.matches(')').count();
    name = if unpaired { name.strip_suffix(')').unwrap_or(name) } else { name };
    let unpaired = name.matches('(').count() > name.matches(')').count();
    name = if unpaired { name.strip_prefix('(').unwrap_or(name) } else { name };
    even(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_semicolons(text: &str) -> Vec<String> {
        apart(text, Parted::BySemicolons)
    }

    fn at_all(text: &str) -> Vec<String> {
        apart(text, Parted::ByCommas)
    }

    #[test]
    fn one_name_stays_one() {
        for text in ["Hilarion Santos, III (third)", "EL PARA (COMBAT NAME)", "Lord’s Resistance Movement (LRM)"] {
            assert_eq!(at_semicolons(text), [text]);
        }
        for text in [
            "М Инвест, ООО",
            "ОАО, БЭТО",
            "Баранов, Олег Анатольевич",
            "Министерство образования, науки и молодежи Республики Крым",
            "«Добровольное общество содействия армии, Авиации и флоту России»",
            "Центральный институт (ЦНИИМаш, АО)",
            "Trade and Industry Development Company",
        ] {
            assert_eq!(at_all(text), [text]);
        }
    }

    #[test]
    fn several_names_are_pulled_apart() {
        assert_eq!(at_semicolons("Jin Tiesan (金铁三)"), ["Jin Tiesan", "金铁三"]);
        assert_eq!(at_semicolons("Amir Khazmat (original script: Амир Хазмат)"), ["Amir Khazmat", "Амир Хазмат"]);
        assert_eq!(at_semicolons("حسن غول (Hassan Ghul; Hassan Gul)"), ["حسن غول", "Hassan Ghul", "Hassan Gul"]);
        assert_eq!(at_semicolons("Mohammad Sabet b) M. Javad Sabet; X Y"), ["Mohammad Sabet", "M. Javad Sabet", "X Y"]);
        assert_eq!(
            at_all("Siarhei Karcheusky, Belarusian: Сяргей Карчэўскi,  Russian\u{a0}: Сергей Карчевский"),
            ["Siarhei Karcheusky", "Сяргей Карчэўскi", "Сергей Карчевский"]
        );
        assert_eq!(at_all("Gosh and Ghosh Arabic:صلاح قوش"), ["Gosh and Ghosh", "صلاح قوش"]);
        assert_eq!(at_all("Abbas Nilforushan\n عباس نیلفروشان"), ["Abbas Nilforushan", "عباس نیلفروشان"]);
        assert_eq!(at_all("Анна Пушкарева or Анна Шейман"), ["Анна Пушкарева", "Анна Шейман"]);
        assert_eq!(at_all("also Andrey Ilnitsky; Андрей Ильницкий"), ["Andrey Ilnitsky", "Андрей Ильницкий"]);
        assert_eq!(at_all("ВЭБ; Vnesheconombank, VEB.RF"), ["ВЭБ", "Vnesheconombank", "VEB.RF"]);
        assert_eq!(at_all("Минобороны; Беларуси)"), ["Минобороны", "Беларуси"]);
        assert_eq!(at_all("(Юрий ГОВТВИН / Юрiй ГОВТВIН"), ["Юрий ГОВТВИН", "Юрiй ГОВТВIН"]);
        assert_eq!(at_all("НПО Лавочкина, АО or АО «НПО»"), ["НПО Лавочкина, АО", "АО «НПО»"]);
        assert_eq!(at_all("народны банк) (Russian: ОАО \"БНБ\""), ["народны банк", "ОАО \"БНБ\""]);
        assert_eq!(at_all("Africa Korps and Corps (REK); Корпус"), ["Africa Korps and Corps (REK)", "Корпус"]);
    }

    #[test]
    fn hostile_brackets_are_text() {
        let deep = "(".repeat(4_000) + &")".repeat(4_000);
        assert!(at_all(&deep).is_empty());
        let many = format!("A{}", "(б;".repeat(1_000)) + &")".repeat(1_000);
        assert!(at_all(&many).len() <= 2 + DEEPEST);
        let long = "б/".repeat(LONGEST);
        assert!(at_all(&long) == [long.as_str()]);
    }
}
