//! `cargo xtask dist`: the publishable site, single file and npm package, with the sizes a visitor downloads, held to a budget.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::sign::Signer;
use crate::voice::say;
use crate::{digest, headers, hosts, inventory, sbom, single, site, wasm};

/// The engine with its embedded designations, in bytes of brotli. Over 60 KB are the tables of Unicode normalisation, some 65 KB
/// what is known of words (20 KB of them Chinese and Japanese characters, 14 KB the words of organisations that lists translate, 6 KB
/// the names of countries in five more languages), 13 KB verify signatures, 3 KB the checksums of addresses, 12 KB screen the rows of
/// a file, in full or against what was added to the lists; most of the rest is code, 20 KB of which is the index by which names are
/// found, and 11 KB are shortcuts for short words, what names share and what was asked before, which save some of the work of a query and
/// of opening lists. Some 47 KB find names in running text.
/// With the page it is some 645 KB, which a slow phone network (1.6 Mbit/s) brings in 3.2 seconds.
const WASM_BUDGET: usize = 485_000;

/// The reader of files with its workers and bindings, in bytes of brotli. It is fetched after the engine, is not needed to screen a
/// name, and a name waits for it a few seconds at most. A third reads official lists; the rest is for a person's own tables: some 370 KB
/// read Excel workbooks and the encodings of old systems (most of it the tables of East Asian ones), 140 KB write workbooks, 15 KB
/// make and check redacted records, and narrow down what is shown. Some 610 KB read documents, nearly all of it the pages of PDFs: an
/// interpreter that draws them, with fonts, colours and pictures, of which only the letters and their places are used. Its worker is
/// whole in itself: with the bindings of the module it has some 12 KB.
const READER_BUDGET: usize = 1_430_000;

/// The page without the modules as one visitor fetches it, in bytes of brotli: styles and scripts written by hand, without a framework,
/// the sentences in English, 15 KB, and in the longest of the other languages. A fifth of it is the Lists panel: reading files, keeping
/// them, and what can go wrong with a list; two fifths are screening a file, deciding about what is found, the report, records whole and
/// redacted; 9 KB keep work on the device, encrypted, and forget everything; 8 KB are the engine's worker, which is whole in itself, so
/// that nothing is fetched after the seal; 9 KB screen a document, a third of it sentences; 7 KB keep the page for use offline, half of it the digests of its files; 4 KB are what a person
/// adds to a name. Under 1 KB says how to check the page, and what no page can prove; another is what the component shares with the
/// page, parted from it. Another 10 KB are the pictures of links, of listings over time and of the ages of lists, each with its table and
/// its sentences in two languages, and what the rules say about ownership.
const PAGE_BUDGET: usize = 160_000;

/// The texts beside the page, in bytes of brotli: nobody fetches one before they open it, but all are kept for use offline. Each is a few
/// screens of plain sentences.
const TEXTS_BUDGET: usize = 16_000;

/// The sentences of one other language than English, in bytes of brotli. A visitor fetches the one they read, and English to fall back
/// on; what is kept for use offline are all of them, fetched when the page is ready. Beside the component lies what it says of each.
/// Cyrillic takes the most.
const LANGUAGE_BUDGET: usize = 23_000;

/// The component for the pages of others without the engine, in bytes of brotli: the page's views and style, of the English words those
/// parts that it uses, some 10 KB, 6 KB for the pictures of links and of listings over time, the code around them, and 8 KB of a worker that
/// is whole in itself. Other languages lie beside it.
const COMPONENT_BUDGET: usize = 59_000;

/// What goes into the npm package beside its `wasm` folder.
const PACKAGE: [&str; 15] = [
    "package.json",
    "index.js",
    "index.d.ts",
    "designation.d.ts",
    "explanation.d.ts",
    "facts.d.ts",
    "scan.d.ts",
    "signed.d.ts",
    "reader.js",
    "reader.d.ts",
    "table.d.ts",
    "element.d.ts",
    "frame.d.ts",
    "start.js",
    "README.md",
];

/// Which files of the site or the package belong to a part that has a budget.
type Part = fn(&Path) -> bool;

