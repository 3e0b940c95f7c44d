/** Every sentence about what a person adds to a name: the second part of words.js, under the same binding words. */

/** Sentences of the frame, by the data-word of their element. */
export const frame = {
  knownTitle: 'Add what you know',
  knownHint:
    'It tells people of the same name apart. It changes no score and hides nothing: what it does not fit moves down and stays counted.',
  birthLabel: 'Date of birth',
  birthHint: 'A year, a month or a day: 1963, 1963-10, 1 Oct 1963. A span: 1960-1965.',
  birthWrong: 'This is not compared, because it cannot be read as a date. Type it like 1963, 1963-10 or 1 Oct 1963.',
  countryLabel: 'Country',
  countryHint: 'Any country that has to do with them: by name or code. Several with ; between them.',
  countryWrong: 'This is not compared, because no country is known by it. Type its English name or its code, such as Bangladesh, BD or BGD.',
  nationalityLabel: 'Nationality',
  nationalityHint: 'By name or code. Several with ; between them.',
  nationalityWrong:
    'This is not compared, because no country is known by it. Type its English name or its code, such as Bangladesh, BD or BGD.',
  kindLabel: 'Kind',
  genderLabel: 'Gender',
  identifierLabel: 'Identity number',
  identifierHint: 'Passport, tax, registration, IMO number, LEI, wallet and the like, as printed. It can stand without a name.',
  identifierWrong: 'This is not compared, because it is too short for an identity number. Type at least four letters and digits.',
  unknown: 'Not known',
  individual: 'Person',
  entity: 'Organisation',
  vessel: 'Vessel',
  aircraft: 'Aircraft',
  female: 'Female',
  male: 'Male',
};

export const reasons = {
  'mistyped-number': [
    'this number is mistyped',
    'The number {value} fails its own check digits, and no list has it as it stands. Type it as it is printed.',
  ],
};

export const outcome = {
  wroteNumber: 'For the identity number {name}',
  readAsNumber: 'It looks like an identity number, so it was looked for among the listed numbers, and as a name.',
  noneNumber: 'No listed number is the same, apart from spaces and punctuation. Many entries have no number at all.',
  firstNumber: 'First, by its number: {name}.',
  nothingYet: 'Nothing to compare yet: add a birth date or country to tell people of the same name apart.',
  folded: {
    one: '{n} more whose facts differ from what you added',
    other: '{n} more whose facts differ from what you added',
  },
  foldedAll: {
    one: 'Its facts differ from what you added',
    other: 'The facts of all {n} differ from what you added',
  },
};

export const party = {
  byNumber: 'It has the number {number} ({kind}).',
  otherName: 'Its name is another than the one you wrote.',
  findings: 'What you added',
};

/** One line for each fact: `Born 1963: agrees, same year (listed 01 Oct 1963)`. */
export const finding = {
  facts: {
    birth: 'Born {given}',
    country: 'Country {given}',
    nationality: 'Nationality {given}',
    kind: 'Kind {given}',
    gender: 'Gender {given}',
    identifier: 'Number {given}',
  },
  verdicts: { agrees: 'agrees', differs: 'differs', unknown: 'not known' },
  listed: ' (listed: {listed})',
};

/** What exactly agrees, differs or is not known. */
export const effects = {
  'not-listed': 'the list does not say',
  'not-readable': 'what the list says cannot be read',
  'other-year': 'more than two years off',
  'within-two-years': 'another year, at most two off',
  'other-day': 'another day of the same year',
  'within-range': 'within the span',
  'same-year': 'the same year',
  'day-month-swapped': 'the same with day and month exchanged',
  'same-month': 'the same month',
  'same-day': 'the same day',
  'other-country': 'another country',
  'related-country': 'one is, was or is said to be a part of the other',
  'same-issuer': 'a listed number was issued there',
  'same-address': 'a listed address is there',
  'same-birth-place': 'the listed place of birth is there',
  'same-flag': 'the flag or registration',
  'same-nationality': 'the listed nationality',
  'other-nationality': 'another nationality',
  'other-kind': 'another kind',
  'same-kind': 'the same kind',
  'other-gender': 'another gender',
  'same-gender': 'the same gender',
  'other-number': 'none of the listed numbers, of which there can be several',
  'other-unique-number': 'another number, of which there is only one',
  mistyped: 'the number fails its own check digits',
  'same-number': 'a listed number',
};
