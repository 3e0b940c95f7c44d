//! Assembling the site: the files of `www`, below `pkg/` the package they import, and below `packs/` the lists it offers.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::link::link;
use crate::project::Project;

/// What the package brings into the site; the type declarations stay at home.
const PACKAGE: [&str; 8] = [
    "index.js",
    "reader.js",
    "start.js",
    "wasm/digests.js",
    "wasm/namesieve.js",
    "wasm/namesieve_bg.wasm",
    "wasm/reader.js",
    "wasm/reader_bg.wasm",
];

/// What the page cannot do without; the rest of `www` is copied as it stands.
const PAGE: [&str; 6] = ["index.html", "style.css", "main.js", "worker.js", "reader.js", "sw.js"];

/// The text about the method, which is a fold of the page in the single file.
pub const METHOD: &str = "method.html";

/// The texts for readers beside the page, each of which is opened by itself, has no script, and fetches its style alone.
pub const TEXTS: [&str; 5] = [METHOD, "privacy.html", "sources.html", "administrators.html", "auditors.html"];

/// What lies in `www` and is no part of the page: the component and its frame, which go into the package.
const APART: [&str; 1] = ["element"];
const APART_FILES: [&str; 2] = ["frame.html", "frame.js"];

/// The scripts of the workers.
const WORKERS: [&str; 2] = ["worker.js", "reader.js"];

/// The variable that sets the age in days past which a list of this site is out of date.
const MAX_AGE: &str = "NAMESIEVE_MAX_AGE";

/// Where the page is told that age, as it stands in `www/index.html`.
const MAX_AGE_MARK: &str = r#"<meta name="namesieve-max-age" content="30">"#;

/// Says which packs the site offers; the page always asks for it.
pub const MANIFEST: &str = "manifest.json";

/// Assembles `target/site` anew and returns its path.
pub fn assemble(project: &Project) -> Result<PathBuf> {
    let site = project.target.join("site");
    copy_site(&project.root, &site)?;
    Ok(site)
}

/// Copies page and package into `site`, which is emptied first; a missing file is refused by its name.
pub fn copy_site(root: &Path, site: &Path) -> Result<()> {
    let page = root.join("www");
    let package = root.join("pkg");
    let pages = PAGE.into_iter().chain(TEXTS).map(|file| page.join(file));
    for needed in pages.chain(PACKAGE.map(|file| package.join(file))) {
        if !needed.is_file() {
            bail!("{} is missing: the site cannot be assembled without it", needed.display());
        }
    }
    if site.exists() {
        fs::remove_dir_all(site).with_context(|| format!("{} could not be emptied", site.display()))?;
    }
    copy_scripts(root, site)?;
    for folder in APART {
        fs::remove_dir_all(site.join(folder)).with_context(|| format!("{folder} could not be removed"))?;
    }
    for file in APART_FILES {
        fs::remove_file(site.join(file)).with_context(|| format!("{file} could not be removed"))?;
    }
    join_workers(site)?;
    copy_packs(&root.join("packs"), &site.join("packs"))?;
    match env::var(MAX_AGE) {
        Ok(days) => set_max_age(&site.join("index.html"), &days),
        Err(_) => Ok(()),
    }
}

/// Copies the page's own files as they stand, and below `pkg/` those of the package that they import.
pub fn copy_scripts(root: &Path, to: &Path) -> Result<()> {
    for file in files(&root.join("www"))? {
        copy(&root.join("www").join(&file), &to.join(&file))?;
    }
    for file in PACKAGE {
        copy(&root.join("pkg").join(file), &to.join("pkg").join(file))?;
    }
    Ok(())
}

/// Joins each worker's script with what it imports, since nothing can be imported after the seal. What only workers imported goes.
fn join_workers(site: &Path) -> Result<()> {
    let page = link(site, "main.js", &[])?.modules;
    let joined = WORKERS.map(|worker| link(site, worker, &[]));
    for (worker, joined) in WORKERS.into_iter().zip(joined) {
        let joined = joined?;
        for module in joined.modules.iter().filter(|module| !page.contains(module)) {
            let file = site.join(module);
            // Two workers may have shared it.
            if file.exists() {
                fs::remove_file(&file).with_context(|| format!("{} could not be removed", file.display()))?;
            }
        }
        let file = site.join(worker);
        fs::write(&file, joined.text).with_context(|| format!("{} could not be written", file.display()))?;
    }
    Ok(())
}

