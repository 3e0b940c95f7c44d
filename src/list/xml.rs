//! XML as the readers see it: the root, then one record at a time as a small tree. Names are local names, because
//! publishers have changed their namespaces; nothing outside the records that were asked for is kept.

use super::{Input, Refusal};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

/// Deeper nesting than any list has; more means a file made to do harm.
const DEEPEST: usize = 64;
/// A longer record than any list has, in bytes of text and attributes.
const LONGEST: usize = 16 << 20;

/// An element with what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Local name.
    pub name: String,
    attributes: Vec<(String, String)>,
    text: String,
    /// The elements in it, in their order.
    pub children: Vec<Element>,
}

impl Element {
    /// An attribute by its local name, trimmed; nothing for one that is absent or empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// All its attributes that are not empty: local name and trimmed value, in their order.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(key, value)| (key.as_str(), value.trim())).filter(|(_, value)| !value.is_empty())
    }

    /// The text directly in it, trimmed, without that of the elements in it; nothing for none.
    pub fn text(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// Its text on one line: a break in it, and the white space around the break, is one space; nothing for none. Spaces
    /// within a line stay, as OFAC publishes the same ones in files that have no lines to break.
    pub fn words(&self) -> Option<String> {
        let lines = self.text()?.split(['\n', '\r', '\t']).map(str::trim).filter(|line| !line.is_empty());
        Some(lines.collect::<Vec<_>>().join(" "))
    }

    /// The words of the first element of a name that has any.
    pub fn words_of(&self, name: &str) -> Option<String> {
        self.all(name).find_map(Element::words)
    }

    /// The elements directly in it that have a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element directly in it that has a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The elements at a path of names: `["akaList", "aka"]` gives every `aka` of every `akaList`.
    pub fn at(&self, path: &[&str]) -> Vec<&Element> {
        let mut found = vec![self];
        for name in path {
            found = found.into_iter().flat_map(|element| element.children.iter().filter(|c| c.name == *name)).collect();
        }
        found
    }

    /// The text of the first element at a path that has any.
    pub fn value(&self, path: &[&str]) -> Option<&str> {
        self.at(path).into_iter().find_map(Element::text)
    }

    /// The texts of the elements at a path, those without any left out.
    pub fn values(&self, path: &[&str]) -> Vec<String> {
        self.at(path).into_iter().filter_map(Element::text).map(str::to_owned).collect()
    }
}

/// The records of a file.
pub struct Records<'r, 'a> {
    reader: Reader<&'r mut Input<'a>>,
    buffer: Vec<u8>,
    file: String,
    root: Element,
    depth: usize,
    ended: bool,
    /// The encoding that the file says it has.
    encoding: Option<String>,
}

impl<'r, 'a> Records<'r, 'a> {
    /// Reads as far as the root element.
    ///
    /// # Errors
    /// [`Refusal`] for anything but XML in UTF-8.
    pub fn open(input: &'r mut Input<'a>) -> Result<Records<'r, 'a>, Refusal> {
        let file = input.name.clone();
        let mut reader = Reader::from_reader(input);
        reader.config_mut().check_end_names = true;
        let mut records = Records {
            reader,
            buffer: Vec::new(),
            file,
            root: Element::default(),
            depth: 0,
            ended: false,
            encoding: None,
        };
        while let Some(step) = records.step()? {
            match step {
                Step::Open(root) => {
                    records.root = root;
                    records.depth = 1;
                    break;
                }
                Step::Empty(root) => {
                    records.root = root;
                    records.ended = true;
                    break;
                }
                Step::Text(_) | Step::Close => {}
            }
        }
        Ok(records)
    }

    /// The root: its name and attributes.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// The next element of one of the wanted names, however deep, with all that stands in it; nothing once the root has
    /// ended.
    ///
    /// # Errors
    /// [`Refusal::Truncated`] when the file ends before its root does, [`Refusal::Malformed`].
    pub fn next(&mut self, wanted: &[&str]) -> Result<Option<Element>, Refusal> {
        while !self.ended {
            let Some(step) = self.step()? else { break };
            match step {
                Step::Open(element) if wanted.contains(&element.name.as_str()) => return self.whole(element).map(Some),
                Step::Empty(element) if wanted.contains(&element.name.as_str()) => return Ok(Some(element)),
                Step::Open(_) => self.depth += 1,
                Step::Close => {
                    self.depth -= 1;
                    self.ended = self.depth == 0;
                }
                Step::Empty(_) | Step::Text(_) => {}
            }
        }
        self.tail().map(|()| None)
    }

