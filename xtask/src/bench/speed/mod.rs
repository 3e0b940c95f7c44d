//! `cargo xtask bench speed`: how long a name takes against the five large lists, natively, in Node and in Chromium on devices of
//! several speeds, and how long others take over the same names, with what they find.

pub mod names;
mod native;
mod nearest;
mod page;
mod peers;
mod place;
pub mod times;
mod web;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use namesieve::pack;
use serde_json::{Value, json};

use crate::large;
use crate::project::Project;
use names::{Kind, Names};
use peers::Answers;
use place::Place;
use web::Web;

/// The five large lists.
pub const LISTS: [&str; 5] = [
    "../shared/lists/ofac-sdn/2026-07-rebuilt/sdn.xml",
    "../shared/lists/ofac-consolidated/2025-03-28/consolidated.xml",
    "../shared/lists/un-sc/2026-02-27/consolidated.xml",
    "../shared/lists/uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml",
    "../shared/lists/eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml",
];

/// What to know of times where `cargo xtask` runs as it does by itself.
pub const DEVELOPMENT: &str = " in a development build, which checks its arithmetic and is not optimised as a whole: `cargo run --release \
    --package xtask -- bench` measures what is published";

/// How much to measure, and where the figures go.
#[derive(Args)]
pub struct Options {
    /// So many names of each kind
    #[arg(long, value_name = "N", default_value_t = 400)]
    sample: usize,
    /// So many rows of a file of customers
    #[arg(long, value_name = "N", default_value_t = 5_000)]
    rows: usize,
    /// These parts alone; natively it is always measured, since the others are held against that
    #[arg(long, value_enum, value_delimiter = ',', num_args = 1..)]
    only: Vec<Part>,
    /// The file for the figures [default: speed.json in the target directory]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A part of the bench.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Natively
    Native,
    /// The package in Node
    Node,
    /// The package in Chromium, on devices of several speeds
    Chromium,
    /// The page itself in Chromium: how soon it can be used, and whether it hears who types while a file is screened
    Page,
    /// Other ways to look for a name: libraries for the browser, in Chromium, and similarities of strings, natively
    Peers,
}

impl Options {
    fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// Runs the bench, prints its tables and writes them as JSON. What cannot be run here is named and left out.
pub fn speed(project: &Project, options: &Options) -> Result<()> {
    ensure!(options.sample > 0 && options.rows > 0, "--sample or --rows is 0; give a number of names");
    let mut lists = Vec::new();
    for file in LISTS {
        lists.extend(large::read(&[project.root.join(file)])?);
    }
    let pack = pack::write(&lists)?;
    let names = Names::draw(project, &lists, options.sample, options.rows)?;
    drop(lists);

    let (native, mut figures) = native::measure(&pack, &names)?;
    let mut measured = Measured { places: vec![native], ..Measured::default() };
    if options.wants(Part::Peers) {
        measured.natively = nearest::ask(&pack, &names)?;
    }
    if options.only != [Part::Native] {
        match Web::lay(project, &pack, &names) {
            Ok(web) => measured.scripts(&web, options),
            Err(why) => measured.notes.push(format!("left out, all that scripts measure: {why:#}")),
        }
    }
    let places = place::print(&measured.places, &names.kinds);
    figures["page"] = measured.page.as_ref().map_or(Value::Null, page::print);
    let sought: Vec<&Kind> = names.sought().collect();
    let natively = peers::print("natively", &measured.natively, &sought);
    let in_chromium = peers::print("in Chromium", &measured.in_chromium, &sought);
    measured.notes.iter().for_each(|note| println!("{note}"));
    figures["places"] = Value::Array(places);
    figures["peers"] = Value::Array([natively, in_chromium].concat());
    figures["notes"] = json!(measured.notes);
    let out = options.out.clone().unwrap_or_else(|| project.target.join("speed.json"));
    fs::write(&out, format!("{figures:#}\n")).with_context(|| format!("{} could not be written", out.display()))?;
    println!("the figures are in {}", out.display());
    Ok(())
}

/// What was measured, part by part.
#[derive(Default)]
struct Measured {
    /// Where Namesieve was measured; natively first.
    places: Vec<Place>,
    /// What it and the others answered, natively and in Chromium.
    natively: Vec<Answers>,
    in_chromium: Vec<Answers>,
    /// What was measured of the page.
    page: Option<page::Figures>,
    /// What could not be run, and what else a person should know, a sentence each.
    notes: Vec<String>,
}

impl Measured {
    /// Adds what scripts measure.
    fn scripts(&mut self, web: &Web, options: &Options) {
        if web.is_older {
            self.notes.push("pkg/wasm is older than src: `cargo xtask dist` builds it anew".to_owned());
        }
        if options.wants(Part::Peers) {
            let rapidfuzz = self.unless("RapidFuzz", web.rapidfuzz());
            self.natively.extend(rapidfuzz);
            self.in_chromium = self.unless("the libraries in Chromium", web.libraries()).unwrap_or_default();
        }
        if options.wants(Part::Node) {
            let node = self.unless("Node", web.node());
            self.places.extend(node);
        }
        if options.wants(Part::Chromium) {
            let devices = self.unless("Chromium", web.devices());
            self.places.extend(devices.unwrap_or_default());
        }
        if options.wants(Part::Page) {
            self.page = self.unless("the page in Chromium", web.page());
        }
    }

    /// What was measured, or a note that it was not.
    fn unless<T>(&mut self, what: &str, measured: Result<T>) -> Option<T> {
        measured.map_err(|why| self.notes.push(format!("left out, {what}: {why:#}"))).ok()
    }
}
