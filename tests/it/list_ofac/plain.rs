//! The plain XML: an excerpt of CONSOLIDATED.XML of 28 March 2025, and records written for what no excerpt has.

use super::*;
use namesieve::designation::SubjectKind;

fn consolidated() -> Vec<Parsed> {
    excerpts(&["consolidated-2025-03-28.xml"])
}

#[test]
fn the_file_of_the_non_sdn_lists_is_split_into_them() {
    let lists = consolidated();
    assert_eq!(
        counts(&lists),
        [("ofac-cmic", 4), ("ofac-ssi", 10), ("ofac-mbs", 8), ("ofac-capta", 1), ("ofac-plc", 4), ("ofac-fse", 1)]
    );
    assert_eq!(warnings(&lists), [""; 0]);
    for list in &lists {
        assert_eq!(list.publication.issued.unwrap().to_string(), "2025-03-28");
        assert_eq!((list.publication.scope.as_str(), list.publication.complete), ("The whole list.", true));
        assert!(list.designations.iter().all(|designation| designation.measures.len() == 1));
    }
    let measures: Vec<&str> = lists.iter().map(|list| list.designations[0].measures[0].as_str()).collect();
    assert_eq!(
        measures,
        [
            "us-investment-restriction",
            "us-sectoral",
            "us-menu-based",
            "us-correspondent-accounts",
            "us-rejection",
            "us-evasion"
        ]
    );
    // Gazprom stands on two lists; Sberbank has the same words on its directives but is blocked, so that they are void.
    assert_eq!(one(&lists, "ofac-mbs", "17250").listed.unwrap().to_string(), "2022-02-24");
    assert_eq!(one(&lists, "ofac-ssi", "17250").listed, None);
    assert!(lists[2].designations.iter().all(|designation| designation.id != "17018"));
}

#[test]
fn an_individual_comes_with_everything_that_is_compared() {
    let lists = consolidated();
    let found = one(&lists, "ofac-plc", "9647");
    assert_eq!(found.kind, SubjectKind::Individual);
    assert_eq!(
        names(found),
        [
            "primary strong ZAHHAR, Mahmoud Khaled",
            "alias strong AL ZAHAR, Mahmoud Khaled",
            "alias weak ZAHAR, Mahmoud",
            "alias weak AL-ZAHAR, Mahmoud"
        ]
    );
    assert_eq!(found.names[2].uid.as_deref(), Some("71276"));
    assert_eq!(found.programmes, ["NS-PLC", "SDGT"]);
    assert_eq!(births(found), ["1945 1945-01-01/1945-12-31"]);
    assert_eq!(found.birth_places, ["Gaza Strip"]);
    assert_eq!(
        (found.nationalities.as_slice(), found.gender.as_deref()),
        (["Palestinian".to_owned()].as_slice(), Some("Male"))
    );
    assert_eq!(addresses(found), ["||Region: Gaza"]);
    assert_eq!(
        found.legal_notes,
        ["Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886"]
    );
    assert_eq!(facts(found), ["Linked to: HAMAS"], "no record of the file has that name");

    let found = one(&lists, "ofac-mbs", "50476");
    assert_eq!(names(found)[2], "alias weak Sweet Micky");
    assert_eq!(
        numbers(found),
        ["National ID No.|0032768386|Haiti||", "Driver's License No.|M634550610520|United States||"]
    );
    assert_eq!(found.legal_notes.len(), 3);
    assert_eq!(
        addresses(found),
        [
            "|Miami, FL|United States",
            "|Petionville, Ouest|Haiti",
            "|Port-au-Prince, Ouest|Haiti",
            "||Dominican Republic"
        ]
    );
    let found = one(&lists, "ofac-fse", "26182");
    assert_eq!(
        (found.citizenships.as_slice(), births(found)),
        (["Turkey".to_owned()].as_slice(), vec!["08 Feb 1980 1980-02-08/1980-02-08".to_owned()])
    );
}

#[test]
fn an_entity_comes_with_its_days_links_and_numbers() {
    let lists = consolidated();
    let found = one(&lists, "ofac-cmic", "30923");
    let days = [found.listed, found.effective, found.divest_by].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2021-06-03", "2021-08-02", "2022-06-03"]);
    let links: Vec<_> = found.links.iter().map(|link| (link.to.as_str(), link.relation.as_str())).collect();
    assert_eq!(links, [("30944", "linked to")]);
    assert_eq!(numbers(found)[0], "ISIN|US16941M1099|||");
    assert!(facts(found).contains(&"Issuer name: China Mobile Limited".to_owned()));
    assert!(facts(found).iter().all(|fact| !fact.starts_with("Remarks")), "{:?}", facts(found));

    let found = one(&lists, "ofac-capta", "15268");
    assert_eq!(names(found)[1], "former strong KARAMAY URBAN CREDIT COOPERATIVES");
    assert_eq!(addresses(found)[2], "No. 7 Century Ave, (Registered Office)|Xinjiang, Karamay 834000|China");
    assert!(found.legal_notes[0].starts_with("United States financial institutions are prohibited"));

    let found = one(&lists, "ofac-ssi", "22394");
    assert_eq!(found.links[0].to, "17254");
    assert_eq!(
        facts(found),
        [
            "Website: cupvsto.ru",
            "Remarks: For more information on directives, please visit the following link: \
             http://www.treasury.gov/resource-center/sanctions/Programs/Pages/ukraine.aspx#directives"
        ]
    );
}

