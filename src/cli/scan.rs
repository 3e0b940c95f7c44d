//! Documents searched for the names of listed parties, and told: as text for people, or one JSON object a line.

use super::{Failure, line, packs, text};
use namesieve::document::{self, Document, Unread, UnreadCode};
use namesieve::report::{Mention, Reason, ReasonCode, Scanned, Status};
use namesieve::{Screener, Settings};
use std::fmt::Write as _;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// Searches documents, one after the other. One that cannot be read is told and the others are searched, unless each has a line of its
/// own; the failure is the first of them.
pub fn scan(screener: &Screener, files: &[PathBuf], settings: Settings, json: bool) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    if !json {
        out.write_all(text::coverage(screener.lists()).as_bytes())?;
    }
    let mut failed = None;
    for path in files {
        let document = match read(path) {
            Ok(document) => document,
            Err(failure) if json => {
                out.flush()?;
                return Err(failure);
            }
            Err(failure) => {
                let path = text::plain(&path.display().to_string());
                out.write_all(format!("\n{path}: NOT SCREENED\n  {failure}\n").as_bytes())?;
                failed.get_or_insert(failure);
                continue;
            }
        };
        let scanned = screener.scan(&document.text, &document.unread, settings);
        match json {
            true => line(&mut out, &scanned)?,
            false => out.write_all(told(path, &document.text, &scanned).as_bytes())?,
        }
    }
    out.flush()?;
    failed.map_or(Ok(()), Err)
}

/// The document in a file, or on standard input.
fn read(path: &Path) -> Result<Document, Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        read.map_err(|source| Failure::Input { path: "standard input".into(), source })?;
        return Ok(document::read("standard input", &bytes)?);
    }
    let bytes = packs::bytes(path)?;
    Ok(document::read(&path.display().to_string(), &bytes)?)
}

/// What was found in a document.
fn told(path: &Path, document: &str, scanned: &Scanned) -> String {
    let count = |n: usize, what: &str| text::count(n, what);
    let (parties, words) = (count(scanned.mentions.len(), "mention"), count(scanned.words, "word"));
    let path = text::plain(&path.display().to_string());
    let mut told = match (scanned.status, scanned.mentions.len()) {
        (Status::NotScreened, _) => format!("\n{path}: NOT SCREENED\n"),
        (Status::Screened, 0) => {
            format!(
                "\n{path}: no mention of a party on these lists was found in {words} (threshold {})\n",
                scanned.threshold
            )
        }
        (Status::Screened, _) => {
            format!("\n{path}: {parties} of listed parties in {words} (threshold {})\n", scanned.threshold)
        }
    };
    for reason in &scanned.reasons {
        let _ = writeln!(told, "  {}", sentence(reason));
    }
    for part in &scanned.unread {
        let _ = writeln!(told, "  Not read: {}", unread(part));
    }
    if scanned.status == Status::NotScreened && !scanned.mentions.is_empty() {
        let _ = writeln!(told, "  Found all the same: {parties}");
    }
    told.push_str("  In running text names are found less surely than by themselves: screen those that matter one by one as well.\n");
    told.push_str(&marked(document, &scanned.mentions));
    for (at, party) in scanned.parties.iter().enumerate() {
        let _ = write!(told, "\n  [{}] {}", at + 1, count(party.mentions.len(), "mention"));
        told.push_str(&text::hit(&party.hit));
    }
    if !scanned.parties.is_empty() {
        told.push_str("  Names that are alike are not yet the same party: a person decides.\n");
    }
    told
}

/// The lines with mentions, these in marks with the numbers of their parties.
fn marked(document: &str, mentions: &[Mention]) -> String {
    let mut marked = String::new();
    let (mut next, mut units) = (mentions.iter().peekable(), 0);
    let mut open = false;
    for (number, written) in document.split_inclusive('\n').enumerate() {
        let length = written.encode_utf16().count();
        let here = |at: usize| (units..units + length).contains(&at);
        if open || next.peek().is_some_and(|mention| here(mention.from)) {
            let mut shown = if open { "«".to_owned() } else { String::new() };
            let mut at = units;
            for c in written.chars() {
                if !open && next.peek().is_some_and(|mention| mention.from == at) {
                    shown.push('«');
                    open = true;
                }
                at += c.len_utf16();
                // The border of a cell is a space.
                let c = if c == '\t' { ' ' } else { c };
                if !c.is_control() {
                    shown.push_str(&text::plain(c.encode_utf8(&mut [0; 4])));
                }
                if let Some(mention) = next.next_if(|mention| open && mention.to == at) {
                    let numbers: Vec<String> = mention.parties.iter().map(|party| (party + 1).to_string()).collect();
                    let _ = write!(shown, "»[{}{}]", numbers.join(","), if mention.again { ", again" } else { "" });
                    open = false;
                }
            }
            // A name goes on in the next line.
            let rest = if open { "»" } else { "" };
            let _ = writeln!(marked, "  {:>5}  {}{rest}", number + 1, shown.trim());
        }
        units += length;
    }
    marked
}

/// A reason as a sentence about a text.
fn sentence(reason: &Reason) -> String {
    let value = reason.value.as_deref().unwrap_or("");
    match reason.code {
        ReasonCode::Empty => "There is no text in it.".into(),
        ReasonCode::NoLetters => "There is no letter in it.".into(),
        ReasonCode::UnsupportedScript => {
            format!("It has {value} letters, which this version cannot read: names in them were not found.")
        }
        ReasonCode::Unreadable => {
            format!("It has characters that cannot be compared ({value}): names with them were not found.")
        }
        _ => reason.to_string(),
    }
}

fn unread(part: &Unread) -> String {
    let value = part.value.as_deref().map_or(String::new(), |value| format!(": {}", text::plain(value)));
    let what = match part.code {
        UnreadCode::PagesWithoutText => "pages without text, such as scanned ones",
        UnreadCode::Pictures => "pictures, which may show names",
        UnreadCode::Attachment => "an attachment that is no document",
        UnreadCode::Letters => "letters for which the file gives no characters",
        UnreadCode::Damaged if part.value.is_some() => "pages that are damaged, of which not everything could be read",
        UnreadCode::Damaged => "what is missing, since the file is cut off or damaged",
    };
    format!("{what}{value}")
}
