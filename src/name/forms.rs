//! The forms of the words of very many names, which have far fewer words than they are.

use super::Form;
use crate::tables::HashSet;
use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The forms of words, each worked out and kept once.
#[derive(Default)]
pub struct Forms(HashSet<ByText>);

struct ByText(Arc<Form>);

impl Forms {
    /// The form of a normalised spelling.
    pub(super) fn of(&mut self, text: String) -> Arc<Form> {
        if let Some(ByText(form)) = self.0.get(text.as_str()) {
            return Arc::clone(form);
        }
        let form = Arc::new(Form::new(text));
        self.0.insert(ByText(Arc::clone(&form)));
        form
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
