//! Files that were made, or grew, to be a burden or a trap.

use super::{Case, case, check};
use namesieve::sheet::{Choice, Sheet};
use std::time::{Duration, Instant};

/// Files of odd characters.
pub(super) fn corpus() -> Vec<Case> {
    let of = |file, name: &str, row: &str| case(file, format!("Name\n{name}\n"), &["',' UTF-8: name=Name", row]);
    let long = "Benazir ".repeat(625);
    vec![
        of("equals.csv", "=1+1", "2 =1+1: NOT SCREENED no-letters"),
        of("plus.csv", "+Benazir Ahmed", "2 +Benazir Ahmed: AHMED, Benazir"),
        of("minus.csv", "-Benazir Ahmed", "2 -Benazir Ahmed: AHMED, Benazir"),
        of("at.csv", "@Benazir Ahmed", "2 @Benazir Ahmed: AHMED, Benazir"),
        of("tab.csv", "\tBenazir Ahmed", "2 Benazir Ahmed: AHMED, Benazir"),
        of("full-width.csv", "＝Benazir Ahmed", "2 ＝Benazir Ahmed: AHMED, Benazir"),
        of("markup.csv", "<b>Benazir</b> Ahmed", "2 <b>Benazir</b> Ahmed: AHMED, Benazir"),
        of("right-to-left.csv", "\u{202e}Benazir Ahmed\u{202c}", "2 \u{202e}Benazir Ahmed\u{202c}: AHMED, Benazir"),
        of("emoji.csv", "Benazir Ahmed 🚢", "2 Benazir Ahmed 🚢: AHMED, Benazir"),
        of("zero-width.csv", "Bena\u{200b}zir Ahmed", "2 Bena\u{200b}zir Ahmed: AHMED, Benazir"),
        of("nul.csv", "Benazir\0Ahmed of a longer line", "2 Benazir\0Ahmed of a longer line: NOT SCREENED unreadable"),
        of(
            "control.csv",
            "Benazir\u{1}Ahmed of a longer line",
            "2 Benazir\u{1}Ahmed of a longer line: NOT SCREENED unreadable",
        ),
        of("five-thousand.csv", long.trim(), "2 Benazir Benazir Benazir Benazir Benazir : NOT SCREENED too-long"),
        of("mebibyte.csv", &"x".repeat(1 << 20), "2 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: NOT SCREENED long-cell"),
        case(
            "columns.csv",
            format!("Name{}\nJane Roe\n", ",x".repeat(599)),
            &["columns.csv has 600 columns, at most 500 are read; divide it and screen the parts; nothing was read"],
        ),
        case(
            "rows.csv",
            format!("Name\n{}", "Jane Roe\n".repeat(200_001)),
            &["rows.csv has 200001 rows, at most 200000 are read; divide it and screen the parts; nothing was read"],
        ),
        case(
            "many-empty-rows.csv",
            format!("Name,Born\nJane Roe,1970\n{}", ",\n".repeat(1_000_000)),
            &[
                "',' UTF-8: name=Name, birth=Born",
                "2 Jane Roe birth=1970: none",
                "note: More than 200000 empty rows at the end are left out.",
            ],
        ),
        case(
            "a-name-below-many-empty-rows.csv",
            format!("Name\n{}Jane Roe\n", "\n".repeat(1_000_000)),
            &[
                "a-name-below-many-empty-rows.csv has 200013 rows and more, at most 200000 are read; divide it and screen the parts; nothing was read",
            ],
        ),
        case(
            "one-row.csv",
            ",".repeat(4 << 20),
            &[
                "one-row.csv has 4194305 cells in a row, at most 16384 are read; divide it and screen the parts; nothing was read",
            ],
        ),
        case(
            "padding.csv",
            format!("Name{}\n{}", ",x".repeat(499), "Jane Roe\n".repeat(100_000)),
            &[
                "padding.csv has 50000000 cells, at most 16000000 are read; divide it and screen the parts; nothing was read",
            ],
        ),
    ]
}

#[test]
fn odd_characters_and_great_sizes_do_no_harm() {
    check(corpus());
}

#[test]
fn one_row_with_many_cells_does_not_widen_the_results() {
    let text = format!("Name,Born\nJane Roe,1970\nA{}\n", ",x".repeat(10_000));
    let sheet = Sheet::read("a.csv", text.as_bytes(), &Choice::default()).unwrap();
    assert!(sheet.rows[1].fault.is_some());
    assert_eq!(sheet.rows[1].cells.len(), 22);
    assert!(sheet.rows[1].cells[21].len() > 30_000, "nothing of it is lost");
    assert_eq!(sheet.rows[0].cells.len(), 2);
}

#[test]
fn no_size_makes_reading_slow() {
    for (file, bytes) in [
        ("commas.csv", ",".repeat(8 << 20)),
        ("breaks.csv", "\n".repeat(8 << 20)),
        ("quotes.csv", "\"".repeat(8 << 20)),
        ("words.csv", "Name,".repeat(1 << 20)),
        ("letters.txt", "a".repeat(8 << 20)),
    ] {
        let started = Instant::now();
        let _ = Sheet::read(file, bytes.as_bytes(), &Choice::default());
        assert!(started.elapsed() < Duration::from_secs(10), "{file}: {:?}", started.elapsed());
    }
}
