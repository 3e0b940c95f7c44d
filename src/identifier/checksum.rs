//! What the checksum of a number says, for the forms that have one.

use super::{Checksum, Form, is_digits};
use sha2::{Digest, Sha256};
use sha3::Keccak256;

/// Countries and the lengths of their IBANs. Source: SWIFT, IBAN Registry, release 99 (2024).
const IBANS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 \
    ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 \
    LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 \
    SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

/// The digits of base58, in their order.
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// The digits of bech32, in their order.
const BECH32: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The form of a number and what its checksum says. `key` is the number in small letters, `label` the word before it.
pub fn of(number: &str, key: &str, label: Option<&str>) -> (Form, Checksum) {
    let holds = |holds: bool| if holds { Checksum::Valid } else { Checksum::Invalid };
    let upper = key.to_ascii_uppercase();
    match label {
        Some("imo") => return (Form::Imo, holds(imo(key))),
        Some("mmsi") if key.len() == 9 && is_digits(key) => return (Form::Mmsi, Checksum::None),
        Some("mmsi") => return (Form::Mmsi, Checksum::Invalid),
        Some("lei") => return (Form::Lei, holds(key.len() == 20 && mod_97(&upper))),
        Some("iban") => return (Form::Iban, holds(iban(&upper) == Some(true))),
        _ => {}
    }
    if let Some(hexadecimal) = key.strip_prefix("0x") {
        // A few digits more or fewer are a slip; 64 of them are a transaction.
        let near = (36..=44).contains(&hexadecimal.len()) && hexadecimal.bytes().all(|byte| byte.is_ascii_hexdigit());
        if near {
            return (Form::Ethereum, ethereum(number, hexadecimal));
        }
    }
    // The shortest and the longest that the standard knows; longer ones than 62 are not in use, and may be slips.
    if key.starts_with("bc1") && (36..=90).contains(&key.len()) {
        return (Form::Bech32, holds(bech32(key)));
    }
    if is_base58_address(number) {
        return (Form::Base58, holds(base58(number)));
    }
    if let Some(holding) = iban(&upper) {
        return (Form::Iban, holds(holding));
    }
    // Digits 5 and 6 of an LEI are reserved and 0 in those given out since 2014.
    let lei = upper.len() == 20 && upper.is_ascii() && upper.ends_with(|c: char| c.is_ascii_digit());
    if lei && mod_97(&upper) && upper.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return (Form::Lei, Checksum::Valid);
    }
    if lei && upper.get(4..6) == Some("00") && upper.get(6..18).is_some_and(|part| !is_digits(part)) {
        return (Form::Lei, Checksum::Invalid);
    }
    (Form::Other, Checksum::None)
}

/// The last digit is that of the sum of the others, weighted 7 to 2.
fn imo(key: &str) -> bool {
    let digits: Vec<u32> = key.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().take(6).zip((2..=7).rev()).map(|(digit, weight)| digit * weight).sum();
    key.len() == 7 && digits.len() == 7 && digits[6] == sum % 10
}

/// ISO 7064 mod 97-10 over digits and letters that count 10 to 35.
fn mod_97(text: &str) -> bool {
    let rest = text.chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((if value < 10 { rest * 10 } else { rest * 100 } + value) % 97)
    });
    rest == Some(1)
}

/// Whether the checksum of an IBAN holds; nothing for what is none.
fn iban(upper: &str) -> Option<bool> {
    let (country, length) =
        IBANS.split_whitespace().map(|entry| entry.split_at(2)).find(|(country, _)| upper.starts_with(country))?;
    let length: usize = length.parse().ok()?;
    let (head, body) = upper.split_at_checked(4)?;
    // Without that length it may be a tax number with its country before it.
    let is_one = upper.len() == length && is_digits(&head[country.len()..]);
    is_one.then(|| mod_97(&format!("{body}{head}")))
}

/// Whether a text has the form of a Bitcoin or Tron address: small and capital letters among digits, and no other characters.
fn is_base58_address(text: &str) -> bool {
    let length = match text.as_bytes().first() {
        Some(b'1' | b'3') => 26..=35,
        Some(b'T') => 33..=35,
        _ => return false,
    };
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    length.contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
}

/// EIP-55: the capital letters of an Ethereum address are its checksum, a letter each by a digit of the Keccak-256 of the address
/// in small letters. Without small letters or without capital ones it carries none.
fn ethereum(number: &str, hexadecimal: &str) -> Checksum {
    if hexadecimal.len() != 40 {
        return Checksum::Invalid;
    }
    // After its `0x`; letters of other widths are no capitals to rely on.
    let Some(written) = number.get(2..).filter(|written| written.eq_ignore_ascii_case(hexadecimal)) else {
        return Checksum::None;
    };
    let has = |is: fn(&u8) -> bool| written.bytes().any(|byte| is(&byte));
    if !has(u8::is_ascii_uppercase) || !has(u8::is_ascii_lowercase) {
        return Checksum::None;
    }
    let digest = Keccak256::digest(hexadecimal);
    let capital = |at: usize| (digest[at / 2] >> (4 * (1 - at % 2))) & 0xf >= 8;
    let mut letters = written.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_alphabetic());
    match letters.all(|(at, byte)| byte.is_ascii_uppercase() == capital(at)) {
        true => Checksum::Valid,
        false => Checksum::Invalid,
    }
}

/// Base58check: 25 bytes of which the last four are the beginning of the double SHA-256 of the others.
fn base58(text: &str) -> bool {
    let mut bytes = [0_u8; 25];
    for c in text.chars() {
        let Some(digit) = BASE58.find(c) else { return false };
        let mut carry = digit;
        for byte in bytes.iter_mut().rev() {
            carry += usize::from(*byte) * 58;
            *byte = (carry % 256) as u8;
            carry /= 256;
        }
        if carry > 0 {
            return false;
        }
    }
    // A `1` before all others is a byte of zeros and adds nothing to the number: one too many shows by their count alone.
    let ones = text.bytes().take_while(|byte| *byte == b'1').count();
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let digest = Sha256::digest(Sha256::digest(&bytes[..21]));
    ones == zeros && digest[..4] == bytes[21..]
}

/// The checksum of BIP 173 for version 0, with the two lengths that it has; that of BIP 350 for the versions after it, with as
/// many bytes as they may have.
fn bech32(key: &str) -> bool {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let step = |check: u32, value: u32| {
        let top = check >> 25;
        let next = (check & 0x1ff_ffff) << 5 ^ value;
        (0..5).filter(|bit| top >> bit & 1 == 1).fold(next, |next, bit| next ^ GENERATOR[bit])
    };
    let digits: Option<Vec<u32>> = key[3..].chars().map(|c| u32::try_from(BECH32.find(c)?).ok()).collect();
    // One digit is the version, and six are the checksum.
    let Some(digits) = digits.filter(|digits| digits.len() > 7) else { return false };
    let bits = (digits.len() - 7) * 5;
    let (bytes, padding) = (bits / 8, bits % 8);
    let prefix = [3, 3, 0, 2, 3].into_iter().fold(1, step); // `bc`, its high and its low bits
    let check = digits.iter().fold(prefix, |check, value| step(check, *value));
    match digits[0] {
        0 => check == 1 && matches!((bytes, padding), (20, 0) | (32, 4)),
        1..=16 => check == 0x2bc8_30a3 && (2..=40).contains(&bytes) && padding < 5,
        _ => false,
    }
}
