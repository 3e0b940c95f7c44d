//! Rows of any number, one JSON object a line on standard input, and their outcomes on standard output, in the memory of a few of them.
//!
//! An object has the keys of the uses of columns: `name` (a text, or several in an array), `given`, `family`, `alias`, `birth`,
//! `country`, `nationality`, `kind`, `gender`, `identifier`, `reference`; any other key is kept and not compared. Each line gives one
//! line, `{"line":1,"input":{…},"outcome":{…}}`, in the same order; one that is no such object is not screened and says why.

use super::Failure;
use super::batch::Run;
use namesieve::batch::{Columns, Outcome, Row, Use};
use namesieve::parallel;
use namesieve::report::{Reason, ReasonCode};
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, BufRead, BufWriter, Write};

/// So many lines are screened at once: enough for every processor, and few enough to hold.
const AT_ONCE: usize = 512;

/// A longer line is no party.
const LONGEST: usize = 1 << 20;

/// A line with what came of it.
#[derive(Serialize)]
struct Answer<'a> {
    line: usize,
    input: &'a Value,
    outcome: &'a Outcome,
}

/// Screens standard input.
pub fn screen(run: &Run) -> Result<(), Failure> {
    let (mut input, mut out) = (io::stdin().lock(), BufWriter::new(io::stdout().lock()));
    let mut number = 0;
    loop {
        let mut lines = Vec::with_capacity(AT_ONCE);
        while lines.len() < AT_ONCE {
            match line(&mut input)? {
                Some(line) => lines.push(line),
                None => break,
            }
        }
        if lines.is_empty() {
            return Ok(out.flush()?);
        }
        let answers = parallel::each(&lines, |line| {
            let (input, row) = read(line);
            let outcome = match row {
                Ok(row) => run.screener.screen_row(&row, run.settings),
                Err(why) => Outcome::not_screened(Reason { code: ReasonCode::Unreadable, value: Some(why) }),
            };
            (input, outcome)
        });
        for (input, outcome) in &answers {
            number += 1;
            serde_json::to_writer(&mut out, &Answer { line: number, input, outcome }).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        // Whoever reads the other end of a pipe waits for it.
        out.flush()?;
    }
}

/// The next line without its end; one that is too long is cut, which makes it no object.
fn line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    loop {
        let ready = input.fill_buf()?;
        if ready.is_empty() {
            return Ok((!line.is_empty()).then_some(line));
        }
        let end = ready.iter().position(|byte| *byte == b'\n');
        let taken = &ready[..end.unwrap_or(ready.len())];
        line.extend_from_slice(&taken[..taken.len().min((LONGEST + 1).saturating_sub(line.len()))]);
        let amount = end.map_or(ready.len(), |end| end + 1);
        input.consume(amount);
        if end.is_some() {
            return Ok(Some(line));
        }
    }
}

/// A line as JSON and as a row, or why it is none.
fn read(line: &[u8]) -> (Value, Result<Row, String>) {
    let text = String::from_utf8_lossy(line).into_owned();
    if line.len() > LONGEST {
        return (Value::Null, Err(format!("a line of more than {LONGEST} bytes")));
    }
    match serde_json::from_slice::<Value>(line) {
        Ok(Value::Object(object)) => {
            let row = row(&object);
            (Value::Object(object), row)
        }
        Ok(other) => (other, Err("no JSON object".to_owned())),
        Err(error) => (Value::String(text), Err(format!("no JSON: {error}"))),
    }
}

fn row(object: &Map<String, Value>) -> Result<Row, String> {
    let mut cells: Vec<(Use, String)> = Vec::new();
    for (key, value) in object {
        let Some((wanted, _)) = Use::ALL.into_iter().find(|(_, known)| known == key) else { continue };
        let mut add = |value: &Value| match value {
            Value::Null => Ok(()),
            Value::String(text) => {
                cells.push((wanted, text.clone()));
                Ok(())
            }
            Value::Number(number) => {
                cells.push((wanted, number.to_string()));
                Ok(())
            }
            _ => Err(format!("`{key}` is no text")),
        };
        match value {
            Value::Array(several) => several.iter().try_for_each(&mut add)?,
            one => add(one)?,
        }
    }
    Ok(Columns::row_of(&cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_row_or_says_why_not() {
        let row = |text: &str| read(text.as_bytes()).1;
        let found = row(r#"{"name":["A B","C D"],"alias":"E; F","birth":1963,"reference":"7","team":"x"}"#).unwrap();
        assert_eq!(
            (found.names, found.reference.as_str()),
            (vec!["A B".into(), "C D".into(), "E".into(), "F".into()], "7")
        );
        assert_eq!(found.facts[0].text, "1963");
        assert_eq!(row(r#"{"given":"A","family":"B","name":null}"#).unwrap().names, ["A B"]);
        assert_eq!(row(r#"{"name":true}"#), Err("`name` is no text".into()));
        assert_eq!(row("[1]"), Err("no JSON object".into()));
        assert!(row("name").unwrap_err().starts_with("no JSON: "));
        assert!(read(&vec![b'x'; LONGEST + 1]).1.unwrap_err().starts_with("a line of more than"));
    }
}
