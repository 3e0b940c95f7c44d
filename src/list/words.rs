//! Text as lists print it: its whitespace made even, and elements that a reader does not know kept under a label made of
//! their name.

use super::xml::Element;
use crate::designation::{Address, LabelledFact};

/// A text without the line breaks and indentation of a pretty-printed file: every run of such whitespace is one space.
/// Special spaces, which are part of the text, stay.
pub fn even(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A text of which every run of white space is one space, that of special spaces as well: they come from typing in the EU's
/// and SECO's lists and in spreadsheets, and mean nothing there.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The even text of the first element of a name that has any.
pub fn value(element: &Element, name: &str) -> Option<String> {
    element.all(name).find_map(Element::text).map(even).filter(|text| !text.is_empty())
}

/// The even texts at a path.
pub fn values(element: &Element, path: &[&str]) -> Vec<String> {
    element.at(path).into_iter().filter_map(Element::text).map(even).filter(|text| !text.is_empty()).collect()
}

/// The texts joined by a separator, nothing for none.
pub fn joined(parts: impl IntoIterator<Item = Option<String>>, separator: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(separator))
}

/// A fact with a label.
pub fn fact(label: impl Into<String>, value: impl Into<String>) -> LabelledFact {
    LabelledFact { label: label.into(), value: value.into() }
}

/// An address in one line; nothing for one that says nothing.
pub fn line(address: &Address) -> Option<String> {
    joined([address.street.clone(), address.place.clone(), address.country.clone()], ", ")
}

/// The seven digits of an IMO number, whatever stands around them: `IMO9562233` and `9562233` are one number.
pub fn imo(published: &str) -> Option<String> {
    let digits: String = published.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 7).then_some(digits)
}

/// What stands in an element besides the elements that a reader knows, each value under a label made of its element's
/// name, so that a field that a publisher adds is shown before Namesieve knows it.
pub fn unknown(element: &Element, known: &[&str]) -> Vec<LabelledFact> {
    let unknown = element.children.iter().filter(|child| !known.contains(&child.name.as_str()));
    unknown.flat_map(facts).collect()
}

/// All values in an element as facts.
pub fn facts(element: &Element) -> Vec<LabelledFact> {
    let mut facts = Vec::new();
    collect(element, &label(&element.name), &mut facts);
    facts
}

/// The text of an element and of all that stands in it. Wrappers such as `VALUE` add nothing to the label.
fn collect(element: &Element, name: &str, facts: &mut Vec<LabelledFact>) {
    facts.extend(element.text().map(|text| fact(name, even(text))));
    for child in &element.children {
        let inner = label(&child.name);
        let within = match name.starts_with(&inner) || inner == "Value" {
            true => name.to_owned(),
            false => format!("{name}, {}", inner.to_lowercase()),
        };
        collect(child, &within, facts);
    }
}

/// A label in words: `DELISTED_ON` and `DelistedOn` are both `Delisted on`.
pub fn label(name: &str) -> String {
    let mut words = String::new();
    let mut after_small = false;
    for letter in name.chars() {
        match letter {
            '_' | '-' | '.' => words.push(' '),
            _ if letter.is_uppercase() && after_small => {
                words.push(' ');
                words.extend(letter.to_lowercase());
            }
            _ => words.extend(letter.to_lowercase()),
        }
        after_small = letter.is_lowercase() || letter.is_ascii_digit();
    }
    capital(&words)
}

/// Words with a capital at their beginning.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_elements_become_labels() {
        for (name, expected) in [
            ("DELISTED_ON", "Delisted on"),
            ("DelistedOn", "Delisted on"),
            ("asAtListingTime", "As at listing time"),
            ("Regulation_Type", "Regulation type"),
            ("countryIso2Code", "Country iso2 code"),
            ("INN", "Inn"),
            ("", ""),
            ("x", "X"),
        ] {
            assert_eq!(label(name), expected);
        }
    }

    #[test]
    fn whitespace_of_the_file_is_even_and_that_of_the_text_stays() {
        assert_eq!(even(" 16\n      March\t2011 "), "16 March 2011");
        assert_eq!(even("NIF\u{202f}- Haiti"), "NIF\u{202f}- Haiti");
        assert_eq!(plain(" NIF\u{202f}\u{202f}- \n Haiti"), "NIF - Haiti");
    }
}
