//! The door to signatures: whether the manifest of a site's packs is signed.

use super::error;
use crate::signature;
use wasm_bindgen::prelude::*;

/// Verifies the signature of a manifest and gives the version that was signed with it. `key` is minisign's public key.
///
/// # Errors
/// An `Error` with the code `bad-signature`.
#[wasm_bindgen(js_name = verifyManifest)]
pub fn verify_manifest(manifest: &[u8], signature: &str, key: &str) -> Result<f64, JsValue> {
    // Seconds since 1970 are far below what a number of JavaScript holds exactly.
    let version = signature::verify(manifest, signature, key).map(|version| version as f64);
    version.map_err(|refusal| error("bad-signature", &refusal.to_string()))
}
