/**
 * A screening record checked in the page: its own digests, the lists, the file if it is there, and every row screened again; of a
 * redacted one those rows that were opened.
 */

import { check as words, redact as redactWords, result as resultWords, run as runWords, plural } from './words.js';
import { looked } from './view/results.js';
import { count, el, english, fill, joined, named, number, refusal, say } from './view/dom.js';

const part = (id) => document.getElementById(id);

/** Joins the fields for a record to the keeper and to pools of engines. */
export function checking({ client, keeper, lists, engine, announce, busy, pool, ended, line }) {
  const tell = (...sentences) => {
    const paragraph = ([text, wrong]) => (text instanceof Element && text.matches('p, ul') ? text : el('p', { class: wrong ? 'wrong' : null }, text));
    part('record-told').replaceChildren(...sentences.map(paragraph));
    announce(part('record-told').textContent);
  };
  const not = (what) => tell([fill(words.not, { what: el('span', null, what) }), true]);
  const bytesOf = async (id) => part(id).files[0]?.arrayBuffer();

  async function check() {
    const record = await bytesOf('record-file');
    if (!record) return tell([words.none, true]);
    if (busy()) return tell([words.running, true]);
    const { head, counts, seal, redacted } = await keeper.ask('openRecord', record);
    const about = fill(words.made, {
      made: head.made.replace('T', ' ').replace('Z', ' UTC'),
      operator: head.operator ? named(head.operator) : words.nobody,
      rows: count(words.rows, counts.rows),
      threshold: head.threshold,
    });
    if (redacted) return checkRedacted(head, counts, seal, about);
    if (head.method !== engine.method) return not(say(words.method, { was: head.method, is: engine.method }));
    // What the loaded lists hold is told for those that are on.
    const same = lists.loaded.every(({ id }) => lists.isOn(id) === head.lists.some((list) => list.id === id));
    const otherLists = await keeper.ask('recordLists', lists.loaded, same ? await client.entries() : head.entries);
    if (otherLists) return not(english(otherLists));
    if (!same) return not(words.off);
    const file = await bytesOf('record-input');
    const otherFile = file && (await keeper.ask('recordFile', file));
    if (otherFile) return not(english(otherFile));
    const running = pool();
    const tellProgress = line(running, counts.rows, runWords.checking);
    let difference;
    try {
      const whole = await running.run(counts.rows, {
        settings: settingsOf(head),
        rows: (from, amount) => keeper.ask('recordRows', from, amount),
        take: async (from, outcomes) => {
          difference ??= await keeper.ask('compare', from, outcomes);
          if (difference) running.cancel();
          tellProgress(outcomes.length);
        },
      });
      if (difference) return not(english(difference));
      if (!whole) return tell([words.cancelled, true]);
    } finally {
      ended(running);
    }
    tell(
      [el('strong', null, words.confirmed)], [file ? words.withFile : words.withoutFile],
      ...(counts.stopped ? [[count(words.incomplete, counts.stopped), true]] : []), [about], [el('code', null, seal)]);
  }

  /** A redacted record, and the rows of it that were opened. */
  async function checkRedacted(head, counts, seal, about) {
    const whole = [
      [el('strong', null, redactWords.whole)], [about],
      [say(redactWords.rows, { potential: number(counts.potential), none: number(counts.none), lost: number(counts.notScreened) })],
      ...(counts.stopped ? [[count(words.incomplete, counts.stopped), true]] : []),
      [say(redactWords.compare, { seal })],
      ...looked({ ...head, since: null }).filter(Boolean).map((node) => [node]),
      ...(head.since ? [[say(plural(redactWords.since, head.since.designations), { made: head.since.made.slice(0, 10), n: number(head.since.designations) })]] : [])];
    const opened = await bytesOf('record-input');
    if (!opened) return tell(...whole, [redactWords.hidden]);
    const rows = await keeper.ask('openRows', opened);
    const told = [...whole, [redactWords.fits], ...rows.map(({ row, names }) => [[say(resultWords.row, { row }), ' ', el('strong', null, joined(names.map((name) => named(name))))]])];
    const sorry = (what) => tell(...told, [fill(words.not, { what: el('span', null, what) }), true]);
    if (head.method !== engine.method) return sorry(say(words.method, { was: head.method, is: engine.method }));
    const other = await keeper.ask('redactedLists', lists.loaded);
    if (other) return sorry(english(other));
    if (lists.loaded.some(({ id }) => lists.isOn(id) !== head.lists.some((list) => list.id === id))) return sorry(words.off);
    const running = pool();
    const outcomes = [];
    try {
      const whole = await running.run(rows.length, {
        settings: settingsOf(head),
        rows: async (from, amount) => rows.slice(from, from + amount),
        take: async (from, some) => some.forEach((outcome, at) => (outcomes[from + at] = outcome)),
      });
      if (!whole) return tell(...told, [words.cancelled, true]);
    } finally {
      ended(running);
    }
    const difference = await keeper.ask('compareOpened', outcomes);
    return difference ? sorry(english(difference)) : tell(...told, [el('strong', null, redactWords.again)]);
  }

  const button = part('record-check');
  button.disabled = false;
  for (const id of ['record-file', 'record-input']) part(id).disabled = false;
  button.addEventListener('click', () => check().catch((error) => tell([refusal(error), true])));
}

/** The settings that a record was made with, as the engine takes them. */
const settingsOf = ({ threshold, weakAliases: weak, oldest }) => ({ threshold, weak, ...(oldest && { today: oldest.today, maxAge: oldest.days }) });
