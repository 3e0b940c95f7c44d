//! Files of the UK that are built otherwise than they should be: columns, cuts, entries without what makes them one.

use super::*;

#[test]
fn columns_are_found_by_their_names() {
    let text = "\u{feff}\"Report Date: 01-Jan-2026\",,\nNAME TYPE,New column,Unique ID,Name 6,Name 1,Name 2,\
        Name 3,Name 4,Name 5,Designation Type,Sanctions Imposed\nPrimary Name,n,A1,\"X, Y\",,,,,,Entity,Asset freeze\n\
        Alias,n,A1,Z,,,,,,Entity,Asset freeze\n";
    let parsed = list(text).unwrap();
    assert_eq!(parsed.publication.issued.unwrap().to_string(), "2026-01-01");
    assert_eq!(names(&parsed.designations[0]), [("X, Y", NameKind::Primary, STRONG), ("Z", NameKind::Alias, STRONG)]);
    assert_eq!(fact(&parsed.designations[0], "New column"), ["n"]);
    let said: Vec<&str> = parsed.warnings.iter().map(|warning| warning.what.as_str()).collect();
    assert!(
        said[0].starts_with("columns are missing that the list has: `last updated`, `ofsi group id`, "),
        "{said:?}"
    );
    assert!(said[0].contains("`alias strength`") && said[0].contains("`d.o.b`"), "{said:?}");
    assert_eq!(said[1], "columns are new to Namesieve: `New column`; they are kept among the facts");
    assert_eq!(said.len(), 2);
    // Without a part of the names nothing is read.
    for column in ["Name 1", "Name 6", "Name type"] {
        let renamed = REBUILT_LINES.replacen(&format!(",{column},"), ",Surname / entity name,", 1);
        let said = refusal(&renamed);
        let lacks = format!("no column is called `{}`, and without it names are lost", column.to_lowercase());
        assert!(said.contains(&lacks), "{said}");
    }
    let renamed = list(&REBUILT_LINES.replacen(",Alias strength,", ",Strength of alias,", 1)).unwrap();
    assert!(renamed.warnings[0].what.contains("columns are missing that the list has: `alias strength`"));
}

#[test]
fn broken_files_are_refused_with_a_sentence() {
    for text in [REBUILT, TRIMMED] {
        for share in [5, 10, 50, 90, 99] {
            let mut at = text.len() * share / 100;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            let said = refusal(&text[..at]);
            assert!(said.contains("cut off; fetch it again"), "{share} %: {said}");
        }
    }
    // In the middle of a line; a cut between two lines cannot be seen, as the form has no count.
    let first = LINES.find("Stream Ship").unwrap();
    let said = refusal(&LINES[..first]);
    assert!(said.contains("list ends in the middle (line 3 has 50 cells of 58)"), "{said}");
    let said = refusal(
        "Report Date: 08-Oct-2026\nUnique ID,Name type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6\nA1,,,,,,,X\nA2\nA3,,,,,,,Y\n",
    );
    assert!(said.contains("cannot be read as CSV at line 4: 1 cells for 8 columns"), "{said}");
    let said = refusal("Report Date: 08-Oct-2026\nOne,Two\n1,2\n");
    assert!(said.contains("cannot be read as CSV at line 2: columns without a `Unique ID`"), "{said}");
    for empty in [
        "<Designations/>",
        "Report Date: 08-Oct-2026\nUnique ID,Name type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6\n",
        "Report Date: 08-Oct-2026\n",
    ] {
        let said = refusal(empty);
        assert!(said.contains("has the form of the UK Sanctions List but holds no record"), "{said}");
    }
    let said = refusal("<html><title>Not found</title></html>");
    assert!(said.contains("is a web page and not a list (`Not found`)"), "{said}");
    let entry = "<Designation><UniqueID>A1</UniqueID><Names><Name><Name6>X</Name6></Name></Names></Designation>";
    let said = refusal(&format!("<Designations>{entry}{entry}</Designations>"));
    assert!(said.contains("record A1: its Unique ID stands in the list twice"), "{said}");
    let said = refusal(&format!("<Designations>{}</Designations>", entry.replace("<Name6>X</Name6>", "")));
    assert!(said.contains("record A1: it has no name"), "{said}");
    let said = refusal(&format!("<Designations>{}</Designations>", entry.replace("<UniqueID>A1</UniqueID>", "")));
    assert!(said.contains("record 1: it has no Unique ID"), "{said}");
    let said =
        refusal("Report Date: 08-Oct-2026\nUnique ID,Name type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6\n,,,,,,,X\n");
    assert!(said.contains("line 3: it has no Unique ID"), "{said}");
    let said = refusal(&format!("<Designations><Designation>{}", "<a>".repeat(10_000)));
    assert!(said.contains("nested more than"), "{said}");
}
