//! A web page as text, tag by tag: no tree is built, so that no depth of tags is too deep.
//!
//! Scripts and styles are no text. What a style may hide is read all the same: too much is screened rather than too little.

use super::writing::Writing;
use super::{Document, DocumentError, UnreadCode};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, State, Token, Tokenizer};

/// Elements that are read in the line they stand in; any other begins a line and ends one.
const INLINE: [&[u8]; 49] = [
    b"a",
    b"abbr",
    b"acronym",
    b"b",
    b"bdi",
    b"bdo",
    b"big",
    b"blink",
    b"cite",
    b"code",
    b"data",
    b"del",
    b"dfn",
    b"em",
    b"font",
    b"g",
    b"i",
    b"ins",
    b"kbd",
    b"label",
    b"mark",
    b"math",
    b"mi",
    b"mo",
    b"mrow",
    b"mtext",
    b"nobr",
    b"o:p",
    b"output",
    b"q",
    b"s",
    b"samp",
    b"small",
    b"span",
    b"st1:personname",
    b"strike",
    b"strong",
    b"sub",
    b"sup",
    b"svg",
    b"time",
    b"tt",
    b"tspan",
    b"u",
    b"var",
    b"wbr",
    b"img",
    b"ruby",
    b"rb",
];

/// Elements whose content nobody reads.
const SILENT: [&[u8]; 6] = [b"script", b"style", b"template", b"noframes", b"rp", b"xml"];

/// Elements whose content is fetched or played: what they show is not in the page.
const ELSEWHERE: [&[u8]; 7] = [b"iframe", b"frame", b"object", b"embed", b"video", b"audio", b"canvas"];

/// Where a page declares its encoding.
const DECLARED_WITHIN: usize = 4096;

/// Reads a page.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Document, DocumentError> {
    let mut document = Document::default();
    let declared = declared(bytes).filter(|label| std::str::from_utf8(bytes).is_err() || label.starts_with("iso-2022"));
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let known =
        declared.filter(|label| !marked && encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).is_some());
    let text = document.decoded(file, bytes, known.as_deref())?;
    page(&text, &mut document);
    Ok(document)
}

/// The encoding that a page says it has.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let (_, label) = start.split_once("charset=").or_else(|| start.split_once("encoding="))?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
}

/// Adds the text of a page to a document.
pub(super) fn page(text: &str, document: &mut Document) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut tokens = Tokenizer::new_with_emitter(text, emitter);
    let mut writing = Writing::default();
    let mut open = Open::default();
    let mut pictures = 0;
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                open.start(name, tag.self_closing);
                // Within a drawing a tag may end itself, and what follows it is no script.
                if tag.self_closing && open.drawings > 0 {
                    tokens.set_state(State::Data);
                }
                start(&tag, &mut writing, document, &mut pictures);
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                open.end(name);
                between(name, &mut writing);
            }
            Token::String(text) if open.silent == 0 => {
                let text = String::from_utf8_lossy(&text);
                if open.as_is > 0 { writing.verbatim(&text) } else { writing.words(&text) }
            }
            _ => {}
        }
        if writing.len() > super::MOST_TEXT {
            break; // Which is refused.
        }
    }
    if pictures > 0 {
        document.leave(UnreadCode::Pictures, Some(pictures.to_string()));
    }
    document.text += &writing.finish();
}

/// How deep in some elements the reading is.
#[derive(Default)]
struct Open {
    silent: usize,
    as_is: usize,
    drawings: usize,
}

