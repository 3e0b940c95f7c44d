//! Letters as they are seen from left to right, put into the order in which they are read: Arabic and Hebrew begin at the right.

/// Puts the letters of a line, each with its characters in the order of reading, into that order; and tells whether the line is read
/// from right to left.
pub(super) fn read(mut letters: Vec<String>) -> (String, bool) {
    let (mut right, mut left) = (0, 0);
    for letter in &letters {
        match direction(letter) {
            Direction::Right => right += 1,
            Direction::Left => left += 1,
            Direction::None => {}
        }
    }
    if right == 0 {
        return (letters.concat(), false);
    }
    let from_right = right > left;
    if from_right {
        reverse(&mut letters);
        turn(&mut letters, Direction::Left);
    } else {
        turn(&mut letters, Direction::Right);
    }
    (marks_behind(letters), from_right)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Right,
    Left,
    None,
}

/// Turns every stretch of letters of one direction, with what stands between them.
fn turn(letters: &mut [String], of: Direction) {
    let mut at = 0;
    while at < letters.len() {
        if direction(&letters[at]) != of {
            at += 1;
            continue;
        }
        let end = letters[at..]
            .iter()
            .position(|letter| !matches!(direction(letter), Direction::None) && direction(letter) != of);
        let end = end.map_or(letters.len(), |length| at + length);
        // What stands behind the last of them belongs to the line around.
        let last = letters[at..end].iter().rposition(|letter| direction(letter) == of).unwrap_or(0);
        reverse(&mut letters[at..=at + last]);
        at = end;
    }
}

/// Turns letters round. Brackets look to the other side then: what is seen as `(` closes what is read from the right.
fn reverse(letters: &mut [String]) {
    const PAIRS: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›")];
    letters.reverse();
    for letter in letters {
        if let Some((open, close)) = PAIRS.iter().find(|(open, close)| letter == open || letter == close) {
            *letter = if letter == open { close } else { open }.to_string();
        }
    }
}

/// Where letters are read to. Digits are read to the right in every script.
fn direction(letter: &str) -> Direction {
    match letter.chars().next() {
        Some('\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}') => Direction::Left,
        Some('\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}') => {
            Direction::Right
        }
        Some(c) if c.is_alphanumeric() => Direction::Left,
        _ => Direction::None,
    }
}

/// Marks stand behind the letter that they are on; turned, they stand before it.
fn marks_behind(letters: Vec<String>) -> String {
    let is_mark = |letter: &str| letter.chars().next().is_some_and(unicode_normalization::char::is_combining_mark);
    let mut text = String::new();
    let mut waiting = String::new();
    for letter in letters {
        if is_mark(&letter) {
            waiting.push_str(&letter);
        } else {
            text.push_str(&letter);
            text.push_str(&std::mem::take(&mut waiting));
        }
    }
    text + &waiting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> (String, bool) {
        read(text.chars().map(|c| c.to_string()).collect())
    }

    #[test]
    fn lines_are_read_from_where_they_begin() {
        assert_eq!(seen("Ahmed 12"), ("Ahmed 12".to_owned(), false));
        assert_eq!(seen("ריבג Ali 12 ןושארה"), ("הראשון Ali 12 גביר".to_owned(), true));
        assert_eq!(seen("ד (ג) א"), ("א (ג) ד".to_owned(), true), "brackets are drawn as they look");
        assert_eq!(seen("listed as דלו ריבג (2)"), ("listed as גביר ולד (2)".to_owned(), false));
    }

    #[test]
    fn ligatures_stay_whole_and_marks_stand_behind_their_letter() {
        let letters = ["م", "لا", "س"].map(str::to_owned).to_vec();
        assert_eq!(read(letters).0, "سلام");
        let marked = ["د", "م", "ّ", "ح"].map(str::to_owned).to_vec();
        assert_eq!(read(marked).0, "حمّد", "a mark is drawn behind its letter, to the left of it or over it");
    }
}
