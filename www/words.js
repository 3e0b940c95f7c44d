/**
 * Every sentence the page says, in English: a second language is a second file of this shape.
 *
 * `{slots}` are filled by the views. A plural is an object of Intl.PluralRules categories.
 * The binding words: "potential match" and never the noun alone; a person decides, so nothing here judges.
 */

export const language = 'en-GB';

const plurals = new Intl.PluralRules(language);

/** The form of a plural that fits `n`. */
export const plural = (forms, n) => forms[plurals.select(n)] ?? forms.other;

/** Sentences of the frame, by the data-word of their element. */
export const frame = {
  skip: 'Skip to the name field',
  tagline: 'Screens a name against sanctions lists, on this device',
  question: 'Who do you want to screen?',
  screen: 'Screen',
  privacy: 'Screened on this device. Nothing you type is sent or stored.',
  checkTitle: 'Check it yourself',
  check1: 'Open your browser’s developer tools (F12) and choose the network panel.',
  check2: 'Reload this page and wait until the name field opens. You see the page’s own files arrive, and nothing else.',
  check3: 'Empty the panel and screen a name. The panel stays empty.',
  check4: 'Go offline: switch your network off, or choose “Offline” in the panel. Screen another name. It still works.',
  checkWhy:
    'Before you can type, the page puts itself under a rule (a Content Security Policy) with which your browser stops every further request. Its engine is bound by the same rule and proves it first by a request that must fail, which your browser may note in its console. Nothing is screened without that proof.',
  checkNot: 'What no web page can prove to you:',
  checkNot1: 'That nobody else looks. An extension of your browser can read every page. Use a browser without any, or a private window in which they are off.',
  checkNot2: 'That you go nowhere. The rule is about requests of the page, and not about a link that you open. Nor does it reach the ways that need no request (WebRTC, connections opened early); this page uses none of them.',
  checkNot3: 'That the page is the same tomorrow. Whoever runs a site can change its files. The single file namesieve.html stays what it is: keep it, and compare its SHA-256 with the published one.',
  checkDigest:
    'This is the single file. Compare its SHA-256 with the one that was published with it, in namesieve.html.sha256. A terminal shows it: “sha256sum namesieve.html” on Linux, “shasum -a 256 namesieve.html” on a Mac, “certutil -hashfile namesieve.html SHA256” on Windows.',
  settings: 'Settings',
  weakLabel: 'Also show parties reached only by a weak alias',
  weakHint:
    'A weak alias is a name the list itself calls broad or generic. OFAC does not expect anyone to screen for it alone (FAQ 122 to 125).',
  thresholdLabel: 'Threshold: the lowest score shown',
  thresholdWrong: 'Type a whole number from 1 to 100. Until then the last valid threshold is used.',
  coverageTitle: 'Lists looked at',
  resultTitle: 'Outcome',
  listsFold: 'Lists: see, switch off, add',
  addTitle: 'Add lists',
  addAbsent: 'Files cannot be read in this visit: the part of the page that reads them could not be loaded. Screening works. Reload the page to try again.',
  addFiles: 'Choose list files, or drop them anywhere on this page',
  addHint: 'Several at once are fine, and the parts of OFAC’s CSV family belong together; packs that Namesieve compiled are taken as well. Files are read on this device and sent nowhere.',
  keepHint: 'A list that you keep on this device can be seen by whoever uses it. No name that you screen is kept with it.',
  sourcesTitle: 'Where to get official files, and which are read',
  source1: 'OFAC, Sanctions List Service: the SDN List and the Consolidated Non-SDN List, as XML, ADVANCED XML, ENHANCED XML or CSV.',
  source2: 'United Nations, Security Council, page “Consolidated List”: XML.',
  source3: 'United Kingdom, GOV.UK, page “The UK Sanctions List”: XML or CSV.',
  source4: 'European Union, “Consolidated list of persons, groups and entities subject to EU financial sanctions”: XML 1.1 or CSV 1.1.',
  source5: 'Switzerland, SECO, page “Searching for subjects of sanctions”: XML of the whole list.',
  source6: 'Canada, Global Affairs, page “Consolidated Canadian Autonomous Sanctions List”: XML.',
  source7: 'A list of your own: a CSV file with a column “name”.',
  stepsTitle: 'What to do with a potential match',
  stepsIntro: 'Namesieve shows who it might be. These steps, after OFAC’s FAQ 5, help a person decide.',
  step1: 'Read which list and which measure it is. A measure can ask for something quite different from another.',
  step2: 'Compare the kind: is yours a person and the listed party an organisation, or the reverse? Then it is someone else.',
  step3: 'Compare the whole name: if only one of several words agrees, it is most likely someone else.',
  step4:
    'Compare the full entry under “Details” with all you know: birth, places, nationality, identity numbers, addresses, other names. If you know too little, ask for more before you decide.',
  step5:
    'If several facts agree, do not decide alone: OFAC runs a compliance hotline; how to reach it is on OFAC’s own site. Write down what you compared and why you decided.',
  stepsSource: 'OFAC FAQ 5 (leaves this page; opens ofac.treasury.gov in a new tab)',
  motto: 'Namesieve compares names. It does not decide who someone is.',
  limitLetters: 'It reads Latin, Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, Chinese, Korean, Japanese kana, Devanagari, Bengali, Burmese and Thai letters. A name in other letters is not screened.',
  limitLists: 'It looks at the lists named above and at no others.',
  methodLink: 'How the score is made (opens in a new tab)',
  limitSpelling: 'It finds other spellings up to a limit: a name written very differently can be missed.',
};

