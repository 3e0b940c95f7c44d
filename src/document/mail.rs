//! An e-mail as text: who wrote to whom about what, the message, and the documents attached to it.

use super::{Document, DocumentError, MOST_ATTACHED, UnreadCode, broken, html};
use mail_parser::{Address, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::collections::BTreeSet;

/// Reads a message.
pub(super) fn read(file: &str, bytes: &[u8], depth: usize) -> Result<Document, DocumentError> {
    let unreadable =
        || broken(file, "it begins like an e-mail and cannot be read as one; save it again, or paste its text");
    let message = MessageParser::default().parse(bytes).ok_or_else(unreadable)?;
    let mut document = Document::default();
    add(&message, bytes, &mut document, depth);
    // An empty line ends the head.
    if !bytes.split_inclusive(|byte| *byte == b'\n').any(|line| matches!(line, b"\n" | b"\r\n")) {
        document.leave(UnreadCode::Damaged, None);
    }
    Ok(document)
}

/// Adds a message, which was read from these bytes, to a document.
fn add(message: &Message<'_>, bytes: &[u8], document: &mut Document, depth: usize) {
    document.text += &head(message);
    if is_cut_off(message, bytes) {
        document.leave(UnreadCode::Damaged, None);
    }
    // Of a text and a page that say the same, the page is what a reader sees.
    for body in message.html_bodies() {
        match &body.body {
            PartType::Html(text) => html::page(text, document),
            PartType::Text(text) => document.text += &text.replace("\r\n", "\n"),
            _ => attach(body, document, depth),
        }
        if body.is_encoding_problem {
            document.leave(UnreadCode::Letters, None);
        }
        if !document.text.ends_with('\n') {
            document.text += "\n";
        }
    }
    for (at, part) in message.attachments().enumerate() {
        if at == MOST_ATTACHED {
            document.leave(UnreadCode::Attachment, None);
            break;
        }
        attach(part, document, depth);
    }
}

/// Whether a message is cut off: a part is divided and the line that ends the last of its parts is missing (RFC 2046, 5.1.1),
/// or a part is packed into letters and ends within four of them (RFC 2045, 6.8).
fn is_cut_off(message: &Message<'_>, bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let ends: BTreeSet<&[u8]> = lines.filter(|line| line.starts_with(b"--") && line.ends_with(b"--")).collect();
    let is_open = |part: &MessagePart<'_>| {
        let divided = part.content_type().filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"));
        match divided.and_then(|kind| kind.attribute("boundary")) {
            Some(boundary) => !ends.contains(format!("--{boundary}--").as_bytes()),
            None => {
                let packed = message.raw_message.get(part.offset_body as usize..part.offset_end as usize);
                part.encoding == Encoding::Base64 && packed.is_some_and(is_torn)
            }
        }
    };
    message.parts.iter().any(is_open)
}

/// Whether base64 ends within four letters. What a mailing list wrote below it does not count.
fn is_torn(packed: &[u8]) -> bool {
    let (letters, filled) = packed.split_at(packed.iter().position(|byte| *byte == b'=').unwrap_or(packed.len()));
    let letters = letters.iter().filter(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte)).count();
    let filled = filled.iter().filter(|byte| !byte.is_ascii_whitespace()).take_while(|byte| **byte == b'=').count();
    (letters + filled) % 4 != 0
}

/// The head of a message as its reader sees it.
fn head(message: &Message<'_>) -> String {
    let people = |label: &str, address: Option<&Address<'_>>| {
        let shown: Vec<String> = address
            .into_iter()
            .flat_map(Address::iter)
            .map(|address| {
                let name = address.name.as_deref().unwrap_or("").trim();
                match address.address.as_deref() {
                    Some(at) if name.is_empty() => at.to_owned(),
                    Some(at) => format!("{name} <{at}>"),
                    None => name.to_owned(),
                }
            })
            .collect();
        if shown.is_empty() { String::new() } else { format!("{label}: {}\n", shown.join("; ")) }
    };
    let mut head = message.subject().map(|subject| format!("{subject}\n")).unwrap_or_default();
    head += &people("From", message.from());
    head += &people("Sender", message.sender());
    head += &people("Reply-To", message.reply_to());
    head += &people("To", message.to());
    head += &people("Cc", message.cc());
    head += &people("Bcc", message.bcc());
    head + "\n"
}

/// Adds what is attached to a message.
fn attach(part: &MessagePart<'_>, document: &mut Document, depth: usize) {
    let name = part.attachment_name();
    if let PartType::Message(message) = &part.body {
        if depth == 0 {
            return document.leave(UnreadCode::Attachment, name.map(str::to_owned));
        }
        document.text += "\n";
        // A message that is not packed keeps the bytes of the one around it.
        let within = part.offset_body as usize..part.offset_end as usize;
        let bytes = if part.encoding == Encoding::None { message.raw_message.get(within) } else { None };
        return add(message, bytes.unwrap_or(&message.raw_message), document, depth - 1);
    }
    let is_picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    if is_picture && name.is_none() {
        return document.leave(UnreadCode::Pictures, None);
    }
    document.attach(name, part.contents(), depth);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(message: &str) -> Document {
        super::read("f", message.as_bytes(), 3).unwrap()
    }

    #[test]
    fn head_page_and_attachments_are_read() {
        let message = "From: =?utf-8?B?0JjQstCw0L0=?= <i@example.org>\r\nTo: Erken Tuniyaz <e@example.org>\r\nSubject: =?iso-8859-1?Q?N=FA=F1ez?=\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=A\r\n\r\n\
            --A\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n\
            --B\r\nContent-Type: text/plain\r\n\r\nplain\r\n\
            --B\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=CF=B8=F2=F0\r\n--B--\r\n\
            --A\r\nContent-Type: text/plain; name=list.txt\r\nContent-Disposition: attachment; filename=list.txt\r\n\r\nBenazir Ahmed\r\n\
            --A\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n\
            --A--\r\n";
        let document = read(message);
        for part in
            ["Núñez\n", "From: Иван <i@example.org>\n", "To: Erken Tuniyaz", "Пётр\n", "list.txt\nBenazir Ahmed"]
        {
            assert!(document.text.contains(part), "{part} is not in {}", document.text);
        }
        assert!(!document.text.contains("plain\n"), "{}", document.text);
        assert_eq!(document.unread.len(), 1, "{:?}", document.unread);
        assert_eq!(document.unread[0].value.as_deref(), Some("a.zip"));
    }

    #[test]
    fn messages_within_messages_are_read_to_a_depth() {
        let mut message = "From: a@b.c\r\nTo: d@e.f\r\nSubject: innermost\r\n\r\nBenazir Ahmed\r\n".to_owned();
        for at in 0..6 {
            message = format!(
                "From: a@b.c\r\nTo: d@e.f\r\nSubject: level {at}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B{at}\r\n\r\n\
                 --B{at}\r\nContent-Type: message/rfc822\r\n\r\n{message}\r\n--B{at}--\r\n"
            );
        }
        let document = read(&message);
        assert!(document.text.contains("level 5") && !document.text.contains("innermost"), "{}", document.text);
        assert!(!document.unread.is_empty());
    }
}
