/** A file of names at work: read, shown, screened by a pool of engines, and its results handed out; every step said in words. */

import { MAX_AGE, ageState, now } from './ages.js';
import { checking } from './checking.js';
import { Earlier } from './earlier.js';
import { Keeper, TableLost } from './keeper.js';
import { Pool } from './pool.js';
import { redacting } from './redacting.js';
import { Results, save } from './results.js';
import { file as words, run as runWords, open as keptWords } from './words.js';
import { action, count, el, fill, flat, named, number, refusal, say, shown } from './view/dom.js';
import { about, columns, going, histogram, howRead, progress, settingFields } from './view/table.js';

const part = (id) => document.getElementById(id);

const PREVIEW = 5;

// The thresholds of the picture. Below the first one every listed name is compared, which takes hundreds of times longer.
const TRIAL = [60, 65, 70, 75, 80, 85, 90, 95, 100];

export class Batch {
  #client;
  #lists;
  #engine;
  #announce;
  #keeper;
  #table; // what the keeper says of the table
  #file; // { name, bytes } of it
  #choice = {};
  #pool;
  #busy = false;
  #turn = 0; // grows when a file, its columns or the lists change: a run that began before is over
  #head; // of the record: how the rows were screened
  #accepted = false; // lists that are old or missing, taken upon themselves for this file
  #keeping;
  #results;
  #earlier;

  /** `engine` is what the engine says of itself, with `sha256`. */
  constructor({ client, lists, engine, keeper, keeping, announce }) {
    this.#client = client;
    this.#lists = lists;
    this.#engine = engine;
    this.#keeper = keeper;
    this.#keeping = keeping;
    this.#announce = announce;
    const attempt = (act) => this.#try(act);
    this.#earlier = new Earlier({ client, keeper, announce, attempt, changed: () => this.#results.again() });
    this.#results = new Results({ client, keeper, keeping, announce, attempt, earlier: this.#earlier });
    this.#listen();
    redacting({ keeper, announce, save: (text, name) => announce(save(text, name, 'application/json')) });
    checking({ client, keeper, lists, engine, announce, busy: () => this.#busy, pool: () => this.#start(), ended: (pool) => this.#pool === pool && this.#ended(), line: (...way) => this.#line(...way) });
  }

  #listen() {
    const input = part('table-file');
    input.disabled = false;
    input.addEventListener('change', () => {
      const [chosen] = input.files;
      input.value = ''; // the same file can be chosen again
      if (chosen) this.read(chosen);
    });
    part('paste-read').disabled = false;
    part('paste-read').addEventListener('click', () => {
      const text = part('paste').value;
      if (text.trim()) this.read(new File([text], 'pasted.txt'));
    });
  }

  /** The lists have changed: what was screened over the others says nothing of these. */
  async listsChanged() {
    this.#accepted = false;
    this.#turn++;
    this.#pool?.cancel();
    if (!this.#table || !this.#head) return this.#table && this.#draw();
    this.#head = null;
    await this.#try(async () => {
      await this.#keeper.ask('forget');
      this.#results.clear();
      this.#tell([runWords.listsChanged]);
      await this.#draw();
    });
  }

  get unsaved() {
    return this.#results.unsaved;
  }

  /** The SHA-256 of the file that is at work. */
  get sha256() {
    return this.#table?.file.sha256;
  }

  /** The file at work, how it was read, and what came of it, to be kept; `kept` says that it is. Nothing where that is lost. */
  async work() {
    if (!this.#head) return null;
    let made;
    const [operator, note] = ['table-operator', 'table-note'].map((id) => part(id).value);
    const { threshold, weakAliases: weak } = this.#head;
    await this.#try(async () => (made = await this.#results.work()));
    return made && { ...this.#file, choice: this.#choice, uses: this.#table.columns, sha256: this.sha256, settings: { threshold, weak, operator, note }, ...made };
  }

  /** Takes up what was kept of `work()`; resolves to whether it is taken up. */
  takeKept = (work) => this.read(work, work.choice, work);

  /** Uses the columns and settings of kept work, takes up its decisions and its record, and says so. */
  async #takeUp({ uses, settings, review, record }) {
    this.#table = await this.#keeper.ask('use', uses);
    this.#settings();
    for (const id of ['threshold', 'operator', 'note']) part(`table-${id}`).value = settings[id];
    part('table-weak').checked = settings.weak;
    const told = [await this.#earlier.take('takeReview', review), await this.#earlier.take('takeBefore', record)];
    return [el('p', { class: 'news' }, keptWords.opened), ...told.map((sentence) => el('p', null, sentence))];
  }

  /** Takes a file up in place of the one before; decisions that are not saved are asked for first. `kept` is what was kept of it. */
  async read(file, choice = {}, kept = null) {
    if (this.#results.unsaved) {
      const go = action(words.discard, () => {
        this.#results.forget();
        this.read(file, choice, kept);
      });
      this.#tell([words.unsaved], true, go);
      part('table-told').scrollIntoView({ block: 'nearest' });
      return false;
    }
    let taken = false;
    this.#turn++;
    this.#pool?.cancel();
    this.#tell([fill(words.reading, { file: named(file.name) })]);
    await this.#try(async () => {
      const bytes = file instanceof File ? await file.arrayBuffer() : file.bytes;
      const table = await this.#keeper.ask('open', file.name, bytes, choice);
      this.#file = { name: file.name, bytes };
      this.#choice = choice;
      this.#table = table;
      this.#head = null;
      this.#accepted = false;
      this.#results.forget();
      part('table-settings').replaceChildren();
      if (kept || file instanceof File) this.#earlier.forget();
      this.#earlier.draw(table.rows);
      await this.#earlier.again();
      this.#tell([...about(table), ...(kept ? await this.#takeUp(kept) : [])]);
      if (kept) part('table-told').focus();
      await this.#draw();
      taken = true;
    });
    return taken;
  }

