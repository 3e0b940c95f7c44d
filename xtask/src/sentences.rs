//! What the component says in each language: of the page's sentences the parts that its modules use, and its own.
//!
//! The files of the page's languages hold all that the page says, of which the component says less than half. Their text stays what it
//! was, line by line; left out are whole parts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::link::resolve;
use crate::site;

/// The module by which others get at the sentences: `import { PART, … } from '…/words.js';`.
const DOOR: &str = "words.js";

/// The languages of the page, each in a file, and beside them the table of those that are offered.
const PAGE: &str = "languages";
const OFFERED: &str = "offered.js";

/// What only the component says, in files of the same names.
const OWN: &str = "element/languages";

/// How the sentences begin and end in a file, and a part of them.
const OPENING: &str = "export const words = {\n";
const END: &str = "};\n";
const PART_END: &str = "  },";

/// A language as the component has it: its file below the folder of the sources, and the text.
pub struct Language {
    pub file: String,
    pub text: String,
}

/// All languages; `modules` are those that the component is joined of.
pub fn of(sources: &Path, modules: &[PathBuf]) -> Result<Vec<Language>> {
    let read = |file: &str| fs::read_to_string(sources.join(file)).with_context(|| format!("{file} could not be read"));
    let mut used = Vec::new();
    for module in modules {
        let source = fs::read_to_string(sources.join(module));
        used.extend(parts_used(module, &source.with_context(|| format!("{} could not be read", module.display()))?));
    }
    let files = site::files(&sources.join(PAGE))?.into_iter().filter(|file| file != Path::new(OFFERED));
    let languages = files.map(|file| {
        let [page, own] = [PAGE, OWN].map(|folder| format!("{folder}/{}", file.display()));
        let [said, added] = [read(&page)?, read(&own)?];
        let (head, mut parts) = self::parts(&said).with_context(|| format!("{page} cannot be parted"))?;
        parts.retain(|(name, _)| used.contains(name));
        let (_, added) = self::parts(&added).with_context(|| format!("{own} cannot be parted"))?;
        let text: String = parts.into_iter().chain(added).map(|(_, text)| text).collect();
        Ok(Language { file: page, text: format!("{head}{OPENING}{text}{END}") })
    });
    languages.collect()
}

/// The parts that a module takes from the door.
fn parts_used(module: &Path, source: &str) -> Vec<String> {
    let folder = module.parent().unwrap_or(Path::new(""));
    let imports =
        source.lines().filter_map(|line| line.strip_prefix("import { ")?.strip_suffix("';")?.split_once(" } from '"));
    let taken = imports.filter(|(_, from)| resolve(folder, from).is_some_and(|path| path == Path::new(DOOR)));
    let names = taken.flat_map(|(names, _)| names.split(", "));
    names.map(|name| name.split(" as ").next().unwrap_or(name).to_owned()).collect()
}

/// What stands before the sentences, and their parts by name, each with the comment above it.
fn parts(text: &str) -> Result<(&str, Vec<(String, String)>)> {
    let (head, rest) = text.split_once(OPENING).context("its sentences do not begin")?;
    let body = rest.strip_suffix(END).context("its sentences do not end")?;
    let (mut parts, mut gathered, mut open) = (Vec::new(), String::new(), None);
    for line in body.lines() {
        gathered.push_str(line);
        gathered.push('\n');
        let named = line.strip_prefix("  ").and_then(|line| line.split_once(": {"));
        match (&mut open, named.filter(|(name, _)| name.chars().all(char::is_alphanumeric))) {
            (None, Some((name, ""))) => open = Some(name.to_owned()),
            // All of it on one line.
            (None, Some((name, rest))) if rest.ends_with(" },") => {
                parts.push((name.to_owned(), std::mem::take(&mut gathered)))
            }
            (None, None) if line.is_empty() || line.starts_with("  // ") => {}
            (None, _) => bail!("this line is in no part: {line}"),
            (name, _) if line == PART_END => {
                parts.extend(name.take().map(|name| (name, std::mem::take(&mut gathered))))
            }
            _ => {}
        }
    }
    match open {
        None => Ok((head, parts)),
        Some(name) => bail!("the part {name} does not end"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "/** English. */\n\nexport const words = {\n  // The frame.\n  frame: {\n    a: 'A',\n    b: {\n      c: 'C',\n    },\n  },\n\n  \
        lists: {\n    d: 'D',\n  },\n};\n";

    #[test]
    fn a_language_is_parted_with_the_comment_of_each_part() {
        let (head, parts) = parts(TEXT).unwrap();
        assert_eq!(head, "/** English. */\n\n");
        let [frame, lists] = parts.try_into().unwrap();
        assert_eq!((frame.0.as_str(), lists.0.as_str()), ("frame", "lists"));
        assert!(
            frame.1.starts_with("  // The frame.\n  frame: {\n") && frame.1.ends_with("    },\n  },\n"),
            "{}",
            frame.1
        );
        assert_eq!(lists.1, "\n  lists: {\n    d: 'D',\n  },\n");
    }

    #[test]
    fn a_part_may_stand_on_one_line() {
        let text = TEXT.replace("  lists: {\n    d: 'D',\n  },", "  lists: { d: 'D' },");
        assert_eq!(parts(&text).unwrap().1[1], ("lists".to_owned(), "\n  lists: { d: 'D' },\n".to_owned()));
    }

    #[test]
    fn what_is_in_no_part_or_does_not_end_is_refused() {
        for (from, to) in
            [("  lists: {", "  lists: { e: 'E',"), ("'D',\n  },", "'D',\n"), ("\n};\n", "\n"), ("words", "others")]
        {
            assert!(TEXT.contains(from) && parts(&TEXT.replace(from, to)).is_err(), "{from}");
        }
    }

    #[test]
    fn a_module_uses_what_it_takes_from_the_door_under_any_name() {
        let source = "import { frame, lost as lostWords } from '../words.js';\nimport { element } from './words.js';\nimport { el } from './dom.js';\n";
        assert_eq!(parts_used(Path::new("view/hit.js"), source), ["frame", "lost"]);
        assert_eq!(parts_used(Path::new("main.js"), source), ["element"]);
    }

    #[test]
    fn every_language_of_the_page_has_what_the_component_uses_and_its_own() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www");
        let languages = of(&sources, &[PathBuf::from("element/telling.js")]).unwrap();
        assert!(languages.len() > 1);
        for Language { file, text } in languages {
            let (_, parts) = parts(&text).unwrap();
            let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["frame", "element", "reasons"], "{file}");
        }
    }
}
