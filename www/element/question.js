/** What a component asks: its attributes and properties as the engine takes them. */

const FACTS = ['birth', 'country', 'nationality', 'kind', 'gender', 'identifier'];

/** The attributes that change what is asked. */
export const asking = [...FACTS, 'lists', 'threshold', 'weak'];

/** The ids in the attribute `lists`; none means all. */
export const listsOf = (element) => (element.getAttribute('lists') ?? '').split(/[\s,]+/u).filter(Boolean);

/** `given` are the facts that were set as a property; an attribute of the same name stands back. */
export function settingsOf(element, given) {
  const attributes = FACTS.map((fact) => [fact, element.getAttribute(fact)?.trim()]);
  const facts = Object.fromEntries([...attributes, ...Object.entries(given ?? {})].filter(([, text]) => text));
  const threshold = element.getAttribute('threshold');
  return { facts, weak: element.hasAttribute('weak'), ...(threshold === null ? {} : { threshold: Number(threshold) }) };
}

/**
 * Asks, and asks again without a fact that cannot be read: the name is screened all the same. Resolves to the screening, with the
 * facts that were left out under `unread`.
 */
export async function askReadable(ask, settings, unread = []) {
  try {
    return { ...(await ask(settings)), unread };
  } catch (error) {
    if (error.code !== 'bad-fact' || !(error.fact in settings.facts)) throw error;
    const { [error.fact]: got, ...facts } = settings.facts;
    return askReadable(ask, { ...settings, facts }, [...unread, { fact: error.fact, got }]);
  }
}

/** Nothing was compared: the shape of a screening all the same, so that whoever listens finds what it always finds. */
export const unanswered = (name, settings, { code, value }, { about, missing }) => ({
  query: { name, readAs: 'name' }, status: 'not-screened', reasons: [value ? { code, value } : { code }], threshold: settings.threshold ?? about?.threshold ?? 0,
  weakAliases: settings.weak, method: about?.method ?? '', lists: [], off: [], examined: 0, hits: [], weakOnly: 0, missing, unread: [],
});
