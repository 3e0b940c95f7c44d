/** Starts the page, holds its state, and joins the field to the engine and the engine to the views. */

import { Client, EngineLost } from './client.js';
import { StartError, compile, seal } from './load.js';
import { say } from './view/dom.js';
import { coverage, none, printed } from './view/coverage.js';
import { announced, engineLost, failed, loading, outcome, ready, refused } from './view/outcome.js';
import { build, frame, lost as lostWords, start as startWords, thresholdHint } from './words.js';

// Long enough that no outcome flashes by between two keys, short enough to feel immediate.
const PAUSE = 250;

const part = (id) => document.getElementById(id);
const [field, button, weak, threshold] = ['name', 'screen', 'weak', 'threshold'].map(part);
const places = { coverage: part('coverage-body'), result: part('result-body') };

let client;
let engine; // { lists, method, threshold, version }
let latest = 0; // the number of the newest question: an older one's answer is dropped
let asked = null; // what the outcome on the page answers
let pause;

for (const element of document.querySelectorAll('[data-word]')) element.textContent = frame[element.dataset.word];

const show = (...nodes) => places.result.replaceChildren(...nodes.flat(Infinity).filter(Boolean));

/** Screen readers say it even when the same words come twice: the line is emptied first. */
function announce(text) {
  part('status').textContent = '';
  clearTimeout(announce.due); // an older announcement that still waits is out of date
  announce.due = setTimeout(() => (part('status').textContent = text), 50);
}

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
  return { threshold: settings.threshold, weak: weak.checked };
}

/** Built anew only when it says something else, so that an opened fold stays open. */
function cover(lists, chosen) {
  const key = JSON.stringify([lists, chosen]);
  if (cover.key === key) return;
  cover.key = key;
  const open = places.coverage.querySelector('details')?.open ?? false;
  places.coverage.replaceChildren(...coverage(lists, chosen), printed(lists));
  places.coverage.querySelector('details').open = open;
}

// -- screening --------------------------------------------------------------------------------------------------------

/** `pressed` tells Enter and the button from a pause in typing: only then is an empty field a question. */
async function screen(pressed) {
  clearTimeout(pause);
  const question = ++latest;
  const name = field.value.trim().replace(/\s+/gu, ' ');
  const chosen = settings();
  if (!pressed && !name) return rest(chosen);
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
    const result = await client.screen(name, chosen);
    if (question !== latest) return;
    if (!pressed && isBeginning(result)) return rest(chosen);
    cover(result.lists, { threshold: result.threshold, weak: result.weakAliases });
    show(outcome(result, { detail: (list, id) => client.designation(list, id), weak: withWeak }));
    asked = { key, text: announced(result) };
    announce(asked.text);
    if (pressed) bringIntoView();
  } catch (error) {
    // A lost engine is told by `lose`, a start that failed by `begin` or `lose`; what remains is a refusal.
    if (question !== latest || error instanceof EngineLost || error instanceof StartError) return;
    asked = null;
    show(refused(error));
    announce(error.message);
  }
  if (question === latest) busy(false);
}

/** Somebody who has typed a letter or a title so far has asked nothing yet; Enter asks all the same. */
const isBeginning = ({ reasons, hits }) =>
  hits.length === 0 && reasons.some(({ code }) => code === 'too-little' || code === 'no-letters');

/** On a phone the keyboard covers the outcome: whoever asked for it is shown it. */
function bringIntoView() {
  if (matchMedia('(pointer: coarse)').matches) field.blur();
  places.result.scrollIntoView({ block: 'nearest' });
}

/** Names on several lines are several names: pasted into one line they stay told apart. */
function paste(event) {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (!/[\r\n]/u.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/\s*[\r\n]+\s*/gu, '; '), field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input'));
}

/** Nothing of a screening waits in the browser's back button for the next person at this device. */
function forget() {
  latest++; // an answer on its way is dropped
  clearTimeout(pause);
  field.value = '';
  if (!field.disabled) rest(settings()); // an engine that is lost for good stays told
}

function rest(chosen) {
  asked = null;
  cover(engine.lists, chosen);
  show(ready());
  announce('');
  busy(false);
}

function withWeak() {
  weak.checked = true;
  screen(true);
  field.focus();
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
  const wait = () => {
    clearTimeout(pause);
    busy(asked !== null);
    pause = setTimeout(screen, PAUSE, false);
  };
  field.addEventListener('input', (event) => event.isComposing || wait());
  field.addEventListener('compositionend', wait);
  field.addEventListener('paste', paste);
  window.addEventListener('pagehide', forget);
  threshold.addEventListener('input', wait);
  weak.addEventListener('change', () => screen(false));
  part('form').addEventListener('submit', (event) => {
    event.preventDefault();
    screen(true);
  });
}

async function begin() {
  places.coverage.replaceChildren(none());
  show(loading());
  try {
    client = new Client(await compile(), lose);
    engine = await client.start();
  } catch (error) {
    show(failed(error));
    announce(startWords.failed);
    return;
  }
  seal();
  settings.threshold = engine.threshold;
  threshold.value = engine.threshold;
  weak.checked = false;
  part('threshold-hint').textContent = say(thresholdHint, { threshold: engine.threshold });
  part('build').textContent = say(build, { method: engine.method, version: engine.version });
  listen();
  field.disabled = button.disabled = false;
  rest(settings());
  announce(startWords.ready);
}

begin();
