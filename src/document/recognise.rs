//! What kind of document some bytes are, by their content alone.

use super::DocumentError;

/// A kind of document that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Word,
    Mail,
    Page,
    Text,
}

/// Programs put other bytes before the mark of a PDF, and viewers look for it so far.
const PDF_WITHIN: usize = 1024;

/// So much of the beginning tells a web page or an e-mail.
const LOOKED_AT: usize = 16 << 10;

/// What to do with a document of another kind.
const SAVE: &str = "save it as a Word document (DOCX) or as a PDF with text";

const PICTURE: (&str, &str) = ("a picture", "the words have to be text: type them in, or have them recognised first");

/// Beginnings of files that are not read, what they are, and what to do.
const FOREIGN: [(&[u8], (&str, &str)); 9] = [
    (
        &[0xd0, 0xcf, 0x11, 0xe0],
        (
            "a document of before 2007, an Outlook message or a protected document",
            "save it as DOCX, PDF or EML without a password",
        ),
    ),
    (b"{\\rtf", ("an RTF document", SAVE)),
    (&[0x89, b'P', b'N', b'G'], PICTURE),
    (&[0xff, 0xd8, 0xff], PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"RIFF", ("a picture, film or recording", "the words have to be text")),
    (&crate::pack::MAGIC, ("a pack of lists", "choose it under Lists")),
];

/// Tags that a web page begins with.
const TAGS: [&str; 14] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta",
    "<table",
    "<div",
    "<p>",
    "<p ",
    "<h1",
    "<span",
    "<article",
    "<ul",
];

/// Headers that every message has some of, in small letters.
const HEADERS: [&str; 12] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "reply-to",
    "cc",
];

/// So many headers of a message make one.
const ENOUGH_HEADERS: usize = 3;

/// The kind of some bytes.
///
/// # Errors
/// [`DocumentError::Foreign`] and [`DocumentError::Empty`].
pub(super) fn kind(file: &str, bytes: &[u8]) -> Result<Kind, DocumentError> {
    let foreign = |(what, instead)| Err(DocumentError::Foreign { file: file.to_owned(), what, instead });
    if bytes.is_empty() {
        return Err(DocumentError::Empty { file: file.to_owned() });
    }
    if let Some((_, told)) = FOREIGN.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        return foreign(*told);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return super::docx::kind(file, bytes);
    }
    if bytes[..bytes.len().min(PDF_WITHIN)].windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]).replace('\0', "");
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if is_page(start) {
        return Ok(Kind::Page);
    }
    if begins(start, "<?xml") {
        return foreign((
            "an XML file",
            "an official list goes under Lists; a document is Word, PDF, a web page, an e-mail or text",
        ));
    }
    if is_message(start) {
        return Ok(Kind::Mail);
    }
    Ok(Kind::Text)
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// Whether a text is a web page: by its first tag, behind comments and the line of XML.
fn is_page(start: &str) -> bool {
    let mut rest = start;
    loop {
        let (open, close) = if begins(rest, "<!--") {
            ("<!--", "-->")
        } else if begins(rest, "<?xml") {
            ("<?xml", "?>")
        } else {
            return TAGS.iter().any(|tag| begins(rest, tag)) || is_root(rest);
        };
        match rest[open.len()..].find(close) {
            Some(end) => rest = rest[open.len() + end + close.len()..].trim_start(),
            None => return false,
        }
    }
}

/// Whether it is the declaration of a web page in one of the older forms.
fn is_root(text: &str) -> bool {
    begins(text, "<!doctype") && text.chars().take(200).collect::<String>().to_ascii_lowercase().contains("html")
}

/// Whether a text begins with the headers of a message, and nothing else stands among them: a note that begins with `From:` is a text.
fn is_message(start: &str) -> bool {
    let mut known = std::collections::BTreeSet::new();
    let mut lines = start.lines();
    // A mailbox has this line before each message.
    let first = lines.clone().next().unwrap_or("");
    if first.starts_with("From ") {
        lines.next();
    }
    for line in lines {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        known.insert(HEADERS.iter().position(|header| name.eq_ignore_ascii_case(header)));
    }
    known.remove(&None);
    known.len() >= ENOUGH_HEADERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_content() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], Kind::Pdf),
            (b"\r\n\r\n%PDF-1.4", Kind::Pdf),
            (b"<!DOCTYPE html><p>x", Kind::Page),
            (b"\xef\xbb\xbf <?xml version='1.0'?><!-- a --> <html>", Kind::Page),
            (b"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", Kind::Page),
            (b"From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n folded\r\n\r\nHello", Kind::Mail),
            (b"From: me\nTo: you\nSubject: a note\nDear you, thanks", Kind::Text),
            (b"From: me\nTo: you\n\nDear you", Kind::Text),
            (b"Benazir Ahmed < Erken Tuniyaz", Kind::Text),
        ] {
            assert_eq!(kind("f", bytes).unwrap(), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn other_files_are_refused_with_what_they_are() {
        for (bytes, says) in [
            (&b"\xd0\xcf\x11\xe0\xa1\xb1"[..], "before 2007"),
            (b"{\\rtf1", "RTF"),
            (b"\x89PNG\r\n", "a picture"),
            (b"<?xml version='1.0'?><sanctions/>", "an XML file"),
            (b"", "empty"),
        ] {
            let refusal = kind("f", bytes).unwrap_err().to_string();
            assert!(refusal.contains(says) && refusal.ends_with("nothing was read"), "{refusal}");
        }
    }
}
