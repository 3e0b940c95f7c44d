//! The forms of the words of very many names, which have far fewer words than they are.

use super::native::Part;
use super::{Form, Reading};
use crate::normalise::Written;
use crate::tables::{HashMap, HashSet};
use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The forms of words, and what words of other scripts are in Latin letters, each worked out and kept once.
#[derive(Default)]
pub struct Forms {
    texts: HashSet<ByText>,
    /// Words as written.
    raws: HashSet<Arc<str>>,
    /// By their letters as written and normalised, for each reading, and apart for words that are the whole of a name.
    natives: [[HashMap<String, Vec<Part>>; 3]; 2],
}

struct ByText(Arc<Form>);

impl Forms {
    /// The form of a normalised spelling.
    pub(super) fn of(&mut self, text: String) -> Arc<Form> {
        if let Some(ByText(form)) = self.texts.get(text.as_str()) {
            return Arc::clone(form);
        }
        let form = Arc::new(Form::new(text));
        self.texts.insert(ByText(Arc::clone(&form)));
        form
    }

    /// A word as written.
    pub(super) fn raw(&mut self, raw: &str) -> Arc<str> {
        if let Some(raw) = self.raws.get(raw) {
            return Arc::clone(raw);
        }
        let raw = Arc::from(raw);
        self.raws.insert(Arc::clone(&raw));
        raw
    }

    /// The parts of a word of another script, which are worked out where they are not known; none for one that is not read.
    pub(super) fn parts(
        &mut self,
        word: &Written,
        whole: bool,
        reading: Reading,
        read: impl FnOnce() -> Option<Vec<Part>>,
    ) -> &[Part] {
        let known = &mut self.natives[usize::from(whole)][reading as usize];
        // Letters that were joined need not be normalised as a word of these letters is.
        known.entry([word.raw.as_str(), &word.text].join("\n")).or_insert_with(|| read().unwrap_or_default())
    }
}

impl Borrow<str> for ByText {
    fn borrow(&self) -> &str {
        &self.0.text
    }
}

impl PartialEq for ByText {
    fn eq(&self, other: &ByText) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for ByText {}

impl Hash for ByText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.text.hash(state);
    }
}
