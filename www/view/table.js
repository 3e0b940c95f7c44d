/** A file of names before it is screened: how it was read, what its columns are used for, and how many potential matches it would bring. */

import { facts as factLabels, file as words, run as runWords, plural } from '../words.js';
import { action, count, el, english, fill, joined, named, number, say, shown, svg } from './dom.js';

const choose = (id, options, chosen, change, label) => {
  const select = el('select', { id, autocomplete: 'off', 'aria-label': label },
    options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  select.addEventListener('change', () => change(select.value));
  return select;
};

/** "a table with “;” between its cells, UTF-8" */
export function formOf({ format, separator, encoding, sheet }) {
  const kind = format === 'delimited' && separator === '\t' ? 'tab' : format;
  return el('span', null, fill(words.forms[kind], { separator, encoding, sheet: sheet && named(sheet) }));
}

/** "partners.csv: 4,980 rows, a table with “;” between its cells, UTF-8." and what is to be known of it. */
export function about({ file, form, rows, notes, twice }) {
  const slots = { file: named(file.name), n: number(rows), form: formOf(form) };
  return [
    el('p', { class: 'news' }, fill(plural(words.read, rows), slots)),
    notes.map((note) => el('p', null, english(note))),
    twice ? el('p', null, count(words.twice, twice)) : null,
  ];
}

/** The first rows under their columns, each with what it is used for. `use(at, value)` changes one. */
export function columns({ file, labels, columns: uses, wrong, namesNotCompared }, rows, use) {
  const options = Object.entries(words.uses);
  return [
    el('h2', { id: 'columns-title' }, fill(words.columns, { file: named(file.name) })),
    el('p', { class: 'quiet' }, words.columnsHint),
    el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-labelledby': 'columns-title' },
      el('table', { class: 'sheet' },
        el('thead', null,
          el('tr', null, labels.map((label) => el('th', { scope: 'col', dir: 'auto' }, shown(label)))),
          el('tr', null, labels.map((label, at) =>
            el('td', null, choose(`use-${at}`, options, uses[at], (value) => use(at, value), say(words.use, { label })))))),
        el('tbody', null, rows.map(({ cells }) => el('tr', null, labels.map((_, at) => el('td', { dir: 'auto' }, cut(cells[at] ?? '')))))))),
    namesNotCompared.length
      ? el('p', { class: 'wrong' }, fill(plural(words.suspects, namesNotCompared.length), { labels: el('span', null, joined(namesNotCompared.map((label) => named(label)))) }))
      : null,
    wrong ? el('p', { class: 'wrong' }, words.noName) : rows[0]?.row ? asked(rows[0].row) : null,
  ];
}

const cut = (text) => shown([...text].length > 80 ? `${[...text].slice(0, 80).join('')}…` : text);

/** "Row 2 will be screened as Benazir Ahmad, birth 1963 and country BD." */
function asked({ row, names, facts }) {
  const told = facts.map(({ fact, text }) => el('span', null, `${factLabels[fact]} `, named(text)));
  const slots = {
    row: String(row),
    name: el('strong', null, joined(names.map((name) => named(name)))),
    facts: told.length ? el('span', null, ': ', joined(told)) : '',
  };
  return el('p', null, fill(names.length ? words.asked : words.askedNumber, slots));
}

// What people meet; any other can be given on the command line.
const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255',
  'windows-1256', 'windows-1257', 'windows-1258', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-kr'];

/** How the file is read, where what was guessed is wrong. */
export function howRead({ form }, choice, change) {
  const { header, encoding, sheet } = choice;
  const headers = [['', words.headers.told], ['yes', words.headers.yes], ['no', words.headers.no]];
  const chosen = header === undefined ? '' : header ? 'yes' : 'no';
  const field = (id, label, select) => el('div', { class: 'setting' }, el('label', { for: id }, label), select);
  return el('details', { class: 'fold' },
    el('summary', null, words.howRead),
    field('choice-header', words.header, choose('choice-header', headers, chosen, (value) => change({ header: value ? value === 'yes' : undefined }))),
    form.format === 'workbook'
      ? field('choice-sheet', words.sheet, choose('choice-sheet', form.sheets.map((name) => [name, name]), sheet ?? form.sheet, (value) => change({ sheet: value })))
      : field('choice-encoding', words.encoding, choose('choice-encoding', [['', words.encodings.told], ...ENCODINGS.map((name) => [name, name])],
          encoding ?? '', (value) => change({ encoding: value || undefined }))));
}

