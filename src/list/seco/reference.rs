//! What the targets of SECO's list point to: sets of measures with their programmes, and places.

use crate::designation::Programme;
use crate::list::words::plain;
use crate::list::xml::Element;
use std::collections::BTreeMap;

/// A set of measures.
#[derive(Debug)]
pub(super) struct Set {
    /// Its own words, in English where there are any.
    pub(super) text: String,
    /// The code of its programme.
    pub(super) programme: String,
    /// Whose sanctions the programme follows: `UN`, `EU`.
    pub(super) origins: Vec<String>,
}

/// A place.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// Town and area.
    pub(super) place: Option<String>,
    /// Country.
    pub(super) country: Option<String>,
}

/// All that targets point to, by number.
#[derive(Debug, Default)]
pub(super) struct References {
    /// Sets of measures.
    pub(super) sets: BTreeMap<String, Set>,
    /// Places.
    pub(super) places: BTreeMap<String, Place>,
    programmes: Vec<Programme>,
}

/// The text of the elements of a name, in English, or else the first one.
fn english(element: &Element, name: &str) -> Option<String> {
    let mut all = element.all(name);
    let first = all.next()?;
    let is_english = |one: &&Element| one.attribute("lang").is_some_and(|lang| lang.eq_ignore_ascii_case("eng"));
    let chosen = Some(first).filter(is_english).or_else(|| all.find(is_english)).unwrap_or(first);
    chosen.text().map(plain)
}

impl References {
    /// Takes a programme with its sets.
    pub(super) fn programme(&mut self, element: &Element) {
        let name = english(element, "program-name").unwrap_or_default();
        let number = element.attribute("ssid").map(|ssid| format!("programme {ssid}"));
        let key = english(element, "program-key").or(number).unwrap_or_else(|| name.clone());
        let origins: Vec<String> = element.values(&["origin"]);
        for set in element.all("sanctions-set") {
            let (Some(id), Some(text)) = (set.attribute("ssid"), set.text()) else { continue };
            let found = Set { text: plain(text), programme: key.clone(), origins: origins.clone() };
            let is_english = set.attribute("lang").is_some_and(|lang| lang.eq_ignore_ascii_case("eng"));
            if is_english || !self.sets.contains_key(id) {
                self.sets.insert(id.to_owned(), found);
            }
        }
        match self.programmes.iter_mut().find(|known| known.code == key) {
            // Two ordinances under one key.
            Some(known) if !known.authority.split("; ").any(|one| one == name) => {
                known.authority = format!("{}; {name}", known.authority);
            }
            Some(_) => {}
            None => self.programmes.push(Programme {
                title: key.clone(),
                code: key,
                authority: name,
                references: Vec::new(),
            }),
        }
    }

    /// Takes a place.
    pub(super) fn place(&mut self, element: &Element) {
        let Some(id) = element.attribute("ssid") else { return };
        let parts: Vec<String> =
            ["location", "area"].iter().filter_map(|name| element.child(name)?.text()).map(plain).collect();
        let country = element.child("country").and_then(|country| country.text().or(country.attribute("iso-code")));
        let place = Some(parts.join(", ")).filter(|text| !text.is_empty());
        self.places.insert(id.to_owned(), Place { place, country: country.map(plain) });
    }

    /// The programmes that the file describes.
    pub(super) fn into_programmes(self) -> Vec<Programme> {
        self.programmes
    }
}

/// The measures that a set's words speak of; an asset freeze where they name no other.
pub(super) fn measures(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let mut found = Vec::new();
    if says(&["capital market"]) {
        found.push("ch-capital-market");
    }
    if says(&["vessel", "ships", "aircraft"]) {
        found.push("ch-transport");
    }
    if says(&["travel", "entry", "transit"]) {
        found.push("ch-travel-ban");
    }
    if found.is_empty() || says(&["freez", "assets", "financial sanctions"]) {
        found.insert(0, "ch-asset-freeze");
    }
    found
}
