/** Who stands around a party, two steps far: those tied to it and those tied to them, as the list says, numbered as they are drawn. */

/** So many parties of the first step are drawn, and of the second so many at each of them: a central bank has hundreds. */
export const FIRST = 8;
export const SECOND = 3;

// Facts that name another party without an entry of its own: the UK's, and those of OFAC's names that are not the name of exactly one record.
const NAMING = ['subsidiary', 'parent company', 'owner or operator', 'previous owner or operator', 'vessel owner', 'linked to'];
// What OFAC remarks about a tie stands under the same label, and is no name.
const isNaming = ({ label, value }) => NAMING.includes(label.toLowerCase()) && !value.startsWith('OFAC record ');

/** `{ key, id, name, kind, ties: [{ relation, direction }] }` of each party that an entry is tied to, once; first those that the entry names. */
export function tied(entry) {
  const found = new Map();
  const put = (party, tie) => {
    const known = found.get(party.key) ?? { ...party, ties: [] };
    if (!known.ties.some((each) => each.relation === tie.relation && each.direction === tie.direction)) known.ties.push(tie);
    found.set(party.key, known);
  };
  const links = (wanted) => {
    for (const { id, name, kind, relation, direction } of entry.links)
      if (direction === wanted && id !== entry.id) put({ key: `id ${id}`, id, name, kind }, { relation, direction });
  };
  links('to');
  for (const { label, value } of entry.facts.filter(isNaming))
    put({ key: `name ${value}`, id: null, name: value, kind: null }, { relation: label, direction: 'to' });
  links('from');
  return [...found.values()];
}

/**
 * The parties around an entry. `entries` are those of the first step that could be opened, by id. Each party has its `no`, its `ties` seen
 * from the party above it, `others` that are tied to it and drawn (`also`), and how many are not drawn (`more`).
 */
export function arranged(entry, entries) {
  const party = (each) => ({ ...each, below: [], also: [], more: 0 });
  const self = party({ key: `id ${entry.id}`, id: entry.id, name: entry.name, kind: entry.kind, ties: [] });
  const all = tied(entry).map(party);
  const drawn = all.slice(0, FIRST);
  const rest = all.slice(FIRST);
  const known = new Map([self, ...drawn].map((each) => [each.key, each]));
  const told = new Set();
  for (const each of drawn) {
    const own = entries.get(each.id);
    for (const next of own ? tied(own) : []) {
      if (next.key === self.key) continue;
      const other = known.get(next.key);
      const pair = [each.key, next.key].sort().join('\n');
      if (told.has(pair)) continue;
      told.add(pair);
      if (other) each.also.push({ other, ties: next.ties });
      else if (each.below.length < SECOND && rest.every(({ key }) => key !== next.key)) {
        const second = party(next);
        each.below.push(second);
        known.set(next.key, second);
      } else each.more += 1;
    }
  }
  self.below = drawn;
  const order = [self, ...drawn.flatMap((each) => [each, ...each.below]), ...rest];
  order.forEach((each, at) => (each.no = at + 1));
  return { self, rest, order };
}

/** The same, with the entries of the first step asked for one after the other; `unread` if one of them did not open. */
export async function surroundings(entry, ask) {
  const entries = new Map();
  let unread = false;
  for (const { id } of tied(entry).slice(0, FIRST)) {
    if (!id) continue;
    try {
      entries.set(id, await ask(entry.list, id));
    } catch {
      unread = true;
    }
  }
  return { ...arranged(entry, entries), unread };
}
