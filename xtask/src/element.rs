//! The component `<name-sieve>` as the package holds it: one module of the page's own parts, and the worker that it starts.
//!
//! Its words, views and style are those of the page, so that both say and look the same. What differs is what the page of somebody
//! else needs: the worker is disarmed in the place of proving a seal, and the style hangs from the component in the place of the root.
//! English comes in the module; every other language lies beside it and is imported by whoever speaks it. The frame, which imports
//! nothing, holds them all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::headers;
use crate::link::{link, link_module};
use crate::project::Project;
use crate::sentences::{self, Language};
use crate::{single, site};

/// The module, and beside it the file of its worker for hosts that start no worker from `blob:`.
const MODULE: &str = "pkg/wasm/name-sieve.js";
const WORKER: &str = "pkg/wasm/element-worker.js";

/// The component in a document of its own, for pages that take no module.
const FRAME: &str = "pkg/wasm/frame.html";

/// The door of the package, which stays a module of its own: the host may import it as well.
const DOOR: (&str, &str) = ("pkg/index.js", "../index.js");

/// The folder of the languages, beside the module as in the page, and the one that the module holds.
const LANGUAGES: &str = "languages";
const ENGLISH: &str = "languages/en.js";

/// Where the frame begins; it is joined of all that the component is, and of little more.
const FRAME_ENTRY: &str = "frame.js";

/// Writes all of it into `pkg/wasm`, where the bindings lie already.
pub fn build(project: &Project) -> Result<()> {
    let sources = project.target.join("element");
    if sources.exists() {
        fs::remove_dir_all(&sources).with_context(|| format!("{} could not be emptied", sources.display()))?;
    }
    site::copy_scripts(&project.root, &sources)?;
    let read = |file: &str| fs::read_to_string(sources.join(file)).with_context(|| format!("{file} could not be read"));
    let worker = link(&sources, "worker.js", &[("sealed.js", &read("element/disarmed.js")?)])?.text;
    let sheet = constant("css", &style(&read("style.css")?, &read("element/element.css")?)?)?;
    let text = constant("text", &worker)?;
    let languages = sentences::of(&sources, &link(&sources, FRAME_ENTRY, &[])?.modules)?;
    let mut instead = vec![("element/worker-text.js", text.as_str()), ("element/sheet.js", &sheet)];
    instead.extend(languages.iter().map(replacement));
    let module = link_module(&sources, "element/door.js", &instead, DOOR, LANGUAGES)?;
    for (file, text) in [(MODULE, module), (WORKER, worker), (FRAME, frame(&sources, &languages)?)] {
        write(&project.root.join(file), &text)?;
    }
    let beside = project.root.join(MODULE).with_file_name(LANGUAGES);
    if beside.exists() {
        fs::remove_dir_all(&beside).with_context(|| format!("{} could not be emptied", beside.display()))?;
    }
    fs::create_dir_all(&beside).with_context(|| format!("{} could not be made", beside.display()))?;
    for Language { file, text } in languages.iter().filter(|language| language.file != ENGLISH) {
        write(&project.root.join(MODULE).with_file_name(file), text)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} could not be written", path.display()))
}

/// A language of the page and what the component has of it.
fn replacement(language: &Language) -> (&str, &str) {
    (&language.file, &language.text)
}

/// The frame in one file, which asks nobody for anything: sealed like the page, with a worker that proves it.
fn frame(sources: &Path, languages: &[Language]) -> Result<String> {
    const ENGINE: &str = "pkg/wasm/namesieve_bg.wasm";
    let read = |file: &str| fs::read(sources.join(file)).with_context(|| format!("{file} could not be read"));
    let sheet = constant("css", &style(&text(read("style.css")?)?, &text(read("element/element.css")?)?)?)?;
    let mut instead = vec![single::SOURCE, ("element/sheet.js", sheet.as_str())];
    instead.extend(languages.iter().map(replacement));
    let script = single::inside(link(sources, FRAME_ENTRY, &instead)?.text)?;
    let mut page = single::Page(text(read("frame.html")?)?);
    let style = between(&page.0, "<style>", "</style>")?.to_owned();
    page.replace(&headers::meta(), &headers::single(&single::source(&script), &single::source(&style)))?;
    let worker = link(sources, "worker.js", &[])?.text;
    let parts = [
        single::element(ENGINE, &read(ENGINE)?)?,
        single::element("worker.js", worker.as_bytes())?,
        single::element("packs/manifest.json", b"{ \"packs\": [] }")?,
    ];
    page.replace("</body>", &format!("{}<script>{script}</script>\n</body>", parts.concat()))?;
    Ok(page.0)
}

