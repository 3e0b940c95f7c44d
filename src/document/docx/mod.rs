//! A Word document (DOCX) as text: headers, body, footers, notes, comments, and the words in its charts and drawings.
//!
//! Sentences that were struck out as tracked changes are not read; what was inserted is. Pictures and embedded
//! files are told, and parts with text that it says it has and that are not there.

mod contents;
mod part;

use super::package::Package;
use super::recognise::Kind;
use super::{Document, DocumentError, UnreadCode, broken};
use part::Text;

/// The parts that have text, in the order of reading. The body stands between the headers and the footers.
const PARTS: [&str; 8] =
    ["header", BODY, "footer", "footnotes", "endnotes", "comments", "charts/chart", "diagrams/data"];

/// The body, whatever its part is called.
const BODY: &str = "document";

/// What a ZIP file is.
pub(super) fn kind(file: &str, bytes: &[u8]) -> Result<Kind, DocumentError> {
    let package = Package::open(file, bytes)?;
    let has = |folder: &str| package.names.iter().any(|name| name.starts_with(folder));
    let (what, instead) = match () {
        () if has("word/") => return Ok(Kind::Word),
        () if has("xl/") => ("an Excel workbook", "choose it under Screen a file, where each row has an answer"),
        () if has("ppt/") => ("a presentation", "save it as a PDF"),
        () if has("content.xml") => ("an OpenDocument file", "save it as a Word document (DOCX) or as a PDF"),
        () => ("a ZIP file", "unpack it, and screen the documents in it one by one"),
    };
    Err(DocumentError::Foreign { file: file.to_owned(), what, instead })
}

/// Reads a document.
pub(super) fn read(file: &str, bytes: &[u8], depth: usize) -> Result<Document, DocumentError> {
    let mut package = Package::open(file, bytes)?;
    let mut document = Document::default();
    let (mut pictures, mut letters, mut bodies) = (0, false, 0);
    for kind in PARTS {
        let mut of_kind: Vec<usize> = (0..package.names.len()).filter(|at| is(&package.names[*at], kind)).collect();
        of_kind.sort_by_key(|at| (package.names[*at].len(), package.names[*at].clone()));
        for at in of_kind {
            let xml = package.part(at)?;
            let Text { text, pictures: in_part, letters: unknown } = part::read(&xml).map_err(|error| {
                broken(file, format!("its part {} is damaged ({error}); open it and save it again", package.names[at]))
            })?;
            document.text += &text;
            pictures += in_part;
            letters |= unknown;
            bodies += usize::from(kind == BODY);
        }
    }
    if bodies == 0 {
        return Err(broken(file, "it has no body; open it and save it again as DOCX"));
    }
    if pictures > 0 {
        document.leave(UnreadCode::Pictures, Some(pictures.to_string()));
    }
    if letters {
        document.leave(UnreadCode::Letters, None);
    }
    if lacks_text(&mut package)? {
        document.leave(UnreadCode::Damaged, None);
    }
    for at in 0..package.names.len() {
        let name = package.names[at].clone();
        let short = name.rsplit('/').next().unwrap_or(&name);
        if name.starts_with("word/embeddings/") {
            document.leave(UnreadCode::Attachment, Some(short.to_owned()));
        } else if name.starts_with("word/") && short.starts_with("afchunk") {
            // Another document as a part of this one, as some programs write them.
            let bytes = package.part(at)?;
            document.attach(None, &bytes, depth);
        }
    }
    Ok(document)
}

/// Whether a part that has text is not there; without a table of the parts, any may be missing.
fn lacks_text(package: &mut Package<'_>) -> Result<bool, DocumentError> {
    let Some(at) = package.names.iter().position(|name| name == contents::NAME) else { return Ok(true) };
    let Ok(parts) = contents::parts(&package.part(at)?) else { return Ok(true) };
    let has_text = |name: &String| PARTS.iter().any(|kind| is(name, kind));
    Ok(parts.iter().filter(|name| has_text(name)).any(|name| !package.names.contains(name)))
}

/// Whether a part is of a kind: `word/header1.xml` is a header.
fn is(name: &str, kind: &str) -> bool {
    let rest =
        name.strip_prefix("word/").and_then(|name| name.strip_prefix(kind)).and_then(|name| name.strip_suffix(".xml"));
    rest.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn other_files_that_are_zipped_are_told_apart() {
        for (part, says) in
            [("xl/workbook.xml", "workbook"), ("ppt/a", "presentation"), ("content.xml", "OpenDocument"), ("a", "ZIP")]
        {
            assert!(kind("f", &zipped(&[(part, b"x")])).unwrap_err().to_string().contains(says), "{part}");
        }
    }

    #[test]
    fn what_unpacks_to_more_than_a_document_holds_is_refused() {
        let zeros = vec![b' '; 64 << 20];
        let bytes = zipped(&[("word/document.xml", &zeros)]);
        assert!(bytes.len() < 100_000);
        let refusal = read("f", &bytes, 1).unwrap_err().to_string();
        assert!(refusal.contains("unpacks to more"), "{refusal}");
    }

    #[test]
    fn a_document_without_a_body_or_cut_off_is_refused() {
        let whole = zipped(&[(
            "word/document.xml",
            b"<w:document xmlns:w='w'><w:p><w:r><w:t>Ali</w:t></w:r></w:p></w:document>",
        )]);
        assert_eq!(read("f", &whole, 1).unwrap().text, "Ali\n");
        assert!(read("f", &zipped(&[("word/styles.xml", b"<a/>")]), 1).unwrap_err().to_string().contains("no body"));
        for length in [30, whole.len() / 2, whole.len() - 10] {
            assert!(super::super::read("f", &whole[..length]).is_err(), "{length}");
        }
    }
}
