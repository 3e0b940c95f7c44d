//! One block of an EU entry as named fields, whether it came as the attributes of an element or as columns of a line.

use crate::list::words::{label, plain};
use crate::list::xml::Element;

/// The fields of a block that have a value.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Clone, Debug)]
struct Field {
    /// Its name as the file writes it.
    name: String,
    /// Its value, runs of white space as one space.
    value: String,
}

impl Fields {
    /// The attributes of an element, the texts in it, and the attributes of the act that it rests on under `Regulation_`,
    /// as the CSV form calls them.
    pub(super) fn of(element: &Element) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in element.attributes() {
            fields.push(name, value);
        }
        if let Some(text) = element.text() {
            fields.push("text", text);
        }
        for child in &element.children {
            fields.push_child(child);
        }
        fields
    }

    fn push_child(&mut self, child: &Element) {
        match child.name.as_str() {
            "regulationSummary" => {
                for (name, value) in child.attributes() {
                    self.push(&format!("Regulation_{name}"), value);
                }
            }
            // Contact details are pairs of a key and a value.
            "contactInfo" => {
                let value = child.attribute("value").or(child.text()).unwrap_or_default();
                self.push(child.attribute("key").unwrap_or("contactInfo"), value);
            }
            name => {
                if let Some(text) = child.text() {
                    self.push(name, text);
                }
                for (attribute, value) in child.attributes() {
                    self.push(&format!("{name}_{attribute}"), value);
                }
                for inner in &child.children {
                    self.push_child(inner);
                }
            }
        }
    }

    /// Adds a field unless it is empty.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        let value = plain(value);
        if !value.is_empty() {
            self.0.push(Field { name: name.to_owned(), value });
        }
    }

    /// Whether no field has a value.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of the first of these names that has one; capitals do not matter.
    pub(super) fn get(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|field| field.name.eq_ignore_ascii_case(name)))
            .map(Field::value)
    }

    /// All values of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |field| field.name.eq_ignore_ascii_case(name)).map(Field::value)
    }

    /// The fields that are none of the known ones, each with a label to be read.
    pub(super) fn rest<'a>(&'a self, known: &'a [&'a str]) -> impl Iterator<Item = (String, &'a str)> {
        let is_known = |field: &&Field| !known.iter().any(|name| field.name.eq_ignore_ascii_case(name));
        self.0.iter().filter(is_known).map(|field| (label(&field.name), field.value()))
    }

    /// The country, by its name or else by its code; nothing for the unknown one.
    pub(super) fn country(&self) -> Option<&str> {
        let known = |value: &&str| !matches!(*value, "00" | "UNKNOWN");
        self.get(&["countryDescription"]).filter(known).or_else(|| self.get(&["countryIso2Code"]).filter(known))
    }
}

impl Field {
    fn value(&self) -> &str {
        &self.value
    }
}
