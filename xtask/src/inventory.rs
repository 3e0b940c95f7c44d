//! The inventory of a published site: every file with its SHA-256, for anybody to check and for the service worker to keep.
//!
//! There is one format, that of `sha256sum`: a line `DIGEST  PATH` for each file, in order of path. The file `SHA256SUMS` holds all
//! lines, so that its own digest stands for the whole site; `sw.js` holds those of the files that it keeps, which are all but itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::sign::Signer;
use crate::{digest, headers, site};

/// The file with all lines.
const SUMS: &str = "SHA256SUMS";

/// The signature of that file, where the site is signed.
const SIGNATURE: &str = "SHA256SUMS.minisig";

/// What is written by whoever signs it, and shown by minisign.
const COMMENT: &str = "the files of a Namesieve site";

/// The service worker.
const WORKER: &str = "sw.js";

/// What the host reads instead of serving it.
pub const HOST: &str = "_headers";

/// The lines of `www/sw.js` that are completed here.
const VERSION_MARK: &str = "const VERSION = '';";
const SUMS_MARK: &str = "const SUMS = '';";
const HEADERS_MARK: &str = "const HEADERS = {};";

/// Where the page is told that the site can be kept, as it stands in `www/index.html`.
const OFFLINE_MARK: &str = r#"<meta name="namesieve-offline" content="">"#;

/// So many hexadecimal digits tell one version of a site from another.
const VERSION_DIGITS: usize = 16;

/// Makes the inventory of an assembled site anew, with the service worker as it stands in the folder `page`; says so in a sentence.
pub fn make(page: &Path, site: &Path, signer: Option<&Signer>) -> Result<String> {
    let index = site.join("index.html");
    let text = fs::read_to_string(&index).with_context(|| format!("{} could not be read", index.display()))?;
    let told = OFFLINE_MARK.replace("\"\"", "\"./sw.js\"");
    if !text.contains(&told) {
        site::set(&index, OFFLINE_MARK, &told)?;
    }
    let mut lines = lines(site)?;
    lines.retain(|line| !is(line, WORKER));
    let worker = complete(&read(&page.join(WORKER))?, &lines)?;
    write(&site.join(WORKER), &worker)?;
    lines.push(line(WORKER, worker.as_bytes()));
    lines.sort_by(|one, other| path(one).cmp(path(other)));
    let sums = lines.concat();
    write(&site.join(SUMS), &sums)?;
    let signature = site.join(SIGNATURE);
    match signer {
        Some(signer) => {
            write(&signature, &signer.signature(sums.as_bytes(), COMMENT, "signature of a Namesieve site")?)?
        }
        None if signature.exists() => {
            fs::remove_file(&signature).with_context(|| format!("{} could not be removed", signature.display()))?;
        }
        None => {}
    }
    Ok(format!("inventory of {} files in {SUMS}, whose SHA-256 is {}", lines.len(), digest::hex(&sums)))
}

/// A site is what its inventory says: every file is in it as it is, and nothing that is in it is missing.
pub fn check(site: &Path) -> Result<()> {
    let (told, found) = (read(&site.join(SUMS))?, lines(site)?);
    let told: Vec<_> = told.split_inclusive('\n').collect();
    if let Some(odd) = found.iter().find(|line| !told.contains(&line.as_str())) {
        bail!("{} is not in {SUMS} as it is: make the inventory anew", path(odd));
    }
    if let Some(odd) = told.iter().find(|line| !found.iter().any(|other| other == *line)) {
        bail!("{} is in {SUMS} and not in the site: make the inventory anew", path(odd));
    }
    Ok(())
}

/// One line for each file of the site but the inventory itself and what the host keeps to itself.
fn lines(site: &Path) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for file in site::files(site)? {
        let names = file.components().map(|part| part.as_os_str().to_string_lossy());
        let name = names.collect::<Vec<_>>().join("/");
        if [SUMS, SIGNATURE, HOST].contains(&name.as_str()) {
            continue;
        }
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
        ensure!(
            name.chars().all(plain),
            "{name} cannot be in a site: name it with letters a to z, digits, `.`, `_` and `-`"
        );
        let bytes = fs::read(site.join(&file)).with_context(|| format!("{name} could not be read"))?;
        lines.push(line(&name, &bytes));
    }
    lines.sort_by(|one, other| path(one).cmp(path(other)));
    Ok(lines)
}

fn line(path: &str, bytes: &[u8]) -> String {
    format!("{}  {path}\n", digest::hex(bytes))
}

fn path(line: &str) -> &str {
    line.split_once("  ").map_or(line, |(_, path)| path).trim_end()
}

fn is(line: &str, name: &str) -> bool {
    path(line) == name
}

