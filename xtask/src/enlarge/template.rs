//! A list file as a template: the stretches of records in it, and the places in them where copies differ.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::form::{FORMS, Form};

/// A file that can be written with any number of copies of its records.
pub struct Template<'s> {
    source: &'s str,
    stretches: Vec<Stretch>,
    /// What is added to the numbers of each further copy.
    stride: u64,
}

/// A piece of the file: records that follow each other, or what stands between them.
struct Stretch {
    span: Range<usize>,
    repeated: bool,
    slots: Vec<Slot>,
}

/// A place in the file at which copies differ.
struct Slot {
    span: Range<usize>,
    kind: Kind,
}

enum Kind {
    /// A number that is shifted.
    Number(u64),
    /// An id with letters, which the number of the copy is added to.
    Id,
    /// The end of a text that is a record's own, which a word is added to.
    Own,
    /// The number of records, which grows with the copies.
    Count(u64),
}

impl<'s> Template<'s> {
    /// Reads a file.
    pub fn read(source: &'s str) -> Result<Self> {
        let mut scan = Scan::default();
        let mut reader = Reader::from_str(source);
        let mut form = None;
        loop {
            let from = reader.buffer_position() as usize;
            let event = reader.read_event().context("the file is not well-formed XML")?;
            let to = reader.buffer_position() as usize;
            match (event, form) {
                (Event::Start(start) | Event::Empty(start), None) => {
                    let root = start.local_name();
                    let known = FORMS.iter().find(|form| form.root == root.as_ref());
                    form =
                        Some(known.with_context(|| format!("files with the root `{}` are not known", root.as_ref()))?);
                }
                (Event::Start(start), Some(form)) => {
                    scan.start(form, source, &start, from);
                    scan.open.push((start.local_name().as_ref().to_owned(), to));
                }
                (Event::Empty(start), Some(form)) => {
                    scan.start(form, source, &start, from);
                    scan.end(start.local_name().as_ref(), to);
                }
                (Event::End(_), Some(form)) => {
                    // The root itself is not among the open ones.
                    if let Some((name, text)) = scan.open.pop() {
                        scan.text(form, source, &name, text..from);
                        scan.end(&name, to);
                    }
                }
                (Event::Eof, _) => break,
                _ => {}
            }
        }
        if scan.records.is_empty() {
            bail!("it holds no record");
        }
        Ok(scan.template(source))
    }

    /// Writes the file with copies of its records, the first of them as they are.
    pub fn write(&self, copies: u64, out: &mut impl Write) -> io::Result<()> {
        for stretch in &self.stretches {
            let times = if stretch.repeated { copies } else { 1 };
            for copy in 0..times {
                if copy > 0 {
                    out.write_all(b"\n")?;
                }
                self.write_once(stretch, copy, copies, out)?;
            }
        }
        Ok(())
    }

    fn write_once(&self, stretch: &Stretch, copy: u64, copies: u64, out: &mut impl Write) -> io::Result<()> {
        let word = word(copy);
        let mut at = stretch.span.start;
        for slot in &stretch.slots {
            let before = &self.source[slot.span.clone()];
            out.write_all(&self.source.as_bytes()[at..slot.span.start])?;
            match slot.kind {
                Kind::Count(count) => write!(out, "{}", count * copies)?,
                _ if copy == 0 => out.write_all(before.as_bytes())?,
                Kind::Number(number) => write!(out, "{}", number + copy * self.stride)?,
                Kind::Id => write!(out, "{before}-{copy}")?,
                Kind::Own => write!(out, " {word}")?,
            }
            at = slot.span.end;
        }
        out.write_all(&self.source.as_bytes()[at..stretch.span.end])
    }

    /// How many copies make about so many bytes; at least one.
    pub fn copies(&self, bytes: u64) -> Result<u64> {
        let size = |copies| {
            let mut count = Count(0);
            self.write(copies, &mut count).map(|()| count.0)
        };
        let (one, some) = (size(1)?, size(1 + SAMPLE)?);
        let each = (some - one).div_ceil(SAMPLE).max(1);
        Ok(1 + bytes.saturating_sub(one).div_ceil(each))
    }
}

/// Copies that are measured to know the size of one.
const SAMPLE: u64 = 20;

/// Counts bytes and keeps none.
struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What has been seen while the file is read.
#[derive(Default)]
struct Scan {
    /// The open elements below the root: name, and where what is in them begins.
    open: Vec<(String, usize)>,
    /// The record that is open: how deep it stands, and where it begins.
    record: Option<(usize, usize)>,
    records: Vec<(String, Range<usize>)>,
    slots: Vec<Slot>,
    /// Which of the form's own texts are still awaited in the elements that are open.
    awaited: Vec<&'static (&'static str, &'static str)>,
    highest: u64,
}

