//! The package in Node and in headless Chromium, the libraries beside it there, and the page, by the scripts of the folder `web`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::names::Names;
use super::page;
use super::peers::Answers;
use super::place::Place;
use super::times::{Times, from_millis};
use crate::project::Project;
use crate::{command, serve, site, tools};

/// The scripts, the page of the bench, and what its libraries are.
const SCRIPTS: &str = "xtask/src/bench/speed/web";
/// The driver of Chromium is that of the page's tests.
const DRIVER: &str = "tests/page";
/// What is wanted of the package.
const PACKAGE: [&str; 6] =
    ["package.json", "index.js", "start.js", "wasm/digests.js", "wasm/namesieve.js", "wasm/namesieve_bg.wasm"];
const PACK: &str = "lists.pack";
const NAMES: &str = "names.json";

/// The folder in which everything lies that a script needs: what is served to Chromium, and read in Node.
pub struct Web<'a> {
    project: &'a Project,
    folder: PathBuf,
    /// Whether the package was built before the sources were last changed, so that it may be another engine than natively.
    pub is_older: bool,
}

/// What `measure.js` measures, in milliseconds and bytes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    /// Of Node or of the browser.
    version: String,
    opening: Vec<f64>,
    first_query: f64,
    memory: [u64; 2],
    kinds: Vec<Vec<f64>>,
    /// How many, and how long they take.
    rows: (usize, f64),
    by_message: Option<Vec<f64>>,
}

impl Figures {
    fn place(self, title: String, note: String) -> Place {
        Place {
            title,
            opening: self.opening.into_iter().map(from_millis).collect(),
            first_query: from_millis(self.first_query),
            memory: Some(self.memory),
            kinds: self.kinds.iter().map(|times| Times::of_millis(times)).collect(),
            by_message: self.by_message.map(|times| Times::of_millis(&times)),
            rows: (self.rows.0, from_millis(self.rows.1)),
            note: Some(note),
        }
    }
}

/// Chromium on a device of some speed.
#[derive(Deserialize)]
struct Device {
    /// How many times slower it was told to be.
    rate: u32,
    /// The thread in which the engine was measured.
    thread: String,
    /// Whether that thread was as slow as it was told to be.
    acts: bool,
    /// How many times longer a fixed loop took than at full speed.
    slowed: Slowed,
    figures: Figures,
}

#[derive(Deserialize)]
struct Slowed {
    worker: f64,
    page: f64,
}

impl Device {
    fn place(self) -> Place {
        let (rate, Slowed { worker, page }) = (self.rate, self.slowed);
        let what = match (rate, self.acts, self.thread.as_str()) {
            (1, ..) => format!("version {}", self.figures.version),
            (_, true, "worker") => "in a worker".to_owned(),
            (_, true, _) => "in the page's own thread, because throttling does not act on the worker".to_owned(),
            (_, false, _) => "in a worker, of a faster device than that, because throttling does not act".to_owned(),
        };
        let note = format!(
            "Chromium {rate}×: {what}; a fixed loop took {worker:.1} times as long in the worker, {page:.1} times in the page"
        );
        self.figures.place(format!("Chromium {rate}×"), note)
    }
}

