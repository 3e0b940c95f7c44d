/** A record handed on without its names, and single rows of it opened later. */

import { redact as words } from './words.js';
import { action, count, el, refusal, say } from './view/dom.js';

const part = (id) => document.getElementById(id);

/** Joins the fields for it to the keeper; `save(content, name)` hands a file to the browser. */
export function redacting({ keeper, announce, save }) {
  const tell = (nodes) => {
    part('redact-told').replaceChildren(...nodes);
    announce(part('redact-told').textContent);
  };
  const wrong = (sentence) => tell([el('p', { class: 'wrong' }, sentence)]);
  const bytesOf = async (id) => part(id).files[0]?.arrayBuffer();
  const nameOf = () => part('redact-record').files[0].name.replace(/(-record)?\.json$/u, '');

  async function make() {
    const record = await bytesOf('redact-record');
    if (!record) return wrong(words.none);
    const { text, key, seal } = await keeper.ask('redact', record);
    const name = nameOf();
    // Two files from one press would make some browsers ask, or keep the second one back.
    tell([
      el('p', null, words.made), el('p', { class: 'quiet' }, say(words.seal, { seal })),
      el('div', { class: 'controls' }, action(words.save, () => save(text, `${name}-redacted.json`)), action(words.saveKey, () => save(key, `${name}-redacted-key.json`))),
      el('p', { class: 'quiet' }, words.keep)]);
  }

  async function reveal() {
    const [record, key] = [await bytesOf('redact-record'), await bytesOf('redact-key')];
    if (!record || !key) return wrong(words.noKey);
    const rows = part('redact-rows').value.split(/[\s,;]+/u).filter(Boolean).map(Number);
    if (rows.length === 0 || !rows.every((row) => Number.isInteger(row) && row > 0 && row < 2 ** 31)) return wrong(words.noRows);
    const { text } = await keeper.ask('reveal', record, key, rows);
    save(text, `${nameOf()}-opened.json`);
    tell([el('p', null, count(words.opened, rows.length))]);
  }

  for (const id of ['redact-record', 'redact-key', 'redact-rows', 'redact-make', 'redact-reveal']) part(id).disabled = false;
  for (const [id, act] of [['redact-make', make], ['redact-reveal', reveal]])
    part(id).addEventListener('click', () => act().catch((error) => wrong(error.code ? refusal(error) : words.failed)));
}
