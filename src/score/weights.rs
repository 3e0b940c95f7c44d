//! Every constant of the method, with its reason. Points are hundredths of a point of the score, so that sums stay whole
//! numbers and the score is the same on every machine.
//!
//! "Measured" refers to the experiment that `score/mod.rs` describes: labelled pairs of names, corrupted listed names and
//! names of people who are on no list.

/// A name at or above this score is shown unless the person sets another. See "The threshold" in `score/mod.rs`.
pub const DEFAULT_THRESHOLD: u8 = 70;

/// Edit costs are tenths of an edit. Vowels are what romanisation varies most, yet in short names they tell people apart
/// (Kim, Kam), so a changed vowel costs more than half an edit. Measured: .07-.34 would suit the labels, .5 or more screening.
pub const EDIT_VOWEL: u32 = 6;
/// Any other letter replaced, added or dropped.
pub const EDIT: u32 = 10;
/// Two neighbours swapped: one slip of the fingers.
pub const EDIT_SWAP: u32 = 8;
/// A doubled letter or an `h` more or less: Mohammad, Mohamad; Zakir, Zhakir.
pub const EDIT_SOFT: u32 = 3;
/// Added when the first letters differ: writers seldom mistake the first letter.
pub const EDIT_FIRST: u32 = 3;

/// A word of up to so many letters that alone names an organisation is an acronym, and one letter makes it another: RAB is not
/// RAD. Longer ones, and those among other words, may be misspelt.
pub const ACRONYM: usize = 3;

/// The letters of an organisation's words, from four on: rarely a coincidence, and said to be no more than letters.
pub const ACRONYM_MET: i32 = 2600;
/// Three letters fit one organisation or another on every list: below the default threshold.
pub const ACRONYM_SHORT: i32 = 3600;
/// From so many letters on they tell.
pub const ACRONYM_TELLING: usize = 4;
/// Fewer letters than this are no acronym.
pub const ACRONYM_SHORTEST: usize = 3;

/// From this relative cost on (thousandths of the longer word) two words are different words: .67 is two edits in three
/// letters, four in six.
pub const DIFFERENT: u32 = 670;
/// Two words of one spelling family are nearly, not wholly, the same.
pub const FAMILY_COST: u32 = 100;
/// A short form says less than the name: about 20 points between two words.
pub const NICKNAME_COST: u32 = 280;
/// The name of another language (Yusuf, Joseph) says less again, since people seldom change languages in documents.
pub const TRANSLATED_COST: u32 = 340;
/// Half an edit for having needed the sound fold at all, in thousandths.
pub const SOUND_OFFSET: u32 = 500;
/// What it costs, in thousandths of the letters written, that short vowels are not, so that letters say less than a spelling
/// does: half an edit, as for the fold by sound. Measured: 600 loses one Arabic name in a hundred and spares no clean one.
pub const SKELETON_OFFSET: u32 = 500;
/// From this relative cost on (thousandths) a Latin word does not have the letters of a word without vowels.
pub const SKELETON_MOST: u32 = 290;
/// Words glued together whose vowels are not written meet from so many letters on.
pub const SKELETON_GLUED: usize = 6;
/// And within so many tenths of an edit: no consonant may be missing.
pub const SKELETON_GLUED_EDITS: u32 = 4;
/// Words whose Jaro-Winkler similarity is below this share too few letters in place for their edits to be read as a
/// spelling; it spares the costlier comparison and rules out coincidences in long words.
pub const JARO_WINKLER_FLOOR: f64 = 0.60;
/// Up to so many letters its window is one letter wide, and two letters swapped (WAR, AWR) are nothing in common to it.
pub const JARO_WINKLER_ABOVE: u32 = 3;

/// What two different words cost when they stand against each other; an unlike spelling costs its share of it. 58 puts one
/// contradicted word of a person far below the threshold, however many others agree.
pub const CONTRADICTION: i32 = 5800;
/// A spelling that differs is weighed against the number of words it stands among: two words carry it fully.
pub const FULL_WEIGHT_WORDS: i32 = 2;
/// A spelling that differs in the one word on which all rests costs so many hundredths of the points: other organisations and
/// ships are called nearly so (Satel, Sahel; Swedbank, Sberbank). Measured on organisations that are on no list.
pub const LONE: i32 = 220;
/// So many hundredths fewer for each describing word that agrees beside it, and for a number, when nothing is lacking …
pub const LONE_SUPPORT: i32 = 35;
/// … and never fewer than these: Korea Daesong Trading may be misspelt like any name of three words.
pub const LONE_LEAST: i32 = 150;
/// Two or three letters are many organisations' (MCM Group, MCM Systems): this much more when there is more to the names, or
/// when their legal forms differ.
pub const LONE_SHORT: i32 = 1400;
/// Bend of the curve from relative cost to points (thousandths): small differences cost less than in proportion.
pub const BEND: u32 = 270;
/// Three edits or more in one word: another name that looks alike (Shamsuddin, Shamsalden). Measured: the best single rule.
pub const THREE_EDITS: i32 = 2500;
/// An initial that fits its word.
pub const INITIAL: i32 = 1000;
/// An initial that does not fit: less than two words in contradiction, since letters get lost.
pub const INITIAL_CONTRADICTION: i32 = 4060;

