//! The fuzz targets, held against their fixed corpus and the files that fuzzing begins with: what broke one of them once does so
//! no more.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// All of the corpus is downloaded with the sources.
const MOST_BYTES: u64 = 300_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The files of the project that a target begins with, joined where one input has several; without those that are not part of it.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let table = fs::read_to_string(root().join("fuzz/seeds.tsv")).unwrap();
    let lines = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let own = lines.filter(|(of, files)| *of == target && !files.contains(".."));
    own.map(|(_, files)| {
        let parts: Vec<Vec<u8>> = files.split(' ').map(|file| fs::read(root().join(file)).unwrap()).collect();
        parts.join(&targets::BETWEEN)
    })
    .collect()
}

#[test]
fn every_file_of_the_corpus_holds() {
    let (mut broken, mut files) = (Vec::new(), 0);
    for (target, _) in targets::TARGETS {
        let corpus = below(&root().join("fuzz/corpus").join(target));
        assert!(!corpus.is_empty(), "{target} has no corpus");
        for path in corpus {
            let bytes = fs::read(&path).unwrap();
            files += 1;
            if catch_unwind(|| targets::run(target, &bytes)).is_err() {
                broken.push(path.display().to_string());
            }
        }
    }
    assert!(broken.is_empty(), "these files break what must hold:\n{}", broken.join("\n"));
    assert!(files >= targets::TARGETS.len() * 2, "{files} files are no corpus");
}

#[test]
fn the_official_files_that_fuzzing_begins_with_hold() {
    let mut files = 0;
    for (target, check) in targets::TARGETS {
        for bytes in seeds(target) {
            check(&bytes);
            // A file that ends anywhere is refused or read, and never panics.
            (0..bytes.len()).step_by(1 + bytes.len() / 40).for_each(|length| check(&bytes[..length]));
            files += 1;
        }
    }
    assert!(files >= 15, "{files} files");
}

#[test]
fn each_target_is_a_program_of_its_own() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let programs = manifest["bin"].as_array().unwrap().iter().map(|bin| bin["name"].as_str().unwrap());
    let targets = targets::TARGETS.map(|(name, _)| name);
    assert_eq!(programs.collect::<BTreeSet<_>>(), BTreeSet::from(targets));
    let folders = below(&root().join("fuzz/corpus"));
    let folders = folders.iter().map(|path| path.file_name().unwrap().to_str().unwrap());
    assert_eq!(folders.collect::<BTreeSet<_>>(), BTreeSet::from(targets));
}

#[test]
fn the_corpus_stays_small() {
    let files = below(&root().join("fuzz/corpus")).iter().flat_map(|folder| below(folder)).collect::<Vec<_>>();
    let bytes: u64 = files.iter().map(|file| fs::metadata(file).unwrap().len()).sum();
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}
