/**
 * The component `<name-sieve>`: a search with its outcome in the page of somebody else, or the outcome of a field that the page has.
 *
 * What it is asked with, what it tells and what it promises are described in pkg/element.d.ts and pkg/README.md.
 */

import { isBeginning } from '../judged.js';
import { pasted } from '../pasted.js';
import { languages, lost as lostWords } from '../words.js';
import { el, say, shownText } from '../view/dom.js';
import { coverage, none, printed } from '../view/coverage.js';
import { announced, engineLost, failed, loading, refused } from '../view/outcome.js';
import { now } from '../ages.js';
import { Board } from './board.js';
import { decisionFields } from './decision.js';
import { deskOf } from './desk.js';
import { guard } from './guard.js';
import { source } from './host.js';
import { enter, leave, listen } from './language.js';
import { askReadable, asking, listsOf, settingsOf, unanswered } from './question.js';
import { objection, statement } from './statement.js';
import { dress } from './style.js';
import { leftOut, prompt, title, told } from './telling.js';
import { element as words, reasons } from './words.js';

// As in the page: long enough that no outcome flashes by between two keys, short enough to feel immediate.
const PAUSE = 250;

// What the engine says of settings that it cannot use.
const SETTINGS = ['bad-threshold', 'bad-argument', 'bad-fact'];

// What is heard of a bound field.
const HEARD = ['input', 'change', 'compositionend', 'paste'];

// Where there is no document, as on a server that writes pages, it can be imported and does nothing.
const Base = globalThis.HTMLElement ?? class {};

export class NameSieve extends Base {
  static formAssociated = true;
  static languages = languages;
  static observedAttributes = [...asking, 'for', 'compact', 'decisions', 'manifest', 'key', 'required', 'lang'];

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #board = new Board(this.#root);
  #desk = null;
  #facts; // those set as a property
  #latest = 0; // the number of the newest question: an older one's answer is dropped
  #asked = null; // what the outcome shown answers
  #result = null; // the outcome shown
  #state; // why none is
  #waiting;
  #listened = null; // the tree in which the bound field is listened for

  // -- what the page may ask and set ------------------------------------------------------------------------------------

  /** The name that is asked for. */
  get value() {
    return this.field?.value ?? '';
  }

  set value(name) {
    if (!this.field) return;
    this.field.value = name;
    this.#typed();
  }

