//! Which parts a Word document says that it has: the table that every package of this kind has (ECMA-376, part 2).

use quick_xml::Reader;
use quick_xml::events::Event;

/// The part with the table.
pub(super) const NAME: &str = "[Content_Types].xml";

/// The names of the parts in a table; those that are of a kind by the end of their name alone do not stand there.
///
/// # Errors
/// What is wrong with its XML.
pub(super) fn parts(xml: &[u8]) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_reader(xml);
    let (mut parts, mut buffer) = (Vec::new(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| error.to_string())? {
            Event::Eof => return Ok(parts),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Override" => {
                let name = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "PartName");
                parts.extend(name.map(|name| name.value.trim_start_matches('/').to_owned()));
            }
            _ => {}
        }
    }
}
