//! The CSV family: excerpts of the SDN List of 28 December 2023 and of the non-SDN lists of 19 December 2025.

use super::*;
use namesieve::designation::SubjectKind;

const SDN: [&str; 3] = ["sdn-2023-12-28/sdn.csv", "sdn-2023-12-28/alt.csv", "sdn-2023-12-28/add.csv"];
const CONS: [&str; 4] = [
    "cons-2025-12-19/cons_comments.csv",
    "cons-2025-12-19/cons_add.csv",
    "cons-2025-12-19/cons_prim.csv",
    "cons-2025-12-19/cons_alt.csv",
];

#[test]
fn the_family_is_one_list_without_a_date() {
    let lists = excerpts(&SDN);
    assert_eq!(counts(&lists), [("ofac-sdn", 42)]);
    let publication = &lists[0].publication;
    assert_eq!((publication.issued, publication.complete), (None, false));
    assert_eq!(publication.scope, "The end of the remarks of 1 record is missing: the file of comments was not given.");
    assert_eq!(warnings(&lists), [""; 0]);
    // Counted with Python in the fixtures: 42 records, 69 aliases, 16 quoted a.k.a., f.k.a. and n.k.a. that are whole
    let all: usize = lists[0].designations.iter().map(|designation| designation.names.len()).sum();
    let weak = lists[0].designations.iter().flat_map(|d| &d.names).filter(|name| name.quality == NameQuality::Weak);
    assert_eq!((all, weak.count()), (42 + 69 + 16, 16));
}

#[test]
fn a_vessel_and_an_aircraft_have_their_numbers() {
    let lists = excerpts(&SDN);
    let found = one(&lists, "ofac-sdn", "15036");
    assert_eq!(found.kind, SubjectKind::Vessel);
    assert_eq!(
        names(found),
        ["primary strong ARTAVIL", "former strong ABADAN", "former strong SHONA", "former weak ALPHA"]
    );
    assert_eq!(numbers(found), ["IMO number|9187629|||", "MMSI|572469210|||"]);
    assert_eq!(
        facts(found),
        [
            "Call sign: T2EU4",
            "Vessel type: Crude/Oil Products Tanker",
            "Tonnage: 99,144",
            "Gross tonnage: 56,068",
            "Flag: Iran",
            "Former vessel flag: Malta",
            "Former vessel flag: Tuvalu",
            "Former vessel flag: None Identified",
            "Former vessel flag: Tanzania",
            "Linked to: NATIONAL IRANIAN TANKER COMPANY"
        ]
    );
    assert_eq!(found.legal_notes, ["Additional Sanctions Information - Subject to Secondary Sanctions"]);
    assert!(found.addresses.is_empty(), "its only address is empty");

    let found = one(&lists, "ofac-sdn", "18150");
    assert_eq!((found.kind, names(found)), (SubjectKind::Aircraft, vec!["primary strong MSN 391".to_owned()]));
    assert_eq!(
        numbers(found),
        ["Aircraft Manufacturer's Serial Number (MSN)|391|||", "Aircraft Tail Number|EP-MMH|||"]
    );
    assert_eq!(
        facts(found),
        ["Aircraft manufacture date: 2002", "Aircraft model: Airbus A340-642", "Linked to: MAHAN AIR"]
    );
    assert_eq!(found.programmes, ["SDGT", "NPWMD", "IFSR"]);
}

#[test]
fn the_clauses_of_the_remarks_go_where_they_belong() {
    let lists = excerpts(&SDN);
    let found = one(&lists, "ofac-sdn", "12057");
    assert_eq!(
        births(found),
        [
            "1951 to 1953 1951-01-01/1953-12-31",
            "1960 to 1962 1960-01-01/1962-12-31",
            "Apr 1961 1961-04-01/1961-04-30",
            "1953 1953-01-01/1953-12-31"
        ]
    );
    assert_eq!(found.birth_places, ["Najaf, Iraq", "Tehran, Iran"]);
    assert_eq!(found.titles.len(), 3);
    assert_eq!(facts(found), ["Remarks: Head of the Basij"], "the titles in the remarks are those of the column");

    let found = one(&lists, "ofac-sdn", "11748");
    assert_eq!(births(found), ["circa 1979-1982 1979-01-01/1982-12-31", "1982 1982-01-01/1982-12-31"]);
    assert_eq!(births(one(&lists, "ofac-sdn", "7782")), ["circa 1951 1951-01-01/1951-12-31"]);
    assert_eq!(one(&lists, "ofac-sdn", "7264").nationalities, ["Morocco", "Germany"]);

    let found = one(&lists, "ofac-sdn", "18660");
    assert_eq!(
        numbers(found),
        [
            "Passport|G34331983|China|13 Mar 2009|12 Mar 2019",
            "National ID No.|320106198312060411|China||",
            "National ID No.|32010619312060000|China||"
        ]
    );
    assert_eq!(
        (found.citizenships.as_slice(), found.gender.as_deref()),
        (["China".to_owned()].as_slice(), Some("Male"))
    );
    assert_eq!(facts(found)[0], "Email address: kevinpengtech@gmail.com");
    assert!(names(found).contains(&"alias weak PENG, Kevin".to_owned()));

    let found = one(&lists, "ofac-sdn", "29584");
    assert_eq!(numbers(found)[2], "Digital Currency Address - ETH|0x7F367cC41522cE07553e823bf3be79A889DEbe1B|||");
    assert_eq!(found.identifiers.len(), 3);

    assert!(
        facts(one(&lists, "ofac-sdn", "38044")).contains(
            &"Organization type: Accounting, bookkeeping and auditing activities; tax consultancy".to_owned()
        )
    );
    assert_eq!(numbers(one(&lists, "ofac-sdn", "9971")), ["R.F.C.|PMA-910805|Mexico||"]);
    assert_eq!(
        numbers(one(&lists, "ofac-sdn", "16469")),
        ["NIT #|830106350-0|Colombia||", "Matricula Mercantil No|01200175 (Bogota)|||"]
    );
    assert_eq!(
        numbers(one(&lists, "ofac-sdn", "17067")),
        ["Identification Number|IMO 5342883|||"],
        "a company's number"
    );
    assert_eq!(names(one(&lists, "ofac-sdn", "41920"))[1..].last().unwrap(), "alias weak LGOK");
    let found = one(&lists, "ofac-sdn", "8294");
    assert_eq!(
        facts(found),
        ["Remarks: Businessman; Former Deputy Commissioner, Bureau of Maritime Affairs of Liberia"]
    );
    assert_eq!(numbers(found)[0], "Passport|D-001829-00|Liberia||");
    // It ends with the full stop of `CO., LTD.`, which the remarks share.
    assert_eq!(one(&lists, "ofac-sdn", "33681").links[0].to, "35376");
}

