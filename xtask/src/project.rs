//! The project: where its root and its target directory are.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;

/// The places every task starts from.
pub struct Project {
    /// The workspace: Cargo.toml, src, www, pkg, tests.
    pub root: PathBuf,
    /// Cargo's target directory; whatever a task generates, except `pkg/wasm`, lies below it.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and cargo's configuration are respected.
    pub fn locate() -> Result<Self> {
        let answer = command::read(cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&answer).context("`cargo metadata` answered with something that is not JSON")?;
        let place = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).with_context(|| format!("`cargo metadata` names no {key}"))
        };
        Ok(Self { root: place("workspace_root")?, target: place("target_directory")? })
    }

    /// The cargo that runs this tool, started in the root.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}
