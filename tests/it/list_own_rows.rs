//! Lists of one's own whose rows, names or columns could be lost without a word.

use namesieve::designation::{NameKind, NameQuality, SubjectKind};
use namesieve::list::{Input, Parsed, Refusal, read};

fn named(file: &str, bytes: &[u8]) -> Result<Parsed, Refusal> {
    Ok(read(vec![Input::new(file, bytes)])?.remove(0).lists.remove(0))
}

fn list(text: &str) -> Parsed {
    named("own.csv", text.as_bytes()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn refused(text: &str) -> String {
    match named("own.csv", text.as_bytes()) {
        Ok(list) => panic!("read all the same: {:?}", (names(&list), said(&list))),
        Err(refusal) => refusal.to_string(),
    }
}

/// The names of each row.
fn names(list: &Parsed) -> Vec<Vec<&str>> {
    list.designations.iter().map(|one| one.names.iter().map(|name| name.name.as_str()).collect()).collect()
}

fn said(list: &Parsed) -> Vec<&str> {
    list.warnings.iter().map(|warning| warning.what.as_str()).collect()
}

#[test]
fn a_stray_quotation_mark_swallows_no_rows() {
    for (text, row) in [
        (
            "name,note\nAlpha Trading Ventures,\"x\nBeta Shipping Partners,y\nGamma Holding Zurich,\"z\nOmega Kredit,ok\n",
            2,
        ),
        ("sep=,\nname,note\nA,\nAlpha,\"x\nBeta,y\nGamma,\"z\nOmega,ok\n", 3),
        ("name,note\nAlpha,\"x\nBeta Shipping Partners,6\"\nGamma,z\n", 2),
        ("name,note\n\"Alpha,x\nBeta,y\nGamma\" Holding,z\n", 2),
        ("name,note,id\n\"Alpha,x,1\nBeta\",y,2\nGamma,z,3\n", 2),
    ] {
        let refusal = refused(text);
        assert!(refusal.starts_with(&format!("own.csv, row {row}: ")), "{refusal}");
        assert!(refusal.contains("quotation mark"), "{refusal}");
        assert!(refusal.ends_with("correct it there and choose the file again"), "{refusal}");
    }
    assert_eq!(
        refused("name,note\nAlpha,\"x\nBeta Shipping Partners,6\"\nGamma,z\n"),
        "own.csv, row 2: its cell `note` goes on over several lines, of which `Beta Shipping Partners,6` reads like a row of \
         its own: a quotation mark may be out of place; if the text is right, write it on one line; correct it there and choose \
         the file again"
    );
    assert!(refused("id,name\n\"1\n2\",A\n").contains("its id goes on over several lines, in the column `id`"));
    assert_eq!(
        refused("id,name\n1,A B\n2,\"C D\n"),
        "own.csv, row 3: a quotation mark opens in it that never closes; correct it there and choose the file again"
    );
    // Marks and breaks that are right stay right.
    let found = list("name,note,more\n\"A \"\"B\"\" C\",\"one,\ntwo\",\n5\" gun,,\n\"D\" E,x,\n");
    assert_eq!(names(&found), [["A \"B\" C"], ["5\" gun"], ["D E"]]);
    assert_eq!(said(&found), Vec::<&str>::new());
    let found = list("name,note,more\nA,\"one\ntwo, three\",\nB,,\n");
    assert_eq!(
        said(&found),
        [
            "1 cell goes on over several lines with separators in them (`note` in row 2); it is read as one cell each; if rows are \
             missing, a quotation mark is out of place"
        ]
    );
}

#[test]
fn a_line_break_divides_names_and_is_said() {
    let found = list("name\n\"Alpha\nBeta\"\nGamma\n");
    assert_eq!(names(&found), [vec!["Alpha", "Beta"], vec!["Gamma"]]);
    assert!(said(&found)[0].starts_with("1 name has a line break in it (`Alpha Beta` in row 2)"), "{:?}", said(&found));
    let found = list(
        "name,aliases\nX,\"A\nB\r\nC\"\nY,\"D, E, F\"\nZ,Gamma / Delta\nW,\"Maersk A/S; \"\"Muster, Erna, Dr\"\"\"\n",
    );
    assert_eq!(
        names(&found),
        [
            vec!["X", "A", "B", "C"],
            vec!["Y", "D, E, F"],
            vec!["Z", "Gamma / Delta"],
            vec!["W", "Maersk A/S", "Muster, Erna, Dr"]
        ]
    );
    assert_eq!(
        said(&found),
        [
            "2 cells with aliases have commas or strokes in them, for example `D, E, F` in row 3; they are taken for one name; if it \
             is several, divide them by semicolons"
        ]
    );
}

#[test]
fn family_and_given_names_in_columns_of_their_own_are_one_name() {
    for text in [
        "Name;Vorname\nKowalczyk;Bartholomäus\n",
        "Surname,Name\nKowalczyk,Bartholomäus\n",
        "First Name,Last Name\nBartholomäus,Kowalczyk\n",
        "Nom;Prénom\nKowalczyk;Bartholomäus\n",
        "Apellidos\tNombre\nKowalczyk\tBartholomäus\n",
    ] {
        let found = list(text);
        assert_eq!(names(&found), [["Kowalczyk, Bartholomäus"]], "{text}");
        assert_eq!(found.designations[0].kind, SubjectKind::Individual, "{text}");
        assert_eq!(said(&found), Vec::<&str>::new(), "{text}");
    }
    let found = list("name,first name,middle name,surname\nAcme Ltd,,,\nB. Kowalczyk,Bart,Jan,Kowalczyk\n,Bart,,\n");
    assert_eq!(names(&found), [vec!["Acme Ltd"], vec!["B. Kowalczyk", "Kowalczyk, Bart Jan"], vec!["Bart"]]);
    assert_eq!(found.designations[0].kind, SubjectKind::Entity);
    // The whole name beside a part of it.
    let found = list("name,surname\nBart Kowalczyk,KOWALCZYK\nBart,\n,Muster\n");
    assert_eq!(names(&found), [["Bart Kowalczyk"], ["Bart"], ["Muster"]]);
}

#[test]
fn several_columns_of_names_are_names() {
    let found = list(
        "name,full name,alias 1,Alias_2,AKA #3,Alias Names,strong alias,weak alias,Former name\nA,B,C,D,E,F;G,H,I,J\n,K,,,,,,,\n",
    );
    assert_eq!(names(&found), [vec!["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"], vec!["K"]]);
    let one = &found.designations[0];
    assert_eq!((one.names[8].quality, one.names[9].kind), (NameQuality::Weak, NameKind::Former));
    assert_eq!(said(&found), Vec::<&str>::new());
    assert_eq!(names(&list("name,name\nA B,C D\n")), [["A B", "C D"]]);
    assert_eq!(names(&list("name,اسم\nA B,C D\n")), [["A B", "C D"]]);
    let found = list("name,Father's name,Account manager,名称\nA,B,C,D\n");
    assert_eq!(
        said(&found),
        [
            "columns seem to hold names that are not compared: `Father's name`, `名称`; they are kept as notes; call one `alias` to \
             have its names compared"
        ]
    );
}

#[test]
fn a_table_without_a_name_column_is_told_what_it_lacks() {
    let lacks = |text: &str| refused(text).split(". It reads").next().unwrap_or_default().to_owned();
    assert_eq!(
        lacks("title,dob\nA B,1970\n"),
        "own.csv is no list that Namesieve reads: no column is called `name`; its columns are `title`, `dob`"
    );
    assert_eq!(
        lacks("My watchlist 2026,\nName,DOB\nA,1970\n"),
        "own.csv is no list that Namesieve reads: its header with the names of the columns stands in row 2; delete the rows above \
         it and choose the file again"
    );
    assert_eq!(
        lacks("Nothing here\nat all\n"),
        "own.csv is no list that Namesieve reads: it starts with `Nothing here`"
    );
    for text in [
        "Name|DOB\nA B|1970\n",
        "\"sep=;\"\nname;dob\nA B;1970\n",
        "sep=;\rname;dob\rA B;1970\r",
        "Nombre completo\nA B\n",
    ] {
        assert_eq!(names(&list(text)), [["A B"]], "{text}");
    }
    assert_eq!(
        refused("name,dob\n"),
        "own.csv, row 2: below the header there is no row with a name; correct it there and choose the file again"
    );
}

#[test]
fn files_named_in_any_script_have_ids_of_their_own() {
    let id = |file: &str| named(file, b"name\nA\n").unwrap().publication.list;
    assert_eq!(id("Meine Liste (neu).csv"), "own-meine-liste-neu");
    assert!(
        id("список.csv").starts_with("own-list-") && id("Müller.csv").starts_with("own-m-ller-"),
        "{}",
        id("Müller.csv")
    );
    assert_ne!(id("список.csv"), id("名单.csv"));
    assert_eq!(id("список.csv"), id("список.csv"));
}
