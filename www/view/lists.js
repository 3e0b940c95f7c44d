/** The Lists panel: every list with its age, counts, digest and effect, and what became of a file. */

import { MAX_AGE, RENEW, ageState, today } from '../ages.js';
import { coverage as coverageWords, lists as words, voice } from '../words.js';
import { age } from './coverage.js';
import { effects } from './measure.js';
import { action, count, date, el, english, fill, named, number, say } from './dom.js';

const ofList = (list) => el('span', { class: 'unseen' }, fill(words.ofList, { title: english(list.title) }));

/** One list. `state` is `{ about, pack, on, whole, kept }`, `act` what its controls do. */
export function listed(list, state, act) {
  const title = `list-${list.id}`;
  const own = state.pack && state.pack.from !== 'site';
  return el('article', { class: 'list', 'aria-labelledby': title },
    el('h3', { id: title }, english(list.title)),
    el('p', { class: 'quiet' }, summary(list)),
    ageing(list, state),
    el('div', { class: 'controls' },
      state.whole ? el('p', null, words.replacedBy) : choice(`on-${list.id}`, words.on, state.on, (on) => act.switch(list, on), list),
      own ? choice(`keep-${list.id}`, words.keep, state.kept, (on) => act.keep(list, on), list) : null,
      own ? action(words.remove, () => act.remove(list), ofList(list)) : null),
    own && list.ages && !list.issued && state.pack.files ? dating(list, state.pack, act) : null,
    more(list, state));
}

/** "UN · issued 18 November 2026 (2026-11-18), 3 days old · 1,003 designations · 4,871 names" */
const summary = (list) => [
  english(list.authority), ' · ',
  list.issued ? fill(words.issued, { date: date(list.issued), iso: list.issued, age: age(list.issued) }) : coverageWords.noDay, ' · ',
  count(coverageWords.designations, list.designations), ' · ',
  count(coverageWords.names, list.names),
];

function ageing(list, { about }) {
  const age = ageState(list);
  const state = age === 'ageless' && about.measures.some(({ kind }) => kind === 'own-list') ? 'own' : age;
  const warns = ['older', 'out', 'unknown', 'ahead'].includes(age);
  return el('p', { class: warns ? 'wrong' : null }, say(words.states[state], { n: age === 'older' ? RENEW : MAX_AGE }));
}

function more(list, { about: { measures, sources, warnings }, pack }) {
  const { facts: labels } = coverageWords;
  const rows = [
    [labels.scope, english(list.scope)],
    [labels.measure, measures.length === 1 ? effects(measures) : count(words.measures, measures.length)],
    [labels.from, words.from[pack?.signed ? 'signed' : pack?.from ?? 'embedded']],
    [labels.sha256, el('code', null, list.sha256)],
    ...sources.map((each) => [labels.source, [
      fill(words.source, { file: named(each.file), size: size(each.bytes), records: count(words.records, each.records) }),
      voice.comma, `${labels.sha256} `, el('code', null, each.sha256)]]),
    ...warnings.map(({ id, what }) => [labels.notes, id ? fill(words.note, { id: named(id), what: english(what) }) : english(what)]),
  ];
  return el('details', { class: 'fold' },
    el('summary', null, warnings.length ? count(words.notes, warnings.length) : words.more),
    el('dl', { class: 'facts' }, rows.map(([term, value]) => el('div', null, el('dt', null, term), el('dd', null, value)))));
}

function choice(id, label, checked, change, list) {
  const input = el('input', { id, type: 'checkbox', autocomplete: 'off', checked });
  input.addEventListener('change', () => change(input.checked));
  return el('div', { class: 'choice' },
    input,
    el('label', { for: id }, label, ofList(list)));
}

function dating(list, pack, act) {
  const id = `date-${list.id}`;
  const input = el('input', { id, type: 'date', max: today(), autocomplete: 'off' });
  return el('div', { class: 'setting' },
    el('label', { for: id }, words.dateOf, ofList(list)),
    el('div', { class: 'controls' }, input, action(words.useDate, () => input.value && act.date(pack, input.value))));
}

/** A list that ought to be loaded and is not. */
export const missing = ({ name, from, message }, forget) =>
  el('article', { class: 'list' },
    el('h3', null, fill(words.notLoaded, { name: named(name ?? coverageWords.siteLists) })),
    el('p', { class: 'wrong' }, message ? fill(words.why.signature, { message: english(message) }) : words.why[from]),
    from === 'device' ? action(words.forget, forget, el('span', { class: 'unseen' }, named(name))) : null);

/** Which file is read, and how far it is. */
export function progress(files, cancel) {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const names = files.map(({ name }) => name).join(', ');
  const bar = el('progress', { max: total || 1, value: 0, 'aria-labelledby': 'reading-line' });
  const line = el('p', { id: 'reading-line' });
  const tell = (read) => {
    bar.value = read;
    line.replaceChildren(...fill(words.reading, { files: named(names), read: size(read), total: size(total) }));
  };
  const stop = action(words.cancel, cancel);
  const check = () => {
    bar.removeAttribute('value');
    line.replaceChildren(words.checking);
    stop.remove();
  };
  tell(0);
  return { nodes: [line, bar, stop], tell, check };
}

/** "125 MB" */
export function size(bytes) {
  const step = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : 2;
  const n = bytes / 1000 ** step;
  return say(words.sizes[step], { n: number(n < 10 && step ? Math.round(n * 10) / 10 : Math.round(n)) });
}

export const told = (sentences, wrong) => sentences.map((nodes) => el('p', { class: wrong ? 'wrong' : 'news' }, nodes));

/** Files wait for an answer: older editions, or what may be a list or not. */
export const question = (sentences, yes, no, [yesWords, noWords] = [words.useOlder, words.keepNewer]) =>
  el('div', { class: 'question' },
    told(sentences, true),
    action(yesWords, yes), ' ', action(noWords, no));

/** Lists older than those used before, offered by the site, wait for an answer. */
export const olderSite = (version, before, use) => [
  el('p', { class: 'wrong' }, fill(words.older, { date: moment(version), before: moment(before) })),
  action(words.useOlderSite, use),
];

/** "21 November 2026, 14:05 UTC" */
export function moment(seconds) {
  const iso = new Date(seconds * 1000).toISOString();
  return [date(iso.slice(0, 10)), `, ${iso.slice(11, 16)} UTC`];
}
