/** What a person decides about each potential match of a component. */

import { assess, review as words } from '../words.js';
import { action, el, fill, named, say, shownText } from '../view/dom.js';

/**
 * The fields for the hits, strongest first; `made(hit)` gives what was decided about one already, `decide(hit, verdict, reason)` takes a
 * decision, without a verdict its withdrawal.
 */
export function decisionFields(hits, made, decide) {
  return hits.map((hit, at) => {
    const [select, reason] = [`verdict-${at}`, `reason-${at}`];
    const choice = el('select', { id: select, autocomplete: 'off' }, Object.entries(words.verdicts).map(([value, text]) => el('option', { value }, text)));
    const why = el('input', { id: reason, type: 'text', dir: 'auto', spellcheck: 'false', autocomplete: 'off', autocorrect: 'off', translate: 'no', writingsuggestions: 'false' });
    const taken = el('span', { class: 'quiet', role: 'status' });
    const tell = (verdict) => (taken.textContent = verdict ? ` ${say(assess.recorded, { verdict: words.told[verdict] })}` : ` ${assess.withdrawn}`);
    const take = action(words.record, () => {
      decide(hit, choice.value || null, why.value.trim());
      tell(choice.value);
    });
    const before = made(hit);
    if (before) {
      [choice.value, why.value] = [before.verdict, before.reason];
      tell(before.verdict);
    }
    const slots = { name: named(hit.name), list: `${hit.list} ${hit.id}` };
    return el('fieldset', { class: 'decision' },
      el('legend', null, fill(words.title, slots)),
      el('label', { for: select, class: 'unseen' }, say(words.title, { ...slots, name: shownText(hit.name) })), choice,
      el('label', { for: reason }, words.reason), why, el('p', null, take, taken));
  });
}