    /// What stands after the root: white space, comments and instructions, and nothing else, for it would not be read.
    fn tail(&mut self) -> Result<(), Refusal> {
        while self.ended {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Eof) => return Ok(()),
                Ok(Event::Comment(_) | Event::PI(_)) => {}
                Ok(Event::Text(text)) if text.trim().is_empty() => {}
                _ => {
                    let after = format!("something follows the end of the list, `</{}>`", self.root.name);
                    return Err(self.reader.get_ref().unreadable().unwrap_or_else(|| self.malformed(after)));
                }
            }
        }
        Ok(())
    }

    /// The rest of an element whose start has been read.
    fn whole(&mut self, start: Element) -> Result<Element, Refusal> {
        let mut open = vec![start];
        let mut size = 0;
        loop {
            let Some(step) = self.step()? else { return Err(self.cut_off()) };
            match step {
                Step::Open(element) => {
                    size += element.size();
                    open.push(element);
                    if open.len() > DEEPEST {
                        return Err(self.malformed(format!("elements nested more than {DEEPEST} deep")));
                    }
                }
                Step::Empty(element) => {
                    size += element.size();
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
                Step::Text(text) => {
                    size += text.len();
                    if let Some(parent) = open.last_mut() {
                        parent.text.push_str(&text);
                    }
                }
                Step::Close => {
                    let Some(element) = open.pop() else { return Err(self.cut_off()) };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(element),
                        None => return Ok(element),
                    }
                }
            }
            if size > LONGEST {
                return Err(self.malformed(format!("a record of more than {LONGEST} bytes")));
            }
        }
    }

    /// The next piece of markup; nothing at the end of the file, which is an error while the root is open.
    fn step(&mut self) -> Result<Option<Step>, Refusal> {
        loop {
            self.buffer.clear();
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => {
                    let got = error.to_string();
                    if let Some(unreadable) = self.reader.get_ref().unreadable() {
                        return Err(unreadable);
                    }
                    // The reader names what it was in the middle of; at the end of the file it was cut off there.
                    let at_end = self.reader.get_mut().beginning()?.is_empty();
                    return Err(match at_end {
                        true => Refusal::Truncated { file: self.file.clone(), got },
                        false if got.contains("cannot decode") => {
                            Refusal::Encoding { file: self.file.clone(), encoding: self.encoding.clone() }
                        }
                        false => self.malformed(got),
                    });
                }
            };
            let step = match event {
                Event::Start(start) => element(&start).map(Step::Open),
                Event::Empty(start) => element(&start).map(Step::Empty),
                Event::End(_) => Ok(Step::Close),
                Event::Text(text) => Ok(Step::Text(text.into_inner().into_owned())),
                Event::CData(text) => Ok(Step::Text(text.into_inner().into_owned())),
                Event::GeneralRef(entity) => escape::unescape(&format!("&{};", &*entity))
                    .map(|text| Step::Text(text.into_owned()))
                    .map_err(|error| error.to_string()),
                Event::Eof if self.depth > 0 || self.root.name.is_empty() => return Err(self.cut_off()),
                Event::Eof => return Ok(None),
                Event::Decl(declaration) => {
                    self.encoding = declared(&declaration);
                    continue;
                }
                Event::PI(_) | Event::DocType(_) | Event::Comment(_) => continue,
            };
            return step.map(Some).map_err(|got| self.malformed(got));
        }
    }

    fn cut_off(&self) -> Refusal {
        let got = match self.root.name.as_str() {
            "" => "before its first element".to_owned(),
            root => format!("after {} bytes, before `</{root}>`", self.reader.buffer_position()),
        };
        Refusal::Truncated { file: self.file.clone(), got }
    }

    fn malformed(&self, got: String) -> Refusal {
        let at = format!("byte {}", self.reader.buffer_position());
        Refusal::Malformed { file: self.file.clone(), what: "XML", at, got }
    }
}

/// The encoding that an XML declaration names.
fn declared(declaration: &str) -> Option<String> {
    let (_, after) = declaration.split_once("encoding")?;
    let name = after.trim_start().strip_prefix('=')?.split(['"', '\'']).nth(1)?;
    Some(name.to_owned()).filter(|name| !name.eq_ignore_ascii_case("utf-8"))
}

/// The root of a file, from its beginning.
pub fn root(beginning: &[u8]) -> Option<Element> {
    let mut reader = Reader::from_reader(beginning);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => return element(&start).ok(),
            Event::Eof => return None,
            _ => {}
        }
    }
}

enum Step {
    Open(Element),
    Empty(Element),
    Text(String),
    Close,
}

impl Element {
    fn size(&self) -> usize {
        self.attributes.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>() + self.name.len()
    }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let mut element = Element { name: start.local_name().as_ref().to_owned(), ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = escape::unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Ok(element)
}
