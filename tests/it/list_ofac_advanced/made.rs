//! What the real files at hand do not show: ships, wallets, ranges of dates, doubtful documents, former ties, unknown codes.
//! The records are invented; their form is that of the real files.

use super::*;
use namesieve::designation::SubjectKind;

/// An ADVANCED file from its sections; the reference values are those that `records` need.
fn advanced(parties: &str, rest: &str, entries: &str) -> Vec<u8> {
    let references = r#"<FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="344">Digital Currency Address - XBT</FeatureType>
        <FeatureType ID="1">Vessel Call Sign</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
        <FeatureType ID="2">VESSEL TYPE</FeatureType><FeatureType ID="44">Vessel Gross Tonnage</FeatureType>
        <FeatureType ID="125">Additional Sanctions Information -</FeatureType>
        <IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType><IDRegDocType ID="1571">Passport</IDRegDocType>
        <IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType><IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType>
        <Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity>
        <RelationType ID="15001">Acting for or on behalf of</RelationType><List ID="1550">SDN List</List>
        <List ID="7">Brand New List</List><NamePartType ID="1526">Vessel Name</NamePartType>
        <DetailReference ID="5">Crude Oil Tanker</DetailReference>"#;
    format!(
        "<Sanctions xmlns=\"https://example.org/another/namespace\" Version=\"3\"><DateOfIssue><Year>2026</Year><Month>2</Month>\
         <Day>3</Day></DateOfIssue><ReferenceValueSets>{references}</ReferenceValueSets>{rest}\
         <DistinctParties>{parties}</DistinctParties>{entries}</Sanctions>"
    )
    .into_bytes()
}

/// A party with one name.
fn party(id: &str, sub_type: &str, part: &str, name: &str, features: &str) -> String {
    format!(
        "<DistinctParty FixedRef=\"{id}\"><Profile ID=\"{id}\" PartySubTypeID=\"{sub_type}\"><Identity ID=\"9{id}\" \
         Primary=\"true\"><Alias AliasTypeID=\"1403\" Primary=\"true\" LowQuality=\"false\"><DocumentedName ID=\"8{id}\" \
         DocNameStatusID=\"1\"><DocumentedNamePart><NamePartValue NamePartGroupID=\"1\" ScriptID=\"215\">{name}</NamePartValue>\
         </DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID=\"1\" \
         NamePartTypeID=\"{part}\"/></MasterNamePartGroup></NamePartGroups></Identity>{features}</Profile></DistinctParty>"
    )
}

fn entry(id: &str, list: &str) -> String {
    format!(
        "<SanctionsEntry ProfileID=\"{id}\" ListID=\"{list}\"><SanctionsMeasure SanctionsTypeID=\"1\"><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>"
    )
}

fn feature(kind: &str, version: &str) -> String {
    format!("<Feature FeatureTypeID=\"{kind}\"><FeatureVersion>{version}</FeatureVersion></Feature>")
}

fn period(first: (u16, u8, u8), last: (u16, u8, u8), circa: bool) -> String {
    let point = |(year, month, day): (u16, u8, u8)| {
        let date = format!("<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day>");
        format!("<From>{date}</From><To>{date}</To>")
    };
    let (first, last) = (point(first), point(last));
    feature("8", &format!("<DatePeriod><Start Approximate=\"{circa}\">{first}</Start><End>{last}</End></DatePeriod>"))
}

#[test]
fn a_ship_has_its_number_and_its_marks() {
    let features = [
        feature("1", "<VersionDetail>5IM 123</VersionDetail>"),
        feature("3", "<VersionDetail>Panama</VersionDetail>"),
        feature("2", "<VersionDetail DetailReferenceID=\"5\"/>"),
        feature("44", "<Comment>as of 2024</Comment><VersionDetail>81,479</VersionDetail>"),
        feature("344", "<VersionDetail>1Inventedaddress</VersionDetail>"),
        feature("125", "<VersionDetail>Subject to Secondary Sanctions</VersionDetail>"),
        feature("4711", "<VersionDetail>never seen</VersionDetail>"),
    ];
    let documents = "<IDRegDocuments><IDRegDocument IDRegDocTypeID=\"1626\" IdentityID=\"91\" ValidityID=\"1\">\
        <IDRegistrationNo>IMO 9187629</IDRegistrationNo></IDRegDocument></IDRegDocuments>";
    let file = advanced(&party("1", "1", "1526", "Ocean Dream", &features.concat()), documents, &entry("1", "1550"));
    let lists = lists("made.xml", &file).unwrap();
    let ship = record(&lists, "ofac-sdn", "1");
    assert_eq!((ship.kind, names(ship)), (SubjectKind::Vessel, vec!["primary `OCEAN DREAM`".into()]));
    assert_eq!(numbers(ship), ["Digital Currency Address - XBT 1Inventedaddress", "IMO number 9187629"]);
    for (label, value) in [
        ("Call sign", "5IM 123"),
        ("Flag", "Panama"),
        ("Vessel type", "Crude Oil Tanker"),
        ("Gross tonnage", "81,479 (as of 2024)"),
        ("FeatureType 4711", "never seen"),
    ] {
        assert_eq!(facts(ship, label), [value], "{label}");
    }
    assert_eq!(ship.legal_notes, ["Additional Sanctions Information - Subject to Secondary Sanctions"]);
    assert_eq!(
        warnings(&lists),
        ["1 number is not explained by the file (`FeatureType 4711` of record 1); it is shown in the place of words",]
    );
}

