//! Joining the modules of a script into one text, for where nothing can be imported: in a worker after the seal, and in the single file.
//!
//! Every module becomes a function that returns what it exports, so its text stays what it was, line by line, and whoever reads the
//! result finds the sources again. It understands the small part of the language that the page keeps to and refuses the rest: an
//! import or export stands at the beginning of one line, what is exported is never assigned anew, and no two modules import each other.
//! A bundler from npm would do more, and would be the one program from outside that writes the code which sees names.

use std::fmt::Write;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Modules that took part, each before those that import it, and their joint text.
pub struct Linked {
    pub modules: Vec<PathBuf>,
    pub text: String,
}

/// Joins the module `entry` below `folder` and all it imports; `instead` names modules and the text that takes the place of each.
pub fn link(folder: &Path, entry: &str, instead: &[(&str, &str)]) -> Result<Linked> {
    let mut linker = Linker::new(folder, instead);
    linker.add(Path::new(entry))?;
    let text = format!("(() => {{\n'use strict';\n{}}})();\n", linker.text);
    Ok(Linked { modules: linker.modules, text })
}

/// The same as a module, which exports what `entry` does. `outside` names a module that stays one of its own, and what the joined one
/// imports it by. `apart` is a folder beside the joined module: what is imported of it when it is needed stays there, and is fetched then.
pub fn link_module(
    folder: &Path,
    entry: &str,
    instead: &[(&str, &str)],
    outside: (&str, &str),
    apart: &str,
) -> Result<String> {
    let mut linker = Linker { outside: Some(outside.0), apart: Some(apart), ..Linker::new(folder, instead) };
    let name = linker.add(Path::new(entry))?;
    let exports = linker.exports.join(", ");
    Ok(format!("import * as {OUTSIDE} from '{}';\n{}export const {{ {exports} }} = {name};\n", outside.1, linker.text))
}

/// What a joined module calls the one that stays outside.
const OUTSIDE: &str = "outside";

struct Linker<'a> {
    folder: &'a Path,
    instead: &'a [(&'a str, &'a str)],
    /// A module that is not joined; then the result is a module too, and knows its own address.
    outside: Option<&'a str>,
    /// The folder whose modules are not joined because of an import when they are needed.
    apart: Option<&'a str>,
    modules: Vec<PathBuf>,
    /// Those whose imports are just being added.
    open: Vec<PathBuf>,
    text: String,
    /// What the module that was added last exports.
    exports: Vec<String>,
}

impl<'a> Linker<'a> {
    fn new(folder: &'a Path, instead: &'a [(&'a str, &'a str)]) -> Self {
        let (modules, open, exports) = (Vec::new(), Vec::new(), Vec::new());
        Linker { folder, instead, outside: None, apart: None, modules, open, text: String::new(), exports }
    }

    /// Adds a module after all that it imports, unless it is there already.
    fn add(&mut self, path: &Path) -> Result<String> {
        if self.outside.is_some_and(|outside| path == Path::new(outside)) {
            return Ok(OUTSIDE.into());
        }
        if let Some(at) = self.modules.iter().position(|module| module == path) {
            return Ok(name(at));
        }
        if self.open.iter().any(|open| open == path) {
            bail!("{} imports itself by way of others: part what they share from them", path.display());
        }
        self.open.push(path.to_path_buf());
        let source = match self.instead.iter().find(|(module, _)| path == Path::new(module)) {
            Some((_, text)) => (*text).to_owned(),
            None => {
                let file = self.folder.join(path);
                fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?
            }
        };
        let module = self.module(path, &source).with_context(|| format!("{} cannot be joined", path.display()))?;
        self.open.pop();
        let name = name(self.modules.len());
        self.modules.push(path.to_path_buf());
        write!(self.text, "// {}\nconst {name} = (() => {{\n{module}}})();\n", path.display())?;
        Ok(name)
    }

