//! ADVANCED files: what the excerpts say, looked up in them by hand, and the whole file of 17 March 2020.

use super::*;
use namesieve::designation::{Link, SubjectKind};

#[test]
fn an_excerpt_of_the_non_sdn_lists_is_read_fact_by_fact() {
    let lists = lists("cons_advanced.xml", &fixture("cons_advanced-2020-03-17-excerpt.xml")).unwrap();
    assert_eq!(warnings(&lists), [""; 0]);
    obeys_rules(&lists);
    assert_eq!(shares(&lists), [("ofac-ssi", 3), ("ofac-capta", 1), ("ofac-plc", 2), ("ofac-fse", 2)]);
    let publication = &list(&lists, "ofac-plc").publication;
    assert_eq!(publication.issued.unwrap().to_string(), "2020-03-17");
    assert_eq!((publication.scope.as_str(), publication.complete), ("The whole list.", true));

    let haniya = record(&lists, "ofac-plc", "9639");
    assert_eq!(haniya.kind, SubjectKind::Individual);
    assert_eq!(names(haniya), ["primary `HANIYA, Ismail Abdul Salah`", "`HANIYA, Ismail`", "`HANIYYA, Ismaeel`"]);
    assert_eq!(
        (births(haniya), &haniya.birth_places[..]),
        (vec!["1962: 1962-01-01/1962-12-31".into()], &["Shati".into()][..])
    );
    // The place that the file calls `undetermined` is no address.
    assert_eq!(addresses(haniya), [""; 0]);
    assert_eq!((&haniya.programmes[..], &haniya.measures[..]), (&["NS-PLC".into()][..], &["us-rejection".into()][..]));
    // The day of its own list, not that of the umbrella `Consolidated List`, which began on 10 October 2014.
    assert_eq!(haniya.listed.unwrap().to_string(), "2006-04-12");
    assert_eq!(facts(haniya, "Sanctions type"), ["Reject"]);
    assert_eq!(facts(haniya, "Legal basis"), ["General License 4 Under EO 13224 (Terrorism)"]);

    // On the SDN List too, which is in the other file; its family name is written `Hammad` in one alias and printed so.
    let hammad = record(&lists, "ofac-plc", "9659");
    assert_eq!(names(hammad)[1..], ["`HAMMAD, Fathi Ahmad`", "`HAMAD, Fathy Ahmed`", "`HAMAD, Fathi`"]);
    assert_eq!(addresses(hammad), [" | Jabaliya | Region: Gaza"]);
    assert_eq!(hammad.programmes, ["SDGT", "NS-PLC"]);
    assert_eq!(facts(hammad, "Other list"), ["SDN List, 2016-09-16"]);

    let bektas = record(&lists, "ofac-fse", "17526");
    assert_eq!(
        (births(bektas), numbers(bektas)),
        (vec!["13 Feb 1966: 1966-02-13/1966-02-13".into()], vec!["Passport X0906223 (Switzerland)".into()])
    );
    assert_eq!(bektas.citizenships, ["Switzerland"]);
    let kayakiran = record(&lists, "ofac-fse", "26182");
    assert_eq!((kayakiran.gender.as_deref(), &kayakiran.citizenships[..]), (Some("Male"), &["Turkey".into()][..]));
    assert_eq!(addresses(kayakiran), [" |  | Turkey"]);

    let kunlun = record(&lists, "ofac-capta", "15268");
    assert_eq!(
        names(kunlun),
        [
            "primary `BANK OF KUNLUN CO LTD`",
            "former `KARAMAY URBAN CREDIT COOPERATIVES`",
            "former `KARAMAY CITY COMMERCIAL BANK CO LTD.`",
        ]
    );
    assert_eq!(
        addresses(kunlun)[0],
        "172 Xibin Rd, Ranghulu District, (Daqing, Heilongjiang Branch) | Daqing 163453 | China"
    );
    assert_eq!(
        kunlun.addresses.iter().map(|address| address.uid.as_deref()).collect::<Vec<_>>(),
        [Some("22761"), Some("22762"), Some("22763"), Some("22764"),]
    );
    assert_eq!(
        (numbers(kunlun), kunlun.listed.unwrap().to_string()),
        (vec!["SWIFT/BIC CKLBCNBJ".into()], "2019-03-14".into())
    );
    assert!(kunlun.legal_notes[0].starts_with("United States financial institutions are prohibited from opening"));

    let veb = record(&lists, "ofac-ssi", "17015");
    assert_eq!(names(veb)[..2], ["primary `VNESHECONOMBANK`", "weak `VEB`"]);
    assert_eq!(numbers(veb), ["SWIFT/BIC BFEARUMM", "BIK (RU) 044525060"]);
    assert_eq!((facts(veb, "Website"), facts(veb, "Email address")), (vec!["http://www.veb.ru"], vec!["info@veb.ru"]));
    assert_eq!(veb.legal_notes, ["Executive Order 13662 Directive Determination - Subject to Directive 1"]);
    let link = Link { to: "17015".into(), relation: "Owned or Controlled By".into() };
    assert_eq!(record(&lists, "ofac-ssi", "18268").links, [link]);
    // Its owner is not in the excerpt, and one alias stands in it twice.
    let complexes = record(&lists, "ofac-ssi", "18769");
    assert_eq!((complexes.links.len(), facts(complexes, "Owned or Controlled By")), (0, vec!["OFAC record 17260"]));
    assert_eq!(names(complexes).iter().filter(|name| *name == "weak `VYSOKOTOCHNYE KOMPLEKSY`").count(), 2);
    assert_eq!(complexes.names.len(), 13);
}

