//! The signature of a site's packs, held against files that minisign 0.11 itself wrote.

use namesieve::signature::{SignatureError, comment, verify};

const MANIFEST: &str = r#"{
  "version": 1795298400,
  "packs": [ { "file": "un-sc.pack", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } ]
}
"#;
const VERSION: u64 = 1_795_298_400;
const KEY: &str = "RWQ8V4d5O+gugmqzxYJK5boypl7AtwFWVtKc6vJX058DmPOpPE9TVPKz";
/// Signed with that key.
const SIGNATURE: &str = "untrusted comment: signature of Namesieve packs
RUQ8V4d5O+gugmFtsWDwhfivGZ56o4KkPqTO7GDglyDp8QF/j4GkHG6yML/NjJqCBCTWL5iLsADXM9Kmpv4XYFCEz57nxR1i+wQ=
trusted comment: namesieve packs, version 1795298400
+EM+hB8T5mKESpCRzjGeI5wqdWZx2w3SkDizXAjFTyUQhyHjuQw5XuoTZQu/3/3Z/cPkFmy8hwu8RseiFf4ABg==
";
/// Signed with another key.
const OTHER: &str = "untrusted comment: signature of Namesieve packs
RUTcUUH+hA8E9wSAlfW6uRZu7MaxrX92Xw23AIgN9koIv0IQ4j7RzCXb4+tgEKJiDQhwxBQyOj4bNurOLp7m/Yr68zK9iK5DgwE=
trusted comment: namesieve packs, version 1795298400
8qcW48FJJY6nv53qUTS1txQSOH22CRL12AMVGFlWiLkRirz9H5339IxykFq5lCQKVZc7VxLQm+aVmDOO2ajYDA==
";
/// The same, which says that it is of the key above.
const DISGUISED: &str = "untrusted comment: signature of Namesieve packs
RUQ8V4d5O+guggSAlfW6uRZu7MaxrX92Xw23AIgN9koIv0IQ4j7RzCXb4+tgEKJiDQhwxBQyOj4bNurOLp7m/Yr68zK9iK5DgwE=
trusted comment: namesieve packs, version 1795298400
8qcW48FJJY6nv53qUTS1txQSOH22CRL12AMVGFlWiLkRirz9H5339IxykFq5lCQKVZc7VxLQm+aVmDOO2ajYDA==
";
/// Signed with the key above as a file of no kind that we know.
const TIMESTAMP: &str = "untrusted comment: signature from minisign secret key
RUQ8V4d5O+gugmFtsWDwhfivGZ56o4KkPqTO7GDglyDp8QF/j4GkHG6yML/NjJqCBCTWL5iLsADXM9Kmpv4XYFCEz57nxR1i+wQ=
trusted comment: timestamp:1795298400
tH7FveBzEtLZMDXiBWdCATIRNl5gNVnjcYruSmZ3G6SVKOW0/exTABKEJHlm3+rw/D7U6sCFW96EqjU4vZJlAw==
";

#[test]
fn what_minisign_signed_is_verified_and_tells_its_version() {
    assert_eq!(verify(MANIFEST.as_bytes(), SIGNATURE, KEY), Ok(VERSION));
    assert!(SIGNATURE.contains(&comment(VERSION)));
}

#[test]
fn a_changed_manifest_is_forged_wherever_it_is_changed() {
    for at in 0..MANIFEST.len() {
        let mut bytes = MANIFEST.as_bytes().to_vec();
        bytes[at] ^= 1;
        assert_eq!(verify(&bytes, SIGNATURE, KEY), Err(SignatureError::Forged), "byte {at}");
    }
    assert_eq!(verify(&[MANIFEST.as_bytes(), b"\n"].concat(), SIGNATURE, KEY), Err(SignatureError::Forged));
    assert_eq!(verify(b"", SIGNATURE, KEY), Err(SignatureError::Forged));
}

#[test]
fn a_changed_signature_is_refused_wherever_it_is_changed() {
    // The first line is a note that nothing relies on.
    let note = SIGNATURE.find('\n').unwrap() + 1;
    for (at, letter) in SIGNATURE.char_indices().filter(|(at, _)| *at >= note && *at + 1 < SIGNATURE.len()) {
        let changed = if letter == 'A' { "B" } else { "A" };
        let signature = [&SIGNATURE[..at], changed, &SIGNATURE[at + 1..]].concat();
        assert!(verify(MANIFEST.as_bytes(), &signature, KEY).is_err(), "{signature}");
        assert!(verify(MANIFEST.as_bytes(), &SIGNATURE[..at], KEY).is_err(), "cut off at {at}");
    }
}

#[test]
fn the_version_cannot_be_changed_apart_from_the_signature() {
    let newer = SIGNATURE.replace("1795298400", "1795298401");
    assert_eq!(verify(MANIFEST.as_bytes(), &newer, KEY), Err(SignatureError::Forged));
}

#[test]
fn another_key_is_told_even_in_disguise() {
    assert_eq!(verify(MANIFEST.as_bytes(), OTHER, KEY), Err(SignatureError::OtherKey));
    assert_eq!(verify(MANIFEST.as_bytes(), DISGUISED, KEY), Err(SignatureError::Forged));
}

#[test]
fn what_was_signed_as_something_else_is_no_manifest() {
    let refusal = verify(MANIFEST.as_bytes(), TIMESTAMP, KEY).unwrap_err();
    assert_eq!(refusal, SignatureError::Comment { got: "timestamp:1795298400".into() });
}

#[test]
fn what_is_no_key_or_no_signature_is_said_to_be_none() {
    for text in ["", "\n"] {
        assert_eq!(verify(MANIFEST.as_bytes(), text, KEY), Err(SignatureError::Absent));
    }
    for text in ["signature", "<!doctype html>\n<p>\n<p>\n<p>\n", &SIGNATURE.replace("RUQ8", "RUE8")] {
        assert_eq!(verify(MANIFEST.as_bytes(), text, KEY), Err(SignatureError::Form), "{text}");
    }
    for key in ["", "RWQ8", &KEY[1..], "untrusted comment: minisign public key"] {
        assert_eq!(verify(MANIFEST.as_bytes(), SIGNATURE, key), Err(SignatureError::Key { got: key.into() }));
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    let sentences = [
        SignatureError::Key { got: "RWQ8".into() },
        SignatureError::Absent,
        SignatureError::Form,
        SignatureError::OtherKey,
        SignatureError::Forged,
        SignatureError::Comment { got: "timestamp:1".into() },
    ]
    .map(|refusal| refusal.to_string());
    for sentence in sentences {
        assert!(["expected", "do not use"].iter().any(|advice| sentence.contains(advice)), "{sentence}");
    }
}
