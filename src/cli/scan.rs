//! Documents searched for the names of listed parties, and told: as text for people, or one JSON object a line.

use super::{Failure, line, packs, text};
use namesieve::document::{self, Document, Unread, UnreadCode};
use namesieve::report::{Mention, Reason, ReasonCode, Scanned, Status};
use namesieve::{Screener, Settings};
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Searches documents, one after the other.
pub fn scan(screener: &Screener, files: &[PathBuf], settings: Settings, json: bool) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    if !json {
        out.write_all(text::coverage(screener.lists()).as_bytes())?;
    }
    for path in files {
        let document = read(path)?;
        let scanned = screener.scan(&document.text, &document.unread, settings);
        match json {
            true => line(&mut out, &scanned)?,
            false => out.write_all(told(path, &document.text, &scanned).as_bytes())?,
        }
    }
    Ok(out.flush()?)
}

/// The document in a file.
fn read(path: &Path) -> Result<Document, Failure> {
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
        let _ = writeln!(told, "  {parties} were found all the same:");
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
    };
    format!("{what}{value}")
}