/** How far a run is: a line, a bar, and buttons to pause and stop it. */
export function progress(total, line, { pause, cancel }) {
  const bar = el('progress', { max: total || 1, value: 0, 'aria-labelledby': 'run-line' });
  const text = el('p', { id: 'run-line' }, line);
  const pausing = action(runWords.pause, () => pause());
  const tell = (done, said) => {
    bar.value = done;
    text.textContent = said;
  };
  const paused = (is) => (pausing.textContent = is ? runWords.goOn : runWords.pause);
  return { nodes: [text, bar, el('div', { class: 'controls' }, pausing, action(runWords.cancel, cancel))], tell, paused };
}

/** How many rows have potential matches at each threshold: bars with their numbers beside them. `use(threshold)` takes one. */
export function histogram(counts, total, chosen, use) {
  const most = Math.max(1, ...counts.map(([, rows]) => rows));
  const bar = (rows) =>
    svg('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { x: 0, y: 0, width: (100 * rows) / most, height: 10 }));
  return [
    el('h3', { id: 'trial-title' }, runWords.trialTitle),
    el('p', { class: 'quiet' }, runWords.trialHint),
    el('table', { class: 'trial', 'aria-labelledby': 'trial-title' },
      el('thead', null, el('tr', null, el('th', { scope: 'col' }, runWords.trialThreshold), el('th', { scope: 'col', class: 'figure' }, runWords.trialRows), el('td', null), el('td', null))),
      el('tbody', null, counts.map(([threshold, rows]) =>
        el('tr', { 'data-chosen': threshold === chosen },
          el('th', { scope: 'row' }, String(threshold)),
          el('td', { class: 'figure' }, number(rows)),
          el('td', { class: 'picture' }, bar(rows)),
          el('td', null, action(say(runWords.trialUse, { threshold }), () => use(threshold))))))),
  ];
}

/** "120 of 5,000 rows, 85 a second, 1 minute left" */
export function going(done, total, elapsed) {
  if (done === 0) return say(runWords.begins, { total: number(total) });
  const rate = (1000 * done) / elapsed;
  const left = Math.ceil((total - done) / rate);
  const [forms, n] = left < 100 ? [runWords.seconds, left] : left < 6000 ? [runWords.minutes, Math.round(left / 60)] : [runWords.hours, Math.round(left / 3600)];
  return say(runWords.running, { done: number(done), total: number(total), rate: number(Math.round(rate)), left: count(forms, n) });
}

/** The fields for how a file is screened. */
export function settingFields(threshold) {
  const text = (id, label) => el('div', { class: 'setting' }, el('label', { for: id }, label),
    el('input', { id, type: 'text', dir: 'auto', spellcheck: 'false', autocomplete: 'off', autocorrect: 'off', translate: 'no', writingsuggestions: 'false' }));
  return [
    el('h2', null, runWords.title),
    el('div', { class: 'known' },
      el('div', { class: 'setting' },
        el('label', { for: 'table-threshold' }, runWords.threshold),
        el('p', { id: 'table-threshold-hint', class: 'quiet' }, say(runWords.thresholdHint, { threshold })),
        el('p', { id: 'table-threshold-wrong', class: 'wrong', hidden: true }, runWords.wrong),
        el('input', { id: 'table-threshold', type: 'number', inputmode: 'numeric', min: 1, max: 100, step: 1, value: threshold, autocomplete: 'off',
          'aria-describedby': 'table-threshold-hint table-threshold-wrong' })),
      el('div', { class: 'setting choice' },
        el('input', { id: 'table-weak', type: 'checkbox', autocomplete: 'off' }), el('label', { for: 'table-weak' }, runWords.weak)),
      text('table-operator', runWords.operator),
      text('table-note', runWords.note)),
  ];
}
