//! The encodings of old systems, told by mark, guessed by letters or chosen.

use super::{Case, Choice, case, check};
use encoding_rs::Encoding;
use namesieve::sheet::Sheet;

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let (bytes, _, lost) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
    assert!(!lost, "{label} has not all letters of {text}");
    bytes.into_owned()
}

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// Texts in the encodings in which they are found.
const OLD: [(&str, &str, &str); 12] = [
    ("windows-1250.csv", "windows-1250", "Nazwisko;Kraj\nPaweł Wiśniewski;Łódź\nZdeněk Dvořák;Česko\nŞtefan Ţepeş;x\n"),
    (
        "windows-1251.csv",
        "windows-1251",
        "ФИО;Страна\nИван Петрович Сидоров;Россия\nСергей Михайлович Кузнецов;Россия\n",
    ),
    ("windows-1252.csv", "windows-1252", "Nom;Pays\nÉtienne Müller;Suisse\nJosé Núñez;España\n"),
    ("windows-1253.csv", "windows-1253", "Name;Country\nΓεώργιος Παπαδόπουλος;Ελλάδα\nΑλέξανδρος Νικολαΐδης;Ελλάδα\n"),
    ("windows-1254.csv", "windows-1254", "Name;Country\nIşık Yıldırım;Türkiye\nÇağlar Şahin Gündoğdu;Türkiye\n"),
    ("windows-1255.csv", "windows-1255", "Name;Country\nמשה כהן לוי;ישראל\nדוד בן גוריון;ישראל\n"),
    ("windows-1256.csv", "windows-1256", "الاسم;البلد\nبشار الأسد;سوريا\nأحمد محمد علي;مصر\n"),
    (
        "windows-1257.csv",
        "windows-1257",
        "Name;Country\nJānis Bērziņš;Latvija\nŽydrūnas Karčiauskas;Lietuva\nĢirts Ķēniņš;Latvija\n",
    ),
    ("windows-1258.csv", "windows-1258", "Name;Country\nĐinh Văn Hùng;Viet Nam\nLê Đưc Tho;Viet Nam\n"),
    ("koi8-r.csv", "koi8-r", "ФИО;Страна\nИван Петрович Сидоров;Россия\nСергей Михайлович Кузнецов;Россия\n"),
    ("shift-jis.csv", "shift_jis", "Name;Country\n山田太郎;日本\nスズキ イチロー;日本\n"),
    ("gbk.csv", "gbk", "Name;Country\n艾尔肯 吐尼亚孜;中国\n王小明;中国\n"),
];

