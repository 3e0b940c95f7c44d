//! What was read → lists for a pack: programmes and measures are put beside the designations that name them.

use super::{Parsed, Read, tables};
use crate::designation::{Designation, Programme};
use crate::pack::{List, PackError};
use crate::publication::{Source, Warning};
use std::collections::{BTreeMap, BTreeSet};

/// Makes the lists of one file, or of one family of files, ready for [`crate::pack::write`].
///
/// A programme is what the file itself says of it, else what Namesieve's table says; a code that neither knows is shown as
/// itself and warned of. That births are no dates is how an authority publishes them and nothing to be warned of: it belongs to
/// what the publication's scope says. On a list of one's own it is a mistake, which its reader warns of.
///
/// # Errors
/// [`PackError::Rules`] for a list that breaks the rules that every list obeys.
pub fn compile(read: Read) -> Result<Vec<List>, PackError> {
    let Read { lists, sources } = read;
    lists.into_iter().map(|parsed| list(parsed, sources.clone())).collect()
}

fn list(parsed: Parsed, sources: Vec<Source>) -> Result<List, PackError> {
    let Parsed { mut publication, programmes: described, designations, mut warnings } = parsed;
    if publication.ages {
        publication.scope.extend(undated_births(&designations));
    }
    let mut programmes = Vec::new();
    for (code, records) in codes(&designations) {
        let known = described.iter().find(|programme| programme.code == code).cloned();
        programmes.push(known.or_else(|| tables::programme(&publication.authority, code)).unwrap_or_else(|| {
            warnings.push(unknown(code, records));
            Programme {
                code: code.to_owned(),
                authority: String::new(),
                title: code.to_owned(),
                references: Vec::new(),
            }
        }));
    }
    let ids: BTreeSet<&str> =
        designations.iter().flat_map(|designation| designation.measures.iter().map(String::as_str)).collect();
    // An id that the table lacks is the reader's fault, and the check below says which designation names it.
    let measures = ids.into_iter().filter_map(tables::measure).collect();
    let list = List { publication, sources, warnings, programmes, measures, designations };
    list.check()?;
    Ok(list)
}

/// A sentence on the births that are words without an interval; nothing where all are dates.
fn undated_births(designations: &[Designation]) -> Option<String> {
    let births = designations.iter().flat_map(|designation| &designation.births);
    let mut undated = births.filter(|birth| birth.interval.is_none());
    let example = &undated.next()?.published;
    Some(match 1 + undated.count() {
        1 => format!(" 1 birth date is words and no date: `{example}`; it is shown as published."),
        many => format!(
            " {many} birth dates are words and not dates, for example `{example}`; they are shown as published."
        ),
    })
}

/// The codes that the designations name, each with the number of records that do.
fn codes(designations: &[Designation]) -> BTreeMap<&str, usize> {
    let mut codes = BTreeMap::new();
    for designation in designations {
        let named: BTreeSet<&str> = designation.programmes.iter().map(String::as_str).collect();
        for code in named {
            *codes.entry(code).or_default() += 1;
        }
    }
    codes
}

