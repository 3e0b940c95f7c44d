/** Starts the page, holds its state, and joins the field to the engine and the engine to the views. */

import { MAX_AGE, today } from './ages.js';
import { Batch } from './batch.js';
import { Client, EngineLost } from './client.js';
import { Documents } from './document.js';
import { Forgetting } from './forgetting.js';
import { Keeper } from './keeper.js';
import { Keeping } from './keeping.js';
import { Known } from './known.js';
import { Language } from './language.js';
import { Lists } from './lists.js';
import { bytesOf } from './compile.js';
import { isBeginning, withMissing } from './judged.js';
import { compileEngine, compileReader, stored } from './load.js';
import { offered } from './offered.js';
import { Offline } from './offline.js';
import { Panel } from './panel.js';
import { pasted } from './pasted.js';
import { Reading } from './reading.js';
import { DOCUMENT, ENGINE_WORKER, READER_WORKER, fetchWorker, seal, startWorker } from './seal.js';
import { StartError } from './start-error.js';
import { forget as forgetKept } from './store.js';
import { announcer } from './announcer.js';
import { isDocument, isFile, listenToTabs, showTab } from './tabs.js';
import { used } from './trust.js';
import { english, fill, flat, say } from './view/dom.js';
import { coverage, none, printed } from './view/coverage.js';
import { announced, engineLost, failed, loading, outcome, ready, refused } from './view/outcome.js';
import { next } from './view/next.js';
import { olderSite } from './view/lists.js';
import { file as fileWords, language as languageWords, lists as listWords, lost as lostWords, start as startWords } from './words.js';

// So long the page loads before it says that this takes long: a line of 400 kbit/s brings all that a name needs in about that time.
const SLOW = 15_000;

// So long may the code that reads files keep the page waiting when all else is there.
const READER_LIMIT = 5_000;

// Long enough that no outcome flashes by between two keys, short enough to feel immediate.
const PAUSE = 250;

const part = (id) => document.getElementById(id);
const [field, button, weak, threshold] = ['name', 'screen', 'weak', 'threshold'].map(part);
const places = { coverage: part('coverage-body'), result: part('result-body') };

let client;
let lists;
let [batch, documents] = [null, null]; // null where the code that reads files is not there
const accepted = new Set(); // what the person takes upon them in this visit: 'out-of-date', 'list-missing'
let latest = 0; // the number of the newest question: an older one's answer is dropped
let asked = null; // what the outcome on the page answers
let pause;
let [panel, keeping, forgetting] = []; // there once the engine is

const known = new Known();
const offline = new Offline();

const show = (...nodes) => places.result.replaceChildren(...nodes.flat(Infinity).filter(Boolean));

const announce = announcer(part('status'));

const language = new Language({ work, announce, changed: () => forgetting?.draw() });

function busy(is) {
  places.result.toggleAttribute('data-busy', is);
  places.result.setAttribute('aria-busy', String(is));
}

// -- settings ---------------------------------------------------------------------------------------------------------

function settings() {
  const typed = threshold.valueAsNumber;
  const valid = Number.isInteger(typed) && typed >= 1 && typed <= 100;
  part('threshold-wrong').hidden = valid;
  threshold.setAttribute('aria-invalid', String(!valid));
  if (valid) settings.threshold = typed;
  const age = accepted.has('out-of-date') ? {} : { maxAge: MAX_AGE, today: today() };
  return { threshold: settings.threshold, weak: weak.checked, ...age, facts: known.facts() };
}

const cover = (looked, chosen, moment) =>
  places.coverage.replaceChildren(...flat([coverage(looked, chosen), printed(looked.lists, moment)]));

/** What the engine would look at now. */
const looked = () => {
  const [on, off] = [true, false].map((is) => lists.loaded.filter(({ id }) => lists.isOn(id) === is));
  return { lists: on, off, missing: lists.missing };
};

// -- screening --------------------------------------------------------------------------------------------------------

/** `pressed` tells Enter and the button from a pause in typing: only then is an empty field a question. */
async function screen(pressed) {
  clearTimeout(pause);
  const question = ++latest;
  const name = field.value.trim().replace(/\s+/gu, ' ');
  const chosen = settings();
  if (!pressed && !name && !chosen.facts.identifier) return rest(chosen);
  const key = JSON.stringify([name, chosen]);
  if (asked?.key === key) {
    busy(false);
    if (pressed) {
      announce(asked.text);
      bringIntoView();
    }
    return;
  }
  busy(true);
  try {
    const result = withMissing(await ask(name, chosen, question), lists.missing, accepted.has('list-missing'));
    if (question !== latest) return;
    if (!pressed && isBeginning(result)) return rest(chosen);
    cover(result, { threshold: result.threshold, weak: result.weakAliases }, new Date());
    show(outcome(result, { detail: (list, id) => client.designation(list, id), weak: withWeak, accept }));
    asked = { key, text: announced(result) };
    announce(asked.text);
    if (pressed) bringIntoView();
  } catch (error) {
    // A lost engine is told by `lose`, a start that failed by `begin` or `lose`; what remains is a refusal.
    if (question !== latest || error instanceof EngineLost || error instanceof StartError) return;
    asked = null;
    show(refused(error));
    announce(part('result-body').querySelector('.outcome-title').textContent);
  }
  if (question === latest) busy(false);
}

