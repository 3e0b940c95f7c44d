//! The hand-written form of the facts (TOML, pleasant to read and review) → lists.

use crate::date::{Day, PartialDate};
use crate::designation::*;
use crate::pack::List;
use crate::publication::Publication;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Action {
    list: Vec<ListHead>,
    notes: BTreeMap<String, String>,
    sources: BTreeMap<String, Reference>,
    designation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ListHead {
    id: String,
    authority: String,
    title: String,
    issued: Day,
    scope: String,
    complete: bool,
    measure: String,
    record_url: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entry {
    list: String,
    id: String,
    kind: SubjectKind,
    name: String,
    programmes: Vec<String>,
    listed: Day,
    effective: Option<Day>,
    divest_by: Option<Day>,
    #[serde(default)]
    aliases: Vec<StrongAlias>,
    #[serde(default)]
    weak_aliases: Vec<String>,
    #[serde(default)]
    native_names: Vec<NativeName>,
    #[serde(default)]
    titles: Vec<String>,
    gender: Option<String>,
    #[serde(default)]
    born: Vec<String>,
    #[serde(default)]
    birth_places: Vec<String>,
    #[serde(default)]
    nationalities: Vec<String>,
    #[serde(default)]
    citizenships: Vec<String>,
    #[serde(default)]
    identifiers: Vec<Identifier>,
    #[serde(default)]
    addresses: Vec<Address>,
    #[serde(default)]
    linked_to: Vec<String>,
    #[serde(default)]
    facts: Vec<LabelledFact>,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default)]
    context: Vec<Remark>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrongAlias {
    uid: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NativeName {
    name: String,
    script: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remark {
    text: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TablesText {
    measures: BTreeMap<String, MeasureText>,
    /// By authority, then by code.
    programmes: BTreeMap<String, BTreeMap<String, ProgrammeText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureText {
    kind: MeasureKind,
    effect: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    references: Vec<Reference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgrammeText {
    authority: String,
    title: String,
    #[serde(default)]
    references: Vec<Reference>,
}

/// What programme codes and measures mean; `src/list/tables.rs` reads it back.
#[derive(Serialize)]
pub struct Tables {
    /// The programmes of each authority, by code.
    pub programmes: BTreeMap<String, Vec<Programme>>,
    /// The measures, by id.
    pub measures: Vec<Measure>,
}

/// Reads the facts of an action and the programme table into lists, each with the programmes that it names.
pub fn compile(action: &str, programmes: &str) -> Result<Vec<List>, String> {
    let action: Action = toml::from_str(action).map_err(|error| error.to_string())?;
    let table = tables(programmes)?;
    if let Some(stray) = action.designation.iter().find(|entry| action.list.iter().all(|head| head.id != entry.list)) {
        return Err(format!("designation {} names the list `{}`, which has no [[list]]", stray.id, stray.list));
    }
    action.list.iter().map(|head| list(head, &action, &table)).collect()
}

fn list(head: &ListHead, action: &Action, table: &Tables) -> Result<List, String> {
    let designations = action
        .designation
        .iter()
        .filter(|entry| entry.list == head.id)
        .map(|entry| designation(entry, head, action))
        .collect::<Result<Vec<_>, _>>()?;
    let named = |programme: &&Programme| designations.iter().any(|d| d.programmes.contains(&programme.code));
    let applies = |measure: &&Measure| designations.iter().any(|d| d.measures.contains(&measure.id));
    let known = table.programmes.get(&head.authority).map(Vec::as_slice).unwrap_or_default();
    let programmes = known.iter().filter(named).cloned().collect();
    let measures = table.measures.iter().filter(applies).cloned().collect();
    let publication = Publication {
        list: head.id.clone(),
        authority: head.authority.clone(),
        title: head.title.clone(),
        issued: Some(head.issued),
        scope: head.scope.clone(),
        complete: head.complete,
        ages: false,
        record_url: head.record_url.clone(),
    };
    let (sources, warnings) = (Vec::new(), Vec::new());
    Ok(List { publication, sources, warnings, programmes, measures, designations })
}

fn designation(entry: &Entry, head: &ListHead, action: &Action) -> Result<Designation, String> {
    let lookup =
        |what: &str, key: &str| format!("designation {} names the {what} `{key}`, which is not defined", entry.id);
    let name = |name: &str, kind, quality, script: &str, uid: Option<&String>| ListedName {
        name: name.to_owned(),
        kind,
        quality,
        script: script.into(),
        uid: uid.cloned(),
    };
    let mut names = vec![name(&entry.name, NameKind::Primary, NameQuality::Strong, "Latin", None)];
    names.extend(
        entry.aliases.iter().map(|a| name(&a.name, NameKind::Alias, NameQuality::Strong, "Latin", Some(&a.uid))),
    );
    names.extend(entry.weak_aliases.iter().map(|a| name(a, NameKind::Alias, NameQuality::Weak, "Latin", None)));
    names.extend(
        entry.native_names.iter().map(|n| name(&n.name, NameKind::Alias, NameQuality::Strong, &n.script, None)),
    );

    let legal_notes = entry
        .notes
        .iter()
        .map(|key| action.notes.get(key).cloned().ok_or_else(|| lookup("note", key)))
        .collect::<Result<_, _>>()?;
    let context = entry
        .context
        .iter()
        .map(|remark| {
            let source = action.sources.get(&remark.source).cloned().ok_or_else(|| lookup("source", &remark.source))?;
            Ok(Context { text: remark.text.clone(), source })
        })
        .collect::<Result<_, String>>()?;
    Ok(Designation {
        names,
        programmes: entry.programmes.clone(),
        measures: vec![head.measure.clone()],
        listed: Some(entry.listed),
        effective: entry.effective,
        divest_by: entry.divest_by,
        births: entry.born.iter().map(|born| PartialDate::read(born)).collect(),
        birth_places: entry.birth_places.clone(),
        nationalities: entry.nationalities.clone(),
        citizenships: entry.citizenships.clone(),
        gender: entry.gender.clone(),
        titles: entry.titles.clone(),
        identifiers: entry.identifiers.clone(),
        addresses: entry.addresses.clone(),
        links: entry.linked_to.iter().map(|to| Link { to: to.clone(), relation: "linked to".into() }).collect(),
        facts: entry.facts.clone(),
        legal_notes,
        context,
        ..Designation::new(entry.id.clone(), entry.kind)
    })
}

/// Reads the table of programmes and measures.
pub fn tables(text: &str) -> Result<Tables, String> {
    let text: TablesText = toml::from_str(text).map_err(|error| format!("programme table: {error}"))?;
    let measure = |(id, text): (String, MeasureText)| Measure {
        id,
        kind: text.kind,
        effect: text.effect,
        rule: text.rule,
        references: text.references,
    };
    let programme = |(code, text): (String, ProgrammeText)| Programme {
        code,
        authority: text.authority,
        title: text.title,
        references: text.references,
    };
    let programmes = text.programmes.into_iter();
    Ok(Tables {
        programmes: programmes
            .map(|(authority, codes)| (authority, codes.into_iter().map(programme).collect()))
            .collect(),
        measures: text.measures.into_iter().map(measure).collect(),
    })
}