fn unknown(code: &str, records: usize) -> Warning {
    let records = if records == 1 { "1 record".to_owned() } else { format!("{records} records") };
    let what = format!("the programme code `{code}` of {records} is not in Namesieve's table; it is shown as itself");
    Warning { id: None, what }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::PartialDate;
    use crate::designation::{ListedName, NameKind, NameQuality, SubjectKind};
    use crate::publication::Publication;

    fn designation(id: &str, programmes: &[&str], measures: &[&str]) -> Designation {
        Designation {
            names: vec![ListedName::new(format!("NAME {id}"), NameKind::Primary, NameQuality::Strong, "Latin")],
            programmes: programmes.iter().map(|code| (*code).to_owned()).collect(),
            measures: measures.iter().map(|id| (*id).to_owned()).collect(),
            ..Designation::new(id, SubjectKind::Entity)
        }
    }

    fn read(programmes: Vec<Programme>, designations: Vec<Designation>) -> Read {
        let publication = Publication {
            list: "ofac-sdn".into(),
            authority: "OFAC".into(),
            title: "SDN".into(),
            issued: None,
            scope: "The whole list.".into(),
            complete: true,
            ages: true,
            record_url: None,
        };
        let before = Warning { id: None, what: "an earlier one".into() };
        let source = Source { file: "sdn.xml".into(), bytes: 1, sha256: "00".into(), records: designations.len() };
        Read {
            lists: vec![Parsed { publication, programmes, designations, warnings: vec![before] }],
            sources: vec![source],
        }
    }

    #[test]
    fn programmes_and_measures_stand_beside_the_designations_that_name_them() {
        let designations = vec![
            designation("1", &["SDGT", "NEW"], &["us-blocking"]),
            designation("2", &["NEW", "NEW"], &["us-blocking", "us-sectoral"]),
            designation("3", &["OLDER"], &["us-blocking"]),
        ];
        let compiled = compile(read(Vec::new(), designations)).unwrap();
        let [list] = &compiled[..] else { panic!("one list") };
        let programmes: Vec<_> = list.programmes.iter().map(|p| (p.code.as_str(), p.authority.as_str())).collect();
        assert_eq!(programmes, [("NEW", ""), ("OLDER", ""), ("SDGT", "E.O. 13224 as amended")]);
        assert_eq!(list.programmes[0].title, "NEW");
        let measures: Vec<_> = list.measures.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(measures, ["us-blocking", "us-sectoral"]);
        let warnings: Vec<_> = list.warnings.iter().map(|w| w.what.as_str()).collect();
        assert_eq!(
            warnings,
            [
                "an earlier one",
                "the programme code `NEW` of 2 records is not in Namesieve's table; it is shown as itself",
                "the programme code `OLDER` of 1 record is not in Namesieve's table; it is shown as itself",
            ]
        );
        assert_eq!(list.sources[0].records, 3);
    }

    #[test]
    fn what_the_file_says_of_a_programme_goes_before_the_table() {
        let own = |code: &str| Programme {
            code: code.into(),
            authority: "The act".into(),
            title: "In its own words".into(),
            references: Vec::new(),
        };
        let described = vec![own("SDGT"), own("UNNAMED")];
        let compiled = compile(read(described, vec![designation("1", &["SDGT"], &["us-blocking"])])).unwrap();
        assert_eq!(compiled[0].programmes, [own("SDGT")]);
        assert_eq!(compiled[0].warnings.len(), 1);
    }

    #[test]
    fn births_that_are_no_dates_are_told_in_the_scope_of_a_list_that_ages() {
        let born = |words: &[&str]| Designation {
            births: words.iter().map(|words| PartialDate::iso(words)).collect(),
            ..designation("1", &[], &["us-blocking"])
        };
        let scope = |births: &[&str], ages: bool| {
            let mut read = read(Vec::new(), vec![born(births)]);
            read.lists[0].publication.ages = ages;
            let list = compile(read).unwrap().remove(0);
            assert_eq!(list.warnings.len(), 1, "the one that was there before");
            list.publication.scope
        };
        assert_eq!(scope(&["1958", "1958-03"], true), "The whole list.");
        assert_eq!(
            scope(&["1958", "in spring"], true),
            "The whole list. 1 birth date is words and no date: `in spring`; it is shown as published."
        );
        assert_eq!(
            scope(&["30-35 years old", "1958", "in spring"], true),
            "The whole list. 2 birth dates are words and not dates, for example `30-35 years old`; they are shown as published."
        );
        assert_eq!(scope(&["in spring"], false), "The whole list.");
    }

    #[test]
    fn an_unknown_measure_and_a_broken_rule_are_errors() {
        let error = compile(read(Vec::new(), vec![designation("7", &[], &["us-unheard-of"])])).unwrap_err();
        assert!(error.to_string().contains("designation 7: measure `us-unheard-of` is not in the table"), "{error}");
        let error = compile(read(Vec::new(), vec![designation("7", &[], &[])])).unwrap_err();
        assert!(error.to_string().contains("no measure applies to it"), "{error}");
        assert!(compile(read(Vec::new(), Vec::new())).is_err());
    }
}