/** A fact that cannot be read is said beside its field and left out; the name is screened all the same. */
async function ask(name, chosen, question) {
  const { facts, ...others } = chosen;
  try {
    return await client.screen(name, chosen);
  } catch (error) {
    if (error.code !== 'bad-fact' || !(error.fact in facts) || question !== latest) throw error;
    const { [error.fact]: unreadable, ...readable } = facts;
    known.refuse(error.fact, unreadable);
    return ask(name, { ...others, facts: readable }, question);
  }
}

/** On a phone the keyboard covers the outcome: whoever asked for it is shown it. */
function bringIntoView() {
  if (matchMedia('(pointer: coarse)').matches) field.blur();
  places.result.scrollIntoView({ block: 'nearest' });
}

/** What would be lost if the page were loaded anew, in words. */
function work() {
  const lost = {
    name: field.value.trim(),
    facts: Object.keys(known.facts()).length > 0,
    pasted: part('paste').value.trim(),
    file: batch?.sha256,
    document: documents?.has,
    decisions: batch?.unsaved,
    lists: panel?.unkept,
    passphrase: [...document.querySelectorAll('input.secret')].some(({ value }) => value),
  };
  return Object.keys(lost).filter((what) => lost[what]).map((what) => languageWords.lost[what]);
}

/** Nothing of a screening waits in the browser's back button for the next person at this device. */
function forget() {
  latest++; // an answer on its way is dropped
  clearTimeout(pause);
  field.value = '';
  known.clear();
  if (!field.disabled) rest(settings()); // an engine that is lost for good stays told
  documents?.leave();
  return batch?.leave();
}

function rest(chosen) {
  asked = null;
  cover(looked(), chosen);
  show(ready());
  announce('');
  busy(false);
}

function withWeak() {
  weak.checked = true;
  screen(true);
  field.focus();
}

function accept(code) {
  accepted.add(code);
  asked = null;
  screen(true);
  field.focus();
}

/** Other lists: what stands on the page was said of the lists before. */
function listsChanged() {
  asked = null;
  batch?.listsChanged();
  documents?.listsChanged();
  if (field.value.trim() || known.facts().identifier) screen(false);
  else rest(settings());
}

/** An engine that went away is said at once, never taken for an outcome, and started again. */
async function lose(how, restarted) {
  latest++;
  asked = null;
  clearTimeout(pause);
  busy(false);
  const tell = (then) => {
    show(engineLost(lostWords[how], then));
    announce(`${lostWords[how]} ${then}`);
  };
  tell(lostWords.restarting);
  const question = latest;
  const then = await restarted.then(() => lostWords.restarted, () => lostWords.failed);
  if (then === lostWords.failed) field.disabled = button.disabled = true;
  if (question === latest || then === lostWords.failed) tell(then);
}

// -- start ------------------------------------------------------------------------------------------------------------

function listen() {
  listenToTabs();
  const wait = () => {
    clearTimeout(pause);
    busy(asked !== null);
    pause = setTimeout(screen, PAUSE, false);
  };
  field.addEventListener('input', (event) => event.isComposing || wait());
  field.addEventListener('compositionend', wait);
  field.addEventListener('paste', pasted);
  window.addEventListener('pagehide', forget);
  threshold.addEventListener('input', wait);
  known.listen(wait, () => screen(false));
  weak.addEventListener('change', () => screen(false));
  part('form').addEventListener('submit', (event) => {
    event.preventDefault();
    screen(true);
  });
}

