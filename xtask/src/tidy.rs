//! Structure checks: what the sources promise to each other and no compiler looks at.
//!
//! Every check is a plain function from one source to the faults in it, as sentences.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::faults::Matrix;
use crate::link;
use crate::project::Project;
use crate::site;

/// The folders whose sources are checked; `pkg/wasm` is generated.
const FOLDERS: [&str; 9] = ["src", "data", "tests", "fuzz", "www", "pkg", "examples", "xtask", ".ci"];

/// A file longer than this holds more than one concept.
const LONGEST: usize = 400;

/// Where a file is a table and may be as long as it likes: the sentences of one language, which whoever translates or reads them wants
/// in one place, beside those of another.
const TABLES: &str = "www/languages/";

/// Ways from text to markup or code; a name or a list's remark could carry either.
const TEXT_TO_CODE: [&str; 5] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("];

/// Addresses that page and package may name. None of them is fetched: the first is the name of an XML namespace, the second is the
/// device itself, of which a worker without a server asks something to prove that it may not, and the others are where a reader may
/// follow a link to what an authority says itself.
const NAMED_ADDRESSES: [&str; 7] = [
    "http://www.w3.org/2000/svg",
    "http://127.0.0.1'",
    "https://ofac.treasury.gov/faqs/",
    "https://www.gov.uk/guidance/suspected-breach-of-financial-sanctions-what-to-do",
    "https://www.sanctionsmap.eu/",
    "https://main.un.org/securitycouncil/en/sanctions/delisting",
    "https://www.dgecho-partners-helpdesk.eu/sanctions/sanction-clauses",
];

/// How a text beside the page may name any other address: as a link for readers, which is followed by a person and fetched by nobody.
const LINK: &str = "<a href=\"";

/// What is written by hand of the package that runs in browsers.
const PACKAGE: [&str; 3] = ["pkg/index.js", "pkg/reader.js", "pkg/start.js"];

/// The doors of the package, as the page imports them, and the digests of its modules.
const DOORS: [&str; 3] = ["www/pkg/index.js", "www/pkg/reader.js", "www/pkg/wasm/digests.js"];

/// Marks of unfinished work; an issue is the place for it. Written apart, so that this file does not find itself.
const UNFINISHED: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// A text file, by its path from the root with `/` between folders.
struct Source {
    path: String,
    text: String,
}

/// All faults in the project's sources, one sentence each.
pub fn check(project: &Project) -> Result<Vec<String>> {
    let checks = [opening_comment, length, unfinished, imports, text_to_code, addresses, reasons];
    let sources = read(&project.root)?;
    let found = sources.iter().flat_map(|source| checks.iter().flat_map(|check| check(source)));
    Ok(found.chain(Matrix::read(&project.root)?.findings).collect())
}

fn read(root: &Path) -> Result<Vec<Source>> {
    const KINDS: [&str; 7] = ["rs", "js", "mjs", "ts", "css", "html", "toml"];
    let mut paths = vec![PathBuf::from("Cargo.toml")];
    for folder in FOLDERS.into_iter().filter(|folder| root.join(folder).is_dir()) {
        paths.extend(site::files(&root.join(folder))?.into_iter().map(|file| Path::new(folder).join(file)));
    }
    paths.retain(|path| {
        let kind = path.extension().unwrap_or_default().to_string_lossy();
        !path.starts_with("pkg/wasm") && KINDS.contains(&kind.as_ref())
    });
    let sources = paths.into_iter().map(|path| {
        let text =
            fs::read_to_string(root.join(&path)).with_context(|| format!("{} could not be read", path.display()))?;
        let names = path.components().map(|part| part.as_os_str().to_string_lossy());
        Ok(Source { path: names.collect::<Vec<_>>().join("/"), text })
    });
    sources.collect()
}

impl Source {
    fn is(&self, kinds: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, kind)| kinds.contains(&kind))
    }

    /// Whether it is sent to browsers.
    fn is_page(&self) -> bool {
        self.path.starts_with("www/") || PACKAGE.contains(&self.path.as_str())
    }

    /// One sentence for each line with a fault.
    fn lines(&self, fault: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let lines = self.text.lines().zip(1..);
        lines.filter_map(|(line, number)| Some(format!("{}:{number}: {}", self.path, fault(line)?))).collect()
    }
}

