//! Files that hold a list but are no text: archives, workbooks of spreadsheet programs, compressed files.

use super::Refusal;

/// The first bytes of workbooks in the old form of Excel.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// Why such a file is refused; nothing for any other.
pub fn refusal(beginning: &[u8], file: &str) -> Option<Refusal> {
    let file = file.to_owned();
    match beginning {
        [b'P', b'K', 3, 4, ..] => Some(match (inside(beginning), is_workbook(beginning)) {
            (_, true) => Refusal::Workbook { file, what: "an Excel workbook or another document of an office program" },
            (inside, false) => Refusal::Archive { file, inside },
        }),
        [b'P', b'K', 5, 6, ..] => Some(Refusal::NoRecord { file, what: "a ZIP archive" }),
        [0x1f, 0x8b, ..] => Some(Refusal::Gzip { file }),
        _ if beginning.starts_with(OLD_WORKBOOK) => Some(Refusal::Workbook { file, what: "an Excel workbook (.xls)" }),
        _ => None,
    }
}

/// Documents of office programs are archives whose first file says what they are.
fn is_workbook(archive: &[u8]) -> bool {
    let known = ["[Content_Types].xml", "_rels/", "xl/", "docProps/", "mimetype"];
    inside(archive).is_some_and(|name| known.iter().any(|known| name.starts_with(known)))
}

/// The name of the first file of an archive, from its local header.
fn inside(archive: &[u8]) -> Option<String> {
    let length = usize::from(*archive.get(26)?) | usize::from(*archive.get(27)?) << 8;
    Some(String::from_utf8_lossy(archive.get(30..30 + length)?).into_owned()).filter(|name| !name.is_empty())
}