/// Builds the modules and gathers what is published. `packs` is a folder with packs and their manifest, in the place of the project's own.
pub fn assemble(project: &Project, sign_key: Option<&Path>, packs: Option<&Path>) -> Result<()> {
    let signer = sign_key.map(Signer::open).transpose()?; // first, so that a password is asked for before the build
    wasm::build(project)?;
    gather(project, signer.as_ref(), packs)
}

/// Assembles `target/dist` anew, of modules that are built: site, single file and npm package. Signs the packs where there is a
/// signer, prints every file's size, and fails where the budget is exceeded.
pub fn gather(project: &Project, signer: Option<&Signer>, packs: Option<&Path>) -> Result<()> {
    let dist = project.target.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("{} could not be emptied", dist.display()))?;
    }
    let pages = dist.join("site");
    publish(project, &pages, packs, signer)?;
    hosts::write(&dist.join("hosts"))?;
    let package = copy_package(project)?;
    let single = single::write(&pages, &dist)?;
    let toolchain = wasm::toolchain()?;
    fs::write(dist.join(sbom::FILE), sbom::of(project, &toolchain)?)
        .context("the bill of materials could not be written")?;
    say!("compiled by {toolchain}; the same sources give the same bytes with that one, in any folder");

    let mut known = BTreeMap::new();
    let files = weigh(&pages, &mut known)?;
    print("site", &pages, &files);
    let packaged = weigh(&package, &mut known)?;
    print("npm package", &package, &packaged);
    let parts: [(&str, &[Weighed], Part, usize); 5] = [
        ("engine", &files, |path| path.ends_with("namesieve_bg.wasm"), WASM_BUDGET),
        ("reader", &files, is_reader, READER_BUDGET),
        ("page", &files, is_page, PAGE_BUDGET),
        ("texts", &files, is_text, TEXTS_BUDGET),
        ("component", &packaged, |path| path.ends_with("name-sieve.js"), COMPONENT_BUDGET),
    ];
    let translations: Vec<_> = files.iter().filter(|file| is_translation(&file.path)).collect();
    let longest = translations.iter().map(|file| file.brotli).max().unwrap_or(0);
    let parts = parts.into_iter().map(|(name, files, belongs, budget)| {
        let sum: usize = files.iter().filter(|file| belongs(&file.path)).map(|file| file.brotli).sum();
        (name.to_owned(), sum + if name == "page" { longest } else { 0 }, budget)
    });
    let beside = packaged.iter().filter(|file| file.path.starts_with("wasm/languages"));
    let languages = translations.into_iter().chain(beside);
    let languages = languages.map(|file| (file.path.display().to_string(), file.brotli, LANGUAGE_BUDGET));
    let exceeded: Vec<_> = parts
        .chain(languages)
        .filter_map(|(name, sum, budget)| {
            say!("{name}: {sum} of {budget} bytes");
            (sum > budget).then(|| format!("the {name} has {sum} bytes in brotli, {} over its budget", sum - budget))
        })
        .collect();
    say!("{single}");
    if !exceeded.is_empty() {
        bail!("{}: make it smaller, or change the budget and its reason in xtask/src/dist.rs", exceeded.join("; "));
    }
    Ok(())
}

/// Assembles a site as it is published, of modules that are built: with the packs of a folder where one is given, the headers for its
/// host, signed where a key is given, and with its inventory.
pub fn publish(project: &Project, pages: &Path, packs: Option<&Path>, signer: Option<&Signer>) -> Result<()> {
    site::copy_site(&project.root, pages)?;
    if let Some(packs) = packs {
        site::copy_packs(packs, &pages.join("packs"))?;
    }
    fs::write(pages.join(inventory::HOST), headers::file()).context("the file _headers could not be written")?;
    match signer {
        Some(signer) => say!("{}", signer.sign(pages)?),
        None => say!("the packs are not signed; --sign-key FILE signs them"),
    }
    say!("{}", inventory::make(&project.root.join("www"), pages, signer)?);
    inventory::check(pages)
}

/// The worker that reads list files, and what only it fetches.
fn is_reader(path: &Path) -> bool {
    ["reader.js", "pkg/wasm/reader_bg.wasm"].iter().any(|file| path == Path::new(file))
}

