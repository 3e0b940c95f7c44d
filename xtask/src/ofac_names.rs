//! Names out of OFAC's sdn.csv and alt.csv, for the word table and the benches.
//!
//! Only what these two need: ids, kinds, primary names and the aliases of alt.csv, all of which are strong.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use namesieve::designation::{Designation, ListedName, NameKind, NameQuality, SubjectKind};

/// The designations of the two files, with names and nothing else.
pub fn read(folder: &Path) -> Result<Vec<Designation>> {
    let mut aliases: HashMap<String, Vec<ListedName>> = HashMap::new();
    for row in rows(&folder.join("alt.csv"))? {
        let name = ListedName {
            name: row[3].clone(),
            kind: if row[2] == "fka" { NameKind::Former } else { NameKind::Alias },
            quality: NameQuality::Strong,
            script: "Latin".into(),
            uid: Some(row[1].clone()),
        };
        aliases.entry(row[0].clone()).or_default().push(name);
    }
    rows(&folder.join("sdn.csv"))?
        .into_iter()
        .map(|row| {
            let kind = match row[2].as_str() {
                "individual" => SubjectKind::Individual,
                "vessel" => SubjectKind::Vessel,
                "aircraft" => SubjectKind::Aircraft,
                "-0-" => SubjectKind::Entity,
                other => anyhow::bail!("designation {} is of the unknown kind `{other}`", row[0]),
            };
            let primary = ListedName {
                name: row[1].clone(),
                kind: NameKind::Primary,
                quality: NameQuality::Strong,
                script: "Latin".into(),
                uid: None,
            };
            let names = std::iter::once(primary).chain(aliases.remove(&row[0]).unwrap_or_default()).collect();
            Ok(named(row[0].clone(), kind, names))
        })
        .collect()
}

fn named(id: String, kind: SubjectKind, names: Vec<ListedName>) -> Designation {
    let measures = vec!["us-blocking".into()];
    Designation { names, measures, ..Designation::new(id, kind) }
}

/// The rows of one file, trimmed. The files are in Windows-1252, whose letters in names are those of Latin-1, and end with the
/// byte 0x1A.
fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text: String = bytes.iter().take_while(|byte| **byte != 0x1a).map(|byte| char::from(*byte)).collect();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let row: Vec<String> = record?.iter().map(|field| field.trim().to_owned()).collect();
        ensure!(row.len() >= 4, "{}: row {} has {} columns", path.display(), rows.len() + 1, row.len());
        rows.push(row);
    }
    Ok(rows)
}