impl Scan {
    fn start(&mut self, form: &'static Form, source: &str, start: &BytesStart, from: usize) {
        let name = start.local_name();
        let name = name.as_ref();
        if self.record.is_none() && form.records.contains(&name) {
            self.record = Some((self.open.len(), from));
        }
        if self.record.is_none() {
            return;
        }
        for attribute in start.attributes().flatten() {
            let (key, Cow::Borrowed(value)) = (attribute.key.local_name(), &attribute.value) else { continue };
            let at = value.as_ptr().addr() - source.as_ptr().addr();
            let span = at..at + value.len();
            if form.ids.contains(&key.as_ref()) {
                self.id(source, span);
            } else if !value.is_empty() && form.own.contains(&(name, key.as_ref())) {
                self.slots.push(Slot { span: span.end..span.end, kind: Kind::Own });
            }
        }
        self.awaited.retain(|(around, _)| *around != name);
        self.awaited.extend(form.own.iter().filter(|(around, _)| *around == name));
    }

    /// The text of an element that ends.
    fn text(&mut self, form: &Form, source: &str, name: &str, span: Range<usize>) {
        let text = &source[span.clone()];
        let trimmed = text.trim();
        if trimmed.is_empty() || trimmed.contains('<') {
            return;
        }
        let from = span.start + (text.len() - text.trim_start().len());
        let span = from..from + trimmed.len();
        if self.record.is_none() {
            if let (true, Ok(count)) = (form.count == Some(name), trimmed.parse()) {
                self.slots.push(Slot { span, kind: Kind::Count(count) });
            }
        } else if form.ids.contains(&name) {
            self.id(source, span);
        } else if let Some(at) = self.awaited.iter().position(|(_, wanted)| *wanted == name) {
            self.awaited.remove(at);
            self.slots.push(Slot { span: span.end..span.end, kind: Kind::Own });
        }
    }

    fn id(&mut self, source: &str, span: Range<usize>) {
        let kind = match source[span.clone()].parse() {
            Ok(number) => {
                self.highest = self.highest.max(number);
                Kind::Number(number)
            }
            Err(_) if span.is_empty() => return,
            Err(_) => Kind::Id,
        };
        self.slots.push(Slot { span, kind });
    }

    fn end(&mut self, name: &str, to: usize) {
        self.awaited.retain(|(around, _)| *around != name);
        if let Some((_, from)) = self.record.filter(|(depth, _)| *depth == self.open.len()) {
            self.records.push((name.to_owned(), from..to));
            self.record = None;
        }
    }

    fn template(self, source: &str) -> Template<'_> {
        // Records of one kind with nothing but space between them are one stretch.
        let mut runs: Vec<(String, Range<usize>)> = Vec::new();
        for (name, span) in self.records {
            match runs.last_mut() {
                Some((last, run)) if *last == name && source[run.end..span.start].trim().is_empty() => {
                    run.end = span.end
                }
                _ => runs.push((name, span)),
            }
        }
        let mut slots = self.slots.into_iter().peekable();
        let mut stretch = |span: Range<usize>, repeated| {
            let mut here = Vec::new();
            while let Some(slot) = slots.next_if(|slot| slot.span.end <= span.end) {
                here.push(slot);
            }
            Stretch { span, repeated, slots: here }
        };
        let mut stretches = Vec::new();
        let mut at = 0;
        for (_, run) in runs {
            stretches.push(stretch(at..run.start, false));
            at = run.end;
            stretches.push(stretch(run, true));
        }
        stretches.push(stretch(at..source.len(), false));
        // A round number, so that a reader of the file sees which copy an id belongs to.
        let mut stride = 10;
        while stride <= self.highest {
            stride *= 10;
        }
        Template { source, stretches, stride }
    }
}

/// A word that no other copy has, such as `Bako`.
fn word(copy: u64) -> String {
    const CONSONANTS: &[u8] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let syllables = (CONSONANTS.len() * VOWELS.len()) as u64;
    let mut left = copy;
    let mut word = String::new();
    while left > 0 || word.len() < 4 {
        let syllable = (left % syllables) as usize;
        word.push(char::from(CONSONANTS[syllable / VOWELS.len()]));
        word.push(char::from(VOWELS[syllable % VOWELS.len()]));
        left /= syllables;
    }
    word
}
