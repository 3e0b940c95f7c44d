//! Numbers with known checksums, and texts that are none. The addresses and codes are public examples of their standards.

use super::*;
use crate::designation::{Designation, LabelledFact, SubjectKind};

fn number(text: &str) -> Number {
    Number::read(text).unwrap_or_else(|| panic!("{text} is no number"))
}

#[test]
fn a_checksum_tells_a_mistyped_number() {
    for (text, form, checksum) in [
        // The example of IMO resolution A.1117(30), and one digit off.
        ("IMO 9074729", Form::Imo, Checksum::Valid),
        ("IMO9074729", Form::Imo, Checksum::Valid),
        ("imo no. 907 4729", Form::Imo, Checksum::Valid),
        ("IMO 9074728", Form::Imo, Checksum::Invalid),
        ("IMO 907472", Form::Imo, Checksum::Invalid),
        ("9074728", Form::Other, Checksum::None),
        ("MMSI 123456789", Form::Mmsi, Checksum::None),
        ("MMSI 12345678", Form::Mmsi, Checksum::Invalid),
        // GLEIF's own LEI.
        ("506700GE1G29325QX363", Form::Lei, Checksum::Valid),
        ("506700GE1G29325QX336", Form::Lei, Checksum::Invalid),
        ("LEI 506700GE1G29325QX36", Form::Lei, Checksum::Invalid),
        // The examples of the IBAN registry.
        ("GB29 NWBK 6016 1331 9268 19", Form::Iban, Checksum::Valid),
        ("DE89370400440532013000", Form::Iban, Checksum::Valid),
        ("DE89370400440532013001", Form::Iban, Checksum::Invalid),
        // Bitcoin's first block, BIP 173 and BIP 350.
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Form::Base58, Checksum::Valid),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", Form::Base58, Checksum::Invalid),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DIvfNa", Form::Base58, Checksum::Invalid),
        ("11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Form::Base58, Checksum::Invalid),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Form::Bech32, Checksum::Valid),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Form::Bech32, Checksum::Valid),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", Form::Bech32, Checksum::Invalid),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", Form::Bech32, Checksum::Valid),
        ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", Form::Bech32, Checksum::Valid),
        ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", Form::Bech32, Checksum::Valid),
        // The wrong one of the two checksums, a wrong version, a wrong length, too much padding, a letter that is none of its own.
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", Form::Bech32, Checksum::Invalid),
        ("BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", Form::Bech32, Checksum::Invalid),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", Form::Bech32, Checksum::Invalid),
        ("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", Form::Bech32, Checksum::Invalid),
        ("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", Form::Bech32, Checksum::Invalid),
        (
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
            Form::Bech32,
            Checksum::Invalid,
        ),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", Form::Bech32, Checksum::Invalid),
        ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", Form::Bech32, Checksum::Invalid),
        // The contract of USDT on Tron and on Ethereum.
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", Form::Base58, Checksum::Valid),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", Form::Base58, Checksum::Invalid),
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7", Form::Ethereum, Checksum::Valid),
        ("0xdAC17F958D2ee523a2206206994597C13D831ec", Form::Ethereum, Checksum::Invalid),
        // The examples of EIP-55, and of them one with a wrong digit, with a wrong capital, and without any.
        ("0x52908400098527886E0F7030069857D2E4169EE7", Form::Ethereum, Checksum::None),
        ("0xde709f2102306220921060314715629080e2fb77", Form::Ethereum, Checksum::None),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Form::Ethereum, Checksum::Valid),
        ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", Form::Ethereum, Checksum::Valid),
        ("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", Form::Ethereum, Checksum::Valid),
        ("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", Form::Ethereum, Checksum::Valid),
        ("ETH 0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", Form::Ethereum, Checksum::Valid),
        ("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDc", Form::Ethereum, Checksum::Invalid),
        ("0xd1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", Form::Ethereum, Checksum::Invalid),
        ("0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb", Form::Ethereum, Checksum::None),
        ("0XD1220A0CF47C7B9BE7A2E6BA89F429762E7B9ADB", Form::Ethereum, Checksum::None),
        ("B00002095", Form::Other, Checksum::None),
        ("NO123456789MVA", Form::Other, Checksum::None),
    ] {
        let read = number(text);
        assert_eq!((read.form, read.checksum), (form, checksum), "{text}");
    }
}

