//! Documents that other programs made, read as their readers see them; and files that nobody should open.

use namesieve::document::{self, Document, MOST_BYTES, UnreadCode};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents").join(name)).unwrap()
}

fn read(name: &str) -> Document {
    document::read(name, &bytes(name)).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal(name: &str, bytes: &[u8]) -> String {
    match document::read(name, bytes) {
        Ok(document) => panic!("{name} is read: {:.200?}", document.text),
        Err(refusal) => refusal.to_string(),
    }
}

/// Each of these stands in the text, in this order.
fn in_order(document: &Document, parts: &[&str]) {
    let mut rest = document.text.as_str();
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is not in, or not in order:\n{}", document.text));
        rest = &rest[at + part.len()..];
    }
}

fn unread(document: &Document) -> Vec<(UnreadCode, Option<&str>)> {
    document.unread.iter().map(|unread| (unread.code, unread.value.as_deref())).collect()
}

#[test]
fn a_word_document_is_read_with_header_table_and_comment() {
    let memo = read("memo.docx");
    let parts = [
        "Internal memo for Ruth Example\n",
        "Memo about a counterparty\n",
        "The board met Benazir Ahmed in Dhaka.\n",
        "بنظير أحمد هو المدير.\n",
        "Директор Эркен Тунияз подписал договор.\n",
        "主席艾尔肯·吐尼亚孜出席会议。\n",
        "The contract was signed by Put In\n",
        "No\tGiven name\tFamily name\n1\tShohrat\tZakir\n",
        "Page footer of the memo\n",
        "Ask Compliance Officer\n",
    ];
    in_order(&memo, &parts);
    assert!(!memo.text.contains("Struck"), "{}", memo.text);
    assert_eq!(unread(&memo), []);
}

#[test]
fn pictures_of_a_word_document_are_told() {
    let document = read("picture.docx");
    assert_eq!(document.text, "See the scan below.\n");
    assert_eq!(unread(&document), [(UnreadCode::Pictures, Some("1"))]);
}

#[test]
fn columns_are_read_one_after_the_other_and_names_go_over_line_ends() {
    let columns = read("columns.pdf");
    let parts = [
        "Report of the day\n",
        "whose full name was given as Benazir Ahmed, had signed three of the orders.",
        "Chowdhury Abdullah Al-Mamun, was present",
        "1\tShohrat Zakir 1953\n",
        "2\tWen Hu\t1961\n",
        "SenseTime Group Limited",
        "Erken Tuniyaz was named",
    ];
    in_order(&columns, &parts);
    assert_eq!(unread(&columns), []);
}

#[test]
fn pages_without_text_are_told_and_the_others_are_read() {
    let scanned = read("scanned.pdf");
    in_order(
        &scanned,
        &[
            "the account of Benazir Ahmed was closed, and that the investigation goes on.\n",
            "The last page has text again.",
        ],
    );
    assert_eq!(unread(&scanned), [(UnreadCode::PagesWithoutText, Some("2"))]);
}

#[test]
fn arabic_is_read_from_the_right_and_ligatures_are_letters() {
    let release = read("release.pdf");
    let parts = [
        "Press release\n",
        "the official file on Benazir Ahmed was affirmed in the final office.\n",
        "أعلنت الوزارة أن المدير بنظير أحمد (المولود عام 1963) قد أدرج في القائمة، وقال Erken Tuniyaz إن القرار لا يشمل شركته.",
        "Министерство сообщило, что председатель Эркен Тунияз внесён в список.\n",
        "1 Shohrat Zakir China",
    ];
    in_order(&release, &parts);
    assert_eq!(unread(&release), []);
}

#[test]
fn chinese_is_read_where_the_file_says_what_its_letters_are_and_told_where_not() {
    in_order(&read("chinese.pdf"), &["中国官员艾尔肯·吐尼亚孜", "出席会议。"]);
    let unmapped = read("unmapped.pdf");
    in_order(&unmapped, &["in Latin letters"]);
    assert_eq!(unread(&unmapped), [(UnreadCode::Letters, Some("1"))]);
}

#[test]
fn a_locked_pdf_is_refused_and_one_that_may_only_not_be_changed_is_read() {
    assert_eq!(
        refusal("locked.pdf", &bytes("locked.pdf")),
        "locked.pdf: it is protected with a password; save it without one, or print it as a PDF; nothing was read"
    );
    in_order(&read("owner.pdf"), &["Benazir Ahmed may be printed"]);
}

#[test]
fn a_message_is_read_with_what_is_attached_to_it() {
    let message = read("message.eml");
    let parts = [
        "Documents from Núñez\n",
        "From: Иван Пример <ivan@example.org>\n",
        "Ahmed, Benazir <b@example.org>",
        "Please look at Erken Tuniyaz.\n",
        "scanned.pdf\n",
        "the account of Benazir Ahmed was closed",
    ];
    in_order(&message, &parts);
    let told = [(UnreadCode::PagesWithoutText, Some("2")), (UnreadCode::Attachment, Some("photo.png"))];
    assert_eq!(unread(&message), told);
}

