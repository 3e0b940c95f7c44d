//! Signing the packs of a site: one signature over their manifest, and the key that it is checked with pinned in the page.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use ct_codecs::{Base64, Decoder};
use minisign::{PublicKey, SecretKey, SecretKeyBox};
use namesieve::signature;

use crate::lists::Manifest;
use crate::{digest, site};

/// The variable with the password of the secret key, for machines where nobody can be asked.
const PASSWORD: &str = "NAMESIEVE_KEY_PASSWORD";

/// The signature, beside the manifest.
const SIGNATURE: &str = "manifest.json.minisig";

/// Where the page is told the public key, as it stands in `www/index.html`.
const KEY_MARK: &str = r#"<meta name="namesieve-key" content="">"#;

/// A secret key, ready to sign.
pub struct Signer {
    secret: SecretKey,
    /// The public key as minisign writes it.
    pub public: String,
}

impl Signer {
    /// Opens a secret key of minisign: an unencrypted one at once, another with its password.
    pub fn open(file: &Path) -> Result<Signer> {
        let text = fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
        Signer::read(&text, env::var(PASSWORD).ok())
            .with_context(|| format!("{} could not be opened as a secret key of minisign", file.display()))
    }

    fn read(text: &str, password: Option<String>) -> Result<Signer> {
        let secret = match unencrypted(text)? {
            Some(secret) => secret,
            None => SecretKeyBox::from_string(text)?.into_secret_key(password)?,
        };
        let public = PublicKey::from_secret_key(&secret)?.to_base64();
        Ok(Signer { secret, public })
    }

    /// Signs the packs of an assembled site and pins the public key in its page; says so in a sentence.
    pub fn sign(&self, site: &Path) -> Result<String> {
        let packs = site.join("packs");
        let path = packs.join(site::MANIFEST);
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        let manifest: Manifest =
            serde_json::from_slice(&bytes).with_context(|| format!("{} is damaged", path.display()))?;
        check(&manifest, &packs)?;
        let comment = signature::comment(manifest.version);
        let signed = self.signature(&bytes, &comment, "signature of Namesieve packs")?;
        signature::verify(&bytes, &signed, &self.public).context("the signature that was just made does not verify")?;
        fs::write(packs.join(SIGNATURE), signed).with_context(|| format!("{SIGNATURE} could not be written"))?;
        site::set(&site.join("index.html"), KEY_MARK, &KEY_MARK.replace("\"\"", &format!("\"{}\"", self.public)))?;
        let (count, version) = (manifest.packs.len(), manifest.version);
        Ok(format!("packs signed: {count}, version {version}, public key {}", self.public))
    }

    /// The signature of these bytes with two comments, of which the first is signed too.
    pub fn signature(&self, bytes: &[u8], trusted: &str, untrusted: &str) -> Result<String> {
        let signed = minisign::sign(None, &self.secret, bytes, Some(trusted), Some(untrusted));
        Ok(signed.map_err(|error| anyhow!(error).context("it could not be signed"))?.into_string())
    }
}

/// The key in this text if it has no password. The crate's own reader insists on a checksum that minisign 0.11 leaves empty in such
/// keys; whether the key is whole shows when its first signature is verified.
fn unencrypted(text: &str) -> Result<Option<SecretKey>> {
    const UNENCRYPTED: &[u8] = b"Ed\0\0";
    let line = text.lines().nth(1).context("it has no second line")?;
    let bytes = Base64::decode_to_vec(line.trim(), None).map_err(|_| anyhow!("its second line is not base64"))?;
    if !bytes.starts_with(UNENCRYPTED) {
        return Ok(None);
    }
    Ok(Some(SecretKey::from_bytes(&bytes).context("its second line is cut off")?))
}

