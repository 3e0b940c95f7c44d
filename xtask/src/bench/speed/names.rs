//! The names that are asked: listed ones as they stand, misspelt and in their own scripts, each with the party that is meant, and
//! people and organisations on no list.

use anyhow::Result;
use namesieve::name::Reading;
use namesieve::pack::List;
use serde::Serialize;

use crate::bench::columns::column;
use crate::bench::quality::corrupt::{self, Class};
use crate::project::Project;
use crate::random::Random;

const CLEAN: &str = "../shared/bench/negatives_global.csv";
const ORGANISATIONS: &str = "tests/fixtures/clean-organisations.csv";
/// Where a kind of name is rare, so many are looked at for each that is wanted.
const LOOKED_AT: usize = 50;
/// The names that are drawn start from it; any number would do.
const SEED: u64 = 20_261_129;

/// All names of the bench, for the scripts as JSON.
#[derive(Serialize)]
pub struct Names {
    /// The designations, in the order of the lists; others name them by their place here.
    pub parties: Vec<Party>,
    /// Every listed name, with the place of its designation.
    pub listed: Vec<(String, usize)>,
    pub kinds: Vec<Kind>,
    /// The rows of a file of customers: people and organisations on no list.
    pub batch: Vec<String>,
}

/// Which designation it is.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Party {
    pub list: String,
    pub id: String,
}

/// Names of one kind.
#[derive(Serialize)]
pub struct Kind {
    pub title: &'static str,
    /// Whether others than Namesieve are asked them too, to see how many of the right parties they find.
    pub sought: bool,
    pub names: Vec<Asked>,
}

/// A name that is asked.
#[derive(Serialize)]
pub struct Asked {
    pub name: String,
    /// The place of the designation that it names; none where it names nobody listed.
    pub party: Option<usize>,
}

impl Names {
    /// Draws so many names of each kind and so many rows, always the same ones.
    pub fn draw(project: &Project, lists: &[List], count: usize, rows: usize) -> Result<Names> {
        let designations = || lists.iter().flat_map(|list| list.designations.iter().map(move |party| (list, party)));
        let parties = designations()
            .map(|(list, party)| Party { list: list.publication.list.clone(), id: party.id.clone() })
            .collect();
        let of_party = designations().enumerate().flat_map(|(at, (_, party))| {
            party.names.iter().map(move |listed| (listed.name.as_str(), Reading::of(party.kind), at))
        });
        let listed: Vec<(&str, Reading, usize)> = of_party.collect();
        let mut random = Random::new(SEED);
        let mut drawn = |wanted: &dyn Fn(&str, Reading, &mut Random) -> Option<String>| -> Vec<Asked> {
            let mut names = Vec::new();
            for _ in 0..LOOKED_AT * count {
                if names.len() == count {
                    break;
                }
                let Some((name, reading, party)) = random.pick(&listed).copied() else { break };
                names.extend(wanted(name, reading, &mut random).map(|name| Asked { name, party: Some(party) }));
            }
            names
        };
        let own = |name: &str, _: Reading, _: &mut Random| (!name.is_ascii()).then(|| name.to_owned());
        let latin = |name: &str, _: Reading, _: &mut Random| name.is_ascii().then(|| name.to_owned());
        let misspelt = |name: &str, reading: Reading, random: &mut Random| {
            let class: Class = *random.pick(&corrupt::ALL)?;
            class.corrupt(name, reading, random)
        };
        let mut kinds = vec![
            Kind { title: "listed", sought: true, names: drawn(&latin) },
            Kind { title: "misspelt", sought: true, names: drawn(&misspelt) },
            Kind { title: "own script", sought: false, names: drawn(&own) },
        ];
        let mut batch = Vec::new();
        for (title, file, name) in [("people", CLEAN, "full_name"), ("organisations", ORGANISATIONS, "name")] {
            let all = shuffled(column(&project.root.join(file), name)?);
            let names = all.iter().take(count).map(|name| Asked { name: name.clone(), party: None }).collect();
            kinds.push(Kind { title, sought: false, names });
            batch.extend(all);
        }
        let mut batch = shuffled(batch);
        batch.truncate(rows);
        let listed = listed.iter().map(|(name, _, party)| ((*name).to_owned(), *party)).collect();
        Ok(Names { parties, listed, kinds, batch })
    }

    /// The kinds that others are asked too.
    pub fn sought(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter().filter(|kind| kind.sought)
    }
}

fn shuffled(mut names: Vec<String>) -> Vec<String> {
    Random::new(SEED).shuffle(&mut names);
    names
}
