//! Pairs of names that are decided by one constant or a few: with others, one would be found that is somebody else, or lost.
//!
//! Each line is what a person says of the two names. They are kept where both hold with room to spare, so that a finer value of a
//! constant breaks none, while one that is far off breaks its line (`cargo xtask constants`).

use super::*;
use crate::name::Reading;
use weights as w;

fn score(query: &str, listed: &str, reading: Reading) -> u8 {
    compare(&Name::read(query, reading), &Name::read(listed, reading)).score()
}

fn each(reading: Reading, found: bool, pairs: &[(&str, &str, &str)]) {
    for (query, listed, why) in pairs {
        let score = score(query, listed, reading);
        assert_eq!(score >= w::DEFAULT_THRESHOLD, found, "{query} and {listed}: {score}; {why}");
    }
}

#[test]
fn a_person_is_found() {
    each(
        Reading::Person,
        true,
        &[
            ("Bob Miller", "MILLER, Robert James", "a short form, and a second given name left out: NICKNAME_COST"),
            ("Joseph Haddad", "HADDAD, Yusuf", "the name of another language: TRANSLATED_COST, CONTRADICTION"),
            ("Muhammad Ahmed", "AHMAD, Mohammed Saleh", "usual spellings of common names: FAMILY_COST, COMMON_SHARE"),
            (
                "Gennadi Timchenko",
                "TIMCHENKO, Gennady Nikolayevich Petrovich",
                "two of four words, one with another vowel: THIN",
            ),
            ("M. Ali", "ALI, Mustafa Rashid", "an initial, and a second given name left out: INITIAL, MISSING_PERSON"),
            ("J. Smith", "SMITH, John Michael", "an initial and a word are more than one word: SINGLE_BELOW"),
            ("ErkanTuneyas", "TUNIYAZ, Erken", "glued, with two slips: GLUE_COST, GLUE_EDITS"),
            ("Awr Petrenko", "PETRENKO, War", "two letters swapped in a word of three: JARO_WINKLER_ABOVE"),
            ("Haqqani", "HAQQANI, Sirajuddin", "a rare family name alone: ALONE"),
        ],
    );
}

#[test]
fn another_person_is_not() {
    each(
        Reading::Person,
        false,
        &[
            ("Shamsuddin Haqqani", "HAQQANI, Shamsalden", "two names that begin alike: THREE_EDITS"),
            ("A. Haqqani", "HAQQANI, Sirajuddin", "another initial: INITIAL_CONTRADICTION"),
            ("M. Khan", "KHAN, Mohammad Anwar", "an initial and a family name that millions have: COMMON_SHARE"),
            ("J. Smith", "SMITH, John Michael Edward", "too little of a long name: MISSING_PERSON"),
            ("Rashid", "RASHID, Sirajuddin", "a common family name alone: ALONE, ALONE_COMMON"),
            ("Ivanov", "IVANOV, Sergei", "likewise"),
            ("Gennady", "TIMCHENKO, Gennady", "a given name alone: SINGLE_BELOW"),
            ("Viktor Timchenko", "TIMCHENKO, Gennady", "a relative, perhaps: CONTRADICTION"),
            ("ArkanTuneyas", "TUNIYAZ, Erken", "glued, with more slips than a hand makes: GLUE_COST, GLUE_EDITS"),
        ],
    );
}

#[test]
fn an_organisation_is_found() {
    each(
        Reading::Organisation,
        true,
        &[
            ("Rosneft", "ROSNEFT TRADING SA", "the telling word of a short name: ALONE, ALONE_REST"),
            ("MCM", "MCM GROUP", "three letters and a word that describes: LONE_SHORT"),
            ("Orion Logistics LLC", "ORION TRADING LLC", "the group's word among describing ones: SINGLE_RELIEF"),
            (
                "Korea Deasung Trading",
                "KOREA DAESONG TRADING",
                "two slips, and words agree beside them: LONE_SUPPORT, LONE_LEAST",
            ),
            ("Second Academy of Sciences", "SECOND ACADEMY OF NATURAL SCIENCES", "a number that agrees: WHOLE_NAME"),
            ("Diaound II", "DIAMOND II", "two slips, and a number agrees: LONE_SUPPORT"),
            ("Universe Shipping Ltd", "UNIVERSE COSCO SHIPPING LIMITED", "a naming word is missing: DESCRIBING_TENTHS"),
            (
                "Central Institute of Aviation",
                "CENTRAL INSTITUTE OF AVIATION MOTORS",
                "many describing words: WHOLE_NAME",
            ),
            ("National Development Bank Trading", "NATIONAL DEVELOPMENT BANK", "all words of a name: WHOLE_NAME"),
            ("Harvest Fund III", "HARVEST FUND IV", "labels disagree: NUMBER_DIFFERS"),
            ("SenseTime Group Inc.", "SENSETIME GROUP LIMITED", "a company of the same group: LEGAL_DIFFERS"),
        ],
    );
}

