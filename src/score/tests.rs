//! Pairs of names that are decided by one constant or a few: with others, one would be found that is somebody else, or lost.
//!
//! Each line is what a person says of the two names. They are kept where both hold with room to spare, so that a finer value of a
//! constant breaks none, while one that is far off breaks its line (`cargo xtask constants`).

use super::deduction::Means;
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
            (
                "成都景昕科技有限公司",
                "CHENGDU JINGXIN TECHNOLOGY CO. LTD",
                "unsure by sound, and no other word: LONE does not count",
            ),
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
            ("成都景昕科技有限公司", "SHANGHAI JINGXIN TECHNOLOGY CO. LTD", "a company of the same sound elsewhere"),
            ("Bank of Kunlun Beijing", "BANK OF KUNLUN SHANGHAI", "another branch: PLACE_DIFFERS"),
            ("RAB", "RAPID ACTION BATTALION", "three letters of three words: ACRONYM_SHORT"),
            ("Harvist Fund III", "HARVEST FUND IV", "another number, and misspelt: NUMBER_DIFFERS"),
        ],
    );
}

#[test]
fn names_of_which_nothing_agrees_are_far_from_each_other_wherever_their_places_are() {
    let names = [
        "Zetas",
        "JSC Biograd",
        "Szaratov Rt",
        "Moscow Shipping",
        "FGBU Rossiya",
        "Kunlun Beijing",
        "上海",
        "ФГБУ ДО Россия",
    ];
    for (one, other) in names.iter().flat_map(|one| names.iter().map(move |other| (one, other))) {
        let score = score(one, other, Reading::Organisation);
        let same = [one, other].iter().all(|name| name.contains("Ross") || name.contains("Росс"));
        assert!(one == other || same || score <= NOTHING_MEETS, "{one} and {other}: {score}");
    }
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

/// What one observation takes, in hundredths of a point: all that were made by this means.
fn points(query: &str, listed: &str, reading: Reading, means: Means) -> i32 {
    let comparison = compare(&Name::read(query, reading), &Name::read(listed, reading));
    comparison.deductions.iter().filter(|seen| seen.means == means).map(|seen| seen.points).sum()
}

#[test]
fn an_observation_takes_what_is_said_of_it() {
    use Reading::{Craft, Organisation, Person};
    for (reading, query, listed, means, expected, why) in [
        (Person, "Ahmed bin Karimov", "KARIMOV, Ahmed", Means::Particle, 2_00, "SMALL_WORD: two points"),
        (
            Person,
            "Dr Hajji Sheikh Ahmed bin Karimov",
            "KARIMOV, Ahmed",
            Means::Title,
            6_00,
            "SMALL_WORDS_MOST: the fourth one is free",
        ),
        (Person, "Ahmed Karimov GmbH", "KARIMOV, Ahmed", Means::LegalForm, 20_00, "LEGAL_ON_PERSON"),
        (Person, "Ahmed Karimov S.A.", "KARIMOV, Ahmed", Means::LegalForm, 10_00, "LETTERS_ON_PERSON: half of it"),
        (Craft, "Olivia Ltd", "OLIVIA", Means::LegalForm, 25_00, "LEGAL_ON_CRAFT"),
        (Organisation, "Karimov Ltd", "KARIMOV", Means::LegalForm, 4_00, "LEGAL_MISSING"),
        (Organisation, "Caspian Fleet 2", "CASPIAN FLEET", Means::Number, 15_00, "NUMBER_MISSING"),
        (Organisation, "Caspian Fleet 2", "CASPIAN FLEET 3", Means::Number, 25_00, "NUMBER_DIFFERS"),
        (Person, "ErkenTuniyaz", "TUNIYAZ, Erken", Means::Glued, 4_00, "GLUED"),
        (Person, "A. Karimov", "KARIMOV, Ahmed", Means::Initial, 10_00, "INITIAL, of two words"),
        (Person, "B. Karimov", "KARIMOV, Ahmed", Means::Contradicting, 40_60, "INITIAL_CONTRADICTION"),
        (Organisation, "MCM Ltd", "MCM PJSC", Means::Single, 14_00, "LONE_SHORT"),
    ] {
        assert_eq!(points(query, listed, reading, means), expected, "{query} and {listed}; {why}");
    }
}

#[test]
fn a_slip_in_the_only_naming_word_counts_less_the_more_agrees_beside_it() {
    let slip = |query: &str, listed: &str| points(query, listed, Reading::Organisation, Means::Spelling);
    let alone = slip("Daeseng", "DAESONG");
    // LONE 2.2; a describing word beside it takes .35 (LONE_SUPPORT), two of them .7, and no more than that (LONE_LEAST 1.5).
    for (words, share) in
        [("", 220), ("Trading", 185), ("General Trading", 150), ("General Trading Company Group", 150)]
    {
        let expected = alone * share / 220;
        let found = slip(&format!("Daeseng {words}"), &format!("DAESONG {words}"));
        assert!((found - expected).abs() <= 1, "{words}: {found}, expected {expected} of {alone}");
    }
}

#[test]
fn a_number_tells_as_a_word_does_from_three_digits_on() {
    let met = |number: u32| {
        let name = format!("YUAN YU {number}");
        let name = Name::read(&name, Reading::Craft);
        compare(&name, &name).deductions.iter().any(|seen| seen.query == number.to_string())
    };
    for (number, tells) in [(80, false), (99, false), (100, true), (120, true), (8650, true), (1984, false)] {
        assert_eq!(met(number), tells, "{number}: NUMBER_TELLING, YEARS");
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
