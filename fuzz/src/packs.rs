//! Packs and signatures: whole and true, or refused.

use super::BETWEEN;
use namesieve::signature::{comment, verify};
use namesieve::{Screener, pack};
use sha2::{Digest, Sha256};

/// A file as it comes.
pub fn file(data: &[u8]) {
    match pack::open(data) {
        // Nobody makes up a pack with true digests: this is one of the files to begin with.
        Ok(open) => opened(data, &open),
        Err(refusal) => assert!(refusal.to_string().contains(' '), "a refusal is a sentence: {refusal}"),
    }
}

/// The sections of a list behind digests that fit them: what a forger of packs would write.
pub fn body(data: &[u8]) {
    let mut parts = data.splitn(3, |byte| *byte == BETWEEN);
    let sections: [&[u8]; 3] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let bytes = sealed(sections);
    if let Ok(open) = pack::open(&bytes) {
        opened(&bytes, &open);
    }
}

/// A pack of one list with these sections, after the drawing in `src/pack/mod.rs`.
pub fn sealed(sections: [&[u8]; 3]) -> Vec<u8> {
    let mut bytes = pack::MAGIC.to_vec();
    bytes.extend(pack::FORMAT.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    for section in sections {
        bytes.extend((section.len() as u64).to_le_bytes());
        bytes.extend(Sha256::digest(section));
    }
    bytes.extend(Sha256::digest(&bytes));
    sections.into_iter().for_each(|section| bytes.extend(section));
    bytes
}

/// What opens is whole: every designation can be unpacked, written again and screened against.
fn opened(bytes: &[u8], open: &[pack::OpenList]) {
    let lists: Vec<pack::List> = open.iter().map(pack::OpenList::list).collect();
    let again = pack::write(&lists).expect("what opens can be written");
    assert!(pack::open(&again).expect("what is written opens").iter().map(pack::OpenList::list).eq(lists));
    let screener = Screener::open([bytes]).expect("what opens can be screened against");
    let first = open[0].subjects.iter().take(2).filter_map(|subject| {
        let name = subject.names.iter().find(|name| name.quality == namesieve::designation::NameQuality::Strong)?;
        Some((subject.id.as_str(), name.name.as_str()))
    });
    super::finds(&screener, first);
}

/// A manifest, its signature and a key: nothing is taken for signed but what was.
pub fn signature(data: &[u8]) {
    let mut parts = data.splitn(3, |byte| *byte == BETWEEN);
    let manifest = parts.next().unwrap_or_default();
    let [signature, key] = std::array::from_fn(|_| String::from_utf8_lossy(parts.next().unwrap_or_default()));
    if let Ok(version) = verify(manifest, &signature, &key) {
        assert!(signature.contains(&comment(version)), "a version that was not signed: {version}");
        for at in 0..manifest.len() {
            let mut other = manifest.to_vec();
            other[at] ^= 1;
            assert!(verify(&other, &signature, &key).is_err(), "byte {at} is not covered by the signature");
        }
    }
}