/** While the page loads and when it cannot: what happened, what that means, what to do. */
export const start = {
  loading: 'Loading the lists and the engine. The name field opens when they are verified.',
  slow: 'This takes longer than usual: the connection is slow, or has stopped. Nothing has been screened yet. Wait, or reload the page.',
  ready: 'The lists are ready. Type a name.',
  prompt: 'Type a name as you find it written, in any order. The outcome appears here.',
  reload: 'Reload the page',
  failed: 'Not screened: the lists could not be loaded',
  unharmed: 'Nothing has been screened and nothing you typed has left this device.',
  causes: {
    'no-webassembly':
      'This browser does not offer WebAssembly, which Namesieve needs. Use a current browser, or ask whoever looks after this device to allow WebAssembly.',
    'engine-missing':
      'The file with the engine and the lists could not be fetched. Check your connection, then reload the page.',
    'engine-damaged':
      'The file with the engine and the lists arrived damaged, so it was not used. Reload the page. If this stays, tell whoever runs this site.',
    'worker-missing':
      'A part of the page (its worker) could not be started. Check your connection, then reload the page.',
    unsealed:
      'This browser did not prove that the page can connect nowhere, so nothing is screened in it. Use a current browser with its usual settings. If this stays, tell whoever runs this site: a server that changes the page’s policy has to send the one in the file _headers.',
    'engine-silent': 'The engine did not start in time. Close other programs, then reload the page.',
    'engine-refused': 'The engine refused to start: {message} Reload the page. If this stays, tell whoever runs this site.',
  },
};