#[test]
fn a_number_looks_like_one_and_a_name_does_not() {
    for text in [
        "B00002095",
        "b 0000-2095",
        "IMO 9074729",
        "Passport No. B00002095",
        "123456",
        "AB 123456",
        "GB29 NWBK 6016 1331 9268 19",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "GODE561231HDFRRN04",
        "7707083893",
    ] {
        assert!(Number::bare(text).is_some(), "{text}");
    }
    for text in [
        "",
        "Benazir Ahmed",
        "Unit 61398",
        "Brigade 055",
        "7-28",
        "12345",
        "1963",
        "RAB-11",
        "Ansar1979",
        "123456; 654321",
        "user123456@example.org",
        "Tax",
        "№№№№",
    ] {
        assert!(Number::bare(text).is_none(), "{text}");
    }
}

#[test]
fn numbers_are_the_same_without_spaces_and_punctuation_and_with_their_letters() {
    for (given, listed) in [
        ("b00002095", "B00002095"),
        ("B 0000 2095", "B-0000-2095"),
        ("IMO 9074729", "9074729"),
        ("9074729", "IMO 9074729"),
        ("ID 1234567", "ID1234567"),
        ("C.R. No. 2162198", "2162198"),
        ("R.F.C. GODE561231HDF", "GODE561231HDF"),
        ("SSN 156-92-9858", "156-92-9858"),
        ("57388", "Afghan national identification card (tazkira) number 57388"),
        ("467323", "467323, Doc. 694710"),
        ("01200175", "01200175 (Bogota)"),
        ("K357514(4)", "K357514(4)"),
        ("0XDAC17F958D2EE523A2206206994597C13D831EC7", "0xdAC17F958D2ee523a2206206994597C13D831ec7"),
    ] {
        assert!(number(given).is_in(listed), "{given} in {listed}");
    }
    let (listed, mistyped) =
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7", "0xDac17F958D2ee523a2206206994597C13D831ec7");
    assert!(number(mistyped).is_mistyped() && number(mistyped).is_in(listed), "a listed number is found all the same");
    assert!(number(listed).is_in(mistyped) && number(mistyped).is_in(mistyped), "and one that is listed with a slip");
    for (given, listed) in [
        ("00002095", "B00002095"),
        ("B0000209", "B00002095"),
        ("A.B. 00002095", "00002095"),
        ("1a1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("2008", "Passport 123456 expires 2008"),
    ] {
        assert!(!number(given).is_in(listed), "{given} in {listed}");
    }
}

#[test]
fn another_number_of_those_of_which_there_is_one_excludes() {
    let listed = |kind: &str, number: &str| Identifier {
        kind: kind.into(),
        number: number.into(),
        country: None,
        issued: None,
        expires: None,
    };
    let given = number("IMO 9074729");
    assert!(given.excludes(&listed("IMO number", "9187629")));
    assert!(!given.excludes(&listed("IMO number", "9074729")));
    assert!(!given.excludes(&listed("IMO number", "9187620")), "a listed number that is itself mistyped");
    assert!(!given.excludes(&listed("MMSI", "9187629")));
    assert!(!number("B00002095").excludes(&listed("Passport", "B00002096")), "a person can have two passports");
}

#[test]
fn the_register_finds_every_holder_once() {
    let designation = |id: &str, number: &str, passport: &str| {
        let mut made = Designation::new(id, SubjectKind::Individual);
        made.identifiers.push(Identifier {
            kind: "Passport".into(),
            number: number.into(),
            country: None,
            issued: None,
            expires: None,
        });
        made.facts.push(LabelledFact { label: "Passport".into(), value: passport.into() });
        made
    };
    let all =
        [designation("1", "A 123456", "A123456"), designation("2", "777777", ""), designation("3", "x", "a-123456")];
    let register = Register::of(all.iter().cloned());
    assert_eq!(register.holders(&number("a123456")), [0, 2]);
    assert_eq!(register.holders(&number("passport 777777")), [1]);
    assert_eq!(register.holders(&number("123456")), [0; 0]);
    let held = number("a123456").held_by(&all[2]).unwrap();
    assert_eq!((held.kind.as_str(), held.number.as_str()), ("Passport", "a-123456"));
}
