//! Separators, line ends, headers and titles.

use super::{Case, Choice, case, check};

/// Files that are as they should be, in all the ways that they may be.
pub(super) fn corpus() -> Vec<Case> {
    separators().into_iter().chain(lines()).chain(headers()).chain(without_a_header()).chain(columns()).collect()
}

const BORN: &str = "name=Name, birth=Born";

fn table(separator: &str) -> String {
    format!("Name{separator}Born\nBenazir Ahmed{separator}1963\nJane Roe{separator}1970\n")
}

/// What the small table comes to.
fn is_read(file: &'static str, text: impl AsRef<[u8]>, form: &str) -> Case {
    case(
        file,
        text,
        &[&format!("{form}: {BORN}"), "2 Benazir Ahmed birth=1963: AHMED, Benazir", "3 Jane Roe birth=1970: none"],
    )
}

fn separators() -> Vec<Case> {
    vec![
        is_read("comma.csv", table(","), "',' UTF-8"),
        is_read("semicolon.csv", table(";"), "';' UTF-8"),
        is_read("tab.tsv", table("\t"), "'\\t' UTF-8"),
        is_read("bar.txt", table("|"), "'|' UTF-8"),
        is_read("no ending", table("\t"), "'\\t' UTF-8"),
        is_read("named.csv", format!("sep=;\r\n{}", table(";")), "';' UTF-8"),
        is_read("named-and-quoted.csv", format!("\"SEP=|\"\n{}", table("|")), "'|' UTF-8"),
        case(
            "pasted.txt",
            "Benazir Ahmed\t1963\nJane Roe\t1970\n",
            &[
                "'\\t' UTF-8: other=Column 1, other=Column 2",
                "no column is known to hold the names; the columns are `Column 1`, `Column 2`; say which one does",
            ],
        ),
        case(
            "numbered.txt",
            "1. Ahmed, Benazir\n\n2. Roe, Jane\n",
            &[
                "lines UTF-8: name=Column 1",
                "1 Ahmed, Benazir: AHMED, Benazir",
                "2 : NOT SCREENED empty",
                "3 Roe, Jane: none",
                "note: The numbers or signs of the list before the names are not compared.",
            ],
        ),
        case(
            "names.txt",
            "Ahmed, Benazir\nRoe, Jane\n",
            &["lines UTF-8: name=Column 1", "1 Ahmed, Benazir: AHMED, Benazir", "2 Roe, Jane: none"],
        ),
        case(
            "headed.txt",
            "Name\nAhmed, Benazir\nRoe, Jane\n",
            &["lines UTF-8: name=Name", "2 Ahmed, Benazir: AHMED, Benazir", "3 Roe, Jane: none"],
        ),
        case(
            "within.csv",
            "Name;Note\n\"Ahmed; Benazir\";\"a \"\"b\"\" c\nd\"\n",
            &["';' UTF-8: name=Name, other=Note", "2 Ahmed; Benazir: NOT SCREENED several-names"],
        ),
        case(
            "nickname.csv",
            "Name,Note\n\"Benazir \"\"Benji\"\" Ahmed\",x\n5\" gun Ltd,y\n",
            &["',' UTF-8: name=Name, other=Note", "2 Benazir \"Benji\" Ahmed: AHMED, Benazir", "3 5\" gun Ltd: none"],
        ),
    ]
}

