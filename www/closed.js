/**
 * Taken away from a worker before anything else in it runs: what reaches a server past the policy of the worker's own response.
 * Firefox opens event sources and fonts from a worker without asking that policy, and WebKit fonts. Nothing here uses either, and
 * what is gone cannot be had again: no script but the site's own starts in a worker, or a worker from it.
 */

for (const way of ['EventSource', 'FontFace']) delete self[way];