/// All of a person's words missing would cost this; some cost their share by weight. Missing is not contradicting.
pub const MISSING_PERSON: i32 = 3800;
/// The same for organisations, whose names are shortened as often.
pub const MISSING_ORGANISATION: i32 = 4000;
/// A word's weight is this much plus its rarity's share of the rest (hundredths).
pub const WEIGHT_FLOOR: i32 = 40;
/// One word alone in common: the difference between a matcher and a screener. Measured: without it one clean name in five
/// alerts.
pub const SINGLE: i32 = 2800;
/// Less than this many words agree (tenths; an initial is half a word) counts as one.
pub const SINGLE_BELOW: i32 = 14;
/// A word that describes an organisation is so many tenths of one where the query names it by a word more than is listed: Cosco
/// Shipping Universe is not Universe Shipping.
pub const DESCRIBING_TENTHS: i32 = 3;
/// Organisations with legal forms on both sides, or with nothing but describing words beside a rare one, are forgiven this
/// share (hundredths) of `SINGLE` by a rare word.
pub const SINGLE_RELIEF: i32 = 85;
/// A question of one word that is the listed family name, or an organisation's rare word: the person gave no more.
pub const ALONE: i32 = 2000;
/// And for each point of rarity that the word lacks.
pub const ALONE_COMMON: i32 = 50;
/// And for the share of an organisation's name that the one word leaves out (of all of it).
pub const ALONE_REST: i32 = 2500;
/// A query of one word up to this rarity says too little to be looked for ("Khan", "Bank", "Ri"): even the listed family
/// name itself would stay below the default threshold, so that finding nothing would mean nothing.
pub const TOO_COMMON: u8 = 75;
/// Words within this relative cost (thousandths) are close: one slip in five letters.
pub const CLOSE: u32 = 200;
/// When this share of a person's name (hundredths) is missing and a word that is there is not exact …
pub const THIN_MISSING_SHARE: i32 = 42;
/// … it costs this much more.
pub const THIN: i32 = 1000;

/// In the name of an organisation a word up to this rarity describes rather than names (Technology, Group, Shanghai):
/// it is missing, not contradicted, when it stands against another.
pub const DESCRIPTIVE: u8 = 70;

/// So many words that only describe are a name when no word that names is lacking on either side.
pub const WHOLE_NAME: usize = 3;

/// A particle or title on one side only; people use and omit them.
pub const SMALL_WORD: i32 = 200;
/// At most this many are counted.
pub const SMALL_WORDS_MOST: i32 = 3;
/// Legal forms of different classes: another company, perhaps of the same group; it stays a potential match.
pub const LEGAL_DIFFERS: i32 = 2500;
/// A legal form on one side only.
pub const LEGAL_MISSING: i32 = 400;
/// Two places that stand against each other: the Australian branch is not that of Hong Kong, whatever else agrees.
pub const PLACE_DIFFERS: i32 = 3100;
/// A legal form beside the name of a ship or an aircraft: companies are many and ships are called OLIVIA and RIGEL.
pub const LEGAL_ON_CRAFT: i32 = 2500;
/// A legal form beside the name of a person who has no such word: a company is no person, yet one that has all of a listed
/// person's name is worth a look.
pub const LEGAL_ON_PERSON: i32 = 2000;
/// The same where the form is of single letters (`S.A.`), which may be initials.
pub const LETTERS_ON_PERSON: i32 = 1000;
/// Different numbers: Fund III is not Fund IV, but labels and people disagree, so it stays a potential match.
pub const NUMBER_DIFFERS: i32 = 2500;
/// A number on one side only says less than two that differ: battalions and branches are named with and without. Measured: 15
/// points in place of 30 find more misspelt names and alert on no more people.
pub const NUMBER_MISSING: i32 = 1500;
/// From here on a number that both names have tells as much as a word (FU YUAN YU 8650) …
pub const NUMBER_TELLING: u32 = 100;
/// … unless it is a year.
pub const YEARS: std::ops::Range<u32> = 1900..2100;
/// Words joined on one side and apart on the other.
pub const GLUED: i32 = 400;
/// Glued words may differ by this relative cost at most (thousandths) …
pub const GLUE_COST: u32 = 200;
/// … and by this many tenths of an edit.
pub const GLUE_EDITS: u32 = 22;

/// Deductions grow by this share (hundredths) of what the agreeing words lack to `COMMON_BALANCE` in rarity, and shrink
/// when they are rarer. Measured: .4 finds more corrupted names without alerting on more clean ones.
pub const COMMON_SHARE: i32 = 40;
/// The rarity at which nothing is added or taken.
pub const COMMON_BALANCE: i32 = 60;