/// Copies packs and their manifest in the place of others; without a manifest the site offers none, and says so.
pub fn copy_packs(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("{} could not be emptied", to.display()))?;
    }
    if !from.join(MANIFEST).is_file() {
        fs::create_dir_all(to).and_then(|()| fs::write(to.join(MANIFEST), "{ \"packs\": [] }\n"))?;
        return Ok(());
    }
    let packs = files(from)?.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "pack"));
    for file in packs.chain([PathBuf::from(MANIFEST)]) {
        copy(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

/// Writes into the page the age past which a list is out of date.
fn set_max_age(index: &Path, days: &str) -> Result<()> {
    let Ok(days) = days.parse::<u32>() else {
        bail!("{MAX_AGE} is `{days}`: give a whole number of days");
    };
    set(index, MAX_AGE_MARK, &MAX_AGE_MARK.replace("30", &days.to_string()))
}

/// Puts something else in the place of what the page holds for it.
pub fn set(page: &Path, mark: &str, value: &str) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| format!("{} could not be read", page.display()))?;
    if !text.contains(mark) {
        bail!("{} does not hold {mark}: it could not be set", page.display());
    }
    fs::write(page, text.replace(mark, value)).with_context(|| format!("{} could not be written", page.display()))
}

/// Copies one file and makes the folders it needs.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    to.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::copy(from, to))
        .with_context(|| format!("{} could not be copied to {}", from.display(), to.display()))?;
    Ok(())
}

/// Every file below a folder, relative to it, in order of name; hidden files and `node_modules` are left out.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(below) = waiting.pop() {
        let here = folder.join(&below);
        let unread = || format!("{} could not be read", here.display());
        for entry in fs::read_dir(&here).with_context(unread)? {
            let entry = entry.with_context(unread)?;
            let name = entry.file_name();
            if name.to_string_lossy().starts_with('.') || name == "node_modules" {
                continue;
            }
            let path = below.join(name);
            if entry.path().is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("namesieve-site-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn packs_are_copied_with_their_manifest_and_their_absence_is_said() {
        let here = folder("packs");
        let (from, to) = (here.join("from"), here.join("to"));
        copy_packs(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join(MANIFEST)).unwrap(), "{ \"packs\": [] }\n");
        fs::create_dir_all(&from).unwrap();
        for file in ["un-sc.pack", MANIFEST, "notes.txt"] {
            fs::write(from.join(file), file).unwrap();
        }
        copy_packs(&from, &to).unwrap();
        assert_eq!(files(&to).unwrap(), [PathBuf::from(MANIFEST), PathBuf::from("un-sc.pack")]);
        fs::remove_dir_all(here).unwrap();
    }

    #[test]
    fn workers_are_whole_and_what_only_they_imported_is_gone() {
        let here = folder("workers");
        for (file, text) in [
            ("main.js", "import { a } from './both.js';\n"),
            ("both.js", "export const a = 1;\n"),
            ("worker.js", "import { a } from './both.js';\nimport { b } from './shared.js';\n"),
            ("reader.js", "import { b } from './shared.js';\n"),
            ("shared.js", "export const b = 2;\n"),
        ] {
            fs::write(here.join(file), text).unwrap();
        }
        join_workers(&here).unwrap();
        assert_eq!(files(&here).unwrap(), ["both.js", "main.js", "reader.js", "worker.js"].map(PathBuf::from));
        for worker in WORKERS {
            let text = fs::read_to_string(here.join(worker)).unwrap();
            assert!(text.contains("const b = 2;") && !text.contains("import "), "{text}");
        }
        fs::remove_dir_all(here).unwrap();
    }

    #[test]
    fn the_age_past_which_a_list_is_out_of_date_can_be_set() {
        let here = folder("age");
        let index = here.join("index.html");
        fs::write(&index, format!("<head>{MAX_AGE_MARK}</head>")).unwrap();
        assert!(set_max_age(&index, "a month").is_err());
        set_max_age(&index, "14").unwrap();
        assert_eq!(fs::read_to_string(&index).unwrap(), r#"<head><meta name="namesieve-max-age" content="14"></head>"#);
        assert!(set_max_age(&index, "7").is_err());
        fs::remove_dir_all(here).unwrap();
    }

    #[test]
    fn the_page_holds_the_mark_of_that_age() {
        let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/index.html");
        assert!(fs::read_to_string(index).unwrap().contains(MAX_AGE_MARK));
    }
}