fn lines() -> Vec<Case> {
    let with = |end: &str| table(",").replace('\n', end);
    let gaps = |file, text: &str| {
        case(
            file,
            text,
            &[
                &format!("',' UTF-8: {BORN}"),
                "2 Benazir Ahmed birth=1963: AHMED, Benazir",
                "3 : NOT SCREENED empty",
                "4 : NOT SCREENED empty",
                "5 Jane Roe birth=1970: none",
            ],
        )
    };
    vec![
        is_read("crlf.csv", with("\r\n"), "',' UTF-8"),
        is_read("cr.csv", with("\r"), "',' UTF-8"),
        is_read("mixed.csv", "Name,Born\r\nBenazir Ahmed,1963\rJane Roe,1970\n", "',' UTF-8"),
        is_read("no-last-line-end.csv", table(",").trim_end(), "',' UTF-8"),
        is_read("one-blank-at-the-end.csv", format!("{}\n", table(",")), "',' UTF-8"),
        gaps("blank-in-the-middle.csv", "Name,Born\nBenazir Ahmed,1963\n\n\nJane Roe,1970\n"),
        gaps("blank-with-crlf.csv", "Name,Born\r\nBenazir Ahmed,1963\r\n\r\n\r\nJane Roe,1970\r\n"),
        gaps("blank-with-cr.csv", "Name,Born\rBenazir Ahmed,1963\r\r\rJane Roe,1970\r"),
        gaps("blank-with-commas.csv", "Name,Born\nBenazir Ahmed,1963\n,\n  , \nJane Roe,1970\n"),
        case(
            "blank-at-the-beginning.csv",
            format!("\n\n{}", table(",")),
            &[
                &format!("',' UTF-8: {BORN}"),
                "4 Benazir Ahmed birth=1963: AHMED, Benazir",
                "5 Jane Roe birth=1970: none",
            ],
        ),
        case(
            "blank-at-the-end.csv",
            format!("{},\n\n,,\n", table(",")),
            &[
                &format!("',' UTF-8: {BORN}"),
                "2 Benazir Ahmed birth=1963: AHMED, Benazir",
                "3 Jane Roe birth=1970: none",
                "note: 3 empty rows at the end are left out.",
            ],
        ),
        case(
            "lines-mixed.txt",
            "Benazir Ahmed\r\n\r\nJane Roe\rErken Tuniyaz\n",
            &[
                "lines UTF-8: name=Column 1",
                "1 Benazir Ahmed: AHMED, Benazir",
                "2 : NOT SCREENED empty",
                "3 Jane Roe: none",
                "4 Erken Tuniyaz: TUNIYAZ, Erken",
            ],
        ),
    ]
}

