//! The words that are names, weighed: which met which, what is missing, and how much that says.

use super::align::assign;
use super::crossing;
use super::deduction::{Deduction, Means};
use super::relations::Relations;
use super::scarce::{alone, is_more_than_a_letter, little, short};
use super::small_words;
use super::weights as w;
use super::word::{DIFFERENT, Relation};
use crate::name::{Name, Reading, Role, Word};
use crate::tables::Tables;

/// A word of the query against a word of the listed name.
pub struct Pair<'a> {
    pub query: &'a Word,
    pub listed: &'a Word,
    query_at: usize,
    listed_at: usize,
    pub relation: Relation,
}

/// A word that the other side lacks.
pub struct Lack<'a> {
    pub word: &'a Word,
    pub means: Means,
    /// Its place among the compared words of its side.
    at: usize,
    weight: i32,
}

impl<'a> Lack<'a> {
    fn new(word: &'a Word, means: Means, at: usize) -> Lack<'a> {
        Lack { word, means, at, weight: weight(word) }
    }
}

/// Deductions for the compared words of two names. `legal_forms` says whether both carry a legal form.
pub fn weigh(query: &Name, listed: &Name, legal_forms: bool, relations: &Relations) -> Vec<Deduction> {
    let reading = listed.reading;
    let (query_words, listed_words) = (compared(query, listed), compared(listed, query));
    let (pairs, mut lacks) = align(&query_words, &listed_words, reading, relations);
    let aligned = pairs.len() as i32;
    let lone = rests_on_one_word(&query_words, &listed_words, &pairs, reading);
    let numbers = numbers_agree(query, listed);
    let scale = lone.then(|| lone_scale(&pairs, &lacks, numbers, reading));

    let mut deductions = Vec::new();
    let mut met = Vec::new();
    for pair in pairs {
        if pair.relation.means != Means::Contradicting {
            let mut seen = meeting(&pair, reading, aligned, scale);
            seen.latin = relations.are_none().then(|| crossing::spelt(pair.query, pair.listed)).flatten();
            deductions.push(seen);
            met.push(pair);
            continue;
        }
        let initial = pair.query.role == Role::Initial || pair.listed.role == Role::Initial;
        if reading != Reading::Person && !initial {
            lacks.push(Lack::new(pair.query, Means::Extra, pair.query_at));
            lacks.push(Lack::new(pair.listed, Means::Missing, pair.listed_at));
            continue;
        }
        let points = if initial { w::INITIAL_CONTRADICTION } else { w::CONTRADICTION };
        deductions.push(Deduction::new(Means::Contradicting, &pair.query.raw, &pair.listed.raw, points));
    }
    if reading != Reading::Person {
        deductions.extend(naming_contradictions(&mut lacks));
        // Where no word agrees there is no organisation whose branches they could tell apart.
        if met.iter().any(is_more_than_a_letter) {
            deductions.extend(places_apart(&mut lacks));
        }
    }
    // In the order in which they are written, the query's first.
    lacks.sort_unstable_by_key(|lack| (lack.means == Means::Missing, lack.at));

    // A word said twice on one side and once on the other is not missing.
    lacks.retain(|lack| {
        !met.iter()
            .any(|pair| pair.query.form.text == lack.word.form.text || pair.listed.form.text == lack.word.form.text)
    });
    let missing: i32 = lacks.iter().map(|lack| lack.weight).sum();
    let matched: i32 = met.iter().map(|pair| weight(pair.query).min(weight(pair.listed))).sum();
    let share = missing * 100 / (missing + matched).max(1);

    match alone(&query_words, &listed_words, &met, &lacks, reading, share) {
        Some(points) => {
            deductions.push(Deduction::new(Means::Single, "", "", points));
            deductions.extend(lacks.iter().map(|lack| lacking(lack, 0)));
        }
        None => {
            let all = if reading == Reading::Person { w::MISSING_PERSON } else { w::MISSING_ORGANISATION };
            deductions.extend(lacks.iter().map(|lack| lacking(lack, all * lack.weight / (missing + matched).max(1))));
            deductions.extend(little(&met, &lacks, reading, legal_forms, numbers));
            let apart = || !lacks.is_empty() || small_words::legal_forms_differ(query, listed);
            deductions.extend(short(&met, apart, reading, lone));
            let exact = met.iter().all(|pair| is_exact(pair.relation));
            if reading == Reading::Person && share >= w::THIN_MISSING_SHARE && !exact {
                deductions.push(Deduction::new(Means::Thin, "", "", w::THIN));
            }
        }
    }
    if out_of_order(&met, listed) {
        deductions.push(Deduction::new(Means::Order, "", "", 0));
    }
    deductions.extend(commonness(&deductions, &met, lone));
    deductions
}

/// Whether words are the same name, in whichever of its known spellings.
pub fn is_exact(relation: Relation) -> bool {
    relation.cost == 0 || relation.means == Means::Family
}

/// The words of a name that are compared with those of another. A number of an organisation or a ship that both have tells as
/// much as a word, unless it is small or a year.
fn compared<'a>(name: &'a Name, other: &Name) -> Vec<&'a Word> {
    let has = |number| other.words.iter().any(|word| word.role == Role::Number(number));
    let tells = |word: &&Word| match word.role {
        Role::Core | Role::Initial => true,
        Role::Number(number) => {
            let telling = number >= w::NUMBER_TELLING && !w::YEARS.contains(&number);
            telling && name.reading != Reading::Person && has(number)
        }
        _ => false,
    };
    name.words.iter().filter(tells).collect()
}

