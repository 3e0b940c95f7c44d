//! Whether all of a PDF is there. What draws its pages repairs what it can and goes on with what is left, so that half of a
//! file would read like a shorter document.
//!
//! The file has to end as files end, with the place of a table of its objects that is there (ISO 32000-1, 7.5.5); it has to
//! have the pages that it promises (7.7.3); and what a page is drawn with has to be there (7.3.10) and to unpack to its end
//! (7.3.8), with the sum that stands behind it (RFC 1950). What real programs do is no damage: other bytes before the file
//! and behind it, changes that were added at the end, packed bytes without their sum. Pictures are not unpacked, since none
//! is read.

use crate::document::MOST_BYTES;
use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{Filter, Pdf};
use std::collections::BTreeSet;

/// Viewers look for the mark of a PDF so far from its beginning, and for that of its end so far from there.
const MARK_WITHIN: usize = 1024;

/// What is unpacked to look for damage; the text and the fonts of a document are far below.
const MOST_UNPACKED: usize = 4 * MOST_BYTES;

/// How many objects are looked at, and how many at once; documents have some ten thousands.
const MOST_OBJECTS: usize = 1 << 20;

/// What a program keeps with a page and nothing is drawn with; some of it leads to other pages.
const ASIDE: [&[u8]; 6] = [b"Parent", b"Metadata", b"Properties", b"PieceInfo", b"OC", b"ColorSpace"];

/// Looks for damage in one PDF, at each object once.
pub(super) struct Inspection<'a> {
    pdf: &'a Pdf,
    /// Objects that are whole, with all that they refer to.
    whole: BTreeSet<ObjectIdentifier>,
    broken: BTreeSet<ObjectIdentifier>,
    bytes_left: usize,
    objects_left: usize,
}

impl<'a> Inspection<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self {
            pdf,
            whole: BTreeSet::new(),
            broken: BTreeSet::new(),
            bytes_left: MOST_UNPACKED,
            objects_left: MOST_OBJECTS,
        }
    }

    /// Whether the file is cut off, lacks a page, or packs objects so that they cannot be had.
    pub(super) fn is_file_damaged(&mut self) -> bool {
        let xref = self.pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id());
        let tree = root.and_then(|root| root.get::<Dict<'_>>(b"Pages".as_slice()));
        let promised = tree.and_then(|tree| tree.get::<usize>(b"Count".as_slice()));
        if !ends(self.pdf.data().as_ref()) || promised.is_none_or(|promised| promised > self.pdf.pages().len()) {
            return true;
        }
        let packs_objects = |stream: &Stream<'_>| {
            stream.dict().get::<Name<'_>>(b"Type".as_slice()).is_some_and(|kind| &*kind == b"ObjStm")
        };
        self.pdf
            .objects()
            .into_iter()
            .filter_map(Object::into_stream)
            .any(|stream| packs_objects(&stream) && !self.unpacks(&stream))
    }

    /// Whether something that a page is drawn with is not there, or does not unpack to its end.
    pub(super) fn is_page_damaged(&mut self, page: &Page<'a>) -> bool {
        // Where the tree leads to something else, the page that it should lead to is missing.
        if page.raw().get::<Name<'_>>(b"Type".as_slice()).is_some_and(|kind| &*kind != b"Page") {
            return true;
        }
        let resources = page.resources();
        let inherited = [&resources.fonts, &resources.x_objects, &resources.patterns, &resources.ext_g_states];
        let mut open: Vec<_> = inherited.into_iter().map(|dict| MaybeRef::NotRef(Object::Dict(dict.clone()))).collect();
        open.extend(page.raw().get_raw::<Object<'_>>(b"Resources".as_slice()));
        open.extend(page.raw().get_raw::<Object<'_>>(b"Contents".as_slice()));
        let notes = page.raw().get::<Array<'_>>(b"Annots".as_slice());
        let notes = notes.iter().flat_map(|notes| notes.iter::<Dict<'_>>());
        open.extend(notes.filter_map(|note| note.get_raw::<Object<'_>>(b"AP".as_slice())));
        let mut seen = BTreeSet::new();
        while let Some(next) = open.pop() {
            let Some(left) = self.objects_left.checked_sub(1).filter(|left| open.len() <= *left) else { return true };
            self.objects_left = left;
            let object = match next {
                MaybeRef::NotRef(object) => object,
                MaybeRef::Ref(to) => {
                    let id = to.into();
                    if self.whole.contains(&id) || !seen.insert(id) {
                        continue;
                    }
                    match self.pdf.xref().get::<Object<'_>>(id) {
                        Some(object) if !self.broken.contains(&id) => object,
                        _ => return true,
                    }
                }
            };
            match object {
                Object::Array(items) => open.extend(items.raw_iter().filter(leads_on).take(MOST_OBJECTS)),
                Object::Dict(dict) => open.extend(used(&dict)),
                Object::Stream(stream) if !is_picture(&stream) => {
                    if !self.unpacks(&stream) {
                        self.broken.insert(stream.obj_id());
                        return true;
                    }
                    open.extend(used(stream.dict()));
                }
                _ => {}
            }
        }
        self.whole.append(&mut seen);
        false
    }

    /// Whether a stream unpacks to its end.
    fn unpacks(&mut self, stream: &Stream<'_>) -> bool {
        if stream.dict().get::<usize>(b"Length".as_slice()) == Some(0) {
            return true;
        }
        let filters = stream.filters();
        if filters.len() < named_filters(stream.dict()) {
            return false;
        }
        let around = filters.iter().position(|filter| *filter == Filter::FlateDecode);
        let packed = match around.map(|at| filters.split_at(at).0) {
            None => return stream.decoded_data().is_ok(),
            Some([] | [Filter::Crypt]) => stream.raw_data().into_owned(),
            Some(around) => match without(around, &stream.raw_data()) {
                Some(packed) => packed,
                None => return false,
            },
        };
        inflates(&packed, &mut self.bytes_left)
    }
}

/// How many filters a stream says that it has, known or not.
fn named_filters(dict: &Dict<'_>) -> usize {
    match dict.get::<Object<'_>>(b"Filter".as_slice()) {
        Some(Object::Name(_)) => 1,
        Some(Object::Array(names)) => names.raw_iter().count(),
        _ => 0,
    }
}

/// What a dictionary refers to.
fn used<'a>(dict: &Dict<'a>) -> Vec<MaybeRef<Object<'a>>> {
    dict.entries().filter(|(key, _)| !ASIDE.contains(&&**key)).map(|(_, value)| value).filter(leads_on).collect()
}

