/**
 * The questions by which a person tells a potential match from another party, in the order of OFAC's FAQ 5, answered as far as the row
 * and the listed entry answer them, and what the answers point to. They never decide.
 */

// Parts of an explanation in which words of both sides met.
const MET = ['same', 'family', 'transliteration', 'nickname', 'spelling', 'sound', 'initial', 'acronym', 'glued'];
const ALONE = ['missing', 'contradicting'];

// Facts that go together with half of all parties: they say something where they differ.
const COMMON = ['gender'];

// Facts by which a party is somebody else when they differ and nothing agrees. A company has branches, and people move.
const TELLING = ['birth', 'gender', 'identifier'];

const words = (text) => text.split(/\s+/u).filter(Boolean).length;

/**
 * For a hit of the engine: `{ kind, name: { met, all, extra } | null, agree, differ, missing, points }`, where `kind` is a verdict or null where
 * none was compared, `extra` are words that the listed name lacks, `missing` are the facts that the list tells and the file does not, and
 * `points` is `other`, `more` or `same`.
 */
export function answers({ kind: listedKind, explanation, facts, identifier, contradicted, births, nationalities, places }) {
  const verdicts = Object.fromEntries(facts.map(({ fact, verdict }) => [fact, verdict]));
  const listed = (means) => explanation.filter((part) => means.includes(part.means)).reduce((sum, part) => sum + words(part.listed), 0);
  const met = listed(MET);
  const extra = explanation.filter(({ means }) => means === 'extra').map(({ query }) => query);
  const name = explanation.length ? { met, all: met + listed(ALONE), extra } : null;
  const of = (verdict) => facts.filter((each) => each.verdict === verdict && each.fact !== 'kind').map(({ fact }) => fact);
  const [agree, differ] = [of('agrees'), of('differs')];
  const knows = (...of) => of.some((fact) => verdicts[fact] !== undefined);
  const missing = [
    listedKind === 'individual' && births.length && !knows('birth') ? 'birth' : null,
    nationalities.length + places.length && !knows('country', 'nationality') ? 'country' : null,
  ].filter(Boolean);
  const telling = agree.filter((fact) => !COMMON.includes(fact));
  const numberAgrees = identifier !== null || verdicts.identifier === 'agrees';
  const oneOfMany = name !== null && name.met <= 1 && name.all > 1;
  const other = contradicted || verdicts.kind === 'differs' || oneOfMany || (telling.length === 0 && differ.some((fact) => TELLING.includes(fact)));
  const same = telling.length > 1 && differ.length === 0;
  const points = numberAgrees ? 'same' : other ? 'other' : same ? 'same' : 'more';
  return { kind: verdicts.kind ?? null, name, agree, differ, missing, points };
}
