//! What stands beside a window: whether it leaves the window a name of its own.

use super::survey::Survey;
use super::token::{Case, Gap, Token};
use super::window::{Passage, Window};
use crate::name::{Name, Reading, Role, Word};
use crate::tables::Tables;

/// A window that fits a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The party's place among the subjects.
    pub subject: u32,
    /// Hundredths of points deducted.
    pub deducted: i32,
    /// How the name that compared best is read.
    pub reading: Reading,
    /// Of how many words the window's name is, as far as they are compared.
    pub words: usize,
}

/// Words behind which a ship is named, in the languages in which ships are reported on.
const SHIPS: &str = "vessel ship tanker mv mt ss freighter carrier bulker barge yacht boat steamer buque petrolero barco \
    navire petrolier bateau cargo schiff tankschiff frachter frachtschiff navio petroleiro nave petroliera sudno aircraft \
    renamed formerly";

/// Months, which companies are called after, in the languages of the lists.
const MONTHS: &str = "january february march april may june july august september october november december janvier \
    fevrier mars avril mai juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio \
    agosto septiembre octubre noviembre diciembre januar februar marz juni juli oktober dezember janeiro fevereiro maio \
    junho julho setembro outubro dezembro";

/// So many words with large letters in ten are a heading, where a large letter says nothing.
const HEADING: usize = 7;

fn is_among(words: &str, token: &Token) -> bool {
    words.split(' ').any(|word| word == token.text)
}

/// The words right before and behind a window that have a large letter and are no title, or are bound to it by a hyphen.
pub fn beside(passage: &Passage, first: usize, last: usize) -> [Option<usize>; 2] {
    let tokens = passage.tokens;
    let window = Window { first, last, name: 0 };
    let large = |at: usize, gap: Gap| {
        let token = &tokens[at];
        let bound = gap == Gap::Joined && token.case == Case::Small && !Tables::get().is_particle(&token.text);
        bound || gap <= Gap::Space && token.is_large() && !Tables::get().is_title(&token.text)
    };
    let before = window.first.checked_sub(1).filter(|at| large(*at, tokens[window.first].gap));
    let behind = Some(window.last + 1).filter(|at| tokens.get(*at).is_some_and(|token| large(*at, token.gap)));
    [before, behind]
}

/// Whether a passage is a heading, in which most words have a large letter.
fn is_heading(passage: &Passage) -> bool {
    let cased = passage.tokens.iter().filter(|token| matches!(token.case, Case::Large | Case::Capitals | Case::Small));
    let (mut all, mut large) = (0, 0);
    cased.for_each(|token| {
        all += 1;
        large += usize::from(token.is_large());
    });
    let capitals = passage.tokens.iter().all(|token| token.case == Case::Capitals);
    all > if capitals { 2 } else { 3 } && large * 10 >= all * HEADING
}

/// Whether a window of one word is a name: a word that the text writes with a small letter elsewhere is none, nor is a place, a month, or
/// a part of somebody else's name.
pub fn stands_alone(passage: &Passage, window: Window, reading: Reading, survey: &Survey) -> bool {
    let token = &passage.tokens[window.first];
    let describes = |at: usize| Tables::get().describing(&passage.tokens[at].text) < crate::tables::RARE;
    let place = describes(window.first) || is_among(MONTHS, token);
    if place || token.is_large() && survey.has_small(token) {
        return false;
    }
    let [before, behind] = beside(passage, window.first, window.last);
    let before_it = window.first.checked_sub(1).map(|at| &passage.tokens[at]);
    let titled = before_it.is_some_and(|before| Tables::get().is_title(&before.text));
    // The first word of a sentence has its large letter for that.
    let before = before.filter(|at| reading == Reading::Person || !passage.tokens[*at].first);
    match reading {
        Reading::Person => {
            before.is_none() && behind.is_none() && !titled && !token.first && token.case != Case::Caseless
        }
        // What half of the lists are called by may stand beside a name: `VTB Bank`.
        Reading::Organisation => {
            let common = |at: usize| Tables::get().rarity(&passage.tokens[at].text) <= COMMON;
            let form = |at: usize| is_legal_form(&passage.tokens[at], token);
            [before, behind].into_iter().flatten().all(|at| common(at) || form(at))
        }
        Reading::Craft => {
            let called = before_it.is_some_and(|before| is_among(SHIPS, before));
            let mixed = passage.tokens.iter().any(|token| token.case == Case::Small);
            (called || mixed && passage.writing(window).capitals) && behind.is_none()
        }
    }
}

/// Whether a word beside the name of an organisation is its legal form, in the letters of any language.
fn is_legal_form(word: &Token, name: &Token) -> bool {
    let together = Name::read(&format!("{} {}", word.raw, name.raw), Reading::Organisation);
    matches!(together.words.first(), Some(Word { role: Role::Legal(_), .. }))
}

/// A word of organisations that is so common stands beside the names of many.
const COMMON: u8 = 50;

/// The longer stretch of text of which a person's name is a part, as far as its words with large letters show.
pub fn longer(passage: &Passage, window: Window, fit: Fit) -> Option<(usize, usize)> {
    if fit.reading != Reading::Person {
        return None;
    }
    let [before, behind] = beside(passage, window.first, window.last);
    let bound = |at: &usize| passage.tokens[*at].case == Case::Small;
    let of_people = |at: &usize| passage.known[*at].as_ref().is_some_and(|known| known.of_people);
    // Before a name stand offices and, in German, any noun; behind it a large letter is most often its own.
    let heading = is_heading(passage);
    let first = before.filter(|at| of_people(at) && !passage.tokens[*at].first || bound(at)).unwrap_or(window.first);
    let last = behind.filter(|at| !heading || of_people(at) || bound(at)).unwrap_or(window.last);
    ((first, last) != (window.first, window.last)).then_some((first, last))
}