/// Whether other objects may be in it.
fn leads_on(object: &MaybeRef<Object<'_>>) -> bool {
    matches!(object, MaybeRef::Ref(_) | MaybeRef::NotRef(Object::Array(_) | Object::Dict(_)))
}

fn is_picture(stream: &Stream<'_>) -> bool {
    stream.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|kind| &*kind == b"Image")
}

/// Whether a file ends as a PDF ends: with the place of a table of its objects, and a mark.
fn ends(bytes: &[u8]) -> bool {
    let last = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).rposition(|window| window == mark);
    let begin = bytes.windows(5).take(MARK_WITHIN).position(|window| window == b"%PDF-").unwrap_or(0);
    let Some((whole, behind)) = last(bytes, b"%%EOF").and_then(|at| bytes.split_at_checked(at)) else { return false };
    // Where objects stand behind the mark, changes were being added when the file was cut off.
    if behind.len() > MARK_WITHIN || last(behind, b" obj").is_some() {
        return false;
    }
    let place = last(whole, b"startxref").and_then(|at| whole.get(at + 9..)).map(<[u8]>::trim_ascii_start);
    let digits = place.and_then(|place| place.split(|byte| !byte.is_ascii_digit()).next());
    let Some(at) = digits.and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok()) else {
        return false;
    };
    // Places are counted from the mark at the beginning, or from what stands before it.
    [at, at.saturating_add(begin)].into_iter().any(|at| whole.get(at..).is_some_and(is_table))
}

/// Whether a table of objects begins here: in the old form, or as an object.
fn is_table(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    let mut words = bytes.get(..bytes.len().min(32)).unwrap_or_default().split(u8::is_ascii_whitespace);
    let mut number = || words.next().is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_digit));
    bytes.starts_with(b"xref") || number() && number() && words.next().is_some_and(|word| word.starts_with(b"obj"))
}