/// Every source says first what it is.
fn opening_comment(source: &Source) -> Vec<String> {
    let openings: &[&str] = match () {
        () if source.is(&["rs"]) => &["//!"],
        () if source.is(&["js", "mjs", "ts"]) => &["//", "/*"],
        () if source.is(&["css"]) => &["/*"],
        () => return Vec::new(),
    };
    let text = match source.text.split_once('\n') {
        Some((first, rest)) if first.starts_with("#!/") => rest,
        _ => &source.text,
    };
    if openings.iter().any(|opening| text.starts_with(opening)) {
        return Vec::new();
    }
    vec![format!("{}:1: the file does not open with a comment that says what it is", source.path)]
}

fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if !source.is(&["rs", "js", "mjs", "ts", "css"]) || lines <= LONGEST || source.path.starts_with(TABLES) {
        return Vec::new();
    }
    vec![format!("{}:{lines}: the file is longer than {LONGEST} lines: split it by concept", source.path)]
}

fn unfinished(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let mut words = line.split(|letter: char| !letter.is_alphanumeric());
        let mark = words.find(|word| UNFINISHED.contains(word))?;
        Some(format!("{mark} marks unfinished work: finish it or open an issue"))
    })
}

/// The page imports its own modules and the package's doors, nothing else.
fn imports(source: &Source) -> Vec<String> {
    if !(source.path.starts_with("www/") && source.is(&["js", "mjs"])) {
        return Vec::new();
    }
    let folder = Path::new(&source.path).parent().unwrap_or(Path::new(""));
    source.lines(|line| {
        let wanted = imported(line)?;
        let allowed = wanted.starts_with('.')
            && link::resolve(folder, wanted).is_some_and(|path| {
                path.starts_with("www")
                    && (!path.starts_with("www/pkg") || DOORS.iter().any(|door| path == Path::new(door)))
            });
        (!allowed).then(|| {
            format!(
                "imports {wanted}: the page may import only its own modules, {}",
                DOORS.map(|door| door.replace("www", ".")).join(", ")
            )
        })
    })
}

/// The module that a line of code imports.
fn imported(line: &str) -> Option<&str> {
    const OPENINGS: [&str; 7] = ["from '", "from \"", "import '", "import \"", "import('", "import(\"", "import(`"];
    if ["//", "/*", "*"].iter().any(|comment| line.trim_start().starts_with(comment)) {
        return None;
    }
    let (_, wanted) = OPENINGS.iter().find_map(|opening| line.split_once(opening))?;
    wanted.split(['\'', '"', '`']).next()
}

/// Text becomes an element's text or an attribute, never markup and never code.
fn text_to_code(source: &Source) -> Vec<String> {
    if !source.is_page() {
        return Vec::new();
    }
    source.lines(|line| {
        let way = TEXT_TO_CODE.into_iter().find(|way| {
            line.match_indices(way).any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_alphanumeric()))
        })?;
        Some(format!("{way} turns text into markup or code: set textContent or build elements"))
    })
}

/// Page and package name no other origin.
fn addresses(source: &Source) -> Vec<String> {
    if !source.is_page() {
        return Vec::new();
    }
    let is_text = source.path.strip_prefix("www/").is_some_and(|file| site::TEXTS.contains(&file));
    source.lines(|line| {
        let links = |at: usize| is_text && line[..at].ends_with(LINK);
        let starts = line.match_indices("http").filter(|(at, _)| !links(*at)).map(|(at, _)| &line[at..]);
        let mut foreign = starts.filter(|address| {
            let absolute = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
            absolute && !NAMED_ADDRESSES.iter().any(|named| address.starts_with(named))
        });
        let address = foreign.next()?.split(['\'', '"', '`', ' ', '<', ')']).next()?;
        Some(format!(
            "names {address}: the page fetches from no other origin, and links for readers come with the data"
        ))
    })
}

