/** The listings of one party over time: a row for each authority's list, the days on it, a table that says the same. */

import { detail, formats, pictures as words } from '../words.js';
import { date, el, english, fill, flat, named, say, shownText } from './dom.js';
import { LINE, Sheet, WIDTH } from './sheet.js';
import { twin } from './twin.js';

/** The days of a listing in the order in which they are told. */
const KINDS = ['listed', 'effective', 'divestBy', 'changed', 'issued'];

// Marks told apart by their shape: a disc (of twelve corners), a triangle, a square, a rhomb, an upright line.
const disc = Array.from({ length: 12 }, (_, at) => [5 * Math.cos((at * Math.PI) / 6), 5 * Math.sin((at * Math.PI) / 6)]);
const SHAPES = {
  listed: disc,
  effective: [[-5.5, 5], [5.5, 5], [0, -6]],
  divestBy: [[-4.5, -4.5], [4.5, -4.5], [4.5, 4.5], [-4.5, 4.5]],
  changed: [[0, -6.5], [6, 0], [0, 6.5], [-6, 0]],
  issued: [[-1.3, -8], [1.3, -8], [1.3, 8], [-1.3, 8]],
};

const [SIDE, PAD] = [16, 20];
const YEAR = 31_556_952_000;
// So many years have room for their numbers.
const MOST_TICKS = 7;
const STEPS = [1, 2, 5, 10, 20, 50];

/**
 * The listings of a party: the entry itself, those that a screening found to be the same party (`same`, as `{ list, id }`), and those
 * whose numbers they give. `lists` are those in use. A number that leads to none of them stays, without days.
 */
export async function listings(entry, same, lists, ask) {
  const found = new Map();
  const numbers = new Map();
  const key = (list, id) => `${list}\n${id}`;
  const open = async (list, id) => {
    if (found.has(key(list, id))) return true;
    const other = await ask(list, id).catch(() => null);
    if (other) found.set(key(list, id), other);
    return Boolean(other);
  };
  found.set(key(entry.list, entry.id), entry);
  for (const { list, id } of same) await open(list, id);
  for (const { crossReferences } of [...found.values()])
    for (const { authority, id } of crossReferences) {
      const theirs = lists.filter((list) => list.authority === authority);
      const opened = [];
      for (const list of theirs) opened.push(await open(list.id, id));
      if (!opened.includes(true)) numbers.set(key(authority, id), { authority, id });
    }
  return [...[...found.values()].map((each) => rowOf(each, lists)), ...[...numbers.values()].map((each) => ({ ...each, title: null, days: {} }))];
}

/** `{ authority, title, id, name, days }` of an entry; `days` are ISO days by their kind. */
export function rowOf({ list: of, id, name, listed, changed, measures }, lists) {
  const list = lists.find((each) => each.id === of);
  const first = (what) => measures.map((each) => each[what]).find(Boolean);
  const days = { listed, effective: first('effective'), divestBy: first('divestBy'), changed, issued: list?.issued };
  return { authority: list?.authority ?? of, title: list?.title ?? of, id, name, days: Object.fromEntries(Object.entries(days).filter(([, day]) => day)) };
}

/** From the first year to the end of the last one, and the years that are written; nothing without a day. */
export function axis(rows) {
  const years = rows.flatMap(({ days }) => Object.values(days)).map((day) => Number(day.slice(0, 4)));
  if (years.length === 0) return null;
  const [from, to] = [Math.min(...years), Math.max(...years) + 1];
  const step = STEPS.find((each) => (to - from) / each < MOST_TICKS) ?? Math.ceil((to - from) / MOST_TICKS);
  const ticks = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  const start = Date.UTC(from, 0);
  const span = Math.max(Date.UTC(to, 0) - start, YEAR);
  return { ticks, x: (day) => SIDE + ((Date.parse(day) - start) / span) * (WIDTH - 2 * SIDE) };
}

const headOf = ({ authority, title, id }) => (title ? `${title} · ${id}` : `${authority} ${id}`);
const told = (kind, day) => `${words.days[kind]}: ${formats.days.format(new Date(day))}`;

/** `rows` are what `listings` gives. */
export function timeline(rows, name) {
  const time = axis(rows);
  const kinds = KINDS.filter((kind) => kind === 'listed' || rows.some(({ days }) => days[kind]));
  const row = (each) => [
    each.title ? english(headOf(each)) : [named(headOf(each)), el('p', { class: 'quiet' }, words.notLoaded)],
    ...kinds.map((kind) => (each.days[kind] ? date(each.days[kind]) : words.unknownDay)),
  ];
  return flat([
    time ? picture(rows, time).svg(say(words.timeline, { name: shownText(name) }), 'timeline') : el('p', null, words.noDays),
    twin(words.history, [words.list, ...kinds.map((kind) => words.days[kind])], rows.map(row)),
    el('p', { class: 'quiet' }, words.historyNote),
  ]);
}

/** Each row with its days in words beside their marks, and a line on which the marks stand where they are in time. */
export function picture(rows, time) {
  const sheet = new Sheet();
  let y = 0;
  for (const each of rows) {
    y = sheet.write(0, y, headOf(each), WIDTH, { bold: true, foreign: Boolean(each.title) });
    if (!each.title) y = sheet.write(PAD, y, words.notLoaded, WIDTH - PAD, { small: true });
    else if (!each.days.listed) y = sheet.write(PAD, y, `${words.days.listed}: ${words.unknownDay}`, WIDTH - PAD, { small: true });
    const days = KINDS.filter((kind) => each.days[kind]);
    for (const kind of days) {
      sheet.mark(8, y + LINE / 2, SHAPES[kind]);
      y = sheet.write(PAD, y, told(kind, each.days[kind]), WIDTH - PAD, { small: true });
    }
    if (days.length) {
      const level = y + 14;
      const places = days.map((kind) => time.x(each.days[kind]));
      // From the first day to the last one that is told: whether it was listed before or is after, nobody has said here.
      sheet.line([[Math.min(...places), level], [Math.max(...places), level]], each.days.listed ? 'span' : 'dashed');
      days.forEach((kind, at) => sheet.mark(places[at], level, SHAPES[kind]));
      y = level + 12;
    }
    y += 8;
  }
  const ground = y;
  sheet.line([[SIDE, ground], [WIDTH - SIDE, ground]]);
  for (const year of time.ticks) {
    const x = time.x(`${year}-01-01`);
    sheet.line([[x, ground], [x, ground + 6]]);
    sheet.write(x, ground + 6, String(year), WIDTH, { small: true, middle: true });
  }
  return sheet;
}