#[test]
fn dates_are_printed_as_ofac_prints_them_and_mean_their_interval() {
    let features = [
        period((1960, 1, 1), (1960, 12, 31), true),
        period((1953, 8, 1), (1953, 8, 31), false),
        period((1960, 1, 1), (1963, 12, 31), false),
        period((1971, 3, 5), (1971, 4, 6), false),
    ];
    let file = advanced(&party("2", "4", "1520", "Doe", &features.concat()), "", &entry("2", "1550"));
    let lists = lists("made.xml", &file).unwrap();
    assert_eq!(
        births(record(&lists, "ofac-sdn", "2")),
        [
            "circa 1960: 1960-01-01/1960-12-31",
            "Aug 1953: 1953-08-01/1953-08-31",
            "1960 to 1963: 1960-01-01/1963-12-31",
            "05 Mar 1971 to 06 Apr 1971: 1971-03-05/1971-04-06",
        ]
    );
}

#[test]
fn what_is_said_of_a_document_is_kept() {
    let date = |kind: &str, year: &str| {
        format!(
            "<DocumentDate IDRegDocDateTypeID=\"{kind}\"><DatePeriod><Start><From><Year>{year}</Year><Month>6</Month><Day>7</Day>\
             </From></Start></DatePeriod></DocumentDate>"
        )
    };
    let documents = format!(
        "<IDRegDocuments><IDRegDocument IDRegDocTypeID=\"1571\" IdentityID=\"93\" ValidityID=\"2\"><Comment>seized</Comment>\
         <IDRegistrationNo>A1</IDRegistrationNo><IssuingAuthority>Ministry</IssuingAuthority>{}{}</IDRegDocument>\
         <IDRegDocument IDRegDocTypeID=\"1571\" IdentityID=\"404\"><IDRegistrationNo>B2</IDRegistrationNo></IDRegDocument>\
         </IDRegDocuments>",
        date("1480", "2010"),
        date("1481", "2020")
    );
    let file = advanced(&party("3", "4", "1520", "Doe", ""), &documents, &entry("3", "1550"));
    let lists = lists("made.xml", &file).unwrap();
    let subject = record(&lists, "ofac-sdn", "3");
    let passport = &subject.identifiers[0];
    assert_eq!((passport.issued.as_deref(), passport.expires.as_deref()), (Some("07 Jun 2010"), Some("07 Jun 2020")));
    assert_eq!(facts(subject, "Validity"), ["Passport A1: Fraudulent"]);
    assert_eq!(facts(subject, "Issuing authority"), ["Passport A1: Ministry"]);
    assert_eq!(facts(subject, "Comment on document"), ["Passport A1: seized"]);
    assert_eq!(
        warnings(&lists),
        ["1 document has a holder who is not in the file (`Passport B2` of identity 404); it is left out"]
    );
}

#[test]
fn former_ties_new_elements_and_new_lists_are_told() {
    let tie = "<ProfileRelationship From-ProfileID=\"5\" To-ProfileID=\"4\" RelationTypeID=\"15001\" Former=\"true\"/>\
        <ProfileRelationship From-ProfileID=\"6\" To-ProfileID=\"4\" RelationTypeID=\"15001\"/>";
    let parties = party("4", "3", "1525", "Alpha", "<Feature FeatureTypeID=\"8\"><Novelty>so new</Novelty></Feature>")
        + &party("5", "3", "1525", "Beta", "");
    let entries = entry("4", "1550") + &entry("4", "7") + &entry("5", "1550") + &entry("5", "7") + tie;
    let lists = lists("made.xml", &advanced(&parties, "", &entries)).unwrap();
    let beta = record(&lists, "ofac-sdn", "5");
    assert_eq!(
        (beta.links[0].to.as_str(), beta.links[0].relation.as_str()),
        ("4", "Acting for or on behalf of (former)")
    );
    assert_eq!(facts(beta, "Other list"), ["Brand New List"]);
    assert_eq!(facts(record(&lists, "ofac-sdn", "4"), "Novelty"), ["so new"]);
    assert_eq!(
        warnings(&lists),
        [
            "1 value stands in an element that Namesieve does not know (`Novelty` of record 4); it is kept among the facts",
            "1 tie leads from a subject that is not in the file (`from 6 to 4`); it is left out",
            "2 records name lists that Namesieve does not know, for example `Brand New List` of record 4; they are shown with \
             the name of that list as a fact",
        ]
    );
}