/// Whether a word names, in the name of an organisation: it neither describes nor is a single letter.
pub fn names(word: &Word) -> bool {
    word.role == Role::Core && word.form.length > 1 && contradicts(word.rarity)
}

/// Whether all rests on one word that met another: nothing beside it can bear out that they are one.
fn rests_on_one_word(query: &[&Word], listed: &[&Word], pairs: &[Pair], reading: Reading) -> bool {
    match reading {
        Reading::Person => query.len() == 1 || listed.len() == 1,
        Reading::Organisation | Reading::Craft => {
            let met = pairs.iter().filter(|pair| pair.relation.means != Means::Contradicting);
            met.filter(|pair| names(pair.query) || names(pair.listed) || number(pair.listed)).count() == 1
        }
    }
}

/// Whether a word this rare, in the name of an organisation, stands against another.
pub fn contradicts(rarity: u8) -> bool {
    rarity > w::DESCRIPTIVE
}

/// Whether an organisation's word is another in a letter or more. By its own letters in another script it is not, however unsure
/// these are.
pub fn differs(relation: Relation) -> bool {
    relation.edits > 0
}

/// Whether a word is a number.
pub fn number(word: &Word) -> bool {
    matches!(word.role, Role::Number(_))
}

/// The cheapest assignment of the shorter side's words to the longer's, and what the longer side has left.
fn align<'a>(
    query: &[&'a Word],
    listed: &[&'a Word],
    reading: Reading,
    known: &Relations,
) -> (Vec<Pair<'a>>, Vec<Lack<'a>>) {
    // An organisation named by one short word alone is named by an acronym, which one letter makes another.
    let naming = |words: &[&Word]| words.iter().filter(|word| names(word)).count();
    let acronym = reading != Reading::Person && naming(query).min(naming(listed)) <= 1;
    let relation = |q: &Word, l: &Word| match acronym
        && q.form.text != l.form.text
        && q.form.length.max(l.form.length) <= w::ACRONYM
    {
        true => DIFFERENT,
        false => known.of(q, l),
    };
    let relations: Vec<Vec<Relation>> = query.iter().map(|q| listed.iter().map(|l| relation(q, l)).collect()).collect();
    let cost = |q: usize, l: usize| relations[q][l].cost.min(w::DIFFERENT);
    let mut partner = vec![None; query.len()];
    if query.len() <= listed.len() {
        for (q, l) in assign(query.len(), listed.len(), cost).into_iter().enumerate() {
            partner[q] = Some(l);
        }
    } else {
        for (l, q) in assign(listed.len(), query.len(), |l, q| cost(q, l)).into_iter().enumerate() {
            partner[q] = Some(l);
        }
    }
    let mut pairs = Vec::new();
    let mut lacks = Vec::new();
    for (q, word) in query.iter().enumerate() {
        match partner[q] {
            Some(l) => {
                let relation = relations[q][l];
                pairs.push(Pair { query: word, listed: listed[l], query_at: q, listed_at: l, relation });
            }
            None => lacks.push(Lack::new(word, Means::Extra, q)),
        }
    }
    for (l, word) in listed.iter().enumerate() {
        if !partner.contains(&Some(l)) {
            lacks.push(Lack::new(word, Means::Missing, l));
        }
    }
    (pairs, lacks)
}

/// In the name of an organisation words that describe may be missing on both sides; words that name stand against each
/// other, the rarest against the rarest, and are taken out of what is lacking.
fn naming_contradictions(lacks: &mut Vec<Lack>) -> Vec<Deduction> {
    let mut deductions = Vec::new();
    let rarest = |lacks: &[Lack], means: Means| {
        let naming = lacks.iter().enumerate().filter(|(_, lack)| lack.means == means && contradicts(lack.word.rarity));
        naming.max_by_key(|(at, lack)| (lack.word.rarity, std::cmp::Reverse(*at))).map(|(at, _)| at)
    };
    while let (Some(extra), Some(missing)) = (rarest(lacks, Means::Extra), rarest(lacks, Means::Missing)) {
        let (query, listed) = (lacks[extra].word, lacks[missing].word);
        let points = w::CONTRADICTION * weight(query).min(weight(listed)) / 100;
        deductions.push(Deduction::new(Means::Contradicting, &query.raw, &listed.raw, points));
        lacks.remove(extra.max(missing));
        lacks.remove(extra.min(missing));
    }
    deductions
}

/// Places tell two branches of one organisation apart, when each side has one that the other lacks.
fn places_apart(lacks: &mut Vec<Lack>) -> Option<Deduction> {
    let place = |lack: &Lack| Tables::get().place(&lack.word.form.text);
    let of =
        |means: Means, tells: &dyn Fn(&Lack) -> bool| lacks.iter().position(|lack| lack.means == means && tells(lack));
    let is_place = |lack: &Lack| place(lack).is_some();
    let names_or_place = |lack: &Lack| is_place(lack) || names(lack.word);
    let (extra, missing) = (of(Means::Extra, &names_or_place)?, of(Means::Missing, &names_or_place)?);
    let [one, other] = [extra, missing].map(|at| place(&lacks[at]));
    if one == other {
        return None;
    }
    let [query, listed] = [extra, missing].map(|at| lacks[at].word.raw.clone());
    lacks.remove(extra.max(missing));
    lacks.remove(extra.min(missing));
    Some(Deduction::new(Means::Contradicting, &query, &listed, w::PLACE_DIFFERS))
}

/// How much a word says, in hundredths: rare words all, common ones `WEIGHT_FLOOR` and their share, initials half.
pub fn weight(word: &Word) -> i32 {
    let weight = w::WEIGHT_FLOOR + (100 - w::WEIGHT_FLOOR) * i32::from(word.rarity) / 100;
    if word.role == Role::Initial { weight / 2 } else { weight }
}

/// By how many hundredths a difference in the one word on which all rests counts: by fewer where words that describe agree
/// beside it, or numbers, and nothing is lacking.
fn lone_scale(pairs: &[Pair], lacks: &[Lack], numbers: bool, reading: Reading) -> i32 {
    let agree = |pair: &&Pair| pair.relation.cost == 0 && !names(pair.query) && !names(pair.listed);
    let met = pairs.iter().all(|pair| pair.relation.means != Means::Contradicting);
    let support = pairs.iter().filter(agree).count() + usize::from(numbers);
    match reading != Reading::Person && lacks.is_empty() && met {
        true => (w::LONE - w::LONE_SUPPORT * support as i32).max(w::LONE_LEAST),
        false => w::LONE,
    }
}

/// Whether both names have numbers, and the same.
fn numbers_agree(query: &Name, listed: &Name) -> bool {
    query.numbers().next().is_some() && query.numbers().eq(listed.numbers())
}

fn meeting(pair: &Pair, reading: Reading, aligned: i32, lone: Option<i32>) -> Deduction {
    let relation = pair.relation;
    let naming = || differs(relation) && (names(pair.query) || names(pair.listed));
    let lone = lone.filter(|_| reading == Reading::Person || naming());
    let diluted = |points: i32| diluted(points, aligned, lone);
    let points = match relation.means {
        Means::Same => 0,
        Means::Initial => diluted(w::INITIAL),
        _ => {
            let points = diluted(bent(relation.cost));
            let points = match reading {
                Reading::Person => points,
                Reading::Organisation | Reading::Craft => {
                    points * (100 + weight(pair.query).min(weight(pair.listed))) / 200
                }
            };
            points + if relation.far { w::THREE_EDITS } else { 0 }
        }
    };
    let means = if pair.query.parts + pair.listed.parts > 2 && relation.means != Means::Initial {
        Means::Glued
    } else {
        relation.means
    };
    let points = if means == Means::Glued { points + w::GLUED } else { points };
    Deduction::new(means, &pair.query.raw, &pair.listed.raw, points)
}

/// The points of a relative cost, which grow faster than it does.
pub fn bent(cost: u32) -> i32 {
    let along = (cost * 1000 / w::DIFFERENT).min(1000);
    let bent = along * (1000 - (1000 - along) * w::BEND / 1000) / 1000;
    w::CONTRADICTION * bent as i32 / 1000
}

/// Points of one of so many pairs of words; so many hundredths of them where all rests on it.
pub fn diluted(points: i32, aligned: i32, lone: Option<i32>) -> i32 {
    match lone {
        Some(scale) => points * scale / 100,
        None => points * w::FULL_WEIGHT_WORDS / aligned.max(w::FULL_WEIGHT_WORDS),
    }
}

fn lacking(lack: &Lack, points: i32) -> Deduction {
    match lack.means {
        Means::Extra => Deduction::new(Means::Extra, &lack.word.raw, "", points),
        means => Deduction::new(means, "", &lack.word.raw, points),
    }
}

/// Whether the words that met stand in neither order in which the listed name is written: as listed, or given names first.
fn out_of_order(met: &[Pair], listed: &Name) -> bool {
    let places: Vec<usize> = met.iter().map(|pair| pair.listed_at).collect();
    let family_names = listed.compared().take_while(|word| word.surname).count();
    let given_first: Vec<usize> = places.iter().map(|at| if *at < family_names { at + 1000 } else { *at }).collect();
    !places.is_sorted() && !given_first.is_sorted()
}

/// What the commonness of the agreeing words adds to the deductions, or their rarity gives back.
fn commonness(deductions: &[Deduction], met: &[Pair], lone: bool) -> Option<Deduction> {
    let rarities: Vec<i32> = met
        .iter()
        .filter(|p| p.relation.means != Means::Initial)
        .map(|p| i32::from(p.query.rarity.min(p.listed.rarity)))
        .collect();
    if rarities.is_empty() {
        return None;
    }
    let mean = rarities.iter().sum::<i32>() / rarities.len() as i32;
    let scaled: i32 = deductions.iter().filter(|d| d.means != Means::Contradicting).map(|d| d.points).sum();
    // A rare word that is not quite the same gives nothing back: it is rare because it is another one.
    let mean = if lone && met.iter().any(|pair| pair.relation.cost > 0) { mean.min(w::COMMON_BALANCE) } else { mean };
    let points = scaled * w::COMMON_SHARE * (w::COMMON_BALANCE - mean) / 10_000;
    (points != 0).then(|| Deduction::new(Means::Common, "", "", points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_common_word_says_two_fifths_of_a_rare_one() {
        let weight = |text: &str| weight(&Name::read(text, Reading::Person).words[0]);
        let common = weight("Muhammad");
        assert_eq!(weight("Tuniyazov"), 100);
        // Its rarity is 40: WEIGHT_FLOOR and two fifths of the rest.
        assert_eq!(common, 40 + 24);
        assert_eq!(weight("T"), 50, "an initial is half a word");
    }
}