export const outcome = {
  potential: { one: '{n} potential match', other: '{n} potential matches' },
  none: 'No potential match on these lists',
  oneWord: 'It is one word, which was compared with family names and the telling words of organisations only. Add the rest of the name.',
  noneMeans: 'Only the lists named above were looked at. A name spelt very differently, or a list that is not loaded, can hold more.',
  wrote: 'For the name {name}',
  long: '{name}… ({n} characters in all)',
  order: {
    one: 'Compare the entry with what you know.',
    other: 'Strongest first. Compare each entry with what you know.',
  },
  nonetheless: {
    one: 'What could be compared brings {n} potential match all the same.',
    other: 'What could be compared brings {n} potential matches all the same.',
  },
  notScreened: 'Not screened: {reason}',
  notScreenedMeans: 'The name was not compared as it should be.',
  reasons: {
    empty: ['type a name', 'The field is empty. Type the name of a person or an organisation, then press Screen.'],
    'no-letters': ['there are no letters in this', 'A name needs letters. Type it as you find it written.'],
    'too-long': ['this is too long for a name', 'The limit is {value} characters. Screen one name at a time.'],
    'unsupported-script': [
      'this version cannot read {value} letters',
      'Type the name as a passport writes it, in Latin letters.',
    ],
    'too-little': [
      'this is too little of a name',
      'It fits common names, or a part of listed ones. Add the rest of the name.',
    ],
    'several-names': ['this looks like several names', 'Screen one name at a time.'],
    unreadable: [
      'some of its characters cannot be compared',
      'They are {value}. Type the name in plain letters.',
    ],
    address: ['this looks like an address', 'Type the name of the person or organisation.'],
    'no-list': ['no list is looked at', 'Open “Lists” above and switch one on, or add one.'],
    'out-of-date': [
      'list out of date',
      'Nothing was found, but {value} may have changed: older than {days} days, or of an age that is not known. Fetch a newer edition and add it under “Lists” above.',
    ],
    'list-missing': [
      'a list could not be loaded',
      'Nothing was found on the others. Not looked at: {value}. Reload the page, or add the file under “Lists” above.',
    ],
    other: ['{value}', 'Change the name or reload the page.'],
  },
  accept: {
    'out-of-date': 'Screen against the old lists for this visit',
    'list-missing': 'Screen without the missing list for this visit',
  },
  more: { one: 'Show {n} more', other: 'Show {n} more' },
  weakOnly: {
    one: '{n} listed party has this only as a weak alias and is not shown.',
    other: '{n} listed parties have this only as a weak alias and are not shown.',
  },
  showWeak: { one: 'Show it', other: 'Show them' },
  first: 'First: {name}, score {score} of 100.',
  compared: 'Compared with {designations} on {lists}.',
};

export const lost = {
  reason: 'the engine stopped',
  stopped: 'The engine stopped while it worked.',
  silent: 'The engine did not answer in time.',
  unharmed: 'Nothing you typed has left this device, and it is still in the field.',
  restarting: 'The engine is starting again.',
  restarted: 'The engine has started again. Press Screen to screen the name.',
  failed: 'The engine could not be started again. Reload the page, then type the name once more.',
};

/** One party: what the list calls it, why it is shown, what its listing does. */
export const party = {
  kinds: { individual: 'Person', entity: 'Organisation', vessel: 'Vessel', aircraft: 'Aircraft' },
  born: 'born {dates}',
  score: 'Score {score} of 100',
  ofacSearch: 'OFAC’s own search would show about {score}: an emulation of it, from public recordings.',
  decides: 'Potential match: a person decides.',
  youWrote: 'You wrote',
  listedAs: 'Listed as',
  names: {
    primary: 'primary name',
    alias: 'alias',
    former: 'former name',
    weak: 'weak alias',
  },
  corroboration: 'Also like the weak alias {name} (score {score}).',
  listed: 'listed {date}',
  effective: 'In effect from {date}.',
  divestBy: 'Divestment allowed until {date}.',
  listings: { one: 'The same party on {n} more listing', other: 'The same party on {n} more listings' },
  listedUnder: 'Listed as {name}',
  details: 'Details',
  detailsOf: ' of {name}',
  because: '{agrees}.',
  becauseBut: '{agrees}, but {differs}.',
  becauseNothing: 'No word of the two names agrees: it is shown because the threshold is so low.',
};