#[test]
fn native_spellings_are_names_of_their_own() {
    let lists = lists("sdn_advanced.xml", &fixture("sdn_advanced-four-parties.xml")).unwrap();
    assert_eq!(warnings(&lists), [""; 0]);
    obeys_rules(&lists);
    assert_eq!(shares(&lists), [("ofac-sdn", 4)]);
    assert_eq!(
        names(record(&lists, "ofac-sdn", "9760")),
        [
            "primary `LUKASHENKA, Alyaksandr Ryhorovich`",
            "Cyrillic `ЛУКАШЭНКА, Аляксандр Рыгоравiч`",
            "`LUKASHENKO, Aleksandr Grigorevich`",
            "Cyrillic `ЛУКАШЕНКО, Александр Григорьевич`",
            "`LUKASHENKO, Alexandr Grigorievich`",
            "`LUKASHENKO, Alexander Grigoryevich`",
            "`LUKASHENKA, Alyaksandr Hryhoryavich`",
            "`LUKASHENKO, Aleksander Grigoriyevich`",
        ]
    );
    // The first alias stands before the primary name in the file.
    let zomor = record(&lists, "ofac-sdn", "2677");
    assert_eq!(
        names(zomor)[..3],
        ["primary `AL-ZOMOR, Abboud Abdul Latif Hassan`", "`ZUMAR, Abbud`", "Arabic `الزمر, عبود عبداللطيف حسن`",]
    );
    assert_eq!(
        (births(zomor), &zomor.nationalities[..]),
        (vec!["19 Apr 1947: 1947-04-19/1947-04-19".into()], &["Egypt".into()][..])
    );
    assert_eq!(
        zomor.legal_notes,
        ["Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886",]
    );
    let volga = record(&lists, "ofac-sdn", "16806");
    assert_eq!(
        names(volga),
        ["primary `OOO VOLGA GROUP`", "Cyrillic `ООО ВОЛГА ГРУП`", "`VOLGA GROUP HOLDING LIMITED LIABILITY COMPANY`",]
    );
    assert_eq!(volga.programmes, ["UKRAINE-EO13661", "RUSSIA-EO14024"]);
    assert_eq!(numbers(volga), ["Tax ID No. 7718989383 (Russia)", "Registration Number 1147746803049 (Russia)"]);
    assert_eq!(addresses(volga)[0], "Begovaya St., Dom 3, Str. 1 | Moscow 12528 | Russia");
    // It is on a non-SDN list as well, which this file is not an edition of.
    assert_eq!(facts(volga, "Other list"), ["Sectoral Sanctions Identifications List, 2005-06-07"]);
    assert_eq!(
        (volga.listed.unwrap().to_string(), &volga.measures[..]),
        ("2004-05-06".into(), &["us-blocking".into()][..])
    );
    assert_eq!(births(record(&lists, "ofac-sdn", "9760")).len(), 2);
}

