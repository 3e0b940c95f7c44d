//! The WebAssembly build: adds the target, compiles the library, writes the bindings into `pkg/wasm`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command;
use crate::digest;
use crate::element;
use crate::optimise;
use crate::project::Project;
use crate::voice::say;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// A module that is made of the library.
#[derive(Clone, Copy)]
pub struct Module {
    /// The name of its files.
    pub name: &'static str,
    /// What it is in the package and in the page.
    role: &'static str,
    /// The features of the library that make it.
    pub features: &'static str,
    /// The profile that it is built with.
    profile: &'static str,
    /// Whether its speed is worth the time that optimising it once more takes.
    fast: bool,
}

/// The engine, and the reader of list files.
pub const MODULES: [Module; 2] = [
    Module { name: "namesieve", role: "engine", features: "", profile: "engine", fast: true },
    Module { name: "reader", role: "reader", features: "reader", profile: "reader", fast: false },
];

/// The SHA-256 of each module, for whoever fetches it: a file of its own, so that nobody fetches the bindings for it.
pub const DIGESTS: &str = "digests.js";

/// Builds `pkg/wasm` anew.
pub fn build(project: &Project) -> Result<()> {
    add_target()?;
    let folder = project.root.join("pkg/wasm");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    let mut digests = String::from(
        "// Which modules the bindings beside this file belong to, so that others, whole or damaged, are not taken for them.\n\n",
    );
    for module in MODULES {
        let digest = bind(project, module, &compile(project, module)?, &folder)?;
        digests += &format!("export const {} = '{digest}';\n", module.role);
    }
    let file = folder.join(DIGESTS);
    fs::write(&file, digests).with_context(|| format!("{} could not be written", file.display()))?;
    element::build(project)
}

/// Adds the target through rustup if the toolchain lacks it.
pub fn add_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say!("adding the target {TARGET}");
    command::run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!(
            "the Rust target {TARGET} is missing and could not be added: connect to the network and run `rustup target add {TARGET}`, or install it the way this Rust was installed"
        )
    })
}

/// Compiles the library alone, as `cdylib` alone: a second crate type would silently drop LTO (rust-lang/cargo#9672).
fn compile(project: &Project, module: Module) -> Result<PathBuf> {
    let homes = machine_paths(project)?;
    // The flags replace whatever the environment or a configuration sets, so that every machine compiles with the same.
    let flags: Vec<_> =
        homes.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect();
    command::run(
        project
            .cargo()
            .args([
                "rustc",
                "--locked",
                "--package=namesieve",
                "--lib",
                "--crate-type=cdylib",
                "--profile",
                module.profile,
            ])
            .arg(format!("--target={TARGET}"))
            .arg(format!("--features={}", module.features))
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
            // The profile's `strip = true` would also drop the section that tells the bindings what the module may use; names and
            // producers go when they have been read.
            .env(format!("CARGO_PROFILE_{}_STRIP", module.profile.to_uppercase()), "debuginfo"),
    )?;
    let module = project.target.join(TARGET).join(module.profile).join("namesieve.wasm");
    let bytes = fs::read(&module).with_context(|| format!("the build left no {}", module.display()))?;
    for (path, _) in &homes {
        let path = path.to_string_lossy();
        if bytes.windows(path.len()).any(|window| window == path.as_bytes()) {
            bail!(
                "the wasm names {path}, a path of this machine: two builders would get two files; find what embeds it"
            );
        }
    }
    Ok(module)
}

/// The paths of this machine that a compiler could write into the wasm, each with the name to write instead; where several fit,
/// the compiler takes the last.
fn machine_paths(project: &Project) -> Result<Vec<(PathBuf, &'static str)>> {
    let mut paths = vec![(project.root.clone(), "namesieve"), (project.target.clone(), "target"), (sysroot()?, "rust")];
    paths.extend(cargo_home().map(|home| (home, "cargo")));
    Ok(paths)
}

/// Where cargo keeps what it has fetched.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

fn sysroot() -> Result<PathBuf> {
    Ok(PathBuf::from(command::read(rustc().args(["--print", "sysroot"]))?.trim()))
}

/// The compiler and its version, on which the bytes of the modules depend.
pub fn toolchain() -> Result<String> {
    Ok(command::read(rustc().arg("--version"))?.trim().to_owned())
}

fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// One `web` build serves page, worker and Node. Gives the digest of the module that the bindings belong to.
fn bind(project: &Project, made: Module, module: &Path, folder: &Path) -> Result<String> {
    let name = made.name;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| anyhow!("the bindings of {} could not be made: {error:#}", module.display()))?;
    // The declarations beside them say the same as the comments, and every visitor would fetch these.
    let bindings = folder.join(name).with_extension("js");
    let text = fs::read_to_string(&bindings).with_context(|| format!("{} could not be read", bindings.display()))?;
    fs::write(&bindings, without_comments(&text))
        .with_context(|| format!("{} could not be written", bindings.display()))?;
    let module = folder.join(format!("{name}_bg.wasm"));
    if made.fast {
        optimise::faster(project, &module)?;
    }
    let bytes = fs::read(&module).with_context(|| format!("{} could not be read", module.display()))?;
    Ok(digest::hex(bytes))
}

/// Bindings without their documentation: blocks that stand on lines of their own.
fn without_comments(bindings: &str) -> String {
    let mut inside = false;
    let kept = bindings.split_inclusive('\n').filter(|line| {
        let line = line.trim();
        let opens = line.starts_with("/**");
        let comment = inside || opens;
        inside = comment && !line.ends_with("*/");
        !comment
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bindings_lose_their_documentation_and_nothing_else() {
        let bindings = "/* @ts-self-types */\n/**\n * Says.\n */\nfunction f() {\n    /** @type {Map} */\n    return 2 ** 3; // kept\n}\n";
        let kept = "/* @ts-self-types */\nfunction f() {\n    return 2 ** 3; // kept\n}\n";
        assert_eq!(without_comments(bindings), kept);
    }
}
