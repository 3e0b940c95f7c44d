/**
 * The worker of files. Its script is fetched once, with the one copy of the reader's bindings, and started under three names: as the
 * reader of list files (packing.js) and of a document (extraction.js), once for each reading, and as the keeper of a table (table.js).
 *
 * Out: `{ here }` when it has proved that it is sealed, else `{ unsealed }`; then what that module says.
 */

import { extract } from './extraction.js';
import { pack } from './packing.js';
import { listen } from './sealed.js';
import { answer } from './table.js';

listen({ './reader.js': pack, './table.js': answer, './extraction.js': extract }[self.name]);