    /// The body of the function that a module becomes.
    fn module(&mut self, path: &Path, source: &str) -> Result<String> {
        let mut body = String::new();
        let mut exports = Vec::new();
        for line in source.lines() {
            let line = &self.dynamic(path, line)?;
            if let Some(import) = line.strip_prefix("import ") {
                body += &self.import(path, import)?;
            } else if let Some(export) = line.strip_prefix("export ") {
                body += &exported(export, &mut exports)?;
            } else {
                body += line;
            }
            body.push('\n');
        }
        writeln!(body, "return {{ {} }};", exports.join(", "))?;
        self.exports = exports.iter().map(|name| name.split(": ").next().unwrap_or(name).to_owned()).collect();
        // Nothing lies beside a joined script.
        Ok(if self.outside.is_some() { body } else { body.replace("import.meta.url", "self.location.href") })
    }

    /// `a, { b, c as d } from './e.js';`, or `'./e.js';` alone.
    fn import(&mut self, from: &Path, import: &str) -> Result<String> {
        let refusal = || format!("this import is not understood: {import}");
        // What it does is done before, and it gives nothing.
        if let Some(module) = import.strip_prefix('\'').and_then(|rest| rest.strip_suffix("';")) {
            return self.imported(from, module).map(|_| String::new());
        }
        let (wanted, module) = import.rsplit_once(" from '").with_context(refusal)?;
        let module = self.imported(from, module.strip_suffix("';").with_context(refusal)?)?;
        let (default, named) = match wanted.split_once('{') {
            None => (wanted, ""),
            Some((default, named)) => (default, named.strip_suffix('}').with_context(refusal)?),
        };
        let mut names: Vec<_> = named.split(',').map(|name| name.trim().replace(" as ", ": ")).collect();
        names.push(match default.trim().trim_end_matches(',') {
            "" => String::new(),
            name if name.chars().all(char::is_alphanumeric) => format!("default: {name}"),
            _ => bail!(refusal()),
        });
        names.retain(|name| !name.is_empty());
        Ok(format!("const {{ {} }} = {module};", names.join(", ")))
    }

    /// The name of what a module imports, added before it.
    fn imported(&mut self, from: &Path, wanted: &str) -> Result<String> {
        let folder = from.parent().unwrap_or(Path::new(""));
        let path = resolve(folder, wanted).filter(|_| wanted.starts_with('.'));
        self.add(&path.with_context(|| format!("{wanted} lies outside the site"))?)
    }

    /// A module of the page that is imported when it is needed is there already, unless it stays apart.
    fn dynamic(&mut self, from: &Path, line: &str) -> Result<String> {
        let Some((before, rest)) = line.split_once("import('.") else { return Ok(line.to_owned()) };
        let (module, after) = rest.split_once("')").context("an import( has no end")?;
        let path = resolve(from.parent().unwrap_or(Path::new("")), &format!(".{module}"));
        if let Some(path) = path.filter(|path| self.stays_apart(path)) {
            return Ok(format!("{before}import('./{}'){after}", path.display()));
        }
        let module = self.imported(from, &format!(".{module}"))?;
        Ok(format!("{before}Promise.resolve({module}){after}"))
    }

    fn stays_apart(&self, path: &Path) -> bool {
        self.apart.is_some_and(|folder| path.starts_with(folder)) && !self.modules.iter().any(|module| module == path)
    }
}

/// `const a = 1;`, `function b() {`, `{ c, d as e };` without the export, whose names are noted.
fn exported(export: &str, exports: &mut Vec<String>) -> Result<String> {
    if let Some(list) = export.strip_prefix("{ ").and_then(|rest| rest.strip_suffix(" };")) {
        for name in list.split(", ") {
            exports.push(match name.split_once(" as ") {
                None => name.to_owned(),
                Some((inside, outside)) => format!("{outside}: {inside}"),
            });
        }
        return Ok(String::new());
    }
    let kinds = ["const ", "function ", "async function ", "class "];
    let Some(rest) = kinds.iter().find_map(|kind| export.strip_prefix(kind)) else {
        bail!("this export is not understood: {export}");
    };
    let end =
        rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$').unwrap_or(rest.len());
    if end == 0 {
        bail!("this export has no plain name: {export}");
    }
    exports.push(rest[..end].to_owned());
    Ok(export.to_owned())
}

fn name(at: usize) -> String {
    format!("module{at}")
}

