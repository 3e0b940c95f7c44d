//! The single file `namesieve.html`: the whole site in one page that asks nobody for anything and opens from a disk.
//!
//! Its policy stands before anything else and allows the one script that is written in it, by its digest, and no connection.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use ct_codecs::{Base64, Encoder};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::digest;
use crate::headers;
use crate::link::link;
use crate::site::{self, METHOD};

/// The name of the file, and of the one that holds its digest.
const FILE: &str = "namesieve.html";

/// What an attachment of an e-mail may have almost everywhere, once it is encoded for it: 8 MB, with the five large lists.
const BUDGET: usize = 8_000_000;

/// The module that brings the parts in the place of the one that fetches them.
pub const SOURCE: (&str, &str) = ("source.js", include_str!("single.js"));

/// What the page asks for by itself, besides the packs.
const PARTS: [&str; 5] =
    ["pkg/wasm/namesieve_bg.wasm", "pkg/wasm/reader_bg.wasm", "worker.js", "reader.js", "packs/manifest.json"];

/// Writes the single file of a site into `folder`, its digest beside it; returns a line about both.
pub fn write(pages: &Path, folder: &Path) -> Result<String> {
    let page = page(pages)?;
    let digest = digest::hex(&page);
    let lines = format!("{digest}  {FILE}\n");
    for (name, bytes) in [(FILE, page.as_bytes()), (&format!("{FILE}.sha256"), lines.as_bytes())] {
        fs::write(folder.join(name), bytes).with_context(|| format!("the file {name} could not be written"))?;
    }
    if page.len() > BUDGET {
        bail!("{FILE} has {} bytes, {} over its budget: leave lists out, by --packs", page.len(), page.len() - BUDGET);
    }
    Ok(format!("{FILE}: {} of {BUDGET} bytes, SHA-256 {digest}", page.len()))
}

fn page(pages: &Path) -> Result<String> {
    let read = |file: &str| fs::read_to_string(pages.join(file)).with_context(|| format!("{file} could not be read"));
    let script = inside(link(pages, "main.js", &[SOURCE])?.text)?;
    let style = read("style.css")?;
    let policy = headers::single(&source(&script), &source(&style));
    let mut page = Page(read("index.html")?);
    page.replace(&headers::meta(), &policy)?;
    page.replace_line("<link rel=\"stylesheet\"", &format!("<style>{style}</style>"))?;
    page.replace_line("<script type=\"module\"", "")?;
    page.replace_line(&format!("href=\"./{METHOD}\""), &method(&read(METHOD)?)?)?;
    // The other texts are for those who have the site: no link leads to what is not in the file.
    for text in site::TEXTS.into_iter().filter(|text| *text != METHOD) {
        page.replace_line(&format!("href=\"./{text}\""), "")?;
    }
    page.replace_line("<meta name=\"namesieve-offline\"", "<meta name=\"namesieve-offline\" content=\"\">")?;
    page.replace("<ol id=\"check\">", "<ol id=\"check\">\n          <li data-word=\"checkDigest\"></li>")?;
    let mut end = String::new();
    for part in parts(pages)? {
        let bytes = fs::read(pages.join(&part)).with_context(|| format!("{part} could not be read"))?;
        end += &element(&part, &bytes)?;
    }
    end += &format!("<script>{script}</script>\n</body>");
    page.replace("</body>", &end)?;
    Ok(page.0)
}

/// A script as it can stand inside a page, where these words would begin or end something else than a string of it.
pub fn inside(script: String) -> Result<String> {
    match ["</script", "<script", "<!--"].into_iter().find(|word| script.contains(word)) {
        Some(word) => bail!("a script of the page holds {word}, which cannot stand in a page: write it in two parts"),
        None => Ok(script),
    }
}

/// The element that holds a part, by its path in the site.
pub fn element(part: &str, bytes: &[u8]) -> Result<String> {
    Ok(format!("<script type=\"application/gzip\" data-part=\"./{part}\">{}</script>\n", packed(bytes)?))
}

/// The paths in the site of all that the page asks for.
fn parts(pages: &Path) -> Result<Vec<String>> {
    let packs = site::files(&pages.join("packs"))?;
    let packs = packs.iter().map(|file| format!("packs/{}", file.display()));
    let packs = packs.filter(|file| file.ends_with(".pack") || file.ends_with(".minisig"));
    Ok(PARTS.map(str::to_owned).into_iter().chain(packs).collect())
}

/// Text that a browser unpacks by itself: gzip, whose checksum finds damage, in base64.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).context("a part could not be packed")?;
    let packed = packer.finish().context("a part could not be packed")?;
    Base64::encode_to_string(packed).context("a part could not be encoded")
}