impl<'a> Web<'a> {
    /// Lays the package as it was built last, the scripts, the pack and the names into a folder.
    pub fn lay(project: &'a Project, pack: &[u8], names: &Names) -> Result<Web<'a>> {
        let folder = project.target.join("speed");
        for file in PACKAGE {
            let from = project.root.join("pkg").join(file);
            ensure!(from.is_file(), "pkg/{file} is not there: `cargo xtask dist` builds the package");
            site::copy(&from, &folder.join("pkg").join(file))?;
        }
        let scripts = project.root.join(SCRIPTS);
        for file in site::files(&scripts)? {
            site::copy(&scripts.join(&file), &folder.join(&file))?;
        }
        let put = |file: &str, bytes: &[u8]| {
            fs::write(folder.join(file), bytes).with_context(|| format!("{file} could not be written"))
        };
        put(PACK, pack)?;
        put(NAMES, &serde_json::to_vec(names)?)?;
        let is_older = changed(&project.root.join("src"))? > changed(&project.root.join("pkg/wasm"))?;
        Ok(Web { project, folder, is_older })
    }

    /// Measures the package in Node.
    pub fn node(&self) -> Result<Place> {
        let figures: Figures = said(self.script("node.mjs")?.arg(&self.folder))?;
        let note = format!("Node: {}", figures.version);
        Ok(figures.place("Node".to_owned(), note))
    }

    /// Measures the package in Chromium on devices of several speeds.
    pub fn devices(&self) -> Result<Vec<Place>> {
        let devices: Vec<Device> = self.chromium("devices")?;
        Ok(devices.into_iter().map(Device::place).collect())
    }

    /// Asks the libraries for the browser, and the package beside them.
    pub fn libraries(&self) -> Result<Vec<Answers>> {
        tools::packages(&tools::find([&tools::NPM])?[0], &self.folder)?;
        self.chromium("libraries")
    }

    /// Measures the page itself, which is built for it.
    pub fn page(&self) -> Result<page::Figures> {
        let [chromium, driver, npm] = tools::find([&tools::CHROMIUM, &tools::CHROMEDRIVER, &tools::NPM])?;
        tools::packages(&npm, &self.project.root.join(DRIVER))?;
        let server = serve::start(serve::listen(0)?, &site::assemble(self.project)?, None)?;
        let mut script = self.script("page.mjs")?;
        script.args([self.folder.join(PACK), self.folder.join(NAMES)]).env("NAMESIEVE_SITE", server.address());
        said(script.env("CHROMIUM", chromium).env("CHROMEDRIVER", driver))
    }

    fn chromium<T: DeserializeOwned>(&self, what: &str) -> Result<T> {
        let [chromium, driver, npm] = tools::find([&tools::CHROMIUM, &tools::CHROMEDRIVER, &tools::NPM])?;
        tools::packages(&npm, &self.project.root.join(DRIVER))?;
        let server = serve::start(serve::listen(0)?, &self.folder, None)?;
        let mut script = self.script("chromium.mjs")?;
        said(script.args([what, &server.address()]).env("CHROMIUM", chromium).env("CHROMEDRIVER", driver))
    }

    /// RapidFuzz over the same names, where Python has it.
    pub fn rapidfuzz(&self) -> Result<Answers> {
        let [python] = tools::find([&tools::PYTHON])?;
        let mut script = Command::new(python);
        script.arg(self.folder.join("nearest.py")).arg(self.folder.join(NAMES));
        said(&mut script)
            .context("`pip install rapidfuzz` installs it, and the variable PYTHON names the Python that has it")
    }

    /// A script in Node, run where it lies, because it imports the driver of the page's tests.
    fn script(&self, name: &str) -> Result<Command> {
        let mut command = Command::new(tools::node(&self.project.target)?);
        command.arg(self.project.root.join(SCRIPTS).join(name));
        Ok(command)
    }
}

/// When a file of the folder was last changed.
fn changed(folder: &Path) -> Result<Option<SystemTime>> {
    let mut last = None;
    for file in site::files(folder)? {
        last = last.max(Some(fs::metadata(folder.join(file))?.modified()?));
    }
    Ok(last)
}

/// What a script prints, which is JSON.
fn said<T: DeserializeOwned>(script: &mut Command) -> Result<T> {
    serde_json::from_str(&command::read(script)?).context("the script printed something else than its figures")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(rate: u32, thread: &str, acts: bool) -> Place {
        let said = serde_json::json!({
            "rate": rate, "thread": thread, "acts": acts, "slowed": {"worker": 1.0, "page": 4.0},
            "figures": {
                "version": "1.2", "opening": [9.0, 7.0, 8.0], "firstQuery": 2.0, "memory": [10, 20],
                "kinds": [[1.0, 3.0, 2.0]], "rows": [5, 10.0], "byMessage": [4.0],
            },
        });
        serde_json::from_value::<Device>(said).unwrap().place()
    }

    #[test]
    fn what_a_script_says_becomes_a_place() {
        let place = device(1, "worker", true);
        assert_eq!((place.title.as_str(), place.memory, place.rows.0), ("Chromium 1×", Some([10, 20]), 5));
        assert_eq!(place.kinds[0].median, from_millis(2.0));
        assert_eq!(place.by_message.unwrap().most, from_millis(4.0));
    }

    #[test]
    fn where_throttling_did_not_act_is_told() {
        let told = |rate, thread, acts| device(rate, thread, acts).note.unwrap();
        assert!(told(1, "worker", true).contains("version 1.2"));
        assert!(told(4, "page", true).contains("does not act on the worker; a fixed loop took 1.0 times"));
        assert!(told(4, "worker", false).contains("because throttling does not act;"));
        assert!(told(4, "worker", true).starts_with("Chromium 4×: in a worker;"));
    }
}
