//! The SHA-256 of bytes, written as everything here writes it: 64 hexadecimal digits, as `sha256sum` prints them.

use namesieve::pack;
use sha2::{Digest, Sha256};

/// The digest of these bytes.
pub fn hex(bytes: impl AsRef<[u8]>) -> String {
    pack::hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_sha256sum_prints() {
        assert_eq!(hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