/// Every dependency has its reason in a comment on its line; one that a file names twice needs it once.
fn reasons(source: &Source) -> Vec<String> {
    if !source.path.ends_with("Cargo.toml") {
        return Vec::new();
    }
    let mut depends = false;
    let mut reasoned = Vec::new();
    let mut bare = Vec::new();
    for (line, number) in source.text.lines().zip(1..) {
        if let Some(section) = line.strip_prefix('[') {
            depends = section.contains("dependencies]") && !section.starts_with("workspace.");
        } else if let (true, Some((name, rest))) = (depends, line.split_once(" = ")) {
            match rest.rsplit_once("# ") {
                Some((_, reason)) if !reason.trim().is_empty() => reasoned.push(name),
                _ => bare.push((name, number)),
            }
        }
    }
    bare.retain(|(name, _)| !reasoned.contains(name));
    let fault = |(name, number)| format!("{}:{number}: {name} is depended on without a reason", source.path);
    bare.into_iter().map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(check: fn(&Source) -> Vec<String>, path: &str, text: &str) -> usize {
        check(&Source { path: path.into(), text: text.into() }).len()
    }

    #[test]
    fn a_source_opens_with_a_comment() {
        assert_eq!(faults(opening_comment, "src/a.rs", "//! This.\n"), 0);
        assert_eq!(faults(opening_comment, "src/a.rs", "// This.\n"), 1);
        assert_eq!(faults(opening_comment, "www/a.js", "/** This. */\n"), 0);
        assert_eq!(faults(opening_comment, "tests/a.mjs", "#!/usr/bin/env node\n// This.\n"), 0);
        assert_eq!(faults(opening_comment, "www/a.css", "body {}\n"), 1);
        assert_eq!(faults(opening_comment, "data/a.toml", "a = 1\n"), 0);
    }

    #[test]
    fn a_file_stays_short_and_finished() {
        assert_eq!(faults(length, "src/a.rs", &"//\n".repeat(LONGEST)), 0);
        assert_eq!(faults(length, "src/a.rs", &"//\n".repeat(LONGEST + 1)), 1);
        assert_eq!(faults(length, "www/languages/fr.js", &"//\n".repeat(LONGEST + 1)), 0);
        assert_eq!(faults(unfinished, "data/a.toml", concat!("name = \"TO", "DOROV\"\n")), 0);
        assert_eq!(faults(unfinished, "src/a.rs", concat!("// TO", "DO: more\n")), 1);
    }

    #[test]
    fn the_page_imports_its_own_modules_and_the_packages_doors() {
        let good = [
            "import { load } from './pkg/index.js';",
            "import { loadReader } from './pkg/reader.js';",
            "const digests = import('./pkg/wasm/digests.js');",
            "import './view/hit.js';",
            "export * from \"./a.js\";",
        ];
        let bad = [
            "import { load } from 'namesieve';",
            "import init from './pkg/wasm/namesieve.js';",
            "import { failure } from './pkg/start.js';",
            "const a = await import('https://cdn.example/a.js');",
            "import { a } from '../pkg/index.js';",
        ];
        assert_eq!(good.map(|line| faults(imports, "www/main.js", line)), [0; 5]);
        assert_eq!(bad.map(|line| faults(imports, "www/main.js", line)), [1; 5]);
        assert_eq!(faults(imports, "www/view/hit.js", "import { load } from '../pkg/index.js';"), 0);
        assert_eq!(faults(imports, "www/view/hit.js", "// kept from 'main.js'"), 0);
    }

    #[test]
    fn text_never_becomes_markup_or_code() {
        assert_eq!(faults(text_to_code, "www/main.js", "a.innerHTML = b;\neval(c);\n"), 2);
        assert_eq!(faults(text_to_code, "www/main.js", "retrieval(a);\n"), 0);
        assert_eq!(faults(text_to_code, "tests/page/a.test.mjs", "eval(c);\n"), 0);
    }

    #[test]
    fn the_page_names_no_other_origin() {
        assert_eq!(faults(addresses, "www/index.html", "<a href=\"https://example.org/\">\n"), 1);
        assert_eq!(faults(addresses, "www/links.js", "const svg = 'http://www.w3.org/2000/svg';\n"), 0);
        assert_eq!(faults(addresses, "pkg/README.md", "https://example.org/\n"), 0);
        assert_eq!(faults(addresses, "www/sources.html", "<a href=\"https://example.org/\">\n"), 0);
        assert_eq!(faults(addresses, "www/sources.html", "<link href=\"https://example.org/\">\n"), 1);
    }

    #[test]
    fn a_dependency_has_its_reason_once_in_a_file() {
        let text = "[workspace.dependencies]\nx = \"1\"\n[dependencies]\na = \"1\" # for a\nb = \"1\"\n\
            [target.'cfg(unix)'.dependencies]\nc = \"1\"\n[build-dependencies]\na = \"1\"\n[features]\nd = []\n";
        assert_eq!(faults(reasons, "Cargo.toml", text), 2);
    }
}
