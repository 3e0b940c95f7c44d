//! A text as it is put together: spaces run together as a reader sees them, lines end once, cells have tabs between them.

/// A text that grows.
#[derive(Default)]
pub(super) struct Writing {
    text: String,
    /// Whether a space is due before the next letter.
    space: bool,
    /// Whether a tab is.
    cell: bool,
}

impl Writing {
    /// Adds letters, in which any white space is one space.
    pub(super) fn words(&mut self, text: &str) {
        for c in text.chars() {
            // The space that never breaks holds a name together like any other.
            if c.is_whitespace() {
                self.space = true;
            } else {
                self.letter(c);
            }
        }
    }

    /// Adds letters with their lines as they are.
    pub(super) fn verbatim(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.line();
            }
            self.words(line);
        }
    }

    fn letter(&mut self, c: char) {
        let begins = self.text.is_empty() || self.text.ends_with('\n');
        if self.cell && !begins {
            self.text.push('\t');
        } else if self.space && !begins {
            self.text.push(' ');
        }
        (self.space, self.cell) = (false, false);
        self.text.push(c);
    }

    /// Ends the line, if there is anything in it.
    pub(super) fn line(&mut self) {
        (self.space, self.cell) = (false, false);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Begins another cell of a row.
    pub(super) fn cell(&mut self) {
        self.cell = true;
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_run_together_and_lines_end_once() {
        let mut writing = Writing::default();
        writing.line();
        writing.words("  Benazir\u{a0}\n ");
        writing.words("Ah");
        writing.words("med ");
        writing.line();
        writing.line();
        writing.cell();
        writing.words("a");
        writing.cell();
        writing.words(" b");
        writing.verbatim("\nc\r\n\nd");
        assert_eq!(writing.finish(), "Benazir Ahmed\na\tb\nc\nd");
    }
}
