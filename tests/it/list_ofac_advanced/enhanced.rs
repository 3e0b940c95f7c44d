//! ENHANCED files: what the excerpt says, looked up in it by hand, and the whole file of 10 January 2025.

use super::*;
use namesieve::designation::SubjectKind;

#[test]
fn an_excerpt_is_read_fact_by_fact() {
    let lists = lists("CONS_ENHANCED.XML", &fixture("CONS_ENHANCED-2025-01-10-excerpt.xml")).unwrap();
    assert_eq!(warnings(&lists), [""; 0]);
    obeys_rules(&lists);
    assert_eq!(shares(&lists), [("ofac-cmic", 2), ("ofac-mbs", 3), ("ofac-capta", 1), ("ofac-plc", 2)]);
    assert!(lists.iter().all(|list| list.publication.issued.unwrap().to_string() == "2025-01-10"));

    let martelly = record(&lists, "ofac-mbs", "50476");
    assert_eq!(martelly.kind, SubjectKind::Individual);
    assert_eq!(names(martelly), ["primary `MARTELLY, Michel Joseph`", "`MARTELLY, Michael`", "weak `Sweet Micky`"]);
    assert_eq!(martelly.names[2].uid.as_deref(), Some("78897"));
    assert_eq!(births(martelly), ["12 Feb 1961: 1961-02-12/1961-02-12"]);
    assert_eq!((martelly.gender.as_deref(), &martelly.nationalities[..]), (Some("Male"), &["Haiti".into()][..]));
    assert_eq!(
        numbers(martelly),
        ["National ID No. 0032768386 (Haiti)", "Driver's License No. M634550610520 (United States)"]
    );
    assert_eq!(
        addresses(martelly),
        [
            " | Miami, FL | United States",
            " | Petionville, Ouest | Haiti",
            " | Port-au-Prince, Ouest | Haiti",
            " |  | Dominican Republic",
        ]
    );
    assert_eq!(martelly.legal_notes.len(), 3);
    assert!(martelly.legal_notes[0].starts_with("Executive Order 14059 information: Prohibition on any transactions"));
    assert_eq!(facts(martelly, "Sanctions type"), ["Executive Order 14059 Non-blocking"]);

    // Its address is given in two scripts.
    let fund = record(&lists, "ofac-mbs", "31693");
    assert_eq!(
        names(fund),
        ["primary `NATIONAL WEALTH FUND OF THE RUSSIAN FEDERATION`", "Cyrillic `ФОНД НАЦИОНАЛЬНОГО БЛАГОСОСТОЯНИЯ`",]
    );
    assert_eq!(
        addresses(fund),
        ["9 Ilyinka Street | Moscow 109097 | Russia", "ул. Ильинка, 9 | Москва 109097 | Russia"]
    );
    assert_eq!(facts(fund, "Effective date (EO 14024 Directive 1a)"), ["01 Mar 2022"]);
    assert_eq!(facts(fund, "Target type"), ["Government Entity"]);
    let [note, page, _] = &fund.legal_notes[..] else { panic!("{:?}", fund.legal_notes) };
    assert!(note.starts_with("Executive Order 14024 Directive Information Subject to Directive 1a - As of"), "{note}");
    assert!(page.starts_with("Executive Order 14024 Directive Information - For more information"), "{page}");

    let agency = record(&lists, "ofac-mbs", "27016");
    assert_eq!(
        names(agency),
        [
            "primary `PRESIDENCY OF DEFENSE INDUSTRIES`",
            "`DEFENSE INDUSTRIES PRESIDENCY`",
            "former `UNDERSECRETARIAT FOR DEFENSE INDUSTRIES`",
            "weak `SSB`",
            "weak `SSM`",
        ]
    );
    assert_eq!(agency.legal_notes[0], "CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2)");
}

