//! # Names in running text
//!
//! A text names listed parties among thousands of other words, and what is found there is what the lists know: no model of language
//! says what a name is. So a text is read in three steps, of which the last is the same method as for one name (`score`).
//!
//! 1. **Words** (`token`). A text is cut into *passages* that no name crosses: they end with a sentence, a paragraph, a bracket, and with
//!    a comma, unless what stands behind it belongs to the name before it (`Co., Ltd.`, `KHAN, Mohammad`). A line that is wrapped is a
//!    space, a word that is hyphenated at the end of a line is one word, and an `'s` belongs to no name.
//! 2. **Where a name may stand** (`known`, `window`). In writing with small and large letters a name begins and ends with a large one;
//!    a text without any, as people write messages, may name somebody anywhere. Each such word is looked for once among the listed
//!    words: to the letter, by the letters near it, and in the first form of a word that is declined or written together with a small
//!    one (`base`). Chinese characters stand without spaces and are looked for together with those behind them. Where several words
//!    of one listed name stand close together, the stretch of text from the first to the last of them is a *window*.
//! 3. **Whether it is that name**: the text of the window, with the first forms of its words if these fit better, is screened for that
//!    party as if somebody had typed it, and its score has to reach the threshold.
//!
//! Running text needs more exactness than a field in which somebody wrote a name: most of its words are nobody's name, and a window was
//! chosen because it fits. What a mention must have besides its score stands in `exact`, and what may stand beside it in `context`, each
//! rule with its reason. Of windows that overlap the fuller name is the mention, and it tells all parties that its text may be. A family
//! name, or the word that names an organisation, is a mention *again* of what stands in full before it.
//!
//! # Limits
//!
//! * A text has at most [`MOST_CHARACTERS`] characters, and the search ends at [`MOST_MENTIONS`] mentions. Both are said.
//! * Names that a text translates are found only as far as the tables of `transliterate` know their words; foreign names in Chinese
//!   characters hardly are. Endings are known of Russian and Ukrainian and, behind an apostrophe, of any language.
//! * Somebody who is called nearly as a listed party is marked as in a screening: only a person can tell a slip from another name.
//! * A party that a text only describes (`the governor of the province`) is not found, nor one that it calls by a family name alone
//!   before its full name.

pub(crate) mod base;
pub(crate) mod context;
pub(crate) mod exact;
pub(crate) mod known;
pub(crate) mod survey;
pub(crate) mod token;
pub(crate) mod window;

/// The score from which a window is a mention, where nobody sets another: five points above that of a name field. What it must have
/// besides (`exact`) asks for more where letters are missing or differ; letters of another script may be as unsure as this.
pub const DEFAULT_THRESHOLD: u8 = 75;

/// A text of more characters is not searched: some 10,000 pages, which take minutes.
pub const MOST_CHARACTERS: usize = 20_000_000;

/// So many mentions are found before the search ends: nobody reads more, and a text that has them is itself a list.
pub const MOST_MENTIONS: usize = 10_000;
