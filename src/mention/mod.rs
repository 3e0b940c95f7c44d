//! # Names in running text
//!
//! A text names listed parties among thousands of other words, and what is found there is what the lists know: no model of language
//! says what a name is. So a text is read in three steps, of which the last is the same method as for one name (`score`).
//!
//! 1. **Words** (`token`). A text is cut into *passages* that no name crosses: they end with a sentence, a paragraph, a bracket, and with
//!    a comma, unless what stands behind it belongs to the name before it (`Co., Ltd.`, `KHAN, Mohammad`). A line that is wrapped is a
//!    space, a word that is hyphenated at the end of a line is one word, and an `'s` belongs to no name.
//! 2. **Where a name may stand** (`window`). In writing with small and large letters a name begins and ends with a large one. For each
//!    such word the index tells the listed words near it; where several words of one listed name stand close together, the stretch of text
//!    from the first to the last of them is a *window*.
//! 3. **Whether it is that name**: the text of the window is screened for that party as if somebody had typed it, and its score has to
//!    reach the threshold.
//!
//! Running text needs more exactness than a field in which somebody wrote a name: most of its words are nobody's name, and a window was
//! chosen because it fits. What a mention must have besides its score stands in `exact`, each rule with its reason.
//!
//! # Limits
//!
//! * A text has at most [`MOST_CHARACTERS`] characters, and the search ends at [`MOST_MENTIONS`] mentions. Both are said.
//! * A party that a text only describes (`the governor of the province`) is not found, nor one that it calls by a family name alone
//!   before its full name.

pub(crate) mod exact;
pub(crate) mod known;
pub(crate) mod survey;
pub(crate) mod token;
pub(crate) mod window;

/// The score from which a window is a mention, where nobody sets another: ten points above that of a name field, which leaves room for
/// one slip or one middle name and not for both.
pub const DEFAULT_THRESHOLD: u8 = 80;

/// A text of more characters is not searched: some 10,000 pages, which take minutes.
pub const MOST_CHARACTERS: usize = 20_000_000;

/// So many mentions are found before the search ends: nobody reads more, and a text that has them is itself a list.
pub const MOST_MENTIONS: usize = 10_000;