/// The source expression that allows this very script or style.
pub fn source(text: &str) -> String {
    let digest = Base64::encode_to_string(Sha256::digest(text)).unwrap_or_default();
    format!("'sha256-{digest}'")
}

/// The page about the method as a fold of this one.
fn method(page: &str) -> Result<String> {
    let (_, text) = page.split_once("<h1>").context("method.html has no title")?;
    let (title, text) = text.split_once("</h1>").context("the title of method.html does not end")?;
    let (text, _) = text.split_once("</main>").context("method.html has no main part")?;
    let text: String =
        text.lines().filter(|line| !line.contains("href=\"./index.html\"")).map(|line| format!("{line}\n")).collect();
    Ok(format!(
        "<details class=\"fold\" id=\"method\" lang=\"en\" dir=\"ltr\"><summary>{title}</summary>{text}</details>"
    ))
}

/// The text of a page, in which what is to be replaced has to be there.
pub struct Page(pub String);

impl Page {
    pub fn replace(&mut self, mark: &str, text: &str) -> Result<()> {
        let at = self.0.find(mark).with_context(|| format!("index.html does not hold {mark}"))?;
        self.0.replace_range(at..at + mark.len(), text);
        Ok(())
    }

    /// Replaces the line that holds the mark.
    fn replace_line(&mut self, mark: &str, text: &str) -> Result<()> {
        let at = self.0.find(mark).with_context(|| format!("index.html does not hold {mark}"))?;
        let start = self.0[..at].rfind('\n').map_or(0, |line| line + 1);
        let end = self.0[at..].find('\n').map_or(self.0.len(), |line| at + line);
        self.0.replace_range(start..end, text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::path::PathBuf;
    use std::{env, process};

    use ct_codecs::Decoder;
    use flate2::read::GzDecoder;

    use super::*;

    /// A site with the real pages, a script and small parts.
    fn folder(name: &str, script: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("namesieve-single-{name}-{}", process::id()));
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www");
        for file in ["index.html", "method.html", "style.css", "source.js"] {
            site::copy(&www.join(file), &folder.join(file)).unwrap();
        }
        fs::create_dir_all(folder.join("pkg/wasm")).unwrap();
        fs::create_dir_all(folder.join("packs")).unwrap();
        for part in PARTS {
            fs::write(folder.join(part), part).unwrap();
        }
        fs::write(folder.join("packs/un-sc.pack"), [0; 1000]).unwrap();
        fs::write(folder.join("main.js"), script).unwrap();
        folder
    }

    const SCRIPT: &str = "import { part } from './source.js';\npart('./worker.js');\n";

    /// What stands between two marks.
    fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        text.split_once(start).unwrap().1.split_once(end).unwrap().0
    }

    #[test]
    fn the_policy_allows_the_very_script_and_style_of_the_file() {
        let folder = folder("policy", SCRIPT);
        let page = page(&folder).unwrap();
        let (script, style) = (between(&page, "<script>", "</script>"), between(&page, "<style>", "</style>"));
        assert!(page.contains(&headers::single(&source(script), &source(style))));
        assert!(script.contains("DecompressionStream") && !script.contains("fetch("));
        for outside in ["rel=\"stylesheet\"", "modulepreload", "type=\"module\"", "'self'", "href=\"./"] {
            assert!(!page.contains(outside), "{outside}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn every_part_is_in_the_file_and_unpacks_to_what_it_was() {
        let folder = folder("parts", SCRIPT);
        let page = page(&folder).unwrap();
        for part in PARTS.into_iter().chain(["packs/un-sc.pack"]) {
            let letters = between(&page, &format!("data-part=\"./{part}\">"), "<");
            let mut bytes = Vec::new();
            GzDecoder::new(&*Base64::decode_to_vec(letters, None).unwrap()).read_to_end(&mut bytes).unwrap();
            assert_eq!(bytes, fs::read(folder.join(part)).unwrap(), "{part}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_would_end_the_script_or_burst_the_budget_is_refused() {
        let folder = folder("refused", "part('</script>');\n");
        assert!(page(&folder).unwrap_err().to_string().contains("</script"));
        fs::write(folder.join("main.js"), SCRIPT).unwrap();
        assert!(write(&folder, &folder).is_ok());
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(BUDGET * 4 / 5)
        .collect();
        fs::write(folder.join("packs/un-sc.pack"), noise).unwrap();
        assert!(write(&folder, &folder).unwrap_err().to_string().contains("over its budget"));
        fs::remove_dir_all(folder).unwrap();
    }
}