/// Bytes without the filters around them, by a stream that has these filters alone.
fn without(filters: &[Filter], bytes: &[u8]) -> Option<Vec<u8>> {
    let name = |filter: &Filter| match filter {
        Filter::AsciiHexDecode => Some("/AHx"),
        Filter::Ascii85Decode => Some("/A85"),
        Filter::RunLengthDecode => Some("/RL"),
        Filter::LzwDecode => Some("/LZW"),
        _ => None,
    };
    let names: String = filters.iter().map(name).collect::<Option<_>>()?;
    let head = format!("<</Filter[{names}]/Length {}>>stream\n", bytes.len());
    let stream = [head.as_bytes(), bytes, b"\nendstream"].concat();
    Some(Stream::from_bytes(&stream)?.decoded_data().ok()?.into_owned())
}

/// Whether packed bytes unpack to their end, and to the sum that stands behind them if one does.
fn inflates(packed: &[u8], left: &mut usize) -> bool {
    let [method, flags, packed @ ..] = packed else { return false };
    let is_head = method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0 && flags & 0x20 == 0;
    if !is_head {
        return false;
    }
    let mut inflate = Decompress::new(false);
    let mut piece = [0; 4096];
    let (mut low, mut high) = (1_u32, 0_u32);
    let mut rest = packed;
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress(rest, &mut piece, FlushDecompress::None);
        let count = |from: u64, to: u64| usize::try_from(to - from).unwrap_or(usize::MAX);
        let (read, written) = (count(read, inflate.total_in()), count(written, inflate.total_out()));
        rest = rest.get(read..).unwrap_or_default();
        // So few are summed up at a time that no sum can overflow.
        for byte in piece.iter().take(written) {
            low += u32::from(*byte);
            high += low;
        }
        (low, high) = (low % 65_521, high % 65_521);
        match (status, left.checked_sub(written)) {
            (Ok(Status::StreamEnd), _) => {
                let sum = (high << 16 | low).to_be_bytes();
                return sum.iter().zip(rest).all(|(a, b)| a == b);
            }
            (Ok(_), Some(fewer)) if read + written > 0 => *left = fewer,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    #[test]
    fn a_file_ends_with_the_place_of_a_table_and_a_mark() {
        let table = "%PDF-1.4\nxref\n0 1\ntrailer<<>>\n";
        let whole = format!("{table}startxref\n9\n%%EOF");
        let behind = |bytes: &str| ends(format!("{whole}{bytes}").as_bytes());
        assert!(behind("") && behind("\r\n") && behind(&"\0".repeat(1000)) && ends(format!("\n\n{whole}").as_bytes()));
        assert!(ends(b"%PDF-1.5\n1 0 obj<</Type/XRef>>endobj\nstartxref\n9\n%%EOF\n"));
        assert!(!behind(&" ".repeat(2000)) && !behind("\n7 0 obj\n<<"));
        for cut in
            ["", "startxref\n", "startxref\n9\n%%EO", "startxref\n10\n%%EOF", "startxref\n99999999999999999999\n%%EOF"]
        {
            assert!(!ends(format!("{table}{cut}").as_bytes()), "{cut}");
        }
    }

    #[test]
    fn packed_bytes_unpack_to_their_end_and_their_sum() {
        let text: Vec<u8> = (0..200_000_u32).map(|at| (at.wrapping_mul(at) >> 7) as u8).collect();
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        packer.write_all(&text).unwrap();
        let packed = packer.finish().unwrap();
        let whole = |bytes: &[u8]| inflates(bytes, &mut MOST_UNPACKED.clone());
        assert!(whole(&packed) && whole(&[packed.as_slice(), b"\r\n"].concat()));
        assert!((1..5).all(|without| whole(&packed[..packed.len() - without])));
        assert!(!inflates(&packed, &mut (text.len() / 2)));
        for length in (0..packed.len() - 5).step_by(97) {
            assert!(!whole(&packed[..length]), "{length}");
            let mut changed = packed.clone();
            changed[length] ^= 0x10;
            assert!(!whole(&changed), "{length}");
        }
    }
}