/// The sentences of a language that only those fetch who read it.
fn is_translation(path: &Path) -> bool {
    path.starts_with("languages") && !["en.js", "offered.js"].iter().any(|file| path.ends_with(file))
}

/// The texts that a visitor opens by themselves.
fn is_text(path: &Path) -> bool {
    site::TEXTS.iter().any(|text| path == Path::new(text))
}

/// What a visitor fetches besides the modules, the lists and their language.
fn is_page(path: &Path) -> bool {
    let unfetched = ["_headers", "SHA256SUMS", "SHA256SUMS.minisig"].iter().any(|file| path == Path::new(file));
    let apart = unfetched || path.starts_with("packs") || is_reader(path) || is_translation(path) || is_text(path);
    !apart && path.extension().is_none_or(|kind| kind != "wasm")
}

/// Puts the npm package into `target/dist/namesieve` as it is published, and returns that path: what is written by hand, the licences,
/// and the generated folder.
pub fn copy_package(project: &Project) -> Result<PathBuf> {
    let (root, to) = (&project.root, project.target.join("dist/namesieve"));
    let from = root.join("pkg");
    for file in PACKAGE {
        site::copy(&from.join(file), &to.join(file))?;
    }
    for file in site::files(&from.join("wasm"))? {
        site::copy(&from.join("wasm").join(&file), &to.join("wasm").join(&file))?;
    }
    for entry in fs::read_dir(root).with_context(|| format!("{} could not be read", root.display()))? {
        let name = entry.with_context(|| format!("{} could not be read", root.display()))?.file_name();
        if name.to_string_lossy().starts_with("LICENSE") {
            site::copy(&root.join(&name), &to.join(&name))?;
        }
    }
    Ok(to)
}

/// A file and its sizes in bytes, as it lies there and as it travels.
struct Weighed {
    path: PathBuf,
    raw: usize,
    brotli: usize,
}

/// The files of a folder; the same bytes, which lie in several folders, are packed once.
fn weigh(folder: &Path, known: &mut BTreeMap<String, usize>) -> Result<Vec<Weighed>> {
    let weighed = site::files(folder)?.into_iter().map(|path| {
        let bytes = fs::read(folder.join(&path)).with_context(|| format!("{} could not be read", path.display()))?;
        let brotli = match known.entry(digest::hex(&bytes)) {
            Entry::Occupied(size) => *size.get(),
            Entry::Vacant(place) => *place.insert(brotli(&bytes)?),
        };
        Ok(Weighed { raw: bytes.len(), brotli, path })
    });
    weighed.collect()
}

/// The size after brotli at its strongest, which is what static hosts send.
pub fn brotli(bytes: &[u8]) -> Result<usize> {
    const BUFFER: usize = 1 << 16;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes).context("brotli failed")?;
    Ok(writer.into_inner().len())
}

fn print(title: &str, folder: &Path, files: &[Weighed]) {
    say!("\n{title}: {}", folder.display());
    say!("{:>10} {:>10}", "raw", "brotli");
    for file in files {
        say!("{:>10} {:>10}  {}", file.raw, file.brotli, file.path.display());
    }
    let sum = |size: fn(&Weighed) -> usize| files.iter().map(size).sum::<usize>();
    say!("{:>10} {:>10}  in {} files\n", sum(|file| file.raw), sum(|file| file.brotli), files.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_fetches_english_with_the_page_and_another_language_apart() {
        let [english, french] = ["languages/en.js", "languages/fr.js"].map(Path::new);
        assert!(is_page(english) && !is_translation(english));
        assert!(is_translation(french) && !is_page(french));
    }

    #[test]
    fn a_visitor_fetches_the_texts_apart_from_the_page() {
        let [text, index] = ["privacy.html", "index.html"].map(Path::new);
        assert!(is_text(text) && !is_page(text));
        assert!(is_page(index) && !is_text(index));
    }

    #[test]
    fn brotli_counts_what_travels() {
        let repeated = brotli(&[b'a'; 100_000]).unwrap();
        assert!((1..100).contains(&repeated), "{repeated}");
        assert_eq!(brotli(b"").unwrap(), 1);
    }
}