#[test]
fn a_web_page_is_read_in_the_encoding_that_it_declares() {
    let page = read("page.htm");
    in_order(
        &page,
        &["Новости\n", "Председатель Эркен Тунияз — в списке.\n", "Benazir Ahmed was named.\n", "1\tShohrat Zakir"],
    );
    assert!(!page.text.contains("Hidden"), "{}", page.text);
    assert_eq!((unread(&page), &page.guessed), (vec![], &None));
}

#[test]
fn plain_text_says_which_encoding_was_guessed() {
    let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode("Председатель Эркен Тунияз\r\nподписал договор.\r\n");
    let text = document::read("note.txt", &cyrillic).unwrap();
    assert_eq!(text.text, "Председатель Эркен Тунияз\nподписал договор.\n");
    assert_eq!(text.guessed.as_deref(), Some("windows-1251"));
    let broken = document::read("note.txt", "Эркен \u{fffd} Тунияз".as_bytes()).unwrap();
    assert_eq!(unread(&broken), [(UnreadCode::Letters, None)]);
    assert_eq!(refusal("note.txt", b" \n \n"), "note.txt is empty; nothing was read");
}

#[test]
fn whatever_is_cut_off_or_damaged_ends_with_its_sentence_or_its_text() {
    for name in ["memo.docx", "columns.pdf", "release.pdf", "chinese.pdf", "scanned.pdf", "message.eml", "page.htm"] {
        let whole = bytes(name);
        let holds = |bytes: &[u8]| match document::read(name, bytes) {
            Ok(document) => {
                assert!(!document.text.trim().is_empty() || !document.unread.is_empty(), "{name} is read as nothing")
            }
            Err(refusal) => assert!(refusal.to_string().ends_with("; nothing was read"), "{refusal}"),
        };
        (0..whole.len()).step_by(1 + whole.len() / 60).for_each(|length| holds(&whole[..length]));
        for at in (0..whole.len()).step_by(1 + whole.len() / 150) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x55;
            holds(&damaged);
        }
    }
}

#[test]
fn burdens_end_soon() {
    let word = "a".repeat(10 << 20);
    assert_eq!(document::read("word.txt", word.as_bytes()).unwrap().text.len(), word.len());
    let long = "Ali ".repeat(5 << 20);
    assert!(refusal("long.txt", long.as_bytes()).contains("bytes of text, at most 16777216 are read; divide it"));
    let deep = format!("<html>{}Ali", "<div>".repeat(100_000));
    assert_eq!(document::read("deep.html", deep.as_bytes()).unwrap().text, "Ali");
    assert!(refusal("large.txt", &vec![b'a'; MOST_BYTES + 1]).contains("at most 67108864 are read"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b' '; 300 << 20]).unwrap();
    assert!(
        refusal("bomb.docx", &zip.finish().unwrap().into_inner()).contains("unpacks to more than a document holds")
    );
}

/// A PDF of these objects, the first of which is its root, with a table of where they are.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let (mut pdf, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (at, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{} 0 obj{object}endobj\n", at + 1);
    }
    let count = objects.len() + 1;
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{places}trailer<</Root 1 0 R/Size {count}>>\n");
    format!("{pdf}{table}startxref\n{}\n%%EOF\n", pdf.len()).into_bytes()
}

/// The objects of a PDF of two pages, of which the first names Benazir Ahmed.
fn objects<'a>(count: &'a str, second: &'a str, packed: &'a str) -> [&'a str; 7] {
    [
        "<</Type/Catalog/Pages 2 0 R>>",
        count,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 5 0 R>>>>/Contents 6 0 R>>",
        second,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Length 44>>stream\nBT /F 12 Tf 10 100 Td (Benazir Ahmed) Tj ET  \nendstream ",
        packed,
    ]
}