/// The sample of the live SDN file without the parts that a whole file has: a party on no list must not pass.
#[test]
fn parties_without_entries_are_refused() {
    let test = "parties_without_entries_are_refused";
    let Some(path) = shared::file(test, "lists/samples/ofac-sdn-advanced-four-parties.xml") else { return };
    let refusal = lists("sample.xml", &std::fs::read(path).unwrap()).unwrap_err().to_string();
    assert!(
        refusal.starts_with("sample.xml, record 36: no `SanctionsEntry` says on which list it stands; "),
        "{refusal}"
    );
}

/// Totals counted in the file itself: parties, `Alias` elements by `LowQuality`, `Feature` elements by `FeatureTypeID`,
/// `IDRegDocument`, `ProfileRelationship`, and `SanctionsEntry` by `ListID` (with `grep -c` and an XML parser in Python).
#[test]
fn the_whole_file_of_2020_has_what_can_be_counted_in_it() {
    let test = "the_whole_file_of_2020_has_what_can_be_counted_in_it";
    let Some((lists, records)) = whole(test, "lists/ofac-consolidated/2020-03-17/cons_advanced.xml") else { return };
    obeys_rules(&lists);
    assert_eq!(records, 375);
    assert_eq!(shares(&lists), [("ofac-ssi", 290), ("ofac-capta", 1), ("ofac-plc", 78), ("ofac-fse", 6)]);
    let subjects = subjects(&lists);
    assert_eq!(subjects.len(), 375);
    let sum = |count: fn(&Designation) -> usize| subjects.values().map(|subject| count(subject)).sum::<usize>();
    // 375 + 915 `Alias` elements; record 18769 has a weak one twice, under two numbers.
    assert_eq!(sum(|subject| subject.names.len()), 375 + 915);
    assert_eq!(sum(|s| s.names.iter().filter(|name| name.quality == NameQuality::Weak).count()), 31);
    assert_eq!(sum(|s| s.names.iter().filter(|name| name.kind == NameKind::Former).count()), 84);
    assert_eq!(sum(|s| s.births.len()), 77);
    assert!(subjects.values().all(|s| s.births.iter().all(|birth| birth.interval.is_some())));
    assert_eq!(sum(|s| s.birth_places.len()), 20);
    assert_eq!((sum(|s| s.citizenships.len()), sum(|s| s.nationalities.len())), (2, 0));
    // 573 documents, 34 SWIFT/BIC, 3 BIK.
    assert_eq!(sum(|s| s.identifiers.len()), 573 + 34 + 3);
    // 406 places with a country, and one in a region without a country.
    assert_eq!(sum(|s| s.addresses.len()), 406 + 1);
    assert_eq!(sum(|s| s.links.len()), 276);
    // 310 directives, and one remark with a legal consequence of its own.
    assert_eq!(sum(|s| s.legal_notes.len()), 310 + 1);
    assert_eq!(sum(|s| facts(s, "Website").len()), 184);
    assert_eq!(sum(|s| facts(s, "Email address").len()), 147);
    assert_eq!(sum(|s| facts(s, "Issuing authority").len()), 24);
    assert_eq!(sum(|s| facts(s, "Remarks").len()), 340 - 1);
    // Nine records are on the SDN List too.
    assert_eq!(sum(|s| facts(s, "Other list").len()), 9);
    assert!(lists.iter().flat_map(|list| &list.designations).all(|subject| subject.listed.is_some()));
}
