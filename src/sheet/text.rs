//! The text of a file in the encodings that spreadsheets and documents have: UTF-8, UTF-16 and the code pages of old systems.
//!
//! A byte order mark decides, and without one whether the bytes are UTF-8. Bytes that are neither are guessed from the frequency
//! of letters (`chardetng`, as browsers do), and the sheet says so, because a wrong guess makes other names. A file that is UTF-8
//! but for a few places stays UTF-8: the places become U+FFFD, with which no name is screened.

use super::SheetError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A file's text.
pub(crate) struct Text {
    pub(crate) text: String,
    /// The encoding by its name on the web.
    pub(crate) encoding: &'static str,
    /// What a person should know of it.
    pub(crate) note: Option<String>,
}

/// A text with so many proper letters beyond ASCII for each broken place is UTF-8 that was damaged.
const PROPER_TO_BROKEN: usize = 4;

/// Decodes a file.
///
/// # Errors
/// [`SheetError::Choice`] for an encoding that is not known, [`SheetError::Foreign`] for what is no text.
pub(crate) fn decode(file: &str, bytes: &[u8], chosen: Option<&str>) -> Result<Text, SheetError> {
    let unknown = |label: &str| {
        SheetError::Choice(format!(
            "no encoding is called `{label}`; give one such as utf-8, windows-1252 or windows-1251"
        ))
    };
    let (encoding, guessed) = match chosen {
        Some(label) => {
            (Encoding::for_label_no_replacement(label.trim().as_bytes()).ok_or_else(|| unknown(label))?, false)
        }
        None => told(bytes).map_or_else(|| (guess(bytes), true), |encoding| (encoding, false)),
    };
    let (text, encoding, broken) = encoding.decode(bytes);
    if is_binary(&text) {
        let what = "no text: it is full of control characters";
        return Err(SheetError::Foreign { file: file.to_owned(), what, instead: "save the table as CSV or XLSX" });
    }
    let note = match (guessed, broken) {
        (_, true) => Some(format!(
            "The text is not quite {}: what cannot be read in it is shown as \u{fffd}, and names with it are not screened.",
            encoding.name()
        )),
        (true, false) => Some(format!(
            "The text is not UTF-8; it is read as {}. If letters look wrong, choose another encoding.",
            encoding.name()
        )),
        (false, false) => None,
    };
    // Files that were put together from others have a byte order mark for each.
    Ok(Text { text: text.trim_start_matches('\u{feff}').to_owned(), encoding: encoding.name(), note })
}

/// What is looked at to tell text from anything else, in characters.
const LOOKED_AT: usize = 4096;

/// Whether it is no text at all. A control character here and there is a fault of its row, and told with it.
fn is_binary(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    let (looked_at, controls) =
        (text.chars().take(LOOKED_AT).count(), text.chars().take(LOOKED_AT).filter(control).count());
    controls * 20 > looked_at
}

/// The encoding that the bytes themselves tell.
fn told(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    // Without a mark, text in Latin letters shows UTF-16 by a zero in every second byte.
    let zeros = |odd: usize| bytes.iter().take(LOOKED_AT).skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = bytes.len().min(LOOKED_AT) / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if odd * 3 > pairs && even * 20 < pairs => return Some(UTF_16LE),
        (even, odd) if even * 3 > pairs && odd * 20 < pairs => return Some(UTF_16BE),
        _ => {}
    }
    let (mut proper, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        proper += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // Text in other letters has a zero beside each space and line break only, and looks like control characters.
    let is_utf_8 = broken == 0 || proper >= PROPER_TO_BROKEN * broken;
    if is_utf_8 && !is_binary(&String::from_utf8_lossy(bytes)) {
        return Some(UTF_8);
    }
    let pair = match (zeros(0), zeros(1)) {
        (0, odd) if odd > 0 => Some(UTF_16LE),
        (even, 0) if even > 0 => Some(UTF_16BE),
        _ => None,
    };
    pair.filter(|pair| is_wide(pair, bytes)).or(is_utf_8.then_some(UTF_8))
}

/// Whether bytes are text in two bytes each: they can be read so to the end, and have lines.
fn is_wide(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.is_some_and(|text| text.contains(['\n', '\r']) && !is_binary(&text))
}

/// The encoding that fits the letters best.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, bool) {
        let text = decode("f", bytes, None).unwrap();
        (text.text, text.encoding, text.note.is_some())
    }

    #[test]
    fn encodings_are_told_by_mark_by_form_or_by_letters() {
        let names = "nom;pays\nÉtienne Müller;Suisse\nJosé Núñez;España\n";
        assert_eq!(read(names.as_bytes()), (names.to_owned(), "UTF-8", false));
        assert_eq!(read(format!("\u{feff}{names}").as_bytes()), (names.to_owned(), "UTF-8", false));
        let units = |big: bool, mark: &str| -> Vec<u8> {
            let units = format!("{mark}{names}");
            units.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for (big, name) in [(true, "UTF-16BE"), (false, "UTF-16LE")] {
            for mark in ["", "\u{feff}"] {
                assert_eq!(read(&units(big, mark)), (names.to_owned(), name, false), "{mark:?}");
            }
        }
        let persian: Vec<u8> = "نام\nاحمد\nمحمد\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&persian), ("نام\nاحمد\nمحمد\n".to_owned(), "UTF-16LE", false));
        let chinese: Vec<u8> = "姓名\n艾尔肯\n吐尼亚孜\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&chinese), ("姓名\n艾尔肯\n吐尼亚孜\n".to_owned(), "UTF-16BE", false));
        assert_eq!(read("\u{feff}\u{feff}a\n".as_bytes()).0, "a\n");
        let (western, ..) = encoding_rs::WINDOWS_1252.encode(names);
        assert_eq!(read(&western), (names.to_owned(), "windows-1252", true));
        let russian = "имя;страна\nИван Петров;Россия\nСергей Шойгу;Россия\n";
        let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(read(&cyrillic), (russian.to_owned(), "windows-1251", true));
        let arabic = "الاسم;البلد\nبشار الأسد;سوريا\nأحمد محمد علي;مصر\n";
        let (eastern, ..) = encoding_rs::WINDOWS_1256.encode(arabic);
        assert_eq!(read(&eastern), (arabic.to_owned(), "windows-1256", true));
    }

    #[test]
    fn a_broken_place_does_not_make_another_encoding_of_the_file() {
        let mut bytes = "имя\nИван\nПётр ".as_bytes().to_vec();
        bytes.extend([0xd0, b'\n']);
        let (text, encoding, noted) = read(&bytes);
        assert!(text.ends_with("Пётр \u{fffd}\n") && encoding == "UTF-8" && noted, "{text}");
    }

    #[test]
    fn what_is_no_text_and_no_encoding_is_refused() {
        assert!(decode("f", b"a", Some("iso-2022-kr")).is_err(), "the web reads nothing with it");
        assert_eq!(decode("f", b"name\nBenazir\0Ahmed and a few more names\n", None).unwrap().encoding, "UTF-8");
        assert!(matches!(decode("f", b"abc\x00\x02def\x01gh", None), Err(SheetError::Foreign { .. })));
        let error = decode("f", b"a", Some("klingon")).err().unwrap().to_string();
        assert_eq!(
            error,
            "no encoding is called `klingon`; give one such as utf-8, windows-1252 or windows-1251; nothing was read"
        );
    }
}