/// Where an import of a module in `folder` leads; nowhere if it leaves what both lie in.
pub fn resolve(folder: &Path, wanted: &str) -> Option<PathBuf> {
    let mut path = folder.to_path_buf();
    for part in Path::new(wanted).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(path.pop().then_some(())?),
            part => path.push(part),
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    fn linked(name: &str, modules: &[(&str, &str)]) -> Result<Linked> {
        let folder = env::temp_dir().join(format!("namesieve-link-{name}-{}", process::id()));
        for (path, text) in modules {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let linked = link(&folder, modules[0].0, &[]);
        fs::remove_dir_all(folder).unwrap();
        linked
    }

    #[test]
    fn modules_stand_before_those_that_import_them_and_once() {
        let Linked { modules, text } = linked(
            "order",
            &[
                ("a.js", "import start, { b as c } from './view/b.js';\nimport { d } from './d.js';\nstart(c, d);\n"),
                (
                    "view/b.js",
                    "import { d } from '../d.js';\nexport const b = () => import('../d.js');\nfunction s() {}\nexport { s as default };\n",
                ),
                ("d.js", "import './f.js';\nexport async function d() {\n  return import('./view/e.js');\n}\n"),
                ("view/e.js", "export class E {}\n"),
                ("f.js", "f();\n"),
            ],
        )
        .unwrap();
        assert_eq!(modules, ["f.js", "view/e.js", "d.js", "view/b.js", "a.js"].map(PathBuf::from));
        let lines: Vec<_> = text.lines().collect();
        for line in [
            "  return Promise.resolve(module1);",
            "return { d };",
            "const b = () => Promise.resolve(module2);",
            "const { d } = module2;",
            "return { b, default: s };",
            "const { b: c, default: start } = module3;",
            "start(c, d);",
        ] {
            assert!(lines.contains(&line), "{line} in {text}");
        }
    }

    #[test]
    fn a_joined_module_exports_what_its_entry_does_and_imports_what_stays_outside() {
        let folder = env::temp_dir().join(format!("namesieve-link-module-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.js"), "import { b } from './b.js';\nfunction c() {}\nexport { b, c as d };\n")
            .unwrap();
        fs::write(folder.join("b.js"), "import { e } from './e.js';\nexport const b = e(import.meta.url);\n").unwrap();
        let text = link_module(&folder, "a.js", &[], ("e.js", "../e.js"), "f").unwrap();
        fs::remove_dir_all(folder).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "import * as outside from '../e.js';");
        assert_eq!(*lines.last().unwrap(), "export const { b, d } = module1;");
        for line in ["const { e } = outside;", "const b = e(import.meta.url);", "return { b, d: c };"] {
            assert!(lines.contains(&line), "{line} in {text}");
        }
    }

    #[test]
    fn what_lies_apart_is_imported_from_there_when_it_is_needed_and_joined_only_when_it_always_is() {
        let folder = env::temp_dir().join(format!("namesieve-link-apart-{}", process::id()));
        fs::create_dir_all(folder.join("f")).unwrap();
        fs::write(folder.join("a.js"), "import { g } from './f/g.js';\nexport const a = [g];\n").unwrap();
        let g = "import { h } from './h.js';\nexport const g = [h, () => import('./h.js'),\n() => import('./i.js')];\n";
        fs::write(folder.join("f/g.js"), g).unwrap();
        fs::write(folder.join("f/h.js"), "export const h = 1;\n").unwrap();
        let text = link_module(&folder, "a.js", &[], ("e.js", "../e.js"), "f").unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert!(text.contains("const g = [h, () => Promise.resolve(module0),\n() => import('./f/i.js')];"), "{text}");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for (name, text) in [
            ("star", "import * as all from './b.js';\n"),
            ("lines", "import {\n  b,\n} from './b.js';\n"),
            ("let", "export let a = 1;\n"),
            ("again", "export * from './b.js';\n"),
            ("outside", "import { b } from '../b.js';\n"),
            ("circle", "import { a } from './a.js';\n"),
            ("absent", "import { c } from './c.js';\n"),
        ] {
            assert!(linked(name, &[("a.js", text), ("b.js", "export const b = 1;\n")]).is_err(), "{text}");
        }
    }
}
