/** The results of a file in the page: its rows, the person's decisions about them, and the files that are handed out. */

import { now } from './ages.js';
import { file as fileWords, report as reportWords, result as words, review as reviewWords } from './words.js';
import { count, el, english, fill, flat, named, number, refusal, say, shown } from './view/dom.js';
import { outcome } from './view/outcome.js';
import { report } from './view/report.js';
import { decisions } from './view/decisions.js';
import { downloads, looked, rows as shownRows, stands, summary, undecidedLine } from './view/results.js';
import { filter } from './view/filter.js';

const part = (id) => document.getElementById(id);

const PAGE = 20; // rows that are shown at a time

export class Results {
  #client;
  #keeper;
  #announce;
  #try;
  #head; // how the rows were screened, as the record tells it
  #table;
  #shown;
  #earlier;
  #unsavedAre = false;
  #decided = 0; // how often something was decided
  #keeping;
  #close = null; // folds the row that is open

  /** `attempt` does something with the table and says it where that cannot be done. */
  constructor({ client, keeper, keeping, announce, attempt, earlier }) {
    this.#client = client;
    this.#keeper = keeper;
    this.#keeping = keeping;
    this.#announce = announce;
    this.#try = attempt;
    this.#earlier = earlier;
  }

  /** Whether there are decisions that would be lost. */
  get unsaved() {
    return this.#unsavedAre;
  }

  /** What was shown is of no use any more; decisions stay with their table. */
  clear() {
    this.#dropReport();
    this.#close = this.#head = null;
    this.#keeping.reset();
    part('table-result').replaceChildren();
  }

  /** Another table takes the place of the one before, and its decisions are gone with it. */
  forget() {
    this.clear();
    this.#keepUnsaved(false);
  }

