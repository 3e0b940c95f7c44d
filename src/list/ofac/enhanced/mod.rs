//! OFAC's ENHANCED XML (`SDN_ENHANCED.XML`, `CONS_ENHANCED.XML`): each record whole and in words, with native spellings.
//!
//! OFAC publishes the changes of a day in the same form. Such a file must not be taken for a list: it is told by its
//! namespace and by its actions, and refused. The file says nothing of how many records it has.

mod entity;

use super::listing::{self, Draft};
use super::{Edition, assemble};
use crate::date::Day;
use crate::list::fit::Fit;
use crate::list::notices::Notices;
use crate::list::xml::{Element, Records};
use crate::list::{Contents, Input, Refusal, days};
use entity::Entity;
use std::collections::{HashMap, HashSet};

/// What to fetch instead of a file of changes.
const WHOLE: &str = "SDN_ENHANCED.XML or CONS_ENHANCED.XML";

/// Reads an ENHANCED file.
///
/// # Errors
/// [`Refusal`] for a file that is cut off or malformed, for one that holds changes, for one without records, and for a
/// record without id, name or list, or with the id of another one.
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    let delta = |got: String| Refusal::Delta { file: file.clone(), got, fetch: WHOLE };
    if let Some(namespace) = records.root().attribute("xmlns").filter(|namespace| namespace.contains("DeltaFile")) {
        return Err(delta(format!("its namespace is `{namespace}`")));
    }
    let mut notices = Notices::default();
    let mut words = HashMap::new();
    let mut about = About::default();
    let mut entities: Vec<Entity> = Vec::new();
    let mut ids = HashSet::new();
    while let Some(element) = records.next(&["publicationInfo", "referenceValue", "entity"])? {
        match element.name.as_str() {
            "publicationInfo" => about = About::read(&element),
            "referenceValue" => {
                if let (Some(id), Some(value)) = (element.attribute("refId"), element.value(&["value"])) {
                    words.insert(id.to_owned(), value.to_owned());
                }
            }
            _ => {
                if let Some(action) = action(&element) {
                    let id = element.attribute("id").unwrap_or("without an id");
                    return Err(delta(format!("record {id} has the action `{action}`")));
                }
                let mut entity = entity::read(&element, &words, &file, &mut notices)?;
                let id = &entity.designation.id;
                let broken = match (ids.insert(id.clone()), entity.lists.is_empty()) {
                    (false, _) => Some("its id stands in the file twice"),
                    (_, true) => Some("no `sanctionsList` says on which list it stands"),
                    _ => None,
                };
                if let Some(what) = broken {
                    return Err(Refusal::record(&file, format!("record {id}"), what));
                }
                entity.designation.fit();
                entities.push(entity);
            }
        }
    }
    let drafts: Vec<Draft> = entities.into_iter().map(|entity| entity.draft(&ids)).collect();
    if about.issued.is_none() {
        notices.undated(None);
    }
    let scope = listing::scope(&drafts, &about.lists);
    let records = listing::records(drafts, scope, &mut notices);
    let edition = Edition {
        issued: about.issued,
        missing: about.chosen.map(str::to_owned).or_else(|| scope.missing()),
        stated: None,
    };
    assemble(&file, edition, records, notices.warnings())
}

/// What the file says of itself.
#[derive(Default)]
struct About {
    issued: Option<Day>,
    /// The lists of which it says that it holds them.
    lists: Vec<String>,
    /// Whether it holds less than whole lists.
    chosen: Option<&'static str>,
}

impl About {
    fn read(information: &Element) -> About {
        let day = ["dataAsOf", "datePublished"].into_iter().find_map(|name| information.value(&[name]));
        let filters: Vec<&Element> = information.all("filters").flat_map(|filters| &filters.children).collect();
        let chosen = filters
            .iter()
            .any(|filter| filter.name != "sanctionsLists" && (filter.text().is_some() || !filter.children.is_empty()));
        About {
            issued: day.and_then(days::iso),
            lists: information.values(&["filters", "sanctionsLists", "sanctionsList"]),
            chosen: chosen.then_some("A part of the list, chosen by filters when the file was made."),
        }
    }
}

/// What a file of changes says is to be done with a record or with a part of it.
fn action(element: &Element) -> Option<&str> {
    element.attribute("action").or_else(|| element.children.iter().find_map(action))
}