  /** Nothing of a file waits in the browser's back button for the next person at this device. */
  leave() {
    this.#turn++;
    this.#pool?.cancel();
    this.#empty();
    part('paste').value = '';
    for (const id of ['record-told', 'redact-told']) part(id).replaceChildren();
    for (const id of ['record-file', 'record-input', 'redact-record', 'redact-key', 'redact-rows']) part(id).value = '';
    this.#keeper.ask('close');
    return this.#keeping.leave();
  }

  #empty() {
    this.#table = this.#head = this.#file = null;
    this.#results.forget();
    this.#earlier.forget();
    for (const id of ['table-told', 'table-about', 'table-settings', 'table-trial', 'table-run']) part(id).replaceChildren();
  }

  // -- before it is screened --------------------------------------------------------------------------------------------

  async #draw() {
    const { rows } = await this.#keeper.ask('show', 'all', 0, PREVIEW);
    const change = (part) => this.read(this.#file, { ...this.#choice, ...part });
    part('table-about').replaceChildren(
      ...flat(howRead(this.#table, this.#choice, change)),
      ...flat(columns(this.#table, rows, (at, use) => this.#use(at, use))));
    part('table-trial').replaceChildren();
    this.#settings();
  }

  async #use(at, use) {
    this.#turn++;
    this.#pool?.cancel();
    const uses = this.#table.columns.with(at, use);
    await this.#try(async () => {
      try {
        this.#table = await this.#keeper.ask('use', uses);
      } catch (error) {
        if (error.code !== 'bad-columns') throw error;
        this.#table = { ...this.#table, columns: uses, wrong: error.message };
      }
      this.#head = null;
      this.#results.clear();
      await this.#draw();
      part(`use-${at}`)?.focus();
    });
  }

  /** The settings of a run; what was typed before stays. */
  #settings() {
    const place = part('table-settings');
    if (!place.firstChild) place.append(...settingFields(this.#engine.threshold));
    const button = (text, act, kind = 'quiet-action') => {
      const made = el('button', { type: 'button', class: kind, onclick: act }, text);
      made.disabled = Boolean(this.#table.wrong);
      return made;
    };
    part('table-run').replaceChildren(el('div', { class: 'controls' },
      button(count(runWords.start, this.#table.rows), () => this.#run(), 'action'),
      button(runWords.trial, () => this.#trial())));
  }

  /** The settings as they are, or null where the threshold is no threshold. */
  #chosen() {
    const field = part('table-threshold');
    const threshold = field.valueAsNumber;
    const valid = Number.isInteger(threshold) && threshold >= 1 && threshold <= 100;
    part('table-threshold-wrong').hidden = valid;
    field.setAttribute('aria-invalid', String(!valid));
    if (!valid) field.focus();
    return valid ? { threshold, weak: part('table-weak').checked } : null;
  }

  // -- screening --------------------------------------------------------------------------------------------------------

  async #run() {
    const settings = this.#busy ? null : this.#chosen();
    if (!settings || !this.#may(() => this.#run())) return;
    this.#busy = true; // a second press starts nothing
    const turn = this.#turn;
    const [on, off] = [true, false].map((is) => this.#lists.loaded.filter(({ id }) => this.#lists.isOn(id) === is));
    this.#head = {
      made: now(),
      operator: part('table-operator').value.trim(),
      note: part('table-note').value.trim(),
      software: { version: this.#engine.version, engine: 'wasm', sha256: this.#engine.sha256 },
      method: this.#engine.method,
      threshold: settings.threshold,
      weakAliases: settings.weak,
      oldest: null,
      lists: on,
      off,
      without: this.#lists.missing.map(({ name, lists }) => name ?? lists?.map(({ id }) => id).join(', ') ?? ''),
    };
    this.#results.clear();
    await this.#try(async () => {
      await this.#keeper.ask('forget');
      const entries = await this.#client.entries();
      const { places, basis, told } = await this.#earlier.plan(entries, settings);
      if (turn !== this.#turn) return; // the lists or the file are others by now
      Object.assign(this.#head, { entries, since: basis ?? null });
      if (told) this.#tell([told]);
      await this.#work(settings, (from, outcomes) => this.#keeper.ask('take', from, outcomes), { places });
      if (turn !== this.#turn) return;
      await this.#results.begin(this.#head, this.#table);
    });
    this.#busy = false;
  }

  /** How many rows would have potential matches at each threshold. */
  async #trial() {
    const settings = this.#busy ? null : this.#chosen();
    if (!settings || !this.#may(() => this.#trial())) return;
    const best = [];
    const turn = this.#turn;
    this.#busy = true;
    await this.#try(async () => {
      const lowest = { ...settings, threshold: TRIAL[0] };
      const whole = await this.#work(lowest, (from, outcomes) => outcomes.forEach((each, at) => (best[from + at] = strength(each))), { frame: runWords.trying });
      if (!whole || turn !== this.#turn) return;
      const counts = TRIAL.map((threshold) => [threshold, best.filter((score) => score >= threshold).length]);
      const use = (threshold) => {
        part('table-threshold').value = threshold;
        draw(threshold);
        this.#announce(say(runWords.trialUsed, { threshold }));
      };
      const draw = (chosen) => part('table-trial').replaceChildren(...histogram(counts, best.length, chosen, use));
      draw(settings.threshold);
      part('table-trial').scrollIntoView({ block: 'nearest' });
    });
    this.#busy = false;
  }

  /** Whether rows may be screened over the lists as they are; if not, a person is asked. */
  #may(again) {
    const looked = this.#lists.loaded.filter(({ id }) => this.#lists.isOn(id));
    if (looked.length === 0) return this.#tell([runWords.none], true);
    const old = looked.filter((list) => ['out', 'unknown', 'ahead'].includes(ageState(list)));
    const { missing } = this.#lists;
    if (this.#accepted || old.length + missing.length === 0) return true;
    const titles = (all) => el('span', null, all.flatMap((title, at) => [at ? ', ' : null, named(title)]));
    const sentences = [
      missing.length ? fill(runWords.missing, { titles: titles(missing.map(({ name }) => name ?? '')) }) : null,
      old.length ? fill(runWords.old, { days: MAX_AGE, titles: titles(old.map(({ title }) => title)) }) : null,
    ].filter(Boolean);
    const yes = action(missing.length ? runWords.without : runWords.withOld, () => {
      this.#accepted = true;
      this.#tell([]);
      again();
    });
    this.#tell(sentences, true, yes);
    yes.focus();
    return false;
  }

  #start(places) {
    this.#pool?.cancel();
    this.#pool = new Pool(() => this.#client.launch(places));
    return this.#pool;
  }

  #ended() {
    this.#pool = null;
    if (this.#table) this.#settings();
    else part('table-run').replaceChildren();
  }

  /** Screens all rows, with progress; resolves to whether none is left. With `places` rows that were clear are held against these. */
  async #work(settings, take, { places, frame = '{line}' } = {}) {
    const pool = this.#start(places);
    const { rows: total } = this.#table;
    const line = this.#line(pool, total, frame);
    try {
      return await pool.run(total, {
        settings,
        rows: (from, amount) => this.#keeper.ask(places ? 'rowsSince' : 'rows', from, amount),
        take: async (from, outcomes) => {
          await take(from, outcomes);
          line(outcomes.length);
        },
      });
    } finally {
      if (this.#pool === pool) this.#ended();
    }
  }

  /** Draws the progress of a run and gives what tells it that so many more are done. */
  #line(pool, total, frame) {
    const began = performance.now();
    let [done, waited, since] = [0, 0, 0];
    const said = () => say(frame, { line: pool.paused ? say(runWords.paused, { done: number(done), total: number(total) }) : going(done, total, performance.now() - began - waited) });
    const pause = () => {
      if (pool.paused) {
        waited += performance.now() - since;
        pool.goOn();
      } else {
        since = performance.now();
        pool.pause();
      }
      bar.paused(pool.paused);
      bar.tell(done, said());
    };
    const bar = progress(total, said(), { pause, cancel: () => pool.cancel() });
    part('table-run').replaceChildren(...bar.nodes);
    part('table-trial').replaceChildren();
    this.#announce(part('run-line').textContent);
    return (more) => {
      done += more;
      bar.tell(done, said());
    };
  }

  // -- saying -----------------------------------------------------------------------------------------------------------

  /** Does something with the table, and says it where that cannot be done. */
  async #try(act) {
    try {
      await act();
    } catch (error) {
      this.#pool?.cancel();
      if (error instanceof TableLost) {
        const decisions = this.#results.unsaved;
        this.#empty();
        this.#tell([words.lost, ...(decisions ? [words.lostDecisions] : [])], true);
      } else {
        this.#tell([error.code ? refusal(error) : words.failed], true);
      }
    }
  }

  #tell(sentences, wrong = false, ...more) {
    const nodes = sentences.map((each) => (each instanceof Node ? each : el('p', { class: wrong ? 'wrong' : null }, each)));
    part('table-told').replaceChildren(...flat([nodes, more]));
    this.#announce(part('table-told').textContent);
    return false;
  }
}

/** The score that decides at which thresholds a row has potential matches; one that has the number has them at all. */
const strength = (outcome) => Math.max(0, ...(outcome?.hits ?? []).map(({ score, number: has }) => (has ? 100 : score)));
