//! The names of SECO's list: parts in the order of their numbers, and the spellings that stand on the parts.
//!
//! A spelling belongs to a language and a script. All the spellings of a name in one of these pairs make one name more,
//! because they were meant together. A part that has none there keeps its own value if it is of the same script, and is left
//! out if it is not. Where a part has several spellings in a pair, the first ones of all parts make a name, then the second
//! ones, and so on.

use crate::list::script;
use crate::list::words::plain;
use crate::list::xml::Element;
use unicode_script::Script;

/// A name as composed of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Composed {
    /// The name.
    pub(super) name: String,
    /// Its script, in words.
    pub(super) script: String,
}

/// What the parts of a name give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// The name itself; none where no part has a value.
    pub(super) main: Option<Composed>,
    /// Its other spellings.
    pub(super) spellings: Vec<Composed>,
    /// The name with the maiden name in the place of the family name.
    pub(super) maiden: Option<Composed>,
    /// Titles, which stand among the parts but are no name.
    pub(super) titles: Vec<String>,
}

struct Part<'a> {
    kind: &'a str,
    value: Option<String>,
    spellings: Vec<Spelling<'a>>,
}

struct Spelling<'a> {
    language: &'a str,
    script: &'a str,
    text: String,
}

/// Reads a `name`.
pub(super) fn names(name: &Element) -> Names {
    let mut elements: Vec<&Element> = name.all("name-part").collect();
    elements
        .sort_by_key(|part| part.attribute("order").and_then(|order| order.parse::<u32>().ok()).unwrap_or(u32::MAX));
    let all: Vec<Part> = elements.into_iter().map(part).collect();
    let (titles, parts): (Vec<&Part>, Vec<&Part>) = all.iter().partition(|part| part.kind == "title");
    let (maidens, parts): (Vec<&Part>, Vec<&Part>) = parts.into_iter().partition(|part| part.kind == "maiden-name");

    let main = compose(parts.iter().map(|part| part.value.as_deref()), None);
    let maiden = maidens.first().and_then(|maiden| maiden.value.as_deref()).and_then(|maiden| {
        let mut taken = false;
        let mut replaced: Vec<Option<&str>> = Vec::new();
        for part in &parts {
            match part.kind {
                "family-name" | "whole-name" if taken => {}
                "family-name" => {
                    taken = true;
                    replaced.push(Some(maiden));
                }
                "whole-name" => {}
                _ => replaced.push(part.value.as_deref()),
            }
        }
        if !taken {
            replaced.push(Some(maiden));
        }
        compose(replaced.into_iter(), None)
    });
    let mut spellings = Vec::new();
    for (language, script) in pairs(&parts) {
        for composed in in_pair(&parts, language, script) {
            if Some(&composed) != main.as_ref() && !spellings.contains(&composed) {
                spellings.push(composed);
            }
        }
    }
    for spelling in maidens.iter().flat_map(|maiden| &maiden.spellings) {
        spellings.extend(compose(std::iter::once(Some(spelling.text.as_str())), Some(spelling.script)));
    }
    let titles = titles.iter().flat_map(|title| title.value.iter().chain(title.spellings.iter().map(|s| &s.text)));
    Names { main, spellings, maiden, titles: titles.cloned().collect() }
}

fn part(element: &Element) -> Part<'_> {
    let kind = element.attribute("name-part-type").unwrap_or("whole-name");
    // A dash stands for a part that is not known.
    let said = |text: &String| text.chars().any(char::is_alphanumeric);
    let value = element.value(&["value"]).or(element.text()).map(plain).filter(said);
    let spellings = element
        .all("spelling-variant")
        .filter_map(|variant| {
            let text = variant.value(&["value"]).or(variant.text()).map(plain).filter(said)?;
            let (language, script) = (variant.attribute("lang"), variant.attribute("script"));
            Some(Spelling { language: language.unwrap_or_default(), script: script.unwrap_or_default(), text })
        })
        .collect();
    Part { kind, value, spellings }
}

/// The pairs of language and script that spellings of the parts have, in the order in which they come up.
fn pairs<'a>(parts: &[&Part<'a>]) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    for spelling in parts.iter().flat_map(|part| &part.spellings) {
        let pair = (spelling.language, spelling.script);
        if !found.contains(&pair) {
            found.push(pair);
        }
    }
    found
}

fn in_pair(parts: &[&Part], language: &str, code: &str) -> Vec<Composed> {
    let of = |part: &&Part| -> Vec<String> {
        let here = part.spellings.iter().filter(|spelling| (spelling.language, spelling.script) == (language, code));
        here.map(|spelling| spelling.text.clone()).collect()
    };
    let spelled: Vec<Vec<String>> = parts.iter().map(of).collect();
    let rounds = spelled.iter().map(Vec::len).max().unwrap_or(0);
    // The script of the spellings, for the parts that have none of their own: by their letters, as those parts' is.
    let own_script = spelled.iter().flatten().next().map(|text| script::of(text));
    (0..rounds)
        .filter_map(|round| {
            let chosen = parts.iter().zip(&spelled).map(|(part, spelled)| {
                let value = part.value.as_deref().filter(|value| Some(script::of(value)) == own_script);
                spelled.get(round).map(String::as_str).or(value).or(spelled.last().map(String::as_str))
            });
            compose(chosen, Some(code))
        })
        .collect()
}

/// Puts parts together; the script is the given code's, or else told by the letters.
fn compose<'a>(parts: impl Iterator<Item = Option<&'a str>>, code: Option<&str>) -> Option<Composed> {
    let name = parts.flatten().collect::<Vec<_>>().join(" ");
    let script = match code.filter(|code| !code.is_empty()) {
        Some(code) => script_in_words(code),
        None => script::of(&name).to_owned(),
    };
    (!name.is_empty()).then_some(Composed { name, script })
}

/// A script by its code of ISO 15924, in the words that other lists use; a code that is not known stands for itself.
fn script_in_words(code: &str) -> String {
    let mut letters = code.chars();
    let titled: String = letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters.map(|c| c.to_ascii_lowercase()))
        .collect();
    match titled.as_str() {
        // Codes for a way of writing rather than for one script.
        "Hans" => "Chinese Simplified",
        "Hant" => "Chinese Traditional",
        "Jpan" => "Japanese",
        "Kore" => "Korean",
        _ => match Script::from_short_name(&titled) {
            Some(script) => script.full_name(),
            None => code,
        },
    }
    .to_owned()
}