  /** A report that was made before anything changed must not be printed. */
  #dropReport() {
    part('report').replaceChildren();
  }

  /** Who screens and what for, as the fields say it when something is handed out. */
  #told() {
    return { ...this.#head, operator: part('table-operator').value.trim(), note: part('table-note').value.trim() };
  }

  /** Shows the results of a run that has come to its end. */
  async begin(head, table) {
    this.#dropReport();
    [this.#head, this.#table] = [head, table];
    const progress = await this.#keeper.ask('progress');
    this.#shown = { which: this.#first(progress), count: PAGE, filter: {} };
    await this.#draw(progress);
    part('table-result-title').focus();
    this.#announce(part('table-result').querySelector('.counts').textContent);
  }

  /** What is shown first: all that is left to decide about, or without decisions of last time what is new since its record. */
  #first = ({ news, undecided }) => (news && (!this.#earlier.decided || !undecided) ? 'news' : 'undecided');

  /** What was decided or recorded before was taken up. */
  async again() {
    if (!this.#head) return;
    const progress = await this.#keeper.ask('progress');
    this.#shown = { ...this.#shown, which: this.#first(progress), count: PAGE };
    await this.#draw(progress);
  }

  async #draw(progress) {
    const differs = this.#earlier.day ? await this.#keeper.ask('differs', this.#told()) : [];
    const choices = await this.#keeper.ask('choices');
    const counts = { ...progress, rows: this.#table.rows };
    // What is handed out is data: its columns and codes are the same, and English, in every language of the page.
    const handOut = (kind, ending, type) => this.#try(async () => {
      const made = await this.#keeper.ask(kind, this.#told());
      this.#announce(save(made.text ?? made, `${this.#table.file.name.replace(/\.[^.]*$/u, '')}-${ending}`, type));
      if (made.seal) part('table-seal').textContent = say(words.seal, { seal: made.seal });
    });
    const list = el('div', { id: 'rows-list' });
    part('table-result').replaceChildren(
      el('h2', { id: 'table-result-title', tabindex: '-1' }, fill(words.title, { file: named(this.#table.file.name) })),
      ...looked(this.#head).filter(Boolean),
      summary(counts, this.#earlier.day, this.#head.lists),
      ...differs.map((sentence) => el('p', { class: 'wrong' }, english(sentence))),
      downloads({
        csv: () => handOut('csv', 'results.csv', 'text/csv'),
        workbook: () => handOut('workbook', 'results.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
        record: () => handOut('record', 'record.json', 'application/json'),
        report: () => this.#try(() => this.#report()),
        review: () => handOut('review', 'decisions.json', 'application/json').then(() => this.#keepUnsaved(false)),
      }),
      this.#keeping.fold,
      el('p', { id: 'unsaved', class: 'wrong', hidden: !this.#unsavedAre }, reviewWords.unsaved),
      el('p', { id: 'table-seal', class: 'quiet' }),
      el('p', { id: 'report-line', class: 'quiet' }),
      ...filter(this.#shown, choices, (changed) => {
        Object.assign(this.#shown, changed, { count: PAGE });
        this.#try(() => this.#rows(list));
      }),
      list);
    await this.#rows(list);
  }

  async #rows(list) {
    const { which, count: amount, filter: wanted } = this.#shown;
    const found = await this.#keeper.ask('show', which, 0, amount, wanted);
    const more = {
      count: PAGE,
      show: async () => {
        this.#shown.count += PAGE;
        await this.#try(() => this.#rows(list));
        list.querySelectorAll('.row')[amount]?.querySelector('button')?.focus();
      },
    };
    this.#close = null;
    list.replaceChildren(...flat(shownRows(found, { more, narrowed: Object.keys(wanted).length > 0, compare: (...row) => this.#compare(...row) })));
  }

  /** Record and decisions, to be kept; `kept()` says that they are. */
  async work() {
    const upTo = this.#decided;
    const [{ text: record }, { text: review }] = [await this.#keeper.ask('record', this.#told()), await this.#keeper.ask('review')];
    return { record, review, kept: () => upTo === this.#decided && this.#keepUnsaved(false) };
  }

  /** Decisions that are not saved yet are said as long as they are not. */
  #keepUnsaved(are) {
    this.#unsavedAre = are;
    if (part('unsaved')) part('unsaved').hidden = !are;
    window.onbeforeunload = are ? (event) => event.preventDefault() : null;
  }

  async #decide(at, hit, verdict, reason) {
    this.#decided++;
    await this.#try(async () => {
      await this.#keeper.ask('decide', at, hit, verdict, reason, part('table-operator').value.trim(), now());
      const counts = await this.#keeper.ask('progress');
      const { outcome: { hits }, standings } = (await this.#keeper.ask('show', 'all', at, 1)).rows[0];
      const place = document.querySelector('.row:has(.compared:not([hidden])) .standings');
      place?.replaceChildren(...flat(standings.map((standing, number) => stands(standing, hits[number]))));
      part('rows-left').textContent = undecidedLine(counts);
      this.#dropReport();
      this.#keepUnsaved(true);
      this.#announce(undecidedLine(counts));
    });
  }

  /** The whole outcome of a row: each of its names as if it had been typed; and below it what a person decides. */
  async #compare(shownRow, place, close) {
    const { at, row } = shownRow;
    // One at a time: the parts of an outcome are known by their places in it.
    this.#close?.();
    this.#close = close;
    try {
      const results = await this.#whole(row, shownRow.outcome);
      if (this.#close !== close) return; // another row was opened meanwhile
      const detail = (list, id) => this.#client.designation(list, id);
      for (const result of results) place.append(...flat(outcome(result, { detail, weak: () => null, accept: () => null })));
      for (const action of place.querySelectorAll('.weak-only button')) action.remove(); // the settings of the file hold
      const now = (await this.#keeper.ask('show', 'all', at, 1)).rows[0];
      const whole = results.flatMap(({ hits }) => hits).sort((a, b) => b.score - a.score);
      place.append(...decisions(now, whole, this.#head.lists, (...decision) => this.#decide(at, ...decision)));
    } catch (error) {
      place.replaceChildren(el('p', { class: 'wrong' }, error.code ? refusal(error) : fileWords.engine));
    }
  }

  /** The whole hits of a row: each of its names as if it had been typed. */
  async #whole(row, { remarks }) {
    const readable = row.facts.filter(({ fact, text }) => remarks.every((remark) => remark.fact !== fact || !text.startsWith(remark.got)));
    const facts = Object.fromEntries(readable.map(({ fact, text }) => [fact, text]).reverse());
    const { threshold, weakAliases: weak } = this.#head;
    const results = [];
    for (const name of row.names.length ? row.names : ['']) results.push(await this.#client.screen(name, { threshold, weak, facts }));
    return results;
  }

  /** Puts the report together and opens the browser's own dialogue for printing, which also saves a PDF. */
  async #report() {
    const counts = { ...(await this.#keeper.ask('progress')), rows: this.#table.rows };
    const head = this.#told();
    const { seal } = await this.#keeper.ask('record', head);
    const all = (which) => this.#keeper.ask('show', which, 0, this.#table.rows).then(({ rows }) => rows);
    const [potential, lost] = [await all('potential'), await all('not-screened')];
    for (const [at, each] of potential.entries()) {
      part('report-line').textContent = say(reportWords.making, { done: number(at), total: number(potential.length) });
      each.hits = (await this.#whole(each.row, each.outcome)).flatMap(({ hits }) => hits).sort((a, b) => b.score - a.score);
    }
    part('report-line').textContent = '';
    part('report').replaceChildren(...flat(report({ head, table: this.#table, counts, seal }, potential, lost)));
    window.print();
  }
}

/** Hands a file to the browser to save, and gives the sentence that says so. */
export function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return say(words.saved, { file: name });
}