/// What is signed must be true: the manifest names all packs that are there, as they are, and no others.
fn check(manifest: &Manifest, packs: &Path) -> Result<()> {
    ensure!(!manifest.packs.is_empty(), "packs/ holds no pack to sign: make some with `cargo xtask lists update`");
    ensure!(manifest.version > 0, "packs/manifest.json has no version: make it anew with `cargo xtask lists update`");
    for entry in &manifest.packs {
        let bytes = fs::read(packs.join(&entry.file)).with_context(|| format!("{} could not be read", entry.file))?;
        let as_named = digest::hex(&bytes) == entry.sha256;
        ensure!(as_named, "{} is not the pack that the manifest names: update or import its lists again", entry.file);
    }
    for file in site::files(packs)?.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "pack")) {
        let named = manifest.packs.iter().any(|entry| Path::new(&entry.file) == file);
        ensure!(
            named,
            "{} stands in no line of packs/manifest.json: remove it or import its lists again",
            file.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use minisign::KeyPair;
    use namesieve::signature::SignatureError;

    use super::*;

    /// A site with one pack, in a folder of its own.
    struct Site(PathBuf);

    impl Site {
        fn new(test: &str) -> Site {
            let folder = env::temp_dir().join(format!("namesieve-sign-{test}-{}", std::process::id()));
            fs::create_dir_all(folder.join("packs")).unwrap();
            let site = Site(folder);
            site.write("index.html", &format!("<head>{KEY_MARK}</head>"));
            site.write("packs/un-sc.pack", "a pack");
            site.write("packs/manifest.json", &manifest(1_795_298_400, "a pack"));
            site
        }

        fn write(&self, file: &str, text: &str) {
            fs::write(self.0.join(file), text).unwrap();
        }

        fn read(&self, file: &str) -> String {
            fs::read_to_string(self.0.join(file)).unwrap()
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn manifest(version: u64, pack: &str) -> String {
        let sha256 = digest::hex(pack);
        format!(
            r#"{{"version":{version},"packs":[{{"file":"un-sc.pack","lists":[],"bytes":6,"sha256":"{sha256}","source":[],"warnings":[]}}]}}"#
        )
    }

    fn signer() -> Signer {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let signer = Signer::read(&pair.sk.to_box(None).unwrap().into_string(), None).unwrap();
        assert_eq!(signer.public, pair.pk.to_base64());
        signer
    }

    #[test]
    fn a_signed_site_carries_its_signature_and_pins_the_key() {
        let (site, signer) = (Site::new("whole"), signer());
        let said = signer.sign(&site.0).unwrap();
        assert!(said.starts_with("packs signed: 1, version 1795298400, public key RW"), "{said}");
        let page = format!(r#"<head><meta name="namesieve-key" content="{}"></head>"#, signer.public);
        assert_eq!(site.read("index.html"), page);
        let (manifest, signed) = (site.read("packs/manifest.json"), site.read("packs/manifest.json.minisig"));
        assert_eq!(signature::verify(manifest.as_bytes(), &signed, &signer.public), Ok(1_795_298_400));

        let tampered = manifest.replace("un-sc", "un-sd");
        assert_eq!(signature::verify(tampered.as_bytes(), &signed, &signer.public), Err(SignatureError::Forged));
        let other = super::tests::signer().public;
        assert_eq!(signature::verify(manifest.as_bytes(), &signed, &other), Err(SignatureError::OtherKey));
    }

    #[test]
    fn a_site_whose_manifest_is_not_true_is_not_signed() {
        let site = Site::new("untrue");
        let refused = |what: &str| {
            let error = format!("{:#}", signer().sign(&site.0).unwrap_err());
            assert!(error.contains(what), "{error}");
            assert!(!site.0.join("packs/manifest.json.minisig").exists());
        };
        site.write("packs/un-sc.pack", "another");
        refused("un-sc.pack is not the pack that the manifest names");
        site.write("packs/un-sc.pack", "a pack");
        site.write("packs/more.pack", "more");
        refused("more.pack stands in no line");
        fs::remove_file(site.0.join("packs/more.pack")).unwrap();
        site.write("packs/manifest.json", &manifest(0, "a pack"));
        refused("has no version");
        site.write("packs/manifest.json", "{ \"packs\": [] }");
        refused("holds no pack");
    }

    #[test]
    fn a_key_with_a_password_is_opened_with_it_alone() {
        let pair = KeyPair::generate_encrypted_keypair(Some("correct horse".into())).unwrap();
        let text = pair.sk.to_box(None).unwrap().into_string();
        assert_eq!(Signer::read(&text, Some("correct horse".into())).unwrap().public, pair.pk.to_base64());
        assert!(Signer::read(&text, Some("battery staple".into())).is_err());
        for text in
            ["", "not a key", "untrusted comment: of a key\nnot base64", "untrusted comment: of a key\nRWQAAA=="]
        {
            assert!(Signer::read(text, Some("correct horse".into())).is_err(), "{text}");
        }
    }

    #[test]
    fn a_key_without_a_password_as_minisign_itself_writes_it_signs() {
        // Made by `minisign -G -W` of version 0.11 for this test, and used nowhere else.
        let text = "untrusted comment: minisign encrypted secret key\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA3FFB/oQPBPeBS7slgJrWE4J97iJmuvik/DfpRdGF2KjVy0dKn2HTzhgC3hWV1AozTtryUaWyG4HpT88jZ6Sfp2ldjqW+cGhoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
        let signer = Signer::read(text, None).unwrap();
        assert_eq!(signer.public, "RWTcUUH+hA8E9xgC3hWV1AozTtryUaWyG4HpT88jZ6Sfp2ldjqW+cGho");
        let signed = signer.signature(b"a manifest", &signature::comment(7), "").unwrap();
        assert_eq!(signature::verify(b"a manifest", &signed, &signer.public), Ok(7));
        // Of a damaged key the public half no longer belongs to the secret one, and signing says so.
        let damaged = text.replace("E4J97iJm", "mJi79J4E");
        let signer = Signer::read(&damaged, None).unwrap();
        let signed = signer.signature(b"a manifest", &signature::comment(7), "").unwrap();
        assert!(signature::verify(b"a manifest", &signed, &signer.public).is_err());
    }

    #[test]
    fn the_page_holds_the_mark_of_the_key() {
        let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/index.html");
        assert!(fs::read_to_string(index).unwrap().contains(KEY_MARK));
    }
}