impl Open {
    fn start(&mut self, name: &[u8], closed: bool) {
        match name {
            b"svg" | b"math" if !closed => self.drawings += 1,
            b"pre" | b"textarea" | b"listing" => self.as_is += 1,
            // In a page, unlike in a drawing, a script that closes itself does not.
            _ if SILENT.contains(&name) && !(closed && self.drawings > 0) => self.silent += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        let count = match name {
            b"svg" | b"math" => &mut self.drawings,
            b"pre" | b"textarea" | b"listing" => &mut self.as_is,
            // The end of the page ends what was left open.
            b"body" | b"html" => &mut self.silent,
            _ if SILENT.contains(&name) => &mut self.silent,
            _ => return,
        };
        *count = count.saturating_sub(1);
    }
}

/// What stands in a tag itself.
fn start(tag: &StartTag<()>, writing: &mut Writing, document: &mut Document, pictures: &mut usize) {
    let name: &[u8] = &tag.name;
    let value = |of: &[u8]| tag.attributes.get(of).map(|value| String::from_utf8_lossy(value).into_owned());
    between(name, writing);
    match name {
        // A picture that is declared to say nothing is a line or a space.
        b"img" | b"image" => match value(b"alt") {
            Some(alt) if alt.is_empty() => {}
            alt => {
                *pictures += 1;
                writing.words(&format!(" {} ", alt.unwrap_or_default()));
            }
        },
        b"input" if value(b"type").is_none_or(|kind| !kind.eq_ignore_ascii_case("hidden")) => {
            let shown = value(b"value").or_else(|| value(b"placeholder"));
            writing.words(&format!(" {} ", shown.unwrap_or_default()));
        }
        _ if ELSEWHERE.contains(&name) => {
            let from = value(b"src").or_else(|| value(b"data"));
            let shown = |from: String| from.split(['?', '#']).next().unwrap_or("").chars().take(LONGEST_NAME).collect();
            document.leave(UnreadCode::Attachment, from.map(shown).filter(|name: &String| !name.starts_with("data:")));
        }
        _ => {}
    }
}

/// The characters of an address that are shown.
const LONGEST_NAME: usize = 100;

/// What stands between what is before a tag and what is behind it.
fn between(name: &[u8], writing: &mut Writing) {
    match name {
        b"td" | b"th" => writing.cell(),
        _ if SILENT.contains(&name) || INLINE.contains(&name) => {}
        _ => writing.line(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> (String, usize) {
        let document = read("f", html.as_bytes()).unwrap();
        (document.text, document.unread.len())
    }

    #[test]
    fn a_page_reads_as_a_person_sees_it() {
        let html = "<title>Bank &amp; Co</title><style>p{}</style><script>var Ahmed = '<p>';</script>\
                    <p>Benazir <b>Ah</b>med&nbsp;and<br>Erken&#x20;Tuniyaz<p>next<table><tr><td>1<td>Ali</tr><tr><td>2</table>\
                    <pre>a\nb</pre><textarea>c\nd</textarea><input value='e f'><input type=hidden value=g>";
        assert_eq!(
            text(html),
            ("Bank & Co\nBenazir Ahmed and\nErken Tuniyaz\nnext\n1\tAli\n2\na\nb\nc\nd\ne f\n".to_owned(), 0)
        );
    }

    #[test]
    fn nothing_is_swallowed_by_a_tag_that_ends_itself_in_a_drawing() {
        let (text, _) = text("<p>a<svg><title/><style/><script/></svg><p>Benazir Ahmed<svg><text>Ali</text></svg>");
        assert!(text.contains("Benazir Ahmed") && text.contains("Ali"), "{text}");
    }

    #[test]
    fn what_is_shown_by_a_picture_or_from_elsewhere_is_told() {
        let document = read("f", b"<img src=a><img alt=''><img alt='Ali'><iframe src='b.html?x'></iframe>").unwrap();
        let told: Vec<_> = document.unread.iter().map(|unread| (unread.code, unread.value.as_deref())).collect();
        assert_eq!(told, [(UnreadCode::Attachment, Some("b.html")), (UnreadCode::Pictures, Some("2"))]);
        assert_eq!(document.text, "Ali\n");
    }

    #[test]
    fn the_encoding_is_the_one_that_the_page_declares() {
        let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode("<html><meta charset=\"windows-1251\"><p>Пётр");
        let document = read("f", &cyrillic).unwrap();
        assert_eq!((document.text.as_str(), document.guessed), ("Пётр", None));
        assert_eq!(text("<meta charset=windows-1252><p>Núñez").0, "Núñez", "what is UTF-8 is UTF-8");
    }

    #[test]
    fn no_depth_of_tags_is_too_deep() {
        let html = format!("{}Ali{}", "<div><b>".repeat(100_000), "</b></div>".repeat(100_000));
        assert_eq!(text(&html).0, "Ali\n");
    }
}