/** Why: one clause for each means the engine names, for the sentence above the score. */
export const clauses = {
  quoted: '“{name}”',
  sameAll: 'Every word is the same in both names',
  same: { one: '{query} is in both names', other: '{query} are in both names' },
  spelling: '{query} is spelt much like the listed {listed}',
  sound: '{query} sounds like the listed {listed}',
  family: '{query} is another spelling of the listed {listed}',
  transliteration: '{query} is the listed {listed} in another script',
  nickname: '{query} is a short form of the listed {listed}, or the other way round',
  acronym: '{query} has the first letters of the listed {listed}, or the other way round',
  initialWritten: '{query} can be the initial of the listed {listed}',
  initialListed: 'the listed {listed} can be the initial of {query}',
  glued: '{query} has the letters of the listed {listed}, with the words joined or split',
  order: 'the words stand in another order',
  missing: { one: 'the listed {listed} is not in what you wrote', other: 'the listed {listed} are not in what you wrote' },
  extra: { one: '{query} is not in the listed name', other: '{query} are not in the listed name' },
  contradicting: '{query} differs from the listed {listed}',
  common: 'the words that agree are common ones',
  thin: 'little of the listed name is in what you wrote',
  single: 'only one word agrees',
  describing: 'what agrees only describes an organisation',
  legalForm: 'the legal forms {query} and {listed} differ',
  number: 'the numbers {query} and {listed} differ',
  numberWritten: 'the number {query} is not in the listed name',
  numberListed: 'the listed number {listed} is not in what you wrote',
};

/** The same means as short labels, for the table that adds up. */
export const means = {
  same: 'Same word',
  spelling: 'Similar spelling',
  sound: 'Similar sound',
  family: 'Another spelling of one name',
  transliteration: 'Same word in another script',
  nickname: 'Short form of a given name',
  acronym: 'First letters of a longer name',
  initial: 'Initial',
  glued: 'Words joined or split',
  order: 'Another order of words',
  missing: 'Listed word you did not write',
  extra: 'Word the listing does not have',
  contradicting: 'Words that differ',
  particle: 'Particle',
  title: 'Title',
  'legal-form': 'Legal form',
  number: 'Number',
  common: 'How common the words are',
  emulation: 'Emulation of another search',
  single: 'Only one word agrees',
  describing: 'What agrees only describes',
  thin: 'Little of the name, and not exactly',
};

export const detail = {
  waiting: 'Opening the entry.',
  failed: 'The entry could not be opened: {message} Close it and open it again.',
  names: 'All names',
  about: 'About this party',
  kind: 'Kind',
  listed: 'Listed',
  births: 'Born',
  birthRange: '{published} (from {from} to {to})',
  birthPlaces: 'Place of birth',
  nationalities: 'Nationality',
  citizenships: 'Citizenship',
  gender: 'Gender',
  titles: 'Title or role',
  identifiers: 'Identity numbers',
  issued: 'issued {date}',
  expires: 'expires {date}',
  addresses: 'Addresses',
  changed: 'Last changed',
  crossReferences: 'Numbers with other authorities',
  reasons: 'Reasons given on the list',
  measures: 'What the listing does',
  links: 'Linked parties',
  linksPicture: 'Picture of the parties linked with {name}. The list below says the same.',
  linkTo: 'This party is {relation} {name} ({kind}).',
  linkFrom: '{name} ({kind}) is {relation} this party.',
  legalNotes: 'Legal notes on the list',
  context: 'Context that is not on the list',
  contextSource: 'Source: {source}',
  references: 'Official pages',
  referencesNote:
    'Opening one leaves this page. The site you open can see which record you look at. The name you typed is not sent.',
  opens: '{title} (opens {host} in a new tab)',
  score: 'How the score was made',
  scoreCaption: 'From 100 down to the score of {score}',
  scoreStart: 'Start',
  scoreTotal: 'Score',
  scoreWhat: 'What was found',
  scorePoints: 'Points',
  readAs: '{name}, read as {latin}',
  weakNote: 'weak alias: the list calls it broad or generic',
};

export const thresholdHint = 'From 1 to 100. The method’s own is {threshold}; a lower one shows more parties, and more of them by chance.';

export const build = 'Method {method}. Version {version}.';
