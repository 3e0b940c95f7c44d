//! Documents: each ends with a text, with what of it could not be read, or with a sentence.

use namesieve::document;

/// A file as it comes.
pub fn file(data: &[u8]) {
    match document::read("a file", data) {
        Ok(read) => {
            assert!(!read.text.trim().is_empty() || !read.unread.is_empty(), "a document is read as nothing: {read:?}");
            assert!(!read.text.contains('\r'), "a line does not end as lines do: {read:?}");
        }
        Err(refusal) => assert!(refusal.to_string().ends_with("; nothing was read"), "{refusal}"),
    }
}