/// Marks, damage and choices.
pub(super) fn corpus() -> Vec<Case> {
    let text = "Name;Country\nBenazir Ahmed;BD\nJosé Núñez;ES\n";
    let read = |file, bytes: &[u8], encoding: &str| {
        case(
            file,
            bytes,
            &[
                &format!("';' {encoding}: name=Name, country=Country"),
                "2 Benazir Ahmed country=BD: AHMED, Benazir",
                "3 José Núñez country=ES: none",
            ],
        )
    };
    let marked = format!("\u{feff}{text}");
    let arabic = "الاسم;الجنسية\nبشار الاسد;سوريا\n";
    let lone: Vec<u8> = "Name\nBenazir "
        .encode_utf16()
        .chain([0xd800, 0x20])
        .chain("Ahmed\nJane Roe\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut damaged = "Name;Country\nJosé Núñez;España\nÉtienne;x\nBenazir ".as_bytes().to_vec();
    damaged.extend(b"\xff Ahmed;BD\nJane Roe;US\n");
    const DAMAGED: &str = "note: The text is not quite UTF-8: what cannot be read in it is shown as \u{fffd}, and names with it are not screened.";
    vec![
        read("utf-8.csv", text.as_bytes(), "UTF-8"),
        read("utf-8-mark.csv", marked.as_bytes(), "UTF-8"),
        read("utf-8-two-marks.csv", format!("\u{feff}{marked}").as_bytes(), "UTF-8"),
        read("utf-16le.csv", &wide(text, u16::to_le_bytes), "UTF-16LE"),
        read("utf-16be.csv", &wide(text, u16::to_be_bytes), "UTF-16BE"),
        read("utf-16le-mark.csv", &wide(&marked, u16::to_le_bytes), "UTF-16LE"),
        read("utf-16be-mark.csv", &wide(&marked, u16::to_be_bytes), "UTF-16BE"),
        case(
            "utf-16-arabic.csv",
            wide(arabic, u16::to_le_bytes),
            &["';' UTF-16LE: name=الاسم, nationality=الجنسية", "2 بشار الاسد nationality=سوريا: none"],
        ),
        case(
            "lone-surrogate.csv",
            lone,
            &[
                "',' UTF-16LE: name=Name",
                "2 Benazir \u{fffd} Ahmed: NOT SCREENED unreadable",
                "3 Jane Roe: none",
                "note: The text is not quite UTF-16LE: what cannot be read in it is shown as \u{fffd}, and names with it are not screened.",
            ],
        ),
        case(
            "damaged.csv",
            damaged,
            &[
                "';' UTF-8: name=Name, country=Country",
                "2 José Núñez country=España: none",
                "3 Étienne country=x: none",
                "4 Benazir \u{fffd} Ahmed country=BD: NOT SCREENED unreadable",
                "5 Jane Roe country=US: none",
                DAMAGED,
            ],
        ),
        case(
            "latin-1-in-one-cell.csv",
            b"Name;Country\nJos\xe9 Roe;ES\n",
            &[
                "';' windows-1252: name=Name, country=Country",
                "2 José Roe country=ES: none",
                "note: The text is not UTF-8; it is read as windows-1252. If letters look wrong, choose another encoding.",
            ],
        ),
        case("unknown.csv", text, &["no encoding is called `klingon`; give one such as utf-8, windows-1252 or windows-1251; nothing was read"])
            .chosen(Choice { encoding: Some("klingon".into()), ..Choice::default() }),
        case("replacement.csv", text, &["no encoding is called `hz-gb-2312`; give one such as utf-8, windows-1252 or windows-1251; nothing was read"])
            .chosen(Choice { encoding: Some("hz-gb-2312".into()), ..Choice::default() }),
        case("sheet.csv", text, &["sheet.csv is no workbook, so it has no sheets to choose from; nothing was read"])
            .chosen(Choice { sheet: Some("A".into()), ..Choice::default() }),
    ]
    .into_iter()
    .chain(OLD.iter().map(|(file, encoding, text)| {
        // What a person chooses is read without a guess and without a note.
        let bytes = encoded(encoding, text);
        let choice = Choice { encoding: Some((*encoding).to_owned()), ..Choice::default() };
        let expected = super::told(file, text.as_bytes(), &Choice::default());
        let expected: Vec<String> = expected.iter().map(|line| line.replacen("UTF-8", name_of(encoding), 1)).collect();
        Case { file, bytes, choice, expected }
    }))
    .collect()
}

/// The name of an encoding on the web.
fn name_of(label: &str) -> &'static str {
    Encoding::for_label(label.as_bytes()).unwrap().name()
}

#[test]
fn texts_in_all_encodings_are_read_or_say_that_they_are_damaged() {
    check(corpus());
}

#[test]
fn old_encodings_are_guessed_with_a_note_and_no_row_is_lost() {
    let mut wrong = Vec::new();
    for (file, encoding, text) in OLD {
        let bytes = encoded(encoding, text);
        let sheet = Sheet::read(file, &bytes, &Choice::default()).unwrap();
        assert_eq!(sheet.rows.len() + 1, text.lines().count(), "{file}");
        assert!(sheet.notes.iter().any(|note| note.contains("choose another encoding")), "{file}: {:?}", sheet.notes);
        let header = std::iter::once(&sheet.labels);
        let read: Vec<String> =
            header.chain(sheet.rows.iter().map(|line| &line.cells)).map(|cells| cells.join(";")).collect();
        if read != text.lines().collect::<Vec<_>>() {
            wrong.push(encoding);
        }
    }
    assert_eq!(
        wrong,
        ["windows-1257", "windows-1258"],
        "so few of them are like Western names; the note says what to do"
    );
}
