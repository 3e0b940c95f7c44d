//! Words that an organisation's name is made of where none are written apart: known ones, and the rest between them.

use super::Romanised;

/// A piece of a word.
pub enum Piece {
    /// A known word, by its Latin spellings.
    Known(Romanised),
    /// Latin letters and digits.
    Plain(String),
    /// Letters between the known words.
    Other(String),
}

/// A part of a word with its spellings.
pub fn part(native: &str, spellings: Vec<String>) -> Romanised {
    Romanised { raw: native.to_owned(), native: native.to_owned(), spellings, vowelless: false }
}

/// Adds a spelling that is not there yet.
pub fn push(spellings: &mut Vec<String>, spelling: String) {
    if !spellings.contains(&spelling) {
        spellings.push(spelling);
    }
}

/// Cuts a word into pieces: at each place the longest known word. A row of the table has the words' letters, a space
/// between one and the next, and as many Latin words, each with its further spellings behind a `/`.
pub fn pieces(native: &str, table: &[(&str, &str)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = native;
    while let Some(first) = rest.chars().next() {
        let known = table
            .iter()
            .filter_map(|(words, latin)| Some((*words, *latin, after(rest, words)?)))
            .min_by_key(|(_, _, after)| after.len());
        if let Some((words, latin, after)) = known {
            for (word, latin) in words.split(' ').zip(latin.split(' ')) {
                pieces.push(Piece::Known(part(word, latin.split('/').map(str::to_owned).collect())));
            }
            rest = after;
            continue;
        }
        match (pieces.last_mut(), first.is_ascii_alphanumeric()) {
            (Some(Piece::Plain(text)), true) | (Some(Piece::Other(text)), false) => text.push(first),
            (_, true) => pieces.push(Piece::Plain(first.into())),
            (_, false) => pieces.push(Piece::Other(first.into())),
        }
        rest = &rest[first.len_utf8()..];
    }
    pieces
}

/// What follows these words at the beginning of a text.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    words.split(' ').try_fold(text, |rest, word| rest.strip_prefix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_known_word_is_taken() {
        let table = [("銀行", "bank/yinhang"), ("中國 銀行", "china bank"), ("中", "middle")];
        let texts: Vec<String> = pieces("中國銀行7號", &table)
            .into_iter()
            .map(|piece| match piece {
                Piece::Known(part) => format!("{}={}", part.native, part.spellings.join("/")),
                Piece::Plain(text) => format!("plain {text}"),
                Piece::Other(text) => format!("other {text}"),
            })
            .collect();
        assert_eq!(texts, ["中國=china", "銀行=bank", "plain 7", "other 號"]);
    }
}
