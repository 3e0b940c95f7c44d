//! A PDF as text: its pages are drawn letter by letter (`hayro-interpret`), and the letters put into lines and paragraphs.
//!
//! A PDF says where each letter stands and not what is a word, a line or a paragraph. Letters are taken in the order in which the
//! file draws them, which is the order of reading in what office programs, browsers and typesetters write, also in columns. A
//! page on which nothing but a picture is drawn, pictures, letters without characters, and what is damaged are told. Names that go
//! over from one page to the next are parted where the foot of the page stands between.

mod damage;
mod drawing;
mod line;
mod paragraph;
mod visual;

use super::{Document, DocumentError, MOST_TEXT, UnreadCode, broken, too_much};
use damage::Inspection;
use drawing::Drawing;
use hayro_interpret::font::FontData;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, TransformExt, interpret_page,
};
use paragraph::Paragraphs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// More pages than these are no document that somebody screens as one.
const MOST_PAGES: usize = 5_000;

/// Reads a PDF.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Document, DocumentError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| broken(file, refused(error)))?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(too_much(file, pages.len(), "pages", MOST_PAGES));
    }
    if pages.is_empty() {
        return Err(broken(file, "it has no page; fetch it or save it again"));
    }
    let fontless = Arc::new(AtomicBool::new(false));
    let settings = settings(&fontless);
    let cache = InterpreterCache::new();
    let mut paragraphs = Paragraphs::default();
    let mut inspection = Inspection::new(&pdf);
    let (mut empty, mut pictures, mut letters, mut damaged) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, page) in pages.iter().enumerate() {
        let mut drawing = Drawing::default();
        let (wide, high) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, wide.into(), high.into()),
            &cache,
            pdf.xref(),
            settings.clone(),
        );
        interpret_page(page, &mut context, &mut drawing);
        let number = at + 1;
        let mut lines = 0;
        for line in line::lines(&drawing.runs) {
            lines += 1;
            paragraphs.add(line);
        }
        paragraphs.page();
        if fontless.swap(false, Ordering::Relaxed) || drawing.unknown > 0 {
            letters.push(number);
        }
        let is_damaged = inspection.is_page_damaged(page);
        if is_damaged {
            damaged.push(number);
        }
        // A page with nothing to draw is blank; one whose content cannot be had is not.
        let content = page.page_stream().is_some_and(|content| !content.trim_ascii().is_empty());
        let is_locked = !content && !is_damaged && page.raw().contains_key(b"Contents".as_slice());
        match (lines, drawing.drawn || drawing.pictures > 0 || is_locked) {
            (0, true) => empty.push(number),
            _ if drawing.pictures > 0 => pictures.push(number),
            _ => {}
        }
        if paragraphs.len() > MOST_TEXT {
            return Err(too_much(file, paragraphs.len(), "bytes of text and more", MOST_TEXT));
        }
    }
    let mut document = Document { text: paragraphs.finish(), ..Document::default() };
    if inspection.is_file_damaged() {
        document.leave(UnreadCode::Damaged, None);
    }
    for (code, pages) in [
        (UnreadCode::Damaged, damaged),
        (UnreadCode::PagesWithoutText, empty),
        (UnreadCode::Letters, letters),
        (UnreadCode::Pictures, pictures),
    ] {
        if !pages.is_empty() {
            document.leave(code, Some(ranges(&pages)));
        }
    }
    for name in attached(&pdf) {
        document.leave(UnreadCode::Attachment, name);
    }
    Ok(document)
}

/// What is said of a PDF that cannot be opened.
fn refused(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "it is protected with a password; save it without one, or print it as a PDF"
        }
        LoadPdfError::Decryption(_) => {
            "it is encrypted in a way that is not known; save it without, or print it as a PDF"
        }
        LoadPdfError::Invalid => "it is cut off or damaged; fetch it or save it again",
    }
}

/// How pages are drawn: without fonts of our own, since nothing is looked at.
fn settings(fontless: &Arc<AtomicBool>) -> InterpreterSettings {
    let blank: FontData = Arc::new(BLANK);
    let fontless = fontless.clone();
    InterpreterSettings {
        font_resolver: Arc::new(move |_| Some((blank.clone(), 0))),
        cmap_resolver: Arc::new(|_| None),
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::UnsupportedFont) {
                fontless.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    }
}

/// A font (CFF) with one empty glyph, in place of fonts that a PDF names and does not hold: what its letters are and how wide they
/// are does not depend on it.
const BLANK: [u8; 27] = [
    1,
    0,
    4,
    1, // the head
    0,
    1,
    1,
    1,
    2,
    b'A', // one name
    0,
    1,
    1,
    1,
    3,
    139 + 21,
    17, // its dictionary: the glyphs begin at byte 21
    0,
    0, // no strings
    0,
    0, // no subroutines
    0,
    1,
    1,
    1,
    2,
    14, // one glyph, which ends
];

/// Numbers as a person writes them: `1–3, 7`.
fn ranges(pages: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => ranges.push((*page, *page)),
        }
    }
    let shown = |(first, last): &(usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    ranges.iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// The names of the files that are attached to a PDF.
fn attached(pdf: &Pdf) -> Vec<Option<String>> {
    use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, String as PdfString};
    let name = |dict: &Dict<'_>| -> Option<String> {
        let name =
            dict.get::<PdfString<'_>>(b"UF".as_slice()).or_else(|| dict.get::<PdfString<'_>>(b"F".as_slice()))?;
        Some(decoded(name.as_bytes()))
    };
    let is_file = |dict: &Dict<'_>| {
        dict.get::<Dict<'_>>(b"EF".as_slice()).is_some()
            && dict.get::<Name<'_>>(b"Type".as_slice()).is_none_or(|kind| matches!(&*kind, b"Filespec" | b"F"))
    };
    let files = pdf.objects().into_iter().filter_map(|object| match object {
        Object::Dict(dict) if is_file(&dict) => Some(name(&dict)),
        _ => None,
    });
    files.take(super::MOST_ATTACHED).collect()
}

/// A text string of a PDF, which is UTF-16 or, in ASCII, a byte a letter.
fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_written_in_ranges() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "1–3, 7, 9–10");
    }

    #[test]
    fn bytes_that_only_begin_like_a_pdf_are_refused() {
        for bytes in
            [&b"%PDF-1.7"[..], b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", &[b"%PDF-".as_slice(), &[0xff; 4096]].concat()]
        {
            assert!(read("f", bytes).unwrap_err().to_string().ends_with("nothing was read"));
        }
    }
}