#[test]
fn a_restriction_on_securities_has_its_days() {
    let lists = lists("CONS_ENHANCED.XML", &fixture("CONS_ENHANCED-2025-01-10-excerpt.xml")).unwrap();
    let day = |day: Option<namesieve::date::Day>| day.unwrap().to_string();
    let sensetime = record(&lists, "ofac-cmic", "33114");
    assert_eq!(
        names(sensetime),
        ["primary `SENSETIME GROUP LIMITED`", "Chinese Traditional `商湯集團有限公司`", "`SENSETIME GROUP LTD`",]
    );
    assert_eq!(
        (day(sensetime.listed), day(sensetime.effective), day(sensetime.divest_by)),
        ("2021-12-10".into(), "2022-02-08".into(), "2022-12-10".into())
    );
    assert_eq!(numbers(sensetime), ["C.R. No. 2162198 (Hong Kong)"]);
    assert_eq!(facts(sensetime, "Listing date (CMIC)"), [""; 0]);

    let mobile = record(&lists, "ofac-cmic", "30923");
    assert_eq!(day(mobile.listed), "2021-06-03");
    assert_eq!(facts(mobile, "Equity ticker")[..3], ["CHL US (NYSE)", "941 HK (HKEX)", "CHL RU"]);
    assert_eq!(numbers(mobile)[0], "ISIN US16941M1099");
    // The other side of the tie is not in the excerpt; its name is.
    assert_eq!(
        facts(mobile, "Owned or Controlled By"),
        ["CHINA MOBILE COMMUNICATIONS GROUP CO., LTD., OFAC record 30944"]
    );

    let zahhar = record(&lists, "ofac-plc", "9647");
    assert_eq!(addresses(zahhar), [" |  | Region: Gaza"]);
    assert_eq!(facts(zahhar, "Other list"), ["SDN List, 2023-11-14"]);
    assert_eq!(facts(zahhar, "Acting for or on behalf of"), ["HAMAS, OFAC record 4695"]);
    assert_eq!(
        zahhar.legal_notes,
        ["Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886",]
    );
}

/// Totals counted in the file itself by the elements' names and values, with an XML parser in Python.
#[test]
fn the_whole_file_of_2025_has_what_can_be_counted_in_it() {
    let test = "the_whole_file_of_2025_has_what_can_be_counted_in_it";
    let Some((lists, records)) = whole(test, "lists/ofac-consolidated/2025-01-10/CONS_ENHANCED.XML") else { return };
    obeys_rules(&lists);
    assert_eq!(records, 443);
    assert_eq!(
        shares(&lists),
        [("ofac-cmic", 68), ("ofac-ssi", 286), ("ofac-mbs", 12), ("ofac-capta", 1), ("ofac-plc", 78), ("ofac-fse", 1),]
    );
    let subjects = subjects(&lists);
    assert_eq!(subjects.len(), 443);
    let sum = |count: fn(&Designation) -> usize| subjects.values().map(|subject| count(subject)).sum::<usize>();
    // 1,579 names in 1,624 spellings: 443 primary, 70 of low quality, 144 F.K.A.; a native spelling of a low or former name
    // is one too (1 each in the file).
    assert_eq!(sum(|s| s.names.len()), 1624);
    assert_eq!(sum(|s| s.names.iter().filter(|name| name.uid.is_some()).count()), 1579);
    assert_eq!(
        sum(|s| s.names.iter().filter(|name| name.uid.is_some() && name.quality == NameQuality::Weak).count()),
        70
    );
    assert_eq!(sum(|s| s.names.iter().filter(|name| name.uid.is_some() && name.kind == NameKind::Former).count()), 144);
    let script = |script: &str| subjects.values().flat_map(|s| &s.names).filter(|name| &*name.script == script).count();
    assert_eq!(["Cyrillic", "Chinese Simplified", "Chinese Traditional"].map(script), [39, 5, 1]);
    assert_eq!((sum(|s| s.births.len()), sum(|s| s.birth_places.len())), (75, 21));
    assert!(subjects.values().all(|s| s.births.iter().all(|birth| birth.interval.is_some())));
    assert_eq!((sum(|s| s.nationalities.len()), sum(|s| s.citizenships.len())), (2, 1));
    // 692 documents, 33 SWIFT/BIC, 6 BIK, 165 ISIN; 69 tickers are facts.
    assert_eq!(sum(|s| s.identifiers.len()), 692 + 33 + 6 + 165);
    assert_eq!(sum(|s| facts(s, "Equity ticker").len()), 69);
    // 518 with a country, two in a region without one, 11 in Cyrillic; 52 say nothing.
    assert_eq!(sum(|s| s.addresses.len()), 518 + 2 + 11);
    assert_eq!(sum(|s| s.programmes.len()), 525);
    assert_eq!((sum(|s| facts(s, "Legal basis").len()), sum(|s| facts(s, "Sanctions type").len())), (525, 560));
    // 336 remarks, one of which has a legal consequence.
    assert_eq!((sum(|s| facts(s, "Remarks").len()), sum(|s| facts(s, "Other list").len())), (335, 77));
    // 283 ties, one of which leads to HAMAS, which is not in the file.
    assert_eq!(sum(|s| s.links.len()), 282);
    assert_eq!(sum(|s| facts(s, "Acting for or on behalf of").len()), 1);
    let restricted = &list(&lists, "ofac-cmic").designations;
    assert!(restricted.iter().all(|s| s.listed.is_some() && s.effective.is_some() && s.divest_by.is_some()));
    assert_eq!(sum(|s| usize::from(s.effective.is_some())), 68);
    assert_eq!(sum(|s| facts(s, "Reliability").len()), 1);
}
