/** The list files that the scenarios choose and drop, written afresh: the UN's form, whole and in every way broken, and lists of one's own. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'namesieve-files-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The path of a new file with this text. */
export function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The ISO day so many days ago. */
export const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const person = ([first, second], at) => `
    <INDIVIDUAL>
      <DATAID>${6900000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>${first}</FIRST_NAME><SECOND_NAME>${second}</SECOND_NAME>
      <UN_LIST_TYPE>${at % 2 ? 'Al-Qaida' : 'DPRK'}</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.${String(at).padStart(3, '0')}</REFERENCE_NUMBER>
      <LISTED_ON>2020-02-04</LISTED_ON>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-01-0${(at % 9) + 1}</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>`;

const people = [['WALDEMAR', 'ZYGMUNTOWICZ'], ['ORTRUD', 'QUELLENBERG'], ['IGNATIUS', 'VANDERHOEVEN']];

/** The UN's consolidated list as issued on a day; `names` are [given, family]. */
export const un = (issued, names = people) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${issued}T00:00:04.000Z">
  <INDIVIDUALS>${names.map(person).join('')}
  </INDIVIDUALS>
  <ENTITIES></ENTITIES>
</CONSOLIDATED_LIST>
`;

/** The same with so many people that it has about this many bytes. */
export function bigUn(issued, bytes) {
  const length = person(['GIVENNAME', 'FAMILYNAME'], 100000).length;
  const letters = (n) => [...n.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('');
  const names = Array.from({ length: Math.round(bytes / length) }, (_, at) => [`Xo${letters(at)}`, `Vu${letters(at * 7919)}`]);
  return un(issued, [...people, ...names]);
}

/** A list of one's own; `rows` are [name, birth date]. */
export const own = (rows) => ['name,type,date of birth', ...rows.map((row) => [row[0], 'person', row[1]].join(',')), ''].join('\n');