/// The service worker with what it keeps, and a version that is another one whenever anything of it is.
fn complete(worker: &str, lines: &[String]) -> Result<String> {
    let put = |text: String, mark: &str, value: String| {
        ensure!(text.contains(mark), "www/{WORKER} does not hold {mark}: it could not be completed");
        Ok(text.replacen(mark, &value, 1))
    };
    let text = put(worker.to_owned(), SUMS_MARK, format!("const SUMS = `\n{}`;", lines.concat()))?;
    let text = put(text, HEADERS_MARK, format!("const HEADERS = {};", headers::kept()))?;
    let version = digest::hex(&text);
    put(text, VERSION_MARK, format!("const VERSION = '{}';", &version[..VERSION_DIGITS]))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::io::Cursor;
    use std::path::PathBuf;

    use namesieve::signature;

    use super::*;

    fn page() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../www")
    }

    /// A site with some files, in a folder of its own.
    struct Site(PathBuf);

    impl Site {
        fn new(test: &str) -> Site {
            let folder = env::temp_dir().join(format!("namesieve-inventory-{test}-{}", std::process::id()));
            fs::create_dir_all(folder.join("view")).unwrap();
            let site = Site(folder);
            fs::copy(page().join("index.html"), site.0.join("index.html")).unwrap();
            for file in ["main.js", "view/hit.js", "view.js", HOST] {
                site.put(file, file);
            }
            site
        }

        fn put(&self, file: &str, text: &str) {
            fs::write(self.0.join(file), text).unwrap();
        }

        fn text(&self, file: &str) -> String {
            fs::read_to_string(self.0.join(file)).unwrap()
        }

        fn make(&self) -> String {
            make(&page(), &self.0, None).unwrap()
        }

        fn refused(&self) -> String {
            check(&self.0).unwrap_err().to_string()
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn every_file_is_in_the_inventory_as_it_is() {
        let site = Site::new("whole");
        let said = site.make();
        let sums = site.text(SUMS);
        assert_eq!(
            sums.lines().map(path).collect::<Vec<_>>(),
            ["index.html", "main.js", "sw.js", "view.js", "view/hit.js"]
        );
        assert!(sums.contains(&line("main.js", b"main.js")) && said.ends_with(&digest::hex(&sums)), "{said}");
        check(&site.0).unwrap();
        assert!(site.text("index.html").contains(r#"<meta name="namesieve-offline" content="./sw.js">"#));

        site.put("main.js", "another");
        assert_eq!(site.refused(), "main.js is not in SHA256SUMS as it is: make the inventory anew");
        site.make();
        site.put("more.js", "more");
        assert!(site.refused().starts_with("more.js is not in"));
        site.make();
        fs::remove_file(site.0.join("more.js")).unwrap();
        assert!(site.refused().starts_with("more.js is in SHA256SUMS and not in the site"));
        site.put("a name.js", "");
        assert!(make(&page(), &site.0, None).unwrap_err().to_string().starts_with("a name.js cannot be in a site"));
    }

    #[test]
    fn the_service_worker_keeps_all_but_itself_and_is_another_whenever_a_file_is() {
        let site = Site::new("worker");
        site.make();
        let worker = site.text(WORKER);
        let own: Vec<_> =
            site.text(SUMS).split_inclusive('\n').filter(|line| !is(line, WORKER)).map(String::from).collect();
        assert!(worker.contains(&format!("const SUMS = `\n{}`;", own.concat())));
        assert!(worker.contains(r#"connect-src 'none'"}"#) && !worker.contains(VERSION_MARK));
        site.make();
        assert_eq!(site.text(WORKER), worker, "the same files make the same worker");
        site.put("view.js", "another");
        site.make();
        let version = |text: &str| text.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned();
        assert_ne!(version(&site.text(WORKER)), version(&worker));
    }

    #[test]
    fn a_signed_inventory_is_verified_by_minisign_and_is_no_signature_of_packs() {
        let site = Site::new("signed");
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        site.put(".key", &pair.sk.to_box(None).unwrap().into_string());
        let signer = Signer::open(&site.0.join(".key")).unwrap();
        make(&page(), &site.0, Some(&signer)).unwrap();
        let (sums, signed) = (site.text(SUMS), site.text(SIGNATURE));
        let verify = |bytes: &[u8]| {
            let signed = minisign::SignatureBox::from_string(&signed).unwrap();
            minisign::verify(&pair.pk, &signed, Cursor::new(bytes), true, false, false)
        };
        verify(sums.as_bytes()).unwrap();
        verify(sums.replace("main.js", "main.jt").as_bytes()).unwrap_err();
        assert!(signature::verify(sums.as_bytes(), &signed, &signer.public).is_err());
        check(&site.0).unwrap();
    }

    #[test]
    fn the_signature_of_an_earlier_inventory_does_not_stay() {
        let site = Site::new("signature");
        site.put(SIGNATURE, "of an earlier one");
        site.make();
        assert!(!site.0.join(SIGNATURE).exists());
    }
}
