//! Which reader a file belongs to, by how it begins; the name of a file says nothing.

use super::input::WINDOW;
use super::words::plain;
use super::{Contents, Input, Parsed, Refusal, canada, eu, ofac, own, packed, seco, uk, un, xml};
use crate::publication::Source;

/// The lists of one file, or of one family of files, and the files themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The lists.
    pub lists: Vec<Parsed>,
    /// The files.
    pub sources: Vec<Source>,
}

/// Whether a file that begins like this is a reader's.
type Recogniser = fn(&[u8]) -> bool;

/// Reads one file.
type Reader = fn(&mut Input) -> Result<Contents, Refusal>;

/// Reads files, those of one CSV family together. The order of the files does not matter, but that of the results follows
/// it.
///
/// # Errors
/// [`Refusal`] for the first file that is refused; then nothing is read.
pub fn read(files: Vec<Input>) -> Result<Vec<Read>, Refusal> {
    let (mut wholes, mut parts) = (Vec::new(), Vec::new());
    for mut file in files {
        match recognise(&mut file)? {
            Found::Whole(reader) => wholes.push((reader, file)),
            Found::Part(part) => parts.push((part, file)),
        }
    }
    let mut all = Vec::new();
    let families = ofac::csv::families(parts)?;
    for (reader, mut file) in wholes {
        let contents = reader(&mut file)?;
        all.push(finished(vec![file], contents)?);
    }
    for mut family in families {
        let contents = ofac::csv::read(&mut family)?;
        all.push(finished(family, contents)?);
    }
    Ok(all)
}

fn finished(files: Vec<Input>, contents: Contents) -> Result<Read, Refusal> {
    let files = files.into_iter().zip(contents.records);
    let sources = files.map(|(file, records)| file.finish(records)).collect::<Result<_, _>>()?;
    Ok(Read { lists: contents.lists, sources })
}

enum Found {
    /// A file that one reader takes by itself.
    Whole(Reader),
    /// A part of OFAC's CSV family.
    Part(ofac::csv::Part),
}

fn recognise(file: &mut Input) -> Result<Found, Refusal> {
    let name = file.name.clone();
    let beginning = file.beginning()?;
    if beginning.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Err(Refusal::Empty { file: name });
    }
    if let Some(refusal) = packed::refusal(beginning, &name) {
        return Err(refusal);
    }
    if let Some(encoding) = encoding(beginning) {
        let text = own::text(beginning);
        let marked = matches!(beginning, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
        return match marked && own::recognises(beginning) && !official(text.as_bytes()) {
            true => Ok(Found::Whole(own::read)),
            false => Err(Refusal::Encoding { file: name, encoding: Some(encoding.to_owned()) }),
        };
    }
    if let Some(title) = web_page(beginning) {
        return Err(Refusal::WebPage { file: name, title });
    }
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start();
    let found = match text {
        [b'<', ..] => match xml::root(text) {
            Some(root) => by_root(&root.name),
            None if beginning.len() < WINDOW && begins_as_xml(text) => {
                return Err(Refusal::Truncated { file: name, got: "before its first element is over".to_owned() });
            }
            None => None,
        },
        _ => by_columns(beginning),
    };
    let begins = || format!("it starts with {}", excerpt(beginning));
    found.ok_or_else(|| Refusal::Unknown { file: name, got: own::missing_name(beginning).unwrap_or_else(begins) })
}

/// Whether a text that begins with `<` goes on as XML does.
fn begins_as_xml(text: &[u8]) -> bool {
    matches!(text.get(1), None | Some(b'?' | b'!' | b'_' | b'a'..=b'z' | b'A'..=b'Z'))
}

/// UTF-16, by its mark or by the zeros between the letters of ASCII; nothing for anything else.
fn encoding(beginning: &[u8]) -> Option<&'static str> {
    let start = &beginning[..beginning.len().min(200)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = |zeros: usize| start.len() >= 8 && zeros * 5 > start.len() * 2;
    match start {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        _ if most(zeros(1)) && zeros(0) == 0 || most(zeros(0)) && zeros(1) == 0 => {
            Some("UTF-16 without the mark at its beginning that says so")
        }
        _ => None,
    }
}

/// Whether a text in UTF-8 begins like an authority's list, or like any XML.
fn official(text: &[u8]) -> bool {
    text.trim_ascii_start().first() == Some(&b'<')
        || ofac::csv::part(text).is_some()
        || uk::csv::recognises(text)
        || eu::csv::recognises(text)
}

/// The reader of an XML file by the local name of its root. What else tells a whole list from changes is the reader's
/// business.
fn by_root(root: &str) -> Option<Found> {
    let reader: Reader = match root {
        "sdnList" => ofac::plain::read,
        "Sanctions" => ofac::advanced::read,
        "sanctionsData" => ofac::enhanced::read,
        "CONSOLIDATED_LIST" => un::read,
        "Designations" => uk::xml::read,
        "export" => eu::xml::read,
        "swiss-sanctions-list" => seco::read,
        "data-set" => canada::read,
        _ => return None,
    };
    Some(Found::Whole(reader))
}

fn by_columns(beginning: &[u8]) -> Option<Found> {
    if let Some(part) = ofac::csv::part(beginning) {
        return Some(Found::Part(part));
    }
    let readers: [(Recogniser, Reader); 3] =
        [(uk::csv::recognises, uk::csv::read), (eu::csv::recognises, eu::csv::read), (own::recognises, own::read)];
    readers.into_iter().find(|(recognises, _)| recognises(beginning)).map(|(_, reader)| Found::Whole(reader))
}

/// The title of a web page, if that is what it is: what counts is how the file begins, since a list may speak of pages.
fn web_page(beginning: &[u8]) -> Option<Option<String>> {
    let text = String::from_utf8_lossy(beginning);
    let lower = text.to_ascii_lowercase();
    let mut start = lower.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    while let Some(end) = [("<?", "?>"), ("<!--", "-->")]
        .iter()
        .find_map(|(opens, closes)| start.starts_with(opens).then(|| start.find(closes).map(|at| at + closes.len()))?)
    {
        start = start[end..].trim_start();
    }
    if !["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag)) {
        return None;
    }
    let title = lower.find("<title").and_then(|at| {
        let from = at + lower[at..].find('>')? + 1;
        let to = from + lower[from..].find("</title")?;
        Some(plain(&text[from..to]))
    });
    Some(title.filter(|title| !title.is_empty()))
}

/// The beginning of a file for a sentence: its first line, shortened, or its first bytes.
fn excerpt(beginning: &[u8]) -> String {
    let line = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
    match std::str::from_utf8(&line[..line.len().min(200)]) {
        Ok(text) => {
            let shown: String = text.trim().chars().filter(|c| !c.is_control()).take(60).collect();
            format!("`{shown}`")
        }
        Err(_) => format!("the bytes {}", crate::pack::hex(&beginning[..beginning.len().min(8)])),
    }
}
