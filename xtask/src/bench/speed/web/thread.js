/** The worker of the bench. */

import { serve } from './desk.js';

serve(globalThis);
