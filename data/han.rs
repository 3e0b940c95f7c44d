//! Packs the table of Han characters: some forty thousand bytes of text become as many as a visitor has to download.
//!
//! `src/transliterate/han/characters.rs` reads what is written here: how many characters there are (two bytes), then for each
//! in the order of Unicode its initial, then for each its final, then how far each stands behind the one before. A traditional
//! form has [`FORM`] for its initial and the place of its simplified character for its final, the low byte there and
//! the high bytes after all finals.

use crate::syllable::Syllable;
use std::collections::BTreeMap;

/// Stands for the initial of a form of another character.
const FORM: u8 = 255;

/// The packed table.
pub fn pack(table: &str) -> Result<Vec<u8>, String> {
    let mut readings: BTreeMap<char, Syllable> = BTreeMap::new();
    let mut forms: BTreeMap<char, char> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (reading, characters) = line.split_once('\t').ok_or_else(|| format!("no tab in `{line}`"))?;
        if reading == "=" {
            for group in characters.split(' ') {
                let mut group = group.chars();
                let simplified = group.next().ok_or("an empty group of forms")?;
                forms.extend(group.map(|form| (form, simplified)));
            }
            continue;
        }
        let syllable = Syllable::parse(reading).ok_or_else(|| format!("`{reading}` is no syllable"))?;
        for character in characters.chars() {
            if readings.insert(character, syllable).is_some() {
                return Err(format!("{character} stands twice"));
            }
        }
    }
    let mut all: Vec<char> = readings.keys().chain(forms.keys()).copied().collect();
    all.sort_unstable();
    let count = u16::try_from(all.len()).map_err(|_| "too many characters")?;
    let (mut initials, mut finals, mut high, mut steps) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut before = 0;
    for character in &all {
        match (readings.get(character), forms.get(character)) {
            (Some(syllable), None) => {
                initials.push(syllable.initial);
                finals.push(syllable.last);
            }
            (None, Some(simplified)) if readings.contains_key(simplified) => {
                let place = all.binary_search(simplified).map_err(|_| format!("{simplified} is not there"))?;
                initials.push(FORM);
                finals.push((place & 255) as u8);
                high.push((place >> 8) as u8);
            }
            _ => return Err(format!("{character} is both a character and a form, or a form of none")),
        }
        let mut step = *character as u32 - before;
        before = *character as u32;
        while step >= 255 {
            steps.push(255);
            step -= 255;
        }
        steps.push(step as u8);
    }
    Ok([&count.to_le_bytes()[..], &initials, &finals, &high, &steps].concat())
}