async function begin() {
  let isSlow = false;
  const slow = setTimeout(() => {
    isSlow = true;
    show(loading(isSlow));
    announce(startWords.slow);
  }, SLOW);
  const spoken = language.speak().then(() => {
    places.coverage.replaceChildren(none());
    part('next').replaceChildren(...next());
    show(loading(isSlow));
  });
  const notes = [];
  let engine, canRead, reading, extraction, keeper, engineBytes, kept, older, version;
  try {
    const compiled = compileEngine();
    const needed = Promise.all([compiled, offered(compiled), stored(), fetchWorker(ENGINE_WORKER)]);
    const files = compiled.then(() => Promise.all([compileReader(), fetchWorker(READER_WORKER)]));
    // On a slow line a name need not wait for what only files need, nor share the line with it.
    const late = () => new Promise((resolve) => setTimeout(resolve, READER_LIMIT, []));
    const [[module, site, device, worker], [reader, script]] = await Promise.all([needed, Promise.race([files, needed.then(late)]), spoken]);
    if (!worker) throw new StartError('worker-missing');
    await offline.register();
    seal();
    if (!device) notes.push(listWords.storeFailed);
    const choice = Lists.choose(site.packs, device ?? []);
    kept = choice.kept.map(({ key }) => key);
    canRead = Boolean(reader && script);
    if (canRead) [reading, extraction, keeper] = [new Reading(reader), new Reading(reader, DOCUMENT), new Keeper(reader)];
    engineBytes = bytesOf(module);
    client = new Client(module, Lists.inForce(site.packs, choice.kept).map(({ bytes }) => bytes), lose, () => startWorker(ENGINE_WORKER));
    lists = new Lists(client);
    engine = await client.start();
    canRead &&= await keeper.here;
    await lists.opened(engine, { site: site.packs, added: choice.kept, missing: site.missing });
    if (site.packs.length) used(site.version);
    version = site.packs.length && site.version;
    older = site.older && { ...site.older, version: site.version };
    for (const { key, lists: [list] } of choice.older.filter((pack) => lists.find(pack.key))) {
      notes.push(fill(listWords.passedOver, { title: english(list.title) }));
      await forgetKept(key).catch(() => null); // it is passed over again at the next visit
    }
  } catch (error) {
    await spoken;
    show(failed(error));
    announce(startWords.failed);
    return;
  } finally {
    clearTimeout(slow);
  }
  settings.threshold = engine.threshold;
  threshold.value = engine.threshold;
  weak.checked = false;
  known.clear();
  part('threshold-hint').textContent = say(startWords.thresholdHint, { threshold: engine.threshold });
  part('build').textContent = say(startWords.build, { method: engine.method, version: engine.version });
  listen();
  keeping = new Keeping({ announce, changed: () => forgetting.draw() });
  if (canRead) {
    const sha256 = await keeper.ask('digest', await engineBytes);
    batch = new Batch({ client, lists, engine: { ...engine, sha256 }, keeper, keeping, announce });
    documents = new Documents({ client, lists, reading: extraction, announce, threshold: engine.textThreshold, looked, cover, accepted });
  } else {
    for (const place of ['table-absent', 'document-absent'].map(part)) {
      place.textContent = fileWords.absent;
      place.hidden = false;
    }
  }
  const parties = (file) => {
    panel.tell([]);
    showTab('file');
    batch?.read(file);
  };
  const isText = ({ name }) => /\.(docx?|odt|rtf|pdf|html?|eml|msg)$/iu.test(name);
  const toDocument = (file) => {
    panel.tell([]);
    showTab('document');
    documents?.read(file);
    return true;
  };
  // No publisher gives out a list in these forms.
  const noList = ({ name }) => /\.(xlsx|xlsm|tsv|tab|txt)$/iu.test(name);
  const elsewhere = (files) =>
    (documents && files.length === 1 && (isDocument() || isText(files[0])) && toDocument(files[0])) ||
    ((isFile() || (batch && files.length === 1 && noList(files[0]))) && (parties(files[0]), true));
  panel = new Panel({ lists, reading, canRead, kept, changed: listsChanged, stored: () => forgetting.draw(), announce, elsewhere, parties });
  forgetting = new Forgetting({
    stored: () => ({ day: keeping.day, lists: panel.kept, page: offline.kept, language: language.kept }),
    unsaved: () => batch?.unsaved,
    empty: forget,
    places: { work: () => keeping.forget(), lists: () => panel.forget(), page: () => offline.forget(), language: () => language.forget() },
    announce,
  });
  keeping.begin(batch);
  field.disabled = button.disabled = false;
  rest(settings());
  if (notes.length) panel.tell(notes);
  if (older) askOlder(older);
  else announce(startWords.ready);
  forgetting.draw();
  offline.show({ version, unsaved: () => batch?.unsaved, changed: () => forgetting.draw(), announce });
}

/** Lists of the site that are older than those used before are used only when the person says so. */
function askOlder({ packs, version, before }) {
  const place = part('older');
  place.replaceChildren(...olderSite(version, before, async () => {
    try {
      await lists.offer(packs);
      place.hidden = true;
      place.replaceChildren();
      panel.show();
      panel.tell([listWords.olderInUse]);
      listsChanged();
      field.focus();
    } catch (error) {
      panel.refuse(error);
    }
  }));
  place.hidden = false;
  announce(place.firstChild.textContent);
}

begin();