/// A file with the given records, none of which has a mark of a non-SDN list.
fn sdn(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<x:sdnList xmlns:x=\"http://tempuri.org/sdnList.xsd\"><x:publshInformation><x:Publish_Date>\
         01/02/2024</x:Publish_Date><x:Record_Count>1</x:Record_Count></x:publshInformation>{entries}</x:sdnList>"
    )
}

#[test]
fn a_vessel_has_its_imo_number_and_its_data() {
    // The elements are those of OFAC's schema; no official SDN.XML is at hand to cut from. Values as in sdn.csv, record 15036.
    let file = sdn(
        "<sdnEntry><uid>15036</uid><lastName>ARTAVIL</lastName><sdnType>Vessel</sdnType><title>A; B</title>\
         <programList><program>IRAN</program></programList><idList><id><idType>Vessel Registration Identification</idType>\
         <idNumber>IMO 9187629</idNumber></id><id><idType>MMSI</idType><idNumber>572469210</idNumber></id><id>\
         <idType>Passport</idType><idNumber>B1</idNumber><idCountry>Iran</idCountry><issueDate>04 Mar 2020</issueDate>\
         <expirationDate>03 Mar 2030</expirationDate></id><id><idType>Passport</idType><idCountry>Iraq</idCountry></id>\
         <id><idType>Digital Currency Address - XBT</idType><idNumber>bc1q</idNumber></id></idList>\
         <vesselInfo><callSign>T2EU4</callSign><vesselType>Crude/Oil Products Tanker</vesselType><vesselFlag>Iran</vesselFlag>\
         <vesselOwner>NITC</vesselOwner><tonnage>99144</tonnage><grossRegisteredTonnage>56068</grossRegisteredTonnage></vesselInfo>\
         <hullColour shade=\"dark\">red</hullColour><akaList><aka/><aka><type>n.k.a.</type><lastName>ARTA</lastName></aka></akaList>\
         </sdnEntry>",
    );
    let lists = lists(&[("sdn.xml", file.as_bytes())]);
    assert_eq!(counts(&lists), [("ofac-sdn", 1)]);
    assert_eq!(lists[0].publication.issued.unwrap().to_string(), "2024-01-02");
    let found = &lists[0].designations[0];
    assert_eq!(found.kind, SubjectKind::Vessel);
    assert_eq!(
        numbers(found),
        [
            "IMO number|9187629|||",
            "MMSI|572469210|||",
            "Passport|B1|Iran|04 Mar 2020|03 Mar 2030",
            "Digital Currency Address - XBT|bc1q|||"
        ]
    );
    assert_eq!(
        facts(found),
        [
            "Call sign: T2EU4",
            "Vessel type: Crude/Oil Products Tanker",
            "Tonnage: 99144",
            "Gross tonnage: 56068",
            "Flag: Iran",
            "Vessel owner: NITC",
            "Passport: Iraq",
            "Hull colour: red"
        ]
    );
    assert_eq!(found.titles, ["A", "B"]);
    assert_eq!(names(found), ["primary strong ARTAVIL", "alias strong ARTA"]);
    assert_eq!(
        warnings(&lists),
        [
            "1 value stands in an element that Namesieve does not know (`hullColour` of record 15036); it is kept among the facts"
        ]
    );
}

#[test]
fn what_is_not_known_is_kept_and_told() {
    let file = sdn(
        "<sdnEntry><uid>7</uid><sdnType>Spacecraft</sdnType><akaList><aka><type>p.k.a.</type><category>medium</category>\
         <lastName>A\u{202e}B</lastName></aka><aka><type>a.k.a.</type><lastName>???</lastName></aka></akaList>\
         <dateOfBirthList><dateOfBirthItem><dateOfBirth>in spring</dateOfBirth></dateOfBirthItem></dateOfBirthList>\
         <remarks>Foo (bar); (Linked To: GUARD (IRGC)-QODS); baz</remarks></sdnEntry>",
    );
    let lists = lists(&[("sdn.xml", file.as_bytes())]);
    let found = &lists[0].designations[0];
    assert_eq!(names(found), ["primary strong A\u{202e}B"], "what turns the direction of writing stays in the name");
    assert_eq!(found.kind, SubjectKind::Entity);
    assert_eq!(facts(found), ["Kind: Spacecraft", "Remarks: Foo (bar); baz", "Linked to: GUARD (IRGC)-QODS"]);
    assert_eq!(births(found), ["in spring"]);
    assert_eq!(
        warnings(&lists),
        [
            "1 record is of a kind that Namesieve does not know (`Spacecraft` of record 7); it is shown as of the kind `entity`",
            "1 name is of a quality that Namesieve does not know (`medium` of record 7); it is taken for strong",
            "1 name is of a type that Namesieve does not know (`p.k.a.` of record 7); it is listed among the other names",
            "1 name has neither letter nor digit (`???` of record 7); it is left out, as there is nothing to compare",
            "1 record has no primary name (`7`); it is listed under the first of the other names",
        ]
    );
}