  get facts() {
    return { ...this.#facts };
  }

  set facts(facts) {
    this.#facts = { ...facts };
    this.#changed();
  }

  /** The outcome that is shown; null where none is. */
  get result() {
    return this.#result && structuredClone(this.#result);
  }

  /** The field with the name: the bound one, or the component's own. */
  get field() {
    const id = this.getAttribute('for');
    return id === null ? this.#parts?.field ?? null : this.getRootNode().getElementById?.(id) ?? null;
  }

  /** Screens what is in the field at once; resolves to the outcome, or to null where something newer was asked meanwhile. */
  screen() {
    return this.#screen(true);
  }

  // -- what the document tells ------------------------------------------------------------------------------------------

  connectedCallback() {
    dress(this.#root);
    this.#listened = this.getRootNode();
    for (const kind of HEARD) this.#listened.addEventListener(kind, this.#heard);
    window.addEventListener('pagehide', this.#left);
    this.addEventListener('invalid', this.#object);
    this.#upgrade();
    this.#build();
    this.#use();
    enter(this);
  }

  disconnectedCallback() {
    for (const kind of HEARD) this.#listened.removeEventListener(kind, this.#heard);
    window.removeEventListener('pagehide', this.#left);
    clearTimeout(this.#waiting);
    this.#latest++;
    this.#drop();
    leave(this);
  }

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || !this.#parts || before === after) return;
    if (name === 'manifest' || name === 'key') this.#use();
    else if (name === 'for') [this.#build(), this.#rest()];
    else if (name === 'required') this.#declare();
    else if (name === 'lang') listen();
    else this.#changed();
  }

  /** Properties that were set before this was a component. */
  #upgrade() {
    for (const name of Object.keys(this).filter((each) => each in NameSieve.prototype)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** The form cannot be sent yet: it is said here, since a browser can point at nothing in a component that has no field. */
  #object = (event) => {
    event.preventDefault();
    const { objection, result } = this.#parts;
    objection.textContent = this.#internals.validationMessage;
    (result.querySelector('.outcome-title') ?? this.field)?.focus();
  };

  formResetCallback() {
    if (this.#parts?.field) this.#parts.field.value = '';
    // The form resets its other fields after this one may have been told.
    queueMicrotask(() => this.#screen(false));
  }

  formDisabledCallback(is) {
    if (this.#parts?.field) this.#parts.field.disabled = this.#parts.button.disabled = is || !this.#desk?.about;
  }

  // -- start ------------------------------------------------------------------------------------------------------------

  get #parts() {
    return this.#board.parts;
  }

  /** `kept` is a field that stays in use. */
  #build(kept = null) {
    this.#board.build({ bound: this.hasAttribute('for'), label: title(this), field: kept });
    const { field, button } = this.#parts;
    button?.addEventListener('click', () => this.#screen(true));
    if (kept) return;
    field?.addEventListener('input', (event) => event.isComposing || this.#typed());
    field?.addEventListener('compositionend', () => this.#typed());
    field?.addEventListener('paste', pasted);
    field?.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && this.#screen(true));
  }

  /** Another language is spoken: the same is told in it. No outcome changes, so the page hears of none. */
  retell() {
    const { field, button, objection } = this.#parts;
    const focus = this.#root.activeElement?.id;
    this.#build(field);
    if (button) this.#parts.button.disabled = button.disabled;
    this.#board.retell();
    this.#declare();
    if (objection.textContent) this.#parts.objection.textContent = this.#internals.validationMessage;
    if (focus) this.#root.getElementById(focus)?.focus();
  }

  /** Asks the desk for these lists from now on. */
  async #use() {
    this.#drop();
    const manifest = this.hasAttribute('manifest') ? new URL(this.getAttribute('manifest'), document.baseURI).href : '';
    const key = this.getAttribute('key') ?? '';
    this.#desk = deskOf({ manifest, key }, source(manifest, key));
    this.#desk.enter();
    this.#desk.addEventListener('lost', this.#lost);
    await this.#begin();
  }

  #drop() {
    this.#desk?.removeEventListener('lost', this.#lost);
    this.#desk?.leave();
    this.#desk = null;
  }

  async #begin() {
    const desk = this.#desk;
    this.#settle(null, 'starting');
    this.#board.draw('coverage', none);
    this.#board.draw('result', loading);
    try {
      await desk.start();
    } catch (error) {
      if (desk === this.#desk) this.#failed(error);
      return;
    }
    if (desk !== this.#desk) return;
    if (this.#parts.field) this.#parts.field.disabled = this.#parts.button.disabled = this.matches(':disabled');
    if (this.hasAttribute('for')) guard(this.field);
    this.#screen(false);
  }

  // -- screening --------------------------------------------------------------------------------------------------------

  /** The bound field is known by its id whenever something happens, so that a page may put another in its place. */
  #heard = (event) => {
    const id = this.getAttribute('for');
    if (id === null || event.target?.id !== id) return;
    if (event.type === 'paste') pasted(event);
    else if (event.type === 'change') this.#screen(true);
    else if (!event.isComposing) this.#typed();
  };

  /** Nothing waits in the browser's back button for the next person at this device. */
  #left = () => {
    if (this.#parts.field) this.#parts.field.value = '';
    this.#screen(false);
  };

  #typed() {
    clearTimeout(this.#waiting);
    this.#latest++;
    this.#settle(null, 'pending');
    this.#board.busy(this.#asked !== null);
    this.#waiting = setTimeout(() => this.#screen(false), PAUSE);
  }

  /** Something else is asked of the same name. */
  #changed() {
    this.#asked = null;
    if (this.#parts && this.#desk?.about) this.#screen(false);
  }

  /** `pressed` tells an explicit question from a pause in typing: only then is an empty field one. */
  async #screen(pressed) {
    clearTimeout(this.#waiting);
    const [question, desk] = [++this.#latest, this.#desk];
    if (!desk) return null;
    if (!this.field) return this.#noField();
    const name = this.value.trim().replace(/\s+/gu, ' ');
    const [settings, lists] = [settingsOf(this, this.#facts), listsOf(this)];
    if (!name && !settings.facts.identifier && !(pressed && this.#parts.field)) return this.#rest();
    const key = JSON.stringify([name, settings, lists]);
    if (this.#asked?.key === key) {
      this.#settle(this.#asked.result);
      this.#board.busy(false);
      if (pressed) this.#board.announce(this.#asked.text);
      return this.result;
    }
    this.#settle(null, 'pending');
    this.#board.busy(true);
    try {
      const isWanted = () => question === this.#latest;
      const result = await askReadable((readable) => desk.screen(name, readable, { lists, isWanted }), settings);
      if (!isWanted()) return null;
      if (!pressed && isBeginning(result)) return this.#rest();
      return this.#answered(result, key);
    } catch (error) {
      if (question !== this.#latest || (error.how === 'overtaken')) return null;
      return this.#notAnswered(error, name, settings);
    }
  }

  #answered(result, key) {
    const text = () => announced(result, reasons);
    this.#asked = { key, text, result, decisions: new Map() };
    this.#cover(result, { threshold: result.threshold, weak: result.weakAliases }, new Date());
    this.#board.draw('facts', () => leftOut(result));
    const ask = { detail: (list, id) => this.#desk.designation(list, id), weak: () => this.setAttribute('weak', '') };
    this.#board.draw('result', () => [told(result, ask, this.hasAttribute('compact')), this.#decisionsOf(result)]);
    this.#settle(result);
    this.#board.busy(false);
    this.#board.announce(text);
    this.#tell(result);
    return this.result;
  }

  #tell(result) {
    this.#say(result.status, result);
    if (result.hits.length) this.#say('hit', result);
  }

  /** The page hears a copy: what is shown stays what was found. */
  #say(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail: structuredClone(detail), bubbles: true, composed: true }));
  }

  #decisionsOf({ hits }) {
    if (!this.hasAttribute('decisions')) return [];
    const place = ({ list, id }) => `${list} ${id}`;
    return decisionFields(hits, (hit) => this.#asked?.decisions.get(place(hit)), (hit, verdict, reason) => {
      const decision = { listing: { list: hit.list, id: hit.id, name: hit.name }, verdict, reason, made: now() };
      const { decisions } = this.#asked;
      if (verdict) decisions.set(place(hit), decision);
      else decisions.delete(place(hit));
      this.#settle(this.#result);
      this.#say('decision', { decision, screening: this.#result });
    });
  }

  // -- what went wrong --------------------------------------------------------------------------------------------------

  /** Nothing was compared: it is said where an outcome would stand, to the form and to the page. */
  #unscreened(name, settings, reason, draw) {
    const result = unanswered(name, settings, reason, this.#desk);
    this.#asked = null;
    this.#board.draw('facts', () => []);
    this.#board.draw('result', draw);
    this.#settle(result);
    this.#board.busy(false);
    this.#board.announce(() => this.#parts.result.querySelector('.outcome-title').textContent);
    this.#say('not-screened', result);
    return this.result;
  }

  #failed(error) {
    const cause = () => (error.code === 'foreign-manifest' ? { code: 'engine-refused', message: words.foreignManifest } : error);
    return this.#unscreened(this.value, settingsOf(this, this.#facts), { code: 'engine-not-loaded', value: error.code },
      () => failed(cause(), this.#button(words.again, () => this.#begin())));
  }

  #notAnswered(error, name, settings) {
    // Known by what they say: an engine that another copy of this module started has errors of other classes.
    if (error.how) return null; // told by `#lost`
    if (!SETTINGS.includes(error.code)) return this.#failed(error);
    return this.#unscreened(name, settings, { code: 'bad-settings', value: error.code }, () => refused(error));
  }

  #noField() {
    const id = this.getAttribute('for');
    return this.#unscreened('', settingsOf(this, this.#facts), { code: 'no-field', value: id },
      () => [refused({ message: words.noFieldShort }), el('p', null, say(words.noField, { value: shownText(id) }))]);
  }

  /** An engine that went away is said at once, never taken for an outcome, and started again. */
  #lost = async ({ detail: { how, restarted } }) => {
    const [name, settings] = [this.value, settingsOf(this, this.#facts)];
    const question = ++this.#latest;
    const again = (text) => this.#button(text, () => this.#screen(true));
    clearTimeout(this.#waiting);
    this.#unscreened(name, settings, { code: 'engine-lost', value: how }, () => engineLost(lostWords[how], lostWords.restarting, null));
    const back = await restarted.then(() => true, () => false);
    if (question !== this.#latest) return;
    const then = () => (back ? words.restarted : lostWords.failed);
    this.#board.draw('result', () => [engineLost(lostWords[how], then(), null), again(back ? words.screenAgain : words.again)]);
    this.#board.announce(then);
  };

  #button(text, onclick) {
    return el('p', null, el('button', { type: 'button', class: 'quiet-action', onclick }, text));
  }

  // -- showing ----------------------------------------------------------------------------------------------------------

  /** Nothing is asked. */
  #rest() {
    const [settings, desk] = [settingsOf(this, this.#facts), this.#desk];
    this.#asked = null;
    this.#board.draw('facts', () => []);
    if (desk.about) this.#cover(desk.looked(listsOf(this)), { threshold: settings.threshold ?? desk.about.threshold, weak: settings.weak });
    this.#board.draw('result', () => prompt(this));
    this.#settle(null, 'unasked');
    this.#board.announce(() => '');
    this.#board.busy(false);
    return null;
  }

  #cover(looked, chosen, moment) {
    this.#board.draw('coverage', () => [coverage(looked, chosen), printed(looked.lists, moment)]);
  }

  /** This outcome stands from here on, or none for this reason. */
  #settle(result, state = 'unasked') {
    [this.#result, this.#state] = [result, state];
    this.#declare();
  }

  #declare() {
    const decisions = this.#asked?.decisions ?? new Map();
    const objects = this.hasAttribute('required') ? objection(this.#result, decisions, this.#state) : '';
    this.#internals.setFormValue(this.#result && statement(this.#result, decisions));
    this.#internals.setValidity(objects ? { customError: true } : {}, objects, this.#parts.result);
    if (!objects) this.#parts.objection.textContent = '';
  }
}