/// An ENHANCED entity with one name.
fn entity(id: &str, lists: &[&str], name: &str, more: &str) -> String {
    let lists: String = lists.iter().map(|list| format!("<sanctionsList>{list}</sanctionsList>")).collect();
    format!(
        "<entity id=\"{id}\"><generalInfo><entityType>Individual</entityType></generalInfo><sanctionsLists>{lists}\
         </sanctionsLists><names><name><isPrimary>true</isPrimary><translations><translation>\
         <formattedFullName>{name}</formattedFullName></translation></translations></name></names>{more}</entity>"
    )
}

fn enhanced(entities: &str) -> Vec<u8> {
    format!("<sanctionsData><entities>{entities}</entities></sanctionsData>").into_bytes()
}

#[test]
fn ranges_and_doubts_of_enhanced_files_are_kept() {
    let more = "<features><feature><type>Birthdate</type><value>circa 1960 to 1962</value><valueDate>\
        <fromDateBegin>1960-01-01</fromDateBegin><fromDateEnd>1960-12-31</fromDateEnd><toDateBegin>1962-01-01</toDateBegin>\
        <toDateEnd>1962-12-31</toDateEnd></valueDate></feature><feature><type>Birthdate</type><value>unknown</value></feature>\
        </features><identityDocuments><identityDocument><type>Passport</type><documentNumber>C3</documentNumber>\
        <isValid>false</isValid><expirationDate>2019-05-06</expirationDate></identityDocument></identityDocuments>";
    let lists = lists("made.xml", &enhanced(&entity("7", &["SDN List"], "ДОУ, Иван", more))).unwrap();
    let subject = record(&lists, "ofac-sdn", "7");
    // Without a word of the file on its script, a name's letters tell it.
    assert_eq!(names(subject), ["primary Cyrillic `ДОУ, Иван`"]);
    assert_eq!(births(subject), ["circa 1960 to 1962: 1960-01-01/1962-12-31", "unknown: none"]);
    assert_eq!(facts(subject, "Validity"), ["Passport C3: OFAC says that it is not valid"]);
    assert_eq!(subject.identifiers[0].expires.as_deref(), Some("2019-05-06"));
    assert_eq!(list(&lists, "ofac-sdn").publication.issued, None);
    assert_eq!(warnings(&lists), ["the file carries no date, so the list has no date of issue"]);
}

/// A choice of records that anybody can have made on OFAC's site is no whole list.
#[test]
fn a_choice_of_records_is_not_called_a_whole_list() {
    let entities = entity("1", &["SDN List"], "A", "") + &entity("2", &["FSE List", "Consolidated List"], "B", "");
    let lists = lists("made.xml", &enhanced(&entities)).unwrap();
    assert_eq!(shares(&lists), [("ofac-sdn", 1), ("ofac-fse", 1)]);
    assert!(
        lists.iter().all(|list| !list.publication.complete && list.publication.scope.starts_with("Records of several"))
    );
}

/// A record that stands on two lists of a file stands in both, with the days and the measure of each.
#[test]
fn a_record_on_two_lists_is_on_both() {
    let both = ["Consolidated List", "FSE List", "Non-SDN CMIC List", "SDN List"];
    let lists =
        lists("made.xml", &enhanced(&(entity("1", &both, "A", "") + &entity("2", &both[..2], "B", "")))).unwrap();
    assert_eq!(shares(&lists), [("ofac-cmic", 1), ("ofac-fse", 2)]);
    assert_eq!(record(&lists, "ofac-cmic", "1").measures, ["us-investment-restriction"]);
    assert_eq!(record(&lists, "ofac-fse", "1").measures, ["us-evasion"]);
    assert_eq!(facts(record(&lists, "ofac-fse", "1"), "Other list"), ["SDN List"]);
}