#[test]
fn what_is_missing_in_a_pdf_is_told() {
    let count = "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>";
    let blank = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>";
    let drawn = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 7 0 R>>";
    let unknown = "<</Length 5/Filter/FlatDecode>>stream\nxxxxx\nendstream ";
    let lost = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents[9 0 R]>>";
    let faceless = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 9 0 R>>>>>>";
    let packed = "<</Length 5/Filter/FlateDecode>>stream\nxxxxx\nendstream ";
    let one = vec![(UnreadCode::Damaged, Some("2"))];
    let whole = vec![(UnreadCode::Damaged, None)];
    for (objects, told) in [
        (objects(count, blank, packed), vec![]),
        (objects(count, drawn, packed), one.clone()),
        (objects(count, drawn, unknown), one.clone()),
        (objects(count, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", packed), one.clone()),
        (objects(count, lost, packed), one.clone()),
        (objects(count, faceless, packed), one),
        (objects("<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>", blank, packed), whole.clone()),
        (objects("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 3>>", blank, packed), whole),
    ] {
        let document = document::read("f", &pdf(&objects)).unwrap();
        assert_eq!((document.text.as_str(), unread(&document)), ("Benazir Ahmed\n", told), "{objects:?}");
    }
}

/// Whether a document says that it is damaged.
fn is_damaged(document: &Document) -> bool {
    document.unread.iter().any(|unread| unread.code == UnreadCode::Damaged)
}

#[test]
fn documents_that_are_whole_are_not_called_damaged() {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in names.filter(|name| name != "locked.pdf") {
        assert!(!is_damaged(&read(&name)), "{name}");
    }
    // Other bytes before the file and behind it, and changes that were added at the end, are no damage.
    let whole = bytes("chinese.pdf");
    let place = |bytes: &[u8]| bytes.windows(5).rposition(|window| window == b"xref\n").unwrap();
    let added = format!("\nxref\n0 0\ntrailer<</Size 1/Root 1 0 R/Prev {}>>\n", place(&whole));
    let added = format!("{added}startxref\n{}\n%%EOF\n", whole.len() + 1);
    for (before, behind) in [("\r\n", ""), ("", "\r\n\0\0"), ("", &added)] {
        let bytes = [before.as_bytes(), &whole, behind.as_bytes()].concat();
        let document = document::read("f", &bytes).unwrap();
        assert_eq!(
            (&document.text, is_damaged(&document)),
            (&read("chinese.pdf").text, false),
            "{before:?} {behind:?}"
        );
    }
}

#[test]
fn a_pdf_that_is_cut_off_is_refused_or_tells_that_it_is_damaged() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>";
    // Without its second page it would read like a document of one page.
    let two = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
        page,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Length 44>>stream\nBT /F 12 Tf 10 100 Td (Benazir Ahmed) Tj ET  \nendstream ",
        page,
    ]);
    let [columns, release, chinese] = ["columns.pdf", "release.pdf", "chinese.pdf"].map(|name| (name, bytes(name)));
    for (name, whole) in [columns, release, chinese, ("two.pdf", two)] {
        let text = document::read(name, &whole).unwrap().text;
        for length in (0..whole.len()).step_by(whole.len() / 60).chain(whole.len() - 40..whole.len()) {
            if let Ok(document) = document::read(name, &whole[..length]) {
                let is_same = whole.len() - length < 1024 && document.text == text;
                assert!(is_damaged(&document) || is_same, "{name} cut off at {length}: {}", document.text);
            }
        }
    }
}

#[test]
fn a_byte_changed_in_the_packed_text_of_a_pdf_is_told() {
    for name in ["columns.pdf", "release.pdf", "chinese.pdf"] {
        let (whole, text) = (bytes(name), read(name).text);
        let marks = |mark: &'static [u8]| whole.windows(mark.len()).enumerate().filter(move |(_, at)| *at == mark);
        let begins = marks(b">>stream").chain(marks(b">>\nstream")).map(|(at, _)| at + 10);
        let ranges: Vec<_> = begins
            .map(|from| from..from + whole[from..].windows(9).position(|at| at == b"endstream").unwrap())
            .collect();
        assert!(!ranges.is_empty(), "{name}");
        for at in ranges.into_iter().flat_map(|range| range.clone().step_by(1 + range.len() / 40)) {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            if let Ok(document) = document::read(name, &changed) {
                assert!(is_damaged(&document) || document.text == text, "{name} at {at}: {}", document.text);
            }
        }
    }
}

#[test]
fn a_message_that_is_cut_off_tells_that_it_is_damaged() {
    let (whole, text) = (bytes("message.eml"), read("message.eml").text);
    // Before that it may be a text with some headers in it, as far as anybody can tell.
    let head = whole.windows(9).position(|window| window == b"boundary=").unwrap();
    for length in (head..whole.len()).step_by(20).chain(whole.len() - 60..whole.len()) {
        let document = document::read("message.eml", &whole[..length]).unwrap();
        assert!(is_damaged(&document) || document.text == text, "cut off at {length}: {}", document.text);
    }
    let message = |packed: &str| {
        let head = "From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n";
        document::read("f", format!("{head}Content-Transfer-Encoding: base64\n\n{packed}\n").as_bytes()).unwrap()
    };
    let packed = [("QmVuYXppciBBaG1lZA==", false), ("QmVuYXppciBBaG1l", false), ("QmVuYXppciBBaG1lZA", true)];
    for (packed, damaged) in packed {
        assert_eq!(is_damaged(&message(packed)), damaged, "{packed}");
    }
}

#[test]
fn a_word_document_with_a_byte_changed_is_refused_tells_it_or_is_the_same() {
    for name in ["memo.docx", "picture.docx"] {
        let (whole, same) = (bytes(name), read(name));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x01;
            if let Ok(document) = document::read(name, &changed) {
                assert!(is_damaged(&document) || document.text == same.text, "{name} at {at}: {}", document.text);
            }
        }
    }
}

#[test]
fn a_pdf_that_refers_to_itself_ends() {
    let looped = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>endobj\n\
        4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj\n\
        5 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
    let nested = format!("%PDF-1.4\n1 0 obj{}endobj\ntrailer<</Root 1 0 R>>\n", "[".repeat(200_000));
    for pdf in [looped, &nested] {
        assert!(document::read("loop.pdf", pdf.as_bytes()).is_err());
    }
}