fn headers() -> Vec<Case> {
    let of = |file, header: &str, uses: &str| {
        case(file, format!("{header}\n7;Benazir Ahmed;1963;BD\n"), &[&format!("';' UTF-8: {uses}"), HIT])
    };
    const HIT: &str = "2#7 Benazir Ahmed birth=1963 country=BD: AHMED, Benazir";
    let titled = "Suppliers of 2026\nas of 1 January\n\nNo;Name;Born\n1;Benazir Ahmed;1963\n";
    vec![
        of(
            "english.csv",
            "Ref;Full name;Date of birth;Country",
            "reference=Ref, name=Full name, birth=Date of birth, country=Country",
        ),
        of(
            "capitals.csv",
            "REF;fULL_nAME;D.O.B.;COUNTRY",
            "reference=REF, name=fULL_nAME, birth=D.O.B., country=COUNTRY",
        ),
        of(
            "spaces.csv",
            " Ref ;Full\u{a0}name ;\"Date of\nbirth\";  Country  ",
            "reference=Ref, name=Full name, birth=Date of birth, country=Country",
        ),
        of(
            "french.csv",
            "Référence;Raison sociale;Né(e) le;Pays",
            "reference=Référence, name=Raison sociale, birth=Né(e) le, country=Pays",
        ),
        of(
            "french-bare.csv",
            "reference;denomination;annee de naissance;pays",
            "reference=reference, name=denomination, birth=annee de naissance, country=pays",
        ),
        of(
            "spanish.csv",
            "Referencia;Razón social;Año de nacimiento;País",
            "reference=Referencia, name=Razón social, birth=Año de nacimiento, country=País",
        ),
        of(
            "spanish-bare.csv",
            "REFERENCIA;RAZON SOCIAL;ANO DE NACIMIENTO;PAIS",
            "reference=REFERENCIA, name=RAZON SOCIAL, birth=ANO DE NACIMIENTO, country=PAIS",
        ),
        of(
            "arabic.csv",
            "المرجع;الاسم الكامل;تاريخ الميلاد;البلد",
            "reference=المرجع, name=الاسم الكامل, birth=تاريخ الميلاد, country=البلد",
        ),
        of(
            "arabic-marks.csv",
            "\u{200f}المرجع;الاسم الكامل\u{200f};تاريخ الميلاد;الدولة",
            "reference=\u{200f}المرجع, name=الاسم الكامل\u{200f}, birth=تاريخ الميلاد, country=الدولة",
        ),
        of(
            "russian.csv",
            "Ref;ФИО;Дата рождения;Страна",
            "reference=Ref, name=ФИО, birth=Дата рождения, country=Страна",
        ),
        of(
            "decomposed.csv",
            "Re\u{301}fe\u{301}rence;De\u{301}nomination;Ne\u{301} le;Pays",
            "reference=Re\u{301}fe\u{301}rence, name=De\u{301}nomination, birth=Ne\u{301} le, country=Pays",
        ),
        case(
            "titled.csv",
            titled,
            &[
                "';' UTF-8: other=No, name=Name, birth=Born",
                "5 Benazir Ahmed birth=1963: AHMED, Benazir",
                "note: What stands above the header is left out: Suppliers of 2026 / as of 1 January / .",
            ],
        ),
        case(
            "title-like-a-word.csv",
            "Customer\nRef;Name;Country\n1;Benazir Ahmed;BD\n",
            &[
                "';' UTF-8: reference=Ref, name=Name, country=Country",
                "3#1 Benazir Ahmed country=BD: AHMED, Benazir",
                "note: What stands above the header is left out: Customer.",
            ],
        ),
        case(
            "header-only.csv",
            "Name,Born\n",
            &[
                "header-only.csv, row 1: there is no row below the header; if it is a name, say that there is no header; nothing was read",
            ],
        ),
        case("header-only-but-a-name.csv", "Name\n", &["',' UTF-8: name=Column 1", "1 Name: none"])
            .chosen(Choice { header: Some(false), ..Choice::default() }),
        case(
            "one-word.csv",
            "Partner,Segment\nBenazir Ahmed,A\n",
            &[
                "',' UTF-8: name=Partner, other=Segment",
                "2 Benazir Ahmed: AHMED, Benazir",
                "note: Only `Partner` in the first row is a word for a column; if that row is a party, say that there is no header.",
            ],
        ),
        case(
            "header-again.csv",
            "Name,Born\nBenazir Ahmed,1963\nName,Born\nJane Roe,1970\n",
            &[
                &format!("',' UTF-8: {BORN}"),
                "2 Benazir Ahmed birth=1963: AHMED, Benazir",
                "3 Name birth=Born: none",
                "4 Jane Roe birth=1970: none",
            ],
        ),
    ]
}

fn without_a_header() -> Vec<Case> {
    const NO_NAME: &str =
        "no column is known to hold the names; the columns are `Column 1`, `Column 2`; say which one does";
    const NO_NAME_3: &str =
        "no column is known to hold the names; the columns are `Column 1`, `Column 2`, `Column 3`; say which one does";
    const THREE: &str = "',' UTF-8: other=Column 1, other=Column 2, other=Column 3";
    vec![
        case(
            "one-column.csv",
            "Benazir Ahmed\nJane Roe\n",
            &["',' UTF-8: name=Column 1", "1 Benazir Ahmed: AHMED, Benazir", "2 Jane Roe: none"],
        ),
        case("born-max.csv", "Born,Max\nAhmed,Benazir\n", &["',' UTF-8: other=Column 1, other=Column 2", NO_NAME]),
        case(
            "born-max.txt",
            "Born, Max\nAhmed, Benazir\n",
            &["lines UTF-8: name=Column 1", "1 Born, Max: none", "2 Ahmed, Benazir: AHMED, Benazir"],
        ),
        case("passports.csv", "Jane Roe,Passport,X1\nBenazir Ahmed,Passport,B00002095\n", &[THREE, NO_NAME_3]),
        case("client.csv", "Client,Max,1963-10-01\nAhmed,Benazir,1970-01-01\n", &[THREE, NO_NAME_3]),
        case(
            "unknown-words.csv",
            "Wer;Wann\nBenazir Ahmed;1963\n",
            &["';' UTF-8: other=Column 1, other=Column 2", NO_NAME],
        ),
        case(
            "header-chosen.csv",
            "Wer;Wann\nBenazir Ahmed;1963\n",
            &[
                "';' UTF-8: other=Wer, other=Wann",
                "no column is known to hold the names; the columns are `Wer`, `Wann`; say which one does",
            ],
        )
        .chosen(Choice { header: Some(true), ..Choice::default() }),
    ]
}

