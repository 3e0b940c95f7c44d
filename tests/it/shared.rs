//! The folder `../shared` beside the project, which holds files too large or not ours to commit.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file of `../shared`, or nothing when the folder is absent. What is left out then is written to `target/not-run.txt`,
/// which `cargo xtask test` puts into its summary.
pub fn file(test: &str, path: &str) -> Option<PathBuf> {
    // The root, from the root package and from a member alike.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find(|folder| folder.join("tests/it").is_dir())?;
    let shared = root.join("../shared");
    if shared.is_dir() {
        let file = shared.join(path);
        assert!(file.exists(), "{} is missing although ../shared is there", file.display());
        return Some(file);
    }
    let line = format!("not run: {test}: ../shared/{path} is not here\n");
    eprint!("{line}");
    let _ = std::fs::create_dir_all(root.join("target"));
    let report = OpenOptions::new().create(true).append(true).open(root.join("target/not-run.txt"));
    if let Ok(mut report) = report {
        let _ = report.write_all(line.as_bytes());
    }
    None
}
