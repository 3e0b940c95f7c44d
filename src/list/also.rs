//! Other names that stand in a bracket behind a name: `Baltex Ltd. (also known as Baltech LLC)`.

use super::spellings::{Parted, apart};
use super::words::even;

/// What a bracket with other names begins with.
const OPENINGS: [&str; 4] = ["(also known as ", "(a.k.a. ", "(a.k.a ", "(aka "];

/// Legal forms with which a name begins.
const FORMS: [&str; 14] =
    ["ao", "fsue", "gup", "joint", "jsc", "llc", "oao", "ojsc", "ooo", "open", "pao", "pjsc", "public", "zao"];

/// The names in a text with such a bracket, the one outside it first; none for a text without one.
pub fn known_as(text: &str) -> Vec<String> {
    let text = even(text);
    let lower = text.to_ascii_lowercase();
    let Some((at, from)) = OPENINGS.iter().find_map(|opening| lower.find(opening).map(|at| (at, at + opening.len())))
    else {
        return Vec::new();
    };
    // The closing bracket is missing where the list cut the name off.
    let (inside, after) = text[from..].rsplit_once(')').unwrap_or((&text[from..], ""));
    let mut names = vec![even(&format!("{} {after}", &text[..at]))];
    for piece in apart(inside, Parted::ByCommas) {
        match joined_by_and(&piece, &names[0]) {
            Some((one, other)) => names.extend([one.to_owned(), other.to_owned()]),
            None => names.push(piece),
        }
    }
    names.retain(|name| name.chars().any(char::is_alphanumeric));
    names
}

/// The two names that an `and` joins. It joins names where the second one begins with a legal form, or with a word of the
/// name outside the bracket; otherwise it belongs to one name, as it does where it stands in the name outside, too.
fn joined_by_and<'a>(text: &'a str, outside: &str) -> Option<(&'a str, &'a str)> {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase().replace('&', " and ");
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let outside = words(outside);
    text.match_indices(" and ").find_map(|(at, and)| {
        let (one, other) = (&text[..at], &text[at + and.len()..]);
        let first = words(other).into_iter().next()?;
        let start = |word: &str| word.chars().take(5).collect::<String>();
        let form = FORMS.contains(&first.as_str());
        let alike = first.chars().count() > 4 && outside.iter().any(|word| start(word) == start(&first));
        let within = outside.windows(2).any(|pair| pair[0] == "and" && start(&pair[1]) == start(&first));
        (other.contains(' ') && !within && (form || alike)).then_some((one, other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_bracket_are_names() {
        for (text, expected) in [
            (
                "Suntac Group of Companies\n(also known as Suntac Technologies)",
                &["Suntac Group of Companies", "Suntac Technologies"][..],
            ),
            (
                "Proizvodstvennoye ob’edinenie (also known as PO Sevmash, Production Association Severnoye and JSC Production \
                 Obyedineniye)",
                &[
                    "Proizvodstvennoye ob’edinenie",
                    "PO Sevmash",
                    "Production Association Severnoye",
                    "JSC Production Obyedineniye",
                ],
            ),
            (
                "Zlatoustovsky Plant JSC (also known as Zlatmash and Zlatoust Factory of Arms Steels LLC)",
                &["Zlatoustovsky Plant JSC", "Zlatmash", "Zlatoust Factory of Arms Steels LLC"],
            ),
            (
                "Life & Challenge Co. (also known as Life and Challenge Co.)",
                &["Life & Challenge Co.", "Life and Challenge Co."],
            ),
            (
                "Corporation “Precision Systems and Instruments” (also known as Corporation Precision Systems and Instruments)",
                &["Corporation “Precision Systems and Instruments”", "Corporation Precision Systems and Instruments"],
            ),
            ("Afanasyev Technomac (also known as Afanasyev, JSC", &["Afanasyev Technomac", "Afanasyev, JSC"]),
            ("Alp Company (PJS)", &[]),
        ] {
            assert_eq!(known_as(text), expected, "{text}");
        }
    }
}
