//! Assembling the site: the files of `www` and, below `pkg/`, the package they import.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// What the package brings into the site; the type declarations stay at home.
const PACKAGE: [&str; 6] =
    ["index.js", "reader.js", "wasm/namesieve.js", "wasm/namesieve_bg.wasm", "wasm/reader.js", "wasm/reader_bg.wasm"];

/// What the page cannot do without; the rest of `www` is copied as it stands.
const PAGE: [&str; 4] = ["index.html", "style.css", "main.js", "worker.js"];

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
    for needed in PAGE.map(|file| page.join(file)).into_iter().chain(PACKAGE.map(|file| package.join(file))) {
        if !needed.is_file() {
            bail!("{} is missing: the site cannot be assembled without it", needed.display());
        }
    }
    if site.exists() {
        fs::remove_dir_all(site).with_context(|| format!("{} could not be emptied", site.display()))?;
    }
    for file in files(&page)? {
        copy(&page.join(&file), &site.join(&file))?;
    }
    for file in PACKAGE {
        copy(&package.join(file), &site.join("pkg").join(file))?;
    }
    Ok(())
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