#[test]
fn another_organisation_is_not() {
    each(
        Reading::Organisation,
        false,
        &[
            ("Satel", "SAHEL", "a letter in the only word: LONE"),
            ("Swedbank", "SBERBANK", "likewise, in a longer one"),
            ("MCM Systems", "MCM GROUP", "three letters are many organisations': LONE_SHORT"),
            ("Gazprom", "GAZPROM NEFT SHIPPING LLC", "the word of many companies, of which it is little: ALONE_REST"),
            ("Cerberus Kovalenko LLC", "CERBERUS TRADING LLC", "a word beside another name: SINGLE"),
            ("Deasung", "DAESONG", "two slips in the only word: LONE"),
            ("Cosco Universe Shipping", "UNIVERSE SHIPPING LIMITED", "a naming word more: DESCRIBING_TENTHS"),
            ("HSBC Bank Middle East", "MIDDLE EAST BANK", "a word that names beside those that describe: WHOLE_NAME"),
            ("Development Bank Trading", "DEVELOPMENT BANK", "two words that describe: WHOLE_NAME"),
            ("Bank of Kunlun Beijing", "BANK OF KUNLUN SHANGHAI", "another branch: PLACE_DIFFERS"),
            ("RAB", "RAPID ACTION BATTALION", "three letters of three words: ACRONYM_SHORT"),
            ("Harvist Fund III", "HARVEST FUND IV", "another number, and misspelt: NUMBER_DIFFERS"),
        ],
    );
}

#[test]
fn a_difference_costs_as_its_reason_says() {
    let left = |points: i32| i32::from(score_after(points));
    let threshold = i32::from(w::DEFAULT_THRESHOLD);
    let too_common = w::ALONE + w::ALONE_COMMON * i32::from(100 - w::TOO_COMMON);
    for (less, more, why) in [
        (left(w::CONTRADICTION) + 20, threshold, "CONTRADICTION: far below the threshold"),
        (left(too_common), threshold, "TOO_COMMON: even the listed family name stays below the threshold"),
        (left(w::PLACE_DIFFERS), threshold, "PLACE_DIFFERS: another branch, whatever else agrees"),
        (threshold, left(w::LEGAL_DIFFERS), "LEGAL_DIFFERS: perhaps of the same group"),
        (threshold, left(w::NUMBER_DIFFERS), "NUMBER_DIFFERS: labels and people disagree"),
        (w::INITIAL_CONTRADICTION, w::CONTRADICTION, "letters get lost"),
        (w::NUMBER_MISSING, w::NUMBER_DIFFERS, "silence says less than a difference"),
        (w::LEGAL_MISSING, w::LEGAL_DIFFERS, "likewise"),
    ] {
        assert!(less < more, "{less} {more}; {why}");
    }
}

#[test]
fn edits_stand_in_the_order_of_how_easily_they_are_made() {
    for (less, more, why) in [
        (w::EDIT, 2 * w::EDIT_VOWEL, "a changed vowel is more than half an edit: Kim, Kam"),
        (w::EDIT_VOWEL, w::EDIT_SWAP, "romanisation varies vowels"),
        (w::EDIT_SWAP, w::EDIT, "two letters swapped are one slip"),
        (2 * w::EDIT_SOFT, w::EDIT_VOWEL + 1, "a doubled letter is at most half of a changed vowel"),
        (w::FAMILY_COST, w::CLOSE, "nearly the same"),
        (w::CLOSE, w::NICKNAME_COST, "a short form says less than a slip"),
        (w::NICKNAME_COST, w::TRANSLATED_COST, "people seldom change languages in documents"),
    ] {
        assert!(less < more, "{less} {more}; {why}");
    }
}
