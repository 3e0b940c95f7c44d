/** The attributes of the component as properties, for code that sets those. */

const texts = { htmlFor: 'for', lists: 'lists', threshold: 'threshold', manifest: 'manifest', key: 'key' };
const flags = ['weak', 'compact', 'decisions', 'required'];

/** A list of ids may be an array; null takes an attribute away. */
export function reflect(prototype) {
  for (const [property, attribute] of Object.entries(texts))
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, [value].flat().join(' '));
      },
    });
  for (const flag of flags)
    Object.defineProperty(prototype, flag, {
      configurable: true,
      enumerable: true,
      get() {
        return this.hasAttribute(flag);
      },
      set(value) {
        this.toggleAttribute(flag, Boolean(value));
      },
    });
}