fn text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).context("a source of the component is not UTF-8")
}

/// A module that exports a text.
fn constant(name: &str, text: &str) -> Result<String> {
    Ok(format!("export const {name} = {};\n", serde_json::to_string(text)?))
}

/// The page's style for a shadow, and what the component adds to it. A colour follows the host's colour scheme and can be set by the
/// host; a size is a multiple of the component's own; what the page does at the width of the window, the component does at its own.
fn style(page: &str, own: &str) -> Result<String> {
    let dark = between(page, "@media (prefers-color-scheme: dark) {\n", "\n}\n")?;
    let light = between(page, ":root {\n", "\n}\n")?;
    let mut host = String::new();
    for (name, value) in colours(light) {
        let (_, other) =
            colours(dark).find(|(dark, _)| *dark == name).with_context(|| format!("--{name} has no dark"))?;
        host += &format!("  --{name}: var(--namesieve-{name}, light-dark({value}, {other}));\n");
    }
    let rest = page
        .replace(&format!("@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"), "")
        .replace(&format!(":root {{\n{light}\n}}\n"), &format!(":host {{\n{host}}}\n"))
        .replace(":root", ":host")
        .replace("@media (max-width: 30rem)", "@container (max-width: 30em)");
    let text = format!("{}\n{own}", from_the_component(&rest));
    if text.contains("prefers-color-scheme") || text.contains(":root") {
        bail!("the style of the page has a form that xtask/src/element.rs does not know");
    }
    Ok(text)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let found = text.split_once(start).and_then(|(_, rest)| rest.split_once(end));
    found.map(|(inside, _)| inside).with_context(|| format!("the style of the page does not hold {start}"))
}

/// The names and values of the colours in a rule.
fn colours(rule: &str) -> impl Iterator<Item = (&str, &str)> {
    rule.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
}

/// Sizes that the page measures from its root as multiples of the component's.
fn from_the_component(style: &str) -> String {
    let mut pieces = style.split("rem");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = text.len() - text.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.').len();
        let number = text.split_off(text.len() - digits);
        let is_size = number.contains(|letter: char| letter.is_ascii_digit());
        text += &if is_size { format!("calc({number} * var(--size))") } else { number + "rem" };
        text += piece;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = ":root {\n  color-scheme: light dark;\n  --ink: #000;\n  font: 112.5%/1.5 serif;\n}\n\n\
        @media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #fff;\n  }\n}\n\n\
        h1 { margin: 1.5rem 0; }\n.remark { width: min(19rem, 100%); }\n@media (max-width: 30rem) {\n  h1 { margin: 0; }\n}\n\
        @media print {\n  :root { --ink: #111; }\n}\n";

    #[test]
    fn the_style_hangs_from_the_component() {
        let style = style(PAGE, ":host { display: block; }\n").unwrap();
        for line in [
            "  --ink: var(--namesieve-ink, light-dark(#000, #fff));",
            "h1 { margin: calc(1.5 * var(--size)) 0; }",
            ".remark { width: min(calc(19 * var(--size)), 100%); }",
            "@container (max-width: 30em) {",
            "  :host { --ink: #111; }",
            ":host { display: block; }",
        ] {
            assert!(style.lines().any(|found| found == line), "{line} in {style}");
        }
    }

    #[test]
    fn a_colour_without_a_dark_one_is_refused() {
        assert!(style(&PAGE.replace("    --ink: #fff;\n", ""), "").is_err());
    }
}
