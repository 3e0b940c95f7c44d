//! The bill of materials of what is published: every crate whose code is in the modules, in the form of CycloneDX 1.5.
//!
//! It is written here and not by `cargo-cyclonedx`, which puts the time and a random number into it, so that no two builders would
//! get the same file; the library of that tool would bring twenty crates for what is one object of JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::command;
use crate::project::Project;
use crate::wasm;

/// The name of the file.
pub const FILE: &str = "sbom.cdx.json";

/// The bill of materials of the project as it stands, the same bytes for the same `Cargo.lock` and toolchain.
pub fn of(project: &Project, toolchain: &str) -> Result<String> {
    let answer = command::read(project.cargo().args([
        "metadata",
        "--format-version=1",
        "--locked",
        &format!("--filter-platform={}", wasm::TARGET),
    ]))?;
    let metadata =
        serde_json::from_str(&answer).context("`cargo metadata` answered with something that is not JSON")?;
    let lock = fs::read_to_string(project.root.join("Cargo.lock")).context("Cargo.lock could not be read")?;
    let bill =
        bill(&metadata, &checksums(&lock), toolchain).context("`cargo metadata` does not name what it should")?;
    Ok(format!("{bill:#}\n"))
}

/// The SHA-256 of each crate of the registry, by its name and version.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let packages = lock.split("[[package]]").skip(1);
    let of = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let checksum =
        |package| Some((format!("{}@{}", of(package, "name")?, of(package, "version")?), of(package, "checksum")?));
    packages.filter_map(checksum).collect()
}

fn bill(metadata: &Value, checksums: &BTreeMap<String, String>, toolchain: &str) -> Option<Value> {
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()?
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array()?.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let own = *packages.iter().find(|(_, package)| package["name"] == "namesieve")?.0;
    // What tests and the build scripts alone use is in no module.
    let used = |id: &str| -> Vec<&str> {
        let deps = nodes.get(id).and_then(|node| node["deps"].as_array()).map(Vec::as_slice).unwrap_or_default();
        let normal = |dep: &&Value| {
            dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        };
        deps.iter().filter(normal).filter_map(|dep| dep["pkg"].as_str()).collect()
    };
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![own]);
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            waiting.extend(used(id));
        }
    }
    let address = |id: &str| {
        Some(format!("pkg:cargo/{}@{}", packages.get(id)?["name"].as_str()?, packages.get(id)?["version"].as_str()?))
    };
    let component = |id: &str| -> Option<Value> {
        let (package, address) = (*packages.get(id)?, address(id)?);
        let mut component = json!({
            "type": if id == own { "application" } else { "library" },
            "bom-ref": address,
            "name": package["name"],
            "version": package["version"],
            "purl": address,
        });
        if let Some(licence) = package["license"].as_str() {
            // Older crates have a stroke where SPDX has a word.
            component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
        }
        if let Some(sha256) = checksums.get(address.trim_start_matches("pkg:cargo/")) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sha256 }]);
        }
        Some(component)
    };
    // By name and version: the ids of cargo hold paths of the machine.
    let mut sorted: Vec<(String, &str)> = reached.iter().filter_map(|id| Some((address(id)?, *id))).collect();
    sorted.sort();
    let components: Option<Vec<Value>> =
        sorted.iter().filter(|(_, id)| *id != own).map(|(_, id)| component(id)).collect();
    let dependencies = sorted.iter().map(|(address_of, id)| {
        let mut on: Vec<String> = used(id).into_iter().filter_map(address).collect();
        on.sort();
        on.dedup();
        json!({ "ref": address_of, "dependsOn": on })
    });
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": component(own)?,
            "properties": [{ "name": "rustc", "value": toolchain }],
        },
        "components": components?,
        "dependencies": dependencies.collect::<Vec<_>>(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_each_crate_of_the_modules_once_and_no_path_of_the_machine() {
        let project = Project::locate().unwrap();
        let text = of(&project, "rustc 1").unwrap();
        assert_eq!(text, of(&project, "rustc 1").unwrap(), "it is the same each time");
        assert!(!text.contains(&*project.root.to_string_lossy()), "it names a path of this machine");
        let bill: Value = serde_json::from_str(&text).unwrap();
        let components = bill["components"].as_array().unwrap();
        let names: BTreeSet<&str> = components.iter().map(|each| each["name"].as_str().unwrap()).collect();
        assert!(names.contains("wasm-bindgen") && names.contains("sha2"));
        assert!(
            !names.contains("clap") && !names.contains("toml"),
            "the command line and the build script are no part of the modules"
        );
        let mut known: BTreeSet<&str> = components.iter().map(|each| each["bom-ref"].as_str().unwrap()).collect();
        assert_eq!(known.len(), components.len(), "each once");
        known.insert(bill["metadata"]["component"]["bom-ref"].as_str().unwrap());
        for each in bill["dependencies"].as_array().unwrap() {
            let on = each["dependsOn"].as_array().unwrap().iter().chain([&each["ref"]]);
            on.for_each(|address| assert!(known.contains(address.as_str().unwrap()), "{address}"));
        }
        for each in components {
            assert_eq!(each["hashes"][0]["content"].as_str().map(str::len), Some(64), "{each}");
            assert!(each["licenses"][0]["expression"].is_string(), "{each}");
        }
    }
}
