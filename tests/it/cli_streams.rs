//! Rows of any number on standard input.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What a stream gives for what `write` puts on its standard input.
fn stream(arguments: &[&str], write: impl FnOnce(&mut dyn Write) + Send + 'static) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_namesieve"));
    let command =
        command.arg("screen").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || write(&mut input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn csv(arguments: &[&str], text: &'static str) -> Output {
    stream(&[&["--stream=csv"], arguments].concat(), move |input| drop(input.write_all(text.as_bytes())))
}

/// The records that a stream gives, each with its cells.
fn records(output: &Output) -> Vec<Vec<String>> {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(output.stdout.as_slice());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_goes_out_as_it_came_in_with_what_came_of_each_row() {
    let output = stream(&["--stream=csv"], |input| {
        input.write_all("\u{feff}Ref;Nom;Date de naissance\r\n".as_bytes()).unwrap();
        for at in 0..2000 {
            match at % 4 {
                0 => write!(input, "{at};Benazir Ahmad;1963\r\n"),
                1 => write!(input, "{at};\"Roe; Jane\r\nMary\";\r\n"),
                2 => write!(input, "{at};=Jane;1970;more\r\n"),
                _ => write!(input, "{at}\r\n"),
            }
            .unwrap();
        }
    });
    let records = records(&output);
    assert_eq!(records.len(), 2001);
    assert_eq!(records[0][..4], ["Ref", "Nom", "Date de naissance", "Namesieve: row"]);
    for (at, record) in records[1..].iter().enumerate() {
        assert_eq!((&record[0], &record[3]), (&at.to_string(), &(at + 2).to_string()), "{record:?}");
        let expected = match at % 4 {
            0 => ("Benazir Ahmad", "POTENTIAL MATCH", 18),
            1 => ("Roe; Jane\r\nMary", "NOT SCREENED", 18),
            2 => ("'=Jane", "NOT SCREENED", 19),
            _ => ("", "NOT SCREENED", 18),
        };
        assert_eq!((record[1].as_str(), record[4].as_str(), record.len()), expected, "{record:?}");
    }
    assert_eq!(records[3].last().unwrap(), "more", "what is too much stands at the end");
}

#[test]
fn parts_of_a_table_are_piped_through_without_a_header() {
    let whole = csv(&["--map", "name=#2,dob=#3", "--no-header"], "1,Erken Tuniyaz,1965\n2,Jane Roe,1970\n");
    let records = records(&whole);
    assert_eq!(records.len(), 2);
    assert_eq!((records[0][1].as_str(), records[0][4].as_str()), ("Erken Tuniyaz", "POTENTIAL MATCH"));
    assert_eq!((records[1][3].as_str(), records[1][4].as_str()), ("2", "NO POTENTIAL MATCH ON THESE LISTS"));
    let names = csv(&[], "Erken Tuniyaz\nJane \"Roe\n");
    let records = self::records(&names);
    assert_eq!(records.last().unwrap()[0], "Jane \"Roe");
}

#[test]
fn every_row_comes_out_as_from_a_file() {
    let place = crate::place::Place::new("streams-files");
    let long = "Jane Roe,Lyon\n".repeat(6000);
    let prose = "\"12 Main Street\nLyon\nFrance\"";
    let files = [
        "\n\nname,country\nBenazir Ahmad,BD\nErken Tuniyaz,CN\nJohn Q Smithers,US\n".to_owned(),
        "Report\n\nname,country\nBenazir Ahmad,BD\n\nErken Tuniyaz,CN".to_owned(),
        "Customers of 2026\n\n\n\nname,country\nBenazir Ahmad,BD\n,\n\nJane Roe,CN\n\n\n".to_owned(),
        "sep=;\r\nname;country\r\nBenazir Ahmad;BD\r\nJane Roe;FR\r\n".to_owned(),
        "name|country\rBenazir Ahmad|BD\r\rJane Roe|FR".to_owned(),
        "name,country\nJohn Q Smithers,\"US\nBenazir Ahmad,BD\nErken Tuniyaz,CN\"\nJane Doe Brown,US\n".to_owned(),
        "name,born\nBenazir Ahmad,10/01/1963\nBenazir Ahmed,01/10/1963\nJane Roe,14/03/1982\n".to_owned(),
        format!("name,city\n{long}Erken Tuniyaz,Urumqi\n\n{long}"),
        format!("name,address\n{}Erken Tuniyaz,{prose}\n", format!("Jane Roe,{prose}\n").repeat(3000)),
    ];
    for (at, text) in files.into_iter().enumerate() {
        let [file, out] = [place.file(&format!("{at}.csv"), &text), place.at(&format!("{at}-out.csv"))];
        let status =
            Command::new(env!("CARGO_BIN_EXE_namesieve")).args(["screen", "--names", &file, "--out", &out]).output();
        assert!(status.unwrap().status.success(), "{at}");
        let written = std::fs::read(&out).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&written[3..]);
        let column = |record: &[String], name: usize| record[name].clone();
        let of_file: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        let streamed = records(&stream(&["--stream=csv"], move |input| drop(input.write_all(text.as_bytes()))));
        assert_eq!(streamed.len(), of_file.len(), "{at}");
        // The cells of the file, its row, the result and the reason; and what the facts say.
        let facts = |records: &[Vec<String>]| -> Vec<String> {
            let at = records[0].iter().position(|name| name == "Namesieve: facts").unwrap();
            records.iter().map(|record| record[at].clone()).collect()
        };
        assert_eq!(facts(&streamed), facts(&of_file), "{at}");
        for (one, other) in streamed.iter().zip(&of_file) {
            assert_eq!((0..5).map(|name| column(one, name)).collect::<Vec<_>>(), other[..5], "{at}");
        }
    }
}

#[test]
fn what_cannot_be_read_ends_with_a_sentence() {
    let fault = |arguments: &[&str], text: &'static str| {
        let output = csv(arguments, text);
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(fault(&[], "Wer,Wo\nJane Roe,Lyon\n").contains("with --map name=COLUMN"));
    assert!(fault(&["--map", "name=Who"], "Wer,Wo\nJane Roe,Lyon\n").contains("there is no column `Who`"));
    // Two million bytes in one cell that is never closed: the rows before it are there, and no memory is filled.
    let open = stream(&["--stream=csv"], |input| {
        let _ = input.write_all(b"name,city\n");
        (0..5000).for_each(|_| drop(input.write_all(b"Benazir Ahmad,Dhaka\n")));
        let _ = input.write_all(b"\"Jane Roe,Lyon\n");
        (0..200_000).for_each(|_| drop(input.write_all(b"Jane Roe,Lyon\n")));
    });
    assert_eq!(open.status.code(), Some(1));
    let said = String::from_utf8(open.stderr).unwrap();
    assert!(said.contains("behind row 5001 a quotation mark opens that never closes"), "{said}");
    let records = csv::ReaderBuilder::new().flexible(true).from_reader(open.stdout.as_slice()).into_records().count();
    assert_eq!(records, 5000, "what stands before it is written");
    let stray = stream(&["--stream=csv"], |input| {
        let _ = input.write_all(
            format!("name,city\n{}A,\"x\nErken Tuniyaz,y\nC,\"z\n", "Jane Roe,Lyon\n".repeat(9000)).as_bytes(),
        );
    });
    assert!(
        String::from_utf8(stray.stderr)
            .unwrap()
            .contains("behind row 9001 a quotation mark opens and closes rows below")
    );
    let json = stream(&["--stream", "--map", "name=x"], |_| ());
    assert!(String::from_utf8(json.stderr).unwrap().contains("say --stream=csv"));
}
