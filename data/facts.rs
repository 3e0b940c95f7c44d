//! The hand-written form of the facts (TOML, pleasant to read and review) → lists.

use crate::date::{Day, PartialDate};
use crate::designation::*;
use crate::pack::List;
use crate::publication::Publication;
use serde::Deserialize;
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
struct ProgrammeTable {
    measures: BTreeMap<String, MeasureText>,
    programmes: BTreeMap<String, ProgrammeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureText {
    effect: String,
    rule: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgrammeEntry {
    authority: String,
    title: String,
    measure: String,
    references: Vec<Reference>,
}

/// Reads the facts of an action and the programme table into lists, each with the programmes that it names.
pub fn compile(action: &str, programmes: &str) -> Result<Vec<List>, String> {
    let action: Action = toml::from_str(action).map_err(|error| error.to_string())?;
    let table = programme_table(programmes)?;
    if let Some(stray) = action.designation.iter().find(|entry| action.list.iter().all(|head| head.id != entry.list)) {
        return Err(format!("designation {} names the list `{}`, which has no [[list]]", stray.id, stray.list));
    }
    action.list.iter().map(|head| list(head, &action, &table)).collect()
}

fn list(head: &ListHead, action: &Action, table: &[Programme]) -> Result<List, String> {
    let designations = action
        .designation
        .iter()
        .filter(|entry| entry.list == head.id)
        .map(|entry| designation(entry, action))
        .collect::<Result<Vec<_>, _>>()?;
    let named = |programme: &&Programme| designations.iter().any(|d| d.programmes.contains(&programme.code));
    let programmes = table.iter().filter(named).cloned().collect();
    let publication = Publication {
        list: head.id.clone(),
        authority: head.authority.clone(),
        title: head.title.clone(),
        issued: head.issued,
        scope: head.scope.clone(),
        complete: head.complete,
        record_url: head.record_url.clone(),
    };
    Ok(List { publication, programmes, designations })
}

fn designation(entry: &Entry, action: &Action) -> Result<Designation, String> {
    let lookup =
        |what: &str, key: &str| format!("designation {} names the {what} `{key}`, which is not defined", entry.id);
    let name = |name: &str, kind, quality, script: &str, uid: Option<&String>| ListedName {
        name: name.to_owned(),
        kind,
        quality,
        script: script.to_owned(),
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
        id: entry.id.clone(),
        kind: entry.kind,
        names,
        programmes: entry.programmes.clone(),
        listed: Some(entry.listed),
        effective: entry.effective,
        divest_by: entry.divest_by,
        births: entry.born.iter().map(|b| PartialDate { published: b.clone() }).collect(),
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
    })
}

fn programme_table(text: &str) -> Result<Vec<Programme>, String> {
    let table: ProgrammeTable = toml::from_str(text).map_err(|error| format!("programme table: {error}"))?;
    table
        .programmes
        .into_iter()
        .map(|(code, entry)| {
            let unknown = || format!("programme {code} has the measure `{}`, which is not defined", entry.measure);
            let words = table.measures.get(&entry.measure).ok_or_else(unknown)?;
            let measure = match entry.measure.as_str() {
                "blocking" => MeasureKind::Blocking,
                "investment-restriction" => MeasureKind::InvestmentRestriction,
                _ => return Err(unknown()),
            };
            Ok(Programme {
                authority: entry.authority,
                title: entry.title,
                measure,
                effect: words.effect.clone(),
                rule: words.rule.clone(),
                references: entry.references,
                code,
            })
        })
        .collect()
}