fn columns() -> Vec<Case> {
    vec![
        case(
            "parts.csv",
            "First name,Middle name,Last name\nBenazir,,Ahmed\nJane,Mary,Roe\n",
            &[
                "',' UTF-8: given=First name, given=Middle name, family=Last name",
                "2 Benazir Ahmed: AHMED, Benazir",
                "3 Jane Mary Roe: none",
            ],
        ),
        case(
            "german.csv",
            "Name;Vorname\nAhmed;Benazir\n",
            &["';' UTF-8: family=Name, given=Vorname", "2 Benazir Ahmed: AHMED, Benazir"],
        ),
        case(
            "whole-and-given.csv",
            "Full name,First name\nBenazir Ahmed,Benazir\nAhmed,Benazir\n",
            &[
                "',' UTF-8: name=Full name, given=First name",
                "2 Benazir Ahmed: AHMED, Benazir",
                "3 Ahmed / Benazir Ahmed: NOT SCREENED too-little",
            ],
        ),
        case(
            "two-family-names.csv",
            "Nombre;Primer apellido;Segundo apellido\nGabriel;García;Márquez\n",
            &[
                "';' UTF-8: given=Nombre, family=Primer apellido, family=Segundo apellido",
                "2 Gabriel García Márquez: none",
            ],
        ),
        case(
            "family-names-alone.csv",
            "Primer apellido;Segundo apellido\nGarcía;Márquez\n",
            &["';' UTF-8: family=Primer apellido, family=Segundo apellido", "2 García Márquez: none"],
        ),
        case("nom.csv", "Nom\nBenazir Ahmed\n", &["',' UTF-8: name=Nom", "2 Benazir Ahmed: AHMED, Benazir"]),
        case(
            "aliases.csv",
            "Name,Alias 1,AKA\nJane Roe,Erken Tuniyaz,\"J. Roe Smith; Jane Doe|Janet Doe\nJ Doe Roe\"\n",
            &[
                "',' UTF-8: name=Name, alias=Alias 1, alias=AKA",
                "2 Jane Roe / Erken Tuniyaz / J. Roe Smith / Jane Doe / Janet Doe / J Doe Roe: TUNIYAZ, Erken",
            ],
        ),
        case(
            "numbers.csv",
            "Name,Passport,National ID,LEI\nJane Roe,B00002095,77,\n",
            &[
                "',' UTF-8: name=Name, identifier=Passport, identifier=National ID, identifier=LEI",
                "2 Jane Roe identifier=B00002095 identifier=77: AHMED, Benazir",
            ],
        ),
        case(
            "twice.csv",
            "Name,Name,Born,Born\nJane Roe,Benazir Ahmed,,1963\nJane Roe,Benazir Ahmed,1963,\n",
            &[
                "',' UTF-8: name=Name, name=Name, birth=Born, birth=Born",
                "2 Jane Roe / Benazir Ahmed birth=1963: AHMED, Benazir",
                "3 Jane Roe / Benazir Ahmed birth=1963 = row 2: AHMED, Benazir",
            ],
        ),
        case(
            "unnamed.csv",
            "Name,,Born\nBenazir Ahmed,x,1963-10-01 00:00:00\n",
            &[
                "',' UTF-8: name=Name, other=Column 2, birth=Born",
                "2 Benazir Ahmed birth=1963-10-01 00:00:00: AHMED, Benazir",
            ],
        ),
        case(
            "errors.csv",
            "Name,Country\n#N/A,BD\n#REF!,\nJane Roe,#N/A\n",
            &[
                "',' UTF-8: name=Name, country=Country",
                "2 #N/A country=BD: NOT SCREENED unreadable",
                "3 #REF!: NOT SCREENED unreadable",
                "4 Jane Roe country=#N/A: none",
            ],
        ),
    ]
}

#[test]
fn tables_in_all_layouts_are_read_with_every_row() {
    check(corpus());
}
