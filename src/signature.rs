//! The signature of the lists that a site offers, made over their manifest, which names every pack with its SHA-256.
//!
//! One signature stands for all packs: none can be exchanged, left out or taken from an older set without the manifest
//! becoming another one. It is minisign's: Ed25519 over a BLAKE2b digest, so that anybody can check it with `minisign -V`. Its
//! trusted comment, which is signed too, says that a manifest was signed and which version of it ([`comment`]). Versions only
//! grow, so that an older set of lists can be told from a newer one.
//!
//! Limits: a signature says that whoever has the secret key signed these lists. It does not say that the lists are right, that
//! they are the newest, or that the page that checks them is the one that was published.

use minisign_verify::{Error, PublicKey, Signature};

/// How the trusted comment of a manifest's signature begins; its version follows.
const COMMENT: &str = "namesieve packs, version ";

/// Why lists are not taken for signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The key cannot be read.
    #[error("the public key `{got}` is not one of minisign; expected the second line of its .pub file, 56 characters")]
    Key {
        /// The key that was given.
        got: String,
    },
    /// There is no signature at all.
    #[error("there is no signature, and one is expected: do not use these lists unsigned; ask whoever offers them")]
    Absent,
    /// The signature cannot be read.
    #[error(
        "the signature is not one of minisign; expected the four lines of a .minisig file: fetch it again or sign again"
    )]
    Form,
    /// The signature was made by another key.
    #[error("the lists are signed with another key than the one expected; do not use them before you know why")]
    OtherKey,
    /// The signature is not one of these bytes.
    #[error(
        "the signature does not fit the manifest: one of them was changed, so do not use these lists; fetch both again"
    )]
    Forged,
    /// The signature is one of something else.
    #[error(
        "what was signed says of itself `{got}`; expected `{COMMENT}` and a number: sign the manifest with `cargo xtask dist`"
    )]
    Comment {
        /// The trusted comment.
        got: String,
    },
}

/// The trusted comment with which a manifest of this version is signed.
pub fn comment(version: u64) -> String {
    format!("{COMMENT}{version}")
}

/// Verifies that the owner of `key` signed these very bytes as a manifest, and gives the version that was signed with them.
///
/// # Errors
/// [`SignatureError`], whatever is amiss: then nothing that the manifest says is to be believed.
pub fn verify(manifest: &[u8], signature: &str, key: &str) -> Result<u64, SignatureError> {
    if signature.trim().is_empty() {
        return Err(SignatureError::Absent);
    }
    let key = PublicKey::from_base64(key.trim()).map_err(|_| SignatureError::Key { got: key.to_owned() })?;
    let signature = Signature::decode(signature).map_err(|_| SignatureError::Form)?;
    key.verify(manifest, &signature, false).map_err(|refusal| match refusal {
        Error::UnexpectedKeyId => SignatureError::OtherKey,
        Error::UnexpectedAlgorithm => SignatureError::Form,
        _ => SignatureError::Forged,
    })?;
    let comment = signature.trusted_comment();
    let version = comment.strip_prefix(COMMENT).and_then(|version| version.parse().ok());
    version.ok_or_else(|| SignatureError::Comment { got: comment.to_owned() })
}
