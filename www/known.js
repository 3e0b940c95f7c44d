/** The fields for what a person knows besides a name: what they hold, and which of it could not be read. */

const FACTS = ['birth', 'country', 'nationality', 'kind', 'gender', 'identifier'];

const field = (fact) => document.getElementById(`fact-${fact}`);
const wrong = (fact) => document.getElementById(`fact-${fact}-wrong`);

export class Known {
  #refused = new Map(); // of a fact, the text that the engine could not read

  /** What is given and can be read, as far as is known. */
  facts() {
    const given = FACTS.map((fact) => [fact, field(fact).value.trim()]);
    return Object.fromEntries(given.filter(([fact, text]) => text && this.#refused.get(fact) !== text));
  }

  /** The engine cannot read this fact as it was given: it is said beside its field, and left out from now on. */
  refuse(fact, text) {
    this.#refused.set(fact, text);
    this.#mark();
  }

  #mark() {
    for (const fact of FACTS) {
      const text = field(fact).value.trim();
      const is = text !== '' && this.#refused.get(fact) === text;
      if (!wrong(fact)) continue; // what is chosen from a list can be read
      wrong(fact).hidden = !is;
      field(fact).setAttribute('aria-invalid', String(is));
    }
  }

  /** `typed` is called while a fact is typed, `chosen` when one is chosen. */
  listen(typed, chosen) {
    for (const fact of FACTS) {
      const element = field(fact);
      element.addEventListener(element.tagName === 'SELECT' ? 'change' : 'input', (event) => {
        this.#mark();
        if (element.tagName === 'SELECT') chosen();
        else if (!event.isComposing) typed();
      });
    }
  }

  clear() {
    this.#refused.clear();
    for (const fact of FACTS) field(fact).value = '';
    this.#mark();
  }
}