#[test]
fn remarks_that_were_cut_off_give_no_name_and_no_number() {
    let found = excerpts(&SDN);
    let found = one(&found, "ofac-sdn", "28263");
    assert_eq!(names(found), ["primary strong TIAN, Yinyin", "alias weak tianyinyin0404"]);
    assert_eq!(facts(found).last().unwrap(), "Remarks, cut off: a.k.a. 'snowsjo");
}

#[test]
fn long_remarks_go_on_in_the_file_of_comments() {
    let lists = excerpts(&CONS);
    assert_eq!(
        counts(&lists),
        [("ofac-cmic", 4), ("ofac-ssi", 5), ("ofac-mbs", 7), ("ofac-capta", 1), ("ofac-plc", 3)]
    );
    assert_eq!(warnings(&lists), [""; 0]);
    assert!(lists.iter().all(|list| list.publication.complete));
    assert_eq!(lists[0].publication.scope, "The whole list; its files carry no date.");
    // Cut in the middle of a word, and just after a blank.
    let found = one(&lists, "ofac-ssi", "17014");
    assert!(numbers(found).contains(&"Registration Number|1027700342890|Russia||".to_owned()));
    assert_eq!(names(found).last().unwrap(), "alias weak RUSAG");
    let found = one(&lists, "ofac-cmic", "30930");
    assert_eq!(numbers(found).last().unwrap(), "Unified Social Credit Code (USCC)|91110000710934369E|China||");
    assert_eq!(found.listed.unwrap().to_string(), "2021-06-03");
    assert_eq!(one(&lists, "ofac-mbs", "31693").listed.unwrap().to_string(), "2022-02-22");
}

#[test]
fn both_families_at_once_are_kept_apart() {
    let paths: Vec<&str> = SDN.iter().chain(&CONS).rev().copied().collect();
    let bytes: Vec<Vec<u8>> = paths.iter().map(|path| fixture(path)).collect();
    let given: Vec<(&str, &[u8])> =
        paths.iter().zip(&bytes).map(|(path, bytes)| (path.rsplit('/').next().unwrap(), bytes.as_slice())).collect();
    let read = files(&given).unwrap();
    let mut found: Vec<Vec<Parsed>> = Vec::new();
    for family in &read {
        let files: Vec<(&str, usize)> = family.sources.iter().map(|s| (s.file.as_str(), s.records)).collect();
        let mut expected = match files[0].0 {
            "sdn.csv" => vec![("sdn.csv", 42), ("alt.csv", 69), ("add.csv", 57)],
            _ => vec![("cons_prim.csv", 18), ("cons_alt.csv", 43), ("cons_add.csv", 38), ("cons_comments.csv", 6)],
        };
        expected.sort_unstable();
        let mut sorted = files.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, expected);
        found.push(family.lists.clone());
    }
    assert_eq!(found, [excerpts(&CONS), excerpts(&SDN)], "as if each had been read alone");
}

#[test]
fn the_file_of_names_alone_says_what_is_missing() {
    let lists = excerpts(&SDN[..1]);
    assert_eq!(
        lists[0].publication.scope,
        "The strong aliases, the addresses and the end of the remarks of 1 record are missing: alt.csv, add.csv and the file \
         of comments were not given."
    );
    assert!(!lists[0].publication.complete);
    let short = b"1,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"all offices worldwide.\"\r\n\x1a";
    let alias = b"1,5,\"fka\",\"B\xd1\",\"seen\"\r\n\x1a";
    let found = super::lists(&[("sdn.csv", short), ("alt.csv", alias)]);
    assert_eq!(found[0].publication.scope, "The addresses are missing: add.csv was not given.");
    let found = &found[0].designations[0];
    assert_eq!(names(found), ["primary strong A", "former strong BÑ"]);
    assert_eq!(found.names[1].uid.as_deref(), Some("5"));
    assert_eq!(facts(found), ["Remarks: all offices worldwide", "Remarks on an alias: seen"]);
}

#[test]
fn remarks_that_are_cut_off_in_spite_of_the_comments_are_told() {
    let names = b"1,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1960; Pass\"\r\n\x1a";
    let rest = b"1,\"port A1 (Cuba\"\r\n\x1a";
    let lists = super::lists(&[("sdn.csv", names), ("sdn_comments.csv", rest)]);
    assert_eq!(
        warnings(&lists),
        [
            "1 record has remarks that end in the middle, together with the file of comments (`1`); it is shown as far as the \
             remarks go"
        ]
    );
    assert_eq!(facts(&lists[0].designations[0]), ["Remarks, cut off: Passport A1 (Cuba"]);
}
